"""A figure of 0 reassures only where the rules could be applied; the rest is named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.evaluasi_kurang import (
    BELUM_DINILAI,
    JENIS_DOKUMEN,
    LAPORAN,
    MASA_BERLAKU,
    MENGGANTUNG_TIDAK,
    MENGGANTUNG_YA,
    TANDA_TANGAN,
    hanging_words,
    missing_hanging,
    missing_term,
    unjudged_text,
)
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.status import TIDAK_DIKETAHUI
from tests.model.test_evaluasi import HARI_INI, himpunan_of

DILAPORKAN = [("K1", "2024-04-01")]


@pytest.mark.parametrize(
    ("isi", "laporan", "kurang"),
    [
        ({}, DILAPORKAN, None),
        ({}, [], LAPORAN),
        ({"tanggal_berakhir": None}, DILAPORKAN, MASA_BERLAKU),
        ({"tanggal_berakhir": None}, [], f"{MASA_BERLAKU}, {LAPORAN}"),
        ({"jenis_dokumen": "tidak disebut"}, DILAPORKAN, JENIS_DOKUMEN),
        ({"jenis_dokumen": "tidak disebut", "kategori": "Kerja sama desa"}, DILAPORKAN, None),
        ({"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": None, "presisi_ttd": None}, DILAPORKAN, TANDA_TANGAN),
        ({"tanggal_berakhir": None, "keputusan": "dihentikan"}, [], None),
        ({"tanggal_ttd": "2025-01-01"}, [], None),
        ({"tanggal_berakhir": "2024-01-01"}, [], None),
    ],
)
def test_what_is_not_on_record_is_named(
    himpunan: Himpunan, isi: dict[str, Any], laporan: list[tuple[str, str | None]], kurang: str | None
) -> None:
    hasil = build_evaluasi(himpunan_of(himpunan, {"K1": isi}, laporan), HARI_INI)
    assert missing_hanging(hasil)["K1"] == kurang


@pytest.mark.parametrize(("berakhir", "kurang"), [(None, MASA_BERLAKU), ("2024-06-01", None), ("2030", None)])
def test_a_coming_end_needs_a_term_on_record(himpunan: Himpunan, berakhir: str | None, kurang: str | None) -> None:
    hasil = build_evaluasi(himpunan_of(himpunan, {"K1": {"tanggal_berakhir": berakhir}}), HARI_INI)
    assert missing_term(hasil)["K1"] == kurang


@pytest.mark.parametrize("hari", [HARI_INI, date(2026, 2, 1), date(2035, 2, 28)])
def test_every_cooperation_hangs_or_does_not_or_cannot_be_judged(himpunan: Himpunan, hari: date) -> None:
    hasil = build_evaluasi(himpunan, hari)
    kata = hanging_words(hasil)
    assert (kata.eq(MENGGANTUNG_YA) == hasil.menggantung).all()
    assert (kata.eq(BELUM_DINILAI) == missing_hanging(hasil).notna()).all()
    assert kata.isin([MENGGANTUNG_YA, MENGGANTUNG_TIDAK, BELUM_DINILAI]).all()
    assert (missing_term(hasil).notna() == hasil.bahan["status"].eq(TIDAK_DIKETAHUI)).all()
    assert kata.eq(BELUM_DINILAI).any()


def test_an_empty_register_has_nothing_to_judge(himpunan_kosong: Himpunan) -> None:
    hasil = build_evaluasi(himpunan_kosong, HARI_INI)
    assert missing_hanging(hasil).empty
    assert hanging_words(hasil).empty
    assert unjudged_text(0) == ""
    assert unjudged_text(1200) == " · 1.200 belum dapat dinilai"
