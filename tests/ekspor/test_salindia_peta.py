"""The map of a slide shows the classes of the screen and is light enough for a weak link."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kukar_potensi.ekspor.gambar_peta import JUDUL_SISIPAN
from kukar_potensi.ekspor.salindia_peta import draw_peta_salindia, shrink_png
from kukar_potensi.model.paparan import build_salindia
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.peta.muatan import build_lukisan
from tests.model.bahan_paparan import bahan_of, indeks_of


@pytest.fixture(scope="module")
def bahan(himpunan):
    return bahan_of(indeks_of(himpunan), Saringan())


def test_the_picture_carries_the_classes_of_the_screen(bahan, tertulis):
    gambar = draw_peta_salindia(bahan.tampak, tuple(build_salindia(bahan).values()))
    assert list(gambar) == ["peluang"]
    lukisan = build_lukisan(bahan.tampak, tingkat="desa", indikator="relevansi", titik=False)
    for kelas in lukisan.legenda:
        assert kelas.label in tertulis
        assert str(lukisan.jumlah[kelas.tanda]) in tertulis
    teks = " ".join(tertulis)
    for wajib in ("Delineasi IKN indikatif (UU 3/2022)", "km", "U", "BIG/Kemendagri"):
        assert wajib in teks


def test_slides_without_a_map_draw_nothing(bahan):
    salindia = build_salindia(bahan)
    assert draw_peta_salindia(bahan.tampak, (salindia["agenda"], salindia["sumber"])) == {}


def test_the_picture_for_the_screen_is_small_and_keeps_its_size_and_colours(bahan):
    asli = draw_peta_salindia(bahan.tampak, (build_salindia(bahan)["peluang"],), gelap=True)["peluang"]
    hemat = shrink_png(asli)
    assert len(hemat) < 200_000
    with Image.open(io.BytesIO(asli)) as a, Image.open(io.BytesIO(hemat)) as b:
        assert a.size == b.size
        beda = [
            abs(x - y)
            for x, y in zip(
                a.convert("RGB").resize((40, 30)).tobytes(), b.convert("RGB").resize((40, 30)).tobytes(), strict=True
            )
        ]
    assert max(beda) < 30


def test_the_corner_of_ikn_is_drawn_once_more_with_its_kecamatan(bahan, tertulis):
    draw_peta_salindia(bahan.tampak, (build_salindia(bahan)["peluang"],))
    assert JUDUL_SISIPAN in tertulis
    sesudah = tertulis[tertulis.index(JUDUL_SISIPAN) :]
    kecamatan = bahan.tampak.indeks.himpunan.kecamatan
    nama = set(kecamatan.loc[kecamatan["irisan_ikn_persen"] > 0, "nama"])
    assert len(nama & set(sesudah)) >= len(nama) - 1
    assert not set(kecamatan["nama"]) - nama & set(sesudah)
