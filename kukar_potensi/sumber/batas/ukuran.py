"""Measure areas on the ellipsoid: km2, shared borders, overlap, distance, label points."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Geod

from kukar_potensi.sumber.batas.geometri import Geometri, only_polygons, to_degrees, to_metres

ELIPSOID = Geod(ellps="WGS84")
TITIK_KIPP = (116.68, -0.97)
DESIMAL_LABEL = 5
PANJANG_MIN_KM = 0.001


def measure_luas(geometri: Geometri) -> npt.NDArray[np.float64]:
    """Return the geodesic area in km2 of shapes in degrees; 0 for an empty one."""
    return np.array(
        [abs(ELIPSOID.geometry_area_perimeter(bentuk)[0]) / 1e6 for bentuk in shapely.orient_polygons(geometri)]
    )


def measure_irisan(geometri: Geometri, ikn: shapely.Geometry) -> npt.NDArray[np.float64]:
    """Return the geodesic area in km2 that each shape shares with the IKN delineation."""
    return measure_luas(only_polygons(np.asarray(shapely.intersection(geometri, ikn))))


def place_label(geometri: Geometri) -> npt.NDArray[np.float64]:
    """Return (longitude, latitude) of the point farthest from the edge of each area.

    The point lies inside the area as drawn; where rounding would push it out, a plain inner
    point is taken.
    """
    lingkaran = shapely.maximum_inscribed_circle(to_metres(geometri))
    titik = to_degrees(np.asarray(shapely.get_point(lingkaran, 0)))
    koordinat = np.round(shapely.get_coordinates(titik), DESIMAL_LABEL)
    luar = ~shapely.contains_properly(geometri, shapely.points(koordinat))
    koordinat[luar] = shapely.get_coordinates(shapely.point_on_surface(geometri[luar]))
    return np.asarray(koordinat, dtype=np.float64)


def measure_jarak_kipp(koordinat: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the straight distance in km from each (longitude, latitude) to TITIK_KIPP."""
    bujur = np.full(len(koordinat), TITIK_KIPP[0])
    lintang = np.full(len(koordinat), TITIK_KIPP[1])
    _, _, meter = ELIPSOID.inv(koordinat[:, 0], koordinat[:, 1], bujur, lintang)
    return np.asarray(meter, dtype=np.float64) / 1000


def measure_batas_bersama(geometri: Geometri, kode: pd.Series) -> pd.DataFrame:
    """Return the neighbours and the length of the border they share.

    `geometri` is a coverage in degrees sorted by `kode`. Columns kode_a < kode_b, panjang_km
    (geodesic). Areas that meet in a point only, or in less than PANJANG_MIN_KM, are left out.
    """
    a, b = shapely.STRtree(geometri).query(geometri, predicate="intersects")
    a, b = a[a < b], b[a < b]
    tepi = shapely.boundary(geometri)
    panjang = np.array([_length(bersama) for bersama in shapely.intersection(tepi[a], tepi[b])])
    isi = kode.to_numpy()
    tabel = pd.DataFrame({"kode_a": isi[a], "kode_b": isi[b], "panjang_km": np.round(panjang / 1000, 3)})
    tabel = tabel[tabel["panjang_km"] >= PANJANG_MIN_KM]
    return tabel.sort_values(["kode_a", "kode_b"], ignore_index=True)


def _length(bersama: shapely.Geometry) -> float:
    """Return the geodesic length in metres of the lines among the parts of a shape."""
    bagian = shapely.get_parts(bersama)
    garis = bagian[shapely.get_dimensions(bagian) == 1]
    return float(sum(ELIPSOID.geometry_length(satu) for satu in garis))
