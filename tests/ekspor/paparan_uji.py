"""Briefings to write out in tests: real, empty, single-row and the longest names."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kukar_potensi.ekspor.salindia_pdf import Paparan
from kukar_potensi.ekspor.salindia_peta import draw_peta_salindia
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.paparan import Acara, arrange, build_salindia, read_susunan
from kukar_potensi.model.saringan import Saringan
from tests.model.bahan_paparan import bahan_of, indeks_of

SAAT = datetime(2025, 11, 21, 9, 30, tzinfo=UTC)
PERIHAL = "seluruh data · posisi per 21 November 2025"


def paparan_of(himpunan: Himpunan, saringan: Saringan | None = None, susunan: str | None = None) -> Paparan:
    """Gather a briefing as the page does."""
    bahan = bahan_of(indeks_of(himpunan), saringan)
    acara = Acara("Paparan uji", "Rapat TKKSD", date(2025, 12, 1))
    salindia = arrange(bahan, build_salindia(bahan), acara, read_susunan(susunan))
    return Paparan(salindia, draw_peta_salindia(bahan.tampak, salindia), acara.judul, PERIHAL, SAAT)
