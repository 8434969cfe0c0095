"""Limits on a visit in a real browser that no clock decides: bytes, requests, outside hosts."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.kinerja.kawat import BEBAS
from tests.kinerja.layar import PETA
from tests.kinerja.ukur import measure
from tests.layanan.proses import Layanan
from tests.peramban.conftest import BENDERA, find_chromium

KUNJUNGAN_PERTAMA = 1_250_000
KUNJUNGAN_KEMBALI = 150_000
PERMINTAAN = 230
TURUN = 8_000
NAIK = 2_000
"""The first change names everything that the browser keeps; the ones after it are about half."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser of this module alone: while one is open, no other test can run an event loop of its own."""
    jalur = find_chromium()
    if jalur is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium belum ada.")
        pytest.skip("Chromium belum ada.")
    with sync_playwright() as pw, pw.chromium.launch(executable_path=jalur, args=BENDERA) as peramban:
        yield peramban


def test_a_visit_is_small_asks_nobody_outside_and_comes_back_smaller(layanan: Layanan, chromium: Browser):
    hasil = measure(chromium, layanan, PETA, BEBAS, putaran=1, banyak=2)
    assert hasil.luar == 0
    assert hasil.permintaan <= PERMINTAAN
    assert hasil.pertama_bita[0] <= KUNJUNGAN_PERTAMA
    assert hasil.kembali_bita[0] <= KUNJUNGAN_KEMBALI
    assert max(hasil.ubah_turun) <= TURUN
    assert max(hasil.ubah_naik) <= NAIK
