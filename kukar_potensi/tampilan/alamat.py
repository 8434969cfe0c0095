"""The address under which people reach the app, for QR codes and links."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import streamlit as st


def app_address() -> str:
    """Return the address of the app without path and parameters; empty when it cannot be told.

    `KUKAR_ALAMAT` (like https://potensi.example.go.id) goes first: behind another server the app may not know its
    own name.
    """
    tetap = (os.environ.get("KUKAR_ALAMAT") or "").strip().rstrip("/")
    if tetap:
        return tetap
    bagian = urlsplit(st.context.url or "")
    if bagian.scheme not in ("http", "https") or not bagian.netloc:
        return ""
    dasar = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{bagian.scheme}://{bagian.netloc}" + (f"/{dasar}" if dasar else "")
