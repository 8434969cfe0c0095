"""Tell how much the head of the ranking depends on the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from kukar_potensi.model.bobot import shift_bobot
from kukar_potensi.model.rubrik import KRITERIA, Angka, apply_bobot

JUMLAH_TERATAS: Final = 20
BAGIAN_GESER: Final = 0.2
"""A fifth: every weight is tried that much lower and that much higher."""

_DESIMAL_URUT: Final = 6

Urutan = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Kestabilan:
    """How the top rows fare when each weight moves by a fifth.

    `teratas` are the positions of the top rows in order. `percobaan` names each trial
    ("A -20%"), `tetap` counts the top rows that stay in the top under it. `bertahan` counts
    for each top row the trials it stays in, `terbaik` and `terburuk` are its best and worst
    rank over all trials (1 is first).
    """

    teratas: Urutan
    percobaan: tuple[str, ...]
    tetap: Urutan
    bertahan: Urutan
    terbaik: Urutan
    terburuk: Urutan

    @property
    def paling_sedikit(self) -> int:
        """Fewest top rows that stay in any trial; 0 without rows."""
        return int(self.tetap.min()) if len(self.teratas) else 0

    @property
    def selalu(self) -> int:
        """Top rows that stay in every trial."""
        return int(np.count_nonzero(self.bertahan == len(self.percobaan)))


def order_rows(nilai: Angka, bobot: Angka) -> Urutan:
    """Return the positions of rated rows, best first.

    Higher score first; of equal scores the more completely rated row, then the earlier
    row, so that the order never depends on chance. Rows without any rating are left out.
    """
    skor, kelengkapan = apply_bobot(nilai, bobot)
    dinilai = np.flatnonzero(~np.isnan(skor))
    kunci = (dinilai, -np.round(kelengkapan[dinilai], _DESIMAL_URUT), -np.round(skor[dinilai], _DESIMAL_URUT))
    return dinilai[np.lexsort(kunci)]


def measure_kestabilan(nilai: Angka, bobot: Angka, banyak: int = JUMLAH_TERATAS) -> Kestabilan:
    """Return how stable the first `banyak` rows are over twelve trials.

    Each of the six weights is moved down and up by a fifth while the others share the
    rest in proportion, so the sum stays. `nilai` is rows x 6 (0-4, NaN not rated).
    """
    teratas = order_rows(nilai, bobot)[:banyak]
    percobaan: list[str] = []
    peringkat = np.zeros((2 * len(KRITERIA), len(teratas)), dtype=np.int64)
    for letak, kode in enumerate(KRITERIA):
        for tanda in (-1, 1):
            urut = order_rows(nilai, shift_bobot(bobot, letak, tanda * BAGIAN_GESER))
            # a weight near the whole sum leaves nothing to the others: rows rated only there end up last
            tempat = np.full(len(nilai), len(nilai), dtype=np.int64)
            tempat[urut] = np.arange(1, len(urut) + 1)
            peringkat[len(percobaan)] = tempat[teratas]
            percobaan.append(f"{kode} {'+' if tanda > 0 else '-'}{round(100 * BAGIAN_GESER)}%")
    masuk = peringkat <= banyak
    return Kestabilan(
        teratas=teratas,
        percobaan=tuple(percobaan),
        tetap=masuk.sum(axis=1),
        bertahan=masuk.sum(axis=0),
        terbaik=peringkat.min(axis=0),
        terburuk=peringkat.max(axis=0),
    )
