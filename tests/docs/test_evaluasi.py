"""The explanation of the evaluation rules says what the code does: every rule, every threshold, no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kukar_potensi.model.evaluasi_aturan import (
    ATURAN_MENGGANTUNG,
    BATAS_LAPORAN_BULAN,
    BATAS_TURUNAN_BULAN,
    CATATAN_KEPUTUSAN,
    PRIORITAS,
    SEMUA_ATURAN,
    label_langkah,
)
from kukar_potensi.model.evaluasi_bahan import AWAL_RENCANA, KATA_RENCANA
from kukar_potensi.model.status import BATAS_MENDESAK_HARI, BATAS_SEGERA_HARI

EVALUASI = Path(__file__).resolve().parents[2] / "docs" / "evaluasi.md"


@pytest.fixture(scope="module")
def teks() -> str:
    return EVALUASI.read_text(encoding="utf-8")


def test_every_rule_is_written_out_in_order_with_its_threshold(teks: str) -> None:
    baris = re.findall(r"^\| ([A-Z]\d) \| (.+) \| (\d) (.+) \| (.+) \| (.+) \|$", teks, re.MULTILINE)
    kode = [
        (a.id, a.nama, str(a.prioritas), PRIORITAS[a.prioritas], a.kalimat, label_langkah(a.langkah))
        for a in SEMUA_ATURAN
    ]
    assert baris == kode


@pytest.mark.parametrize(
    ("satuan", "angka"),
    [
        ("hari", {BATAS_MENDESAK_HARI, BATAS_SEGERA_HARI}),
        ("bulan", {BATAS_TURUNAN_BULAN, BATAS_LAPORAN_BULAN}),
    ],
)
def test_numbers_with_a_unit_are_those_of_the_code(teks: str, satuan: str, angka: set[int]) -> None:
    assert {int(satu) for satu in re.findall(rf"(\d+) {satuan}", teks)} == angka


def test_words_of_a_plan_are_those_of_the_code(teks: str) -> None:
    kalimat = " ".join(next(p for p in teks.split("\n\n") if p.startswith("**M3.**")).split()).casefold()
    assert all(f"“{kata}”" in kalimat for kata in (*AWAL_RENCANA, *KATA_RENCANA))


def test_a_decision_is_recorded_as_the_book_says(teks: str) -> None:
    rata = " ".join(teks.split())
    assert all(f"{langkah} menjadi {isi}" in rata for langkah, isi in CATATAN_KEPUTUSAN.items() if isi)


def test_hanging_names_its_rules(teks: str) -> None:
    kalimat = next(p for p in teks.split("\n\n") if "disebut **menggantung**" in p)
    assert set(re.findall(r"M\d", kalimat)) == set(ATURAN_MENGGANTUNG)
