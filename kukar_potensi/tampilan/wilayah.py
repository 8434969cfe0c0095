"""The chosen area: one choice for map, select box, table and address."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from kukar_potensi.model.himpunan import Himpunan

KUNCI = "wilayah"


@lru_cache(maxsize=4)
def areas_of(himpunan: Himpunan) -> dict[str, str]:
    """Label by code of every kecamatan and then every desa and kelurahan; labels are unique."""
    label = {kode: f"Kecamatan {nama}" for kode, nama in himpunan.kecamatan["nama"].items()}
    for kode, jenis, nama, kecamatan in himpunan.desa[["jenis", "nama", "nama_kecamatan"]].itertuples():
        label[kode] = f"{'Kelurahan' if jenis == 'kelurahan' else 'Desa'} {nama} ({kecamatan})"
    return label


def choose(kode: str) -> None:
    """Choose an area; an empty or unknown code chooses none. A kecamatan opens its desa on the map."""
    st.session_state[KUNCI] = kode or None
    if kode:
        st.session_state["tingkat"] = "desa"
    else:
        st.session_state["tingkat"] = "kecamatan"


def chosen(himpunan: Himpunan) -> str:
    """Return the code of the chosen area, empty for none."""
    kode = st.session_state.get(KUNCI)
    return kode if kode in areas_of(himpunan) else ""
