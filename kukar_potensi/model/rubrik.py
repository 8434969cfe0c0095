"""Turn ratings and weights into a score, a class, and how much of it was rated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

KRITERIA: Final = ("A", "B", "C", "D", "E", "F")
NILAI_TERTINGGI: Final = 4
SKOR_TERTINGGI: Final = 100.0

BATAS_TINGGI: Final = 75.0
BATAS_SEDANG: Final = 50.0
BATAS_LENGKAP: Final = 0.8

TINGGI: Final = "tinggi"
SEDANG: Final = "sedang"
RENDAH: Final = "rendah"
BELUM_DINILAI: Final = "belum dinilai"
SEMUA_KELAS: Final = (TINGGI, SEDANG, RENDAH, BELUM_DINILAI)

_DESIMAL_KELAS: Final = 6

Angka = npt.NDArray[np.float64]


def default_bobot(rubrik: pd.DataFrame) -> Angka:
    """Return the adopted weights in the order of `KRITERIA` from the rubric (index kode)."""
    return rubrik["bobot"].reindex(list(KRITERIA)).fillna(0.0).to_numpy(np.float64)


def as_bobot(bobot: Mapping[str, float] | Angka | None, rubrik: pd.DataFrame) -> Angka:
    """Return weights as an array in the order of `KRITERIA`; the rubric's when None.

    A mapping may leave criteria out: these weigh 0. Raises `ValueError` (Indonesian) for
    a negative, infinite or missing number.
    """
    if bobot is None:
        return default_bobot(rubrik)
    if isinstance(bobot, Mapping):
        bobot = np.array([bobot.get(kode, 0.0) for kode in KRITERIA], dtype=np.float64)
    hasil = np.asarray(bobot, dtype=np.float64)
    if hasil.shape != (len(KRITERIA),) or not np.isfinite(hasil).all() or (hasil < 0).any():
        raise ValueError("`bobot` harus berisi angka 0 atau lebih untuk kriteria A sampai F")
    return hasil


def apply_bobot(nilai: Angka, bobot: Angka) -> tuple[Angka, Angka]:
    """Return score and completeness of many rows at once.

    `nilai` is rows x 6, each 0-4 or NaN (not rated); `bobot` the six weights, of any sum.
    The score (0-100) is taken over the rated weight and NaN where none is rated; the
    completeness is the rated share of the weight (0-1).
    """
    dinilai = ~np.isnan(nilai)
    bobot_dinilai = dinilai @ bobot
    isi = np.where(dinilai, nilai, 0.0) @ bobot / NILAI_TERTINGGI
    skor = np.full(len(nilai), np.nan)
    np.divide(isi * SKOR_TERTINGGI, bobot_dinilai, out=skor, where=bobot_dinilai > 0)
    jumlah = float(bobot.sum())
    kelengkapan = bobot_dinilai / jumlah if jumlah > 0 else np.zeros(len(nilai))
    return np.clip(skor, 0.0, SKOR_TERTINGGI), np.clip(kelengkapan, 0.0, 1.0)


def contributions(nilai: Angka, bobot: Angka) -> Angka:
    """Return what each criterion adds to the score (rows x 6); NaN where not rated.

    Each row's contributions sum to its score of `apply_bobot`.
    """
    dinilai = ~np.isnan(nilai)
    bobot_dinilai = (dinilai @ bobot)[:, np.newaxis]
    hasil = np.full(nilai.shape, np.nan)
    atas = nilai * bobot / NILAI_TERTINGGI * SKOR_TERTINGGI
    np.divide(atas, bobot_dinilai, out=hasil, where=dinilai & (bobot_dinilai > 0))
    return hasil


def class_codes(skor: Angka) -> npt.NDArray[np.int8]:
    """Return the position of each score's class in `SEMUA_KELAS`."""
    bulat = np.round(skor, _DESIMAL_KELAS)
    kode = np.full(len(skor), SEMUA_KELAS.index(RENDAH), dtype=np.int8)
    with np.errstate(invalid="ignore"):
        kode[bulat >= BATAS_SEDANG] = SEMUA_KELAS.index(SEDANG)
        kode[bulat >= BATAS_TINGGI] = SEMUA_KELAS.index(TINGGI)
    kode[np.isnan(skor)] = SEMUA_KELAS.index(BELUM_DINILAI)
    return kode


def summary_frame(nilai: Angka, bobot: Angka, index: pd.Index) -> pd.DataFrame:
    """Return the score of every row, without its reasons.

    skor (0-100, NaN nothing rated), kelas, kelengkapan (0-1), kriteria_dinilai (count),
    indikatif (True below 80% of the weight).
    """
    skor, kelengkapan = apply_bobot(nilai, bobot)
    return pd.DataFrame(
        {
            "skor": skor,
            "kelas": name_classes(class_codes(skor), index),
            "kelengkapan": kelengkapan,
            "kriteria_dinilai": (~np.isnan(nilai)).sum(axis=1),
            "indikatif": is_indikatif(kelengkapan),
        },
        index=index,
    )


def name_classes(kode: npt.NDArray[np.int8], index: pd.Index) -> pd.Series:
    """Return the class names of codes from `class_codes`."""
    return pd.Series(np.array(SEMUA_KELAS, dtype=object)[kode], index=index, dtype="str")


def is_indikatif(kelengkapan: Angka) -> npt.NDArray[np.bool_]:
    """Tell which scores rest on less than 80% of the weight."""
    return np.asarray(np.round(kelengkapan, _DESIMAL_KELAS) < BATAS_LENGKAP, dtype=np.bool_)
