"""What stands above the summary: the area that a keyword or an address names, and what to try when nothing fits."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.tampilan.wilayah import areas_of
from tests.pages.test_peta import page_text, run_app
from tests.pages.test_wilayah import run_page

LOA_RAYA = "64.02.16.2011"


def offers(app: AppTest) -> list[str]:
    return [tombol.label for tombol in app.button if str(tombol.key).startswith("buka_saran_")]


def lines(app: AppTest) -> str:
    return " | ".join(teks.value for teks in app.text)


def rows_at(himpunan, kode: str) -> int:
    return sum(kode in daftar for daftar in himpunan.potensi["kode_desa"])


def test_the_name_of_a_desa_is_answered_before_the_words_are(monkeypatch, himpunan):
    app = run_app(None, monkeypatch, cari="Loa Raya")
    assert f"Desa Loa Raya (Tenggarong Seberang): {rows_at(himpunan, LOA_RAYA)} potensi" in app.text[0].value
    assert "memuat kata “Loa” dan “Raya”" in lines(app)
    app.button(key=f"buka_saran_{LOA_RAYA}").click().run()
    assert app.selectbox(key="wilayah").value == LOA_RAYA
    assert app.text_input(key="cari").value == ""
    assert offers(app) == []


def test_several_desa_of_one_name_get_a_button_each(monkeypatch):
    app = run_app(None, monkeypatch, cari="teluk dalam")
    assert offers(app) == [
        "Buka Kelurahan Teluk Dalam (Muara Jawa)",
        "Buka Desa Teluk Dalam (Tenggarong Seberang)",
    ]


def test_on_its_own_page_the_area_opens_there(monkeypatch):
    app = run_page(None, monkeypatch)
    app.text_input(key="cari").set_value("kel. melayu").run()
    assert offers(app) == ["Buka Kelurahan Melayu (Tenggarong)"]
    app.button(key="buka_saran_64.02.06.1005").click().run()
    assert "<h2>Kelurahan Melayu</h2>" in page_text(app)


@pytest.mark.parametrize("run", [run_app, run_page])
def test_an_address_with_an_unknown_area_is_said_until_another_is_chosen(monkeypatch, run):
    app = run(None, monkeypatch, wilayah="Desa Sukamakmur")
    kalimat = "Wilayah “Desa Sukamakmur” tidak ditemukan di Kukar. Periksa ejaannya, atau pilih kecamatannya."
    assert kalimat in lines(app)
    app.text_input(key="cari").set_value("padi").run()
    assert kalimat in lines(app)
    app.selectbox(key="wilayah").set_value(LOA_RAYA).run()
    assert "tidak ditemukan" not in lines(app)


@pytest.mark.parametrize("run", [run_app, run_page])
def test_an_address_that_two_areas_share_asks_which(monkeypatch, himpunan, run):
    app = run(None, monkeypatch, wilayah="Desa Bukit Raya")
    assert "Ada 2 wilayah bernama “Desa Bukit Raya” di Kukar. Yang mana?" in lines(app)
    assert offers(app) == ["Buka Desa Bukit Raya (Samboja)", "Buka Desa Bukit Raya (Tenggarong Seberang)"]
    kode = next(k for k, label in areas_of(himpunan).items() if label == "Desa Bukit Raya (Samboja)")
    app.button(key=f"buka_saran_{kode}").click().run()
    assert app.selectbox(key="wilayah").value == kode
    assert offers(app) == []


def test_an_unknown_area_in_the_address_is_text(monkeypatch):
    app = run_app(None, monkeypatch, wilayah="<script>alert(1)</script> **x**")
    assert "Wilayah “<script>alert(1)</script> **x**” tidak ditemukan" in lines(app)
    assert "<script>" not in page_text(app)


def test_nothing_found_is_one_line_that_says_what_to_try(monkeypatch, himpunan):
    app = run_app(None, monkeypatch, cari="qqzz")
    (ringkasan,) = [m.value for m in app.markdown if "Tidak ada yang cocok" in m.value]
    banyak = f"{len(himpunan.potensi)} potensi dan {len(himpunan.kerja_sama)} kerja sama."
    saran = "Coba satu kata saja, ejaan lain, atau kode baris."
    assert ringkasan == f"**Tidak ada yang cocok** di antara {banyak} {saran}"
    assert lines(app) == "memuat kata “qqzz”"


def test_words_that_only_the_rest_of_the_filter_hides_are_counted(monkeypatch):
    app = run_app(None, monkeypatch, cari="p235", sektor="Perikanan dan kelautan")
    assert any("Tanpa saringan lain, 1 baris memuat katanya." in m.value for m in app.markdown)
