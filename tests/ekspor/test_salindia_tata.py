"""Nothing on a slide runs over: every part ends on the sheet, also with the longest names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from kukar_potensi.ekspor.huruf import TEBAL, TEGAK
from kukar_potensi.ekspor.salindia_tata import (
    BAWAH_MM,
    HURUF_ISI,
    LEBAR_MM,
    MM_PER_PT,
    SEL_MM,
    TEPI_MM,
    cell_mm,
    chart_mm,
    lay_out,
    limit_lines,
    line_mm,
    title_mm,
    width_mm,
    wrap_lines,
)
from kukar_potensi.model.paparan import Acara, arrange, build_salindia, read_susunan
from kukar_potensi.model.paparan_bentuk import Batang, Grafik, Kolom, Lajur, Peta, Salindia, Tabel
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.sumber import load_himpunan
from tests.ekspor.panjang import write_longest
from tests.model.bahan_paparan import bahan_of, indeks_of

LEBAR_HURUF = st.text(alphabet="WMilja —/-é…", min_size=1, max_size=110).map(str.strip).filter(bool)
SEDIKIT = 0.01


@pytest.mark.parametrize("tebal", [False, True])
def test_a_text_is_as_wide_as_the_font_says(tebal, himpunan):
    """Words are measured one by one; together they are as wide as the whole."""
    font = ImageFont.truetype(str(TEBAL if tebal else TEGAK), 100)
    for teks in [*himpunan.potensi["nama"], *himpunan.kerja_sama["judul"]]:
        rapi = " ".join(teks.split())
        assert width_mm(rapi, 100 / MM_PER_PT, tebal=tebal) == pytest.approx(font.getlength(rapi), abs=1e-6)


def assert_on_sheet(tata):
    """Headline above the body, parts inside the sheet, one under the other, columns apart."""
    atas = tata.kalimat.kotak.y + tata.kalimat.kotak.tinggi
    kotak = [satu.kotak for satu in tata.bagian]
    for satu in kotak:
        assert satu.y >= atas
        assert satu.y + satu.tinggi <= BAWAH_MM + SEDIKIT, tata.salindia.kunci
        assert satu.x >= TEPI_MM - SEDIKIT
        assert satu.x + satu.lebar <= LEBAR_MM - TEPI_MM + SEDIKIT
    for i, a in enumerate(kotak):
        for b in kotak[i + 1 :]:
            terpisah_x = a.x + a.lebar <= b.x + SEDIKIT or b.x + b.lebar <= a.x + SEDIKIT
            terpisah_y = a.y + a.tinggi <= b.y + SEDIKIT or b.y + b.tinggi <= a.y + SEDIKIT
            assert terpisah_x or terpisah_y


def slide(*kolom, kalimat="Satu kalimat yang cukup panjang untuk sebuah salindia rapat."):
    return Salindia("uji", "Judul uji", kalimat, kolom, (), "Sumber uji")


def slides_of(himpunan, saringan=None):
    bahan = bahan_of(indeks_of(himpunan), saringan)
    return arrange(bahan, build_salindia(bahan), Acara("J" * 110, "R" * 140), read_susunan(None))


@pytest.mark.parametrize("nama", ["himpunan", "himpunan_kosong", "himpunan_satu"])
def test_real_empty_and_single_data_stay_on_the_sheet(request, nama):
    for salindia in slides_of(request.getfixturevalue(nama)):
        assert_on_sheet(lay_out(salindia))


@pytest.mark.parametrize("saringan", [Saringan(sektor=("energi",)), Saringan(cari="zzz"), Saringan(jenis="potensi")])
def test_filtered_views_stay_on_the_sheet(himpunan, saringan):
    for salindia in slides_of(himpunan, saringan):
        assert_on_sheet(lay_out(salindia))


def test_the_longest_real_name_in_every_row_stays_on_the_sheet(tmp_path):
    for salindia in slides_of(load_himpunan(write_longest(tmp_path / "data"))):
        tata = lay_out(salindia)
        assert_on_sheet(tata)
        assert all(letak.huruf_pt >= 11 for letak in tata.bagian)


def test_real_slides_are_legible_from_the_back_of_a_room(himpunan):
    """13 points of 540: a 38th of the picture's height for a line of body text."""
    for salindia in slides_of(himpunan):
        for letak in lay_out(salindia).bagian:
            assert letak.huruf_pt >= 13, (salindia.kunci, letak.bagian)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LEBAR_HURUF, LEBAR_HURUF, LEBAR_HURUF, LEBAR_HURUF), max_size=10), LEBAR_HURUF)
