"""The briefing in a real browser: keys, reload, shared link, weak link, both sizes of a hall's screen, save and compare."""

from __future__ import annotations

import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from tests.peramban.conftest import wait_for_app
from tests.peramban.test_aksesibilitas import serious_faults

pytestmark = pytest.mark.peramban

HARI = "2025-11-21"
MULAI = f"/paparan?mode=paparan&tanggal={HARI}"
BANYAK = 9
ISI_MELUAP = """() => {
  const s = document.querySelector('.kp-salindia.aktif'), kotak = s.getBoundingClientRect();
  const kaki = s.querySelector('.kp-sumber').getBoundingClientRect().top;
  const hasil = [];
  for (const b of s.querySelectorAll('.kp-b')) {
    const isi = document.createRange(); isi.selectNodeContents(b);
    for (const r of isi.getClientRects()) {
      if (r.width && (r.bottom > kaki + 2 || r.right > kotak.right + 1 || r.left < kotak.left - 1)) hasil.push([b.className, r.bottom, kaki, r.right]);
    }
    const letak = b.getBoundingClientRect();
    for (const lain of s.querySelectorAll('.kp-b')) {
      if (lain === b) continue;
      const l = lain.getBoundingClientRect();
      const isian = [...b.children].reduce((a, c) => Math.max(a, c.getBoundingClientRect().bottom), letak.top);
      if (isian > l.top + 3 && letak.top < l.top && letak.left < l.right - 1 && letak.right > l.left + 1) hasil.push(['tumpang tindih', b.className, lain.className, isian - l.top]);
    }
  }
  return hasil;
}"""
HURUF_TERKECIL = """() => Math.min(...[...document.querySelectorAll('.kp-salindia.aktif :is(td,li,h2,h3,.kp-deret-angka span)')]
  .map(e => parseFloat(getComputedStyle(e).fontSize))) / innerHeight"""


def open_layar(layar, jalur=MULAI):
    page = layar.open(jalur)
    wait_for_slides(page)
    return page


def wait_for_slides(page):
    """Wait until slides are drawn and answer to keys."""
    page.locator(".kp-salindia.aktif").wait_for(state="visible")
    page.locator(".kp-kendali [data-gerak='-1'][aria-disabled]").wait_for()


def number(page):
    return page.locator(".kp-kendali output").inner_text()


def query(page):
    return {k: v[0] for k, v in parse_qs(urlsplit(page.url).query).items()}


def press(page, kunci):
    """Press a button by its key; Streamlit draws one with a hint twice, for a mouse and for a finger."""
    page.locator(f".st-key-{kunci} button").locator("visible=true").first.click()


def headline(page):
    return page.locator(".kp-salindia.aktif .kp-kalimat").inner_text()


def test_keys_move_one_slide_and_the_address_follows(layar):
    page = open_layar(layar)
    for tombol, nomor in (
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowDown", 5), ("Enter", 6), ("ArrowLeft", 5), ("PageUp", 4),
        ("ArrowUp", 3), ("Shift+Space", 2), ("Backspace", 1), ("ArrowLeft", 1), ("End", BANYAK), ("ArrowRight", BANYAK), ("Home", 1),
    ):  # fmt: skip
        page.keyboard.press(tombol)
        assert number(page) == f"{nomor} / {BANYAK}", tombol
        assert query(page).get("salindia") == str(nomor), tombol
        assert page.locator(".kp-salindia.aktif").count() == 1
    layar.catatan.assert_bersih()


def test_buttons_move_too_and_rest_at_the_ends(layar):
    page = open_layar(layar)
    sebelum, sesudah = (
        page.get_by_role("button", name="Salindia sebelumnya"),
        page.get_by_role("button", name="Salindia berikutnya"),
    )
    assert sebelum.get_attribute("aria-disabled") == "true"
    sesudah.click()
    assert number(page) == f"2 / {BANYAK}"
    sesudah.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert number(page) == f"4 / {BANYAK}"
    sebelum.click()
    assert number(page) == f"3 / {BANYAK}"


