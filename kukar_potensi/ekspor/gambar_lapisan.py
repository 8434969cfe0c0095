"""Layers and the sheet of a map drawn by the server, without any screen or global state."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely
from geopandas import GeoDataFrame
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.path import Path as Jalur
from PIL import Image

from kukar_potensi.ekspor.gambar_nada import Nada, Sajian
from kukar_potensi.model.himpunan import Himpunan

MM_PER_INCI: Final = 25.4
BANYAK_WARNA: Final = 96
KM_PER_DERAJAT: Final = 111.32
"""Kilometres in one degree along the equator, where the regency lies."""

DARATAN_BARAT_LON: Final = 116.3
"""West of this meridian all that the map can show is land (Kalimantan Tengah has no shape on file)."""

BATAS_DEKAT_KM: Final = 60.0

Kotak = tuple[float, float, float, float]
"""West, south, east, north in degrees; or left, bottom, right, top in millimetres."""

pena = threading.RLock()
"""Held while drawing: the drawing library promises nothing about threads."""


@dataclass(frozen=True)
class Ukuran:
    """Size of a picture: width and height (mm), dots per inch, and the base letter size (points)."""

    lebar_mm: float
    tinggi_mm: float
    dpi: int = 200
    huruf_pt: float = 8.0

    def __post_init__(self) -> None:
        if not (20 <= self.lebar_mm <= 1200 and 20 <= self.tinggi_mm <= 1200 and 30 <= self.dpi <= 600):
            raise ValueError("Ukuran gambar harus 20–1200 mm per sisi dan 30–600 dpi.")


@dataclass(frozen=True, eq=False)
class Lapisan:
    """Shapes of one layer: codes, drawable paths and bounding boxes (degrees), in the frame's order."""

    kode: tuple[str, ...]
    jalur: tuple[Jalur, ...]
    kotak: npt.NDArray[np.float64]

    def within(self, pandangan: Kotak) -> list[int]:
        """Return the positions of the shapes whose box meets the view."""
        barat, selatan, timur, utara = pandangan
        k = self.kotak
        temu = (k[:, 0] <= timur) & (k[:, 2] >= barat) & (k[:, 1] <= utara) & (k[:, 3] >= selatan)
        return [int(i) for i in np.flatnonzero(temu)]

    def frame(self, kode: Sequence[str]) -> Kotak | None:
        """Return the box round the given areas; None when none of them exists."""
        letak = [i for i, satu in enumerate(self.kode) if satu in set(kode)]
        if not letak:
            return None
        k = self.kotak[letak]
        return float(k[:, 0].min()), float(k[:, 1].min()), float(k[:, 2].max()), float(k[:, 3].max())


@lru_cache(maxsize=16)
def layer_of(himpunan: Himpunan, nama: str) -> Lapisan:
    """Return a layer of the data set: desa, kecamatan, kabupaten, ikn, tetangga, sungai or danau."""
    if nama in ("sungai", "danau"):
        konteks = himpunan.konteks
        return _layer(konteks[konteks["jenis"] == nama])
    return _layer(getattr(himpunan, nama))


def _layer(bingkai: GeoDataFrame) -> Lapisan:
    geometri = bingkai.geometry.to_numpy()
    kotak = shapely.bounds(geometri).reshape(-1, 4)
    return Lapisan(tuple(str(k) for k in bingkai.index), tuple(_path(g) for g in geometri), kotak)


def _path(geometri: Any) -> Jalur:
    """Return polygons or lines as one compound path; holes stay holes."""
    cincin = []
    for bagian in shapely.get_parts(geometri):
        garis = [bagian.exterior, *bagian.interiors] if bagian.geom_type == "Polygon" else [bagian]
        for satu in garis:
            titik = shapely.get_coordinates(satu)
            kode = np.full(len(titik), Jalur.LINETO, dtype=Jalur.code_type)
            kode[0] = Jalur.MOVETO
            if bagian.geom_type == "Polygon":
                kode[-1] = Jalur.CLOSEPOLY
            cincin.append(Jalur(titik, kode))
    return Jalur.make_compound_path(*cincin)


def new_sheet(ukuran: Ukuran, nada: Nada) -> tuple[Figure, Axes]:
    """Return an empty figure and an axis over all of it whose units are millimetres."""
    lembar = Figure(
        figsize=(ukuran.lebar_mm / MM_PER_INCI, ukuran.tinggi_mm / MM_PER_INCI), dpi=ukuran.dpi, facecolor=nada.kertas
    )
    FigureCanvasAgg(lembar)
    bidang = lembar.add_axes((0, 0, 1, 1), zorder=5)
    bidang.set_xlim(0, ukuran.lebar_mm)
    bidang.set_ylim(0, ukuran.tinggi_mm)
    bidang.set_axis_off()
    bidang.patch.set_visible(False)
    return lembar, bidang


def save_sheet(lembar: Figure, sajian: Sajian) -> bytes:
    """Return the finished figure as a file; no date inside, so that the same view gives the same file.

    `hemat` keeps at most 256 colours in a png: a third of the bytes, for a page on a phone.
    """
    penampung = io.BytesIO()
    if sajian.hemat and sajian.format_berkas == "png":
        kanvas: Any = FigureCanvasAgg(lembar)
        kanvas.draw()
        gambar = Image.fromarray(np.asarray(kanvas.buffer_rgba())[..., :3])
        sedikit = gambar.quantize(BANYAK_WARNA, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        _restore_paper(sedikit, gambar)
        sedikit.save(penampung, "png")
        return penampung.getvalue()
    tanda: dict[str, Any] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}[
        sajian.format_berkas
    ]
    lembar.savefig(penampung, format=sajian.format_berkas, metadata=tanda, facecolor=lembar.get_facecolor())
    return penampung.getvalue()


