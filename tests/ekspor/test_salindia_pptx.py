"""The presentation opens everywhere, can be edited, and says what the slides on screen say."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
from html import unescape
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Mm

from kukar_potensi.ekspor.salindia_pptx import write_pptx
from kukar_potensi.ekspor.salindia_tata import LEBAR_MM, TINGGI_MM, lay_out
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Tabel
from kukar_potensi.model.paparan_evaluasi import BANYAK_AGENDA
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.sumber import load_himpunan
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.ekspor.panjang import write_longest
from tests.ekspor.paparan_uji import PERIHAL, paparan_of

BATAS_BYTE = 8_000_000
BATAS_DETIK = 5.0
FOOTER_MM = 179.5


@pytest.fixture(scope="module")
def paparan(himpunan):
    return paparan_of(himpunan)


@pytest.fixture(scope="module")
def berkas(paparan):
    return write_pptx(paparan)


def open_pptx(isi):
    return Presentation(io.BytesIO(isi))


def parts(salindia, jenis):
    return [bagian for kolom in salindia.kolom for bagian in kolom.bagian if isinstance(bagian, jenis)]


def texts(slide):
    return " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_it_is_wide_small_and_quick(himpunan):
    mulai = time.perf_counter()
    isi = write_pptx(paparan_of(himpunan))
    assert time.perf_counter() - mulai < BATAS_DETIK
    assert len(isi) < BATAS_BYTE
    assert (open_pptx(isi).slide_width, open_pptx(isi).slide_height) == (12_192_000, 6_858_000)


def test_every_slide_is_there_with_its_sentence_as_title_and_its_notes(paparan, berkas):
    slides = list(open_pptx(berkas).slides)
    assert len(slides) == len(paparan.salindia)
    for slide, salindia in zip(slides, paparan.salindia, strict=True):
        assert slide.shapes.title.text_frame.text == salindia.kalimat
        catatan = slide.notes_slide.notes_text_frame.text
        assert catatan.startswith(salindia.kalimat)
        assert all(satu in catatan for satu in salindia.catatan)
        assert salindia.sumber in texts(slide)
        assert PERIHAL in catatan


def test_figures_tables_and_charts_are_native_and_equal_to_the_slides(paparan, berkas):
    for slide, salindia in zip(open_pptx(berkas).slides, paparan.salindia, strict=True):
        for deret in parts(salindia, DeretAngka):
            for angka in deret.butir:
                assert f"{angka.nilai}\n{angka.label}" in texts(slide)
        tabel = [s.table for s in slide.shapes if s.has_table]
        acuan = [satu for satu in parts(salindia, Tabel) if satu.baris]
        assert len(tabel) == len(acuan)
        for isi, harap in zip(tabel, acuan, strict=True):
            baris = [tuple(sel.text for sel in row.cells) for row in isi.rows]
            assert baris == [tuple(k.judul for k in harap.lajur), *harap.baris]
        grafik = [s.chart for s in slide.shapes if s.has_chart]
        for isi, harap in zip(grafik, parts(salindia, Grafik), strict=True):
            assert list(isi.plots[0].series[0].values) == [b.nilai for b in harap.batang]
            kategori = list(isi.plots[0].categories)
            assert all(k.startswith(b.label) for k, b in zip(kategori, harap.batang, strict=True))
            if harap.persen:
                assert all(k.endswith(b.teks) for k, b in zip(kategori, harap.batang, strict=True))


def test_the_map_is_a_sharp_described_picture_in_its_place(paparan, berkas):
    (gambar,) = [s for slide in open_pptx(berkas).slides for s in slide.shapes if s.shape_type == 13]
    with Image.open(io.BytesIO(gambar.image.blob)) as isi:
        assert isi.width >= 1200
        assert isi.width / isi.height == pytest.approx(gambar.width / gambar.height, rel=0.01)
    assert gambar._element.nvPicPr.cNvPr.get("descr").startswith("Peta rata-rata relevansi IKN")
    assert gambar.top + gambar.height <= Mm(FOOTER_MM)


def test_nothing_lies_outside_the_slide(berkas):
    for slide in open_pptx(berkas).slides:
        for bentuk in slide.shapes:
            assert bentuk.left >= 0
            assert bentuk.top >= 0
            assert bentuk.left + bentuk.width <= Mm(LEBAR_MM) + 10
            assert bentuk.top + bentuk.height <= Mm(TINGGI_MM) + 10


def test_order_and_hiding_hold_in_the_file(himpunan):
    slides = open_pptx(write_pptx(paparan_of(himpunan, susunan="sumber,sampul"))).slides
    assert [texts(s).split(" / ")[0][-1] for s in slides] == ["1", "2"]
    assert "kelas A" in slides[0].shapes.title.text_frame.text


def test_an_empty_filter_says_so_on_every_slide(himpunan):
    slides = open_pptx(write_pptx(paparan_of(himpunan, Saringan(cari="zzzzz")))).slides
    assert all("saringan ini" in s.shapes.title.text_frame.text for s in list(slides)[1:])
    assert "memuat kata “zzzzz”" in texts(slides[0])


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
def test_it_opens_without_data_and_with_one_row(request, nama):
    himpunan = request.getfixturevalue(nama)
    assert len(open_pptx(write_pptx(paparan_of(himpunan))).slides) == 9


def test_text_from_the_data_stays_text(salin_data):
    folder = copy_data(salin_data.parent / "lain", salin_data)
    isi = read_tabel(folder, "kerja_sama")
    racun = "=1+1 <b>&amp; \x07\x0b{{x}} ]]> \U0001f600"
    isi["judul"] = racun + " " + isi["id"]
    write_tabel(folder, "kerja_sama", isi)
    slides = open_pptx(write_pptx(paparan_of(load_himpunan(folder)))).slides
    judul = [row.cells[1].text for s in slides for t in s.shapes if t.has_table for row in t.table.rows]
    kena = [teks for teks in judul if teks.startswith("=1+1 <b>&amp; ")]
    assert len(kena) >= BANYAK_AGENDA
    assert all("{{x}} ]]> \U0001f600" in teks and "\x07" not in teks for teks in kena)


def test_progress_is_told_and_an_interruption_stops_the_work(paparan):
    langkah = []

    def stop(teks):
        langkah.append(teks)
        if len(langkah) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pptx(paparan, stop)
    assert langkah[-1] == "Menulis salindia 3 dari 9"


@pytest.mark.lambat
@pytest.mark.parametrize("panjang", [False, True])
def test_libreoffice_shows_every_word_above_the_foot(himpunan, tmp_path, panjang):
    program, pembaca = shutil.which("soffice"), shutil.which("pdftotext")
    if program is None or pembaca is None or not (Path(program).resolve().parent / "libsdlo.so").exists():
        pytest.skip("LibreOffice Impress atau poppler-utils belum terpasang")
    data = load_himpunan(write_longest(tmp_path / "data")) if panjang else himpunan
    paparan = paparan_of(data)
    (tmp_path / "paparan.pptx").write_bytes(write_pptx(paparan))
    subprocess.run(
        [program, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf", "--outdir", tmp_path,
         tmp_path / "paparan.pptx"],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    halaman = read_words(pembaca, tmp_path / "paparan.pdf")
    assert len(halaman) == len(paparan.salindia)
    for kata, salindia in zip(halaman, paparan.salindia, strict=True):
        isi = [(bawah, teks) for atas, bawah, teks in kata if atas < FOOTER_MM]
        assert max(bawah for bawah, _ in isi) <= FOOTER_MM, salindia.kunci
        terbaca = " ".join(teks for _, teks in isi)
        for tulisan in said_by(salindia):
            hilang = [kata for kata in re.findall(r"\w+|…", tulisan) if kata not in terbaca]
            assert not hilang, (salindia.kunci, tulisan)


def read_words(pembaca, berkas):
    """Every word of a PDF by page, with the top and bottom of its box (mm)."""
    teks = subprocess.run([pembaca, "-bbox", berkas, "-"], check=True, capture_output=True, text=True).stdout
    hasil = []
    for halaman in teks.split("<page ")[1:]:
        skala = TINGGI_MM / float(re.search(r'height="([\d.]+)"', halaman)[1])
        pola = r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
        hasil.append([(float(a) * skala, float(b) * skala, unescape(k)) for a, b, k in re.findall(pola, halaman)])
    return hasil


def said_by(salindia):
    """What must be readable on a slide: its sentence, figures, and every cell of its tables."""
    yield salindia.kalimat
    for deret in parts(salindia, DeretAngka):
        yield from (f"{satu.nilai} {satu.label} {satu.catatan}" for satu in deret.butir)
    for letak in lay_out(salindia).bagian:
        yield from (sel for baris in letak.sel for sel in baris)
