"""The slides about existing cooperation: its evaluation, the agenda, and who does what by when.

Cooperation between desa is counted apart (Permendagri 96/2017), as on the page Kerja Sama.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import ATURAN, KATEGORI_DESA, PRIORITAS, SEMUA_ATURAN, label_langkah
from kukar_potensi.model.paparan_bentuk import (
    PANJANG_CATATAN,
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
    part_text,
    scope_text,
    short_opd,
    shorten,
)
from kukar_potensi.model.status import BATAS_SEGERA_HARI, SEGERA_BERAKHIR, SEMUA_STATUS, TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

BANYAK_AGENDA: Final = 10
BANYAK_TINDAKAN: Final = 7
BANYAK_KODE: Final = 4
PANJANG_JUDUL: Final = 100
PANJANG_OBJEK: Final = 72
SUMBER: Final = "Sumber: kerja_sama.csv dan tindak_lanjut.csv; aturan usulan, ditetapkan TKKSD"

_ATURAN_SEKARANG: Final = tuple(satu.id for satu in SEMUA_ATURAN if satu.prioritas == 1)
_ATURAN_TENGGAT: Final = ("W1", "W2")
"""Rules about an end still to come: the decision is due before that day."""


@lru_cache(maxsize=64)
def regional_rows(tampak: Tampak) -> pd.DataFrame:
    """Return the view's cooperations without those between desa."""
    return tampak.kerja_sama[tampak.kerja_sama["kategori"].ne(KATEGORI_DESA).to_numpy(bool)]


@lru_cache(maxsize=8)
def _whole_agenda(evaluasi: Evaluasi) -> tuple[Any, ...]:
    """Return every row of a day's agenda, most urgent first; a view's agenda is a part of it in the same order."""
    return tuple(evaluasi.agenda().itertuples(index=False))


def _agenda_of(evaluasi: Evaluasi, kode: pd.Index) -> list[Any]:
    """Return the rows of the agenda that are about some cooperations, most urgent first."""
    ada = set(map(str, kode))
    return [baris for baris in _whole_agenda(evaluasi) if baris.id in ada]


