"""Many visitors at once: websocket sessions that run a page and change the filter, bounded in time and number.

Loopback only, and it ends by itself. First runs are spread over `masuk` seconds; then every visitor changes the
filter every `jeda` seconds for `lama` seconds; at the end all change at once.
"""

from __future__ import annotations

import asyncio
import random
import resource
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from tests.kinerja.pelayan import cpu_seconds, memory_mb
from tests.kinerja.sesi import KATA, GalatSesi, Sesi
from tests.layanan.proses import Layanan

BATAS_ORANG = 2000
BATAS_LAMA_DETIK = 3900.0
BAURAN = (
    ("Peta", 50),
    ("Kerja Sama", 15),
    ("Peluang IKN", 10),
    ("OPD", 10),
    ("Wilayah", 8),
    ("Panduan", 4),
    ("Paparan", 3),
)


@dataclass
class Catatan:
    """What happened: seconds of every first run, of opening a page, of every change, and of the burst."""

    orang: int
    pertama: list[float] = field(default_factory=list)
    halaman: list[float] = field(default_factory=list)
    ubah: list[float] = field(default_factory=list)
    serentak: list[float] = field(default_factory=list)
    galat: list[str] = field(default_factory=list)
    cpu_per_ubah_ms: float = float("nan")
    inti: float = float("nan")
    mb_per_sesi: float = float("nan")
    cpu_klien: float = float("nan")


@dataclass(frozen=True)
class Acara:
    """How long each part lasts, in seconds, and which pages people open."""

    masuk: float = 60.0
    jeda: float = 10.0
    lama: float = 60.0
    bauran: tuple[tuple[str, int], ...] = BAURAN


def percentile(nilai: Sequence[float], persen: float) -> float:
    """Percentile of the values; NaN without any."""
    return float(np.percentile(nilai, persen)) if nilai else float("nan")


async def _visitor(port: int, ke: int, acara: Acara, catat: Catatan, mulai: float, bubar: asyncio.Event) -> None:
    acak = random.Random(ke)
    nama, bobot = zip(*acara.bauran, strict=True)
    pilihan = acak.choices(nama, bobot)[0]
    putaran = asyncio.get_running_loop()
    await asyncio.sleep(max(0.0, mulai + acak.random() * acara.masuk - putaran.time()))
    try:
        async with Sesi(port, kuki=f"kukar_simpul=orang-{ke}") as sesi:
            catat.pertama.append(await sesi.run())
            if pilihan in sesi.halaman and pilihan != "Peta":
                catat.halaman.append(await sesi.run(pilihan))
            saat = mulai + acara.masuk + acak.random() * acara.jeda
            while saat < mulai + acara.masuk + acara.lama:
                await asyncio.sleep(max(0.0, saat - putaran.time()))
                catat.ubah.append(await sesi.run(kata=acak.choice(KATA)))
                saat += acara.jeda
            await bubar.wait()
            catat.serentak.append(await sesi.run(kata=acak.choice(KATA)))
    except (GalatSesi, OSError, TimeoutError) as galat:
        catat.galat.append(f"{type(galat).__name__}: {galat}"[:200])
    except Exception as galat:  # noqa: BLE001  (whatever ends a visit is counted)
        catat.galat.append(f"{type(galat).__name__}: {galat}"[:200])


async def _watch(layanan: Sequence[Layanan], acara: Acara, catat: Catatan, mulai: float) -> None:
    """Measure CPU and memory over the part in which everybody is there."""
    putaran = asyncio.get_running_loop()
    sebelum = memory_mb(layanan)
    await asyncio.sleep(max(0.0, mulai + acara.masuk - putaran.time()))
    cpu, banyak, saat = cpu_seconds(layanan), len(catat.ubah), time.monotonic()
    await asyncio.sleep(max(0.0, mulai + acara.masuk + acara.lama - putaran.time() - 0.5))
    lalu = max(1, len(catat.ubah) - banyak)
    catat.cpu_per_ubah_ms = (cpu_seconds(layanan) - cpu) / lalu * 1000
    catat.inti = (cpu_seconds(layanan) - cpu) / (time.monotonic() - saat)
    catat.mb_per_sesi = (memory_mb(layanan) - sebelum) / catat.orang


async def _run(port: int, layanan: Sequence[Layanan], orang: int, acara: Acara) -> Catatan:
    catat, bubar, putaran = Catatan(orang), asyncio.Event(), asyncio.get_running_loop()
    mulai, cpu = putaran.time() + 0.2, time.process_time()
    tugas = [asyncio.create_task(_visitor(port, ke, acara, catat, mulai, bubar)) for ke in range(orang)]
    await _watch(layanan, acara, catat, mulai)
    await asyncio.sleep(2.0)
    bubar.set()
    batas = asyncio.timeout(90.0)
    try:
        async with batas:
            await asyncio.gather(*tugas)
    except TimeoutError:
        catat.galat.append("TimeoutError: tidak semua selesai 90 detik setelah perubahan serentak")
    catat.cpu_klien = (time.process_time() - cpu) / (putaran.time() - mulai)
    return catat


def run_beban(port: int, layanan: Sequence[Layanan], orang: int, acara: Acara | None = None) -> Catatan:
    """Send `orang` visitors to a loopback port and return what they saw."""
    acara = acara or Acara()
    if not 1 <= orang <= BATAS_ORANG or acara.masuk + acara.lama > BATAS_LAMA_DETIK:
        pesan = f"beban dibatasi {BATAS_ORANG} orang dan {BATAS_LAMA_DETIK:.0f} detik"
        raise ValueError(pesan)
    lunak, keras = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(keras, max(lunak, 8192)), keras))
    return asyncio.run(_run(port, layanan, orang, acara))


def table(hasil: Sequence[tuple[str, Catatan]]) -> str:
    """Markdown table of the runs."""
    baris = [
        "| susunan | orang | jalan pertama p50 / p95 / p99 | ubah p50 / p95 / p99 | serentak p95 | galat | CPU per ubah | inti | MB per sesi |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for nama, c in hasil:
        p = [" / ".join(f"{percentile(n, q) * 1000:.0f}" for q in (50, 95, 99)) + " ms" for n in (c.pertama, c.ubah)]
        baris.append(
            f"| {nama} | {c.orang} | {p[0]} | {p[1]} | {percentile(c.serentak, 95):.2f} dtk | {len(c.galat)} |"
            f" {c.cpu_per_ubah_ms:.0f} ms | {c.inti:.2f} | {c.mb_per_sesi:.2f} |"
        )
    return "\n".join(baris)


def as_json(hasil: Sequence[tuple[str, Catatan]]) -> list[dict[str, Any]]:
    """Return every single measurement."""
    return [{"susunan": nama} | asdict(c) for nama, c in hasil]
