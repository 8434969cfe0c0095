"""Candidate groups: who borders whom and records the same sector."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import (
    BATAS_BERSAMA_MINIMUM_KM,
    Kelompok,
    explain_kelompok,
    find_kelompok,
    find_tetangga,
    join_names,
    parent_of,
    select_kelompok,
)

A, B, C, D = (f"64.02.06.200{i}" for i in range(1, 5))
E = "64.02.07.1001"
DESA = pd.DataFrame(
    {"jenis": ["desa", "desa", "desa", "desa", "kelurahan"], "nama": ["A", "B", "C", "D", "E"]}, index=[A, B, C, D, E]
)


def borders(*sisi: tuple[str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(sisi, columns=["kode_a", "kode_b", "panjang_km"])


def rows(*isi: tuple[str, tuple[str, ...]], tingkat: str = "desa") -> pd.DataFrame:
    daftar = list(isi)
    return pd.DataFrame(
        {
            "sektor": [sektor for sektor, _ in daftar],
            "kode_desa": [kode for _, kode in daftar],
            "tingkat": tingkat,
        },
        index=[f"P{i:03d}" for i in range(1, len(daftar) + 1)],
        dtype=object,
    )


def test_neighbours_with_the_same_sector_form_one_group() -> None:
    potensi = rows(("tani", (A,)), ("tani", (B,)), ("tani", (C,)), ("wisata", (C,)))
    (kelompok,) = find_kelompok(potensi, DESA, borders((A, B, 3.0), (B, C, 2.0), (C, D, 9.0)))
    assert kelompok.sektor == "tani"
    assert kelompok.desa == (A, B, C)
    assert kelompok.potensi == ("P001", "P002", "P003")
    assert not kelompok.is_lintas_kecamatan


def test_neighbours_with_different_sectors_form_none() -> None:
    assert find_kelompok(rows(("tani", (A,)), ("wisata", (B,))), DESA, borders((A, B, 3.0))) == ()


def test_a_row_placed_only_at_kecamatan_level_joins_nothing() -> None:
    potensi = rows(("tani", (A,)), ("tani", (B,)), tingkat="kecamatan")
    assert find_kelompok(potensi, DESA, borders((A, B, 3.0))) == ()


@pytest.mark.parametrize(("panjang", "banyak"), [(BATAS_BERSAMA_MINIMUM_KM, 1), (BATAS_BERSAMA_MINIMUM_KM - 0.001, 0)])
def test_a_border_shorter_than_the_minimum_does_not_join(panjang: float, banyak: int) -> None:
    kelompok = find_kelompok(rows(("tani", (A,)), ("tani", (B,))), DESA, borders((A, B, panjang)))
    assert len(kelompok) == banyak


def test_one_row_over_several_desa_counts_once() -> None:
    (kelompok,) = find_kelompok(rows(("tani", (A, B))), DESA, borders((A, B, 3.0)))
    assert kelompok.potensi == ("P001",)
    assert "satu potensi yang sama" in explain_kelompok(kelompok, "Tani", {})


def test_the_reason_says_that_a_group_crosses_a_kecamatan_border_and_holds_kelurahan() -> None:
    (kelompok,) = find_kelompok(rows(("tani", (D,)), ("tani", (E,))), DESA, borders((D, E, 1.0)))
    kalimat = explain_kelompok(kelompok, "Pertanian", {"64.02.06": "Tenggarong"})
    assert kelompok.is_lintas_kecamatan
    assert "melintasi batas kecamatan Tenggarong dan 64.02.07" in kalimat
    assert "1 di antaranya kelurahan" in kalimat


def test_groups_of_kelurahan_only_are_not_called_kerja_sama_desa() -> None:
    semua = Kelompok("x", "tani", (A, B), ("64.02.06",), ("P001",), ((A, B, 1.0),), kelurahan=2)
    assert "bukan kerja sama desa" in explain_kelompok(semua, "Tani", {"64.02.06": "Tenggarong"})


def test_groups_that_touch_the_area_come_apart_from_the_others() -> None:
    potensi = rows(("tani", (A,)), ("tani", (B,)), ("wisata", (C,)), ("wisata", (D,)))
    semua = find_kelompok(potensi, DESA, borders((A, B, 1.0), (C, D, 1.0)))
    menyentuh, lain = select_kelompok(semua, A)
    assert [k.sektor for k in menyentuh] == ["tani"]
    assert [k.sektor for k in lain] == ["wisata"]
    assert select_kelompok(semua, "64.02.06") == (list(semua), [])


def test_members_beside_a_desa_come_longest_border_first() -> None:
    potensi = rows(("tani", (A, B, C, D)))
    (kelompok,) = find_kelompok(potensi, DESA, borders((A, B, 1.0), (A, C, 5.0), (C, D, 7.0)))
    assert kelompok.beside(A) == (C, B)
    assert kelompok.beside("64.02.06") == (A, B, C, D)


def test_neighbours_of_a_desa_carry_their_border_and_say_when_it_is_another_kecamatan() -> None:
    tetangga = find_tetangga(D, DESA, borders((A, D, 1.5), (D, E, 4.0), (A, B, 9.0)))
    assert list(tetangga.index) == [E, A]
    assert list(tetangga["panjang_km"]) == [4.0, 1.5]
    assert list(tetangga["lintas_kecamatan"]) == [True, False]


def test_neighbours_of_a_kecamatan_add_the_borders_of_its_desa() -> None:
    kecamatan = pd.DataFrame({"nama": ["Tenggarong", "Sebulu"]}, index=["64.02.06", "64.02.07"])
    tetangga = find_tetangga("64.02.06", kecamatan, borders((A, E, 1.0), (D, E, 2.5), (A, B, 9.0)))
    assert list(tetangga.index) == ["64.02.07"]
    assert tetangga.at["64.02.07", "panjang_km"] == pytest.approx(3.5)


def test_an_unknown_area_has_no_neighbours() -> None:
    assert find_tetangga("64.02.99.2001", DESA, borders((A, B, 1.0))).empty


def test_long_lists_of_names_count_the_rest() -> None:
    assert join_names(["A"]) == "A"
    assert join_names(["A", "B"]) == "A dan B"
    assert join_names(["A", "B", "C"]) == "A, B, dan C"
    assert join_names(list("ABCD"), 2) == "A, B, dan 2 lagi"


@given(
    st.lists(st.tuples(st.sampled_from("xy"), st.sets(st.sampled_from([A, B, C, D, E]), min_size=1)), max_size=6),
    st.sets(st.sampled_from(list(itertools.combinations([A, B, C, D, E], 2)))),
)
def test_every_member_records_the_sector_and_borders_another_member(
    isi: list[tuple[str, set[str]]], sisi: set[tuple[str, str]]
) -> None:
    potensi = rows(*((sektor, tuple(sorted(kode))) for sektor, kode in isi))
    batas = borders(*((a, b, 1.0) for a, b in sorted(sisi)))
    semua = find_kelompok(potensi, DESA, batas)
    pemilik = {(sektor, kode) for sektor, daftar in isi for kode in daftar}
    for kelompok in semua:
        assert {(kelompok.sektor, kode) for kode in kelompok.desa} <= pemilik
        assert all(kelompok.beside(kode) for kode in kelompok.desa)
    for a, b in sisi:
        for sektor in "xy":
            if {(sektor, a), (sektor, b)} <= pemilik:
                assert sum(k.sektor == sektor and a in k.desa and b in k.desa for k in semua) == 1
    assert len({(k.sektor, kode) for k in semua for kode in k.desa}) == sum(len(k.desa) for k in semua)


def test_real_groups_run_from_large_to_small_and_their_rows_exist(himpunan: Himpunan) -> None:
    semua = find_kelompok(himpunan.potensi, himpunan.desa, himpunan.batas_bersama)
    assert semua
    assert [len(k.desa) for k in semua] == sorted((len(k.desa) for k in semua), reverse=True)
    assert len({k.kode for k in semua}) == len(semua)
    for kelompok in semua:
        assert set(kelompok.potensi) <= set(himpunan.potensi.index)
        assert set(kelompok.kecamatan) == {parent_of(kode) for kode in kelompok.desa}
        assert kelompok.sektor in himpunan.sektor.index


def test_every_real_desa_and_kecamatan_has_a_neighbour(himpunan: Himpunan) -> None:
    for bingkai in (himpunan.desa, himpunan.kecamatan):
        for kode in bingkai.index:
            tetangga = find_tetangga(str(kode), bingkai, himpunan.batas_bersama)
            assert len(tetangga) > 0
            assert kode not in tetangga.index


def test_no_fact_means_no_group(himpunan_kosong: Himpunan) -> None:
    assert find_kelompok(himpunan_kosong.potensi, himpunan_kosong.desa, himpunan_kosong.batas_bersama) == ()