def build_evaluasi_salindia(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide on status, hanging and expiring cooperations."""
    tabel = regional_rows(tampak)
    n, jumlah = len(tabel), evaluasi.counts(tabel.index)
    menggantung = int(evaluasi.menggantung.reindex(tabel.index).sum())
    status = {str(k): int(v) for k, v in tabel["status"].value_counts().items()}
    mendesak = int(tabel["mendesak"].sum())
    angka = DeretAngka(
        (
            Angka(format_angka(menggantung), "menggantung", f"dari {format_angka(n)} kerja sama daerah"),
            Angka(format_angka(jumlah["M1"]), "berakhir tanpa keputusan", "yang tercatat"),
            Angka(
                format_angka(status.get(SEGERA_BERAKHIR, 0)),
                f"berakhir dalam {BATAS_SEGERA_HARI} hari",
                f"{format_angka(mendesak)} di antaranya mendesak",
            ),
            Angka(
                format_angka(status.get(TIDAK_DIKETAHUI, 0)), "masa berlaku belum diketahui", "tanggal berakhir kosong"
            ),
        )
    )
    utama = [satu for satu in SEMUA_ATURAN if satu.prioritas < 3]
    return Salindia(
        kunci="evaluasi",
        judul="Evaluasi kerja sama yang ada",
        kalimat=_evaluation_sentence(tampak, n, menggantung, status),
        kolom=(
            Kolom(0.42, (angka,)),
            Kolom(
                0.58,
                (
                    Grafik("Status pada tanggal ini", count_bars((s, status.get(s, 0)) for s in SEMUA_STATUS)),
                    Grafik("Yang perlu diputuskan atau dijadwalkan", count_bars((a.nama, jumlah[a.id]) for a in utama)),
                ),
            ),
        ),
        catatan=(
            (
                "Menggantung: berakhir tanpa keputusan, kesepakatan atau nota lebih dari 12 bulan tanpa PKS, atau laporan "
                "berhenti lebih dari 6 bulan. Satu kerja sama dapat kena beberapa aturan."
            ),
            (
                f"Status dihitung per {format_tanggal(tampak.indeks.tanggal)}. Tanpa tanggal berakhir, masa berlakunya "
                "belum diketahui; tidak dianggap selamanya dan tidak dianggap habis."
            ),
            *_village_note(tampak, n),
        ),
        sumber=SUMBER,
    )


def _village_note(tampak: Tampak, n: int) -> tuple[str, ...]:
    desa = tampak.n_kerja_sama - n
    return (f"{format_angka(desa)} kerja sama desa pada pilihan ini dihitung terpisah.",) if desa else ()


def _none_text(tampak: Tampak) -> str:
    if tampak.n_kerja_sama:
        return "Hanya ada kerja sama desa, yang dihitung terpisah dari kerja sama daerah."
    return nothing_text(tampak, "kerja sama")


def _evaluation_sentence(tampak: Tampak, n: int, menggantung: int, status: dict[str, int]) -> str:
    if not n:
        return _none_text(tampak)
    segera, tanpa = status.get(SEGERA_BERAKHIR, 0), status.get(TIDAK_DIKETAHUI, 0)
    bagian = [
        f"{part_text(menggantung, n)} kerja sama daerah menggantung"
        if menggantung
        else f"dari {format_angka(n)} kerja sama daerah belum tercatat yang menggantung",
        f"{format_angka(segera)} berakhir dalam {BATAS_SEGERA_HARI} hari"
        if segera
        else f"belum tercatat yang berakhir dalam {BATAS_SEGERA_HARI} hari",
    ]
    if tanpa:
        bagian.append(f"masa berlaku {format_angka(tanpa)} kerja sama belum diketahui")
    return open_sentence(scope_text(tampak), f"{', '.join(bagian[:-1])}, dan {bagian[-1]}.")


def build_agenda_salindia(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide with the first ten points of the agenda."""
    kode = regional_rows(tampak).index
    agenda = _agenda_of(evaluasi, kode)[:BANYAK_AGENDA]
    alasan = sum(evaluasi.counts(kode).values())
    judul, mitra = (tampak.kerja_sama[kolom].to_dict() for kolom in ("judul", "mitra"))
    baris = tuple(
        (
            str(nomor),
            _titled(judul, str(b.id), PANJANG_JUDUL),
            ATURAN[str(b.aturan)].nama,
            short_opd(tampak.indeks.himpunan, b.penindak),
        )
        for nomor, b in enumerate(agenda, start=1)
    )
    lajur = (
        Lajur("No", 0.05, "kanan"),
        Lajur("Kerja sama", 0.53),
        Lajur("Sebab", 0.25),
        Lajur("Siapa", 0.17),
    )
    catatan = tuple(
        shorten(
            f"{nomor}. {judul[b.id]}, mitra {mitra[b.id]}: {b.alasan} Usulan: {label_langkah(b.langkah)}.",
            PANJANG_CATATAN,
        )
        for nomor, b in enumerate(agenda, start=1)
    )
    sisa = alasan - len(agenda)
    return Salindia(
        kunci="agenda",
        judul=f"Agenda evaluasi: {len(agenda)} teratas" if len(agenda) else "Agenda evaluasi",
        kalimat=_agenda_sentence(tampak, evaluasi, kode, alasan),
        kolom=(
            Kolom(
                1.0,
                (
                    Tabel(
                        "",
                        lajur,
                        baris,
                        "Tidak ada yang perlu diputuskan menurut aturan ini.",
                        f"Masih ada {format_angka(sisa)} butir lagi; daftar lengkap pada unduhan agenda di halaman Kerja Sama."
                        if sisa
                        else "",
                    ),
                ),
            ),
        ),
        catatan=catatan or (_none_text(tampak) if not len(kode) else "Tidak ada butir agenda.",),
        sumber=SUMBER,
    )


def _titled(judul: dict[Any, Any], kode: str, panjang: int) -> str:
    """Return the title of a cooperation with its id; a long title is shortened, the id stays."""
    return f"{shorten(judul[kode], panjang - len(kode) - 3)} ({kode})"


def _agenda_sentence(tampak: Tampak, evaluasi: Evaluasi, kode: pd.Index, alasan: int) -> str:
    if not len(kode):
        return _none_text(tampak)
    kena = evaluasi.kena.loc[kode]
    if not alasan:
        return open_sentence(
            scope_text(tampak),
            f"tidak ada butir agenda: {format_angka(len(kode))} kerja sama daerah tidak kena satu aturan pun.",
        )
    sekarang = int(kena[list(_ATURAN_SEKARANG)].any(axis=1).sum())
    awal = (
        f"{format_angka(sekarang)} kerja sama perlu diputuskan sekarang"
        if sekarang
        else "belum ada yang harus diputuskan sekarang"
    )
    return open_sentence(
        scope_text(tampak),
        f"{awal}; seluruhnya {format_angka(alasan)} butir pada {format_angka(int(kena.any(axis=1).sum()))} kerja sama "
        "menunggu keputusan atau kelengkapan data.",
    )


@dataclass(frozen=True)
class Tindakan:
    """One thing to do: who, what, for which cooperations, by which day (None: unknown), and the rule that asks it."""

    penindak: str
    apa: str
    kode: tuple[str, ...]
    tenggat: pd.Timestamp | None
    aturan: str


def list_tindakan(evaluasi: Evaluasi, kode: pd.Index) -> tuple[Tindakan, ...]:
    """Return what the agenda asks, one entry a rule, actor and action, most urgent first.

    The day is the earliest possible end among its cooperations where the rule is about an
    end still to come, else unknown. Every row of the agenda is in exactly one entry.
    """
    kelompok: dict[tuple[str, str, str], list[str]] = {}
    for baris in _agenda_of(evaluasi, kode):
        kelompok.setdefault((baris.aturan, baris.penindak, baris.tindakan), []).append(baris.id)
    urut = {satu.id: letak for letak, satu in enumerate(SEMUA_ATURAN)}
    akhir = evaluasi.bahan["berakhir_awal"].to_dict()
    hasil = [
        Tindakan(penindak, apa, tuple(daftar), _due(akhir, daftar) if aturan in _ATURAN_TENGGAT else None, aturan)
        for (aturan, penindak, apa), daftar in kelompok.items()
    ]
    return tuple(sorted(hasil, key=lambda satu: (ATURAN[satu.aturan].prioritas, urut[satu.aturan], -len(satu.kode))))


def _due(akhir: dict[Any, Any], kode: list[str]) -> pd.Timestamp | None:
    """Return the earliest possible end of some cooperations; None where none is known."""
    diketahui = [akhir[satu] for satu in kode if not pd.isna(akhir[satu])]
    return min(diketahui) if diketahui else None


def build_tindak_lanjut(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide on who does what by when; blank where the day is unknown."""
    kode = regional_rows(tampak).index
    semua = list_tindakan(evaluasi, kode)
    judul = tampak.kerja_sama["judul"].to_dict()
    tampil = semua[:BANYAK_TINDAKAN]
    baris = tuple(
        (short_opd(tampak.indeks.himpunan, satu.penindak), shorten(satu.apa), _objects(satu, judul), _day_text(satu))
        for satu in tampil
    )
    sisa = len(semua) - len(tampil)
    lajur = (Lajur("Siapa", 0.15), Lajur("Apa", 0.38), Lajur("Kerja sama", 0.34), Lajur("Tenggat", 0.13))
    return Salindia(
        kunci="tindak-lanjut",
        judul="Tindak lanjut: siapa, apa, kapan",
        kalimat=_action_sentence(tampak, semua, len(kode)),
        kolom=(
            Kolom(
                1.0,
                (
                    Tabel(
                        "",
                        lajur,
                        baris,
                        "Tidak ada tindak lanjut menurut aturan evaluasi.",
                        f"Masih ada {format_angka(sisa)} baris tindak lanjut lagi. Kolom Tenggat kosong: belum diketahui, diisi rapat."
                        if sisa
                        else "Kolom Tenggat kosong: belum diketahui, diisi rapat.",
                    ),
                ),
            ),
        ),
        catatan=(
            "Disusun dari agenda: yang paling mendesak dahulu, lalu yang paling banyak kerja samanya.",
            "Tenggat hanya terisi bila tanggal berakhir kerja samanya diketahui; selebihnya ditetapkan rapat.",
            f"Prioritas: {'; '.join(f'{nomor} {nama}' for nomor, nama in PRIORITAS.items())}.",
        ),
        sumber=SUMBER,
    )


def _day_text(satu: Tindakan) -> str:
    return format_tanggal(satu.tenggat.date()) if satu.tenggat is not None else ""


def _objects(satu: Tindakan, judul: dict[Any, Any]) -> str:
    if len(satu.kode) == 1:
        return _titled(judul, satu.kode[0], PANJANG_OBJEK)
    daftar = ", ".join(satu.kode[:BANYAK_KODE])
    return f"{format_angka(len(satu.kode))} kerja sama: {daftar}{', …' if len(satu.kode) > BANYAK_KODE else ''}"


def _action_sentence(tampak: Tampak, semua: tuple[Tindakan, ...], n: int) -> str:
    if not n:
        return _none_text(tampak)
    if not semua:
        return open_sentence(scope_text(tampak), "tidak ada tindak lanjut yang diminta aturan evaluasi.")
    pihak = len({satu.penindak for satu in semua})
    butir = sum(len(satu.kode) for satu in semua)
    bertenggat = sum(len(satu.kode) for satu in semua if satu.tenggat is not None)
    tenggat = (
        f"{format_angka(bertenggat)} butir sudah diketahui tenggatnya, {format_angka(butir - bertenggat)} belum"
        if bertenggat
        else "belum satu pun diketahui tenggatnya"
    )
    return open_sentence(
        scope_text(tampak),
        f"{format_angka(butir)} butir tindak lanjut menunggu {format_angka(pihak)} pihak; {tenggat}.",
    )
