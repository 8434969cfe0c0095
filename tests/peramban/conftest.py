"""Start the service and a real Chromium for browser tests, and stop whatever was started."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect, sync_playwright

from tests.layanan.proses import AKAR, Layanan, run_layani

BENDERA = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WARNA = re.compile("^#")


@dataclass
class Catatan:
    """What a page did wrong: outside addresses it asked for (blocked), and console errors."""

    luar: list[str] = field(default_factory=list)
    galat: list[str] = field(default_factory=list)
    jawaban: list[str] = field(default_factory=list)

    def assert_bersih(self) -> None:
        """Fail when the page asked for anything outside, or told an error, or got one."""
        assert self.luar == []
        assert self.galat == []
        assert self.jawaban == []


@dataclass
class Layar:
    """One page in a fresh browser profile, with its record."""

    page: Page
    catatan: Catatan
    alamat: str

    def open(self, jalur: str = "/") -> Page:
        """Open a path of the service and wait until Streamlit has run the page without a fault of its own."""
        self.page.goto(self.alamat + jalur)
        wait_for_app(self.page)
        assert self.page.locator("[data-testid='stException']").count() == 0
        return self.page


def find_chromium() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    nama = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CHROMIUM") or next((p for n in nama if (p := shutil.which(n))), None)


def wait_for_app(page: Page, batas_ms: float = 30_000) -> None:
    """Wait until the app is drawn, in its own style, and no run is under way (the browser adds the style last)."""
    page.wait_for_selector("[data-testid='stApp']", timeout=batas_ms)
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=batas_ms)
    expect(page.locator("html")).to_have_css("--kp-aksen", WARNA, timeout=batas_ms)


@pytest.fixture(scope="session")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """The real service over the real data, one for all browser tests, with its files compressed as in use."""
    subprocess.run([sys.executable, "-m", "kukar_potensi.layanan.kemas"], cwd=AKAR, check=True, timeout=300)
    with run_layani(tmp_path_factory.mktemp("layanan")) as satu:
        yield satu


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """One Chromium for all browser tests; every test gets a profile of its own."""
    jalur = find_chromium()
    if jalur is None:
        pesan = "Chromium belum ada. Pasang: apt-get install chromium, atau beri jalurnya lewat CHROMIUM=..."
        if os.environ.get("CI") == "true":
            pytest.fail(pesan)
        pytest.skip(pesan)
    with sync_playwright() as pw:
        chromium = pw.chromium.launch(executable_path=jalur, args=BENDERA)
        try:
            yield chromium
        finally:
            chromium.close()


BuatLayar = Callable[..., Layar]


@pytest.fixture
def buat_layar(peramban: Browser, layanan: Layanan) -> Iterator[BuatLayar]:
    """A maker of fresh screens: `buat_layar(lebar=390, tinggi=844, gelap=True, alamat=..., jaga=False)`.

    `jaga=False` leaves requests alone: outside hosts are noted but not blocked, and the
    browser's own cache works, which Playwright turns off for guarded pages.
    """
    konteks: list[Any] = []

    def buat(
        lebar: int = 1366, tinggi: int = 900, *, gelap: bool = False, jaga: bool = True, alamat: str | None = None
    ) -> Layar:
        baru = peramban.new_context(
            viewport={"width": lebar, "height": tinggi},
            color_scheme="dark" if gelap else "light",
            locale="id-ID",
        )
        konteks.append(baru)
        catatan = Catatan()
        dasar = alamat or layanan.alamat
        page = baru.new_page()
        if jaga:
            baru.route("**/*", lambda route: _guard(route, dasar))
        page.on("request", lambda r: None if _is_inside(r.url, dasar) else catatan.luar.append(r.url))
        page.on("console", lambda pesan: _note(pesan, catatan))
        page.on("pageerror", lambda galat: catatan.galat.append(str(galat)))
        page.on("response", lambda j: catatan.jawaban.append(f"{j.status} {j.url}") if j.status >= 400 else None)
        return Layar(page, catatan, dasar)

    yield buat
    for satu in konteks:
        satu.close()


@pytest.fixture
def layar(buat_layar: BuatLayar) -> Layar:
    """One fresh desktop screen."""
    return buat_layar()


def _is_inside(url: str, dasar: str) -> bool:
    return url.startswith((dasar + "/", "data:", "blob:", "about:"))


def _guard(route: Route, dasar: str) -> None:
    if _is_inside(route.request.url, dasar):
        route.continue_()
    else:
        route.abort()


def _note(pesan: ConsoleMessage, catatan: Catatan) -> None:
    if pesan.type == "error":
        catatan.galat.append(f"{pesan.text} ({pesan.location.get('url', '')})")
