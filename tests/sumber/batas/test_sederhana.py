import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.sumber.batas.geometri import to_metres
from kukar_potensi.sumber.batas.sederhana import dissolve, simplify_coverage, snap_coverage, tidy


def _steps(geometri: np.ndarray, desimal: int) -> float:
    """Return how far corners lie off the grid, in steps of the grid."""
    titik = shapely.get_coordinates(geometri) * 10**desimal
    return float(np.abs(titik - np.round(titik)).max())


@pytest.mark.parametrize("toleransi_m", [20.0, 150.0, 600.0])
def test_simplified_desa_are_still_a_coverage_on_the_grid(desa, toleransi_m):
    hasil = simplify_coverage(to_metres(desa.geometry.values), toleransi_m)
    assert shapely.is_valid(hasil).all()
    assert shapely.coverage_is_valid(hasil)
    assert _steps(hasil, 4) < 1e-6
    assert shapely.get_num_coordinates(hasil).sum() < shapely.get_num_coordinates(desa.geometry.values).sum()
    assert shapely.area(hasil) == pytest.approx(shapely.area(desa.geometry.values), rel=0.03)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 999), st.integers(1, 999)), min_size=3, max_size=20, unique=True))
def test_rounding_never_breaks_a_coverage(titik):
    """Cells round random points meet at sharp angles; plain rounding would cross their edges."""
    sudut = [(1, 1), (1, 999), (999, 1), (999, 999)]
    sel = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(np.array(sudut + titik) / 997)))
    sel = shapely.coverage_clean(sel)
    hasil = snap_coverage(sel, desimal=2)
    assert shapely.is_valid(hasil).all()
    assert shapely.coverage_is_valid(hasil[~shapely.is_empty(hasil)])
    luar, semua = shapely.union_all(sel), shapely.union_all(hasil)
    assert shapely.hausdorff_distance(luar, semua) < 0.02
    assert shapely.area(hasil).sum() == pytest.approx(shapely.area(semua))


def test_a_needle_that_plain_rounding_would_fold_stays_valid():
    jarum = shapely.Polygon([(0, 0), (1, 0.0149), (1, 0), (0.5, 0.006)])
    sel = np.array([jarum, shapely.difference(shapely.box(0, 0, 1, 1), jarum)])
    assert not shapely.is_valid(shapely.transform(sel, lambda titik: np.round(titik, 2))).all()
    hasil = snap_coverage(sel, desimal=2)
    assert shapely.is_valid(hasil).all()
    assert shapely.coverage_is_valid(hasil)


def test_an_area_below_the_grid_comes_back_empty():
    titik = shapely.box(0.499, 0.499, 0.501, 0.501)
    hasil = snap_coverage(np.array([titik, shapely.difference(shapely.box(0, 0, 1, 1), titik)]), desimal=2)
    assert list(shapely.is_empty(hasil)) == [True, False]


def test_a_hole_between_the_areas_stays_a_hole():
    """A town of its own in the midst of the regency is not given to a neighbour."""
    kota = shapely.box(0.4, 0.4, 0.6, 0.6)
    sel = np.array([shapely.box(0, 0, 0.5, 1).difference(kota), shapely.box(0.5, 0, 1, 1).difference(kota)])
    hasil = snap_coverage(sel, desimal=2)
    assert shapely.area(hasil) == pytest.approx([0.48, 0.48])


def test_dissolved_edges_are_edges_of_the_desa(desa):
    ringkas = simplify_coverage(to_metres(desa.geometry.values), 150)
    gabung = dissolve(ringkas, desa["kode"].str[:8])
    assert list(gabung) == ["64.02.03", "64.02.06"]
    assert shapely.coverage_is_valid(list(gabung.values()))
    tepi = shapely.union_all(shapely.boundary(ringkas))
    for kode, bentuk in gabung.items():
        anggota = ringkas[desa["kode"].str.startswith(kode)]
        assert bentuk.equals(shapely.union_all(anggota))
        assert shapely.covers(tepi, bentuk.boundary)
        assert set(map(tuple, shapely.get_coordinates(bentuk))) <= set(map(tuple, shapely.get_coordinates(anggota)))


def test_the_same_shape_has_the_same_corners_however_it_was_drawn():
    lubang = [(0.2, 0.2), (0.2, 0.4), (0.4, 0.4), (0.4, 0.2)]
    kulit = [(0, 0), (1, 0), (1, 1), (0, 1)]
    satu = shapely.Polygon(kulit, [lubang])
    dua = shapely.Polygon(kulit[2:] + kulit[:2], [lubang[::-1]]).reverse()
    rapi = tidy(np.array([satu, dua]))
    assert rapi[0].equals_exact(rapi[1])
    assert rapi[0].exterior.is_ccw
    assert not rapi[0].interiors[0].is_ccw


def test_groups_are_in_the_order_of_their_codes(desa):
    kelompok = pd.Series(["c", "a", "b", "c", "a", "b"])
    assert list(dissolve(desa.geometry.values, kelompok)) == ["a", "b", "c"]
