"""What the page Paparan works with: slides of this view, title and meeting, order and mode, all from the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st

from kukar_potensi.ekspor.salindia_peta import draw_peta_salindia
from kukar_potensi.model.paparan import (
    PANJANG_JUDUL,
    PANJANG_RAPAT,
    Acara,
    BahanPaparan,
    arrange,
    build_salindia,
    read_susunan,
    write_susunan,
)
from kukar_potensi.model.paparan_bentuk import Salindia
from kukar_potensi.model.tanggal import parse_tanggal
from kukar_potensi.tampilan.kerja_sama.isi import get_evaluasi
from kukar_potensi.tampilan.konteks import Konteks, read_tanggal
from kukar_potensi.tampilan.peluang.keadaan import baku_of, build_peluang

KUNCI_MODE = "mode"
MODE_LAYAR = "paparan"
KUNCI_JUDUL = "judul"
KUNCI_RAPAT = "rapat"
KUNCI_HARI = "tanggal_rapat"
KUNCI_SUSUNAN = "susunan"
KUNCI_SALINDIA = "salindia"
KUNCI_ACARA = (KUNCI_JUDUL, KUNCI_RAPAT, KUNCI_HARI, KUNCI_SUSUNAN)
"""What makes a briefing one's own; with it the day of the position is fixed too."""


@dataclass(frozen=True, eq=False)
class Isi:
    """The briefing of this run: every slide by its word, what it is for, and which are shown in which order."""

    konteks: Konteks
    bahan: BahanPaparan
    semua: dict[str, Salindia]
    acara: Acara
    urutan: tuple[str, ...]

    @property
    def tampil(self) -> tuple[Salindia, ...]:
        """The slides to show, in order."""
        return arrange(self.bahan, self.semua, self.acara, self.urutan)


def read_isi(konteks: Konteks) -> Isi:
    """Return the briefing of the view and the address."""
    bahan = _gather(konteks)
    return Isi(konteks, bahan, _slides(bahan), read_acara(), read_susunan(st.query_params.get(KUNCI_SUSUNAN)))


@lru_cache(maxsize=64)
def _gather(konteks: Konteks) -> BahanPaparan:
    """Return what the slides of a view are computed from; people who look at the same view share them."""
    peluang = build_peluang(konteks, baku_of(konteks))
    evaluasi = get_evaluasi(konteks.himpunan, konteks.tanggal)
    return BahanPaparan(konteks.tampak, evaluasi, peluang.celah, peluang.calon)


@lru_cache(maxsize=64)
def _slides(bahan: BahanPaparan) -> dict[str, Salindia]:
    return build_salindia(bahan)


@lru_cache(maxsize=32)
def get_gambar(bahan: BahanPaparan, gelap: bool) -> dict[str, bytes]:
    """Return the maps of a briefing as PNG, drawn once for all who look at the same view."""
    return draw_peta_salindia(bahan.tampak, tuple(_slides(bahan).values()), gelap=gelap)


def read_acara() -> Acara:
    """Return title, meeting and day from the address; whatever cannot be read is left out."""
    return Acara(
        st.query_params.get(KUNCI_JUDUL, "")[: 4 * PANJANG_JUDUL],
        st.query_params.get(KUNCI_RAPAT, "")[: 4 * PANJANG_RAPAT],
        read_hari(),
    )


def read_hari() -> date | None:
    """Return the day of the meeting from the address; None when there is none or it cannot be read."""
    try:
        rentang = parse_tanggal(st.query_params.get(KUNCI_HARI, "")[:20])
    except ValueError:
        return None
    return rentang.awal if rentang is not None and rentang.presisi == "hari" else None


def field_key(kunci: str) -> str:
    """Return the key of the field that fills in a word of the address."""
    return f"isian_{kunci}"


def is_fixed() -> bool:
    """Tell whether the address holds the day of the position, so that it does not follow today."""
    return isinstance(st.session_state.get("tanggal"), date)


def pin_tanggal(hari: date) -> None:
    """Fix the day of the position; its field writes it into the address."""
    st.session_state["tanggal"] = hari


def put_address(kunci: str, nilai: str) -> None:
    """Write a value into the address; an empty one is taken out.

    With the meeting or the order also the day of the position is fixed: whoever opens the
    address later sees the same briefing.
    """
    if kunci in KUNCI_ACARA and not is_fixed():
        pin_tanggal(read_tanggal())
    if nilai:
        st.query_params[kunci] = nilai
    else:
        st.query_params.pop(kunci, None)


def put_susunan(urutan: tuple[str, ...]) -> None:
    """Write which slides are shown, in which order; the shown slide starts at the first again."""
    put_address(KUNCI_SUSUNAN, write_susunan(urutan))
    put_address(KUNCI_SALINDIA, "")


def is_layar() -> bool:
    """Tell whether the address asks for the full screen."""
    return bool(st.query_params.get(KUNCI_MODE) == MODE_LAYAR)


def open_layar(nomor: int = 1) -> None:
    """Go to the full screen, at a slide."""
    st.query_params[KUNCI_MODE] = MODE_LAYAR
    st.query_params[KUNCI_SALINDIA] = str(nomor)


def close_layar() -> None:
    """Leave the full screen; title, order and filter stay."""
    for kunci in (KUNCI_MODE, KUNCI_SALINDIA):
        st.query_params.pop(kunci, None)
