"""The page put together: one part at a time, so that only what is read is computed and sent."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from kukar_potensi.tampilan.halaman_data.asal import show_asal
from kukar_potensi.tampilan.halaman_data.gaya import apply_gaya
from kukar_potensi.tampilan.halaman_data.kelengkapan import show_kelengkapan
from kukar_potensi.tampilan.halaman_data.kesalahan import show_kesalahan
from kukar_potensi.tampilan.halaman_data.perbedaan import show_perbedaan
from kukar_potensi.tampilan.halaman_data.periksa import show_periksa
from kukar_potensi.tampilan.halaman_data.unduh import show_unduh
from kukar_potensi.tampilan.konteks import Konteks

KUNCI = "bab"
KELENGKAPAN = "Kelengkapan"
PERIKSA = "Periksa berkas saya"
BAB: dict[str, Callable[[Konteks], None]] = {
    KELENGKAPAN: show_kelengkapan,
    "Asal dan sumber": show_asal,
    "Angka yang berbeda": show_perbedaan,
    "Kesalahan": show_kesalahan,
    "Unduh": show_unduh,
    PERIKSA: show_periksa,
}


def show(konteks: Konteks) -> None:
    """Show the choice of parts and the chosen one."""
    apply_gaya()
    pilihan = st.segmented_control(
        "Bagian halaman",
        list(BAB),
        default=KELENGKAPAN,
        required=True,
        key=KUNCI,
        bind="query-params",
        label_visibility="collapsed",
    )
    BAB[pilihan or KELENGKAPAN](konteks)
