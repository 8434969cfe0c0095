"""Write the inventory for the Otorita IKN as a DOCX in the form of a letter's annex."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from kukar_potensi.ekspor.inventaris import BANYAK_KERJA_SAMA, BANYAK_TEMPAT, Entri, Inventaris, shorten
from kukar_potensi.ekspor.sel import as_text
from kukar_potensi.model.kriteria import unique_texts
from kukar_potensi.model.tanggal import format_tanggal

JUDUL: Final = "Inventaris Potensi Kerja Sama Daerah"
JUDUL_BAWAH: Final = "Kabupaten Kutai Kartanegara untuk Otorita Ibu Kota Nusantara"
PENGANTAR: Final = (
    "Inventaris ini disusun untuk menjawab permintaan Otorita IKN, sebagaimana disampaikan Sekretaris Daerah pada 3 Mei 2024, "
    "atas daftar kerja sama yang mungkin dilakukan, dengan transportasi lebih dahulu."
)
TITIK_ISIAN: Final = "." * 40

KOLOM: Final = (
    ("No", 9),
    ("Objek kerja sama", 66),
    ("Tempat dan kode wilayah", 46),
    ("Angka dan tahun", 28),
    ("Bentuk yang diusulkan", 30),
    ("OPD", 26),
    ("Kerja sama yang ada", 38),
    ("Sumber", 13),
    ("Status", 17),
)
"""Headings and widths in millimetres; they fill the width of a landscape A4 page."""

LEBAR_SAMPUL: Final = (46, 227)

SINGKATAN: Final = (
    "KSDPK: kerja sama daerah dengan pihak ketiga. KSDD: kerja sama daerah dengan daerah lain. Sinergi: Nota Kesepakatan dan Rencana Kerja "
    "dengan pusat. BMD: barang milik daerah. TJSL: tanggung jawab sosial dan lingkungan perusahaan. TKKSD: Tim Koordinasi Kerja Sama Daerah. "
    "Kerja sama yang tertulis “Perlu keputusan TKKSD” atau “berakhir” tidak dihitung menutup celah."
)

_HURUF: Final = "Calibri"
_UKURAN_TABEL: Final = Pt(8)
_WARNA_KEPALA: Final = "0B6E69"
_WARNA_PUTIH: Final = RGBColor(0xFF, 0xFF, 0xFF)


def write_inventaris_docx(inventaris: Inventaris) -> bytes:
    """Return the annex: cover, one table a field, the numbered list of sources, place to sign."""
    dokumen = Document()
    _set_page(dokumen)
    _set_styles(dokumen)
    nomor_sumber = {alamat: n for n, alamat in enumerate(_all_sources(inventaris), start=1)}
    _write_cover(dokumen, inventaris)
    for bidang, entri in inventaris.bidang.items():
        dokumen.add_heading(as_text(f"{bidang} ({len(entri)} entri)"), level=1)
        _write_table(dokumen, entri, nomor_sumber)
    if not inventaris.entri:
        dokumen.add_paragraph("Tidak ada entri pada saringan ini.")
    _write_sources(dokumen, nomor_sumber)
    _write_signature(dokumen)
    dokumen.core_properties.title = f"{JUDUL} {JUDUL_BAWAH}"
    dokumen.core_properties.author = "Kukar Potensi"
    hasil = BytesIO()
    dokumen.save(hasil)
    return hasil.getvalue()


def _set_page(dokumen: Any) -> None:
    """Landscape A4 with page numbers below."""
    bagian = dokumen.sections[0]
    bagian.orientation = WD_ORIENT.LANDSCAPE
    bagian.page_width, bagian.page_height = Mm(297), Mm(210)
    bagian.left_margin = bagian.right_margin = Mm(12)
    bagian.top_margin, bagian.bottom_margin = Mm(15), Mm(14)
    kaki = bagian.footer.paragraphs[0]
    kaki.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    kaki.add_run(
        "Inventaris untuk Otorita IKN · bahan usulan, belum diverifikasi kecuali ditandai · halaman "
    ).font.size = Pt(8)
    _add_field(kaki, "PAGE")


def _set_styles(dokumen: Any) -> None:
    """One typeface, Indonesian spelling, headings in the project's colour."""
    for nama, ukuran in (("Normal", 10), ("Heading 1", 13), ("Title", 20)):
        gaya = dokumen.styles[nama]
        gaya.font.name, gaya.font.size = _HURUF, Pt(ukuran)
        # headings carry theme fonts that would win over the name
        huruf = gaya.element.get_or_add_rPr().get_or_add_rFonts()
        for kunci in [k for k in huruf.attrib if "Theme" in k]:
            del huruf.attrib[kunci]
        huruf.set(qn("w:hAnsi"), _HURUF)
        if nama != "Normal":
            gaya.font.color.rgb = RGBColor(0x0B, 0x5F, 0x57)
    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    dokumen.styles["Normal"].element.get_or_add_rPr().append(bahasa)
    dokumen.styles["Normal"].paragraph_format.space_after = Pt(4)


