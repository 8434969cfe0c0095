"""Find the header of a sheet and match it with the columns of data/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from openpyxl.utils import get_column_letter

from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.buku_kerja.sel import write_sel
from kukar_potensi.sumber.buku_kerja.temuan_sel import PERINGATAN, TemuanSel
from kukar_potensi.sumber.temuan import suggest_nama

JUDUL_DICARI: Final = 10
"""Rows from the top in which the header may stand."""

_JUDUL_DIKENAL: Final = 3


def find_judul(awal: list[tuple[Any, ...]], formulir: Formulir) -> tuple[int, dict[str, int]]:
    """Return (row of the header, column by name); an empty dictionary when no row names enough columns."""
    dikenal = set(formulir.tabel.nama_kolom)
    terbaik: tuple[int, dict[str, int]] = (0, {})
    for nomor, baris in enumerate(awal, start=1):
        kolom: dict[str, int] = {}
        for letak, nilai in enumerate(baris, start=1):
            nama = tidy_judul(nilai)
            if nama in dikenal:
                kolom.setdefault(nama, letak)
        if len(kolom) > max(len(terbaik[1]), _JUDUL_DIKENAL - 1):
            terbaik = (nomor, kolom)
    return terbaik


def tidy_judul(nilai: Any) -> str:
    """Bring the name of a column into the form of data/: "Kode Desa *" is "kode_desa"."""
    return "_".join(write_sel(nilai).replace("*", " ").replace("-", " ").replace("_", " ").casefold().split())


def check_judul(
    baris: tuple[Any, ...], kolom: dict[str, int], formulir: Formulir, judul: str, nomor: int
) -> Iterator[TemuanSel]:
    """Yield a warning for each header that is unknown or comes twice."""
    dikenal = formulir.tabel.nama_kolom
    belum = [nama for nama in dikenal if nama not in kolom]
    for letak, nilai in enumerate(baris, start=1):
        nama = tidy_judul(nilai)
        if not nama or kolom.get(nama) == letak:
            continue
        mirip = suggest_nama(nama, belum)
        aturan = (
            "kolom ini muncul dua kali; hanya yang pertama dibaca."
            if nama in dikenal
            else "kolom tidak dikenal, isinya tidak dibaca."
        )
        saran = f"Mungkin maksudnya “{mirip}”." if mirip else "Hapus kolom ini atau perbaiki namanya."
        yield TemuanSel(
            judul, nomor, nama, f"{get_column_letter(letak)}{nomor}", write_sel(nilai), aturan, saran, PERINGATAN
        )
