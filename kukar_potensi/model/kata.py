"""Find a piece of a word in many texts by looking through their different words once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from kukar_potensi.model.tempat import Topeng

_SEKAT = "\n"
_BANYAK = 500
"""From this many words on, all at once is faster than one by one."""


@dataclass(frozen=True, eq=False)
class DaftarKata:
    """The different words of many texts, and for each word the texts that hold it.

    A hundred times as many rows have hardly more different words, so a search grows far
    slower than the table. `kata` holds the words with line breaks between, `mulai` where
    each begins; the texts with word i are `baris[batas[i]:batas[i + 1]]`.
    """

    jumlah: int
    kata: str
    mulai: npt.NDArray[np.int64]
    batas: npt.NDArray[np.int64]
    baris: npt.NDArray[np.int32]

    @classmethod
    def build(cls, teks: Sequence[str]) -> Self:
        """Return the words of texts; words are what white space separates."""
        letak: dict[str, int] = {}
        nomor_kata: list[int] = []
        nomor_baris: list[int] = []
        for nomor, satu in enumerate(teks):
            isi = set(satu.split())
            nomor_kata += [letak.setdefault(kata, len(letak)) for kata in isi]
            nomor_baris += [nomor] * len(isi)
        urutan = np.argsort(np.array(nomor_kata, dtype=np.int64), kind="stable")
        banyak = np.bincount(np.array(nomor_kata, dtype=np.int64), minlength=len(letak))
        panjang = np.array([len(kata) + 1 for kata in letak], dtype=np.int64)
        return cls(
            jumlah=len(teks),
            kata=_SEKAT.join(letak),
            mulai=np.concatenate([[0], np.cumsum(panjang)]),
            batas=np.concatenate([[0], np.cumsum(banyak)]).astype(np.int64),
            baris=np.array(nomor_baris, dtype=np.int32)[urutan],
        )

    def contains(self, potongan: str) -> Topeng:
        """Tell which texts hold a word with this piece, which must not be empty or hold white space."""
        topeng = np.zeros(self.jumlah, dtype=np.bool_)
        letak, cari = self.kata.find(potongan), []
        while letak >= 0:
            cari.append(letak)
            letak = self.kata.find(_SEKAT, letak)
            letak = self.kata.find(potongan, letak) if letak >= 0 else -1
        nomor = np.searchsorted(self.mulai, cari, side="right") - 1
        if len(nomor) > _BANYAK:
            kena = np.zeros(len(self.batas) - 1, dtype=np.bool_)
            kena[nomor] = True
            topeng[self.baris[np.repeat(kena, np.diff(self.batas))]] = True
            return topeng
        for satu in nomor:
            topeng[self.baris[self.batas[satu] : self.batas[satu + 1]]] = True
        return topeng
