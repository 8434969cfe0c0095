"""Filters that a person could choose, drawn from the real labels."""

from __future__ import annotations

from hypothesis import strategies as st

from kukar_potensi.model.saringan import KOLOM_DAFTAR, Saringan
from kukar_potensi.model.tampak import Indeks

KATA = ("padi", "ikan", "wisata", "loa kulu", "sangasanga", "PT", "tenggarong kota", "é", "x9z")


def saringan_of(indeks: Indeks) -> st.SearchStrategy[Saringan]:
    """Return filters over the values on record; each field is often left empty."""
    pilihan = {
        kolom: st.just(()) | st.lists(st.sampled_from(indeks.kamus.codes(kolom)), max_size=4).map(tuple)
        for kolom in KOLOM_DAFTAR
    }
    return st.builds(
        Saringan,
        **pilihan,
        jenis=st.sampled_from(indeks.kamus.codes("jenis")),
        cari=st.just("") | st.sampled_from(KATA) | st.text(max_size=6),
    )
