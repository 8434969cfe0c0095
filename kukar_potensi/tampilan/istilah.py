"""One-line help where a word of law appears: the glossary's words, page by page."""

from __future__ import annotations

from html import escape

import streamlit as st

from kukar_potensi.sumber.glosarium import load_glosarium

UMUM = ("Potensi", "Relevansi IKN", "Indikatif", "Belum diverifikasi OPD", "Kelas sumber", "Belum diketahui")
PER_HALAMAN: dict[str, tuple[str, ...]] = {
    "pages/peta.py": ("Delineasi IKN indikatif", "KIPP", "Sektor"),
    "pages/kerja_sama.py": (
        "KSDD", "KSDPK", "Sinergi", "Pemanfaatan BMD", "Kerja sama desa", "Kesepakatan Bersama (KB)",
        "Nota Kesepahaman (MoU)", "Perjanjian Kerja Sama (PKS)", "Adendum", "TKKSD", "Menggantung",
        "Segera berakhir", "Masa berlaku tidak diketahui", "Posisi per tanggal",
    ),
    "pages/peluang_ikn.py": ("Otorita IKN", "Kelengkapan", "Belum dinilai", "KSDD", "KSDPK", "Sinergi", "TKKSD", "Delineasi IKN indikatif"),
    "pages/opd.py": ("OPD", "Urusan", "Menggantung", "TKKSD"),
    "pages/wilayah.py": ("Kerja sama desa", "Delineasi IKN indikatif", "KIPP"),
    "pages/paparan.py": ("Menggantung", "TKKSD", "Otorita IKN", "Posisi per tanggal"),
    "pages/data.py": ("Kelas sumber", "Urusan", "Sektor"),
    "pages/panduan.py": ("Saringan", "TKKSD", "OPD"),
}  # fmt: skip


def terms_of(halaman: str) -> dict[str, str]:
    """Return the terms that a page explains, in the order to show them; what the glossary lacks is left out."""
    glosarium = load_glosarium()
    urut = dict.fromkeys((*PER_HALAMAN.get(halaman, ()), *UMUM))
    return {istilah: glosarium[istilah] for istilah in urut if istilah in glosarium}


def show_istilah(halaman: str) -> None:
    """Show the terms of a page behind one button."""
    isi = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in terms_of(halaman).items())
    with st.popover("Istilah", icon=":material/menu_book:", type="tertiary"):
        st.html(f'<dl class="kp-istilah">{isi}</dl>')
        st.page_link("pages/panduan.py", label="Semua istilah di Panduan", icon=":material/arrow_forward:")
