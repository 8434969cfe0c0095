"""The weights of the rubric on the page: tried with sliders, kept at 100, held in the address."""

from __future__ import annotations

import numpy as np
import streamlit as st

from kukar_potensi.model.bobot import JUMLAH_BOBOT, balance_bobot, set_bobot
from kukar_potensi.model.rubrik import KRITERIA
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.konteks import Konteks
from kukar_potensi.tampilan.peluang.keadaan import Bobot, baku_of, bobot_text

KUNCI = tuple(f"bobot_{kode.lower()}" for kode in KRITERIA)
CATATAN_TKKSD = (
    "Bobot dan tingkat rubrik adalah usulan; TKKSD yang menetapkannya. Bobot percobaan hanya berlaku di halaman ini "
    "dan pada berkas yang diunduh darinya, dan ikut tersimpan di alamat halaman."
)


def read_bobot(konteks: Konteks) -> Bobot:
    """Return the weights in force: those of the sliders, the rubric's own when all are 0."""
    baku = baku_of(konteks)
    nilai = tuple(float(st.session_state.get(kunci, asal)) for kunci, asal in zip(KUNCI, baku, strict=True))
    return nilai if sum(nilai) > 0 else baku


def _keep_sum(letak: int) -> None:
    """Give the other five weights the rest when one was moved."""
    kini = np.array([float(st.session_state[kunci]) for kunci in KUNCI], dtype=np.float64)
    _store(set_bobot(kini, letak, float(kini[letak])).tolist())


def _store(bobot: list[float]) -> None:
    for kunci, nilai in zip(KUNCI, bobot, strict=True):
        st.session_state[kunci] = round(nilai)


def reset_bobot(baku: Bobot) -> None:
    """Bring the rubric's own weights back."""
    _store(list(baku))


def show_bobot(konteks: Konteks) -> None:
    """Show the weights in force, and the sliders behind one tap."""
    baku = baku_of(konteks)
    nama = konteks.himpunan.rubrik["kriteria"]
    with st.container(horizontal=True, vertical_alignment="center", key="panel_bobot"):
        with st.popover("Coba bobot lain", icon=":material/balance:"):
            st.caption("Geser satu bobot; lima lainnya menyesuaikan agar jumlahnya tetap 100.")
            for letak, (kode, kunci) in enumerate(zip(KRITERIA, KUNCI, strict=True)):
                st.slider(
                    f"{kode} · {nama.get(kode, kode)}",
                    0,
                    int(JUMLAH_BOBOT),
                    value=round(baku[letak]),
                    key=kunci,
                    bind="query-params",
                    on_change=_keep_sum,
                    args=(letak,),
                )
            st.caption(CATATAN_TKKSD)
        kini = read_bobot(konteks)
        if kini == baku:
            st.text(f"Bobot baku: {bobot_text(baku)} (usulan, ditetapkan TKKSD)", width="content")
        else:
            st.button("Bobot baku", icon=":material/restart_alt:", on_click=reset_bobot, args=(baku,), key="bobot_baku")
            st.text(f"Bobot percobaan: {bobot_text(kini)}", width="content")


def show_catatan(konteks: Konteks) -> None:
    """Say what a reader must know while other weights are tried."""
    kini = read_bobot(konteks)
    if kini == baku_of(konteks):
        return
    if sum(kini) != JUMLAH_BOBOT:
        setara = bobot_text(tuple(balance_bobot(np.array(kini)).tolist()))
        st.caption(
            f"Jumlah bobot pada alamat ini {format_angka(sum(kini))}, bukan 100. "
            f"Skor dihitung menurut perbandingannya, setara {setara}."
        )
    st.caption(CATATAN_TKKSD)
    if konteks.saringan.relevansi:
        st.caption(
            "Saringan relevansi di atas mengikuti bobot percobaan di halaman ini; hitungan di baris ringkasan memakai bobot baku."
        )
