import shapely

from kukar_potensi.sumber.batas.penulis import Fitur
from kukar_potensi.sumber.batas.perubahan import describe_changes


def _desa(kode: str, luas: float, bujur: float = 117.0) -> Fitur:
    return Fitur({"kode": kode, "nama": f"Desa {kode}", "luas_km2": luas}, shapely.box(bujur, 0, bujur + 0.1, 0.1))


def test_the_first_build_has_nothing_to_compare():
    assert describe_changes([], [_desa("1", 10)]) == []


def test_changes_up_to_one_percent_are_passed_over():
    assert describe_changes([_desa("1", 100), _desa("2", 100)], [_desa("1", 101), _desa("2", 99)]) == []


def test_changes_just_above_one_percent_are_told():
    lama, baru = [_desa("1", 100), _desa("2", 100)], [_desa("1", 101.1), _desa("2", 98.9)]
    assert [satu.split(":")[0] for satu in describe_changes(lama, baru)] == ["1 Desa 1", "2 Desa 2"]


def test_a_resized_desa_is_told_with_both_areas():
    assert describe_changes([_desa("1", 1000), _desa("2", 40)], [_desa("1", 1234.4), _desa("2", 30)]) == [
        "1 Desa 1: luas 1.000 menjadi 1.234,4 km² (+23,4 %).",
        "2 Desa 2: luas 40 menjadi 30 km² (−25 %).",
    ]


def test_new_and_removed_desa_are_told():
    assert describe_changes([_desa("1", 10)], [_desa("2", 10)]) == [
        "1 Desa 1: tidak ada lagi.",
        "2 Desa 2: baru.",
    ]


def test_exchanged_codes_are_told_as_moved():
    lama = [_desa("1", 10, 117.0), _desa("2", 10, 117.2)]
    baru = [_desa("1", 10, 117.2), _desa("2", 10, 117.0)]
    kalimat = describe_changes(lama, baru)
    assert len(kalimat) == 2
    assert all("letaknya pindah; periksa apakah kodenya tertukar." in satu for satu in kalimat)
