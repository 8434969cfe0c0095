"""Paint a laid-out slide on a page of a PDF, at any place and scale."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from kukar_potensi.ekspor.huruf import NAMA, printable
from kukar_potensi.ekspor.salindia_tata import (
    ANGKA_BESAR,
    HURUF_KAKI,
    HURUF_KEPALA,
    LEBAR_MM,
    SEL_MM,
    TEPI_MM,
    TINGGI_MM,
    Letak,
    Tata,
    Tulisan,
    cell_mm,
    chart_mm,
    figure_grid,
    limit_lines,
    line_mm,
    title_mm,
    wrap_lines,
)
from kukar_potensi.ekspor.salindia_warna import TERANG, Warna, rgb
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Peta, Tabel, Uraian


@dataclass
class Kanvas:
    """A slide's sheet on a page: its top left corner (mm), its scale, and the document to draw in."""

    pdf: Any
    x: float = 0.0
    y: float = 0.0
    skala: float = 1.0
    warna: Warna = TERANG

    def fill(self, x: float, y: float, lebar: float, tinggi: float, warna: str) -> None:
        """Fill a box with a colour."""
        self.pdf.set_fill_color(*rgb(warna))
        k = self.skala
        self.pdf.rect(self.x + x * k, self.y + y * k, lebar * k, tinggi * k, style="F")

    def line(self, x: float, y: float, lebar: float, warna: str, tebal: float = 0.25) -> None:
        """Draw a level line."""
        k = self.skala
        self.pdf.set_draw_color(*rgb(warna))
        self.pdf.set_line_width(tebal * k)
        self.pdf.line(self.x + x * k, self.y + y * k, self.x + (x + lebar) * k, self.y + y * k)

    def write(
        self,
        teks: str,
        x: float,
        y: float,
        lebar: float,
        huruf: float,
        *,
        tebal: bool = False,
        kanan: bool = False,
        warna: str = "",
    ) -> None:
        """Write one line of text whose top is at `y`."""
        k = self.skala
        self.pdf.set_font(NAMA, "B" if tebal else "", huruf * k)
        self.pdf.set_text_color(*rgb(warna or self.warna.tulisan))
        self.pdf.set_xy(self.x + x * k, self.y + y * k)
        self.pdf.cell(lebar * k, line_mm(huruf) * k, printable(teks), align="R" if kanan else "L")

    def write_lines(self, teks: str, x: float, y: float, lebar: float, huruf: float, **gaya: Any) -> float:
        """Write a text broken into lines and return where it ends."""
        for baris in wrap_lines(teks, lebar, huruf, tebal=bool(gaya.get("tebal"))):
            self.write(baris, x, y, lebar, huruf, **gaya)
            y += line_mm(huruf)
        return y


def draw_salindia(kanvas: Kanvas, tata: Tata, gambar: bytes | None, nomor: str) -> None:
    """Draw a slide: sheet, headline, parts, foot. `gambar` is the map for slides that have one."""
    warna = kanvas.warna
    kanvas.fill(0, 0, LEBAR_MM, TINGGI_MM, warna.kertas)
    kanvas.fill(0, 0, LEBAR_MM, 2.2, warna.aksen)
    _draw_text(kanvas, tata.judul, warna.aksen)
    _draw_text(kanvas, tata.kalimat, warna.tulisan)
    for letak in tata.bagian:
        _draw_part(kanvas, letak, gambar)
    lebar = LEBAR_MM - 2 * TEPI_MM
    kanvas.line(TEPI_MM, 180.0, lebar, warna.garis)
    sumber = limit_lines(tata.salindia.sumber, lebar - 30, HURUF_KAKI, 1)
    kanvas.write(sumber, TEPI_MM, 181.5, lebar - 30, HURUF_KAKI, warna=warna.redup)
    kanvas.write(nomor, TEPI_MM, 181.5, lebar, HURUF_KAKI, kanan=True, warna=warna.redup)


def _draw_text(kanvas: Kanvas, tulisan: Tulisan, warna: str) -> None:
    kotak = tulisan.kotak
    for i, baris in enumerate(tulisan.baris):
        y = kotak.y + i * line_mm(tulisan.huruf_pt)
        kanvas.write(baris, kotak.x, y, kotak.lebar, tulisan.huruf_pt, tebal=True, warna=warna)


def _draw_part(kanvas: Kanvas, letak: Letak, gambar: bytes | None) -> None:
    bagian = letak.bagian
    if isinstance(bagian, DeretAngka):
        _draw_figures(kanvas, letak, bagian)
    elif isinstance(bagian, Grafik):
        _draw_chart(kanvas, letak, bagian)
    elif isinstance(bagian, Tabel):
        _draw_table(kanvas, letak, bagian)
    elif isinstance(bagian, Uraian):
        _draw_paragraphs(kanvas, letak, bagian)
    else:
        _draw_map(kanvas, letak, bagian, gambar)


def _draw_title(kanvas: Kanvas, letak: Letak, judul: str) -> float:
    """Write the heading of a part, if any, and return where its body begins."""
    kotak, huruf = letak.kotak, letak.huruf_pt
    if judul:
        kanvas.write(judul, kotak.x, kotak.y, kotak.lebar, huruf, tebal=True)
    return kotak.y + title_mm(judul, huruf)


