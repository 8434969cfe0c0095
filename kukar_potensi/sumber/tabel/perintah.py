"""The build step: reference tables in, data/*.csv out, nothing overwritten when anything is wrong."""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import sys
from pathlib import Path

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.berkas import FOLDER_BAWAAN
from kukar_potensi.sumber.tabel.acuan import Acuan, Baris, GalatAcuan, read_acuan
from kukar_potensi.sumber.tabel.asal import sumber_rows
from kukar_potensi.sumber.tabel.kerja_sama import kerja_sama_rows, tindak_lanjut_rows
from kukar_potensi.sumber.tabel.klaster import klaster_rows
from kukar_potensi.sumber.tabel.opd import index_opd, opd_rows, urusan_rows
from kukar_potensi.sumber.tabel.potensi import potensi_rows
from kukar_potensi.sumber.tabel.rencana import ikn_kukar_rows, konektivitas_rows, rpjmd_rows, rubrik_rows
from kukar_potensi.sumber.tabel.sektor import sektor_rows
from kukar_potensi.sumber.tabel.suntingan import append_catatan, overlay, read_suntingan
from kukar_potensi.sumber.tabel.wilayah import angka_rows, ikn_desa_rows, kode_lama_rows, read_tempat, status_rows

SIDIK = "sidik_bangun.json"
"""Fingerprints of what the last build wrote, so that hand edits are seen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the table build to a command's parser."""
    kelompok = parser.add_argument_group("tabel")
    kelompok.add_argument("--tabel", type=Path, metavar="FOLDER", help="folder acuan (kerja_sama/ dan wilayah/)")
    kelompok.add_argument(
        "--timpa", action="store_true", help="timpa tabel walau telah disunting sejak bangun terakhir"
    )
    parser.add_argument("--data", type=Path, default=FOLDER_BAWAAN, metavar="FOLDER", help="folder data (bawaan: data)")


def run(args: argparse.Namespace) -> int:
    """Build data/*.csv from `args.tabel`; return 0 when written, 1 when refused.

    Nothing is overwritten when the reference has a fault, or when a table was edited since the last
    build and `args.timpa` is not given.
    """
    try:
        tabel = build_tabel(args.tabel, args.data)
    except GalatAcuan as galat:
        sys.stderr.write(f"{galat}\n{len(galat.temuan)} temuan; tidak ada berkas yang diubah.\n")
        return 1
    disunting = find_edited(args.data, tabel)
    if disunting and not args.timpa:
        sys.stderr.write(
            f"Disunting sejak bangun terakhir: {', '.join(disunting)}.\n"
            "Tabel di folder data adalah catatan yang disunting petugas; bangun ulang menghapus suntingan itu.\n"
            "Tidak ada berkas yang diubah. Pakai --timpa bila suntingan memang hendak dibuang.\n"
        )
        return 1
    write_tabel(args.data, tabel)
    sys.stdout.write("".join(f"{nama}: {isi.count(chr(10).encode()) - 1} baris\n" for nama, isi in tabel.items()))
    sys.stdout.write(f"Tersimpan di {args.data}.\n")
    return 0


def build_tabel(acuan_folder: Path, data_folder: Path) -> dict[str, bytes]:
    """Return file name to content of every table; the same bytes for the same input.

    `data_folder` is read for suntingan.csv only. Raises GalatAcuan with every fault at once.
    """
    acuan = read_acuan(acuan_folder)
    rows = _make_rows(acuan)
    suntingan, temuan = read_suntingan(data_folder / "suntingan.csv")
    acuan.temuan += temuan + overlay(rows, suntingan)
    append_catatan(rows)
    acuan.temuan += [
        Temuan(f"{nama}.csv", None, "id", kode, "id ganda.", "Beri id lain di acuan.")
        for nama, isi in rows.items()
        for kode in _find_double(isi)
    ]
    if acuan.temuan:
        raise GalatAcuan(acuan.temuan)
    return {f"{nama}.csv": _to_csv(isi) for nama, isi in rows.items()}


def _make_rows(acuan: Acuan) -> dict[str, list[Baris]]:
    tempat = read_tempat(acuan)
    opd = opd_rows(acuan)
    indeks = index_opd(opd)
    return {
        "potensi": potensi_rows(acuan, tempat, indeks),
        "kerja_sama": kerja_sama_rows(acuan, tempat, indeks),
        "tindak_lanjut": tindak_lanjut_rows(acuan),
        "opd": opd,
        "urusan": urusan_rows(acuan, indeks),
        "sektor": sektor_rows(),
        "klaster_ikn": klaster_rows(),
        "rubrik_ikn": rubrik_rows(acuan),
        "konektivitas": konektivitas_rows(acuan, tempat),
        "rpjmd": rpjmd_rows(acuan),
        "ikn_kukar": ikn_kukar_rows(acuan),
        "kecamatan_angka": angka_rows(acuan, tempat),
        "desa_status": status_rows(acuan, tempat),
        "kode_lama": kode_lama_rows(acuan, tempat),
        "ikn_desa": ikn_desa_rows(acuan, tempat),
        "sumber": sumber_rows(),
    }


def _find_double(rows: list[Baris]) -> list[str]:
    kunci = next((kolom for kolom in ("id", "kode", "kode_lama", "berkas") if kolom in rows[0]), None) if rows else None
    if kunci is None or ("kode_kecamatan" in rows[0] and kunci != "id"):
        return []
    semua = [satu[kunci] for satu in rows]
    return sorted({satu for satu in semua if semua.count(satu) > 1})


def _to_csv(rows: list[Baris]) -> bytes:
    keluaran = io.StringIO()
    penulis = csv.DictWriter(keluaran, fieldnames=list(rows[0]), lineterminator="\n")
    penulis.writeheader()
    penulis.writerows(rows)
    return keluaran.getvalue().encode("utf-8")


def find_edited(folder: Path, tabel: dict[str, bytes]) -> list[str]:
    """Return the tables on disk that the last build did not write and this one would change."""
    jalur = folder / SIDIK
    sidik: dict[str, str] = json.loads(jalur.read_text(encoding="utf-8")) if jalur.is_file() else {}
    return [
        nama
        for nama, isi in tabel.items()
        if (folder / nama).is_file()
        and (lama := (folder / nama).read_bytes()) != isi
        and hashlib.sha256(lama).hexdigest() != sidik.get(nama)
    ]


def write_tabel(folder: Path, tabel: dict[str, bytes]) -> None:
    """Write every table beside its place first, then move all of them there, with their fingerprints."""
    sidik = {nama: hashlib.sha256(isi).hexdigest() for nama, isi in sorted(tabel.items())}
    semua = {**tabel, SIDIK: (json.dumps(sidik, indent=1) + "\n").encode()}
    folder.mkdir(parents=True, exist_ok=True)
    sementara = {nama: folder / f".{nama}.baru" for nama in semua}
    for nama, isi in semua.items():
        sementara[nama].write_bytes(isi)
    for nama, jalur in sementara.items():
        jalur.replace(folder / nama)
