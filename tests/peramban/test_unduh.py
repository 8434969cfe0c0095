"""Downloads of the current view in a real browser, on every page."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest
from PIL import Image

from tests.peramban.conftest import wait_for_app

pytestmark = pytest.mark.peramban


def open_choices(page):
    page.get_by_role("button", name="Unduh tampilan ini").click()
    page.locator(".st-key-unduh_xlsx").wait_for()


def download(page, akhiran):
    with page.expect_download(timeout=60_000) as unduhan:
        page.locator(f".st-key-unduh_{akhiran} button").locator("visible=true").first.click()
    return unduhan.value.suggested_filename, unduhan.value.path().read_bytes()


def test_four_kinds_of_file_hold_the_filtered_view(layar, himpunan):
    page = layar.open("/?sektor=Perikanan dan kelautan&tanggal=2025-11-21")
    open_choices(page)
    harap = list(himpunan.potensi.index[himpunan.potensi["sektor"] == "perikanan"])
    nama, isi = download(page, "xlsx")
    assert nama == "kukar-potensi_saringan_2025-11-21.xlsx"
    lembar = openpyxl.load_workbook(io.BytesIO(isi))["Potensi"]
    assert [baris[0] for baris in lembar.iter_rows(min_row=2, values_only=True)] == harap
    _, isi = download(page, "zip")
    assert zipfile.ZipFile(io.BytesIO(isi)).read("potensi.csv").count(b"\r\n") >= len(harap) + 1
    _, isi = download(page, "geojson")
    fitur = json.loads(isi)["features"]
    assert sum(f["properties"]["jenis_fitur"] == "potensi" for f in fitur) == len(harap)
    nama, isi = download(page, "png")
    assert nama.endswith(".png")
    assert Image.open(io.BytesIO(isi)).size == (2000, 1125)
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("jalur", ["/kerja_sama", "/paparan", "/data"])
def test_the_button_is_on_other_pages_too(layar, jalur):
    page = layar.open(jalur)
    open_choices(page)
    wait_for_app(page)
    assert download(page, "zip")[1].startswith(b"PK")
