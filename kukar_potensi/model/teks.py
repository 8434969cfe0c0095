"""Fold text so that case, accents, punctuation and spacing do not hinder a search."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BUKAN_HURUF: Final = re.compile(r"[\W_]+")

PANJANG_KATA_RAPAT: Final = 5
"""Shortest word that may also match a name written together (Sangasanga, Kotabangun)."""


def fold_text(text: str) -> str:
    """Return text in lower case, without accents, every other sign made one space."""
    rata = text.casefold()
    if not rata.isascii():
        terurai = unicodedata.normalize("NFKD", rata)
        rata = "".join(huruf for huruf in terurai if not unicodedata.combining(huruf)).casefold()
    return _BUKAN_HURUF.sub(" ", rata).strip()


def compact_text(text: str) -> str:
    """Return folded text with its spaces taken out: "Sanga-Sanga" is "sangasanga"."""
    return fold_text(text).replace(" ", "")


def format_angka(nilai: float, desimal: int = 0) -> str:
    """Return a number as an Indonesian writes it: 1.234,5; whole numbers without a comma."""
    inggris = f"{nilai:,.{desimal}f}"
    if desimal:
        inggris = inggris.rstrip("0").rstrip(".")
    return inggris.translate(str.maketrans(",.", ".,"))
