"""Messages of a run reach the event loop in order and in a few handfuls; the theme is computed once."""

from __future__ import annotations

import asyncio
import threading
from types import SimpleNamespace
from typing import Any

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession

from kukar_potensi.layanan import antrean
from kukar_potensi.layanan.antrean import JEDA_DETIK, Antrean, call_soon, install, remember_theme


def run_with_threads(banyak_utas: int, tiap: int, gagal: set[int] | None = None) -> tuple[list[tuple[int, int]], int]:
    """Add numbered tasks from several threads to one session; return what was done, in order, and the wake-ups."""
    selesai: list[tuple[int, int]] = []

    async def go() -> int:
        putaran, bangun = asyncio.get_running_loop(), 0

        def wake(*a: Any) -> None:
            nonlocal bangun
            bangun += 1
            putaran.call_soon_threadsafe(*a)

        pura = SimpleNamespace(call_soon_threadsafe=wake, call_later=putaran.call_later, is_closed=lambda: False)
        sesi: Any = SimpleNamespace(_event_loop=pura)

        def one(utas: int, nomor: int) -> None:
            selesai.append((utas, nomor))
            if nomor in (gagal or set()):
                raise ValueError("BUATAN UJI")

        def work(utas: int) -> None:
            for nomor in range(tiap):
                call_soon(sesi, lambda nomor=nomor: one(utas, nomor))

        pekerja = [threading.Thread(target=work, args=(utas,)) for utas in range(banyak_utas)]
        for satu in pekerja:
            satu.start()
        while len(selesai) < banyak_utas * tiap:
            await asyncio.sleep(JEDA_DETIK)
        for satu in pekerja:
            satu.join()
        return bangun

    bangun = asyncio.run(asyncio.wait_for(go(), 30))
    return selesai, bangun


def test_every_message_arrives_once_and_in_order_with_few_wake_ups():
    selesai, bangun = run_with_threads(3, 400)
    assert len(set(selesai)) == len(selesai) == 1200
    for utas in range(3):
        assert [nomor for satu, nomor in selesai if satu == utas] == list(range(400))
    assert bangun < 400


def test_a_message_that_fails_does_not_keep_back_the_ones_after_it(caplog):
    selesai, _ = run_with_threads(1, 50, gagal={0, 7, 49})
    assert [nomor for _, nomor in selesai] == list(range(50))
    assert caplog.text.count("gagal diteruskan") == 3


def test_a_task_added_while_the_queue_is_emptied_is_done_too():
    isi, urutan = Antrean(), []
    assert isi.add(lambda: (urutan.append(1), isi.add(lambda: urutan.append(2))))
    isi.drain()
    assert urutan == [1, 2]
    assert isi.add(lambda: None)


def test_nothing_happens_once_the_loop_is_closed():
    putaran = asyncio.new_event_loop()
    putaran.close()
    call_soon(SimpleNamespace(_event_loop=putaran), lambda: None)


def test_the_theme_is_computed_once_and_reads_the_same():
    hitung: list[str] = []

    def populate(pesan: CustomThemeConfig, bagian: str = "theme") -> None:
        hitung.append(bagian)
        pesan.primary_color = f"#{len(bagian):06d}"

    fill = remember_theme(populate)
    for _ in range(3):
        pesan = CustomThemeConfig()
        fill(pesan)
        fill(pesan.light, "theme.light")
        assert (pesan.primary_color, pesan.light.primary_color) == ("#000005", "#000011")
    assert hitung == ["theme", "theme.light"]


def test_it_is_put_in_once_and_an_unknown_streamlit_is_left_alone(monkeypatch, caplog):
    monkeypatch.setattr(AppSession, "_call_soon_on_event_loop", AppSession._call_soon_on_event_loop)
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    install()
    tema = app_session._populate_theme_msg
    install()
    assert AppSession._call_soon_on_event_loop is call_soon
    assert app_session._populate_theme_msg is tema
    monkeypatch.delattr(app_session, "_populate_theme_msg")
    antrean.install()
    assert "cara lain" in caplog.text
