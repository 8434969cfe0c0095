import shutil
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from kukar_potensi.sumber.batas import GalatBatas
from kukar_potensi.sumber.batas.pembaca import read_batas


def _zip_shapefile(desa: gpd.GeoDataFrame, folder: Path, dalam: str = "") -> Path:
    """Save as a Shapefile and zip it, in a folder within the zip if one is named."""
    bagian = folder / "shp"
    bagian.mkdir()
    desa.to_file(bagian / "desa.shp")
    arsip = folder / "desa.zip"
    with zipfile.ZipFile(arsip, "w") as isi:
        for berkas in sorted(bagian.iterdir()):
            isi.write(berkas, f"{dalam}{berkas.name}")
    return arsip


@pytest.fixture(params=["geojson", "GeoJSON besar", "gpkg", "shp", "zip", "zip bersarang"])
def berkas(request: pytest.FixtureRequest, desa: gpd.GeoDataFrame, tmp_path: Path) -> Path:
    """The same six desa in every form in which a regency may hand them over."""
    match request.param:
        case "zip":
            return _zip_shapefile(desa, tmp_path)
        case "zip bersarang":
            return _zip_shapefile(desa, tmp_path, "Batas Desa 2026/")
        case "GeoJSON besar":
            awal = tmp_path / "desa.geojson"
            desa.to_file(awal)
            return awal.rename(tmp_path / "DESA.GEOJSON")
    hasil = tmp_path / f"desa.{request.param}"
    desa.to_file(hasil)
    return hasil


def test_every_format_gives_the_same_shapes_and_codes(berkas, desa):
    dibaca = read_batas(berkas)
    assert dibaca.crs == "EPSG:4326"
    assert list(dibaca["kode"]) == list(desa["kode"])
    assert shapely.area(shapely.symmetric_difference(dibaca.geometry.values, desa.geometry.values)).max() < 1e-12


@pytest.mark.parametrize("crs", ["EPSG:32750", "EPSG:32650", "EPSG:3857", "EPSG:4755", "EPSG:23830"])
@pytest.mark.parametrize("akhiran", ["gpkg", "shp"])
def test_any_coordinate_system_ends_at_the_same_place(crs, akhiran, desa, tmp_path):
    berkas = tmp_path / f"desa.{akhiran}"
    desa.to_crs(crs).to_file(berkas)
    dibaca = read_batas(berkas)
    jarak = shapely.hausdorff_distance(dibaca.geometry.values, desa.geometry.values)
    assert jarak.max() < 1e-5


def test_heights_are_dropped(desa, tmp_path):
    tinggi = desa.set_geometry(shapely.force_3d(desa.geometry.values, 12.0), crs=desa.crs)
    tinggi.to_file(tmp_path / "desa.gpkg")
    assert not shapely.has_z(read_batas(tmp_path / "desa.gpkg").geometry.values).any()


def _without_prj(desa: gpd.GeoDataFrame, folder: Path) -> Path:
    desa.to_crs(32750).to_file(folder / "desa.shp")
    (folder / "desa.prj").unlink()
    return folder / "desa.shp"


def test_a_file_without_coordinate_system_is_refused_with_the_remedy(desa, tmp_path):
    with pytest.raises(
        GalatBatas, match=r"desa\.shp: berkas tidak menyebut sistem koordinat.*--crs EPSG:4326.*EPSG:32750"
    ):
        read_batas(_without_prj(desa, tmp_path))


def test_the_named_coordinate_system_stands_in_for_a_missing_one(desa, tmp_path):
    dibaca = read_batas(_without_prj(desa, tmp_path), crs="EPSG:32750")
    assert shapely.hausdorff_distance(dibaca.geometry.values, desa.geometry.values).max() < 1e-8


