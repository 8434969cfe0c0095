"""Yardstick 1: an empty Streamlit app whose widget writes one line."""

import streamlit as st

pilihan = st.selectbox("Sektor", ["semua", "pertanian", "perikanan", "pariwisata", "industri", "energi"])
st.write(f"Pilihan: {pilihan}")
