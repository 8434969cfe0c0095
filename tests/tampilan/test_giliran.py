"""Of all runs only a few compute at once; nobody is shut out, and a turn is given back however a run ends."""

from __future__ import annotations

import threading

import pytest

from kukar_potensi.tampilan.giliran import Giliran


class Serentak:
    """Counts how many are inside at the same time."""

    def __init__(self) -> None:
        self.kini = self.terbanyak = self.selesai = 0
        self._kunci = threading.Lock()

    def inside(self, giliran: Giliran, tunggu: threading.Event) -> None:
        with giliran.take():
            with self._kunci:
                self.kini += 1
                self.terbanyak = max(self.terbanyak, self.kini)
            tunggu.wait(0.02)
            with self._kunci:
                self.kini -= 1
                self.selesai += 1


def run_threads(banyak: int, kerja) -> None:
    utas = [threading.Thread(target=kerja) for _ in range(banyak)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(30)
        assert not satu.is_alive()


@pytest.mark.parametrize("banyak", [1, 2])
def test_only_so_many_compute_at_once_and_all_come_through(banyak):
    giliran, hitung, tunggu = Giliran(banyak, 30), Serentak(), threading.Event()
    run_threads(12, lambda: hitung.inside(giliran, tunggu))
    assert (hitung.selesai, hitung.terbanyak) == (12, banyak)


def test_who_has_waited_long_enough_goes_on_without_a_turn():
    giliran, lewat = Giliran(1, 0.05), []
    with giliran.take():
        run_threads(2, lambda: lewat.append(giliran.take().__enter__()))
    assert len(lewat) == 2
    with giliran.take():  # the turn is free again although nobody of those two had one
        assert not giliran._tempat.acquire(blocking=False)
    assert giliran._tempat.acquire(blocking=False)


def test_a_turn_is_given_back_when_a_run_breaks_off():
    giliran = Giliran(1, 30)
    with pytest.raises(KeyError), giliran.take():
        raise KeyError
    with giliran.take():
        pass


def test_somebody_else_has_the_turn_while_a_run_rests():
    giliran, masuk = Giliran(1, 30), threading.Event()

    def other() -> None:
        with giliran.take():
            masuk.set()

    lain = threading.Thread(target=other)
    with giliran.take():
        lain.start()
        assert not masuk.wait(0.05)
        while not masuk.is_set():
            giliran.rest(0.005)
        assert not giliran._tempat.acquire(blocking=False)  # taken up again after the rest
    lain.join(30)


def test_resting_without_a_turn_takes_none():
    giliran = Giliran(1, 30)
    giliran.rest(0)
    assert giliran._tempat.acquire(blocking=False)
