"""The page Data in a real browser, with every outside host blocked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import BuatLayar, Layar, wait_for_app
from tests.sumber.buku_kerja.conftest import POTENSI, build_buku

pytestmark = pytest.mark.peramban

PERIKSA = "/data?bab=Periksa+berkas+saya"


def write_salah(tmp_path: Path) -> Path:
    jalur = tmp_path / "isian.xlsx"
    baris = [POTENSI, {**POTENSI, "nama": "BUATAN UJI dua", "kode_desa": None, "kode_kecamatan": "Loa Kuluh"}]
    jalur.write_bytes(build_buku({"Potensi": baris}))
    return jalur


def upload(page: Page, jalur: Path) -> None:
    kotak = page.locator("[data-testid='stFileUploaderDropzoneInput']")
    kotak.wait_for(state="attached")
    page.wait_for_timeout(500)
    kotak.set_input_files(jalur)


def test_template_out_filled_in_faults_back_coloured(layar: Layar, tmp_path: Path) -> None:
    page = layar.open(PERIKSA)
    with page.expect_download(timeout=60_000) as unduhan:
        page.get_by_role("button", name="Unduh templat kosong").click()
    unduhan.value.save_as(tmp_path / "templat.xlsx")
    buku = openpyxl.load_workbook(tmp_path / "templat.xlsx")
    lembar = buku["Potensi"]
    letak = {sel.value.removesuffix(" *"): sel.column for sel in lembar[2]}
    for nama, nilai in {**POTENSI, "kode_desa": "Jahap"}.items():
        lembar.cell(4, letak[nama]).value = nilai
    buku.save(tmp_path / "isian.xlsx")
    upload(page, tmp_path / "isian.xlsx")
    expect(page.locator(".kp-angka").nth(2)).to_contain_text("1Baris bersalah", timeout=60_000)
    with page.expect_download(timeout=60_000) as unduhan:
        page.get_by_role("button", name="Unduh berkas Anda").click()
    assert unduhan.value.suggested_filename == "isian-diperiksa.xlsx"
    unduhan.value.save_as(tmp_path / "warna.xlsx")
    warna = openpyxl.load_workbook(BytesIO((tmp_path / "warna.xlsx").read_bytes()))
    sel = warna["Potensi"].cell(4, letak["kode_desa"])
    assert sel.fill.fgColor.rgb.endswith("FFC7CE")
    assert "Jahab" in sel.comment.text
    layar.catatan.assert_bersih()


def test_good_rows_are_painted_on_the_map(layar: Layar, tmp_path: Path) -> None:
    page = layar.open(PERIKSA)
    upload(page, write_salah(tmp_path))
    expect(page.get_by_text("1 baru · 0 dilengkapi · 0 dibetulkan · 0 tetap").last).to_be_visible(timeout=60_000)
    peta = page.frame_locator(".st-key-bingkai_peta_pratinjau iframe")
    expect(peta.locator("path.leaflet-interactive").first).to_be_attached(timeout=60_000)
    layar.catatan.assert_bersih()


def test_a_renamed_picture_is_refused_in_plain_words(layar: Layar, tmp_path: Path) -> None:
    page = layar.open(PERIKSA)
    (tmp_path / "foto.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 400)
    upload(page, tmp_path / "foto.xlsx")
    expect(page.get_by_text("namanya diubah menjadi .xlsx")).to_be_visible(timeout=60_000)
    layar.catatan.assert_bersih()


def test_the_upload_box_speaks_indonesian(layar: Layar) -> None:
    page = layar.open(PERIKSA)
    kotak = page.locator("[data-testid='stFileUploader']")
    expect(kotak).not_to_contain_text("Upload", timeout=30_000)
    expect(kotak).not_to_contain_text("per file")


def test_the_part_is_in_the_address_and_desa_without_a_record_are_on_the_map(layar: Layar) -> None:
    page = layar.open("/data")
    peta = page.frame_locator(".st-key-bingkai_peta_kelengkapan iframe")
    expect(peta.locator("path.leaflet-interactive").first).to_be_attached(timeout=60_000)
    page.get_by_text("Angka yang berbeda", exact=True).click()
    page.wait_for_url(lambda alamat: "bab=Angka" in alamat)
    expect(page.locator(".kp-banding section").first).to_be_visible(timeout=30_000)
    page.reload()
    wait_for_app(page)
    expect(page.locator(".kp-banding section").first).to_be_visible(timeout=30_000)
    layar.catatan.assert_bersih()


@pytest.mark.parametrize(
    "bab", ["Kelengkapan", "Asal+dan+sumber", "Angka+yang+berbeda", "Unduh", "Periksa+berkas+saya"]
)
def test_a_phone_shows_it_without_scrolling_sideways(buat_layar: BuatLayar, bab: str) -> None:
    layar = buat_layar(360, 760)
    page = layar.open(f"/data?bab={bab}")
    page.wait_for_timeout(1000)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    layar.catatan.assert_bersih()
