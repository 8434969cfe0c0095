"""One filtered view feeds everything, so every number on a page agrees with every other."""

from __future__ import annotations

from datetime import date
from itertools import chain

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.relevansi import summarise
from kukar_potensi.model.saringan import KOLOM_DAFTAR, Saringan
from kukar_potensi.model.tampak import Indeks, Tampak, build_indeks
from tests.model.strategi import saringan_of


def rows_of(tampak: Tampak) -> set[str]:
    return {*tampak.potensi.index, *tampak.kerja_sama.index}


def places(rows: pd.DataFrame, himpunan: Himpunan) -> tuple[pd.Series, pd.Series]:
    """Count rows per kecamatan and desa with pandas alone."""
    induk = himpunan.desa["kode_kecamatan"].to_dict()
    desa = rows.loc[rows["tingkat"] == "desa", "kode_desa"].map(set).map(sorted)
    bertempat = rows[rows["tingkat"] != "kabupaten"]
    kecamatan = bertempat["kode_kecamatan"].map(set)
    if len(desa):
        dari_desa = desa.map(lambda kode: {induk[satu] for satu in kode}).reindex(kecamatan.index)
        kecamatan = pd.Series(
            [a | (b if isinstance(b, set) else set()) for a, b in zip(kecamatan, dari_desa, strict=True)],
            index=kecamatan.index,
            dtype=object,
        )
    hitung = [pd.Series(list(chain.from_iterable(satu)), dtype=object).value_counts() for satu in (kecamatan, desa)]
    return (
        hitung[0].reindex(himpunan.kecamatan.index, fill_value=0),
        hitung[1].reindex(himpunan.desa.index, fill_value=0),
    )


def test_no_filter_shows_everything(indeks: Indeks, himpunan: Himpunan) -> None:
    tampak = indeks.apply(Saringan())
    assert tampak.n_potensi == len(himpunan.potensi)
    assert tampak.n_kerja_sama == len(himpunan.kerja_sama)
    assert tampak.n_masuk_210 == int((himpunan.kerja_sama["masuk_210"] == "ya").sum())
    assert tampak.wilayah_desa["terpilih"].all()
    assert list(tampak.wilayah_desa.index) == list(himpunan.desa.index)
    assert list(tampak.wilayah_kecamatan.index) == list(himpunan.kecamatan.index)


@given(st.data())
def test_cards_area_tables_and_rows_agree(indeks: Indeks, himpunan: Himpunan, data: st.DataObject) -> None:
    tampak = indeks.apply(data.draw(saringan_of(indeks)))
    assert tampak.n_potensi == len(tampak.potensi) == int(tampak.mask_potensi.sum())
    assert tampak.n_kerja_sama == len(tampak.kerja_sama)
    assert tampak.n_tinggi == int((tampak.potensi["kelas"] == "tinggi").sum())
    assert tampak.n_tinggi_indikatif == int((tampak.potensi["indikatif"] & (tampak.potensi["kelas"] == "tinggi")).sum())
    assert tampak.n_masuk_210 == int((tampak.kerja_sama["masuk_210"] == "ya").sum())
    assert tampak.n_masuk_210_mungkin == int((tampak.kerja_sama["masuk_210"] == "kemungkinan").sum())
    tinggi = tampak.potensi[tampak.potensi["kelas"] == "tinggi"]
    for kolom, rows in (("potensi", tampak.potensi), ("kerja_sama", tampak.kerja_sama), ("potensi_tinggi", tinggi)):
        kecamatan, desa = places(rows, himpunan)
        assert tampak.wilayah_kecamatan[kolom].tolist() == kecamatan.tolist()
        assert tampak.wilayah_desa[kolom].tolist() == desa.tolist()
    for tabel, banyak in (
        (tampak.wilayah_desa, tampak.n_desa_tercakup),
        (tampak.wilayah_kecamatan, tampak.n_kecamatan_tercakup),
    ):
        terisi = tabel["terpilih"] & (tabel["potensi"] + tabel["kerja_sama"] > 0)
        assert banyak == int(terisi.sum()) == int(tabel["tercakup"].sum())


