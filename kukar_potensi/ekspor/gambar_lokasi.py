"""Draw where an area lies, beside which neighbours, and which desa form a candidate group."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from kukar_potensi.ekspor.gambar_hiasan import (
    JARAK_BARIS,
    Butir,
    draw_legend,
    draw_lines,
    draw_north,
    draw_plate,
    draw_scale,
    km_per_mm,
)
from kukar_potensi.ekspor.gambar_lapisan import (
    Kotak,
    Ukuran,
    add_map,
    fit_view,
    layer_of,
    new_sheet,
    paint_context,
    paint_ground,
    paint_layer,
    pena,
    save_sheet,
)
from kukar_potensi.ekspor.gambar_nada import Nada, Sajian
from kukar_potensi.ekspor.gambar_nama import Nama, measure_mm, place_names, shorten_mm
from kukar_potensi.ekspor.gambar_peta import context_names, mark_areas
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import find_tetangga, is_kecamatan, parent_of

UKURAN_LOKASI: Final = Ukuran(130.0, 98.0, dpi=150, huruf_pt=8.5)
SAJIAN_BIASA: Final = Sajian()
TEPI_BINGKAI_MM: Final = 0.3
TEPI_NAMA: Final = 0.07
"""Share of the view along each side where a name would be cut."""
TERKECIL_KM: Final = 7.0
"""Least width of the view, so that a small kelurahan is seen with its surroundings."""
BANYAK_NAMA_ANGGOTA: Final = 20
"""A larger group names its kecamatan only; its desa are listed beside the map."""
SUMBER_RINGKAS: Final = (
    "Batas indikatif BIG/Kemendagri; letak air perkiraan; garis IKN UU 3/2022, telah diubah UU 21/2023."
)


@dataclass(frozen=True)
class _Isi:
    """What one of these maps shows: areas by role, the frame to fit, and the legend."""

    tingkat: str
    utama: frozenset[str]
    samping: frozenset[str]
    rangka: Kotak
    warna: str
    bernama: frozenset[str]
    legenda: tuple[Butir, ...]
    tepi: float


def draw_lokasi(
    himpunan: Himpunan,
    kode: str,
    *,
    ukuran: Ukuran = UKURAN_LOKASI,
    sajian: Sajian = SAJIAN_BIASA,
) -> bytes:
    """Return a map of one desa or kecamatan with its neighbours named, and an inset of the regency.

    Raises:
        KeyError: no area has this code.

    """
    nada = sajian.nada
    tingkat = "kecamatan" if is_kecamatan(kode) else "desa"
    wilayah = getattr(himpunan, tingkat)
    nama = str(wilayah.at[kode, "nama"])
    tetangga = frozenset(map(str, find_tetangga(kode, wilayah, himpunan.batas_bersama).index))
    rangka = layer_of(himpunan, tingkat).frame([kode])
    assert rangka is not None  # noqa: S101  (the name above was found)
    isi = _Isi(
        tingkat,
        frozenset([kode]),
        tetangga,
        rangka,
        nada.sorot,
        tetangga | {kode},
        (Butir("isi", nada.sorot, nama), Butir("isi", nada.sorot_tetangga, "Bertetangga")),
        0.22 if tingkat == "kecamatan" else 0.38,
    )
    return _draw(himpunan, isi, nada, ukuran, sajian)


def draw_kelompok(
    himpunan: Himpunan,
    desa: Sequence[str],
    warna: str,
    *,
    nama_sektor: str = "",
    pilih: Collection[str] = (),
    ukuran: Ukuran = UKURAN_LOKASI,
    sajian: Sajian = SAJIAN_BIASA,
) -> bytes:
    """Return a map of a candidate group: its desa in the sector's colour, the kecamatan borders, `pilih` outlined.

    Raises:
        ValueError: none of the desa exists.

    """
    nada = sajian.nada
    rangka = layer_of(himpunan, "desa").frame(desa)
    if rangka is None:
        raise ValueError("Kelompok ini tidak memuat desa yang dikenal.")
    isi = _Isi(
        "desa",
        frozenset(desa),
        frozenset(),
        rangka,
        warna,
        (frozenset(desa) if len(desa) <= BANYAK_NAMA_ANGGOTA else frozenset(pilih))
        | {parent_of(kode) for kode in desa},
        (Butir("isi", warna, nama_sektor or "Kelompok"), Butir("garis", nada.garis_kecamatan, "Batas kecamatan")),
        0.08,
    )
    return _draw(himpunan, isi, nada, ukuran, sajian, pilih=tuple(pilih))


def _draw(
    himpunan: Himpunan,
    isi: _Isi,
    nada: Nada,
    ukuran: Ukuran,
    sajian: Sajian,
    *,
    pilih: Sequence[str] = (),
) -> bytes:
    huruf = ukuran.huruf_pt
    kaki = huruf * JARAK_BARIS * 2.5 + 1
    bingkai = (TEPI_BINGKAI_MM, kaki, ukuran.lebar_mm - TEPI_BINGKAI_MM, ukuran.tinggi_mm - TEPI_BINGKAI_MM)
    lebar, tinggi = bingkai[2] - bingkai[0], bingkai[3] - bingkai[1]
    pandangan = fit_view(isi.rangka, lebar, tinggi, tepi=isi.tepi, minimum_km=TERKECIL_KM)
    with pena:
        lembar, bidang = new_sheet(ukuran, nada)
        peta = add_map(lembar, ukuran, bingkai, pandangan, nada)
        paint_ground(peta, himpunan, pandangan, nada)
        _paint_roles(peta, himpunan, isi, pandangan, nada, pilih)
        paint_context(peta, himpunan, pandangan, nada, tebal=1.2)
        terisi = [
            _draw_inset(bidang, himpunan, isi, bingkai, pandangan, nada),
            draw_scale(
                bidang,
                bingkai[0] + 3,
                bingkai[1] + 2.5,
                km_per_mm(pandangan, bingkai),
                nada,
                paling_mm=lebar / 4,
                huruf_pt=huruf * 0.85,
            ),
            draw_north(bidang, bingkai[0] + 5, bingkai[3] - 2, huruf * 0.8, nada, huruf * 0.85),
        ]
        nama = _names(himpunan, isi, nada, huruf, pilih, pandangan)
        place_names(bidang, bingkai, pandangan, nama, terisi, nada.bayang)
        _write_foot(bidang, isi, kaki, lebar, nada, huruf)
        return save_sheet(lembar, sajian)


def _paint_roles(peta: Axes, himpunan: Himpunan, isi: _Isi, pandangan: Kotak, nada: Nada, pilih: Sequence[str]) -> None:
    """Draw the areas: all quietly, neighbours tinted, the main ones in colour; then the kecamatan borders."""
    lapisan = layer_of(himpunan, isi.tingkat)
    letak = lapisan.within(pandangan)

    def tint(kode: str) -> str:
        if kode in isi.utama:
            return isi.warna
        return nada.sorot_tetangga if kode in isi.samping else nada.daerah

    paint_layer(
        peta,
        lapisan,
        letak,
        facecolors=[tint(lapisan.kode[i]) for i in letak],
        edgecolors=nada.garis_desa,
        linewidths=0.6,
        zorder=2,
    )
    kecamatan = layer_of(himpunan, "kecamatan")
    paint_layer(
        peta,
        kecamatan,
        kecamatan.within(pandangan),
        facecolors="none",
        edgecolors=nada.garis_kecamatan,
        linewidths=1.1,
        zorder=3,
    )
    if isi.samping or len(isi.utama) == 1:
        mark_areas(peta, lapisan, sorted(isi.utama), nada, tebal=1.6)
    for tingkat in ("desa", "kecamatan"):
        mark_areas(peta, layer_of(himpunan, tingkat), pilih, nada, tebal=1.6)


def _draw_inset(bidang: Axes, himpunan: Himpunan, isi: _Isi, bingkai: Kotak, pandangan: Kotak, nada: Nada) -> Kotak:
    """Draw the regency small in the upper right corner with the view marked; return its box (mm)."""
    tinggi = min((bingkai[3] - bingkai[1]) * 0.3, 34.0)
    lebar = tinggi * 0.92
    kotak = (bingkai[2] - lebar - 1.5, bingkai[3] - tinggi - 1.5, bingkai[2] - 1.5, bingkai[3] - 1.5)
    draw_plate(bidang, kotak, nada)
    kabupaten = layer_of(himpunan, "kabupaten")
    batas = kabupaten.kotak
    isi_kecil = (batas[:, 0].min(), batas[:, 1].min(), batas[:, 2].max(), batas[:, 3].max())
    barat, selatan, timur, utara = fit_view(isi_kecil, lebar, tinggi, tepi=0.06)
    skala = lebar / (timur - barat)

    def to_mm(lon: float, lat: float) -> tuple[float, float]:
        return kotak[0] + (lon - barat) * skala, kotak[1] + (lat - selatan) * skala

    pindah = Affine2D().translate(-barat, -selatan).scale(skala).translate(kotak[0], kotak[1]) + bidang.transData
    paint_layer(
        bidang,
        kabupaten,
        [0],
        facecolors=nada.sorot_tetangga,
        edgecolors=nada.garis_kecamatan,
        linewidths=0.4,
        transform=pindah,
        zorder=7,
    )
    lapisan = layer_of(himpunan, isi.tingkat)
    letak = [i for i, kode in enumerate(lapisan.kode) if kode in isi.utama]
    paint_layer(bidang, lapisan, letak, facecolors=nada.pilihan, linewidths=0, transform=pindah, zorder=7.1)
    kiri, bawah = to_mm(max(pandangan[0], barat), max(pandangan[1], selatan))
    kanan, atas = to_mm(min(pandangan[2], timur), min(pandangan[3], utara))
    bidang.add_patch(
        Rectangle(
            (kiri, bawah), kanan - kiri, atas - bawah, fill=False, edgecolor=nada.pilihan, linewidth=0.9, zorder=7.2
        )
    )
    return kotak


def _names(
    himpunan: Himpunan, isi: _Isi, nada: Nada, huruf: float, pilih: Sequence[str], pandangan: Kotak
) -> list[Nama]:
    """Return names: the main area first, then its neighbours or the group's members, then the quiet ones."""
    hasil = []
    wilayah = himpunan.desa if isi.tingkat == "desa" else himpunan.kecamatan
    tunggal = len(isi.utama) == 1
    for b in wilayah[wilayah.index.isin(isi.bernama)].itertuples():
        kode = str(b.Index)
        penting = (tunggal and kode in isi.utama) or kode in pilih
        ukuran = huruf * (1.0 if penting else 0.84)
        lon, lat = _label_point(b.geometry, (b.lon, b.lat), pandangan)
        nama = Nama(str(b.nama), lon, lat, ukuran, nada.tulisan, penting, penting, 0 if penting else 2)
        hasil.append(nama)
    if isi.tingkat == "desa":
        hasil += [
            Nama(f"Kec. {b.nama}", b.lon, b.lat, huruf * 0.8, nada.tulisan_redup, tebal=True, utama=1)
            for b in himpunan.kecamatan[["nama", "lon", "lat"]].itertuples()
            if tunggal or str(b.Index) in isi.bernama
        ]
    return hasil + context_names(himpunan, nada, huruf * 0.8)


