"""The page shell is Indonesian and local, on every page of the app, and nothing else is touched."""

import re
from html.parser import HTMLParser
from pathlib import Path

import brotli
import pytest

from kukar_potensi.layanan.halaman import HURUF, IKON, build_skrip, localise
from kukar_potensi.layanan.katalog import bundle_folder
from kukar_potensi.layanan.tema import read_tema
from tests.layanan.proses import AKAR, Layanan

ASLI = (bundle_folder().parent / "index.html").read_text(encoding="utf-8")
TEMA = read_tema(AKAR / ".streamlit" / "config.toml")
HASIL = localise(ASLI, build_skrip(TEMA))


class Pembaca(HTMLParser):
    """Collects every address and every script of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.alamat: list[str] = []
        self.elemen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elemen.append(tag)
        self.alamat += [nilai or "" for nama, nilai in attrs if nama in {"src", "href"}]


@pytest.fixture(scope="module")
def halaman() -> Pembaca:
    pembaca = Pembaca()
    pembaca.feed(HASIL)
    return pembaca


def test_language_title_and_greeting_are_indonesian():
    assert '<html lang="id">' in HASIL
    assert "<title>Kukar Potensi</title>" in HASIL
    assert "You need to enable JavaScript" not in HASIL
    assert "Memuat" in HASIL


def test_nothing_is_fetched_from_outside(halaman: Pembaca):
    assert halaman.alamat
    assert all(alamat.startswith("./") for alamat in halaman.alamat)


def test_every_script_and_style_of_streamlit_is_still_there(halaman: Pembaca):
    pembaca = Pembaca()
    pembaca.feed(ASLI)
    perlu = [a for a in pembaca.alamat if a.endswith((".js", ".css"))]
    assert len(perlu) > 10
    assert set(perlu) <= set(halaman.alamat)


def test_font_and_icon_of_the_shell_exist():
    for alamat in (HURUF, IKON):
        assert (AKAR / alamat.removeprefix("./app/")).is_file()


def test_a_hostile_theme_value_cannot_close_the_script():
    skrip = build_skrip({"light": {"base": 0, "textColor": "</script><script>alert(1)"}, "dark": {}})
    assert "</script" not in skrip


def test_another_shell_of_a_newer_streamlit_is_left_whole():
    lain = "<!doctype html><html><head></head><body><main id='app'></main></body></html>"
    assert localise(lain, "x") == lain


@pytest.mark.parametrize("jalur", ["/", "/satu", "/dua", "/dua?nama=Tenggarong", "/tidak-ada"])
def test_every_page_address_gets_our_shell(layanan: Layanan, jalur):
    jawab = layanan.request(jalur, accept_encoding="br")
    assert jawab.status == 200
    isi = brotli.decompress(jawab.isi).decode()
    assert '<html lang="id">' in isi
    assert jawab.kepala["content-type"].startswith("text/html")


def test_the_component_page_and_health_are_not_swapped(layanan: Layanan):
    komponen = layanan.request("/component/streamlit_folium.st_folium/index.html")
    assert b"Streamlit Folium Component" in komponen.isi
    assert layanan.request("/_stcore/health").isi == b"ok"


def test_the_theme_of_the_shell_is_the_configured_one():
    assert TEMA["light"]["backgroundColor"] != TEMA["dark"]["backgroundColor"]
    assert TEMA["light"]["base"] == 0
    assert TEMA["dark"]["base"] == 1
    assert all(re.search(rf'"{k}":', HASIL) for k in ("bodyFont", "primaryColor", "baseRadius"))


def test_without_a_theme_the_shell_leaves_streamlit_its_own(tmp_path: Path):
    assert read_tema(tmp_path / "tidak-ada.toml") == {"light": {}, "dark": {}}
