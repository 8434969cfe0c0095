"""The head of the page: name, map, facts, and the sheet to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from kukar_potensi.ekspor.lembar_desa import build_lembar, file_name
from kukar_potensi.ekspor.lembar_isi import address_of
from kukar_potensi.model.fakta_wilayah import IKN, UMUM, Fakta
from kukar_potensi.model.isi_wilayah import IsiWilayah
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.alamat import page_address
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import source_links
from kukar_potensi.tampilan.halaman_wilayah.gambar import show_lokasi
from kukar_potensi.tampilan.konteks import Konteks


def figures(isi: IsiWilayah) -> list[tuple[str, str, str]]:
    """Return the four figures of an area: (value, label, note); each equals the rows of a section."""
    umum = len(isi.potensi_kecamatan)
    catatan = f"dan {format_angka(umum)} tingkat kecamatan tanpa nama desa" if umum else "pada wilayah ini"
    umum_ks = len(isi.kerja_sama_kecamatan)
    catatan_ks = f"dan {format_angka(umum_ks)} tingkat kecamatan" if umum_ks else "menyebut wilayah ini"
    lintas = sum(kelompok.is_lintas_kecamatan for kelompok in isi.kelompok)
    return [
        (format_angka(len(isi.potensi)), "Potensi", catatan),
        (format_angka(len(isi.kerja_sama)), "Kerja sama", catatan_ks),
        (format_angka(len(isi.kelompok)), "Calon antardesa", f"{format_angka(lintas)} melintasi batas kecamatan"),
        (
            format_angka(len(isi.tetangga)),
            "Tetangga",
            "kecamatan yang berbatasan" if isi.is_kecamatan else "desa/kelurahan yang berbatasan",
        ),
    ]


def show_kepala(konteks: Konteks, isi: IsiWilayah) -> None:
    """Show name, map and facts side by side; on a phone one below the other."""
    kiri, kanan = st.columns([1.25, 1], gap="medium")
    with kiri:
        di_mana = "Kabupaten Kutai Kartanegara" if isi.is_kecamatan else f"Kecamatan {isi.kecamatan}"
        st.html(f'<div class="kp-nama"><h2>{escape(isi.judul)}</h2><p>{escape(di_mana)}</p></div>')
        show_lokasi(konteks.himpunan, isi.kode, isi.judul)
        _show_actions(konteks, isi)
    with kanan:
        umum = [fakta for fakta in isi.fakta if fakta.perihal == UMUM]
        ikn = [fakta for fakta in isi.fakta if fakta.perihal == IKN]
        st.html(_facts("Tentang wilayah", umum) + _facts("Terhadap IKN", ikn))


def _facts(judul: str, daftar: Sequence[Fakta]) -> str:
    """Return facts as a definition list, every value escaped."""
    baris = []
    for fakta in daftar:
        catatan = f"<small>{escape(fakta.catatan)}</small>" if fakta.catatan else ""
        sumber = f"<small>Sumber: {source_links(fakta.sumber)}</small>" if fakta.sumber else ""
        baris.append(f"<dt>{escape(fakta.label)}</dt><dd>{escape(fakta.isi)}{catatan}{sumber}</dd>")
    return f'<h4 class="kp-fakta-judul">{escape(judul)}</h4><dl class="kp-fakta">{"".join(baris)}</dl>'


def _show_actions(konteks: Konteks, isi: IsiWilayah) -> None:
    alamat = page_address("wilayah")
    with st.container(horizontal=True, key="tindakan_wilayah"):
        st.download_button(
            "Unduh lembar kecamatan (PDF)" if isi.is_kecamatan else "Unduh lembar desa (PDF)",
            data=_maker(konteks.semua, isi.kode, alamat),
            file_name=file_name(konteks.semua, isi.kode),
            mime="application/pdf",
            icon=":material/picture_as_pdf:",
            on_click="ignore",
            type="primary",
            key="unduh_lembar",
        )
        label = wilayah.areas_of(konteks.himpunan)[isi.kode]
        st.page_link("pages/peta.py", label="Lihat di peta", icon=":material/map:", query_params={wilayah.KUNCI: label})
    tujuan = f" Kode QR-nya membuka {address_of(alamat, isi.kode)}." if alamat else ""
    st.caption(f"Satu halaman A4 untuk dibawa atau ditempel, memuat seluruh data wilayah ini tanpa saringan.{tujuan}")


def _maker(tampak: Tampak, kode: str, alamat: str) -> Callable[[], bytes]:
    """Return what makes the sheet once somebody asks for it."""

    def make() -> bytes:
        return build_lembar(tampak, kode, alamat)

    return make
