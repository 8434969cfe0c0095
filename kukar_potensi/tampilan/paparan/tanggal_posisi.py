"""Keep the day of the position in the address of the briefing, and say where it is not that of the meeting."""

from __future__ import annotations

from datetime import date

import streamlit as st

from kukar_potensi.tampilan.angka import format_hari
from kukar_potensi.tampilan.konteks import Konteks, today
from kukar_potensi.tampilan.paparan.isi import is_fixed, pin_tanggal, read_hari

TERJAUH_TAHUN = 9
"""A meeting further away than this is not offered as the day of the position: the field takes ten years."""


def show_tanggal(konteks: Konteks) -> None:
    """Say which day the address holds, and offer to fix it or to take that of the meeting."""
    rapat = read_hari()
    if not is_fixed():
        _offer(
            f"Alamat ini belum memuat tanggal posisi: yang membukanya pada hari lain melihat posisi hari itu, bukan "
            f"{format_hari(konteks.tanggal)}.",
            f"Tetapkan posisi per {format_hari(konteks.tanggal)}",
            konteks.tanggal,
        )
    if rapat is None or rapat == konteks.tanggal:
        return
    kalimat = f"Tanggal rapat {format_hari(rapat)}, posisi kerja sama per {format_hari(konteks.tanggal)}."
    if rapat > today():
        kalimat += " Posisi pada tanggal mendatang dihitung dari yang tercatat sekarang."
    if abs(rapat.year - today().year) <= TERJAUH_TAHUN:
        _offer(kalimat, "Samakan posisi dengan tanggal rapat", rapat)
    else:
        st.text(kalimat)


def _offer(kalimat: str, tombol: str, hari: date) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"tawaran_{hari.isoformat()}_{len(tombol)}"):
        st.markdown(f":material/event: {kalimat}", width="content")
        st.button(tombol, key=f"pakai_tanggal_{len(tombol)}", on_click=pin_tanggal, args=(hari,))
