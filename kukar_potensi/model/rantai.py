"""Follow the chain of documents: KB or MoU, the PKS under it, the adendum under either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Temuan

BERKAS: Final = "kerja_sama.csv"


@dataclass(frozen=True, eq=False)
class Rantai:
    """Who hangs under whom, by id; only links that can be followed.

    `induk` maps a cooperation to its parent, `turunan` a parent to its children in the
    order of the register. `hilang` maps a cooperation to the parent it names but that the
    register does not hold. `putaran` holds every loop once, as the ids round it; their
    links are in neither map, so that following a chain always ends.
    """

    induk: Mapping[str, str]
    turunan: Mapping[str, tuple[str, ...]]
    hilang: Mapping[str, str]
    putaran: tuple[tuple[str, ...], ...]

    def ancestors_of(self, kode: str) -> tuple[str, ...]:
        """Return the documents above one, nearest first; none when its parent is not on record."""
        hasil = []
        langkah = self.induk.get(kode)
        while langkah is not None:
            hasil.append(langkah)
            langkah = self.induk.get(langkah)
        return tuple(hasil)

    def tree_of(self, kode: str) -> tuple[tuple[int, str], ...]:
        """Return the whole family of a document, root first, as (depth, id)."""
        atas = self.ancestors_of(kode)
        antrean = [(0, atas[-1] if atas else kode)]
        hasil = []
        while antrean:
            dalam, satu = antrean.pop()
            hasil.append((dalam, satu))
            antrean += [(dalam + 1, anak) for anak in reversed(self.turunan.get(satu, ()))]
        return tuple(hasil)

    def with_descendant(self, kode: Iterable[str]) -> frozenset[str]:
        """Return every document that has one of `kode` somewhere under it."""
        hasil: set[str] = set()
        for satu in kode:
            langkah = self.induk.get(satu)
            while langkah is not None and langkah not in hasil:
                hasil.add(langkah)
                langkah = self.induk.get(langkah)
        return frozenset(hasil)

    def faults(self) -> tuple[Temuan, ...]:
        """Return each broken link as a fault that tells what to mend."""
        hilang = [
            Temuan(BERKAS, None, "induk", induk, f"induk {kode} ini tidak ada dalam daftar kerja sama.",
                   "Catat dokumen induknya, atau perbaiki kodenya.")
            for kode, induk in self.hilang.items()
        ]  # fmt: skip
        putaran = [
            Temuan(
                BERKAS, None, "induk", describe_loop(lingkar), "rantai induk berputar.", "Perbaiki salah satu induknya."
            )
            for lingkar in self.putaran
        ]
        return (*hilang, *putaran)


def build_rantai(kerja_sama: pd.DataFrame) -> Rantai:
    """Return the chains of a register indexed by id, from its column `induk` (null: not on record)."""
    tercatat = kerja_sama["induk"].dropna()
    tercatat = tercatat[tercatat.isin(kerja_sama.index)]
    induk = {str(kode): str(atas) for kode, atas in tercatat.items()}
    semua = {str(kode): str(atas) for kode, atas in kerja_sama["induk"].dropna().items()}
    putaran = _loops(induk)
    for lingkar in putaran:
        for kode in lingkar:
            del induk[kode]
    turunan: dict[str, list[str]] = {}
    for kode, atas in induk.items():
        turunan.setdefault(atas, []).append(kode)
    return Rantai(
        induk=induk,
        turunan={atas: tuple(anak) for atas, anak in turunan.items()},
        hilang={kode: atas for kode, atas in semua.items() if atas not in kerja_sama.index},
        putaran=putaran,
    )


def describe_loop(lingkar: tuple[str, ...]) -> str:
    """Return a loop as it is walked: "K001 → K002 → K001"."""
    return " → ".join((*lingkar, lingkar[0]))


def _loops(induk: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return every loop once; each id is walked at most twice."""
    selesai: set[str] = set()
    hasil = []
    for mulai in induk:
        jalan: dict[str, int] = {}
        langkah: str | None = mulai
        while langkah is not None and langkah not in selesai and langkah not in jalan:
            jalan[langkah] = len(jalan)
            langkah = induk.get(langkah)
        if langkah is not None and langkah in jalan:
            hasil.append(tuple(jalan)[jalan[langkah] :])
        selesai.update(jalan)
    return tuple(hasil)
