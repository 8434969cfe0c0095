"""The page put together: the choice, then one agency, or all of them side by side."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.model.evaluasi_kurang import unjudged_text
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.milik_opd import WILAYAH
from kukar_potensi.model.periksa_opd import AGENDA, MENGGANTUNG, Periksa
from kukar_potensi.tampilan.halaman_opd.agenda_opd import show_agenda_opd
from kukar_potensi.tampilan.halaman_opd.banding import show_banding
from kukar_potensi.tampilan.halaman_opd.baris import show_baris, show_belum_dinilai
from kukar_potensi.tampilan.halaman_opd.gaya import apply_gaya
from kukar_potensi.tampilan.halaman_opd.jati_diri import show_jati_diri
from kukar_potensi.tampilan.halaman_opd.keadaan import (
    KUNCI,
    choose_opd,
    chosen_opd,
    follow_filter,
    labels_of,
    opened,
    read_keadaan,
    release_filter,
)
from kukar_potensi.tampilan.halaman_opd.peta_kecil import show_peta_kecil
from kukar_potensi.tampilan.halaman_opd.tanya import show_tanya
from kukar_potensi.tampilan.halaman_opd.unduh import show_unduh
from kukar_potensi.tampilan.halaman_opd.wilayah_opd import show_wilayah
from kukar_potensi.tampilan.konteks import Konteks


def show(konteks: Konteks) -> None:
    """Show the page."""
    apply_gaya()
    follow_filter(konteks)
    keadaan = read_keadaan(konteks)
    with st.container(horizontal=True, vertical_alignment="bottom", key="kendali_opd"):
        _choice(konteks)
        opd = chosen_opd(konteks.himpunan)
        keselarasan = keadaan.build(opd) if opd else None
        if keselarasan is not None:
            show_unduh(konteks, keselarasan)
            st.button(
                "Semua OPD",
                icon=":material/table_rows:",
                on_click=choose_opd,
                args=("",),
                key="semua_opd",
                type="tertiary",
            )
    if keselarasan is None:
        show_banding(keadaan)
    else:
        _show_opd(konteks, keselarasan)


def _choice(konteks: Konteks) -> None:
    label = labels_of(konteks.bekal)
    st.selectbox(
        "OPD Anda",
        list(label),
        index=None,
        format_func=lambda kode: label.get(kode, kode),
        key=KUNCI,
        bind="query-params",
        on_change=release_filter,
        placeholder="Cari dan pilih OPD Anda …",
        label_visibility="collapsed",
    )


def _show_opd(konteks: Konteks, keselarasan: Keselarasan) -> None:
    """Show the questions and the opened rows first; who the agency is and its map stand below."""
    if set(konteks.saringan.opd) - {keselarasan.opd}:
        st.caption("Di halaman ini pilihan OPD menggantikan saringan OPD; baris angka di atas mengikuti saringannya.")
    elif keselarasan.basis == WILAYAH and konteks.saringan.opd:
        st.caption(
            "Di halaman ini pilihan OPD menggantikan saringan OPD: kantor kecamatan dihitung menurut letak barisnya."
        )
    terbuka = opened(keselarasan)
    show_tanya(keselarasan, terbuka)
    _show_opened(konteks, keselarasan, terbuka)
    kiri, kanan = st.columns([1, 1], gap="medium")
    with kiri:
        show_jati_diri(keselarasan)
    with kanan:
        show_peta_kecil(konteks, keselarasan)


def _show_opened(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> None:
    """Show what a figure opens: its rule in words, then as many rows as it says."""
    n, tanpa = keselarasan.count(periksa), keselarasan.count_unjudged(periksa)
    st.markdown(f"#### {n} {periksa.sebutan}{unjudged_text(tanpa)}")
    st.caption(periksa.kalimat)
    if not n and tanpa:
        st.info("Belum ada menurut yang tercatat, tetapi belum semuanya dapat dinilai.", icon=":material/help:")
    elif not n:
        st.info(_nothing(konteks, keselarasan), icon=":material/check:")
    elif periksa in (AGENDA, MENGGANTUNG):
        show_agenda_opd(keselarasan, periksa)
    elif periksa.id in keselarasan.wilayah:
        show_wilayah(konteks, keselarasan, periksa)
    else:
        show_baris(konteks, keselarasan, periksa)
    show_belum_dinilai(konteks, keselarasan, periksa)


def _nothing(konteks: Konteks, keselarasan: Keselarasan) -> str:
    """Return the kind line for a figure of 0: filtered away, or nothing recorded at all."""
    if not konteks.saringan.with_(opd=()).is_kosong:
        return "Tidak ada pada saringan dan tanggal ini."
    milik = keselarasan.milik
    if milik.n_potensi + milik.n_kerja_sama == 0:
        return (
            "Belum ada satu baris pun yang tercatat untuk OPD ini; bukan berarti tidak ada. Unduh lembar kerja OPD di atas "
            "untuk menambahkannya."
        )
    return "Tidak ada menurut data yang tercatat pada tanggal ini."
