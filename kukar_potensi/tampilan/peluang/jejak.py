"""The trail Kukar - Otorita IKN: reported events as a timeline, and what answers each field."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from kukar_potensi.model.jejak_ikn import Peristiwa, agreement_text, count_bidang, list_peristiwa
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI
from kukar_potensi.tampilan.bagian import source_links
from kukar_potensi.tampilan.peluang.keadaan import Peluang

CATATAN = "Dirangkum dari berita yang dapat diakses; bukan arsip surat. {perjanjian} Sektor yang menjawab tiap bidang adalah usulan."


def event_line(peristiwa: Peristiwa) -> str:
    """HTML of one event of the timeline."""
    hari = format_tanggal(peristiwa.tanggal) if peristiwa.tanggal else "tanggal belum diketahui"
    bidang = ", ".join(peristiwa.bidang) or BELUM_DIKETAHUI
    return (
        f"<li><b>{escape(hari)}</b>{escape(peristiwa.uraian)} "
        f"<small>Bidang: {escape(bidang)} · Sumber: {source_links(peristiwa.sumber)}</small></li>"
    )


def _fields(peluang: Peluang) -> None:
    label = peluang.konteks.kamus.label["sektor"]
    jumlah = count_bidang(peluang.konteks.himpunan, peluang.tampak.potensi)
    isi = pd.DataFrame(
        {
            "Bidang": jumlah.index,
            "Disebut": jumlah["peristiwa"].to_numpy(),
            "Potensi": [n if sektor else None for n, sektor in zip(jumlah["potensi"], jumlah["sektor"], strict=True)],
            "Dijawab potensi sektor": [
                ", ".join(label.get(kode, kode) for kode in sektor) or "tata kelola, bukan potensi"
                for sektor in jumlah["sektor"]
            ],
        }
    )
    st.dataframe(
        isi,
        hide_index=True,
        height=35 * (len(isi) + 1) + 3,
        placeholder="–",
        column_config={
            "Bidang": st.column_config.TextColumn(width=140),
            "Disebut": st.column_config.NumberColumn(width=70, help="Dalam berapa peristiwa bidang ini disebut"),
            "Potensi": st.column_config.NumberColumn(width=70, help="Potensi pada saringan ini di sektor-sektor itu"),
        },
        alt="Bidang yang disebut dalam peristiwa dan potensi yang menjawabnya",
    )


def show_jejak(peluang: Peluang) -> None:
    """Show the timeline beside the fields that were asked for."""
    semua = list_peristiwa(peluang.konteks.himpunan)
    st.caption(CATATAN.format(perjanjian=agreement_text(peluang.konteks.himpunan)))
    if not semua:
        st.info("Belum ada peristiwa yang tercatat.", icon=":material/info:")
        return
    kiri, kanan = st.columns([1.4, 1], gap="large")
    with kiri:
        st.markdown(f"##### {len(semua)} peristiwa, terbaru dahulu")
        st.html(f'<ol class="kp-jejak">{"".join(event_line(satu) for satu in semua)}</ol>')
    with kanan:
        st.markdown("##### Bidang yang disebut dan jawabannya")
        _fields(peluang)
        st.text(
            "Otorita meminta inventaris dengan transportasi lebih dahulu, karena itu inventaris disusun dengan bidang perhubungan di depan."
        )
