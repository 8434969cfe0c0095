"""What the TKKSD meeting relies on when it works through the agenda in a spreadsheet."""

from __future__ import annotations

import dataclasses
from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook

from kukar_potensi.ekspor.agenda import KOLOM_KEPUTUSAN, write_agenda
from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import ATURAN, SEMUA_LANGKAH
from kukar_potensi.model.himpunan import Himpunan

TANGGAL = date(2026, 5, 3)


def read(isi: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(isi))


def column(buku: Workbook, lembar: str, judul: str) -> list[object]:
    halaman = buku[lembar]
    letak = [sel.value for sel in halaman[1]].index(judul) + 1
    return [halaman.cell(n, letak).value for n in range(2, halaman.max_row + 1)]


def evaluate(himpunan: Himpunan) -> Evaluasi:
    return build_evaluasi(himpunan, TANGGAL)


def test_book_holds_every_reason_of_the_page_in_its_order(himpunan: Himpunan) -> None:
    evaluasi = evaluate(himpunan)
    agenda = evaluasi.agenda()
    buku = read(write_agenda(himpunan, evaluasi, himpunan.kerja_sama.index))
    assert buku.sheetnames[:4] == ["Agenda", "Per kerja sama", "Aturan", "Keterangan"]
    assert column(buku, "Agenda", "Kode") == list(agenda["id"])
    assert column(buku, "Agenda", "Alasan") == list(agenda["alasan"])
    assert sum(column(buku, "Per kerja sama", "Banyak alasan")) == len(agenda)  # type: ignore[arg-type]
    assert column(buku, "Per kerja sama", "Menggantung").count("menggantung") == evaluasi.menggantung.sum()
    banyak = dict(zip(column(buku, "Aturan", "Aturan"), column(buku, "Aturan", "Banyak baris"), strict=True))
    assert banyak == evaluasi.counts()


def test_decision_columns_are_empty_with_a_list_to_choose_from(himpunan: Himpunan) -> None:
    buku = read(write_agenda(himpunan, evaluate(himpunan), himpunan.kerja_sama.index))
    for kolom in KOLOM_KEPUTUSAN:
        assert set(column(buku, "Agenda", kolom.judul)) == {None}
    pilihan = [aturan for aturan in buku["Agenda"].data_validations.dataValidation if aturan.type == "list"]
    assert len(pilihan) == 1
    assert [sel.value for sel in buku["Pilihan"]["A"]] == list(SEMUA_LANGKAH)


def test_only_the_asked_rows_and_rules_are_written_and_the_filter_is_told(himpunan: Himpunan) -> None:
    evaluasi = evaluate(himpunan)
    kode = himpunan.kerja_sama.index[:20]
    buku = read(write_agenda(himpunan, evaluasi, kode, aturan=["M1", "M2"], saringan=["OPD Inspektorat"]))
    assert set(column(buku, "Agenda", "Kode")) <= set(kode)
    assert column(buku, "Aturan", "Aturan") == ["M1", "M2"]
    isi = {baris[0].value: baris[1].value for baris in buku["Keterangan"].iter_rows()}
    assert isi["Saringan"] == "OPD Inspektorat"
    assert isi["Posisi per tanggal"] == "3 Mei 2026"
    assert isi["Versi data"] == himpunan.versi
    assert "belum diverifikasi OPD" in str(isi["Status"])


def test_rules_and_thresholds_travel_with_the_file(himpunan: Himpunan) -> None:
    buku = read(write_agenda(himpunan, evaluate(himpunan), himpunan.kerja_sama.index))
    assert column(buku, "Aturan", "Bunyi dan ambang") == [aturan.kalimat for aturan in ATURAN.values()]


def test_the_book_tells_how_a_decision_is_recorded_and_does_not_nudge_to_end(himpunan: Himpunan) -> None:
    buku = read(write_agenda(himpunan, evaluate(himpunan), himpunan.kerja_sama.index))
    isi = {baris[0].value: str(baris[1].value) for baris in buku["Keterangan"].iter_rows()}
    for kata in ("lanjutkan → diperpanjang", "tingkatkan status → ditingkatkan", "akhiri → dihentikan"):
        assert kata in isi["Mencatat keputusan"]
    assert "perbaiki data → dikosongkan" in isi["Mencatat keputusan"]
    assert "akhiri" not in column(buku, "Agenda", "Usulan langkah")
    assert "putuskan: perpanjang atau akhiri" in column(buku, "Agenda", "Usulan langkah")
    kata = column(buku, "Per kerja sama", "Menggantung")
    assert set(kata) == {"menggantung", "tidak", "belum dapat dinilai"}


def test_a_latest_day_is_written_as_one(himpunan: Himpunan) -> None:
    buku = read(write_agenda(himpunan, evaluate(himpunan), himpunan.kerja_sama.index))
    hari = dict(
        zip(column(buku, "Per kerja sama", "Kode"), column(buku, "Per kerja sama", "Tanda tangan"), strict=True)
    )
    assert hari["K112"] == "≤ 13 Oktober 2022"
    assert hari["K050"] == "12 Juni 2025"


def test_hostile_title_arrives_as_text(himpunan: Himpunan) -> None:
    jahat = himpunan.kerja_sama.assign(judul="=HYPERLINK(1)", mitra="@mitra")
    data = dataclasses.replace(himpunan, kerja_sama=jahat)
    halaman = read(write_agenda(data, evaluate(data), jahat.index[:3]))["Agenda"]
    assert halaman["E2"].data_type == halaman["F2"].data_type == "s"
    assert halaman["E2"].value == "=HYPERLINK(1)"


def test_empty_register_gives_a_book_that_says_so(himpunan_kosong: Himpunan) -> None:
    buku = read(write_agenda(himpunan_kosong, evaluate(himpunan_kosong), himpunan_kosong.kerja_sama.index))
    assert buku["Agenda"].max_row == 1
    isi = {baris[0].value: baris[1].value for baris in buku["Keterangan"].iter_rows()}
    assert isi["Status"] == "Tidak ada baris pada saringan ini."
