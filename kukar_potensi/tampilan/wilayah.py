"""The chosen area: one choice for map, select box, table and address."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st
from rapidfuzz import fuzz, process

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.teks import fold_text

KUNCI = "wilayah"
KUNCI_INGAT = "_wilayah"
KUNCI_ASING = "_wilayah_asing"
HALAMAN_WILAYAH = ("pages/peta.py", "pages/wilayah.py")
PANJANG_NAMA = 100
SKOR_MIRIP = 82
"""Of 100: one letter off in a name of six, two in a name of twelve."""
PALING_BANYAK_SARAN = 3
JENIS = {
    "desa": "desa",
    "ds": "desa",
    "kel": "kelurahan",
    "kelurahan": "kelurahan",
    "kec": "kecamatan",
    "kecamatan": "kecamatan",
}
"""Words for the kind of an area, as people write them before its name."""


@lru_cache(maxsize=4)
def areas_of(himpunan: Himpunan) -> dict[str, str]:
    """Label by code of every kecamatan and then every desa and kelurahan; labels are unique."""
    label = {kode: f"Kecamatan {nama}" for kode, nama in himpunan.kecamatan["nama"].items()}
    for kode, jenis, nama, kecamatan in himpunan.desa[["jenis", "nama", "nama_kecamatan"]].itertuples():
        label[kode] = f"{'Kelurahan' if jenis == 'kelurahan' else 'Desa'} {nama} ({kecamatan})"
    return label


def rows_in(tabel: pd.DataFrame, kode: str) -> pd.DataFrame:
    """Return the rows that lie in an area; rows placed only at kecamatan level belong to no desa (counting rule)."""
    kolom = "kode_desa" if len(kode) > 8 else "kode_kecamatan"
    return tabel[[kode in daftar for daftar in tabel[kolom]]]


def plain(teks: str) -> str:
    """Return a text whose signs a label does not read as Markdown."""
    return "".join(f"\\{tanda}" if tanda in "\\`*_{}[]#+!|~<>:$" else tanda for tanda in teks)


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
    if KUNCI in st.session_state:  # pages without the field do not forget it
        st.session_state[KUNCI_INGAT] = kode
    return kode


def asked(himpunan: Himpunan) -> str:
    """Return the code of the area that this run shows, known before the field that holds it is there."""
    if KUNCI in st.session_state:
        kode = str(st.session_state[KUNCI] or "")
        return kode if kode in areas_of(himpunan) else ""
    return resolve(himpunan, st.query_params.get(KUNCI, ""))


def short_name(himpunan: Himpunan, kode: str) -> str:
    """Return the name of an area with its kind, without its kecamatan."""
    return areas_of(himpunan)[kode].split(" (", 1)[0]


def missed() -> str:
    """Return what the address named that is no area, or more than one; empty when there is nothing to say."""
    return str(st.session_state.get(KUNCI_ASING) or "")


def find(himpunan: Himpunan, teks: str) -> tuple[str, ...]:
    """Return the codes of the areas that a text names: by code, label, or name with or without its kind."""
    jenis, nama = _split_kind(teks)
    semua = _names_of(himpunan)
    return semua.get(fold_text(teks[:PANJANG_NAMA])) or _of_kind(himpunan, semua.get(nama, ()), jenis)


def resolve(himpunan: Himpunan, teks: str) -> str:
    """Return the code of the one area that a text names (see `find`); empty when there is none, or several."""
    kode = find(himpunan, teks)
    return kode[0] if len(kode) == 1 else ""


@lru_cache(maxsize=256)
def suggest(himpunan: Himpunan, teks: str) -> tuple[str, ...]:
    """Return the codes of the areas that a text names, or nearly names ("kedang ipl"); at most a few."""
    tepat = find(himpunan, teks)
    if tepat:
        return tepat[:PALING_BANYAK_SARAN]
    jenis, nama = _split_kind(teks)
    semua = _names_of(himpunan)
    cocok = process.extractOne(nama, semua.keys(), scorer=fuzz.ratio, score_cutoff=SKOR_MIRIP)
    return _of_kind(himpunan, semua[cocok[0]], jenis)[:PALING_BANYAK_SARAN] if cocok else ()


def _split_kind(teks: str) -> tuple[str, str]:
    """Return the kind that a text begins with ("kel. Melayu", empty for none) and the folded name after it."""
    kata = fold_text(teks[:PANJANG_NAMA]).split()
    jenis = JENIS.get(kata[0], "") if len(kata) > 1 else ""
    sisa = kata[1:] if jenis else kata
    return jenis, " ".join(sisa[:1] + [satu for satu in sisa[1:] if JENIS.get(satu) != "kecamatan"])


def _of_kind(himpunan: Himpunan, kode: tuple[str, ...], jenis: str) -> tuple[str, ...]:
    """Return the areas of the level that was asked for, if any; desa and kelurahan are easily mixed up."""
    if not jenis:
        return kode
    setingkat = [satu for satu in kode if (satu in himpunan.kecamatan.index) == (jenis == "kecamatan")]
    jenis_desa = himpunan.desa["jenis"]
    return tuple(sorted(setingkat, key=lambda satu: jenis_desa.get(satu, jenis) != jenis)) or kode


@lru_cache(maxsize=4)
def _names_of(himpunan: Himpunan) -> dict[str, tuple[str, ...]]:
    """Codes by folded code, label, name, and name with its kecamatan; desa first."""
    hasil: dict[str, tuple[str, ...]] = {}

    def add(nama: str, kode: str) -> None:
        lipat = fold_text(nama)
        if lipat and kode not in hasil.get(lipat, ()):
            hasil[lipat] = (*hasil.get(lipat, ()), kode)

    for kode, nama, kecamatan in himpunan.desa[["nama", "nama_kecamatan"]].itertuples():
        add(str(nama), str(kode))
        add(f"{nama} {kecamatan}", str(kode))
    for kode, nama in himpunan.kecamatan["nama"].items():
        add(str(nama), str(kode))
    for kode, label in areas_of(himpunan).items():
        hasil[fold_text(label)] = hasil[fold_text(kode)] = (kode,)
    return hasil


def arrive(himpunan: Himpunan, halaman: str) -> None:
    """Take over the area that a person brings along to a page: from the address, else from the page before.

    Printed sheets name an area by its code and people by its name: the field writes its label into the address, so
    that the address can be shared. Streamlit drops a parameter that a field of another page was bound to, so the area
    is remembered too, also for somebody who goes back to an address without it.
    """
    pindah = st.session_state.get("_tiba") != halaman
    st.session_state["_tiba"] = halaman
    if halaman not in HALAMAN_WILAYAH:
        return
    di_alamat = st.query_params.get(KUNCI, "")
    kode = resolve(himpunan, di_alamat)
    if pindah or st.session_state.get(KUNCI):
        st.session_state[KUNCI_ASING] = ""
    if di_alamat and not kode and (pindah or KUNCI not in st.session_state):
        st.session_state[KUNCI_ASING] = di_alamat[:PANJANG_NAMA]
    if not pindah:
        return
    kode = kode if di_alamat else resolve(himpunan, st.session_state.get(KUNCI_INGAT) or "")
    label = areas_of(himpunan).get(kode, "")
    if label and di_alamat != label:
        ikut = {nama: st.query_params.get_all(nama) for nama in st.query_params if nama != KUNCI}
        st.session_state["_halaman"] = None
        st.switch_page(halaman, query_params={**ikut, KUNCI: [label]})
