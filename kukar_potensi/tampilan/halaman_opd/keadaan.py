"""What the page OPD works with: the chosen agency, the figure that is opened, and the view of both.

The agency stands in the place of the OPD filter: the rest of the filter narrows its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan, build_keselarasan
from kukar_potensi.model.periksa_opd import TERCATAT, Periksa
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.data import Bekal, get_tampak
from kukar_potensi.tampilan.kerja_sama.isi import get_evaluasi
from kukar_potensi.tampilan.konteks import Konteks

KUNCI = "perangkat"
KUNCI_BUKA = "buka"


@dataclass(frozen=True)
class Keadaan:
    """The view of this run without its OPD filter, and the evaluation of its day."""

    konteks: Konteks
    tampak: Tampak
    evaluasi: Evaluasi

    def build(self, opd: str) -> Keselarasan:
        """Return what one agency is told in this view."""
        return build_keselarasan(self.tampak, self.evaluasi, opd)


def read_keadaan(konteks: Konteks) -> Keadaan:
    """Return what the page works with in this run."""
    tampak = get_tampak(konteks.bekal, konteks.tanggal, konteks.saringan.with_(opd=()))
    return Keadaan(konteks, tampak, get_evaluasi(konteks.himpunan, konteks.tanggal))


@lru_cache(maxsize=4)
def labels_of(bekal: Bekal) -> Mapping[str, str]:
    """Return the label of every agency in the order of the choice: offices of kecamatan after the others."""
    label, opd = bekal.kamus.label["opd"], bekal.himpunan.opd
    kantor = opd["kode_kecamatan"].notna().to_dict()
    return {kode: label[kode] for kode in sorted(label, key=lambda kode: bool(kantor.get(kode)))}


def follow_filter(konteks: Konteks) -> None:
    """Open the agency that the OPD filter names, when it names exactly one."""
    if len(konteks.saringan.opd) == 1:
        st.session_state[KUNCI] = konteks.saringan.opd[0]


def chosen_opd(himpunan: Himpunan) -> str:
    """Return the id of the chosen agency, empty for none."""
    kode = st.session_state.get(KUNCI)
    return kode if isinstance(kode, str) and kode in himpunan.opd.index else ""


def choose_opd(kode: str) -> None:
    """Choose an agency; an empty id chooses none. An OPD filter that names others gives way."""
    st.session_state[KUNCI] = kode or None
    release_filter()


def release_filter() -> None:
    """Empty an OPD filter that would bring another agency back, or hide the chosen one."""
    saringan = st.session_state.get("opd") or []
    kode = st.session_state.get(KUNCI)
    if (kode and saringan and kode not in saringan) or (not kode and len(saringan) == 1):
        st.session_state["opd"] = []


def opened(keselarasan: Keselarasan) -> Periksa:
    """Return the figure named in the address; else the first recorded ones that there are."""
    kode = st.query_params.get(KUNCI_BUKA, "")
    daftar = keselarasan.daftar
    dipilih = (satu for satu in daftar if satu.id == kode)
    berisi = (satu for satu in daftar if satu.tanya == TERCATAT and keselarasan.count(satu))
    return next(dipilih, None) or next(berisi, daftar[0])


def open_periksa(kode: str) -> None:
    """Open the rows of a figure; the address keeps it."""
    st.query_params[KUNCI_BUKA] = kode
