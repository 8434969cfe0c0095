"""The colours of the map can be trusted: unknown is not zero, classes are readable and stay put."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.peta.kelas import DI_LUAR, INDIKATOR, KOSONG, classify, count_breaks, legend, palette

JUMLAH = st.lists(st.integers(0, 400), min_size=1, max_size=237)


def _semua_terpilih(n: int) -> np.ndarray:
    return np.ones(n, dtype=bool)


def test_an_area_without_any_record_is_unknown_and_never_zero():
    semua = np.array([0.0, 5.0, 5.0])
    saringan = np.array([0.0, 0.0, 2.0])
    tanda = classify("potensi", saringan, semua, _semua_terpilih(3))
    assert tanda[0] == KOSONG
    assert tanda[1] == "0"
    assert tanda[2] not in (KOSONG, "0")


def test_what_the_filter_leaves_out_is_marked_apart_even_when_unknown():
    tanda = classify("potensi", np.array([0.0, 3.0]), np.array([0.0, 3.0]), np.array([False, False]))
    assert tanda == DI_LUAR * 2


@settings(deadline=None)
@given(JUMLAH)
def test_every_count_falls_in_the_class_whose_words_hold_it(jumlah):
    semua = np.array(jumlah, dtype=float)
    tanda = classify("potensi", semua, semua, _semua_terpilih(len(semua)))
    kata = {k.tanda: k.label for k in legend("potensi", jumlah)}
    for n, t in zip(jumlah, tanda, strict=True):
        if n == 0:
            assert t == KOSONG
            continue
        teks = kata[t].replace(" atau lebih", "–9999")
        awal, _, akhir = teks.partition("–")
        assert int(awal) <= n <= int(akhir or awal)


@settings(deadline=None)
@given(JUMLAH)
def test_breaks_rise_and_are_whole_numbers_above_zero(jumlah):
    batas = count_breaks(tuple(jumlah))
    assert list(batas) == sorted(set(batas))
    assert all(b > 0 for b in batas)
    assert len(batas) <= 5


@pytest.mark.parametrize("indikator", list(INDIKATOR))
def test_each_class_has_a_colour_of_its_own(indikator):
    warna = palette(indikator, [0, 1, 2, 5, 9, 14, 30])
    assert len(set(warna)) == len(warna)


@pytest.mark.parametrize(
    ("skor", "kelas"), [(0.0, "0"), (49.9, "0"), (50.0, "1"), (74.9, "1"), (75.0, "2"), (100.0, "2")]
)
def test_relevance_classes_follow_the_rubric(skor, kelas):
    nilai = np.array([skor])
    assert classify("relevansi", nilai, nilai, _semua_terpilih(1)) == kelas


def test_relevance_that_nobody_rated_is_unknown():
    nilai = np.array([np.nan])
    assert classify("relevansi", nilai, nilai, _semua_terpilih(1)) == KOSONG


@pytest.mark.parametrize(
    ("km", "kelas"), [(0, "0"), (19.9, "0"), (20, "1"), (60, "3"), (80, "4"), (119.9, "4"), (120, "5"), (300, "5")]
)
def test_distance_classes_change_at_the_rubric_thresholds(km, kelas):
    nilai = np.array([float(km)])
    assert classify("jarak", nilai, nilai, _semua_terpilih(1)) == kelas
