"""Every answer carries the security headers; only the map's frame may evaluate code."""

import base64
import hashlib
import re

import pytest

from tests.layanan.proses import Layanan

KEBIJAKAN = "content-security-policy"


def read_policy(kepala: dict[str, str]) -> dict[str, str]:
    return {nama: nilai for nama, _, nilai in (arah.partition(" ") for arah in kepala[KEBIJAKAN].split("; "))}


@pytest.mark.parametrize(
    "jalur", ["/", "/sehat", "/app/static/biasa.js", "/_stcore/health", "/app/static/tidak-ada.js"]
)
def test_every_answer_carries_the_headers(layanan: Layanan, jalur):
    kepala = layanan.request(jalur).kepala
    assert kepala["x-content-type-options"] == "nosniff"
    assert kepala["x-frame-options"] == "SAMEORIGIN"
    assert kepala["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in kepala["permissions-policy"]


def test_the_page_takes_scripts_and_data_only_from_here(layanan: Layanan):
    kebijakan = read_policy(layanan.request("/").kepala)
    assert kebijakan["connect-src"] == kebijakan["frame-ancestors"] == "'self'"
    assert kebijakan["object-src"] == "'none'"
    assert "https:" not in " ".join(nilai for nama, nilai in kebijakan.items() if nama != "img-src")
    assert "'unsafe-eval'" not in kebijakan["script-src"]
    assert "'unsafe-inline'" not in kebijakan["script-src"]


def test_the_one_inline_script_is_named_by_its_hash(layanan: Layanan):
    jawab = layanan.request("/")
    skrip = re.findall(rb"<script>(.*?)</script>", jawab.isi, re.DOTALL)
    assert len(skrip) == 1
    sidik = base64.b64encode(hashlib.sha256(skrip[0]).digest()).decode()
    assert f"'sha256-{sidik}'" in read_policy(jawab.kepala)["script-src"]


def test_only_the_map_frame_may_evaluate(layanan: Layanan):
    kepala = layanan.request("/component/streamlit_folium.st_folium/index.html").kepala
    kebijakan = read_policy(kepala)
    assert "'unsafe-eval'" in kebijakan["script-src"]
    assert kebijakan["connect-src"] == kebijakan["frame-ancestors"] == "'self'"


def test_a_stored_page_that_is_confirmed_keeps_its_policy(layanan: Layanan):
    pertama = layanan.request("/")
    lagi = layanan.request("/", if_none_match=pertama.kepala["etag"])
    assert lagi.status == 304
    assert lagi.kepala[KEBIJAKAN] == pertama.kepala[KEBIJAKAN]


def test_a_drawing_opened_by_itself_runs_nothing(layanan: Layanan):
    assert layanan.request("/app/static/gambar.svg").kepala[KEBIJAKAN].startswith("default-src 'none'")
