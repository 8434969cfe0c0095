"""Colours of the slides in light and dark, the same on screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Warna:
    """Colours by role, as #rrggbb: sheet, text, quieter text, accent, table heading, lines, and the track of a bar."""

    kertas: str
    tulisan: str
    redup: str
    aksen: str
    kepala: str
    garis: str
    lintasan: str


TERANG: Final = Warna(
    kertas="#FFFFFF",
    tulisan="#0E1816",
    redup="#4A534F",
    aksen="#0B5F57",
    kepala="#EDE7D9",
    garis="#CFC8B8",
    lintasan="#E7E2D6",
)
GELAP: Final = Warna(
    kertas="#10181A",
    tulisan="#F2F6F0",
    redup="#BFCBC5",
    aksen="#5CC9B5",
    kepala="#1F3430",
    garis="#3A544E",
    lintasan="#21352F",
)


def rgb(warna: str) -> tuple[int, int, int]:
    """Return a #rrggbb colour as three numbers from 0 to 255."""
    angka = int(warna.removeprefix("#"), 16)
    return angka >> 16, (angka >> 8) & 255, angka & 255
