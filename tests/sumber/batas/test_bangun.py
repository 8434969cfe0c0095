import json
import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from kukar_potensi.sumber.batas import GalatBatas, Masukan, build_batas
from kukar_potensi.sumber.batas.penulis import decode_geojson

BERKAS = {
    "desa.geojson", "kecamatan.geojson", "kabupaten.geojson", "batas_bersama.csv", "ikn.geojson",
    "konteks.geojson", "tetangga.geojson", "desa_resmi.csv",
}  # fmt: skip


@pytest.fixture
def bidang(bangun, desa):
    """Features of the built desa by code."""
    return {satu.sifat["kode"]: satu for satu in decode_geojson(bangun(desa).berkas["desa.geojson"])}


def test_one_build_gives_every_file(bangun, desa):
    hasil = bangun(desa)
    assert set(hasil.berkas) == BERKAS
    assert (hasil.jumlah_desa, hasil.jumlah_kecamatan) == (6, 2)
    assert hasil.luas_km2 == pytest.approx(6 * 6.679 * 6.635, rel=0.03)
    assert hasil.catatan == hasil.perubahan == ()


def test_desa_are_in_the_order_of_their_codes_with_all_properties(bidang):
    assert list(bidang) == sorted(bidang)
    sifat = bidang["64.02.03.1003"].sifat
    assert list(sifat) == [
        "kode", "nama", "jenis", "kode_kecamatan", "nama_kecamatan", "kode_pos",
        "luas_km2", "lat", "lon", "irisan_ikn_persen", "jarak_kipp_km",
    ]  # fmt: skip
    assert sifat["jenis"] == "kelurahan"
    assert sifat["kode_pos"] == "75511"


def test_overlap_with_ikn_is_of_the_desa_and_of_the_kecamatan(bangun, desa):
    hasil = bangun(desa)
    persen = {satu.sifat["kode"]: satu.sifat for satu in decode_geojson(hasil.berkas["desa.geojson"])}
    assert persen["64.02.03.2001"]["irisan_ikn_persen"] == pytest.approx(50, abs=3)
    assert persen["64.02.06.2001"]["irisan_ikn_persen"] == pytest.approx(25, abs=3)
    assert {p["irisan_ikn_persen"] for k, p in persen.items() if not k.endswith("2001")} == {0.0}
    for kecamatan in decode_geojson(hasil.berkas["kecamatan.geojson"]):
        anggota = [p for k, p in persen.items() if k.startswith(kecamatan.sifat["kode"])]
        di_dalam = sum(p["luas_km2"] * p["irisan_ikn_persen"] / 100 for p in anggota)
        luas = sum(p["luas_km2"] for p in anggota)
        assert kecamatan.sifat["luas_km2"] == pytest.approx(luas, abs=0.003)
        assert kecamatan.sifat["irisan_ikn_persen"] == pytest.approx(100 * di_dalam / luas, abs=0.01)


def test_areas_come_from_the_detailed_shapes_not_from_the_simplified(bangun, desa):
    halus = decode_geojson(bangun(desa, toleransi_m=10).berkas["desa.geojson"])
    kasar = decode_geojson(bangun(desa, toleransi_m=900).berkas["desa.geojson"])
    assert [a.sifat["luas_km2"] for a in halus] == [b.sifat["luas_km2"] for b in kasar]
    assert (
        shapely.get_num_coordinates([a.bentuk for a in halus]).sum()
        > 2 * shapely.get_num_coordinates([b.bentuk for b in kasar]).sum()
    )


def test_the_same_input_gives_the_same_bytes(bangun, desa):
    assert bangun(desa).berkas == bangun(desa).berkas


@pytest.mark.parametrize(
    "ubah",
    [
        lambda d: d.iloc[::-1],
        lambda d: d.assign(kode=d["kode"].str.replace(".", "")),
        lambda d: d.assign(kode=d["kode"].str.replace(".", "").astype("int64")),
        lambda d: d.rename(columns={"kode": "KDEPUM", "nama": "kode"}),
        lambda d: d.set_geometry(shapely.reverse(d.geometry.values), crs=d.crs),
    ],
    ids=["urutan terbalik", "kode tanpa titik", "kode angka", "kolom lain", "arah lingkar terbalik"],
)
def test_the_form_of_the_input_does_not_show_in_the_bytes(ubah, bangun, desa):
    assert bangun(ubah(desa)).berkas == bangun(desa).berkas


