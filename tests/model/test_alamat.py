"""Every source address stands in the list once, with the rows it carries."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from kukar_potensi.model.alamat import BELUM_DINILAI, list_alamat, name_situs

DATA = Path(__file__).resolve().parents[2] / "data"


def count_csv(nama: str) -> Counter[str]:
    with (DATA / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return Counter(
            alamat for satu in csv.DictReader(berkas) for alamat in dict.fromkeys(satu["sumber"].split("; "))
        )


def test_rows_by_address_are_those_of_the_files(himpunan):
    alamat = list_alamat(himpunan).set_index("alamat")
    potensi, kerja_sama = count_csv("potensi"), count_csv("kerja_sama")
    assert alamat["potensi"][alamat["potensi"] > 0].to_dict() == dict(potensi)
    assert alamat["kerja_sama"][alamat["kerja_sama"] > 0].to_dict() == dict(kerja_sama)
    assert (alamat["baris"] >= alamat["potensi"] + alamat["kerja_sama"]).all()
    assert alamat.index.is_unique


def test_classes_are_those_of_the_rows_and_unknown_where_none_was_given(himpunan):
    alamat = list_alamat(himpunan).set_index("alamat")
    satu = himpunan.potensi.iloc[0]
    assert satu["kelas_sumber"] in alamat.at[satu["sumber"][0], "kelas"].split(", ")
    tanpa = alamat[(alamat["potensi"] == 0) & (alamat["kerja_sama"] == 0)]
    assert set(tanpa["kelas"]) == {BELUM_DINILAI}


@pytest.mark.parametrize(
    ("alamat", "situs"),
    [
        ("https://www.Contoh.go.id/a?b", "contoh.go.id"),
        ("http://contoh.id:8080/a", "contoh.id"),
        ("UU 3/2022", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_site_is_named_only_for_a_web_address(alamat, situs):
    assert name_situs(alamat) == situs


def test_an_address_of_many_rows_stays_readable(himpunan_besar):
    assert list_alamat(himpunan_besar)["dipakai"].str.len().max() < 2_000
