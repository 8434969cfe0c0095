"""Lay a slide out on a 16:9 sheet: where every part stands and how large its letters are.

Screen, PPTX and PDF are painted from this one layout. Lengths are in millimetres from the
top left corner, letters in points. Texts are measured in the embedded font, which is wider
than the one that PPTX names, so that nothing runs over there either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from PIL import ImageFont

from kukar_potensi.ekspor.huruf import TEBAL, TEGAK
from kukar_potensi.model.paparan import SAMPUL
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Kolom, Peta, Salindia, Tabel, Uraian

LEBAR_MM: Final = 190.5 * 16 / 9
TINGGI_MM: Final = 190.5
TEPI_MM: Final = 14.0
BAWAH_MM: Final = 175.5
JARAK_KOLOM_MM: Final = 10.0
JARAK_BAGIAN_MM: Final = 5.0
MM_PER_PT: Final = 25.4 / 72
JARAK_BARIS: Final = 1.25
"""Height of a line as a multiple of the letter size."""

HURUF_JUDUL: Final = 15.0
HURUF_KAKI: Final = 10.0
HURUF_KALIMAT: Final = (27.0, 25.0, 23.0, 21.0, 19.0, 17.0)
HURUF_ISI: Final = tuple(satu / 2 for satu in range(40, 21, -1))
"""Sizes to try for the body, 20 to 11 points."""
HURUF_KEPALA: Final = 0.84
"""Letters of table headings, notes and remarks, as a share of the body's."""
SEL_MM: Final = (1.8, 1.0)
"""Space inside a cell, at its sides and above and below."""
LABEL_TERLEBAR: Final = 0.5
"""Labels of bars take at most this share of a chart's width, then they are broken into lines."""
BATANG_TERPENDEK: Final = 0.16
ANGKA_BESAR: Final = 2.5
"""Letters of a figure, as a multiple of its label's."""

_UKUR_PT: Final = 100
_LONGGAR: Final = 0.97


@dataclass(frozen=True)
class Kotak:
    """A box on the sheet, in millimetres."""

    x: float
    y: float
    lebar: float
    tinggi: float


@dataclass(frozen=True)
class Tulisan:
    """A text in its box: letter size, the text itself, and how it is broken into lines."""

    kotak: Kotak
    huruf_pt: float
    teks: str
    baris: tuple[str, ...]


@dataclass(frozen=True)
class Letak:
    """A part in its box, with the letter size of its body.

    `sel` holds the texts of a table as they fit, heading first; `tinggi` the heights of its
    rows, or of the bars of a chart, in millimetres.
    """

    bagian: DeretAngka | Grafik | Tabel | Uraian | Peta
    kotak: Kotak
    huruf_pt: float
    sel: tuple[tuple[str, ...], ...] = ()
    tinggi: tuple[float, ...] = ()


@dataclass(frozen=True)
class Tata:
    """A slide laid out."""

    salindia: Salindia
    judul: Tulisan
    kalimat: Tulisan
    bagian: tuple[Letak, ...]


def line_mm(huruf_pt: float) -> float:
    """Return the height of a line of text."""
    return huruf_pt * JARAK_BARIS * MM_PER_PT


@lru_cache(maxsize=2)
def _font(tebal: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(TEBAL if tebal else TEGAK), _UKUR_PT)


@lru_cache(maxsize=16_384)
def _word(kata: str, tebal: bool) -> float:
    return _font(tebal).getlength(kata)


def _pixels(teks: str, tebal: bool) -> float:
    """Return the width of a text in the measuring size: no letter of a word depends on the next word."""
    kata = teks.split(" ")
    return sum(_word(satu, tebal) for satu in kata) + (len(kata) - 1) * _word(" ", tebal)


def width_mm(teks: str, huruf_pt: float, *, tebal: bool = False) -> float:
    """Return how wide a text is on one line."""
    return _pixels(teks, tebal) / _UKUR_PT * huruf_pt * MM_PER_PT


def wrap_lines(teks: str, lebar_mm: float, huruf_pt: float, *, tebal: bool = False) -> list[str]:
    """Break a text into lines that fit a width; a word that is too long is broken within."""
    return list(_wrapped(teks, lebar_mm, huruf_pt, tebal))