@pytest.mark.parametrize(("akhiran", "crs"), [("gpkg", 4326), ("shp", 4326), ("gpkg", 32750), ("shp", 23830)])
def test_every_format_and_coordinate_system_builds_the_same_areas(akhiran, crs, bangun, desa, tmp_path):
    berkas = tmp_path / f"batas.{akhiran}"
    desa.to_crs(crs).to_file(berkas)
    lain, sama = (decode_geojson(hasil.berkas["desa.geojson"]) for hasil in (bangun(berkas), bangun(desa)))
    for a, b in zip(lain, sama, strict=True):
        assert a.sifat["luas_km2"] == pytest.approx(b.sifat["luas_km2"], abs=0.002)
        assert shapely.hausdorff_distance(a.bentuk, b.bentuk) < 0.002


def test_options_left_out_mean_what_the_folder_holds(bangun, desa, folder):
    awal = bangun(desa, simpan=True)
    hanya_desa = {"resmi": None, "ikn": None, "konteks": None, "tetangga": None}
    assert bangun(desa, **hanya_desa).berkas == awal.berkas


def test_a_first_build_needs_the_ikn_line_and_can_do_without_context(bangun, desa):
    with pytest.raises(GalatBatas, match=r"delineasi IKN belum ada.*--ikn"):
        bangun(desa, ikn=None)
    hasil = bangun(desa, konteks=None, tetangga=None)
    assert json.loads(hasil.berkas["konteks.geojson"])["features"] == []
    assert json.loads(hasil.berkas["tetangga.geojson"])["features"] == []


def test_neighbours_are_fitted_again_only_when_the_edge_has_moved(bangun, desa):
    awal = bangun(desa, simpan=True)
    bergeser = desa.copy()
    timur = bergeser["kode"].str.endswith("1003")
    bergeser.loc[timur, "geometry"] = bergeser[timur].intersection(shapely.box(0, -90, 117.06, 90))
    baru = bangun(bergeser, tetangga=None)
    assert baru.berkas["tetangga.geojson"] != awal.berkas["tetangga.geojson"]
    kabupaten = decode_geojson(baru.berkas["kabupaten.geojson"])[0].bentuk
    for satu in decode_geojson(baru.berkas["tetangga.geojson"]):
        assert shapely.area(shapely.intersection(satu.bentuk, kabupaten)) < 1e-6
    assert [satu.split(":")[0] for satu in baru.perubahan] == ["64.02.03.1003 Desa 33", "64.02.06.1003 Desa 63"]


def test_a_slip_between_two_desa_is_closed(bangun, desa):
    retak = desa.copy()
    retak.loc[1, "geometry"] = shapely.buffer(retak.geometry.iloc[1], -0.0001)
    bentuk = [satu.bentuk for satu in decode_geojson(bangun(retak).berkas["desa.geojson"])]
    assert shapely.coverage_is_valid(bentuk)
    luar = shapely.union_all(bentuk)
    assert shapely.area(luar) == pytest.approx(shapely.area(shapely.union_all(desa.geometry.values)), rel=0.01)
    assert sum(len(bagian.interiors) for bagian in shapely.get_parts(luar)) == 0


def test_every_fault_is_told_at_once_and_nothing_is_built(bangun, desa, folder):
    rusak = pd.concat([desa, desa.iloc[[0]]], ignore_index=True)
    rusak.loc[1, "kode"] = "64.02.03.2092"
    rusak.loc[2, "geometry"] = shapely.Polygon([(117, -0.8), (117.1, -0.7), (117.1, -0.8), (117, -0.7)])
    rusak.loc[3, "geometry"] = shapely.box(106, -7, 107, -6)
    rusak.loc[4, "geometry"] = None
    rusak.loc[5, "kode"] = None
    rusak = gpd.GeoDataFrame(rusak, geometry="geometry", crs=4326)
    with pytest.raises(GalatBatas) as galat:
        bangun(rusak, simpan=True)
    laporan = str(galat.value).splitlines()
    assert laporan[0] == f"{len(laporan) - 1} kesalahan ditemukan; tidak ada berkas yang diubah."
    for potongan in (
        "fitur ke-6 tidak berkode",
        "kode 64.02.03.2001 Desa 31 dipakai 2 fitur",
        "64.02.03.2002 Desa 32 tidak ada di berkas ini",
        "kode 64.02.03.2092 tidak ada dalam daftar resmi. Mungkin maksudnya 64.02.03.2002 (Desa 32).",
        "64.02.06.1003 Desa 63 tidak ada di berkas ini",
        "garis batas 64.02.03.1003 Desa 33 berpotongan dengan dirinya",
        "64.02.06.2001 Desa 61 terletak di luar Kalimantan Timur",
        "64.02.06.2002 Desa 62 tidak memiliki bentuk",
    ):
        assert [potongan in satu for satu in laporan].count(True) == 1, potongan
    assert not folder.exists()


