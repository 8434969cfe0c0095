"""Start the service and a real Chromium for browser tests, and stop whatever was started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

from tests.layanan.proses import Layanan, run_layani

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
        """Open a path of the service and wait until Streamlit has run the page."""
        self.page.goto(self.alamat + jalur)
        wait_for_app(self.page)
        return self.page


def find_chromium() -> str | None:
    """Return the path of an installed Chromium or Chrome, or None."""
    nama = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CHROMIUM") or next((p for n in nama if (p := shutil.which(n))), None)


def wait_for_app(page: Page, batas_ms: float = 30_000) -> None:
    """Wait until the app is drawn and no run is under way."""
    page.wait_for_selector("[data-testid='stApp']", timeout=batas_ms)
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=batas_ms)


@pytest.fixture(scope="session")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """The real service over the real data, one for all browser tests."""
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
    """A maker of fresh screens: `buat_layar(lebar=390, tinggi=844, gelap=True, alamat=...)`."""
    konteks: list[Any] = []

    def buat(lebar: int = 1366, tinggi: int = 900, *, gelap: bool = False, alamat: str | None = None) -> Layar:
        baru = peramban.new_context(
            viewport={"width": lebar, "height": tinggi},
            color_scheme="dark" if gelap else "light",
            locale="id-ID",
        )
        konteks.append(baru)
        catatan = Catatan()
        dasar = alamat or layanan.alamat
        page = baru.new_page()
        baru.route("**/*", lambda route: _guard(route, dasar, catatan))
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


def _guard(route: Route, dasar: str, catatan: Catatan) -> None:
    url = route.request.url
    if url.startswith((dasar, "data:", "blob:")):
        route.continue_()
    else:
        catatan.luar.append(url)
        route.abort()


def _note(pesan: ConsoleMessage, catatan: Catatan) -> None:
    if pesan.type == "error":
        catatan.galat.append(f"{pesan.text} ({pesan.location.get('url', '')})")
