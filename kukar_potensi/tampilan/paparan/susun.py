"""Prepare the briefing: title, meeting and day, which slides in which order, and the way to the full screen."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.ekspor.salindia_tata import lay_out
from kukar_potensi.model.paparan import (
    JUDUL_BAWAAN,
    PANJANG_JUDUL,
    PANJANG_RAPAT,
    SEMUA_SALINDIA,
    move_salindia,
    toggle_salindia,
)
from kukar_potensi.tampilan.paparan.gaya import slide_style
from kukar_potensi.tampilan.paparan.isi import (
    KUNCI_HARI,
    KUNCI_JUDUL,
    KUNCI_RAPAT,
    Isi,
    field_key,
    open_layar,
    put_address,
    put_susunan,
    read_hari,
)
from kukar_potensi.tampilan.paparan.lukis import slide_html

KUNCI_PILIH = "pilih_salindia"
CATATAN_ALAMAT = "Judul, rapat, tanggal, dan susunan tersimpan di alamat halaman, bersama saringan: bagikan tautannya, dan orang lain melihat paparan yang sama."


def _keep(kunci: str) -> None:
    """Write a field that was just filled in into the address."""
    nilai = st.session_state[field_key(kunci)]
    put_address(kunci, nilai.isoformat() if hasattr(nilai, "isoformat") else str(nilai or "").strip())


def show_acara() -> None:
    """Show the fields for title, meeting and day; what they hold lives in the address."""
    _fill_once()
    with st.container(horizontal=True, vertical_alignment="bottom", key="acara_paparan"):
        st.text_input(
            "Judul paparan",
            max_chars=PANJANG_JUDUL,
            placeholder=JUDUL_BAWAAN,
            key=field_key(KUNCI_JUDUL),
            on_change=_keep,
            args=(KUNCI_JUDUL,),
        )
        st.text_input(
            "Rapat",
            max_chars=PANJANG_RAPAT,
            placeholder="Rapat TKKSD, Ruang Rapat Sekda",
            key=field_key(KUNCI_RAPAT),
            on_change=_keep,
            args=(KUNCI_RAPAT,),
        )
        st.date_input(
            "Tanggal rapat",
            value=None,
            format="DD/MM/YYYY",
            key=field_key(KUNCI_HARI),
            on_change=_keep,
            args=(KUNCI_HARI,),
            width=170,
        )
        st.button(
            "Mulai paparan",
            icon=":material/slideshow:",
            type="primary",
            on_click=open_layar,
            key="mulai_paparan",
        )


def _fill_once() -> None:
    """Put what the address holds into fields that are not on screen yet."""
    for kunci, panjang in ((KUNCI_JUDUL, PANJANG_JUDUL), (KUNCI_RAPAT, PANJANG_RAPAT)):
        if field_key(kunci) not in st.session_state:
            st.session_state[field_key(kunci)] = st.query_params.get(kunci, "")[:panjang]
    if field_key(KUNCI_HARI) not in st.session_state:
        st.session_state[field_key(KUNCI_HARI)] = read_hari()


def show_susunan(isi: Isi) -> None:
    """Show the slides as a list with buttons to move and hide the chosen one, and that one beside it, large enough to read."""
    st.caption(CATATAN_ALAMAT)
    gelap = st.context.theme.type == "dark"
    st.html(slide_style(gelap=gelap, layar=False))
    kiri, kanan = st.columns([1, 2.4], gap="medium")
    with kiri:
        kunci = _choose(isi)
        _arrange_buttons(isi, kunci)
        _hidden(isi, kunci)
    nomor = isi.urutan.index(kunci) + 1
    with kanan:
        st.html(slide_html(lay_out(isi.tampil[nomor - 1]), "", nomor, len(isi.urutan)))
        st.button(
            "Mulai dari salindia ini",
            icon=":material/slideshow:",
            key="mulai_di_sini",
            on_click=open_layar,
            args=(nomor,),
        )


def _choose(isi: Isi) -> str:
    """Show the list of slides in their order and return the chosen one; one that was hidden gives way to the first."""
    if st.session_state.get(KUNCI_PILIH) not in isi.urutan:
        st.session_state[KUNCI_PILIH] = isi.urutan[0]
    return str(
        st.radio(
            "Salindia",
            isi.urutan,
            format_func=lambda kunci: f"{isi.urutan.index(kunci) + 1}. {SEMUA_SALINDIA[kunci]}",
            key=KUNCI_PILIH,
        )
    )


def _arrange_buttons(isi: Isi, kunci: str) -> None:
    with st.container(horizontal=True, key="atur_salindia"):
        for arah, ikon, label in ((-1, ":material/arrow_upward:", "Naik"), (1, ":material/arrow_downward:", "Turun")):
            pindah = move_salindia(isi.urutan, kunci, arah)
            st.button(
                label,
                icon=ikon,
                key=f"geser_{label.lower()}",
                on_click=_put,
                args=(pindah, kunci),
                disabled=pindah == isi.urutan,
                help=f"Pindahkan salindia terpilih satu tempat {'lebih awal' if arah < 0 else 'lebih akhir'}.",
            )
        sisa = toggle_salindia(isi.urutan, kunci)
        st.button(
            "Sembunyikan",
            icon=":material/visibility_off:",
            key="sembunyikan_salindia",
            on_click=_put,
            args=(sisa, sisa[min(isi.urutan.index(kunci), len(sisa) - 1)]),
            disabled=len(isi.urutan) == 1,
            help="Salindia terpilih tidak ikut dipaparkan dan tidak ikut di berkas.",
        )


def _put(urutan: tuple[str, ...], pilih: str) -> None:
    """Take an order, with one slide of it chosen."""
    put_susunan(urutan)
    st.session_state[KUNCI_PILIH] = pilih


def _hidden(isi: Isi, pilih: str) -> None:
    sisa = [kunci for kunci in SEMUA_SALINDIA if kunci not in isi.urutan]
    if not sisa and isi.urutan == tuple(SEMUA_SALINDIA):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="salindia_tersembunyi"):
        if sisa:
            st.text("Disembunyikan:", width="content")
        for kunci in sisa:
            st.button(
                SEMUA_SALINDIA[kunci],
                icon=":material/visibility:",
                key=f"tampilkan_{kunci}",
                on_click=_put,
                args=(toggle_salindia(isi.urutan, kunci), kunci),
            )
        st.button(
            "Susunan semula",
            icon=":material/restart_alt:",
            key="susunan_semula",
            on_click=_put,
            args=(tuple(SEMUA_SALINDIA), pilih),
            type="tertiary",
        )