def test_a_reload_and_a_shared_link_keep_the_place(buat_layar):
    pertama = buat_layar()
    page = open_layar(
        pertama, f"{MULAI}&sektor=Perikanan dan kelautan&judul=Paparan Sekda&susunan=sampul,evaluasi,celah"
    )
    page.keyboard.press("End")
    kalimat = headline(page)
    page.reload()
    wait_for_app(page)
    expect(page.locator(".kp-kendali output")).to_have_text("3 / 3")
    assert headline(page) == kalimat
    kedua = buat_layar()
    lain = open_layar(kedua, page.url.removeprefix(pertama.alamat))
    assert number(lain) == "3 / 3"
    assert headline(lain) == kalimat
    lain.keyboard.press("Home")
    assert headline(lain) == "Paparan Sekda"


def test_moving_asks_nothing_of_the_server_and_works_without_a_line(layar):
    kirim = []

    def note(isi):
        kirim.append(isi)

    layar.page.on("websocket", lambda soket: soket.on("framesent", note))
    page = open_layar(layar)
    page.wait_for_timeout(1500)
    banyak = len(kirim)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert len(kirim) == banyak
    page.context.set_offline(True)
    page.keyboard.press("ArrowRight")
    assert number(page) == f"6 / {BANYAK}"
    assert page.locator(".kp-salindia.aktif img").evaluate("e => e.complete && e.naturalWidth > 1000")


@pytest.mark.parametrize(("lebar", "tinggi"), [(1920, 1080), (1280, 720), (1024, 768)])
@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
def test_every_slide_fits_and_is_legible_on_a_halls_screen(buat_layar, lebar, tinggi, gelap):
    layar = buat_layar(lebar, tinggi)
    page = open_layar(layar, MULAI + ("&tema=gelap" if gelap else ""))
    page.evaluate("document.fonts.ready")
    latar = page.locator(".kp-layar").evaluate("e => getComputedStyle(e).backgroundColor")
    assert latar == ("rgb(16, 24, 26)" if gelap else "rgb(255, 255, 255)")
    for nomor in range(1, BANYAK + 1):
        assert number(page) == f"{nomor} / {BANYAK}"
        assert page.evaluate(ISI_MELUAP) == []
        if lebar / tinggi > 1.7:
            assert page.evaluate(HURUF_TERKECIL) >= 13 / 540 - 0.0005
        page.keyboard.press("ArrowRight")
    layar.catatan.assert_bersih()


def test_the_frame_is_gone_and_comes_back(layar):
    page = open_layar(layar, f"{MULAI}&cari=padi")
    for bagian in ("header", ".kp-kepala", ".st-key-bilah", ".st-key-ringkasan", ".kp-kaki"):
        assert not page.locator(bagian).first.is_visible(), bagian
    assert page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
    page.keyboard.press("Escape")
    page.locator(".st-key-mulai_paparan").wait_for(state="visible")
    assert "mode" not in query(page)
    assert query(page)["cari"] == "padi"
    assert page.locator("header").first.is_visible()
    assert page.get_by_placeholder("Cari potensi").input_value() == "padi"


def test_starting_from_the_page_and_the_browsers_full_screen(layar):
    page = layar.open(f"/paparan?tanggal={HARI}")
    page.get_by_role("button", name="Mulai paparan").click()
    wait_for_slides(page)
    assert query(page)["mode"] == "paparan"
    page.keyboard.press("f")
    expect(page.locator(":fullscreen")).not_to_have_count(0)
    page.keyboard.press("ArrowRight")
    assert number(page) == f"2 / {BANYAK}"
    page.get_by_role("button", name="Tutup", exact=True).click()
    page.locator(".st-key-mulai_paparan").wait_for(state="visible")
    expect(page.locator(":fullscreen")).to_have_count(0)
    layar.catatan.assert_bersih()


def test_typing_on_the_page_moves_no_slide(layar):
    page = layar.open(f"/paparan?tanggal={HARI}")
    isian = page.get_by_label("Judul paparan")
    isian.fill("Paparan f ke Sekda")
    isian.press("Enter")
    page.wait_for_url("**judul=**")
    expect(page.locator(".kp-salindia .kp-kalimat").first).to_have_text("Paparan f ke Sekda")
    assert "salindia" not in query(page)


