"""Shapes of the data set as short SVG paths, one set a level of detail, made once and shared by everybody.

A plane of degrees (longitude shortened by the cosine of the latitude, y downward) is cut into
whole units that double from level to level, so that a view is always some hundreds of units
wide. Borders are lines shared by two areas and drawn once; areas are paths to fill.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely

from kukar_potensi.ekspor.gambar_lapisan import Kotak
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import parent_of

SATUAN: Final = 0.0001
"""Degrees of one unit on the finest level, about 11 m."""
LEBAR_SATUAN: Final = 900
"""Most units across a view: on a wide screen one unit is one or two dots."""
TINGKAT_TERKASAR: Final = 7
LONGGAR: Final = 3.0
"""How much of a border may be smoothed away, in units."""
TEPI_POTONG: Final = 0.02
"""Shapes are cut this share of the view outside of it, so that the cut is not seen."""

Geometri = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Lapis:
    """Shapes of one layer in units of a level, with their codes and boxes; paths are written when first seen."""

    kode: tuple[str, ...]
    geometri: Geometri
    kotak: npt.NDArray[np.float64]
    jalur: dict[int, str] = field(default_factory=dict)

    def find(self, kode: Sequence[str]) -> list[int]:
        """Return the positions of the given areas, in the layer's order; unknown ones are left out."""
        dicari = set(kode)
        return [i for i, satu in enumerate(self.kode) if satu in dicari]

    def joined(self, letak: Sequence[int]) -> str:
        """Return some areas as one path without the borders between them."""
        if len(letak) < 2:
            return "".join(map(self._whole, letak))
        return write_path(shapely.coverage_union_all(self.geometri[list(letak)]))

    def path_in(self, pandangan: Kotak, letak: Sequence[int] | None = None) -> str:
        """Return what a view shows of all shapes, or of some, as one path."""
        kiri, atas, kanan, bawah = pandangan
        tepi = (kanan - kiri) * TEPI_POTONG
        jendela = (kiri - tepi, atas - tepi, kanan + tepi, bawah + tepi)
        k = self.kotak
        temu = (k[:, 0] <= kanan) & (k[:, 2] >= kiri) & (k[:, 1] <= bawah) & (k[:, 3] >= atas)
        utuh = (k[:, 0] >= jendela[0]) & (k[:, 2] <= jendela[2]) & (k[:, 1] >= jendela[1]) & (k[:, 3] <= jendela[3])
        dipakai = np.flatnonzero(temu).tolist() if letak is None else [i for i in letak if temu[i]]
        return "".join(
            self._whole(i) if utuh[i] else write_path(shapely.clip_by_rect(self.geometri[i], *jendela)) for i in dipakai
        )

    def _whole(self, i: int) -> str:
        jalur = self.jalur.get(i)
        if jalur is None:
            jalur = self.jalur[i] = write_path(self.geometri[i])
        return jalur


@dataclass(frozen=True, eq=False)
class Rupa:
    """Everything that a map shows, on one level of detail; `satuan` is the size of its unit in degrees.

    `batas_desa` and `batas_kecamatan` are the lines inside the regency, each once; the code of
    a line between desa is that of the kecamatan it lies in.
    """

    satuan: float
    desa: Lapis
    kecamatan: Lapis
    kabupaten: Lapis
    batas_desa: Lapis
    batas_kecamatan: Lapis
    tetangga: Lapis
    danau: Lapis
    sungai: Lapis
    ikn: Lapis


@dataclass(frozen=True)
class Bidang:
    """The plane: where its corner lies (degrees) and how much shorter a degree of longitude is."""

    barat: float
    utara: float
    pendek: float

    def place(self, lon: Any, lat: Any) -> tuple[Any, Any]:
        """Return a point, or arrays of them, on the plane (degrees, y downward)."""
        return (lon - self.barat) * self.pendek, self.utara - lat


@lru_cache(maxsize=4)
def plane_of(himpunan: Himpunan) -> Bidang:
    """Return the plane of a data set."""
    barat, selatan, _, utara = (float(satu) for satu in himpunan.kecamatan.total_bounds)
    return Bidang(barat, utara, math.cos(math.radians((selatan + utara) / 2)))


@lru_cache(maxsize=4)
def frames_of(himpunan: Himpunan) -> dict[str, Kotak]:
    """Return the box of every desa and kecamatan on the plane (degrees), as exact as the data."""
    bidang = plane_of(himpunan)
    hasil: dict[str, Kotak] = {}
    for bingkai in (himpunan.desa, himpunan.kecamatan):
        barat, selatan, timur, utara = shapely.bounds(bingkai.geometry.to_numpy()).T
        kotak = np.column_stack([*bidang.place(barat, utara), *bidang.place(timur, selatan)])
        hasil |= {str(kode): tuple(satu) for kode, satu in zip(bingkai.index, kotak.tolist(), strict=True)}
    return hasil


