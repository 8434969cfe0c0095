"""Move one weight of the rubric while the six keep their sum."""

from __future__ import annotations

from typing import Final

import numpy as np

from kukar_potensi.model.rubrik import Angka

JUMLAH_BOBOT: Final = 100.0


def shift_bobot(bobot: Angka, letak: int, bagian: float) -> Angka:
    """Return weights with one of them moved by a share, the others scaled to the same sum.

    `bagian` 0.2 makes it a fifth larger. It never takes more than the whole sum. A weight
    that stands alone cannot move: the weights come back unchanged.
    """
    jumlah = float(bobot.sum())
    lainnya = jumlah - float(bobot[letak])
    if lainnya <= 0:
        return bobot.copy()
    baru = min(float(bobot[letak]) * (1 + bagian), jumlah)
    hasil = bobot * ((jumlah - baru) / lainnya)
    hasil[letak] = baru
    return hasil


def set_bobot(bobot: Angka, letak: int, baru: float) -> Angka:
    """Return whole weights that sum to 100 with one of them set to `baru`.

    The others share the rest in proportion to what they have, evenly when they have
    nothing. `baru` is rounded and kept within 0-100.
    """
    tetap = float(np.clip(np.round(baru), 0.0, JUMLAH_BOBOT))
    hasil = np.insert(_share(np.delete(bobot, letak), JUMLAH_BOBOT - tetap), letak, tetap)
    return np.asarray(hasil, dtype=np.float64)


def balance_bobot(bobot: Angka) -> Angka:
    """Return whole weights that sum to 100 in the proportions given.

    Negative or missing weights count as 0; six times 0 becomes an even share. Weights that
    are whole and sum to 100 come back as they are.
    """
    return _share(bobot, JUMLAH_BOBOT)


def _share(acuan: Angka, jumlah: float) -> Angka:
    """Split a whole sum in proportion; fractions go to the largest remainders, earlier first."""
    bersih = np.where(np.isfinite(acuan) & (acuan > 0), acuan, 0.0)
    if bersih.sum() <= 0:
        bersih = np.ones(len(acuan))
    bagian = bersih / bersih.sum() * jumlah
    # a hair above a whole number must not count as a fraction
    bulat = np.floor(np.round(bagian, 9))
    sisa = round(jumlah - float(bulat.sum()))
    bulat[np.argsort(-(bagian - bulat), kind="stable")[:sisa]] += 1
    return np.asarray(bulat, dtype=np.float64)
