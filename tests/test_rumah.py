"""The size and the manners of the house, as far as they can be counted."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import kukar_potensi

AKAR = Path(__file__).resolve().parents[1]
PAKET = AKAR / "kukar_potensi"
MODUL = sorted(PAKET.rglob("*.py"))
HALAMAN = sorted((AKAR / "pages").glob("*.py"))
UJI = sorted((AKAR / "tests").rglob("*.py"))

BARIS_MODUL = 350
BARIS_FUNGSI = 60
BARIS_HALAMAN = 120
BARIS_APP = 40
NAMA_TANPA_ISI = {"utils", "util", "helpers", "helper", "common", "misc", "lain", "umum", "bantu"}


def count_baris(berkas: Path) -> int:
    """Count the lines of a file."""
    return len(berkas.read_text(encoding="utf-8").splitlines())


def name_berkas(berkas: Path) -> str:
    """Name a file from the root of the project."""
    return berkas.relative_to(AKAR).as_posix()


@pytest.mark.parametrize("berkas", MODUL, ids=name_berkas)
def test_module_is_short_enough_to_read(berkas: Path) -> None:
    assert count_baris(berkas) <= BARIS_MODUL


@pytest.mark.parametrize("berkas", [*MODUL, *HALAMAN], ids=name_berkas)
def test_functions_are_short_enough_to_read(berkas: Path) -> None:
    panjang = {
        simpul.name: (simpul.end_lineno or 0) - simpul.lineno + 1
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {nama: baris for nama, baris in panjang.items() if baris > BARIS_FUNGSI}


def test_pages_are_tables_of_contents() -> None:
    assert not {name_berkas(halaman): n for halaman in HALAMAN if (n := count_baris(halaman)) > BARIS_HALAMAN}


def test_entry_is_page_config_navigation_run() -> None:
    app = AKAR / "app.py"
    assert app.is_file()
    assert count_baris(app) <= BARIS_APP


def test_every_module_is_about_a_noun() -> None:
    assert not [name_berkas(berkas) for berkas in MODUL if berkas.stem in NAMA_TANPA_ISI]


def test_every_test_module_says_nothing_of_a_single_machine() -> None:
    jalan_mesin = re.compile(r"[\"'](/home/|/Users/|/root/|/work/|[A-Z]:\\\\Users)")
    assert not [
        name_berkas(berkas) for berkas in [*MODUL, *HALAMAN, *UJI] if jalan_mesin.search(berkas.read_text("utf-8"))
    ]


def test_version_is_told_once() -> None:
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert proyek["version"] == kukar_potensi.__version__
