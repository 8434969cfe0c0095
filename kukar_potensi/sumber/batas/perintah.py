"""Command line: build the boundaries of data/wilayah from a detailed file."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path

from kukar_potensi.model.teks import format_angka
from kukar_potensi.sumber.batas.bangun import TOLERANSI_M, Hasil, Masukan, build_batas
from kukar_potensi.sumber.batas.penulis import write_folder
from kukar_potensi.sumber.berkas import FOLDER_BAWAAN
from kukar_potensi.sumber.skema import GalatData


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for boundaries to the subcommand `bangun`.

    `--data` is left alone when the parser has it already.
    """
    kelompok = parser.add_argument_group("batas wilayah")
    kelompok.add_argument(
        "--desa",
        type=Path,
        metavar="BERKAS",
        help="batas desa rinci: GeoJSON, GeoPackage, Shapefile, atau Shapefile dalam zip",
    )
    bawaan = "bawaan: yang sudah ada di data/wilayah"
    for nama, isi in (
        ("--resmi", "daftar resmi kode desa dan kelurahan (CSV)"),
        ("--ikn", "delineasi IKN"),
        ("--konteks", "sungai, danau, bandara, kota, dan pelabuhan"),
        ("--tetangga", "batas kabupaten/kota tetangga"),
    ):
        kelompok.add_argument(nama, type=Path, metavar="BERKAS", help=f"{isi}; {bawaan}")
    kelompok.add_argument("--kolom-kode", metavar="NAMA", help="kolom kode desa; bawaan: dicari dari isinya")
    kelompok.add_argument("--lapisan", metavar="NAMA", help="lapisan, bila berkas --desa berisi beberapa")
    kelompok.add_argument("--crs", metavar="KODE", help="sistem koordinat --desa bila tidak disebut, mis. EPSG:32750")
    kelompok.add_argument(
        "--toleransi-m",
        type=_positive,
        default=TOLERANSI_M,
        metavar="METER",
        help="kehalusan penyederhanaan garis batas (bawaan: %(default)g)",
    )
    with suppress(argparse.ArgumentError):
        parser.add_argument("--data", type=Path, metavar="FOLDER", help="folder data (bawaan: data)")


def run(args: argparse.Namespace) -> int:
    """Build and write the boundaries; 0 when done, 1 when the input was refused.

    Nothing is written unless everything is in order. Faults go to standard error.
    """
    if args.desa is None:
        _say("Sebutkan batas desa rinci dengan --desa BERKAS.", galat=True)
        return 1
    folder = Path(args.data or FOLDER_BAWAAN) / "wilayah"
    masukan = Masukan(
        desa=args.desa,
        resmi=args.resmi,
        ikn=args.ikn,
        konteks=args.konteks,
        tetangga=args.tetangga,
        kolom_kode=args.kolom_kode,
        lapisan=args.lapisan,
        crs=args.crs,
        toleransi_m=args.toleransi_m,
    )
    try:
        hasil = build_batas(masukan, folder)
        berubah = write_folder(folder, hasil.berkas)
    except GalatData as galat:
        _say(str(galat), galat=True)
        return 1
    _say(describe(hasil, folder, berubah=berubah))
    return 0


def describe(hasil: Hasil, folder: Path, *, berubah: bool) -> str:
    """Return the report of a finished build in Indonesian."""
    luas = format_angka(hasil.luas_km2, 1)
    baris = [
        f"{hasil.jumlah_desa} desa dan kelurahan, {hasil.jumlah_kecamatan} kecamatan, {luas} km².",
        *(f"Dirapikan: {satu}" for satu in hasil.catatan),
    ]
    if hasil.perubahan:
        baris.append(f"{len(hasil.perubahan)} desa atau kelurahan berubah:")
        baris += [f"- {satu}" for satu in hasil.perubahan]
    baris.append(f"Tersimpan di {folder}." if berubah else f"Isi {folder} sudah sama; tidak ada yang diubah.")
    return "\n".join(baris)


def _positive(teks: str) -> float:
    """Read a length above zero."""
    try:
        nilai = float(teks.replace(",", "."))
    except ValueError:
        nilai = 0.0
    if not 0 < nilai < float("inf"):
        raise argparse.ArgumentTypeError(f"“{teks}” bukan panjang dalam meter; contoh: 150")
    return nilai


def _say(kalimat: str, *, galat: bool = False) -> None:
    (sys.stderr if galat else sys.stdout).write(kalimat + "\n")