def _write_cover(dokumen: Any, inventaris: Inventaris) -> None:
    """Write the head of the annex, the title, what is verified and what is not, and the count by field."""
    kepala = dokumen.add_paragraph()
    kepala.paragraph_format.left_indent = Mm(170)
    for baris in ("LAMPIRAN SURAT", f"Nomor    : {TITIK_ISIAN}", f"Tanggal  : {TITIK_ISIAN}"):
        kepala.add_run(baris)
        kepala.add_run().add_break()
    for teks in (JUDUL, JUDUL_BAWAH):
        judul = dokumen.add_paragraph(style="Title" if teks == JUDUL else "Normal")
        judul.alignment = WD_ALIGN_PARAGRAPH.CENTER
        lari = judul.add_run(teks)
        lari.font.size, lari.bold = Pt(20 if teks == JUDUL else 13), True
    dokumen.add_paragraph(f"Posisi per {format_tanggal(inventaris.tanggal)}").alignment = WD_ALIGN_PARAGRAPH.CENTER
    dokumen.add_paragraph(PENGANTAR)
    dokumen.add_heading("Yang sudah dan yang belum dipastikan", level=1)
    tabel = _add_table(dokumen, LEBAR_SAMPUL)
    for judul_baris, isi in inventaris.cover_lines():
        _fill_row(tabel.add_row().cells, (judul_baris, isi), LEBAR_SAMPUL, tebal_awal=True)
    dokumen.add_paragraph(SINGKATAN).runs[0].font.size = Pt(8.5)
    dokumen.add_page_break()


def _write_table(dokumen: Any, entri: list[Entri], nomor_sumber: dict[str, int]) -> None:
    """One field's entries; the heading repeats on every page and a row never breaks across two."""
    lebar = tuple(mm for _, mm in KOLOM)
    tabel = _add_table(dokumen, lebar)
    _fill_row(tabel.add_row().cells, tuple(nama for nama, _ in KOLOM), lebar, kepala=True)
    _mark_row(tabel.rows[0], "w:tblHeader")
    for satu in entri:
        baris = tabel.add_row()
        _mark_row(baris, "w:cantSplit")
        _fill_row(baris.cells, _cells(satu, nomor_sumber), lebar)


def _add_table(dokumen: Any, lebar_mm: tuple[int, ...]) -> Any:
    """Add an empty table with fixed column widths."""
    tabel = dokumen.add_table(rows=0, cols=len(lebar_mm))
    tabel.style = "Table Grid"
    tabel.alignment = WD_TABLE_ALIGNMENT.CENTER
    tabel.autofit = False
    for kolom, mm in zip(tabel.columns, lebar_mm, strict=True):
        kolom.width = Mm(mm)
    return tabel


