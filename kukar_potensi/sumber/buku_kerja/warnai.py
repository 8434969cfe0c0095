"""Give a checked workbook back with its faulty cells coloured and explained."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Any, Final

import openpyxl
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries

from kukar_potensi.sumber.buku_kerja.formulir import HASIL, find_formulir
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku
from kukar_potensi.sumber.buku_kerja.tanda import (
    PEMERIKSA,
    WARNA,
    WARNA_PERIKSA,
    WARNA_SALAH,
    build_catatan,
    list_baris_hasil,
    word_temuan,
)
from kukar_potensi.sumber.buku_kerja.temuan_sel import TemuanSel
from kukar_potensi.sumber.buku_kerja.tulis import write_teks
from kukar_potensi.sumber.buku_kerja.warnai_besar import is_besar, rebuild_buku

_POLOS: Final = PatternFill()

WARNA_POLOS: Final = PatternFill()


def paint_buku(isi: bytes, hasil: HasilBuku) -> bytes:
    """Return the workbook with every told fault coloured and noted, and a sheet that lists them.

    Marks of an earlier check are taken away first. Formulas in the workbook become text, so
    that nothing runs when it is opened. A workbook too large to be held in memory as a whole,
    or one that cannot be written back as it is, comes back as its sheets of facts alone, with
    the same values in the same cells.
    """
    if is_besar(isi):
        return rebuild_buku(isi, hasil)
    try:
        return _paint_utuh(isi, hasil)
    except Exception:  # noqa: BLE001 - parts that no check reads (drawings, pivots) may be broken in any way
        return rebuild_buku(isi, hasil)


def _paint_utuh(isi: bytes, hasil: HasilBuku) -> bytes:
    """Change the workbook in place: everything else in it stays."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buku = openpyxl.load_workbook(BytesIO(isi), keep_links=False)
    for lembar in buku.worksheets:
        _clean_lembar(lembar)
    if HASIL in buku.sheetnames:
        buku.remove(buku[HASIL])
    for temuan in hasil.temuan:
        _mark_temuan(buku[temuan.lembar], temuan)
    lembar_hasil = buku.create_sheet(HASIL, 0)
    for baris in list_baris_hasil(lembar_hasil, hasil):
        lembar_hasil.append(baris)
    buku.active = 0
    for lembar in buku.worksheets[1:]:
        lembar.sheet_view.tabSelected = False
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _clean_lembar(lembar: Any) -> None:
    """Take away our marks of an earlier check and turn formulas into text.

    Goes through the cells that exist: asking for rows would make every cell up to the last one.
    """
    milik_kita = find_formulir(lembar.title) is not None
    for sel in list(lembar._cells.values()):
        if sel.data_type == "f":
            rumus = sel.value
            write_teks(sel, rumus if isinstance(rumus, str) else f"={getattr(rumus, 'text', '')}".replace("==", "="))
        if milik_kita and sel.comment is not None and sel.comment.author == PEMERIKSA:
            sel.comment = None
        if milik_kita and sel.fill.fgColor.rgb in {f"00{WARNA_SALAH}", f"00{WARNA_PERIKSA}"}:
            sel.fill = _POLOS


def _mark_temuan(lembar: Any, temuan: TemuanSel) -> None:
    """Colour the cell of one fault, the first of merged ones, and put its words there."""
    kiri, atas, *_ = (int(batas or 0) for batas in range_boundaries(temuan.sel or f"A{temuan.baris}"))
    sel = lembar.cell(atas, kiri)
    if sel.fill.fgColor.rgb != f"00{WARNA_SALAH}":
        sel.fill = WARNA[temuan.berat]
    lama = sel.comment
    teks = word_temuan(temuan) if lama is None else f"{lama.text}\n{word_temuan(temuan)}"
    sel.comment = build_catatan(teks, PEMERIKSA if lama is None else lama.author)
