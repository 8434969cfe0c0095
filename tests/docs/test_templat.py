"""The limits that docs/templat.md states are those of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from kukar_potensi.sumber.buku_kerja import jurnal, penjaga, periksa_berkas, sel

TEKS = " ".join((Path(__file__).resolve().parents[2] / "docs" / "templat.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "kalimat",
    [
        f"| ukuran berkas | {penjaga.UKURAN_TERBESAR // 1024**2} MB, dan {penjaga.TERURAI_TERBESAR // 1024**2} MB setelah diurai |",
        f"| baris terisi | {penjaga.BARIS_TERBANYAK // 1000}.000, semua lembar bersama |",
        f"| temuan yang ditulis satu per satu | {periksa_berkas.TEMUAN_DICATAT // 1000}.000 yang pertama",
        f"| kesalahan | setelah {periksa_berkas.KESALAHAN_TERBANYAK // 1000}.000,",
        f"| isi satu sel | {sel.PANJANG_SEL // 1000}.000 huruf |",
        f"`data/{jurnal.CADANGAN}/",
    ],
)
def test_every_limit_is_the_one_that_is_held(kalimat):
    assert kalimat in TEKS
