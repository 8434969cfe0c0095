"""Speak websocket so that a run which repeats most of the last one costs few bytes and few writes.

uvicorn compresses with a window of 4 kB; a run of a page is about 20 kB, so nothing of the
one before it is found again. A window of 32 kB takes about 0.1 MB more of memory a visitor; a
filter change on the map page then sends 1.2 kB instead of 8.

uvicorn also writes each message to the network by itself. A run is 60 to 120 messages; those
that are sent in one turn of the event loop are written together, and `send_now` takes a handful of
messages past the coroutines of eight layers, of which none has anything to say about a message.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, cast

from starlette.websockets import WebSocket, WebSocketState
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

JENDELA_BIT = 15
KUNCI_SOKET = "kukar_soket"
"""Where the scope of a connection names its protocol."""
JENDELA_PENGUNJUNG_BIT = 12


class Tampungan:
    """A transport that gathers what is written in one turn of the event loop and writes it as one."""

    def __init__(self, transport: asyncio.Transport, putaran: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._putaran = putaran
        self._isi: list[bytes] = []

    def __getattr__(self, nama: str) -> Any:
        """Everything but writing and closing is the transport's own."""
        return getattr(self._transport, nama)

    def write(self, data: bytes) -> None:
        """Take bytes to be written at the end of this turn, in order."""
        if not self._isi:
            self._putaran.call_soon(self.flush)
        self._isi.append(data)

    def flush(self) -> None:
        """Write what was gathered, if anything."""
        if self._isi:
            isi, self._isi = self._isi, []
            self._transport.write(b"".join(isi))

    def close(self) -> None:
        """Write what was gathered, then close."""
        self.flush()
        self._transport.close()


class SoketMampat(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol with a wider compression window and fewer writes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sedang_dikirim = 0
        if self.config.ws_per_message_deflate:
            self.conn.available_extensions = [
                ServerPerMessageDeflateFactory(
                    server_max_window_bits=JENDELA_BIT,
                    client_max_window_bits=JENDELA_PENGUNJUNG_BIT,
                    compress_settings={"memLevel": 5},
                )
            ]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection, and gather what is written to it."""
        super().connection_made(transport)
        self.transport = cast("asyncio.Transport", Tampungan(cast("asyncio.Transport", transport), self.loop))

    async def run_asgi(self) -> None:
        """Run the app for this connection, which may ask for `send_now`."""
        cast("dict[str, Any]", self.scope)[KUNCI_SOKET] = self
        await super().run_asgi()

    async def send(self, message: Any) -> None:
        """Send a message of the app when the connection takes it; until then nothing may overtake it."""
        self._sedang_dikirim += 1
        try:
            await super().send(message)
        finally:
            self._sedang_dikirim -= 1

    def is_free(self) -> bool:
        """Tell whether messages can be sent now: the connection is open and takes them, and no other one waits."""
        terbuka = self.handshake_complete and not self.disconnected and not self.close_sent
        return terbuka and self.writable.is_set() and not self._sedang_dikirim

    def send_now(self, isi: Iterable[bytes]) -> bool:
        """Send messages, each one as binary, in order, while `is_free`; False when the other side has left."""
        try:
            for satu in isi:
                self.conn.send_binary(satu)
        except InvalidState:
            return False
        finally:
            self.transport.write(b"".join(self.conn.data_to_send()))
        return True


def find_soket(sambungan: WebSocket) -> SoketMampat | None:
    """Return the protocol of a connection when it can send now; None when the usual way has to be gone."""
    soket = sambungan.scope.get(KUNCI_SOKET)
    if sambungan.application_state is not WebSocketState.CONNECTED or not isinstance(soket, SoketMampat):
        return None
    return soket if soket.is_free() else None
