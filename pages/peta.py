"""Peta: where potensi and cooperations lie, and what each area holds."""

import streamlit as st

from kukar_potensi.tampilan import panel_wilayah, peta, tabel
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.konteks import current

konteks = current()
# Places from top to bottom; an empty one keeps its place, so that the browser keeps its map. On a phone the style puts
# headline and controls before the figures: people look for their own desa there, and see what choosing it did.
tajuk = st.container(key="tajuk_peta")
show_figures(panel_wilayah.figures(konteks))
kendali = st.container(key="atas_peta")
kiri, kanan = st.columns([2.4, 1], gap="medium")
lukisan = peta.show_map_first(konteks, kendali, kiri)
with tajuk:
    panel_wilayah.show_headline(konteks)
with kiri:
    peta.show_sector_legend(konteks)
with kanan:
    peta.show_legend(lukisan)
    panel_wilayah.show_facts(konteks)
panel_wilayah.show_rows(konteks)
tabel.show_tables(konteks)
