"""The heat map of the matrix, written as Vega-Lite: a number in its cell, shaded by how large it is.

Written by hand rather than through Altair, whose checking of every part costs ten times
what the rest of the view does.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

PILIHAN: Final = "sel"
TINGGI_SEL: Final = 30
LEBAR_SEL: Final = 44
LEBAR_NAMA, TINGGI_NAMA = 200, 130
"""Room for the names beside the cells, in pixels: the chart is fitted with its axes."""

PUDAR: Final = 0.3
GARIS: Final = "#88888855"
GARIS_TERPILIH: Final = 3
WARNA_GARIS: Final = {False: "#b8751a", True: "#e8b04a"}
WARNA_SEL: Final = {False: ("#e4f1ec", "#0a5049"), True: ("#17403a", "#c2e6dd")}
WARNA_ANGKA: Final = {False: ("#1b2725", "#ffffff"), True: ("#eef2ea", "#0f1d1b")}
"""Light and dark theme: for few and for many."""


def heat_map_spec(isi: pd.DataFrame, *, gelap: bool, tandai: bool) -> dict[str, Any]:
    """Return the drawing of lines Sektor, Kecamatan, Jumlah, kode_sektor, kode_kecamatan, sesuai.

    Zero stays blank; cells that are not `sesuai` (outside the filter) fade, the others get a
    strong line when `tandai`. A click gives
    kode_sektor and kode_kecamatan under the name `PILIHAN`.
    """
    tertinggi = max(int(isi["Jumlah"].max()), 1)
    kolom, baris = isi["Kecamatan"].unique().tolist(), isi["Sektor"].unique().tolist()
    return {
        "width": LEBAR_SEL * len(kolom) + LEBAR_NAMA,
        "height": TINGGI_SEL * len(baris) + TINGGI_NAMA,
        "encoding": {
            "x": {
                "field": "Kecamatan",
                "type": "nominal",
                "sort": kolom,
                "title": None,
                "axis": {"labelAngle": -60, "labelLimit": 130, "labelOverlap": False, "orient": "top"},
            },
            "y": {
                "field": "Sektor",
                "type": "nominal",
                "sort": baris,
                "title": None,
                "axis": {"labelLimit": 200, "labelOverlap": False},
            },
            "opacity": {"condition": {"test": "datum.sesuai", "value": 1}, "value": PUDAR},
            "tooltip": [{"field": nama} for nama in ("Sektor", "Kecamatan", "Jumlah")],
        },
        "layer": [_cells(tertinggi, gelap=gelap, tandai=tandai), _numbers(tertinggi, gelap=gelap)],
    }


def _cells(tertinggi: int, *, gelap: bool, tandai: bool) -> dict[str, Any]:
    """Return the shaded squares, which carry the selection."""
    ada = {
        "test": "datum.Jumlah > 0",
        "field": "Jumlah",
        "type": "quantitative",
        "scale": {"range": list(WARNA_SEL[gelap]), "domain": [0, tertinggi]},
        "legend": None,
    }
    tebal = {"test": "datum.sesuai", "value": GARIS_TERPILIH if tandai else 1}
    warna_garis = {"test": "datum.sesuai", "value": WARNA_GARIS[gelap] if tandai else GARIS}
    return {
        "mark": {"type": "rect", "cursor": "pointer"},
        "params": [{"name": PILIHAN, "select": {"type": "point", "fields": ["kode_sektor", "kode_kecamatan"]}}],
        "encoding": {
            "color": {"condition": ada, "value": "transparent"},
            "stroke": {"condition": warna_garis, "value": GARIS},
            "strokeWidth": {"condition": tebal, "value": 1},
        },
    }


def _numbers(tertinggi: int, *, gelap: bool) -> dict[str, Any]:
    """Return the numbers, in the colour that reads on their cell."""
    sedikit, banyak = WARNA_ANGKA[gelap]
    pekat = {"test": f"datum.sesuai && datum.Jumlah > {tertinggi / 2}", "value": banyak}
    return {
        "mark": {"type": "text", "fontSize": 12},
        "transform": [{"filter": "datum.Jumlah > 0"}],
        "encoding": {
            "text": {"field": "Jumlah", "type": "quantitative", "format": "d"},
            "color": {"condition": pekat, "value": sedikit},
        },
    }
