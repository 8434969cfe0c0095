"""The page Peluang IKN in a real browser: cells, sliders, map, downloads, two sizes, two themes."""

from __future__ import annotations

import zipfile
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.peramban.conftest import wait_for_app
from tests.peramban.peta import open_peta

pytestmark = pytest.mark.peramban

ALAMAT = "/peluang_ikn?tanggal=2026-03-01"
MATRIKS = f"{ALAMAT}&telaah=Sektor+%C3%97+kecamatan"


def query(page):
    return {k: v[0] if len(v) == 1 else v for k, v in parse_qs(urlsplit(page.url).query).items()}


def click_cell(page, bagian: tuple[float, float]) -> None:
    """Click the heat map at a share of its width and height; it is a drawing, without elements to name.

    A drawing that has just moved or is about to be drawn anew would take the click elsewhere: wait until it rests.
    """
    grafik = page.locator("[data-testid='stVegaLiteChart'] canvas, [data-testid='stVegaLiteChart'] svg").first
    grafik.wait_for()
    kotak, tenang = None, 0
    for _ in range(120):
        wait_for_app(page)
        baru = grafik.bounding_box()
        tenang = tenang + 1 if baru is not None and baru == kotak else 0
        kotak = baru
        if tenang == 5:
            break
        page.wait_for_timeout(250)
    assert kotak is not None
    page.mouse.click(kotak["x"] + kotak["width"] * bagian[0], kotak["y"] + kotak["height"] * bagian[1])


def test_the_ranking_and_its_map_stand_with_no_outside_host_and_no_error(layar):
    page = layar.open(ALAMAT)
    peta = open_peta(page)
    assert len(peta.colours()) == 20
    assert page.get_by_text("Kestabilan 20 teratas").is_visible()
    layar.catatan.assert_bersih()


def test_a_slider_moves_the_others_the_map_and_the_address(layar):
    page = layar.open(ALAMAT)
    peta = open_peta(page)
    sebelum = peta.colours()
    page.get_by_role("button", name="Coba bobot lain").click()
    geser = page.get_by_role("slider").first
    geser.focus()
    with peta.repainted():
        page.keyboard.press("End")
    page.wait_for_url(lambda alamat: "bobot_a=100" in alamat)
    assert query(page)["bobot_b"] == "0"
    assert peta.colours() != sebelum
    page.keyboard.press("Escape")
    with peta.repainted():
        page.get_by_role("button", name="Bobot baku").click()
    page.wait_for_url(lambda alamat: "bobot_" not in alamat)
    assert peta.colours() == sebelum
    layar.catatan.assert_bersih()


def test_weights_in_the_address_survive_a_reload(layar):
    page = layar.open(f"{ALAMAT}&bobot_a=40&bobot_b=10")
    assert page.get_by_text("Bobot percobaan: A 40 · B 10").is_visible()
    page.reload()
    wait_for_app(page)
    assert page.get_by_text("Bobot percobaan: A 40 · B 10").is_visible()


def test_a_cell_filters_the_page_and_a_second_click_lets_it_go(layar):
    page = layar.open(MATRIKS)
    letak = (0.307, 0.422)  # perikanan x Anggana in the unfiltered matrix
    click_cell(page, letak)
    page.wait_for_url(lambda alamat: "kecamatan=" in alamat)
    assert set(query(page)) >= {"sektor", "kecamatan", "telaah"}
    page.get_by_text("Kotak terpilih").wait_for()
    page.get_by_role("button", name="Lepas kotak").click()
    page.wait_for_url(lambda alamat: "kecamatan=" not in alamat)
    click_cell(page, letak)
    page.wait_for_url(lambda alamat: "kecamatan=" in alamat)
    click_cell(page, letak)
    page.wait_for_url(lambda alamat: "kecamatan=" not in alamat)
    layar.catatan.assert_bersih()


def test_a_filter_survives_the_change_of_view(layar):
    page = layar.open(f"{ALAMAT}&kecamatan=Samboja")
    page.get_by_text("Inventaris", exact=True).first.click()
    page.wait_for_url(lambda alamat: "telaah=Inventaris" in alamat)
    assert query(page)["kecamatan"] == "Samboja"
    assert page.get_by_text("kecamatan Samboja").first.is_visible()


def test_both_files_come_down_and_open(layar, tmp_path):
    page = layar.open(f"{ALAMAT}&telaah=Inventaris&kecamatan=Samboja")
    for tombol, akhiran, isi in (
        ("Unduh XLSX", "xlsx", "xl/workbook.xml"),
        ("Unduh DOCX (lampiran surat)", "docx", "word/document.xml"),
    ):
        with page.expect_download() as unduhan:
            page.get_by_role("button", name=tombol).click()
        berkas = tmp_path / unduhan.value.suggested_filename
        unduhan.value.save_as(berkas)
        assert berkas.name == f"inventaris-otorita-ikn-2026-03-01.{akhiran}"
        assert isi in zipfile.ZipFile(berkas).namelist()
    layar.catatan.assert_bersih()


def test_the_method_opens_from_the_page(layar):
    page = layar.open(ALAMAT)
    page.get_by_role("button", name="Cara menghitung").click()
    page.get_by_role("heading", name="Celah kerja sama").wait_for()
    page.wait_for_url(lambda alamat: "telaah=Metode" in alamat)
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("gelap", [False, True])
@pytest.mark.parametrize(
    "telaah", ["Peringkat", "Sektor+%C3%97+kecamatan", "Calon+kerja+sama", "Transportasi", "Inventaris"]
)
def test_a_phone_shows_every_view_without_sideways_scroll(buat_layar, telaah, gelap):
    layar = buat_layar(390, 844, gelap=gelap)
    page = layar.open(f"{ALAMAT}&telaah={telaah}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    layar.catatan.assert_bersih()
