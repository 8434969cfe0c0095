"""What the slides are computed from, built as the page builds it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pandas as pd

from kukar_potensi.model.calon import BahanCalon, list_calon, prepare_calon
from kukar_potensi.model.celah import find_celah
from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import KATEGORI_DESA
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.paparan import BahanPaparan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, Tampak, build_indeks

TANGGAL = date(2025, 11, 21)


@lru_cache(maxsize=8)
def indeks_of(himpunan: Himpunan, tanggal: date = TANGGAL) -> Indeks:
    """Index a data set on a day."""
    return build_indeks(himpunan, tanggal)


@lru_cache(maxsize=8)
def _evaluasi(himpunan: Himpunan, tanggal: date) -> Evaluasi:
    return build_evaluasi(himpunan, tanggal)


@lru_cache(maxsize=8)
def _bahan_calon(indeks: Indeks) -> BahanCalon:
    return prepare_calon(indeks)


def regional_rows(tampak: Tampak) -> pd.DataFrame:
    """Return the view's cooperations without those between desa."""
    rows = tampak.kerja_sama
    return rows[rows["kategori"].ne(KATEGORI_DESA).to_numpy(bool)]


def bahan_of(indeks: Indeks, saringan: Saringan | None = None) -> BahanPaparan:
    """Gather view, evaluation, gaps and candidates of a filter."""
    tampak = indeks.apply(saringan or Saringan())
    celah = find_celah(tampak)
    evaluasi = _evaluasi(indeks.himpunan, indeks.tanggal)
    return BahanPaparan(tampak, evaluasi, celah, list_calon(celah, indeks, _bahan_calon(indeks)))
