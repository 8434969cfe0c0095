"""Say which values of an address are no filter: a link that is a little wrong must not look as if it was followed."""

from __future__ import annotations

from datetime import date

import streamlit as st

from kukar_potensi.model.kamus import KERJA_SAMA, POTENSI, Kamus
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.tampilan.konteks import BIDANG_GANDA, Konteks

KUNCI = "_alamat_asing"
PANJANG = 60
"""Signs of a value that are repeated; the rest is left out."""
BANYAK = 4
"""Values named one by one."""

_Tampak = tuple[str, Saringan, date]


def note_asing(konteks: Konteks) -> None:
    """Keep what the address asks for and no filter knows; to be called before the fields take it out of the address."""
    if kalimat := asing_lines(konteks.kamus):
        st.session_state[KUNCI] = (kalimat, None)


def asing_lines(kamus: Kamus) -> tuple[str, ...]:
    """Return one sentence for every value in the address that no filter knows."""
    asing = [
        satu
        for nama in BIDANG_GANDA
        for satu in st.query_params.get_all(nama)
        if satu not in kamus.label[nama].values()
    ]
    jenis = {kamus.label_of("jenis", kode) for kode in (POTENSI, KERJA_SAMA)}
    asing += [satu for satu in st.query_params.get_all("jenis") if satu not in jenis]
    baris = [f"Saringan “{_short(satu)}” tidak dikenal dan tidak dipakai." for satu in asing if satu.strip()]
    baris += [
        f"Tanggal “{_short(satu)}” tidak dikenal dan tidak dipakai."
        for satu in st.query_params.get_all("tanggal")
        if satu.strip() and not _is_day(satu)
    ]
    sisa = len(baris) - BANYAK
    return (*baris[:BANYAK], *([f"{sisa} nilai lain juga tidak dikenal."] if sisa > 0 else ()))


def show_asing(konteks: Konteks, halaman: str) -> None:
    """Say it once: until the page, the filter or the day is another."""
    kalimat, saat = st.session_state.get(KUNCI, ((), None))
    kini: _Tampak = (halaman, konteks.saringan, konteks.tanggal)
    if saat is not None and saat != kini:
        del st.session_state[KUNCI]
        return
    if kalimat:
        st.session_state[KUNCI] = (kalimat, kini)
        st.text("\n".join(kalimat))


def _is_day(teks: str) -> bool:
    try:
        date.fromisoformat(teks)
    except ValueError:
        return False
    return True


def _short(teks: str) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= PANJANG else f"{rapi[: PANJANG - 1]}…"
