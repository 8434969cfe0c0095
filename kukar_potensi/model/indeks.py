"""Lay one table out as arrays, so that a filter is a few array look-ups."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kata import DaftarKata
from kukar_potensi.model.kriteria import as_text
from kukar_potensi.model.saringan import JUMLAH_KATA, Saringan
from kukar_potensi.model.teks import PANJANG_KATA_RAPAT, compact_text, fold_text
from kukar_potensi.model.tempat import Tempat, Topeng

_JUMLAH_SIMPANAN: Final = 256


@dataclass(frozen=True, eq=False)
class Kolom:
    """One filter column: each row's position in `letak`, -1 for a row without a value."""

    kode: npt.NDArray[np.int32]
    letak: Mapping[str, int]

    def matches(self, dipilih: Iterable[str]) -> Topeng:
        """Tell which rows carry one of the chosen values; unknown values match nothing."""
        cocok = np.zeros(len(self.letak) + 1, dtype=np.bool_)
        for nilai in dipilih:
            if nilai in self.letak:
                cocok[self.letak[nilai]] = True
        return cocok[self.kode]


@dataclass(frozen=True, eq=False)
class IndeksTabel:
    """One table of rows as arrays: filter columns, places, words, scores.

    `kolom` maps a field of Saringan to its column; a field that the table does not have
    (status of a potensi) filters nothing. `teks` is what a keyword is looked up in, `rapat`
    the names written together, `letak` the row of every id: people quote a row by it (P235).
    """

    jumlah: int
    kolom: Mapping[str, Kolom]
    tempat: Tempat
    teks: DaftarKata
    rapat: DaftarKata
    letak: Mapping[str, int] = field(default_factory=dict, repr=False)
    _kata: dict[str, Topeng] = field(default_factory=dict, repr=False)

    def matches(self, saringan: Saringan, kecamatan: Topeng | None, desa: Topeng | None) -> Topeng:
        """Tell which rows pass the filter; `kecamatan`, `desa` are the chosen areas or None."""
        topeng = np.ones(self.jumlah, dtype=np.bool_)
        for nama, kolom in self.kolom.items():
            dipilih = getattr(saringan, nama)
            if dipilih:
                topeng &= kolom.matches(dipilih)
        if kecamatan is not None:
            topeng &= self.tempat.kecamatan.touches(kecamatan)
        if desa is not None:
            topeng &= self.tempat.desa.touches(desa)
        for kata in fold_text(saringan.cari).split()[:JUMLAH_KATA]:
            topeng &= self._contains(kata)
        return topeng

    def with_columns(self, kolom: Mapping[str, Kolom]) -> IndeksTabel:
        """Return the same table with some filter columns replaced; words are shared."""
        return dataclasses.replace(self, kolom={**self.kolom, **kolom})

    def _contains(self, kata: str) -> Topeng:
        """Tell which rows contain a folded word; remembers the last few words."""
        tersimpan = self._kata.get(kata)
        if tersimpan is not None:
            return tersimpan
        topeng = self.teks.contains(kata)
        if len(kata) >= PANJANG_KATA_RAPAT:
            topeng |= self.rapat.contains(kata)
        if kata in self.letak:
            topeng[self.letak[kata]] = True
        topeng.flags.writeable = False
        if len(self._kata) >= _JUMLAH_SIMPANAN:
            self._kata.clear()
        self._kata[kata] = topeng
        return topeng


def encode_column(nilai: Iterable[object], urutan: Iterable[str]) -> Kolom:
    """Return a filter column; `urutan` are the values it can take."""
    letak = {kode: posisi for posisi, kode in enumerate(urutan)}
    kode = np.array([letak.get(satu, -1) if isinstance(satu, str) else -1 for satu in nilai], dtype=np.int32)
    kode.flags.writeable = False
    return Kolom(kode, letak)


class Kosakata:
    """Collect what a keyword is looked up in for the rows of a table."""

    def __init__(self, himpunan: Himpunan) -> None:
        """Fold every name of places, agencies and sectors once."""
        opd = himpunan.opd
        self._sektor = _names(himpunan.sektor["nama"])
        self._opd = _names(opd["nama"])
        self._singkatan = _names(opd["singkatan"]) if "singkatan" in opd else {}
        self._desa = _names(himpunan.desa["nama"])
        self._kecamatan = _names(himpunan.kecamatan["nama"])

    def collect(
        self, rows: pd.DataFrame, nama: Iterable[str], uraian: Iterable[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return (text, names written together) of every row.

        `nama` are the columns that hold names, `uraian` those that hold longer text;
        sektor, opd, kode_kecamatan and kode_desa are looked up.
        """
        kolom_nama = [rows[kolom].tolist() for kolom in nama if kolom in rows]
        kolom_uraian = [rows[kolom].tolist() for kolom in uraian if kolom in rows]
        tempat = zip(rows["sektor"], rows["opd"], rows["kode_kecamatan"], rows["kode_desa"], strict=True)
        teks, rapat = [], []
        for letak, (sektor, opd, kecamatan, desa) in enumerate(tempat):
            potongan = [as_text(kolom[letak]) or "" for kolom in kolom_nama]
            potongan += [self._sektor.get(sektor, ""), self._opd.get(opd, ""), self._singkatan.get(opd, "")]
            potongan += [self._kecamatan.get(kode, "") for kode in kecamatan]
            potongan += [self._desa.get(kode, "") for kode in desa]
            panjang = [as_text(kolom[letak]) or "" for kolom in kolom_uraian]
            teks.append(fold_text(" ".join(potongan + panjang)))
            rapat.append(" ".join(compact_text(satu) for satu in potongan if satu))
        return tuple(teks), tuple(rapat)


def _names(kolom: pd.Series) -> dict[str, str]:
    """Return code -> name of a column of names; missing names are left out."""
    return {str(kode): nama for kode, isi in kolom.items() if (nama := as_text(isi))}
