"""Check the shape of every desa and repair the coverage they form together."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.model.teks import format_angka
from kukar_potensi.sumber.batas.pembaca import DERAJAT

METER = "EPSG:32750"
KOTAK_KALTIM = (113.6, -2.7, 119.3, 2.8)
PERUBAHAN_PERBAIKAN_MAKS = 0.001
BAGIAN_TUMPANG_MAKS = 0.02
LEBAR_CELAH_M = 30.0
JARAK_KAIT_M = 0.5

Geometri = npt.NDArray[Any]


def to_metres(geometri: Geometri) -> Geometri:
    """Project longitude and latitude to UTM 50S, in metres."""
    return np.asarray(gpd.GeoSeries(geometri, crs=DERAJAT).to_crs(METER).values)


def to_degrees(geometri: Geometri) -> Geometri:
    """Project UTM 50S back to longitude and latitude."""
    return np.asarray(gpd.GeoSeries(geometri, crs=METER).to_crs(DERAJAT).values)


def only_polygons(geometri: Geometri) -> Geometri:
    """Keep the areas of mixed results of an overlay; a polygon stays itself."""
    campuran = shapely.get_type_id(geometri) == shapely.GeometryType.GEOMETRYCOLLECTION
    hasil = geometri.copy()
    for nomor in np.flatnonzero(campuran):
        bagian = shapely.get_parts(geometri[nomor])
        hasil[nomor] = shapely.union_all(bagian[shapely.get_dimensions(bagian) == 2])
    return hasil


def check_bentuk(geometri: Geometri, sebutan: pd.Series, berkas: str) -> tuple[Geometri, list[Temuan], list[str]]:
    """Check each shape by itself and mend the harmless slips.

    `geometri` is in degrees, `sebutan` the code and name of each. Returns the shapes (null where
    faulty), the faults, and a note for every shape that was mended: a self-touching ring whose
    area changes by no more than PERUBAHAN_PERBAIKAN_MAKS. Faults are a missing or empty shape,
    a shape that is no area, one outside Kalimantan Timur, and a broken ring.
    """
    hasil, temuan, catatan = geometri.copy(), [], []
    for nomor, (bentuk, nama) in enumerate(zip(geometri, sebutan, strict=True)):
        salah = _find_fault(bentuk)
        if salah is None and not bentuk.is_valid:
            hasil[nomor] = shapely.make_valid(bentuk, method="structure", keep_collapsed=False)
            berubah = abs(shapely.area(hasil[nomor]) - shapely.area(bentuk))
            if berubah > PERUBAHAN_PERBAIKAN_MAKS * max(shapely.area(bentuk), shapely.area(hasil[nomor])):
                alasan = shapely.is_valid_reason(bentuk)
                salah = (f"garis batas {{}} berpotongan dengan dirinya ({alasan}).", "Perbaiki dengan QGIS.")
            else:
                catatan.append(f"{nama}: lingkar batas yang bersinggungan dengan dirinya dirapikan.")
        if salah is not None:
            hasil[nomor] = None
            temuan.append(Temuan(berkas, None, "", "", salah[0].format(nama), salah[1]))
    return hasil, temuan, catatan


def _find_fault(bentuk: shapely.Geometry | None) -> tuple[str, str] | None:
    """Return what is wrong with one shape and what to do, or None."""
    if bentuk is None or bentuk.is_empty:
        return "{} tidak memiliki bentuk (geometri kosong).", "Gambar atau salin batasnya."
    if bentuk.geom_type not in ("Polygon", "MultiPolygon"):
        return f"bentuk {{}} bukan bidang, melainkan {bentuk.geom_type}.", "Pakai lapisan batas berupa poligon."
    barat, selatan, timur, utara = bentuk.bounds
    kiri, bawah, kanan, atas = KOTAK_KALTIM
    if not (kiri <= barat <= timur <= kanan and bawah <= selatan <= utara <= atas):
        b, t, s, u = (format_angka(batas, 2) for batas in (barat, timur, selatan, utara))
        letak = f"bujur {b} sampai {t}, lintang {s} sampai {u}"
        return f"{{}} terletak di luar Kalimantan Timur ({letak}).", "Periksa sistem koordinat (CRS) berkas."
    if shapely.area(bentuk) == 0 and bentuk.is_valid:
        return "luas {} nol.", "Gambar ulang batasnya."
    return None


def check_tumpang(geometri: Geometri, sebutan: pd.Series, berkas: str) -> list[Temuan]:
    """Return the pairs that overlap by more than BAGIAN_TUMPANG_MAKS of the smaller one.

    Smaller overlaps are drawing slips which `repair_coverage` takes away; two shapes of one
    code are left to `check_kode`.
    """
    ada = np.flatnonzero(~shapely.is_missing(geometri))
    bidang = to_metres(geometri[ada])
    if len(bidang) == 0 or shapely.coverage_is_valid(bidang):
        return []
    a, b = shapely.STRtree(bidang).query(bidang, predicate="intersects")
    a, b = a[a < b], b[a < b]
    luas = shapely.area(bidang)
    tumpang = shapely.area(shapely.intersection(bidang[a], bidang[b]))
    nama = sebutan.to_numpy()[ada]
    besar = (nama[a] != nama[b]) & (tumpang > BAGIAN_TUMPANG_MAKS * np.minimum(luas[a], luas[b]))
    return [
        Temuan(
            berkas,
            None,
            "",
            "",
            f"{nama[i]} bertumpang tindih dengan {nama[j]} seluas {format_angka(t / 1e6, 2)} km².",
            "Perbaiki salah satunya.",
        )
        for i, j, t in sorted(zip(a[besar], b[besar], tumpang[besar], strict=True))
    ]


def repair_coverage(geometri: Geometri) -> Geometri:
    """Make neighbours share exactly the same edges.

    Afterwards there is no overlap and no gap enclosed by areas that is narrower than
    LEBAR_CELAH_M. Takes and returns areas in metres, in the same order. Corners closer than
    JARAK_KAIT_M become one, except in a coverage that is sound already.
    """
    kait = -1.0 if shapely.coverage_is_valid(geometri) else JARAK_KAIT_M
    bersih = shapely.coverage_clean(geometri, gap_width=LEBAR_CELAH_M, snapping_distance=kait)
    return only_polygons(np.asarray(bersih))
