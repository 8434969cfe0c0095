import geopandas as gpd
import numpy as np
import pytest
import shapely

from kukar_potensi.sumber.batas import GalatBatas
from kukar_potensi.sumber.batas.konteks import (
    frame_around,
    prepare_ikn,
    prepare_konteks,
    prepare_tetangga,
    refit_tetangga,
)
from kukar_potensi.sumber.batas.sederhana import snap_coverage, tidy


@pytest.fixture
def kabupaten(desa):
    return shapely.coverage_union_all(snap_coverage(desa.geometry.values))


def test_context_is_cut_to_the_box_and_what_lies_beyond_is_left_out(konteks, kabupaten):
    fitur = prepare_konteks(konteks, kabupaten)
    assert [satu.sifat["nama"] for satu in fitur] == ["Sungai Contoh", "Danau Contoh", "Kota Dekat"]
    assert shapely.covers(frame_around(kabupaten).buffer(1e-5), [satu.bentuk for satu in fitur]).all()


def test_a_river_is_named_on_its_line_inside_the_regency(konteks, kabupaten):
    sungai = prepare_konteks(konteks, kabupaten)[0]
    titik = shapely.Point(sungai.sifat["lon"], sungai.sifat["lat"])
    assert shapely.distance(titik, sungai.bentuk) < 1e-4
    assert shapely.contains(kabupaten, titik)


def test_a_lake_and_a_town_are_named_where_they_are(konteks, kabupaten):
    _, danau, kota = prepare_konteks(konteks, kabupaten)
    assert shapely.contains(danau.bentuk, shapely.Point(danau.sifat["lon"], danau.sifat["lat"]))
    assert (kota.sifat["lon"], kota.sifat["lat"]) == (117.0, -0.7)


def test_the_source_is_told_in_indonesian_and_unknown_stays_unknown(konteks, kabupaten):
    sumber = [satu.sifat["sumber"] for satu in prepare_konteks(konteks, kabupaten)]
    assert sumber == ["peta (domain publik)", "peta", "peta"]


def test_the_ikn_line_keeps_its_words_and_its_place(ikn):
    (satu,) = prepare_ikn(ikn)
    assert satu.sifat["nama"] == "Delineasi"
    assert satu.sifat["luas_resmi_ha"] == 100
    asal = gpd.read_file(ikn).geometry.iloc[0]
    assert shapely.hausdorff_distance(satu.bentuk, asal) < 1e-4
    assert shapely.contains(satu.bentuk, shapely.Point(satu.sifat["lon"], satu.sifat["lat"]))


def test_neighbours_meet_the_regency_without_gap_or_overlap(tetangga, kabupaten):
    fitur = prepare_tetangga(tetangga, kabupaten, "64.02")
    assert [satu.sifat["kode"] for satu in fitur] == ["64.07", "64.72"]
    bentuk = np.array([satu.bentuk for satu in fitur])
    assert shapely.area(shapely.intersection(bentuk, kabupaten)).max() < 1e-6
    barat, selatan, timur, utara = kabupaten.bounds
    jalur = shapely.box(barat - 0.01, selatan + 0.01, timur + 0.01, utara - 0.01)
    terbuka = jalur.difference(shapely.union_all([kabupaten, *bentuk]))
    assert shapely.area(terbuka) < 1e-5


def test_neighbours_follow_a_regency_that_has_grown(tetangga, kabupaten):
    awal = prepare_tetangga(tetangga, kabupaten, "64.02")
    tumbuh = tidy(np.array([shapely.union(kabupaten, shapely.box(116.85, -0.75, 116.95, -0.73), grid_size=1e-4)]))[0]
    baru = refit_tetangga(awal, tumbuh)
    assert [satu.sifat for satu in baru] == [satu.sifat for satu in awal]
    for satu in baru:
        assert shapely.area(shapely.intersection(satu.bentuk, tumbuh)) < 1e-6
    assert refit_tetangga([], tumbuh) == []


def test_neighbours_without_code_or_name_are_refused(tetangga, kabupaten):
    gpd.read_file(tetangga).drop(columns="nama").to_file(tetangga)
    with pytest.raises(GalatBatas, match="kolom kode dan nama diperlukan"):
        prepare_tetangga(tetangga, kabupaten, "64.02")