def _cells(satu: Entri, nomor_sumber: dict[str, int]) -> tuple[str, ...]:
    """Return one entry's cells in the order of `KOLOM`."""
    tempat = [f"{nama} ({kode})" for nama, kode in satu.tempat]
    sumber = "".join(f"[{nomor_sumber[alamat]}]" for alamat in satu.sumber)
    uraian = f"\n{satu.uraian}" if satu.uraian else ""
    return (
        str(satu.nomor),
        f"{satu.objek}{uraian}\nRelevansi {satu.relevansi}",
        "\n".join(shorten(tempat, BANYAK_TEMPAT)),
        satu.angka,
        "\n".join(satu.bentuk_singkat),
        satu.opd,
        "\n".join(shorten(satu.kerja_sama, BANYAK_KERJA_SAMA)),
        f"{sumber}{f' kelas {satu.kelas_sumber}' if satu.kelas_sumber else ''}",
        satu.status,
    )


def _fill_row(
    sel: Any, isi: tuple[str, ...], lebar_mm: tuple[int, ...], *, kepala: bool = False, tebal_awal: bool = False
) -> None:
    """Write texts into a row's cells; the first line of an object stands out."""
    for letak, (satu, teks, mm) in enumerate(zip(sel, isi, lebar_mm, strict=True)):
        satu.width = Mm(mm)
        paragraf = satu.paragraphs[0]
        paragraf.paragraph_format.space_after = Pt(0)
        awal, _, sisa = as_text(teks).partition("\n")
        lari = paragraf.add_run(awal)
        lari.font.size = _UKURAN_TABEL if len(isi) > 2 else Pt(9)
        lari.bold = kepala or (tebal_awal and letak == 0) or (len(isi) > 2 and letak == 1)
        if kepala:
            lari.font.color.rgb = _WARNA_PUTIH
            _shade(satu)
        if sisa:
            lanjut = paragraf.add_run(f"\n{sisa}")
            lanjut.font.size = lari.font.size


def _write_sources(dokumen: Any, nomor_sumber: dict[str, int]) -> None:
    """List the addresses behind the numbers in the tables."""
    if not nomor_sumber:
        return
    dokumen.add_heading("Daftar sumber", level=1)
    for alamat, nomor in nomor_sumber.items():
        paragraf = dokumen.add_paragraph()
        paragraf.paragraph_format.space_after = Pt(0)
        paragraf.paragraph_format.left_indent, paragraf.paragraph_format.first_line_indent = Mm(10), Mm(-10)
        paragraf.add_run(f"[{nomor}] {as_text(alamat)}").font.size = Pt(7.5)


def _write_signature(dokumen: Any) -> None:
    """Leave a place to sign."""
    paragraf = dokumen.add_paragraph()
    paragraf.paragraph_format.left_indent = Mm(185)
    paragraf.paragraph_format.space_before = Pt(18)
    paragraf.paragraph_format.keep_together = True
    baris = (f"{TITIK_ISIAN[:24]}, {TITIK_ISIAN[:20]}", "Ketua TKKSD", "", "", "", f"( {TITIK_ISIAN[:36]} )")
    paragraf.add_run("\n".join(baris))


def _all_sources(inventaris: Inventaris) -> tuple[str, ...]:
    """Return every address once, in the order in which entries name them."""
    return unique_texts(*(satu.sumber for satu in inventaris.entri))


def _mark_row(baris: Any, tanda: str) -> None:
    """Set a property that python-docx has no word for."""
    unsur = OxmlElement(tanda)
    unsur.set(qn("w:val"), "true")
    baris._tr.get_or_add_trPr().append(unsur)


def _shade(sel: Any) -> None:
    """Fill a heading cell with colour."""
    unsur = OxmlElement("w:shd")
    unsur.set(qn("w:val"), "clear")
    unsur.set(qn("w:fill"), _WARNA_KEPALA)
    sel._tc.get_or_add_tcPr().append(unsur)


def _add_field(paragraf: Any, perintah: str) -> None:
    """Add a field such as the page number."""
    lari = paragraf.add_run()
    lari.font.size = Pt(8)
    for jenis, teks in (("begin", None), (None, perintah), ("end", None)):
        if jenis is None:
            unsur = OxmlElement("w:instrText")
            unsur.text = teks
        else:
            unsur = OxmlElement("w:fldChar")
            unsur.set(qn("w:fldCharType"), jenis)
        lari._r.append(unsur)
