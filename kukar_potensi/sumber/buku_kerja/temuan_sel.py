"""One fault of a workbook, told with its sheet and cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KESALAHAN: Final = "kesalahan"
PERINGATAN: Final = "peringatan"

_PANJANG_NILAI: Final = 80


@dataclass(frozen=True)
class TemuanSel:
    """One fault in a workbook, told so that a person can mend it.

    `baris` is the row as Excel shows it and `sel` the address of the cell or range ("C7"),
    "" when the fault is of the row. `nilai` is the text found, `aturan` says what is
    allowed, `saran` what to do next. A `KESALAHAN` keeps the row out, a `PERINGATAN` only
    asks for a look.
    """

    lembar: str
    baris: int
    kolom: str
    sel: str
    nilai: str
    aturan: str
    saran: str
    berat: str = KESALAHAN

    @property
    def tempat(self) -> str:
        """Where it is: "Potensi!C7", or "Potensi baris 7"."""
        return f"{self.lembar}!{self.sel}" if self.sel else f"{self.lembar} baris {self.baris}"

    def kalimat(self) -> str:
        """Return the fault as one Indonesian sentence: where, what was found, what is allowed, what to do."""
        kolom = f" ({self.kolom})" if self.kolom else ""
        rapi = " ".join(self.nilai.split())
        pendek = rapi if len(rapi) <= _PANJANG_NILAI else rapi[: _PANJANG_NILAI - 1] + "…"
        isi = f" berisi “{pendek}”" if pendek else ""
        return f"{self.tempat}{kolom}{isi}: {self.aturan}{f' {self.saran}' if self.saran else ''}"
