"""Follow an address that is a little wrong, and say which of its values are no filter.

A link typed by hand or made by a spreadsheet may name a code ("perhubungan") or a label in other letters; the fields
know only the exact label and would drop it without a word.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from kukar_potensi.model.kamus import KERJA_SAMA, POTENSI, Kamus
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.tampilan.konteks import BIDANG_GANDA, Konteks

KUNCI = "_alamat_asing"
PANJANG = 60
"""Signs of a value that are repeated; the rest is left out."""
BIDANG = (*BIDANG_GANDA, "jenis")
BANYAK = 4
"""Values named one by one."""

_Tampak = tuple[str, Saringan, date]


def note_asing(konteks: Konteks) -> None:
    """Keep what the address asks for and no filter knows, and begin anew with what is only written otherwise.

    To be called before the fields take their values out of the address.
    """
    if kalimat := asing_lines(konteks.kamus):
        st.session_state[KUNCI] = (kalimat, None)
    tertulis = [_write_labels(konteks.kamus, nama) for nama in BIDANG]
    if any(tertulis):
        st.rerun()  # the fields read the address only when a run begins


def _write_labels(kamus: Kamus, nama: str) -> bool:
    """Put labels in the place of codes and of other letters in the address; tell whether there were any."""
    teks = st.query_params.get_all(nama)
    rapi = [satu if (kode := _code_of(kamus, nama, satu)) is None else kamus.label_of(nama, kode) for satu in teks]
    if rapi == teks:
        return False
    st.query_params[nama] = rapi
    return True


def _code_of(kamus: Kamus, nama: str, teks: str) -> str | None:
    """Return the code of a value that a field offers; None for any other."""
    kode = kamus.code_of(nama, teks)
    return kode if nama in BIDANG_GANDA or kode in (POTENSI, KERJA_SAMA) else None


def asing_lines(kamus: Kamus) -> tuple[str, ...]:
    """Return one sentence for every value in the address that no filter knows."""
    asing = [satu for nama in BIDANG for satu in st.query_params.get_all(nama) if _code_of(kamus, nama, satu) is None]
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
