"""The pictures of the page: small, shared, on the page's own paper."""

from __future__ import annotations

import io
import tomllib

import pytest
from PIL import Image

from kukar_potensi.ekspor.gambar_nada import Sajian
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.tampilan.data import AKAR
from kukar_potensi.tampilan.halaman_wilayah.gambar import UKURAN, _lokasi


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_a_picture_has_the_paper_of_the_page_and_is_drawn_once(himpunan: Himpunan, tema: str) -> None:
    susunan = tomllib.loads((AKAR / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    kertas = susunan["theme"][tema]["backgroundColor"]
    sajian = Sajian(gelap=tema == "dark", hemat=True, kertas=kertas)
    isi = _lokasi(himpunan, "64.02.06", sajian)
    assert _lokasi(himpunan, "64.02.06", sajian) is isi
    assert len(isi) < 60_000
    gambar = Image.open(io.BytesIO(isi)).convert("RGB")
    assert gambar.getpixel((0, gambar.height - 1)) == tuple(bytes.fromhex(kertas.removeprefix("#")))
    assert gambar.width == pytest.approx(UKURAN.lebar_mm / 25.4 * UKURAN.dpi, abs=1)
