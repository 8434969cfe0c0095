"""The fonts inside PDF and pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from kukar_potensi.ekspor.huruf import TEBAL, TEGAK, is_own, printable, spare_files
from kukar_potensi.ekspor.huruf.bangun import build_huruf
from kukar_potensi.model.himpunan import Himpunan

TANDA_INDONESIA = "–—·“”‘’…²³°×≥≤•½éüàñ"


def test_signs_of_indonesian_text_can_all_be_drawn() -> None:
    assert printable(TANDA_INDONESIA) == TANDA_INDONESIA
    assert is_own("Kutai Kartanegara – 1.234,5 km² “IKN” · 50%")


@pytest.mark.parametrize(
    ("tabel", "kolom"),
    [
        ("potensi", "nama"),
        ("potensi", "uraian"),
        ("potensi", "satuan"),
        ("kerja_sama", "judul"),
        ("kerja_sama", "mitra"),
        ("opd", "nama"),
        ("desa", "nama"),
        ("konektivitas", "keterangan"),
    ],
)
def test_no_sign_of_the_data_is_lost(himpunan: Himpunan, tabel: str, kolom: str) -> None:
    for teks in getattr(himpunan, tabel)[kolom].dropna():
        assert printable(teks) == " ".join(teks.split())


def test_signs_no_font_has_become_a_box_and_control_signs_vanish() -> None:
    assert printable("a\x00b\u200bc\n d\u4e2d") == "abc d□"


def test_font_files_are_what_the_build_step_makes(tmp_path: Path) -> None:
    build_huruf(tujuan=tmp_path)
    for berkas in (TEGAK, TEBAL):
        assert (tmp_path / berkas.name).read_bytes() == berkas.read_bytes()


def test_the_licence_lies_beside_the_fonts_and_the_spare_font_is_installed() -> None:
    assert "SIL Open Font License" in (TEGAK.parent / "LISENSI.txt").read_text(encoding="utf-8")
    assert all(berkas.is_file() for berkas in spare_files())
