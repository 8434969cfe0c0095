"""An area is found as people write it, and never guessed from afar."""

import pytest

from kukar_potensi.tampilan.wilayah import areas_of, resolve, suggest


@pytest.mark.parametrize(
    "tulisan", ["64.02.19.2001", "Kedang Ipil", " kedang  IPIL ", "Desa Kedang Ipil (Kota Bangun Darat)"]
)
def test_code_label_and_unique_name_name_the_same_area(himpunan, tulisan):
    assert resolve(himpunan, tulisan) == "64.02.19.2001"


@pytest.mark.parametrize("tulisan", ["kedang ipl", "kedangipil", "Kedang Ipill"])
def test_a_slip_of_the_pen_is_offered_but_not_taken(himpunan, tulisan):
    assert resolve(himpunan, tulisan) == ""
    assert suggest(himpunan, tulisan) == "64.02.19.2001"


@pytest.mark.parametrize("tulisan", ["", "   ", "padi", "telkom", "<script>", "x" * 5000, "64.02"])
def test_other_words_are_no_area(himpunan, tulisan):
    assert suggest(himpunan, tulisan) == ""


def test_a_name_that_several_desa_share_is_not_guessed(himpunan):
    assert (himpunan.desa["nama"] == "Sumber Sari").sum() > 1
    assert resolve(himpunan, "Sumber Sari") == ""


def test_labels_are_unique(himpunan):
    label = list(areas_of(himpunan).values())
    assert len(label) == len(set(label)) == 257
