"""Boundaries: the regency as the official list has it, sound shapes, faults told by code and name."""

from __future__ import annotations

import json

import pytest

from kukar_potensi.sumber import GalatData, load_himpunan
from kukar_potensi.sumber.wilayah import read_fitur

LUAS_RESMI_KM2 = 26_912.065


def change_fitur(folder, berkas, ubah):
    jalan = folder / "wilayah" / berkas
    objek = json.loads(jalan.read_text(encoding="utf-8"))
    ubah(objek["features"])
    jalan.write_text(json.dumps(objek), encoding="utf-8")
    return folder


def test_the_regency_is_whole(himpunan):
    desa, kecamatan = himpunan.desa, himpunan.kecamatan
    assert (len(desa), len(kecamatan), len(himpunan.kabupaten)) == (237, 20, 1)
    assert desa["jenis"].value_counts().to_dict() == {"desa": 193, "kelurahan": 44}
    assert set(desa["kode_kecamatan"]) == set(kecamatan.index)
    assert desa.geometry.is_valid.all()
    assert kecamatan.geometry.is_valid.all()
    assert desa["luas_km2"].sum() == pytest.approx(LUAS_RESMI_KM2, rel=0.005)


def test_counts_of_a_kecamatan_are_whole_numbers(himpunan):
    assert himpunan.kecamatan["jumlah_desa"].dtype == "int64"
    assert himpunan.kecamatan[["jumlah_desa", "jumlah_kelurahan"]].to_numpy().sum() == 237


def test_a_missing_desa_is_told_by_code_and_name(himpunan, salin_data):
    change_fitur(salin_data, "desa.geojson", lambda fitur: fitur.pop(0))
    hasil = load_himpunan(salin_data)
    kode = himpunan.desa.index[0]
    pesan = [t for t in hasil.temuan if t.berkas == "wilayah/desa.geojson"]
    assert [t.nilai for t in pesan] == [f"{kode} {himpunan.desa.loc[kode, 'nama']}"]
    assert any(t.kolom == "jumlah_desa" for t in hasil.temuan)


def test_a_broken_shape_is_left_out_and_told_by_name(himpunan, salin_data):
    kupu = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}

    def rusak(fitur):
        fitur[0]["geometry"] = kupu
        fitur[1]["geometry"] = None
        fitur[2]["geometry"] = {"type": "Polygon", "coordinates": "x"}

    hasil = load_himpunan(change_fitur(salin_data, "desa.geojson", rusak))
    bentuk = [t for t in hasil.temuan if t.kolom == "geometry"]
    assert [t.nilai.split()[0] for t in bentuk] == list(himpunan.desa.index[:3])
    assert ["rusak" in bentuk[0].aturan, "kosong" in bentuk[1].aturan, "terbaca" in bentuk[2].aturan] == [True] * 3
    assert len(hasil.desa) == 234


def test_another_name_or_kind_than_the_official_one_is_told(salin_data):
    def ubah(fitur):
        fitur[0]["properties"]["nama"] = "BUATAN UJI"
        fitur[1]["properties"]["jenis"] = "kelurahan"

    hasil = load_himpunan(change_fitur(salin_data, "desa.geojson", ubah))
    assert {t.kolom for t in hasil.temuan if t.berkas == "wilayah/desa.geojson"} == {"nama", "jenis"}
    assert "daftar resmi menyebut" in hasil.temuan[-1].aturan + hasil.temuan[0].aturan


def test_a_fault_in_a_property_names_the_area_since_there_is_no_line(himpunan, salin_data):
    def ubah(fitur):
        fitur[0]["properties"]["irisan_ikn_persen"] = 101

    hasil = load_himpunan(change_fitur(salin_data, "desa.geojson", ubah))
    temuan = next(t for t in hasil.temuan if t.kolom == "irisan_ikn_persen")
    assert temuan.baris is None
    assert himpunan.desa.index[0] in temuan.kalimat()


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"{",
        b"[]",
        b'{"features": 3}',
        b'{"features": [3]}',
        b'{"features": []}',
        b"\xff\xfe",
        b'{"features":[{}]}',
    ],
)
def test_what_is_no_geojson_is_one_clear_error(isi):
    with pytest.raises(GalatData, match="bangun --desa"):
        read_fitur("wilayah/desa.geojson", isi)


def test_a_property_missing_everywhere_is_one_clear_error(salin_data):
    def ubah(fitur):
        for satu in fitur:
            del satu["properties"]["jarak_kipp_km"]

    with pytest.raises(GalatData, match="jarak_kipp_km"):
        load_himpunan(change_fitur(salin_data, "desa.geojson", ubah))