def test_a_geopackage_may_also_lack_its_coordinate_system(desa, tmp_path):
    with pytest.warns(UserWarning, match="crs"):
        desa.set_crs(None, allow_override=True).to_file(tmp_path / "desa.gpkg")
    with pytest.raises(GalatBatas, match="tidak menyebut sistem koordinat"):
        read_batas(tmp_path / "desa.gpkg")


def test_a_coordinate_system_that_contradicts_the_file_is_refused(desa, tmp_path):
    desa.to_crs(32750).to_file(tmp_path / "desa.gpkg")
    with pytest.raises(GalatBatas, match=r"sudah menyebut sistem koordinat WGS 84 / UTM zone 50S"):
        read_batas(tmp_path / "desa.gpkg", crs="EPSG:4326")


def test_an_unknown_coordinate_system_is_named(desa, tmp_path):
    with pytest.raises(GalatBatas, match="sistem koordinat “EPSG:satu” tidak dikenal"):
        read_batas(_without_prj(desa, tmp_path), crs="EPSG:satu")


def test_several_layers_ask_for_a_choice(desa, tmp_path):
    berkas = tmp_path / "desa.gpkg"
    desa.to_file(berkas, layer="desa_2025")
    desa.iloc[:3].to_file(berkas, layer="desa_lama")
    with pytest.raises(GalatBatas, match=r"beberapa lapisan bidang: desa_2025, desa_lama.*--lapisan"):
        read_batas(berkas)
    assert len(read_batas(berkas, lapisan="desa_lama")) == 3
    with pytest.raises(GalatBatas, match=r"tidak ada lapisan “kota”.*Yang ada: desa_2025, desa_lama"):
        read_batas(berkas, lapisan="kota")


def test_the_only_polygon_layer_needs_no_choice(desa, tmp_path):
    berkas = tmp_path / "desa.gpkg"
    titik = desa.to_crs(32750).centroid.to_crs(4326)
    gpd.GeoDataFrame(geometry=titik).to_file(berkas, layer="kantor")
    desa.to_file(berkas, layer="batas")
    assert "kode" in read_batas(berkas).columns


def test_a_zip_must_hold_exactly_one_boundary_file(desa, tmp_path):
    arsip = _zip_shapefile(desa, tmp_path)
    with zipfile.ZipFile(arsip, "a") as isi:
        isi.writestr("lain.geojson", "{}")
    with pytest.raises(GalatBatas, match=r"tepat satu berkas batas; yang ditemukan: desa\.shp, lain\.geojson"):
        read_batas(arsip)
    with zipfile.ZipFile(tmp_path / "kosong.zip", "w") as isi:
        isi.writestr("baca.txt", "kosong")
    with pytest.raises(GalatBatas, match="yang ditemukan: tidak ada"):
        read_batas(tmp_path / "kosong.zip")


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("tiada.geojson", None, "berkas tidak ditemukan"),
        ("desa.kml", b"<kml/>", "jenis berkas “.kml” tidak dikenal"),
        ("desa.geojson", b"{bukan json", "berkas tidak dapat dibaca"),
        ("desa.gpkg", b"bukan basis data", "berkas tidak dapat dibaca"),
        ("desa.zip", b"bukan zip", "arsip zip ini rusak"),
        ("desa.geojson", b'{"type":"FeatureCollection","features":[]}', "tidak berisi satu pun bentuk"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(nama, isi, pesan, tmp_path):
    if isi is not None:
        (tmp_path / nama).write_bytes(isi)
    with pytest.raises(GalatBatas, match=pesan) as galat:
        read_batas(tmp_path / nama)
    assert str(galat.value).startswith(f"{nama}: ")


def test_a_shapefile_without_its_companions_is_one_clear_error(desa, tmp_path):
    desa.to_file(tmp_path / "desa.shp")
    (tmp_path / "sendiri").mkdir()
    shutil.copy(tmp_path / "desa.shp", tmp_path / "sendiri" / "desa.shp")
    with pytest.raises(GalatBatas, match="tidak dapat dibaca"):
        read_batas(tmp_path / "sendiri" / "desa.shp")
