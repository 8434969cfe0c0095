"""The parts that a slide is made of; the same value is painted on screen, in PPTX and in PDF.

Every text is final: numbers are written as an Indonesian reads them, and a long name is
shortened here, at a word, so that no painter has to cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from kukar_potensi.model.evaluasi_bahan import short_name
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import format_angka

BELUM_DIKETAHUI: Final = "belum diketahui"
TERVERIFIKASI: Final = "terverifikasi OPD"

SUMBER_UMUM: Final = "Sumber: himpunan berita dan laman publik, alamatnya pada tiap baris"
"""The source of the rows as people read it; the page Data names files and addresses."""

PANJANG_KALIMAT: Final = 260
PANJANG_SEL: Final = 110
PANJANG_LABEL: Final = 60
PANJANG_CATATAN: Final = 420

Rata = Literal["kiri", "kanan"]


@dataclass(frozen=True)
class Angka:
    """One figure: the number as written, what it counts, and what it is a part of."""

    nilai: str
    label: str
    catatan: str = ""


@dataclass(frozen=True)
class DeretAngka:
    """Figures side by side."""

    butir: tuple[Angka, ...]


@dataclass(frozen=True)
class Batang:
    """One bar: `nilai` is a count, or a share from 0 to 1; `teks` is what stands beside it."""

    label: str
    nilai: float
    teks: str


@dataclass(frozen=True)
class Grafik:
    """Horizontal bars, the first on top. `persen` says that the values are shares from 0 to 1."""

    judul: str
    batang: tuple[Batang, ...]
    persen: bool = False


@dataclass(frozen=True)
class Lajur:
    """One column of a table: heading, share of the width, and side to which its text keeps."""

    judul: str
    lebar: float
    rata: Rata = "kiri"


@dataclass(frozen=True)
class Tabel:
    """Rows of texts; `kosong` is said when there is none, `sisa` tells what is left out."""

    judul: str
    lajur: tuple[Lajur, ...]
    baris: tuple[tuple[str, ...], ...]
    kosong: str
    sisa: str = ""


@dataclass(frozen=True)
class Uraian:
    """Short paragraphs under a heading."""

    judul: str
    butir: tuple[str, ...]


@dataclass(frozen=True)
class Peta:
    """The map of the view, coloured by an indicator; `uraian` says in words what it shows."""

    indikator: str
    tingkat: Literal["kecamatan", "desa"]
    uraian: str


Bagian = DeretAngka | Grafik | Tabel | Uraian | Peta


@dataclass(frozen=True)
class Kolom:
    """One column of a slide: share of the width, and its parts from top to bottom."""

    lebar: float
    bagian: tuple[Bagian, ...]


@dataclass(frozen=True)
class Salindia:
    """One slide: `kalimat` is the one sentence that says what it means.

    `kunci` names the slide in the address. `catatan` are the speaker's notes, `sumber` the
    line at its foot.
    """

    kunci: str
    judul: str
    kalimat: str
    kolom: tuple[Kolom, ...]
    catatan: tuple[str, ...]
    sumber: str


def shorten(teks: object, panjang: int = PANJANG_SEL) -> str:
    """Return a text on one line of at most `panjang` signs, cut at a word and marked with an ellipsis."""
    rapi = " ".join(str(teks).split())
    if len(rapi) <= panjang:
        return rapi
    potong = rapi[: panjang - 1]
    awal, spasi, _ = potong.rpartition(" ")
    pendek = awal if spasi and len(awal) > panjang // 2 else potong
    return f"{pendek.rstrip(' ,;:(–-')}…"


def part_text(bagian: int, semua: int) -> str:
    """Return "16 dari 97"."""
    return f"{format_angka(bagian)} dari {format_angka(semua)}"


def count_bars(pasangan: Iterable[tuple[str, int]]) -> tuple[Batang, ...]:
    """Return bars of counts, labels shortened."""
    return tuple(Batang(shorten(label, PANJANG_LABEL), float(n), format_angka(n)) for label, n in pasangan)


def scope_text(tampak: Tampak) -> str:
    """Return what opens a sentence about a filtered view: "Pada saringan ini, "; nothing without a filter."""
    return "" if tampak.saringan.is_kosong else "Pada saringan ini, "


def open_sentence(lingkup: str, kalimat: str) -> str:
    """Return a sentence that begins with its scope, the first letter in capital."""
    isi = f"{lingkup}{kalimat}"
    return isi[:1].upper() + isi[1:]


def nothing_text(tampak: Tampak, apa: str) -> str:
    """Say why there is nothing: the filter leaves none, or none is on record."""
    if tampak.saringan.is_kosong:
        return f"Belum ada {apa} yang tercatat."
    return f"Tidak ada {apa} pada saringan ini."


def verified_text(sudah: int, semua: int) -> str:
    """Return how far verification has come, to be put into a sentence."""
    if sudah == 0:
        return "belum satu baris pun diverifikasi OPD"
    if sudah == semua:
        return "seluruhnya sudah diverifikasi OPD"
    return f"{part_text(sudah, semua)} baris sudah diverifikasi OPD"


def places_text(tampak: Tampak, kode_kecamatan: tuple[str, ...], banyak: int = 2) -> str:
    """Return the kecamatan where a row lies, the rest counted; the regency level has none."""
    nama = [tampak.indeks.kamus.label_of("kecamatan", kode) for kode in kode_kecamatan]
    if not nama:
        return "tingkat kabupaten"
    sisa = len(nama) - banyak
    return ", ".join(nama[:banyak]) + (f", dan {sisa} lagi" if sisa > 0 else "")


@lru_cache(maxsize=4)
def _short_names(himpunan: Himpunan) -> dict[str, str]:
    isi = zip(himpunan.opd["nama"], himpunan.opd["singkatan"], strict=True)
    return {str(nama): short_name(nama, singkatan) for nama, singkatan in isi}


def short_opd(himpunan: Himpunan, nama: str) -> str:
    """Return the usual short name of an OPD; any other name as it is, at most `PANJANG_LABEL` signs."""
    return shorten(_short_names(himpunan).get(nama, nama), PANJANG_LABEL)
