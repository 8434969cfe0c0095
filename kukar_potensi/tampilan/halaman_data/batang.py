"""Bars of shares: the number stands beside each, so that the bar is never the only sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from kukar_potensi.tampilan.angka import format_angka, format_persen

BAGIAN_TERKECIL = 0.01


@dataclass(frozen=True)
class Batang:
    """One bar: what is counted, how many of how many, and a note."""

    label: str
    nilai: int
    dari: int
    catatan: str = ""

    @property
    def bagian(self) -> float:
        """Share from 0 to 1, also where more is counted than was known."""
        return min(self.nilai / self.dari, 1.0) if self.dari else 0.0


def show_batang(daftar: Iterable[Batang]) -> None:
    """Show bars one below the other."""
    st.html(f'<ul class="kp-batang">{"".join(map(_bar, daftar))}</ul>')


def _bar(satu: Batang) -> str:
    catatan = f"<small>{escape(satu.catatan)}</small>" if satu.catatan else ""
    persen = _word_bagian(satu)
    return (
        f"<li><span>{escape(satu.label)}</span>"
        f'<div aria-hidden="true"><i style="width:{satu.bagian * 100:.1f}%"></i></div>'
        f"<b>{format_angka(satu.nilai)} / {format_angka(satu.dari)} · {escape(persen)}</b>{catatan}</li>"
    )


def _word_bagian(satu: Batang) -> str:
    """Return the share in words: never 0% for something, never 100% while something is missing."""
    if not satu.dari:
        return "belum ada baris"
    if 0 < satu.bagian < BAGIAN_TERKECIL:
        return "<1%"
    return ">99%" if 1 - BAGIAN_TERKECIL < satu.bagian < 1 else format_persen(satu.bagian)
