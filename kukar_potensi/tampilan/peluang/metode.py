"""The method, the evaluation rules and the words, readable in the app."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from kukar_potensi.tampilan.data import AKAR

DOKUMEN = {
    "Metode": AKAR / "docs" / "metode.md",
    "Aturan evaluasi": AKAR / "docs" / "evaluasi.md",
    "Glosarium": AKAR / "docs" / "glosarium.md",
}
LEBAR_PIKSEL = 880


@lru_cache(maxsize=8)
def read_dokumen(berkas: Path, _cap: int) -> str:
    """Return a document's text; read again when the file changes."""
    return berkas.read_text(encoding="utf-8")


def show_metode() -> None:
    """Show one of our own documents, or say where it should lie."""
    pilihan = st.segmented_control(
        "Dokumen",
        list(DOKUMEN),
        default="Metode",
        required=True,
        key="dokumen_metode",
        bind="query-params",
        label_visibility="collapsed",
    )
    berkas = DOKUMEN[pilihan or "Metode"]
    if not berkas.is_file():
        st.warning(f"Berkas docs/{berkas.name} tidak ada pada pemasangan ini.", icon=":material/warning:")
        return
    with st.container(key="metode", width=LEBAR_PIKSEL):
        st.markdown(read_dokumen(berkas, berkas.stat().st_mtime_ns))
