"""Filter change to painted map and first visit, in real Chromium: `python -m tests.kinerja.ukur_peta [KALI]`.

Three apps in one run on one machine: the empty stock app, the usual Streamlit and Folium page, and this app. Only
the ratios mean anything elsewhere.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from tests.kinerja.pelayan import run_ours, run_stock
from tests.layanan.proses import Layanan
from tests.peramban.conftest import BENDERA, find_chromium

STATIC = Path(__file__).resolve().parents[2] / "static"
# What folium's generated scripts ask of jQuery and d3: an element from a text, and calls that can be chained.
PENGGANTI = """
window.$ = window.$ || (s => { const t = document.createElement('template'); t.innerHTML = s; return [t.content.firstElementChild]; });
window.d3 = window.d3 || new Proxy(function () {}, { get: (t, k) => k === Symbol.toPrimitive ? () => '' : window.d3, apply: () => window.d3 });
"""
PUTARAN = 3
JEDA_MS = 250
PILIHAN = ("pertanian", "perikanan", "pariwisata", "industri", "energi", "perkebunan")


@dataclass(frozen=True)
class Ukuran:
    """Medians of one app: seconds of the first paint and of a change, bytes down and CPU ms of a change."""

    nama: str
    pertama_detik: float
    ubah_detik: float
    ubah_bita: float
    ubah_cpu_ms: float


@dataclass
class Penghitung:
    """Bytes that websocket and network brought to a page."""

    page: Page
    bita: int = 0

    def __post_init__(self) -> None:
        cdp = self.page.context.new_cdp_session(self.page)
        cdp.send("Network.enable")
        cdp.on("Network.dataReceived", lambda e: self._add(e["encodedDataLength"]))
        cdp.on("Network.webSocketFrameReceived", lambda e: self._add(len(e["response"]["payloadData"]) * 3 // 4))

    def _add(self, n: int) -> None:
        self.bita += n


def stand_in(route: Route) -> None:
    """Answer for the outside hosts that the usual page needs, at once and from here: a gift to the yardstick."""
    url = route.request.url
    if url.startswith(("http://127.0.0.1", "data:", "blob:")):
        route.continue_()
    elif url.endswith(("leaflet.js", "leaflet.css")):
        route.fulfill(path=STATIC / "leaflet" / url.rsplit("/", 1)[1])
    elif url.endswith(".js"):
        route.fulfill(body=PENGGANTI, content_type="text/javascript")
    else:
        route.fulfill(body="", content_type="text/css")


def cpu_seconds(layanan: Layanan) -> float:
    """CPU seconds that a service has used, children included."""
    induk = psutil.Process(layanan.proses.pid)
    semua = [induk, *induk.children(recursive=True)]
    return sum(sum(p.cpu_times()[:2]) for p in semua)


def wait_text(page: Page, teks: str) -> None:
    """Wait until the empty app has written its line."""
    page.get_by_text(f"Pilihan: {teks}", exact=True).wait_for()


def polygons(page: Page) -> int:
    """How many polygons the usual map shows now; its frame comes and goes."""
    try:
        bingkai = next(f for f in page.frames if "streamlit_folium" in f.url)
        return int(bingkai.evaluate("window.__lama ? 0 : document.querySelectorAll('path.leaflet-interactive').length"))
    except (StopIteration, Error):
        return 0


def wait_usual(page: Page) -> None:
    """Wait until the usual map has its polygons and nothing runs any more."""
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=120_000)
    for _ in range(2400):
        if polygons(page) >= 237:
            return
        page.wait_for_timeout(50)
    raise TimeoutError("peta cara biasa tidak tergambar")


def our_frame_count(page: Page) -> int:
    """How often our map was painted so far; 0 while there is none."""
    bingkai = next((f for f in page.frames if "streamlit_folium" in f.url), None)
    return int(bingkai.evaluate("window.KukarPeta ? KukarPeta.gambar : 0")) if bingkai else 0


def wait_ours(page: Page, lebih_dari: int) -> None:
    """Wait until our map was painted once more."""
    page.wait_for_selector("iframe[title*='streamlit_folium']")
    bingkai = next(f for f in page.frames if "streamlit_folium" in f.url)
    bingkai.wait_for_function(f"window.KukarPeta && KukarPeta.gambar > {lebih_dari}")


def choose(page: Page, label: str) -> None:
    """Choose a sector in a select box with the keyboard, as fast as a program can."""
    kotak = page.get_by_role("combobox").first
    kotak.fill(label)
    page.keyboard.press("Enter")


def measure(
    nama: str,
    layanan: Layanan,
    peramban: Browser,
    first: Callable[[Page], None],
    change: Callable[[Page, int], None],
) -> Ukuran:
    """First visit in a fresh profile, then changes in the same page."""
    pertama, ubah, bita, cpu = [], [], [], []
    for _ in range(PUTARAN):
        konteks = peramban.new_context(viewport={"width": 1366, "height": 900}, locale="id-ID")
        konteks.route("**/*", stand_in)
        page = konteks.new_page()
        hitung = Penghitung(page)
        awal = time.perf_counter()
        page.goto(layanan.alamat)
        first(page)
        pertama.append(time.perf_counter() - awal)
        page.wait_for_timeout(1000)
        for ke in range(len(PILIHAN)):
            sebelum, sebelum_cpu = hitung.bita, cpu_seconds(layanan)
            awal = time.perf_counter()
            change(page, ke)
            ubah.append(time.perf_counter() - awal)
            page.wait_for_timeout(JEDA_MS)
            bita.append(hitung.bita - sebelum)
            cpu.append((cpu_seconds(layanan) - sebelum_cpu) * 1000)
        konteks.close()
    tengah = statistics.median
    return Ukuran(nama, tengah(pertama), tengah(ubah), tengah(bita), tengah(cpu))


def change_empty(page: Page, ke: int) -> None:
    """Change the widget of the empty app."""
    pilihan = ("pertanian", "perikanan", "pariwisata", "industri", "energi", "semua")[ke]
    choose(page, pilihan)
    wait_text(page, pilihan)


def change_usual(page: Page, ke: int) -> None:
    """Change the sector of the usual page and wait for the new map."""
    bingkai = next(f for f in page.frames if "streamlit_folium" in f.url)
    bingkai.evaluate("window.__lama = 1")  # the usual way makes a new frame; were it kept, this would show
    choose(page, PILIHAN[ke])
    wait_usual(page)


def change_ours(page: Page, ke: int) -> None:
    """Change the keyword of our page and wait until the map is painted with it."""
    sebelum = our_frame_count(page)
    kotak = page.get_by_placeholder("Cari potensi")
    kotak.fill(PILIHAN[ke])
    page.keyboard.press("Enter")
    wait_ours(page, sebelum)


def run(folder: Path) -> list[Ukuran]:
    """Measure the three apps one after the other."""
    hasil = []
    with sync_playwright() as pw:
        jalur = find_chromium()
        if jalur is None:
            sys.exit("Chromium belum ada. Pasang: apt-get install chromium")
        with pw.chromium.launch(executable_path=jalur, args=BENDERA) as peramban:
            with run_stock("kosong.py", folder) as layanan:
                hasil.append(
                    measure("kosong (bawaan)", layanan, peramban, lambda p: wait_text(p, "semua"), change_empty)
                )
            with run_ours(folder) as layanan:
                hasil.append(measure("Kukar Potensi", layanan, peramban, lambda p: wait_ours(p, 0), change_ours))
            with run_stock("biasa.py", folder) as layanan:
                hasil.append(measure("cara biasa", layanan, peramban, wait_usual_first, change_usual))
    return hasil


def wait_usual_first(page: Page) -> None:
    """Wait for the first map of the usual page."""
    page.wait_for_selector("iframe[title*='streamlit_folium']", timeout=120_000)
    wait_usual(page)


def table(hasil: list[Ukuran]) -> str:
    """Markdown table of the ratios against the empty app."""
    dasar = hasil[0]
    baris = [
        "| aplikasi | kunjungan pertama | ubah saringan | x kosong | kB per ubah | CPU per ubah |",
        "|---|---|---|---|---|---|",
    ]
    baris += [
        f"| {satu.nama} | {satu.pertama_detik:.2f} dtk | {satu.ubah_detik * 1000:.0f} ms | "
        f"{satu.ubah_detik / dasar.ubah_detik:.2f} | {satu.ubah_bita / 1000:.1f} | {satu.ubah_cpu_ms:.0f} ms |"
        for satu in hasil
    ]
    return "\n".join(baris)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as sementara:
        print(table(run(Path(sementara))))  # noqa: T201
