"""Thirty broken workbooks, each with its own clear answer."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest

from kukar_potensi.sumber.buku_kerja import penjaga
from kukar_potensi.sumber.buku_kerja.penjaga import GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
from tests.sumber.buku_kerja.conftest import KERJA_SAMA, POTENSI, build_buku, write_xml

JUDUL = [*POTENSI]
BARIS = [*POTENSI.values()]
INGGRIS = ("error", "file", "sheet", "invalid", "traceback", "exception")


def rezip(isi: bytes, ganti=None, tambah=None, tanda: int = 0) -> bytes:
    """Pack a workbook again with parts replaced, added or flagged."""
    keluar = BytesIO()
    with zipfile.ZipFile(BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for satu in asal.infolist():
            baru.writestr(satu.filename, (ganti or {}).get(satu.filename, asal.read(satu)))
        for nama, bita in (tambah or {}).items():
            baru.writestr(nama, bita)
    hasil = bytearray(keluar.getvalue())
    if tanda:
        letak = hasil.find(b"PK\x01\x02")
        while letak >= 0:
            hasil[letak + 8] |= tanda
            letak = hasil.find(b"PK\x01\x02", letak + 1)
    return bytes(hasil)


def good() -> bytes:
    return build_buku({"Potensi": [POTENSI]})


def zip_of(**isi: bytes) -> bytes:
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi.items():
            arsip.writestr(nama.replace("__", "/").replace("_", "."), bita)
    return keluar.getvalue()


def bomb(nama: str, ukuran: int) -> bytes:
    """Return a workbook with a part that unpacks to `ukuran` bytes of zeros."""
    return write_xml("Potensi", [JUDUL, BARIS], {nama: b"0" * ukuran})


def lying_bomb() -> bytes:
    """Return a bomb whose directory says that its part is small."""
    isi = bytearray(bomb("xl/media/besar.bin", penjaga.TERURAI_TERBESAR + 1))
    letak = isi.rfind(b"PK\x01\x02")
    isi[letak + 24 : letak + 28] = (1000).to_bytes(4, "little")
    return bytes(isi)


def swap(lama: bytes, baru: bytes) -> bytes:
    """Return the good workbook with a piece of its sheet replaced."""
    nama = "xl/worksheets/sheet1.xml"
    asal = zipfile.ZipFile(BytesIO(good())).read(nama)
    return rezip(good(), ganti={nama: asal.replace(lama, baru)})


def with_entity(sandi: str = "utf-8") -> bytes:
    asal = zipfile.ZipFile(BytesIO(good())).read("xl/workbook.xml").decode()
    badan = asal[asal.index("<workbook") :]
    bom = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + badan
    return rezip(good(), ganti={"xl/workbook.xml": bom.encode(sandi)})


def without_column(nama: str) -> bytes:
    return build_buku({"Potensi": [POTENSI]}, lambda buku: _rename(buku["Potensi"], nama, "lain-lain"))


def _rename(lembar, lama: str, baru: str) -> None:
    next(sel for sel in lembar[1] if sel.value == lama).value = baru


BERKAS_RUSAK = [
    ("kosong 0 bita", lambda: b"", "kosong", "0 bita"),
    ("lebih dari 10 MB", lambda: good() + b"\0" * penjaga.UKURAN_TERBESAR, "terlalu besar", "batasnya 10 MB"),
    ("gambar PNG", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "gambar", "namanya diubah"),
    ("gambar JPEG", lambda: b"\xff\xd8\xff\xe0" + b"\0" * 500, "gambar", "namanya diubah"),
    ("gambar WEBP", lambda: b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 90, "gambar", "namanya diubah"),
    ("PDF", lambda: b"%PDF-1.7\n%\xe2\xe3", "pdf", "PDF"),
    ("CSV", lambda: b"nama,sektor\nlada,perkebunan\n", "teks", "CSV"),
    ("HTML", lambda: b"<html><table><tr><td>a</td></tr></table></html>", "teks", "halaman web"),
    ("bita acak", lambda: bytes(range(256)) * 9, "tak dikenal", "Unduh templat"),
    ("kata sandi", lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 2, "kata sandi", "kata sandi"),
    ("Excel lama", lambda: b"\xd0\xcf\x11\xe0" + b"Workbook" * 99, "xls lama", "(.xls)"),
    ("zip bersandi", lambda: rezip(good(), tanda=1), "kata sandi", "kata sandi"),
    ("terpotong separuh", lambda: good()[: len(good()) // 2], "rusak", "terpotong"),
    ("terpotong sedikit", lambda: good()[:-30], "rusak", "terpotong"),
    ("bita di tengah berubah", lambda: good()[:900] + b"\xff" * 60 + good()[960:], "rusak", "terpotong atau rusak"),
    ("bom zip", lambda: bomb("xl/media/besar.bin", penjaga.TERURAI_TERBESAR + 1), "bom zip", "membengkak"),
    ("bom zip teks", lambda: bomb("xl/sharedStrings.xml", penjaga.TEKS_TERBESAR + 1), "bom zip", "membengkak"),
    ("bom zip menyamar", lying_bomb, "rusak", "rusak"),
    ("terlalu banyak bagian", lambda: rezip(good(), tambah={f"x{n}": b"" for n in range(600)}), "bom zip", "membengkak"),
    ("bom entitas", with_entity, "isi tak wajar", "definisi"),
    ("bom entitas UTF-16", lambda: with_entity("utf-16"), "isi tak wajar", "definisi"),
    ("jutaan sel sebaris", lambda: swap(b"</sheetData>", b'<row r="3">' + b"<c/>" * 20_000 + b"</row></sheetData>"), "isi tak wajar", "satu baris"),
    ("satu tanda raksasa", lambda: swap(b"<sheetData>", b"<!--" + b"x" * 2_000_000 + b"--><sheetData>"), "isi tak wajar", "tidak dibuka"),
    ("satu teks raksasa", lambda: swap(b"</sheetData>", b'<row><c t="inlineStr"><is><t>' + b"x" * 300_000 + b"</t></is></c></row></sheetData>"), "isi tak wajar", "tidak dibuka"),
    ("sarang dalam", lambda: swap(b"</sheetData>", b"</sheetData>" + b"<a>" * 5000 + b"</a>" * 5000), "isi tak wajar", "tidak dibuka"),
    ("gaya berlebihan", lambda: rezip(good(), ganti={"xl/styles.xml": b"<styleSheet>" + b"<xf/>" * 150_000 + b"</styleSheet>"}), "isi tak wajar", "tidak dibuka"),
    ("makro", lambda: rezip(good(), tambah={"xl/vbaProject.bin": b"x"}), "makro", "tanpa makro"),
    ("Word", lambda: zip_of(word__document_xml=b"<w/>"), "bukan xlsx", "dokumen Word"),
    ("ODS", lambda: zip_of(content_xml=b"<o/>"), "bukan xlsx", "OpenDocument"),
    ("zip biasa", lambda: zip_of(a_txt=b"halo"), "bukan xlsx", "arsip zip biasa"),
    ("susunan rusak", lambda: rezip(good(), ganti={"xl/workbook.xml": b"<workbook><sheets>"}), "rusak", "rusak"),
    ("lembar rusak", lambda: rezip(good(), ganti={"xl/worksheets/sheet1.xml": b"<worksheet><c"}), "rusak", "rusak"),
    ("nama lembar salah", lambda: build_buku({"Lembar1": [POTENSI]}), "nama lembar", "Mungkin “Lembar1” maksudnya “Potensi”"),
    ("nama lembar keliru eja", lambda: build_buku({"Kerjasama Daerah": []}), "nama lembar", "“Potensi” dan “Kerja Sama”"),
    ("tanpa judul kolom", lambda: write_xml("Potensi", [["a", "b"], ["1", "2"]]), "judul kolom", "baris judul"),
    ("kolom wajib hilang", lambda: without_column("sumber"), "kolom wajib", "sumber"),
    ("belum diisi", lambda: build_buku({"Potensi": [], "Kerja Sama": []}), "belum diisi", "Belum ada baris"),
    ("lebih dari 20.000 baris", lambda: write_xml("Potensi", [JUDUL, *[["x"]] * 20_001]), "terlalu banyak baris", "20.000"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("buat", "jenis", "kata"), [satu[1:] for satu in BERKAS_RUSAK], ids=[s[0] for s in BERKAS_RUSAK]
)
def test_a_broken_file_gets_its_own_clear_answer(himpunan, buat, jenis, kata):
    with pytest.raises(GalatBuku) as galat:
        check_buku(buat(), himpunan)
    kalimat = str(galat.value)
    assert galat.value.jenis == jenis
    assert kata in kalimat
    assert kalimat.endswith(".")
    assert len(kalimat) > 40
    assert not [satu for satu in INGGRIS if satu in kalimat.casefold().replace("openpyxl", "")]


def test_there_are_thirty_of_them_and_no_two_causes_share_their_words():
    assert len(BERKAS_RUSAK) >= 30
    assert len({(jenis, kata) for _, _, jenis, kata in BERKAS_RUSAK}) >= 20


def test_the_undamaged_workbook_passes(himpunan):
    hasil = check_buku(good(), himpunan)
    assert (hasil.jumlah, hasil.baik, hasil.temuan) == (1, 1, ())


def test_a_part_that_lies_about_its_size_is_never_unpacked_beyond_it():
    isi = lying_bomb()
    with pytest.raises(GalatBuku):
        penjaga.check_wadah(isi)
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert arsip.getinfo("xl/media/besar.bin").file_size == 1000


def test_a_stray_cell_far_below_does_not_make_the_reader_wander(himpunan):
    isi = build_buku({"Kerja Sama": [KERJA_SAMA]}, lambda buku: buku["Kerja Sama"].cell(1_048_576, 2, "tersesat"))
    hasil = check_buku(isi, himpunan)
    assert hasil.jumlah == 1
    assert "berhenti di baris 20002" in " ".join(hasil.catatan)


def test_a_stray_cell_in_the_last_corner_costs_nothing(himpunan):
    def stray(buku):
        buku["Potensi"].cell(1_048_576, 16_384, "tersesat")

    isi = build_buku({"Potensi": [{**POTENSI, "kewenangan": "desa"}]}, stray)
    warna = openpyxl.load_workbook(BytesIO(paint_buku(isi, check_buku(isi, himpunan))), read_only=True)
    assert warna["Potensi"]["M2"].fill.fgColor.rgb == "00FFC7CE"
