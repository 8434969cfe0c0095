"""What the figure of hanging cooperations says beside its number."""

from __future__ import annotations

import re

import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.status import TIDAK_DIKETAHUI
from tests.pages.test_kerja_sama import MENGGANTUNG, POSISI, SEMUA, TERCATAT, figure, run_page


def test_the_hanging_figure_tells_of_how_many_and_when_only_news_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = run_page(None, monkeypatch, tanggal="2024-04-30")
    label = app.button(key=f"posisi_{POSISI.index(MENGGANTUNG)}").label
    assert re.search(r"dari \d+ yang sudah ditandatangani; .* \d+ hanya karena belum tercatat laporan baru", label)
    semua, belum = figure(app, SEMUA), figure(app, "belum berlaku")
    assert f"dari {semua - belum} yang sudah ditandatangani" in label


def test_the_210_are_told_by_date_with_the_undecided_ones(monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan) -> None:
    rows = himpunan.kerja_sama
    belum = int((rows["masuk_210"].eq("ya") & rows["kategori"].eq("Perlu keputusan TKKSD")).sum())
    label = run_page(None, monkeypatch).button(key=f"posisi_{POSISI.index(TERCATAT)}").label
    assert "menurut tanggalnya" in label
    assert f"{belum} belum ditetapkan kategorinya" in label


@pytest.mark.parametrize("posisi", ["mendesak", "segera berakhir"])
def test_what_ends_soon_is_told_with_those_of_which_nobody_knows(monkeypatch: pytest.MonkeyPatch, posisi: str) -> None:
    app = run_page(None, monkeypatch)
    belum = figure(app, TIDAK_DIKETAHUI)
    assert belum
    assert f"{belum} belum dapat dinilai" in app.button(key=f"posisi_{POSISI.index(posisi)}").label
