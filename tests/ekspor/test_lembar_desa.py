"""The sheet of one area: one A4 page, nothing outside it, nothing lost without saying so."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from fpdf import FPDF
from PIL import Image

from kukar_potensi.ekspor import lembar_desa
from kukar_potensi.ekspor.lembar_desa import LEBAR, TEPI, TINGGI, build_lembar, file_name
from kukar_potensi.ekspor.lembar_isi import address_of, word_lembar
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.perbaikan import PENERIMA
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Tampak, build_indeks

TANGGAL = date(2025, 11, 21)
ALAMAT = "https://kukar.example/wilayah"
TERPADAT = ("64.02.11", "64.02.16", "64.02.05", "64.02.06", "64.02.11.2007", "64.02.02.2005", "64.02.16.2018")
NAMA_TERPANJANG = ("64.02.01.2011", "64.02.08.2018", "64.02.13.1023", "64.02.14.1002")


@dataclass(frozen=True)
class Tulisan:
    """One piece of text on the page and the box it takes (mm)."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float


@pytest.fixture(scope="module")
def tampak(himpunan: Himpunan) -> Tampak:
    return build_indeks(himpunan, TANGGAL).apply(Saringan())


@pytest.fixture
def cetak(monkeypatch: pytest.MonkeyPatch) -> Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]:
    """Print a sheet with a blank map; return the file and every text with its place."""
    catatan: list[Tulisan] = []
    asli = FPDF.cell
    kosong = io.BytesIO()
    Image.new("RGB", (8, 6)).save(kosong, "png")

    def record(self: FPDF, w: float, h: float, text: str = "", **lain: Any) -> Any:
        x, y = self.get_x(), self.get_y()
        catatan.append(Tulisan(text, x, y, x + self.get_string_width(text), y + h))
        return asli(self, w, h, text, **lain)

    def draw(*_: Any, **__: Any) -> bytes:
        return kosong.getvalue()

    monkeypatch.setattr(FPDF, "cell", record)
    monkeypatch.setattr(lembar_desa, "draw_lokasi", draw)

    def make(tampak: Tampak, kode: str) -> tuple[bytes, list[Tulisan]]:
        catatan.clear()
        return build_lembar(tampak, kode, ALAMAT), list(catatan)

    return make


def pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n")


def check_page(pdf: bytes, tulisan: list[Tulisan]) -> None:
    """Hold that the file is one page and that no text leaves it or covers another."""
    assert pages(pdf) == 1
    for satu in tulisan:
        assert satu.kiri >= TEPI - 0.01, satu
        assert satu.kanan <= LEBAR - TEPI + 0.3, satu
        assert satu.bawah <= TINGGI - 8, satu
    for kolom in (True, False):
        isi = sorted((t for t in tulisan if (t.kiri < LEBAR / 2 - 1) is kolom), key=lambda t: t.atas)
        for atas, bawah in itertools.pairwise(isi):
            bertumpuk = bawah.atas < atas.bawah - 0.35 and bawah.kiri < atas.kanan and atas.kiri < bawah.kanan
            assert not bertumpuk, (atas, bawah)


@pytest.mark.parametrize("kode", [*TERPADAT, *NAMA_TERPANJANG])
def test_fullest_areas_and_longest_names_fit_on_one_page(
    tampak: Tampak, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]], kode: str
) -> None:
    check_page(*cetak(tampak, kode))


def test_every_kecamatan_and_a_sample_of_desa_fit_on_one_page(
    tampak: Tampak, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]
) -> None:
    himpunan = tampak.indeks.himpunan
    for kode in (*himpunan.kecamatan.index, *himpunan.desa.index[::29]):
        check_page(*cetak(tampak, str(kode)))


def test_every_potensi_of_a_desa_is_named_with_its_source_and_number(
    tampak: Tampak, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]
) -> None:
    _, tulisan = cetak(tampak, "64.02.11.2007")
    semua = " ".join(t.teks for t in tulisan)
    isi = word_lembar(tampak, "64.02.11.2007", ALAMAT)
    assert len(isi.kiri[0].butir) == tampak.wilayah_desa.at["64.02.11.2007", "potensi"]
    for butir in isi.kiri[0].butir:
        assert butir.judul in semua
        assert butir.rincian.rsplit(" · ", 1)[1] in semua
    assert "sumber:" in semua
    assert "belum diverifikasi OPD" in semua


