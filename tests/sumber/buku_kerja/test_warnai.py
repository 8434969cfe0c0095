"""The workbook comes back with its faults coloured, explained and listed, and nothing in it runs."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.comments import Comment

from kukar_potensi.sumber.buku_kerja import warnai_besar
from kukar_potensi.sumber.buku_kerja.formulir import HASIL
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.tanda import PEMERIKSA, WARNA_PERIKSA, WARNA_SALAH
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
from tests.sumber.buku_kerja.conftest import KERJA_SAMA, POTENSI, build_buku

SALAH = {
    "Potensi": [
        POTENSI,
        {**POTENSI, "nama": "BUATAN UJI dua", "kode_desa": "Jahap", "kewenangan": "desa"},
        {**POTENSI, "nama": "BUATAN UJI tiga", "uraian": "=1+1", "asing": "x"},
    ],
    "Kerja Sama": [KERJA_SAMA],
}


def spoil(buku) -> None:
    lembar = buku["Potensi"]
    lembar["A1"].comment = Comment("catatan petugas", "petugas")
    lembar["M3"].comment = Comment("catatan petugas", "petugas")
    lembar.column_dimensions["B"].width = 55
    buku.create_sheet("Rekap")["A1"] = "=SUM(1,2)"


@pytest.fixture(scope="module")
def asal():
    return build_buku(SALAH, spoil)


@pytest.fixture(params=["utuh", "besar"])
def warna(request, asal, himpunan, monkeypatch):
    """The coloured workbook, made in place and row by row."""
    if request.param == "besar":
        monkeypatch.setattr(warnai_besar, "LEMBAR_TERBESAR", 0)
    hasil = check_buku(asal, himpunan)
    return hasil, openpyxl.load_workbook(BytesIO(paint_buku(asal, hasil)))


def test_every_faulty_cell_is_coloured_and_noted_and_no_other(warna):
    hasil, buku = warna
    lembar = buku["Potensi"]
    berwarna = {
        sel.coordinate: sel.fill.fgColor.rgb[2:]
        for baris in lembar
        for sel in baris
        if sel.fill.fgColor.rgb in {f"00{WARNA_SALAH}", f"00{WARNA_PERIKSA}"}
    }
    assert berwarna == {"G3": WARNA_SALAH, "M3": WARNA_SALAH, "H4": WARNA_SALAH, "Z1": WARNA_PERIKSA}
    assert {satu.sel for satu in hasil.temuan} == set(berwarna)
    for satu in hasil.temuan:
        assert satu.aturan in lembar[satu.sel].comment.text


def test_values_stay_in_their_cells_and_formulas_become_text(warna, asal):
    _, buku = warna
    lama = openpyxl.load_workbook(BytesIO(asal))
    for judul in SALAH:
        for baris in lama[judul].iter_rows():
            for sel in baris:
                assert buku[judul][sel.coordinate].value == sel.value
    assert not [sel for lembar in buku for baris in lembar for sel in baris if sel.data_type == "f"]


def test_the_first_sheet_lists_every_fault_with_a_link(warna):
    hasil, buku = warna
    assert buku.sheetnames[0] == HASIL
    isi = [[sel.value for sel in baris] for baris in buku[HASIL].iter_rows()]
    assert isi[0][0].startswith(f"{hasil.baik} dari {hasil.jumlah} baris baik")
    assert [(b[0], b[1], b[4]) for b in isi[-len(hasil.temuan) :]] == [
        (t.lembar, t.sel, t.aturan) for t in hasil.temuan
    ]
    tautan = [sel.hyperlink.location for (sel,) in buku[HASIL].iter_rows(min_col=2, max_col=2) if sel.hyperlink]
    assert tautan == [f"'{t.lembar}'!{t.sel}" for t in hasil.temuan]


def test_in_place_everything_else_stays(asal, himpunan):
    buku = openpyxl.load_workbook(BytesIO(paint_buku(asal, check_buku(asal, himpunan))))
    assert buku.sheetnames == [HASIL, "Potensi", "Kerja Sama", "Rekap"]
    assert buku["Potensi"]["A1"].comment.text == "catatan petugas"
    assert buku["Potensi"]["M3"].comment.text.startswith("catatan petugas\n")
    assert buku["Potensi"].column_dimensions["B"].width == 55


def test_marks_go_when_the_fault_is_mended(asal, himpunan):
    buku = openpyxl.load_workbook(BytesIO(paint_buku(asal, check_buku(asal, himpunan))))
    lembar = buku["Potensi"]
    lembar["G3"], lembar["M3"], lembar["H4"], lembar["Z1"] = "Jahab", "kabupaten", "Baris buatan uji.", None
    lembar["Z4"] = None
    keluar = BytesIO()
    buku.save(keluar)
    hasil = check_buku(keluar.getvalue(), himpunan)
    assert (hasil.baik, hasil.temuan) == (4, ())
    bersih = openpyxl.load_workbook(BytesIO(paint_buku(keluar.getvalue(), hasil)))["Potensi"]
    assert bersih["G3"].fill.fgColor.rgb == "00000000"
    assert bersih["G3"].comment is None
    assert PEMERIKSA not in {sel.comment.author for baris in bersih for sel in baris if sel.comment}


def test_a_vast_merged_area_is_not_spread_out_in_memory(himpunan):
    asal = build_buku({"Potensi": [{**POTENSI, "kewenangan": "desa"}]})
    besar = asal.replace(b"x", b"x")
    hasil = check_buku(besar, himpunan)
    assert not warnai_besar.is_besar(besar)

    def merge(buku):
        buku["Potensi"].merged_cells.add("A10:ZZ900000")

    luas = build_buku({"Potensi": [{**POTENSI, "kewenangan": "desa"}]}, merge)
    assert warnai_besar.is_besar(luas)
    buku = openpyxl.load_workbook(BytesIO(paint_buku(luas, hasil)))
    assert buku["Potensi"]["M2"].comment is not None
