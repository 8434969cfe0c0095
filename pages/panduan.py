"""Panduan: the first ten minutes, exercises, and what the words and scores mean."""

import streamlit as st

from kukar_potensi.tampilan.konteks import current
from kukar_potensi.tampilan.panduan import bacaan, tur

konteks = current()
kiri, kanan = st.columns([2.4, 1], gap="large")
with kiri:
    st.subheader("Sepuluh menit pertama", anchor=False)
    tur.show_tour(konteks)
with kanan:
    st.subheader("Ikut dari ponsel", anchor=False)
    tur.show_qr()

st.subheader("Lembar latihan bimtek", anchor=False)
tur.show_exercises(konteks)

kiri, kanan = st.columns(2, gap="large")
with kiri:
    st.subheader("Tahap kerja sama daerah", anchor=False)
    bacaan.show_steps()
with kanan:
    st.subheader("Siapa memutuskan apa", anchor=False)
    bacaan.show_deciders()
    st.subheader("Membaca skor dan catatan", anchor=False)
    bacaan.show_scores(konteks)

st.subheader("Mengirim perbaikan", anchor="mengirim-perbaikan")
bacaan.show_corrections()
st.subheader("Glosarium", anchor=False)
bacaan.show_glossary()
st.caption("Untuk mencetak halaman ini, tekan Ctrl+P (di Mac: Cmd+P).")
