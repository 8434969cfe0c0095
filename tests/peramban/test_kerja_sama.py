"""The page Kerja Sama in a real browser, with every outside host blocked."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.evaluasi_aturan import KATEGORI_DESA
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.tampilan.konteks import today
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.layanan.proses import run_layani
from tests.peramban.conftest import BuatLayar, Layar, wait_for_app
from tests.peramban.test_layanan import KONTRAS_AA, UKUR_KONTRAS

pytestmark = pytest.mark.peramban

RACUN = '<img src=x onerror="window.__kena=1"><script>window.__kena=1</script> =1+1 **x** {{7*7}}'
BAGIAN = ("Daftar", "Agenda+evaluasi", "Garis+waktu", "Grafik")


def query(page: Page) -> dict[str, str]:
    return {nama: nilai[0] for nama, nilai in parse_qs(urlsplit(page.url).query).items()}


def settle(page: Page) -> None:
    page.wait_for_timeout(200)
    wait_for_app(page)


def test_a_figure_filters_the_list_by_keyboard_and_stays_in_the_address(layar: Layar) -> None:
    page = layar.open("/kerja_sama")
    tombol = page.get_by_role("button", name="masa berlaku tidak diketahui")
    angka = tombol.locator("strong").inner_text()
    tombol.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"{angka} masa berlaku tidak diketahui")).to_be_visible()
    assert query(page) == {"posisi": "masa berlaku tidak diketahui"}
    page.reload()
    wait_for_app(page)
    expect(page.get_by_role("heading", name=f"{angka} masa berlaku tidak diketahui")).to_be_visible()
    page.get_by_role("button", name="Tampilkan semua").click()
    expect(page.get_by_role("heading", name="kerja sama daerah tercatat")).to_be_visible()
    assert "posisi" not in query(page)
    layar.catatan.assert_bersih()


def test_a_row_of_the_register_opens_its_card(layar: Layar) -> None:
    page = layar.open("/kerja_sama?posisi=berakhir")
    kanvas = page.locator("[data-testid='stDataFrame'] canvas").first
    kanvas.wait_for()
    page.wait_for_timeout(800)
    kotak = kanvas.bounding_box()
    assert kotak is not None
    page.mouse.click(kotak["x"] + 16, kotak["y"] + 35 + 17)
    kartu = page.locator(".kp-penuh h3")
    expect(kartu).to_be_visible()
    assert kartu.inner_text().startswith(query(page)["kartu"])
    expect(page.get_by_role("heading", name="Mengapa perlu dievaluasi")).to_be_visible()
    page.get_by_role("button", name="Tutup kartu").click()
    expect(kartu).to_have_count(0)
    layar.catatan.assert_bersih()


def test_the_agenda_is_taken_along_as_a_spreadsheet(layar: Layar, himpunan: Himpunan, tmp_path: Path) -> None:
    page = layar.open("/kerja_sama?bagian=Agenda+evaluasi")
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Unduh agenda rapat").click()
    berkas = tmp_path / "agenda.xlsx"
    unduhan.value.save_as(berkas)
    daerah = himpunan.kerja_sama.index[himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)]
    agenda = build_evaluasi(himpunan, today()).agenda(daerah)
    assert openpyxl.load_workbook(berkas)["Agenda"].max_row == len(agenda) + 1
    assert unduhan.value.suggested_filename == f"agenda-evaluasi-{today().isoformat()}.xlsx"
    layar.catatan.assert_bersih()


def test_a_code_in_the_agenda_opens_the_card_of_that_day_in_a_new_tab(layar: Layar) -> None:
    page = layar.open("/kerja_sama?bagian=Agenda+evaluasi&tanggal=2026-02-01")
    tautan = page.locator(".kp-agenda li a").first
    kode = tautan.inner_text()
    with page.context.expect_page() as baru:
        tautan.click()
    tab = baru.value
    wait_for_app(tab)
    expect(tab.locator(".kp-penuh h3")).to_contain_text(kode)
    expect(tab.locator(".kp-penuh")).to_contain_text("posisi per 1 Februari 2026")


def test_the_timeline_draws_its_bars_and_marks_the_day(layar: Layar) -> None:
    page = layar.open("/kerja_sama?bagian=Garis+waktu&tanggal=2024-02-29")
    grafik = page.locator("[data-testid='stVegaLiteChart'] canvas, [data-testid='stVegaLiteChart'] svg").first
    expect(grafik).to_be_visible()
    page.wait_for_timeout(500)
    assert grafik.bounding_box()["height"] > 1000
    expect(page.get_by_text("Tabel garis waktu")).to_be_visible()
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("gelap", [False, True])
def test_every_text_is_legible(buat_layar: BuatLayar, gelap: bool) -> None:
    layar = buat_layar(gelap=gelap)
    if gelap:
        for jalur in ("/", "/kerja_sama"):
            layar.page.add_init_script(f"localStorage.setItem('stActiveTheme-{jalur}-v2', '\"Dark\"')")
    for bagian in BAGIAN:
        page = layar.open(f"/kerja_sama?bagian={bagian}&posisi=berakhir&kartu=K001")
        page.locator(".kp-penuh h3").wait_for()
        page.wait_for_timeout(400)
        assert [satu for satu in page.evaluate(UKUR_KONTRAS) if satu[1] < KONTRAS_AA] == []


def test_a_phone_shows_every_section_without_scrolling_sideways(buat_layar: BuatLayar) -> None:
    layar = buat_layar(390, 844)
    for bagian in BAGIAN:
        page = layar.open(f"/kerja_sama?bagian={bagian}&kartu=K012")
        page.locator(".kp-penuh h3").wait_for()
        lebar = page.evaluate(
            "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
        )
        assert lebar <= 390
    layar.catatan.assert_bersih()


def test_leaving_and_coming_back_keeps_the_filter_and_breaks_nothing(layar: Layar) -> None:
    page = layar.open("/kerja_sama?sektor=Pendidikan+dan+tenaga+kerja&posisi=menggantung")
    page.get_by_role("link", name="Peta").click()
    settle(page)
    page.get_by_role("link", name="Kerja Sama").click()
    settle(page)
    assert query(page).get("sektor") == "Pendidikan dan tenaga kerja"
    expect(page.get_by_role("heading", name="kerja sama daerah tercatat")).to_be_visible()
    assert page.locator("[data-testid='stException']").count() == 0
    layar.catatan.assert_bersih()


def test_hostile_strings_arrive_as_text_in_every_section(buat_layar: BuatLayar, tmp_path: Path) -> None:
    folder = copy_data(tmp_path / "data")
    kolom_teks = {
        "kerja_sama": (
            "judul",
            "mitra",
            "jenis_mitra",
            "catatan",
            "jenis_dokumen_sumber",
            "jangka_waktu",
            "nomor_dokumen",
        ),
        "opd": ("nama",),
        "urusan": ("nama",),
        "tindak_lanjut": ("peristiwa",),
    }
    for nama, kolom in kolom_teks.items():
        tabel = read_tabel(folder, nama)
        for satu in kolom:
            tabel[satu] = [f"{RACUN} {i}" for i in range(len(tabel))]
        write_tabel(folder, nama, tabel)
    with run_layani(tmp_path, KUKAR_DATA=str(folder)) as layanan:
        layar = buat_layar(alamat=layanan.alamat)
        for bagian in BAGIAN:
            page = layar.open(f"/kerja_sama?bagian={bagian}&kartu=K004")
            page.locator(".kp-penuh h3").wait_for()
            page.wait_for_timeout(500)
            assert page.evaluate("window.__kena") is None
            assert page.locator("img[src='x']").count() == 0
            assert "<img src=x" in page.locator(".kp-penuh").inner_text()
