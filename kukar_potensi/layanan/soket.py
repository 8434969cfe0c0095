"""Speak websocket so that a run which repeats most of the last one costs few bytes.

uvicorn compresses with a window of 4 kB; a run of a page is about 20 kB, so nothing of the
one before it is found again. A window of 32 kB takes about 0.1 MB more of memory a visitor; a
filter change on the map page then sends 1.2 kB instead of 8.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

JENDELA_BIT = 15
JENDELA_PENGUNJUNG_BIT = 12


class SoketMampat(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol with a wider compression window."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.config.ws_per_message_deflate:
            self.conn.available_extensions = [
                ServerPerMessageDeflateFactory(
                    server_max_window_bits=JENDELA_BIT,
                    client_max_window_bits=JENDELA_PENGUNJUNG_BIT,
                    compress_settings={"memLevel": 5},
                )
            ]
