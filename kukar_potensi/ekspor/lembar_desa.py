"""Make the "Lembar desa": all that is known of one desa or kecamatan on one A4 page, as PDF."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, Final

import segno
from fpdf import FPDF

from kukar_potensi.ekspor.gambar_lapisan import Ukuran
from kukar_potensi.ekspor.gambar_lokasi import draw_lokasi
from kukar_potensi.ekspor.huruf import close_pdf, is_own, printable, register_pdf
from kukar_potensi.ekspor.lembar_isi import Bagian, IsiLembar, word_lembar
from kukar_potensi.ekspor.lembar_tata import (
    AKSEN,
    BAGIAN,
    GELAP,
    REDUP,
    RINCIAN,
    Gaya,
    Pena,
    full_height,
    plan_column,
    write_section,
)
from kukar_potensi.model.fakta_wilayah import Fakta
from kukar_potensi.model.kelompok_desa import is_kecamatan
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import fold_text

LEBAR: Final = 210.0
TINGGI: Final = 297.0
TEPI: Final = 12.0
SELA: Final = 6.0
KOLOM: Final = (LEBAR - 2 * TEPI - SELA) / 2
QR: Final = 25.0
PETA: Final = Ukuran(KOLOM, 68.0, dpi=220, huruf_pt=7.5)

_ATAS: Final = Gaya(8.5, tebal=True, warna=AKSEN)
_JUDUL: Final = Gaya(23, tebal=True)
_ANAK: Final = Gaya(10)
_LABEL: Final = Gaya(7.4, warna=REDUP)
_ISI: Final = Gaya(8.4, tebal=True)
_KAKI: Final = Gaya(6.8, warna=REDUP)


def build_lembar(tampak: Tampak, kode: str, alamat_halaman: str = "") -> bytes:
    """Return the sheet of one area as a PDF of exactly one A4 page.

    Args:
        tampak: the view to print, normally without any filter; its day and data version
            stand at the foot.
        kode: code of a desa, kelurahan or kecamatan.
        alamat_halaman: address of the page "Wilayah" for the QR code; empty leaves it out.

    Raises:
        KeyError: no area has this code.

    """
    isi = word_lembar(tampak, kode, alamat_halaman)
    peta = draw_lokasi(tampak.indeks.himpunan, kode, ukuran=PETA)
    pdf = _open(isi, tampak)
    try:
        _write_page(Pena(pdf), isi, peta)
        return bytes(pdf.output())
    finally:
        close_pdf(pdf)


def _write_page(pena: Pena, isi: IsiLembar, peta: bytes) -> None:
    y = _write_head(pena, isi)
    pena.pdf.image(
        BytesIO(peta), x=TEPI, y=y, w=PETA.lebar_mm, h=PETA.tinggi_mm, alt_text=f"Peta letak {printable(isi.judul)}"
    )
    bawah_fakta = _write_facts(pena, isi, TEPI + KOLOM + SELA, y, KOLOM)
    y = max(y + PETA.tinggi_mm, bawah_fakta) + 3
    dasar = _write_foot(pena, isi)
    _write_body(pena, isi, y, dasar - 2)


def file_name(tampak: Tampak, kode: str) -> str:
    """Return the name to save the sheet under: kind, name and code without odd signs."""
    himpunan = tampak.indeks.himpunan
    wilayah = himpunan.kecamatan if is_kecamatan(kode) else himpunan.desa
    nama = fold_text(str(wilayah.at[kode, "nama"])).replace(" ", "-")
    return f"lembar-{'kecamatan' if is_kecamatan(kode) else 'desa'}-{nama}-{kode}.pdf"


def _open(isi: IsiLembar, tampak: Tampak) -> Any:
    """Return a document with one empty page, our fonts and no date but that of the view."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    register_pdf(pdf, cadangan=not is_own(printable(repr(isi))))
    pdf.set_lang("id")
    pdf.set_title(printable(f"{isi.judul} ({isi.kode})"))
    pdf.set_creator("Kukar Potensi")
    pdf.set_creation_date(datetime.combine(tampak.indeks.tanggal, time(), tzinfo=UTC))
    pdf.add_page()
    return pdf


