"""The filter bar that every page shares, bound to the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from kukar_potensi.model.kamus import KERJA_SAMA, POTENSI, Kamus
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.istilah import show_istilah
from kukar_potensi.tampilan.konteks import BIDANG_GANDA, Konteks, today
from kukar_potensi.tampilan.saran import nothing_line, show_saran
from kukar_potensi.tampilan.unduh import show_unduh

LABEL = {
    "sektor": "Sektor",
    "relevansi": "Relevansi IKN",
    "kecamatan": "Kecamatan",
    "desa": "Desa/kelurahan",
    "opd": "OPD",
    "status": "Status kerja sama",
    "tahun": "Tahun data atau tanda tangan",
}


@lru_cache(maxsize=16)
def _agencies(semua: Tampak) -> tuple[str, ...]:
    """List the agencies to filter by; a kecamatan office owns no row and is looked up as an area instead."""
    pemilik = {*semua.potensi["opd"], *semua.kerja_sama["opd"]}
    jenis = semua.indeks.himpunan.opd["jenis"]
    return tuple(kode for kode in semua.indeks.kamus.label["opd"] if kode in pemilik or jenis.get(kode) != "kecamatan")


def _offered_agencies(konteks: Konteks) -> tuple[str, ...]:
    """List the agencies to filter by, and any other that a link or an earlier choice names."""
    diminta = {konteks.kamus.code_of("opd", teks) for teks in st.query_params.get_all("opd")}
    diminta |= set(st.session_state.get("opd") or ())
    daftar = _agencies(konteks.semua)
    return (*daftar, *(kode for kode in konteks.kamus.label["opd"] if kode in diminta and kode not in daftar))


def _choice(nama: str, kamus: Kamus, *, bantuan: str | None = None, pilihan: tuple[str, ...] | None = None) -> None:
    label: Mapping[str, str] = kamus.label[nama]
    st.multiselect(
        LABEL[nama],
        list(label) if pilihan is None else list(pilihan),
        format_func=lambda kode: label.get(kode, kode),
        key=nama,
        bind="query-params",
        placeholder="Semua",
        help=bantuan,
    )


def clear_filter() -> None:
    """Empty every field of the filter; the date, the map and the chosen area stay."""
    for nama in BIDANG_GANDA:
        st.session_state[nama] = []
    st.session_state["jenis"] = None
    st.session_state["cari"] = ""


def keep_address(halaman: str) -> bool:
    """Write the filter into the address of a page that was just opened; tell whether it was open before.

    Streamlit forgets the parameters of fields inside a closed popover when the page changes, though it keeps their
    values; assigning a value to itself makes it write them again.
    """
    if st.session_state.get("_halaman") == halaman:
        return True
    st.session_state["_halaman"] = halaman
    for nama in (*BIDANG_GANDA, "jenis", "tanggal"):
        if nama in st.session_state:
            st.session_state[nama] = st.session_state[nama]
    return False


def show_bilah(konteks: Konteks) -> None:
    """Show the bar: words, sector and relevance at hand, the rest one tap away."""
    kamus = konteks.kamus
    with st.container(horizontal=True, vertical_alignment="bottom", key="bilah"):
        st.text_input(
            "Cari potensi, mitra, tempat, atau kode baris",
            key="cari",
            bind="query-params",
            placeholder="Cari potensi, mitra, tempat, atau kode: padi, Telkom, Loa Raya, K012 …",
            label_visibility="collapsed",
            icon=":material/search:",
        )
        with st.popover("Sektor", icon=":material/category:"):
            _choice("sektor", kamus)
            st.segmented_control(
                "Hanya tampilkan",
                [POTENSI, KERJA_SAMA],
                format_func=lambda kode: kamus.label_of("jenis", kode),
                key="jenis",
                bind="query-params",
            )
        with st.popover("Relevansi", icon=":material/target:"):
            _choice(
                "relevansi", kamus, bantuan="Kelas skor 0–100 terhadap IKN; usulan rubrik yang perlu ditetapkan TKKSD."
            )
        with st.popover("Wilayah", icon=":material/location_on:"):
            _choice("kecamatan", kamus)
            _choice("desa", kamus)
        with st.popover("Lainnya", icon=":material/tune:"):
            _choice("opd", kamus, pilihan=_offered_agencies(konteks))
            _choice("status", kamus)
            _choice("tahun", kamus)
        # one row: the calendar opens below it and must not cover the button
        with (
            st.popover("Tanggal", icon=":material/event:"),
            st.form("formulir_tanggal", border=False),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            st.date_input(
                "Posisi per tanggal",
                value=None,
                format="DD/MM/YYYY",
                key="tanggal",
                bind="query-params",
                width=190,
                help="Status kerja sama dihitung pada tanggal ini; kosong berarti hari ini.",
            )
            st.form_submit_button("Terapkan", type="primary")


def show_ringkasan(konteks: Konteks, halaman: str) -> None:
    """Show the area that was asked for by name, how many rows are left by which filter, and what clears it."""
    tampak, semua = konteks.tampak, konteks.semua
    with st.container():  # its place stays, also while it is empty: a popover below it must not close
        show_saran(konteks, halaman)
    kalimat = (
        f"**{format_angka(tampak.n_potensi)}** dari {format_angka(semua.n_potensi)} potensi · "
        f"**{format_angka(tampak.n_kerja_sama)}** dari {format_angka(semua.n_kerja_sama)} kerja sama"
    )
    kalimat += (
        f" · posisi per {format_hari(konteks.tanggal)}"
        if konteks.tanggal == today()
        else (f" · posisi per **{format_hari(konteks.tanggal)}**")
    )
    if not tampak.n_potensi + tampak.n_kerja_sama:
        kalimat = nothing_line(konteks)
    with st.container(horizontal=True, vertical_alignment="center", key="ringkasan"):
        st.markdown(kalimat, width="content")
        show_istilah(halaman)
        show_unduh(konteks, halaman)
        if not konteks.saringan.is_kosong:
            st.button(
                "Bersihkan saringan",
                icon=":material/filter_alt_off:",
                on_click=clear_filter,
                key="bersihkan",
                type="tertiary",
            )
            st.text(" · ".join(konteks.saringan.describe(konteks.kamus)), width="stretch")
