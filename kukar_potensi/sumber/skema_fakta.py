"""Declare the tables of facts: potensi, kerja sama, and what came of a kerja sama."""

from __future__ import annotations

import re
from typing import Final

import pandas as pd

from kukar_potensi.model.tanggal import parse_tanggal
from kukar_potensi.sumber.rapikan import map_distinct
from kukar_potensi.sumber.skema import AturanBaris, Jenis, Kolom, Tabel, split_items
from kukar_potensi.sumber.skema_keadaan import KODE_DESA

TINGKAT: Final = ("desa", "kecamatan", "kabupaten")
KEWENANGAN: Final = ("kabupaten", "bersama", "provinsi_pusat")
KELAS_SUMBER: Final = ("A", "B", "C")
STATUS_VERIFIKASI: Final = ("belum diverifikasi OPD", "terverifikasi OPD")
JENIS_DOKUMEN: Final = (
    "Kesepakatan Bersama",
    "Nota Kesepahaman",
    "Nota Kesepakatan",
    "Rencana Kerja",
    "Perjanjian Kerja Sama",
    "Adendum",
    "Perjanjian Pemanfaatan BMD",
    "Berita Acara",
    "tidak disebut",
)
KATEGORI: Final = (
    "KSDD",
    "KSDPK",
    "Sinergi",
    "Pemanfaatan BMD",
    "KSDPL",
    "KSDLL",
    "Kerja sama desa",
    "Perlu keputusan TKKSD",
)
PRESISI_TTD: Final = ("hari", "bulan", "tahun", "paling lambat", "hari diragukan", "belum ditandatangani")

_PANJANG_PRESISI: Final = {"hari": 10, "bulan": 7, "tahun": 4}
_PANJANG_KODE_KECAMATAN: Final = 8