def _write_head(pena: Pena, isi: IsiLembar) -> float:
    """Write name, place and QR code; return where the head ends (mm)."""
    lebar = LEBAR - 2 * TEPI - (QR + 4 if isi.alamat else 0)
    jenis = "LEMBAR KECAMATAN" if is_kecamatan(isi.kode) else "LEMBAR DESA"
    y = pena.write(TEPI, 11, lebar, f"{jenis} · KUKAR POTENSI", _ATAS) + 0.5
    judul = pena.shrink(isi.judul, lebar, _JUDUL, 14)
    y = pena.write(TEPI, y, lebar, isi.judul, judul) + 0.5
    y = pena.write(TEPI, y, lebar, isi.anak_judul, _ANAK)
    if not isi.alamat:
        return y + 3
    _draw_qr(pena.pdf, isi.alamat, LEBAR - TEPI - QR, 10, QR)
    y = pena.write(TEPI, y + 0.8, lebar, f"Halaman wilayah ini: {isi.alamat}", RINCIAN)
    return max(y, 10 + QR) + 3


def _draw_qr(pdf: Any, alamat: str, x: float, y: float, sisi: float) -> None:
    """Draw the QR code of an address as sharp squares that also open it when clicked."""
    baris = [list(satu) for satu in segno.make_qr(alamat, error="m").matrix_iter(border=0)]
    kotak = sisi / len(baris)
    pdf.set_fill_color(*GELAP)
    for i, satu in enumerate(baris):
        j = 0
        while j < len(satu):
            k = j
            while k < len(satu) and satu[k]:
                k += 1
            if k > j:
                pdf.rect(x + j * kotak, y + i * kotak, (k - j) * kotak, kotak * 1.01, style="F")
            j = k + 1
    pdf.link(x, y, sisi, sisi, alamat)


def _write_facts(pena: Pena, isi: IsiLembar, x: float, y: float, lebar: float) -> float:
    """Write the facts beside the map, those about IKN last; return where they end (mm)."""
    for judul, daftar in (("Tentang wilayah", isi.fakta), ("Terhadap IKN", isi.fakta_ikn)):
        y = pena.write(x, y, lebar, judul, BAGIAN) + 0.6
        for satu in daftar:
            y = _write_fact(pena, satu, x, y, lebar)
        y += 1.6
    return y


def _write_fact(pena: Pena, fakta: Fakta, x: float, y: float, lebar: float) -> float:
    """Write one fact: label at the left, value and doubt at the right."""
    kiri = lebar * 0.34
    akhir_label = pena.write(x, y + 0.2, kiri - 1.5, fakta.label, _LABEL)
    y = pena.write(x + kiri, y, lebar - kiri, fakta.isi, _ISI)
    if fakta.catatan:
        y = pena.write(x + kiri, y, lebar - kiri, fakta.catatan, _KAKI)
    return max(y, akhir_label) + 0.5


def _write_foot(pena: Pena, isi: IsiLembar) -> float:
    """Write caveats, invitation and source at the bottom; return where the foot begins (mm)."""
    lebar = LEBAR - 2 * TEPI
    tinggi = sum(pena.height(teks, lebar, _KAKI) for teks in isi.kaki) + 1.5
    awal = y = TINGGI - 9 - tinggi
    pena.pdf.set_draw_color(*REDUP)
    pena.pdf.set_line_width(0.2)
    pena.pdf.line(TEPI, y, LEBAR - TEPI, y)
    y += 1.2
    for teks in isi.kaki:
        y = pena.write(TEPI, y, lebar, teks, _KAKI)
    return awal


def _write_body(pena: Pena, isi: IsiLembar, atas: float, bawah: float) -> None:
    """Write both columns; sections of the right move to the left while it has room to show them in full."""
    kiri, kanan = list(isi.kiri), list(isi.kanan)
    tinggi = bawah - atas

    def full(bagian: list[Bagian]) -> float:
        return full_height(pena, bagian, KOLOM, tinggi)

    while len(kanan) > 1 and full(kanan) > tinggi and full([*kiri, kanan[-1]]) <= tinggi:
        kiri.append(kanan.pop())
    for kolom, x in ((kiri, TEPI), (kanan, TEPI + KOLOM + SELA)):
        y = atas
        for bagian, pilihan in zip(kolom, plan_column(pena, kolom, KOLOM, tinggi), strict=True):
            y = write_section(pena, bagian, pilihan, (x, y, KOLOM), isi.alamat)
