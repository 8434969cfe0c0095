"""The officer's four questions: each answered by figures, each figure a button that opens its rows."""

from __future__ import annotations

from html import escape

import streamlit as st

from kukar_potensi.model.evaluasi_kurang import unjudged_text
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.periksa_opd import SEMUA_TANYA, Periksa
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.halaman_opd.keadaan import open_periksa


def show_tanya(keselarasan: Keselarasan, terbuka: Periksa) -> None:
    """Show the questions side by side; the opened figure is filled."""
    with st.container(key="tanya_opd"):
        for lajur, tanya in zip(st.columns(len(SEMUA_TANYA), gap="medium"), SEMUA_TANYA, strict=True):
            with lajur:
                st.html(f'<h3 class="kp-tanya">{escape(tanya)}</h3>')
                for satu in keselarasan.daftar:
                    if satu.tanya == tanya:
                        _figure(keselarasan, satu, terbuka)


def _figure(keselarasan: Keselarasan, periksa: Periksa, terbuka: Periksa) -> None:
    st.button(
        f"**{format_angka(keselarasan.count(periksa), 0)}** {periksa.sebutan}{unjudged_text(keselarasan.count_unjudged(periksa))}",
        key=f"periksa_{periksa.id}",
        type="primary" if periksa == terbuka else "secondary",
        on_click=open_periksa,
        args=(periksa.id,),
        width="stretch",
    )
