"""Compute the briefing: every slide with its one sentence, from one view, agenda and gaps.

The order is that of the Sekda's points of 3 May 2024: what is recorded; evaluation of what
exists; alignment with plans and duties; the chances of IKN; then gaps, what to do, sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kukar_potensi.model.calon import Calon
from kukar_potensi.model.celah import Celah
from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.paparan_bentuk import Kolom, Salindia, Uraian, shorten
from kukar_potensi.model.paparan_data import build_sumber, build_tercatat
from kukar_potensi.model.paparan_evaluasi import build_agenda_salindia, build_evaluasi_salindia
from kukar_potensi.model.paparan_peluang import build_celah_salindia, build_peluang_salindia
from kukar_potensi.model.paparan_selaras import build_keselarasan
from kukar_potensi.model.paparan_tindakan import build_tindak_lanjut
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal

JUDUL_BAWAAN: Final = "Potensi dan kerja sama daerah Kutai Kartanegara"
SAMPUL: Final = "sampul"
PANJANG_JUDUL: Final = 110
PANJANG_RAPAT: Final = 140
PANJANG_SUSUNAN: Final = 400


@dataclass(frozen=True)
class Acara:
    """What the briefing is for: title, meeting and its day; an empty title is the usual one.

    Texts are put on one line and kept short; the day may be unknown.
    """

    judul: str = ""
    rapat: str = ""
    tanggal: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "judul", shorten(self.judul, PANJANG_JUDUL) or JUDUL_BAWAAN)
        object.__setattr__(self, "rapat", shorten(self.rapat, PANJANG_RAPAT))


@dataclass(frozen=True, eq=False)
class BahanPaparan:
    """What the slides are computed from: one view, the day's evaluation, the view's gaps and candidates."""

    tampak: Tampak
    evaluasi: Evaluasi
    celah: Celah
    calon: tuple[Calon, ...]


_PENYUSUN: Final[dict[str, tuple[str, Callable[[BahanPaparan], Salindia]]]] = {
    "tercatat": ("Yang tercatat dan kelengkapannya", lambda b: build_tercatat(b.tampak)),
    "evaluasi": ("Evaluasi kerja sama yang ada", lambda b: build_evaluasi_salindia(b.tampak, b.evaluasi)),
    "agenda": ("Agenda evaluasi: teratas", lambda b: build_agenda_salindia(b.tampak, b.evaluasi)),
    "keselarasan": ("Keselarasan: tugas, rencana, verifikasi", lambda b: build_keselarasan(b.tampak, b.evaluasi)),
    "peluang": ("Peluang IKN di peta", lambda b: build_peluang_salindia(b.tampak)),
    "celah": ("Celah dan calon kerja sama", lambda b: build_celah_salindia(b.tampak, b.celah, b.calon)),
    "tindak-lanjut": ("Tindak lanjut: siapa, apa, kapan", lambda b: build_tindak_lanjut(b.tampak, b.evaluasi, b.calon)),
    "sumber": ("Sumber dan yang perlu diingat", lambda b: build_sumber(b.tampak)),
}

SEMUA_SALINDIA: Final[dict[str, str]] = {SAMPUL: "Sampul", **{kunci: isi[0] for kunci, isi in _PENYUSUN.items()}}
"""Every slide by its word in the address, with the name to choose it by, in the usual order."""


def build_salindia(bahan: BahanPaparan) -> dict[str, Salindia]:
    """Return every slide but the cover, by its word in the address."""
    return {kunci: susun(bahan) for kunci, (_, susun) in _PENYUSUN.items()}


def build_sampul(tampak: Tampak, acara: Acara) -> Salindia:
    """Return the cover: the title stands as its sentence, below it meeting, day, filter and version."""
    himpunan = tampak.indeks.himpunan
    saringan = tampak.saringan.describe(tampak.indeks.kamus)
    rapat = " · ".join(satu for satu in (acara.rapat, format_tanggal(acara.tanggal) if acara.tanggal else "") if satu)
    posisi = f"Posisi kerja sama per {format_tanggal(tampak.indeks.tanggal)}"
    butir = (
        *((rapat,) if rapat else ()),
        posisi,
        shorten(f"Saringan: {'; '.join(saringan)}", 220) if saringan else "Seluruh data, tanpa saringan",
        f"Versi data {himpunan.versi}, dari sumber publik",
    )
    return Salindia(
        kunci=SAMPUL,
        judul="Kabupaten Kutai Kartanegara",
        kalimat=acara.judul,
        kolom=(Kolom(1.0, (Uraian("", butir),)),),
        catatan=(
            (
                "Urutan paparan mengikuti arahan Sekretaris Daerah 3 Mei 2024: evaluasi kerja sama yang ada, keselarasan "
                "dengan rencana dan tugas OPD, lalu peluang IKN."
            ),
        ),
        sumber="Kukar Potensi",
    )


def read_susunan(teks: object) -> tuple[str, ...]:
    """Return which slides are shown and in which order, from the words of an address.

    Words are joined by commas; unknown and repeated ones are dropped. Nothing usable means
    every slide in the usual order.
    """
    if not isinstance(teks, str):
        return tuple(SEMUA_SALINDIA)
    kata = dict.fromkeys(satu.strip() for satu in teks[:PANJANG_SUSUNAN].split(","))
    return tuple(satu for satu in kata if satu in SEMUA_SALINDIA) or tuple(SEMUA_SALINDIA)


def write_susunan(urutan: Iterable[str]) -> str:
    """Return the words of the address for an order; empty for the usual one."""
    daftar = tuple(urutan)
    return "" if daftar == tuple(SEMUA_SALINDIA) else ",".join(daftar)


def move_salindia(urutan: tuple[str, ...], kunci: str, arah: int) -> tuple[str, ...]:
    """Return the order with one slide moved up (-1) or down (1); at the edge, or when hidden, it stays."""
    if kunci not in urutan:
        return urutan
    letak = urutan.index(kunci)
    tujuan = letak + arah
    if not 0 <= tujuan < len(urutan):
        return urutan
    baru = list(urutan)
    baru[letak], baru[tujuan] = baru[tujuan], baru[letak]
    return tuple(baru)


def toggle_salindia(urutan: tuple[str, ...], kunci: str) -> tuple[str, ...]:
    """Return the order with one slide hidden, or shown again at its usual place; the last one stays."""
    if kunci in urutan:
        sisa = tuple(satu for satu in urutan if satu != kunci)
        return sisa or urutan
    biasa = list(SEMUA_SALINDIA)
    if kunci not in biasa:
        return urutan
    sebelum = [satu for satu in urutan if biasa.index(satu) < biasa.index(kunci)]
    letak = urutan.index(sebelum[-1]) + 1 if sebelum else 0
    return (*urutan[:letak], kunci, *urutan[letak:])


def arrange(bahan: BahanPaparan, isi: dict[str, Salindia], acara: Acara, urutan: Iterable[str]) -> tuple[Salindia, ...]:
    """Return the slides to show: the cover for this meeting and the computed ones, in order."""
    lengkap = {SAMPUL: build_sampul(bahan.tampak, acara), **isi}
    return tuple(lengkap[kunci] for kunci in urutan)
