"""The inventory holds what its page counts, transport first, and its files say what nobody verified."""

from __future__ import annotations

import itertools
from datetime import date
from io import BytesIO

import numpy as np
import pytest
from docx import Document
from openpyxl import load_workbook

from kukar_potensi.ekspor.inventaris import (
    BANYAK_KERJA_SAMA,
    ISI_SEDANG,
    ISI_SEMUA,
    ISI_TINGGI,
    Inventaris,
    build_inventaris,
    chosen_rows,
    count_by_bidang,
    field_order,
    shorten,
)
from kukar_potensi.ekspor.inventaris_docx import KOLOM, write_inventaris_docx
from kukar_potensi.ekspor.inventaris_xlsx import write_inventaris_xlsx
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from kukar_potensi.model.transportasi import transport_rows
from kukar_potensi.sumber import load_himpunan
from tests.conftest import read_tabel, write_tabel

HARI = date(2026, 3, 1)


@pytest.fixture(scope="module")
def indeks(himpunan: Himpunan) -> Indeks:
    return build_indeks(himpunan, HARI)


@pytest.fixture(scope="module")
def inventaris(indeks) -> Inventaris:
    return build_inventaris(indeks.apply(Saringan()), ISI_TINGGI)


@pytest.fixture(scope="module")
def buku(inventaris):
    return load_workbook(BytesIO(write_inventaris_xlsx(inventaris)))


@pytest.fixture(scope="module")
def dokumen(inventaris):
    return Document(BytesIO(write_inventaris_docx(inventaris)))


def sheet_rows(lembar) -> list[dict[str, object]]:
    kepala, *baris = lembar.iter_rows(values_only=True)
    return [dict(zip(kepala, satu, strict=True)) for satu in baris]


def document_text(dokumen) -> str:
    sel = [s.text for t in dokumen.tables for b in t.rows for s in b.cells]
    return "\n".join([*(p.text for p in dokumen.paragraphs), *sel])


def test_transport_comes_first_and_numbers_run_through(inventaris):
    assert [satu.nomor for satu in inventaris.entri] == list(range(1, len(inventaris.entri) + 1))
    assert next(iter(inventaris.bidang)) == "Perhubungan dan konektivitas"
    urutan = [satu.bidang for satu in inventaris.entri]
    assert len(list(inventaris.bidang)) == 1 + sum(a != b for a, b in itertools.pairwise(urutan))


def test_within_a_field_the_higher_score_comes_first(inventaris):
    for isi in inventaris.bidang.values():
        skor = [satu.skor if satu.skor is not None else -1 for satu in isi]
        assert skor == sorted(skor, reverse=True)


@pytest.mark.parametrize("isi", [ISI_TINGGI, ISI_SEDANG, ISI_SEMUA])
def test_entries_are_the_rows_that_the_page_counts(indeks, isi):
    tampak = indeks.apply(Saringan(kecamatan=("64.02.13", "64.02.14")))
    hasil = build_inventaris(tampak, isi)
    terpilih = indeks.potensi.index[chosen_rows(tampak, isi)]
    assert {satu.id for satu in hasil.entri} == set(terpilih)
    jumlah = count_by_bidang(tampak, isi)
    assert list(jumlah) == [len(satu) for satu in hasil.bidang.values()]
    assert jumlah.sum() == len(terpilih)


def test_transport_is_in_whatever_its_class(indeks):
    tampak = indeks.apply(Saringan())
    ada = {satu.id for satu in build_inventaris(tampak, ISI_TINGGI).entri}
    assert set(indeks.potensi.index[transport_rows(indeks.potensi)]) <= ada
    assert ada - set(indeks.potensi.index[transport_rows(indeks.potensi)]) <= set(
        indeks.potensi.index[indeks.potensi["kelas"].eq("tinggi")]
    )


def test_every_field_has_its_place_in_the_order(himpunan):
    urutan = field_order(himpunan)
    assert urutan[0] == "perhubungan"
    assert sorted(urutan) == sorted(himpunan.sektor.index)


def test_an_entry_carries_places_with_codes_figure_with_year_form_and_source(inventaris, himpunan):
    for satu in inventaris.entri:
        baris = himpunan.potensi.loc[satu.id]
        kode = baris["kode_desa"] or baris["kode_kecamatan"] or ("64.02",)
        assert tuple(k for _, k in satu.tempat) == tuple(kode)
        assert satu.bentuk
        assert satu.sumber == tuple(baris["sumber"])
        assert satu.status == baris["status_verifikasi"]
        if baris["nilai"] == baris["nilai"]:
            assert satu.angka.endswith(")")
        else:
            assert satu.angka == "belum diketahui"


def test_the_cover_counts_what_is_verified_and_what_is_not(inventaris, salin_data):
    n = len(inventaris.entri)
    sampul = dict(inventaris.cover_lines())
    assert sampul["Sudah diverifikasi OPD"] == f"0 dari {n} entri."
    assert sampul["Belum diverifikasi OPD"].startswith(f"{n} dari {n} entri")

    tabel = read_tabel(salin_data, "potensi")
    tabel.loc[tabel["id"] == inventaris.entri[0].id, "status_verifikasi"] = "terverifikasi OPD"
    write_tabel(salin_data, "potensi", tabel)
    lain = build_inventaris(build_indeks(load_himpunan(salin_data), HARI).apply(Saringan()), ISI_TINGGI)
    assert dict(lain.cover_lines())["Sudah diverifikasi OPD"] == f"1 dari {n} entri."


