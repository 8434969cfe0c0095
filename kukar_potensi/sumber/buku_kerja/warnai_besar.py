"""Colour a large workbook row by row, without ever holding it in memory as a whole."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import openpyxl
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.utils import range_boundaries

from kukar_potensi.sumber.buku_kerja.baca import KOLOM_TERBANYAK
from kukar_potensi.sumber.buku_kerja.formulir import HASIL, find_formulir
from kukar_potensi.sumber.buku_kerja.gabungan_sel import find_gabungan
from kukar_potensi.sumber.buku_kerja.judul import JUDUL_DICARI
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku
from kukar_potensi.sumber.buku_kerja.pindai import Pemindai
from kukar_potensi.sumber.buku_kerja.tanda import WARNA, build_catatan, list_baris_hasil, word_temuan
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, TemuanSel
from kukar_potensi.sumber.buku_kerja.tulis import write_teks

LEMBAR_TERBESAR: Final = 8 * 1024 * 1024
"""Bytes of unpacked sheets up to which a workbook is changed in place."""

SEL_UTUH_TERBANYAK: Final = 250_000
"""Cells up to which a workbook is changed in place."""

GABUNGAN_TERBESAR: Final = 100_000
"""Cells in merged areas up to which a workbook is changed in place."""

_LEBAR: Final = 22

Tanda = dict[int, dict[int, list[TemuanSel]]]


def is_besar(isi: bytes) -> bool:
    """Tell whether a workbook would take too much memory as a whole: many cells, or vast merged areas."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        lembar = [satu for satu in arsip.infolist() if satu.filename.startswith("xl/worksheets/")]
        if sum(satu.file_size for satu in lembar) > LEMBAR_TERBESAR:
            return True
        pemindai = [Pemindai() for _ in lembar]
        for satu, hitung in zip(lembar, pemindai, strict=True):
            hitung.feed(arsip.read(satu))
    if sum(hitung.sel for hitung in pemindai) > SEL_UTUH_TERBANYAK:
        return True
    rentang = [ref for satu in lembar for ref in find_gabungan(isi, satu.filename)]
    return sum(_count_sel(satu) for satu in rentang) > GABUNGAN_TERBESAR


def _count_sel(rentang: str) -> int:
    kiri, atas, kanan, bawah = (int(batas or 0) for batas in range_boundaries(rentang))
    return (kanan - kiri + 1) * (bawah - atas + 1)


def rebuild_buku(isi: bytes, hasil: HasilBuku) -> bytes:
    """Return a new workbook with the list of faults and the sheets of facts, marked; values keep their cells."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        asal = openpyxl.load_workbook(BytesIO(isi), read_only=True, keep_links=False)
    baru = openpyxl.Workbook(write_only=True)
    lembar_hasil = baru.create_sheet(HASIL)
    for baris in list_baris_hasil(lembar_hasil, hasil):
        lembar_hasil.append(baris)
    bertanda = {temuan.lembar for temuan in hasil.temuan}
    for satu in asal.worksheets:
        if find_formulir(satu.title) is not None or satu.title in bertanda:
            tujuan = baru.create_sheet(satu.title)
            _set_lebar(tujuan)
            tanda = _group_tanda(temuan for temuan in hasil.temuan if temuan.lembar == satu.title)
            satu.reset_dimensions()
            akhir = _last_baris(hasil, satu.title)
            for nomor, sel in enumerate(satu.iter_rows(max_row=akhir, max_col=KOLOM_TERBANYAK), start=1):
                tujuan.append(_copy_baris(tujuan, sel, tanda.get(nomor, {})))
    asal.close()
    keluar = BytesIO()
    baru.save(keluar)
    return keluar.getvalue()


def _set_lebar(lembar: Any) -> None:
    for huruf in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        lembar.column_dimensions[huruf].width = _LEBAR
    lembar.freeze_panes = "C3"


def _last_baris(hasil: HasilBuku, judul: str) -> int:
    return max(JUDUL_DICARI, *(satu.baris_terakhir for satu in hasil.lembar if satu.judul == judul), 0)


def _group_tanda(temuan: Iterator[TemuanSel]) -> Tanda:
    """Group faults by row and column of their first cell."""
    hasil: Tanda = {}
    for satu in temuan:
        kiri, atas, *_ = (int(batas or 0) for batas in range_boundaries(satu.sel or f"A{satu.baris}"))
        hasil.setdefault(atas, {}).setdefault(kiri, []).append(satu)
    return hasil


def _copy_baris(lembar: Any, sel: tuple[Any, ...], tanda: dict[int, list[TemuanSel]]) -> list[Any]:
    """Return the cells of one row: values as they are, text always text, faulty cells marked."""
    baris: list[Any] = [None] * max(len(sel), max(tanda, default=0))
    for letak, satu in enumerate(sel):
        nilai = satu.value
        if isinstance(nilai, str) and (nilai.startswith("=") or satu.data_type in "ef"):
            baris[letak] = WriteOnlyCell(lembar)
            write_teks(baris[letak], nilai)
        else:
            baris[letak] = nilai
    for kolom, daftar in tanda.items():
        nilai = baris[kolom - 1]
        tertanda = nilai if isinstance(nilai, Cell) else WriteOnlyCell(lembar, nilai)
        tertanda.fill = WARNA[KESALAHAN if any(t.berat == KESALAHAN for t in daftar) else daftar[0].berat]
        tertanda.comment = build_catatan("\n".join(word_temuan(t) for t in daftar))
        baris[kolom - 1] = tertanda
    return baris