@lru_cache(maxsize=4096)
def _wrapped(teks: str, lebar_mm: float, huruf_pt: float, tebal: bool) -> tuple[str, ...]:
    muat, spasi = lebar_mm * _LONGGAR, _word(" ", tebal)
    baris: list[str] = []
    kini, panjang = "", 0.0
    for kata in teks.split():
        lebar = _word(kata, tebal)
        calon = panjang + spasi + lebar if kini else lebar
        if calon / _UKUR_PT * huruf_pt * MM_PER_PT <= muat:
            kini, panjang = f"{kini} {kata}" if kini else kata, calon
            continue
        if kini:
            baris.append(kini)
        kini = kata
        while width_mm(kini, huruf_pt, tebal=tebal) > muat and len(kini) > 1:
            potong = _fitting(kini, muat, huruf_pt, tebal=tebal)
            baris.append(kini[:potong])
            kini = kini[potong:]
        panjang = _pixels(kini, tebal)
    return (*baris, kini) if kini or not baris else tuple(baris)


def _fitting(kata: str, muat: float, huruf_pt: float, *, tebal: bool) -> int:
    """Return how many signs of a word fit, at least one."""
    lebar = accumulate(width_mm(huruf, huruf_pt, tebal=tebal) for huruf in kata)
    return max(1, sum(1 for satu in lebar if satu <= muat))


def limit_lines(teks: str, lebar_mm: float, huruf_pt: float, paling_banyak: int) -> str:
    """Return a text that takes at most so many lines, ended with an ellipsis when it was cut."""
    baris = wrap_lines(teks, lebar_mm, huruf_pt)
    if len(baris) <= paling_banyak:
        return teks
    sisa = " ".join(baris[:paling_banyak])
    while sisa and len(wrap_lines(f"{sisa}…", lebar_mm, huruf_pt)) > paling_banyak:
        sisa = sisa[:-1].rstrip()
    return f"{sisa}…"


@lru_cache(maxsize=512)
def lay_out(salindia: Salindia) -> Tata:
    """Return where everything on a slide stands; the letters are as large as the space allows."""
    lebar = LEBAR_MM - 2 * TEPI_MM
    if salindia.kunci == SAMPUL:
        return _lay_out_cover(salindia, lebar)
    judul = Tulisan(Kotak(TEPI_MM, 9.0, lebar, line_mm(HURUF_JUDUL)), HURUF_JUDUL, salindia.judul, (salindia.judul,))
    kalimat = _headline(salindia.kalimat, TEPI_MM, 16.5, lebar, HURUF_KALIMAT, 2)
    atas = kalimat.kotak.y + kalimat.kotak.tinggi + 5.0
    jarak = JARAK_KOLOM_MM * (len(salindia.kolom) - 1)
    x, letak = TEPI_MM, []
    for kolom in salindia.kolom:
        lebar_kolom = (lebar - jarak) * kolom.lebar
        letak += _fill_column(kolom, Kotak(x, atas, lebar_kolom, BAWAH_MM - atas))
        x += lebar_kolom + JARAK_KOLOM_MM
    return Tata(salindia, judul, kalimat, tuple(letak))


def _lay_out_cover(salindia: Salindia, lebar: float) -> Tata:
    judul = Tulisan(Kotak(TEPI_MM, 44.0, lebar, line_mm(18)), 18.0, salindia.judul, (salindia.judul,))
    kalimat = _headline(salindia.kalimat, TEPI_MM, 55.0, lebar * 0.92, (44.0, 40.0, 36.0, 32.0, 28.0), 3)
    atas = kalimat.kotak.y + kalimat.kotak.tinggi + 9.0
    kotak = Kotak(TEPI_MM, atas, lebar * 0.92, BAWAH_MM - atas)
    return Tata(salindia, judul, kalimat, tuple(_fill_column(salindia.kolom[0], kotak)))


def _headline(teks: str, x: float, y: float, lebar: float, ukuran: Sequence[float], paling_banyak: int) -> Tulisan:
    """Return a sentence as large as it fits in so many lines; at the smallest size it takes what it needs."""
    for huruf in ukuran:
        baris = wrap_lines(teks, lebar, huruf, tebal=True)
        if len(baris) <= paling_banyak:
            break
    return Tulisan(Kotak(x, y, lebar, len(baris) * line_mm(huruf)), huruf, teks, tuple(baris))


