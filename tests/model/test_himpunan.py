"""A fault is one sentence that says where, what, and what is allowed."""

from __future__ import annotations

from kukar_potensi.model.himpunan import Temuan


def test_a_fault_is_told_with_its_place_value_rule_and_remedy():
    temuan = Temuan("potensi.csv", 5, "opd", "O999", "tidak ada dalam daftar opd.", "Mungkin maksudnya O009.")
    assert temuan.kalimat() == (
        "potensi.csv, baris 5, kolom opd berisi “O999”: tidak ada dalam daftar opd. Mungkin maksudnya O009."
    )


def test_a_fault_of_a_whole_file_has_no_line_and_no_empty_words():
    assert Temuan("opd.csv", None, "", "", "kosong.", "").kalimat() == "opd.csv: kosong."


def test_a_huge_value_leaves_the_sentence_readable():
    kalimat = Temuan("opd.csv", 2, "nama", "x\n" * 5000, "salah.", "").kalimat()
    assert len(kalimat) < 200
    assert "\n" not in kalimat
