"""The small maps: one area with its neighbours, one group of desa."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kukar_potensi.ekspor.gambar_hiasan import km_per_mm, round_length
from kukar_potensi.ekspor.gambar_lapisan import fit_view, layer_of
from kukar_potensi.ekspor.gambar_lokasi import UKURAN_LOKASI, draw_kelompok, draw_lokasi
from kukar_potensi.ekspor.gambar_nada import Sajian
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import find_kelompok, find_tetangga

SVG = Sajian("svg")


@pytest.mark.parametrize("kode", ["64.02.06.1010", "64.02.01.2011", "64.02.13", "64.02.12", "64.02.17.2001"])
def test_the_area_is_named_with_neighbours_scale_north_and_caveat(
    himpunan: Himpunan, kode: str, tertulis: list[str]
) -> None:
    wilayah = himpunan.desa if kode in himpunan.desa.index else himpunan.kecamatan
    draw_lokasi(himpunan, kode)
    nama = set(tertulis)
    assert wilayah.at[kode, "nama"] in nama
    assert "U" in nama
    assert any(teks.endswith(" km") for teks in nama)
    assert any("telah diubah UU 21/2023" in teks for teks in nama)
    tetangga = set(find_tetangga(kode, wilayah, himpunan.batas_bersama)["nama"])
    assert len(tetangga & nama) >= len(tetangga) / 2


@pytest.mark.parametrize("gelap", [False, True])
def test_the_picture_for_a_page_is_small_and_its_paper_is_the_page(himpunan: Himpunan, gelap: bool) -> None:
    isi = draw_lokasi(himpunan, "64.02.16", sajian=Sajian(hemat=True, gelap=gelap))
    assert len(isi) < 60_000
    gambar = Image.open(io.BytesIO(isi)).convert("RGB")
    assert gambar.width == pytest.approx(UKURAN_LOKASI.lebar_mm / 25.4 * UKURAN_LOKASI.dpi, abs=1)
    assert gambar.getpixel((0, 0)) == ((16, 24, 26) if gelap else (255, 255, 255))


def test_an_unknown_area_is_refused(himpunan: Himpunan) -> None:
    with pytest.raises(KeyError):
        draw_lokasi(himpunan, "64.02.99.2001")


def test_every_member_of_a_group_is_drawn_in_the_sector_colour(himpunan: Himpunan, tertulis: list[str]) -> None:
    for kelompok in find_kelompok(himpunan.potensi, himpunan.desa, himpunan.batas_bersama)[::12]:
        warna = str(himpunan.sektor.at[kelompok.sektor, "warna"]).lower()
        svg = draw_kelompok(himpunan, kelompok.desa, warna, nama_sektor="Sektor uji", sajian=SVG)
        isi = len(kelompok.desa) + 1
        assert svg.decode().count(f"fill: {warna}") == isi, "anggota dan satu kotak legenda"
        assert "Sektor uji" in tertulis


def test_a_group_of_nobody_is_refused(himpunan: Himpunan) -> None:
    with pytest.raises(ValueError, match="tidak memuat desa"):
        draw_kelompok(himpunan, ["64.02.99.2001"], "#117733")


@pytest.mark.parametrize(("km", "bulat"), [(1.0, 1), (1.9, 1), (2.0, 2), (4.99, 2), (5, 5), (73, 50), (0.3, 0.2)])
def test_a_scale_bar_is_a_round_number_not_longer_than_its_place(km: float, bulat: float) -> None:
    assert round_length(km) == pytest.approx(bulat)


def test_the_scale_is_true_to_a_known_width(himpunan: Himpunan) -> None:
    kotak = layer_of(himpunan, "kabupaten").frame(list(layer_of(himpunan, "kabupaten").kode))
    assert kotak is not None
    pandangan = fit_view(kotak, 100, 100)
    assert km_per_mm(pandangan, (0, 0, 100, 100)) * 100 == pytest.approx(
        (pandangan[2] - pandangan[0]) * 111.3, rel=0.01
    )


def test_a_view_keeps_its_shape_and_holds_all_of_what_it_frames() -> None:
    barat, selatan, timur, utara = fit_view((116.0, -1.0, 117.0, -0.8), 50, 100)
    assert (utara - selatan) / (timur - barat) == pytest.approx(2)
    assert barat < 116.0
    assert timur > 117.0
    assert selatan < -1.0
    assert utara > -0.8