def test_what_does_not_fit_is_counted(
    himpunan_besar: Himpunan, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]
) -> None:
    besar = build_indeks(himpunan_besar, TANGGAL).apply(Saringan())
    for kode in ("64.02.11", "64.02.11.2007"):
        pdf, tulisan = cetak(besar, kode)
        check_page(pdf, tulisan)
        (sisa,) = [t.teks for t in tulisan if t.teks.startswith("dan ") and "lagi: pindai" in t.teks][:1]
        judul = next(t for t in tulisan if t.teks.startswith("Potensi tercatat"))
        tertulis = [
            t for t in tulisan if t.teks.startswith("• BUATAN UJI") and t.kiri < LEBAR / 2 and t.atas > judul.atas
        ]
        assert int(sisa.split()[1]) > 0
        assert tertulis


def test_an_area_with_nothing_recorded_says_so_kindly_and_invites(
    himpunan_kosong: Himpunan, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]
) -> None:
    kosong = build_indeks(himpunan_kosong, TANGGAL).apply(Saringan())
    for kode in ("64.02.06", "64.02.06.1001"):
        pdf, tulisan = cetak(kosong, kode)
        check_page(pdf, tulisan)
        semua = " ".join(t.teks for t in tulisan)
        assert "bukan berarti tidak ada" in semua
        assert "Ada yang keliru atau kurang tentang" in semua
        assert PENERIMA in semua


def test_hostile_and_endless_names_stay_on_the_page(
    tampak: Tampak, cetak: Callable[[Tampak, str], tuple[bytes, list[Tulisan]]]
) -> None:
    himpunan = tampak.indeks.himpunan
    desa, potensi = himpunan.desa.copy(), himpunan.potensi.copy()
    desa.loc["64.02.11.2007", "nama"] = "Sangat" * 20 + " <b>中</b> \x00 **tebal**"
    potensi["nama"] = potensi["nama"] + " " + "x" * 300
    potensi["uraian"] = "=SUM(A1) __garis__ " * 20
    jahat = build_indeks(replace(himpunan, desa=desa, potensi=potensi), TANGGAL).apply(Saringan())
    pdf, tulisan = cetak(jahat, "64.02.11.2007")
    check_page(pdf, tulisan)
    assert any("<b>□</b>" in t.teks or "**tebal**" in t.teks for t in tulisan)


def test_the_sheet_opens_its_page_by_code(tampak: Tampak) -> None:
    pdf = build_lembar(tampak, "64.02.06.1010", ALAMAT)
    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 1
    assert b"https://kukar.example/wilayah?wilayah=64.02.06.1010" in pdf
    assert len(pdf) < 400_000


def test_without_an_address_there_is_no_link_and_no_invented_one(tampak: Tampak) -> None:
    pdf = build_lembar(tampak, "64.02.06.1010")
    assert b"/URI" not in pdf
    assert address_of("", "64.02.06") == ""


def test_the_same_view_gives_the_same_words_and_date(tampak: Tampak) -> None:
    satu, dua = (word_lembar(tampak, "64.02.06", ALAMAT) for _ in range(2))
    assert satu == dua
    assert any("21 November 2025" in teks and tampak.indeks.himpunan.versi in teks for teks in satu.kaki)


def test_the_file_name_says_what_it_is(tampak: Tampak) -> None:
    assert file_name(tampak, "64.02.15") == "lembar-kecamatan-sanga-sanga-64.02.15.pdf"
    assert file_name(tampak, "64.02.15.1003") == "lembar-desa-sanga-sanga-dalam-64.02.15.1003.pdf"


def test_an_unknown_area_is_refused(tampak: Tampak) -> None:
    with pytest.raises(KeyError):
        build_lembar(tampak, "64.02.99.2001", ALAMAT)
