"""The lists of the page: potensi, kerja sama, neighbours, roads and rivers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.isi_wilayah import IsiWilayah
from kukar_potensi.model.perbaikan import PENERIMA, TITIPAN, ask_perbaikan
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, is_known
from kukar_potensi.tampilan.bagian import kerja_sama_card, potensi_card, show_cards, source_links
from kukar_potensi.tampilan.halaman import HALAMAN
from kukar_potensi.tampilan.konteks import Konteks

HALAMAN_DATA = "pages/data.py"
TAUTAN_PERBAIKAN = '<a href="panduan#mengirim-perbaikan" target="_blank" rel="noopener">Cara mengirim perbaikan</a>'
"""In a tab of its own: a link to a part of a page loads the app anew, and the area stays open here."""


def show_potensi(konteks: Konteks, isi: IsiWilayah) -> None:
    """Show the area's potensi; where nothing is recorded, say so kindly and show what its kecamatan has."""
    if isi.potensi.empty:
        _show_empty(konteks, isi)
    else:
        st.markdown(f"##### {len(isi.potensi)} potensi di wilayah ini")
        _show_perbaikan(isi)
        _cards(konteks, isi.potensi, "potensi")
    if len(isi.potensi_kecamatan):
        st.markdown(f"##### {len(isi.potensi_kecamatan)} potensi tingkat kecamatan yang tidak menyebut desa")
        st.caption(
            "Berlaku di kecamatan ini; sumbernya tidak menyebut desa mana, jadi tidak dihitung pada desa mana pun."
        )
        _cards(konteks, isi.potensi_kecamatan, "potensi")


def show_kerja_sama(konteks: Konteks, isi: IsiWilayah) -> None:
    """Show the cooperations that name the area, then those of its kecamatan as a whole."""
    st.markdown(f"##### {len(isi.kerja_sama)} kerja sama yang menyebut wilayah ini")
    if isi.kerja_sama.empty:
        saring = " pada saringan sekarang" if not konteks.saringan.is_kosong else ""
        st.caption(f"Belum ada yang tercatat{saring}; kerja sama tingkat kabupaten terdaftar di halaman Kerja Sama.")
    _cards(konteks, isi.kerja_sama, "kerja sama")
    if len(isi.kerja_sama_kecamatan):
        st.markdown(f"##### {len(isi.kerja_sama_kecamatan)} kerja sama tingkat kecamatan")
        _cards(konteks, isi.kerja_sama_kecamatan, "kerja sama")


def _cards(konteks: Konteks, tabel: pd.DataFrame, jenis: str) -> None:
    """Show rows as cards in two columns, most relevant potensi first."""
    if tabel.empty:
        return
    if jenis == "potensi":
        tabel = tabel.sort_values(["skor", "nama"], ascending=[False, True], na_position="last")
    buat = potensi_card if jenis == "potensi" else kerja_sama_card
    kartu = [buat(konteks, baris) for baris in tabel.itertuples()]
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        show_cards(kartu[::2], "")
    if kartu[1::2]:
        with kanan:
            show_cards(kartu[1::2], "")


def _show_perbaikan(isi: IsiWilayah) -> None:
    """Say what to do when something is wrong or missing, and where that is explained."""
    kalimat = ask_perbaikan(isi.judul, str(isi.potensi.index[0]))
    st.html(f'<p class="kp-perbaikan">{escape(kalimat)} {TAUTAN_PERBAIKAN}</p>')


