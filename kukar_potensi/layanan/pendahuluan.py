"""List what the start page is about to ask for, so that the browser fetches it while it waits.

On a weak link the start page asks in turns: scripts, connection, first run, the scripts of
the parts in it, the map's frame, its script, Leaflet, boundaries. Each turn is a round trip
in which the line lies idle; telling the addresses beforehand fills those gaps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kukar_potensi.peta.aset import Manifes

BAGIAN = ("Html", "TextInput", "Selectbox", "ButtonGroup", "ComponentInstance")
"""Scripts of Streamlit that draw what stands above and around the map on the start page."""

_IMPOR = re.compile(r"""(?:from|import)\s*["']\./([\w.\-]+\.js)["']""")


def list_bagian(bundel: Path, html: str, bagian: Iterable[str] = BAGIAN) -> tuple[str, ...]:
    """Return the addresses of the scripts of these parts and of all they import, without those the shell names.

    `bundel` is Streamlit's bundle and `html` its shell. A part that this version of
    Streamlit does not have is passed over.
    """
    folder = bundel / "js"
    antre = [b.name for nama in bagian for b in sorted(folder.glob(f"{nama}.*.js"))]
    urut: dict[str, None] = {}
    while antre:
        nama = antre.pop(0)
        if nama in urut or f"./static/js/{nama}" in html or not (folder / nama).is_file():
            continue
        urut[nama] = None
        antre += _IMPOR.findall((folder / nama).read_text(encoding="utf-8"))
    return tuple(f"./static/js/{nama}" for nama in urut)


def list_peta(komponen: Path, manifes: Manifes) -> tuple[str, ...]:
    """Return the addresses of what the map's frame asks for: its script, Leaflet, the files of this data version."""
    bingkai = (f"component/streamlit_folium.st_folium/static/js/{b.name}" for b in komponen.glob("static/js/main.*.js"))
    # In the order of need: a script holds up whatever comes after it.
    milik = (
        "leaflet/leaflet.js",
        manifes.skrip,
        "leaflet/leaflet.css",
        manifes.gaya,
        manifes.kecamatan,
        manifes.konteks,
    )
    sisa = (manifes.titik, manifes.desa)
    return tuple(f"./{satu}" for satu in (*bingkai, *(f"app/static/{nama}" for nama in (*milik, *sisa))))


def build_pendahuluan(bagian: Iterable[str], peta: Iterable[str]) -> str:
    """Return what the shell's head holds: links for the parts, and a list for its script to fetch.

    The parts are preloaded as modules: a mere prefetch comes last of all, so that a script of
    1 kB for the map would wait behind the 350 kB of the table below it. The list is fetched as
    soon as the page's own scripts are in.
    """
    tautan = "".join(f'<link rel="modulepreload" crossorigin href="{satu}">\n' for satu in bagian)
    daftar = json.dumps(list(peta)).replace("<", "\\u003c")
    return f'{tautan}<script type="application/json" id="pendahuluan">{daftar}</script>\n'
