"""Gather what is on record of one area, the same for its page and for its sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from kukar_potensi.model.fakta_wilayah import Fakta, gather_fakta
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import (
    Kelompok,
    find_kelompok,
    find_tetangga,
    is_kecamatan,
    parent_of,
    select_kelompok,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tempat import DESA, Tempat, Topeng


@dataclass(frozen=True, eq=False)
class IsiWilayah:
    """One desa, kelurahan or kecamatan and everything a view holds of it.

    `potensi` and `kerja_sama` are the view's rows that lie in the area (counting rule:
    a row placed at kecamatan level lies in no desa). `potensi_kecamatan` and
    `kerja_sama_kecamatan` are, for a desa, the rows of its kecamatan that name no desa of
    it; empty for a kecamatan. `tetangga` is as `find_tetangga`, with a column potensi (the
    neighbour's count in the view). `anggota` are the desa of a kecamatan (index kode; nama,
    jenis, potensi, kerja_sama), empty for a desa. `kelompok` are the candidate groups that touch the
    area, `kelompok_lain` the others. `konektivitas` are the rows of its kecamatan.
    """

    kode: str
    nama: str
    sebutan: str
    kecamatan: str
    fakta: tuple[Fakta, ...]
    potensi: pd.DataFrame
    kerja_sama: pd.DataFrame
    potensi_kecamatan: pd.DataFrame
    kerja_sama_kecamatan: pd.DataFrame
    tetangga: pd.DataFrame
    anggota: pd.DataFrame
    kelompok: tuple[Kelompok, ...]
    kelompok_lain: tuple[Kelompok, ...]
    konektivitas: pd.DataFrame

    @property
    def is_kecamatan(self) -> bool:
        """Tell whether the area is a kecamatan."""
        return is_kecamatan(self.kode)

    @property
    def judul(self) -> str:
        """Kind and name: "Desa Sumber Sari"."""
        return f"{self.sebutan} {self.nama}"


def gather_wilayah(tampak: Tampak, kode: str) -> IsiWilayah:
    """Return what a view holds of an area.

    Raises:
        KeyError: no desa or kecamatan has this code.

    """
    indeks, himpunan = tampak.indeks, tampak.indeks.himpunan
    tingkat_kecamatan = is_kecamatan(kode)
    wilayah = himpunan.kecamatan if tingkat_kecamatan else himpunan.desa
    baris: Any = wilayah.loc[kode]
    induk = parent_of(kode)
    sebutan = "Kecamatan" if tingkat_kecamatan else str(baris["jenis"]).capitalize()
    tempat = indeks.tabel_potensi.tempat, indeks.tabel_kerja_sama.tempat
    tabel = indeks.potensi, indeks.kerja_sama
    topeng = tampak.mask_potensi, tampak.mask_kerja_sama
    isi = [
        t.iloc[np.flatnonzero(m & _lies_in(p, himpunan, kode))] for t, m, p in zip(tabel, topeng, tempat, strict=True)
    ]
    umum = [
        t.iloc[np.flatnonzero(m & _names_no_desa(t, p, himpunan, induk, berlaku=not tingkat_kecamatan))]
        for t, m, p in zip(tabel, topeng, tempat, strict=True)
    ]
    menyentuh, lain = select_kelompok(groups_of(tampak), kode)
    konektivitas = himpunan.konektivitas
    return IsiWilayah(
        kode=kode,
        nama=str(baris["nama"]),
        sebutan=sebutan,
        kecamatan=str(himpunan.kecamatan.at[induk, "nama"]) if induk in himpunan.kecamatan.index else induk,
        fakta=gather_fakta(himpunan, kode, indeks.skor_kecamatan if tingkat_kecamatan else indeks.skor_desa),
        potensi=isi[0],
        kerja_sama=isi[1],
        potensi_kecamatan=umum[0],
        kerja_sama_kecamatan=umum[1],
        tetangga=_neighbours(tampak, kode),
        anggota=_members(tampak, kode),
        kelompok=tuple(menyentuh),
        kelompok_lain=tuple(lain),
        konektivitas=konektivitas[konektivitas["kode_kecamatan"] == induk],
    )


@lru_cache(maxsize=64)
def groups_of(tampak: Tampak) -> tuple[Kelompok, ...]:
    """Return the candidate groups of a view, computed once; see `find_kelompok`."""
    himpunan = tampak.indeks.himpunan
    return find_kelompok(tampak.potensi, himpunan.desa, himpunan.batas_bersama)


@lru_cache(maxsize=512)
def _tetangga(himpunan: Himpunan, kode: str) -> pd.DataFrame:
    wilayah = himpunan.kecamatan if is_kecamatan(kode) else himpunan.desa
    return find_tetangga(kode, wilayah, himpunan.batas_bersama)


def _neighbours(tampak: Tampak, kode: str) -> pd.DataFrame:
    """Return the neighbours with the number of potensi that the view holds of each."""
    tetangga = _tetangga(tampak.indeks.himpunan, kode)
    himpunan = tampak.indeks.himpunan
    bingkai, cacah = (
        (himpunan.kecamatan, tampak.cacah_kecamatan) if is_kecamatan(kode) else (himpunan.desa, tampak.cacah_desa)
    )
    letak = bingkai.index.get_indexer(tetangga.index)
    return tetangga.assign(potensi=cacah.potensi[letak])


def _members(tampak: Tampak, kode: str) -> pd.DataFrame:
    """Return the desa of a kecamatan with the rows that the view holds of each."""
    desa = tampak.indeks.himpunan.desa
    letak = np.flatnonzero((desa["kode_kecamatan"] == kode).to_numpy(np.bool_))
    cacah = tampak.cacah_desa
    isi = pd.DataFrame({"nama": desa["nama"].iloc[letak], "jenis": desa["jenis"].iloc[letak]})
    return isi.assign(potensi=cacah.potensi[letak], kerja_sama=cacah.kerja_sama[letak])


def _lies_in(tempat: Tempat, himpunan: Himpunan, kode: str) -> Topeng:
    """Tell which rows lie in the area under the counting rule."""
    if is_kecamatan(kode):
        return tempat.kecamatan.touches(np.asarray(himpunan.kecamatan.index == kode, dtype=np.bool_))
    return tempat.desa.touches(np.asarray(himpunan.desa.index == kode, dtype=np.bool_))


def _names_no_desa(tabel: pd.DataFrame, tempat: Tempat, himpunan: Himpunan, induk: str, *, berlaku: bool) -> Topeng:
    """Tell which rows lie in the kecamatan without naming any desa."""
    if not berlaku:
        return np.zeros(len(tabel), dtype=np.bool_)
    di_kecamatan = tempat.kecamatan.touches(np.asarray(himpunan.kecamatan.index == induk, dtype=np.bool_))
    return di_kecamatan & (tabel["tingkat"] != DESA).to_numpy(np.bool_)
