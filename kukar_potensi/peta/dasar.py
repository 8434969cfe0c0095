"""The lean base map and the two Folium elements that ride on it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from kukar_potensi.peta.aset import ATRIBUSI, Manifes

PUSAT = (0.05, 116.6)
ZOOM_AWAL = 8


def js_literal(isi: Any) -> str:
    """JSON that is safe inside a script element: no tag can be closed or opened by a value."""
    teks = json.dumps(isi, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return teks.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


GAYA_BINGKAI = (
    "<style>html,body{width:100%;height:100%;margin:0;padding:0}"
    "#map_div{position:relative;width:100%;height:100%;left:0;top:0}.leaflet-container{font-size:1rem}</style>"
)


class Tetap(Element):
    """A piece of the page's head whose text is ready: no template to compile."""

    def __init__(self, teks: str) -> None:
        super().__init__()
        self.teks = teks

    def render(self, **_kwargs: Any) -> str:
        """Return the text as it is."""
        return self.teks


class PetaRamping(folium.Map):
    """folium.Map with Leaflet and our own script from static files: no jQuery, no Bootstrap, no outside host.

    The class attributes are replaced for a class of our own, never appended to: folium's `add_js_link` changes a
    list that every map of the process shares. `render` prepares only what st_folium reads of a map besides its
    script, the head: folium would compile a dozen templates anew on every run, 2 ms of each click.
    """

    def __init__(self, manifes: Manifes, alamat_static: str) -> None:
        super().__init__(
            location=list(PUSAT),
            zoom_start=ZOOM_AWAL,
            tiles=None,
            zoom_snap=0.25,
            zoom_control=True,
            min_zoom=7,
            max_zoom=18,
        )
        self._name = "Map"
        self.default_js = [
            ("leaflet", f"{alamat_static}/leaflet/leaflet.js"),
            ("peta", f"{alamat_static}/{manifes.skrip}"),
        ]
        self.default_css = [
            ("leaflet_css", f"{alamat_static}/leaflet/leaflet.css"),
            ("peta_css", f"{alamat_static}/{manifes.gaya}"),
        ]

    def render(self, **_kwargs: Any) -> str:
        """Put links and style into the head of the figure, always the same text."""
        bingkai = self.get_root()
        assert isinstance(bingkai, Figure)  # noqa: S101  (folium.Map makes one for itself)
        tautan = "".join(f'<script src="{url}"></script>' for _, url in self.default_js)
        tautan += "".join(f'<link rel="stylesheet" href="{url}"/>' for _, url in self.default_css)
        bingkai.header.add_child(Tetap(tautan + GAYA_BINGKAI), name="kepala")
        return ""


class Mulai(MacroElement):
    """Starts the map in the browser; its text is the same on every run, so that the browser keeps its map."""

    _template = Template(
        "{% macro script(this, kwargs) %}KukarPeta.start({{ this._parent.get_name() }}, {{ this.susunan }});{% endmacro %}"
    )

    def __init__(self, susunan: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Mulai"
        self.susunan = susunan


class Perubahan(folium.FeatureGroup):
    """Rides in `feature_group_to_add`: st_folium runs it whenever it differs from the last one."""

    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = L.featureGroup();KukarPeta.apply({{ this.muatan }});{% endmacro %}"
    )

    def __init__(self, muatan: dict[str, Any]) -> None:
        super().__init__()
        self.muatan = js_literal(muatan)

    def render(self, **_kwargs: Any) -> str:
        """Add nothing to the page: st_folium takes the script from the template itself."""
        return ""


def start_settings(manifes: Manifes, alamat_static: str) -> str:
    """Return the settings of the base script: addresses of the static files and who made the boundaries."""
    isi: dict[str, Any] = {k: (v if k == "versi" else f"{alamat_static}/{v}") for k, v in asdict(manifes).items()}
    isi["atribusi"] = ATRIBUSI
    return js_literal(isi)


def build_map(manifes: Manifes, alamat_static: str, susunan: str) -> PetaRamping:
    """Return a fresh map: about 2 ms, and never shared, because st_folium changes the object that it is given."""
    peta = PetaRamping(manifes, alamat_static)
    peta.add_child(Mulai(susunan))
    return peta
