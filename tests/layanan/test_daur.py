"""Memory is cleaned between clicks, and after a while even when nobody rests."""

import asyncio
import time

import pytest

from kukar_potensi.layanan import daur
from kukar_potensi.layanan.daur import Denyut, collect_regularly


@pytest.fixture
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quiet after 0.1 s, patience of 0.4 s."""
    monkeypatch.setattr(daur, "TENANG_DETIK", 0.1)
    monkeypatch.setattr(daur, "TUNGGU_MAKS_DETIK", 0.4)


def run_for(detik: float, *, ramai: bool) -> list[float]:
    """Run the clean-up for a while, with or without traffic, and return when it collected."""
    saat: list[float] = []

    async def jalan() -> None:
        awal = time.monotonic()
        Denyut.terakhir = awal if ramai else 0.0
        tugas = asyncio.create_task(collect_regularly(0.05, lambda: saat.append(time.monotonic() - awal) or 0))
        while time.monotonic() - awal < detik:
            await asyncio.sleep(0.02)
            if ramai:
                Denyut.terakhir = time.monotonic()
        tugas.cancel()

    asyncio.run(jalan())
    return saat


@pytest.mark.usefixtures("cepat")
def test_a_quiet_service_is_cleaned_at_once():
    saat = run_for(0.3, ramai=False)
    assert saat
    assert saat[0] < 0.25


@pytest.mark.usefixtures("cepat")
def test_a_busy_service_is_left_alone_until_patience_ends():
    saat = run_for(0.8, ramai=True)
    assert saat
    assert saat[0] >= 0.4


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
