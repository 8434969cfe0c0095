"""What an agency and the secretariat rely on: the worksheet says what is recorded, and comes back readable."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kukar_potensi.ekspor.lembar_opd import BARIS_BARU, write_lembar_opd
from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan, build_keselarasan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks
from kukar_potensi.sumber.buku_kerja.formulir import FORMULIR, list_acuan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.tampilan.halaman_opd.unduh import list_tabel

TANGGAL = date(2026, 2, 1)
RACUN = ("=1+1", "+628", "-5 ton", "@SUM(A1)", "\t=2", '=HYPERLINK("http://x","y")')


def build(himpunan: Himpunan, opd: str, saringan: Saringan | None = None) -> Keselarasan:
    indeks = build_indeks(himpunan, TANGGAL)
    return build_keselarasan(indeks.apply(saringan or Saringan()), build_evaluasi(himpunan, TANGGAL), opd)


def write(himpunan: Himpunan, opd: str, saringan: Saringan | None = None) -> bytes:
    return write_lembar_opd(build(himpunan, opd, saringan), list_tabel(), list_acuan(himpunan))


def read(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(isi))


def headings(halaman: Worksheet) -> list[str]:
    return [str(sel.value) for sel in halaman[1]]


def column(halaman: Worksheet, nama: str) -> list[object]:
    letak = headings(halaman).index(nama) + 1
    isi = [halaman.cell(n, letak).value for n in range(2, halaman.max_row + 1)]
    return [nilai for nilai in isi if nilai is not None]


def validations(halaman: Worksheet) -> Mapping[str, openpyxl.worksheet.datavalidation.DataValidation]:
    judul = headings(halaman)
    return {judul[r.min_col - 1]: v for v in halaman.data_validations.dataValidation for r in v.sqref.ranges}


@pytest.fixture(scope="module")
def buku(himpunan: Himpunan) -> Workbook:
    """The worksheet of the agency of environment."""
    return read(write(himpunan, "O034"))


def test_it_holds_exactly_the_rows_of_the_page(himpunan: Himpunan, buku: Workbook) -> None:
    milik = build(himpunan, "O034").milik
    assert column(buku["Potensi"], "id") == list(milik.potensi.index)
    assert column(buku["Kerja Sama"], "id") == list(milik.kerja_sama.index)
    assert column(buku["Potensi"], "nama") == list(milik.potensi["nama"])
    assert column(buku["OPD"], "id") == ["O034"]
    tindak_lanjut = himpunan.tindak_lanjut["id_kerja_sama"].isin(milik.kerja_sama.index)
    assert len(column(buku["Tindak Lanjut"], "peristiwa")) == int(tindak_lanjut.sum())


def test_its_columns_are_those_of_the_data_files(buku: Workbook) -> None:
    for formulir in FORMULIR:
        berkas = Path(__file__).resolve().parents[2] / "data" / formulir.tabel.berkas
        kepala = berkas.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        assert set(headings(buku[formulir.judul])) == set(kepala) - {"tingkat"}
    assert buku.sheetnames[0] == "Petunjuk"


def test_an_untouched_worksheet_comes_back_without_fault_and_without_change(himpunan: Himpunan) -> None:
    for opd in ("O045", "O034", "O061", "O002", "O076"):
        milik = build(himpunan, opd).milik
        hasil = check_buku(write(himpunan, opd), himpunan)
        assert hasil.kesalahan == hasil.peringatan == 0, opd
        assert hasil.jumlah == milik.n_potensi + milik.n_kerja_sama == hasil.baik
        assert [(lembar.baru, lembar.ubah) for lembar in hasil.lembar] == [(0, 0), (0, 0)]


def test_a_filled_worksheet_is_read_as_the_changes_and_the_new_row(himpunan: Himpunan, buku: Workbook) -> None:
    isi = read(write(himpunan, "O034"))
    potensi = isi["Potensi"]
    letak = {nama: i for i, nama in enumerate(headings(potensi), start=1)}
    potensi.cell(2, letak["status_verifikasi"]).value = "terverifikasi OPD"
    potensi.cell(3, letak["kode_desa"]).value = "Muara Siran, Muara Kaman (64.02.11.2007); 64.02.06.1001"
    baru = len(column(potensi, "id")) + 2
    for nama, nilai in {
        "nama": "BUATAN UJI potensi baru",
        "sektor": "Lingkungan dan kehutanan (lingkungan)",
        "kode_urusan": "Lingkungan Hidup (2.11)",
        "kode_desa": "Teluk Muda, Kenohan (64.02.09.2007)",
        "sumber": "https://contoh.invalid/buatan-uji",
    }.items():
        potensi.cell(baru, letak[nama]).value = nilai
    keluar = BytesIO()
    isi.save(keluar)
    hasil = check_buku(keluar.getvalue(), himpunan)
    assert [satu.kalimat() for satu in hasil.temuan] == []
    lembar = hasil.lembar[0]
    assert (lembar.baru, lembar.ubah) == (1, 2)
    menurut_id = lembar.baik[lembar.baik["id"].notna()].set_index("id")
    kode = str(potensi.cell(3, letak["id"]).value)
    assert menurut_id.at[kode, "kode_desa"] == "64.02.11.2007; 64.02.06.1001"
    assert menurut_id.at[kode, "kode_kecamatan"] == "64.02.06; 64.02.11"


def test_headings_and_ids_are_locked_and_everything_to_fill_is_open(buku: Workbook) -> None:
    for nama in ("Potensi", "Kerja Sama", "Tindak Lanjut", "OPD"):
        halaman = buku[nama]
        assert halaman.protection.sheet
        assert not halaman.protection.password
        assert all(sel.protection.locked for sel in halaman[1])
        for sel in halaman[2]:
            assert sel.protection.locked == (halaman.cell(1, sel.column).value == "id")
    for nama in ("Petunjuk", "Perlu Dicek", "Daftar"):
        assert buku[nama].protection.sheet
        assert all(sel.protection.locked for sel in buku[nama][2])
    potensi = buku["Potensi"]
    assert potensi.max_row == 1 + len(column(potensi, "id")) + BARIS_BARU
    assert not any(sel.protection.locked for sel in potensi[potensi.max_row])


def test_codes_are_chosen_from_the_lists_of_the_data(himpunan: Himpunan, buku: Workbook) -> None:
    pilihan = validations(buku["Kerja Sama"])
    acuan = list_acuan(himpunan)
    for formulir in FORMULIR:
        tersedia = validations(buku[formulir.judul])
        for kolom in formulir.kolom:
            if kolom.pilihan or kolom.rujuk:
                assert tersedia[kolom.nama].type == "list", kolom.nama
                assert tersedia[kolom.nama].showErrorMessage == (not kolom.daftar), kolom.nama
    rentang = str(pilihan["opd"].formula1).removeprefix("=").split("!")
    isi = [sel.value for (sel,) in buku[rentang[0]][rentang[1].replace("$", "")]]
    assert isi == [f"{nama} ({kode})" for kode, nama in acuan["opd"].items()]
    daftar = buku["Daftar"]
    assert len(column(daftar, "Kode")) == sum(
        len(acuan[n]) for n in ("kecamatan", "desa", "urusan", "sektor", "opd", "klaster_ikn")
    )


def test_the_instructions_say_whose_it_is_and_explain_every_column(himpunan: Himpunan, buku: Workbook) -> None:
    petunjuk = dict(buku["Petunjuk"].iter_rows(min_row=2, max_col=2, values_only=True))
    nama = str(himpunan.opd.at["O034", "nama"])
    assert petunjuk[nama].startswith("20 potensi dan 8 kerja sama")
    for formulir in FORMULIR:
        assert all(petunjuk.get(f"{formulir.judul}: {kolom.nama}") for kolom in formulir.kolom)


def test_what_to_check_is_listed_row_by_row(himpunan: Himpunan, buku: Workbook) -> None:
    dicek = buku["Perlu Dicek"]
    kode = set(column(dicek, "Kode"))
    agenda = build(himpunan, "O034").agenda
    assert set(agenda["id"]) <= kode
    tertulis = {str(isi).split()[0] for isi in column(dicek, "Yang perlu dicek")}
    assert set(agenda["aturan"]) <= tertulis


def test_cells_that_look_like_formulas_stay_texts(himpunan: Himpunan) -> None:
    potensi = himpunan.potensi.copy()
    milik = potensi.index[potensi["opd"] == "O045"][: len(RACUN)]
    potensi.loc[milik, "nama"] = list(RACUN)
    isi = read(write(dataclasses.replace(himpunan, potensi=potensi), "O045"))["Potensi"]
    letak = headings(isi).index("nama") + 1
    sel = [isi.cell(n, letak) for n in range(2, 2 + len(RACUN))]
    assert [satu.value for satu in sel] == list(RACUN)
    assert {satu.data_type for satu in sel} == {"s"}


def test_an_agency_without_rows_gets_an_empty_form_to_fill(himpunan: Himpunan) -> None:
    buku = read(write(himpunan, "O012"))
    assert column(buku["Potensi"], "id") == []
    assert buku["Potensi"].max_row == 1 + BARIS_BARU
    assert column(buku["OPD"], "nama") == [himpunan.opd.at["O012", "nama"]]


def test_the_filter_narrows_the_worksheet_and_is_told(himpunan: Himpunan) -> None:
    saringan = Saringan(kecamatan=("64.02.06",))
    keselarasan = build(himpunan, "O045", saringan)
    isi = write_lembar_opd(keselarasan, list_tabel(), list_acuan(himpunan), ["kecamatan Tenggarong"])
    buku = read(isi)
    assert column(buku["Potensi"], "id") == list(keselarasan.milik.potensi.index)
    keterangan = dict(buku["Keterangan"].iter_rows(max_col=2, values_only=True))
    assert keterangan["Saringan"] == "kecamatan Tenggarong"
    assert keterangan["Versi data"] == himpunan.versi


def test_an_office_is_told_that_others_verify_their_own_rows(himpunan: Himpunan) -> None:
    petunjuk = dict(read(write(himpunan, "O061"))["Petunjuk"].iter_rows(min_row=2, max_col=2, values_only=True))
    assert "OPD pengampunya" in petunjuk["Baris milik OPD lain"]


@pytest.mark.lambat
def test_libreoffice_opens_it_and_keeps_every_row(himpunan: Himpunan, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice belum terpasang")
    asal = tmp_path / "lembar.xlsx"
    asal.write_bytes(write(himpunan, "O034"))
    keluar = tmp_path / "keluar"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "xlsx", "--outdir", str(keluar), str(asal)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    hasil = check_buku((keluar / "lembar.xlsx").read_bytes(), himpunan)
    assert hasil.kesalahan == 0
    assert hasil.baik == hasil.jumlah == 28
    assert all(lembar.ubah == lembar.baru == 0 for lembar in hasil.lembar)


def test_the_instructions_never_ask_to_overwrite_a_note_or_a_source(buku: Workbook) -> None:
    petunjuk = dict(buku["Petunjuk"].iter_rows(min_row=2, max_col=2, values_only=True))
    assert "di belakang isi kolom sumber" in petunjuk["3. Bila keliru"]
    assert "di belakang catatan lama" in petunjuk["6. Bila isinya harus dihapus"]
