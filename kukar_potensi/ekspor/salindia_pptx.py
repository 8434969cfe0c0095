"""Write a briefing as PPTX: native text, tables and charts that can be edited, the map as a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from kukar_potensi.ekspor.salindia_bentuk import (
    add_chart,
    add_lines,
    add_picture,
    add_rectangle,
    add_table,
    clean_text,
    emu,
)
from kukar_potensi.ekspor.salindia_pdf import Lapor, Paparan
from kukar_potensi.ekspor.salindia_tata import (
    ANGKA_BESAR,
    HURUF_KAKI,
    HURUF_KEPALA,
    LEBAR_MM,
    TEPI_MM,
    TINGGI_MM,
    Kotak,
    Letak,
    Tata,
    figure_grid,
    lay_out,
    line_mm,
    title_mm,
)
from kukar_potensi.ekspor.salindia_warna import TERANG
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Salindia, Tabel, Uraian

_TATA_JUDUL_SAJA: Final = 5
"""Position of the layout "Title Only" in the library's own template."""


def write_pptx(paparan: Paparan, lapor: Lapor = lambda _: None) -> bytes:
    """Return a 16:9 presentation; the speaker's notes hold sentence and notes of each slide."""
    from pptx import Presentation  # noqa: PLC0415  (heavy; only this export needs it)

    berkas: Any = Presentation()
    berkas.slide_width, berkas.slide_height = emu(LEBAR_MM), emu(TINGGI_MM)
    sifat = berkas.core_properties
    sifat.title, sifat.author = clean_text(paparan.judul)[:255], "Kukar Potensi"
    sifat.subject, sifat.language = clean_text(paparan.perihal)[:255], "id-ID"
    sifat.created = sifat.modified = paparan.dibuat.replace(tzinfo=None)
    for nomor, satu in enumerate(paparan.salindia, start=1):
        lapor(f"Menulis salindia {nomor} dari {len(paparan.salindia)}")
        kosong = berkas.slides.add_slide(berkas.slide_layouts[_TATA_JUDUL_SAJA])
        _draw(kosong, lay_out(satu), paparan.gambar.get(satu.kunci), f"{nomor} / {len(paparan.salindia)}")
        _write_notes(kosong, satu, paparan)
    hasil = BytesIO()
    berkas.save(hasil)
    return hasil.getvalue()


def _draw(slide: Any, tata: Tata, gambar: bytes | None, nomor: str) -> None:
    add_rectangle(slide, Kotak(0, 0, LEBAR_MM, 2.2), TERANG.aksen)
    _fill_title(slide, tata)
    add_lines(slide, tata.judul.kotak, [(tata.judul.teks, tata.judul.huruf_pt, True, TERANG.aksen)])
    for letak in tata.bagian:
        _draw_part(slide, letak, gambar)
    lebar = LEBAR_MM - 2 * TEPI_MM
    add_rectangle(slide, Kotak(TEPI_MM, 180.0, lebar, 0.25), TERANG.garis)
    kaki = Kotak(TEPI_MM, 181.5, lebar - 30, line_mm(HURUF_KAKI))
    add_lines(slide, kaki, [(tata.salindia.sumber, HURUF_KAKI, False, TERANG.redup)])
    kaki = Kotak(TEPI_MM + lebar - 30, 181.5, 30, line_mm(HURUF_KAKI))
    add_lines(slide, kaki, [(nomor, HURUF_KAKI, False, TERANG.redup)], kanan=True)


def _fill_title(slide: Any, tata: Tata) -> None:
    """Put the headline into the slide's title, so that outline and screen reader have it."""
    judul, kotak = slide.shapes.title, tata.kalimat.kotak
    judul.left, judul.top = emu(kotak.x), emu(kotak.y)
    judul.width, judul.height = emu(kotak.lebar), emu(kotak.tinggi)
    add_lines(judul, None, [(tata.kalimat.teks, tata.kalimat.huruf_pt, True, TERANG.tulisan)])


