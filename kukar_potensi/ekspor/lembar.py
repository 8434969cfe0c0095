"""Write tables as an XLSX book that an officer can read, fill in and send back.

Every book ends with the sheet "Keterangan": what was filtered, on which day, from which
data version and sources, and that nothing was verified unless it says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kukar_potensi.ekspor.sel import Jenis, as_text, fill_cell
from kukar_potensi.model.tanggal import format_tanggal

JUDUL: Final = "kp_judul"
JUDUL_ISIAN: Final = "kp_judul_isian"
ISI: Final = "kp_isi"
ISIAN: Final = "kp_isian"
TEBAL: Final = "kp_tebal"

NAMA_KETERANGAN: Final = "Keterangan"
NAMA_PILIHAN: Final = "Pilihan"
PANJANG_NAMA: Final = 31
LEBAR_A4: Final = 180
"""Characters across that still read well on A4."""

_HURUF: Final = "Calibri"
_TINGGI_BARIS_PT: Final = 15
_BARIS_TERBANYAK: Final = 12
_TEPI: Final = Side(style="thin", color="C9D3D2")
_BINGKAI: Final = Border(left=_TEPI, right=_TEPI, top=_TEPI, bottom=_TEPI)


@dataclass(frozen=True)
class Kolom:
    """One column: heading, kind of value, width in characters, unit shown in the heading.

    `pilihan` gives its cells a drop-down list. `isian` marks a column to be filled in: pale
    cells, blank where unknown, open in a locked sheet. `petunjuk` appears beside the cell.
    """

    judul: str
    jenis: Jenis = "teks"
    lebar: int = 18
    satuan: str = ""
    pilihan: tuple[str, ...] = ()
    isian: bool = False
    petunjuk: str = ""

    @property
    def kepala(self) -> str:
        """The heading with its unit: "Luas (km²)"."""
        return f"{self.judul} ({self.satuan})" if self.satuan else self.judul


@dataclass(frozen=True)
class Lembar:
    """One sheet: rows of values in the order of `kolom`, the heading in row 1.

    `beku` columns stay in sight at the left. `terkunci` protects everything but the columns
    to fill in (without a password). `baris_kosong` more rows are open for new entries.
    """

    nama: str
    kolom: tuple[Kolom, ...]
    baris: Sequence[Sequence[object]]
    beku: int = 0
    terkunci: bool = False
    baris_kosong: int = 0


@dataclass(frozen=True)
class Keterangan:
    """What a reader must know about the figures: filter, day, data version, sources, status.

    `catatan` are further pairs of heading and text, such as instructions.
    """

    judul: str
    tanggal: date
    versi: str
    sumber: tuple[str, ...]
    status: str
    saringan: tuple[str, ...] = ()
    catatan: tuple[tuple[str, str], ...] = field(default=())

    def pairs(self) -> list[tuple[str, str]]:
        """Return heading and text of each line of the sheet."""
        return [
            ("Isi", self.judul),
            ("Posisi per tanggal", format_tanggal(self.tanggal)),
            ("Saringan", "; ".join(self.saringan) or "tanpa saringan: seluruh data"),
            ("Versi data", self.versi),
            ("Sumber", "\n".join(self.sumber)),
            ("Status", self.status),
            *self.catatan,
        ]


def write_buku(lembar: Sequence[Lembar], keterangan: Keterangan) -> bytes:
    """Return an XLSX book: the sheets, their lists of choices (hidden), then "Keterangan".

    Texts that begin with = + - @ or a tab stay texts. Unknown cells say "belum diketahui",
    except in columns to fill in, which stay blank.
    """
    buku = Workbook()
    del buku[buku.active.title]
    for gaya in _styles():
        buku.add_named_style(gaya)
    pilihan = _Pilihan(buku)
    nama_terpakai = {NAMA_KETERANGAN.casefold(), NAMA_PILIHAN.casefold()}
    for satu in lembar:
        _write_sheet(buku.create_sheet(_sheet_name(satu.nama, nama_terpakai)), satu, pilihan)
    _write_notes(buku.create_sheet(NAMA_KETERANGAN), keterangan)
    pilihan.finish()
    buku.active = 0
    buku.properties.creator = "Kukar Potensi"
    buku.properties.title = as_text(keterangan.judul)
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


class _Pilihan:
    """Lists of choices, each written once on a hidden sheet, for drop-downs of any length."""

    def __init__(self, buku: Workbook) -> None:
        self._buku = buku
        self._rentang: dict[tuple[str, ...], str] = {}

    def range_of(self, pilihan: tuple[str, ...]) -> str:
        """Return the cells that hold a list, as a formula."""
        if pilihan not in self._rentang:
            lembar = self._sheet()
            kolom = len(self._rentang) + 1
            for nomor, isi in enumerate(pilihan, start=1):
                fill_cell(lembar.cell(nomor, kolom), isi)
            huruf = get_column_letter(kolom)
            self._rentang[pilihan] = f"={NAMA_PILIHAN}!${huruf}$1:${huruf}${len(pilihan)}"
        return self._rentang[pilihan]

    def finish(self) -> None:
        """Put the lists last, out of sight and locked."""
        if self._rentang:
            lembar = self._sheet()
            self._buku.move_sheet(lembar, len(self._buku.sheetnames))
            lembar.sheet_state = "hidden"
            lembar.protection.sheet = True

    def _sheet(self) -> Worksheet:
        ada = NAMA_PILIHAN in self._buku.sheetnames
        return self._buku[NAMA_PILIHAN] if ada else self._buku.create_sheet(NAMA_PILIHAN)


def _write_sheet(halaman: Worksheet, lembar: Lembar, pilihan: _Pilihan) -> None:
    for letak, kolom in enumerate(lembar.kolom, start=1):
        sel = halaman.cell(1, letak)
        fill_cell(sel, kolom.kepala)
        sel.style = JUDUL_ISIAN if kolom.isian else JUDUL
        halaman.column_dimensions[get_column_letter(letak)].width = kolom.lebar
    halaman.row_dimensions[1].height = _height([k.kepala for k in lembar.kolom], [k.lebar * 0.8 for k in lembar.kolom])
    for nomor, baris in enumerate(lembar.baris, start=2):
        _write_row(halaman, nomor, lembar.kolom, baris)
    akhir = len(lembar.baris) + 1
    for nomor in range(akhir + 1, akhir + 1 + lembar.baris_kosong):
        for letak in range(1, len(lembar.kolom) + 1):
            halaman.cell(nomor, letak).style = ISIAN
    _add_choices(halaman, lembar, pilihan, akhir + lembar.baris_kosong)
    halaman.freeze_panes = halaman.cell(2, lembar.beku + 1)
    halaman.auto_filter.ref = f"A1:{get_column_letter(len(lembar.kolom))}{max(akhir, 2)}"
    if lembar.terkunci:
        _lock(halaman)
    _set_print(halaman)


def _write_row(halaman: Worksheet, nomor: int, kolom: tuple[Kolom, ...], baris: Sequence[object]) -> None:
    """Write one row; ValueError when it is not as wide as the columns."""
    for letak, (satu, nilai) in enumerate(zip(kolom, baris, strict=True), start=1):
        sel = halaman.cell(nomor, letak)
        sel.style = ISIAN if satu.isian else ISI
        if satu.isian:
            fill_cell(sel, nilai, satu.jenis, kosong="")
        else:
            fill_cell(sel, nilai, satu.jenis)
    teks = ["" if nilai is None else as_text(nilai) for nilai in baris]
    halaman.row_dimensions[nomor].height = _height(teks, [float(k.lebar) for k in kolom])


def _add_choices(halaman: Worksheet, lembar: Lembar, pilihan: _Pilihan, akhir: int) -> None:
    """Give columns their drop-down list or their hint, down to the last open row."""
    for letak, kolom in enumerate(lembar.kolom, start=1):
        if not (kolom.pilihan or kolom.petunjuk):
            continue
        aturan = DataValidation(allow_blank=True, showDropDown=False)
        if kolom.pilihan:
            aturan.type, aturan.formula1 = "list", pilihan.range_of(kolom.pilihan)
            aturan.showErrorMessage = True
            aturan.errorTitle = "Isi dari daftar"
            aturan.error = "Pilih salah satu dari daftar pada sel ini, atau kosongkan bila belum diketahui."
        if kolom.petunjuk:
            aturan.showInputMessage = True
            aturan.promptTitle = kolom.judul[:32]
            aturan.prompt = kolom.petunjuk[:255]
        huruf = get_column_letter(letak)
        aturan.add(f"{huruf}2:{huruf}{max(akhir, 2)}")
        halaman.add_data_validation(aturan)


def _lock(halaman: Worksheet) -> None:
    """Protect headings and fixed cells; widths, sorting and filtering stay free."""
    kunci = halaman.protection
    kunci.sheet = True
    kunci.formatColumns = kunci.formatRows = kunci.sort = kunci.autoFilter = False


def _write_notes(halaman: Worksheet, keterangan: Keterangan) -> None:
    halaman.column_dimensions["A"].width = 24
    halaman.column_dimensions["B"].width = 100
    for nomor, (judul, isi) in enumerate(keterangan.pairs(), start=1):
        kiri, kanan = halaman.cell(nomor, 1), halaman.cell(nomor, 2)
        kiri.style, kanan.style = TEBAL, ISI
        fill_cell(kiri, judul)
        fill_cell(kanan, isi)
        halaman.row_dimensions[nomor].height = _height([isi], [100.0])
    _set_print(halaman)


def _set_print(halaman: Worksheet) -> None:
    """Fit the sheet to the width of A4 (A3 when it is wide), heading on every page, page numbers below."""
    lebar = sum(dimensi.width for dimensi in halaman.column_dimensions.values())
    halaman.page_setup.orientation = "landscape"
    halaman.page_setup.paperSize = halaman.PAPERSIZE_A3 if lebar > LEBAR_A4 else halaman.PAPERSIZE_A4
    halaman.page_setup.fitToWidth, halaman.page_setup.fitToHeight = 1, 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    if halaman.title != NAMA_KETERANGAN:
        halaman.print_title_rows = "1:1"
    halaman.oddFooter.left.text = "Kukar Potensi"
    halaman.oddFooter.right.text = "&P dari &N"


def _height(teks: Sequence[str], lebar: Sequence[float]) -> float:
    """Return a row height in points that shows the longest wrapped cell, up to a limit."""
    baris = 1
    for isi, muat in zip(teks, lebar, strict=True):
        perlu = sum(1 + int(len(potong) // max(muat, 1)) for potong in isi.split("\n"))
        baris = max(baris, perlu)
    return float(_TINGGI_BARIS_PT * min(baris, _BARIS_TERBANYAK) + 3)


def _sheet_name(nama: str, terpakai: set[str]) -> str:
    """Return a name a sheet may have, different from the others."""
    dasar = re.sub(r"[\[\]:*?/\\']", " ", as_text(nama)).strip()[:PANJANG_NAMA] or "Lembar"
    unik, ke = dasar, 2
    while unik.casefold() in terpakai:
        unik = f"{dasar[: PANJANG_NAMA - 4]} {ke}"
        ke += 1
    terpakai.add(unik.casefold())
    return unik


def _styles() -> list[NamedStyle]:
    bungkus = Alignment(wrap_text=True, vertical="top")
    tengah = Alignment(wrap_text=True, vertical="center")
    putih = Font(name=_HURUF, bold=True, color="FFFFFF")
    biasa = Font(name=_HURUF)
    buka, tutup = Protection(locked=False), Protection(locked=True)
    return [
        NamedStyle(JUDUL, font=putih, fill=PatternFill("solid", fgColor="0B6E69"), alignment=tengah, border=_BINGKAI, protection=tutup),
        NamedStyle(JUDUL_ISIAN, font=putih, fill=PatternFill("solid", fgColor="8A4B00"), alignment=tengah, border=_BINGKAI, protection=tutup),
        NamedStyle(ISI, font=biasa, alignment=bungkus, border=_BINGKAI, protection=tutup),
        NamedStyle(ISIAN, font=biasa, fill=PatternFill("solid", fgColor="FFF7E0"), alignment=bungkus, border=_BINGKAI, protection=buka),
        NamedStyle(TEBAL, font=Font(name=_HURUF, bold=True), alignment=bungkus, border=_BINGKAI, protection=tutup),
    ]  # fmt: skip
