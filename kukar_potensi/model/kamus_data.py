"""Read the data dictionary: what every file and column of data/ means, as its README says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_JUDUL: Final = re.compile(r"^## (\S+\.(?:csv|geojson|json))$", re.MULTILINE)
_BARIS: Final = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_TABEL: Final = re.compile(r"^\|", re.MULTILINE)


@dataclass(frozen=True)
class UraianKolom:
    """One column: what it means, what it may hold, and what a blank says."""

    nama: str
    arti: str
    isi: str
    kosong: str


@dataclass(frozen=True)
class UraianBerkas:
    """One file below data/: a sentence about it and its columns in the order of the README."""

    berkas: str
    keterangan: str
    kolom: tuple[UraianKolom, ...]

    def find_kolom(self, nama: str) -> UraianKolom | None:
        """Return the column of that name; None when the README does not have it."""
        return next((satu for satu in self.kolom if satu.nama == nama), None)


def parse_kamus_data(teks: str) -> dict[str, UraianBerkas]:
    """Return the description of every file by its name, in the order of the README.

    `teks` is data/README.md. Text without such headings gives an empty dictionary.
    """
    bagian = _JUDUL.split(teks)
    return {
        berkas: UraianBerkas(
            berkas,
            " ".join(_TABEL.split(isi, maxsplit=1)[0].replace("**", "").split()),
            tuple(UraianKolom(*(sel.replace("`", "").strip() for sel in baris)) for baris in _BARIS.findall(isi)),
        )
        for berkas, isi in zip(bagian[1::2], bagian[2::2], strict=True)
    }