@given(st.data())
def test_rows_without_an_area_are_listed_and_painted_nowhere(indeks: Indeks, data: st.DataObject) -> None:
    tampak = indeks.apply(data.draw(saringan_of(indeks)).with_(kecamatan=(), desa=()))
    tanpa = tampak.mask_potensi_tanpa_wilayah
    assert (indeks.potensi.loc[tanpa, "tingkat"] == "kabupaten").all()
    assert tampak.wilayah_kecamatan["potensi"].sum() >= tampak.n_potensi - int(tanpa.sum())
    assert (tampak.mask_kerja_sama_tanpa_wilayah <= tampak.mask_kerja_sama).all()


@given(st.data())
def test_mean_relevance_of_an_area_is_the_mean_of_its_rows(indeks: Indeks, data: st.DataObject) -> None:
    tampak = indeks.apply(data.draw(saringan_of(indeks)))
    kode = data.draw(st.sampled_from(indeks.kamus.codes("kecamatan")))
    di_sana = tampak.potensi[
        (tampak.potensi["tingkat"] != "kabupaten") & tampak.potensi["kode_kecamatan"].map(lambda isi: kode in isi)
    ]
    assert tampak.wilayah_kecamatan.loc[kode, "relevansi"] == pytest.approx(di_sana["skor"].mean(), nan_ok=True)


@given(st.data())
def test_filter_is_the_and_of_its_fields_in_any_order(indeks: Indeks, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks))
    satu_per_satu = [Saringan(**{kolom: getattr(saringan, kolom)}) for kolom in (*KOLOM_DAFTAR, "jenis", "cari")]
    urutan = data.draw(st.permutations(satu_per_satu))
    irisan = rows_of(indeks.apply(Saringan()))
    for bagian in urutan:
        irisan &= rows_of(indeks.apply(bagian))
    assert rows_of(indeks.apply(saringan)) == irisan
    assert rows_of(indeks.apply(saringan)) == rows_of(indeks.apply(saringan))


@given(st.data())
def test_another_value_in_a_field_never_takes_rows_away(indeks: Indeks, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks))
    kolom = data.draw(st.sampled_from(KOLOM_DAFTAR))
    tambahan = data.draw(st.sampled_from([*indeks.kamus.codes(kolom), "kode yang tidak ada"]))
    sebelum = getattr(saringan, kolom)
    lebar, sempit = saringan.with_(**{kolom: (*sebelum, tambahan)}), saringan
    if not sebelum:
        lebar, sempit = sempit, lebar
    assert rows_of(indeks.apply(sempit)) <= rows_of(indeks.apply(lebar))


def test_choosing_every_value_of_a_field_keeps_every_row_that_has_one(indeks: Indeks) -> None:
    for kolom in ("sektor", "relevansi", "tahun"):
        semua = indeks.apply(Saringan(**{kolom: tuple(indeks.kamus.codes(kolom))}))
        assert (semua.n_potensi, semua.n_kerja_sama) == (len(indeks.potensi), len(indeks.kerja_sama))


def test_status_filters_kerja_sama_and_leaves_potensi_alone(indeks: Indeks) -> None:
    tampak = indeks.apply(Saringan(status=("aktif",)))
    assert tampak.n_potensi == len(indeks.potensi)
    assert 0 < tampak.n_kerja_sama < len(indeks.kerja_sama)
    assert set(tampak.kerja_sama["status"]) == {"aktif"}


def test_kind_shows_only_that_kind(indeks: Indeks) -> None:
    assert indeks.apply(Saringan(jenis="potensi")).n_kerja_sama == 0
    assert indeks.apply(Saringan(jenis="kerja sama")).n_potensi == 0


