"""Messages of a run reach the event loop in order and in a few handfuls; the theme is computed once."""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.websockets import WebSocketState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, app_session
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.runtime.session_manager import SessionClientDisconnectedError
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from kukar_potensi.layanan import antrean
from kukar_potensi.layanan.antrean import (
    JEDA_DETIK,
    Antrean,
    call_soon,
    deliver,
    enqueue,
    install,
    mark_flush,
    mark_sent,
    remember_theme,
    shorten,
)
from kukar_potensi.layanan.daur import Denyut
from kukar_potensi.layanan.soket import KUNCI_SOKET, SoketMampat


class SesiUji:
    """A session with Streamlit's own queue of messages."""

    def __init__(self, putaran: Any = None) -> None:
        self.id, self._event_loop, self._browser_queue = "x", putaran, ForwardMsgQueue()
        self.dibangunkan = self.tuntas = 0

    def flush_browser_queue(self) -> list[ForwardMsg]:
        return self._browser_queue.flush()

    def on_flushed_messages_sent(self) -> None:
        self.tuntas += 1

    def _message_enqueued_callback(self) -> None:
        self.dibangunkan += 1


class LayananUji:
    """What `deliver` uses of Streamlit's runtime; `kirim` is what went out."""

    def __init__(self) -> None:
        self.kirim: list[str] = []
        self.putus: list[Any] = []
        self.dibangunkan = 0
        self.klien = SimpleNamespace(_send_queue=asyncio.Queue(maxsize=5))
        self.ada, self.hilang_setelah = True, 10**6
        self._session_mgr = SimpleNamespace(
            get_active_session_info=lambda _: (
                SimpleNamespace(client=self.klien, script_run_count=0) if self.ada else None
            )
        )

    def _send_message(self, _: Any, pesan: ForwardMsg) -> None:
        if len(self.kirim) >= self.hilang_setelah:
            raise SessionClientDisconnectedError
        self.kirim.append(pesan.hash)

    def disconnect_session(self, sesi: str, client: Any) -> None:
        self.putus.append((sesi, client))

    def _enqueued_some_message(self) -> None:
        self.dibangunkan += 1


@pytest.fixture(autouse=True)
def layanan(monkeypatch):
    satu = LayananUji()
    monkeypatch.setattr(antrean, "get_instance", lambda: satu)
    return satu


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
        sesi: Any = SesiUji(pura)

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


def test_a_handful_goes_out_at_once_and_in_order_without_waking_the_sending_loop(layanan):
    async def go() -> SesiUji:
        sesi: Any = SesiUji(asyncio.get_running_loop())
        for nomor in range(5):
            call_soon(sesi, lambda nomor=nomor: enqueue(sesi, ForwardMsg(hash=str(nomor))))
        assert layanan.kirim == []
        while len(layanan.kirim) < 5:
            await asyncio.sleep(JEDA_DETIK)
        enqueue(sesi, ForwardMsg(hash="lain"))  # outside a handful: Streamlit's own loop is told
        return sesi

    sesi = asyncio.run(asyncio.wait_for(go(), 30))
    assert layanan.kirim == ["0", "1", "2", "3", "4"]
    assert (sesi.dibangunkan, sesi.tuntas, layanan.dibangunkan) == (1, 1, 0)


def fill(sesi, banyak):
    for nomor in range(banyak):
        sesi._browser_queue.enqueue(ForwardMsg(hash=str(nomor)))
    return sesi


def test_more_than_a_connection_takes_is_left_to_the_sending_loop(layanan):
    layanan.klien._send_queue.put_nowait(b"")
    sesi = fill(SesiUji(), 5)
    deliver(sesi)
    assert (layanan.kirim, layanan.dibangunkan) == ([], 1)
    assert len(sesi.flush_browser_queue()) == 5
    layanan.klien = SimpleNamespace()  # a connection that cannot tell
    deliver(fill(sesi, 1))
    assert (layanan.kirim, layanan.dibangunkan) == ([], 2)


def test_newer_messages_wait_while_the_sending_loop_is_at_older_ones(layanan):
    sesi = fill(SesiUji(), 3)
    diambil = mark_flush(SesiUji.flush_browser_queue)(sesi)  # Streamlit's loop takes them and pauses after each
    assert [satu.hash for satu in diambil] == ["0", "1", "2"]
    sesi._browser_queue.enqueue(ForwardMsg(hash="baru"))
    deliver(sesi)
    assert (layanan.kirim, layanan.dibangunkan) == ([], 1)
    mark_sent(SesiUji.on_flushed_messages_sent)(sesi)
    deliver(sesi)
    assert layanan.kirim == ["baru"]
    assert mark_flush(SesiUji.flush_browser_queue)(sesi) == []  # nothing taken, nothing to wait for
    deliver(fill(sesi, 1))
    assert layanan.kirim == ["baru", "0"]


def test_messages_of_a_session_without_a_browser_go_on_waiting(layanan):
    layanan.ada = False
    sesi = fill(SesiUji(), 3)
    deliver(sesi)
    assert (layanan.kirim, layanan.dibangunkan) == ([], 0)
    layanan.ada = True
    deliver(sesi)
    assert layanan.kirim == ["0", "1", "2"]


def test_a_browser_that_left_is_let_go_once(layanan):
    layanan.hilang_setelah = 2
    sesi = fill(SesiUji(), 5)
    deliver(sesi)
    assert layanan.kirim == ["0", "1"]
    assert layanan.putus == [("x", layanan.klien)]
    assert sesi.tuntas == 0


