"""Draw the two maps of the page as SVG: an area among its neighbours, and a candidate group of desa.

What they show is what `ekspor.gambar_lokasi` draws for paper; here the browser does the
drawing. The picture is an image in the text of the page; its names lie over it as text in the
page's letters, placed once for a narrow and once for a wide screen, of which the style of the
page shows one (`gaya.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from kukar_potensi.ekspor.gambar_hiasan import Butir, round_length
from kukar_potensi.ekspor.gambar_lapisan import BATAS_DEKAT_KM, DARATAN_BARAT_LON, KM_PER_DERAJAT, Kotak, fit_view
from kukar_potensi.ekspor.gambar_lokasi import BANYAK_NAMA_ANGGOTA, SUMBER_RINGKAS
from kukar_potensi.ekspor.gambar_nada import Nada
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import is_kecamatan, parent_of
from kukar_potensi.model.teks import format_angka
from kukar_potensi.tampilan.halaman_wilayah.jalur_layar import TINGKAT_TERKASAR, Lapis, shapes_of
from kukar_potensi.tampilan.halaman_wilayah.lembar_layar import (
    LEBAR,
    TINGGI,
    Lembar,
    Lukisan,
    neighbours_of,
    prepare_lembar,
)
from kukar_potensi.tampilan.halaman_wilayah.nama_layar import Tulisan, list_names, measure, place

BINGKAI: Final[Kotak] = (0, 0, LEBAR, TINGGI)
HURUF: Final = {"kp-sempit": 33.0, "kp-lebar": 22.0}
"""Letter size by set of names on a picture 1000 wide: what the style's size comes to on the narrowest screen of each."""
GAYA_SVG: Final = "path,rect{vector-effect:non-scaling-stroke;stroke-linejoin:round}"
GARIS: Final = {
    "tipis": ".8",
    "tepi": "1.1",
    "sedang": "1.4",
    "sungai": "1.8",
    "ikn": "1.9",
    "pilih": "2.2",
    "bayang": "4.6",
}
"""Widths of lines in dots of the screen, whatever the size of the picture."""
SISIPAN: Final[Kotak] = (782, 14, 986, 236)
UTARA: Final[Kotak] = (10, 8, 66, 100)


def draw_lokasi(himpunan: Himpunan, kode: str, nada: Nada, *, alt: str) -> str:
    """Return a map of one desa or kecamatan with its neighbours named, as HTML.

    Raises:
        KeyError: no area has this code.

    """
    tingkat = "kecamatan" if is_kecamatan(kode) else "desa"
    wilayah = getattr(himpunan, tingkat)
    nama = str(wilayah.at[kode, "nama"])
    tetangga = neighbours_of(himpunan)[kode]
    legenda = (Butir("isi", nada.sorot, nama), Butir("isi", nada.sorot_tetangga, "Bertetangga"))
    return _draw(
        himpunan,
        Lukisan(
            tingkat,
            frozenset([kode]),
            tetangga,
            tetangga | {kode},
            (kode,),
            nada.sorot,
            0.22 if tingkat == "kecamatan" else 0.38,
            alt,
            legenda,
        ),
        nada,
    )


def draw_kelompok(
    himpunan: Himpunan, desa: Sequence[str], warna: str, nada: Nada, *, nama_sektor: str, alt: str, pilih: str = ""
) -> str:
    """Return a map of a candidate group in the sector's colour, one area outlined, as HTML.

    Raises:
        ValueError: none of the desa exists.

    """
    pilihan = (pilih,) if pilih else ()
    anggota = frozenset(desa if len(desa) <= BANYAK_NAMA_ANGGOTA else pilihan)
    legenda = (Butir("isi", warna, nama_sektor), Butir("garis", nada.garis_kecamatan, "Batas kecamatan"))
    return _draw(
        himpunan,
        Lukisan(
            "desa",
            frozenset(desa),
            frozenset(),
            anggota | {parent_of(kode) for kode in desa},
            pilihan,
            warna,
            0.08,
            alt,
            legenda,
        ),
        nada,
    )


