"""Counts as charts: by year of signing, by category, by kind of partner; each with its table."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from kukar_potensi.model.evaluasi_aturan import KATEGORI_DESA
from kukar_potensi.model.status import SEMUA_STATUS
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka
from kukar_potensi.tampilan.kerja_sama.isi import DESA, Isi, read_isi
from kukar_potensi.tampilan.kerja_sama.warna import is_gelap, legend, status_colours, text_colour
from kukar_potensi.tampilan.konteks import Konteks

TAHUN = "tahun"
MENURUT = {"Tahun tanda tangan": TAHUN, "Kategori": "kategori", "Jenis mitra": "jenis_mitra"}
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
        st.vega_lite_chart(_spec(konteks, posisi, pilihan, gelap=is_gelap()), width="stretch", key="grafik_jumlah")
    with kanan:
        tabel = hitung.pivot_table(
            index="Kelompok", columns="Status", values="Jumlah", aggfunc="sum", fill_value=0, sort=False
        )
        tabel = tabel[[satu for satu in SEMUA_STATUS if satu in tabel.columns]]
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
    if kolom == TAHUN:
        kelompok = tabel["ttd_awal"].dt.year.astype("Int64").astype("string")
    else:
        kelompok = tabel[kolom].astype("string")
    kelompok = kelompok.fillna(BELUM_DIKETAHUI)
    hitung = (
        pd.DataFrame({"Kelompok": kelompok, "Status": tabel["status"]}).value_counts().rename("Jumlah").reset_index()
    )
    besar = hitung.groupby("Kelompok")["Jumlah"].sum()
    urutan = sorted(besar.index) if kolom == TAHUN else sorted(besar.index, key=lambda k: (-besar[k], k))
    letak = {satu: ke for ke, satu in enumerate(urutan[:BATANG_TERBANYAK])}
    hitung = hitung[hitung["Kelompok"].isin(list(letak))]
    return (
        hitung.assign(urut=hitung["Kelompok"].map(letak))
        .sort_values(["urut", "Status"], kind="stable")
        .reset_index(drop=True)
    )


@lru_cache(maxsize=64)
def _spec(konteks: Konteks, posisi: str, judul: str, *, gelap: bool) -> dict[str, Any]:
    """Return the chart as Vega-Lite: the drawing made once by Altair, the counts put in for this view."""
    hitung = _counts(konteks, posisi, MENURUT[judul])
    status = tuple(satu for satu in SEMUA_STATUS if hitung["Status"].eq(satu).any())
    tinggi = 320 if MENURUT[judul] == TAHUN else 34 * hitung["Kelompok"].nunique() + 60
    return _drawing(judul, status, gelap=gelap) | {"datasets": {"hitung": hitung.to_dict("records")}, "height": tinggi}


@lru_cache(maxsize=32)
def _drawing(judul: str, status: tuple[str, ...], *, gelap: bool) -> dict[str, Any]:
    """Return the drawing without its counts, for the states that occur."""
    tahun = MENURUT[judul] == TAHUN
    warna = text_colour(gelap=gelap)
    urut = alt.EncodingSortField(field="urut", op="min", order="ascending")
    jumlah: dict[str, Any] = {
        "title": "Kerja sama",
        "axis": alt.Axis(tickMinStep=1, tickCount=6, format="d", labelColor=warna),
    }
    if tahun:
        mendatar = alt.Axis(labelAngle=0, labelColor=warna)
        letak: dict[str, Any] = {
            "x": alt.X("Kelompok:N", sort=urut, title=judul, axis=mendatar),
            "y": alt.Y("sum(Jumlah):Q", **jumlah),
        }
    else:
        letak = {
            "y": alt.Y(
                "Kelompok:N",
                sort=urut,
                title=None,
                axis=alt.Axis(labelLimit=alt.ExprRef(expr="windowSize()[0] < 700 ? 130 : 260"), labelColor=warna),
            ),
            "x": alt.X("sum(Jumlah):Q", **jumlah),
        }
    kode = status_colours(gelap=gelap)
    bagan = alt.Chart(alt.NamedData(name="hitung")).mark_bar()
    gambar: dict[str, Any] = bagan.encode(
        color=alt.Color(
            "Status:N",
            scale=alt.Scale(domain=list(status), range=[kode[satu] for satu in status]),
            legend=legend(gelap=gelap),
        ),
        tooltip=["Kelompok:N", "Status:N", "Jumlah:Q"],
        **letak,
    ).to_dict()
    return gambar