def pick_level(lebar: float) -> int:
    """Return the level on which a view of this width (degrees) is at most `LEBAR_SATUAN` units wide."""
    kasar = math.ceil(math.log2(max(lebar / SATUAN / LEBAR_SATUAN, 1)))
    return min(kasar, TINGKAT_TERKASAR)


@lru_cache(maxsize=2 * (TINGKAT_TERKASAR + 1))
def shapes_of(himpunan: Himpunan, tingkat: int) -> Rupa:
    """Return the shapes of a data set on a level: desa smoothed together, so that neighbours still meet."""
    bidang, satuan = plane_of(himpunan), SATUAN * 2**tingkat

    def unroll(geometri: Any) -> Geometri:
        return np.asarray(
            shapely.transform(geometri, lambda t: np.column_stack(bidang.place(t[:, 0], t[:, 1])) / satuan)
        )

    def thin(bingkai: Any) -> Lapis:
        return _layer(map(str, bingkai.index), shapely.simplify(unroll(bingkai.geometry.to_numpy()), LONGGAR / 3))

    kode = [str(satu) for satu in himpunan.desa.index]
    desa = shapely.coverage_simplify(unroll(himpunan.desa.geometry.to_numpy()), LONGGAR)
    induk = np.array([parent_of(satu) for satu in kode])
    nama = sorted(set(induk.tolist()))
    kecamatan = np.array([shapely.coverage_union_all(desa[induk == satu]) for satu in nama], dtype=object)
    kabupaten = np.array([shapely.coverage_union_all(desa)], dtype=object)
    garis = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(desa))))
    di_kecamatan, di_luar = _lies_on(garis, kecamatan), _lies_on(garis, kabupaten)
    konteks = himpunan.konteks
    return Rupa(
        satuan,
        _layer(kode, desa),
        _layer(nama, kecamatan),
        _layer(["kabupaten"], kabupaten),
        _layer(_owners(garis[~di_kecamatan], desa, induk.tolist()), garis[~di_kecamatan]),
        _layer([], garis[di_kecamatan & ~di_luar]),
        thin(himpunan.tetangga),
        thin(konteks[konteks["jenis"] == "danau"]),
        thin(konteks[konteks["jenis"] == "sungai"]),
        thin(himpunan.ikn),
    )


def write_path(geometri: Any) -> str:
    """Return polygons or lines as a path of whole units: each ring or line a start and steps from point to point."""
    bagian = shapely.get_parts(geometri)
    cincin = shapely.get_rings(bagian)
    tutup = "z" if len(cincin) else ""
    hasil = []
    for satu in cincin if tutup else bagian:
        titik = np.rint(shapely.get_coordinates(satu)).astype(np.int64)
        langkah = np.diff(titik, axis=0)
        langkah = langkah[langkah.any(axis=1)]
        if tutup:
            langkah = langkah[:-1]
        if len(langkah) > bool(tutup):
            angka = " ".join(map(str, langkah.ravel().tolist())).replace(" -", "-")
            hasil.append(f"M{titik[0, 0]} {titik[0, 1]}l{angka}{tutup}")
    return "".join(hasil)


def _layer(kode: Any, geometri: Geometri) -> Lapis:
    return Lapis(tuple(kode), geometri, shapely.bounds(geometri).reshape(-1, 4))


def _lies_on(garis: Geometri, wilayah: Geometri) -> npt.NDArray[np.bool_]:
    """Return which border lines bound one of the areas; a line has the same two owners from end to end."""
    tepi = {ruas for cincin in shapely.get_rings(shapely.get_parts(wilayah)) for ruas in _edges(cincin)}
    return np.array([_edges(satu)[0] in tepi for satu in garis], dtype=bool)


def _owners(garis: Geometri, desa: Geometri, induk: Sequence[str]) -> list[str]:
    """Return the kecamatan in which each line between desa lies."""
    bagian, nomor = shapely.get_parts(desa, return_index=True)
    cincin, dari = shapely.get_rings(bagian, return_index=True)
    pemilik = {ruas: induk[nomor[letak]] for satu, letak in zip(cincin, dari, strict=True) for ruas in _edges(satu)}
    return [pemilik[_edges(satu)[0]] for satu in garis]


def _edges(garis: Any) -> list[frozenset[tuple[float, ...]]]:
    """Return the straight pieces of a line or ring, without direction."""
    titik = list(map(tuple, shapely.get_coordinates(garis).tolist()))
    return [frozenset(ruas) for ruas in pairwise(titik)]