def _fill_column(kolom: Kolom, ruang: Kotak) -> list[Letak]:
    """Place the parts of a column from the top, in the largest letters with which all of them fit."""
    terpasang: list[Letak] | None = None
    atas, bawah = 0, len(HURUF_ISI)
    while atas < bawah:
        tengah = (atas + bawah) // 2
        letak = [_measure(satu, ruang, HURUF_ISI[tengah]) for satu in kolom.bagian]
        if _total(letak) <= ruang.tinggi:
            terpasang, bawah = letak, tengah
        else:
            atas = tengah + 1
    if terpasang is None:
        terpasang = [_measure(satu, ruang, HURUF_ISI[-1]) for satu in kolom.bagian]
        terpasang = [_squeeze(satu, ruang, len(terpasang)) for satu in terpasang]
    return _stack(terpasang, ruang)


def _total(letak: Sequence[Letak]) -> float:
    return sum(satu.kotak.tinggi for satu in letak) + JARAK_BAGIAN_MM * (len(letak) - 1)


def _stack(letak: Sequence[Letak], ruang: Kotak) -> list[Letak]:
    """Put measured parts one under the other; a map takes what is left."""
    sisa = max(0.0, ruang.tinggi - _total(letak))
    y, hasil = ruang.y, []
    for satu in letak:
        tinggi = satu.kotak.tinggi + (sisa if isinstance(satu.bagian, Peta) else 0.0)
        kotak = Kotak(ruang.x, y, ruang.lebar, tinggi)
        hasil.append(Letak(satu.bagian, kotak, satu.huruf_pt, satu.sel, satu.tinggi))
        y += tinggi + JARAK_BAGIAN_MM
    return hasil


def _measure(bagian: DeretAngka | Grafik | Tabel | Uraian | Peta, ruang: Kotak, huruf: float) -> Letak:
    """Return a part with the height it needs at a letter size."""
    if isinstance(bagian, Peta):
        return Letak(bagian, Kotak(0, 0, ruang.lebar, min(60.0, ruang.tinggi)), huruf)
    if isinstance(bagian, Tabel):
        return _measure_table(bagian, ruang.lebar, huruf, bagian.baris)
    if isinstance(bagian, Grafik):
        label = chart_mm(bagian, ruang.lebar, huruf)[0] - 2
        batang = tuple(len(wrap_lines(satu.label, label, huruf)) * line_mm(huruf) + 1.8 for satu in bagian.batang)
        return Letak(bagian, Kotak(0, 0, ruang.lebar, title_mm(bagian.judul, huruf) + sum(batang)), huruf, (), batang)
    if isinstance(bagian, Uraian):
        tinggi = tuple(len(wrap_lines(satu, ruang.lebar - 5, huruf)) * line_mm(huruf) + 2.0 for satu in bagian.butir)
        return Letak(bagian, Kotak(0, 0, ruang.lebar, title_mm(bagian.judul, huruf) + sum(tinggi)), huruf, (), tinggi)
    return _measure_figures(bagian, ruang, huruf)


def title_mm(judul: str, huruf: float) -> float:
    """Return the height of a part's heading with the space below it; nothing without a heading."""
    return line_mm(huruf) + 2.0 if judul else 0.0


def chart_mm(grafik: Grafik, lebar: float, huruf: float) -> tuple[float, float]:
    """Return how wide the labels and the full bars of a chart are; the numbers take the rest."""
    teks = max((width_mm(satu.teks, huruf, tebal=True) for satu in grafik.batang), default=0.0) + 4.0
    perlu = max((width_mm(satu.label, huruf) for satu in grafik.batang), default=0.0) / _LONGGAR + 3.0
    paling_lebar = min(LABEL_TERLEBAR * lebar, lebar - teks - BATANG_TERPENDEK * lebar)
    label = max(min(perlu, paling_lebar), 10.0)
    return label, max(lebar - label - teks, 5.0)


def figure_grid(deret: DeretAngka, lebar: float) -> int:
    """Return how many figures stand side by side in a width."""
    return min(len(deret.butir), 4 if lebar > 200 else 2)


