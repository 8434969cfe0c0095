"""What somebody with a phone meets who looks for their own desa, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import BuatLayar, Layar, wait_for_app
from tests.peramban.peta import open_peta

pytestmark = pytest.mark.peramban

DESA = "desa+loa+raya"
LABEL = "Desa Loa Raya (Tenggarong Seberang)"
UKURAN = [(390, 844), (360, 740)]


def top(page: Page, pilih: str) -> float:
    """Distance of an element from the top of the screen."""
    kotak = page.locator(pilih).first.bounding_box()
    assert kotak is not None
    return kotak["y"]


@pytest.mark.parametrize(("lebar", "tinggi"), UKURAN)
def test_the_field_for_ones_own_desa_and_what_it_did_are_on_the_first_screen(
    buat_layar: BuatLayar, lebar: int, tinggi: int
) -> None:
    page = buat_layar(lebar, tinggi).open()
    open_peta(page)
    assert top(page, ".st-key-wilayah") + 44 < tinggi
    kotak = page.get_by_role("combobox", name="Desa, kelurahan, atau kecamatan Anda")
    kotak.focus()
    page.keyboard.type("Loa Raya")
    page.get_by_role("option", name=LABEL).wait_for()
    page.keyboard.press("Enter")
    tajuk = page.locator(".kp-terbuka")
    expect(tajuk).to_contain_text(LABEL)
    wait_for_app(page)
    assert top(page, ".kp-terbuka") < min(tinggi, top(page, ".kp-deret"), top(page, "iframe"))


def test_on_a_wide_screen_the_headline_stands_above_the_figures(layar: Layar) -> None:
    page = layar.open(f"/?wilayah={DESA}")
    open_peta(page)
    assert top(page, ".kp-terbuka") < top(page, ".kp-deret") < top(page, ".st-key-wilayah") < top(page, "iframe")


@pytest.mark.parametrize(("lebar", "tinggi"), UKURAN)
def test_cards_lie_open_on_a_phone_and_the_rest_is_one_tap_away(buat_layar: BuatLayar, lebar: int, tinggi: int) -> None:
    page = buat_layar(lebar, tinggi).open("/?wilayah=Kecamatan+Tenggarong")
    open_peta(page)
    isi = page.locator(".st-key-isi_potensi")
    expect(isi.locator("article:visible")).to_have_count(3)
    isi.locator("summary").click()
    assert isi.locator("article:visible").count() > 3
    gulir = "e => [e, ...e.querySelectorAll('*')].filter(x => x.scrollHeight > x.clientHeight + 2 && getComputedStyle(x).overflowY === 'auto').length"
    assert isi.evaluate(gulir) == 0


def test_a_wide_screen_keeps_both_lists_side_by_side_and_hides_nothing(layar: Layar) -> None:
    page = layar.open("/?wilayah=Kecamatan+Tenggarong")
    open_peta(page)
    isi = page.locator(".st-key-isi_potensi")
    assert isi.locator("article:visible").count() > 3
    expect(isi.locator("summary")).to_be_hidden()
    kotak = isi.bounding_box()
    assert kotak is not None
    assert kotak["height"] <= 430


@pytest.mark.parametrize(("lebar", "tinggi"), [*UKURAN, (1440, 900)])
def test_the_jump_to_the_list_ends_below_the_fixed_header(buat_layar: BuatLayar, lebar: int, tinggi: int) -> None:
    page = buat_layar(lebar, tinggi).open(f"/?wilayah={DESA}")
    open_peta(page)
    page.get_by_role("link", name="Lihat isinya").click()
    judul = page.get_by_role("heading", name="potensi di wilayah ini")
    expect(judul).to_be_in_viewport()
    page.wait_for_timeout(500)
    kepala = page.locator("header").first.bounding_box()
    kotak = judul.bounding_box()
    assert kepala is not None
    assert kotak is not None
    assert kepala["y"] + kepala["height"] <= kotak["y"] < tinggi / 2


def test_the_page_menu_shows_where_the_keyboard_is(layar: Layar) -> None:
    page = layar.open("/wilayah")
    page.locator("[data-testid='stTopNavLink']").first.focus()
    page.keyboard.press("Tab")
    tautan = page.locator("[data-testid='stTopNavLink']:focus-visible")
    expect(tautan).to_have_css("outline-style", "solid")
    expect(tautan).to_have_css("outline-width", "2px")
    expect(tautan).to_have_css("outline-color", "rgb(11, 110, 105)")


def test_buttons_that_wrap_keep_their_borders(buat_layar: BuatLayar) -> None:
    page = buat_layar(360, 740).open(f"/wilayah?wilayah={DESA}&rincian=Calon+antardesa")
    tombol = page.locator(".st-key-rincian button")
    expect(tombol).to_have_count(5)
    warna: list[list[str]] = tombol.evaluate_all(
        "t => t.map(b => { const s = getComputedStyle(b); return [s.borderLeftColor, s.borderRightColor] })"
    )
    assert not [satu for pasangan in warna for satu in pasangan if satu == "rgba(0, 0, 0, 0)"]


def test_the_tab_is_named_by_the_area(layar: Layar) -> None:
    page = layar.open(f"/wilayah?wilayah={DESA}")
    expect(page).to_have_title("Desa Loa Raya · Kukar Potensi")
    page.get_by_role("button", name="Tetangga").or_(page.get_by_role("radio", name="Tetangga")).first.click()
    page.locator(".st-key-daftar_tetangga button").first.click()
    expect(page).not_to_have_title("Desa Loa Raya · Kukar Potensi")
    page.locator("[data-testid='stTopNavLink']", has_text="Panduan").click()
    expect(page).to_have_title("Panduan · Kukar Potensi")


def test_going_back_from_another_page_opens_the_same_area(layar: Layar) -> None:
    page = layar.open("/wilayah?wilayah=64.02.16.2011")
    expect(page.locator(".kp-nama h2")).to_have_text("Desa Loa Raya")
    page.wait_for_url(lambda alamat: "Loa+Raya" in alamat)
    page.locator("[data-testid='stTopNavLink']", has_text="Kerja Sama").click()
    page.wait_for_url("**/kerja_sama**")
    wait_for_app(page)
    page.go_back()
    expect(page.locator(".kp-nama h2")).to_have_text("Desa Loa Raya", timeout=30_000)
    page.wait_for_url(lambda alamat: "/wilayah" in alamat and "Loa+Raya" in alamat)
    layar.catatan.assert_bersih()


def test_the_link_for_corrections_opens_their_part_of_the_guide(layar: Layar) -> None:
    page = layar.open(f"/wilayah?wilayah={DESA}")
    with page.expect_popup() as baru:
        page.get_by_role("link", name="Cara mengirim perbaikan").click()
    panduan = baru.value
    judul = panduan.get_by_role("heading", name="Mengirim perbaikan", exact=True)
    expect(judul).to_be_in_viewport(timeout=30_000)
