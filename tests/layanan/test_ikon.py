"""The small icon font still holds every icon that can appear."""

import re
from pathlib import Path

import pandas as pd
import pytest
from fontTools.ttLib import TTFont

from kukar_potensi.layanan.ikon import find_font, read_daftar, read_names, write_icons
from kukar_potensi.layanan.katalog import bundle_folder
from kukar_potensi.layanan.kemas import icon_sources
from tests.layanan.proses import AKAR

BUNDEL = bundle_folder()
IKON = re.compile(r":material/(\w+):")


@pytest.fixture(scope="module")
def kecil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hasil = write_icons(BUNDEL, icon_sources(), tmp_path_factory.mktemp("ikon"))
    assert hasil is not None
    return hasil


@pytest.fixture(scope="module")
def isi(kecil: Path) -> set[str]:
    return set(read_names(TTFont(kecil)))


def used_icons() -> set[str]:
    kode = "".join(b.read_text(encoding="utf-8") for b in icon_sources())
    sektor = pd.read_csv(AKAR / "data" / "sektor.csv", dtype=str)
    return set(IKON.findall(kode)) | set(sektor["ikon"].dropna())


def test_every_icon_of_the_app_and_its_data_is_there(isi: set[str]):
    assert used_icons()
    assert used_icons() - isi == set()


def test_every_icon_that_streamlits_controls_name_is_there(isi: set[str]):
    skrip = "".join(b.read_text(encoding="utf-8") for b in BUNDEL.glob("js/*.js"))
    asli = set(read_names(TTFont(find_font(BUNDEL))))
    assert (set(IKON.findall(skrip)) & asli) - isi == set()


def test_it_is_a_fraction_of_the_whole_font(kecil: Path):
    assert kecil.stat().st_size < find_font(BUNDEL).stat().st_size / 3


def test_it_is_cut_once_and_again_when_another_icon_is_named(tmp_path: Path):
    sumber, folder = tmp_path / "halaman.py", tmp_path / "ikon"
    sumber.write_text('st.button("x", icon=":material/sailing:")')
    pertama = write_icons(BUNDEL, [sumber], folder)
    saat = pertama.stat().st_mtime_ns
    sumber.write_text('st.button("lain", icon=":material/sailing:")')
    assert write_icons(BUNDEL, [sumber], folder).stat().st_mtime_ns == saat
    sumber.write_text('st.button("x", icon=":material/kayaking:")')
    kedua = write_icons(BUNDEL, [sumber], folder)
    assert {b.name for b in folder.glob("*.woff2")} == {kedua.name} != {pertama.name}
    assert "kayaking" in read_names(TTFont(kedua))


def test_a_streamlit_without_that_font_is_left_alone(tmp_path: Path):
    assert read_daftar(tmp_path, tmp_path, susun=True) is None
    assert write_icons(tmp_path, [], tmp_path) is None
