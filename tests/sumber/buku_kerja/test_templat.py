"""The template offers our codes, explains every column, and comes back as what it held."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from kukar_potensi.sumber.buku_kerja.baca import read_buku
from kukar_potensi.sumber.buku_kerja.formulir import DAFTAR, FORMULIR, PETUNJUK, label_kode, list_acuan
from kukar_potensi.sumber.buku_kerja.penjaga import GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.templat import BARIS_CONTOH, BARIS_JUDUL, build_templat
from tests.sumber.buku_kerja.conftest import POTENSI, SUMBER, build_buku


@pytest.fixture(scope="module")
def templat(himpunan, kamus):
    return build_templat(himpunan, kamus)


@pytest.fixture(scope="module")
def buku(templat):
    return openpyxl.load_workbook(BytesIO(templat))


def test_it_has_the_sheets_to_fill_and_those_that_explain(buku):
    assert buku.sheetnames == [PETUNJUK, "Potensi", "Kerja Sama", DAFTAR]


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda satu: satu.judul)
def test_every_column_of_data_stands_there_with_a_note(buku, formulir):
    kepala = {sel.value.removesuffix(" *"): sel for sel in buku[formulir.judul][BARIS_JUDUL]}
    assert [*kepala] == [nama for nama in formulir.tabel.nama_kolom if nama != "tingkat"]
    assert all(sel.comment is not None and len(sel.comment.text) > 30 for sel in kepala.values())
    berbintang = {nama for nama, sel in kepala.items() if sel.value.endswith(" *")}
    assert berbintang == {kolom.nama for kolom in formulir.kolom if formulir.is_wajib(kolom)}


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda satu: satu.judul)
def test_every_column_of_codes_or_choices_drops_down_exactly_what_is_allowed(buku, formulir, himpunan):
    acuan = list_acuan(himpunan)
    lembar = buku[formulir.judul]
    kepala = {sel.column_letter: sel.value.removesuffix(" *") for sel in lembar[BARIS_JUDUL]}
    pilihan = {}
    for aturan in lembar.data_validations.dataValidation:
        (rentang,) = aturan.sqref.ranges
        assert (rentang.min_row, rentang.max_row) == (BARIS_CONTOH, 20_003)
        nama = kepala[openpyxl.utils.get_column_letter(rentang.min_col)]
        pilihan[nama] = _read_pilihan(buku, aturan.formula1)
        assert len(aturan.formula1) <= 255
    diharapkan = {
        kolom.nama: [label_kode(*satu) for satu in acuan[kolom.rujuk].items()] if kolom.rujuk else [*kolom.pilihan]
        for kolom in formulir.kolom
        if kolom.rujuk or kolom.pilihan
    }
    assert pilihan == diharapkan
    assert {"sektor", "kode_urusan", "kode_kecamatan", "kode_desa", "opd"} <= pilihan.keys()
    assert len(pilihan["kode_desa"]) == 237
    assert len(pilihan["kode_kecamatan"]) == 20


def _read_pilihan(buku, rumus):
    if rumus.startswith('"'):
        return rumus.strip('"').split(",")
    nama = buku.defined_names[rumus.removeprefix("=")]
    ((judul, rentang),) = nama.destinations
    return [sel.value for (sel,) in buku[judul][rentang]]


def test_the_example_is_marked_and_never_read(buku, templat, himpunan):
    assert {buku[satu.judul].cell(BARIS_CONTOH, 1).value for satu in FORMULIR} == {"CONTOH"}
    with pytest.raises(GalatBuku, match="CONTOH tidak dihitung") as galat:
        check_buku(templat, himpunan)
    assert galat.value.jenis == "belum diisi"


def test_the_example_is_known_without_its_mark_and_a_name_alone_makes_no_example(templat, himpunan):
    buku = openpyxl.load_workbook(BytesIO(templat))
    for formulir in FORMULIR:
        buku[formulir.judul].delete_cols(1)
    keluar = BytesIO()
    buku.save(keluar)
    with pytest.raises(GalatBuku, match="Belum ada baris"):
        check_buku(keluar.getvalue(), himpunan)
    hasil = check_buku(build_buku({"Potensi": [{**POTENSI, "nama": "Contoh kampung iklim BUATAN UJI"}]}), himpunan)
    assert hasil.jumlah == 1


@pytest.mark.parametrize("formulir", FORMULIR, ids=lambda satu: satu.judul)
def test_the_example_obeys_the_rules_it_shows(templat, himpunan, formulir):
    buku = openpyxl.load_workbook(BytesIO(templat))
    lembar = buku[formulir.judul]
    letak = {sel.value.removesuffix(" *"): sel.column for sel in lembar[BARIS_JUDUL]}
    lembar.cell(BARIS_CONTOH, 1).value = None
    lembar.cell(BARIS_CONTOH, letak["sumber"]).value = SUMBER
    keluar = BytesIO()
    buku.save(keluar)
    hasil = check_buku(keluar.getvalue(), himpunan)
    assert (hasil.jumlah, hasil.baik, hasil.temuan) == (1, 1, ())


def test_all_recorded_rows_written_into_it_come_back_good_and_unchanged(himpunan, kamus):
    isi = build_templat(himpunan, kamus, {"potensi": himpunan.potensi, "kerja_sama": himpunan.kerja_sama})
    hasil = check_buku(isi, himpunan)
    jumlah = len(himpunan.potensi) + len(himpunan.kerja_sama)
    assert hasil.temuan == ()
    assert (hasil.jumlah, hasil.baik) == (jumlah, jumlah)
    assert [(satu.baru, satu.ubah, satu.tetap) for satu in hasil.lembar] == [
        (0, 0, len(himpunan.potensi)),
        (0, 0, len(himpunan.kerja_sama)),
    ]


def test_rows_to_complete_show_where_to_fill(himpunan, kamus):
    kosong = himpunan.kerja_sama[himpunan.kerja_sama["tanggal_berakhir"].isna()].head(3)
    buku = openpyxl.load_workbook(
        BytesIO(build_templat(himpunan, kamus, {"kerja_sama": kosong}, tujuan="tanggal_berakhir"))
    )
    lembar = buku["Kerja Sama"]
    letak = next(sel.column for sel in lembar[BARIS_JUDUL] if sel.value == "tanggal_berakhir")
    assert [lembar.cell(nomor, 1).value for nomor in range(4, 7)] == list(kosong.index)
    assert {lembar.cell(nomor, letak).fill.fgColor.rgb for nomor in range(4, 7)} == {"00FFE699"}
    assert lembar.cell(7, 1).value is None


def test_a_recorded_text_that_looks_like_a_formula_stays_text(himpunan, kamus):
    baris = himpunan.potensi.head(1).assign(nama="=cmd|' /C calc'!A0", uraian="#N/A", catatan="+1")
    isi = build_templat(himpunan, kamus, {"potensi": baris})
    lembar = openpyxl.load_workbook(BytesIO(isi))["Potensi"]
    sel = {kepala.value.removesuffix(" *"): lembar.cell(4, kepala.column) for kepala in lembar[BARIS_JUDUL]}
    assert sel["nama"].value == "=cmd|' /C calc'!A0"
    assert {sel[nama].data_type for nama in ("nama", "uraian", "catatan")} == {"s"}
    assert read_buku(isi).lembar[0].rumus == []
