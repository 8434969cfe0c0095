"""Numbers, dates and shares as they are written on screen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

BELUM_DIKETAHUI = "belum diketahui"
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def is_known(nilai: Any) -> bool:
    """Tell whether a cell holds something: not None, NaN, NaT or an empty text."""
    return not pd.isna(nilai) and nilai != ""


def format_angka(nilai: Any, desimal: int = 2) -> str:
    """Write 1234.5 as `1.234,5`; unknown as `belum diketahui`; trailing zeros are dropped."""
    if not is_known(nilai):
        return BELUM_DIKETAHUI
    teks = f"{float(nilai):,.{desimal}f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks.translate(str.maketrans(",.", ".,"))


def format_rupiah(nilai: Any) -> str:
    """Write an amount in rupiah as officers say it: `Rp1,06 miliar`."""
    if not is_known(nilai):
        return BELUM_DIKETAHUI
    for batas, kata in ((1e12, "triliun"), (1e9, "miliar"), (1e6, "juta")):
        if float(nilai) >= batas:
            return f"Rp{format_angka(float(nilai) / batas)} {kata}"
    return f"Rp{format_angka(nilai, 0)}"


def format_hari(hari: date) -> str:
    """Write a day as `3 Mei 2026`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def format_persen(bagian: float, desimal: int = 0) -> str:
    """Write a share (0-1) as a percentage."""
    return f"{format_angka(bagian * 100, desimal)}%"
