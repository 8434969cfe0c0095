"""The pictures of the page: small, shared, in the colours of the theme, and true to the areas."""

from __future__ import annotations

import dataclasses
import re
import zlib
from html import unescape
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import shapely

from kukar_potensi.ekspor.gambar_nada import GELAP, TERANG, Nada
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import find_kelompok, find_tetangga
from kukar_potensi.tampilan.halaman_wilayah.gambar import _kelompok, _lokasi
from kukar_potensi.tampilan.halaman_wilayah.gambar_svg import draw_kelompok, draw_lokasi
from kukar_potensi.tampilan.halaman_wilayah.jalur_layar import TINGKAT_TERKASAR, plane_of, shapes_of
from kukar_potensi.tampilan.halaman_wilayah.lembar_layar import LEBAR, TINGGI, neighbours_of

SVG = "{http://www.w3.org/2000/svg}"
JAHAT = '<script>alert("1")</script>&\'%#'


def svg_of(html: str) -> ET.Element:
    """The drawing inside the address of the image; it must be well-formed."""
    (alamat,) = re.findall(r'src="data:image/svg\+xml,([^"]*)"', html)
    return ET.fromstring(unquote(unescape(alamat)))


def names_in(html: str, kelas: str = "kp-lebar") -> list[str]:
    """The names that a wide or a narrow screen shows."""
    (isi,) = re.findall(rf'<div class="{kelas}" aria-hidden="true">(.*?)</div>', html)
    return [unescape(nama) for nama in re.findall(r"<b [^>]*>(.*?)</b>", isi)]


def shape_of(d: str) -> shapely.Geometry:
    """The area that a path encloses, in its own units."""
    cincin = []
    for x, y, langkah in re.findall(r"M(-?\d+) (-?\d+)l([^Mz]*)z", d):
        angka = list(map(int, re.findall(r"-?\d+", langkah)))
        titik = [(int(x), int(y))]
        for dx, dy in zip(angka[::2], angka[1::2], strict=True):
            titik.append((titik[-1][0] + dx, titik[-1][1] + dy))
        cincin.append(shapely.Polygon(titik))
    hasil = shapely.Polygon()
    for satu in cincin:
        hasil = hasil.symmetric_difference(shapely.make_valid(satu))
    return hasil


def on_picture(svg: ET.Element, warna: str) -> shapely.Geometry:
    """The area filled with a colour on the main map, in units of the picture."""
    peta = svg.find(f"{SVG}g")
    assert peta is not None
    a, b, c, d, e, f = map(float, re.findall(r"-?[\d.]+", peta.attrib["transform"]))
    (jalur,) = [p for p in peta if p.get("fill") == warna]
    return shapely.affinity.affine_transform(shape_of(jalur.attrib["d"]), (a, c, b, d, e, f))


@pytest.mark.parametrize(("nada", "lain"), [(TERANG, GELAP), (GELAP, TERANG)])
def test_a_picture_has_the_colours_of_the_theme_and_is_drawn_once(himpunan: Himpunan, nada: Nada, lain: Nada) -> None:
    nada = dataclasses.replace(nada, kertas="#123456")
    html = _lokasi(himpunan, "64.02.06", "Kecamatan Tenggarong", nada)
    assert _lokasi(himpunan, "64.02.06", "Kecamatan Tenggarong", nada) is html
    warna = {nilai for p in svg_of(html).iter() for kunci, nilai in p.attrib.items() if kunci in {"fill", "stroke"}}
    assert {nada.kertas, nada.laut, nada.sorot, nada.sorot_tetangga, nada.pilihan} <= warna
    assert not {lain.laut, lain.sorot, lain.pilihan, lain.tulisan} & warna
    assert f"color:{nada.tulisan}" in html


