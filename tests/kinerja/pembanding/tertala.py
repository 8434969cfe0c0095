"""Yardstick 1b: a script beside a copy of this project's settings, served as this project serves itself.

With the empty app it is the floor under any Streamlit app, however it is written: `python tertala.py kosong.py PORT`.
"""

import sys
from pathlib import Path

import streamlit as st
import uvicorn

from kukar_potensi.layanan import antrean
from kukar_potensi.layanan.daur import freeze

antrean.install()
naskah = Path(sys.argv[1]).resolve()
aplikasi = st.App(naskah)
freeze()
uvicorn.run(
    aplikasi,
    host="127.0.0.1",
    port=int(sys.argv[2]),
    ws="kukar_potensi.layanan.soket:SoketMampat",
    ws_per_message_deflate=True,
    access_log=False,
    log_level="warning",
)
