"""The timeline: one bar a cooperation from signing to end, open-ended ones fade, today is marked."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from kukar_potensi.model.status import SEMUA_STATUS
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.kerja_sama.isi import Isi, read_isi
from kukar_potensi.tampilan.kerja_sama.warna import is_gelap, legend, line_colour, status_colours, text_colour
from kukar_potensi.tampilan.konteks import Konteks

BATANG_TERBANYAK = 100
TINGGI_BATANG = 19
TINGGI_KEPALA = 110
PANJANG_NAMA = 38
LEBAR_NAMA = "windowSize()[0] < 700 ? 96 : 300"
"""Width of the names in pixels, less on a phone; a Vega expression."""
HARI_SINGKAT = 45
"""Shortest bar in days, so that a beginning is seen."""


def show_garis_waktu(konteks: Konteks, isi: Isi, posisi: str) -> None:
    """Show the timeline of the rows that the chosen figure counts, and its table."""
    semua = isi.count(posisi)
    batang = _bars(konteks, posisi)
    if batang.empty:
        st.info("Tidak ada kerja sama bertanggal tanda tangan pada saringan ini.")
        return
    st.vega_lite_chart(_spec(konteks, posisi, gelap=is_gelap()), width="stretch", key="garis_waktu")
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


@lru_cache(maxsize=32)
def _spec(konteks: Konteks, posisi: str, *, gelap: bool) -> dict[str, Any]:
    """Return the chart as Vega-Lite: the drawing made once by Altair, the rows put in for this view."""
    batang = _bars(konteks, posisi)
    status = tuple(satu for satu in SEMUA_STATUS if batang["Status"].eq(satu).any())
    hari = [{"hari": _moment(konteks.tanggal), "teks": format_hari(konteks.tanggal)}]
    awal, akhir = batang["mulai_hari"].min(), batang["akhir_hari"].max()
    ke_kiri = bool(pd.Timestamp(konteks.tanggal) - awal > akhir - pd.Timestamp(konteks.tanggal))
    return _drawing(status, gelap=gelap, ke_kiri=ke_kiri) | {
        "datasets": {"batang": _records(batang), "hari": hari},
        "height": TINGGI_BATANG * len(batang) + TINGGI_KEPALA,
    }


def _records(batang: pd.DataFrame) -> list[dict[str, Any]]:
    isi = batang.assign(
        mulai_hari=[_moment(h) for h in batang["mulai_hari"]],
        akhir_hari=[_moment(h) for h in batang["akhir_hari"]],
        urut=range(len(batang)),
    )
    return [{str(nama): nilai for nama, nilai in satu.items()} for satu in isi.to_dict("records")]


def _moment(hari: date) -> str:
    """Return midnight of a day in the reader's own zone; a bare date would be read as UTC."""
    return f"{hari:%Y-%m-%d}T00:00:00"


@lru_cache(maxsize=32)
def _drawing(status: tuple[str, ...], *, gelap: bool, ke_kiri: bool) -> dict[str, Any]:
    """Return the drawing without its rows, for the states that occur; Altair is slow, so it is kept.

    `ke_kiri` writes the day to the left of its line, where there is room.
    """
    warna = {satu: status_colours(gelap=gelap)[satu] for satu in status}
    dasar = _bar_base(gelap=gelap)
    skala = alt.Scale(domain=list(warna), range=list(warna.values()))
    tutup = dasar.transform_filter("!datum.terbuka").mark_bar(height=11, cornerRadius=2)
    lapisan: list[alt.Chart] = [tutup.encode(color=alt.Color("Status:N", scale=skala, legend=legend(gelap=gelap)))]
    for satu, kode in warna.items():
        pudar = {
            "gradient": "linear",
            "x1": 0, "x2": 1, "y1": 0, "y2": 0,
            "stops": [{"offset": 0, "color": kode}, {"offset": 1, "color": f"{kode}18"}],
        }  # fmt: skip
        milik = dasar.transform_filter((alt.datum.terbuka) & (alt.datum.Status == satu))
        lapisan.append(milik.mark_bar(height=11, color=pudar))
    hari = alt.Chart(alt.NamedData(name="hari")).encode(x="hari:T")
    warna_hari = line_colour(gelap=gelap)
    garis = hari.mark_rule(color=warna_hari, strokeWidth=2, strokeDash=[5, 3]).encode(tooltip="teks:N")
    tanda = hari.mark_text(
        color=warna_hari,
        align="right" if ke_kiri else "left",
        dx=-4 if ke_kiri else 4,
        dy=-5,
        fontWeight=600,
        baseline="bottom",
    )
    gambar: dict[str, Any] = alt.layer(*lapisan, garis, tanda.encode(y=alt.value(0), text="teks:N")).to_dict()
    return gambar


def _bar_base(*, gelap: bool) -> alt.Chart:
    """Return what every bar shares: one line a cooperation, from its first to its last day."""
    warna = text_colour(gelap=gelap)
    urut = alt.EncodingSortField(field="urut", op="min", order="ascending")
    nama = alt.Axis(
        labelLimit=alt.ExprRef(expr=LEBAR_NAMA),
        labelOverlap=False,
        labelFlush=False,
        ticks=False,
        domain=False,
        labelColor=warna,
    )
    tahun = alt.Axis(format="%Y", tickCount="year", orient="top", grid=True, labelColor=warna)
    dasar: alt.Chart = alt.Chart(alt.NamedData(name="batang")).encode(
        y=alt.Y("Nama:N", sort=urut, title=None, axis=nama),
        x=alt.X("mulai_hari:T", title=None, axis=tahun),
        x2="akhir_hari:T",
        tooltip=["Kode:N", "Kerja sama:N", "Mitra:N", "Mulai:N", "Berakhir:N", "Status:N"],
    )
    return dasar