def test_pictures_travel_in_few_bytes(himpunan: Himpunan) -> None:
    html = [_kelompok(himpunan, k.desa, k.sektor, "", TERANG) for k in all_groups(himpunan)]
    html += [_lokasi(himpunan, str(kode), "x", TERANG) for kode in himpunan.desa.index[::8]]
    besar = sorted(len(zlib.compress(satu.encode())) for satu in html)
    assert besar[len(besar) // 2] <= 4_000
    assert besar[-1] <= 8_500


def all_groups(himpunan: Himpunan) -> list:
    return list(find_kelompok(himpunan.potensi, himpunan.desa, himpunan.batas_bersama))


def test_every_member_of_every_group_is_coloured_inside_the_view(himpunan: Himpunan) -> None:
    bingkai = shapely.box(0, 0, LEBAR, TINGGI)
    for kelompok in all_groups(himpunan):
        html = draw_kelompok(himpunan, kelompok.desa, "#abcdef", TERANG, nama_sektor="Sektor uji", alt="x")
        daerah = on_picture(svg_of(html), "#abcdef")
        assert bingkai.contains(daerah)
        luas = float(himpunan.desa.loc[list(kelompok.desa), "luas_km2"].sum())
        km = km_per_unit(html)
        assert daerah.area * km**2 == pytest.approx(luas, rel=0.06), kelompok.kode
        if len(kelompok.desa) <= 5:
            assert set(himpunan.desa.loc[list(kelompok.desa), "nama"]) & set(names_in(html))
        assert "Sektor uji" in html


def km_per_unit(html: str) -> float:
    """Kilometres in one unit of the picture, as the scale bar tells them."""
    (km,) = re.findall(r'class="kp-jarak">([\d.,]+) km<', html)
    batang = [p.get("d", "") for p in svg_of(html).findall(f"{SVG}path") if "722v-9h" in p.get("d", "")]
    panjang = sum(float(re.findall(r"h([\d.]+)v", d)[0]) for d in batang)
    return float(km.replace(".", "").replace(",", ".")) / panjang


@pytest.mark.parametrize("kode", ["64.02.06.1010", "64.02.01.2011", "64.02.13", "64.02.12", "64.02.17.2001"])
def test_an_area_is_named_among_its_neighbours_with_scale_north_and_caveat(himpunan: Himpunan, kode: str) -> None:
    wilayah = himpunan.desa if kode in himpunan.desa.index else himpunan.kecamatan
    html = draw_lokasi(himpunan, kode, TERANG, alt="Peta letak")
    tetangga = set(find_tetangga(kode, wilayah, himpunan.batas_bersama)["nama"])
    for kelas in ("kp-lebar", "kp-sempit"):
        nama = names_in(html, kelas)
        assert wilayah.at[kode, "nama"] in nama
        assert len(tetangga & set(nama)) >= len(tetangga) / 2
    assert re.search(r">U</b>", html)
    assert "telah diubah UU 21/2023" in html
    assert 'alt="Peta letak"' in html
    daerah = on_picture(svg_of(html), TERANG.sorot)
    assert shapely.box(0, 0, LEBAR, TINGGI).contains(daerah)
    assert daerah.area * km_per_unit(html) ** 2 == pytest.approx(float(wilayah.at[kode, "luas_km2"]), rel=0.06)


def test_neighbours_are_those_of_the_tables(himpunan: Himpunan) -> None:
    for wilayah in (himpunan.desa, himpunan.kecamatan):
        for kode in wilayah.index[::6]:
            harap = set(find_tetangga(str(kode), wilayah, himpunan.batas_bersama).index)
            assert neighbours_of(himpunan)[str(kode)] == harap


def test_hostile_names_stay_text(himpunan: Himpunan) -> None:
    desa, sektor = himpunan.desa.copy(), himpunan.sektor.copy()
    kode = "64.02.11.2007"
    desa.loc[kode, "nama"] = JAHAT
    sektor.loc["pertanian", "nama"] = JAHAT
    sektor.loc["pertanian", "warna"] = '"><script>'
    jahat = dataclasses.replace(himpunan, desa=desa, sektor=sektor)
    for html in (
        _lokasi(jahat, kode, JAHAT, TERANG),
        _kelompok(jahat, (kode, "64.02.11.2008"), "pertanian", kode, TERANG),
    ):
        assert "<script" not in html
        assert JAHAT in names_in(html)
        assert JAHAT in unescape(re.findall(r'alt="([^"]*)"', html)[0])
        assert not list(svg_of(html).iter(f"{SVG}script"))


def test_a_group_of_nobody_and_an_unknown_area_are_refused(himpunan: Himpunan) -> None:
    for desa in ((), ("64.02.99.2001",)):
        with pytest.raises(ValueError, match="tidak memuat desa"):
            draw_kelompok(himpunan, desa, "#117733", TERANG, nama_sektor="x", alt="x")
    with pytest.raises(KeyError):
        draw_lokasi(himpunan, "64.02.99.2001", TERANG, alt="x")


@pytest.mark.parametrize("tingkat", [0, 3, TINGKAT_TERKASAR])
def test_every_desa_keeps_a_path_on_every_level_and_borders_are_drawn_once(himpunan: Himpunan, tingkat: int) -> None:
    rupa = shapes_of(himpunan, tingkat)
    assert plane_of(himpunan).pendek == pytest.approx(1, abs=0.001)
    assert list(rupa.desa.kode) == list(himpunan.desa.index)
    if tingkat < TINGKAT_TERKASAR:
        assert all(rupa.desa.joined([i]) for i in range(len(rupa.desa.kode)))
    assert shapely.coverage_is_valid(rupa.desa.geometri)
    garis = [*rupa.batas_desa.geometri, *rupa.batas_kecamatan.geometri]
    assert shapely.union_all(garis).length == pytest.approx(sum(satu.length for satu in garis))
    dalam = shapely.union_all(shapely.boundary(rupa.desa.geometri)).length - rupa.kabupaten.geometri[0].boundary.length
    assert sum(satu.length for satu in garis) == pytest.approx(dalam)


def test_no_name_covers_another_or_the_furniture(himpunan: Himpunan) -> None:
    html = draw_lokasi(himpunan, "64.02.06", TERANG, alt="x")
    letak = re.findall(r'left:([\d.]+)%;top:([\d.]+)%">([^<]+)</b>', html.split('class="kp-lebar"')[1])
    assert len(letak) > 5
    kotak = [
        shapely.box(
            float(x) * 10 - len(nama) * 4, float(y) * 7.4 - 10, float(x) * 10 + len(nama) * 4, float(y) * 7.4 + 10
        )
        for x, y, nama in letak
    ]
    assert not any(a.intersects(b) for i, a in enumerate(kotak) for b in kotak[:i])
    assert not any(satu.intersects(shapely.box(782, 14, 986, 236)) for satu in kotak)


def test_a_line_between_desa_knows_its_kecamatan(himpunan: Himpunan) -> None:
    rupa = shapes_of(himpunan, 2)
    kecamatan = dict(zip(rupa.kecamatan.kode, rupa.kecamatan.geometri, strict=True))
    for kode, garis in list(zip(rupa.batas_desa.kode, rupa.batas_desa.geometri, strict=True))[::9]:
        assert kecamatan[kode].buffer(0.01).contains(garis)
