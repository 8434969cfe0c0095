"""The figures of the page: each is a button that opens exactly the rows it counts."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.model.evaluasi_aturan import BATAS_LAPORAN_BULAN, BATAS_TURUNAN_BULAN, KARENA_LAPORAN
from kukar_potensi.model.evaluasi_kurang import unjudged_text
from kukar_potensi.model.status import (
    AKTIF,
    BATAS_MENDESAK_HARI,
    BATAS_SEGERA_HARI,
    BELUM_BERLAKU,
    BERAKHIR,
    SEGERA_BERAKHIR,
    TIDAK_DIKETAHUI,
)
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.kerangka import DILAPORKAN
from kukar_potensi.tampilan.kerja_sama.isi import (
    DESA,
    MENDESAK,
    MENGGANTUNG,
    POSISI,
    SEMUA,
    TERCATAT,
    Isi,
    choose_posisi,
    chosen_posisi,
)

SUMBER_210 = "https://kaltim.antaranews.com/berita/211791/sekkab-kukar-minta-dinas-pastikan-kerja-sama-selaras-ikn"

JUDUL = {
    SEMUA: "kerja sama daerah tercatat",
    TERCATAT: f"tercatat dari {DILAPORKAN} yang dilaporkan",
    MENGGANTUNG: "menggantung",
    MENDESAK: "mendesak",
    SEGERA_BERAKHIR: "segera berakhir",
    AKTIF: "aktif",
    BERAKHIR: "berakhir",
    TIDAK_DIKETAHUI: "masa berlaku tidak diketahui",
    BELUM_BERLAKU: "belum berlaku",
    DESA: "kerja sama desa",
}
CATATAN = {
    SEMUA: "tanpa kerja sama desa",
    MENGGANTUNG: f"belum tercatat keputusan, PKS ({BATAS_TURUNAN_BULAN} bln), atau laporan baru ({BATAS_LAPORAN_BULAN} bln)",
    MENDESAK: f"berakhir dalam {BATAS_MENDESAK_HARI} hari; bagian dari segera berakhir",
    SEGERA_BERAKHIR: f"dalam {BATAS_SEGERA_HARI} hari",
    AKTIF: f"lebih dari {BATAS_SEGERA_HARI} hari lagi",
    BERAKHIR: "sudah lewat",
    TIDAK_DIKETAHUI: "tanggal berakhir belum tercatat",
    BELUM_BERLAKU: "belum ditandatangani pada tanggal ini",
    DESA: "dihitung terpisah",
}


def show_figures(isi: Isi) -> None:
    """Show the figures as buttons, the chosen one filled, and say which rows are shown."""
    terpilih = chosen_posisi()
    with st.container(key="deret_posisi"):
        for posisi in POSISI:
            n = isi.count(posisi)
            if n or posisi not in (BELUM_BERLAKU, DESA) or posisi == terpilih:
                _figure(isi, posisi, n, terpilih)
    st.html(
        f'<p class="kp-210">{DILAPORKAN} kerja sama dilaporkan ditandatangani 2020–April 2024 (<a href="{SUMBER_210}" '
        f'target="_blank" rel="noopener noreferrer">Antara, 3 Mei 2024</a>); rinciannya tidak diumumkan. '
        f"Yang termasuk disimpulkan dari tanggalnya; {format_angka(isi.mungkin_210)} baris lagi mungkin. Tekan sebuah angka untuk menampilkan barisnya saja.</p>"
    )


def show_heading(isi: Isi, posisi: str) -> None:
    """Say which rows are shown, with the way back to all of them."""
    with st.container(horizontal=True, vertical_alignment="center", key="judul_posisi"):
        st.markdown(f"##### {format_angka(isi.count(posisi))} {JUDUL[posisi]}", width="content")
        if posisi != SEMUA:
            st.button(
                "Tampilkan semua",
                icon=":material/close:",
                type="tertiary",
                key="semua_posisi",
                on_click=choose_posisi,
                args=(SEMUA,),
            )


def _figure(isi: Isi, posisi: str, n: int, terpilih: str) -> None:
    catatan = CATATAN.get(posisi) or (
        f"menurut tanggalnya, 2020–April 2024; {format_angka(isi.mungkin_210)} lagi mungkin{_undecided(isi)}"
    )
    if posisi == MENGGANTUNG:
        catatan = f"dari {format_angka(isi.ditandatangani)} yang sudah ditandatangani; {catatan}{_only_reports(isi)}"
        catatan += unjudged_text(isi.belum_dinilai)
    elif posisi in (MENDESAK, SEGERA_BERAKHIR):
        catatan += unjudged_text(isi.count(TIDAK_DIKETAHUI))
    st.button(
        f"**{format_angka(n)}** {JUDUL[posisi]} :small[{catatan}]",
        key=f"posisi_{POSISI.index(posisi)}",
        type="primary" if posisi == terpilih else "secondary",
        on_click=choose_posisi,
        args=(posisi,),
        width="stretch",
    )


def _only_reports(isi: Isi) -> str:
    n = isi.hanya_laporan
    return f" · {format_angka(n)} {KARENA_LAPORAN}" if n else ""


def _undecided(isi: Isi) -> str:
    n = isi.belum_kategori
    return f"; {format_angka(n)} belum ditetapkan kategorinya" if n else ""