def _draw_part(slide: Any, letak: Letak, gambar: bytes | None) -> None:
    bagian = letak.bagian
    if isinstance(bagian, DeretAngka):
        _draw_figures(slide, letak, bagian)
    elif isinstance(bagian, Grafik):
        add_chart(slide, _below_title(slide, letak, bagian.judul), bagian, letak)
    elif isinstance(bagian, Tabel):
        _draw_table(slide, letak, bagian)
    elif isinstance(bagian, Uraian):
        _draw_paragraphs(slide, letak, bagian)
    elif gambar is None:
        add_lines(slide, letak.kotak, [(bagian.uraian, letak.huruf_pt, False, TERANG.tulisan)])
    else:
        add_picture(slide, letak.kotak, gambar, bagian.uraian)


def _below_title(slide: Any, letak: Letak, judul: str) -> Kotak:
    """Write the heading of a part, if any, and return the box of its body."""
    kotak, huruf = letak.kotak, letak.huruf_pt
    if judul:
        kepala = Kotak(kotak.x, kotak.y, kotak.lebar, line_mm(huruf))
        add_lines(slide, kepala, [(judul, huruf, True, TERANG.tulisan)])
    turun = title_mm(judul, huruf)
    return Kotak(kotak.x, kotak.y + turun, kotak.lebar, max(kotak.tinggi - turun, 1.0))


def _draw_figures(slide: Any, letak: Letak, deret: DeretAngka) -> None:
    kotak, huruf = letak.kotak, letak.huruf_pt
    sejajar = figure_grid(deret, kotak.lebar)
    lebar, y = kotak.lebar / sejajar, kotak.y
    for baris, tinggi in enumerate(letak.tinggi):
        for kolom, satu in enumerate(deret.butir[baris * sejajar : (baris + 1) * sejajar]):
            x = kotak.x + kolom * lebar
            add_rectangle(slide, Kotak(x, y, 1.0, tinggi), TERANG.aksen)
            isi = [
                (satu.nilai, huruf * ANGKA_BESAR, True, TERANG.aksen),
                (satu.label, huruf, True, TERANG.tulisan),
                (satu.catatan, huruf * HURUF_KEPALA, False, TERANG.redup),
            ]
            add_lines(slide, Kotak(x + 4, y - 1, lebar - 8, tinggi), [satu for satu in isi if satu[0]])
        y += tinggi + 6.0


def _draw_table(slide: Any, letak: Letak, tabel: Tabel) -> None:
    ruang = _below_title(slide, letak, tabel.judul)
    if not letak.sel:
        add_lines(slide, ruang, [(tabel.kosong, letak.huruf_pt, False, TERANG.tulisan)])
        return
    add_table(slide, ruang, tabel, letak)
    if tabel.sisa:
        y = ruang.y + sum(letak.tinggi) + 1.5
        kecil = letak.huruf_pt * HURUF_KEPALA
        kaki = Kotak(ruang.x, y, ruang.lebar, letak.kotak.y + letak.kotak.tinggi - y)
        add_lines(slide, kaki, [(tabel.sisa, kecil, False, TERANG.redup)])


def _draw_paragraphs(slide: Any, letak: Letak, uraian: Uraian) -> None:
    ruang = _below_title(slide, letak, uraian.judul)
    huruf = letak.huruf_pt
    isi = [(satu, huruf, False, TERANG.tulisan) for satu in uraian.butir]
    add_lines(slide, ruang, isi, butir=True, sesudah_pt=2.0 * 72 / 25.4)


def _write_notes(slide: Any, salindia: Salindia, paparan: Paparan) -> None:
    isi = [salindia.kalimat, "", *salindia.catatan, "", salindia.sumber, paparan.perihal]
    slide.notes_slide.notes_text_frame.text = clean_text("\n".join(isi))
