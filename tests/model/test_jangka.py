"""What a person relies on when months are counted."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.jangka import add_months, format_lama, months_between

HARI = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


def days(*hari: str | None) -> np.ndarray:
    return np.array([h or "NaT" for h in hari], dtype="datetime64[D]")


@pytest.mark.parametrize(
    ("dari", "bulan", "sampai"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2023-05-03", 0, "2023-05-03"),
    ],
)
def test_a_missing_day_becomes_the_last_of_its_month(dari: str, bulan: int, sampai: str) -> None:
    assert add_months(days(dari), bulan)[0] == np.datetime64(sampai)


def test_unknown_day_stays_unknown() -> None:
    assert np.isnat(add_months(days(None), 3)[0])
    assert np.isnan(months_between(days(None), date(2024, 1, 1))[0])


@pytest.mark.parametrize(
    ("dari", "sampai", "bulan"),
    [
        ("2023-05-03", date(2024, 5, 2), 11),
        ("2023-05-03", date(2024, 5, 3), 12),
        ("2024-02-29", date(2025, 2, 28), 12),
        ("2024-02-29", date(2025, 2, 27), 11),
        ("2023-05-03", date(2023, 5, 3), 0),
    ],
)
def test_whole_months_count_on_their_day(dari: str, sampai: date, bulan: int) -> None:
    assert months_between(days(dari), sampai)[0] == bulan


@given(HARI, st.integers(0, 600))
def test_months_added_are_months_counted(dari: date, bulan: int) -> None:
    nanti = add_months(days(dari.isoformat()), bulan)[0].astype(date)
    assert months_between(days(dari.isoformat()), nanti)[0] == bulan


@pytest.mark.parametrize(
    ("bulan", "kata"),
    [(0, "kurang dari sebulan"), (1, "1 bulan"), (11, "11 bulan"), (12, "1 tahun"), (57, "4 tahun 9 bulan")],
)
def test_span_in_words(bulan: int, kata: str) -> None:
    assert format_lama(float(bulan)) == kata
