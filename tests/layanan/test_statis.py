"""Files reach a weak link compressed, once, and only the files that are meant to be public."""

import gzip
from pathlib import Path

import brotli
import pytest

from kukar_potensi.layanan.katalog import bundle_folder
from tests.layanan.conftest import RAHASIA
from tests.layanan.proses import Layanan

BUNDEL = bundle_folder()
SKRIP = max(BUNDEL.glob("js/index.*.js"), key=lambda b: b.stat().st_size)
BATAS = "/app/static/desa.0123456789.geojson"


@pytest.mark.parametrize(
    ("terima", "sandi", "buka"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("gzip;q=1.0, br;q=0", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_bundle_arrives_whole_in_the_encoding_the_browser_takes(layanan: Layanan, terima, sandi, buka):
    jawab = layanan.request(f"/static/js/{SKRIP.name}", accept_encoding=terima)
    assert jawab.status == 200
    assert jawab.kepala.get("content-encoding") == sandi
    assert int(jawab.kepala["content-length"]) == len(jawab.isi)
    assert buka(jawab.isi) == SKRIP.read_bytes()
    assert jawab.kepala["vary"] == "Accept-Encoding"
    assert jawab.kepala["content-type"].startswith("text/javascript")
    if sandi:
        assert len(jawab.isi) < 0.4 * SKRIP.stat().st_size


@pytest.mark.parametrize(
    ("jalur", "umur"),
    [
        (f"/static/js/{SKRIP.name}", "immutable"),
        (BATAS, "immutable"),
        ("/app/static/biasa.js?v=1.2", "immutable"),
        ("/app/static/biasa.js", "max-age=86400"),
        ("/app/static/titik.json", "max-age=86400"),
        ("/component/streamlit_folium.st_folium/index.html", "no-cache"),
        ("/", "no-cache"),
        ("/dua", "no-cache"),
    ],
)
def test_hashed_names_are_kept_for_ever_and_pages_are_asked_for_again(layanan: Layanan, jalur, umur):
    jawab = layanan.request(jalur, accept_encoding="br")
    assert jawab.status == 200
    assert umur in jawab.kepala["cache-control"]


@pytest.mark.parametrize(
    ("jalur", "jenis"),
    [
        (BATAS, "application/geo+json"),
        ("/app/static/titik.json", "application/json"),
        ("/app/static/gambar.svg", "image/svg+xml"),
        (f"/static/css/{next(BUNDEL.glob('css/index.*.css')).name}", "text/css"),
        (f"/static/media/{next(BUNDEL.glob('media/SourceSans*.woff2')).name}", "font/woff2"),
    ],
)
def test_every_kind_of_file_tells_what_it_is(layanan: Layanan, jalur, jenis):
    jawab = layanan.request(jalur)
    assert jawab.kepala["content-type"].split(";")[0] == jenis
    assert jawab.kepala["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("jalur", [BATAS, "/", "/dua", f"/static/js/{SKRIP.name}"])
def test_head_tells_the_same_as_get_and_sends_no_body(layanan: Layanan, jalur):
    ambil = layanan.request(jalur, accept_encoding="br")
    kepala = layanan.request(jalur, "HEAD", accept_encoding="br")
    assert kepala.isi == b""
    for nama in ("content-length", "content-type", "content-encoding", "etag", "cache-control"):
        assert kepala.kepala[nama] == ambil.kepala[nama]


@pytest.mark.parametrize("jalur", ["/app/static/biasa.js", "/", "/dua"])
def test_a_file_the_browser_still_has_is_not_sent_again(layanan: Layanan, jalur):
    etag = layanan.request(jalur, accept_encoding="br").kepala["etag"]
    lagi = layanan.request(jalur, accept_encoding="gzip", if_none_match=f'"lain", {etag}')
    assert (lagi.status, lagi.isi) == (304, b"")
    assert layanan.request(jalur, if_none_match='"lain"').status == 200


def test_a_part_of_a_file_can_be_asked_for(layanan: Layanan):
    jawab = layanan.request(BATAS, accept_encoding="br", range="bytes=0-9")
    assert (jawab.status, len(jawab.isi)) == (206, 10)
    assert "content-encoding" not in jawab.kepala


@pytest.mark.parametrize(
    "jalur",
    [
        "/app/static/../rahasia.txt",
        "/app/static/..%2frahasia.txt",
        "/app/static/%2e%2e/rahasia.txt",
        "/app/static/%2e%2e%2frahasia.txt",
        "/app/static/....//rahasia.txt",
        "/app/static/..\\rahasia.txt",
        "/app/static/..%5crahasia.txt",
        "/app/static//../rahasia.txt",
        "/app/static/keluar.json",
        "/app/static/%00rahasia.txt",
        "/static/../../app.py",
        "/static/%2e%2e/%2e%2e/app.py",
        "/component/streamlit_folium.st_folium/../../../rahasia.txt",
        "//rahasia.txt",
        "/app.py",
        "/.streamlit/config.toml",
    ],
)
def test_no_spelling_of_a_path_reaches_a_file_that_is_not_public(layanan: Layanan, jalur):
    jawab = layanan.request(jalur)
    assert RAHASIA.encode() not in jawab.isi
    assert b"import streamlit" not in jawab.isi
    assert b"gatherUsageStats" not in jawab.isi


def test_html_among_the_static_files_is_never_run_as_a_page(layanan: Layanan):
    jawab = layanan.request("/app/static/halaman.html")
    assert (
        not jawab.kepala["content-type"].startswith("text/html")
        or "script-src" in jawab.kepala["content-security-policy"]
    )


def test_a_file_written_while_the_service_runs_is_found(layanan: Layanan, folder_aplikasi: Path):
    baru = folder_aplikasi / "static" / "baru.abcdef0123.json"
    isi = b"[" + b"1," * 1000 + b"1]"
    baru.write_bytes(isi)
    jawab = layanan.request(f"/app/static/{baru.name}", accept_encoding="gzip")
    assert jawab.status == 200
    assert (gzip.decompress(jawab.isi) if "content-encoding" in jawab.kepala else jawab.isi) == isi


def test_a_changed_file_is_sent_as_it_is_now(layanan: Layanan, folder_aplikasi: Path):
    berkas = folder_aplikasi / "static" / "ubah.js"
    for isi in (b"lama" * 1000, b"barulah" * 1000):
        berkas.write_bytes(isi)
        layanan.request("/app/static/tidak-ada.js")
        jawab = layanan.request("/app/static/ubah.js", accept_encoding="br")
        if jawab.kepala.get("content-encoding") == "br":
            jawab.isi = brotli.decompress(jawab.isi)
        assert jawab.isi == isi


def test_an_unknown_file_is_a_plain_404(layanan: Layanan):
    assert layanan.request("/app/static/tidak-ada.json").status == 404
