"""What an area holds: the same rows as the counts on the map."""

from __future__ import annotations

from datetime import date

import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.isi_wilayah import gather_wilayah, groups_of
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, Tampak, build_indeks


@pytest.fixture(scope="module")
def tampak(indeks: Indeks) -> Tampak:
    return indeks.apply(Saringan())


def test_every_area_lists_as_many_rows_as_the_map_counts(indeks: Indeks) -> None:
    for saringan in (Saringan(), Saringan(sektor=("pariwisata", "pertanian"))):
        tampak = indeks.apply(saringan)
        for cacah in (tampak.wilayah_kecamatan, tampak.wilayah_desa.iloc[::9]):
            for kode, baris in cacah.iterrows():
                isi = gather_wilayah(tampak, str(kode))
                assert len(isi.potensi) == baris["potensi"]
                assert len(isi.kerja_sama) == baris["kerja_sama"]


def test_rows_of_the_kecamatan_that_name_no_desa_stay_apart(tampak: Tampak) -> None:
    isi = gather_wilayah(tampak, "64.02.13.1007")
    assert len(isi.potensi_kecamatan) > 0
    assert (isi.potensi_kecamatan["tingkat"] == "kecamatan").all()
    assert all("64.02.13" in kode for kode in isi.potensi_kecamatan["kode_kecamatan"])
    assert not set(isi.potensi_kecamatan.index) & set(isi.potensi.index)
    kecamatan = gather_wilayah(tampak, "64.02.13")
    assert kecamatan.potensi_kecamatan.empty
    assert set(isi.potensi_kecamatan.index) <= set(kecamatan.potensi.index)


def test_a_kecamatan_lists_its_desa_with_their_counts(tampak: Tampak) -> None:
    anggota = gather_wilayah(tampak, "64.02.06").anggota
    assert len(anggota) == 14
    assert list(anggota["potensi"]) == list(tampak.wilayah_desa.loc[anggota.index, "potensi"])
    assert gather_wilayah(tampak, "64.02.06.1001").anggota.empty


def test_neighbours_carry_the_counts_of_the_view(tampak: Tampak) -> None:
    for kode, cacah in (("64.02.06", tampak.wilayah_kecamatan), ("64.02.06.1010", tampak.wilayah_desa)):
        tetangga = gather_wilayah(tampak, kode).tetangga
        assert list(tetangga["potensi"]) == list(cacah.loc[tetangga.index, "potensi"])


def test_groups_follow_the_filter_and_split_into_touching_and_others(indeks: Indeks, tampak: Tampak) -> None:
    semua = groups_of(tampak)
    isi = gather_wilayah(tampak, "64.02.11.2007")
    assert len(isi.kelompok) + len(isi.kelompok_lain) == len(semua)
    assert all("64.02.11.2007" in kelompok.desa for kelompok in isi.kelompok)
    wisata = groups_of(indeks.apply(Saringan(sektor=("pariwisata",))))
    assert {kelompok.sektor for kelompok in wisata} == {"pariwisata"}


def test_names_say_what_kind_of_area_it_is(tampak: Tampak) -> None:
    assert gather_wilayah(tampak, "64.02.06").judul == "Kecamatan Tenggarong"
    assert gather_wilayah(tampak, "64.02.13.1007").judul == "Kelurahan Sungai Seluang"
    assert gather_wilayah(tampak, "64.02.11.2007").judul == "Desa Muara Siran"


def test_connections_are_those_of_its_kecamatan(himpunan: Himpunan, tampak: Tampak) -> None:
    for kode in ("64.02.18", "64.02.18.2003"):
        konektivitas = gather_wilayah(tampak, kode).konektivitas
        assert len(konektivitas) == (himpunan.konektivitas["kode_kecamatan"] == "64.02.18").sum()


def test_an_area_of_an_empty_data_set_is_empty_and_does_not_fail(himpunan_kosong: Himpunan) -> None:
    tampak = build_indeks(himpunan_kosong, date(2025, 11, 21)).apply(Saringan())
    for kode in ("64.02.06", "64.02.06.1001"):
        isi = gather_wilayah(tampak, kode)
        assert isi.potensi.empty
        assert isi.kelompok == ()
        assert len(isi.tetangga) > 0


def test_an_unknown_area_is_refused(tampak: Tampak) -> None:
    with pytest.raises(KeyError):
        gather_wilayah(tampak, "64.02.99")
