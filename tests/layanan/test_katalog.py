"""The catalogue holds every public file and no other."""

from pathlib import Path

import pytest

from kukar_potensi.layanan.katalog import JENIS_ISI, Akar, Katalog, build_katalog, bundle_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    isi = tmp_path / "statis"
    (isi / "dalam").mkdir(parents=True)
    for nama in ("a.js", "dalam/b.0123abcd.json", ".rahasia.json", "c.py", "d.HTML"):
        (isi / nama).write_text("x")
    (tmp_path / "luar.json").write_text("luar")
    (isi / "tembus.json").symlink_to(tmp_path / "luar.json")
    return isi


def test_files_are_found_by_url_and_others_are_not(folder: Path):
    katalog = Katalog([Akar("/s", folder)])
    assert {aset.url for aset in katalog} == {"/s/a.js", "/s/dalam/b.0123abcd.json", "/s/d.HTML"}
    for url in ("/s/../luar.json", "/s/dalam/../a.js", "/s//a.js", "/s/", "/s", "a.js", "/lain/a.js"):
        assert katalog.find(url) is None


def test_a_link_that_leaves_the_folder_is_not_followed(folder: Path):
    assert Katalog([Akar("/s", folder)]).find("/s/tembus.json") is None


def test_a_hash_in_the_name_means_for_ever(folder: Path):
    katalog = Katalog([Akar("/s", folder)])
    assert katalog.find("/s/dalam/b.0123abcd.json").abadi
    assert not katalog.find("/s/a.js").abadi


def test_a_missing_folder_is_an_empty_catalogue(tmp_path: Path):
    assert list(Katalog([Akar("/s", tmp_path / "tidak-ada")])) == []


def test_own_static_files_never_count_as_pages(tmp_path: Path):
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "x.html").write_text("x")
    assert build_katalog(tmp_path).find("/app/static/x.html") is None


def test_a_base_path_comes_before_every_url(tmp_path: Path):
    assert all(aset.url.startswith("/kukar/") for aset in build_katalog(tmp_path, "/kukar"))


def test_every_kind_of_file_in_streamlits_bundle_is_known():
    asing = {b.suffix for b in bundle_folder().rglob("*") if b.is_file()} - set(JENIS_ISI)
    assert asing <= {".ttf", ".woff", ".mp3", ".wasm"}
