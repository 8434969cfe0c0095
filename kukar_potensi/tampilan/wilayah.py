"""The chosen area: one choice for map, select box, table and address."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import streamlit as st
from rapidfuzz import fuzz, process

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.teks import fold_text

KUNCI = "wilayah"
KUNCI_INGAT = "_wilayah"
HALAMAN_WILAYAH = ("pages/peta.py", "pages/wilayah.py")
PANJANG_NAMA = 100
SKOR_MIRIP = 82
"""Of 100: one letter off in a name of six, two in a name of twelve."""


@lru_cache(maxsize=4)
def areas_of(himpunan: Himpunan) -> dict[str, str]:
    """Label by code of every kecamatan and then every desa and kelurahan; labels are unique."""
    label = {kode: f"Kecamatan {nama}" for kode, nama in himpunan.kecamatan["nama"].items()}
    for kode, jenis, nama, kecamatan in himpunan.desa[["jenis", "nama", "nama_kecamatan"]].itertuples():
        label[kode] = f"{'Kelurahan' if jenis == 'kelurahan' else 'Desa'} {nama} ({kecamatan})"
    return label


def choose(kode: str) -> None:
    """Choose an area; an empty or unknown code chooses none. A kecamatan opens its desa on the map."""
    st.session_state[KUNCI] = kode or None
    if kode:
        st.session_state["tingkat"] = "desa"
    else:
        st.session_state["tingkat"] = "kecamatan"


def chosen(himpunan: Himpunan) -> str:
    """Return the code of the chosen area, empty for none, and remember it for the next page."""
    kode = st.session_state.get(KUNCI)
    kode = kode if kode in areas_of(himpunan) else ""
    st.session_state[KUNCI_INGAT] = kode
    return kode


def resolve(himpunan: Himpunan, teks: str) -> str:
    """Return the code of an area from its code, its label, or a name that only one area has; empty when unknown."""
    lipat = fold_text(teks[:PANJANG_NAMA])
    return _names_of(himpunan).get(lipat, "") if lipat else ""


@lru_cache(maxsize=256)
def suggest(himpunan: Himpunan, teks: str) -> str:
    """Return the code of the area that a text names or nearly names ("kedang ipl"); empty when none is close."""
    tepat = resolve(himpunan, teks)
    if tepat:
        return tepat
    nama = _names_of(himpunan)
    cocok = process.extractOne(fold_text(teks[:PANJANG_NAMA]), nama.keys(), scorer=fuzz.ratio, score_cutoff=SKOR_MIRIP)
    return nama[cocok[0]] if cocok else ""


@lru_cache(maxsize=4)
def _names_of(himpunan: Himpunan) -> dict[str, str]:
    """Code by folded code, label and unique name."""
    nama = [
        (fold_text(str(n)), str(k))
        for bingkai in (himpunan.desa, himpunan.kecamatan)
        for k, n in bingkai["nama"].items()
    ]
    kali = Counter(n for n, _ in nama)
    hasil = {n: k for n, k in nama if kali[n] == 1}
    for kode, label in areas_of(himpunan).items():
        hasil[fold_text(label)] = hasil[fold_text(kode)] = kode
    return hasil


def arrive(himpunan: Himpunan, halaman: str) -> None:
    """Take over the area that a person brings along to a page: from the address, else from the page before.

    Printed sheets name an area by its code and people by its name: the page is opened once more under the label, so
    that its address can be shared. Streamlit drops a parameter that a field of another page was bound to, so the area
    is remembered too.
    """
    if halaman not in HALAMAN_WILAYAH:
        return
    pindah = st.session_state.get("_tiba") != halaman
    st.session_state["_tiba"] = halaman
    di_alamat = st.query_params.get(KUNCI, "")
    kode = resolve(himpunan, di_alamat)
    if di_alamat and not kode and (pindah or KUNCI not in st.session_state):
        st.toast(f"Wilayah “{di_alamat[:PANJANG_NAMA]}” tidak ditemukan.", icon=":material/wrong_location:")
    if not pindah:
        return
    kode = kode or resolve(himpunan, st.session_state.get(KUNCI_INGAT) or "")
    label = areas_of(himpunan).get(kode, "")
    if label and di_alamat != label:
        ikut = {nama: st.query_params.get_all(nama) for nama in st.query_params if nama != KUNCI}
        st.session_state["_halaman"] = None
        st.switch_page(halaman, query_params={**ikut, KUNCI: [label]})
