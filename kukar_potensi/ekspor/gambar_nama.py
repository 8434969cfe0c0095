"""Write on a drawn map: text in the project's font, and names that do not cover one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from kukar_potensi.ekspor.gambar_lapisan import MM_PER_INCI, Kotak
from kukar_potensi.ekspor.huruf import TEBAL, TEGAK, is_own, printable, spare_files

PT_PER_INCI: Final = 72
UKUR_PT: Final = 100.0
LONGGAR: Final = 1.04
"""Small letters are set a little wider than large ones, on whole dots."""
GESERAN: Final = (
    (0.0, 0.0),
    (0.0, 0.9),
    (0.0, -0.9),
    (0.35, 1.4),
    (-0.35, -1.4),
    (0.55, 0.0),
    (-0.55, 0.0),
    (0.0, 1.9),
    (0.0, -1.9),
)
"""Where a name may stand, in its own widths and heights from its point; the first free place is taken."""


@dataclass(frozen=True)
class Nama:
    """One name on the map: its point (degrees), look, and whether it must be drawn even when crowded."""

    teks: str
    lon: float
    lat: float
    ukuran_pt: float
    warna: str
    tebal: bool = False
    wajib: bool = False
    utama: int = 0


@lru_cache(maxsize=4)
def _font(tebal: bool, sendiri: bool) -> FontProperties:
    berkas = (TEBAL if tebal else TEGAK) if sendiri else spare_files()[1 if tebal else 0]
    return FontProperties(fname=str(berkas))


def font_for(teks: str, *, tebal: bool = False) -> FontProperties:
    """Return the main font, or the spare one when a sign is missing in the main one."""
    return _font(tebal, is_own(teks)).copy()


def write_text(bidang: Axes, x: float, y: float, teks: str, ukuran_pt: float, warna: str, **gaya: Any) -> Text:
    """Write one text; nothing in it is read as a formula. `tebal` and `bayang` (halo colour) may be given."""
    tebal, bayang = bool(gaya.pop("tebal", False)), gaya.pop("bayang", None)
    gaya.setdefault("va", "center")
    baris = "\n".join(printable(satu) for satu in teks.split("\n"))
    huruf = font_for(baris.replace("\n", ""), tebal=tebal)
    huruf.set_size(ukuran_pt)
    hasil = bidang.text(x, y, baris, fontproperties=huruf, color=warna, parse_math=False, **gaya)
    if bayang:
        hasil.set_path_effects([withStroke(linewidth=ukuran_pt * 0.32, foreground=bayang)])
    return hasil


def measure_mm(bidang: Axes, teks: str, ukuran_pt: float, *, tebal: bool = False) -> tuple[float, float]:
    """Return width and height of one line of text in millimetres."""
    sendiri = is_own(teks)
    lebar = sum(_advance(bidang.figure.canvas, tanda, tebal, sendiri) for tanda in printable(teks))
    return lebar * LONGGAR * ukuran_pt / PT_PER_INCI * MM_PER_INCI, ukuran_pt * 1.25 / PT_PER_INCI * MM_PER_INCI


_lebar: dict[tuple[str, bool, bool], float] = {}


def _advance(kanvas: Any, tanda: str, tebal: bool, sendiri: bool) -> float:
    """Return how far one sign moves the pen, as a share of the letter size; measured once a process."""
    kunci = (tanda, tebal, sendiri)
    if kunci not in _lebar:
        huruf = _font(tebal, sendiri).copy()
        huruf.set_size(UKUR_PT)
        renderer = kanvas.get_renderer()
        dua, _, _ = renderer.get_text_width_height_descent(f"n{tanda}n", huruf, ismath=False)
        kosong, _, _ = renderer.get_text_width_height_descent("nn", huruf, ismath=False)
        _lebar[kunci] = (dua - kosong) / renderer.dpi * PT_PER_INCI / UKUR_PT
    return _lebar[kunci]


def wrap_mm(bidang: Axes, teks: str, lebar_mm: float, ukuran_pt: float, *, tebal: bool = False) -> list[str]:
    """Return a text as lines no wider than `lebar_mm`; a single longer word is cut short."""
    baris: list[str] = []
    for kata in printable(teks).split(" "):
        coba = f"{baris[-1]} {kata}" if baris else kata
        if baris and measure_mm(bidang, coba, ukuran_pt, tebal=tebal)[0] <= lebar_mm:
            baris[-1] = coba
        else:
            baris.append(shorten_mm(bidang, kata, lebar_mm, ukuran_pt, tebal=tebal))
    return baris


def shorten_mm(bidang: Axes, teks: str, lebar_mm: float, ukuran_pt: float, *, tebal: bool = False) -> str:
    """Return a text cut short (…) so that it is no wider than `lebar_mm`."""
    sisa = printable(teks)
    if measure_mm(bidang, sisa, ukuran_pt, tebal=tebal)[0] <= lebar_mm:
        return sisa
    while len(sisa) > 1 and measure_mm(bidang, f"{sisa}…", ukuran_pt, tebal=tebal)[0] > lebar_mm:
        sisa = sisa[: max(1, int(len(sisa) * 0.9))].rstrip() if len(sisa) > 20 else sisa[:-1].rstrip()
    return f"{sisa}…"


def place_names(
    bidang: Axes,
    bingkai: Kotak,
    pandangan: Kotak,
    nama: Iterable[Nama],
    terisi: list[Kotak],
    bayang: str,
) -> int:
    """Write the names that find a free place and return how many; `terisi` (mm) grows by their boxes.

    Names with the lowest `utama` choose first. One with `wajib` is written at its own point
    even when no place is free; the others are then left out.
    """
    skala_x = (bingkai[2] - bingkai[0]) / (pandangan[2] - pandangan[0])
    skala_y = (bingkai[3] - bingkai[1]) / (pandangan[3] - pandangan[1])
    ditulis = 0
    for satu in sorted(nama, key=lambda n: (n.utama, n.lat, n.teks)):
        x = bingkai[0] + (satu.lon - pandangan[0]) * skala_x
        y = bingkai[1] + (satu.lat - pandangan[1]) * skala_y
        if not (bingkai[0] < x < bingkai[2] and bingkai[1] < y < bingkai[3]):
            continue
        lebar, tinggi = measure_mm(bidang, satu.teks, satu.ukuran_pt, tebal=satu.tebal)
        letak = _free_place(x, y, lebar, tinggi, bingkai, terisi)
        if letak is None:
            if not satu.wajib:
                continue
            letak = _push_inside(x, y, lebar, tinggi, bingkai)
        terisi.append(_box(*letak, lebar, tinggi))
        write_text(
            bidang,
            *letak,
            satu.teks,
            satu.ukuran_pt,
            satu.warna,
            tebal=satu.tebal,
            bayang=bayang,
            ha="center",
            zorder=8,
        )
        ditulis += 1
    return ditulis


def _free_place(
    x: float, y: float, lebar: float, tinggi: float, bingkai: Kotak, terisi: list[Kotak]
) -> tuple[float, float] | None:
    """Return the first of the allowed places that lies inside the frame and meets nothing."""
    for dx, dy in GESERAN:
        cx, cy = x + dx * lebar, y + dy * tinggi
        kotak = _box(cx, cy, lebar, tinggi)
        di_dalam = kotak[0] > bingkai[0] and kotak[1] > bingkai[1] and kotak[2] < bingkai[2] and kotak[3] < bingkai[3]
        if di_dalam and not any(_meets(kotak, lain) for lain in terisi):
            return cx, cy
    return None


def _push_inside(x: float, y: float, lebar: float, tinggi: float, bingkai: Kotak) -> tuple[float, float]:
    kiri, bawah, kanan, atas = bingkai
    x = min(max(x, kiri + lebar / 2 + 0.5), kanan - lebar / 2 - 0.5)
    return x, min(max(y, bawah + tinggi / 2 + 0.5), atas - tinggi / 2 - 0.5)


def _box(x: float, y: float, lebar: float, tinggi: float) -> Kotak:
    return x - lebar / 2 - 0.4, y - tinggi / 2, x + lebar / 2 + 0.4, y + tinggi / 2


def _meets(a: Kotak, b: Kotak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
