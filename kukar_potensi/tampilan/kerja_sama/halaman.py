"""The page put together: the opened card, the figures, then one section at a time."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.tampilan.kerja_sama.agenda import show_agenda
from kukar_potensi.tampilan.kerja_sama.angka_status import show_figures, show_heading
from kukar_potensi.tampilan.kerja_sama.garis_waktu import show_garis_waktu
from kukar_potensi.tampilan.kerja_sama.gaya import apply_gaya
from kukar_potensi.tampilan.kerja_sama.grafik import show_grafik
from kukar_potensi.tampilan.kerja_sama.isi import chosen_posisi, read_isi
from kukar_potensi.tampilan.kerja_sama.kartu import show_kartu
from kukar_potensi.tampilan.kerja_sama.register import show_register
from kukar_potensi.tampilan.konteks import Konteks

BAGIAN = {
    "Daftar": show_register,
    "Agenda evaluasi": show_agenda,
    "Garis waktu": show_garis_waktu,
    "Grafik": show_grafik,
}
"""Sections of the page; only the chosen one is computed and sent."""


def show(konteks: Konteks) -> None:
    """Show the page."""
    apply_gaya()
    isi = read_isi(konteks)
    show_kartu(konteks, isi)
    show_figures(isi)
    posisi = chosen_posisi()
    pilihan = st.segmented_control(
        "Bagian",
        list(BAGIAN),
        default="Daftar",
        required=True,
        key="bagian",
        bind="query-params",
        label_visibility="collapsed",
    )
    show_heading(isi, posisi)
    BAGIAN[pilihan or "Daftar"](konteks, isi, posisi)
