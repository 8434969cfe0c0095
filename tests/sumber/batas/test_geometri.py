import numpy as np
import pandas as pd
import pytest
import shapely

from kukar_potensi.sumber.batas.geometri import (
    check_bentuk,
    check_tumpang,
    only_polygons,
    repair_coverage,
    to_degrees,
    to_metres,
)

KOTAK = shapely.box(116.9, -0.8, 117.0, -0.7)
NAMA = "64.02.03.2001 Contoh"


def _check(bentuk: shapely.Geometry | None) -> tuple[list[str], list[str]]:
    """Return the faults and the notes for one shape."""
    _, temuan, catatan = check_bentuk(np.array([bentuk], dtype=object), pd.Series([NAMA]), "desa.shp")
    return [satu.kalimat() for satu in temuan], catatan


def test_a_sound_shape_has_neither_fault_nor_note():
    assert _check(KOTAK) == ([], [])
    assert _check(shapely.multipolygons([KOTAK, shapely.box(117.1, -0.8, 117.2, -0.7)])) == ([], [])


@pytest.mark.parametrize(
    ("bentuk", "pesan"),
    [
        (None, "tidak memiliki bentuk (geometri kosong)."),
        (shapely.Polygon(), "tidak memiliki bentuk (geometri kosong)."),
        (shapely.Point(117, -0.7), "bukan bidang, melainkan Point."),
        (KOTAK.exterior, "bukan bidang, melainkan LinearRing."),
        (shapely.box(0, 0, 1, 1), "di luar Kalimantan Timur (bujur 0 sampai 1, lintang 0 sampai 1)."),
        (shapely.box(-0.8, 116.9, -0.7, 117.0), "di luar Kalimantan Timur (bujur -0,8 sampai -0,7, lintang"),
        (shapely.box(500000, 9900000, 510000, 9910000), "di luar Kalimantan Timur (bujur 500.000 sampai"),
        (shapely.Polygon([(116.9, -0.8), (117, -0.7), (117, -0.8), (116.9, -0.7)]), "berpotongan dengan dirinya"),
    ],
    ids=["tiada", "kosong", "titik", "garis", "jauh", "bujur dan lintang tertukar", "meter", "dasi kupu-kupu"],
)
def test_each_broken_shape_is_named_with_its_code(bentuk, pesan):
    (kalimat,), catatan = _check(bentuk)
    assert kalimat.startswith("desa.shp: ")
    assert NAMA in kalimat
    assert pesan in kalimat
    assert catatan == []


def test_unusable_coordinates_are_a_wrong_location():
    (kalimat,), _ = _check(shapely.Polygon([(np.inf, 0), (1, np.inf), (1, 1), (np.inf, 0)]))
    assert "di luar Kalimantan Timur" in kalimat


def test_a_harmless_slip_of_the_ring_is_mended_and_told():
    paku = shapely.Polygon([*KOTAK.exterior.coords[:-1], (117.05, -0.8), KOTAK.exterior.coords[0]])
    assert not paku.is_valid
    hasil, temuan, catatan = check_bentuk(np.array([paku]), pd.Series([NAMA]), "desa.shp")
    assert temuan == []
    assert hasil[0].is_valid
    assert hasil[0].equals(KOTAK)
    assert catatan == [f"{NAMA}: lingkar batas yang bersinggungan dengan dirinya dirapikan."]


def _boxes(geser_km: float) -> np.ndarray:
    """Two boxes of about 11 km side by side, the second shifted to the west."""
    geser = geser_km / 111.32
    return np.array([KOTAK, shapely.box(117.0 - geser, -0.8, 117.1 - geser, -0.7)])


def test_a_gross_overlap_is_told_with_both_names_and_its_area():
    (satu,) = check_tumpang(_boxes(2.0), pd.Series(["A", "B"]), "desa.shp")
    assert satu.kalimat() == ("desa.shp: A bertumpang tindih dengan B seluas 22,1 km². Perbaiki salah satunya.")


def _between_two_more(kotak: np.ndarray) -> np.ndarray:
    """Close the ends of the seam between two boxes with a box in the south and one in the north."""
    barat, _, timur, _ = shapely.total_bounds(kotak)
    return np.array([*kotak, shapely.box(barat, -0.9, timur, -0.8), shapely.box(barat, -0.7, timur, -0.6)])


@pytest.mark.parametrize("geser_km", [0.0, 0.05, -0.02], ids=["pas", "tumpang tipis", "celah tipis"])
def test_slips_between_neighbours_are_repaired(geser_km):
    kotak = _between_two_more(_boxes(geser_km))
    assert check_tumpang(kotak, pd.Series(["A", "B", "C", "D"]), "desa.shp") == []
    bersih = repair_coverage(to_metres(kotak))
    assert shapely.coverage_is_valid(bersih)
    assert shapely.area(shapely.intersection(bersih[0], bersih[1])) == 0
    assert shapely.length(shapely.intersection(*shapely.boundary(bersih[:2]))) > 11_000
    beda = shapely.area(bersih).sum() - shapely.area(shapely.union_all(to_metres(kotak)))
    assert -2_000 < beda < 30 * 12_000


def test_a_wide_gap_stays_a_gap():
    bersih = repair_coverage(to_metres(_boxes(-0.5)))
    assert shapely.distance(*bersih) == pytest.approx(500, rel=0.01)


def test_a_sound_coverage_comes_back_as_it_was(desa):
    awal = to_metres(desa.geometry.values)
    bersih = repair_coverage(awal)
    assert shapely.area(shapely.symmetric_difference(awal, bersih)).max() < 1e-3


def test_degrees_to_metres_and_back_is_the_same_place(desa):
    pulang = to_degrees(to_metres(desa.geometry.values))
    assert shapely.hausdorff_distance(pulang, desa.geometry.values).max() < 1e-9


def test_only_the_areas_of_a_mixed_overlay_are_kept():
    campur = shapely.GeometryCollection([KOTAK, shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 1)])])
    hasil = only_polygons(np.array([campur, KOTAK], dtype=object))
    assert [satu.equals(KOTAK) for satu in hasil] == [True, True]
