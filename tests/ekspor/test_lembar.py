"""What a person relies on when a table is taken along as XLSX."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from kukar_potensi.ekspor.lembar import NAMA_KETERANGAN, NAMA_PILIHAN, Keterangan, Kolom, Lembar, write_buku
from kukar_potensi.ekspor.sel import BELUM_DIKETAHUI, PANJANG_SEL, as_text, is_unknown

KETERANGAN = Keterangan(
    judul="BUATAN UJI",
    tanggal=date(2024, 5, 3),
    versi="abc123",
    sumber=("https://contoh.invalid/satu", "sumber kedua"),
    status="Belum diverifikasi OPD.",
    saringan=("kecamatan Tenggarong", "memuat kata “=padi”"),
)
JAHAT = ["=1+1", "+62811", "-5", "@sum", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "#N/A", "<b>x</b>", "TRUE"]
KOLOM = (
    Kolom("Nama", lebar=30),
    Kolom("Luas", "angka", satuan="km²"),
    Kolom("Nilai", "rupiah"),
    Kolom("Tanggal", "tanggal"),
    Kolom("Sumber", "tautan"),
    Kolom("Keputusan", pilihan=("lanjutkan", "akhiri"), isian=True, petunjuk="Pilih satu."),
)


def read(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(isi))


def book(baris: list[tuple[object, ...]], **lembar: object) -> Workbook:
    return read(write_buku([Lembar("Daftar", KOLOM, baris, **lembar)], KETERANGAN))  # type: ignore[arg-type]


@pytest.mark.parametrize("teks", JAHAT)
def test_text_never_becomes_a_formula(teks: str) -> None:
    sel = book([(teks, teks, teks, teks, teks, teks)])["Daftar"]
    for kolom in range(1, 7):
        satu = sel.cell(2, kolom)
        assert satu.data_type == "s"
        assert str(satu.value).replace("\n", "\r") == teks.replace("\n", "\r")
        assert satu.quotePrefix == (teks[0] in "=+-@\t\r")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_survives_the_way_there_and_back(teks: str) -> None:
    sel = read(write_buku([Lembar("Daftar", (Kolom("Nama"),), [(teks,)])], KETERANGAN))["Daftar"]["A2"]
    if not teks.strip():
        assert sel.value == BELUM_DIKETAHUI
    else:
        bersih = as_text(teks).replace("\r\n", "\n").replace("\r", "\n")
        assert (sel.value or "").replace("\r", "\n").replace("_x000D_", "\n") == bersih or not bersih.strip()
    assert sel.data_type in ("s", "n")


def test_numbers_dates_and_money_keep_their_kind() -> None:
    lembar = book([("A", 1234.5, 7_700_000_000.0, "2023-09-18", ("https://a.invalid/x", "kutipan"), "lanjutkan")])[
        "Daftar"
    ]
    assert lembar["B1"].value == "Luas (km²)"
    assert (lembar["B2"].value, lembar["C2"].value) == (1234.5, 7_700_000_000)
    assert "Rp" in lembar["C2"].number_format
    assert lembar["D2"].value == datetime(2023, 9, 18)  # noqa: DTZ001
    assert lembar["E2"].hyperlink.target == "https://a.invalid/x"
    assert lembar["E2"].value == "https://a.invalid/x\nkutipan"
    assert lembar["F2"].value == "lanjutkan"


def test_partial_date_is_written_as_precisely_as_it_is_known() -> None:
    lembar = book([("A", 1, 1, teks, (), None) for teks in ("2023-09", "2023", "sekitar 2023")])["Daftar"]
    assert [lembar.cell(n, 4).value for n in (2, 3, 4)] == ["September 2023", "2023", "sekitar 2023"]


@pytest.mark.parametrize("kosong", [None, np.nan, pd.NaT, pd.NA, "", "  ", ()])
def test_unknown_is_told_except_where_it_is_to_be_filled_in(kosong: object) -> None:
    assert is_unknown(kosong)
    lembar = book([(kosong,) * 6])["Daftar"]
    assert [lembar.cell(2, k).value for k in range(1, 7)] == [BELUM_DIKETAHUI] * 5 + [None]


def test_script_addresses_are_no_links() -> None:
    assert book([("A", 1, 1, None, ("javascript:alert(1)",), None)])["Daftar"]["E2"].hyperlink is None


def test_heading_stays_in_sight_and_can_be_filtered() -> None:
    lembar = book([("A", 1, 1, None, (), None)], beku=1)["Daftar"]
    assert lembar.freeze_panes == "B2"
    assert lembar.auto_filter.ref == "A1:F2"
    assert lembar.print_title_rows == "$1:$1"
    assert lembar["A1"].font.bold


def test_locked_sheet_opens_only_what_is_to_be_filled_in() -> None:
    lembar = book([("A", 1, 1, None, (), None)], terkunci=True, baris_kosong=2)["Daftar"]
    assert lembar.protection.sheet
    assert not lembar.protection.autoFilter
    assert lembar["A1"].protection.locked
    assert lembar["A2"].protection.locked
    assert not lembar["F2"].protection.locked
    assert not lembar["A3"].protection.locked
    assert not lembar["A4"].protection.locked
    assert not book([])["Daftar"].protection.sheet


def test_drop_down_offers_every_choice_down_to_the_last_open_row() -> None:
    panjang = tuple(f"pilihan nomor {n}" for n in range(80))
    kolom = (Kolom("Nama"), Kolom("Pilih", pilihan=panjang, isian=True), Kolom("Lagi", pilihan=panjang, isian=True))
    buku = read(write_buku([Lembar("Daftar", kolom, [("A", None, None)], baris_kosong=4)], KETERANGAN))
    aturan = buku["Daftar"].data_validations.dataValidation
    assert [str(satu.sqref) for satu in aturan] == ["B2:B6", "C2:C6"]
    assert {satu.formula1 for satu in aturan} == {f"={NAMA_PILIHAN}!$A$1:$A$80"}
    pilihan = buku[NAMA_PILIHAN]
    assert pilihan.sheet_state == "hidden"
    assert [sel.value for sel in pilihan["A"]] == list(panjang)


def test_notes_tell_filter_day_version_sources_and_status() -> None:
    buku = book([])
    isi = {baris[0].value: baris[1].value for baris in buku[NAMA_KETERANGAN].iter_rows()}
    assert isi["Posisi per tanggal"] == "3 Mei 2024"
    assert isi["Saringan"] == "kecamatan Tenggarong; memuat kata “=padi”"
    assert isi["Versi data"] == "abc123"
    assert "https://contoh.invalid/satu" in isi["Sumber"]
    assert isi["Status"] == "Belum diverifikasi OPD."


def test_sheet_names_are_made_legal_and_different() -> None:
    nama = ["OPD: a/b*c?", "opd  a b c ", "Keterangan", "", "x" * 60, "x" * 60]
    buku = read(write_buku([Lembar(satu, (Kolom("A"),), []) for satu in nama], KETERANGAN))
    assert len(buku.sheetnames) == len(nama) + 1
    assert all(len(satu) <= 31 for satu in buku.sheetnames)


def test_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        write_buku([Lembar("Daftar", KOLOM, [("A",)])], KETERANGAN)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    nilai = book([("x" * (PANJANG_SEL + 5), 1, 1, None, (), None)])["Daftar"]["A2"].value
    assert len(nilai) == PANJANG_SEL
    assert nilai.endswith("…")


@pytest.mark.lambat
def test_libreoffice_opens_it_with_the_same_cells(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice belum ada; pasang untuk memeriksa berkas dengannya")
    baris = [(teks, 1.5, 2e9, "2023-09-18", (), "akhiri") for teks in ("=1+1", "@x", "padi")]
    berkas = tmp_path / "uji.xlsx"
    berkas.write_bytes(write_buku([Lembar("Daftar", KOLOM, baris, terkunci=True, baris_kosong=3)], KETERANGAN))
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [
            soffice,
            profil,
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1",
            "--outdir",
            str(tmp_path),
            str(berkas),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    isi = list(csv.reader((tmp_path / "uji.csv").read_text(encoding="utf-8").splitlines()))
    assert [satu[0] for satu in isi[1:4]] == ["=1+1", "@x", "padi"]
    assert isi[1][5] == "akhiri"
