"""What a page works with: data set, filter, date and the filtered view, the same for everything on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus import Kamus
from kukar_potensi.model.saringan import PANJANG_CARI, Saringan
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.data import Bekal, get_bekal, get_tampak

KUNCI_BINGKAI = "_bingkai"
"""Set once the session has run app.py; see `_ensure_frame`."""
BIDANG_GANDA = ("sektor", "relevansi", "kecamatan", "desa", "opd", "status", "tahun")


KOSONG = Saringan()


@dataclass(frozen=True)
class Konteks:
    """The filtered view of this run; `semua` is the same day without any filter."""

    bekal: Bekal
    saringan: Saringan
    tanggal: date
    tampak: Tampak
    semua: Tampak

    @property
    def himpunan(self) -> Himpunan:
        """The whole data set."""
        return self.bekal.himpunan

    @property
    def kamus(self) -> Kamus:
        """Labels of every code that a filter can hold."""
        return self.bekal.kamus


def read_saringan() -> Saringan:
    """Build the filter from the widgets of this run."""
    isi = (tuple(st.session_state.get(nama) or ()) for nama in BIDANG_GANDA)
    cari = (st.session_state.get("cari") or "").strip()[: 10 * PANJANG_CARI]  # `Saringan` reads no further
    return _saringan(st.session_state.get("jenis") or "keduanya", cari, *isi)


@lru_cache(maxsize=1024)
def _saringan(jenis: str, cari: str, *isi: tuple[str, ...]) -> Saringan:
    return Saringan(jenis=jenis, cari=cari, **dict(zip(BIDANG_GANDA, isi, strict=True)))


def read_tanggal() -> date:
    """Day on which every status is told: the chosen one, else today."""
    pilihan = st.session_state.get("tanggal")
    return pilihan if isinstance(pilihan, date) else today()


def today() -> date:
    """Today in Kutai Kartanegara (WITA, UTC+8)."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415

    return (datetime.now(UTC) + timedelta(hours=8)).date()


def _ensure_frame() -> None:
    """Run app.py when Streamlit has started a file of pages/ alone.

    Until `st.navigation` was called once in a process, Streamlit takes pages/ for its older way of several pages:
    the first visitor of a link such as /opd would get the page without the frame round it. Whoever else comes in the
    same moment may find that the other has called it meanwhile: what counts is whether this session has seen the frame.
    """
    if PagesManager.uses_pages_directory or not st.session_state.get(KUNCI_BINGKAI):
        st.session_state[KUNCI_BINGKAI] = True  # once: a script without a frame runs all the same
        PagesManager.uses_pages_directory = False
        st.rerun()


def current() -> Konteks:
    """Return the view that everything on the page shares.

    Raises:
        GalatData: the data folder cannot be read.
    """
    _ensure_frame()
    bekal, tanggal, saringan = get_bekal(), read_tanggal(), read_saringan()
    return Konteks(bekal, saringan, tanggal, get_tampak(bekal, tanggal, saringan), get_tampak(bekal, tanggal, KOSONG))
