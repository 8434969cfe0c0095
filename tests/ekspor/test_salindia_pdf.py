"""The PDF holds every slide and nothing outside it; the handout holds two a page with notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from fpdf import FPDF

from kukar_potensi.ekspor.salindia_pdf import (
    A4_MM,
    CATATAN_TERPOTONG,
    HURUF_KAKI,
    _foot_text,
    write_lembar_a4,
    write_pdf,
)
from kukar_potensi.ekspor.salindia_tata import LEBAR_MM, TINGGI_MM, wrap_lines
from kukar_potensi.model.paparan_bentuk import DeretAngka, Tabel
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.sumber import load_himpunan
from tests.ekspor.panjang import write_longest
from tests.ekspor.paparan_uji import PERIHAL, paparan_of


@dataclass(frozen=True)
class Tulisan:
    """One line on a page and the box it takes (mm)."""

    halaman: int
    teks: str
    kanan: float
    bawah: float
    batas: float


@pytest.fixture(scope="module")
def paparan(himpunan):
    return paparan_of(himpunan)


@pytest.fixture
def tertulis(monkeypatch):
    """Every line that a PDF writes, with where it ends and where its box ends."""
    catatan = []
    asli = FPDF.cell

    def record(self, w, h, text="", **lain):
        x, y = self.get_x(), self.get_y()
        kanan = x + w if lain.get("align") == "R" else x + self.get_string_width(text)
        catatan.append(Tulisan(self.page_no(), text, kanan, y + h, x + w))
        return asli(self, w, h, text, **lain)

    monkeypatch.setattr(FPDF, "cell", record)
    return catatan


def page_text(tertulis, halaman):
    return " ".join(satu.teks for satu in tertulis if satu.halaman == halaman)


def page_sizes(berkas):
    return {(float(a), float(b)) for a, b in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", berkas)}


def test_one_wide_page_a_slide_with_everything_it_says(paparan, tertulis):
    berkas = write_pdf(paparan)
    assert berkas.startswith(b"%PDF-")
    assert page_sizes(berkas) == {(960.0, 540.0)}
    assert max(satu.halaman for satu in tertulis) == len(paparan.salindia)
    for nomor, salindia in enumerate(paparan.salindia, start=1):
        teks = page_text(tertulis, nomor)
        assert salindia.kalimat in teks
        assert f"{nomor} / {len(paparan.salindia)}" in teks
        for bagian in (b for kolom in salindia.kolom for b in kolom.bagian):
            if isinstance(bagian, DeretAngka):
                assert all(satu.nilai in teks for satu in bagian.butir)
            elif isinstance(bagian, Tabel):
                assert all(sel in teks for baris in bagian.baris for sel in baris)


@pytest.mark.parametrize("tulis", [write_pdf, write_lembar_a4])
@pytest.mark.parametrize("panjang", [False, True])
def test_no_line_leaves_its_box_or_the_page(himpunan, tmp_path, tertulis, tulis, panjang):
    data = load_himpunan(write_longest(tmp_path / "data")) if panjang else himpunan
    tulis(paparan_of(data))
    lebar, tinggi = (LEBAR_MM, TINGGI_MM) if tulis is write_pdf else A4_MM
    for satu in tertulis:
        assert satu.kanan <= satu.batas + 0.2, satu
        assert satu.kanan <= lebar
        assert satu.bawah <= tinggi


def test_the_handout_has_two_slides_a_page_with_their_notes(paparan, tertulis):
    berkas = write_lembar_a4(paparan)
    assert page_sizes(berkas) == {(595.28, 841.89)}
    assert max(satu.halaman for satu in tertulis) == 5
    for nomor, salindia in enumerate(paparan.salindia):
        teks = page_text(tertulis, nomor // 2 + 1)
        assert salindia.kalimat in teks
        assert salindia.catatan[0][:60] in teks
        assert all(c in teks for c in salindia.catatan) or CATATAN_TERPOTONG in teks
    assert "Halaman 5 dari 5" in page_text(tertulis, 5)
    assert PERIHAL in page_text(tertulis, 1)


def test_the_map_is_in_both(paparan):
    for tulis in (write_pdf, write_lembar_a4):
        assert tulis(paparan).count(b"/Subtype /Image") >= 1


def test_it_stays_small(paparan):
    assert len(write_pdf(paparan)) < 3_000_000
    assert len(write_lembar_a4(paparan)) < 3_000_000


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
def test_it_is_written_without_data_and_with_one_row(request, nama, tertulis):
    write_lembar_a4(paparan_of(request.getfixturevalue(nama)))
    assert "Belum ada" in page_text(tertulis, 3) or nama == "himpunan_satu"


def test_an_empty_filter_says_so(himpunan, tertulis):
    write_pdf(paparan_of(himpunan, Saringan(cari="zzzzz")))
    assert all("saringan ini" in page_text(tertulis, nomor) for nomor in range(2, 10))


def test_the_same_briefing_gives_the_same_file(paparan):
    assert write_pdf(paparan) == write_pdf(paparan)


def test_an_interruption_stops_the_work(paparan):
    def stop(langkah):
        raise InterruptedError(langkah)

    with pytest.raises(InterruptedError, match="salindia 1 dari 9"):
        write_lembar_a4(paparan, stop)


@pytest.mark.parametrize("saringan", ["seluruh data, tanpa saringan", "kecamatan " + ", ".join(["Tenggarong"] * 40)])
def test_the_foot_of_the_handout_keeps_day_and_data_version(saringan):
    teks = _foot_text(f"{saringan} · posisi per 21 November 2025 · data 0123456789ab", 148.0)
    assert teks.endswith(" · posisi per 21 November 2025 · data 0123456789ab")
    assert len(wrap_lines(teks, 148.0, HURUF_KAKI)) == 1
    assert teks.startswith("seluruh data, tanpa saringan" if "seluruh" in saringan else "kecamatan Tenggarong")
