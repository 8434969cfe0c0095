"""Static files of the map: names follow content, order follows the tables, nothing is lost."""

import json

import pytest

from kukar_potensi.peta.aset import build_aset


@pytest.fixture
def static(tmp_path):
    (tmp_path / "supercluster").mkdir()
    (tmp_path / "supercluster" / "supercluster.min.js").write_text("var Supercluster;")
    return tmp_path


def test_the_same_data_gives_the_same_names_and_is_written_once(himpunan, static):
    pertama = build_aset(himpunan, static)
    waktu = {p: p.stat().st_mtime_ns for p in (static / "peta").iterdir()}
    assert build_aset(himpunan, static) == pertama
    assert {p: p.stat().st_mtime_ns for p in (static / "peta").iterdir()} == waktu


def test_areas_come_in_the_order_of_the_tables(himpunan, static):
    manifes = build_aset(himpunan, static)
    for tingkat in ("desa", "kecamatan"):
        geo = json.loads((static / getattr(manifes, tingkat)).read_text())
        assert [f["properties"]["kode"] for f in geo["features"]] == list(getattr(himpunan, tingkat).index)


def test_every_row_placed_in_a_desa_has_its_points(himpunan, static):
    manifes = build_aset(himpunan, static)
    titik = json.loads((static / manifes.titik).read_text())
    diharap = sum(len(k) for k in himpunan.potensi["kode_desa"]) + sum(len(k) for k in himpunan.kerja_sama["kode_desa"])
    assert len(titik["baris"]) == diharap
    for bit, tempat, _sektor, jenis, _nama in titik["baris"]:
        tabel, awal = (himpunan.kerja_sama, len(himpunan.potensi)) if jenis else (himpunan.potensi, 0)
        assert titik["kode"][tempat] in tabel["kode_desa"].iloc[bit - awal]


def test_the_map_says_which_law_the_ikn_line_is_from(himpunan, static):
    konteks = json.loads((static / build_aset(himpunan, static).konteks).read_text())
    nama = " ".join(t["nama"] for t in konteks["nama"] if t["jenis"] == "ikn")
    assert "UU 3/2022" in nama
    assert "UU 21/2023" in nama


def test_nothing_is_left_behind_half_written(himpunan, static):
    build_aset(himpunan, static)
    assert not list((static / "peta").glob("*.tmp"))
