"""The address under which people reach the app, for QR codes and links."""

from __future__ import annotations

import os
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from kukar_potensi.tampilan.halaman import HALAMAN


def app_address() -> str:
    """Return the address of the app without page and parameters; empty when it cannot be told.

    `KUKAR_ALAMAT` (like https://potensi.example.go.id) goes first: behind another server the app may not know its
    own name.
    """
    tetap = (os.environ.get("KUKAR_ALAMAT") or "").strip().rstrip("/")
    if tetap:
        return tetap
    bagian = urlsplit(st.context.url or "")
    if bagian.scheme not in ("http", "https") or not bagian.netloc:
        return ""
    dasar, _, akhir = bagian.path.rstrip("/").rpartition("/")
    if akhir not in {h.berkas.removeprefix("pages/").removesuffix(".py") for h in HALAMAN}:
        dasar = bagian.path.rstrip("/")
    return urlunsplit((bagian.scheme, bagian.netloc, dasar, "", ""))


def page_address(jalur: str) -> str:
    """Return the address of one page (its path, like "wilayah"); empty when it cannot be told."""
    dasar = app_address()
    return f"{dasar}/{jalur}" if dasar else ""
