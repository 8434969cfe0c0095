"""Pictures of the page, drawn once and shared by everybody who asks for the same one."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from kukar_potensi.ekspor.gambar_lapisan import Ukuran
from kukar_potensi.ekspor.gambar_lokasi import draw_kelompok, draw_lokasi
from kukar_potensi.ekspor.gambar_nada import Sajian
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import Kelompok

UKURAN = Ukuran(110.0, 84.0, dpi=175, huruf_pt=8.4)
BANYAK_GAMBAR = 400
"""Pictures kept in memory, about 30 kB each."""


@lru_cache(maxsize=BANYAK_GAMBAR)
def _lokasi(himpunan: Himpunan, kode: str, sajian: Sajian) -> bytes:
    return draw_lokasi(himpunan, kode, ukuran=UKURAN, sajian=sajian)


@lru_cache(maxsize=BANYAK_GAMBAR)
def _kelompok(himpunan: Himpunan, desa: tuple[str, ...], sektor: str, pilih: str, sajian: Sajian) -> bytes:
    warna, nama = himpunan.sektor.loc[sektor, ["warna", "nama"]]
    pilihan = (pilih,) if pilih else ()
    return draw_kelompok(himpunan, desa, str(warna), nama_sektor=str(nama), pilih=pilihan, ukuran=UKURAN, sajian=sajian)


def _page_look() -> Sajian:
    """Return the look of the theme the person sees, on the page's own paper."""
    gelap = bool(st.context.theme.type == "dark")
    kertas = st.get_option(f"theme.{'dark' if gelap else 'light'}.backgroundColor")
    return Sajian(gelap=gelap, hemat=True, kertas=str(kertas or ""))


def show_lokasi(himpunan: Himpunan, kode: str, nama: str) -> None:
    """Show where an area lies, with its neighbours."""
    with st.container(key="peta_wilayah"):
        st.image(_lokasi(himpunan, kode, _page_look()), alt=f"Peta letak {nama} dan tetangganya", width="stretch")


def show_kelompok(himpunan: Himpunan, kelompok: Kelompok, pilih: str) -> None:
    """Show the desa of a candidate group, with the chosen area outlined."""
    gambar = _kelompok(himpunan, kelompok.desa, kelompok.sektor, pilih, _page_look())
    nama = himpunan.desa["nama"]
    sebutan = ", ".join(str(nama[kode]) for kode in kelompok.desa[:12])
    with st.container(key="peta_kelompok"):
        st.image(gambar, alt=f"Peta kelompok {len(kelompok.desa)} desa/kelurahan: {sebutan}", width="stretch")
