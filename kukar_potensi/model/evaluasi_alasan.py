"""Write the reason of each evaluation rule in words, with its numbers and dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple, Protocol

import numpy as np
import pandas as pd

from kukar_potensi.model.evaluasi_aturan import (
    AKHIRI,
    ATURAN,
    BATAS_LAPORAN_BULAN,
    BATAS_TURUNAN_BULAN,
    DIPERPANJANG,
    KATEGORI_BELUM,
    KATEGORI_SINERGI,
    LANJUTKAN,
    PENINDAK_TKKSD,
)
from kukar_potensi.model.jangka import format_lama, months_between
from kukar_potensi.model.status import BERAKHIR
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

_KETELITIAN: Final = {
    "bulan": "baru diketahui bulannya",
    "tahun": "baru diketahui tahunnya",
    "paling lambat": "baru diketahui batas akhirnya",
    "hari diragukan": "masih diragukan",
}


class Baris(Protocol):
    """One row of `Evaluasi.bahan`; a text that is not on record may be None or NaN."""

    jenis_dokumen: str
    jenis_dokumen_sumber: object
    kategori: str
    nama_opd: object
    urusan_opd: object
    nama_urusan: object
    opd_urusan: object
    opd_pendek: object
    opd_urusan_pendek: object
    penindak: str
    calon_rencana: object
    kode_urusan: object
    tanggal_ttd: object
    presisi_ttd: object
    jangka_waktu: object
    tanggal_berakhir: object
    dasar_berakhir: object
    ttd_awal: pd.Timestamp
    ttd_akhir: pd.Timestamp
    berakhir_awal: pd.Timestamp
    berakhir_akhir: pd.Timestamp
    status: str
    sisa_hari: int
    keputusan: object
    umur_bulan: float
    n_laporan: int
    laporan_awal: pd.Timestamp
    laporan_teks: object
    rencana_teks: object
    jangka_tahun: float
    jeda_bulan: float
    masalah_rantai: object
    dilanjutkan: object


class Saran(NamedTuple):
    """Why a row is on the agenda and what to do; `penindak` empty: its own OPD."""

    alasan: str
    langkah: str
    tindakan: str
    penindak: str = ""


def _w(baris: Baris, tanggal: date) -> Saran:
    sisa = int(baris.sisa_hari)
    awal = "hari pertamanya " if _is_partial(baris.berakhir_awal, baris.berakhir_akhir) else ""
    lama = f"{awal}{format_angka(sisa)} hari lagi" if sisa else f"{awal}sudah tiba"
    alasan = (
        f"Berakhir {format_tanggal(baris.tanggal_berakhir)}, {lama} dari {format_tanggal(tanggal)}; "
        f"keputusan diperpanjang, ditingkatkan, atau dihentikan belum tercatat.{_only_plan(baris)}"
    )
    if baris.n_laporan:
        return Saran(alasan, LANJUTKAN, "Siapkan perpanjangan sebelum tanggal itu, lalu catat keputusannya.")
    return Saran(alasan, LANJUTKAN, "Minta laporan pelaksanaannya dulu, lalu putuskan diperpanjang atau dihentikan.")


def _m1(baris: Baris, tanggal: date) -> Saran:
    alasan = (
        f"Berakhir {format_tanggal(baris.tanggal_berakhir)}, {elapsed_text(baris, tanggal)} sebelum {format_tanggal(tanggal)}; "
        "belum tercatat keputusan diperpanjang, ditingkatkan, atau dihentikan."
    )
    if lanjutan := _text(baris.dilanjutkan):
        return Saran(
            f"{alasan} Tercatat dilanjutkan {lanjutan}.",
            LANJUTKAN,
            f"Bila {lanjutan} memang kelanjutannya, catat keputusan diperpanjang di sini; yang diputuskan kini {lanjutan.split()[0]}.",
        )
    if _is_known(baris.laporan_awal) and baris.laporan_awal > baris.berakhir_akhir:
        lapor = format_tanggal(baris.laporan_teks)
        return Saran(
            f"{alasan} Sesudah itu masih dilaporkan ({lapor}).",
            LANJUTKAN,
            "Pastikan apakah masih berjalan; bila ya, siapkan dokumen baru.",
        )
    return Saran(
        f"{alasan}{_only_plan(baris)}", AKHIRI, "Siapkan perpanjangan bila masih diperlukan, atau catat penghentiannya."
    )


def _m2(baris: Baris, tanggal: date) -> Saran:
    sinergi = baris.kategori == KATEGORI_SINERGI
    turunan = "rencana kerja" if sinergi else "PKS"
    umur = format_lama(baris.umur_bulan)
    sedikitnya = "sedikitnya " if _is_partial(baris.ttd_awal, baris.ttd_akhir) else ""
    alasan = (
        f"{baris.jenis_dokumen} ini ditandatangani {_signed(baris)}; pada {format_tanggal(tanggal)} sudah {sedikitnya}{umur} "
        f"(batas {BATAS_TURUNAN_BULAN} bulan) dan belum tercatat {turunan} turunannya."
    )
    tindakan = f"Susun {turunan}, atau catat {turunan} yang sudah ada sebagai turunannya."
    return Saran(alasan, ATURAN["M2"].langkah, tindakan)


def _m3(baris: Baris, tanggal: date) -> Saran:
    alasan = (
        f"Laporan terakhir yang tercatat: {format_tanggal(baris.laporan_teks)}. Sampai {format_tanggal(tanggal)} sudah "
        f"{format_lama(baris.jeda_bulan)} belum tercatat laporan baru (batas {BATAS_LAPORAN_BULAN} bulan)."
    )
    return Saran(alasan, ATURAN["M3"].langkah, "Minta laporan pelaksanaan terbaru, lalu catat.")


def _n1(baris: Baris, _: date) -> Saran:
    alasan = (
        f"Terverifikasi OPD, {format_angka(baris.n_laporan)} laporan tercatat{_last_report(baris)}, diputuskan "
        f"{baris.keputusan}; belum tercatat dokumen turunannya."
    )
    return Saran(alasan, ATURAN["N1"].langkah, "Susun dokumen lanjutannya (PKS, rencana kerja, atau adendum).")


def _s1(baris: Baris, _: date) -> Saran:
    alasan = (
        f"Urusan {_text(baris.nama_urusan) or _text(baris.kode_urusan)} tidak termasuk urusan yang tercatat pada "
        f"{_text(baris.nama_opd)} ({_text(baris.urusan_opd)}). Pemetaan urusan masih usulan."
    )
    pemegang = _text(baris.opd_urusan)
    pelaksana = f"; urusan itu tercatat pada {pemegang}" if pemegang else ""
    return Saran(alasan, ATURAN["S1"].langkah, f"Tetapkan OPD pelaksananya bersama TKKSD{pelaksana}.")


def _k1(baris: Baris, _: date) -> Saran:
    if baris.kategori == KATEGORI_BELUM:
        alasan = "Belum ditetapkan apakah ini kerja sama daerah dan apa kategorinya."
        tindakan = "Tetapkan kategorinya, atau keluarkan dari daftar kerja sama daerah."
    else:
        alasan = "Sifat KSDD ini belum ditetapkan: wajib atau sukarela."
        tindakan = "Tetapkan sifatnya; wajib bila menyangkut wilayah berbatasan dengan dampak lintas daerah."
    return Saran(alasan, ATURAN["K1"].langkah, tindakan, PENINDAK_TKKSD)


def _k2(baris: Baris, _: date) -> Saran:
    alasan = (
        f"Dicatat sebagai sinergi dengan jenis dokumen {baris.jenis_dokumen}; sinergi dengan pemerintah pusat berbentuk nota "
        "kesepakatan dan rencana kerja (PP 28/2018 pasal 46)."
    )
    tindakan = "Cocokkan dengan naskahnya, lalu tetapkan: kategorinya atau jenis dokumennya yang dibetulkan."
    return Saran(alasan, ATURAN["K2"].langkah, tindakan, PENINDAK_TKKSD)


def _d4(baris: Baris, _: date) -> Saran:
    tahun = int(baris.jangka_tahun)
    alasan = (
        f"Jangka waktunya {tahun} tahun sejak {format_tanggal(baris.tanggal_ttd)}, jadi berakhir sekitar tahun "
        f"{baris.ttd_awal.year + tahun}; yang tercatat {format_tanggal(baris.tanggal_berakhir)}."
    )
    return Saran(alasan, ATURAN["D4"].langkah, "Betulkan tanggal berakhir atau jangka waktunya menurut naskah.")


def _d1(baris: Baris, _: date) -> Saran:
    bagian = [kalimat for kalimat in (_doubt_signed(baris), _doubt_ended(baris)) if kalimat]
    alasan = "; ".join(bagian)
    return Saran(
        f"{alasan[:1].upper()}{alasan[1:]}.", ATURAN["D1"].langkah, "Catat tanggal dari naskah yang ditandatangani."
    )


def _d2(baris: Baris, _: date) -> Saran:
    tertulis = _text(baris.jenis_dokumen_sumber)
    sebut = tertulis and "tidak disebut" not in tertulis.casefold()
    tambahan = f"; sumber menulis “{tertulis}”" if sebut else ""
    tindakan = "Cocokkan dengan naskahnya: kesepakatan bersama, nota, PKS, adendum, atau bukan dokumen."
    return Saran(f"Jenis dokumennya tidak disebut sumber{tambahan}.", ATURAN["D2"].langkah, tindakan)


def _d3(baris: Baris, _: date) -> Saran:
    return Saran(_text(baris.masalah_rantai), ATURAN["D3"].langkah, "Catat dokumen induknya, atau perbaiki kodenya.")


def _s2(baris: Baris, _: date) -> Saran:
    rencana = _text(baris.calon_rencana)
    calon = f"; calon dari urusan yang sama: {rencana}" if rencana else ""
    return Saran(
        "Belum tercatat rujukannya ke RPJMD atau Renstra.",
        ATURAN["S2"].langkah,
        f"Catat butir rencana yang didukungnya{calon}.",
    )


ALASAN: Final[dict[str, Callable[[Baris, date], Saran]]] = {
    "W1": _w, "M1": _m1, "W2": _w, "M2": _m2, "M3": _m3, "N1": _n1,
    "S1": _s1, "K1": _k1, "K2": _k2, "D3": _d3, "D2": _d2, "D1": _d1, "D4": _d4, "S2": _s2,
}  # fmt: skip
"""The sentence of each rule: a row of `Evaluasi.bahan` and the day give a `Saran`."""


def _signed(baris: Baris) -> str:
    """Return the signing date with its doubt: "paling lambat 23 Juli 2020"."""
    teks = format_tanggal(baris.tanggal_ttd)
    if baris.presisi_ttd == "paling lambat":
        return f"paling lambat {teks}"
    return f"{teks} (hari diragukan)" if baris.presisi_ttd == "hari diragukan" else teks


def elapsed_text(baris: Baris, tanggal: date) -> str:
    """Return how long ago it ended: in days where the day is known, else about so many months."""
    if not _is_partial(baris.berakhir_awal, baris.berakhir_akhir):
        return f"{format_angka(-int(baris.sisa_hari))} hari"
    bulan = months_between(np.array([baris.berakhir_akhir], dtype="datetime64[D]"), tanggal)[0]
    lama = format_lama(bulan)
    return lama if bulan < 1 else f"sekitar {lama}"


def _only_plan(baris: Baris) -> str:
    """Return that only a plan is on record where no report is, else nothing."""
    if baris.n_laporan or not _text(baris.rencana_teks):
        return ""
    return f" Laporan pelaksanaan belum tercatat; yang tercatat hanya rencana ({format_tanggal(baris.rencana_teks)})."


def _last_report(baris: Baris) -> str:
    return f" (terakhir {format_tanggal(baris.laporan_teks)})" if _text(baris.laporan_teks) else ""


def _doubt_signed(baris: Baris) -> str:
    """Return what is missing about the signing date, empty when it is a certain day."""
    if not _is_known(baris.ttd_awal):
        return "tanggal tanda tangan belum tercatat"
    ragu = _KETELITIAN.get(_text(baris.presisi_ttd)) or _KETELITIAN.get(_width(baris.ttd_awal, baris.ttd_akhir))
    return f"tanggal tanda tangan {ragu} ({format_tanggal(baris.tanggal_ttd)})" if ragu else ""


def _doubt_ended(baris: Baris) -> str:
    """Return what is missing about the end date, empty when it is a certain day."""
    if not _is_known(baris.berakhir_akhir):
        jangka = _text(baris.jangka_waktu)
        return "tanggal berakhir belum tercatat" + (f" (jangka waktu menurut sumber: {jangka})" if jangka else "")
    teks = format_tanggal(baris.tanggal_berakhir)
    if baris.status == BERAKHIR and baris.keputusan == DIPERPANJANG:
        return f"diputuskan diperpanjang, tetapi tanggal berakhir yang baru belum tercatat (semula {teks})"
    if baris.dasar_berakhir == "disimpulkan":
        return f"tanggal berakhir baru disimpulkan ({teks})"
    ragu = _KETELITIAN.get(_width(baris.berakhir_awal, baris.berakhir_akhir))
    return f"tanggal berakhir {ragu} ({teks})" if ragu else ""


def _text(isi: object) -> str:
    """Return a text, empty when it is not on record."""
    return isi if isinstance(isi, str) else ""


def _is_known(hari: object) -> bool:
    """Tell whether a day is on record: NaT is not."""
    return isinstance(hari, pd.Timestamp)


def _is_partial(awal: pd.Timestamp, akhir: pd.Timestamp) -> bool:
    return _is_known(awal) and _is_known(akhir) and awal != akhir


def _width(awal: pd.Timestamp, akhir: pd.Timestamp) -> str:
    """Return how wide a date is: hari, bulan, or tahun."""
    if not _is_partial(awal, akhir):
        return "hari"
    return "bulan" if (akhir - awal).days < 31 else "tahun"
