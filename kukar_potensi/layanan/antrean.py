"""Hand the messages of a run to the event loop in a few handfuls, and build the theme once.

A run of a page makes 60 to 120 messages. Streamlit wakes the event loop for each of them: the script's thread and the
loop then pass the interpreter to and fro, and the browser receives the page in crumbs. It also builds the message
about the theme from 300 settings at every run. Both are replaced here; should a newer Streamlit no longer have these
parts, they are left alone (`install` says so).
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session
from streamlit.runtime.app_session import AppSession

_LOG = logging.getLogger(__name__)

JEDA_DETIK = 0.004
"""How long messages are gathered before the loop takes them."""
_ATRIBUT = "_kukar_antrean"

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
        putaran.call_soon_threadsafe(putaran.call_later, JEDA_DETIK, antrean.drain)
    except RuntimeError:
        if not putaran.is_closed():
            raise


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


def install() -> None:
    """Put both into Streamlit, once a process."""
    if not (hasattr(AppSession, "_call_soon_on_event_loop") and hasattr(app_session, "_populate_theme_msg")):
        _LOG.warning("Streamlit ini mengirim pesan dengan cara lain; pesan tidak dikumpulkan.")
        return
    if AppSession._call_soon_on_event_loop is call_soon:
        return
    AppSession._call_soon_on_event_loop = call_soon  # type: ignore[method-assign, assignment]
    app_session._populate_theme_msg = remember_theme(app_session._populate_theme_msg)