def test_a_desa_drawn_over_its_neighbours_is_told(bangun, desa):
    rusak = desa.copy()
    rusak.loc[1, "geometry"] = shapely.union(rusak.geometry.iloc[1], rusak.geometry.iloc[2])
    with pytest.raises(GalatBatas, match=r"64\.02\.03\.2002 Desa 32 bertumpang tindih dengan 64\.02\.03\.1003 Desa 33"):
        bangun(rusak)


def test_a_desa_that_vanishes_in_the_grid_is_told(bangun, desa):
    titik = shapely.Point(116.95, -0.77).buffer(0.00003)
    kecil = desa.copy()
    kecil["geometry"] = shapely.difference(kecil.geometry.values, titik)
    kecil.loc[0, "geometry"] = titik
    with pytest.raises(GalatBatas, match=r"terlalu kecil untuk toleransi 150 m: 64\.02\.03\.2001 Desa 31"):
        bangun(kecil)


def test_codes_swapped_between_two_desa_are_told_as_moved(bangun, desa):
    bangun(desa, simpan=True)
    tukar = desa.copy()
    tukar["kode"] = tukar["kode"].to_numpy()[[1, 0, 2, 3, 4, 5]]
    assert [kalimat for kalimat in bangun(tukar).perubahan if "kodenya tertukar" in kalimat] == [
        "64.02.03.2001 Desa 31: letaknya pindah; periksa apakah kodenya tertukar.",
        "64.02.03.2002 Desa 32: letaknya pindah; periksa apakah kodenya tertukar.",
    ]


def test_building_never_writes(bangun, desa, folder):
    bangun(desa, simpan=True)
    sebelum = {satu.name: satu.read_bytes() for satu in folder.iterdir()}
    diubah = desa.copy()
    diubah.loc[0, "geometry"] = shapely.union(diubah.geometry.iloc[0], shapely.box(116.8, -0.78, 116.91, -0.76))
    build_batas(Masukan(desa=_save(diubah, folder)), folder)
    assert {satu.name: satu.read_bytes() for satu in folder.iterdir()} == sebelum


def _save(desa: gpd.GeoDataFrame, folder):
    berkas = folder.parent / "lain.gpkg"
    desa.to_file(berkas)
    return berkas


def test_coordinates_are_written_with_few_decimals(bangun, desa):
    berkas = bangun(desa).berkas
    terpanjang = {"desa": 4, "kecamatan": 4, "kabupaten": 4, "tetangga": 4, "ikn": 5, "konteks": 5}
    for nama, desimal in terpanjang.items():
        titik = re.findall(rb"\[(-?[\d.]+),(-?[\d.]+)\]", berkas[f"{nama}.geojson"])
        assert len(titik) > 3
        assert max(len(angka.partition(b".")[2]) for pasangan in titik for angka in pasangan) <= desimal


def test_shared_borders_are_those_of_the_grid(bangun, desa):
    baris = bangun(desa).berkas["batas_bersama.csv"].decode().splitlines()
    pasangan = {tuple(satu.split(",")[:2]) for satu in baris[1:]}
    assert pasangan == {
        ("64.02.03.1003", "64.02.03.2002"), ("64.02.03.2001", "64.02.03.2002"),
        ("64.02.06.1003", "64.02.06.2002"), ("64.02.06.2001", "64.02.06.2002"),
        ("64.02.03.2001", "64.02.06.2001"), ("64.02.03.2002", "64.02.06.2002"),
        ("64.02.03.1003", "64.02.06.1003"),
    }  # fmt: skip
    panjang = np.array([float(satu.split(",")[2]) for satu in baris[1:]])
    assert panjang == pytest.approx(6.7, rel=0.06)
