"""Measure and place text on a page: sections that shrink, then shorten, until they fit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from kukar_potensi.ekspor.huruf import NAMA, printable
from kukar_potensi.ekspor.lembar_isi import Bagian, Butir

GELAP: Final = (22, 38, 42)
REDUP: Final = (84, 99, 100)
AKSEN: Final = (11, 93, 91)

LENGKAP, RINGKAS, NAMA_SAJA = 2, 1, 0
MM_PER_PT: Final = 25.4 / 72
RAPAT: Final = 1.28
"""Height of a line as a multiple of the letter size."""
UKUR_PT: Final = 100.0
PALING_SEDIKIT: Final = 3
"""Entries that each section keeps while the others take their room."""


@dataclass(frozen=True)
class Gaya:
    """Look of a piece of text: size in points, bold, colour."""

    pt: float
    tebal: bool = False
    warna: tuple[int, int, int] = GELAP

    @property
    def tinggi(self) -> float:
        """Height of a line in millimetres."""
        return self.pt * MM_PER_PT * RAPAT


BAGIAN: Final = Gaya(9.6, tebal=True, warna=AKSEN)
JUDUL: Final = Gaya(8.3, tebal=True)
URAIAN: Final = Gaya(7.8)
RINCIAN: Final = Gaya(7.0, warna=REDUP)
JARAK_BUTIR: Final = 1.1
SEBARIS: Final = URAIAN.tinggi + 0.3
"""Height of an entry shown by name only (mm)."""
JARAK_BAGIAN: Final = 2.6


class Pena:
    """Write on an FPDF page in millimetres; everything written is plain text."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self._lebar: dict[tuple[bool, str], float] = {}

    def _use(self, gaya: Gaya) -> None:
        self.pdf.set_font(NAMA, "B" if gaya.tebal else "", gaya.pt)
        self.pdf.set_text_color(*gaya.warna)

    def width(self, teks: str, gaya: Gaya) -> float:
        """Return the width of one line (mm); each sign is measured once."""
        for tanda in teks:
            if (gaya.tebal, tanda) not in self._lebar:
                self._use(Gaya(UKUR_PT, gaya.tebal))
                self._lebar[gaya.tebal, tanda] = self.pdf.get_string_width(tanda) / UKUR_PT
        return gaya.pt * sum(self._lebar[gaya.tebal, tanda] for tanda in teks)

    def lines(self, teks: str, lebar: float, gaya: Gaya) -> list[str]:
        """Return a text broken into lines of a width; no line for an empty text."""
        hasil: list[str] = []
        sisa = 0.0
        spasi = self.width(" ", gaya)
        for kata in printable(teks).split():
            panjang = self.width(kata, gaya)
            if hasil and spasi + panjang <= sisa:
                hasil[-1] += f" {kata}"
                sisa -= spasi + panjang
                continue
            *penuh, kata_akhir = self._cut(kata, lebar, gaya) if panjang > lebar else [kata]
            hasil += [*penuh, kata_akhir]
            sisa = lebar - self.width(kata_akhir, gaya)
        return hasil

    def _cut(self, kata: str, lebar: float, gaya: Gaya) -> list[str]:
        """Return a word too long for a line in pieces that each fit one."""
        potong, panjang = [""], 0.0
        for tanda in kata:
            tambah = self.width(tanda, gaya)
            if potong[-1] and panjang + tambah > lebar:
                potong.append("")
                panjang = 0.0
            potong[-1] += tanda
            panjang += tambah
        return potong

    def height(self, teks: str, lebar: float, gaya: Gaya) -> float:
        """Return the height a text takes (mm)."""
        return len(self.lines(teks, lebar, gaya)) * gaya.tinggi

    def write(self, x: float, y: float, lebar: float, teks: str, gaya: Gaya, *, sebaris: bool = False) -> float:
        """Write a text from (x, y) downward and return where it ends; `sebaris` cuts it to one line."""
        baris = [self.shorten(teks, lebar, gaya)] if sebaris else self.lines(teks, lebar, gaya)
        self._use(gaya)
        for satu in baris:
            self.pdf.set_xy(x, y)
            self.pdf.cell(lebar, gaya.tinggi, satu)
            y += gaya.tinggi
        return y

    def shorten(self, teks: str, lebar: float, gaya: Gaya) -> str:
        """Return a text cut short (…) so that it fits one line."""
        bersih = printable(teks)
        if self.width(bersih, gaya) <= lebar:
            return bersih
        while len(bersih) > 1 and self.width(f"{bersih}…", gaya) > lebar:
            bersih = bersih[:-1].rstrip(" ,·;")
        return f"{bersih}…"

    def shrink(self, teks: str, lebar: float, gaya: Gaya, paling_kecil: float) -> Gaya:
        """Return the look with the largest size, from its own down to `paling_kecil`, at which a text is one line."""
        while gaya.pt > paling_kecil and len(self.lines(teks, lebar, gaya)) > 1:
            gaya = Gaya(gaya.pt - 0.5, gaya.tebal, gaya.warna)
        return gaya


