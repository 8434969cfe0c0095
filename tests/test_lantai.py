"""The floors of the house: what may import what, told by the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
PAKET = AKAR / "kukar_potensi"

# One way on the same floor: the picture of the map has the classes and colours of the map.
LANTAI = {
    "model": set(),
    "sumber": {"model"},
    "peta": {"model"},
    "ekspor": {"model", "peta"},
    "layanan": {"model", "sumber", "peta", "ekspor", "tampilan"},
    "tampilan": {"model", "sumber", "peta", "ekspor", "layanan"},
    "pages": {"model", "sumber", "peta", "ekspor", "layanan", "tampilan"},
    "app.py": {"model", "sumber", "peta", "ekspor", "layanan", "tampilan"},
    "__main__.py": {"model", "sumber", "peta", "ekspor", "layanan", "tampilan"},
    "__init__.py": set(),
}
BOLEH_STREAMLIT = {"app.py", "pages", "tampilan", "layanan"}
BOLEH_FOLIUM = {"peta"}
BOLEH_STREAMLIT_FOLIUM = {"tampilan", "layanan"}
BOLEH_JAM = {"tampilan", "layanan", "__main__.py"}
BERKAS_DAN_LAYAR = {
    "builtins", "fileinput", "glob", "http", "io", "os", "pathlib", "requests", "shutil", "socket", "sqlite3",
    "streamlit", "folium", "subprocess", "sys", "tempfile", "urllib", "pyogrio", "fiona", "openpyxl",
}  # fmt: skip
JAM = {"today", "now", "utcnow", "time", "localtime", "gmtime", "fromtimestamp"}
PEMILIK_JAM = {"date", "datetime", "time", "Timestamp", "dt"}


def find_lantai(modul: Path) -> str:
    """Name the floor that a module stands on."""
    jalan = modul.relative_to(AKAR).parts
    return jalan[1] if jalan[0] == "kukar_potensi" else jalan[0]


def name_modul(modul: Path) -> str:
    """Return the dotted name under which a module is imported."""
    bagian = modul.relative_to(AKAR).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


SEMUA = sorted([*PAKET.rglob("*.py"), *(AKAR / "pages").glob("*.py"), *AKAR.glob("app.py")])
NAMA = {name_modul(modul): modul for modul in SEMUA}


def list_impor(modul: Path) -> Iterator[str]:
    """Yield the dotted name of everything a module imports, also inside functions."""
    pohon = ast.parse(modul.read_text(encoding="utf-8"))
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            yield from (alias.name for alias in simpul.names)
        elif isinstance(simpul, ast.ImportFrom):
            induk = name_modul(modul).split(".")
            naik = len(induk) - simpul.level + (modul.name == "__init__.py")
            awal = ".".join([*(induk[:naik] if simpul.level else []), *([simpul.module] if simpul.module else [])])
            nama = [f"{awal}.{alias.name}" for alias in simpul.names]
            yield from nama
            if not set(nama) <= NAMA.keys():
                yield awal


def list_impor_sendiri(modul: Path) -> set[str]:
    """Return the modules of the project that a module imports."""
    return {impor for impor in list_impor(modul) if impor in NAMA and impor != name_modul(modul)}


@pytest.mark.parametrize("modul", SEMUA, ids=name_modul)
def test_module_imports_only_from_floors_below(modul: Path) -> None:
    lantai = find_lantai(modul)
    dipakai = {find_lantai(NAMA[impor]) for impor in list_impor_sendiri(modul)} - {lantai, "__init__.py"}
    assert dipakai <= LANTAI[lantai], f"{name_modul(modul)} memakai {sorted(dipakai - LANTAI[lantai])}"


@pytest.mark.parametrize(
    ("pustaka", "boleh"),
    [
        ("streamlit", BOLEH_STREAMLIT),
        ("folium", BOLEH_FOLIUM),
        ("streamlit_folium", BOLEH_STREAMLIT_FOLIUM),
    ],
)
def test_screen_libraries_stay_on_their_floor(pustaka: str, boleh: set[str]) -> None:
    pemakai = {
        name_modul(modul)
        for modul in SEMUA
        if find_lantai(modul) not in boleh and any(impor.split(".")[0] == pustaka for impor in list_impor(modul))
    }
    assert not pemakai


def test_model_knows_neither_files_nor_screens() -> None:
    pelanggar = {
        f"{name_modul(modul)}: {impor}"
        for modul in SEMUA
        if find_lantai(modul) == "model"
        for impor in list_impor(modul)
        if impor.split(".")[0] in BERKAS_DAN_LAYAR
    }
    pembuka = {
        name_modul(modul)
        for modul in SEMUA
        if find_lantai(modul) == "model"
        for simpul in ast.walk(ast.parse(modul.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and simpul.func.id in {"open", "print"}
    }
    assert not pelanggar
    assert not pembuka


def test_only_the_screens_and_the_command_line_look_at_the_clock() -> None:
    pelanggar = [
        f"{name_modul(modul)}:{simpul.lineno}"
        for modul in SEMUA
        if find_lantai(modul) not in BOLEH_JAM
        for simpul in ast.walk(ast.parse(modul.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.Call)
        and isinstance(simpul.func, ast.Attribute)
        and simpul.func.attr in JAM
        and _name_pemilik(simpul.func.value) in PEMILIK_JAM
    ]
    assert not pelanggar


def test_imports_run_in_no_circle() -> None:
    tepi = {nama: list_impor_sendiri(modul) for nama, modul in NAMA.items()}
    selesai: set[str] = set()
    while tetap := {nama for nama in tepi.keys() - selesai if tepi[nama] <= selesai}:
        selesai |= tetap
    berputar = {nama: sorted(tepi[nama] - selesai) for nama in sorted(tepi.keys() - selesai)}
    assert not berputar


def _name_pemilik(simpul: ast.expr) -> str:
    """Return the last name before the method: `date` of `datetime.date.today()`."""
    if isinstance(simpul, ast.Attribute):
        return simpul.attr
    return simpul.id if isinstance(simpul, ast.Name) else ""
