"""Write text into a cell so that it stays text, whatever it looks like."""

from __future__ import annotations

from typing import Final

from openpyxl.cell import Cell
from openpyxl.utils.exceptions import IllegalCharacterError

HURUF: Final = "Calibri"

_PANJANG_EXCEL: Final = 32_767
_TERCETAK: Final = frozenset("\t\n")


def write_teks(sel: Cell, teks: str) -> None:
    """Put text into a cell: never a formula, never cut by Excel, without signs that Excel refuses."""
    try:
        sel.value = teks[:_PANJANG_EXCEL]
    except IllegalCharacterError:
        sel.value = "".join(huruf for huruf in teks[:_PANJANG_EXCEL] if huruf.isprintable() or huruf in _TERCETAK)
    if sel.data_type != "n":
        sel.data_type = "s"
        sel.quotePrefix = teks.startswith(("=", "+", "-", "@"))