Pilihan = tuple[int, ...]
"""How a section is shown: the level of detail of each entry shown, from the first."""


def plan_column(pena: Pena, bagian: Sequence[Bagian], lebar: float, tinggi: float) -> list[Pilihan]:
    """Return how each section is shown so that all of them fit the height.

    In turn, as far as the room goes: every section keeps a few names; all names, earlier
    sections first; the first section's details and descriptions; details and at last
    descriptions of the others, from the first entry on.
    """
    paling_banyak = int(tinggi / SEBARIS) + 1
    ukur = [_Ukuran(pena, satu, lebar, paling_banyak) for satu in bagian]
    pilihan: list[Pilihan] = [(NAMA_SAJA,) * min(PALING_SEDIKIT, u.banyak) for u in ukur]

    def spare() -> float:
        return tinggi - sum(u.height(p) for u, p in zip(ukur, pilihan, strict=True))

    while spare() < 0 and any(pilihan):
        terpanjang = max(range(len(pilihan)), key=lambda i: (len(pilihan[i]), i))
        pilihan[terpanjang] = pilihan[terpanjang][:-1]
    for i, satu in enumerate(ukur):
        pilihan[i] = satu.extend(pilihan[i], spare())
    langkah = [(0, RINGKAS), (0, LENGKAP), *((i, rinci) for rinci in (RINGKAS, LENGKAP) for i in range(1, len(ukur)))]
    for i, rinci in langkah if ukur else ():
        pilihan[i] = ukur[i].enrich(pilihan[i], rinci, spare())
    return pilihan


def full_height(pena: Pena, bagian: Sequence[Bagian], lebar: float, tinggi: float) -> float:
    """Return the height of sections shown in full (mm); infinite when the names alone exceed `tinggi`."""
    paling_banyak = int(tinggi / SEBARIS) + 1
    if any(len(satu.butir) > paling_banyak for satu in bagian):
        return math.inf
    return sum(_Ukuran(pena, satu, lebar, paling_banyak).height((LENGKAP,) * len(satu.butir)) for satu in bagian)


