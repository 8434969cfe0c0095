"""Numbers and dates read as Indonesian officers write them; unknown is said, never zero."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.tampilan.angka import (
    BELUM_DIKETAHUI,
    format_angka,
    format_hari,
    format_persen,
    format_rupiah,
    is_known,
)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(1234.5, "1.234,5"), (1520.63, "1.520,63"), (0, "0"), (1000000, "1.000.000"), (0.5, "0,5"), (10, "10")],
)
def test_numbers_use_points_for_thousands_and_a_comma_for_decimals(nilai, teks):
    assert format_angka(nilai) == teks


@pytest.mark.parametrize("kosong", [None, np.nan, pd.NA, pd.NaT, ""])
def test_unknown_is_said_in_words(kosong):
    assert not is_known(kosong)
    assert format_angka(kosong) == BELUM_DIKETAHUI
    assert format_rupiah(kosong) == BELUM_DIKETAHUI


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_read_back(n):
    assert int(format_angka(n).replace(".", "")) == n


@pytest.mark.parametrize(
    ("rupiah", "teks"),
    [
        (7_700_000_000, "Rp7,7 miliar"),
        (1_062_500_000, "Rp1,06 miliar"),
        (1_100_000_000_000, "Rp1,1 triliun"),
        (2_500_000, "Rp2,5 juta"),
        (900, "Rp900"),
    ],
)
def test_money_reads_in_the_words_officers_use(rupiah, teks):
    assert format_rupiah(rupiah) == teks


def test_days_and_shares():
    assert format_hari(date(2026, 5, 3)) == "3 Mei 2026"
    assert format_persen(0.604) == "60%"
