"""What a test does with the map in a real browser: find it, wait for paint, click an area."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Frame, Page

BATAS_MS = 30_000


@dataclass
class Peta:
    """The map of a page."""

    page: Page

    @property
    def bingkai(self) -> Frame:
        """The frame that holds the map now."""
        bingkai = self.page.wait_for_selector("iframe[title*='streamlit_folium']", timeout=BATAS_MS)
        assert bingkai is not None
        isi = bingkai.content_frame()
        assert isi is not None
        return isi

    def value(self, ungkapan: str) -> Any:
        """Evaluate an expression in the map's frame."""
        return self.bingkai.evaluate(ungkapan)

    def wait_painted(self, lebih_dari: int = 0) -> None:
        """Wait until the map was painted more often than that."""
        self.bingkai.wait_for_function(f"window.KukarPeta && KukarPeta.gambar > {lebih_dari}", timeout=BATAS_MS)

    @contextmanager
    def repainted(self) -> Iterator[None]:
        """Wait, after the block, until the map was painted once more."""
        sebelum = self.value("KukarPeta.gambar")
        yield
        self.wait_painted(sebelum)

    def colours(self) -> list[str]:
        """Fill of every area drawn now."""
        warna: list[str] = self.value(
            "[...document.querySelectorAll('.leaflet-wilayah-pane path.leaflet-interactive')].map(p => p.getAttribute('fill'))"
        )
        return warna

    def click_area(self, kode: str) -> None:
        """Click the middle of an area with the mouse, as a person does."""
        self.page.locator("iframe[title*='streamlit_folium']").scroll_into_view_if_needed()
        titik = self.value(
            "(kode => { const l = KukarPeta.find(kode), m = KukarPeta.peta, "
            "p = m.latLngToContainerPoint([l.ciri.lat, l.ciri.lon]); return [p.x, p.y]; })('" + kode + "')"
        )
        kotak = self.page.locator("iframe[title*='streamlit_folium']").bounding_box()
        assert kotak is not None
        self.page.mouse.click(kotak["x"] + titik[0], kotak["y"] + titik[1])


def open_peta(page: Page) -> Peta:
    """Return the map of an open page once it is painted."""
    peta = Peta(page)
    peta.wait_painted()
    return peta
