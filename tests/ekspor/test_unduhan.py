"""Each table and layer can be had in four forms; all of them hold the same rows, and the dictionary."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import geopandas as gpd
import openpyxl
import pyogrio
import pytest

from kukar_potensi.ekspor.unduhan import (
    KOLOM_KAMUS,
    LAPISAN_KAMUS,
    SEMUA_BAHAN,
    list_kamus,
    read_tabel,
    shape_rows,
    write_csv,
    write_csv_semua,
    write_geojson,
    write_geojson_semua,
    write_gpkg,
    write_xlsx,
)
from kukar_potensi.model.kamus_data import parse_kamus_data

DATA = Path(__file__).resolve().parents[2] / "data"
HARI = date(2026, 2, 1)
POTENSI = SEMUA_BAHAN[0]


@pytest.fixture(scope="module")
def kamus():
    return parse_kamus_data((DATA / "README.md").read_text(encoding="utf-8"))


def read_asli(berkas: str) -> list[dict[str, str]]:
    with (DATA / berkas).open(encoding="utf-8", newline="") as aliran:
        return list(csv.DictReader(aliran))


@pytest.mark.parametrize("bahan", SEMUA_BAHAN, ids=lambda satu: satu.nama)
def test_csv_holds_the_rows_and_columns_of_the_file(himpunan, kamus, bahan):
    baris = list(csv.DictReader(io.StringIO(write_csv(himpunan, bahan, kamus).decode("utf-8-sig"), newline="")))
    assert len(baris) == len(getattr(himpunan, bahan.nama))
    assert list(baris[0]) == [satu.nama for satu in kamus[bahan.berkas].kolom]
    if bahan.berkas.endswith(".csv"):
        asli = read_asli(bahan.berkas)
        for satu, lama in zip(baris, asli, strict=True):
            for nama, sel in satu.items():
                angka = sel.replace(".", "", 1).removeprefix("-").isdigit() and "." in lama[nama]
                assert sel == lama[nama] or (angka and float(sel) == float(lama[nama])), (nama, sel, lama[nama])


@pytest.mark.parametrize("bahan", SEMUA_BAHAN, ids=lambda satu: satu.nama)
def test_geojson_holds_the_same_rows_with_their_places(himpunan, kamus, bahan):
    isi = json.loads(write_geojson(himpunan, bahan, kamus))
    tabel = read_tabel(himpunan, bahan, kamus)
    assert [satu["properties"] for satu in isi["features"]] == tabel.to_dict("records")
    assert isi["versi_data"] == himpunan.versi
    assert [satu["kolom"] for satu in isi["kamus"]] == [satu.nama for satu in kamus[bahan.berkas].kolom]
    ada = [satu["geometry"] is not None for satu in isi["features"]]
    if bahan.is_lapisan:
        assert all(ada)
    if bahan.nama in ("potensi", "kerja_sama"):
        assert ada == [tingkat != "kabupaten" for tingkat in getattr(himpunan, bahan.nama)["tingkat"]]


def test_a_row_lies_at_the_label_points_of_its_desa(himpunan, kamus):
    baris = himpunan.potensi[himpunan.potensi["kode_desa"].map(len).gt(2)].iloc[0]
    bentuk = shape_rows(himpunan, POTENSI)[himpunan.potensi.index.get_loc(baris.name)]
    titik = {(satu.x, satu.y) for satu in bentuk.geoms}
    assert titik == {(himpunan.desa.at[k, "lon"], himpunan.desa.at[k, "lat"]) for k in baris["kode_desa"]}


@pytest.fixture(scope="module")
def gpkg(himpunan, kamus, tmp_path_factory):
    jalur = tmp_path_factory.mktemp("gpkg") / "semua.gpkg"
    jalur.write_bytes(write_gpkg(himpunan, SEMUA_BAHAN, kamus))
    return jalur


def test_the_geopackage_holds_every_table_and_layer_and_the_dictionary(himpunan, kamus, gpkg):
    assert {str(nama) for nama, _ in pyogrio.list_layers(gpkg)} == {*(b.nama for b in SEMUA_BAHAN), LAPISAN_KAMUS}
    for bahan in SEMUA_BAHAN:
        assert pyogrio.read_info(gpkg, layer=bahan.nama)["features"] == len(getattr(himpunan, bahan.nama))
    desa = gpd.read_file(gpkg, layer="desa")
    assert desa.crs.to_epsg() == 4326
    assert desa.set_index("kode").geometry.geom_equals(himpunan.desa.geometry).all()
    baris = pyogrio.read_dataframe(gpkg, layer=LAPISAN_KAMUS)
    assert list(baris.columns) == list(KOLOM_KAMUS)
    assert len(baris) == sum(len(kamus[b.berkas].kolom) for b in SEMUA_BAHAN)


def test_the_book_holds_a_sheet_a_table_the_dictionary_and_where_it_comes_from(himpunan, kamus):
    buku = openpyxl.load_workbook(BytesIO(write_xlsx(himpunan, SEMUA_BAHAN[:3], kamus, HARI)), read_only=True)
    assert buku.sheetnames == ["Potensi", "Kerja sama", "Tindak lanjut", "Kamus data", "Keterangan"]
    for bahan in SEMUA_BAHAN[:3]:
        baris = list(buku[bahan.judul].iter_rows(values_only=True))
        assert list(baris[0]) == [satu.nama for satu in kamus[bahan.berkas].kolom]
        assert len(baris) == len(getattr(himpunan, bahan.nama)) + 1
    kamus_buku = list(buku["Kamus data"].iter_rows(min_row=2, values_only=True))
    assert len(kamus_buku) == len(list_kamus(SEMUA_BAHAN[:3], kamus))
    keterangan = dict(buku["Keterangan"].iter_rows(values_only=True))
    assert keterangan["Versi data"] == himpunan.versi
    assert "belum diverifikasi" in keterangan["Status"]


def test_archives_hold_every_table(himpunan, kamus):
    with zipfile.ZipFile(BytesIO(write_csv_semua(himpunan, SEMUA_BAHAN, kamus))) as arsip:
        assert set(arsip.namelist()) == {*(f"{b.nama}.csv" for b in SEMUA_BAHAN), f"{LAPISAN_KAMUS}.csv"}
        assert arsip.testzip() is None
    with zipfile.ZipFile(BytesIO(write_geojson_semua(himpunan, SEMUA_BAHAN[:2], kamus))) as arsip:
        assert set(arsip.namelist()) == {"potensi.geojson", "kerja_sama.geojson"}


def test_a_text_that_looks_like_a_formula_runs_nowhere(himpunan, kamus):
    jahat = replace(himpunan, potensi=himpunan.potensi.head(2).assign(nama=["=cmd|' /C calc'!A0", "@SUM(1)"]))
    baris = list(csv.DictReader(io.StringIO(write_csv(jahat, POTENSI, kamus).decode("utf-8-sig"), newline="")))
    assert [satu["nama"] for satu in baris] == ["'=cmd|' /C calc'!A0", "'@SUM(1)"]
    lembar = openpyxl.load_workbook(BytesIO(write_xlsx(jahat, [POTENSI], kamus, HARI)))["Potensi"]
    assert [(sel.value, sel.data_type) for (sel,) in lembar.iter_rows(min_row=2, min_col=2, max_col=2)] == [
        ("=cmd|' /C calc'!A0", "s"),
        ("@SUM(1)", "s"),
    ]


def test_without_any_row_every_form_still_opens(himpunan_kosong, kamus, tmp_path):
    assert write_csv(himpunan_kosong, POTENSI, kamus).count(b"\r\n") == 1
    assert json.loads(write_geojson(himpunan_kosong, POTENSI, kamus))["features"] == []
    jalur = tmp_path / "kosong.gpkg"
    jalur.write_bytes(write_gpkg(himpunan_kosong, SEMUA_BAHAN[:2], kamus))
    assert pyogrio.read_info(jalur, layer="potensi")["features"] == 0
    assert write_xlsx(himpunan_kosong, [POTENSI], kamus, HARI).startswith(b"PK")
