"""Say in which areas a row counts: the one counting rule behind map, table, card, export.

A row counts once in any total. In a breakdown it counts once in every area where it lies:
a row placed at desa level in its desa and their kecamatan, a row placed at kecamatan level
in its kecamatan and none of its desa, a row placed at regency level in no area at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

DESA: Final = "desa"
KECAMATAN: Final = "kecamatan"
KABUPATEN: Final = "kabupaten"

Bilangan = npt.NDArray[np.int64]
Topeng = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Pasangan:
    """Pairs (row, area) as positions, sorted by row, each pair once."""

    baris: Bilangan
    wilayah: Bilangan
    jumlah_baris: int
    jumlah_wilayah: int

    @cached_property
    def jumlah_per_wilayah(self) -> Bilangan:
        """How many rows lie in each area, without any filter."""
        return self.count(np.ones(self.jumlah_baris, dtype=np.bool_))

    def count(self, topeng: Topeng) -> Bilangan:
        """Return how many of the chosen rows lie in each area."""
        terpilih = self.wilayah[topeng[self.baris]]
        return np.bincount(terpilih, minlength=self.jumlah_wilayah).astype(np.int64, copy=False)

    def mean(self, topeng: Topeng, nilai: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the mean of the chosen rows' values in each area; NaN without any value."""
        pakai = (topeng & ~np.isnan(nilai))[self.baris]
        wilayah = self.wilayah[pakai]
        jumlah = np.bincount(wilayah, weights=nilai[self.baris[pakai]], minlength=self.jumlah_wilayah)
        kali = np.bincount(wilayah, minlength=self.jumlah_wilayah)
        rata = np.full(self.jumlah_wilayah, np.nan)
        np.divide(jumlah, kali, out=rata, where=kali > 0)
        return rata

    def touches(self, wilayah_terpilih: Topeng) -> Topeng:
        """Tell which rows lie in at least one of the chosen areas."""
        hasil = np.zeros(self.jumlah_baris, dtype=np.bool_)
        hasil[self.baris[wilayah_terpilih[self.wilayah]]] = True
        return hasil

    def best(self, nilai_wilayah: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], Bilangan]:
        """Return each row's highest area value and that area's position.

        NaN and -1 for a row without an area or whose areas have no value; the first area
        in code order wins a tie.
        """
        nilai = nilai_wilayah[self.wilayah]
        ada = np.flatnonzero(~np.isnan(nilai))
        urut = ada[np.lexsort((self.wilayah[ada], -nilai[ada], self.baris[ada]))]
        baris, awal = np.unique(self.baris[urut], return_index=True)
        tertinggi = np.full(self.jumlah_baris, np.nan)
        letak = np.full(self.jumlah_baris, -1, dtype=np.int64)
        tertinggi[baris] = nilai[urut[awal]]
        letak[baris] = self.wilayah[urut[awal]]
        return tertinggi, letak


@dataclass(frozen=True, eq=False)
class Tempat:
    """Where the rows of one table lie, at both levels."""

    kecamatan: Pasangan
    desa: Pasangan

    @cached_property
    def tanpa_wilayah(self) -> Topeng:
        """Tell which rows lie in no area: listed, never painted."""
        hasil = np.ones(self.kecamatan.jumlah_baris, dtype=np.bool_)
        hasil[self.kecamatan.baris] = False
        return hasil


def locate_rows(rows: pd.DataFrame, desa: pd.DataFrame, kecamatan: pd.DataFrame) -> Tempat:
    """Return the areas of every row under the counting rule.

    `rows` needs tingkat, kode_kecamatan and kode_desa (tuples of codes); `desa` (index
    kode, column kode_kecamatan) and `kecamatan` (index kode) give the areas' order. Codes
    that no area has are left out.
    """
    letak_desa = {str(kode): letak for letak, kode in enumerate(desa.index)}
    letak_kecamatan = {str(kode): letak for letak, kode in enumerate(kecamatan.index)}
    induk = [letak_kecamatan.get(str(kode), -1) for kode in desa["kode_kecamatan"]]
    pasang_desa: list[tuple[int, int]] = []
    pasang_kecamatan: list[tuple[int, int]] = []
    kolom = (rows["tingkat"], rows["kode_kecamatan"], rows["kode_desa"])
    for baris, (tingkat, daftar_kecamatan, daftar_desa) in enumerate(zip(*kolom, strict=True)):
        if tingkat not in (DESA, KECAMATAN):
            continue
        tersebut = _positions(daftar_kecamatan, letak_kecamatan)
        if tingkat == DESA:
            di_desa = _positions(daftar_desa, letak_desa)
            pasang_desa.extend((baris, letak) for letak in di_desa)
            tersebut |= {induk[letak] for letak in di_desa if induk[letak] >= 0}
        pasang_kecamatan.extend((baris, letak) for letak in tersebut)
    return Tempat(
        kecamatan=_pack(pasang_kecamatan, len(rows), len(kecamatan)),
        desa=_pack(pasang_desa, len(rows), len(desa)),
    )


def _positions(daftar: Iterable[str], letak: Mapping[str, int]) -> set[int]:
    """Return the positions of the codes that exist."""
    return {letak[kode] for kode in daftar if kode in letak}


def _pack(pasang: list[tuple[int, int]], jumlah_baris: int, jumlah_wilayah: int) -> Pasangan:
    """Return pairs as arrays in row order; read-only, since every session shares them."""
    larik = np.array(sorted(pasang), dtype=np.int64).reshape(-1, 2)
    baris, wilayah = np.ascontiguousarray(larik.T)
    baris.flags.writeable = False
    wilayah.flags.writeable = False
    return Pasangan(baris, wilayah, jumlah_baris, jumlah_wilayah)
