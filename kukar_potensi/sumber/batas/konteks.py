"""Prepare what lies round the desa: IKN outline, river, lakes, places, neighbouring regencies."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from kukar_potensi.sumber.batas.galat import file_fault
from kukar_potensi.sumber.batas.geometri import Geometri, only_polygons, to_degrees, to_metres
from kukar_potensi.sumber.batas.pembaca import read_batas
from kukar_potensi.sumber.batas.penulis import Fitur
from kukar_potensi.sumber.batas.sederhana import DESIMAL, tidy
from kukar_potensi.sumber.batas.ukuran import DESIMAL_LABEL, place_label

TOLERANSI_IKN_M = 30.0
TOLERANSI_TETANGGA_M = 1200.0
LUAS_PULAU_MIN_M2 = 4e6
JARAK_TUTUP_M = 600.0
TEPI_BUJUR, TEPI_LINTANG = 1.9, 0.5
"""Degrees of context kept beside and above the regency: it is tall, the screens are wide."""
DESIMAL_KONTEKS = 5
KOLOM_TETANGGA = ("kode", "nama")
KOLOM_KONTEKS = ("jenis", "nama", "sumber", "icao")
KOLOM_IKN = ("nama", "luas_resmi_ha", "catatan")


def prepare_ikn(berkas: Path) -> list[Fitur]:
    """Generalise the IKN delineation by TOLERANSI_IKN_M and give each part a label point.

    Properties KOLOM_IKN as far as the file has them, and lat, lon.
    """
    bingkai = read_batas(berkas)
    garis = shapely.simplify(to_metres(np.asarray(bingkai.geometry.values)), TOLERANSI_IKN_M)
    bentuk = tidy(only_polygons(shapely.make_valid(to_degrees(garis))), DESIMAL_KONTEKS)
    return _features(bingkai, bentuk, KOLOM_IKN, place_label(bentuk))


def prepare_konteks(berkas: Path, kabupaten: shapely.Geometry) -> list[Fitur]:
    """Cut rivers, lakes and places to the box round the regency.

    Properties KOLOM_KONTEKS as far as the file has them, and lat, lon: where the name is
    written. A river is named at the middle of its longest stretch inside the regency.
    """
    bingkai = read_batas(berkas)
    asal = np.asarray(bingkai.geometry.values)
    bentuk = shapely.intersection(asal, frame_around(kabupaten))
    bidang = shapely.get_dimensions(bentuk) == 2
    bentuk[bidang] = tidy(bentuk[bidang], DESIMAL_KONTEKS)
    bentuk = shapely.transform(bentuk, lambda titik: np.round(titik, DESIMAL_KONTEKS) + 0.0)
    ada = ~shapely.is_empty(bentuk)
    bingkai, bentuk = bingkai[ada].reset_index(drop=True), bentuk[ada]
    label = np.array([_label_of(satu, kabupaten) for satu in bentuk])
    return _features(bingkai, bentuk, KOLOM_KONTEKS, label)


def prepare_tetangga(berkas: Path, kabupaten: shapely.Geometry, kode_kabupaten: str) -> list[Fitur]:
    """Generalise the neighbouring regencies and fit them to the regency's own edge.

    They are simplified together by TOLERANSI_TETANGGA_M and cut to the box; islets are dropped,
    seams narrower than twice JARAK_TUTUP_M closed, and the regency taken out of them, so that
    on screen there is neither a gap nor an overlap. Properties KOLOM_TETANGGA and lat, lon.
    """
    bingkai = read_batas(berkas)
    if "kode" not in bingkai.columns or "nama" not in bingkai.columns:
        raise file_fault(berkas.name, "kolom kode dan nama diperlukan.", "Tambahkan kolom itu.")
    bingkai = bingkai[bingkai["kode"] != kode_kabupaten].sort_values("kode", ignore_index=True)
    bidang = shapely.coverage_clean(to_metres(np.asarray(bingkai.geometry.values)))
    bidang = np.asarray(shapely.coverage_simplify(bidang, TOLERANSI_TETANGGA_M))
    bidang = only_polygons(shapely.intersection(to_degrees(bidang), frame_around(kabupaten)))
    bentuk = _seal(to_degrees(_drop_islets(to_metres(bidang))), kabupaten)
    ada = ~shapely.is_empty(bentuk)
    bingkai, bentuk = bingkai[ada].reset_index(drop=True), bentuk[ada]
    return _features(bingkai, bentuk, KOLOM_TETANGGA, place_label(bentuk))


def refit_tetangga(tetangga: list[Fitur], kabupaten: shapely.Geometry) -> list[Fitur]:
    """Fit neighbours that were prepared before to a new edge of the regency."""
    if not tetangga:
        return []
    bentuk = _seal(np.array([satu.bentuk for satu in tetangga], dtype=object), kabupaten)
    return [Fitur(satu.sifat, baru) for satu, baru in zip(tetangga, bentuk, strict=True) if not baru.is_empty]


def _seal(bidang: Geometri, kabupaten: shapely.Geometry) -> Geometri:
    """Close the seams of neighbours in degrees, then take the regency out of them."""
    pas = fit_to_edge(to_metres(bidang), to_metres(np.array([kabupaten]))[0])
    bentuk = shapely.difference(to_degrees(pas), kabupaten, grid_size=10.0**-DESIMAL)
    return tidy(only_polygons(np.asarray(bentuk)))


def frame_around(kabupaten: shapely.Geometry) -> shapely.Geometry:
    """Return the box in degrees that the context is cut to."""
    barat, selatan, timur, utara = kabupaten.bounds
    tepi = np.round([barat - TEPI_BUJUR, selatan - TEPI_LINTANG, timur + TEPI_BUJUR, utara + TEPI_LINTANG], 2)
    return shapely.box(*tepi)


def fit_to_edge(tetangga: Geometri, kabupaten: shapely.Geometry) -> Geometri:
    """Give every narrow seam between neighbours and regency to the neighbour along it (metres)."""
    semua = shapely.union_all([kabupaten, *tetangga])
    tutup = semua.buffer(JARAK_TUTUP_M, quad_segs=2, join_style="mitre")
    celah = shapely.get_parts(tutup.buffer(-JARAK_TUTUP_M, quad_segs=2, join_style="mitre").difference(semua))
    celah = celah[shapely.dwithin(celah, kabupaten, 1.0)]
    hasil = list(tetangga)
    tebal = shapely.buffer(celah, 1.0, quad_segs=1)
    for satu in tebal:
        sentuh = shapely.length(shapely.intersection(shapely.boundary(tetangga), satu))
        pemilik = int(np.argmax(sentuh))
        if sentuh[pemilik] > 0:
            hasil[pemilik] = shapely.union(hasil[pemilik], satu)
    return np.array(hasil, dtype=object)


def _drop_islets(bidang: Geometri) -> Geometri:
    """Leave out the parts too small to be seen at the scale of the regency."""
    hasil = bidang.copy()
    for nomor, satu in enumerate(bidang):
        bagian = shapely.get_parts(satu)
        besar = bagian[shapely.area(bagian) >= LUAS_PULAU_MIN_M2]
        hasil[nomor] = shapely.multipolygons(besar) if len(besar) else satu
    return hasil


def _label_of(bentuk: shapely.Geometry, kabupaten: shapely.Geometry) -> tuple[float, float]:
    """Return (longitude, latitude) where the name of one context feature is written."""
    if shapely.get_dimensions(bentuk) == 2:
        bujur, lintang = place_label(np.array([bentuk]))[0]
    elif shapely.get_dimensions(bentuk) == 1:
        ruas = shapely.get_parts(shapely.line_merge(shapely.intersection(bentuk, kabupaten)))
        terpanjang = ruas[int(np.argmax(shapely.length(ruas)))] if len(ruas) else bentuk
        titik = shapely.line_interpolate_point(terpanjang, 0.5, normalized=True)
        bujur, lintang = titik.x, titik.y
    else:
        bujur, lintang = shapely.get_coordinates(bentuk)[0]
    return float(bujur), float(lintang)


def _features(
    bingkai: gpd.GeoDataFrame, bentuk: Geometri, kolom: tuple[str, ...], label: npt.NDArray[np.float64]
) -> list[Fitur]:
    """Join shapes, chosen properties and label points; an unknown value is null."""
    ada = [nama for nama in kolom if nama in bingkai.columns]
    hasil = []
    for nomor, satu in enumerate(bentuk):
        sifat = {nama: _plain(bingkai[nama].iloc[nomor]) for nama in ada}
        bujur, lintang = (round(float(angka), DESIMAL_LABEL) for angka in label[nomor])
        hasil.append(Fitur({**sifat, "lat": lintang, "lon": bujur}, satu))
    return hasil


def _plain(nilai: str | float | None) -> str | int | float | None:
    """Return a cell as JSON knows it: text (in Indonesian), number, or null."""
    if nilai is None or nilai != nilai:  # noqa: PLR0124
        return None
    if isinstance(nilai, str):
        return nilai.replace("public domain", "domain publik")
    angka = float(nilai)
    return int(angka) if angka.is_integer() else angka
