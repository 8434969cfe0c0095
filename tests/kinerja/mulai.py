"""How long a service takes from the command to the first answer, and to the first page a visitor has."""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.kinerja.pelayan import run_stock
from tests.kinerja.sesi import Sesi
from tests.layanan.proses import AKAR, Layanan, run_layani

Jalankan = Callable[[Path], AbstractContextManager[Layanan]]


@dataclass(frozen=True)
class Mulai:
    """Seconds from the command to the first answer over HTTP, and to the end of the first visitor's run."""

    nama: str
    jawaban: list[float]
    halaman: list[float]


async def _visit(port: int) -> None:
    async with Sesi(port) as sesi:
        await sesi.run()


def measure(nama: str, jalankan: Jalankan, folder: Path, kali: int) -> Mulai:
    """Start a service several times, each in a process of its own."""
    hasil = Mulai(nama, [], [])
    for ke in range(kali):
        tempat = folder / f"{nama[:4]}-{ke}"
        tempat.mkdir()
        awal = time.perf_counter()
        with jalankan(tempat) as layanan:
            hasil.jawaban.append(time.perf_counter() - awal)
            asyncio.run(_visit(layanan.port))
            hasil.halaman.append(time.perf_counter() - awal)
    return hasil


def run_mulai(folder: Path, kali: int) -> list[Mulai]:
    """Measure the empty stock app and this app; the files are packed beforehand, as they are after a first start."""
    subprocess.run([sys.executable, "-m", "kukar_potensi.layanan.kemas"], cwd=AKAR, check=True, timeout=600)
    kosong = measure("aplikasi kosong (bawaan)", lambda tempat: run_stock("kosong.py", tempat), folder, kali)
    return [kosong, measure("Kukar Potensi", run_layani, folder, kali)]


def table(hasil: Sequence[Mulai]) -> str:
    """Markdown table with ratios against the first row."""
    baris = ["| aplikasi | jawaban pertama | x kosong | halaman pertama selesai | x kosong |", "|---|---|---|---|---|"]
    dasar = [statistics.median(n) for n in (hasil[0].jawaban, hasil[0].halaman)]
    for satu in hasil:
        isi = [statistics.median(n) for n in (satu.jawaban, satu.halaman)]
        sel = " | ".join(f"{nilai:.2f} dtk | {nilai / d:.2f}" for nilai, d in zip(isi, dasar, strict=True))
        baris.append(f"| {satu.nama} | {sel} |")
    return "\n".join(baris)


def as_json(hasil: Sequence[Mulai]) -> list[dict[str, Any]]:
    """Return every figure."""
    return [asdict(satu) for satu in hasil]
