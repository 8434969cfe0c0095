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

SEJAJAR = 3
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
    """Show every slide small, with buttons to open, move and hide it; hidden ones come last."""
    st.caption(CATATAN_ALAMAT)
    gelap = st.context.theme.type == "dark"
    st.html(slide_style(gelap=gelap, layar=False))
    tampil = isi.tampil
    kartu = [(satu.kunci, slide_html(lay_out(satu), "", nomor, len(tampil))) for nomor, satu in enumerate(tampil, 1)]
    for mulai in range(0, len(kartu), SEJAJAR):
        lajur = st.columns(SEJAJAR, gap="medium")
        for tempat, (kunci, html), nomor in zip(
            lajur, kartu[mulai : mulai + SEJAJAR], range(mulai + 1, 99), strict=False
        ):
            with tempat:
                st.html(html)
                _slide_buttons(isi, kunci, nomor)
    _hidden(isi)


def _slide_buttons(isi: Isi, kunci: str, nomor: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"tombol_{kunci}"):
        st.button(
            f"{nomor}. {SEMUA_SALINDIA[kunci]}",
            key=f"buka_{kunci}",
            on_click=open_layar,
            args=(nomor,),
            type="tertiary",
            help="Buka paparan pada salindia ini.",
            width="stretch",
            wrap=True,
        )
        _move_button(isi, kunci, -1, ":material/arrow_back:", "Majukan")
        _move_button(isi, kunci, 1, ":material/arrow_forward:", "Mundurkan")
        st.button(
            "Sembunyikan",
            icon=":material/visibility_off:",
            key=f"tutup_{kunci}",
            on_click=put_susunan,
            args=(toggle_salindia(isi.urutan, kunci),),
            type="tertiary",
            disabled=len(isi.urutan) == 1,
            help="Sembunyikan salindia ini.",
        )


def _move_button(isi: Isi, kunci: str, arah: int, ikon: str, label: str) -> None:
    pindah = move_salindia(isi.urutan, kunci, arah)
    st.button(
        label,
        icon=ikon,
        key=f"geser_{kunci}_{'maju' if arah < 0 else 'mundur'}",
        on_click=put_susunan,
        args=(pindah,),
        type="tertiary",
        disabled=pindah == isi.urutan,
        help=f"{label} satu tempat.",
    )


def _hidden(isi: Isi) -> None:
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
                on_click=put_susunan,
                args=(toggle_salindia(isi.urutan, kunci),),
            )
        st.button(
            "Susunan semula",
            icon=":material/restart_alt:",
            key="susunan_semula",
            on_click=put_susunan,
            args=(tuple(SEMUA_SALINDIA),),
            type="tertiary",
        )
