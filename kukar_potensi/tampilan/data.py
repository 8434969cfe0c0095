"""One data set for all sessions: loaded once a process, loaded again when a file changes."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus import Kamus, build_kamus
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, Tampak, build_indeks
from kukar_potensi.peta.aset import Manifes, build_aset
from kukar_potensi.sumber import load_himpunan

AKAR = Path(__file__).resolve().parents[2]
STATIC = AKAR / "static"
JEDA_PERIKSA_DETIK = 2.0
_kunci = threading.RLock()
_terakhir: tuple[float, str, tuple[tuple[str, int, int], ...]] = (0.0, "", ())


@dataclass(frozen=True, eq=False)
class Bekal:
    """What every session shares of one data version."""

    himpunan: Himpunan
    kamus: Kamus
    manifes: Manifes


def data_folder() -> Path:
    """Folder of the data set: `KUKAR_DATA`, else the embedded one."""
    return Path(os.environ.get("KUKAR_DATA") or AKAR / "data")


def _fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the files, looked at no more than once in `JEDA_PERIKSA_DETIK`."""
    global _terakhir  # noqa: PLW0603  (one process-wide memory, guarded by the lock)
    kini = time.monotonic()
    saat, lama, cap = _terakhir
    if lama == str(folder) and kini - saat < JEDA_PERIKSA_DETIK:
        return cap
    berkas = sorted(p for p in folder.rglob("*") if p.is_file())
    cap = tuple((str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in berkas)
    _terakhir = (kini, str(folder), cap)
    return cap


@lru_cache(maxsize=2)
def _load(folder: str, _cap: tuple[tuple[str, int, int], ...]) -> Bekal:
    himpunan = load_himpunan(folder)
    return Bekal(himpunan, build_kamus(himpunan), build_aset(himpunan, STATIC))


def get_bekal() -> Bekal:
    """Return the shared data set.

    Raises:
        GalatData: the folder cannot be read; the message says which file and what to do.
    """
    folder = data_folder()
    with _kunci:
        return _load(str(folder), _fingerprint(folder))


@lru_cache(maxsize=24)
def _indeks(bekal: Bekal, tanggal: date) -> Indeks:
    return build_indeks(bekal.himpunan, tanggal)


@lru_cache(maxsize=512)
def get_tampak(bekal: Bekal, tanggal: date, saringan: Saringan) -> Tampak:
    """Return the filtered view of one day; people who ask the same share it."""
    with _kunci:
        indeks = _indeks(bekal, tanggal)
    return indeks.apply(saringan)


def warm_up(tanggal: date) -> Bekal:
    """Load and compute everything that the first visitor would wait for."""
    bekal = get_bekal()
    from kukar_potensi.peta.muatan import build_lukisan  # noqa: PLC0415  (only the warm-up needs it here)

    kosong = get_tampak(bekal, tanggal, Saringan())
    for indikator in ("potensi", "kerja_sama", "relevansi", "jarak"):
        build_lukisan(kosong, tingkat="kecamatan", indikator=indikator)
        build_lukisan(kosong, tingkat="desa", indikator=indikator)
    return bekal
