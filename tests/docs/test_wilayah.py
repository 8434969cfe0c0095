"""docs/wilayah.md says what the code does."""

from __future__ import annotations

from pathlib import Path

from kukar_potensi.model.kelompok_desa import BATAS_BERSAMA_MINIMUM_KM
from kukar_potensi.model.teks import format_angka
from kukar_potensi.tampilan.halaman_wilayah.susunan import RINCIAN
from kukar_potensi.tampilan.wilayah import KUNCI

ISI = (Path(__file__).resolve().parents[2] / "docs" / "wilayah.md").read_text(encoding="utf-8")


def test_the_shortest_border_in_the_text_is_that_of_the_rule() -> None:
    assert f"paling sedikit {format_angka(BATAS_BERSAMA_MINIMUM_KM, 1)} km" in ISI


def test_every_list_of_the_page_is_explained() -> None:
    for nama in RINCIAN:
        assert nama in ISI


def test_the_address_in_the_text_is_the_one_the_page_reads() -> None:
    assert f"/wilayah?{KUNCI}=64.02.06.1010" in ISI
    assert "KUKAR_ALAMAT" in ISI
