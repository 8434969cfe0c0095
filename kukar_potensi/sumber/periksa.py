"""Command line: tell every fault of a data folder so that a person can mend it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

from kukar_potensi.model.himpunan import Himpunan, Temuan
from kukar_potensi.sumber.berkas import find_folder
from kukar_potensi.sumber.muat import load_himpunan
from kukar_potensi.sumber.skema import GalatData

_CONTOH_TERBANYAK: Final = 10
_DIHITUNG: Final = (
    ("desa", "desa dan kelurahan"),
    ("kecamatan", "kecamatan"),
    ("potensi", "potensi"),
    ("kerja_sama", "kerja sama"),
    ("tindak_lanjut", "tindak lanjut"),
    ("opd", "OPD"),
    ("urusan", "urusan"),
    ("sektor", "sektor"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `periksa` to its parser."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="folder data (bawaan: KUKAR_DATA, atau data/ proyek), atau templat yang diisi (BERKAS.xlsx)",
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="untuk BERKAS.xlsx: folder data pembandingnya")
    parser.add_argument(
        "--warnai", type=Path, metavar="KELUARAN.xlsx", help="untuk BERKAS.xlsx: tulis salinan yang diwarnai"
    )
    parser.add_argument("--semua", action="store_true", help="tulis semua temuan, juga yang sama berulang-ulang")


def run(args: argparse.Namespace) -> int:
    """Print the faults of a folder or workbook and return 1, or the counts and 0 when there is no fault."""
    if args.folder is not None and (args.folder.is_file() or args.folder.suffix.casefold() == ".xlsx"):
        from kukar_potensi.sumber.buku_kerja.perintah import run_periksa  # noqa: PLC0415  (openpyxl, only for workbooks)

        tanggal = getattr(args, "tanggal", None)
        return run_periksa(args.folder, args.data, args.warnai, semua=args.semua, tanggal=tanggal)
    try:
        tempat = find_folder(args.folder)
        himpunan = load_himpunan(tempat)
    except GalatData as galat:
        sys.stdout.write(f"Data tidak dapat dibuka.\n\n{galat}\n")
        return 1
    sys.stdout.write(describe(himpunan, tempat, semua=args.semua) + "\n")
    return 1 if himpunan.temuan else 0


def describe(himpunan: Himpunan, tempat: Path, *, semua: bool = False) -> str:
    """Return the report of a data folder in Indonesian.

    Faults are grouped by file in the order of rows. Of faults of one column with the same
    rule the first ten are told and the others counted, unless `semua`.
    """
    isi = "\n".join(f"{len(getattr(himpunan, nama)):>6} {sebutan}" for nama, sebutan in _DIHITUNG)
    kepala = f"Folder {tempat}, versi data {himpunan.versi}\n{isi}"
    if not himpunan.temuan:
        return f"{kepala}\nTidak ada kesalahan."
    bagian = [
        f"{berkas}\n" + "\n".join(_list_baris(list(kelompok), semua=semua))
        for berkas, kelompok in groupby(himpunan.temuan, key=lambda temuan: temuan.berkas)
    ]
    jumlah = f"{len(himpunan.temuan)} kesalahan; {himpunan.terbuang} baris tidak dimuat."
    return "\n\n".join([kepala, *bagian, jumlah])


def _list_baris(daftar: Iterable[Temuan], *, semua: bool) -> list[str]:
    """Return one line a fault of one file, and one for those left out."""
    terhitung: dict[tuple[str, str], int] = {}
    baris = []
    for temuan in daftar:
        sejenis = (temuan.kolom, temuan.aturan)
        terhitung[sejenis] = terhitung.get(sejenis, 0) + 1
        if semua or terhitung[sejenis] <= _CONTOH_TERBANYAK:
            baris.append("  " + temuan.kalimat().removeprefix(f"{temuan.berkas}").lstrip(", :"))
    sisa = sum(max(0, jumlah - _CONTOH_TERBANYAK) for jumlah in terhitung.values())
    if sisa and not semua:
        baris.append(f"  … dan {sisa} lagi yang serupa (lihat semuanya dengan --semua)")
    return baris
