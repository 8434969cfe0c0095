"""The page put together: choose an area, see it, then one list at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from kukar_potensi.model.isi_wilayah import IsiWilayah, gather_wilayah
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.halaman_wilayah.daftar import (
    show_kerja_sama,
    show_konektivitas,
    show_potensi,
    show_tetangga,
)
from kukar_potensi.tampilan.halaman_wilayah.gaya import apply_gaya
from kukar_potensi.tampilan.halaman_wilayah.kelompok import show_calon
from kukar_potensi.tampilan.halaman_wilayah.kepala import figures, show_kepala
from kukar_potensi.tampilan.halaman_wilayah.pemilih import show_pemilih
from kukar_potensi.tampilan.konteks import Konteks

KUNCI_RINCIAN = "rincian"
RINCIAN: dict[str, Callable[[Konteks, IsiWilayah], None]] = {
    "Potensi": show_potensi,
    "Kerja sama": show_kerja_sama,
    "Calon antardesa": show_calon,
    "Tetangga": show_tetangga,
    "Jalan dan sungai": show_konektivitas,
}
"""Lists of an area; only the chosen one is computed and sent."""


@lru_cache(maxsize=256)
def read_isi(tampak: Tampak, kode: str) -> IsiWilayah:
    """Return what a view holds of an area; people who ask the same share it."""
    return gather_wilayah(tampak, kode)


def show(konteks: Konteks) -> None:
    """Show the page."""
    apply_gaya()
    kode = show_pemilih(konteks)
    if not kode:
        st.info(
            "Ketik nama desa Anda, atau pilih kecamatannya lalu desanya. Di bawah ini calon kerja sama antardesa di seluruh Kukar.",
            icon=":material/touch_app:",
        )
        st.markdown("##### Calon kerja sama antardesa")
        show_calon(konteks, None)
        return
    isi = read_isi(konteks.tampak, kode)
    if not konteks.saringan.is_kosong:
        tersaring, seluruh = len(isi.potensi), len(read_isi(konteks.semua, kode).potensi)
        st.warning(
            f"Saringan sedang aktif: {tersaring} dari {seluruh} potensi wilayah ini yang cocok. "
            "Bersihkan saringan di atas untuk melihat semuanya.",
            icon=":material/filter_alt:",
        )
    show_kepala(konteks, isi)
    show_figures(figures(isi))
    pilihan = st.segmented_control(
        "Rincian",
        list(RINCIAN),
        default="Potensi",
        required=True,
        key=KUNCI_RINCIAN,
        bind="query-params",
        label_visibility="collapsed",
    )
    RINCIAN[pilihan or "Potensi"](konteks, isi)