def _is_tempat_sesuai(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the codes reach exactly as far as the stated precision of place."""
    ada_desa, ada_kecamatan = isi["kode_desa"].notna(), isi["kode_kecamatan"].notna()
    return (
        (isi["tingkat"].eq("desa") & ada_desa)
        | (isi["tingkat"].eq("kecamatan") & ada_kecamatan & ~ada_desa)
        | (isi["tingkat"].eq("kabupaten") & ~ada_kecamatan & ~ada_desa)
        | ~isi["tingkat"].isin(TINGKAT)
    )


def _is_kecamatan_lengkap(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the kecamatan of every desa named are named too."""
    pasangan = isi["kode_desa"].str.cat(isi["kode_kecamatan"].fillna(""), sep="|")

    def is_lengkap(teks: str) -> bool:
        desa, _, kecamatan = teks.partition("|")
        induk = {kode[:_PANJANG_KODE_KECAMATAN] for kode in split_items(desa) if re.fullmatch(KODE_DESA, kode)}
        return induk <= set(split_items(kecamatan))

    return map_distinct(pasangan, is_lengkap, kosong=True).astype(bool)


def _is_bersatuan(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether every number has its unit."""
    return isi["nilai"].isna() | isi["satuan"].notna()


def _is_berakhir_sesudah_mulai(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the last possible day of the end is not before the first of the signing."""
    mulai = map_distinct(isi["tanggal_ttd"], lambda teks: _find_hari(teks, awal=True))
    akhir = map_distinct(isi["tanggal_berakhir"], lambda teks: _find_hari(teks, awal=False))
    return mulai.isna() | akhir.isna() | (mulai.fillna("") <= akhir.fillna(""))


def _find_hari(teks: str, *, awal: bool) -> str | None:
    """Return the first or last possible day as ISO text; None for text that is no date."""
    try:
        rentang = parse_tanggal(teks)
    except ValueError:
        return None
    return None if rentang is None else (rentang.awal if awal else rentang.akhir).isoformat()


def _is_presisi_sesuai(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the signing date is written as exactly as its stated precision."""
    panjang = isi["presisi_ttd"].map(_PANJANG_PRESISI)
    return panjang.isna() | isi["tanggal_ttd"].isna() | isi["tanggal_ttd"].str.len().eq(panjang)


def _is_berpresisi(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether a signing date has its precision."""
    return isi["tanggal_ttd"].isna() | isi["presisi_ttd"].notna()


def _is_dasar_berakhir_sesuai(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the ground of the end date is given with an end date and only then."""
    return isi["tanggal_berakhir"].isna() == isi["dasar_berakhir"].isna()


def _is_sifat_pada_ksdd(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether wajib or sukarela is said of KSDD only."""
    return isi["sifat_ksdd"].isna() | isi["kategori"].eq("KSDD")


def _is_keputusan_ada(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether a date of decision has its decision."""
    return isi["tanggal_keputusan"].isna() | isi["keputusan"].notna()


def _is_induk_tanpa_lingkaran(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether following the parents of a kerja sama ends and never comes back to it."""
    berinduk = isi.dropna(subset=["id", "induk"])
    induk = dict(zip(berinduk["id"], berinduk["induk"], strict=True))

    def is_berujung(kode: str) -> bool:
        langkah = induk.get(kode)
        for _ in range(len(induk)):
            if langkah is None or langkah == kode:
                break
            langkah = induk.get(langkah)
        return langkah != kode

    berujung = {kode: is_berujung(kode) for kode in induk}
    return isi["id"].map(lambda kode: berujung.get(kode, True)).astype(bool)


_ATURAN_TEMPAT: Final = (
    AturanBaris(
        "tingkat",
        _is_tempat_sesuai,
        "tingkat tidak cocok dengan kode tempatnya.",
        "Tingkat desa perlu kode_desa; tingkat kecamatan hanya kode_kecamatan; tingkat kabupaten tanpa kode.",
    ),
    AturanBaris(
        "kode_kecamatan",
        _is_kecamatan_lengkap,
        "kecamatan dari desa yang disebut belum ikut disebut.",
        "Tambahkan delapan angka pertama dari setiap kode desa.",
    ),
)

_TEMPAT: Final = (
    Kolom("tingkat", wajib=True, pilihan=TINGKAT),
    Kolom("kode_kecamatan", daftar=True, rujuk="kecamatan"),
    Kolom("kode_desa", daftar=True, rujuk="desa"),
)

_ALAMAT: Final = "https://contoh.go.id/berita/1"

POTENSI: Final = Tabel(
    nama="potensi",
    berkas="potensi.csv",
    kunci="id",
    kolom=(
        Kolom("id", wajib=True, pola=r"P\d{3,}", contoh="P001"),
        Kolom("nama", wajib=True),
        Kolom("sektor", wajib=True, rujuk="sektor"),
        Kolom("sektor_sumber"),
        Kolom("kode_urusan", wajib=True, rujuk="urusan"),
        *_TEMPAT,
        Kolom("uraian"),
        Kolom("nilai", Jenis.ANGKA, minimal=0),
        Kolom("satuan"),
        Kolom("tahun_data", Jenis.TANGGAL),
        Kolom("opd", rujuk="opd"),
        Kolom("kewenangan", pilihan=KEWENANGAN),
        Kolom("kewenangan_catatan"),
        Kolom("klaster_ikn", rujuk="klaster_ikn"),
        Kolom("sumber", Jenis.SUMBER, wajib=True, daftar=True, contoh=_ALAMAT),
        Kolom("jenis_sumber"),
        Kolom("kelas_sumber", pilihan=KELAS_SUMBER),
        Kolom("tanggal_sumber", Jenis.TANGGAL),
        Kolom("status_verifikasi", wajib=True, pilihan=STATUS_VERIFIKASI),
        Kolom("catatan"),
        Kolom("bukti_lahan", Jenis.SUMBER),
        Kolom("bukti_lembaga", Jenis.SUMBER),
        Kolom("bukti_rencana", Jenis.SUMBER),
        Kolom("bukti_mitra", Jenis.SUMBER),
    ),
    aturan=(
        *_ATURAN_TEMPAT,
        AturanBaris("satuan", _is_bersatuan, "angka pada kolom nilai tanpa satuan.", "Isi satuannya."),
    ),
)

KERJA_SAMA: Final = Tabel(
    nama="kerja_sama",
    berkas="kerja_sama.csv",
    kunci="id",
    kolom=(
        Kolom("id", wajib=True, pola=r"K\d{3,}", contoh="K001"),
        Kolom("judul", wajib=True),
        Kolom("jenis_dokumen", wajib=True, pilihan=JENIS_DOKUMEN),
        Kolom("jenis_dokumen_sumber"),
        Kolom("nomor_dokumen"),
        Kolom("induk", rujuk="kerja_sama"),
        Kolom("kategori", wajib=True, pilihan=KATEGORI),
        Kolom("sifat_ksdd", pilihan=("wajib", "sukarela", "belum ditetapkan")),
        Kolom("mitra", wajib=True),
        Kolom("jenis_mitra"),
        Kolom("opd", rujuk="opd"),
        Kolom("dasar_opd"),
        Kolom("kode_urusan", rujuk="urusan"),
        Kolom("sektor", rujuk="sektor"),
        Kolom("sektor_sumber"),
        Kolom("tanggal_ttd", Jenis.TANGGAL),
        Kolom("presisi_ttd", pilihan=PRESISI_TTD),
        Kolom("catatan_ttd"),
        Kolom("jangka_waktu"),
        Kolom("tanggal_berakhir", Jenis.TANGGAL),
        Kolom("dasar_berakhir", pilihan=("menurut sumber", "dihitung", "disimpulkan")),
        Kolom("nilai_rp", Jenis.ANGKA, minimal=0),
        Kolom("masuk_210", wajib=True, pilihan=("ya", "kemungkinan", "tidak", "belum diketahui")),
        Kolom("catatan_210"),
        Kolom("keyakinan", pilihan=("tinggi", "sedang", "rendah")),
        *_TEMPAT,
        Kolom("keputusan", pilihan=("diperpanjang", "ditingkatkan", "dihentikan")),
        Kolom("tanggal_keputusan", Jenis.TANGGAL),
        Kolom("rujukan_rencana"),
        Kolom("sumber", Jenis.SUMBER, wajib=True, daftar=True, contoh=_ALAMAT),
        Kolom("kelas_sumber", pilihan=KELAS_SUMBER),
        Kolom("status_verifikasi", wajib=True, pilihan=STATUS_VERIFIKASI),
        Kolom("catatan"),
    ),
    aturan=(
        *_ATURAN_TEMPAT,
        AturanBaris(
            "induk", _is_induk_tanpa_lingkaran, "rantai induk berputar kembali ke baris ini.", "Perbaiki induknya."
        ),
        AturanBaris("presisi_ttd", _is_berpresisi, "tanggal_ttd tanpa presisi.", "Isi presisi_ttd."),
        AturanBaris(
            "tanggal_ttd",
            _is_presisi_sesuai,
            "tanggal tidak setepat presisi_ttd.",
            "Presisi hari: 2023-09-18; bulan: 2023-09; tahun: 2023.",
        ),
        AturanBaris(
            "tanggal_berakhir",
            _is_berakhir_sesudah_mulai,
            "berakhir sebelum ditandatangani.",
            "Periksa tanggal_ttd dan tanggal_berakhir.",
        ),
        AturanBaris(
            "dasar_berakhir",
            _is_dasar_berakhir_sesuai,
            "tanggal_berakhir dan dasar_berakhir harus sama-sama terisi atau sama-sama kosong.",
        ),
        AturanBaris("sifat_ksdd", _is_sifat_pada_ksdd, "wajib atau sukarela hanya untuk KSDD.", "Kosongkan."),
        AturanBaris(
            "tanggal_keputusan", _is_keputusan_ada, "tanggal keputusan tanpa keputusannya.", "Isi kolom keputusan."
        ),
    ),
)

TINDAK_LANJUT: Final = Tabel(
    nama="tindak_lanjut",
    berkas="tindak_lanjut.csv",
    kolom=(
        Kolom("id_kerja_sama", wajib=True, rujuk="kerja_sama"),
        Kolom("tanggal", Jenis.TANGGAL),
        Kolom("peristiwa", wajib=True),
        Kolom("sumber", Jenis.SUMBER, wajib=True, daftar=True, contoh=_ALAMAT),
    ),
)
