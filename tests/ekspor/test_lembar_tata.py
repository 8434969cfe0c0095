"""Sections that shrink and shorten until they fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.ekspor.huruf import close_pdf, register_pdf
from kukar_potensi.ekspor.lembar_isi import Bagian, Butir
from kukar_potensi.ekspor.lembar_tata import (
    LENGKAP,
    URAIAN,
    Gaya,
    Pena,
    full_height,
    plan_column,
    write_section,
)

LEBAR = 90.0
KATA = st.text("abc déK ", min_size=1, max_size=60)


@pytest.fixture(scope="module")
def pena() -> Iterator[Pena]:
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.c_margin = 0
    register_pdf(pdf)
    pdf.add_page()
    yield Pena(pdf)
    close_pdf(pdf)


def written(pena: Pena, bagian: list[Bagian], tinggi: float) -> float:
    y = 0.0
    for satu, pilihan in zip(bagian, plan_column(pena, bagian, LEBAR, tinggi), strict=True):
        y = write_section(pena, satu, pilihan, (10, y, LEBAR), "")
    return y


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.builds(Butir, KATA, KATA, KATA), max_size=12), min_size=1, max_size=4),
    st.floats(60, 260),
)
def test_what_is_planned_fits_the_height(pena: Pena, isi: list[list[Butir]], tinggi: float) -> None:
    bagian = [Bagian(f"Bagian {i}", tuple(butir), "Kosong.") for i, butir in enumerate(isi)]
    assert written(pena, bagian, tinggi) <= tinggi + 0.01


def test_everything_is_shown_in_full_where_there_is_room(pena: Pena) -> None:
    bagian = [Bagian("A", tuple(Butir(f"n{i}", "uraian", "rinci") for i in range(4)))]
    assert plan_column(pena, bagian, LEBAR, 250) == [(LENGKAP,) * 4]
    assert full_height(pena, bagian, LEBAR, 250) <= 250


def test_names_come_before_details_and_the_first_entries_are_richest(pena: Pena) -> None:
    bagian = [Bagian("A", tuple(Butir(f"n{i}", "kata " * 30, "rinci") for i in range(12)))]
    (pilihan,) = plan_column(pena, bagian, LEBAR, 90)
    assert len(pilihan) == 12
    assert list(pilihan) == sorted(pilihan, reverse=True)
    assert set(pilihan) != {LENGKAP}


def test_a_crowded_section_leaves_room_for_the_others(pena: Pena) -> None:
    banyak = Bagian("A", tuple(Butir(f"n{i}") for i in range(5000)))
    sedikit = Bagian("B", tuple(Butir(f"n{i}") for i in range(3)))
    pilihan = plan_column(pena, [banyak, sedikit], LEBAR, 120)
    assert 3 < len(pilihan[0]) < 40
    assert len(pilihan[1]) == 3
    assert full_height(pena, [banyak], LEBAR, 120) == float("inf")


def test_a_line_cut_short_fits_and_says_so(pena: Pena) -> None:
    pendek = pena.shorten("kata " * 60, LEBAR, URAIAN)
    assert pendek.endswith("…")
    assert pena.lines(pendek, LEBAR, URAIAN) == [pendek]
    assert pena.shorten("muat", LEBAR, URAIAN) == "muat"


def test_a_title_shrinks_only_as_far_as_allowed(pena: Pena) -> None:
    assert pena.shrink("Pendek", LEBAR, Gaya(23), 14).pt == 23
    assert pena.shrink("Kata " * 60, LEBAR, Gaya(23), 14).pt == 14
