"""Our own wording, kept apart from the reference and laid over the tables it makes."""

from __future__ import annotations

import csv
from pathlib import Path

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.tabel.acuan import Baris

KOLOM = ("tabel", "id", "kolom", "isi")

CATATAN_TAMBAHAN = "catatan_tambahan"
"""A column of the build only: what a mapping has to say of a row, added to catatan after the edits."""

_BERKAS = "suntingan.csv"


def read_suntingan(jalur: Path) -> tuple[list[Baris], list[Temuan]]:
    """Return the rows of suntingan.csv (none when there is no such file) and the faults of the file."""
    if not jalur.is_file():
        return [], []
    with jalur.open(encoding="utf-8-sig", newline="") as berkas:
        pembaca = csv.DictReader(berkas)
        if tuple(pembaca.fieldnames or ()) != KOLOM:
            aturan = f"kolomnya harus {', '.join(KOLOM)}."
            return [], [Temuan(_BERKAS, 1, "", "", aturan, "Perbaiki baris judul.")]
        rows = [{kolom: (baris[kolom] or "").strip() for kolom in KOLOM} for baris in pembaca]
    return rows, []


def overlay(rows: dict[str, list[Baris]], suntingan: list[Baris]) -> list[Temuan]:
    """Lay the edits over the tables in place; return a fault for each that has no place, or two for one.

    `rows` maps a table's name to its rows. A row is named by its id, or by its place in the table
    (0 is the first row) where it has none.
    """
    temuan: list[Temuan] = []
    indeks = {
        nama: {str(tempat): satu for tempat, satu in enumerate(isi)}
        | {satu["id"]: satu for satu in isi if "id" in satu}
        for nama, isi in rows.items()
    }
    terpakai: set[tuple[str, str, str]] = set()
    for nomor, satu in enumerate(suntingan):
        kunci = (satu["tabel"], satu["id"], satu["kolom"])
        sasaran = indeks.get(satu["tabel"], {}).get(satu["id"])
        aturan = ""
        if sasaran is None or satu["kolom"] not in sasaran or satu["kolom"] == "id":
            aturan = "menunjuk tabel, id, atau kolom yang tidak ada."
        elif kunci in terpakai:
            aturan = "mengisi tempat yang sama dengan baris sebelumnya."
        elif not satu["isi"]:
            aturan = "tanpa isi."
        if aturan or sasaran is None:
            temuan.append(Temuan(_BERKAS, nomor + 2, "", " ".join(kunci), aturan, "Perbaiki atau hapus baris ini."))
            continue
        terpakai.add(kunci)
        sasaran[satu["kolom"]] = satu["isi"]
    return temuan


def append_catatan(rows: dict[str, list[Baris]]) -> None:
    """Add what the mappings say to the remark of each row, and drop the build's own column."""
    for isi in rows.values():
        for satu in isi:
            if CATATAN_TAMBAHAN not in satu:
                continue
            tambahan = satu.pop(CATATAN_TAMBAHAN)
            if tambahan and satu["catatan"].endswith("."):
                satu["catatan"] += f" {tambahan[0].upper()}{tambahan[1:]}."
            else:
                satu["catatan"] = "; ".join(bagian for bagian in (satu["catatan"], tambahan) if bagian)
