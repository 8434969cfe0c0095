"""Hand the messages of a run to the event loop in a few handfuls, send each handful at once, and build the theme once.

A run of a page makes 60 to 120 messages. Streamlit wakes the event loop for each of them, wakes its sending loop for
each of them again, and lets that loop turn once after each message it sends, for whichever of all sessions it is. The
script's thread and the loop then pass the interpreter to and fro, the browser receives the page in crumbs, and in a
full hall every turn of the loop waits behind the scripts that run. It also builds the message about the theme from 300
settings at every run. All of it is replaced here; should a newer Streamlit no longer have these parts, they are left
alone (`install` says so).
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import Runtime, app_session, get_instance
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.runtime_util import serialize_forward_msg
from streamlit.runtime.scriptrunner import ScriptRunner, ScriptRunnerEvent
from streamlit.runtime.session_manager import ActiveSessionInfo, SessionClientDisconnectedError
from streamlit.web.server.starlette.starlette_websocket import StarletteSessionClient

from kukar_potensi.layanan.daur import Denyut
from kukar_potensi.layanan.soket import SoketMampat, find_soket

_LOG = logging.getLogger(__name__)

JEDA_DETIK = 0.004
"""How long messages are gathered before the loop takes them."""
_ATRIBUT = "_kukar_antrean"
_MENAMPUNG = "_kukar_menampung"
_DIKIRIM_PUTARAN = "_kukar_dikirim_putaran"

Tugas = Callable[[], None]


class Antrean:
    """What a session's script threads want done on its event loop, in order, one wake-up for many."""

    def __init__(self) -> None:
        self._isi: deque[Tugas] = deque()
        self._kunci = threading.Lock()

    def add(self, tugas: Tugas) -> bool:
        """Add a task; True when nobody is on the way to take it, so that the caller must wake the loop."""
        with self._kunci:
            self._isi.append(tugas)
            return len(self._isi) == 1

    def drain(self) -> None:
        """Do everything in order, also what is added meanwhile; a task that fails does not keep back the others."""
        while True:
            try:
                self._isi[0]()
            except Exception:  # noqa: BLE001  (whatever a task does wrong, the ones after it are sent)
                _LOG.exception("Sebuah pesan sesi gagal diteruskan.")
            with self._kunci:
                self._isi.popleft()
                if not self._isi:
                    return


def call_soon(sesi: AppSession, tugas: Tugas) -> None:
    """Do the task on the session's event loop with the next handful; nothing happens once the loop is closed."""
    antrean: Antrean = vars(sesi).setdefault(_ATRIBUT, Antrean())
    if not antrean.add(tugas):
        return
    putaran = sesi._event_loop
    try:
        putaran.call_soon_threadsafe(putaran.call_later, JEDA_DETIK, _hand_over, sesi, antrean)
    except RuntimeError:
        if not putaran.is_closed():
            raise


def shorten(on_event: Callable[..., None]) -> Callable[..., None]:
    """Return what takes a run's events as `on_event` does, and its messages, most of them all, on a short way."""

    def take(
        sesi: AppSession,
        sender: ScriptRunner | None,
        event: ScriptRunnerEvent,
        forward_msg: ForwardMsg | None = None,
        **lain: Any,
    ) -> None:
        if event is ScriptRunnerEvent.ENQUEUE_FORWARD_MSG and forward_msg is not None:
            call_soon(sesi, partial(_take_in, sesi, sender, forward_msg))
        else:
            on_event(sesi, sender, event, forward_msg=forward_msg, **lain)

    return take


def _take_in(sesi: AppSession, sender: ScriptRunner | None, pesan: ForwardMsg) -> None:
    """Enqueue a message of the session's present run; one of a run that was stopped is dropped."""
    if sender is sesi._scriptrunner:
        sesi._enqueue_forward_msg(pesan)


def _hand_over(sesi: AppSession, antrean: Antrean) -> None:
    """Do what waits for a session and send the messages that came of it."""
    vars(sesi)[_MENAMPUNG] = True
    try:
        antrean.drain()
    finally:
        vars(sesi)[_MENAMPUNG] = False
    deliver(sesi)


def enqueue(sesi: AppSession, pesan: ForwardMsg) -> None:
    """Put a message in the session's queue; the sending loop is woken unless `_hand_over` sends it in a moment."""
    sesi._browser_queue.enqueue(pesan)
    if not vars(sesi).get(_MENAMPUNG) and sesi._message_enqueued_callback:
        sesi._message_enqueued_callback()


