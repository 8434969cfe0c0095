"""Colours of the states of a cooperation in charts, for a light and a dark page."""

from __future__ import annotations

import altair as alt
import streamlit as st

from kukar_potensi.model.status import AKTIF, BELUM_BERLAKU, BERAKHIR, SEGERA_BERAKHIR, TIDAK_DIKETAHUI

_TERANG = {
    AKTIF: "#0B5F57",
    SEGERA_BERAKHIR: "#C2410C",
    BERAKHIR: "#7A5230",
    TIDAK_DIKETAHUI: "#7C827E",
    BELUM_BERLAKU: "#2C6FAE",
}
_GELAP = {
    AKTIF: "#5CC9B5",
    SEGERA_BERAKHIR: "#F4A03B",
    BERAKHIR: "#C79A6B",
    TIDAK_DIKETAHUI: "#9CA8A3",
    BELUM_BERLAKU: "#85B6EA",
}


def is_gelap() -> bool:
    """Tell whether the page is shown dark."""
    return st.context.theme.type == "dark"


def status_colours(*, gelap: bool) -> dict[str, str]:
    """Return the colour of each status."""
    return _GELAP if gelap else _TERANG


def line_colour(*, gelap: bool) -> str:
    """Return the colour of the line of today."""
    return "#F4B8B0" if gelap else "#8E2620"


def text_colour(*, gelap: bool) -> str:
    """Return the colour of words in a chart."""
    return "#C9D6D0" if gelap else "#3C4845"


def legend(*, gelap: bool) -> alt.Legend:
    """Return the legend of the states: one line above the chart, one below the other on a phone."""
    kolom = alt.ExprRef(expr="windowSize()[0] < 700 ? 1 : 0")
    return alt.Legend(orient="top", title=None, columns=kolom, labelLimit=320, labelColor=text_colour(gelap=gelap))