def _show_empty(konteks: Konteks, isi: IsiWilayah) -> None:
    """Say that nothing is recorded, what there is nearby, and how to bring more."""
    himpunan = konteks.himpunan
    if not konteks.saringan.is_kosong:
        st.info("Tidak ada potensi wilayah ini pada saringan sekarang.", icon=":material/filter_alt:")
        return
    tetangga = int((isi.tetangga["potensi"] > 0).sum())
    kecamatan = isi.kode if isi.is_kecamatan else str(himpunan.desa.at[isi.kode, "kode_kecamatan"])
    banyak = int(konteks.semua.wilayah_kecamatan["potensi"][kecamatan])
    st.html(
        f'<div class="kp-ajakan"><h5>Belum ada potensi yang tercatat untuk {escape(isi.judul)}</h5>'
        "<p>Itu bukan berarti tidak ada: sumber publik yang dihimpun belum menyebutnya. "
        f"Kecamatan {escape(isi.kecamatan)} mencatat {format_angka(banyak)} potensi, dan "
        f"{format_angka(tetangga)} dari {format_angka(len(isi.tetangga))} tetangganya sudah tercatat.</p>"
        "<p><b>Menambahkannya:</b> catat nama potensi, letak, angka dan tahunnya, serta alamat sumber yang dapat dibuka; "
        f"isi templat pada halaman Data, atau sampaikan ke {escape(PENERIMA)}; {escape(TITIPAN)}. {TAUTAN_PERBAIKAN}</p></div>"
    )
    with st.container(horizontal=True, key="ajakan"):
        if any(halaman.berkas == HALAMAN_DATA for halaman in HALAMAN):
            st.page_link(HALAMAN_DATA, label="Buka halaman Data", icon=":material/upload_file:")
        if not isi.is_kecamatan:
            st.button(
                f"Lihat potensi Kecamatan {isi.kecamatan}",
                icon=":material/arrow_upward:",
                on_click=wilayah.choose,
                args=(kecamatan,),
                key="ke_kecamatan_wilayah",
            )


def show_tetangga(_konteks: Konteks, isi: IsiWilayah) -> None:
    """Show neighbours as buttons that open them, and the desa of a kecamatan likewise."""
    baris: Any
    if isi.is_kecamatan:
        st.markdown(f"##### {len(isi.anggota)} desa/kelurahan di Kecamatan {wilayah.plain(isi.nama)}")
        with st.container(horizontal=True, key="daftar_anggota"):
            for baris in isi.anggota.itertuples():
                jenis = "Kel. " if baris.jenis == "kelurahan" else ""
                _open_button(str(baris.Index), f"{jenis}{baris.nama} · {baris.potensi} potensi")
    apa = "kecamatan" if isi.is_kecamatan else "desa/kelurahan"
    st.markdown(f"##### Berbatasan dengan {len(isi.tetangga)} {apa}")
    st.caption("Panjang batas bersama dihitung dari batas indikatif; batas dengan kabupaten/kota lain belum tercatat.")
    with st.container(horizontal=True, key="daftar_tetangga"):
        for baris in isi.tetangga.itertuples():
            lintas = " · kecamatan lain" if baris.lintas_kecamatan and not isi.is_kecamatan else ""
            label = f"{baris.nama} · {format_angka(baris.panjang_km, 1)} km · {baris.potensi} potensi{lintas}"
            _open_button(str(baris.Index), label)


def _open_button(kode: str, label: str) -> None:
    st.button(wilayah.plain(label), on_click=wilayah.choose, args=(kode,), key=f"buka_{kode}")


def show_konektivitas(_konteks: Konteks, isi: IsiWilayah) -> None:
    """Show roads, rivers, docks and ferries of the kecamatan, each with status, year and source."""
    st.markdown(f"##### {len(isi.konektivitas)} catatan konektivitas Kecamatan {wilayah.plain(isi.kecamatan)}")
    if isi.konektivitas.empty:
        st.caption("Konektivitas kecamatan ini belum diketahui; bukan berarti tidak ada.")
        return
    st.html("".join(_connection(baris) for baris in isi.konektivitas.itertuples()))


def _connection(baris: Any) -> str:
    keterangan = escape(baris.keterangan) if is_known(baris.keterangan) else ""
    tahun = format_tanggal(baris.tahun) if is_known(baris.tahun) else BELUM_DIKETAHUI
    sumber: Sequence[str] = baris.sumber
    return (
        f'<article class="kp-kartu"><h5>{escape(str(baris.nama))}</h5><p>{keterangan}</p>'
        f"<p>{escape(str(baris.moda))} · status {escape(str(baris.status))} · tahun {escape(tahun)}</p>"
        f"<footer>Sumber: {source_links(sumber)}</footer></article>"
    )
