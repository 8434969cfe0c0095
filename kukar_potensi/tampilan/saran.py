"""Above the summary of every page: the areas that a keyword or an address names, and what to try when nothing fits."""

from __future__ import annotations

import streamlit as st

from kukar_potensi.model.saringan import Saringan
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.data import get_tampak
from kukar_potensi.tampilan.konteks import Konteks


def show_saran(konteks: Konteks, halaman: str) -> None:
    """Say which area the address or the keyword means and offer to open it; two of one name are never guessed."""
    asing, cari = wilayah.missed(), konteks.saringan.cari
    if asing:
        kode, kalimat = wilayah.suggest(konteks.himpunan, asing), missed_line(konteks, asing)
    elif cari:
        kode = wilayah.suggest(konteks.himpunan, cari)
        kalimat = found_line(konteks, cari, kode)
    else:
        return
    if not asing and not kode:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="saran_wilayah"):
        st.text(kalimat, width="content")
        areas = wilayah.areas_of(konteks.himpunan)
        for satu in kode:
            ditekan = st.button(
                f"Buka {wilayah.plain(areas[satu])}",
                icon=":material/location_on:",
                key=f"buka_saran_{satu}",
                on_click=_take_area,
                args=(satu, "" if asing else cari),
            )
            if ditekan and halaman not in wilayah.HALAMAN_WILAYAH:
                st.switch_page(wilayah.HALAMAN_WILAYAH[0])


def missed_line(konteks: Konteks, teks: str) -> str:
    """Tell why an address opened no area: there is none of that name, or there are several."""
    banyak = len(wilayah.find(konteks.himpunan, teks))
    if banyak:
        return f"Ada {banyak} wilayah bernama “{teks}” di Kukar. Yang mana?"
    return f"Wilayah “{teks}” tidak ditemukan di Kukar. Periksa ejaannya, atau pilih kecamatannya."


def found_line(konteks: Konteks, cari: str, kode: tuple[str, ...]) -> str:
    """Tell what the area that a keyword names holds under the rest of the filter; ask when it may be another."""
    if not wilayah.find(konteks.himpunan, cari):
        return "Mencari wilayah ini?"
    if len(kode) > 1:
        return f"Wilayah bernama “{cari}”:"
    tampak = get_tampak(konteks.bekal, konteks.tanggal, konteks.saringan.with_(cari=""))
    label = wilayah.areas_of(konteks.himpunan)[kode[0]]
    potensi, kerja_sama = (len(wilayah.rows_in(tabel, kode[0])) for tabel in (tampak.potensi, tampak.kerja_sama))
    return f"{label}: {format_angka(potensi)} potensi, {format_angka(kerja_sama)} kerja sama."


def nothing_line(konteks: Konteks) -> str:
    """Return one line for a view without any row: what it was looked for in, and what to try next."""
    saringan, semua = konteks.saringan, konteks.semua
    awal = (
        f"**Tidak ada yang cocok** di antara {format_angka(semua.n_potensi)} potensi dan "
        f"{format_angka(semua.n_kerja_sama)} kerja sama."
    )
    if saringan.is_kosong:
        return awal
    if not saringan.cari:
        return f"{awal} Kurangi pilihannya, atau bersihkan saringan."
    kata = get_tampak(konteks.bekal, konteks.tanggal, Saringan(cari=saringan.cari))
    if banyak := kata.n_potensi + kata.n_kerja_sama:
        return f"{awal} Tanpa saringan lain, {format_angka(banyak)} baris memuat katanya."
    return f"{awal} Coba satu kata saja, ejaan lain, atau kode baris."


def _take_area(kode: str, cari: str) -> None:
    """Open an area instead of searching for its name."""
    if cari:
        st.session_state["cari"] = ""
    wilayah.choose(kode)
