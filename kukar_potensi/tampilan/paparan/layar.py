"""The full screen: one slide at a time, moved by keys, buttons or a finger without asking the server."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import lru_cache

import streamlit as st

from kukar_potensi.ekspor.salindia_peta import shrink_png
from kukar_potensi.ekspor.salindia_tata import lay_out
from kukar_potensi.tampilan.data import STATIC
from kukar_potensi.tampilan.paparan.gaya import slide_style
from kukar_potensi.tampilan.paparan.isi import Isi, close_layar, get_gambar
from kukar_potensi.tampilan.paparan.lukis import slide_html
from kukar_potensi.tampilan.peta import static_address

SKRIP = "paparan/paparan.js"
_KENDALI = """<nav class="kp-kendali" aria-label="Kendali paparan">
<a role="button" tabindex="0" data-gerak="-1" aria-label="Salindia sebelumnya" title="Sebelumnya (panah kiri)">‹</a>
<output aria-live="polite">1 / {jumlah}</output>
<a role="button" tabindex="0" data-gerak="1" aria-label="Salindia berikutnya" title="Berikutnya (panah kanan, spasi)">›</a>
<a role="button" tabindex="0" data-gerak="penuh" title="Layar penuh peramban (F)">Layar penuh</a>
<a role="button" tabindex="0" data-gerak="tutup" title="Tutup paparan (Esc)">Tutup</a></nav>"""


def show_layar(isi: Isi) -> None:
    """Show the slides over the whole window; the frame round the page is hidden by style, its fields live on."""
    gelap = st.context.theme.type == "dark"
    with st.spinner("Menyiapkan salindia dan peta …"):
        badan = _deck(isi, gelap=gelap)
    st.html(badan, unsafe_allow_javascript=True)
    st.button("Tutup paparan", on_click=close_layar, key="tutup_paparan")


def _deck(isi: Isi, *, gelap: bool) -> str:
    gambar = {kunci: _data_address(satu) for kunci, satu in get_gambar(isi.bahan, gelap).items()}
    tampil = isi.tampil
    salindia = "".join(
        slide_html(lay_out(satu), gambar.get(satu.kunci, ""), nomor, len(tampil), aktif=nomor == 1)
        for nomor, satu in enumerate(tampil, start=1)
    )
    skrip = f'<script src="{static_address()}/{SKRIP}?v={_hash()}"></script>'
    kendali = _KENDALI.format(jumlah=len(tampil))
    return f'{slide_style(gelap=gelap, layar=True)}<div class="kp-layar" role="region" aria-label="Paparan">{salindia}{kendali}</div>{skrip}'


@lru_cache(maxsize=32)
def _data_address(gambar: bytes) -> str:
    """Return a picture as an address that needs no request."""
    return f"data:image/png;base64,{b64encode(shrink_png(gambar)).decode('ascii')}"


@lru_cache(maxsize=1)
def _hash() -> str:
    """Return the script's version, so that browsers may keep it for ever."""
    return hashlib.sha256((STATIC / SKRIP).read_bytes()).hexdigest()[:10]
