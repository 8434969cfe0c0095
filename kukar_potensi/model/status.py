"""Tell whether a cooperation is in force on a given date, and how long it still runs.

The date is always an argument. Partial dates follow two prudent rules: a cooperation has
ended only when the last possible day has passed, and the warning counts from the first
possible day, so that nobody is told too late.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

BATAS_SEGERA_HARI: Final = 180
BATAS_MENDESAK_HARI: Final = 90

AKTIF: Final = "aktif"
SEGERA_BERAKHIR: Final = "segera berakhir"
BERAKHIR: Final = "berakhir"
TIDAK_DIKETAHUI: Final = "masa berlaku tidak diketahui"
BELUM_BERLAKU: Final = "belum berlaku"

SEMUA_STATUS: Final = (AKTIF, SEGERA_BERAKHIR, BERAKHIR, TIDAK_DIKETAHUI, BELUM_BERLAKU)

PRESISI_BELUM_DITANDATANGANI: Final = "belum ditandatangani"

_Hari = npt.NDArray[np.datetime64]


def status_on(
    berakhir_awal: date | None,
    berakhir_akhir: date | None,
    tanggal: date,
    *,
    ttd_awal: date | None = None,
    belum_ditandatangani: bool = False,
) -> str:
    """Return the status of one cooperation on `tanggal`, one of `SEMUA_STATUS`.

    `berakhir_awal` and `berakhir_akhir` are the first and last possible day of its end,
    `ttd_awal` the first possible day of signing; None (or NaT) is unknown. Without an end
    the term is unknown, never endless. The day of ending itself still counts as in force.
    """
    kode, _ = _status_codes(
        _days([berakhir_awal]),
        _days([berakhir_akhir]),
        _days([ttd_awal]),
        np.array([belum_ditandatangani]),
        tanggal,
    )
    return SEMUA_STATUS[int(kode[0])]


def status_table(kerja_sama: pd.DataFrame, tanggal: date) -> pd.DataFrame:
    """Return the status of every cooperation on `tanggal`, with the index of `kerja_sama`.

    Needs the columns berakhir_awal, berakhir_akhir, ttd_awal (datetime64, NaT unknown) and
    presisi_ttd. Gives status (text), mendesak (bool: ends within 90 days) and sisa_hari
    (Int64 days): days until the first possible day of ending, 0 while the possible days
    run, below 0 the days since the last possible day, null when unknown or not in force yet.
    """
    kode, sisa = _status_codes(
        _days(kerja_sama["berakhir_awal"]),
        _days(kerja_sama["berakhir_akhir"]),
        _days(kerja_sama["ttd_awal"]),
        kerja_sama["presisi_ttd"].eq(PRESISI_BELUM_DITANDATANGANI).to_numpy(bool),
        tanggal,
    )
    status = np.array(SEMUA_STATUS, dtype=object)[kode]
    with np.errstate(invalid="ignore"):
        mendesak = (kode == SEMUA_STATUS.index(SEGERA_BERAKHIR)) & (sisa <= BATAS_MENDESAK_HARI)
    return pd.DataFrame(
        {
            "status": pd.Series(status, index=kerja_sama.index, dtype="str"),
            "mendesak": mendesak,
            "sisa_hari": pd.Series(sisa, index=kerja_sama.index).astype("Int64"),
        },
        index=kerja_sama.index,
    )


def _status_codes(
    berakhir_awal: _Hari,
    berakhir_akhir: _Hari,
    ttd_awal: _Hari,
    belum_ditandatangani: npt.NDArray[np.bool_],
    tanggal: date,
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float64]]:
    """Return positions in `SEMUA_STATUS` and the days left (NaN where none can be told)."""
    hari_ini = np.datetime64(tanggal, "D")
    awal = np.where(np.isnat(berakhir_awal), berakhir_akhir, berakhir_awal)
    ke_awal = _days_between(hari_ini, awal)
    ke_akhir = _days_between(hari_ini, berakhir_akhir)
    belum = belum_ditandatangani | (ttd_awal > hari_ini)

    kode = np.full(len(awal), SEMUA_STATUS.index(AKTIF), dtype=np.int8)
    with np.errstate(invalid="ignore"):
        kode[ke_awal <= BATAS_SEGERA_HARI] = SEMUA_STATUS.index(SEGERA_BERAKHIR)
        kode[ke_akhir < 0] = SEMUA_STATUS.index(BERAKHIR)
        sisa = np.where(ke_akhir < 0, ke_akhir, np.maximum(ke_awal, 0.0))
    kode[np.isnan(ke_akhir)] = SEMUA_STATUS.index(TIDAK_DIKETAHUI)
    kode[belum] = SEMUA_STATUS.index(BELUM_BERLAKU)
    return kode, np.where(belum, np.nan, sisa)


def _days(nilai: pd.Series | list[date | None]) -> _Hari:
    """Return dates as whole days; NaT where unknown."""
    waktu = pd.to_datetime(pd.Series(nilai))
    return waktu.to_numpy().astype("datetime64[D]")


def _days_between(dari: np.datetime64, sampai: _Hari) -> npt.NDArray[np.float64]:
    """Return days from one day to others as float; NaN where a day is unknown."""
    selisih = (sampai - dari).astype("timedelta64[D]")
    return np.where(np.isnat(selisih), np.nan, selisih.astype(np.float64))
