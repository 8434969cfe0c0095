"""Clean up memory in quiet moments instead of after every click.

With pandas and geopandas loaded, a full collection takes 50 to 130 ms of one core, and
Streamlit would run one after each script run. That is turned off in config.toml
(`runner.postScriptGC`); this task collects on a timer, when no message has passed for a
moment, and everything built at start is taken out of its sight for good.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)

TENANG_DETIK = 0.5
TUNGGU_MAKS_DETIK = 30.0
AMBANG = (50_000, 20, 100)
"""From how many new objects on Python collects by itself (new, younger, old); its own 700 costs a full hall 7% CPU."""


class Denyut:
    """ASGI middleware that remembers when a websocket message last passed, either way."""

    terakhir = 0.0

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; note the time of each websocket message."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def note_receive() -> Message:
            pesan = await receive()
            Denyut.terakhir = time.monotonic()
            return pesan

        async def note_send(pesan: Message) -> None:
            Denyut.terakhir = time.monotonic()
            await send(pesan)

        await self.app(scope, note_receive, note_send)


def freeze() -> None:
    """Take everything that lives now out of every later collection, and let Python collect by itself less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*AMBANG)


async def collect_regularly(jeda_detik: float, collect: Callable[[], int] = gc.collect) -> None:
    """Collect garbage every `jeda_detik` seconds, for ever, in a quiet moment when there is one.

    A moment is quiet when no message passed for half a second; after 30 seconds without one
    it collects all the same, so that memory stays bounded in a busy hall.
    """
    while True:
        await asyncio.sleep(jeda_detik)
        batas = time.monotonic() + TUNGGU_MAKS_DETIK
        while time.monotonic() < batas and time.monotonic() - Denyut.terakhir < TENANG_DETIK:
            await asyncio.sleep(TENANG_DETIK / 5)
        mulai = time.perf_counter()
        jumlah = collect()
        _LOG.debug("Membersihkan %d objek dalam %.0f ms.", jumlah, 1000 * (time.perf_counter() - mulai))
