"""Counts as charts: by year of signing, by category, by kind of partner; each with its table."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from kukar_potensi.model.evaluasi_aturan import KATEGORI_DESA
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka
from kukar_potensi.tampilan.kerja_sama.isi import DESA, Isi, read_isi
from kukar_potensi.tampilan.kerja_sama.warna import status_colours, text_colour
from kukar_potensi.tampilan.konteks import Konteks

MENURUT = {"Tahun tanda tangan": "tahun", "Kategori": "kategori", "Jenis mitra": "jenis_mitra"}
BATANG_TERBANYAK = 40


def show_grafik(konteks: Konteks, isi: Isi, posisi: str) -> None:
    """Show one count of the rows that the chosen figure counts, stacked by status, and its table."""
    pilihan = st.segmented_control(
        "Dihitung menurut",
        list(MENURUT),
        default="Tahun tanda tangan",
        required=True,
        key="menurut",
        bind="query-params",
    )
    pilihan = pilihan or "Tahun tanda tangan"
    hitung = _counts(konteks, posisi, MENURUT[pilihan])
    if hitung.empty:
        st.info("Tidak ada kerja sama pada saringan ini.")
        return
    kiri, kanan = st.columns([1.8, 1], gap="medium")
    with kiri:
        st.altair_chart(_chart(hitung, pilihan, tahun=MENURUT[pilihan] == "tahun"), width="stretch", theme="streamlit")
    with kanan:
        tabel = hitung.pivot_table(
            index="Kelompok", columns="Status", values="Jumlah", aggfunc="sum", fill_value=0, sort=False
        )
        tabel.insert(0, "Jumlah", tabel.sum(axis=1))
        st.dataframe(tabel.rename_axis(pilihan).reset_index(), hide_index=True, key="tabel_grafik")
    st.caption(_caption(isi.count(posisi), pilihan, posisi))


def _caption(semua: int, pilihan: str, posisi: str) -> str:
    apa = KATEGORI_DESA.lower() if posisi == DESA else "kerja sama"
    kalimat = f"Jumlah seluruhnya {format_angka(semua)} {apa}; setiap baris dihitung sekali."
    if pilihan == "Tahun tanda tangan":
        kalimat += " Yang tercatat bukan seluruh yang ditandatangani, jadi naik turunnya bukan ukuran kinerja."
    return kalimat


@lru_cache(maxsize=64)
def _counts(konteks: Konteks, posisi: str, kolom: str) -> pd.DataFrame:
    """Return Kelompok, Status, Jumlah: years in order, other groups largest first."""
    tabel = read_isi(konteks).rows(posisi)
    if kolom == "tahun":
        kelompok = tabel["ttd_awal"].dt.year.astype("Int64").astype("string")
    else:
        kelompok = tabel[kolom].astype("string")
    kelompok = kelompok.fillna(BELUM_DIKETAHUI)
    hitung = (
        pd.DataFrame({"Kelompok": kelompok, "Status": tabel["status"]}).value_counts().rename("Jumlah").reset_index()
    )
    besar = hitung.groupby("Kelompok")["Jumlah"].sum()
    urutan = sorted(besar.index) if kolom == "tahun" else sorted(besar.index, key=lambda k: (-besar[k], k))
    letak = {satu: ke for ke, satu in enumerate(urutan[:BATANG_TERBANYAK])}
    hitung = hitung[hitung["Kelompok"].isin(list(letak))]
    return (
        hitung.assign(urut=hitung["Kelompok"].map(letak))
        .sort_values(["urut", "Status"], kind="stable")
        .reset_index(drop=True)
    )


def _chart(hitung: pd.DataFrame, judul: str, *, tahun: bool) -> alt.Chart:
    warna = {s: kode for s, kode in status_colours().items() if hitung["Status"].eq(s).any()}
    urutan = list(hitung["Kelompok"].unique())
    kelompok: dict[str, Any] = {"sort": urutan, "title": judul if tahun else None}
    jumlah: dict[str, Any] = {
        "title": "Kerja sama",
        "axis": alt.Axis(tickMinStep=1, tickCount=6, format="d", labelColor=text_colour()),
    }
    arah: dict[str, Any] = (
        {
            "x": alt.X("Kelompok:N", axis=alt.Axis(labelAngle=0, labelColor=text_colour()), **kelompok),
            "y": alt.Y("sum(Jumlah):Q", **jumlah),
        }
        if tahun
        else {
            "y": alt.Y("Kelompok:N", axis=alt.Axis(labelLimit=260, labelColor=text_colour()), **kelompok),
            "x": alt.X("sum(Jumlah):Q", **jumlah),
        }
    )
    bagan: alt.Chart = (
        alt.Chart(hitung)
        .mark_bar()
        .encode(
            color=alt.Color(
                "Status:N",
                scale=alt.Scale(domain=list(warna), range=list(warna.values())),
                legend=alt.Legend(orient="top", title=None, labelLimit=320, labelColor=text_colour()),
            ),
            tooltip=["Kelompok:N", "Status:N", "Jumlah:Q"],
            **arah,
        )
        .properties(height=320 if tahun else 34 * len(urutan) + 60)
    )
    return bagan
