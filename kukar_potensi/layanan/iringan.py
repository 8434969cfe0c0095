"""Do beside the service what its visitors should not wait for: load, warm up, keep fresh, clean up."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.types import ASGIApp

from kukar_potensi.layanan.daur import collect_regularly, freeze
from kukar_potensi.layanan.halaman import Pendahulu
from kukar_potensi.layanan.ikon import write_icons
from kukar_potensi.layanan.katalog import Katalog, bundle_folder, component_folder
from kukar_potensi.layanan.kemas import find_missing, find_pengganti, icon_sources, write_prepared
from kukar_potensi.layanan.pemanasan import visit_pages
from kukar_potensi.layanan.pendahuluan import list_bagian, list_peta
from kukar_potensi.layanan.pengaturan import Pengaturan

if TYPE_CHECKING:
    from kukar_potensi.peta.aset import Manifes

_LOG = logging.getLogger(__name__)

JEDA_SEGAR_DETIK = 15.0


@dataclass(frozen=True)
class Iringan:
    """What the tasks beside the service work on; `pendahulu` and `pengganti` are filled in by them."""

    pengaturan: Pengaturan
    katalog: Katalog
    awalan: str
    pendahulu: Pendahulu
    pengganti: dict[str, Path]


async def accompany(aplikasi: ASGIApp, iringan: Iringan) -> None:
    """Prepare everything once, then keep data fresh and memory clean until cancelled."""
    await asyncio.to_thread(load_pages)
    if iringan.pengaturan.panaskan:
        await visit_pages(aplikasi, iringan.awalan)
    manifes = await asyncio.to_thread(refresh, iringan, None)
    freeze()
    async with asyncio.TaskGroup() as kumpulan:
        kumpulan.create_task(_refresh_regularly(iringan, manifes))
        if iringan.pengaturan.daur_detik > 0:
            kumpulan.create_task(collect_regularly(iringan.pengaturan.daur_detik))


def load_pages() -> None:
    """Load what the pages need, in a thread: the service answers meanwhile."""
    # Streamlit warns of every component declared outside a script run; this one is registered below.
    peringatan = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    semula = peringatan.level
    peringatan.setLevel(logging.ERROR)
    try:
        import streamlit_folium  # noqa: PLC0415  (takes seconds; the service is up before)
        from streamlit.runtime import get_instance  # noqa: PLC0415

        get_instance().component_registry.register_component(streamlit_folium._component_func)
        from kukar_potensi.tampilan.data import warm_up  # noqa: PLC0415
        from kukar_potensi.tampilan.konteks import today  # noqa: PLC0415

        warm_up(today())
    except Exception:  # noqa: BLE001  (the service goes on; /sehat tells)
        _LOG.exception("Data belum dapat dimuat; lihat /sehat.")
    finally:
        peringatan.setLevel(semula)


def refresh(iringan: Iringan, lama: Manifes | None) -> Manifes | None:
    """Take in a new data version: compress its files, tell the start page. Return the files now in use.

    Unreadable data changes nothing and returns `lama`.
    """
    from kukar_potensi.tampilan.data import get_bekal  # noqa: PLC0415

    try:
        manifes = get_bekal().manifes
    except Exception:  # noqa: BLE001  (told by /sehat and on the pages)
        return lama
    if manifes == lama:
        return lama
    _compress(iringan)
    html = (bundle_folder().parent / "index.html").read_text(encoding="utf-8")
    iringan.pendahulu.bagian = list_bagian(bundle_folder(), html)
    iringan.pendahulu.peta = list_peta(component_folder(), manifes)
    return manifes


async def _refresh_regularly(iringan: Iringan, manifes: Manifes | None) -> None:
    while True:
        await asyncio.sleep(JEDA_SEGAR_DETIK)
        manifes = await asyncio.to_thread(refresh, iringan, manifes)


def _compress(iringan: Iringan) -> None:
    """Compress the map's files as small as they go, and cut the icon font, where that is still to be done."""
    cache = iringan.pengaturan.cache
    iringan.katalog.refresh()
    milik = [aset for aset in iringan.katalog if aset.url.startswith(f"{iringan.awalan}/app/static/")]
    try:
        for aset, tujuan, sandi in find_missing(milik, cache):
            write_prepared(aset.berkas, tujuan, sandi)
        write_icons(bundle_folder(), icon_sources(), cache / "ikon")
    except OSError as galat:
        _LOG.warning("Berkas termampat tidak dapat disimpan di %s: %s", cache, galat)
    iringan.pengganti.update(find_pengganti(iringan.awalan, cache))
