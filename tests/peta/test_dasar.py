"""The base map asks nobody outside, is the same text on every run, and cannot be broken out of."""

import json
import re

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.peta.aset import Manifes, build_aset
from kukar_potensi.peta.dasar import build_map, js_literal, start_settings

ALAMAT = "/app/static"


@pytest.fixture(scope="module")
def manifes(himpunan, tmp_path_factory) -> Manifes:
    static = tmp_path_factory.mktemp("static")
    (static / "supercluster").mkdir()
    (static / "supercluster" / "supercluster.min.js").write_text("var Supercluster;")
    return build_aset(himpunan, static)


def test_the_map_needs_no_outside_host(himpunan, manifes):
    peta = build_map(manifes, ALAMAT, start_settings(manifes, ALAMAT))
    halaman = peta.get_root().render()
    assert not re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", halaman)
    assert "jquery" not in halaman.lower()
    assert "bootstrap" not in halaman.lower()


def test_other_maps_of_the_process_are_left_as_they_were(himpunan, manifes):
    sebelum = list(folium.Map.default_js)
    build_map(manifes, ALAMAT, start_settings(manifes, ALAMAT))
    assert list(folium.Map.default_js) == sebelum


def test_settings_are_the_same_text_on_every_run_so_the_browser_keeps_its_map(himpunan, manifes):
    assert start_settings(manifes, ALAMAT) == start_settings(manifes, ALAMAT)


@given(st.text())
def test_a_value_cannot_close_the_script_and_survives_unchanged(teks):
    isi = js_literal({"nama": teks})
    assert "<" not in isi
    assert ">" not in isi
    assert json.loads(isi) == {"nama": teks}