def test_chosen_areas_follow_place_filters(indeks: Indeks) -> None:
    kecamatan = indeks.apply(Saringan(kecamatan=("64.02.06",)))
    assert list(kecamatan.wilayah_kecamatan.query("terpilih").index) == ["64.02.06"]
    assert all(kode.startswith("64.02.06.") for kode in kecamatan.wilayah_desa.query("terpilih").index)
    assert len(kecamatan.wilayah_desa.query("terpilih")) == 14
    desa = indeks.apply(Saringan(desa=("64.02.02.2014",)))
    assert list(desa.wilayah_desa.query("terpilih").index) == ["64.02.02.2014"]
    assert list(desa.wilayah_kecamatan.query("terpilih").index) == ["64.02.02"]
    asing = indeks.apply(Saringan(kecamatan=("64.02.06",), desa=("64.02.02.2014",)))
    assert asing.n_desa_tercakup == asing.n_kecamatan_tercakup == 0


@pytest.mark.parametrize(
    ("kata", "sama"),
    [
        ("SUMBER sari", "sumber   sari"),
        ("Sanga-Sanga", "sanga sanga"),
        ("kotabangun", "kota bangun"),
        ("pádi", "padi"),
        ("padi sawah", "sawah padi"),
    ],
)
def test_keyword_forgives_case_accents_spacing_and_order(indeks: Indeks, kata: str, sama: str) -> None:
    ketemu = indeks.apply(Saringan(cari=kata)).potensi.index
    assert set(indeks.apply(Saringan(cari=sama)).potensi.index) <= set(ketemu)
    assert len(ketemu) > 0


def test_keyword_looks_at_names_places_partners_agencies_and_sectors(indeks: Indeks, himpunan: Himpunan) -> None:
    def has(kata: str, kode: str) -> bool:
        return kode in rows_of(indeks.apply(Saringan(cari=kata)))

    potensi, kerja_sama = himpunan.potensi.loc["P001"], himpunan.kerja_sama.loc["K001"]
    for kode in potensi["kode_desa"]:
        assert has(himpunan.desa.loc[kode, "nama"], "P001")
    for kode in potensi["kode_kecamatan"]:
        assert has(himpunan.kecamatan.loc[kode, "nama"], "P001")
    assert has(himpunan.opd.loc[potensi["opd"], "nama"], "P001")
    assert has(himpunan.sektor.loc[potensi["sektor"], "nama"], "P001")
    assert has(potensi["nama"], "P001")
    assert has(kerja_sama["mitra"], "K001")
    assert has(kerja_sama["judul"], "K001")
    assert not has(f"{potensi['nama']} qqqxyz", "P001")


def test_words_are_not_found_across_two_names(indeks: Indeks) -> None:
    """A name written together may be searched so, but not the seam between two names."""
    assert indeks.apply(Saringan(cari="sebulumuara")).n_potensi == 0


def test_data_and_index_never_change(himpunan: Himpunan) -> None:
    asli = {nama: getattr(himpunan, nama).copy() for nama in ("potensi", "kerja_sama", "desa", "kecamatan")}
    indeks = build_indeks(himpunan, date(2025, 11, 21))
    sebelum = indeks.apply(Saringan()).wilayah_desa.copy()
    tampak = indeks.apply(Saringan(cari="padi", kecamatan=("64.02.06",)))
    tampak.potensi["skor"] = -1.0
    tampak.wilayah_desa.loc[:, "potensi"] = -1
    indeks.with_bobot({"A": 1.0})
    for nama, isi in asli.items():
        assert_frame_equal(getattr(himpunan, nama), isi)
    assert_frame_equal(indeks.apply(Saringan()).wilayah_desa, sebelum)
    with pytest.raises(ValueError, match="read-only"):
        indeks.tabel_potensi.tempat.desa.baris[0] = 5


@settings(max_examples=25)
@given(st.lists(st.integers(0, 100), min_size=6, max_size=6).filter(lambda isi: sum(isi) > 0))
def test_other_weights_give_the_same_as_building_anew(indeks: Indeks, bobot: list[int]) -> None:
    angka = np.array(bobot, dtype=np.float64)
    cepat, baru = indeks.with_bobot(angka), build_indeks(indeks.himpunan, indeks.tanggal, angka)
    assert_frame_equal(cepat.potensi, baru.potensi)
    assert_frame_equal(cepat.kerja_sama, baru.kerja_sama)
    saringan = Saringan(relevansi=("tinggi",))
    assert rows_of(cepat.apply(saringan)) == rows_of(baru.apply(saringan))