def _draw(himpunan: Himpunan, lukisan: Lukisan, nada: Nada) -> str:
    lembar = prepare_lembar(himpunan, lukisan, nada)
    batang, nama = _scale_and_names(lembar)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{LEBAR}' height='{TINGGI}' viewBox='0 0 {LEBAR} {TINGGI}'>"
        f"<style>{GAYA_SVG}</style><rect width='{LEBAR}' height='{TINGGI}' fill='{nada.laut}'/>"
        f"{_areas(lembar)}{_inset(lembar)}{_north(nada)}{batang}</svg>"
    )
    kunci = (*lukisan.legenda, Butir("putus", nada.ikn, "IKN (indikatif)"))
    return (
        f'<div class="kp-lukisan"><img alt="{escape(lukisan.alt)}" width="{LEBAR}" height="{TINGGI}" src="{_address(svg)}">'
        f'{nama}</div><p class="kp-kunci">{"".join(map(_key, kunci))}</p><p class="kp-asal">{escape(SUMBER_RINGKAS)}</p>'
    )


def _address(svg: str) -> str:
    """Return a drawing as the address of an image; it stays readable text, which travels in fewer bytes."""
    for tanda, sandi in (("%", "%25"), ("#", "%23"), ("<", "%3C"), (">", "%3E"), ('"', "%22"), ("&", "%26")):
        svg = svg.replace(tanda, sandi)
    return f"data:image/svg+xml,{svg}"


def _areas(lembar: Lembar) -> str:
    """Return ground, areas by role, borders, water, the IKN line and outlines, in units of the shapes."""
    rupa, nada, isi, pandangan = lembar.rupa, lembar.nada, lembar.lukisan, lembar.pandangan
    lapis = lembar.lapis
    dekat = (pandangan[2] - pandangan[0]) * rupa.satuan * KM_PER_DERAJAT < BATAS_DEKAT_KM
    air = f"opacity='{0.4 if dekat else 0.85}'"
    barat = lembar.bidang.place(DARATAN_BARAT_LON, 0.0)[0] / rupa.satuan
    kiri, atas, kanan, bawah = (round(satu) for satu in pandangan)
    daratan = f"M{kiri - 9} {atas - 9}H{round(min(barat, kanan + 9))}V{bawah + 9}H{kiri - 9}z" if barat > kiri else ""
    utama = lapis.joined(lapis.find(sorted(isi.utama)))
    garis = [
        _path(daratan, f"fill='{nada.tetangga}'"),
        _path(rupa.tetangga.path_in(pandangan), f"fill='{nada.tetangga}' {_line('tipis', nada.garis_tetangga)}"),
        _path(rupa.kabupaten.path_in(pandangan), f"fill='{nada.daerah}' {_line('tepi', nada.garis_kecamatan)}"),
        _path(lapis.path_in(pandangan, lapis.find(sorted(isi.samping))), f"fill='{nada.sorot_tetangga}'"),
        _path(utama, f"fill='{escape(isi.warna)}'"),
        _path(_lines_of_desa(lembar), _line("tipis", nada.garis_desa)),
        _path(rupa.batas_kecamatan.path_in(pandangan), _line("sedang", nada.garis_kecamatan)),
        _path(rupa.danau.path_in(pandangan), f"fill='{nada.danau}' {_line('tipis', nada.sungai)} {air}"),
        _path(rupa.sungai.path_in(pandangan), f"{_line('sungai', nada.sungai)} stroke-linecap='round' {air}"),
        _path(rupa.ikn.path_in(pandangan), f"{_line('ikn', nada.ikn)} stroke-dasharray='7 4'"),
    ]
    for nama in ("desa", "kecamatan"):
        satu: Lapis = getattr(rupa, nama)
        tepi = satu.path_in(pandangan, satu.find(isi.pilih))
        garis += [_path(tepi, _line("bayang", nada.bayang)), _path(tepi, _line("pilih", nada.pilihan))]
    s = lembar.skala
    pindah = f"matrix({s:.4f} 0 0 {s:.4f} {-pandangan[0] * s:.2f} {-pandangan[1] * s:.2f})"
    return f"<g fill='none' transform='{pindah}'>{''.join(garis)}</g>"


def _lines_of_desa(lembar: Lembar) -> str:
    """Return the lines between desa; those of a group only in its own kecamatan, so that a wide view stays calm."""
    isi, garis = lembar.lukisan, lembar.rupa.batas_desa
    if isi.tingkat == "kecamatan":
        return ""
    letak = None if isi.samping else garis.find(sorted({parent_of(kode) for kode in isi.utama}))
    return garis.path_in(lembar.pandangan, letak)


def _path(d: str, sifat: str) -> str:
    return f"<path {sifat} d='{d}'/>" if d else ""


def _line(garis: str, warna: str) -> str:
    return f"stroke='{warna}' stroke-width='{GARIS[garis]}'"