def _label_point(geometri: Any, titik: tuple[float, float], pandangan: Kotak) -> tuple[float, float]:
    """Return where to name an area: its label point, or a point of the part that the view shows."""
    barat, selatan, timur, utara = pandangan
    dx, dy = (timur - barat) * TEPI_NAMA, (utara - selatan) * TEPI_NAMA
    batas = (barat + dx, selatan + dy, timur - dx, utara - dy)
    if batas[0] < titik[0] < batas[2] and batas[1] < titik[1] < batas[3]:
        return titik
    tampak = shapely.clip_by_rect(geometri, *batas)
    if tampak.is_empty:
        return titik
    terbesar = max(shapely.get_parts(tampak), key=lambda bagian: bagian.area)
    dalam = terbesar.representative_point()
    return float(dalam.x), float(dalam.y)


def _write_foot(bidang: Axes, isi: _Isi, kaki: float, lebar: float, nada: Nada, huruf: float) -> None:
    """Write the legend in one row and the source line under the map."""
    butir = (*isi.legenda, Butir("putus", nada.ikn, "IKN (indikatif)"))
    pt, x, y = huruf * 0.82, TEPI_BINGKAI_MM, kaki - 1
    sela = huruf * 0.35
    for satu in butir:
        teks = shorten_mm(bidang, satu.teks, lebar / 2, pt)
        jatah = measure_mm(bidang, teks, pt)[0] + pt * 0.62 + 2.5
        draw_legend(bidang, x, y, jatah, [Butir(satu.tanda, satu.warna, teks)], nada, pt)
        x += jatah + sela
    draw_lines(
        bidang,
        TEPI_BINGKAI_MM,
        y - huruf * 0.86 * JARAK_BARIS - 0.4,
        lebar,
        SUMBER_RINGKAS,
        nada.tulisan_redup,
        huruf * 0.66,
    )
