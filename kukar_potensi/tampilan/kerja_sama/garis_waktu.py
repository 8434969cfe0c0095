"""The timeline: one bar a cooperation from signing to end, open-ended ones fade, today is marked."""

from __future__ import annotations

from functools import lru_cache

import altair as alt
import pandas as pd
import streamlit as st

from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.kerja_sama.isi import Isi, read_isi
from kukar_potensi.tampilan.kerja_sama.warna import line_colour, status_colours, text_colour
from kukar_potensi.tampilan.konteks import Konteks

BATANG_TERBANYAK = 100
TINGGI_BATANG = 19
PANJANG_NAMA = 38
HARI_SINGKAT = 45
"""Shortest bar in days, so that a beginning is seen."""


def show_garis_waktu(konteks: Konteks, isi: Isi, posisi: str) -> None:
    """Show the timeline of the rows that the chosen figure counts, and its table."""
    semua = isi.count(posisi)
    batang = _bars(konteks, posisi)
    if batang.empty:
        st.info("Tidak ada kerja sama bertanggal tanda tangan pada saringan ini.")
        return
    st.altair_chart(_chart(batang, konteks), width="stretch", theme="streamlit")
    st.caption(_caption(semua, batang, isi.rows(posisi)))
    with st.expander("Tabel garis waktu", icon=":material/table:"):
        st.dataframe(
            batang[["Kode", "Kerja sama", "Mitra", "Mulai", "Berakhir", "Status"]], hide_index=True, key="tabel_garis"
        )


def _caption(semua: int, batang: pd.DataFrame, tabel: pd.DataFrame) -> str:
    tanpa = int(tabel["ttd_awal"].isna().sum())
    bagian = [f"{format_angka(len(batang))} dari {format_angka(semua)} kerja sama digambar, yang terbaru di atas."]
    if tanpa:
        bagian.append(f"{format_angka(tanpa)} tanpa tanggal tanda tangan tidak dapat digambar.")
    if len(batang) == BATANG_TERBANYAK:
        bagian.append("Persempit saringan untuk melihat yang lebih lama.")
    bagian.append(
        "Batang yang memudar: tanggal berakhirnya belum tercatat. Tanggal yang hanya diketahui tahun atau bulannya digambar dari hari pertama sampai hari terakhirnya."
    )
    return " ".join(bagian)


@lru_cache(maxsize=32)
def _bars(konteks: Konteks, posisi: str) -> pd.DataFrame:
    """Return one bar a row: mulai_hari, akhir_hari, terbuka, and texts to read; newest first."""
    tabel = read_isi(konteks).rows(posisi).dropna(subset=["ttd_awal"])
    tabel = tabel.sort_values("ttd_awal", ascending=False, kind="stable")[:BATANG_TERBANYAK]
    hari_ini = pd.Timestamp(konteks.tanggal)
    terbuka = tabel["berakhir_akhir"].isna()
    singkat = tabel["ttd_awal"] + pd.Timedelta(days=HARI_SINGKAT)
    akhir = tabel["berakhir_akhir"].fillna(hari_ini)
    nama = tabel.index.astype("str") + " · " + tabel["mitra"].str.slice(0, PANJANG_NAMA)
    return pd.DataFrame(
        {
            "Kode": tabel.index.astype("str"),
            "Nama": nama.to_numpy(),
            "Kerja sama": tabel["judul"].to_numpy(),
            "Mitra": tabel["mitra"].to_numpy(),
            "Mulai": [format_tanggal(t) for t in tabel["tanggal_ttd"]],
            "Berakhir": [format_tanggal(t) for t in tabel["tanggal_berakhir"]],
            "Status": tabel["status"].to_numpy(),
            "mulai_hari": tabel["ttd_awal"].to_numpy(),
            "akhir_hari": akhir.where(akhir.gt(singkat), singkat).to_numpy(),
            "terbuka": terbuka.to_numpy(bool),
        }
    )


def _chart(batang: pd.DataFrame, konteks: Konteks) -> alt.LayerChart | alt.FacetChart:
    warna = {status: kode for status, kode in status_colours().items() if batang["Status"].eq(status).any()}
    dasar = alt.Chart(batang).encode(
        y=alt.Y(
            "Nama:N",
            sort=list(batang["Nama"]),
            title=None,
            axis=alt.Axis(labelLimit=300, labelOverlap=False, ticks=False, domain=False, labelColor=text_colour()),
        ),
        x=alt.X(
            "mulai_hari:T",
            title=None,
            axis=alt.Axis(format="%Y", tickCount="year", orient="top", grid=True, labelColor=text_colour()),
        ),
        x2="akhir_hari:T",
        tooltip=["Kode:N", "Kerja sama:N", "Mitra:N", "Mulai:N", "Berakhir:N", "Status:N"],
    )
    skala = alt.Scale(domain=list(warna), range=list(warna.values()))
    tutup = (
        dasar.transform_filter("!datum.terbuka")
        .mark_bar(height=11, cornerRadius=2)
        .encode(
            color=alt.Color(
                "Status:N",
                scale=skala,
                legend=alt.Legend(orient="top", title=None, labelLimit=320, labelColor=text_colour()),
            )
        )
    )
    lapisan: list[alt.Chart] = [tutup]
    for status, kode in warna.items():
        pudar = {
            "gradient": "linear",
            "x1": 0, "x2": 1, "y1": 0, "y2": 0,
            "stops": [{"offset": 0, "color": kode}, {"offset": 1, "color": f"{kode}18"}],
        }  # fmt: skip
        lapisan.append(
            dasar.transform_filter((alt.datum.terbuka) & (alt.datum.Status == status)).mark_bar(height=11, color=pudar)
        )
    hari = pd.DataFrame({"hari": [pd.Timestamp(konteks.tanggal)], "teks": [format_hari(konteks.tanggal)]})
    garis = (
        alt.Chart(hari)
        .mark_rule(color=line_colour(), strokeWidth=2, strokeDash=[5, 3])
        .encode(x="hari:T", tooltip="teks:N")
    )
    tanda = (
        alt.Chart(hari)
        .mark_text(color=line_colour(), align="left", dx=4, dy=-5, fontWeight=600, baseline="bottom")
        .encode(x="hari:T", y=alt.value(0), text="teks:N")
    )
    return alt.layer(*lapisan, garis, tanda).properties(height=TINGGI_BATANG * len(batang) + 40)
