"""Say what a table may hold: the words in which every schema is declared."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Temuan

PEMISAH_DAFTAR: Final = "; "

_PEMISAH_BUTIR: Final = re.compile(r"[;\n]")
_PEMISAH_SUMBER: Final = re.compile(r";(?=\s|$|https?://)|\n")

Acuan = Mapping[str, Mapping[str, str]]
"""Codes that other tables may refer to: name of the code list -> {code: name people know}."""


class GalatData(ValueError):
    """The data set cannot be opened; the message (Indonesian) names the file and the remedy."""


class Jenis(Enum):
    """What the cells of a column hold."""

    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    SUMBER = "sumber"


@dataclass(frozen=True)
class Kolom:
    """One column of a table and what its cells may hold.

    `wajib`: no cell may be blank. `daftar`: a cell holds several items joined by "; ".
    `pilihan`: the only values allowed. `rujuk`: name of the code list that the values must
    be in. `minimal`, `maksimal`: bounds of a number, both allowed. `bulat`: whole numbers
    only. `pola`: what a text must look like in full, with `contoh` to show to a person.
    A column of `Jenis.SUMBER` holds web addresses or citations of a document.
    """

    nama: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = False
    daftar: bool = False
    pilihan: tuple[str, ...] = ()
    rujuk: str = ""
    minimal: float | None = None
    maksimal: float | None = None
    bulat: bool = False
    pola: str = ""
    contoh: str = ""


@dataclass(frozen=True)
class AturanBaris:
    """A rule between cells of one row.

    `uji` takes the tidied frame (text cells, null where blank) and returns a bool Series,
    False where the rule is broken. The fault is told at `kolom`.
    """

    kolom: str
    uji: Callable[[pd.DataFrame], pd.Series[bool]]
    kalimat: str
    saran: str = ""


@dataclass(frozen=True)
class Tabel:
    """One file of the data set.

    `nama` is the attribute of Himpunan it fills. `kunci` is the column that identifies a
    row and becomes the index ("" when there is none); `unik` are columns that together
    must not repeat. In a table that others refer to (`acuan`) a fault in a cell that may
    be blank empties that cell; everywhere else a fault leaves the row out.
    """

    nama: str
    berkas: str
    kolom: tuple[Kolom, ...]
    kunci: str = ""
    unik: tuple[str, ...] = ()
    aturan: tuple[AturanBaris, ...] = ()
    acuan: bool = False

    def __getitem__(self, nama: str) -> Kolom:
        """Return the column of that name; KeyError when there is none."""
        for kolom in self.kolom:
            if kolom.nama == nama:
                return kolom
        raise KeyError(nama)

    @property
    def nama_kolom(self) -> list[str]:
        """Names of the columns in the order of the declaration."""
        return [kolom.nama for kolom in self.kolom]


@dataclass(frozen=True, eq=False)
class Lembar:
    """One file as read: cells as text, null where blank, each with its place.

    `isi` has the columns that the table declares, in that order. `baris` gives for each
    position of `isi` the line a spreadsheet shows (0: the file has no lines). `terbuang` counts rows that could not
    be read at all. `koma_desimal`: the file was saved where the comma is the decimal sign.
    `label`: what to call each row in a file without lines.
    """

    isi: pd.DataFrame
    baris: np.ndarray[tuple[int], np.dtype[np.int64]]
    temuan: tuple[Temuan, ...] = ()
    terbuang: int = 0
    koma_desimal: bool = False
    label: tuple[str, ...] = ()

    def find_baris(self, posisi: int) -> int | None:
        """Return the line of a row as a spreadsheet shows it; None in a file without lines."""
        return int(self.baris[posisi]) or None

    def word_tempat(self, posisi: int) -> str:
        """Return the words that lead to a row where its line does not."""
        return f"{self.label[posisi]}: " if self.label else ""


def split_items(sel: str, jenis: Jenis = Jenis.TEKS) -> tuple[str, ...]:
    """Split a list cell into its items, in order, each once.

    Items are parted by semicolons or line breaks. A semicolon inside a web address stays:
    in a column of sources only one before a space, an address, or the end parts two items.
    """
    pola = _PEMISAH_SUMBER if jenis is Jenis.SUMBER else _PEMISAH_BUTIR
    butir = (item.strip() for item in pola.split(sel))
    return tuple(dict.fromkeys(item for item in butir if item))
