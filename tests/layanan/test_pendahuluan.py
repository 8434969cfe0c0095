"""What the start page fetches ahead exists, is complete, and is told only where it helps."""

import json
import re
from pathlib import Path

import brotli

from kukar_potensi.layanan.halaman import Halaman, Pendahulu, build_skrip
from kukar_potensi.layanan.katalog import build_katalog, bundle_folder, component_folder
from kukar_potensi.layanan.pendahuluan import BAGIAN, build_pendahuluan, list_bagian, list_peta
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.peta.aset import build_aset
from tests.layanan.proses import AKAR

BUNDEL = bundle_folder()
HTML = (BUNDEL.parent / "index.html").read_text(encoding="utf-8")
IMPOR = re.compile(r"""(?:from|import)\s*["']\./([\w.\-]+\.js)["']""")


def test_every_part_exists_in_this_streamlit():
    assert [nama for nama in BAGIAN if not list(BUNDEL.glob(f"js/{nama}.*.js"))] == []


def test_the_list_is_complete_and_names_nothing_twice():
    daftar = list_bagian(BUNDEL, HTML)
    assert len(daftar) == len(set(daftar))
    for alamat in daftar:
        assert alamat not in HTML
        for nama in IMPOR.findall((BUNDEL.parent / alamat).read_text(encoding="utf-8")):
            assert f"./static/js/{nama}" in daftar or f"./static/js/{nama}" in HTML


def test_a_part_that_is_gone_is_passed_over():
    assert list_bagian(BUNDEL, HTML, ["TidakAda"]) == ()


def test_every_map_file_is_served(himpunan: Himpunan, tmp_path: Path):
    for asal in ("leaflet", "supercluster"):
        (tmp_path / "static").mkdir(exist_ok=True)
        (tmp_path / "static" / asal).symlink_to(AKAR / "static" / asal, target_is_directory=True)
    manifes = build_aset(himpunan, tmp_path / "static")
    katalog, bersama = build_katalog(tmp_path), build_katalog(AKAR)
    daftar = list_peta(component_folder(), manifes)
    assert len(daftar) == 9
    assert [a for a in daftar if not (katalog.find(a[1:]) or bersama.find(a[1:]))] == []


def test_the_shell_tells_a_list_that_a_browser_can_read_and_nobody_can_break():
    isi = build_pendahuluan(["./a.js"], ["./</script><b>.json"])
    assert isi.count("</script>") == 1
    daftar = re.search(r'id="pendahuluan">(.*?)</script>', isi)
    assert json.loads(daftar[1]) == ["./</script><b>.json"]


def test_only_the_start_page_fetches_ahead_and_only_once_it_is_known():
    pendahulu = Pendahulu()
    halaman = Halaman(lambda *a: None, HTML, build_skrip({"light": {}, "dark": {}}), "/kukar", pendahulu)

    def shell(jalur: str) -> str:
        return brotli.decompress(halaman._choose(jalur).isi["br"]).decode()

    assert 'pendahuluan">' not in shell("/kukar/")
    pendahulu.peta = ("./app/static/peta/a.json",)
    assert "peta/a.json" in shell("/kukar/")
    assert "peta/a.json" not in shell("/kukar/opd")
    pendahulu.peta = ("./app/static/peta/b.json",)
    assert "peta/a.json" not in shell("/kukar/")
    assert "peta/b.json" in shell("/kukar/")
