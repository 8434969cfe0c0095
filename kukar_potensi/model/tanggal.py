"""Read and write the partial dates of the data: a year, a month, or a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

Presisi = Literal["hari", "bulan", "tahun"]

TAHUN_TERAWAL: Final = 1900
TAHUN_TERAKHIR: Final = 2100

NAMA_BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

TANGGAL_TIDAK_DIKETAHUI: Final = "belum diketahui"

_POLA: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BENTUK_SAH: Final = "tulis tahun (2023), tahun-bulan (2023-09), atau tahun-bulan-hari (2023-09-18)"


@dataclass(frozen=True)
class Rentang:
    """The days a partial date may mean: first and last possible day, both included."""

    awal: date
    akhir: date
    presisi: Presisi

    def __contains__(self, tanggal: date) -> bool:
        """Tell whether a day is one of the days this date may mean."""
        return self.awal <= tanggal <= self.akhir


def parse_tanggal(text: object) -> Rentang | None:
    """Return the span of days that a partial date may mean.

    Parameters
    ----------
    text
        "2023", "2023-09", "2023-09-18" (ISO; spaces around it are forgiven), a
        `date`, or an unknown: None, NaN, NaT, blank, "belum diketahui".

    Returns
    -------
    Rentang | None
        First and last possible day and the precision; None when the date is unknown.

    Raises
    ------
    ValueError
        In Indonesian, when the text is no date: another form, a month or day that
        does not exist (30 February), a year outside 1900-2100.

    """
    if text is None or text != text:  # noqa: PLR0124 - NaN and NaT differ from themselves
        return None
    if isinstance(text, datetime):
        text = text.date()
    if isinstance(text, date):
        return Rentang(text, text, "hari")
    bersih = str(text).strip()
    if not bersih or bersih.casefold() == TANGGAL_TIDAK_DIKETAHUI:
        return None
    cocok = _POLA.fullmatch(bersih)
    if cocok is None:
        raise ValueError(f"`{bersih[:40]}` bukan tanggal; {_BENTUK_SAH}")
    return _span(bersih, *(int(bagian) if bagian else None for bagian in cocok.groups()))


def _span(text: str, tahun: int | None, bulan: int | None, hari: int | None) -> Rentang:
    """Build the span from the parts found; raise when a part cannot exist."""
    if tahun is None or not TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR:
        raise ValueError(f"`{text}`: tahun harus antara {TAHUN_TERAWAL} dan {TAHUN_TERAKHIR}")
    if bulan is None:
        return Rentang(date(tahun, 1, 1), date(tahun, 12, 31), "tahun")
    if not 1 <= bulan <= len(NAMA_BULAN):
        raise ValueError(f"`{text}`: bulan harus antara 01 dan 12")
    hari_terakhir = calendar.monthrange(tahun, bulan)[1]
    if hari is None:
        return Rentang(date(tahun, bulan, 1), date(tahun, bulan, hari_terakhir), "bulan")
    if not 1 <= hari <= hari_terakhir:
        nama = NAMA_BULAN[bulan - 1]
        raise ValueError(f"`{text}`: {nama} {tahun} hanya sampai tanggal {hari_terakhir}")
    tepat = date(tahun, bulan, hari)
    return Rentang(tepat, tepat, "hari")


def format_ttd(text: object, presisi: object) -> str:
    """Return a signing date with how sure it is: "≤ 13 Oktober 2022" for a latest day.

    `presisi` is `presisi_ttd` of the cooperation; a doubted day ends with "(diragukan)". An
    unknown date is "belum diketahui", as `format_tanggal` writes it.
    """
    teks = format_tanggal(text)
    if teks == TANGGAL_TIDAK_DIKETAHUI:
        return teks
    if presisi == "paling lambat":
        return f"≤ {teks}"
    return f"{teks} (diragukan)" if presisi == "hari diragukan" else teks


def format_tanggal(text: object) -> str:
    """Return a partial date as an Indonesian reads it: "18 September 2023", "2023".

    An unknown date is "belum diketahui". Text that is no date comes back as it was
    written, so that a fault in the data is seen and not hidden.
    """
    try:
        rentang = parse_tanggal(text)
    except ValueError:
        return str(text).strip()
    if rentang is None:
        return TANGGAL_TIDAK_DIKETAHUI
    awal = rentang.awal
    if rentang.presisi == "tahun":
        return str(awal.year)
    bulan = NAMA_BULAN[awal.month - 1]
    if rentang.presisi == "bulan":
        return f"{bulan} {awal.year}"
    return f"{awal.day} {bulan} {awal.year}"
