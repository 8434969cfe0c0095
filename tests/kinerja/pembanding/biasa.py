"""Yardstick 2: the usual way to write it, honest and idiomatic: Choropleth and markers through st_folium on every rerun."""

import os
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

DATA = Path(os.environ.get("KUKAR_DATA") or Path(__file__).resolve().parents[3] / "data")
st.set_page_config(layout="wide")


@st.cache_data
def load() -> tuple[gpd.GeoDataFrame, pd.DataFrame, pd.DataFrame]:
    desa = gpd.read_file(DATA / "wilayah" / "desa.geojson")
    potensi = pd.read_csv(DATA / "potensi.csv", dtype=str)
    kerja_sama = pd.read_csv(DATA / "kerja_sama.csv", dtype=str)
    return desa, potensi, kerja_sama


desa, potensi, kerja_sama = load()
sektor = st.selectbox("Sektor", ["semua", *sorted(potensi["sektor"].dropna().unique())])
if sektor != "semua":
    potensi = potensi[potensi["sektor"] == sektor]
    kerja_sama = kerja_sama[kerja_sama["sektor"] == sektor]

a, b = st.columns(2)
a.metric("Potensi", len(potensi))
b.metric("Kerja sama", len(kerja_sama))

letak = potensi.assign(kode=potensi["kode_desa"].str.split("; ")).explode("kode").dropna(subset=["kode"])
jumlah = letak.groupby("kode").size().rename("jumlah").reset_index()
isi = desa.merge(jumlah, on="kode", how="left").fillna({"jumlah": 0})

peta = folium.Map(location=[0.05, 116.6], zoom_start=8, tiles=None)
folium.Choropleth(
    geo_data=isi,
    data=isi,
    columns=["kode", "jumlah"],
    key_on="feature.properties.kode",
    fill_color="YlGnBu",
    legend_name="Jumlah potensi",
).add_to(peta)
folium.GeoJson(
    isi,
    style_function=lambda _: {"fillOpacity": 0, "weight": 0.5},
    tooltip=folium.GeoJsonTooltip(["nama", "nama_kecamatan", "jumlah"]),
).add_to(peta)
for baris in letak.merge(desa[["kode", "lat", "lon"]], on="kode").itertuples():
    folium.Marker([baris.lat, baris.lon], popup=baris.nama, tooltip=baris.sektor).add_to(peta)
st_folium(peta, use_container_width=True, height=580)
st.dataframe(potensi)
