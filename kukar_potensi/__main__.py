"""Command line: python -m kukar_potensi SUBCOMMAND."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta, timezone
from importlib import import_module
from typing import Final, NoReturn

from kukar_potensi import __version__

WITA: Final = timezone(timedelta(hours=8))

_PERINTAH: Final = {
    "layani": ("jalankan aplikasi sebagai layanan web", ("kukar_potensi.layanan.perintah",)),
    "periksa": (
        "periksa folder data atau templat yang diisi, dan tulis semua kesalahannya",
        ("kukar_potensi.sumber.periksa",),
    ),
    "gabung": ("gabung templat yang diisi ke folder data", ("kukar_potensi.sumber.buku_kerja.perintah",)),
    "bangun": (
        "bangun folder data dari batas wilayah rinci (--desa) atau tabel acuan (--tabel)",
        ("kukar_potensi.sumber.tabel.perintah", "kukar_potensi.sumber.batas.perintah"),
    ),
    "versi": ("tulis versi aplikasi dan versi data", ()),
}

_TERJEMAHAN: Final = (
    (r"the following arguments are required: (.+)", r"belum disebut: \1"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1: \2 tidak ada; yang ada: \3"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1: \2 tidak dapat dibaca"),
    (r"argument (.+): expected one argument", r"\1: perlu satu nilai"),
    (r"argument (.+): expected at least one argument", r"\1: perlu sedikitnya satu nilai"),
    (r"argument (.+): (.+)", r"\1: \2"),
)


class _Penulis(argparse.HelpFormatter):
    """Write the help in Indonesian."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pakai: " if prefix is None else prefix)


class _Pengurai(argparse.ArgumentParser):
    """An argument parser whose help and errors are Indonesian."""

    def __init__(self, *, prog: str, description: str) -> None:
        super().__init__(
            prog=prog, description=description, formatter_class=_Penulis, add_help=False, allow_abbrev=False
        )
        self._positionals.title = "isi"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        for pola, ganti in _TERJEMAHAN:
            if re.fullmatch(pola, message):
                message = re.sub(pola, ganti, message)
                break
        self.exit(2, f"{self.prog}: {message}\nLihat: {self.prog} --help\n")


def main(argumen: Sequence[str] | None = None) -> int:
    """Run a subcommand and return its exit code: 0 done, 1 faults found or refused, 2 misused.

    Nothing that goes wrong shows a traceback; KUKAR_RINCI=1 shows it to a developer.
    """
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(errors="replace")
    daftar = list(sys.argv[1:] if argumen is None else argumen)
    try:
        pengurai, jalankan = _build_pengurai(daftar)
        args = pengurai.parse_args(daftar, argparse.Namespace(tanggal=datetime.now(WITA).date()))
        hasil = jalankan[args.perintah](args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as galat:
        if os.environ.get("KUKAR_RINCI"):
            raise
        print(f"Terjadi galat yang tidak terduga: {type(galat).__name__}: {galat}", file=sys.stderr)
        print("Ulangi dengan KUKAR_RINCI=1 untuk melihat rinciannya, lalu laporkan.", file=sys.stderr)
        return 1
    return hasil


def _build_pengurai(daftar: Sequence[str]) -> tuple[_Pengurai, dict[str, Callable[[argparse.Namespace], int]]]:
    """Return the parser and what to run; only the subcommand that is called is imported."""
    pengurai = _Pengurai(
        prog="python -m kukar_potensi",
        description="Peta potensi dan kerja sama daerah Kabupaten Kutai Kartanegara.",
    )
    cabang = pengurai.add_subparsers(dest="perintah", metavar="PERINTAH", required=True, title="perintah")
    jalankan: dict[str, Callable[[argparse.Namespace], int]] = {}
    dipanggil = next((satu for satu in daftar if not satu.startswith("-")), "")
    for nama, (keterangan, modul) in _PERINTAH.items():
        anak = cabang.add_parser(nama, help=keterangan, description=keterangan[0].upper() + keterangan[1:] + ".")
        if nama != dipanggil:
            continue
        bagian = [import_module(satu) for satu in modul]
        for satu in bagian:
            satu.add_arguments(anak)
        jalankan[nama] = _SUSUNAN.get(nama) or bagian[0].run
    return pengurai, jalankan


def _run_bangun(args: argparse.Namespace) -> int:
    """Build boundaries when --desa is given, then tables when --tabel is given."""
    tabel, batas = (import_module(modul) for modul in _PERINTAH["bangun"][1])
    tugas = [bagian.run for bagian, diminta in ((batas, args.desa), (tabel, args.tabel)) if diminta is not None]
    if not tugas:
        print("Sebutkan yang hendak dibangun: --desa BERKAS (batas wilayah) atau --tabel FOLDER.", file=sys.stderr)
        return 2
    return next((hasil for satu in tugas if (hasil := satu(args))), 0)


def _run_versi(_: argparse.Namespace) -> int:
    """Print the version of the app and of the data."""
    from kukar_potensi.sumber import GalatData, load_himpunan  # noqa: PLC0415  (only this subcommand needs it)

    print(f"kukar-potensi {__version__}")
    try:
        print(f"data {load_himpunan().versi}")
    except GalatData as galat:
        print(f"Data tidak dapat dibuka. {galat}", file=sys.stderr)
        return 1
    return 0


_SUSUNAN: Final = {"bangun": _run_bangun, "versi": _run_versi}

if __name__ == "__main__":
    sys.exit(main())
