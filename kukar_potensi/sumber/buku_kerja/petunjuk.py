"""Write the sheet of the template that says how to fill it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from kukar_potensi.model.kamus_data import UraianBerkas, UraianKolom
from kukar_potensi.sumber.buku_kerja.formulir import DAFTAR, DIISIKAN, FORMULIR, TANDA_CONTOH
from kukar_potensi.sumber.buku_kerja.penjaga import BARIS_TERBANYAK, UKURAN_TERBESAR
from kukar_potensi.sumber.buku_kerja.tulis import HURUF, write_teks
from kukar_potensi.sumber.skema import Kolom
from kukar_potensi.sumber.temuan import name_acuan

_LANGKAH: Final = (
    "Isi lembar Potensi, Kerja Sama, atau keduanya; satu baris satu potensi atau satu dokumen.",
    f"Baris kuning bertanda {TANDA_CONTOH} hanya contoh. Baris itu tidak dibaca; boleh dihapus.",
    "Kolom berwarna gelap dan bertanda * wajib diisi. Arahkan penunjuk ke nama kolom untuk membaca penjelasannya.",
    f"Tempat, OPD, urusan, sektor, dan jenis dokumen dipilih dari daftar. Semua pilihan ada di lembar {DAFTAR}.",
    "Yang belum diketahui dikosongkan. Jangan mengisi 0, “-”, atau perkiraan.",
    "Sebutkan alamat sumber pada setiap baris. Tulis uraian dengan kata sendiri.",
    (
        "Kosongkan id untuk baris baru. Baris yang sudah berisi id (misalnya K012) melengkapi baris itu; "
        "sel yang dikosongkan tidak menghapus isi lama."
    ),
    "Jangan menggabungkan sel, mengubah nama lembar, atau memakai rumus; tempel sebagai nilai.",
    (
        "Setelah selesai, periksa berkas ini di halaman Data, bagian “Periksa berkas saya”, lalu kirim ke Bagian Kerja "
        "Sama Setkab (sekretariat TKKSD)."
    ),
    (
        f"Batas: {UKURAN_TERBESAR // 1024 // 1024} MB dan {BARIS_TERBANYAK // 1000}.000 baris. "
        "Berkas yang diperiksa tidak disimpan."
    ),
)
_JUDUL: Final = ("Lembar", "Kolom", "Wajib", "Arti", "Isi yang diizinkan", "Kosong berarti")
_TINGGI_BARIS: Final = 15
_TAK_BOLEH: Final = "tidak boleh"
_LEBAR: Final = (14, 24, 8, 46, 60, 40)


def write_petunjuk(lembar: Any, kamus: Mapping[str, UraianBerkas]) -> None:
    """Write the steps, and below them every column with what it means and may hold."""
    write_teks(lembar["A1"], "Cara mengisi templat potensi dan kerja sama")
    lembar["A1"].font = Font(name=HURUF, bold=True, size=14)
    for nomor, langkah in enumerate(_LANGKAH, start=1):
        write_teks(lembar.cell(nomor + 1, 1), f"{nomor}. {langkah}")
        lembar.merge_cells(start_row=nomor + 1, start_column=1, end_row=nomor + 1, end_column=len(_JUDUL))
        lembar.cell(nomor + 1, 1).alignment = Alignment(wrap_text=True, vertical="top")
        lembar.row_dimensions[nomor + 1].height = 32 if len(langkah) > 150 else 18
    baris = len(_LANGKAH) + 3
    for letak, (judul, lebar) in enumerate(zip(_JUDUL, _LEBAR, strict=True), start=1):
        sel = lembar.cell(baris, letak)
        write_teks(sel, judul)
        sel.font, sel.fill = Font(name=HURUF, bold=True), PatternFill("solid", fgColor="DCE9E5")
        lembar.column_dimensions[sel.column_letter].width = lebar
    for formulir in FORMULIR:
        uraian = kamus.get(formulir.tabel.berkas)
        for kolom in formulir.kolom:
            baris += 1
            perihal = uraian.find_kolom(kolom.nama) if uraian else None
            kosong = word_kosong(kolom, perihal)
            isi = (
                formulir.judul,
                kolom.nama,
                "ya" if formulir.is_wajib(kolom) else "",
                perihal.arti if perihal else "",
                word_isi(kolom, perihal),
                kosong,
            )
            for letak, teks in enumerate(isi, start=1):
                write_teks(lembar.cell(baris, letak), teks)
                lembar.cell(baris, letak).alignment = Alignment(wrap_text=True, vertical="top")
            perlu = max(1 + len(teks) // lebar for teks, lebar in zip(isi, _LEBAR, strict=True))
            lembar.row_dimensions[baris].height = _TINGGI_BARIS * perlu
    fit_lembar(lembar)


def word_isi(kolom: Kolom, perihal: UraianKolom | None) -> str:
    """Say what a column may hold: the list to choose from, else what the data dictionary says."""
    if kolom.rujuk:
        beberapa = "; boleh beberapa, dipisah titik koma" if kolom.daftar else ""
        return f"pilih dari daftar {name_acuan(kolom.rujuk)}{beberapa}"
    return perihal.isi if perihal else ""


def word_kosong(kolom: Kolom, perihal: UraianKolom | None) -> str:
    """Say what a blank means in the workbook."""
    if kolom.nama in DIISIKAN:
        return DIISIKAN[kolom.nama]
    if perihal is None:
        return ""
    return "sebaiknya diisi" if perihal.kosong == _TAK_BOLEH and not kolom.wajib else perihal.kosong


def fit_lembar(lembar: Any) -> None:
    """Make a sheet print across the width of a page."""
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
