"""What a map of the page shows, and its view: how far it reaches and how finely it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import shapely

from kukar_potensi.ekspor.gambar_hiasan import Butir
from kukar_potensi.ekspor.gambar_lapisan import Kotak, fit_view
from kukar_potensi.ekspor.gambar_lokasi import TEPI_NAMA, TERKECIL_KM
from kukar_potensi.ekspor.gambar_nada import Nada
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import parent_of
from kukar_potensi.tampilan.halaman_wilayah.jalur_layar import (
    Bidang,
    Lapis,
    Rupa,
    frames_of,
    pick_level,
    plane_of,
    shapes_of,
)

LEBAR: Final = 1000
TINGGI: Final = 740
"""Size of a picture in its own units; letters and lines are in dots of the screen."""


@dataclass(frozen=True)
class Lukisan:
    """What one map shows: areas by role and colour, which are outlined and named, and the words round it."""

    tingkat: str
    utama: frozenset[str]
    samping: frozenset[str]
    bernama: frozenset[str]
    pilih: tuple[str, ...]
    warna: str
    tepi: float
    alt: str
    legenda: tuple[Butir, ...]


@dataclass(frozen=True)
class Lembar:
    """A map being drawn: shapes on its level, the view in their units, and its colours."""

    himpunan: Himpunan
    lukisan: Lukisan
    nada: Nada
    bidang: Bidang
    rupa: Rupa
    pandangan: Kotak

    @property
    def skala(self) -> float:
        """Picture units a unit of the shapes."""
        return LEBAR / (self.pandangan[2] - self.pandangan[0])

    @property
    def lapis(self) -> Lapis:
        """Areas of the level that the map is about."""
        lapis: Lapis = getattr(self.rupa, self.lukisan.tingkat)
        return lapis

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the plane (degrees) stands on the picture."""
        satuan, skala = self.rupa.satuan, self.skala
        return (x / satuan - self.pandangan[0]) * skala, (y / satuan - self.pandangan[1]) * skala

    def label_point(self, kode: str, x: float, y: float) -> tuple[float, float]:
        """Return where to name an area: its label point, or a point of the part that the view shows."""
        dx, dy = LEBAR * TEPI_NAMA, TINGGI * TEPI_NAMA
        if dx < x < LEBAR - dx and dy < y < TINGGI - dy:
            return x, y
        kiri, atas, _, _ = self.pandangan
        s = self.skala
        batas = (kiri + dx / s, atas + dy / s, kiri + (LEBAR - dx) / s, atas + (TINGGI - dy) / s)
        tampak: Any = shapely.clip_by_rect(self.lapis.geometri[self.lapis.find([kode])[0]], *batas)
        if tampak.is_empty:
            return x, y
        dalam = max(shapely.get_parts(tampak), key=lambda bagian: bagian.area).representative_point()
        return (float(dalam.x) - kiri) * s, (float(dalam.y) - atas) * s


def prepare_lembar(himpunan: Himpunan, lukisan: Lukisan, nada: Nada) -> Lembar:
    """Choose the view and the level of detail on which it is drawn.

    Raises:
        ValueError: none of the areas exists.

    """
    kotak = frames_of(himpunan)
    utama = [kotak[kode] for kode in lukisan.utama if kode in kotak]
    if not utama:
        raise ValueError("Kelompok ini tidak memuat desa yang dikenal.")
    rangka = (min(k[0] for k in utama), min(k[1] for k in utama), max(k[2] for k in utama), max(k[3] for k in utama))
    kiri, atas, kanan, bawah = fit_view(rangka, LEBAR, TINGGI, tepi=lukisan.tepi, minimum_km=TERKECIL_KM)
    rupa = shapes_of(himpunan, pick_level(kanan - kiri))
    s = rupa.satuan
    return Lembar(himpunan, lukisan, nada, plane_of(himpunan), rupa, (kiri / s, atas / s, kanan / s, bawah / s))


@lru_cache(maxsize=4)
def neighbours_of(himpunan: Himpunan) -> dict[str, frozenset[str]]:
    """Return the neighbours of every desa (desa) and kecamatan (kecamatan), as `find_tetangga` finds them."""
    ada = set(himpunan.desa.index) | set(himpunan.kecamatan.index)
    hasil: dict[str, set[str]] = {str(kode): set() for kode in ada}
    for pasangan in zip(*(himpunan.batas_bersama[kolom].astype(str) for kolom in ("kode_a", "kode_b")), strict=True):
        for a, b in (pasangan, (parent_of(pasangan[0]), parent_of(pasangan[1]))):
            if a != b and a in ada and b in ada:
                hasil[a].add(b)
                hasil[b].add(a)
    return {kode: frozenset(isi) for kode, isi in hasil.items()}
