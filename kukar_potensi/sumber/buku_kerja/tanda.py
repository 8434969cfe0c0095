"""The marks of a check: colours, notes on cells, and the sheet that lists the faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from kukar_potensi.sumber.buku_kerja.hapus import word_permintaan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku
from kukar_potensi.sumber.buku_kerja.perubahan import BARU, TETAP, word_cacah
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN, TemuanSel
from kukar_potensi.sumber.buku_kerja.tulis import HURUF, write_teks

PEMERIKSA: Final = "Periksa Kukar Potensi"
"""Author of our notes, by which they are found again when a workbook comes back."""

WARNA_SALAH: Final = "FFC7CE"
WARNA_PERIKSA: Final = "FFE699"
WARNA: Final = {
    KESALAHAN: PatternFill("solid", fgColor=WARNA_SALAH),
    PERINGATAN: PatternFill("solid", fgColor=WARNA_PERIKSA),
}

_LEBAR_CATATAN: Final = 320
_JUDUL: Final = ("Lembar", "Sel", "Kolom", "Isi yang ditemukan", "Yang salah", "Saran", "Tingkat")
_LEBAR: Final = (14, 10, 20, 36, 60, 60, 14)


def word_temuan(temuan: TemuanSel) -> str:
    """Return the words of the note on a faulty cell."""
    return f"{temuan.berat.upper()}: {temuan.aturan}{f' {temuan.saran}' if temuan.saran else ''}"


def build_catatan(teks: str, penulis: str = PEMERIKSA) -> Comment:
    """Return a note large enough for its text."""
    catatan = Comment(teks, penulis)
    catatan.width, catatan.height = _LEBAR_CATATAN, 60 + 18 * (len(teks) // 45)
    return catatan


def list_baris_hasil(lembar: Any, hasil: HasilBuku) -> Iterator[list[Cell]]:
    """Yield the rows of the sheet that counts the rows and lists every fault with a link to its cell.

    Sets the widths of the sheet first, so that it also works where rows are only appended.
    """
    for letak, lebar in enumerate(_LEBAR, start=1):
        lembar.column_dimensions[get_column_letter(letak)].width = lebar
    ringkasan = list(list_ringkasan(hasil))
    for nomor, kalimat in enumerate(ringkasan, start=1):
        yield _build_baris(lembar, nomor, (kalimat,))
    yield []
    yield _build_baris(lembar, len(ringkasan) + 2, _JUDUL, tebal=True)
    for nomor, temuan in enumerate(hasil.temuan, start=len(ringkasan) + 3):
        tempat = temuan.sel or f"baris {temuan.baris}"
        isi = (temuan.lembar, tempat, temuan.kolom, temuan.nilai, temuan.aturan, temuan.saran, temuan.berat)
        baris = _build_baris(lembar, nomor, isi, bungkus=True)
        tujuan = f"'{temuan.lembar}'!{temuan.sel or f'A{temuan.baris}'}"
        baris[1].hyperlink = Hyperlink(ref=baris[1].coordinate, location=tujuan)
        baris[1].font = Font(name=HURUF, color="0B5F57", underline="single")
        yield baris


def _build_baris(
    lembar: Any, nomor: int, isi: Sequence[str], *, tebal: bool = False, bungkus: bool = False
) -> list[Cell]:
    """Return the cells of one row, as text."""
    baris = []
    for letak, teks in enumerate(isi, start=1):
        sel = Cell(lembar, row=nomor, column=letak)
        write_teks(sel, teks)
        if tebal:
            sel.font = Font(name=HURUF, bold=True)
        if bungkus:
            sel.alignment = Alignment(wrap_text=True, vertical="top")
        baris.append(sel)
    return baris


def list_ringkasan(hasil: HasilBuku) -> Iterator[str]:
    """Yield the counts of a check as sentences."""
    yield (
        f"{hasil.baik} dari {hasil.jumlah} baris baik; {word_bersalah(hasil)}, {hasil.peringatan} hal perlu dilihat."
    )
    for satu in (lembar for lembar in hasil.lembar if lembar.jumlah):
        yield f"Lembar {satu.judul}: {word_cacah({BARU: satu.baru, TETAP: satu.tetap, **satu.macam})}."
    if hasil.tindak_lanjut:
        yield hasil.tindak_lanjut.tell()
    if hasil.permintaan:
        yield word_permintaan(len(hasil.permintaan))
        for minta in hasil.permintaan:
            yield f"  {minta.id or 'baris baru'} ({minta.lembar}!{minta.sel}): {minta.teks}"
    sisa = hasil.kesalahan + hasil.peringatan - len(hasil.temuan)
    if sisa:
        yield f"Yang ditulis satu per satu {len(hasil.temuan)} temuan pertama; {sisa} lagi hanya dihitung."
    for isian in hasil.isian:
        yield f"Diisi otomatis, {isian}."
    yield from hasil.catatan


def word_bersalah(hasil: HasilBuku) -> str:
    """Say how many rows are faulty and how many faults there are: "19 baris bersalah (33 kesalahan)"."""
    return f"{hasil.bersalah} baris bersalah ({hasil.kesalahan} kesalahan)" if hasil.kesalahan else "tanpa kesalahan"
