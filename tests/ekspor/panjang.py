"""The real data with the longest real name in every row: what a slide must be able to hold."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import copy_data, read_tabel, write_tabel

KOLOM = {"potensi": ("nama",), "kerja_sama": ("judul", "mitra"), "opd": ("nama",), "sektor": ("nama",)}


def write_longest(tujuan: Path) -> Path:
    """Copy the data and give every row the longest name on record; ids keep them apart."""
    folder = copy_data(tujuan)
    for tabel, kolom in KOLOM.items():
        isi = read_tabel(folder, tabel)
        for nama in kolom:
            isi[nama] = max(isi[nama], key=len)
        if tabel in ("opd", "sektor"):
            isi[kolom[0]] = isi[kolom[0]] + " " + isi["id"]
        if "singkatan" in isi:
            isi["singkatan"] = ""
        write_tabel(folder, tabel, isi)
    return folder
