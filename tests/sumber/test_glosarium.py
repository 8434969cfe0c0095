"""The glossary on screen is the glossary in docs/, and every word that a page explains is in it."""

from kukar_potensi.sumber.glosarium import BERKAS, load_glosarium
from kukar_potensi.tampilan.istilah import PER_HALAMAN, UMUM, terms_of


def test_every_line_of_the_table_is_a_term_with_a_meaning():
    glosarium = load_glosarium()
    baris = [b for b in BERKAS.read_text(encoding="utf-8").splitlines() if b.startswith("| ")]
    assert len(glosarium) == len(baris) - 1
    assert all(arti.endswith(".") for arti in glosarium.values())


def test_every_word_that_a_page_explains_is_in_the_glossary():
    glosarium = load_glosarium()
    dipakai = {istilah for daftar in PER_HALAMAN.values() for istilah in daftar} | set(UMUM)
    assert dipakai <= set(glosarium)


def test_a_page_explains_each_word_once():
    for halaman in PER_HALAMAN:
        istilah = list(terms_of(halaman))
        assert len(istilah) == len(set(istilah))


def test_a_missing_glossary_leaves_the_pages_standing(tmp_path):
    assert load_glosarium(tmp_path / "tidak-ada.md") == {}
