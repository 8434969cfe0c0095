"""Looking through the words finds the same texts as looking through every text."""

from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.kata import DaftarKata

KATA = st.text(alphabet="abci ", max_size=12)


@given(st.lists(KATA, max_size=8), st.text(alphabet="abci", min_size=1, max_size=4))
def test_a_piece_is_found_in_the_same_texts_as_by_reading_them_all(teks, potongan):
    assert DaftarKata.build(teks).contains(potongan).tolist() == [potongan in satu for satu in teks]


def test_many_words_with_the_same_piece_are_all_found():
    teks = [f"kata{nomor}" for nomor in range(2000)] + ["lain"]
    assert DaftarKata.build(teks).contains("ata").tolist() == [True] * 2000 + [False]


def test_a_piece_never_reaches_over_two_words():
    assert DaftarKata.build(["padi sawah", "padisawah"]).contains("disa").tolist() == [False, True]


def test_no_text_holds_nothing():
    assert DaftarKata.build([]).contains("padi").tolist() == []
