"""Read boundary files as people have them: GeoJSON, GeoPackage, Shapefile, zipped Shapefile."""

from __future__ import annotations

import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio  # type: ignore[import-untyped]
import shapely
from pyogrio.errors import DataLayerError, DataSourceError  # type: ignore[import-untyped]
from pyproj import CRS
from pyproj.exceptions import CRSError

from kukar_potensi.sumber.batas.galat import file_fault

DERAJAT = "EPSG:4326"
AKHIRAN_BATAS = (".geojson", ".json", ".gpkg", ".shp")
SEMUA_AKHIRAN = (*AKHIRAN_BATAS, ".zip")


def read_batas(berkas: Path, *, lapisan: str | None = None, crs: str | None = None) -> gpd.GeoDataFrame:
    """Read one polygon layer and bring it to EPSG:4326.

    Columns are those of the file plus `geometry`; the index counts the features from 0. A
    feature without a shape keeps its row with a null geometry. `lapisan` names the layer of a
    file with several, `crs` the coordinate system of a file that does not state its own.
    Raises GalatBatas for a missing or unreadable file, an unknown format, several layers and
    no choice, a missing coordinate system, or one that contradicts `crs`.
    """
    alamat = _open_address(berkas)
    try:
        nama_lapisan = _choose_layer(alamat, berkas, lapisan)
        bingkai = gpd.read_file(alamat, layer=nama_lapisan, engine="pyogrio")
    except (DataSourceError, DataLayerError, UnicodeDecodeError, shapely.errors.GEOSException) as galat:
        raise file_fault(
            berkas.name,
            f"berkas tidak dapat dibaca ({galat}).",
            "Buka dan simpan ulang berkas itu dengan QGIS, lalu ulangi.",
        ) from galat
    if not isinstance(bingkai, gpd.GeoDataFrame) or bingkai.empty:
        raise file_fault(berkas.name, "lapisan ini tidak berisi satu pun bentuk.", "Pilih berkas batas desa.")
    return _to_degrees(bingkai, berkas, crs)


def _open_address(berkas: Path) -> str:
    """Return what GDAL opens: the file, or the one boundary file inside a zip."""
    if not berkas.is_file():
        raise file_fault(berkas.name, f"berkas tidak ditemukan: {berkas}.", "Periksa nama dan foldernya.")
    if berkas.suffix.lower() not in SEMUA_AKHIRAN:
        raise file_fault(
            berkas.name,
            f"jenis berkas “{berkas.suffix}” tidak dikenal.",
            "Yang diterima: GeoJSON (.geojson), GeoPackage (.gpkg), Shapefile (.shp atau .zip).",
        )
    if berkas.suffix.lower() != ".zip":
        return str(berkas)
    try:
        with zipfile.ZipFile(berkas) as arsip:
            isi = sorted(
                nama for nama in arsip.namelist() if nama.lower().endswith(AKHIRAN_BATAS) and "__MACOSX" not in nama
            )
    except zipfile.BadZipFile as galat:
        raise file_fault(berkas.name, "arsip zip ini rusak.", "Buat ulang arsipnya.") from galat
    if len(isi) != 1:
        ada = ", ".join(isi) if isi else "tidak ada"
        raise file_fault(
            berkas.name,
            f"arsip harus berisi tepat satu berkas batas; yang ditemukan: {ada}.",
            "Arsipkan satu Shapefile beserta .shx, .dbf, dan .prj-nya.",
        )
    return f"/vsizip/{{{berkas.resolve()}}}/{isi[0]}"


def _choose_layer(alamat: str, berkas: Path, lapisan: str | None) -> str | None:
    """Return the named layer, or the only one with polygons."""
    daftar = pyogrio.list_layers(alamat)
    if lapisan is not None:
        if lapisan not in set(daftar[:, 0]):
            ada = ", ".join(map(str, daftar[:, 0]))
            raise file_fault(berkas.name, f"tidak ada lapisan “{lapisan}”.", f"Yang ada: {ada}.")
        return lapisan
    bidang = [str(nama) for nama, jenis in daftar if jenis is not None and "Polygon" in str(jenis)]
    if len(bidang) > 1:
        raise file_fault(
            berkas.name,
            f"berkas berisi beberapa lapisan bidang: {', '.join(bidang)}.",
            "Pilih salah satu dengan --lapisan NAMA.",
        )
    return bidang[0] if bidang else None


def _to_degrees(bingkai: gpd.GeoDataFrame, berkas: Path, crs: str | None) -> gpd.GeoDataFrame:
    """Bring a layer to longitude and latitude without heights."""
    tersurat = _parse_crs(crs, berkas) if crs else None
    asal = bingkai.crs if _is_earthly(bingkai.crs) else None
    if asal is None and tersurat is None:
        raise file_fault(
            berkas.name,
            "berkas tidak menyebut sistem koordinat (CRS).",
            "Sertakan berkas .prj, atau sebutkan, misalnya --crs EPSG:4326 (derajat) atau EPSG:32750 (UTM 50S).",
        )
    if asal is not None and tersurat is not None and not asal.equals(tersurat, ignore_axis_order=True):
        raise file_fault(
            berkas.name,
            f"berkas sudah menyebut sistem koordinat {asal.name}, berbeda dari --crs {crs}.",
            "Hapus pilihan --crs, atau perbaiki berkasnya.",
        )
    bingkai = bingkai.set_crs(asal or tersurat, allow_override=True)
    bingkai = bingkai.set_geometry(shapely.force_2d(np.asarray(bingkai.geometry.values)), crs=bingkai.crs)
    with np.errstate(invalid="ignore"):
        return bingkai.to_crs(DERAJAT)


def _parse_crs(teks: str, berkas: Path) -> CRS:
    try:
        return CRS.from_user_input(teks)
    except CRSError as galat:
        raise file_fault(
            berkas.name, f"sistem koordinat “{teks}” tidak dikenal.", "Contoh yang benar: EPSG:32750."
        ) from galat


def _is_earthly(crs: CRS | None) -> bool:
    """Tell whether a coordinate system ties the file to a place on earth."""
    return crs is not None and (crs.is_geographic or crs.is_projected)
