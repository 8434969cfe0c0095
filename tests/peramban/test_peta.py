"""The Peta page in a real browser, with every outside host blocked."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.conftest import copy_data, read_tabel, write_tabel
from tests.layanan.proses import run_layani
from tests.peramban.conftest import wait_for_app
from tests.peramban.peta import open_peta

pytestmark = pytest.mark.peramban

RACUN = (
    '<img src=x onerror="window.top.__kena=1"><script>window.top.__kena=1</script>\'"`${1}`</script>{{7*7}} **x** =1+1'
)
KOLOM_TEKS = {
    "potensi": ("nama", "uraian", "satuan", "catatan", "kewenangan_catatan", "jenis_sumber", "sektor_sumber"),
    "kerja_sama": ("judul", "mitra", "jenis_mitra", "catatan", "jenis_dokumen_sumber", "jangka_waktu", "sektor_sumber"),
    "sektor": ("nama", "keterangan"),
    "opd": ("nama", "singkatan", "tugas"),
    "tindak_lanjut": ("peristiwa",),
}


def query(page):
    return {k: v[0] if len(v) == 1 else v for k, v in parse_qs(urlsplit(page.url).query).items()}


def test_the_map_draws_with_no_outside_host_and_no_console_error(layar):
    page = layar.open()
    peta = open_peta(page)
    assert len(peta.colours()) == 20
    assert len(set(peta.colours())) > 2
    assert peta.value("document.querySelectorAll('.kp-ikn').length") == 1
    assert "Delineasi IKN indikatif" in peta.value("document.body.innerText")
    layar.catatan.assert_bersih()


def test_a_filter_recolours_the_map_in_place_and_stays_in_the_address(layar):
    page = layar.open()
    peta = open_peta(page)
    page.evaluate("window.__sama = 1")
    peta.value("window.__sama = 1")
    sebelum = peta.colours()
    with peta.repainted():
        page.get_by_placeholder("Cari potensi").fill("sawit")
        page.get_by_placeholder("Cari potensi").press("Enter")
    assert peta.colours() != sebelum
    assert peta.value("window.__sama") == 1, "the map was rebuilt instead of restyled"
    page.wait_for_url("**cari=sawit**")
    layar.catatan.assert_bersih()


def test_a_click_on_a_kecamatan_opens_its_desa_and_a_click_on_a_desa_opens_it(layar, himpunan):
    page = layar.open("/?titik=false")
    peta = open_peta(page)
    with peta.repainted():
        peta.click_area("64.02.12")
    page.wait_for_url(lambda alamat: "wilayah=" in alamat)
    assert query(page)["wilayah"] == f"Kecamatan {himpunan.kecamatan.at['64.02.12', 'nama']}"
    assert peta.value("KukarPeta.muatan.tingkat") == "desa"
    kode = max(
        (k for k in himpunan.desa.index if k.startswith("64.02.12")), key=lambda k: himpunan.desa.at[k, "luas_km2"]
    )
    with peta.repainted():
        peta.click_area(kode)
    page.get_by_role("heading", name=f"Desa {himpunan.desa.at[kode, 'nama']}").wait_for()
    assert peta.value("KukarPeta.muatan.pilih") == kode
    with peta.repainted():
        page.get_by_role("button", name="Seluruh Kukar").click()
    page.wait_for_url(lambda alamat: "wilayah=" not in alamat)


def test_the_browser_keeps_its_map_whatever_appears_on_the_page(layar):
    page = layar.open("/?titik=false")
    peta = open_peta(page)
    peta.value("window.__sama = 1")
    with peta.repainted():
        peta.click_area("64.02.12")
    with peta.repainted():  # the keyword names a desa: an offer to open it appears above the map
        page.get_by_placeholder("Cari potensi").fill("Sebulu")
        page.get_by_placeholder("Cari potensi").press("Enter")
    page.locator(".st-key-saran_wilayah").get_by_role("button").wait_for()
    with peta.repainted():
        page.get_by_role("button", name="Seluruh Kukar").click()
    wait_for_app(page)
    assert peta.value("window.__sama") == 1


@pytest.mark.parametrize("lain", ["", "&tingkat=Per+desa"], ids=["bar", "bar and controls"])
def test_an_address_changed_under_an_open_page_reaches_bar_map_and_figures_alike(layar, lain):
    page = layar.open("/?cari=padi")
    peta = open_peta(page)
    padi = peta.value("JSON.stringify(KukarPeta.muatan.nilai)")
    page.evaluate(f"history.pushState({{}}, '', '?cari=karet{lain}'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_placeholder("Cari potensi")).to_have_value("karet")
    expect(page.locator(".st-key-ringkasan").get_by_text("karet")).to_be_visible()
    wait_for_app(page)
    assert peta.value("KukarPeta.muatan.tingkat") == ("desa" if lain else "kecamatan")
    karet = peta.value("JSON.stringify(KukarPeta.muatan.nilai)")
    page.goto(f"{layar.alamat}/?cari=karet{lain}")
    sendiri = open_peta(page).value("JSON.stringify(KukarPeta.muatan.nilai)")
    assert karet == sendiri != padi


def test_a_link_restores_the_view(buat_layar):
    pertama = buat_layar()
    page = pertama.open()
    peta = open_peta(page)
    with peta.repainted():
        page.get_by_placeholder("Cari potensi").fill("padi")
        page.get_by_placeholder("Cari potensi").press("Enter")
    with peta.repainted():
        page.get_by_role("radio", name="Per desa").or_(page.get_by_text("Per desa", exact=True)).first.click()
    wait_for_app(page)
    alamat = page.url[len(pertama.alamat) :]
    tampil = peta.colours()
    kedua = buat_layar()
    peta_kedua = open_peta(kedua.open(alamat))
    assert peta_kedua.colours() == tampil
    assert kedua.page.get_by_placeholder("Cari potensi").input_value() == "padi"


def test_the_filter_goes_along_to_another_page_and_back(layar):
    page = layar.open("/?cari=padi&sektor=Pertanian+dan+pangan")
    open_peta(page)
    asal = query(page)
    page.get_by_role("link", name="Kerja Sama", exact=True).click()
    page.wait_for_url("**/kerja_sama**sektor=**")
    wait_for_app(page)
    assert query(page) == asal
    page.get_by_role("link", name="Peta", exact=True).click()
    page.wait_for_url(lambda alamat: "kerja_sama" not in alamat and "sektor" in alamat)
    assert query(page) == asal


@pytest.mark.parametrize(
    "kueri",
    [
        "?sektor=%3Cscript%3Ealert(1)%3C/script%3E&wilayah=zzz&warna=../../etc&tingkat=0&tanggal=kapan",
        "?cari=" + "x" * 3000,
        "?relevansi=&relevansi=&kecamatan=%00%FF&jenis=semua&tahun=-1",
    ],
)
def test_any_string_in_the_address_is_harmless(layar, kueri):
    page = layar.open("/" + kueri)
    peta = open_peta(page)
    assert len(peta.colours()) in (20, 237 + 20)
    assert page.locator("[data-testid='stException']").count() == 0
    assert layar.catatan.galat == []


@pytest.mark.parametrize("gelap", [False, True])
def test_a_phone_shows_everything_without_scrolling_sideways(buat_layar, gelap):
    layar = buat_layar(390, 844, gelap=gelap)
    page = layar.open("/?wilayah=Kecamatan+Tenggarong&tingkat=Per+desa")
    open_peta(page)
    page.get_by_role("heading", name="Kecamatan Tenggarong").wait_for()
    lebar = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    )
    assert lebar <= 390


def test_the_keyboard_reaches_an_area_without_the_map(layar):
    page = layar.open()
    peta = open_peta(page)
    kotak = page.get_by_role("combobox", name="Desa, kelurahan, atau kecamatan Anda")
    kotak.focus()
    page.keyboard.type("Jonggon")
    page.get_by_role("option", name="Jonggon").first.wait_for()
    with peta.repainted():
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="Desa Jonggon Desa", exact=True).wait_for()
    assert peta.value("KukarPeta.muatan.tingkat") == "desa"
    assert peta.value("KukarPeta.muatan.pilih").startswith("64.02.02.")


def test_hostile_strings_in_every_text_column_arrive_as_text(buat_layar, tmp_path):
    folder = copy_data(tmp_path / "data")
    for nama, kolom in KOLOM_TEKS.items():
        tabel = read_tabel(folder, nama)
        for k in kolom:
            tabel[k] = [f"{RACUN} {i}" for i in range(len(tabel))]
        write_tabel(folder, nama, tabel)
    with run_layani(tmp_path, KUKAR_DATA=str(folder)) as layanan:
        layar = buat_layar(alamat=layanan.alamat)
        for jalur in (
            "/?wilayah=Kecamatan+Tenggarong&tingkat=Per+desa",
            "/?daftar=Tingkat+kabupaten",
            "/?daftar=Potensi",
        ):
            page = layar.open(jalur)
            peta = open_peta(page)
            peta.value("document.querySelector('.leaflet-titik-pane .kp-gugus')?.click()")
            page.wait_for_timeout(500)
            assert page.evaluate("window.__kena") is None
            assert peta.value("document.querySelectorAll('img[src=x]').length") == 0
            assert page.locator("img[src='x']").count() == 0
        page = layar.open("/?wilayah=Kecamatan+Tenggarong")
        open_peta(page)
        page.get_by_text("<img src=x onerror=").first.wait_for()


def test_the_widgets_speak_indonesian(layar):
    page = layar.open("/?daftar=Potensi")
    open_peta(page)
    page.locator("[data-testid='stDataFrame']").hover()
    page.get_by_role("button", name="Cari").first.wait_for()
    inggris = ("Search", "Download as CSV", "Fullscreen", "Show/hide columns", "Skip to main content", "Select all")
    label = page.evaluate(
        "() => [...document.querySelectorAll('[aria-label],[title]')].map(e => e.getAttribute('aria-label') || e.title)"
    )
    assert not [x for x in label if x.startswith(inggris)]
    page.get_by_role("button", name="Sektor").click()
    page.get_by_role("combobox", name="Sektor").fill("zzz")
    page.get_by_text("Tidak ada hasil").or_(page.get_by_text("Tidak ada pilihan")).first.wait_for()


@pytest.mark.parametrize("tulisan", ["64.02.19.2001", "Kedang+Ipil", "desa+kedang+ipil+(kota+bangun+darat)"])
@pytest.mark.parametrize("halaman", ["/", "/wilayah"])
def test_an_area_is_found_by_code_and_by_name_and_keeps_the_filter(layar, halaman, tulisan):
    page = layar.open(f"{halaman}?wilayah={tulisan}&sektor=Pariwisata+dan+budaya")
    page.get_by_role("heading", name="Desa Kedang Ipil", exact=True).wait_for()
    page.wait_for_url(lambda alamat: "Desa+Kedang+Ipil" in alamat and "sektor=" in alamat)


def test_the_area_goes_along_between_the_map_and_its_own_page(layar):
    page = layar.open("/wilayah?wilayah=Desa+Kedang+Ipil+(Kota+Bangun+Darat)")
    page.get_by_role("link", name="Lihat di peta").click()
    page.wait_for_url(lambda alamat: "/wilayah" not in alamat and "Kedang+Ipil" in alamat)
    peta = open_peta(page)
    peta.bingkai.wait_for_function("KukarPeta.muatan.pilih === '64.02.19.2001'")
    page.get_by_role("link", name="Halaman wilayah").click()
    page.wait_for_url(lambda alamat: "/wilayah" in alamat and "Kedang+Ipil" in alamat)
    page.get_by_role("heading", name="Desa Kedang Ipil", exact=True).wait_for()


def test_an_area_that_is_not_there_is_said_so(layar):
    page = layar.open("/?wilayah=Desa+Ngawur")
    page.get_by_text("tidak ditemukan").wait_for()


def test_a_date_typed_and_applied_drives_the_page_and_its_address(layar):
    page = layar.open("/kerja_sama")
    page.get_by_role("button", name="Tanggal", exact=True).click()
    page.get_by_role("spinbutton").first.click()
    page.keyboard.type("31122027")
    page.get_by_role("button", name="Terapkan").click()
    page.wait_for_url("**tanggal=2027-12-31**")
    page.get_by_text("31 Desember 2027").first.wait_for()
