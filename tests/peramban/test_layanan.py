"""In a real browser the service is local, quiet, legible and small."""

import pytest
from playwright.sync_api import Page, expect

from tests.peramban.conftest import BuatLayar, Layar, wait_for_app

pytestmark = pytest.mark.peramban

KONTRAS_AA = 4.5
BYTE_KUNJUNGAN_PERTAMA = 1_200_000
BYTE_KUNJUNGAN_ULANG = 150_000
# Contrast of every visible text of the page with what lies behind it, lowest first.
UKUR_KONTRAS = """() => {
  const lum = c => { const f = c.slice(0, 3).map(v => { v /= 255;
    return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126*f[0] + .7152*f[1] + .0722*f[2]; };
  const kanvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const baca = s => { kanvas.clearRect(0, 0, 1, 1); kanvas.fillStyle = s; kanvas.fillRect(0, 0, 1, 1);
    const d = kanvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
  const atas = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
  const latar = e => { const tumpuk = []; for (; e; e = e.parentElement) {
      tumpuk.push(baca(getComputedStyle(e).backgroundColor)); if (tumpuk.at(-1)[3] >= 1) break; }
    return tumpuk.reverse().reduce((b, x) => atas(x, b), [255, 255, 255, 1]); };
  const hasil = [], jalan = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; n = jalan.nextNode();) {
    const teks = n.textContent.trim(), e = n.parentElement, kotak = e.getBoundingClientRect();
    if (!teks || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName) || kotak.width < 2 || kotak.height < 2) continue;
    if (!e.checkVisibility({opacityProperty: true, visibilityProperty: true}) || e.closest('[disabled],canvas')) continue;
    let pekat = 1; for (let q = e; q; q = q.parentElement) pekat *= +getComputedStyle(q).opacity;
    const dasar = latar(e), warna = baca(getComputedStyle(e).color); warna[3] *= pekat;
    const [t, g] = [lum(atas(warna, dasar)), lum(dasar)].sort((a, b) => b - a);
    hasil.push([teks.slice(0, 40), Math.round(100 * (t + .05) / (g + .05)) / 100]);
  }
  return hasil.sort((a, b) => a[1] - b[1]);
}"""


class Timbangan:
    """Counts the bytes that a page moves over the wire, as the browser itself counts them."""

    def __init__(self, page: Page) -> None:
        self.jumlah = 0
        sesi = page.context.new_cdp_session(page)
        sesi.on("Network.loadingFinished", lambda k: self._add(k["encodedDataLength"]))
        sesi.on("Network.webSocketFrameReceived", lambda k: self._add(len(k["response"]["payloadData"]) * 3 / 4))
        sesi.send("Network.enable")

    def _add(self, byte: float) -> None:
        self.jumlah += int(byte)

    def take(self) -> int:
        """Return the bytes since the last time."""
        jumlah, self.jumlah = self.jumlah, 0
        return jumlah


def open_and_weigh(layar: Layar, timbangan: Timbangan) -> int:
    layar.open()
    layar.page.frame_locator("iframe").first.locator("path.leaflet-interactive").first.wait_for(state="attached")
    layar.page.wait_for_timeout(2000)
    return timbangan.take()


def test_the_page_is_indonesian_and_asks_nothing_outside(layar: Layar):
    page = layar.open()
    page.wait_for_timeout(1500)
    assert page.evaluate("document.documentElement.lang") == "id"
    assert "Kukar" in page.title()
    layar.catatan.assert_bersih()


def test_a_link_to_an_inner_page_opens_it_without_a_failed_request(layar: Layar):
    page = layar.open("/")
    tautan = page.locator("[data-testid='stTopNavLink'], [data-testid='stSidebarNavLink']")
    alamat = [a for i in range(tautan.count()) if (a := tautan.nth(i).get_attribute("href"))]
    for satu in alamat[1:2]:
        page.goto(satu)
        wait_for_app(page)
    layar.catatan.assert_bersih()


@pytest.mark.parametrize("gelap", [False, True])
def test_every_text_on_the_start_page_is_legible(buat_layar: BuatLayar, gelap: bool):
    layar = buat_layar(gelap=gelap)
    if gelap:
        layar.page.add_init_script("localStorage.setItem('stActiveTheme-/-v2', '\"Dark\"')")
    page = layar.open()
    page.wait_for_timeout(500)
    kurang = [satu for satu in page.evaluate(UKUR_KONTRAS) if satu[1] < KONTRAS_AA]
    assert kurang == []


def test_light_comes_first_even_on_a_dark_device(buat_layar: BuatLayar):
    page = buat_layar(gelap=True).open()
    latar = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert latar == "rgb(252, 250, 245)"


def test_a_theme_chosen_on_one_page_holds_on_the_others(layar: Layar):
    page = layar.open("/")
    page.evaluate("localStorage.setItem('stActiveTheme-/-v2', '\"Dark\"')")
    page.goto(layar.alamat + "/halaman-lain-uji")
    wait_for_app(page)
    assert page.evaluate("localStorage.getItem('stActiveTheme-/halaman-lain-uji-v2')") == '"Dark"'


def test_our_font_draws_the_text_and_streamlits_own_is_not_fetched(layar: Layar):
    huruf: list[str] = []
    layar.page.on("request", lambda r: huruf.append(r.url) if r.resource_type == "font" else None)
    page = layar.open()
    page.wait_for_timeout(500)
    assert page.evaluate("document.fonts.check('16px \"Plus Jakarta Sans\"')")
    assert any("plus-jakarta-sans" in url for url in huruf)
    assert not any("SourceSans" in url for url in huruf)


def test_the_name_shows_before_any_script_has_arrived(layar: Layar):
    layar.page.route("**/static/js/**", lambda route: route.abort())
    layar.page.goto(layar.alamat)
    assert layar.page.get_by_text("Memuat").is_visible()
    assert layar.page.get_by_text("Kukar Potensi", exact=True).is_visible()


def test_first_and_return_visit_stay_small(buat_layar: BuatLayar):
    layar = buat_layar(jaga=False)
    timbangan = Timbangan(layar.page)
    pertama = open_and_weigh(layar, timbangan)
    layar.page.goto("about:blank")
    ulang = open_and_weigh(layar, timbangan)
    assert 300_000 < pertama <= BYTE_KUNJUNGAN_PERTAMA
    assert ulang <= BYTE_KUNJUNGAN_ULANG
    assert layar.catatan.luar == []


def test_every_tab_says_which_page_it_holds_and_the_first_one_the_name(layar: Layar) -> None:
    page = layar.open("/opd")
    expect(page).to_have_title("OPD · Kukar Potensi")
    expect(page.locator(".st-key-bilah")).to_be_visible()
    layar.open("/")
    expect(page).to_have_title("Kukar Potensi")
    layar.catatan.assert_bersih()
