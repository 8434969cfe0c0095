"""The frame round every page: navigation, title, coverage in one line, filter bar, clear errors."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from kukar_potensi import __version__
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.sumber import GalatData
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.alamat_asing import note_asing, show_asing
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bilah import keep_address, show_bilah, show_ringkasan
from kukar_potensi.tampilan.gaya import apply_gaya
from kukar_potensi.tampilan.giliran import GILIRAN
from kukar_potensi.tampilan.halaman import HALAMAN, Halaman
from kukar_potensi.tampilan.konteks import KUNCI_BINGKAI, Konteks, current
from kukar_potensi.tampilan.peta import mark_style

NAMA = "Kukar Potensi"
DILAPORKAN = 210
"""Cooperations signed from 2020 to April 2024, as reported (Antara 211791)."""


def coverage_line(konteks: Konteks) -> str:
    """One line on what the data covers and does not, every number computed."""
    return _coverage_line(konteks.semua)


@lru_cache(maxsize=16)
def _coverage_line(semua: Tampak) -> str:
    himpunan = semua.indeks.himpunan
    belum = int((himpunan.potensi["status_verifikasi"] != "terverifikasi OPD").sum())
    belum += int((himpunan.kerja_sama["status_verifikasi"] != "terverifikasi OPD").sum())
    jumlah = len(himpunan.potensi) + len(himpunan.kerja_sama)
    verifikasi = (
        "seluruhnya belum diverifikasi OPD"
        if belum == jumlah
        else f"{format_angka(belum)} baris belum diverifikasi OPD"
    )
    return (
        f"Tercatat {format_angka(semua.n_masuk_210)} kerja sama dari {DILAPORKAN} yang dilaporkan (2020–April 2024, menurut tanggalnya), dan potensi di "
        f"{format_angka(semua.n_desa_tercakup)} dari {format_angka(len(himpunan.desa))} desa/kelurahan; dari sumber publik, {verifikasi}."
    )


def _faults(konteks: Konteks) -> None:
    temuan = konteks.himpunan.temuan
    if not temuan:
        return
    with st.expander(
        f"{len(temuan)} temuan pada data; {konteks.himpunan.terbuang} baris tidak dipakai", icon=":material/warning:"
    ):
        for satu in temuan[:50]:
            st.text(satu.kalimat())
        st.caption("Perbaiki berkasnya, lalu muat ulang. `python -m kukar_potensi periksa` menampilkan semuanya.")


@lru_cache(maxsize=1)
def _pages() -> dict[str, StreamlitPage]:
    """Return the pages of the menu by file, made once: Streamlit looks for each file three times, 0.5 ms of each run.

    A run works on copies: `st.navigation` notes in a page that this run may call it.
    """
    return {h.berkas: st.Page(h.berkas, title=h.judul, icon=h.ikon, default=h.utama) for h in HALAMAN}


def run() -> None:
    """Show the frame and the chosen page when it is this run's turn."""
    with GILIRAN.take():
        _run()


def _run() -> None:
    """Show the frame and the chosen page; a data folder that cannot be read gives one clear message.

    On a page that is open already the page itself is run first and the frame round it after that: the values of the
    filter are known from the run before, and the map waits for nothing that it does not need.
    """
    st.session_state[KUNCI_BINGKAI] = True
    halaman = {berkas: copy(satu) for berkas, satu in _pages().items()}
    terpilih = st.navigation(list(halaman.values()), position="top")
    perihal = next(h for h in HALAMAN if halaman[h.berkas] == terpilih)
    try:
        konteks = current()
    except GalatData as galat:
        _name_tab(perihal.judul, utama=perihal.utama)
        st.title(NAMA)
        st.error("Data belum dapat dibuka.", icon=":material/error:")
        st.text(str(galat))
        return
    note_asing(konteks)
    wilayah.arrive(konteks.himpunan, perihal.berkas)
    dibuka = wilayah.asked(konteks.himpunan) if perihal.berkas == wilayah.HALAMAN_WILAYAH[1] else ""
    _name_tab(wilayah.short_name(konteks.himpunan, dibuka) if dibuka else perihal.judul, utama=perihal.utama)
    # Every part has its place, also while it is empty: were one to move, the browser would build the map anew.
    kepala, tinjauan, isi = (st.container(key=nama) for nama in ("kepala", "tinjauan", "isi"))
    terbuka = keep_address(perihal.berkas)
    if not terbuka:
        konteks = _show_head(kepala, konteks, perihal)
    try:
        with isi:
            terpilih.run()
    finally:
        if terbuka:
            sekarang = _show_head(kepala, konteks, perihal)
    if terbuka and (sekarang.saringan, sekarang.tanggal) != (konteks.saringan, konteks.tanggal):
        st.rerun()  # an address written by hand, or gone back to, reaches the session only with the fields of the head
    with tinjauan:
        with st.container():  # its place stays, also while it is empty
            show_asing(konteks, perihal.berkas)
        show_ringkasan(konteks, perihal.berkas)
        _faults(konteks)
    _foot(konteks)


def _name_tab(judul: str, *, utama: bool) -> None:
    """Name the tab: people with several open find the page, and the area, that they look for."""
    if not utama:
        st.set_page_config(page_title=f"{judul} · {NAMA}")


def _show_head(tempat: DeltaGenerator, konteks: Konteks, perihal: Halaman) -> Konteks:
    """Show style, title, coverage and filter bar; return the view by the bar's values."""
    apply_gaya(mark_style(konteks.himpunan))
    judul = NAMA if perihal.utama else perihal.judul
    with tempat:
        st.html(
            f'<div class="kp-kepala"><h1>{judul} <small>{perihal.kalimat}</small></h1>'
            f'<p class="kp-cakupan">{coverage_line(konteks)}</p></div>'
        )
        show_bilah(konteks)
    return current()


def _foot(konteks: Konteks) -> None:
    """Show what this is made of, and the choice between a light and a dark page (a new load keeps the address)."""
    gelap = st.context.theme.type == "dark"
    kueri = [(k, v) for k in st.query_params for v in st.query_params.get_all(k) if k != "tema"]
    tautan = "?" + urlencode([*kueri, ("tema", "terang" if gelap else "gelap")])
    st.html(
        f'<footer class="kp-kaki"><span>{NAMA} {__version__} · data {escape(konteks.himpunan.versi)}</span>'
        "<span>Data dari sumber publik; batas desa indikatif; skor IKN usulan untuk TKKSD.</span>"
        f'<a href="{escape(tautan, quote=True)}" target="_self">Tampilan {"terang" if gelap else "gelap"}</a></footer>'
    )
