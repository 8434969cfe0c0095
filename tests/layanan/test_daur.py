"""Memory is cleaned between clicks, and after a while even when nobody rests."""

import asyncio
import gc
import time

import pytest

from kukar_potensi.layanan import daur
from kukar_potensi.layanan.daur import AMBANG, Denyut, collect_regularly, freeze


def run_until_collected(monkeypatch: pytest.MonkeyPatch, sabar_detik: float, *, ramai: bool) -> float:
    """Run the clean-up with or without traffic and return after how many seconds it collected, 30 at most."""
    monkeypatch.setattr(daur, "TENANG_DETIK", 0.1)
    monkeypatch.setattr(daur, "TUNGGU_MAKS_DETIK", sabar_detik)
    saat: list[float] = []

    async def jalan() -> None:
        awal = time.monotonic()
        Denyut.terakhir = awal if ramai else 0.0
        tugas = asyncio.create_task(collect_regularly(0.05, lambda: saat.append(time.monotonic() - awal) or 0))
        while not saat and time.monotonic() - awal < 30:
            await asyncio.sleep(0.005)
            if ramai:
                Denyut.terakhir = time.monotonic()
        tugas.cancel()

    asyncio.run(jalan())
    assert saat
    return saat[0]


def test_a_quiet_service_is_cleaned_without_waiting(monkeypatch: pytest.MonkeyPatch):
    assert run_until_collected(monkeypatch, 20, ramai=False) < 20


def test_a_busy_service_is_left_alone_until_patience_ends(monkeypatch: pytest.MonkeyPatch):
    assert run_until_collected(monkeypatch, 0.5, ramai=True) >= 0.5


def test_messages_in_both_directions_count_as_traffic():
    saat: list[float] = []

    async def app(scope, receive, send):
        await receive()
        saat.append(Denyut.terakhir)
        Denyut.terakhir = 0.0
        await send({"type": "websocket.send", "text": ""})
        saat.append(Denyut.terakhir)

    async def receive():
        return {"type": "websocket.receive"}

    async def send(pesan):
        return None

    Denyut.terakhir = 0.0
    asyncio.run(Denyut(app)({"type": "websocket"}, receive, send))
    assert all(s > 0 for s in saat)


def test_web_requests_are_no_traffic():
    async def app(scope, receive, send):
        await send({})

    async def send(pesan):
        return None

    Denyut.terakhir = 0.0
    asyncio.run(Denyut(app)({"type": "http"}, None, send))
    assert Denyut.terakhir == 0.0


def test_what_lives_at_start_is_left_alone_and_python_collects_less_often(monkeypatch: pytest.MonkeyPatch):
    semula = gc.get_threshold()
    monkeypatch.setattr(gc, "freeze", lambda: None)  # the rest of the tests is to be collected
    try:
        freeze()
        assert gc.get_threshold() == AMBANG
        assert semula < AMBANG
    finally:
        gc.set_threshold(*semula)
