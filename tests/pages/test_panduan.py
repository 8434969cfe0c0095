"""The Panduan page stands with any data, and its links open what they promise."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_peta import page_text, run_app


def open_panduan(folder, monkeypatch) -> AppTest:
    app = run_app(folder, monkeypatch)
    app.switch_page("pages/panduan.py").run()
    assert not app.exception
    return app


def test_the_page_shows_tour_exercises_terms_and_corrections(monkeypatch):
    app = open_panduan(None, monkeypatch)
    judul = [s.value for s in app.subheader]
    for perlu in (
        "Sepuluh menit pertama",
        "Lembar latihan bimtek",
        "Siapa memutuskan apa",
        "Mengirim perbaikan",
        "Glosarium",
    ):
        assert perlu in judul
    teks = page_text(app)
    assert "<dt>KSDPK</dt>" in teks
    assert "Persetujuan DPRD" in teks
    assert len([e for e in app.expander if e.label == "Jawaban"]) == 5


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu"])
def test_the_page_stands_with_little_data(monkeypatch, request, folder):
    open_panduan(request.getfixturevalue(folder), monkeypatch)
