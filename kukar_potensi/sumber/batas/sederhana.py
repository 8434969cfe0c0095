"""Simplify the coverage once and build the larger areas from it, so that edges nest exactly."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from kukar_potensi.sumber.batas.geometri import Geometri, only_polygons, to_degrees

DESIMAL = 4


def simplify_coverage(geometri: Geometri, toleransi_m: float) -> Geometri:
    """Simplify areas in metres together and return them in degrees with DESIMAL decimals.

    Shared edges stay shared. `toleransi_m` is the side of the square whose area is the smallest
    triangle kept (Visvalingam). An area that becomes too small for the grid comes back empty.
    """
    return snap_coverage(to_degrees(np.asarray(shapely.coverage_simplify(geometri, toleransi_m))))


def snap_coverage(geometri: Geometri, desimal: int = DESIMAL) -> Geometri:
    """Round a coverage to a grid of degrees and keep it a coverage.

    Rounding each corner by itself can cross edges. Here all edges are rounded and noded
    together, and each face between them goes to the area that it mostly came from.
    """
    garis = shapely.unary_union(shapely.boundary(geometri), grid_size=10.0**-desimal)
    muka = shapely.get_parts(shapely.polygonize(shapely.get_parts(garis)))
    pemilik = _find_owner(muka, geometri)
    hasil = [shapely.coverage_union_all(muka[pemilik == nomor]) for nomor in range(len(geometri))]
    return tidy(only_polygons(np.array(hasil, dtype=object)), desimal)


def _find_owner(muka: Geometri, geometri: Geometri) -> npt.NDArray[np.int64]:
    """Return the area with the largest share of each face; -1 for a face that was mostly none's."""
    nomor, calon = shapely.STRtree(geometri).query(muka, predicate="intersects")
    bagian = shapely.area(shapely.intersection(muka[nomor], geometri[calon]))
    urutan = np.lexsort((calon, -bagian, nomor))
    ada, terbesar = np.unique(nomor[urutan], return_index=True)
    pemilik = np.full(len(muka), -1, dtype=np.int64)
    pemilik[ada] = calon[urutan][terbesar]
    terisi = np.bincount(nomor, weights=bagian, minlength=len(muka))
    pemilik[terisi < shapely.area(muka) / 2] = -1
    return pemilik


def dissolve(geometri: Geometri, kelompok: pd.Series) -> dict[str, shapely.Geometry]:
    """Join the areas of a coverage that carry the same group, keeping every corner."""
    kunci = kelompok.to_numpy()
    return {
        str(satu): tidy(np.array([shapely.coverage_union_all(geometri[kunci == satu])], dtype=object))[0]
        for satu in sorted(set(kunci))
    }


def tidy(geometri: Geometri, desimal: int = DESIMAL) -> Geometri:
    """Round the last binary digits away and fix the order of rings and corners.

    The same shape then always has the same bytes; outer rings run counter-clockwise (RFC 7946).
    """
    bulat = shapely.transform(geometri, lambda titik: np.round(titik, desimal) + 0.0)
    return np.asarray(shapely.orient_polygons(shapely.normalize(bulat)))
