"""Made-up data of any size, seeded and marked as such, and what growing costs: load, filter, page, memory."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from tests.conftest import DATA, SUMBER_BUATAN, copy_data, read_tabel, write_tabel
from tests.kinerja.pelayan import cpu_seconds, memory_mb, run_ours
from tests.kinerja.sesi import KATA, Sesi
from tests.layanan.proses import AKAR

BENIH = 6402
BANYAK_UBAH = 40
# Columns that belong together and are drawn from one row.
RUMPUN = {
    "potensi": (("tingkat", "kode_kecamatan", "kode_desa"), ("sektor", "kode_urusan"), ("tahun_data",), ("opd",)),
    "kerja_sama": (
        ("tingkat", "kode_kecamatan", "kode_desa"),
        ("sektor", "kode_urusan"),
        ("tanggal_ttd", "presisi_ttd", "tanggal_berakhir", "dasar_berakhir"),
        ("opd",),
    ),
}
TANDA = {"potensi": ("P", "nama"), "kerja_sama": ("K", "judul")}


@dataclass
class Tumbuh:
    """What one size costs: rows, seconds to load and to index, ms of a filter and of a page, MB, kB of points."""

    kali: int
    potensi: int
    kerja_sama: int
    muat_detik: float
    indeks_detik: float
    saring_ms: float
    halaman_ms: float
    halaman_cpu_ms: float
    memori_mb: float
    titik_kb: float


def make_folder(tujuan: Path, kali: int, benih: int = BENIH) -> Path:
    """Write a data folder with `kali` times the rows: the real ones first, then mixtures of them marked BUATAN UJI."""
    folder = copy_data(tujuan)
    acak = np.random.default_rng(benih)
    for nama, (huruf, judul) in TANDA.items():
        asli = read_tabel(DATA, nama)
        banyak = len(asli) * (kali - 1)
        if banyak <= 0:
            continue
        buatan = asli.iloc[acak.integers(0, len(asli), banyak)].reset_index(drop=True)
        for kolom in RUMPUN[nama]:
            dari = asli.iloc[acak.integers(0, len(asli), banyak)].reset_index(drop=True)
            buatan[list(kolom)] = dari[list(kolom)]
        nomor = np.arange(10_000_000, 10_000_000 + banyak).astype(str)
        buatan["id"] = huruf + pd.Series(nomor)
        buatan[judul] = "BUATAN UJI " + pd.Series(nomor).str[1:] + " " + buatan[judul]
        buatan["sumber"] = SUMBER_BUATAN
        buatan["catatan"] = "baris buatan uji"
        if "induk" in buatan:
            buatan["induk"] = ""
        write_tabel(folder, nama, pd.concat([asli, buatan]))
    return folder


def measure_model(folder: Path) -> tuple[float, float, float, int, int]:
    """Return seconds to load, seconds to index, median ms of a filter, and the rows, in this process."""
    from datetime import date

    from kukar_potensi.model.saringan import Saringan
    from kukar_potensi.model.tampak import build_indeks
    from kukar_potensi.sumber import load_himpunan

    awal = time.perf_counter()
    himpunan = load_himpunan(folder)
    muat = time.perf_counter() - awal
    awal = time.perf_counter()
    indeks = build_indeks(himpunan, date(2026, 1, 1))
    susun = time.perf_counter() - awal
    lama = []
    for ke, sektor in enumerate((*himpunan.sektor.index, *himpunan.sektor.index)):
        kecamatan = (str(himpunan.kecamatan.index[ke % len(himpunan.kecamatan)]),) if ke % 2 else ()
        awal = time.perf_counter()
        tampak = indeks.apply(Saringan(sektor=(str(sektor),), kecamatan=kecamatan))
        assert tampak.n_potensi >= 0
        assert len(tampak.cacah_kecamatan.potensi) == len(himpunan.kecamatan)
        assert len(tampak.cacah_desa.potensi) == len(himpunan.desa)
        lama.append(time.perf_counter() - awal)
    return muat, susun, statistics.median(lama) * 1000, len(himpunan.potensi), len(himpunan.kerja_sama)


async def _changes(port: int, banyak: int) -> list[float]:
    async with Sesi(port) as sesi:
        await sesi.run(batas=300)
        await sesi.run(kata="ka")
        return [await sesi.run(kata=KATA[(ke * 7) % len(KATA)]) for ke in range(banyak)]


def measure_service(folder: Path, sementara: Path) -> tuple[float, float, float, float]:
    """Return ms and CPU ms of a filter change on the map page, MB of the service, and kB of its file of points."""
    with run_ours(sementara, KUKAR_DATA=str(folder)) as layanan:
        asyncio.run(_changes(layanan.port, 3))
        cpu = cpu_seconds([layanan])
        lama = asyncio.run(_changes(layanan.port, BANYAK_UBAH))
        cpu = (cpu_seconds([layanan]) - cpu) / (BANYAK_UBAH + 2) * 1000
        terbaru = max((AKAR / "static" / "peta").glob("titik.*.json"), key=lambda b: b.stat().st_mtime)
        return statistics.median(lama) * 1000, cpu, memory_mb([layanan]), terbaru.stat().st_size / 1000


def run_tumbuh(
    kelipatan: Sequence[int], sementara: Path, *, tulis: Callable[[str], None] = lambda _: None
) -> list[Tumbuh]:
    """Measure one size after the other, each in processes of its own; made-up files are removed again."""
    hasil = []
    ada = set((AKAR / "static" / "peta").glob("titik.*"))
    for kali in kelipatan:
        folder = make_folder(sementara / f"data-{kali}", kali)
        perintah = [sys.executable, "-m", "tests.kinerja.besar", str(folder)]
        keluar = subprocess.run(perintah, cwd=AKAR, check=True, capture_output=True, text=True, timeout=1200).stdout
        muat, susun, saring, potensi, kerja_sama = (float(x) for x in keluar.split()[-5:])
        halaman, cpu, mb, kb = measure_service(folder, sementara)
        hasil.append(Tumbuh(kali, int(potensi), int(kerja_sama), muat, susun, saring, halaman, cpu, mb, kb))
        tulis(f"{kali}x: {hasil[-1]}")
        shutil.rmtree(folder)
        for berkas in set((AKAR / "static" / "peta").glob("titik.*")) - ada:
            if kali > 1:
                berkas.unlink(missing_ok=True)
    return hasil


def table(hasil: Sequence[Tumbuh]) -> str:
    """Markdown table of the sizes."""
    baris = [
        "| kali | potensi | kerja sama | memuat | mengindeks | saringan | halaman Peta | CPU | memori | titik peta |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    baris += [
        f"| {t.kali} | {t.potensi} | {t.kerja_sama} | {t.muat_detik:.1f} dtk | {t.indeks_detik:.1f} dtk |"
        f" {t.saring_ms:.2f} ms | {t.halaman_ms:.0f} ms | {t.halaman_cpu_ms:.0f} ms | {t.memori_mb:.0f} MB |"
        f" {t.titik_kb:.0f} kB |"
        for t in hasil
    ]
    return "\n".join(baris)


def as_json(hasil: Sequence[Tumbuh]) -> list[dict[str, Any]]:
    """Return every figure."""
    return [asdict(satu) for satu in hasil]


if __name__ == "__main__":
    print(*measure_model(Path(sys.argv[1])))  # noqa: T201