def _inset(lembar: Lembar) -> str:
    """Return the regency small in the upper right corner, the areas in it, and a box round the view."""
    kiri, atas, kanan, bawah = SISIPAN
    lebar, tinggi = kanan - kiri, bawah - atas
    kecil, nada, isi = shapes_of(lembar.himpunan, TINGKAT_TERKASAR), lembar.nada, lembar.lukisan
    barat, utara, timur, selatan = kecil.kabupaten.kotak[0].tolist()
    x0, y0, x1, y1 = fit_view((barat, utara, timur, selatan), lebar, tinggi, tepi=0.06)
    s = lebar / (x1 - x0)
    lapis: Lapis = getattr(kecil, isi.tingkat)
    banding = lembar.rupa.satuan / kecil.satuan
    p = [satu * banding for satu in lembar.pandangan]
    px, py, qx, qy = max(p[0], x0), max(p[1], y0), min(p[2], x1), min(p[3], y1)
    return (
        f"<rect x='{kiri:g}' y='{atas:g}' width='{lebar:g}' height='{tinggi:g}' rx='8' fill='{nada.kertas}' "
        f"fill-opacity='.94' {_line('tipis', nada.garis_tetangga)}/>"
        f"<g fill='none' transform='matrix({s:.4f} 0 0 {s:.4f} {kiri - x0 * s:.2f} {atas - y0 * s:.2f})'>"
        + _path(kecil.kabupaten.joined([0]), f"fill='{nada.sorot_tetangga}' {_line('tipis', nada.garis_kecamatan)}")
        + _path(lapis.joined(lapis.find(sorted(isi.utama))), f"fill='{nada.pilihan}'")
        + _path(f"M{px:.1f} {py:.1f}H{qx:.1f}V{qy:.1f}H{px:.1f}z", _line("sedang", nada.pilihan))
        + "</g>"
    )


def _north(nada: Nada) -> str:
    """Return the north arrow; its letter (U for Utara) is written with the names."""
    return _path("M38 16l-15 48 15-11z", f"fill='{nada.tulisan}' {_line('tipis', nada.tulisan)}") + _path(
        "M38 16l15 48-15-11z", f"fill='{nada.kertas}' {_line('tipis', nada.tulisan)}"
    )


def _scale_and_names(lembar: Lembar) -> tuple[str, str]:
    """Return the scale bar (SVG) and the names (HTML), those for narrow and those for wide screens."""
    nada = lembar.nada
    km_satuan = lembar.rupa.satuan * KM_PER_DERAJAT / lembar.skala
    km = round_length(LEBAR / 4 * km_satuan)
    panjang = km / km_satuan
    jarak = f"{format_angka(km, 1)} km"
    batang = "".join(
        _path(
            f"M{20 + i * panjang / 2:.1f} 722v-9h{panjang / 2:.1f}v9z", f"{_line('tipis', nada.tulisan)} fill='{isi}'"
        )
        for i, isi in enumerate((nada.tulisan, nada.kertas))
    )
    nama = list_names(lembar)
    hasil = []
    for kelas, huruf in HURUF.items():
        skala = (10.0, 700 - huruf * 1.3, 30 + max(panjang, measure(jarak) * huruf), float(TINGGI))
        ditulis = place(nama, huruf, BINGKAI, [SISIPAN, UTARA, skala])
        hasil.append(f'<div class="{kelas}" aria-hidden="true">{_write(ditulis)}</div>')
    tetap = f'<b style="left:3.8%;top:11.4%">U</b><b class="kp-jarak">{jarak}</b>'
    gaya = f"color:{nada.tulisan};--b:{nada.bayang};--r:{nada.tulisan_redup};--a:{nada.sungai}"
    return batang, f'<div class="kp-nama-peta" style="{gaya}">{tetap}{"".join(hasil)}</div>'


def _write(ditulis: Sequence[tuple[Tulisan, float, float]]) -> str:
    """Return names as text, escaped; the class tells the look."""
    return "".join(
        f'<b class="t{satu.gaya}" style="left:{x * 100 / LEBAR:.1f}%;top:{y * 100 / TINGGI:.1f}%">{escape(satu.teks)}</b>'
        for satu, x, y in ditulis
    )


def _key(butir: Butir) -> str:
    """Return one entry of the legend; its words are text from the data."""
    gaya = "background" if butir.tanda == "isi" else "border-color"
    return f'<span><i class="kp-{butir.tanda}" style="{gaya}:{escape(butir.warna)}"></i>{escape(butir.teks)}</span>'
