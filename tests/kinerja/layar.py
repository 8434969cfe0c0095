"""What each page to compare looks like when it is painted, and how its filter is changed, in real Chromium."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Frame, Page

STATIC = Path(__file__).resolve().parents[2] / "static"
BATAS_MS = 180_000
SEKTOR = ("pertanian", "perikanan", "pariwisata", "industri", "energi", "perkebunan")
BANYAK_POLIGON = 237
# What folium's generated scripts ask of jQuery and d3: an element from a text, and calls that can be chained.
PENGGANTI = """
window.$ = window.$ || (s => { const t = document.createElement('template'); t.innerHTML = s; return [t.content.firstElementChild]; });
window.d3 = window.d3 || new Proxy(function () {}, { get: (t, k) => k === Symbol.toPrimitive ? () => '' : window.d3, apply: () => window.d3 });
"""


@dataclass(frozen=True)
class Sasaran:
    """One page to measure: its name and path, when it is painted, and how its filter changes (with a wait)."""

    nama: str
    jalur: str
    painted: Callable[[Page], None]
    change: Callable[[Page, int], None]


def answer_outside(page: Page) -> list[str]:
    """Answer for the outside hosts that the usual page needs, at once and from here: a gift to the yardstick.

    Returns the list of outside addresses asked for, which grows. The browser's own cache goes on working.
    """
    luar: list[str] = []
    cdp = page.context.new_cdp_session(page)

    def answer(acara: dict[str, Any]) -> None:
        url = acara["request"]["url"]
        luar.append(url)
        if url.endswith(("leaflet.js", "leaflet.css")):
            isi = (STATIC / "leaflet" / url.rsplit("/", 1)[1]).read_bytes()
        else:
            isi = PENGGANTI.encode() if url.endswith(".js") else b""
        jenis = "text/javascript" if url.endswith(".js") else "text/css"
        kepala = [{"name": "Content-Type", "value": jenis}, {"name": "Cache-Control", "value": "max-age=86400"}]
        kepala.append({"name": "Access-Control-Allow-Origin", "value": "*"})
        badan = base64.b64encode(isi).decode()
        cdp.send(
            "Fetch.fulfillRequest",
            {"requestId": acara["requestId"], "responseCode": 200, "responseHeaders": kepala, "body": badan},
        )

    cdp.on("Fetch.requestPaused", answer)
    cdp.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})
    return luar


def idle(page: Page) -> None:
    """Wait until no run is under way."""
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=BATAS_MS)


def map_frame(page: Page) -> Frame | None:
    """Return the frame of the map, None while there is none."""
    return next((f for f in page.frames if "streamlit_folium" in f.url), None)


def choose(page: Page, label: str) -> None:
    """Choose in the first select box with the keyboard, as fast as a program can."""
    page.get_by_role("combobox").first.fill(label)
    page.keyboard.press("Enter")


# ---- the empty app -----------------------------------------------------------------------------


def empty_painted(page: Page) -> None:
    """Wait for the line of the empty app."""
    page.get_by_text("Pilihan: semua", exact=True).wait_for(timeout=BATAS_MS)


def empty_change(page: Page, ke: int) -> None:
    """Change the widget of the empty app and wait for its line."""
    pilihan = ("pertanian", "perikanan", "pariwisata", "industri", "energi", "semua")[ke % 6]
    choose(page, pilihan)
    page.get_by_text(f"Pilihan: {pilihan}", exact=True).wait_for(timeout=BATAS_MS)


# ---- the usual page ----------------------------------------------------------------------------


def _polygons(page: Page) -> int:
    """How many polygons the usual map shows now; its frame comes and goes."""
    try:
        bingkai = map_frame(page)
        isi = "window.__lama ? 0 : document.querySelectorAll('path.leaflet-interactive').length"
        return int(bingkai.evaluate(isi)) if bingkai else 0
    except Error:
        return 0


def usual_painted(page: Page) -> None:
    """Wait until the usual map has its polygons and nothing runs any more."""
    page.wait_for_selector("iframe[title*='streamlit_folium']", timeout=BATAS_MS)
    idle(page)
    for _ in range(2400):
        if _polygons(page) >= BANYAK_POLIGON:
            return
        page.wait_for_timeout(50)
    raise TimeoutError("peta cara biasa tidak tergambar")


def usual_change(page: Page, ke: int) -> None:
    """Change the sector of the usual page and wait for the new map."""
    bingkai = map_frame(page)
    assert bingkai is not None
    bingkai.evaluate("window.__lama = 1")  # the usual way makes a new frame; were it kept, this would show
    choose(page, SEKTOR[ke % len(SEKTOR)])
    page.wait_for_timeout(1)
    usual_painted(page)


# ---- this app ----------------------------------------------------------------------------------


def map_painted(page: Page) -> None:
    """Wait until our map was painted."""
    _wait_map(page, 0)


def map_change(page: Page, ke: int) -> None:
    """Change the keyword and wait until the map is painted with it."""
    bingkai = map_frame(page)
    assert bingkai is not None
    sebelum = int(bingkai.evaluate("KukarPeta.gambar"))
    _write(page, SEKTOR[ke % len(SEKTOR)])
    _wait_map(page, sebelum)


def page_painted(page: Page) -> None:
    """Wait until a page without a map has its summary line and its run is over."""
    page.locator(".st-key-ringkasan").wait_for(timeout=BATAS_MS)
    idle(page)


def page_change(page: Page, ke: int) -> None:
    """Change the keyword and wait until the page says so and its run is over."""
    kata = SEKTOR[ke % len(SEKTOR)]
    _write(page, kata)
    page.locator(".st-key-ringkasan").get_by_text(kata).first.wait_for(timeout=BATAS_MS)
    idle(page)


def _write(page: Page, kata: str) -> None:
    kotak = page.get_by_placeholder("Cari potensi")
    kotak.fill(kata)
    page.keyboard.press("Enter")


def _wait_map(page: Page, lebih_dari: int) -> None:
    page.wait_for_selector("iframe[title*='streamlit_folium']", timeout=BATAS_MS)
    bingkai = map_frame(page)
    assert bingkai is not None
    bingkai.wait_for_function(f"window.KukarPeta && KukarPeta.gambar > {lebih_dari}", timeout=BATAS_MS)


KOSONG = Sasaran("aplikasi kosong (bawaan)", "/", empty_painted, empty_change)
TERTALA = Sasaran("aplikasi kosong, layanan seperti aplikasi ini", "/", empty_painted, empty_change)
BIASA = Sasaran("cara biasa", "/", usual_painted, usual_change)
PETA = Sasaran("Peta", "/", map_painted, map_change)


def our_pages() -> list[Sasaran]:
    """Return every page of this app, the map first."""
    from kukar_potensi.tampilan.halaman import HALAMAN

    return [PETA] + [
        Sasaran(h.judul, f"/{Path(h.berkas).stem}", page_painted, page_change) for h in HALAMAN if not h.utama
    ]
