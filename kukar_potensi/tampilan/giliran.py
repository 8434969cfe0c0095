"""Take turns: of all the runs of a process only a few compute at the same time, the others wait in line.

Python computes one thing at a time anyhow. When thirty people change a filter in the same moment, thirty threads pass
the interpreter to and fro, each of them ends last, and the loop that sends and receives waits behind them all. In turns
the first is done after one run's time. Who has waited for `SABAR_DETIK` goes on without a turn, so that a long run (a
file that is being written) holds nobody up.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

BANYAK = 2
"""Runs that compute at the same time."""
SABAR_DETIK = 0.5


class Giliran:
    """The turns of a process; a run takes one, and gives it back while it only waits."""

    def __init__(self, banyak: int = BANYAK, sabar_detik: float = SABAR_DETIK) -> None:
        self._tempat = threading.Semaphore(banyak)
        self._sabar = sabar_detik
        self._utas = threading.local()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Wait for a turn and keep it, however the block ends."""
        self._begin()
        try:
            yield
        finally:
            self._end()

    def rest(self, detik: float) -> None:
        """Wait without computing; somebody else may have the turn meanwhile."""
        punya = getattr(self._utas, "punya", None)
        self._end()
        time.sleep(detik)
        if punya is not None:
            self._begin()

    def _begin(self) -> None:
        self._utas.punya = self._tempat.acquire(timeout=self._sabar)

    def _end(self) -> None:
        if getattr(self._utas, "punya", None):
            self._tempat.release()
        self._utas.punya = None


GILIRAN = Giliran()
"""The turns of this process."""
