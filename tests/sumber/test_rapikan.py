"""Numbers, dates, choices and lists come into one written form, or stay to be reported."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.tanggal import NAMA_BULAN, format_tanggal, parse_tanggal
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.rapikan import tidy_angka, tidy_lembar, tidy_tanggal
from kukar_potensi.sumber.skema import Jenis, Kolom, Tabel, split_items

ANGKA = Tabel("angka", "angka.csv", (Kolom("id"), Kolom("nilai", Jenis.ANGKA)))


def read_nilai(teks: str) -> list[str]:
    lembar = read_lembar(teks.encode(), ANGKA)
    return list(tidy_lembar(lembar, ANGKA)["nilai"])


@pytest.mark.parametrize(
    ("tertulis", "terbaca"),
    [
        ("1520.63", "1520.63"),
        ("1520,63", "1520.63"),
        ("1.520,63", "1520.63"),
        ("1,520.63", "1520.63"),
        ("7.700.000.000", "7700000000"),
        ("7,700,000,000", "7700000000"),
        ("7 700 000", "7700000"),
        ("0,520", "0.520"),
        ("-12,5", "-12.5"),
        ("12", "12"),
    ],
)
def test_a_number_that_can_be_read_one_way_is_read_in_any_file(tertulis, terbaca):
    assert tidy_angka(tertulis, ".", pasti=False) == terbaca
    assert tidy_angka(tertulis, ",", pasti=False) == terbaca


@pytest.mark.parametrize("teks", ["12 ha", "1,2,3", "1.1E+12", "", "abc", "١٢", "1.23.456", "--1", "#N/A"])
def test_what_is_no_number_stays_as_written(teks):
    assert tidy_angka(teks, ".", pasti=True) == teks


@pytest.mark.parametrize(
    ("isi", "nilai"),
    [
        # the file's other numbers prove its decimal sign
        ("id;nilai\n1;1.520\n2;12,5\n", ["1520", "12.5"]),
        ("id;nilai\n1;1.520\n2;12.5\n", ["1.520", "12.5"]),
        ("id;nilai\n1;1,520\n2;12.5\n", ["1520", "12.5"]),
        ('id,nilai\n1,"1,520"\n2,12.5\n', ["1520", "12.5"]),
        # nothing proves it: the sign the file would use is read, the other is left to be reported
        ("id;nilai\n1;1.520\n2;1,520\n", ["1.520?", "1.520"]),
        ('id,nilai\n1,1.520\n2,"1,520"\n', ["1.520", "1,520?"]),
    ],
)
def test_a_number_with_two_readings_is_settled_by_its_file(isi, nilai):
    assert read_nilai(isi) == nilai


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_a_number_written_the_indonesian_way_is_read_back(bulat, pecahan):
    titik = f"{bulat:,}.{pecahan:02d}"
    koma = titik.replace(",", "_").replace(".", ",").replace("_", ".")
    assert float(tidy_angka(koma, ",", pasti=True)) == float(titik.replace(",", ""))


@pytest.mark.parametrize(
    ("tertulis", "iso"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-9-8", "2023-09-08"),
        ("2023/09/18", "2023-09-18"),
        ("2023-09-18 00:00:00", "2023-09-18"),
        ("18/09/2023", "2023-09-18"),
        ("18-9-2023", "2023-09-18"),
        ("18.09.2023", "2023-09-18"),
        ("09/2023", "2023-09"),
        ("18 September 2023", "2023-09-18"),
        ("18 Agt 2023", "2023-08-18"),
        ("Nopember 2023", "2023-11"),
        ("3 Mei 2026", "2026-05-03"),
        ("1 Okt. 2021", "2021-10-01"),
    ],
)
def test_a_date_as_people_write_it_becomes_iso(tertulis, iso):
    assert tidy_tanggal(tertulis) == iso


def test_a_file_that_writes_the_month_first_leaves_no_day_to_chance():
    tabel = Tabel("x", "x.csv", (Kolom("tanggal", Jenis.TANGGAL),))
    for isi, hasil in (
        ("9/8/2023\n18/9/2023\n", ["2023-08-09", "2023-09-18"]),
        ("9/8/2023\n9/18/2023\n9/2023\n2023\n", ["9/8/2023?", "9/18/2023", "2023-09", "2023"]),
        ("18/9/2023\n9/9/2023\n09/18/2023\n", ["2023-09-18", "2023-09-09", "09/18/2023"]),
        ("9-8-2023\n9-18-2023\n", ["9-8-2023?", "9-18-2023"]),
    ):
        assert list(tidy_lembar(read_lembar(f"tanggal\n{isi}".encode(), tabel), tabel)["tanggal"]) == hasil


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_survives_each_way_of_writing_it(hari):
    ditulis = (
        hari.isoformat(),
        f"{hari.day}/{hari.month}/{hari.year}",
        f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year}",
        format_tanggal(hari.isoformat()),
    )
    assert {tidy_tanggal(teks) for teks in ditulis} == {hari.isoformat()}


@given(st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,5}", fullmatch=True) | st.text(max_size=30))
def test_any_text_as_a_date_is_kept_or_becomes_a_form_to_check(teks):
    hasil = tidy_tanggal(teks)
    if hasil != teks:
        with suppress(ValueError):
            assert parse_tanggal(hasil) is not None


def test_choices_forgive_capitals_and_double_spaces():
    tabel = Tabel("x", "x.csv", (Kolom("k", pilihan=("tidak disebut", "ya")),))
    lembar = read_lembar(b"k\nTidak  Disebut\nYA\nmungkin\n", tabel)
    assert list(tidy_lembar(lembar, tabel)["k"]) == ["tidak disebut", "ya", "mungkin"]


def test_list_cells_part_at_semicolons_but_not_inside_an_address():
    assert split_items("64.02.14;64.02.05 ; 64.02.14") == ("64.02.14", "64.02.05")
    alamat = "https://a.id/x?p=1;q=2; https://b.id;https://c.id\nPerda 16/2024;"
    assert split_items(alamat, Jenis.SUMBER) == (
        "https://a.id/x?p=1;q=2",
        "https://b.id",
        "https://c.id",
        "Perda 16/2024",
    )
