"""Names are shortened at a word, and a sentence tells a filter from missing data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.paparan_bentuk import count_bars, places_text, short_opd, shorten, verified_text
from kukar_potensi.model.saringan import Saringan


@given(st.text(max_size=400), st.integers(8, 120))
def test_a_shortened_text_is_one_line_within_its_limit(teks, panjang):
    pendek = shorten(teks, panjang)
    assert len(pendek) <= panjang
    assert pendek == " ".join(pendek.split())
    rapi = " ".join(teks.split())
    assert pendek == rapi if len(rapi) <= panjang else pendek.endswith("…")


def test_a_long_name_is_cut_at_a_word_and_says_so():
    assert shorten("Dermaga apung Teluk Muda dan Tama Pole", 24) == "Dermaga apung Teluk…"
    assert shorten("Kutaikartanegaratenggarong", 12) == "Kutaikartan…"


@pytest.mark.parametrize(
    ("sudah", "semua", "teks"),
    [
        (0, 7, "belum satu baris pun diverifikasi OPD"),
        (7, 7, "seluruhnya sudah diverifikasi OPD"),
        (3, 7, "3 dari 7 baris sudah diverifikasi OPD"),
        (1200, 3400, "1.200 dari 3.400 baris sudah diverifikasi OPD"),
    ],
)
def test_verification_is_told_as_it_stands(sudah, semua, teks):
    assert verified_text(sudah, semua) == teks


def test_places_beyond_the_first_are_counted(indeks):
    tampak = indeks.apply(Saringan())
    assert places_text(tampak, ("64.02.06", "64.02.04", "64.02.13"), 2).endswith(", dan 1 lagi")
    assert places_text(tampak, ("64.02.06",)) == "Tenggarong"
    assert places_text(tampak, ()) == "tingkat kabupaten"


def test_an_opd_is_named_by_its_usual_short_name(himpunan):
    assert short_opd(himpunan, "Dinas Pendidikan dan Kebudayaan") == "Disdikbud"
    assert short_opd(himpunan, "TKKSD (Bagian Kerja Sama)") == "TKKSD (Bagian Kerja Sama)"


def test_bars_carry_their_number_as_an_indonesian_reads_it():
    (satu,) = count_bars([("x" * 200, 1234)])
    assert (satu.nilai, satu.teks) == (1234.0, "1.234")
    assert len(satu.label) <= 60
