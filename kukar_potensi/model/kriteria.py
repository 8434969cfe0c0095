"""Hold what every criterion works on and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rubrik import Angka
from kukar_potensi.model.tempat import Tempat, Topeng, locate_rows

Tabel = Literal["potensi", "kerja_sama"]


@dataclass(frozen=True, eq=False)
class Bahan:
    """Rows to rate with the data around them.

    `rows` are rows of `himpunan.potensi` or `himpunan.kerja_sama` (`tabel` says which);
    `tahun_acuan` is the year from which the age of a figure counts.
    """

    himpunan: Himpunan
    rows: pd.DataFrame
    tabel: Tabel
    tahun_acuan: int

    @cached_property
    def tempat(self) -> Tempat:
        """Where the rows lie."""
        return locate_rows(self.rows, self.himpunan.desa, self.himpunan.kecamatan)

    def text(self, kolom: str) -> list[str | None]:
        """Return a text column; None where unknown or where the table has no such column."""
        if kolom not in self.rows:
            return [None] * len(self.rows)
        return [as_text(nilai) for nilai in self.rows[kolom]]

    def sources(self, letak: int) -> tuple[str, ...]:
        """Return the source addresses of one row."""
        return as_texts(self.rows["sumber"].iloc[letak])


@dataclass(frozen=True, eq=False)
class Penilaian:
    """One criterion's ratings (0-4, NaN not rated) with the way to explain each.

    `alasan` and `sumber` are asked for a row's position and only for rows on show;
    `penilaian` marks ratings that a person chose rather than a rule.
    """

    nilai: Angka
    alasan: Callable[[int], str]
    sumber: Callable[[int], tuple[str, ...]]
    penilaian: Topeng


def by_rule(nilai: Angka) -> Topeng:
    """Return the mark for ratings that all come from a rule."""
    return np.zeros(len(nilai), dtype=np.bool_)


def as_text(nilai: object) -> str | None:
    """Return a cell's text, None where unknown."""
    if not isinstance(nilai, str):
        return None
    return nilai.strip() or None


def as_texts(nilai: object) -> tuple[str, ...]:
    """Return a list cell's texts; a single text counts as one, unknown as none."""
    if isinstance(nilai, str):
        return (nilai,) if nilai.strip() else ()
    if not isinstance(nilai, Iterable):
        return ()
    return tuple(satu for satu in nilai if isinstance(satu, str) and satu.strip())


def unique_texts(*daftar: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of several lists, each once, in order."""
    return tuple(dict.fromkeys(teks for satu in daftar for teks in satu))
