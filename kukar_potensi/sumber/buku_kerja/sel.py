"""Write the value of one workbook cell as text, without losing what it meant."""

from __future__ import annotations

import math
import re
from datetime import datetime
from typing import Any, Final

from kukar_potensi.sumber.skema import Jenis, Kolom

PANJANG_SEL: Final = 8000
"""Characters of one cell that are read; a longer one is a fault."""

_TAK_TERCETAK: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|_x000D_")
_TIGA_DESIMAL: Final = re.compile(r"[+-]?\d+,\d{3}")
_SPASI: Final = re.compile(r"[ \t\r\n\u00a0]+")


def write_sel(nilai: Any, kolom: Kolom | None = None) -> str:
    """Return the text of a cell's value, "" when blank.

    A number in a column of numbers is written with a decimal comma, so that it reads the
    same beside numbers typed as Indonesian text; elsewhere as a code ("3.27"). A date is
    ISO, a formula over several cells its text. Line breaks stay only where they part the items of a list.
    """
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, int | float):
        return _write_angka(nilai, kolom)
    if isinstance(nilai, datetime):
        return nilai.date().isoformat()
    teks = getattr(nilai, "text", nilai)
    return "" if teks is None else _write_teks(str(teks), kolom)


def _write_teks(isi: str, kolom: Kolom | None) -> str:
    """Return text without unprintable signs and needless space."""
    teks = _TAK_TERCETAK.sub("", isi)
    if kolom is not None and kolom.daftar:
        return "\n".join(baris for satu in teks.splitlines() if (baris := _SPASI.sub(" ", satu).strip()))
    return _SPASI.sub(" ", teks).strip()


def _write_angka(nilai: float, kolom: Kolom | None) -> str:
    """Return a number as text: whole without a sign of decimals, never in powers of ten."""
    if not math.isfinite(nilai):
        return str(nilai)
    if float(nilai).is_integer():
        return str(int(nilai))
    if kolom is not None and kolom.rujuk == "urusan":
        return f"{nilai:.2f}"
    teks = f"{nilai:.12f}".rstrip("0").rstrip(".")
    if kolom is None or kolom.jenis is not Jenis.ANGKA:
        return teks
    koma = teks.replace(".", ",")
    return f"{koma}0" if _TIGA_DESIMAL.fullmatch(koma) else koma
