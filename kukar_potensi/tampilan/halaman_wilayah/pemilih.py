"""Choose an area: by typing its name, or kecamatan first and then its desa."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.model.kelompok_desa import is_kecamatan, parent_of
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.konteks import Konteks

KUNCI_KECAMATAN = "pilih_kecamatan"
KUNCI_DESA = "pilih_desa"
SELURUHNYA = ""
"""Stands in the second box for the whole kecamatan."""


def show_pemilih(konteks: Konteks) -> str:
    """Show the three boxes, which always agree, and return the code of the chosen area (empty for none)."""
    himpunan = konteks.himpunan
    areas = wilayah.areas_of(himpunan)
    with st.container(horizontal=True, vertical_alignment="bottom", key="kendali_wilayah"):
        st.selectbox(
            "Cari desa, kelurahan, atau kecamatan",
            list(areas),
            index=None,
            format_func=lambda kode: areas.get(kode, kode),
            key=wilayah.KUNCI,
            bind="query-params",
            placeholder="Ketik namanya …",
        )
        kode = wilayah.chosen(himpunan)
        st.session_state[KUNCI_KECAMATAN] = parent_of(kode) or None
        nama = himpunan.kecamatan["nama"]
        st.selectbox(
            "Kecamatan",
            list(nama.sort_values().index),
            index=None,
            format_func=lambda satu: str(nama.get(satu, satu)),
            key=KUNCI_KECAMATAN,
            on_change=_take,
            args=(KUNCI_KECAMATAN,),
            placeholder="Pilih kecamatan",
        )
        _show_desa(konteks, kode)
    return kode


def _show_desa(konteks: Konteks, kode: str) -> None:
    """Show the desa of the chosen kecamatan; before one is chosen the box waits."""
    desa = konteks.himpunan.desa
    isi = desa[desa["kode_kecamatan"] == parent_of(kode)]["nama"].sort_values() if kode else desa["nama"][:0]
    st.session_state[KUNCI_DESA] = SELURUHNYA if is_kecamatan(kode) or not kode else kode
    st.selectbox(
        "Desa/kelurahan",
        [SELURUHNYA, *isi.index],
        format_func=lambda satu: (
            str(isi.get(satu, satu)) if satu else ("Seluruh kecamatan" if kode else "Pilih kecamatan dulu")
        ),
        key=KUNCI_DESA,
        on_change=_take,
        args=(KUNCI_DESA,),
    )


def _take(kunci: str) -> None:
    """Make the choice of one box the chosen area."""
    pilihan = st.session_state.get(kunci)
    if kunci == KUNCI_DESA and pilihan == SELURUHNYA:
        pilihan = st.session_state.get(KUNCI_KECAMATAN)
    wilayah.choose(pilihan or "")
