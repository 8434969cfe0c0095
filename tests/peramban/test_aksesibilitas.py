"""Every page can be used without seeing colours and without a mouse: axe finds no serious fault, Tab reaches it all."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from kukar_potensi.tampilan.halaman import HALAMAN
from tests.peramban.conftest import wait_for_app

pytestmark = pytest.mark.peramban

JALUR = {h.judul: "/" if h.utama else "/" + h.berkas.removeprefix("pages/").removesuffix(".py") for h in HALAMAN}
BERAT = {"serious", "critical"}
# Faults inside widgets of Streamlit itself, which this app cannot mend: rule -> part of the faulty element.
MILIK_STREAMLIT: dict[str, tuple[str, ...]] = {}


def serious_faults(page) -> list[str]:
    """Serious and critical faults that axe finds, without those inside Streamlit's own widgets."""
    hasil = Axe().run(page, options={"resultTypes": ["violations"]})
    keluhan = []
    for satu in hasil.response["violations"]:
        if satu["impact"] not in BERAT:
            continue
        for simpul in satu["nodes"]:
            if any(bagian in simpul["html"] for bagian in MILIK_STREAMLIT.get(satu["id"], ())):
                continue
            keluhan.append(f"{satu['id']}: {json.dumps(simpul['target'])} {simpul['html'][:160]}")
    return keluhan


@pytest.mark.parametrize("gelap", [False, True], ids=["terang", "gelap"])
@pytest.mark.parametrize("judul", list(JALUR))
def test_axe_finds_no_serious_fault(buat_layar, judul, gelap):
    layar = buat_layar(1366, 900)
    page = layar.open(JALUR[judul] + ("?tema=gelap" if gelap else ""))
    wait_for_app(page)
    page.wait_for_timeout(1500)
    assert serious_faults(page) == []


@pytest.mark.parametrize("judul", list(JALUR))
def test_tab_reaches_every_control_of_the_page(layar, judul):
    page = layar.open(JALUR[judul])
    wait_for_app(page)
    page.wait_for_timeout(1000)
    perlu = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] button, [data-testid=stMain] input, [data-testid=stMain] a[href]')]
          .filter(e => !e.disabled && e.checkVisibility({checkVisibilityCSS: true, checkOpacity: true}) && e.tabIndex >= 0
            && e.type !== 'radio' && e.getAttribute('role') !== 'radio').length"""
    )
    page.evaluate(
        "() => { window.__kena = new Set(); document.addEventListener('focusin', e => window.__kena.add(e.target)); }"
    )
    for _ in range(min(perlu, 60) + 40):
        page.keyboard.press("Tab")
    tercapai = page.evaluate("() => [...window.__kena].filter(e => e.closest('[data-testid=stMain]')).length")
    assert tercapai >= min(perlu, 60)
