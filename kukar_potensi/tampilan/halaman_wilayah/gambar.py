"""Pictures of the page, drawn once and shared by everybody who asks for the same one."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from kukar_potensi.ekspor.gambar_nada import Nada, Sajian
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import Kelompok
from kukar_potensi.tampilan.halaman_wilayah.gambar_svg import draw_kelompok, draw_lokasi

BANYAK_GAMBAR = 400
"""Pictures kept in memory, about 10 kB of text each."""
BANYAK_DISEBUT = 12


@lru_cache(maxsize=BANYAK_GAMBAR)
def _lokasi(himpunan: Himpunan, kode: str, nama: str, nada: Nada) -> str:
    return draw_lokasi(himpunan, kode, nada, alt=f"Peta letak {nama} dan tetangganya")


@lru_cache(maxsize=BANYAK_GAMBAR)
def _kelompok(himpunan: Himpunan, desa: tuple[str, ...], sektor: str, pilih: str, nada: Nada) -> str:
    warna, nama_sektor = himpunan.sektor.loc[sektor, ["warna", "nama"]]
    nama = himpunan.desa["nama"]
    sebutan = ", ".join(str(nama[kode]) for kode in desa[:BANYAK_DISEBUT])
    alt = f"Peta kelompok {len(desa)} desa/kelurahan: {sebutan}"
    return draw_kelompok(himpunan, desa, str(warna), nada, nama_sektor=str(nama_sektor), alt=alt, pilih=pilih)


def _page_colours() -> Nada:
    """Return the colours of the theme the person sees, on the page's own paper."""
    gelap = bool(st.context.theme.type == "dark")
    kertas = st.get_option(f"theme.{'dark' if gelap else 'light'}.backgroundColor")
    return Sajian(gelap=gelap, kertas=str(kertas or "")).nada


def show_lokasi(himpunan: Himpunan, kode: str, nama: str) -> None:
    """Show where an area lies, with its neighbours."""
    with st.container(key="peta_wilayah"):
        st.html(_lokasi(himpunan, kode, nama, _page_colours()))


def show_kelompok(himpunan: Himpunan, kelompok: Kelompok, pilih: str) -> None:
    """Show the desa of a candidate group, with the chosen area outlined."""
    with st.container(key="peta_kelompok"):
        st.html(_kelompok(himpunan, kelompok.desa, kelompok.sektor, pilih, _page_colours()))
