"""Turn a value into a spreadsheet cell: a text stays a text, an unknown says that it is unknown."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal

import numpy as np
import pandas as pd
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell

from kukar_potensi.model.tanggal import TANGGAL_TIDAK_DIKETAHUI, format_tanggal, parse_tanggal

Jenis = Literal["teks", "angka", "rupiah", "tanggal", "tautan"]

BELUM_DIKETAHUI: Final = TANGGAL_TIDAK_DIKETAHUI
PANJANG_SEL: Final = 32_767
PANJANG_TAUTAN: Final = 2_000
AWAL_RUMUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so could be taken for a formula; it is marked as text."""

_BULAT: Final = "#,##0"
_PECAHAN: Final = "#,##0.0##"
_RUPIAH: Final = '"Rp"#,##0'
_TANGGAL: Final = "[$-421]d mmmm yyyy"


def is_unknown(nilai: object) -> bool:
    """Tell whether nothing is on record: None, NaN, NaT, a blank text, an empty list."""
    if nilai is None or nilai is pd.NaT or nilai is pd.NA:
        return True
    if isinstance(nilai, str):
        return not nilai.strip()
    if isinstance(nilai, float | np.floating):
        return math.isnan(nilai)
    return isinstance(nilai, tuple | list | set | frozenset) and not nilai


def fill_cell(sel: Cell, nilai: object, jenis: Jenis = "teks", *, kosong: str = BELUM_DIKETAHUI) -> None:
    """Write a value into a cell; `kosong` is what an unknown shows.

    A list becomes its items joined by "; ", a partial date its Indonesian wording, a whole
    day a real date. Whatever is no number in a column of numbers stays as text.
    """
    if is_unknown(nilai):
        _set_text(sel, kosong)
    elif jenis == "tanggal":
        _set_date(sel, nilai)
    elif jenis in ("angka", "rupiah") and _is_number(nilai):
        angka = float(str(nilai))
        sel.value = int(angka) if angka.is_integer() else angka
        sel.number_format = _RUPIAH if jenis == "rupiah" else (_BULAT if angka.is_integer() else _PECAHAN)
    elif jenis == "tautan":
        _set_link(sel, nilai)
    else:
        _set_text(sel, as_text(nilai))


def as_text(nilai: object) -> str:
    """Return a value as one text a spreadsheet can hold: no control characters, one kind of line end, not too long."""
    if isinstance(nilai, Iterable) and not isinstance(nilai, str | bytes):
        teks = "; ".join(str(satu) for satu in nilai)
    elif isinstance(nilai, date):
        teks = format_tanggal(nilai)
    else:
        teks = str(nilai)
    bersih = str(ILLEGAL_CHARACTERS_RE.sub("", teks)).replace("\r\n", "\n").replace("\r", "\n")
    return bersih if len(bersih) <= PANJANG_SEL else bersih[: PANJANG_SEL - 1] + "…"


def _set_text(sel: Cell, teks: str) -> None:
    """Store a text as a text, also "=1+1", "#N/A" and "-"."""
    if not teks:
        sel.value = None
        return
    sel.value = teks
    sel.data_type = "s"
    if teks.startswith(AWAL_RUMUS):
        sel.quotePrefix = True


def _set_date(sel: Cell, nilai: object) -> None:
    try:
        rentang = parse_tanggal(nilai)
    except ValueError:
        _set_text(sel, as_text(nilai))
        return
    if rentang is None or rentang.presisi != "hari":
        _set_text(sel, format_tanggal(nilai))
        return
    sel.value = datetime.combine(rentang.awal, datetime.min.time())
    sel.number_format = _TANGGAL


def _set_link(sel: Cell, nilai: object) -> None:
    """Show every address; the first one opens."""
    semua = [nilai] if isinstance(nilai, str) else [str(satu) for satu in nilai] if isinstance(nilai, Iterable) else []
    _set_text(sel, as_text("\n".join(semua)))
    alamat = next((satu for satu in semua if satu.startswith(("http://", "https://"))), "")
    if alamat and len(alamat) <= PANJANG_TAUTAN:
        sel.hyperlink = str(ILLEGAL_CHARACTERS_RE.sub("", alamat))


def _is_number(nilai: object) -> bool:
    angka = isinstance(nilai, int | float | np.integer | np.floating) and not isinstance(nilai, bool)
    return angka and math.isfinite(float(str(nilai)))
