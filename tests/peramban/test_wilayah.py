"""The page Wilayah in a real browser, with every outside host blocked."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import find_tetangga
from tests.peramban.conftest import BuatLayar, Layar, wait_for_app

pytestmark = pytest.mark.peramban

KODE = "64.02.11.2007"
LABEL = "Desa Muara Siran (Muara Kaman)"


def query(page: Page) -> dict[str, str]:
    return {nama: nilai[0] for nama, nilai in parse_qs(urlsplit(page.url).query).items()}


def expect_area(page: Page, judul: str) -> None:
    expect(page.get_by_role("heading", name=judul, exact=True)).to_be_visible(timeout=30_000)


def test_the_code_on_a_printed_sheet_opens_the_area_under_an_address_to_share(layar: Layar) -> None:
    page = layar.open(f"/wilayah?wilayah={KODE}")
    expect_area(page, "Desa Muara Siran")
    page.wait_for_url(lambda alamat: "Muara+Siran" in alamat)
    assert query(page) == {"wilayah": LABEL}
    page.reload()
    wait_for_app(page)
    expect_area(page, "Desa Muara Siran")
    layar.catatan.assert_bersih()


def test_the_area_chosen_on_the_map_opens_here_with_the_filter(layar: Layar) -> None:
    page = layar.open("/?wilayah=Kecamatan+Muara+Wis&sektor=Perikanan+dan+kelautan")
    page.locator("[data-testid='stTopNavLink']", has_text="Wilayah").click()
    expect_area(page, "Kecamatan Muara Wis")
    page.wait_for_url(lambda alamat: "sektor=" in alamat and "wilayah=" in alamat)
    assert query(page) == {"wilayah": "Kecamatan Muara Wis", "sektor": "Perikanan dan kelautan"}
    layar.catatan.assert_bersih()


def test_a_neighbour_opens_and_the_way_back_is_the_browsers(layar: Layar, himpunan: Himpunan) -> None:
    page = layar.open(f"/wilayah?wilayah={LABEL.replace(' ', '+')}&rincian=Tetangga")
    tetangga = find_tetangga(KODE, himpunan.desa, himpunan.batas_bersama)
    nama = str(tetangga["nama"].iloc[0])
    page.get_by_role("button", name=f"{nama} ·").click()
    expect_area(page, f"Desa {nama}")
    page.wait_for_url(lambda alamat: nama.replace(" ", "+") in alamat)
    page.go_back()
    expect_area(page, "Desa Muara Siran")
    layar.catatan.assert_bersih()


def test_kecamatan_and_desa_can_be_chosen_with_the_keyboard_alone(layar: Layar) -> None:
    page = layar.open("/wilayah")
    for kunci, ketik in (("pilih_kecamatan", "Anggana"), ("pilih_desa", "Sepatin")):
        kotak = page.locator(f".st-key-{kunci} input")
        expect(kotak).to_be_enabled()
        kotak.focus()
        page.keyboard.type(ketik)
        page.keyboard.press("Enter")
        expect(page.locator(".kp-nama h2")).to_contain_text(ketik, timeout=30_000)
    page.wait_for_url(lambda alamat: "Sepatin" in alamat)
    layar.catatan.assert_bersih()


def test_the_sheet_downloads_as_one_page_with_the_address_of_this_page(layar: Layar, tmp_path: Path) -> None:
    page = layar.open(f"/wilayah?wilayah={LABEL.replace(' ', '+')}")
    with page.expect_download(timeout=60_000) as unduhan:
        page.get_by_role("button", name="Unduh lembar desa").click()
    assert unduhan.value.suggested_filename == f"lembar-desa-muara-siran-{KODE}.pdf"
    tujuan = tmp_path / "lembar.pdf"
    unduhan.value.save_as(tujuan)
    isi = tujuan.read_bytes()
    assert isi.startswith(b"%PDF-")
    assert isi.count(b"/Type /Page\n") == 1
    assert f"{layar.alamat}/wilayah?wilayah={KODE}".encode() in isi
    layar.catatan.assert_bersih()


def test_a_row_of_the_table_draws_its_group(layar: Layar) -> None:
    page = layar.open(f"/wilayah?wilayah={LABEL.replace(' ', '+')}&rincian=Calon+antardesa")
    pilihan = page.locator(".st-key-kelompok input")
    semula = pilihan.input_value()
    gambar = page.locator(".st-key-peta_kelompok img")
    gambar_semula = gambar.get_attribute("src")
    tabel = page.locator("[data-testid='stDataFrame']").last
    tabel.scroll_into_view_if_needed()
    kotak = tabel.locator("canvas").first.bounding_box()
    assert kotak is not None
    page.mouse.click(kotak["x"] + 15, kotak["y"] + 35 * 2 + 17)
    expect(gambar).not_to_have_attribute("src", str(gambar_semula), timeout=30_000)
    assert pilihan.input_value() != semula
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("rincian", ["Potensi", "Calon+antardesa", "Tetangga", "Jalan+dan+sungai"])
def test_a_phone_shows_it_without_scrolling_sideways(buat_layar: BuatLayar, rincian: str) -> None:
    layar = buat_layar(360, 760)
    page = layar.open(f"/wilayah?wilayah=Kecamatan+Tenggarong+Seberang&rincian={rincian}")
    expect_area(page, "Kecamatan Tenggarong Seberang")
    lebar = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert lebar <= 360
    gambar = page.locator(".st-key-peta_wilayah img")
    assert "Kecamatan Tenggarong Seberang" in str(gambar.get_attribute("alt"))
    layar.catatan.assert_bersih()