def test_a_table_of_the_longest_texts_still_fits(baris, sisa):
    lajur = (Lajur("No", 0.05, "kanan"), Lajur("Kerja sama", 0.5), Lajur("Sebab", 0.25), Lajur("Siapa", 0.2))
    tabel = Tabel("Judul", lajur, tuple(baris), "Tidak ada.", sisa)
    tata = lay_out(slide(Kolom(1.0, (tabel,))))
    assert_on_sheet(tata)
    (letak,) = tata.bagian
    lebar = [w - 2 * SEL_MM[0] for w in cell_mm(tabel, letak.kotak.lebar)]
    for isi, tinggi in zip(letak.sel[1:], letak.tinggi[1:], strict=True):
        perlu = max(len(wrap_lines(t, w, letak.huruf_pt)) for t, w in zip(isi, lebar, strict=True))
        assert perlu * line_mm(letak.huruf_pt) <= tinggi + SEDIKIT


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("WMil ", min_size=1, max_size=60).map(str.strip).filter(bool), min_size=1, max_size=9))
def test_a_chart_keeps_room_for_label_bar_and_number(label):
    grafik = Grafik("Judul", tuple(Batang(satu, 5, "1.234 dari 1.234") for satu in label))
    tata = lay_out(slide(Kolom(0.4, (grafik,)), Kolom(0.6, (Peta("relevansi", "desa", "peta"),))))
    letak = tata.bagian[0]
    kiri, batang = chart_mm(grafik, letak.kotak.lebar, letak.huruf_pt)
    angka = width_mm("1.234 dari 1.234", letak.huruf_pt, tebal=True)
    assert batang > 0
    assert kiri + batang + angka <= letak.kotak.lebar + SEDIKIT


def test_a_map_takes_the_height_that_is_left():
    tata = lay_out(slide(Kolom(1.0, (Peta("relevansi", "desa", "peta"),))))
    kotak = tata.bagian[0].kotak
    assert kotak.y + kotak.tinggi == pytest.approx(BAWAH_MM)


def test_letters_are_as_large_as_the_space_allows():
    lajur = (Lajur("A", 1.0),)
    sedikit, banyak = (Tabel("", lajur, tuple(("isi",) for _ in range(n)), "") for n in (3, 18))
    assert lay_out(slide(Kolom(1.0, (sedikit,)))).bagian[0].huruf_pt == HURUF_ISI[0]
    assert lay_out(slide(Kolom(1.0, (banyak,)))).bagian[0].huruf_pt < HURUF_ISI[0]


def test_an_empty_table_says_why_instead_of_showing_headings():
    tabel = Tabel("Judul", (Lajur("A", 1.0),), (), "Tidak ada yang tercatat.")
    letak = lay_out(slide(Kolom(1.0, (tabel,)))).bagian[0]
    assert letak.sel == ()
    assert letak.kotak.tinggi >= title_mm("Judul", letak.huruf_pt)


@given(st.text(max_size=200), st.floats(15, 300), st.floats(10, 30))
def test_no_line_is_wider_than_its_box_and_no_sign_is_lost(teks, lebar, huruf):
    baris = wrap_lines(teks, lebar, huruf)
    assert "".join(baris).replace(" ", "") == "".join(teks.split())
    assert all(width_mm(satu, huruf) <= lebar or len(satu) == 1 for satu in baris)


@given(LEBAR_HURUF, st.floats(30, 120), st.integers(1, 3))
def test_a_cut_text_fits_its_lines_and_says_that_it_was_cut(teks, lebar, banyak):
    potong = limit_lines(teks, lebar, 14.0, banyak)
    assert len(wrap_lines(potong, lebar, 14.0)) <= banyak
    assert potong == teks or potong.endswith("…")
