"""The slides about existing cooperation: its evaluation and the agenda.

Cooperation between desa is counted apart (Permendagri 96/2017), as on the page Kerja Sama.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

import numpy as np

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import (
    ATURAN,
    ATURAN_MENGGANTUNG,
    KARENA_LAPORAN,
    KATEGORI_SINERGI,
    PRIORITAS,
    SEMUA_ATURAN,
    TUNGGU,
    label_langkah,
)
from kukar_potensi.model.evaluasi_kurang import BELUM_DINILAI
from kukar_potensi.model.paparan_baris import (
    Penilaian,
    count_rules,
    count_status,
    current_mask,
    judge_view,
    kerja_sama_of,
    met_rules,
    regional_ids,
    regional_mask,
)
from kukar_potensi.model.paparan_bentuk import (
    PANJANG_CATATAN,
    SUMBER_UMUM,
    Angka,
    DeretAngka,
    Grafik,
    Kolom,
    Lajur,
    Salindia,
    Tabel,
    count_bars,
    nothing_text,
    open_sentence,
    scope_text,
    short_opd,
    shorten,
)
from kukar_potensi.model.status import BATAS_SEGERA_HARI, SEGERA_BERAKHIR, SEMUA_STATUS, TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

BANYAK_AGENDA: Final = 8
BANYAK_ATURAN: Final = 8
PANJANG_JUDUL: Final = 56
PANJANG_MITRA: Final = 34
SUMBER: Final = f"{SUMBER_UMUM}; aturan usulan, ditetapkan TKKSD"

LAJUR_AGENDA: Final = (
    Lajur("No", 0.04, "kanan"),
    Lajur("Kerja sama", 0.31),
    Lajur("Mitra", 0.18),
    Lajur("Berakhir", 0.11),
    Lajur("Sebab", 0.22),
    Lajur("Siapa", 0.14),
)


@lru_cache(maxsize=8)
def _whole_agenda(evaluasi: Evaluasi) -> tuple[Any, ...]:
    """Return every row of a day's agenda, most urgent first; a view's agenda is a part of it in the same order."""
    return tuple(evaluasi.agenda().itertuples(index=False))


def agenda_of(evaluasi: Evaluasi, kode: Iterable[str]) -> list[Any]:
    """Return the rows of the agenda that are about some cooperations, most urgent first."""
    ada = set(map(str, kode))
    return [baris for baris in _whole_agenda(evaluasi) if baris.id in ada]


def build_evaluasi_salindia(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide on status, hanging and expiring cooperations, and on those that cannot be judged."""
    n, jumlah = int(np.count_nonzero(regional_mask(tampak))), count_rules(tampak, evaluasi)
    nilai, status = judge_view(tampak, evaluasi), count_status(tampak)
    utama = [(satu.nama, jumlah[satu.id]) for satu in SEMUA_ATURAN if satu.prioritas < 3]
    kena = [satu for satu in utama if satu[1]][:BANYAK_ATURAN] or utama[:3]
    return Salindia(
        kunci="evaluasi",
        judul="Evaluasi kerja sama yang ada",
        kalimat=_evaluation_sentence(tampak, n, nilai, status),
        kolom=(
            Kolom(0.42, (_evaluation_figures(tampak, nilai, jumlah["M1"], status),)),
            Kolom(
                0.58,
                (
                    Grafik("Status pada tanggal ini", count_bars((s, status.get(s, 0)) for s in SEMUA_STATUS)),
                    Grafik("Yang perlu diputuskan atau dijadwalkan", count_bars(kena)),
                ),
            ),
        ),
        catatan=(
            _hanging_note(nilai),
            (
                f"Belum dapat dinilai: {format_angka(nilai.belum_dinilai)} kerja sama. Tidak kena aturan itu, tetapi masa berlaku, jenis, "
                "tanggal, atau laporannya belum tercatat; bukan berarti baik."
            ),
            (
                f"Status dihitung per {format_tanggal(tampak.indeks.tanggal)}. Tanpa tanggal berakhir, masa berlakunya "
                "belum diketahui; tidak dianggap selamanya dan tidak dianggap habis."
            ),
            *_later_note(nilai),
            *_village_note(tampak, n),
        ),
        sumber=SUMBER,
    )