def _measure_figures(deret: DeretAngka, ruang: Kotak, huruf: float) -> Letak:
    sejajar = figure_grid(deret, ruang.lebar)
    lebar = ruang.lebar / sejajar - 8
    tinggi = []
    for mulai in range(0, len(deret.butir), sejajar):
        baris = deret.butir[mulai : mulai + sejajar]
        tinggi.append(max(figure_mm(satu.label, satu.catatan, lebar, huruf) for satu in baris))
    return Letak(deret, Kotak(0, 0, ruang.lebar, sum(tinggi) + 6.0 * (len(tinggi) - 1)), huruf, (), tuple(tinggi))


def figure_mm(label: str, catatan: str, lebar: float, huruf: float) -> float:
    """Return the height of one figure: the number, its label and its note."""
    kecil = huruf * HURUF_KEPALA
    n_label = len(wrap_lines(label, lebar, huruf, tebal=True))
    n_catatan = len(wrap_lines(catatan, lebar, kecil)) if catatan else 0
    return line_mm(huruf * ANGKA_BESAR) * 0.92 + n_label * line_mm(huruf) + n_catatan * line_mm(kecil) + 2.0


def cell_mm(tabel: Tabel, lebar: float) -> list[float]:
    """Return the width of every column of a table."""
    jumlah = sum(satu.lebar for satu in tabel.lajur)
    return [lebar * satu.lebar / jumlah for satu in tabel.lajur]


def _measure_table(tabel: Tabel, lebar: float, huruf: float, baris: Sequence[tuple[str, ...]]) -> Letak:
    kepala = tuple(satu.judul for satu in tabel.lajur)
    lebar_sel = [satu - 2 * SEL_MM[0] for satu in cell_mm(tabel, lebar)]
    kecil = huruf * HURUF_KEPALA
    if not baris:
        tinggi = (len(wrap_lines(tabel.kosong, lebar, huruf)) * line_mm(huruf),)
        return Letak(tabel, Kotak(0, 0, lebar, title_mm(tabel.judul, huruf) + tinggi[0]), huruf, (), tinggi)
    n_kepala = max(len(wrap_lines(k, w, kecil, tebal=True)) for k, w in zip(kepala, lebar_sel, strict=True))
    tinggi_baris = [n_kepala * line_mm(kecil) + 2 * SEL_MM[1]]
    for satu in baris:
        n = max(len(wrap_lines(isi, w, huruf)) for isi, w in zip(satu, lebar_sel, strict=True))
        tinggi_baris.append(n * line_mm(huruf) + 2 * SEL_MM[1])
    kaki = len(wrap_lines(tabel.sisa, lebar, kecil)) * line_mm(kecil) + 1.5 if tabel.sisa else 0.0
    kotak = Kotak(0, 0, lebar, title_mm(tabel.judul, huruf) + sum(tinggi_baris) + kaki)
    return Letak(tabel, kotak, huruf, (kepala, *baris), tuple(tinggi_baris))


def _squeeze(letak: Letak, ruang: Kotak, banyak: int) -> Letak:
    """Return a table or chart that is still too high with its texts cut to so many lines that it fits."""
    if isinstance(letak.bagian, Grafik):
        return _squeeze_chart(letak, letak.bagian, ruang, banyak)
    if not isinstance(letak.bagian, Tabel) or not letak.bagian.baris:
        return letak
    lebar_sel = [satu - 2 * SEL_MM[0] for satu in cell_mm(letak.bagian, ruang.lebar)]
    for paling_banyak in (3, 2, 1):
        baris = [
            tuple(limit_lines(isi, w, letak.huruf_pt, paling_banyak) for isi, w in zip(satu, lebar_sel, strict=True))
            for satu in letak.bagian.baris
        ]
        hasil = _measure_table(letak.bagian, ruang.lebar, letak.huruf_pt, baris)
        if hasil.kotak.tinggi * banyak <= ruang.tinggi:
            break
    return hasil


def _squeeze_chart(letak: Letak, grafik: Grafik, ruang: Kotak, banyak: int) -> Letak:
    label = chart_mm(grafik, ruang.lebar, letak.huruf_pt)[0] - 2
    for paling_banyak in (2, 1):
        batang = tuple(
            replace(satu, label=limit_lines(satu.label, label, letak.huruf_pt, paling_banyak)) for satu in grafik.batang
        )
        hasil = _measure(replace(grafik, batang=batang), ruang, letak.huruf_pt)
        if hasil.kotak.tinggi * banyak <= ruang.tinggi:
            break
    return hasil
