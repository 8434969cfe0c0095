"""Write a briefing as PDF: one slide a page, or an A4 handout of two slides a page with notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from kukar_potensi.ekspor.huruf import close_pdf, printable, register_pdf
from kukar_potensi.ekspor.salindia_kanvas import Kanvas, draw_salindia
from kukar_potensi.ekspor.salindia_tata import LEBAR_MM, TINGGI_MM, lay_out, line_mm, wrap_lines
from kukar_potensi.ekspor.salindia_warna import TERANG
from kukar_potensi.model.paparan_bentuk import Salindia

A4_MM: Final = (210.0, 297.0)
TEPI_A4_MM: Final = 16.0
LEBAR_SALINDIA_MM: Final = 160.0
HURUF_CATATAN: Final = 8.5
HURUF_KAKI: Final = 7.5
CATATAN_TERPOTONG: Final = "Catatan selengkapnya ada pada berkas PPTX."

Lapor = Callable[[str], None]
"""Told what is being done; it may raise to stop the work."""


@dataclass(frozen=True)
class Paparan:
    """What is written out: the slides in order, the map's picture by slide word, and what identifies the view.

    `judul` is the title, `perihal` the filter, day and data version in one line; `dibuat`
    the moment that is put into the file.
    """

    salindia: tuple[Salindia, ...]
    gambar: dict[str, bytes]
    judul: str
    perihal: str
    dibuat: datetime


def write_pdf(paparan: Paparan, lapor: Lapor = lambda _: None) -> bytes:
    """Return a PDF of one 16:9 page a slide."""
    with _new_document(paparan, (LEBAR_MM, TINGGI_MM)) as pdf:
        for nomor, satu in enumerate(paparan.salindia, start=1):
            lapor(f"Menulis salindia {nomor} dari {len(paparan.salindia)}")
            pdf.add_page()
            draw_salindia(Kanvas(pdf), lay_out(satu), paparan.gambar.get(satu.kunci), _number(nomor, paparan))
        return bytes(pdf.output())


def write_lembar_a4(paparan: Paparan, lapor: Lapor = lambda _: None) -> bytes:
    """Return a PDF handout: A4 upright, two slides a page, each with its notes below."""
    jumlah = -(-len(paparan.salindia) // 2)
    with _new_document(paparan, A4_MM) as pdf:
        for letak, satu in enumerate(paparan.salindia):
            lapor(f"Menulis salindia {letak + 1} dari {len(paparan.salindia)}")
            if letak % 2 == 0:
                pdf.add_page()
                _write_foot(pdf, paparan, f"Halaman {letak // 2 + 1} dari {jumlah}")
            _write_half(pdf, paparan, satu, letak)
        return bytes(pdf.output())


def _write_half(pdf: Any, paparan: Paparan, salindia: Salindia, letak: int) -> None:
    """Draw one slide and its notes on the upper or lower half of the page."""
    skala = LEBAR_SALINDIA_MM / LEBAR_MM
    jatah = (A4_MM[1] - 2 * 12.0) / 2
    kiri, atas = (A4_MM[0] - LEBAR_SALINDIA_MM) / 2, 12.0 + (letak % 2) * jatah
    kanvas = Kanvas(pdf, kiri, atas, skala)
    draw_salindia(kanvas, lay_out(salindia), paparan.gambar.get(salindia.kunci), _number(letak + 1, paparan))
    pdf.set_draw_color(150, 150, 150)
    pdf.set_line_width(0.2)
    pdf.rect(kiri, atas, LEBAR_SALINDIA_MM, TINGGI_MM * skala)
    _write_notes(pdf, salindia.catatan, atas + TINGGI_MM * skala + 3, atas + jatah - 6)


def _number(nomor: int, paparan: Paparan) -> str:
    return f"{nomor} / {len(paparan.salindia)}"


@contextmanager
def _new_document(paparan: Paparan, ukuran: tuple[float, float]) -> Iterator[Any]:
    """Give an empty document with our fonts; their files are closed afterwards."""
    from fpdf import FPDF  # noqa: PLC0415  (heavy; only an export needs it)

    pdf: Any = FPDF(unit="mm", format=ukuran)
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    register_pdf(pdf)
    pdf.set_lang("id-ID")
    pdf.set_title(printable(paparan.judul))
    pdf.set_author("Kukar Potensi")
    pdf.set_subject(printable(paparan.perihal))
    pdf.set_creation_date(paparan.dibuat)
    try:
        yield pdf
    finally:
        close_pdf(pdf)


def _write_foot(pdf: Any, paparan: Paparan, halaman: str) -> None:
    kanvas = Kanvas(pdf)
    lebar = A4_MM[0] - 2 * TEPI_A4_MM
    y = A4_MM[1] - 10.0
    kanvas.write(_foot_text(paparan.perihal, lebar - 30), TEPI_A4_MM, y, lebar - 30, HURUF_KAKI, warna=TERANG.redup)
    kanvas.write(halaman, TEPI_A4_MM, y, lebar, HURUF_KAKI, kanan=True, warna=TERANG.redup)


def _foot_text(perihal: str, lebar: float) -> str:
    """Return filter, day and data version on one line; a long filter is shortened, day and version stay."""
    if len(wrap_lines(perihal, lebar, HURUF_KAKI)) == 1:
        return perihal
    saringan, pisah, ekor = perihal.partition(" · ")
    while saringan and len(wrap_lines(f"{saringan}…{pisah}{ekor}", lebar, HURUF_KAKI)) > 1:
        saringan = saringan[:-1].rstrip()
    return f"{saringan}…{pisah}{ekor}"


def _write_notes(pdf: Any, catatan: Sequence[str], y: float, bawah: float) -> None:
    """Write the notes as far as the space goes, then ruled lines to write on."""
    kanvas = Kanvas(pdf)
    lebar, jarak = A4_MM[0] - 2 * TEPI_A4_MM, line_mm(HURUF_CATATAN)
    for nomor, satu in enumerate(catatan):
        baris = wrap_lines(satu, lebar - 4, HURUF_CATATAN)
        cadangan = jarak if nomor + 1 < len(catatan) else 0.0
        if y + len(baris) * jarak + cadangan > bawah:
            kanvas.write(CATATAN_TERPOTONG, TEPI_A4_MM + 4, y, lebar - 4, HURUF_CATATAN, warna=TERANG.redup)
            return
        kanvas.fill(TEPI_A4_MM, y + jarak / 2 - 0.4, 0.8, 0.8, TERANG.aksen)
        y = kanvas.write_lines(satu, TEPI_A4_MM + 4, y, lebar - 4, HURUF_CATATAN) + 0.8
    while y + 7.0 <= bawah:
        y += 7.0
        kanvas.line(TEPI_A4_MM, y, lebar, TERANG.garis, 0.15)