def _evaluation_figures(tampak: Tampak, nilai: Penilaian, berakhir: int, status: dict[str, int]) -> DeretAngka:
    """Return the figures; where nothing ends soon, that figure gives its place to those that cannot be judged."""
    segera, mendesak = status.get(SEGERA_BERAKHIR, 0), kerja_sama_of(tampak.indeks).mendesak & regional_mask(tampak)
    hanya = f"; {format_angka(nilai.hanya_laporan)} {KARENA_LAPORAN}" if nilai.hanya_laporan else ""
    ketiga = (
        Angka(
            format_angka(segera),
            f"berakhir dalam {BATAS_SEGERA_HARI} hari",
            f"{format_angka(int(np.count_nonzero(mendesak)))} di antaranya mendesak",
        )
        if segera
        else Angka(format_angka(nilai.belum_dinilai), BELUM_DINILAI, "masa berlaku, jenis, atau laporannya kosong")
    )
    return DeretAngka(
        (
            Angka(
                format_angka(nilai.menggantung),
                "menggantung",
                f"dari {format_angka(nilai.ditandatangani)} yang sudah ditandatangani{hanya}",
            ),
            Angka(format_angka(berakhir), "berakhir, keputusan belum tercatat", "bagian dari yang menggantung"),
            ketiga,
            Angka(
                format_angka(status.get(TIDAK_DIKETAHUI, 0)), "masa berlaku belum diketahui", "tanggal berakhir kosong"
            ),
        )
    )


def _hanging_note(nilai: Penilaian) -> str:
    nama = [ATURAN[satu].nama for satu in ATURAN_MENGGANTUNG]
    hanya = f" {format_angka(nilai.hanya_laporan)} menggantung {KARENA_LAPORAN}." if nilai.hanya_laporan else ""
    return f"Menggantung bila kena salah satu aturan: {'; '.join(nama)}. Satu kerja sama dapat kena beberapa aturan.{hanya}"


def _later_note(nilai: Penilaian) -> tuple[str, ...]:
    n = nilai.kemudian
    return (f"{format_angka(n)} kerja sama baru ditandatangani sesudah tanggal ini; tidak ikut dinilai.",) if n else ()


def _village_note(tampak: Tampak, n: int) -> tuple[str, ...]:
    desa = tampak.n_kerja_sama - n
    return (f"{format_angka(desa)} kerja sama desa pada pilihan ini dihitung terpisah.",) if desa else ()


def none_text(tampak: Tampak) -> str:
    """Say why the view has no regional cooperation."""
    if tampak.n_kerja_sama:
        return "Hanya ada kerja sama desa, yang dihitung terpisah dari kerja sama daerah."
    return nothing_text(tampak, "kerja sama")


def _evaluation_sentence(tampak: Tampak, n: int, nilai: Penilaian, status: dict[str, int]) -> str:
    if not n:
        return none_text(tampak)
    if not nilai.ditandatangani:
        return open_sentence(
            scope_text(tampak),
            f"belum satu pun dari {format_angka(n)} kerja sama daerah ditandatangani pada tanggal ini.",
        )
    semua = f"{format_angka(nilai.ditandatangani)} kerja sama daerah yang sudah ditandatangani"
    bagian = [
        f"{format_angka(nilai.menggantung)} dari {semua} menggantung"
        if nilai.menggantung
        else f"dari {semua} belum tercatat yang menggantung"
    ]
    if nilai.belum_dinilai:
        bagian.append(f"{format_angka(nilai.belum_dinilai)} belum dapat dinilai")
    if segera := status.get(SEGERA_BERAKHIR, 0):
        bagian.append(f"{format_angka(segera)} berakhir dalam {BATAS_SEGERA_HARI} hari")
    akhir = (
        f"{format_angka(nilai.sisa)} dinilai dan tidak menggantung"
        if nilai.sisa
        else "belum satu pun terbukti berjalan baik"
    )
    return open_sentence(scope_text(tampak), f"{', '.join(bagian)}; {akhir}.")


