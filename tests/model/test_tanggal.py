"""What a person relies on when a date is only partly known."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.tanggal import Rentang, format_tanggal, format_ttd, parse_tanggal

HARI = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "awal", "akhir", "presisi"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "tahun"),
        ("2023-09", date(2023, 9, 1), date(2023, 9, 30), "bulan"),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), "bulan"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "bulan"),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29), "bulan"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "bulan"),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "hari"),
        (" 2023-12-31 ", date(2023, 12, 31), date(2023, 12, 31), "hari"),
    ],
)
def test_partial_date_means_every_possible_day(text: str, awal: date, akhir: date, presisi: str) -> None:
    assert parse_tanggal(text) == Rentang(awal, akhir, presisi)  # type: ignore[arg-type]


@pytest.mark.parametrize("kosong", [None, "", "   ", float("nan"), pd.NaT, "Belum diketahui"])
def test_unknown_date_is_none_and_says_so(kosong: object) -> None:
    assert parse_tanggal(kosong) is None
    assert format_tanggal(kosong) == "belum diketahui"


@pytest.mark.parametrize(
    ("text", "kata"),
    [
        ("2023-02-29", "Februari 2023 hanya sampai tanggal 28"),
        ("2023-04-31", "hanya sampai tanggal 30"),
        ("2023-00", "bulan"),
        ("2023-13-01", "bulan"),
        ("2023-01-00", "hanya sampai"),
        ("0999", "tahun"),
        ("9999-01-01", "tahun"),
        ("18/09/2023", "bukan tanggal"),
        ("2023-9", "bukan tanggal"),
        ("２０２３", "bukan tanggal"),
        ("2023-09-18T00:00", "bukan tanggal"),
        ("kemarin", "bukan tanggal"),
        (2023.5, "bukan tanggal"),
    ],
)
def test_nonsense_is_refused_with_a_reason(text: object, kata: str) -> None:
    with pytest.raises(ValueError, match=re.escape(kata)):
        parse_tanggal(text)


def test_date_objects_and_whole_years_are_read() -> None:
    hari = date(2024, 5, 3)
    assert parse_tanggal(hari) == Rentang(hari, hari, "hari")
    assert parse_tanggal(datetime(2024, 5, 3, 23, 59, tzinfo=UTC)) == Rentang(hari, hari, "hari")
    assert parse_tanggal(pd.Timestamp("2024-05-03")) == Rentang(hari, hari, "hari")
    assert parse_tanggal(2023) == parse_tanggal("2023")


@pytest.mark.parametrize(
    ("text", "terbaca"),
    [
        ("2023-09-18", "18 September 2023"),
        ("2026-05-03", "3 Mei 2026"),
        ("2023-09", "September 2023"),
        ("2023", "2023"),
        ("entah", "entah"),
    ],
)
def test_date_reads_as_indonesian(text: str, terbaca: str) -> None:
    assert format_tanggal(text) == terbaca


@given(HARI)
def test_coarser_dates_contain_the_finer(hari: date) -> None:
    iso = hari.isoformat()
    tepat, bulan, tahun = (parse_tanggal(iso[:n]) for n in (10, 7, 4))
    assert tepat is not None
    assert bulan is not None
    assert tahun is not None
    assert hari in tepat
    assert tahun.awal <= bulan.awal <= tepat.awal <= tepat.akhir <= bulan.akhir <= tahun.akhir
    if bulan.akhir < date(2100, 12, 31):
        assert (bulan.akhir + timedelta(days=1)).day == 1


@given(st.text(max_size=30))
def test_any_text_is_a_span_none_or_a_clear_refusal(text: str) -> None:
    terbaca = format_tanggal(text)
    if _is_refused(text):
        assert terbaca == text.strip()
    else:
        rentang = parse_tanggal(text)
        assert (rentang is None) == (terbaca == "belum diketahui")
        assert rentang is None or rentang.awal <= rentang.akhir


def _is_refused(text: str) -> bool:
    try:
        parse_tanggal(text)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    ("teks", "presisi", "dibaca"),
    [
        ("2022-10-13", "paling lambat", "≤ 13 Oktober 2022"),
        ("2022-11-27", "hari diragukan", "27 November 2022 (diragukan)"),
        ("2022-11", "bulan", "November 2022"),
        (None, "paling lambat", "belum diketahui"),
        ("2022-10-13", None, "13 Oktober 2022"),
    ],
)
def test_a_signing_date_is_read_with_how_sure_it_is(teks: str | None, presisi: str | None, dibaca: str) -> None:
    assert format_ttd(teks, presisi) == dibaca