def _restore_paper(sedikit: Image.Image, asli: Image.Image) -> None:
    """Give the paper its exact colour back, so that the picture has no edge on the page."""
    nomor: Any = sedikit.getpixel((0, 0))
    warna: Any = asli.getpixel((0, 0))
    palet = sedikit.getpalette()
    if palet:
        palet[nomor * 3 : nomor * 3 + 3] = warna[:3]
        sedikit.putpalette(palet)


def fit_view(isi: Kotak, lebar_mm: float, tinggi_mm: float, *, tepi: float = 0.04, minimum_km: float = 0.0) -> Kotak:
    """Return the view (degrees) that shows all of `isi` and fills a frame of the given size without stretching.

    `tepi` is the free margin as a share of the larger side; `minimum_km` the least width.
    """
    barat, selatan, timur, utara = isi
    lebar, tinggi = timur - barat, utara - selatan
    sisi = max(lebar, tinggi) * tepi
    minimum = minimum_km / KM_PER_DERAJAT
    lebar, tinggi = max(lebar + 2 * sisi, minimum), max(tinggi + 2 * sisi, minimum)
    nisbah = lebar_mm / tinggi_mm
    if lebar / tinggi < nisbah:
        lebar = tinggi * nisbah
    else:
        tinggi = lebar / nisbah
    x, y = (barat + timur) / 2, (selatan + utara) / 2
    return x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2


def add_map(lembar: Figure, ukuran: Ukuran, bingkai: Kotak, pandangan: Kotak, nada: Nada) -> Axes:
    """Add the axis of a map: `bingkai` is its place on the sheet (mm), `pandangan` what it shows (degrees)."""
    kiri, bawah, kanan, atas = bingkai
    w, h = ukuran.lebar_mm, ukuran.tinggi_mm
    peta = lembar.add_axes((kiri / w, bawah / h, (kanan - kiri) / w, (atas - bawah) / h), zorder=1)
    peta.set_xlim(pandangan[0], pandangan[2])
    peta.set_ylim(pandangan[1], pandangan[3])
    peta.set_facecolor(nada.laut)
    peta.set_xticks([])
    peta.set_yticks([])
    for sisi in peta.spines.values():
        sisi.set_color(nada.garis_tetangga)
        sisi.set_linewidth(0.6)
    return peta


def paint_layer(peta: Axes, lapisan: Lapisan, letak: Sequence[int], **gaya: Any) -> None:
    """Draw some shapes of a layer; `gaya` are the properties of the collection (lists run along `letak`)."""
    if not letak:
        return
    kumpulan = PathCollection([lapisan.jalur[i] for i in letak], **gaya)
    peta.add_collection(kumpulan, autolim=False)


def paint_ground(peta: Axes, himpunan: Himpunan, pandangan: Kotak, nada: Nada) -> None:
    """Draw what lies under the areas: land without a shape on file, then the neighbouring regencies."""
    barat, selatan, timur, utara = pandangan
    if barat < DARATAN_BARAT_LON:
        tepi = min(timur, DARATAN_BARAT_LON)
        peta.add_patch(
            Rectangle((barat, selatan), tepi - barat, utara - selatan, facecolor=nada.tetangga, linewidth=0, zorder=0.5)
        )
    tetangga = layer_of(himpunan, "tetangga")
    paint_layer(
        peta,
        tetangga,
        tetangga.within(pandangan),
        facecolors=nada.tetangga,
        edgecolors=nada.garis_tetangga,
        linewidths=0.6,
        zorder=1,
    )


def paint_context(peta: Axes, himpunan: Himpunan, pandangan: Kotak, nada: Nada, *, tebal: float = 1.0) -> None:
    """Draw what lies over the areas: lakes, the Mahakam, and the older IKN line (dashed, indicative).

    Water is drawn faint in a near view: its lines are made for small scales.
    """
    dekat = (pandangan[2] - pandangan[0]) * KM_PER_DERAJAT < BATAS_DEKAT_KM
    air = 0.4 if dekat else 0.85
    danau, sungai, ikn = (layer_of(himpunan, nama) for nama in ("danau", "sungai", "ikn"))
    paint_layer(
        peta,
        danau,
        danau.within(pandangan),
        facecolors=nada.danau,
        edgecolors=nada.sungai,
        linewidths=0.5 * tebal,
        alpha=air,
        zorder=4,
    )
    paint_layer(
        peta,
        sungai,
        sungai.within(pandangan),
        facecolors="none",
        edgecolors=nada.sungai,
        linewidths=1.1 * tebal,
        alpha=air,
        capstyle="round",
        zorder=4.1,
    )
    paint_layer(
        peta,
        ikn,
        ikn.within(pandangan),
        facecolors="none",
        edgecolors=nada.ikn,
        linewidths=1.4 * tebal,
        linestyles=[(0, (5, 3))],
        zorder=4.3,
    )
