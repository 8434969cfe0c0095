"""The app as an ASGI service: uvicorn kukar_potensi.layanan.asgi:app.

Why not `streamlit run`: its socket never gets TCP_NODELAY (about 40 ms a click on Linux),
its bundle goes out uncompressed, and its first visitor waits for every import. Settings
come from .streamlit/config.toml; STREAMLIT_* environment variables are not read this way.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from kukar_potensi.layanan import antrean
from kukar_potensi.layanan.daur import Denyut
from kukar_potensi.layanan.halaman import Halaman, Pendahulu, build_skrip
from kukar_potensi.layanan.iringan import Iringan, accompany
from kukar_potensi.layanan.katalog import build_katalog, bundle_folder
from kukar_potensi.layanan.keamanan import Keamanan
from kukar_potensi.layanan.kemas import find_pengganti
from kukar_potensi.layanan.pengaturan import AKAR, Pengaturan, read_pengaturan
from kukar_potensi.layanan.sehat import answer_sehat
from kukar_potensi.layanan.statis import BerkasStatis
from kukar_potensi.layanan.tema import read_tema


def build_app(pengaturan: Pengaturan, naskah: Path = AKAR / "app.py") -> st.App:
    """Return the service: the app with compressed files, headers, health and a warm start.

    `naskah` is the Streamlit script; `static/` and `.streamlit/` beside it belong to it.
    """
    antrean.install()
    PagesManager.uses_pages_directory = False  # the pages are those of st.navigation, also before it was first called
    st.App(naskah)  # the first App of a process decides which config.toml the options below come from
    awalan = "/" + bersih if (bersih := str(st.get_option("server.baseUrlPath") or "").strip("/")) else ""
    skrip = build_skrip(read_tema(naskah.parent / ".streamlit" / "config.toml"), awalan)
    html = (bundle_folder().parent / "index.html").read_text(encoding="utf-8")
    iringan = Iringan(
        pengaturan=pengaturan,
        katalog=build_katalog(naskah.parent, awalan),
        awalan=awalan,
        pendahulu=Pendahulu(),
        pengganti=find_pengganti(awalan, pengaturan.cache),
    )
    return st.App(
        naskah,
        lifespan=build_lifespan(iringan),
        routes=[Route(f"{awalan}/sehat", answer_sehat)],
        middleware=[
            Middleware(Denyut),
            Middleware(Keamanan, skrip=skrip, awalan=awalan),
            Middleware(Halaman, html=html, skrip=skrip, awalan=awalan, pendahulu=iringan.pendahulu),
            Middleware(BerkasStatis, katalog=iringan.katalog, cache=pengaturan.cache, pengganti=iringan.pengganti),
        ],
    )


def build_lifespan(iringan: Iringan) -> Callable[[st.App], AbstractAsyncContextManager[dict[str, Any]]]:
    """Return what starts and stops the tasks beside the service."""

    @contextlib.asynccontextmanager
    async def lifespan(aplikasi: st.App) -> AsyncIterator[dict[str, Any]]:
        tugas = asyncio.create_task(accompany(aplikasi, iringan))
        yield {}
        tugas.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await tugas

    return lifespan


def __getattr__(nama: str) -> st.App:
    """Build `app` when a server first asks for it, so that importing this module costs nothing."""
    if nama != "app":
        raise AttributeError(nama)
    globals()["app"] = aplikasi = build_app(read_pengaturan())
    return aplikasi