def test_the_cover_says_which_weights_were_used(indeks):
    lain = indeks.with_bobot(np.array([50.0, 10, 10, 10, 10, 10])).apply(Saringan())
    hasil = build_inventaris(lain, ISI_TINGGI, ["sektor Perikanan"])
    sampul = dict(hasil.cover_lines())
    assert "A 50 · B 10" in sampul["Skor relevansi"]
    assert "bobot percobaan" in sampul["Skor relevansi"]
    assert sampul["Saringan"] == "sektor Perikanan"


def test_the_book_has_cover_inventory_details_candidates_connections_and_notes(buku, inventaris, himpunan):
    assert buku.sheetnames[:5] == [
        "Sampul",
        "Inventaris",
        "Rincian entri",
        "Calon kerja sama",
        "Sambungan transportasi",
    ]
    assert "Keterangan" in buku.sheetnames
    baris = sheet_rows(buku["Inventaris"])
    assert [b["No"] for b in baris] == [satu.nomor for satu in inventaris.entri]
    assert [b["Objek kerja sama"] for b in baris] == [satu.objek for satu in inventaris.entri]
    assert {b["Status"] for b in baris} == {"belum diverifikasi OPD"}
    assert len(sheet_rows(buku["Calon kerja sama"])) == len(inventaris.calon)
    assert len(sheet_rows(buku["Sambungan transportasi"])) == len(himpunan.konektivitas)


def test_details_carry_the_score_that_the_page_shows(buku, indeks):
    for baris in sheet_rows(buku["Rincian entri"]):
        assert baris["Relevansi IKN"] == round(indeks.potensi.at[baris["Nomor potensi"], "skor"], 1)


def test_the_letter_annex_has_one_table_a_field_and_a_line_for_each_entry(dokumen, inventaris):
    tabel = [t for t in dokumen.tables if len(t.columns) == len(KOLOM)]
    assert len(tabel) == len(inventaris.bidang)
    nomor = [b.cells[0].text for t in tabel for b in t.rows[1:]]
    assert nomor == [str(satu.nomor) for satu in inventaris.entri]
    teks = document_text(dokumen)
    assert "LAMPIRAN SURAT" in teks
    assert "Ketua TKKSD" in teks
    assert "sesuai lampiran" not in teks.casefold()
    for satu in inventaris.entri[:20]:
        assert satu.objek in teks
        assert satu.tempat[0][1] in teks


def test_the_annex_numbers_every_source_that_it_cites(dokumen, inventaris):
    daftar = [p.text for p in dokumen.paragraphs if p.text.startswith("[")]
    alamat = [satu.partition("] ")[2] for satu in daftar]
    assert len(alamat) == len(set(alamat))
    assert set(alamat) == {a for satu in inventaris.entri for a in satu.sumber}


def test_headings_repeat_on_every_page_of_the_annex(dokumen):
    for tabel in dokumen.tables[1:]:
        assert "w:tblHeader" in tabel.rows[0]._tr.xml


def test_hostile_text_stays_text_in_both_files(salin_data):
    racun = '=HYPERLINK("http://jahat.invalid") \x07<b>x</b> {{7*7}}'
    tabel = read_tabel(salin_data, "potensi")
    tabel["nama"] = racun
    write_tabel(salin_data, "potensi", tabel)
    hasil = build_inventaris(build_indeks(load_himpunan(salin_data), HARI).apply(Saringan()), ISI_TINGGI)
    buku = load_workbook(BytesIO(write_inventaris_xlsx(hasil)))
    for sel in buku["Inventaris"]["C"][1:]:
        assert sel.data_type == "s"
    assert "<b>x</b>" in document_text(Document(BytesIO(write_inventaris_docx(hasil))))


def test_an_empty_view_still_gives_both_files(himpunan_kosong):
    hasil = build_inventaris(build_indeks(himpunan_kosong, HARI).apply(Saringan()), ISI_SEMUA)
    assert hasil.entri == ()
    assert "Tidak ada entri" in document_text(Document(BytesIO(write_inventaris_docx(hasil))))
    assert sheet_rows(load_workbook(BytesIO(write_inventaris_xlsx(hasil)))["Inventaris"]) == []


def test_one_row_gives_one_entry(himpunan_satu):
    hasil = build_inventaris(build_indeks(himpunan_satu, HARI).apply(Saringan()), ISI_SEMUA)
    assert [satu.objek for satu in hasil.entri] == ["BUATAN UJI potensi"]
    assert any("BUATAN UJI kerja sama" in teks for teks in hasil.entri[0].kerja_sama)


def test_long_lists_say_how_many_are_left_out():
    assert shorten(["a", "b"], BANYAK_KERJA_SAMA) == ["a", "b"]
    assert shorten(list("abcde"), 3) == ["a", "b", "c", "dan 2 lagi"]
