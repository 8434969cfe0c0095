"""The furniture of a drawn map: scale bar, north arrow, legend, inset, source line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle

from kukar_potensi.ekspor.gambar_lapisan import KM_PER_DERAJAT, Kotak
from kukar_potensi.ekspor.gambar_nada import Nada
from kukar_potensi.ekspor.gambar_nama import measure_mm, wrap_mm, write_text
from kukar_potensi.model.teks import format_angka

JARAK_BARIS: Final = 0.46
"""Height of a line of text in millimetres a point of letter size."""
CATATAN_IKN: Final = (
    "Delineasi IKN indikatif (UU 3/2022), telah diubah UU 21/2023; garis barunya belum tersedia terbuka."
)
CATATAN_BATAS: Final = "Batas wilayah indikatif, bukan penegasan batas."


@dataclass(frozen=True)
class Butir:
    """One line of a legend: `tanda` is isi (filled), arsir (hatched), garis (line) or putus (dashed line)."""

    tanda: str
    warna: str
    teks: str
    jumlah: str = ""


def draw_scale(
    bidang: Axes, x: float, y: float, km_per_mm: float, nada: Nada, *, paling_mm: float, huruf_pt: float
) -> Kotak:
    """Draw a scale bar of a round number of kilometres, at most `paling_mm` long; return its box (mm)."""
    km = round_length(paling_mm * km_per_mm)
    panjang = km / km_per_mm
    tebal = huruf_pt * 0.11
    for i in range(2):
        bidang.add_patch(
            Rectangle(
                (x + i * panjang / 2, y),
                panjang / 2,
                tebal,
                facecolor=nada.tulisan if i == 0 else nada.kertas,
                edgecolor=nada.tulisan,
                linewidth=0.5,
                zorder=9,
            )
        )
    teks = f"{format_angka(km, 1)} km"
    write_text(bidang, x, y + tebal + 0.6, teks, huruf_pt, nada.tulisan, bayang=nada.bayang, va="bottom", zorder=9)
    lebar, tinggi = measure_mm(bidang, teks, huruf_pt)
    return x - 1, y - 1, x + max(panjang, lebar) + 1, y + tebal + tinggi + 1.2


def round_length(km: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is not above `km`."""
    pangkat = 10.0 ** math.floor(math.log10(km))
    return next(kali * pangkat for kali in (5, 2, 1) if kali * pangkat <= km)


def km_per_mm(pandangan: Kotak, bingkai: Kotak) -> float:
    """Return kilometres on the ground for one millimetre on the sheet (east-west, near the equator)."""
    return (pandangan[2] - pandangan[0]) * KM_PER_DERAJAT / (bingkai[2] - bingkai[0])


def draw_north(bidang: Axes, x: float, y: float, tinggi: float, nada: Nada, huruf_pt: float) -> Kotak:
    """Draw a north arrow (U for Utara) whose tip is at (x, y); return its box (mm)."""
    lebar = tinggi * 0.55
    for sisi, isi in ((-1, nada.tulisan), (1, nada.kertas)):
        bidang.add_patch(
            Polygon(
                [(x, y), (x + sisi * lebar / 2, y - tinggi), (x, y - tinggi * 0.78)],
                closed=True,
                facecolor=isi,
                edgecolor=nada.tulisan,
                linewidth=0.5,
                zorder=9,
            )
        )
    write_text(
        bidang,
        x,
        y - tinggi - huruf_pt * 0.22,
        "U",
        huruf_pt,
        nada.tulisan,
        bayang=nada.bayang,
        tebal=True,
        ha="center",
        zorder=9,
    )
    return x - lebar, y - tinggi - huruf_pt * 0.45, x + lebar, y + 0.5


def draw_legend(
    bidang: Axes, x: float, y: float, lebar: float, butir: Sequence[Butir], nada: Nada, huruf_pt: float
) -> float:
    """Draw legend lines downward from `y`, each wrapped to `lebar`; return the height where they end (mm)."""
    tinggi, kotak = huruf_pt * JARAK_BARIS, huruf_pt * 0.62
    for satu in butir:
        ruang = (
            lebar - kotak - 2 - (measure_mm(bidang, satu.jumlah, huruf_pt, tebal=True)[0] + 1.5 if satu.jumlah else 0)
        )
        baris = wrap_mm(bidang, satu.teks, ruang, huruf_pt)
        _draw_sign(bidang, x, y - tinggi / 2, kotak, satu, nada, huruf_pt)
        for i, teks in enumerate(baris):
            write_text(bidang, x + kotak + 2, y - tinggi * (i + 0.5), teks, huruf_pt, nada.tulisan)
        if satu.jumlah:
            write_text(bidang, x + lebar, y - tinggi / 2, satu.jumlah, huruf_pt, nada.tulisan, tebal=True, ha="right")
        y -= tinggi * len(baris) + 0.6
    return y


def _draw_sign(bidang: Axes, x: float, y: float, lebar: float, butir: Butir, nada: Nada, huruf_pt: float) -> None:
    """Draw the swatch or line before a legend text, centred at height `y`."""
    tinggi = huruf_pt * 0.3
    if butir.tanda in ("garis", "putus"):
        gaya = (0, (3, 1.6)) if butir.tanda == "putus" else "solid"
        bidang.plot([x, x + lebar], [y, y], color=butir.warna, linewidth=huruf_pt * 0.18, linestyle=gaya)
        return
    kotak = Rectangle(
        (x, y - tinggi / 2), lebar, tinggi, facecolor=butir.warna, edgecolor=nada.garis_desa, linewidth=0.5
    )
    if butir.tanda == "arsir":
        kotak.set_facecolor(nada.latar_arsir)
        kotak.set_hatch("//////")
        kotak.set_hatchcolor(nada.arsir)
        kotak.set_hatch_linewidth(0.5)
    bidang.add_patch(kotak)


def draw_lines(
    bidang: Axes, x: float, y: float, lebar: float, teks: str, warna: str, huruf_pt: float, *, tebal: bool = False
) -> float:
    """Write a paragraph downward from `y` and return where it ends (mm)."""
    tinggi = huruf_pt * JARAK_BARIS
    for i, baris in enumerate(wrap_mm(bidang, teks, lebar, huruf_pt, tebal=tebal)):
        write_text(bidang, x, y - tinggi * (i + 0.5), baris, huruf_pt, warna, tebal=tebal)
        akhir = y - tinggi * (i + 1)
    return akhir


def draw_plate(bidang: Axes, kotak: Kotak, nada: Nada) -> None:
    """Draw a plain ground behind an inset or a legend that stands on the map."""
    kiri, bawah, kanan, atas = kotak
    bidang.add_patch(
        FancyBboxPatch(
            (kiri, bawah),
            kanan - kiri,
            atas - bawah,
            boxstyle="round,pad=0,rounding_size=1",
            facecolor=nada.kertas,
            edgecolor=nada.garis_tetangga,
            linewidth=0.6,
            alpha=0.94,
            zorder=6,
        )
    )
