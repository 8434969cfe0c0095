"""A score is a table whose parts sum to it; a blank is not a zero."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rubrik import (
    KRITERIA,
    Angka,
    apply_bobot,
    as_bobot,
    class_codes,
    contributions,
    default_bobot,
    name_classes,
    summary_frame,
)

NILAI = st.lists(
    st.lists(st.none() | st.integers(0, 4) | st.floats(0, 4), min_size=6, max_size=6), min_size=1, max_size=6
).map(lambda isi: np.array(isi, dtype=np.float64))
BOBOT = st.lists(st.integers(0, 100), min_size=6, max_size=6).map(lambda isi: np.array(isi, dtype=np.float64))


def class_of(skor: float) -> str:
    return name_classes(class_codes(np.array([skor])), pd.Index(["x"])).iloc[0]


@given(NILAI, BOBOT)
def test_score_stays_between_0_and_100_and_parts_sum_to_it(nilai: Angka, bobot: Angka) -> None:
    skor, kelengkapan = apply_bobot(nilai, bobot)
    bagian = contributions(nilai, bobot)
    for letak in range(len(nilai)):
        dinilai = ~np.isnan(nilai[letak])
        if bobot[dinilai].sum() == 0:
            assert np.isnan(skor[letak])
            assert np.isnan(bagian[letak]).all()
        else:
            assert 0 <= skor[letak] <= 100
            assert np.nansum(bagian[letak]) == pytest.approx(skor[letak])
            assert (np.isnan(bagian[letak]) == ~dinilai).all()
    assert ((kelengkapan >= 0) & (kelengkapan <= 1)).all()


@given(NILAI, BOBOT, st.integers(0, 5), st.floats(0, 4))
def test_a_higher_rating_never_lowers_the_score(nilai: Angka, bobot: Angka, urut: int, tambah: float) -> None:
    assume(not np.isnan(nilai[:, urut]).any())
    naik = nilai.copy()
    naik[:, urut] = np.minimum(nilai[:, urut] + tambah, 4.0)
    sebelum, sesudah = apply_bobot(nilai, bobot)[0], apply_bobot(naik, bobot)[0]
    assert (np.isnan(sebelum) | (sesudah >= sebelum - 1e-9)).all()


@given(NILAI, BOBOT, st.integers(0, 5))
def test_blank_is_not_zero(nilai: Angka, bobot: Angka, urut: int) -> None:
    kosong, nol = nilai.copy(), nilai.copy()
    kosong[:, urut], nol[:, urut] = np.nan, 0.0
    skor_kosong, lengkap_kosong = apply_bobot(kosong, bobot)
    skor_nol, lengkap_nol = apply_bobot(nol, bobot)
    ada = ~np.isnan(skor_kosong)
    assert (skor_kosong[ada] >= skor_nol[ada] - 1e-9).all()
    if bobot[urut] > 0:
        assert (lengkap_kosong < lengkap_nol).all()
        naik = ada & (np.nan_to_num(skor_kosong) > 1e-6)
        assert (skor_kosong[naik] > skor_nol[naik]).all()


@given(NILAI, BOBOT, st.integers(1, 9))
def test_only_the_proportion_of_weights_matters(nilai: Angka, bobot: Angka, kali: int) -> None:
    sama = apply_bobot(nilai, bobot), apply_bobot(nilai, bobot * kali)
    np.testing.assert_allclose(sama[0][0], sama[1][0], atol=1e-9)
    np.testing.assert_allclose(sama[0][1], sama[1][1], atol=1e-9)


def test_full_and_empty_marks() -> None:
    bobot = np.array([25.0, 25, 15, 15, 10, 10])
    nilai = np.array([[4.0] * 6, [0.0] * 6, [np.nan] * 6, [4.0, np.nan, np.nan, np.nan, np.nan, np.nan]])
    ringkas = summary_frame(nilai, bobot, pd.Index(list("abcd")))
    assert ringkas["skor"].tolist()[:2] == [100.0, 0.0]
    assert np.isnan(ringkas.loc["c", "skor"])
    assert ringkas["kelas"].tolist() == ["tinggi", "rendah", "belum dinilai", "tinggi"]
    assert ringkas["kelengkapan"].tolist() == [1.0, 1.0, 0.0, 0.25]
    assert ringkas["kriteria_dinilai"].tolist() == [6, 6, 0, 1]
    assert ringkas["indikatif"].tolist() == [False, False, True, True]


@pytest.mark.parametrize(
    ("skor", "kelas"),
    [
        (100, "tinggi"),
        (75, "tinggi"),
        (75 - 1e-12, "tinggi"),
        (74.99, "sedang"),
        (50, "sedang"),
        (49.99, "rendah"),
        (0, "rendah"),
        (float("nan"), "belum dinilai"),
    ],
)
def test_class_limits(skor: float, kelas: str) -> None:
    assert class_of(skor) == kelas


def test_exactly_80_percent_of_weight_is_not_indicative() -> None:
    nilai = np.array([[4.0, 4.0, 4.0, 4.0, np.nan, np.nan]])
    ringkas = summary_frame(nilai, np.array([25.0, 25, 15, 15, 10, 10]), pd.Index(["x"]))
    assert ringkas.loc["x", "kelengkapan"] == pytest.approx(0.8)
    assert not ringkas.loc["x", "indikatif"]


def test_default_weights_are_those_of_the_rubric(himpunan: Himpunan) -> None:
    bobot = default_bobot(himpunan.rubrik)
    assert dict(zip(KRITERIA, bobot, strict=True)) == {"A": 25, "B": 25, "C": 15, "D": 15, "E": 10, "F": 10}
    assert as_bobot(None, himpunan.rubrik).tolist() == bobot.tolist()
    assert as_bobot({"A": 60, "F": 40}, himpunan.rubrik).tolist() == [60, 0, 0, 0, 0, 40]


@pytest.mark.parametrize(
    "salah", [{"A": -1}, {"A": float("nan")}, {"A": float("inf")}, np.ones(5), np.array([1.0, 1, 1, 1, 1, -1])]
)
def test_weights_that_make_no_sense_are_refused(himpunan: Himpunan, salah: object) -> None:
    with pytest.raises(ValueError, match="`bobot`"):
        as_bobot(salah, himpunan.rubrik)  # type: ignore[arg-type]
