"""The page from top to bottom: weights, the switch of views, and the one view that is sent."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from kukar_potensi.tampilan.konteks import Konteks
from kukar_potensi.tampilan.peluang.bobot import read_bobot, show_bobot, show_catatan
from kukar_potensi.tampilan.peluang.calon import show_calon
from kukar_potensi.tampilan.peluang.gaya import apply_gaya
from kukar_potensi.tampilan.peluang.inventaris import show_inventaris
from kukar_potensi.tampilan.peluang.jejak import show_jejak
from kukar_potensi.tampilan.peluang.keadaan import Peluang, build_peluang
from kukar_potensi.tampilan.peluang.matriks import show_matriks
from kukar_potensi.tampilan.peluang.metode import show_metode
from kukar_potensi.tampilan.peluang.peringkat import show_peringkat
from kukar_potensi.tampilan.peluang.rencana import show_rencana
from kukar_potensi.tampilan.peluang.transportasi import show_transportasi

KUNCI = "telaah"
METODE = "Metode"
TELAAH: dict[str, Callable[[Peluang], None]] = {
    "Peringkat": show_peringkat,
    "Sektor × kecamatan": show_matriks,
    "Calon kerja sama": show_calon,
    "Transportasi": show_transportasi,
    "Rencana": show_rencana,
    "Jejak Otorita": show_jejak,
    "Inventaris": show_inventaris,
}


def _open_metode() -> None:
    st.session_state[KUNCI] = METODE


def show_halaman(konteks: Konteks) -> None:
    """Show the page; only the chosen view is computed and sent."""
    apply_gaya()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        show_bobot(konteks)
        st.button(
            "Cara menghitung", icon=":material/menu_book:", on_click=_open_metode, type="tertiary", key="buka_metode"
        )
    # a container that is always there: a note that comes and goes must not move the map, or the browser rebuilds it
    with st.container(key="catatan_bobot"):
        show_catatan(konteks)
    pilihan = st.segmented_control(
        "Telaah",
        [*TELAAH, METODE],
        default="Peringkat",
        required=True,
        key=KUNCI,
        bind="query-params",
        label_visibility="collapsed",
    )
    if pilihan == METODE:
        show_metode()
        return
    TELAAH[pilihan or "Peringkat"](build_peluang(konteks, read_bobot(konteks)))
