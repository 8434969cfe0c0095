"""What everyone relies on in the committed boundary files of data/wilayah."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod

FOLDER = Path(__file__).resolve().parents[1] / "data" / "wilayah"
LUAS_RESMI_KM2 = 26_912.065
"""BIG, December 2024."""

MENYENTUH_IKN = {"Samboja", "Samboja Barat", "Muara Jawa", "Loa Janan", "Loa Kulu", "Sanga Sanga"}
UKURAN_TERBESAR = {"desa.geojson": 450_000, "kecamatan.geojson": 160_000, "tetangga.geojson": 75_000}
SIFAT_DESA = [
    "kode", "nama", "jenis", "kode_kecamatan", "nama_kecamatan", "kode_pos",
    "luas_km2", "lat", "lon", "irisan_ikn_persen", "jarak_kipp_km",
]  # fmt: skip
SIFAT_KECAMATAN = [
    "kode", "nama", "jumlah_desa", "jumlah_kelurahan",
    "luas_km2", "lat", "lon", "irisan_ikn_persen", "jarak_kipp_km",
]  # fmt: skip


def _read_layer(nama: str) -> tuple[list[dict], np.ndarray]:
    """Return the properties and the shapes of one file."""
    fitur = json.loads((FOLDER / f"{nama}.geojson").read_text(encoding="utf-8"))["features"]
    bentuk = np.array([shapely.geometry.shape(satu["geometry"]) for satu in fitur], dtype=object)
    return [satu["properties"] for satu in fitur], bentuk


@pytest.fixture(scope="module")
def desa():
    return _read_layer("desa")


@pytest.fixture(scope="module")
def kecamatan():
    return _read_layer("kecamatan")


@pytest.fixture(scope="module")
def kabupaten():
    return _read_layer("kabupaten")


@pytest.fixture(scope="module")
def resmi():
    with (FOLDER / "desa_resmi.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


@pytest.fixture(scope="module")
def batas_bersama():
    with (FOLDER / "batas_bersama.csv").open(encoding="utf-8", newline="") as berkas:
        return [(b["kode_a"], b["kode_b"], float(b["panjang_km"])) for b in csv.DictReader(berkas)]


def test_there_are_193_desa_44_kelurahan_and_20_kecamatan(desa, kecamatan, kabupaten):
    jenis = [satu["jenis"] for satu in desa[0]]
    assert (jenis.count("desa"), jenis.count("kelurahan"), len(jenis)) == (193, 44, 237)
    assert len(kecamatan[0]) == 20
    assert [satu["kode"] for satu in kabupaten[0]] == ["64.02"]


@pytest.mark.parametrize(("lapisan", "sifat"), [("desa", SIFAT_DESA), ("kecamatan", SIFAT_KECAMATAN)])
def test_properties_are_the_agreed_ones_and_known_everywhere(lapisan, sifat):
    for satu in _read_layer(lapisan)[0]:
        assert list(satu) == sifat
        assert None not in satu.values()
        assert 0 <= satu["irisan_ikn_persen"] <= 100
        assert satu["luas_km2"] > 0
        assert 0 < satu["jarak_kipp_km"] < 300


def test_codes_are_unique_sorted_and_nested(desa, kecamatan):
    kode_desa = [satu["kode"] for satu in desa[0]]
    kode_kecamatan = [satu["kode"] for satu in kecamatan[0]]
    assert kode_desa == sorted(set(kode_desa))
    assert kode_kecamatan == sorted(set(kode_kecamatan))
    nama = {satu["kode"]: satu["nama"] for satu in kecamatan[0]}
    for satu in desa[0]:
        assert satu["kode_kecamatan"] == satu["kode"][:8]
        assert satu["nama_kecamatan"] == nama[satu["kode_kecamatan"]]
        assert (satu["kode"][9] == "1") == (satu["jenis"] == "kelurahan")
    assert set(nama) == {satu["kode_kecamatan"] for satu in desa[0]}


def test_desa_are_those_of_the_official_list(desa, resmi):
    sama = ("kode", "nama", "jenis", "kode_kecamatan", "nama_kecamatan", "kode_pos")
    assert [[satu[kolom] for kolom in sama] for satu in desa[0]] == [[satu[kolom] for kolom in sama] for satu in resmi]


def test_desa_form_one_valid_coverage(desa):
    assert shapely.is_valid(desa[1]).all()
    assert shapely.coverage_is_valid(desa[1])


def test_a_kecamatan_is_exactly_its_desa_and_the_kabupaten_all_of_them(desa, kecamatan, kabupaten):
    pemilik = np.array([satu["kode_kecamatan"] for satu in desa[0]])
    for sifat, bentuk in zip(*kecamatan, strict=True):
        anggota = desa[1][pemilik == sifat["kode"]]
        assert bentuk.equals(shapely.coverage_union_all(anggota)), sifat["nama"]
        sudut = set(map(tuple, shapely.get_coordinates(bentuk)))
        assert sudut <= set(map(tuple, shapely.get_coordinates(anggota))), sifat["nama"]
        jenis = [satu["jenis"] for satu in desa[0] if satu["kode_kecamatan"] == sifat["kode"]]
        assert (sifat["jumlah_desa"], sifat["jumlah_kelurahan"]) == (jenis.count("desa"), jenis.count("kelurahan"))
    assert shapely.coverage_is_valid(kecamatan[1])
    assert kabupaten[1][0].equals(shapely.coverage_union_all(desa[1]))


def test_areas_add_up_to_the_official_total(desa, kecamatan, kabupaten):
    luas_desa = sum(satu["luas_km2"] for satu in desa[0])
    assert luas_desa == pytest.approx(LUAS_RESMI_KM2, rel=0.005)
    assert sum(satu["luas_km2"] for satu in kecamatan[0]) == pytest.approx(luas_desa, abs=0.1)
    assert kabupaten[0][0]["luas_km2"] == pytest.approx(luas_desa, abs=0.2)


def test_drawn_areas_stay_close_to_the_measured_ones(desa):
    elipsoid = Geod(ellps="WGS84")
    for sifat, bentuk in zip(*desa, strict=True):
        digambar = abs(elipsoid.geometry_area_perimeter(bentuk)[0]) / 1e6
        assert digambar == pytest.approx(sifat["luas_km2"], rel=0.03), sifat["nama"]


@pytest.mark.parametrize("lapisan", ["desa", "kecamatan", "kabupaten", "ikn", "tetangga"])
def test_labels_lie_inside_their_area(lapisan):
    sifat, bentuk = _read_layer(lapisan)
    label = shapely.points([(satu["lon"], satu["lat"]) for satu in sifat])
    assert shapely.contains_properly(bentuk, label).all()


def test_neighbours_are_listed_once_in_order_and_without_oneself(batas_bersama, desa):
    pasangan = [(a, b) for a, b, _ in batas_bersama]
    assert pasangan == sorted(set(pasangan))
    assert all(a < b for a, b in pasangan)
    assert {kode for satu in pasangan for kode in satu} <= {satu["kode"] for satu in desa[0]}
    assert min(panjang for *_, panjang in batas_bersama) > 0


def test_neighbours_are_exactly_the_desa_that_share_a_border(batas_bersama, desa):
    kode = np.array([satu["kode"] for satu in desa[0]])
    a, b = shapely.STRtree(desa[1]).query(desa[1], predicate="intersects")
    a, b = a[a < b], b[a < b]
    bersama = shapely.length(shapely.intersection(shapely.boundary(desa[1][a]), shapely.boundary(desa[1][b])))
    bertepi = {(str(kode[i]), str(kode[j])) for i, j in zip(a[bersama > 0], b[bersama > 0], strict=True)}
    tercatat = {(kiri, kanan) for kiri, kanan, _ in batas_bersama}
    assert bertepi == tercatat


def test_ikn_touches_the_six_kecamatan_and_39_desa(desa, kecamatan):
    assert {satu["nama"] for satu in kecamatan[0] if satu["irisan_ikn_persen"] > 0} == MENYENTUH_IKN
    assert sum(satu["irisan_ikn_persen"] > 0 for satu in desa[0]) == 39


def test_overlap_with_ikn_agrees_with_the_line_on_the_map(desa):
    garis = _read_layer("ikn")[1][0]
    terlihat = 100 * shapely.area(shapely.intersection(desa[1], garis)) / shapely.area(desa[1])
    assert np.abs(terlihat - [satu["irisan_ikn_persen"] for satu in desa[0]]).max() < 2


def test_the_ikn_line_says_that_it_is_the_older_one():
    (sifat,), _ = _read_layer("ikn")
    assert "UU 3/2022" in sifat["nama"]
    assert "UU 21/2023" in sifat["catatan"]


def test_distance_is_from_the_label_to_the_kipp_point(desa):
    elipsoid = Geod(ellps="WGS84")
    for satu in desa[0]:
        meter = elipsoid.inv(satu["lon"], satu["lat"], 116.68, -0.97)[2]
        assert satu["jarak_kipp_km"] == pytest.approx(meter / 1000, abs=0.051)


def test_neighbouring_regencies_meet_kukar_without_overlap(kabupaten):
    sifat, bentuk = _read_layer("tetangga")
    assert "64.02" not in {satu["kode"] for satu in sifat}
    assert len(sifat) == 10
    tumpang_km2 = shapely.area(shapely.intersection(bentuk, kabupaten[1][0])).sum() * 111.32 * 110.57
    assert tumpang_km2 < 1
    semua = shapely.get_parts(shapely.union_all([*bentuk, kabupaten[1][0]]))
    celah_km2 = [shapely.Polygon(lubang).area * 111.32 * 110.57 for bagian in semua for lubang in bagian.interiors]
    assert max(celah_km2, default=0) < 0.1


def test_context_names_its_kind_and_source():
    sifat, bentuk = _read_layer("konteks")
    jenis = [satu["jenis"] for satu in sifat]
    assert {kata: jenis.count(kata) for kata in set(jenis)} == {
        "sungai": 1, "danau": 2, "bandara": 5, "kota": 3, "pelabuhan": 1,
    }  # fmt: skip
    assert all(satu["nama"] and satu["sumber"] for satu in sifat)
    label = shapely.points([(satu["lon"], satu["lat"]) for satu in sifat])
    assert shapely.distance(bentuk, label).max() < 1e-4


@pytest.mark.parametrize(("nama", "bita"), UKURAN_TERBESAR.items())
def test_files_stay_small(nama, bita):
    assert (FOLDER / nama).stat().st_size <= bita


@pytest.mark.parametrize("nama", sorted(satu.name for satu in FOLDER.glob("*.geojson")))
def test_coordinates_have_at_most_five_decimals_and_outer_rings_run_counter_clockwise(nama):
    _, bentuk = _read_layer(nama.removesuffix(".geojson"))
    titik = shapely.get_coordinates(bentuk)
    assert (np.round(titik, 5) == titik).all()
    bagian = shapely.get_parts(bentuk[shapely.get_dimensions(bentuk) == 2])
    assert shapely.is_ccw(shapely.get_exterior_ring(bagian)).all()
