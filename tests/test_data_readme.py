"""Whoever opens data/ finds every file and every column explained, and nothing that is not there."""

import csv
import json
import re
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"
README = DATA / "README.md"

_JUDUL = re.compile(r"^## (\S+\.(?:csv|geojson|json))$", re.MULTILINE)
_KOLOM = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def _described() -> dict[str, list[str]]:
    bagian = _JUDUL.split(README.read_text(encoding="utf-8"))
    return {
        nama: [kolom for kolom, *_ in _KOLOM.findall(isi)] for nama, isi in zip(bagian[1::2], bagian[2::2], strict=True)
    }


def _columns(jalur: Path) -> set[str]:
    if jalur.suffix == ".csv":
        with jalur.open(encoding="utf-8-sig", newline="") as berkas:
            return set(next(csv.reader(berkas)))
    isi = json.loads(jalur.read_text(encoding="utf-8"))
    return {kolom for fitur in isi["features"] for kolom in fitur["properties"]}


def _files() -> list[str]:
    return sorted(
        jalur.relative_to(DATA).as_posix()
        for jalur in DATA.rglob("*")
        if jalur.is_file()
        and jalur != README
        and not any(bagian.startswith(".") for bagian in jalur.relative_to(DATA).parts)
    )


def test_every_file_is_described_and_every_description_has_its_file():
    assert sorted(_described()) == _files()


@pytest.mark.parametrize("nama", [nama for nama in _files() if nama.endswith((".csv", ".geojson"))])
def test_the_columns_described_are_the_columns_of_the_file(nama):
    kolom = _described()[nama]
    assert len(kolom) == len(set(kolom))
    assert set(kolom) == _columns(DATA / nama)


def test_every_file_has_its_provenance_and_licence():
    with (DATA / "sumber.csv").open(encoding="utf-8", newline="") as berkas:
        rows = list(csv.DictReader(berkas))
    assert sorted(satu["berkas"] for satu in rows) == _files()
    assert all(satu["asal"] and satu["lisensi"] for satu in rows)


def test_the_readme_states_the_counts_the_tables_have():
    with (DATA / "kerja_sama.csv").open(encoding="utf-8", newline="") as berkas:
        masuk = [satu["masuk_210"] for satu in csv.DictReader(berkas)]
    kalimat = (
        f"tercatat {len(masuk)} kerja sama:\n  {masuk.count('ya')} masuk hitungan itu, "
        f"{masuk.count('kemungkinan')} mungkin masuk"
    )
    assert kalimat in README.read_text(encoding="utf-8")
