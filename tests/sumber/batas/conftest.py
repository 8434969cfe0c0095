"""A small made-up regency of six desa in two kecamatan, with everything a build reads."""

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from kukar_potensi.sumber.batas import Hasil, Masukan, build_batas, write_folder

BARAT, SELATAN, SISI = 116.90, -0.80, 0.06


def _bend(titik: np.ndarray) -> np.ndarray:
    """Make straight edges wavy, the same for both sides of an edge."""
    bujur, lintang = titik[:, 0], titik[:, 1]
    bengkok = [bujur + 0.004 * np.sin(90 * lintang), lintang + 0.004 * np.sin(70 * bujur)]
    return np.round(np.column_stack(bengkok), 7)


@pytest.fixture(scope="session")
def desa() -> gpd.GeoDataFrame:
    """Six touching desa: columns 1 to 3 from west to east, the kecamatan south and north."""
    baris = []
    for utara, (kecamatan, nama_kecamatan) in enumerate([("64.02.03", "Loa Janan"), ("64.02.06", "Tenggarong")]):
        for timur in range(3):
            kiri, bawah = BARAT + timur * SISI, SELATAN + utara * SISI
            kotak = shapely.box(kiri, bawah, kiri + SISI, bawah + SISI)
            bentuk = shapely.transform(shapely.segmentize(kotak, SISI / 60), _bend)
            kode = f"{kecamatan}.{'1' if timur == 2 else '2'}00{timur + 1}"
            baris.append((kode, f"Desa {kecamatan[-1]}{timur + 1}", nama_kecamatan, bentuk))
    kolom = ["kode", "nama", "kecamatan", "geometry"]
    return gpd.GeoDataFrame(baris, columns=kolom, geometry="geometry", crs=4326)


@pytest.fixture
def resmi(desa: gpd.GeoDataFrame, tmp_path: Path) -> Path:
    tabel = pd.DataFrame({
        "kode": desa["kode"],
        "nama": desa["nama"],
        "jenis": np.where(desa["kode"].str[9] == "1", "kelurahan", "desa"),
        "kode_kecamatan": desa["kode"].str[:8],
        "nama_kecamatan": desa["kecamatan"],
        "kode_pos": "75511",
        "nama_2022": desa["nama"],
    })  # fmt: skip
    berkas = tmp_path / "resmi.csv"
    tabel.to_csv(berkas, index=False)
    return berkas


@pytest.fixture
def ikn(tmp_path: Path) -> Path:
    """A line round the western part: it cuts the first desa of both kecamatan."""
    kotak = shapely.box(BARAT - 0.1, SELATAN - 0.1, BARAT + SISI / 2, SELATAN + 1.5 * SISI)
    bingkai = gpd.GeoDataFrame({"nama": ["Delineasi"], "luas_resmi_ha": [100.0]}, geometry=[kotak], crs=4326)
    berkas = tmp_path / "ikn.geojson"
    bingkai.to_file(berkas)
    return berkas


@pytest.fixture
def konteks(tmp_path: Path) -> Path:
    """A river right across, a lake inside, a town inside, a town far away."""
    sungai = shapely.LineString([(114, -0.7), (116.95, -0.72), (117.02, -0.72), (119, -0.7)])
    bentuk = [sungai, shapely.box(116.95, -0.78, 116.96, -0.77), shapely.Point(117, -0.7), shapely.Point(110, -7)]
    bingkai = gpd.GeoDataFrame(
        {
            "jenis": ["sungai", "danau", "kota", "kota"],
            "nama": ["Sungai Contoh", "Danau Contoh", "Kota Dekat", "Kota Jauh"],
            "sumber": ["peta (public domain)", "peta", "peta", None],
        },
        geometry=bentuk,
        crs=4326,
    )
    berkas = tmp_path / "konteks.geojson"
    bingkai.to_file(berkas)
    return berkas


@pytest.fixture
def tetangga(desa: gpd.GeoDataFrame, tmp_path: Path) -> Path:
    """Neighbours west and east, drawn so coarsely that they miss the regency's wavy edge."""
    kiri, bawah, kanan, atas = BARAT, SELATAN - 0.1, BARAT + 3 * SISI, SELATAN + 2 * SISI + 0.1
    bentuk = [
        shapely.box(kiri - 2, bawah, kiri, atas),
        shapely.box(kanan, bawah, kanan + 2, atas),
        shapely.box(kiri, SELATAN, kanan, SELATAN + 2 * SISI),
    ]
    bingkai = gpd.GeoDataFrame(
        {"kode": ["64.07", "64.72", "64.02"], "nama": ["Kabupaten Barat", "Kota Timur", "Kutai Kartanegara"]},
        geometry=bentuk,
        crs=4326,
    )
    berkas = tmp_path / "tetangga.geojson"
    bingkai.to_file(berkas)
    return berkas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "wilayah"


@pytest.fixture
def bangun(resmi: Path, ikn: Path, konteks: Path, tetangga: Path, folder: Path, tmp_path: Path) -> Callable[..., Hasil]:
    """Build from a frame or a file as a first build does; `simpan=True` writes the folder."""

    def build(desa: gpd.GeoDataFrame | Path, *, simpan: bool = False, **lain: object) -> Hasil:
        if isinstance(desa, gpd.GeoDataFrame):
            berkas = tmp_path / "desa_baru.geojson"
            berkas.unlink(missing_ok=True)
            desa.to_file(berkas)
            desa = berkas
        pilihan = {"resmi": resmi, "ikn": ikn, "konteks": konteks, "tetangga": tetangga, **lain}
        hasil = build_batas(Masukan(desa=desa, **pilihan), folder)
        if simpan:
            write_folder(folder, hasil.berkas)
        return hasil

    return build
