import numpy as np
import pandas as pd
import pytest
import shapely

from kukar_potensi.sumber.batas.ukuran import (
    TITIK_KIPP,
    measure_batas_bersama,
    measure_irisan,
    measure_jarak_kipp,
    measure_luas,
    place_label,
)

KOTAK = shapely.box(116.9, -0.8, 117.0, -0.7)
LUAS_KOTAK_KM2 = 11.1310 * 11.0575
"""Length of 0.1 degree along the parallel of 0.75 south times along the meridian (WGS 84)."""


def test_area_is_that_of_the_ellipsoid_whatever_the_direction_of_the_ring():
    luas = measure_luas(np.array([KOTAK, KOTAK.reverse(), shapely.Polygon()]))
    assert luas[:2] == pytest.approx(LUAS_KOTAK_KM2, rel=1e-3)
    assert luas[2] == 0


def test_holes_and_islands_count():
    lubang = shapely.box(116.92, -0.78, 116.97, -0.73)
    berlubang = KOTAK.difference(lubang)
    bersama_pulau = shapely.multipolygons([berlubang, lubang])
    luas = measure_luas(np.array([berlubang, bersama_pulau]))
    assert luas == pytest.approx([LUAS_KOTAK_KM2 * 0.75, LUAS_KOTAK_KM2], rel=1e-3)


def test_overlap_is_all_half_or_nothing():
    barat = shapely.box(116.8, -0.9, 116.95, -0.6)
    bentuk = np.array([KOTAK, shapely.box(116.85, -0.8, 116.9, -0.7), shapely.box(117.0, -0.8, 117.1, -0.7)])
    bagian = measure_irisan(bentuk, barat) / measure_luas(bentuk)
    assert bagian == pytest.approx([0.5, 1.0, 0.0], abs=1e-6)


def test_touching_the_line_in_an_edge_is_no_overlap():
    assert measure_irisan(np.array([KOTAK]), shapely.box(117.0, -0.8, 117.1, -0.7))[0] == 0


def test_label_lies_deep_inside_even_a_bent_area():
    sabit = shapely.Point(117, -0.5).buffer(0.2).difference(shapely.Point(117.06, -0.5).buffer(0.17))
    assert not shapely.contains(sabit, sabit.centroid)
    titik = shapely.points(place_label(np.array([sabit])))[0]
    assert shapely.contains_properly(sabit, titik)
    lingkaran = shapely.maximum_inscribed_circle(sabit)
    assert shapely.distance(sabit.boundary, titik) > 0.9 * shapely.length(lingkaran)


def test_label_of_a_sliver_is_still_inside():
    serpih = shapely.Polygon([(116.9, -0.8), (117.0, -0.700002), (117.0, -0.699998), (116.9, -0.8)])
    assert shapely.contains_properly(serpih, shapely.points(place_label(np.array([serpih])))[0])


def test_distance_is_nought_at_the_reference_point_and_grows_with_a_degree():
    jarak = measure_jarak_kipp(np.array([TITIK_KIPP, (116.68, 0.03), (117.68, -0.97)]))
    assert jarak == pytest.approx([0, 110.574, 111.303], abs=0.02)


def test_shared_borders_are_measured_once_for_each_pair():
    bujur, lintang = [(116.9, 117.0), (117.0, 117.1)], [(-0.8, -0.7), (-0.7, -0.6)]
    kotak = np.array([shapely.box(kiri, bawah, kanan, atas) for bawah, atas in lintang for kiri, kanan in bujur])
    tabel = measure_batas_bersama(kotak, pd.Series(["a", "b", "c", "d"]))
    assert list(zip(tabel["kode_a"], tabel["kode_b"], strict=True)) == [
        ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"),
    ]  # fmt: skip
    assert list(tabel["panjang_km"]) == pytest.approx([11.058, 11.131, 11.131, 11.058], abs=0.003)


def test_areas_without_neighbours_give_an_empty_table():
    jauh = np.array([KOTAK, shapely.box(117.5, 0, 117.6, 0.1)])
    tabel = measure_batas_bersama(jauh, pd.Series(["a", "b"]))
    assert list(tabel.columns) == ["kode_a", "kode_b", "panjang_km"]
    assert tabel.empty
