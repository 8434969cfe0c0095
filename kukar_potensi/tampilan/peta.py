"""The map on a page: what it shows, its legend, and what a click on it does."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from urllib.parse import quote

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit_folium import st_folium

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.peta.bentuk import BENTUK, BENTUK_BAWAAN
from kukar_potensi.peta.dasar import Perubahan, build_map, start_settings
from kukar_potensi.peta.kelas import INDIKATOR, Kelas
from kukar_potensi.peta.muatan import UBIN, Lukisan, Tingkat, build_lukisan
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.data import Bekal
from kukar_potensi.tampilan.giliran import GILIRAN
from kukar_potensi.tampilan.konteks import Konteks

TINGGI_PIKSEL = 580
KUNCI_PETA = "peta_kukar"
PILIHAN = {wilayah.KUNCI: None, "warna": "potensi", "tingkat": "kecamatan", "titik": True, "dasar": next(iter(UBIN))}
"""Controls of the map, by the keys that they keep their values under, and the values that they begin with."""
JEDA_DETIK = 0.05
"""How long a rerun waits after the map (see `show_map_first`); it costs no processor time."""
TINGKAT = {"kecamatan": "20 kecamatan", "desa": "237 desa/kelurahan"}


def static_address() -> str:
    """Return the address of the static folder, with the base path if the service has one."""
    dasar = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{dasar}/app/static" if dasar else "/app/static"


@lru_cache(maxsize=4)
def _settings(bekal: Bekal, alamat: str) -> str:
    return start_settings(bekal.manifes, alamat)


def show_controls(konteks: Konteks) -> None:
    """Show the choices of the map: area, level, what is coloured, points, base map."""
    areas = wilayah.areas_of(konteks.himpunan)
    with st.container(horizontal=True, vertical_alignment="center", key="kendali_peta"):
        st.selectbox(
            "Desa, kelurahan, atau kecamatan Anda",
            list(areas),
            index=None,
            format_func=lambda kode: areas.get(kode, kode),
            key=wilayah.KUNCI,
            bind="query-params",
            on_change=lambda: wilayah.choose(st.session_state[wilayah.KUNCI] or ""),
            placeholder="Cari desa, kelurahan, atau kecamatan Anda …",
            label_visibility="collapsed",
        )
        st.selectbox(
            "Warna peta",
            list(INDIKATOR),
            format_func=lambda kunci: f"Warna: {INDIKATOR[kunci].label}",
            label_visibility="collapsed",
            key="warna",
            bind="query-params",
        )
        st.segmented_control(
            "Rinci sampai",
            list(TINGKAT),
            default="kecamatan",
            required=True,
            format_func=lambda kunci: f"Per {kunci}",
            label_visibility="collapsed",
            key="tingkat",
            bind="query-params",
        )
        with st.popover("Tampilan", icon=":material/layers:"):
            st.toggle("Titik potensi dan kerja sama", value=True, key="titik", bind="query-params")
            st.radio(
                "Peta dasar",
                list(UBIN),
                key="dasar",
                help="Peta dasar daring memerlukan internet. Bawaannya tidak dipakai.",
            )


def paint(konteks: Konteks) -> Lukisan:
    """Return classes, legend and payload for the choices of this run."""
    tingkat: Tingkat = "desa" if st.session_state.get("tingkat") == "desa" else "kecamatan"
    return build_lukisan(
        konteks.tampak,
        tingkat=tingkat,
        indikator=st.session_state.get("warna") or "potensi",
        pilih=wilayah.chosen(konteks.himpunan),
        titik=bool(st.session_state.get("titik", True)),
        gelap=st.context.theme.type == "dark",
        ubin=st.session_state.get("dasar") or next(iter(UBIN)),
    )


def _on_click() -> None:
    nilai = st.session_state.get(KUNCI_PETA)
    if isinstance(nilai, dict) and isinstance(nilai.get("klik"), str):
        wilayah.choose(nilai["klik"])


def show_map(konteks: Konteks, lukisan: Lukisan, kunci: str = KUNCI_PETA) -> None:
    """Show the map; the browser keeps it and repaints in place when the payload changes."""
    alamat = static_address()
    peta = build_map(konteks.bekal.manifes, alamat, _settings(konteks.bekal, alamat))
    with st.container(key=f"bingkai_{kunci}"):
        st_folium(
            peta,
            key=kunci,
            feature_group_to_add=Perubahan(lukisan.muatan),
            height=TINGGI_PIKSEL,
            use_container_width=True,
            returned_objects=[],
            on_change=_on_click,
        )


def _choices() -> list[object]:
    """Return the values of the controls; one that Streamlit has forgotten begins anew."""
    nilai = {kunci: st.session_state.get(kunci) for kunci in PILIHAN}
    return [PILIHAN[kunci] if satu is None else satu for kunci, satu in nilai.items()]


def show_map_first(konteks: Konteks, kendali: DeltaGenerator, bingkai: DeltaGenerator) -> Lukisan:
    """Show the map in `bingkai`, then its controls in `kendali`, and return what was painted.

    A browser has one thread for all of a page, the frame of the map included: what arrives together with the map is
    drawn before it. So a rerun sends the map alone, with the values of the controls from the run before, and the rest
    a moment later. On the first run the controls come first, because only they know what the address says; when an
    address that was written by hand changes them later, everything is run again.
    """
    kenal = "tingkat" in st.session_state
    if not kenal:
        with kendali:
            show_controls(konteks)
    pilihan, lukisan = _choices(), paint(konteks)
    with bingkai:
        show_map(konteks, lukisan)
    if kenal:
        GILIRAN.rest(JEDA_DETIK)
        with kendali:
            show_controls(konteks)
        if _choices() != pilihan:
            st.rerun()
    return lukisan


def _swatch(kelas: Kelas) -> str:
    if kelas.warna is None:
        return '<i class="kp-warna kp-arsir"></i>'
    return f'<i class="kp-warna" style="background:{escape(kelas.warna)}"></i>'


def sector_mark(himpunan: Himpunan, kode: str) -> str:
    """Return the mark of a sector in its colour and shape (see `mark_style`); empty for an unknown sector."""
    if kode not in himpunan.sektor.index:
        return ""
    return f'<i class="kp-lambang kp-l{himpunan.sektor.index.get_loc(kode)}"></i>'


@lru_cache(maxsize=4)
def mark_style(himpunan: Himpunan) -> str:
    """Return one rule of style a sector: the picture travels once, not with every row."""
    aturan = []
    for nomor, (warna, bentuk) in enumerate(himpunan.sektor[["warna", "bentuk"]].itertuples(index=False)):
        isi = BENTUK.get(str(bentuk), BENTUK[BENTUK_BAWAAN])
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 20 20" fill="{escape(str(warna))}" stroke="#8888">{isi}</svg>'
        aturan.append(f".kp-l{nomor}{{background-image:url('data:image/svg+xml,{quote(svg)}')}}")
    return "".join(aturan)


def show_sector_legend(konteks: Konteks) -> None:
    """Show the sectors' marks with the number of filtered potensi in each."""
    if not st.session_state.get("titik", True):
        return
    jumlah = konteks.tampak.n_potensi_sektor
    butir = "".join(
        f"<li>{sector_mark(konteks.himpunan, str(kode))}<span>{escape(str(nama))}</span><b>{jumlah.get(str(kode), 0)}</b></li>"
        for kode, nama in konteks.himpunan.sektor["nama"].items()
    )
    st.html(
        f'<div class="kp-legenda"><h4>Titik <small>potensi per sektor</small></h4><ul class="kp-sektor">{butir}</ul>'
        "<p>Titik muncul bila peta diperbesar; letaknya titik label desa, bukan lokasi persis. "
        "Kerja sama bertanda lingkaran luar.</p></div>"
    )


def show_legend(lukisan: Lukisan) -> None:
    """Show the classes with the number of areas in each, the marks, and what the colours do not say."""
    pilihan = INDIKATOR[st.session_state.get("warna") or "potensi"]
    satuan = "desa/kelurahan" if lukisan.muatan["tingkat"] == "desa" else "kecamatan"
    baris = "".join(
        f"<li>{_swatch(k)}<span>{escape(k.label)}</span><b>{lukisan.jumlah[k.tanda]}</b></li>"
        for k in lukisan.legenda
        if lukisan.jumlah[k.tanda] or k.tanda != "0"
    )
    st.html(
        f'<div class="kp-legenda"><h4>{escape(pilihan.label)} <small>per {satuan}</small></h4><ul>{baris}</ul>'
        f"<p>{escape(pilihan.keterangan)}</p>"
        '<p><i class="kp-garis-ikn"></i>Delineasi IKN indikatif (UU 3/2022); telah diubah UU 21/2023, '
        "garis barunya belum tersedia terbuka. Batas desa indikatif, bukan penegasan batas.</p></div>"
    )