@pytest.mark.parametrize("hari", [date(2025, 11, 21), date(2025, 1, 1), date(2023, 6, 30), date(2031, 2, 28)])
def test_another_day_gives_the_same_as_building_anew(indeks: Indeks, hari: date) -> None:
    cepat, baru = indeks.with_tanggal(hari), build_indeks(indeks.himpunan, hari)
    assert_frame_equal(cepat.potensi, baru.potensi)
    assert_frame_equal(cepat.kerja_sama, baru.kerja_sama)
    for status in indeks.kamus.codes("status"):
        saringan = Saringan(status=(status,), jenis="kerja sama")
        assert rows_of(cepat.apply(saringan)) == rows_of(baru.apply(saringan))


def test_index_and_its_reasons_tell_the_same_score(indeks: Indeks, himpunan: Himpunan) -> None:
    berat = indeks.with_bobot({"A": 40, "B": 20, "C": 10, "D": 10, "E": 10, "F": 10})
    rows = berat.potensi.iloc[::17]
    ringkas = summarise(berat.score_table(rows))
    assert_frame_equal(ringkas, rows[ringkas.columns], check_names=False)
    for tabel, skor in ((himpunan.kecamatan, berat.skor_kecamatan), (himpunan.desa.iloc[::9], berat.skor_desa)):
        ringkas = summarise(berat.score_table(tabel))
        assert_frame_equal(ringkas, skor.loc[tabel.index], check_names=False)


def test_a_data_set_without_facts_counts_zero(himpunan_kosong: Himpunan) -> None:
    tampak = build_indeks(himpunan_kosong, date(2025, 11, 21)).apply(Saringan(cari="padi", tahun=("2023",)))
    assert (tampak.n_potensi, tampak.n_kerja_sama, tampak.n_desa_tercakup, tampak.n_tinggi) == (0, 0, 0, 0)
    assert len(tampak.wilayah_desa) == len(himpunan_kosong.desa)
    assert tampak.wilayah_desa["relevansi"].isna().all()


def test_one_row_counts_once_at_each_level(himpunan_satu: Himpunan) -> None:
    indeks = build_indeks(himpunan_satu, date(2025, 11, 21))
    tampak = indeks.apply(Saringan())
    assert (tampak.n_potensi, tampak.n_kerja_sama, tampak.n_masuk_210) == (1, 1, 1)
    assert tampak.wilayah_desa[["potensi", "kerja_sama"]].sum().tolist() == [1, 0]
    assert tampak.wilayah_kecamatan.loc["64.02.06", ["potensi", "kerja_sama"]].tolist() == [1, 1]
    assert tampak.n_desa_tercakup == tampak.n_kecamatan_tercakup == 1


def test_a_row_without_a_value_matches_no_value(himpunan_satu: Himpunan) -> None:
    indeks = build_indeks(himpunan_satu, date(2025, 11, 21))
    assert indeks.apply(Saringan(opd=tuple(indeks.kamus.codes("opd")))).n_potensi == 0
    assert indeks.apply(Saringan(tahun=("belum diketahui",))).n_potensi == 1


def test_later_day_changes_status_and_nothing_else(himpunan: Himpunan, indeks: Indeks) -> None:
    nanti = build_indeks(himpunan, date(2025, 12, 31))
    assert_frame_equal(nanti.potensi, indeks.potensi)
    jauh = build_indeks(himpunan, date(2090, 1, 1)).kerja_sama["status"]
    assert set(jauh) <= {"berakhir", "masa berlaku tidak diketahui", "belum berlaku"}


@pytest.mark.parametrize("kode", ["P235", "p235", " P235. ", "K012", "k012"])
def test_a_row_is_found_by_the_code_that_people_quote(indeks: Indeks, kode: str) -> None:
    assert rows_of(indeks.apply(Saringan(cari=kode))) == {kode.strip(" .").upper()}


def test_a_number_or_a_part_of_a_code_is_no_code(indeks: Indeks) -> None:
    assert "P235" not in rows_of(indeks.apply(Saringan(cari="p23")))
    assert "P235" not in rows_of(indeks.apply(Saringan(cari="235")))
