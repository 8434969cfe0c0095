"""Command line: check a filled workbook, and merge its good rows into data/."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.berkas import find_folder
from kukar_potensi.sumber.buku_kerja.gabung import Rencana, apply_rencana, plan_gabung
from kukar_potensi.sumber.buku_kerja.jurnal import GalatGabung, recover_sendiri, word_sebab, write_utuh
from kukar_potensi.sumber.buku_kerja.penjaga import UKURAN_TERBESAR, GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku, check_buku
from kukar_potensi.sumber.buku_kerja.perubahan import BARU, Perubahan, count_macam, word_cacah
from kukar_potensi.sumber.buku_kerja.tanda import list_ringkasan
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN
from kukar_potensi.sumber.muat import load_himpunan
from kukar_potensi.sumber.skema import GalatData

TEMUAN_DITULIS: Final = 50
_PERUBAHAN_DITULIS: Final = 20
_PANJANG_NILAI: Final = 60
_SETUJU: Final = "ya"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `gabung` to its parser."""
    parser.add_argument("berkas", type=Path, metavar="BERKAS.xlsx", help="templat yang sudah diisi")
    parser.add_argument(
        "--data", type=Path, metavar="FOLDER", help="folder data (bawaan: KUKAR_DATA, atau data/ proyek)"
    )
    parser.add_argument("--ya", action="store_true", help="gabung tanpa bertanya lagi")
    parser.add_argument("--semua", action="store_true", help="tulis semua temuan dan perubahan")


def run(args: argparse.Namespace) -> int:
    """Show what a merge would change, ask, and merge; return 0 when merged or nothing to do, 1 when refused."""
    try:
        folder, himpunan, hasil = _check(args.berkas, args.data, getattr(args, "tanggal", None))
        sys.stdout.write(describe_hasil(hasil, semua=args.semua) + "\n\n")
        rencana = plan_gabung(hasil, himpunan, folder)
        if not rencana.perubahan:
            sys.stdout.write("Tidak ada yang perlu digabung; data tidak diubah.\n")
            return 0
        sys.stdout.write(describe_rencana(rencana, semua=args.semua) + "\n")
        if not args.ya and not _ask():
            sys.stdout.write("Tidak jadi digabung; data tidak diubah.\n")
            return 1
        cadangan = apply_rencana(rencana)
    except (GalatBuku, GalatGabung, GalatData, OSError) as galat:
        sys.stdout.write(f"{_word_galat(galat)}\n")
        return 1
    sys.stdout.write(f"{len(rencana.perubahan)} baris digabung ke {folder}. Data lama disimpan di {cadangan}.\n")
    return 0


def run_periksa(
    berkas: Path, data: Path | None, warnai: Path | None, *, semua: bool, tanggal: date | None = None
) -> int:
    """Print the faults of a workbook, write it back coloured when asked; return 0 without a fault, else 1."""
    try:
        _, _, hasil = _check(berkas, data, tanggal)
        sys.stdout.write(describe_hasil(hasil, semua=semua) + "\n")
        if warnai is not None:
            _write_warna(berkas, warnai, hasil)
    except (GalatBuku, GalatGabung, GalatData, OSError) as galat:
        sys.stdout.write(f"{_word_galat(galat)}\n")
        return 1
    return 1 if hasil.kesalahan else 0


def _check(berkas: Path, data: Path | None, tanggal: date | None) -> tuple[Path, Himpunan, HasilBuku]:
    """Read a workbook and check it against the data folder."""
    if berkas.stat().st_size > UKURAN_TERBESAR:
        with berkas.open("rb") as aliran:
            isi = aliran.read(UKURAN_TERBESAR + 1)
    else:
        isi = berkas.read_bytes()
    folder = find_folder(data)
    if pulih := recover_sendiri(folder):
        sys.stdout.write(f"Penggabungan yang terputus dibatalkan: {', '.join(pulih)} dikembalikan seperti semula.\n")
    himpunan = load_himpunan(folder)
    return folder, himpunan, check_buku(isi, himpunan, tanggal)


def _write_warna(berkas: Path, warnai: Path, hasil: HasilBuku) -> None:
    from kukar_potensi.sumber.buku_kerja.warnai import paint_buku  # noqa: PLC0415  (only when asked for)

    write_utuh(warnai, paint_buku(berkas.read_bytes(), hasil))
    sys.stdout.write(f"Berkas yang diwarnai tersimpan di {warnai}.\n")


def describe_hasil(hasil: HasilBuku, *, semua: bool = False) -> str:
    """Return the report of a check in Indonesian: the counts, then the faults sheet by sheet."""
    baris = list(list_ringkasan(hasil))
    ditulis = hasil.temuan if semua else hasil.temuan[:TEMUAN_DITULIS]
    for lembar, kelompok in groupby(ditulis, key=lambda temuan: temuan.lembar):
        baris += ["", f"Lembar {lembar}"]
        for temuan in kelompok:
            tanda = "x" if temuan.berat == KESALAHAN else "?"
            baris.append(f"  {tanda} {temuan.kalimat().removeprefix(f'{lembar}!').removeprefix(f'{lembar} ')}")
    if len(ditulis) < len(hasil.temuan):
        baris.append(f"  … dan {len(hasil.temuan) - len(ditulis)} lagi (lihat semuanya dengan --semua)")
    return "\n".join(baris)


def describe_rencana(rencana: Rencana, *, semua: bool = False) -> str:
    """Return what a merge changes in Indonesian: the counts, then each row."""
    baris = []
    for tabel, kelompok in groupby(rencana.perubahan, key=lambda satu: satu.tabel):
        daftar = list(kelompok)
        tambah = [satu for satu in daftar if satu.jenis == BARU]
        nomor = f" ({tambah[0].id} sampai {tambah[-1].id})" if tambah else ""
        baris.append(f"{tabel}.csv: {word_cacah(count_macam(tuple(daftar)))}{nomor}")
        baris += _list_perubahan(daftar, semua=semua)
    return "\n".join([*baris, *rencana.catatan])


def _list_perubahan(daftar: list[Perubahan], *, semua: bool) -> Iterator[str]:
    ditulis = daftar if semua else daftar[:_PERUBAHAN_DITULIS]
    for satu in ditulis:
        if satu.jenis == BARU:
            yield f"  + {satu.id} {_cut(satu.nama)}"
            continue
        for kolom, lama, baru in satu.sel:
            yield f"  ~ {satu.id} {kolom}: {_cut(lama) or '(kosong)'} -> {_cut(baru) or '(kosong)'}"
    if len(ditulis) < len(daftar):
        yield f"  … dan {len(daftar) - len(ditulis)} baris lagi (lihat semuanya dengan --semua)"


def _cut(teks: str) -> str:
    return teks if len(teks) <= _PANJANG_NILAI else teks[: _PANJANG_NILAI - 1] + "…"


def _ask() -> bool:
    """Ask for consent; a closed input is no."""
    sys.stdout.write(f"Gabungkan? Ketik {_SETUJU} lalu Enter: ")
    sys.stdout.flush()
    jawaban = sys.stdin.readline() if sys.stdin else ""
    return jawaban.strip().casefold() == _SETUJU


def _word_galat(galat: Exception) -> str:
    if isinstance(galat, OSError) and not isinstance(galat, ValueError):
        return f"Berkas {galat.filename or ''} tidak dapat dibuka atau ditulis: {word_sebab(galat)}."
    return str(galat)
