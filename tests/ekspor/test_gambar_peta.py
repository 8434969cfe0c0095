"""The map as a picture: classes, colours and words of the screen."""

from __future__ import annotations

import io
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PIL import Image

from kukar_potensi.ekspor.gambar_lapisan import Ukuran
from kukar_potensi.ekspor.gambar_peta import draw_peta
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from kukar_potensi.peta.kelas import DI_LUAR, INDIKATOR
from kukar_potensi.peta.muatan import Lukisan, build_lukisan

TANGGAL = date(2025, 11, 21)
KECIL = Ukuran(160, 90, dpi=60)


@pytest.fixture(scope="module")
def indeks(himpunan: Himpunan) -> Indeks:
    return build_indeks(himpunan, TANGGAL)


def paint(indeks: Indeks, saringan: Saringan | None = None, **pilihan: Any) -> Lukisan:
    isi: dict[str, Any] = {"tingkat": "kecamatan", "indikator": "potensi"} | pilihan
    return build_lukisan(indeks.apply(saringan or Saringan()), **isi)


def svg_of(himpunan: Himpunan, lukisan: Lukisan, **pilihan: Any) -> str:
    return draw_peta(himpunan, lukisan, ukuran=KECIL, format_berkas="svg", **pilihan).decode()


def fills(svg: str) -> Counter[str]:
    """Count how often each fill colour is drawn."""
    return Counter(potong[:7] for potong in svg.split("fill: ")[1:] if potong.startswith("#"))


@pytest.mark.parametrize("tingkat", ["kecamatan", "desa"])
@pytest.mark.parametrize("indikator", list(INDIKATOR))
def test_every_area_is_drawn_in_the_colour_of_its_class_on_screen(
    himpunan: Himpunan, indeks: Indeks, tingkat: str, indikator: str
) -> None:
    lukisan = paint(indeks, tingkat=tingkat, indikator=indikator)
    warna = fills(svg_of(himpunan, lukisan))
    for kelas in lukisan.legenda:
        if kelas.warna and (banyak := lukisan.jumlah[kelas.tanda]):
            assert warna[kelas.warna] == banyak + 1, f"{kelas.label}: wilayahnya dan satu kotak legenda"


def test_the_legend_caveat_scale_north_source_and_every_kecamatan_are_written(
    himpunan: Himpunan, indeks: Indeks, tertulis: list[str]
) -> None:
    besar = Ukuran(254, 142.9, dpi=60)
    lukisan = paint(indeks)
    draw_peta(himpunan, lukisan, ukuran=besar, judul="Judul peta")
    semua = "|".join(tertulis)
    for kelas in lukisan.legenda:
        if lukisan.jumlah[kelas.tanda]:
            assert kelas.label in semua
    for teks in ("Judul peta", "UU 3/2022", "telah diubah UU", " km|", "|U|", "BIG/Kemendagri", himpunan.versi):
        assert teks in semua
    for nama in himpunan.kecamatan["nama"]:
        assert nama in semua


def test_a_filter_leaves_areas_quiet_and_the_legend_counts_them(
    himpunan: Himpunan, indeks: Indeks, tertulis: list[str]
) -> None:
    lukisan = paint(indeks, Saringan(kecamatan=("64.02.06",)))
    assert lukisan.muatan["kelas"].count(DI_LUAR) == 19
    svg_of(himpunan, lukisan, keterangan=["Saringan: kecamatan Tenggarong"])
    assert "di luar saringan" in tertulis
    assert "Saringan: kecamatan Tenggarong" in " ".join(tertulis)


def test_an_empty_view_still_gives_a_picture(himpunan_kosong: Himpunan) -> None:
    indeks = build_indeks(himpunan_kosong, TANGGAL)
    for indikator in INDIKATOR:
        lukisan = paint(indeks, tingkat="desa", indikator=indikator)
        assert "belum" in svg_of(himpunan_kosong, lukisan)


@pytest.mark.parametrize("format_berkas", ["png", "pdf", "svg"])
def test_each_format_is_what_it_says(himpunan: Himpunan, indeks: Indeks, format_berkas: Any) -> None:
    isi = draw_peta(himpunan, paint(indeks), ukuran=KECIL, format_berkas=format_berkas)
    assert isi.startswith({"png": b"\x89PNG", "pdf": b"%PDF-", "svg": b"<?xml"}[format_berkas])


@pytest.mark.parametrize("ukuran", [Ukuran(254, 142.9, dpi=100), Ukuran(180, 240, dpi=72), Ukuran(60, 60, dpi=72)])
def test_the_picture_has_the_size_and_resolution_asked_for(himpunan: Himpunan, indeks: Indeks, ukuran: Ukuran) -> None:
    gambar = Image.open(io.BytesIO(draw_peta(himpunan, paint(indeks), ukuran=ukuran)))
    assert gambar.width == pytest.approx(ukuran.lebar_mm / 25.4 * ukuran.dpi, abs=1)
    assert gambar.height == pytest.approx(ukuran.tinggi_mm / 25.4 * ukuran.dpi, abs=1)


@pytest.mark.parametrize("salah", [(5, 100, 200), (100, 5000, 200), (100, 100, 5000)])
def test_a_size_no_machine_should_draw_is_refused(salah: tuple[float, float, int]) -> None:
    with pytest.raises(ValueError, match="Ukuran gambar"):
        Ukuran(*salah)


def test_dark_and_light_differ_and_a_chosen_area_fills_the_view(
    himpunan: Himpunan, indeks: Indeks, tertulis: list[str]
) -> None:
    terang = draw_peta(himpunan, paint(indeks), ukuran=KECIL)
    gelap = draw_peta(himpunan, paint(indeks, gelap=True), ukuran=KECIL)
    assert terang != gelap
    assert "Tabang" in tertulis
    tertulis.clear()
    svg_of(himpunan, paint(indeks, tingkat="desa", pilih="64.02.06.1010"))
    assert "Mangkurawang" in tertulis
    assert "Tabang" not in tertulis


def test_a_view_of_another_data_version_is_refused(himpunan: Himpunan, indeks: Indeks) -> None:
    lukisan = paint(indeks)
    asing = replace(lukisan, muatan=lukisan.muatan | {"versi": "000000000000"})
    with pytest.raises(ValueError, match="berbeda versi"):
        draw_peta(himpunan, asing)


def test_hostile_names_are_drawn_as_text(himpunan: Himpunan, indeks: Indeks) -> None:
    kecamatan = himpunan.kecamatan.copy()
    kecamatan.loc["64.02.12", "nama"] = "$\\frac{a}{b}$ <script>--> 中\x00\n_x^"
    jahat = replace(himpunan, kecamatan=kecamatan)
    svg = svg_of(jahat, paint(indeks))
    assert "<script" not in svg


def test_people_who_draw_at_once_get_the_same_pictures(himpunan: Himpunan, indeks: Indeks) -> None:
    lukisan = [paint(indeks, indikator=i, gelap=g) for i in INDIKATOR for g in (False, True)]
    satu = [draw_peta(himpunan, isi, ukuran=KECIL) for isi in lukisan]
    with ThreadPoolExecutor(4) as regu:
        serentak = list(regu.map(lambda isi: draw_peta(himpunan, isi, ukuran=KECIL), lukisan))
    assert serentak == satu


def test_drawing_needs_no_global_plot_state() -> None:
    perintah = (
        "import sys, kukar_potensi.ekspor.gambar_peta, kukar_potensi.ekspor.gambar_lokasi;"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", perintah], check=False).returncode == 0
