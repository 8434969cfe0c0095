"""The template and the data dictionary, made from the loaded data set."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus_data import UraianBerkas, parse_kamus_data
from kukar_potensi.sumber.berkas import FOLDER_BAWAAN
from kukar_potensi.sumber.buku_kerja.templat import Isian, build_templat

MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@lru_cache(maxsize=1)
def load_kamus() -> Mapping[str, UraianBerkas]:
    """Return the data dictionary of data/README.md; empty when the app was installed without it."""
    jalur = FOLDER_BAWAAN / "README.md"
    return parse_kamus_data(jalur.read_text(encoding="utf-8")) if jalur.is_file() else {}


@lru_cache(maxsize=2)
def build_kosong(himpunan: Himpunan) -> bytes:
    """Return the empty template of a data set; everybody who asks shares it."""
    return build_templat(himpunan, load_kamus())


def build_isian(himpunan: Himpunan, rows: Isian, tujuan: str) -> bytes:
    """Return the template with recorded rows to complete; the column to fill is coloured where blank."""
    return build_templat(himpunan, load_kamus(), rows, tujuan)
