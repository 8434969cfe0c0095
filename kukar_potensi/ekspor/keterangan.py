"""Fill the sheet "Keterangan" from the data set: where rows come from, and whether anyone verified them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from kukar_potensi.ekspor.lembar import Keterangan
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.teks import format_angka

TERVERIFIKASI = "terverifikasi OPD"


def build_keterangan(
    himpunan: Himpunan,
    judul: str,
    tanggal: date,
    *,
    berkas: Sequence[str],
    baris: Sequence[pd.DataFrame],
    saringan: Sequence[str] = (),
    catatan: Sequence[tuple[str, str]] = (),
) -> Keterangan:
    """Return the notes of an export.

    `berkas` are the data files it was made from ("kerja_sama.csv"); their provenance is
    quoted. `baris` are the tables exported, with the column status_verifikasi, to say how
    many rows no OPD has verified. `saringan` is the filter in words.
    """
    return Keterangan(
        judul=judul,
        tanggal=tanggal,
        versi=himpunan.versi,
        sumber=(*_provenance(himpunan, berkas), "Alamat sumber setiap baris ada pada kolom Sumber."),
        status=verification_text(baris),
        saringan=tuple(saringan),
        catatan=tuple(catatan),
    )


def verification_text(baris: Sequence[pd.DataFrame]) -> str:
    """Return how many of the rows are not verified yet, in words."""
    semua = sum(len(satu) for satu in baris)
    belum = sum(int((satu["status_verifikasi"] != TERVERIFIKASI).sum()) for satu in baris)
    if semua == 0:
        return "Tidak ada baris pada saringan ini."
    if belum == semua:
        return f"Seluruh {format_angka(semua)} baris belum diverifikasi OPD; dari sumber publik."
    return f"{format_angka(belum)} dari {format_angka(semua)} baris belum diverifikasi OPD."


def _provenance(himpunan: Himpunan, berkas: Sequence[str]) -> tuple[str, ...]:
    tercatat = himpunan.sumber.set_index("berkas")["asal"].dropna()
    return tuple(f"{nama}: {tercatat[nama]}" for nama in berkas if nama in tercatat.index)
