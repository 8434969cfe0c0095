"""The briefing as a whole: every slide says one true sentence, and order and title survive the address."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.paparan import (
    JUDUL_BAWAAN,
    SEMUA_SALINDIA,
    Acara,
    arrange,
    build_salindia,
    build_sampul,
    move_salindia,
    read_susunan,
    toggle_salindia,
    write_susunan,
)
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Tabel
from kukar_potensi.model.saringan import Saringan
from tests.model.bahan_paparan import bahan_of, indeks_of
from tests.model.strategi import saringan_of

URUTAN = st.lists(st.sampled_from(list(SEMUA_SALINDIA)), unique=True, min_size=1).map(tuple)


def assert_sound(salindia):
    """One sentence, whole and short; tables as wide as their headings; bars that say their number."""
    kalimat = salindia.kalimat
    assert kalimat == " ".join(kalimat.split())
    assert kalimat.endswith(".")
    assert kalimat[0] == kalimat[0].upper()
    assert len(kalimat) <= 260
    assert "nan" not in kalimat.split()
    assert "None" not in kalimat
    assert abs(sum(kolom.lebar for kolom in salindia.kolom) - 1) < 1e-9
    for bagian in (satu for kolom in salindia.kolom for satu in kolom.bagian):
        if isinstance(bagian, Tabel):
            assert all(len(baris) == len(bagian.lajur) for baris in bagian.baris)
            assert bagian.kosong
        elif isinstance(bagian, Grafik):
            assert all(0 <= satu.nilai <= (1 if bagian.persen else 10**9) for satu in bagian.batang)
            assert all(satu.teks for satu in bagian.batang)
        elif isinstance(bagian, DeretAngka):
            assert all(re.fullmatch(r"[\d.]+", satu.nilai) for satu in bagian.butir)


@settings(max_examples=40)
@given(data=st.data())
def test_every_slide_says_one_whole_sentence_under_any_filter(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    for kunci, salindia in build_salindia(bahan).items():
        assert salindia.kunci == kunci
        assert_sound(salindia)


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
@pytest.mark.parametrize("hari", [date(2019, 12, 31), date(2025, 11, 21), date(2099, 1, 1)])
def test_slides_stand_without_data_with_one_row_and_on_any_day(request, nama, hari):
    bahan = bahan_of(indeks_of(request.getfixturevalue(nama), hari))
    for salindia in build_salindia(bahan).values():
        assert_sound(salindia)


def test_without_any_row_no_slide_claims_a_number(himpunan_kosong):
    for salindia in build_salindia(bahan_of(indeks_of(himpunan_kosong))).values():
        assert salindia.kalimat.startswith("Belum ada"), salindia.kalimat
        assert not re.search(r"\d", salindia.kalimat)


def test_a_filter_that_leaves_nothing_is_told_from_missing_data(indeks):
    for salindia in build_salindia(bahan_of(indeks, Saringan(cari="zzzzz"))).values():
        assert salindia.kalimat.startswith("Tidak ada")
        assert "saringan ini" in salindia.kalimat


def test_a_filtered_sentence_says_that_it_is_filtered(indeks):
    bahan = bahan_of(indeks, Saringan(sektor=("perikanan",)))
    assert all(satu.kalimat.startswith("Pada saringan ini, ") for satu in build_salindia(bahan).values())


def test_every_slide_has_a_name_to_choose_it_by(indeks):
    assert list(SEMUA_SALINDIA) == ["sampul", *build_salindia(bahan_of(indeks))]


def test_the_cover_tells_meeting_day_filter_and_version(indeks):
    tampak = indeks.apply(Saringan(kecamatan=("64.02.06",)))
    sampul = build_sampul(tampak, Acara("Judul saya", "Rapat TKKSD", date(2025, 12, 1)))
    teks = " ".join(sampul.kolom[0].bagian[0].butir)
    assert sampul.kalimat == "Judul saya"
    assert "Rapat TKKSD · 1 Desember 2025" in teks
    assert "Posisi kerja sama per 21 November 2025" in teks
    assert "kecamatan Tenggarong" in teks
    assert indeks.himpunan.versi in teks


def test_a_title_from_an_address_is_one_short_line():
    acara = Acara("a\n" * 5000, "  rapat \t besar " * 300)
    assert len(acara.judul) <= 110
    assert len(acara.rapat) <= 140
    assert "\n" not in acara.judul
    assert Acara("   ").judul == JUDUL_BAWAAN


@given(URUTAN)
def test_order_and_hiding_survive_the_address(urutan):
    assert read_susunan(write_susunan(urutan) or None) == urutan


@pytest.mark.parametrize("teks", [None, "", "tidak-ada", ",,,", "<script>", 7, "sampul" * 900])
def test_an_odd_address_shows_every_slide(teks):
    assert read_susunan(teks) == tuple(SEMUA_SALINDIA)


def test_unknown_and_repeated_words_of_an_address_are_dropped():
    assert read_susunan("celah, apa, sampul,celah") == ("celah", "sampul")


@given(URUTAN, st.sampled_from(list(SEMUA_SALINDIA)), st.sampled_from([-1, 1]))
def test_moving_keeps_the_same_slides_and_comes_back(urutan, kunci, arah):
    pindah = move_salindia(urutan, kunci, arah)
    assert sorted(pindah) == sorted(urutan)
    if pindah != urutan:
        assert move_salindia(pindah, kunci, -arah) == urutan


@given(URUTAN, st.sampled_from(list(SEMUA_SALINDIA)))
def test_hiding_and_showing_changes_one_slide_and_never_leaves_none(urutan, kunci):
    ubah = toggle_salindia(urutan, kunci)
    assert ubah
    if kunci not in urutan:
        assert set(ubah) == {*urutan, kunci}
    elif len(urutan) > 1:
        assert set(ubah) == set(urutan) - {kunci}
        assert [satu for satu in ubah if satu != kunci] == [satu for satu in urutan if satu != kunci]
    else:
        assert ubah == urutan


def test_a_slide_shown_again_returns_to_its_usual_place():
    semua = tuple(SEMUA_SALINDIA)
    for kunci in semua:
        assert toggle_salindia(toggle_salindia(semua, kunci), kunci) == semua


def test_only_the_chosen_slides_are_shown_in_the_chosen_order(indeks):
    bahan = bahan_of(indeks)
    tampil = arrange(bahan, build_salindia(bahan), Acara(), ("sumber", "sampul", "agenda"))
    assert [satu.kunci for satu in tampil] == ["sumber", "sampul", "agenda"]


def test_the_foot_of_a_slide_names_its_source_for_people(indeks):
    isi = build_salindia(bahan_of(indeks))
    assert all(".csv" not in satu.sumber for satu in isi.values())
    assert "angka 210: Antara" in isi["tercatat"].sumber
