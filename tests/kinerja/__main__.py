"""The benchmarks: `python -m tests.kinerja [mulai|halaman|bergantian|beban|tumbuh|rendam|gambar|semua]`; `make bench` runs `semua`.

Everything runs on loopback and ends by itself. Only the ratios of one run mean anything on another machine.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.kinerja import beban, besar, gambar, mulai, rendam, ukur
from tests.kinerja.pelayan import run_many, run_ours, run_stock
from tests.layanan.proses import AKAR, Layanan

HASIL = AKAR / ".cache" / "kinerja"
DOCS = AKAR / "docs"


def write(teks: str) -> None:
    """Print a line at once."""
    sys.stdout.write(teks + "\n")
    sys.stdout.flush()


def keep(nama: str, isi: Any) -> None:
    """Keep the single measurements with the circumstances they were taken in."""
    HASIL.mkdir(parents=True, exist_ok=True)
    badan = {"keadaan": circumstances(), "hasil": isi}
    (HASIL / f"{nama}.json").write_text(json.dumps(badan, indent=1), encoding="utf-8")


def circumstances() -> dict[str, str]:
    """Return date, machine, load and versions."""
    from importlib.metadata import version

    versi = ", ".join(f"{n} {version(n)}" for n in ("streamlit", "folium", "streamlit-folium", "pandas", "uvicorn"))
    return {
        "tanggal": time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        "mesin": f"{os.cpu_count()} inti, {platform.machine()}, {platform.system()}",
        "beban_mesin": " ".join(f"{b:.1f}" for b in os.getloadavg()),
        "versi": f"Python {platform.python_version()}, {versi}",
        "cabang": subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=AKAR, capture_output=True, text=True, check=False
        ).stdout.strip(),
    }


def run_mulai(args: argparse.Namespace, folder: Path) -> None:
    """Measure how long a start takes."""
    hasil = mulai.run_mulai(folder, args.putaran + 1)
    keep("mulai", mulai.as_json(hasil))
    write(mulai.table(hasil))


def run_halaman(args: argparse.Namespace, folder: Path) -> None:
    """Measure every page in Chromium."""
    hasil = ukur.run_pages(folder, args.putaran, args.putaran_lemah, tulis=write)
    keep("halaman", ukur.as_json(hasil))
    write(ukur.table(hasil))


def run_bergantian(args: argparse.Namespace, folder: Path) -> None:
    """Compare a filter change of three apps in turns."""
    data = besar.make_folder(folder / "data", args.kali_bergantian) if args.kali_bergantian > 1 else besar.DATA
    hasil = ukur.run_bergantian(folder, args.banyak, data)
    keep(f"bergantian-{args.kali_bergantian}x", ukur.as_json(hasil))
    for satu in hasil:
        tengah, terbaik = satu.middle("ubah") * 1000, min(satu.ubah) * 1000
        nisbah, lawan = satu.middle("ubah") / hasil[0].middle("ubah"), hasil[-1].middle("ubah") / satu.middle("ubah")
        cpu = sum(satu.ubah_cpu) / len(satu.ubah_cpu) * 1000
        write(
            f"{satu.nama}: {tengah:.0f} ms (terbaik {terbaik:.0f}), {nisbah:.2f} x kosong, "
            f"{lawan:.1f} kali lebih cepat daripada cara biasa, CPU {cpu:.0f} ms"
        )


def run_beban(args: argparse.Namespace, folder: Path) -> None:
    """Send visitors to one process, to several behind nginx, and to the empty stock app."""
    acara = beban.Acara(masuk=args.masuk, jeda=args.jeda, lama=args.lama)
    hasil: list[tuple[str, beban.Catatan]] = []

    def note(nama: str, catatan: beban.Catatan, semua: Sequence[Layanan]) -> None:
        hasil.append((nama, catatan))
        if catatan.galat:  # what the service wrote tells the cause; its own file goes with the folder
            HASIL.mkdir(parents=True, exist_ok=True)
            (HASIL / "galat.log").write_text("\n".join(satu.output() for satu in semua), encoding="utf-8")
        keep(f"beban{args.tanda}", beban.as_json(hasil))
        write(beban.table(hasil[-1:]).splitlines()[-1] + (f" {catatan.galat[:2]}" if catatan.galat else ""))

    for orang in args.orang:
        with run_ours(folder) as layanan:
            note("satu proses", beban.run_beban(layanan.port, [layanan], orang, acara), [layanan])
    for orang in args.orang_nginx:
        with run_many(args.proses, folder) as (port, semua):
            note(f"{args.proses} proses di belakang nginx", beban.run_beban(port, semua, orang, acara), semua)
    for orang in args.orang_kosong:
        with run_stock("kosong.py", folder) as layanan:
            note("aplikasi kosong (bawaan)", beban.run_beban(layanan.port, [layanan], orang, acara), [layanan])
    write(beban.table(hasil))


def run_tumbuh(args: argparse.Namespace, folder: Path) -> None:
    """Measure made-up data of several sizes and draw the curve."""
    hasil = besar.run_tumbuh(args.kali, folder, tulis=write)
    keep("tumbuh", besar.as_json(hasil))
    write(besar.table(hasil))


def run_rendam(args: argparse.Namespace, folder: Path) -> None:
    """Keep visitors coming and going, and watch the memory."""
    with run_ours(folder) as layanan:
        hasil = rendam.run_rendam(layanan, args.orang_rendam, args.lama_rendam, args.jeda, tulis=write)
    keep("rendam", dataclasses.asdict(hasil))


def run_gambar(_args: argparse.Namespace, _folder: Path) -> None:
    """Draw the pictures of docs/ from the kept measurements."""
    for nama, draw in (("tumbuh", gambar.draw_growth), ("rendam", gambar.draw_soak)):
        berkas = HASIL / f"{nama}.json"
        if berkas.is_file():
            isi = json.loads(berkas.read_text(encoding="utf-8"))["hasil"]
            draw(isi if nama == "tumbuh" else isi["cuplikan"], DOCS / f"kinerja-{nama}.png")
            write(f"docs/kinerja-{nama}.png")


BAGIAN: dict[str, Callable[[argparse.Namespace, Path], None]] = {
    "mulai": run_mulai,
    "halaman": run_halaman,
    "bergantian": run_bergantian,
    "beban": run_beban,
    "tumbuh": run_tumbuh,
    "rendam": run_rendam,
    "gambar": run_gambar,
}


def read_arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the arguments; the defaults take about fifteen minutes in all."""
    baca = argparse.ArgumentParser(prog="python -m tests.kinerja", description="Mengukur kinerja di komputer ini saja.")
    baca.add_argument("bagian", nargs="?", default="semua", choices=["semua", *BAGIAN])
    baca.add_argument("--putaran", type=int, default=2, help="kunjungan tiap halaman lewat tautan bebas")
    baca.add_argument("--putaran-lemah", type=int, default=1, help="kunjungan tiap halaman lewat tautan lemah")
    baca.add_argument("--banyak", type=int, default=12, help="perubahan tiap aplikasi, bergantian")
    baca.add_argument("--kali-bergantian", type=int, default=1, help="kelipatan baris bagi ketiga aplikasi")
    baca.add_argument("--orang", type=int, nargs="*", default=[10, 50, 100, 300], help="sesi pada satu proses")
    baca.add_argument("--orang-nginx", type=int, nargs="*", default=[], help="sesi di belakang nginx")
    baca.add_argument("--orang-kosong", type=int, nargs="*", default=[], help="sesi pada aplikasi kosong bawaan")
    baca.add_argument("--proses", type=int, default=2, help="banyak proses di belakang nginx")
    baca.add_argument("--masuk", type=float, default=60.0, help="detik selama orang berdatangan")
    baca.add_argument("--jeda", type=float, default=10.0, help="detik antara dua perubahan seseorang")
    baca.add_argument("--lama", type=float, default=60.0, help="detik pengukuran setelah semua datang")
    baca.add_argument("--tanda", default="", help="akhiran nama berkas hasil beban")
    baca.add_argument("--kali", type=int, nargs="*", default=[1, 10, 100], help="kelipatan banyaknya baris")
    baca.add_argument("--orang-rendam", type=int, default=100)
    baca.add_argument("--lama-rendam", type=float, default=300.0, help="detik; paling lama 3900")
    return baca.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the chosen part, or all of them."""
    args = read_arguments(argv)
    write(" · ".join(circumstances().values()))
    for nama in BAGIAN if args.bagian == "semua" else [args.bagian]:
        if args.bagian == "semua" and nama == "gambar":
            continue
        with tempfile.TemporaryDirectory() as folder:
            BAGIAN[nama](args, Path(folder))
    write(f"Angka lengkap: {HASIL.relative_to(AKAR)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