def _draw_figures(kanvas: Kanvas, letak: Letak, deret: DeretAngka) -> None:
    kotak, huruf, warna = letak.kotak, letak.huruf_pt, kanvas.warna
    sejajar = figure_grid(deret, kotak.lebar)
    lebar, y = kotak.lebar / sejajar, kotak.y
    for baris, tinggi in enumerate(letak.tinggi):
        for kolom, satu in enumerate(deret.butir[baris * sejajar : (baris + 1) * sejajar]):
            x = kotak.x + kolom * lebar
            kanvas.fill(x, y, 1.0, tinggi, warna.aksen)
            kanvas.write(satu.nilai, x + 4, y - 1, lebar - 8, huruf * ANGKA_BESAR, tebal=True, warna=warna.aksen)
            bawah = y + line_mm(huruf * ANGKA_BESAR) * 0.92
            bawah = kanvas.write_lines(satu.label, x + 4, bawah, lebar - 8, huruf, tebal=True)
            if satu.catatan:
                kanvas.write_lines(satu.catatan, x + 4, bawah, lebar - 8, huruf * HURUF_KEPALA, warna=warna.redup)
        y += tinggi + 6.0


def _draw_chart(kanvas: Kanvas, letak: Letak, grafik: Grafik) -> None:
    kotak, huruf, warna = letak.kotak, letak.huruf_pt, kanvas.warna
    y = _draw_title(kanvas, letak, grafik.judul)
    label, lajur = chart_mm(grafik, kotak.lebar, huruf)
    penuh = 1.0 if grafik.persen else max((satu.nilai for satu in grafik.batang), default=0.0)
    for satu, tinggi in zip(grafik.batang, letak.tinggi, strict=True):
        kanvas.write_lines(satu.label, kotak.x, y, label - 2, huruf)
        tebal, atas = line_mm(huruf) * 0.62, y + line_mm(huruf) * 0.19
        kanvas.fill(kotak.x + label, atas, lajur, tebal, warna.lintasan)
        if penuh and satu.nilai > 0:
            kanvas.fill(kotak.x + label, atas, lajur * satu.nilai / penuh, tebal, warna.aksen)
        kanvas.write(satu.teks, kotak.x + label + lajur + 2, y, kotak.lebar - label - lajur - 2, huruf, tebal=True)
        y += tinggi


def _draw_table(kanvas: Kanvas, letak: Letak, tabel: Tabel) -> None:
    kotak, huruf, warna = letak.kotak, letak.huruf_pt, kanvas.warna
    y = _draw_title(kanvas, letak, tabel.judul)
    if not letak.sel:
        kanvas.write_lines(tabel.kosong, kotak.x, y, kotak.lebar, huruf)
        return
    kanvas.fill(kotak.x, y, kotak.lebar, letak.tinggi[0], warna.kepala)
    for nomor, (baris, tinggi) in enumerate(zip(letak.sel, letak.tinggi, strict=True)):
        x = kotak.x
        for isi, lajur, lebar in zip(baris, tabel.lajur, cell_mm(tabel, kotak.lebar), strict=True):
            kecil = huruf * HURUF_KEPALA if nomor == 0 else huruf
            kanvas.write_lines(
                isi,
                x + SEL_MM[0],
                y + SEL_MM[1],
                lebar - 2 * SEL_MM[0],
                kecil,
                tebal=nomor == 0,
                kanan=lajur.rata == "kanan",
            )
            x += lebar
        y += tinggi
        kanvas.line(kotak.x, y, kotak.lebar, warna.garis)
    if tabel.sisa:
        kanvas.write_lines(tabel.sisa, kotak.x, y + 1.5, kotak.lebar, huruf * HURUF_KEPALA, warna=warna.redup)


def _draw_paragraphs(kanvas: Kanvas, letak: Letak, uraian: Uraian) -> None:
    kotak, huruf = letak.kotak, letak.huruf_pt
    y = _draw_title(kanvas, letak, uraian.judul)
    for satu, tinggi in zip(uraian.butir, letak.tinggi, strict=True):
        kanvas.fill(kotak.x, y + line_mm(huruf) / 2 - 0.6, 1.2, 1.2, kanvas.warna.aksen)
        kanvas.write_lines(satu, kotak.x + 5, y, kotak.lebar - 5, huruf)
        y += tinggi


def _draw_map(kanvas: Kanvas, letak: Letak, peta: Peta, gambar: bytes | None) -> None:
    kotak, k = letak.kotak, kanvas.skala
    if gambar is None:
        kanvas.write_lines(peta.uraian, kotak.x, kotak.y, kotak.lebar, letak.huruf_pt)
        return
    kanvas.pdf.image(
        BytesIO(gambar),
        x=kanvas.x + kotak.x * k,
        y=kanvas.y + kotak.y * k,
        w=kotak.lebar * k,
        h=kotak.tinggi * k,
        keep_aspect_ratio=True,
        alt_text=printable(peta.uraian),
    )
