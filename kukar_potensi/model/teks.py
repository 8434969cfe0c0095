"""Fold text so that case, accents, punctuation and spacing do not hinder a search."""

from __future__ import annotations

import unicodedata
from typing import Final

PANJANG_KATA_RAPAT: Final = 5
"""Shortest word that may also match a name written together (Sangasanga, Kotabangun)."""


def fold_text(text: str) -> str:
    """Return text in lower case, without accents, every other sign made one space."""
    terurai = unicodedata.normalize("NFKD", text.casefold())
    tanpa_tanda = "".join(huruf for huruf in terurai if not unicodedata.combining(huruf))
    rata = "".join(huruf if huruf.isalnum() else " " for huruf in tanpa_tanda.casefold())
    return " ".join(rata.split())


def compact_text(text: str) -> str:
    """Return folded text with its spaces taken out: "Sanga-Sanga" is "sangasanga"."""
    return fold_text(text).replace(" ", "")
