"""A wire of our own between client and service: it counts every byte and can be as slow as a weak link.

Chromium's own throttling leaves websockets alone; this wire holds back everything that goes through one TCP port:
a rate each way shared by all connections, half the round trip on every byte, and a full round trip for each new
connection. TCP's slow start is not imitated, which is a gift to pages of many bytes. Loopback only.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

POTONG = 1460
ANTREAN = 48


@dataclass(frozen=True)
class Laju:
    """A link: bits a second down and up, seconds of round trip; `None` means as fast as it goes."""

    turun: float | None = None
    naik: float | None = None
    pulang_pergi: float = 0.0


BEBAS = Laju()
LEMAH = Laju(turun=2e6, naik=0.5e6, pulang_pergi=0.1)


@dataclass
class Arah:
    """One direction of the link: bytes so far, and when the line is free again."""

    laju: float | None
    bita: int = 0
    bebas: float = 0.0

    def book(self, n: int, kini: float) -> float:
        """Take the line for `n` bytes and return when the last of them has left."""
        self.bita += n
        if self.laju is None:
            return kini
        self.bebas = max(self.bebas, kini) + n * 8 / self.laju
        return self.bebas


@dataclass
class Kawat:
    """A running wire: its address and what went through it."""

    port: int
    turun: Arah
    naik: Arah
    sambungan: int = 0
    tugas: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def alamat(self) -> str:
        """Address to open in place of the service's."""
        return f"http://127.0.0.1:{self.port}"

    def bytes_now(self) -> tuple[int, int]:
        """Bytes so far: down, up."""
        return self.turun.bita, self.naik.bita


async def _pump(
    masuk: asyncio.StreamReader, keluar: asyncio.StreamWriter, arah: Arah, tunda: float, buka: float
) -> None:
    """Carry bytes one way until either end closes; several connections take turns on the line."""
    antre: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(ANTREAN)
    putaran = asyncio.get_running_loop()
    mulai = putaran.time() + buka

    async def read() -> None:
        lambat = arah.laju is not None or tunda > 0
        while isi := await masuk.read(POTONG if lambat else 65536):
            selesai = arah.book(len(isi), putaran.time())
            await antre.put((max(selesai + tunda, mulai), isi))
            if arah.laju is not None:  # no connection reads ahead of the line: the others get their turn
                await asyncio.sleep(max(0.0, selesai - putaran.time() - 0.02))
        await antre.put((0.0, b""))

    async def write() -> None:
        while True:
            saat, isi = await antre.get()
            if not isi:
                break
            if (sisa := saat - putaran.time()) > 0:
                await asyncio.sleep(sisa)
            keluar.write(isi)
            await keluar.drain()

    with contextlib.suppress(OSError):
        async with asyncio.TaskGroup() as kumpulan:
            kumpulan.create_task(read())
            kumpulan.create_task(write())


async def _serve(kawat: Kawat, tujuan: int, laju: Laju, siap: threading.Event, usai: asyncio.Event) -> None:
    async def connect(masuk: asyncio.StreamReader, keluar: asyncio.StreamWriter) -> None:
        kawat.sambungan += 1
        try:
            dari, ke = await asyncio.open_connection("127.0.0.1", tujuan)
        except OSError:
            keluar.close()
            return
        separuh = laju.pulang_pergi / 2

        async def one(sumber: asyncio.StreamReader, sasaran: asyncio.StreamWriter, arah: Arah, buka: float) -> None:
            with contextlib.suppress(BaseExceptionGroup, OSError):
                await _pump(sumber, sasaran, arah, separuh, buka)
            with contextlib.suppress(OSError):
                sasaran.close()

        satu = asyncio.gather(one(masuk, ke, kawat.naik, laju.pulang_pergi * 1.5), one(dari, keluar, kawat.turun, 0.0))
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await satu
        finally:
            for ujung in (ke, keluar):
                ujung.transport.abort()

    layan = await asyncio.start_server(connect, "127.0.0.1", 0, backlog=2048)
    kawat.port = layan.sockets[0].getsockname()[1]
    siap.set()
    await usai.wait()
    layan.close()


@contextlib.contextmanager
def run_kawat(tujuan: int, laju: Laju = BEBAS) -> Iterator[Kawat]:
    """Put a wire before a service on a loopback port until the block ends."""
    kawat = Kawat(0, Arah(laju.turun), Arah(laju.naik))
    siap, simpul, usai = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    def work() -> None:
        asyncio.set_event_loop(simpul)
        simpul.run_until_complete(_serve(kawat, tujuan, laju, siap, usai))
        sisa = asyncio.all_tasks(simpul)
        for satu in sisa:
            satu.cancel()
        simpul.run_until_complete(asyncio.gather(*sisa, return_exceptions=True))
        simpul.run_until_complete(asyncio.sleep(0.05))  # closed sockets are let go in the next turn of the loop
        simpul.close()

    utas = threading.Thread(target=work, daemon=True)
    utas.start()
    siap.wait(10)
    try:
        yield kawat
    finally:
        simpul.call_soon_threadsafe(usai.set)
        utas.join(10)
