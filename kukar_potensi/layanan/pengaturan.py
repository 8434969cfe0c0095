"""Read the service's settings from the environment, in one place.

Every name read here is explained in docs/operasi.md.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]

_YA = {"ya", "1", "true"}
_TIDAK = {"tidak", "0", "false"}


class GalatPengaturan(ValueError):
    """A setting holds a value that the service cannot use."""


@dataclass(frozen=True)
class Pengaturan:
    """What the service may be told from outside.

    `cache` is the folder of compressed files. `daur_detik` is the
    pause in seconds between two memory clean-ups; 0 turns them off. `panaskan` says whether every
    page runs once before the first visitor.
    """

    cache: Path
    daur_detik: float
    panaskan: bool


def read_pengaturan(env: Mapping[str, str] | None = None) -> Pengaturan:
    """Return the settings of this process, or of `env` when given.

    Raises `GalatPengaturan` with an Indonesian sentence when a value cannot be used.
    """
    env = os.environ if env is None else env
    return Pengaturan(
        cache=Path(env.get("KUKAR_CACHE") or AKAR / ".cache"),
        daur_detik=_seconds(env, "KUKAR_DAUR_DETIK", 60.0),
        panaskan=_switch(env, "KUKAR_PANASKAN", bawaan=True),
    )


def _seconds(env: Mapping[str, str], nama: str, bawaan: float) -> float:
    teks = env.get(nama, "").strip()
    if not teks:
        return bawaan
    try:
        nilai = float(teks.replace(",", "."))
    except ValueError:
        nilai = math.nan
    if not (0 <= nilai < math.inf):
        pesan = f"{nama} berisi “{teks}”: isi dengan jumlah detik, 0 atau lebih (0 = mati)."
        raise GalatPengaturan(pesan)
    return nilai


def _switch(env: Mapping[str, str], nama: str, *, bawaan: bool) -> bool:
    teks = env.get(nama, "").strip().lower()
    if not teks:
        return bawaan
    if teks in _YA | _TIDAK:
        return teks in _YA
    pesan = f"{nama} berisi “{teks}”: isi dengan ya atau tidak."
    raise GalatPengaturan(pesan)