class _Ukuran:
    """Heights of one section; those of its entries are measured once and only as many as a page can hold."""

    def __init__(self, pena: Pena, bagian: Bagian, lebar: float, paling_banyak: int) -> None:
        self.jumlah = len(bagian.butir)
        self.banyak = min(self.jumlah, paling_banyak)
        self._butir = [
            tuple(_entry_height(pena, satu, rinci, lebar) for rinci in (NAMA_SAJA, RINGKAS, LENGKAP))
            for satu in bagian.butir[: self.banyak]
        ]
        self._dasar = pena.height(bagian.judul, lebar, BAGIAN) + 0.8 + JARAK_BAGIAN
        if not self.jumlah:
            self._dasar += pena.height(bagian.kosong, lebar, URAIAN)

    def height(self, pilihan: Pilihan) -> float:
        """Return the height shown in a given way (mm), with the gap below it."""
        sisa = RINCIAN.tinggi if len(pilihan) < self.jumlah else 0.0
        return self._dasar + sisa + sum(tinggi[rinci] for tinggi, rinci in zip(self._butir, pilihan, strict=False))

    def extend(self, pilihan: Pilihan, ruang: float) -> Pilihan:
        """Return more names, as far as the room goes."""
        while len(pilihan) < self.banyak:
            lebih = (*pilihan, NAMA_SAJA)
            if self.height(lebih) - self.height(pilihan) > ruang:
                break
            ruang -= self.height(lebih) - self.height(pilihan)
            pilihan = lebih
        return pilihan

    def enrich(self, pilihan: Pilihan, rinci: int, ruang: float) -> Pilihan:
        """Return the entries from the first at a higher level, as far as the room goes."""
        hasil = list(pilihan)
        for i, kini in enumerate(hasil):
            tambah = self._butir[i][rinci] - self._butir[i][kini]
            if kini < rinci - 1 or tambah > ruang:
                break
            hasil[i], ruang = max(kini, rinci), ruang - tambah
        return tuple(hasil)


def _entry_height(pena: Pena, butir: Butir, rinci: int, lebar: float) -> float:
    if not butir.judul:
        return pena.height(butir.uraian, lebar, URAIAN) + JARAK_BUTIR
    if _is_sebaris(butir, rinci):
        return SEBARIS
    tinggi = pena.height(butir.judul, lebar, JUDUL) + pena.height(butir.rincian, lebar, RINCIAN)
    return tinggi + JARAK_BUTIR + (pena.height(butir.uraian, lebar, URAIAN) if rinci == LENGKAP else 0.0)


def _is_sebaris(butir: Butir, rinci: int) -> bool:
    """Tell whether an entry is one line: its name only, or a level that has nothing to add."""
    return rinci == NAMA_SAJA or (rinci == RINGKAS and not butir.rincian)


def write_section(
    pena: Pena, bagian: Bagian, pilihan: Pilihan, kotak: tuple[float, float, float], alamat: str
) -> float:
    """Write a section at (x, y, width) and return where it ends; what is left out is counted, with the address."""
    x, y, lebar = kotak
    y = pena.write(x, y, lebar, bagian.judul, BAGIAN) + 0.4
    pena.pdf.set_draw_color(*AKSEN)
    pena.pdf.set_line_width(0.25)
    pena.pdf.line(x, y - 0.2, x + lebar, y - 0.2)
    y += 0.4
    if not bagian.butir:
        return pena.write(x, y, lebar, bagian.kosong, URAIAN) + JARAK_BAGIAN
    for satu, rinci in zip(bagian.butir, pilihan, strict=False):
        y = _write_entry(pena, satu, rinci, x, y, lebar)
    if sisa := len(bagian.butir) - len(pilihan):
        tempat = "pindai kode QR di atas" if alamat else "buka halaman Wilayah pada aplikasi"
        y = pena.write(x, y, lebar, f"dan {sisa} lagi: {tempat}", RINCIAN, sebaris=True)
    return y + JARAK_BAGIAN


def _write_entry(pena: Pena, butir: Butir, rinci: int, x: float, y: float, lebar: float) -> float:
    if not butir.judul:
        return pena.write(x, y, lebar, butir.uraian, URAIAN) + JARAK_BUTIR
    if _is_sebaris(butir, rinci):
        pena.write(x, y, lebar, f"• {butir.judul}", URAIAN, sebaris=True)
        return y + SEBARIS
    y = pena.write(x, y, lebar, butir.judul, JUDUL)
    if rinci == LENGKAP:
        y = pena.write(x, y, lebar, butir.uraian, URAIAN)
    return pena.write(x, y, lebar, butir.rincian, RINCIAN) + JARAK_BUTIR