def test_the_runtime_has_the_parts_that_deliver_uses():
    """The stand-in above is worth something only while Streamlit's own has the same parts."""
    for nama in ("_send_message", "disconnect_session", "_enqueued_some_message"):
        assert callable(getattr(Runtime, nama))


class SoketUji(SoketMampat):
    """The protocol of a connection that keeps what it is to send; `terbuka` is what `is_free` says."""

    def __init__(self) -> None:
        self.terkirim: list[bytes] = []
        self.terbuka, self.pergi = True, False

    def is_free(self) -> bool:
        return self.terbuka

    def send_now(self, isi: Iterable[bytes]) -> bool:
        self.terkirim += isi
        return not self.pergi


def connect_directly(layanan: LayananUji) -> SoketUji:
    """Give the stand-in for the runtime a client of Streamlit's own kind."""
    soket = SoketUji()
    klien: Any = StarletteSessionClient.__new__(StarletteSessionClient)
    klien._websocket = SimpleNamespace(scope={KUNCI_SOKET: soket}, application_state=WebSocketState.CONNECTED)
    klien._send_queue, klien._closed = asyncio.Queue(maxsize=50), asyncio.Event()
    layanan.klien = klien
    return soket


def test_messages_go_straight_to_the_network_and_ends_of_runs_are_counted(layanan):
    soket, sesi = connect_directly(layanan), fill(SesiUji(), 2)
    sesi._browser_queue.enqueue(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY))
    sesi._browser_queue.enqueue(ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    perihal = layanan._session_mgr.get_active_session_info("x")
    layanan._session_mgr.get_active_session_info = lambda _: perihal
    sebelum, Denyut.terakhir = time.monotonic(), 0.0
    deliver(sesi)
    tiba = [ForwardMsg.FromString(satu) for satu in soket.terkirim]
    assert [satu.hash for satu in tiba[:2]] == ["0", "1"]
    assert [satu.WhichOneof("type") for satu in tiba[2:]] == ["script_finished"] * 2
    assert perihal.script_run_count == 1
    assert (layanan.kirim, sesi.tuntas) == ([], 1)
    assert Denyut.terakhir >= sebelum  # the collector knows that the hall is busy


@pytest.mark.parametrize("hambatan", ["antre", "penuh", "tutup", "menyambung", "lain"])
def test_what_cannot_go_straight_goes_the_usual_way(layanan, hambatan):
    soket = connect_directly(layanan)
    klien = layanan.klien
    if hambatan == "antre":
        klien._send_queue.put_nowait(b"lebih dulu")
    elif hambatan == "penuh":
        soket.terbuka = False
    elif hambatan == "tutup":
        klien._closed.set()
    elif hambatan == "menyambung":
        klien._websocket.application_state = WebSocketState.CONNECTING
    else:
        klien._websocket.scope.clear()  # another server than ours
    deliver(fill(SesiUji(), 3))
    assert (soket.terkirim, layanan.kirim) == ([], ["0", "1", "2"])


def test_a_browser_that_left_meanwhile_is_let_go(layanan):
    connect_directly(layanan).pergi = True
    sesi = fill(SesiUji(), 2)
    deliver(sesi)
    assert (layanan.putus, sesi.tuntas) == ([("x", layanan.klien)], 0)


def test_messages_of_the_present_run_are_taken_in_and_everything_else_goes_the_usual_way(layanan):
    lain: list[Any] = []
    ambil = shorten(lambda *a, **k: lain.append((a[2], k)))

    async def go() -> SesiUji:
        sesi: Any = SesiUji(asyncio.get_running_loop())
        sesi._scriptrunner, lama = object(), object()
        sesi._enqueue_forward_msg = lambda pesan: enqueue(sesi, pesan)
        ambil(sesi, sesi._scriptrunner, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=ForwardMsg(hash="kini"))
        ambil(sesi, lama, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=ForwardMsg(hash="dihentikan"))
        ambil(sesi, sesi._scriptrunner, ScriptRunnerEvent.SCRIPT_STARTED, page_script_hash="h")
        while not layanan.kirim:
            await asyncio.sleep(JEDA_DETIK)
        return sesi

    asyncio.run(asyncio.wait_for(go(), 30))
    assert layanan.kirim == ["kini"]
    assert lain == [(ScriptRunnerEvent.SCRIPT_STARTED, {"forward_msg": None, "page_script_hash": "h"})]


def test_streamlits_client_has_the_parts_that_the_short_way_looks_at():
    """Were they gone, every message would go the usual way, and nobody would notice but the benchmark."""
    isi = inspect.getsource(StarletteSessionClient)
    for nama in ("self._websocket = websocket", "self._send_queue", "self._closed = asyncio.Event()"):
        assert nama in isi


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
    for nama in ("_enqueue_forward_msg", "_on_scriptrunner_event", "flush_browser_queue", "on_flushed_messages_sent"):
        monkeypatch.setattr(AppSession, nama, getattr(AppSession, nama))
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    install()
    tema = app_session._populate_theme_msg
    install()
    assert AppSession._call_soon_on_event_loop is call_soon
    assert AppSession._enqueue_forward_msg is enqueue
    assert app_session._populate_theme_msg is tema
    monkeypatch.delattr(app_session, "_populate_theme_msg")
    antrean.install()
    assert "cara lain" in caplog.text
