"""The page OPD in a real browser, with every outside host blocked."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.layanan.proses import run_layani
from tests.peramban.conftest import BuatLayar, Layar, wait_for_app
from tests.peramban.peta import open_peta
from tests.peramban.test_layanan import KONTRAS_AA, UKUR_KONTRAS

pytestmark = pytest.mark.peramban

RACUN = '<img src=x onerror="window.__kena=1"><script>window.__kena=1</script> =1+1 **x** {{7*7}}'
KAKI = ("Tampilan gelap", "Tampilan terang")
"""Words of the frame's foot, which the frame's own tests look at."""
PARIWISATA = "Dinas Pariwisata"
BUKA = ("potensi", "kerja-sama", "kecamatan", "agenda", "belum-tergarap", "belum-verifikasi")


def query(page: Page) -> dict[str, str]:
    return {nama: nilai[0] for nama, nilai in parse_qs(urlsplit(page.url).query).items()}


def settle(page: Page) -> None:
    page.wait_for_timeout(200)
    wait_for_app(page)


def address(**kueri: str) -> str:
    return f"/opd?{urlencode(kueri)}"


def click_row(page: Page, baris: int) -> None:
    """Tick the box at the left of a row of the table (0 is the first)."""
    kanvas = page.locator("[data-testid='stDataFrame'] canvas").first
    kanvas.wait_for()
    kanvas.scroll_into_view_if_needed()
    page.wait_for_timeout(800)
    kotak = kanvas.bounding_box()
    assert kotak is not None
    page.mouse.click(kotak["x"] + 16, kotak["y"] + 35 * (baris + 1) + 17)


def test_a_link_opens_the_agency_with_its_map_and_nothing_outside(layar: Layar, himpunan: Himpunan) -> None:
    page = layar.open(address(opd=PARIWISATA))
    expect(page.get_by_role("heading", name=PARIWISATA, exact=True)).to_be_visible()
    peta = open_peta(page)
    assert len(peta.colours()) == len(himpunan.kecamatan)
    assert len(set(peta.colours())) > 3
    n = int((himpunan.potensi["opd"] == "O045").sum())
    expect(page.get_by_role("button", name=f"{n} potensi", exact=True)).to_be_visible()
    layar.catatan.assert_bersih()


def test_a_figure_opens_its_rows_by_keyboard_and_stays_in_the_address(layar: Layar) -> None:
    page = layar.open(address(perangkat=PARIWISATA))
    tombol = page.get_by_role("button", name="potensi belum tergarap")
    angka = tombol.locator("strong").inner_text()
    tombol.focus()
    page.keyboard.press("Enter")
    judul = page.get_by_role("heading", name=f"{angka} potensi belum tergarap")
    expect(judul).to_be_visible()
    assert query(page)["buka"] == "belum-tergarap"
    page.reload()
    wait_for_app(page)
    expect(judul).to_be_visible()
    expect(page.get_by_role("heading", name=PARIWISATA, exact=True)).to_be_visible()
    layar.catatan.assert_bersih()


def test_the_choice_is_found_by_typing_and_kept_in_the_address(layar: Layar) -> None:
    page = layar.open("/opd")
    page.get_by_role("combobox", name="OPD Anda").focus()
    page.keyboard.type("Perikanan")
    page.get_by_role("option", name="Dinas Kelautan dan Perikanan").wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Dinas Kelautan dan Perikanan", exact=True)).to_be_visible()
    assert query(page)["perangkat"] == "Dinas Kelautan dan Perikanan"
    page.get_by_role("button", name="Semua OPD").click()
    expect(page.get_by_text("namanya belum bersumber")).to_be_visible()
    settle(page)
    assert "perangkat" not in query(page)
    layar.catatan.assert_bersih()


def test_a_row_of_the_comparison_opens_that_agency(layar: Layar) -> None:
    page = layar.open("/opd")
    click_row(page, 0)
    expect(page.get_by_role("heading", name="Dinas Pertanian dan Peternakan", exact=True)).to_be_visible()
    assert query(page)["perangkat"] == "Dinas Pertanian dan Peternakan"
    layar.catatan.assert_bersih()


def test_a_row_opens_its_card_with_its_source(layar: Layar, himpunan: Himpunan) -> None:
    page = layar.open(address(perangkat=PARIWISATA, buka="kerja-sama"))
    pertama = himpunan.kerja_sama[himpunan.kerja_sama["opd"] == "O045"].iloc[0]
    click_row(page, 0)
    kartu = page.locator(".kp-kartu-ks")
    expect(kartu).to_contain_text(str(pertama["judul"]))
    expect(kartu).to_contain_text("Sumber:")
    tautan = page.get_by_role("link", name=f"Buka kartu lengkap {pertama.name}")
    tautan.click()
    expect(page.locator(".kp-penuh h3")).to_contain_text(str(pertama.name))
    layar.catatan.assert_bersih()


def test_a_click_on_the_map_narrows_the_page_to_that_kecamatan(layar: Layar, himpunan: Himpunan) -> None:
    page = layar.open(address(perangkat=PARIWISATA))
    peta = open_peta(page)
    kode = "64.02.12"
    with peta.repainted():
        peta.click_area(kode)
    nama = str(himpunan.kecamatan.at[kode, "nama"])
    page.wait_for_url(lambda alamat: "kecamatan=" in alamat)
    assert query(page)["kecamatan"] == nama
    milik = himpunan.potensi[himpunan.potensi["opd"] == "O045"]
    n = sum(kode in daftar for daftar in milik["kode_kecamatan"])
    expect(page.get_by_role("button", name=f"{n} potensi", exact=True)).to_be_visible()
    layar.catatan.assert_bersih()


def test_the_worksheet_is_taken_along_and_comes_back_clean(layar: Layar, himpunan: Himpunan, tmp_path: Path) -> None:
    page = layar.open(address(perangkat=PARIWISATA))
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Lembar kerja OPD").click()
    berkas = tmp_path / "lembar.xlsx"
    unduhan.value.save_as(berkas)
    assert unduhan.value.suggested_filename.startswith("lembar-kerja-dinas-pariwisata-")
    assert openpyxl.load_workbook(berkas).sheetnames[:3] == ["Petunjuk", "Potensi", "Kerja Sama"]
    hasil = check_buku(berkas.read_bytes(), himpunan)
    assert hasil.kesalahan == 0
    assert hasil.baik == int((himpunan.potensi["opd"] == "O045").sum() + (himpunan.kerja_sama["opd"] == "O045").sum())
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("tema", ["terang", "gelap"])
def test_every_text_is_legible(buat_layar: BuatLayar, tema: str) -> None:
    layar = buat_layar()
    for kueri in (
        {},
        {"perangkat": "Bagian Umum Setkab"},
        {"perangkat": "Dinas Lingkungan Hidup dan Kehutanan", "buka": "agenda"},
    ):
        page = layar.open(address(tema=tema, **kueri))
        page.wait_for_timeout(800)
        kurang = [satu for satu in page.evaluate(UKUR_KONTRAS) if satu[1] < KONTRAS_AA]
        assert [satu for satu in kurang if satu[0] not in KAKI] == []


def test_a_phone_shows_every_figure_without_scrolling_sideways(buat_layar: BuatLayar) -> None:
    layar = buat_layar(390, 844)
    for jalur in ("/opd", *(address(perangkat=PARIWISATA, buka=satu) for satu in BUKA)):
        page = layar.open(jalur)
        page.wait_for_timeout(400)
        lebar = page.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
        )
        assert lebar <= 390, jalur
    layar.catatan.assert_bersih()


def test_hostile_strings_in_every_text_column_arrive_as_text(buat_layar: BuatLayar, tmp_path: Path) -> None:
    folder = copy_data(tmp_path / "data")
    for nama, kolom in {
        "potensi": ("nama", "uraian", "satuan"),
        "kerja_sama": ("judul", "mitra", "jenis_mitra", "dasar_opd", "jangka_waktu"),
        "opd": ("singkatan", "tugas", "dasar_tugas"),
        "urusan": ("nama",),
        "rpjmd": ("uraian",),
    }.items():
        tabel = read_tabel(folder, nama)
        for satu in kolom:
            tabel[satu] = [f"{RACUN} {i}" for i in range(len(tabel))]
        write_tabel(folder, nama, tabel)
    with run_layani(tmp_path, KUKAR_DATA=str(folder)) as layanan:
        layar = buat_layar(alamat=layanan.alamat)
        for buka in (*BUKA, "menggantung", "tanpa-rencana", "luar-urusan"):
            page = layar.open(address(perangkat="Bagian Kerja Sama Setkab", buka=buka))
            page.get_by_text("<img src=x onerror=").first.wait_for()
            assert page.evaluate("window.__kena") is None
            assert page.locator("img[src='x']").count() == 0
        assert layar.catatan.luar == []
