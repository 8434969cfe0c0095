"""Count calendar months between days, and say a span of months in words."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

BULAN_SETAHUN: Final = 12

_JANGKA_TAHUN: Final = re.compile(r"(\d{1,2})\s*(?:\([^()]*\)\s*)?tahun", re.IGNORECASE)

Hari = npt.NDArray[np.datetime64]


def add_months(hari: Hari, bulan: int | npt.NDArray[np.int64]) -> Hari:
    """Return days moved by whole calendar months; NaT stays NaT.

    A day that the target month does not have becomes its last day: 31 January and one
    month is 28 or 29 February, 29 February and twelve months is 28 February.
    """
    awal_bulan = hari.astype("datetime64[M]")
    lewat = hari.astype("datetime64[D]") - awal_bulan.astype("datetime64[D]")
    tujuan = awal_bulan + np.asarray(bulan, dtype="timedelta64[M]")
    hari_terakhir = (tujuan + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.asarray(np.minimum(tujuan.astype("datetime64[D]") + lewat, hari_terakhir))


def months_between(dari: Hari, sampai: date) -> npt.NDArray[np.float64]:
    """Return the whole months that have passed from each day to `sampai`; NaN where unknown."""
    tujuan = np.datetime64(sampai, "D")
    selisih = tujuan.astype("datetime64[M]") - dari.astype("datetime64[M]")
    tahu = ~np.isnat(selisih)
    bulan = np.where(tahu, selisih, np.timedelta64(0, "M")).astype(np.int64)
    belum_genap = add_months(dari, bulan) > tujuan
    return np.where(tahu, bulan - belum_genap, np.nan)


def term_years(jangka_waktu: object) -> float:
    """Return the whole years that a term names: "5 tahun", "5 (lima) tahun"; NaN for anything else."""
    cocok = _JANGKA_TAHUN.fullmatch(jangka_waktu.strip()) if isinstance(jangka_waktu, str) else None
    return float(cocok[1]) if cocok else float("nan")


def format_lama(bulan: float) -> str:
    """Return whole months as a person says them: "4 tahun 9 bulan", "11 bulan"."""
    tahun, sisa = divmod(int(bulan), BULAN_SETAHUN)
    bagian = [f"{tahun} tahun"] if tahun else []
    if sisa:
        bagian.append(f"{sisa} bulan")
    return " ".join(bagian) or "kurang dari sebulan"
