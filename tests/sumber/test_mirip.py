"""A wrong name is answered with the names that share its words, else its letters; never with a guess."""

from __future__ import annotations

import pytest

from kukar_potensi.sumber.buku_kerja.formulir import list_acuan
from kukar_potensi.sumber.buku_kerja.pengenal import build_pengenal
from kukar_potensi.sumber.temuan import suggest_kode


@pytest.mark.parametrize(
    ("daftar", "teks", "nama"),
    [
        ("opd", "Dinas Perikanan", ["Dinas Kelautan dan Perikanan"]),
        ("opd", "Dinas Perikanan dan Kelautan", ["Dinas Kelautan dan Perikanan"]),
        ("opd", "Dinas Perikanan Kab. Kutai Kartanegara", ["Dinas Kelautan dan Perikanan"]),
        ("opd", "Dinas Parawisata", ["Dinas Pariwisata"]),
        ("opd", "dinaspariwisata", ["Dinas Pariwisata"]),
        ("opd", "Dinas Perkebunan dan Kehutanan", ["Dinas Perkebunan", "Dinas Lingkungan Hidup dan Kehutanan"]),
        ("opd", "Kantor Camat Samboja", ["Kecamatan Samboja", "Kecamatan Samboja Barat"]),
        ("opd", "Dinas Pertambangan", []),
        ("opd", "Dinas", []),
        ("urusan", "perikanan", ["Kelautan dan Perikanan"]),
        ("urusan", "Pertaniann", ["Pertanian"]),
        ("urusan", "pendidikan dan kebudayaan", ["Kebudayaan", "Pendidikan"]),
        ("urusan", "perkebunan", []),
        ("kecamatan", "Loa Kuluh", ["Loa Kulu"]),
        ("kecamatan", "Muara", []),
        ("desa", "Jahap", ["Jahab, Tenggarong"]),
    ],
)
def test_names_are_compared_by_their_words_first(himpunan, daftar, teks, nama):
    pengenal = build_pengenal(himpunan)
    assert [pengenal.acuan[daftar][kode] for kode in pengenal.kosakata[daftar].rank(teks)] == nama


def test_the_check_of_the_data_folder_proposes_the_same(himpunan):
    daftar = list_acuan(himpunan)["opd"]
    assert suggest_kode("Dinas Perikanan", daftar) == "Mungkin maksudnya O044 (Dinas Kelautan dan Perikanan)."
    assert suggest_kode("Dinas Pertambangan", daftar) == ""


@pytest.mark.parametrize(
    "teks", ["3.25 Kelautan dan Perikanan", "3.25 - Kelautan dan Perikanan", "3.25. kelautan dan perikanan"]
)
def test_a_code_with_its_name_is_that_code(himpunan, teks):
    pengenal = build_pengenal(himpunan)
    assert pengenal.find_kode("urusan", teks) == "3.25"
    assert pengenal.find_kode("urusan", teks.replace("3.25", "3.26")) is None
    assert "milik Pariwisata" in pengenal.explain("urusan", teks.replace("3.25", "3.26"))[0]
