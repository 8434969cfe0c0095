"""The stability of the top 20 can be recomputed by hand, and moved weights keep their sum."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.bobot import JUMLAH_BOBOT, balance_bobot, set_bobot, shift_bobot
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kestabilan import BAGIAN_GESER, JUMLAH_TERATAS, measure_kestabilan, order_rows
from kukar_potensi.model.relevansi import nilai_matrix
from kukar_potensi.model.rubrik import apply_bobot, default_bobot

BOBOT_BAKU = np.array([25.0, 25.0, 15.0, 15.0, 10.0, 10.0])
ENAM_BOBOT = st.lists(st.integers(0, 100), min_size=6, max_size=6).map(lambda isi: np.array(isi, dtype=np.float64))


def rank_by_fractions(nilai: np.ndarray, bobot: list[Fraction]) -> list[int]:
    """Rank rows with exact fractions, plain loops and sorted(), sharing nothing with the code under test."""
    urutan = []
    for letak, baris in enumerate(nilai.tolist()):
        dinilai = [i for i, v in enumerate(baris) if not np.isnan(v)]
        berat = sum((bobot[i] for i in dinilai), Fraction(0))
        if berat == 0:
            continue
        skor = sum((bobot[i] * Fraction(baris[i]) for i in dinilai), Fraction(0)) / berat
        urutan.append((-skor, -berat, letak))
    return [letak for _, _, letak in sorted(urutan)]


@pytest.fixture(scope="module")
def nilai(himpunan: Himpunan) -> np.ndarray:
    return nilai_matrix(himpunan.potensi, himpunan, date(2026, 1, 1).year)


def test_stability_agrees_with_exact_fractions_over_twelve_trials(nilai, himpunan):
    hasil = measure_kestabilan(nilai, default_bobot(himpunan.rubrik))

    baku = [Fraction(int(b)) for b in default_bobot(himpunan.rubrik)]
    teratas = rank_by_fractions(nilai, baku)[:JUMLAH_TERATAS]
    tetap, bertahan = [], dict.fromkeys(teratas, 0)
    peringkat: dict[int, list[int]] = {letak: [] for letak in teratas}
    for i in range(6):
        for arah in (-1, 1):
            baru = baku[i] * (1 + arah * Fraction(1, 5))
            bobot = [b * (100 - baru) / (100 - baku[i]) for b in baku]
            bobot[i] = baru
            assert sum(bobot) == 100
            urut = rank_by_fractions(nilai, bobot)
            tetap.append(len(set(urut[:JUMLAH_TERATAS]) & set(teratas)))
            for letak in teratas:
                peringkat[letak].append(urut.index(letak) + 1)
                bertahan[letak] += urut.index(letak) < JUMLAH_TERATAS

    assert hasil.teratas.tolist() == teratas
    assert hasil.tetap.tolist() == tetap
    assert hasil.bertahan.tolist() == [bertahan[letak] for letak in teratas]
    assert hasil.terbaik.tolist() == [min(peringkat[letak]) for letak in teratas]
    assert hasil.terburuk.tolist() == [max(peringkat[letak]) for letak in teratas]
    assert hasil.paling_sedikit == min(tetap)
    assert hasil.selalu == sum(kali == 12 for kali in bertahan.values())


def test_each_weight_is_tried_a_fifth_lower_and_higher(nilai, himpunan):
    hasil = measure_kestabilan(nilai, default_bobot(himpunan.rubrik))
    assert hasil.percobaan == tuple(f"{kode} {tanda}20%" for kode in "ABCDEF" for tanda in "-+")
    assert BAGIAN_GESER == 0.2
    assert len(hasil.tetap) == 12


def test_ranking_leaves_out_rows_that_nobody_rated_and_breaks_ties_by_completeness():
    kosong = [np.nan] * 6
    sebagian = [3, 3, 3, np.nan, 3, 3]
    penuh = [3, 3, 3, 3, 3, 3]
    lebih = [4, 3, 3, 3, 3, 3]
    nilai = np.array([kosong, sebagian, penuh, lebih, penuh], dtype=np.float64)
    assert order_rows(nilai, BOBOT_BAKU).tolist() == [3, 2, 4, 1]


def test_nothing_to_rank_is_no_error():
    hasil = measure_kestabilan(np.empty((0, 6)), BOBOT_BAKU)
    assert (len(hasil.teratas), hasil.paling_sedikit, hasil.selalu) == (0, 0, 0)


def test_a_weight_that_takes_everything_leaves_rows_rated_elsewhere_at_the_end():
    nilai = np.array([[2, *[np.nan] * 5], [np.nan, 4, *[np.nan] * 4]], dtype=np.float64)
    hasil = measure_kestabilan(nilai, np.array([90.0, 10, 0, 0, 0, 0]))
    assert hasil.teratas.tolist() == [1, 0]
    assert hasil.terburuk.tolist() == [2, 2]
    assert hasil.terbaik.tolist() == [1, 1]


@given(ENAM_BOBOT.filter(lambda b: b.sum() > 0), st.integers(0, 5), st.sampled_from([-BAGIAN_GESER, BAGIAN_GESER]))
def test_a_moved_weight_keeps_the_sum_and_the_proportion_of_the_others(bobot, letak, bagian):
    baru = shift_bobot(bobot, letak, bagian)
    assert baru.sum() == pytest.approx(bobot.sum())
    assert (baru >= 0).all()
    lain, lain_baru = np.delete(bobot, letak), np.delete(baru, letak)
    if lain.sum() > 0:
        assert lain_baru * lain.sum() == pytest.approx(lain * lain_baru.sum())


@given(ENAM_BOBOT, st.integers(0, 5), st.floats(-50, 150))
def test_setting_one_weight_always_gives_six_whole_weights_that_sum_to_100(bobot, letak, baru):
    hasil = set_bobot(bobot, letak, baru)
    assert hasil.sum() == JUMLAH_BOBOT
    assert (hasil >= 0).all()
    assert (hasil == np.round(hasil)).all()
    assert hasil[letak] == np.clip(np.round(baru), 0, 100)


@given(ENAM_BOBOT)
def test_balanced_weights_sum_to_100_and_do_not_change_again(bobot):
    hasil = balance_bobot(bobot)
    assert hasil.sum() == JUMLAH_BOBOT
    assert balance_bobot(hasil).tolist() == hasil.tolist()
    if bobot.sum() == JUMLAH_BOBOT:
        assert hasil.tolist() == bobot.tolist()


@given(ENAM_BOBOT, st.integers(0, 5))
def test_setting_a_weight_to_what_it_is_changes_nothing(bobot, letak):
    seimbang = balance_bobot(bobot)
    if np.delete(seimbang, letak).sum() > 0 or seimbang[letak] == JUMLAH_BOBOT:
        assert set_bobot(seimbang, letak, seimbang[letak]).tolist() == seimbang.tolist()


def test_a_broken_weight_counts_as_nothing():
    hasil = balance_bobot(np.array([np.nan, -5, np.inf, 30, 30, 40]))
    assert hasil.tolist() == [0, 0, 0, 30, 30, 40]


def test_weights_of_any_size_give_the_same_score(nilai, himpunan):
    baku = default_bobot(himpunan.rubrik)
    assert apply_bobot(nilai, baku)[0] == pytest.approx(apply_bobot(nilai, baku * 7)[0], nan_ok=True)
