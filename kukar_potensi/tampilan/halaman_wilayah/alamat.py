"""The address under which people reach the page "Wilayah", for QR codes and links."""

from __future__ import annotations

import os
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

JALUR = "wilayah"


def page_address() -> str:
    """Return the address of this page without parameters; empty when it cannot be told.

    `KUKAR_ALAMAT` (the address of the whole app, like https://potensi.example.go.id) goes
    first: behind another server the app may not know its own name.
    """
    tetap = (os.environ.get("KUKAR_ALAMAT") or "").strip().rstrip("/")
    if tetap:
        return f"{tetap}/{JALUR}"
    bagian = urlsplit(st.context.url or "")
    if bagian.scheme not in ("http", "https") or not bagian.netloc:
        return ""
    dasar = bagian.path.rstrip("/").removesuffix(f"/{JALUR}")
    return urlunsplit((bagian.scheme, bagian.netloc, f"{dasar}/{JALUR}", "", ""))
