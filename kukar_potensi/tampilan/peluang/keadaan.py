"""What the page works with: the weights in force and the view scored with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from kukar_potensi.model.calon import BahanCalon, Calon, list_calon, prepare_calon
from kukar_potensi.model.celah import Celah, find_celah
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kestabilan import Kestabilan, measure_kestabilan, order_rows
from kukar_potensi.model.rubrik import KRITERIA, Angka, default_bobot
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Bilangan
from kukar_potensi.tampilan.konteks import Konteks

Bobot = tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Peluang:
    """The page's view: everything on it, map and files too, is scored with the same weights.

    `tampak` is the filtered view, `indeks` the whole data set of the day. With the adopted
    weights both are those of every other page.
    """

    konteks: Konteks
    bobot: Bobot
    indeks: Indeks
    tampak: Tampak

    @property
    def is_baku(self) -> bool:
        """Tell whether the weights are the rubric's own."""
        return self.bobot == baku_of(self.konteks)

    @property
    def celah(self) -> Celah:
        """Gaps of the filtered view."""
        return _celah(self.tampak)

    @property
    def matriks(self) -> Celah:
        """Gaps of the same filter without its sektor and kecamatan, so that cells stay comparable."""
        saringan = self.konteks.saringan.with_(sektor=(), kecamatan=())
        return _celah(_tampak(self.indeks, saringan))

    @property
    def calon(self) -> tuple[Calon, ...]:
        """Candidates of the filtered view."""
        return _calon(self.tampak)

    @property
    def kestabilan(self) -> Kestabilan:
        """Stability of the head of the filtered view."""
        return _kestabilan(self.tampak)

    @property
    def urutan(self) -> tuple[int, ...]:
        """Positions of the filtered, rated potensi in `indeks.potensi`, best first."""
        return _urutan(self.tampak)


def build_peluang(konteks: Konteks, bobot: Bobot) -> Peluang:
    """Return the page's view for the weights in force."""
    if bobot == baku_of(konteks):
        return Peluang(konteks, bobot, konteks.tampak.indeks, konteks.tampak)
    indeks = _indeks(konteks.tampak.indeks, bobot)
    return Peluang(konteks, bobot, indeks, _tampak(indeks, konteks.saringan))


def baku_of(konteks: Konteks) -> Bobot:
    """Return the rubric's own weights, A to F."""
    return _baku(konteks.himpunan)


@lru_cache(maxsize=4)
def _baku(himpunan: Himpunan) -> Bobot:
    return tuple(default_bobot(himpunan.rubrik).tolist())


def bobot_text(bobot: Bobot) -> str:
    """Return weights in words: `A 25 · B 25 · ...`."""
    return " · ".join(f"{kode} {nilai:g}" for kode, nilai in zip(KRITERIA, bobot, strict=True))


@lru_cache(maxsize=16)
def _indeks(indeks: Indeks, bobot: Bobot) -> Indeks:
    return indeks.with_bobot(np.array(bobot, dtype=np.float64))


@lru_cache(maxsize=128)
def _tampak(indeks: Indeks, saringan: Saringan) -> Tampak:
    return indeks.apply(saringan)


@lru_cache(maxsize=64)
def _celah(tampak: Tampak) -> Celah:
    return find_celah(tampak)


@lru_cache(maxsize=16)
def _bahan_calon(indeks: Indeks) -> BahanCalon:
    return prepare_calon(indeks)


@lru_cache(maxsize=32)
def _calon(tampak: Tampak) -> tuple[Calon, ...]:
    return list_calon(_celah(tampak), tampak.indeks, _bahan_calon(tampak.indeks))


def _filtered(tampak: Tampak) -> tuple[Bilangan, Angka]:
    """Return the positions of the filtered potensi and their ratings."""
    letak = np.flatnonzero(tampak.mask_potensi)
    return letak, tampak.indeks.nilai_potensi[letak]


@lru_cache(maxsize=64)
def _urutan(tampak: Tampak) -> tuple[int, ...]:
    letak, nilai = _filtered(tampak)
    return tuple(letak[order_rows(nilai, tampak.indeks.bobot)].tolist())


@lru_cache(maxsize=64)
def _kestabilan(tampak: Tampak) -> Kestabilan:
    return measure_kestabilan(_filtered(tampak)[1], tampak.indeks.bobot)
