"""An area is found as people write it, and never guessed from afar."""

import pytest

from kukar_potensi.tampilan.wilayah import PALING_BANYAK_SARAN, areas_of, find, plain, resolve, suggest


@pytest.mark.parametrize(
    "tulisan", ["64.02.19.2001", "Kedang Ipil", " kedang  IPIL ", "Desa Kedang Ipil (Kota Bangun Darat)"]
)
def test_code_label_and_unique_name_name_the_same_area(himpunan, tulisan):
    assert resolve(himpunan, tulisan) == "64.02.19.2001"


@pytest.mark.parametrize("tulisan", ["kedang ipl", "kedangipil", "Kedang Ipill"])
def test_a_slip_of_the_pen_is_offered_but_not_taken(himpunan, tulisan):
    assert resolve(himpunan, tulisan) == ""
    assert suggest(himpunan, tulisan) == ("64.02.19.2001",)


@pytest.mark.parametrize("tulisan", ["", "   ", "padi", "telkom", "<script>", "x" * 5000, "64.02"])
def test_other_words_are_no_area(himpunan, tulisan):
    assert suggest(himpunan, tulisan) == ()


def test_a_name_that_several_desa_share_is_not_guessed(himpunan):
    assert (himpunan.desa["nama"] == "Sumber Sari").sum() > 1
    assert resolve(himpunan, "Sumber Sari") == ""


def test_labels_are_unique(himpunan):
    label = list(areas_of(himpunan).values())
    assert len(label) == len(set(label)) == 257


def labels(himpunan, tulisan):
    return [areas_of(himpunan)[kode] for kode in suggest(himpunan, tulisan)]


@pytest.mark.parametrize(
    ("tulisan", "label"),
    [
        ("desa loa raya", "Desa Loa Raya (Tenggarong Seberang)"),
        ("Ds. Loa Raya", "Desa Loa Raya (Tenggarong Seberang)"),
        ("kelurahan melayu", "Kelurahan Melayu (Tenggarong)"),
        ("kel. melayu", "Kelurahan Melayu (Tenggarong)"),
        ("desa melayu", "Kelurahan Melayu (Tenggarong)"),
        ("kec. sebulu", "Kecamatan Sebulu"),
        ("kec anggana", "Kecamatan Anggana"),
        ("desa anggana", "Desa Anggana (Anggana)"),
        ("bukit raya kec. samboja", "Desa Bukit Raya (Samboja)"),
        ("Teluk Dalam, Muara Jawa", "Kelurahan Teluk Dalam (Muara Jawa)"),
        ("jonggon desa", "Desa Jonggon Desa (Loa Kulu)"),
    ],
)
def test_the_kind_before_a_name_and_the_kecamatan_after_it_are_understood(himpunan, tulisan, label):
    assert areas_of(himpunan)[resolve(himpunan, tulisan)] == label
    assert labels(himpunan, tulisan) == [label]


@pytest.mark.parametrize(
    ("tulisan", "label"),
    [("desa sebulu modern", "Desa Sebulu Moderen (Sebulu)"), ("muara bdak", "Kecamatan Muara Badak")],
)
def test_a_slip_after_the_kind_is_offered_too(himpunan, tulisan, label):
    assert resolve(himpunan, tulisan) == ""
    assert labels(himpunan, tulisan) == [label]


def test_areas_of_one_name_are_all_offered_the_kind_asked_for_first(himpunan):
    dua = ["Kelurahan Teluk Dalam (Muara Jawa)", "Desa Teluk Dalam (Tenggarong Seberang)"]
    assert labels(himpunan, "teluk dalam") == dua
    assert labels(himpunan, "kel. teluk dalam") == dua
    assert labels(himpunan, "desa teluk dalam") == dua[::-1]
    assert resolve(himpunan, "desa teluk dalam") == ""
    assert len(labels(himpunan, "bukit raya")) == 2
    assert len(labels(himpunan, "Sumber Sari")) == PALING_BANYAK_SARAN
    assert len(find(himpunan, "Sumber Sari")) == (himpunan.desa["nama"] == "Sumber Sari").sum()


def test_a_label_is_never_read_as_markdown():
    assert plain("Desa *A* [x](y)") == "Desa \\*A\\* \\[x\\](y)"
