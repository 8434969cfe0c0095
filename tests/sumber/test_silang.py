"""Rules between files: one sektor for each urusan, weights that sum to 100, an origin for each file."""

from __future__ import annotations

import pandas as pd
import pytest

from kukar_potensi.sumber import load_himpunan
from kukar_potensi.sumber.silang import check_silang


@pytest.fixture
def isi():
    return {
        "sektor": pd.DataFrame({"id": ["pertanian", "perikanan"], "kode_urusan": ["3.27; 3.26", "3.25"]}, dtype="str"),
        "urusan": pd.DataFrame({"kode": ["3.25", "3.26", "3.27"]}, dtype="str"),
        "rubrik": pd.DataFrame({"bobot": ["60", "40"]}, dtype="str"),
        "sumber": pd.DataFrame({"berkas": ["a.csv"]}, dtype="str"),
    }


def test_sound_tables_have_no_fault_between_them(isi):
    assert check_silang(isi, ["a.csv"]) == []


def test_an_urusan_in_two_sektor_or_in_none_is_told(isi):
    isi["sektor"].loc[1, "kode_urusan"] = "3.26"
    temuan = check_silang(isi, ["a.csv"])
    assert [(t.nilai, t.aturan.split(".")[0]) for t in temuan] == [
        ("3.26", "urusan ini ada di 2 sektor: pertanian, perikanan"),
        ("3.25", "urusan ini belum ada di sektor mana pun"),
    ]


def test_weights_that_do_not_sum_to_100_are_told(isi):
    isi["rubrik"].loc[1, "bobot"] = "30.5"
    (temuan,) = check_silang(isi, ["a.csv"])
    assert (temuan.berkas, temuan.nilai) == ("rubrik_ikn.csv", "90.5")


def test_a_file_without_origin_is_told(isi):
    (temuan,) = check_silang(isi, ["a.csv", "wilayah/b.csv"])
    assert (temuan.berkas, temuan.nilai) == ("sumber.csv", "wilayah/b.csv")


def test_faults_between_files_reach_the_data_set(ganti):
    folder = ganti("rubrik_ikn.csv", ",25,", ",26,")
    assert [t.aturan for t in load_himpunan(folder).temuan] == ["jumlah bobot harus 100."]
