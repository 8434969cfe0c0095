"""Write the Excel template: one sheet to fill a table, drop-down lists from our codes, a note on every column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus_data import UraianBerkas, UraianKolom
from kukar_potensi.sumber.buku_kerja.formulir import (
    DAFTAR,
    FORMULIR,
    PETUNJUK,
    TANDA_CONTOH,
    Formulir,
    label_kode,
    list_acuan,
)
from kukar_potensi.sumber.buku_kerja.penjaga import BARIS_TERBANYAK
from kukar_potensi.sumber.buku_kerja.petunjuk import fit_lembar, word_isi, word_kosong, write_petunjuk
from kukar_potensi.sumber.buku_kerja.tulis import HURUF, write_teks
from kukar_potensi.sumber.skema import PEMISAH_DAFTAR, Acuan, Jenis, Kolom

PENULIS: Final = "Kukar Potensi"

BARIS_ARTI: Final = 1
BARIS_JUDUL: Final = 2
BARIS_CONTOH: Final = 3
BARIS_ISIAN: Final = 4

_WAJIB: Final = PatternFill("solid", fgColor="0B5F57")
_BEBAS: Final = PatternFill("solid", fgColor="DCE9E5")
_CONTOH: Final = PatternFill("solid", fgColor="FFF4CC")
_TUJUAN: Final = PatternFill("solid", fgColor="FFE699")
_GARIS: Final = Border(bottom=Side("thin", color="8A8373"))
_LEBAR: Final = {"uraian": 48, "catatan": 36, "sumber": 42, "nama": 34, "judul": 40, "mitra": 30, "id": 11}
_LEBAR_RUJUK: Final = 30
_LEBAR_BIASA: Final = 18
_LEBAR_CATATAN: Final = 330
_NAMA_DAFTAR: Final = {
    "kecamatan": "Kecamatan",
    "desa": "Desa dan kelurahan",
    "opd": "OPD",
    "urusan": "Urusan",
    "sektor": "Sektor",
    "klaster_ikn": "Klaster IKN",
    "kerja_sama": "Kerja sama tercatat",
}

Isian = Mapping[str, pd.DataFrame]
"""Rows to write into the template: name of the table -> rows of Himpunan (index id)."""


def build_templat(
    himpunan: Himpunan, kamus: Mapping[str, UraianBerkas], isian: Isian | None = None, tujuan: str = ""
) -> bytes:
    """Return the template as the bytes of an .xlsx file.

    `kamus` explains the columns (`parse_kamus_data` of data/README.md). With `isian` recorded
    rows stand below the example, to be completed: their id says which row a merge changes;
    the blank cells of the column `tujuan` are coloured.
    """
    acuan = list_acuan(himpunan)
    buku = Workbook()
    buku.remove(buku.active)
    petunjuk = buku.create_sheet(PETUNJUK)
    lembar = {formulir.judul: buku.create_sheet(formulir.judul) for formulir in FORMULIR}
    rentang = _write_daftar(buku, acuan)
    for formulir in FORMULIR:
        uraian = kamus.get(formulir.tabel.berkas)
        satu = lembar[formulir.judul]
        _write_judul(satu, formulir, uraian)
        _write_baris(satu, BARIS_CONTOH, formulir, formulir.contoh, acuan, _CONTOH)
        _add_pilihan(satu, formulir, rentang)
        rows = (isian or {}).get(formulir.tabel.nama)
        if rows is not None:
            _write_isian(satu, formulir, list_isian(rows, formulir), acuan, tujuan)
    write_petunjuk(petunjuk, kamus)
    buku.active = 0
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def list_isian(rows: pd.DataFrame, formulir: Formulir) -> list[dict[str, str]]:
    """Return rows of Himpunan (index id) as the text cells of data/; blanks are left out."""
    hasil = []
    for kode, baris in zip(rows.index, rows.to_dict("records"), strict=True):
        isi = {"id": str(kode)}
        for kolom in formulir.tabel.kolom:
            if kolom.nama != "id" and (teks := write_nilai(baris.get(kolom.nama))):
                isi[kolom.nama] = teks
        hasil.append(isi)
    return hasil


def write_nilai(nilai: Any) -> str:
    """Return a value of Himpunan as the text of a CSV cell: lists joined, whole numbers whole, "" when unknown."""
    if isinstance(nilai, tuple | list):
        return PEMISAH_DAFTAR.join(nilai)
    if nilai is None or nilai != nilai:  # noqa: PLR0124 - NaN differs from itself
        return ""
    if isinstance(nilai, float):
        return str(int(nilai)) if nilai.is_integer() else f"{nilai:.12f}".rstrip("0")
    return str(nilai)


def _write_daftar(buku: Workbook, acuan: Acuan) -> dict[str, str]:
    """Write the code lists side by side and return the defined name of each."""
    lembar = buku.create_sheet(DAFTAR)
    rentang = {}
    for letak, (nama, judul) in enumerate(_NAMA_DAFTAR.items(), start=1):
        huruf = get_column_letter(letak)
        kepala = lembar.cell(1, letak)
        write_teks(kepala, judul)
        kepala.font, kepala.border = Font(name=HURUF, bold=True), _GARIS
        lembar.column_dimensions[huruf].width = 42
        for baris, kode in enumerate(acuan[nama], start=2):
            write_teks(lembar.cell(baris, letak), label_kode(kode, acuan[nama][kode]))
        akhir = max(2, len(acuan[nama]) + 1)
        rentang[nama] = f"daftar_{nama}"
        buku.defined_names[rentang[nama]] = DefinedName(
            rentang[nama], attr_text=f"{DAFTAR}!${huruf}$2:${huruf}${akhir}"
        )
    lembar.freeze_panes = "A2"
    return rentang


def _write_judul(lembar: Any, formulir: Formulir, uraian: UraianBerkas | None) -> None:
    """Write the two header rows: what a column means, and its name with a note."""
    for letak, kolom in enumerate(formulir.kolom, start=1):
        wajib = formulir.is_wajib(kolom)
        perihal = uraian.find_kolom(kolom.nama) if uraian else None
        arti, nama = lembar.cell(BARIS_ARTI, letak), lembar.cell(BARIS_JUDUL, letak)
        write_teks(arti, (perihal.arti if perihal else kolom.nama).capitalize())
        write_teks(nama, f"{kolom.nama} *" if wajib else kolom.nama)
        nama.comment = _write_catatan(kolom, formulir, perihal)
        for sel in (arti, nama):
            sel.fill = _WAJIB if wajib else _BEBAS
            sel.font = Font(
                name=HURUF, bold=sel is nama, color="FFFFFF" if wajib else "0E1816", size=9 if sel is arti else 11
            )
            sel.alignment = Alignment(wrap_text=True, vertical="center")
            sel.border = _GARIS
        ukuran = lembar.column_dimensions[get_column_letter(letak)]
        ukuran.width = _LEBAR.get(kolom.nama, _LEBAR_RUJUK if kolom.rujuk else _LEBAR_BIASA)
        ukuran.number_format = "#,##0.######" if kolom.jenis is Jenis.ANGKA else "@"
    lembar.row_dimensions[BARIS_ARTI].height = 42
    fit_lembar(lembar)
    lembar.freeze_panes = lembar.cell(BARIS_CONTOH, 3)


def _write_catatan(kolom: Kolom, formulir: Formulir, perihal: UraianKolom | None) -> Comment:
    """Return the note on a column: what it holds, what is allowed, what a blank says."""
    baris = [f"{kolom.nama}: wajib diisi." if formulir.is_wajib(kolom) else f"{kolom.nama}: boleh kosong."]
    if perihal:
        baris += [f"Arti: {perihal.arti}.", f"Isi: {word_isi(kolom, perihal)}."]
        if not formulir.is_wajib(kolom):
            baris.append(f"Kosong: {word_kosong(kolom, perihal)}.")
    if kolom.rujuk:
        baris.append(f"Boleh juga menulis nama atau kodenya (lembar {DAFTAR}).")
    if kolom.jenis is Jenis.TANGGAL:
        baris.append("Boleh 2024, 2024-05, 2024-05-03, atau 3 Mei 2024.")
    if kolom.jenis is Jenis.ANGKA:
        baris.append("Angka saja, tanpa satuan; 1520,63 atau 1.520,63.")
    catatan = Comment("\n".join(baris), PENULIS)
    catatan.width, catatan.height = _LEBAR_CATATAN, 40 + 20 * sum(1 + len(satu) // 48 for satu in baris)
    return catatan


def _add_pilihan(lembar: Any, formulir: Formulir, rentang: Mapping[str, str]) -> None:
    """Give every column of codes or choices its drop-down list, in every row that may be filled."""
    akhir = BARIS_ISIAN + BARIS_TERBANYAK - 1
    for letak, kolom in enumerate(formulir.kolom, start=1):
        if kolom.rujuk:
            rumus = f"={rentang[kolom.rujuk]}"
        elif kolom.pilihan:
            rumus = '"' + ",".join(kolom.pilihan) + '"'
        else:
            continue
        pilihan = DataValidation("list", rumus, allow_blank=True, showErrorMessage=not kolom.daftar)
        pilihan.errorStyle = "warning" if kolom.rujuk else "stop"
        pilihan.errorTitle = kolom.nama
        pilihan.error = (
            "Isian ini tidak ada dalam daftar. Boleh diteruskan bila Anda menulis nama atau kodenya."
            if kolom.rujuk
            else "Pilih salah satu dari daftar."
        )
        huruf = get_column_letter(letak)
        pilihan.add(f"{huruf}{BARIS_CONTOH}:{huruf}{akhir}")
        lembar.add_data_validation(pilihan)


def _write_isian(
    lembar: Any, formulir: Formulir, daftar: Sequence[Mapping[str, str]], acuan: Acuan, tujuan: str
) -> None:
    """Write recorded rows below the example and colour what is to be filled."""
    letak = next((i for i, kolom in enumerate(formulir.kolom, start=1) if kolom.nama == tujuan), 0)
    for nomor, isi in enumerate(daftar, start=BARIS_ISIAN):
        _write_baris(lembar, nomor, formulir, isi, acuan, None)
        if letak and tujuan not in isi:
            lembar.cell(nomor, letak).fill = _TUJUAN


def _write_baris(
    lembar: Any, nomor: int, formulir: Formulir, isi: Mapping[str, str], acuan: Acuan, warna: PatternFill | None
) -> None:
    """Write one row: codes as the lists show them, numbers as numbers, everything else as text."""
    for letak, kolom in enumerate(formulir.kolom, start=1):
        sel: Cell = lembar.cell(nomor, letak)
        teks = isi.get(kolom.nama, "")
        if warna is not None:
            sel.fill = warna
            sel.font = Font(name=HURUF, italic=True, color="5C3A09")
        if not teks:
            continue
        if kolom.jenis is Jenis.ANGKA and teks.replace(".", "", 1).isdigit():
            sel.value = float(teks) if "." in teks else int(teks)
            continue
        if kolom.rujuk and teks != TANDA_CONTOH:
            kode = teks.split(PEMISAH_DAFTAR) if kolom.daftar else [teks]
            teks = PEMISAH_DAFTAR.join(label_kode(satu, acuan[kolom.rujuk].get(satu, "")) for satu in kode)
        write_teks(sel, teks)