def test_hiding_and_moving_hold_in_the_full_screen(layar):
    page = layar.open(f"/paparan?tanggal={HARI}")
    press(page, "sembunyikan_salindia")
    page.wait_for_url(lambda url: "sampul" not in url and "susunan=" in url)
    press(page, "geser_turun")
    page.wait_for_url(lambda url: "susunan=evaluasi" in url)
    press(page, "mulai_di_sini")
    wait_for_slides(page)
    expect(page.locator(".kp-kendali output")).to_have_text("2 / 8")
    assert "kerja sama yang dilaporkan" in headline(page)


def test_a_phone_held_upright_reads_it_as_a_page(buat_layar):
    page = open_layar(buat_layar(390, 844), f"{MULAI}&salindia=4")
    assert page.evaluate("document.querySelector('.kp-layar').scrollWidth <= innerWidth")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.kp-salindia.aktif td')).fontSize)") >= 14
    page.get_by_role("button", name="Salindia berikutnya").click()
    assert number(page) == f"5 / {BANYAK}"


@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
def test_axe_finds_no_serious_fault_in_the_full_screen(buat_layar, gelap):
    page = open_layar(buat_layar(1280, 720), MULAI + ("&tema=gelap" if gelap else ""))
    for nomor in (2, 4, 6, 9):
        while number(page) != f"{nomor} / {BANYAK}":
            page.keyboard.press("ArrowRight")
        assert serious_faults(page) == []


def test_a_presentation_is_made_with_progress_and_downloaded(layar):
    page = layar.open(f"/paparan?tanggal={HARI}")
    judul = page.locator(".kp-salindia .kp-judul")
    kalimat = []
    judul.wait_for()
    daftar = page.locator(".st-key-pilih_salindia [role=radiogroup] label")
    expect(daftar).to_have_count(BANYAK)
    for satu in daftar.all():
        lama = judul.inner_text() if kalimat else ""
        satu.click()
        expect(judul).not_to_have_text(lama)
        kalimat.append(page.locator(".kp-salindia .kp-kalimat").inner_text())
    page.get_by_role("button", name="Siapkan PPTX").click()
    page.get_by_text("PPTX siap diunduh.").wait_for()
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Unduh PPTX").click()
    assert unduhan.value.suggested_filename == f"paparan-kukar-potensi_{HARI}.pptx"
    isi = Presentation(io.BytesIO(unduhan.value.path().read_bytes()))
    assert [s.shapes.title.text_frame.text for s in isi.slides] == kalimat
    layar.catatan.assert_bersih()


def test_a_position_is_saved_opened_and_compared_and_a_changed_one_refused(layar):
    page = layar.open(f"/paparan?tanggal={HARI}&kecamatan=Tenggarong")
    with page.expect_download() as unduhan:
        page.get_by_role("button", name="Simpan posisi").click()
    berkas = unduhan.value.path().read_bytes()
    page.goto(f"{layar.alamat}/paparan?tanggal=2026-12-31")
    wait_for_app(page)
    unggah = page.locator(".st-key-berkas_posisi input[type=file]")
    unggah.set_input_files({"name": "posisi.json", "mimeType": "application/json", "buffer": berkas})
    page.get_by_text("Saringannya berbeda").wait_for()
    page.get_by_role("button", name="Pakai saringan dan tanggal ini").first.click()
    page.get_by_text("Tidak ada baris yang berubah").wait_for()
    assert query(page)["kecamatan"] == "Tenggarong"
    assert query(page)["tanggal"] == HARI
    isi = json.loads(berkas)
    isi["angka"]["Potensi"] += 1
    unggah.set_input_files({"name": "ubah.json", "mimeType": "application/json", "buffer": json.dumps(isi).encode()})
    page.get_by_text("berubah atau terpotong").wait_for()
    layar.catatan.assert_bersih()
