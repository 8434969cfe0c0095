"""Run every page once before the first visitor does, so that nobody waits for imports and caches.

The run is a session of the real service: a websocket that never leaves the process asks
for each page in turn and reads the answers until the script is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time

from starlette.types import ASGIApp, Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LOG = logging.getLogger(__name__)

BATAS_HALAMAN_DETIK = 60.0


class SesiDalam:
    """A session of the app inside this process, spoken to as a browser would."""

    def __init__(self, app: ASGIApp, awalan: str = "") -> None:
        self._app = app
        self._jalur = f"{awalan}/_stcore/stream"
        self._kirim: asyncio.Queue[Message] = asyncio.Queue()
        self._terima: asyncio.Queue[Message] = asyncio.Queue()
        self._tugas: asyncio.Task[None] | None = None

    async def __aenter__(self) -> SesiDalam:
        """Open the session; raises `ConnectionError` when the app refuses it."""
        scope = {
            "type": "websocket",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": self._jalur,
            "raw_path": self._jalur.encode(),
            "root_path": "",
            "query_string": b"",
            "headers": [(b"host", b"localhost"), (b"user-agent", b"pemanasan")],
            "client": ("127.0.0.1", 0),
            "server": ("127.0.0.1", 0),
            "subprotocols": ["streamlit"],
            "state": {},
        }

        async def run() -> None:
            await self._app(scope, self._kirim.get, self._terima.put)

        self._tugas = asyncio.create_task(run())
        await self._kirim.put({"type": "websocket.connect"})
        jawab = await self._terima.get()
        if jawab["type"] != "websocket.accept":
            pesan = "the app refused the warm-up session"
            raise ConnectionError(pesan)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the session and wait until the app has let it go."""
        await self._kirim.put({"type": "websocket.disconnect", "code": 1000})
        if self._tugas is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._tugas, 5)

    async def run_page(self, sidik_halaman: str = "") -> list[str]:
        """Run a page by its hash (empty: the start page) and return the hashes of all pages."""
        pesan = BackMsg()
        pesan.rerun_script.page_script_hash = sidik_halaman
        await self._kirim.put({"type": "websocket.receive", "bytes": pesan.SerializeToString()})
        halaman: list[str] = []
        while True:
            jawab = await self._terima.get()
            if jawab["type"] == "websocket.close":
                galat = "the app closed the warm-up session"
                raise ConnectionError(galat)
            isi = ForwardMsg()
            isi.ParseFromString(jawab.get("bytes") or b"")
            if isi.WhichOneof("type") == "navigation":
                halaman = [h.page_script_hash for h in isi.navigation.app_pages]
            if isi.WhichOneof("type") == "script_finished":
                return halaman


async def visit_pages(app: ASGIApp, awalan: str = "") -> int:
    """Run the start page, then every other page once; return how many ran.

    Never raises: a page that fails or takes over a minute is told in the log, and the
    service goes on.
    """
    mulai, jumlah = time.monotonic(), 0
    try:
        async with SesiDalam(app, awalan) as sesi:
            halaman = await asyncio.wait_for(sesi.run_page(), BATAS_HALAMAN_DETIK)
            jumlah = 1
            for sidik in halaman:
                await asyncio.wait_for(sesi.run_page(sidik), BATAS_HALAMAN_DETIK)
                jumlah += 1
    except (ConnectionError, TimeoutError) as galat:
        _LOG.warning("Pemanasan berhenti setelah %d halaman: %s", jumlah, str(galat) or "terlalu lama")
    _LOG.info("Pemanasan: %d halaman dalam %.1f detik.", jumlah, time.monotonic() - mulai)
    return jumlah
