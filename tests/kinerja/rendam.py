"""Memory over time: visitors who come, filter and leave, always as many at once. Loopback only; ends by itself."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tests.kinerja.beban import BATAS_LAMA_DETIK, BATAS_ORANG, BAURAN
from tests.kinerja.pelayan import memory_mb
from tests.kinerja.sesi import KATA, GalatSesi, Sesi
from tests.layanan.proses import Layanan

CUPLIK_DETIK = 10.0
TINGGAL_DETIK = (60.0, 180.0)


@dataclass
class Rendaman:
    """Memory samples (second, MB), visits and changes made, and what went wrong."""

    orang: int
    cuplikan: list[tuple[float, float]] = field(default_factory=list)
    kunjungan: int = 0
    perubahan: int = 0
    galat: list[str] = field(default_factory=list)

    def growth_mb_per_hour(self) -> float:
        """Slope of the memory over the second half, in MB an hour; NaN with too few samples."""
        separuh = self.cuplikan[len(self.cuplikan) // 2 :]
        if len(separuh) < 3:
            return float("nan")
        saat, mb = np.array(separuh).T
        return float(np.polyfit(saat, mb, 1)[0] * 3600)


async def _seat(port: int, ke: int, jeda: float, akhir: float, hasil: Rendaman) -> None:
    """Keep one seat taken: a visitor, and the next one when that one leaves."""
    acak, putaran = random.Random(ke), asyncio.get_running_loop()
    nama, bobot = zip(*BAURAN, strict=True)
    await asyncio.sleep(acak.random() * min(60.0, jeda * 6))
    while putaran.time() < akhir:
        pergi = min(akhir, putaran.time() + acak.uniform(*TINGGAL_DETIK))
        try:
            async with Sesi(port) as sesi:
                hasil.kunjungan += 1
                await sesi.run()
                await sesi.run(acak.choices(nama, bobot)[0])
                while putaran.time() < pergi:
                    await asyncio.sleep(jeda * acak.uniform(0.5, 1.5))
                    await sesi.run(kata=acak.choice(KATA))
                    hasil.perubahan += 1
        except (GalatSesi, OSError, TimeoutError) as galat:
            hasil.galat.append(f"{type(galat).__name__}: {galat}"[:200])
            await asyncio.sleep(jeda)


async def _run(layanan: Layanan, orang: int, lama: float, jeda: float, tulis: Callable[[str], None]) -> Rendaman:
    hasil, putaran = Rendaman(orang), asyncio.get_running_loop()
    mulai = putaran.time()
    tugas = [asyncio.create_task(_seat(layanan.port, ke, jeda, mulai + lama, hasil)) for ke in range(orang)]
    while putaran.time() < mulai + lama:
        await asyncio.sleep(CUPLIK_DETIK)
        hasil.cuplikan.append((round(putaran.time() - mulai, 1), round(memory_mb([layanan]), 1)))
        if len(hasil.cuplikan) % 6 == 0:
            tulis(
                f"{hasil.cuplikan[-1][0] / 60:.0f} menit: {hasil.cuplikan[-1][1]:.0f} MB, {hasil.perubahan} perubahan"
            )
    await asyncio.wait(tugas, timeout=60)
    for satu in tugas:
        satu.cancel()
    return hasil


def run_rendam(
    layanan: Layanan, orang: int, lama: float, jeda: float = 10.0, *, tulis: Callable[[str], None] = lambda _: None
) -> Rendaman:
    """Keep `orang` visitors on a service for `lama` seconds and return its memory."""
    if not 1 <= orang <= BATAS_ORANG or lama > BATAS_LAMA_DETIK:
        pesan = f"rendaman dibatasi {BATAS_ORANG} orang dan {BATAS_LAMA_DETIK:.0f} detik"
        raise ValueError(pesan)
    awal = time.monotonic()
    hasil = asyncio.run(_run(layanan, orang, lama, jeda, tulis))
    tulis(f"selesai setelah {(time.monotonic() - awal) / 60:.1f} menit, {hasil.growth_mb_per_hour():+.0f} MB per jam")
    return hasil
