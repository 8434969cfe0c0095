"""What is written in one turn of the event loop goes out as one, in order, and nothing is lost at the end."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory
from websockets.frames import Frame
from websockets.uri import parse_uri

from kukar_potensi.layanan.soket import SoketMampat, Tampungan


class Kabel:
    """A transport that remembers what was written to it."""

    def __init__(self) -> None:
        self.tulisan: list[bytes] = []
        self.tutup = False

    def write(self, data: bytes) -> None:
        assert not self.tutup
        self.tulisan.append(data)

    def close(self) -> None:
        self.tutup = True

    def get_extra_info(self, nama: str) -> str:
        return f"info {nama}"


def run(*langkah: Any) -> Kabel:
    """Do steps on a gathered transport; None lets the loop turn once."""
    kabel = Kabel()

    async def go() -> None:
        tampungan = Tampungan(kabel, asyncio.get_running_loop())  # type: ignore[arg-type]
        for satu in langkah:
            if satu is None:
                await asyncio.sleep(0)
            elif satu == "tutup":
                tampungan.close()
            else:
                tampungan.write(satu)
        assert tampungan.get_extra_info("peername") == "info peername"

    asyncio.run(go())
    return kabel


def test_writes_of_one_turn_are_one_write():
    assert run(b"a", b"b", b"c", None, b"d", None, None).tulisan == [b"abc", b"d"]


def test_what_was_gathered_goes_out_before_the_end():
    kabel = run(b"a", b"b", "tutup", None)
    assert kabel.tulisan == [b"ab"]
    assert kabel.tutup


def test_an_end_without_writing_writes_nothing():
    assert run("tutup", None).tulisan == []


class Sambungan(Kabel):
    """A transport of a connection; reading is never paused."""

    def get_extra_info(self, nama: str) -> Any:
        return None

    def is_closing(self) -> bool:
        return self.tutup

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...


async def accept(scope: Any, receive: Any, send: Any) -> None:
    """Take the connection and wait until the other side leaves."""
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


def test_messages_sent_at_once_are_one_write_and_read_as_they_were():
    """With the widest window; and nothing breaks when the other side has said goodbye."""
    peramban = ClientProtocol(parse_uri("ws://127.0.0.1/"), extensions=[ClientPerMessageDeflateFactory()])
    kabel, pesan = Sambungan(), [b"satu" * 400, b"", b"satu" * 400]

    async def go() -> SoketMampat:
        soket = SoketMampat(Config(accept, ws_per_message_deflate=True), ServerState(), {})
        soket.connection_made(kabel)  # type: ignore[arg-type]
        assert not soket.is_free()
        peramban.send_request(peramban.connect())
        soket.data_received(b"".join(peramban.data_to_send()))
        while not soket.handshake_complete:
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        assert soket.is_free()
        awal = len(kabel.tulisan)
        assert soket.send_now(pesan)
        await asyncio.sleep(0.01)
        assert len(kabel.tulisan) == awal + 1
        soket.pause_writing()
        assert not soket.is_free()
        tertunda = asyncio.create_task(soket.send({"type": "websocket.send", "bytes": b"lebih dulu"}))
        await asyncio.sleep(0)
        soket.resume_writing()
        assert not soket.is_free()  # the waiting one has not run yet and would be overtaken
        await tertunda
        assert soket.is_free()
        await asyncio.sleep(0.01)
        peramban.receive_data(b"".join(kabel.tulisan))
        peramban.send_close(1001)
        soket.conn.receive_data(b"".join(peramban.data_to_send()))
        assert not soket.send_now([b"terlambat"])
        soket.connection_lost(None)
        await asyncio.sleep(0.01)
        return soket

    soket = asyncio.run(asyncio.wait_for(go(), 30))
    assert [bytes(satu.data) for satu in peramban.events_received() if isinstance(satu, Frame)] == [
        *pesan,
        b"lebih dulu",
    ]
    assert not soket.is_free()
