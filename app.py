"""Kukar Potensi: page configuration, navigation, run."""

import streamlit as st

from kukar_potensi.tampilan import kerangka

st.set_page_config(
    page_title="Kukar Potensi",
    page_icon="/app/static/ikon.png",
    layout="wide",
    initial_sidebar_state="collapsed",
)
kerangka.run()
