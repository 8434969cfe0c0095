"""The small map: where the agency's potensi lie, coloured by its own counts; a click filters the page."""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from html import escape

import numpy as np
import streamlit as st
from streamlit_folium import st_folium

from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.milik_opd import WILAYAH, kecamatan_of, own_masks
from kukar_potensi.peta.dasar import Perubahan, build_map, start_settings
from kukar_potensi.peta.kelas import KOSONG, Kelas, classify, legend, palette
from kukar_potensi.peta.muatan import Lukisan, build_lukisan
from kukar_potensi.tampilan.data import Bekal
from kukar_potensi.tampilan.konteks import Konteks
from kukar_potensi.tampilan.peta import static_address

TINGGI_PIKSEL = 240
KUNCI_PETA = "peta_opd"
INDIKATOR = "potensi"


def paint_opd(keselarasan: Keselarasan, *, gelap: bool) -> Lukisan:
    """Return the map of an agency: kecamatan, or the desa of an office's kecamatan, by its own potensi.

    Classes come from the agency's counts without any filter, so that colours stay
    comparable while the filter changes.
    """
    milik, indeks = keselarasan.milik, keselarasan.milik.indeks
    di_desa = keselarasan.basis == WILAYAH
    dasar = build_lukisan(milik, tingkat="desa" if di_desa else "kecamatan", indikator=INDIKATOR, gelap=gelap)
    cacah = milik.cacah_desa if di_desa else milik.cacah_kecamatan
    tempat = indeks.tabel_potensi.tempat
    semua = (tempat.desa if di_desa else tempat.kecamatan).count(own_masks(indeks, keselarasan.opd)[0])
    daftar = semua.tolist()
    kelas = classify(INDIKATOR, cacah.potensi.astype(np.float64), semua.astype(np.float64), cacah.terpilih)
    angka = [None if ada == 0 else n for n, ada in zip(cacah.potensi.tolist(), daftar, strict=True)]
    bingkai = dasar.muatan["bingkai"] or ([kecamatan_of(indeks.himpunan, keselarasan.opd)] if di_desa else [])
    muatan = dasar.muatan | {"kelas": kelas, "nilai": angka, "warna": palette(INDIKATOR, daftar), "bingkai": bingkai}
    garis = (*legend(INDIKATOR, daftar), Kelas(None, "belum ada yang tercatat", KOSONG))
    return dataclasses.replace(
        dasar, muatan=muatan, legenda=garis, jumlah={satu.tanda: kelas.count(satu.tanda) for satu in garis}
    )


def show_peta_kecil(konteks: Konteks, keselarasan: Keselarasan) -> None:
    """Show the map and its legend in one line."""
    lukisan = paint_opd(keselarasan, gelap=st.context.theme.type == "dark")
    alamat = static_address()
    with st.container(key=f"bingkai_{KUNCI_PETA}"):
        st_folium(
            build_map(konteks.bekal.manifes, alamat, _settings(konteks.bekal, alamat)),
            key=KUNCI_PETA,
            feature_group_to_add=Perubahan(lukisan.muatan),
            height=TINGGI_PIKSEL,
            use_container_width=True,
            returned_objects=[],
            on_change=_on_click,
        )
    st.html(_legend(lukisan, keselarasan.basis))


def choose_wilayah(kode: str) -> None:
    """Narrow the shared filter to one area, so that the whole page follows; empty takes the area out."""
    st.session_state["kecamatan"] = [kode] if kode and len(kode) == len("64.02.06") else []
    st.session_state["desa"] = [kode] if len(kode) > len("64.02.06") else []


def _on_click() -> None:
    nilai = st.session_state.get(KUNCI_PETA)
    if isinstance(nilai, dict) and isinstance(nilai.get("klik"), str):
        choose_wilayah(nilai["klik"])


@lru_cache(maxsize=4)
def _settings(bekal: Bekal, alamat: str) -> str:
    return start_settings(bekal.manifes, alamat)


def _legend(lukisan: Lukisan, basis: str) -> str:
    """Return the classes in one line, each with its number of areas."""
    satuan = "desa/kelurahan" if basis == WILAYAH else "kecamatan"
    butir = "".join(
        f"<li>{_swatch(satu)}{escape(satu.label)} <b>({lukisan.jumlah[satu.tanda]})</b></li>"
        for satu in lukisan.legenda
        if lukisan.jumlah[satu.tanda]
    )
    return (
        f'<div class="kp-legenda"><p>Potensi per {satuan} (banyaknya {satuan}). Klik peta untuk menyaring halaman.</p>'
        f'<ul class="kp-sebaris">{butir}</ul></div>'
    )


def _swatch(kelas: Kelas) -> str:
    if kelas.warna is None:
        return '<i class="kp-warna kp-arsir"></i>'
    return f'<i class="kp-warna" style="background:{escape(kelas.warna)}"></i>'
