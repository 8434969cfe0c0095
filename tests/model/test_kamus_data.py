"""The data dictionary is read as the README says it."""

from __future__ import annotations

from pathlib import Path

from kukar_potensi.model.kamus_data import parse_kamus_data

README = Path(__file__).resolve().parents[2] / "data" / "README.md"


def test_every_file_and_column_of_the_readme_is_there(himpunan):
    kamus = parse_kamus_data(README.read_text(encoding="utf-8"))
    assert {str(berkas) for berkas in himpunan.sumber["berkas"]} <= kamus.keys()
    for nama in ("potensi", "kerja_sama"):
        kolom = [satu.nama for satu in kamus[f"{nama}.csv"].kolom]
        assert kolom[0] == "id"
        assert set(kolom) <= {"id", *getattr(himpunan, nama).columns}
    satu = kamus["potensi.csv"].find_kolom("nilai")
    assert satu is not None
    assert (satu.arti, satu.kosong) == ("angka utama", "tidak ada angka pada sumber")
    assert kamus["potensi.csv"].keterangan.startswith("Satu baris satu potensi")
    assert "|" not in kamus["sumber.csv"].keterangan


def test_a_text_without_headings_is_an_empty_dictionary():
    assert parse_kamus_data("# Folder data\n\n| `a` | b | c | d |\n") == {}
    assert parse_kamus_data("") == {}