def deliver(sesi: AppSession) -> None:
    """Send all messages that wait in the session's queue; those of a session without a browser go on waiting.

    More than the browser's connection can take at once is left to Streamlit's own loop, which sends with pauses; while
    that loop is at a session's messages, newer ones wait for it, so that the order stays.
    """
    layanan = get_instance()
    perihal = layanan._session_mgr.get_active_session_info(sesi.id)
    if perihal is None or sesi._browser_queue.is_empty():
        return
    if vars(sesi).get(_DIKIRIM_PUTARAN) or _room(perihal) < len(sesi._browser_queue._queue):
        layanan._enqueued_some_message()
        return
    try:
        _send(layanan, perihal, sesi._browser_queue.flush())
    except SessionClientDisconnectedError:
        layanan.disconnect_session(sesi.id, client=perihal.client)
        return
    sesi.on_flushed_messages_sent()


def _send(layanan: Runtime, perihal: ActiveSessionInfo, semua: list[ForwardMsg]) -> None:
    """Send messages straight to the network, or through the connection's queue while something waits there."""
    soket = _free_soket(perihal.client)
    if soket is None:
        for pesan in semua:
            layanan._send_message(perihal, pesan)
        return
    perihal.script_run_count += sum(map(_is_success, semua))
    Denyut.terakhir = time.monotonic()
    if not soket.send_now(map(serialize_forward_msg, semua)):
        raise SessionClientDisconnectedError


def _free_soket(klien: object) -> SoketMampat | None:
    """Return the protocol of an open connection in whose own queue nothing waits that would be overtaken, or None."""
    if not isinstance(klien, StarletteSessionClient):
        return None
    tutup, tunggu, sambungan = (getattr(klien, nama, None) for nama in ("_closed", "_send_queue", "_websocket"))
    if tutup is None or tutup.is_set() or tunggu is None or not tunggu.empty() or sambungan is None:
        return None
    return find_soket(sambungan)


def _is_success(pesan: ForwardMsg) -> bool:
    """Tell whether a message ends a run that went well, of which Streamlit keeps count."""
    return pesan.WhichOneof("type") == "script_finished" and pesan.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def mark_flush(flush: Callable[[AppSession], list[ForwardMsg]]) -> Callable[[AppSession], list[ForwardMsg]]:
    """Return what takes a session's messages for Streamlit's own loop and notes that it is at them."""

    def take(sesi: AppSession) -> list[ForwardMsg]:
        pesan = flush(sesi)
        vars(sesi)[_DIKIRIM_PUTARAN] = bool(pesan)
        return pesan

    return take


def mark_sent(sent: Callable[[AppSession], None]) -> Callable[[AppSession], None]:
    """Return what Streamlit's own loop calls when it has sent what it took."""

    def note(sesi: AppSession) -> None:
        vars(sesi)[_DIKIRIM_PUTARAN] = False
        sent(sesi)

    return note


def _room(perihal: ActiveSessionInfo) -> int:
    """How many messages the connection of a session still takes; 0 when it cannot tell."""
    antrean = getattr(perihal.client, "_send_queue", None)
    return antrean.maxsize - antrean.qsize() if antrean is not None else 0


def remember_theme(populate: Callable[..., None]) -> Callable[..., None]:
    """Return a function that fills a theme message as `populate` does, computing each section once."""
    jadi: dict[str, CustomThemeConfig] = {}

    def fill(pesan: CustomThemeConfig, bagian: str = "theme") -> None:
        if bagian not in jadi:
            satu = CustomThemeConfig()
            populate(satu, bagian)
            jadi[bagian] = satu
        pesan.MergeFrom(jadi[bagian])

    return fill


_BAGIAN: tuple[tuple[object, tuple[str, ...]], ...] = (
    (
        AppSession,
        (
            "_call_soon_on_event_loop",
            "_enqueue_forward_msg",
            "_on_scriptrunner_event",
            "flush_browser_queue",
            "on_flushed_messages_sent",
        ),
    ),
    (Runtime, ("_send_message", "_enqueued_some_message", "disconnect_session")),
    (app_session, ("_populate_theme_msg",)),
)
"""The parts of Streamlit that are replaced or used here."""


def install() -> None:
    """Put it all into Streamlit, once a process."""
    if not all(hasattr(benda, nama) for benda, daftar in _BAGIAN for nama in daftar):
        _LOG.warning("Streamlit ini mengirim pesan dengan cara lain; pesan tidak dikumpulkan.")
        return
    if AppSession._call_soon_on_event_loop is call_soon:
        return
    AppSession._call_soon_on_event_loop = call_soon  # type: ignore[method-assign, assignment]
    AppSession._on_scriptrunner_event = shorten(AppSession._on_scriptrunner_event)  # type: ignore[method-assign]
    AppSession._enqueue_forward_msg = enqueue  # type: ignore[method-assign, assignment]
    AppSession.flush_browser_queue = mark_flush(AppSession.flush_browser_queue)  # type: ignore[method-assign, assignment]
    AppSession.on_flushed_messages_sent = mark_sent(AppSession.on_flushed_messages_sent)  # type: ignore[method-assign, assignment]
    app_session._populate_theme_msg = remember_theme(app_session._populate_theme_msg)