def build_agenda_salindia(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide with the first cooperations of the agenda, each with its most urgent cause."""
    kode = regional_ids(tampak)
    alasan = sum(count_rules(tampak, evaluasi).values())
    pertama: dict[str, Any] = {}
    sebab: Counter[str] = Counter()
    for satu in agenda_of(evaluasi, kode):
        pertama.setdefault(satu.id, satu)
        sebab[satu.id] += 1
    agenda = list(pertama.values())[:BANYAK_AGENDA]
    rows = kerja_sama_of(tampak.indeks)
    judul, mitra = rows.judul, rows.mitra
    catatan = tuple(
        shorten(
            f"{nomor}. {judul[b.id]}, mitra {mitra[b.id]}: {b.alasan} Usulan: {label_langkah(b.langkah)}."
            f"{' ' + b.tindakan if b.langkah == TUNGGU else ''}"
            f"{f' {sebab[b.id] - 1} sebab lain.' if sebab[b.id] > 1 else ''}",
            PANJANG_CATATAN,
        )
        for nomor, b in enumerate(agenda, start=1)
    )
    sisa = len(pertama) - len(agenda)
    tabel = Tabel(
        "",
        LAJUR_AGENDA,
        _agenda_rows(tampak, evaluasi, agenda),
        "Tidak ada yang perlu diputuskan menurut aturan ini.",
        f"Masih ada {format_angka(sisa)} kerja sama lagi; semua butirnya pada unduhan agenda di halaman Kerja Sama."
        if sisa
        else "",
    )
    return Salindia(
        kunci="agenda",
        judul=f"Agenda evaluasi: {len(agenda)} kerja sama teratas" if len(agenda) else "Agenda evaluasi",
        kalimat=_agenda_sentence(tampak, evaluasi, int(np.count_nonzero(current_mask(tampak))), alasan),
        kolom=(Kolom(1.0, (tabel,)),),
        catatan=catatan or (none_text(tampak) if not len(kode) else "Tidak ada butir agenda.",),
        sumber=SUMBER,
    )


def _agenda_rows(tampak: Tampak, evaluasi: Evaluasi, agenda: list[Any]) -> tuple[tuple[str, ...], ...]:
    rows, lanjutan = kerja_sama_of(tampak.indeks), _continuations(evaluasi)
    return tuple(
        (
            str(nomor),
            titled_text(rows.judul, str(b.id), PANJANG_JUDUL),
            shorten(rows.mitra[b.id], PANJANG_MITRA),
            rows.berakhir[b.id],
            _cause(str(b.aturan), rows.kategori[b.id], lanjutan.get(str(b.id))),
            short_opd(tampak.indeks.himpunan, b.penindak),
        )
        for nomor, b in enumerate(agenda, start=1)
    )


def titled_text(judul: dict[Any, Any], kode: str, panjang: int) -> str:
    """Return the title of a cooperation with its id; a long title is shortened, the id stays."""
    return f"{shorten(judul[kode], panjang - len(kode) - 3)} ({kode})"


@lru_cache(maxsize=16)
def _continuations(evaluasi: Evaluasi) -> dict[str, str]:
    """Return what continues the cooperations that ended, by the id of those."""
    isi = evaluasi.bahan["dilanjutkan"].dropna()
    return dict(zip(map(str, isi.index), map(str, isi), strict=True))


def _cause(aturan: str, kategori: str, lanjutan: str | None) -> str:
    """Return the name of a rule, and what is recorded to continue an ended one.

    The document under a synergy is a work plan, not a PKS.
    """
    if aturan == "M1" and lanjutan:
        return f"{ATURAN[aturan].nama}; dilanjutkan {lanjutan}"
    if aturan == "M2" and kategori == KATEGORI_SINERGI:
        return "Belum tercatat rencana kerjanya"
    return ATURAN[aturan].nama


def _agenda_sentence(tampak: Tampak, evaluasi: Evaluasi, n: int, alasan: int) -> str:
    if not n:
        return none_text(tampak)
    if not alasan:
        return open_sentence(
            scope_text(tampak),
            f"tidak ada butir agenda: {format_angka(n)} kerja sama daerah pada tanggal ini tidak kena satu aturan pun.",
        )
    per_aturan = count_rules(tampak, evaluasi)
    jumlah = dict.fromkeys(PRIORITAS, 0)
    for satu in SEMUA_ATURAN:
        jumlah[satu.prioritas] += per_aturan[satu.id]
    sekarang = (
        f"{format_angka(jumlah[1])} perlu diputuskan sekarang"
        if jumlah[1]
        else "belum ada yang harus diputuskan sekarang"
    )
    kena = int(met_rules(tampak, evaluasi).any(axis=1).sum())
    return open_sentence(
        scope_text(tampak),
        f"dari {format_angka(alasan)} butir pada {format_angka(kena)} kerja sama, {sekarang}, {format_angka(jumlah[2])} "
        f"dijadwalkan, dan {format_angka(jumlah[3])} melengkapi data.",
    )
