"""The app as an ASGI service: uvicorn kukar_potensi.layanan.asgi:app.

Why not `streamlit run`: its socket never gets TCP_NODELAY (about 40 ms a click on Linux),
its bundle goes out uncompressed, and its first visitor waits for every import. Settings
come from .streamlit/config.toml; STREAMLIT_* environment variables are not read this way.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from kukar_potensi.layanan.daur import Denyut, collect_regularly, freeze
from kukar_potensi.layanan.halaman import Halaman, build_skrip
from kukar_potensi.layanan.katalog import Katalog, build_katalog, bundle_folder
from kukar_potensi.layanan.keamanan import Keamanan
from kukar_potensi.layanan.kemas import find_missing, find_pengganti, write_prepared
from kukar_potensi.layanan.pemanasan import visit_pages
from kukar_potensi.layanan.pengaturan import AKAR, Pengaturan, read_pengaturan
from kukar_potensi.layanan.sehat import answer_sehat
from kukar_potensi.layanan.statis import BerkasStatis
from kukar_potensi.layanan.tema import read_tema

_LOG = logging.getLogger(__name__)


def build_app(pengaturan: Pengaturan, naskah: Path = AKAR / "app.py") -> st.App:
    """Return the service: the app with compressed files, headers, health and a warm start.

    `naskah` is the Streamlit script; `static/` and `.streamlit/` beside it belong to it.
    """
    st.App(naskah)  # the first App of a process decides which config.toml the options below come from
    awalan = "/" + bersih if (bersih := str(st.get_option("server.baseUrlPath") or "").strip("/")) else ""
    katalog = build_katalog(naskah.parent, awalan)
    pengganti = find_pengganti(awalan, pengaturan.cache)
    skrip = build_skrip(read_tema(naskah.parent / ".streamlit" / "config.toml"), awalan)
    indeks = (bundle_folder().parent / "index.html").read_text(encoding="utf-8")
    return st.App(
        naskah,
        lifespan=build_lifespan(pengaturan, katalog, awalan),
        routes=[Route(f"{awalan}/sehat", answer_sehat)],
        middleware=[
            Middleware(Denyut),
            Middleware(Keamanan, skrip=skrip, awalan=awalan),
            Middleware(Halaman, html=indeks, skrip=skrip, awalan=awalan),
            Middleware(BerkasStatis, katalog=katalog, cache=pengaturan.cache, pengganti=pengganti),
        ],
    )


def build_lifespan(
    pengaturan: Pengaturan, katalog: Katalog, awalan: str
) -> Callable[[st.App], AbstractAsyncContextManager[dict[str, Any]]]:
    """Return what runs beside the service: the warm-up, then the clean-up of memory."""

    @contextlib.asynccontextmanager
    async def lifespan(aplikasi: st.App) -> AsyncIterator[dict[str, Any]]:
        tugas = asyncio.create_task(_accompany(aplikasi, pengaturan, katalog, awalan))
        yield {}
        tugas.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await tugas

    return lifespan


async def _accompany(aplikasi: st.App, pengaturan: Pengaturan, katalog: Katalog, awalan: str) -> None:
    await asyncio.to_thread(_load)
    if pengaturan.panaskan:
        await visit_pages(aplikasi, awalan)
        await asyncio.to_thread(_compress_own, katalog, awalan, pengaturan.cache)
    freeze()
    if pengaturan.daur_detik > 0:
        await collect_regularly(pengaturan.daur_detik)


def _load() -> None:
    """Load what the pages need, in a thread: the service answers meanwhile."""
    import streamlit_folium  # noqa: PLC0415  (takes seconds; the service is up before)
    from streamlit.runtime import get_instance  # noqa: PLC0415

    # A component imported outside a script run is not registered: its frame would be a 404.
    get_instance().component_registry.register_component(streamlit_folium._component_func)
    try:
        from kukar_potensi.tampilan.data import warm_up  # noqa: PLC0415
        from kukar_potensi.tampilan.konteks import today  # noqa: PLC0415

        warm_up(today())
    except Exception:  # noqa: BLE001  (the service goes on; /sehat tells)
        _LOG.exception("Data belum dapat dimuat; lihat /sehat.")


def _compress_own(katalog: Katalog, awalan: str, cache: Path) -> None:
    """Compress the map's files, which a new data version writes anew, as small as they go."""
    katalog.refresh()
    milik = [aset for aset in katalog if aset.url.startswith(f"{awalan}/app/static/")]
    try:
        for aset, tujuan, sandi in find_missing(milik, cache):
            write_prepared(aset.berkas, tujuan, sandi)
    except OSError as galat:
        _LOG.warning("Berkas termampat tidak dapat disimpan di %s: %s", cache, galat)


def __getattr__(nama: str) -> st.App:
    """Build `app` when a server first asks for it, so that importing this module costs nothing."""
    if nama != "app":
        raise AttributeError(nama)
    globals()["app"] = aplikasi = build_app(read_pengaturan())
    return aplikasi
