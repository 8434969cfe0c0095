"""Tell which missions and programmes of the plans a potensi or cooperation could serve.

The match is by urusan, a proposal to confirm: only a reference on record
(`rujukan_rencana` of a cooperation) is more than that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import as_texts

PROGRAM: Final = "program"
MISI: Final = "misi"
ARAH: Final = "arah"
URUTAN_JENIS: Final = (PROGRAM, MISI, ARAH)

TEKS_DOKUMEN: Final = "dokumen"
"""`status_teks` of a wording that a source quotes; anything else is a summary."""

CALON_TERBANYAK: Final = 3
"""Entries proposed for one row, at most; the rest is counted."""
PANJANG_URAIAN: Final = 60

_TAHUN: Final = re.compile(r"\b(20\d{2})\b")


@dataclass(frozen=True)
class Rencana:
    """One mission, programme or direction of a plan.

    `tahun` are the first and last year of its period, None where the period names none;
    `ringkasan` tells that the wording comes from a summary, not from the document.
    """

    id: str
    dokumen: str
    periode: str
    tahun: tuple[int, int] | None
    jenis: str
    uraian: str
    urusan: tuple[str, ...]
    sektor: tuple[str, ...]
    ringkasan: bool
    sumber: tuple[str, ...]

    def runs_in(self, tahun: int) -> bool:
        """Tell whether the plan's period holds a year; an unknown period holds none."""
        return self.tahun is not None and self.tahun[0] <= tahun <= self.tahun[1]


@lru_cache(maxsize=4)
def list_rencana(himpunan: Himpunan) -> tuple[Rencana, ...]:
    """Return every entry of the plans in the order of the data."""
    return tuple(
        Rencana(
            id=str(baris.Index),
            dokumen=_text(baris.dokumen),
            periode=_text(baris.periode),
            tahun=years_of(_text(baris.periode)),
            jenis=_text(baris.jenis),
            uraian=_text(baris.uraian),
            urusan=as_texts(baris.kode_urusan),
            sektor=as_texts(baris.sektor),
            ringkasan=_text(baris.status_teks) != TEKS_DOKUMEN,
            sumber=as_texts(baris.sumber),
        )
        for baris in himpunan.rpjmd.itertuples()
    )


def years_of(periode: str) -> tuple[int, int] | None:
    """Return the first and last year that a period names: "2021-2026", "RKPD 2023"."""
    tahun = [int(satu) for satu in _TAHUN.findall(periode)]
    return (min(tahun), max(tahun)) if tahun else None


def match_rencana(
    kode_urusan: str | None, himpunan: Himpunan, tahun: int, sektor: str | None = None
) -> tuple[Rencana, ...]:
    """Return the entries that serve an urusan, the fitting ones first.

    Plans running in `tahun` come first, the newest of them before the older; within a plan
    what also names `sektor` (roads before water within public works), then programmes
    before missions before directions. An unknown urusan serves none.
    """
    if not kode_urusan:
        return ()
    cocok = [satu for satu in list_rencana(himpunan) if kode_urusan in satu.urusan]
    return tuple(sorted(cocok, key=lambda satu: _order(satu, tahun, sektor)))


def propose_rencana(kode_urusan: str | None, himpunan: Himpunan, tahun: int, sektor: str | None = None) -> str | None:
    """Return the entries that fit best in words, as every page and file proposes them; None without any.

    Each with its code, its wording shortened; how many more there are is told at the end:
    "R33 Program A; R24 Misi 2: …; dan 4 lagi".
    """
    cocok = match_rencana(kode_urusan, himpunan, tahun, sektor)
    butir = [f"{satu.id} {_shorten(satu.uraian)}" for satu in cocok[:CALON_TERBANYAK]]
    sisa = len(cocok) - len(butir)
    return "; ".join([*butir, f"dan {sisa} lagi"] if sisa else butir) or None


def urusan_with_programme(himpunan: Himpunan) -> frozenset[str]:
    """Return the urusan that at least one programme names; missions and directions do not count."""
    return frozenset(kode for satu in list_rencana(himpunan) if satu.jenis == PROGRAM for kode in satu.urusan)


def serving_rows(rencana: Rencana, rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Tell which potensi or kerja sama an entry could serve: those of one of its urusan."""
    return rows["kode_urusan"].isin(rencana.urusan).to_numpy(np.bool_)


def count_rencana(himpunan: Himpunan, potensi: pd.DataFrame, kerja_sama: pd.DataFrame) -> pd.DataFrame:
    """Return how many rows every entry could serve.

    Index id; columns dokumen, periode, jenis, uraian, potensi, kerja_sama (counts). A row
    counts once under every entry it fits, so the entries add up to more than the total.
    """
    n_potensi = potensi["kode_urusan"].value_counts()
    n_kerja_sama = kerja_sama["kode_urusan"].value_counts()
    baris = [
        {
            "id": satu.id,
            "dokumen": satu.dokumen,
            "periode": satu.periode,
            "jenis": satu.jenis,
            "uraian": satu.uraian,
            "potensi": _total(n_potensi, satu.urusan),
            "kerja_sama": _total(n_kerja_sama, satu.urusan),
        }
        for satu in list_rencana(himpunan)
    ]
    kolom = ["id", "dokumen", "periode", "jenis", "uraian", "potensi", "kerja_sama"]
    return pd.DataFrame(baris, columns=kolom).set_index("id")


def _total(jumlah: pd.Series, urusan: tuple[str, ...]) -> int:
    """Return the rows of several urusan; each urusan once."""
    return int(sum(int(jumlah.get(kode, 0)) for kode in set(urusan)))


def _order(rencana: Rencana, tahun: int, sektor: str | None) -> tuple[bool, int, bool, int]:
    """Return what sorts the entries that serve an urusan."""
    awal = rencana.tahun[0] if rencana.tahun else 0
    return not rencana.runs_in(tahun), -awal, sektor not in rencana.sektor, _rank(rencana.jenis)


def _shorten(uraian: str) -> str:
    """Return a wording cut between words to about `PANJANG_URAIAN` characters."""
    return uraian if len(uraian) <= PANJANG_URAIAN else f"{uraian[:PANJANG_URAIAN].rsplit(' ', 1)[0].rstrip(' ,;:(')} …"


def _rank(jenis: str) -> int:
    """Return the place of a kind of entry; unknown kinds come last."""
    return URUTAN_JENIS.index(jenis) if jenis in URUTAN_JENIS else len(URUTAN_JENIS)


def _text(nilai: object) -> str:
    """Return a cell's text, empty where unknown."""
    return nilai.strip() if isinstance(nilai, str) else ""
