"""The method, readable in the app."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from kukar_potensi.tampilan.data import AKAR

BERKAS = AKAR / "docs" / "metode.md"


@lru_cache(maxsize=4)
def read_metode(berkas: Path, _cap: int) -> str:
    """Return the method's text; read again when the file changes."""
    return berkas.read_text(encoding="utf-8")


def show_metode() -> None:
    """Show docs/metode.md, our own text, or say where it should lie."""
    if not BERKAS.is_file():
        st.warning("Berkas docs/metode.md tidak ada pada pemasangan ini.", icon=":material/warning:")
        return
    with st.container(key="metode", width=880):
        st.markdown(read_metode(BERKAS, BERKAS.stat().st_mtime_ns))
