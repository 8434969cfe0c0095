"""What is written in one turn of the event loop goes out as one, in order, and nothing is lost at the end."""

from __future__ import annotations

import asyncio
from typing import Any

from kukar_potensi.layanan.soket import Tampungan


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
