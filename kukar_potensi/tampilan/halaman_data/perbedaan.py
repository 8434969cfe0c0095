"""Figures and remarks that disagree, side by side; none is chosen."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelengkapan import SEBUTAN
from kukar_potensi.model.perbedaan import BEDA_BERARTI, find_angka, find_catatan, find_status
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import format_angka, format_persen, is_known
from kukar_potensi.tampilan.bagian import source_links
from kukar_potensi.tampilan.konteks import Konteks

SATUAN = {"km2": "km²"}


def show_perbedaan(konteks: Konteks) -> None:
    """Show figures of kecamatan, states of desa, and remarks of rows."""
    himpunan = konteks.himpunan
    st.caption(
        "Bagian ini tentang seluruh data, tidak mengikuti saringan. Angka-angka ini bukan angka resmi; semuanya "
        "ditampilkan, tidak ada yang dipilih diam-diam."
    )
    kelompok, kartu = _cards(himpunan)
    st.markdown(f"##### {kelompok} angka kecamatan dengan lebih dari satu nilai")
    if kelompok:
        st.html(kartu)
        st.caption(f"Yang ditampilkan berbeda lebih dari {format_persen(BEDA_BERARTI)}.")
    status = find_status(himpunan)
    if len(status):
        st.markdown(f"##### {status['kode_desa'].nunique()} desa dengan lebih dari satu status")
        st.dataframe(
            status[["nama", "status", "tahun", "catatan"]].rename(columns=str.capitalize),
            hide_index=True,
            key="tabel_status_ganda",
        )
    _show_catatan(himpunan)


def _show_catatan(himpunan: Himpunan) -> None:
    catatan = find_catatan(himpunan)
    st.markdown(f"##### {len(catatan)} baris yang sumbernya berbeda atau meragukan")
    if catatan.empty:
        st.caption("Tidak ada catatan yang menyebut sumber berbeda.")
        return
    st.dataframe(
        pd.DataFrame(
            {
                "Tabel": catatan["tabel"].map(SEBUTAN),
                "Id": catatan["id"],
                "Nama": catatan["nama"],
                "Catatan": catatan["catatan"],
                "Sumber": [
                    next((s for s in daftar if s.startswith(("http://", "https://"))), "")
                    for daftar in catatan["sumber"]
                ],
            }
        ),
        hide_index=True,
        key="tabel_catatan",
        column_config={
            "Sumber": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
            "Catatan": st.column_config.TextColumn(width="large"),
        },
    )
    st.caption(
        "Ditemukan dari kata pada catatan baris (berbeda, sumber lain, dan sejenisnya) dan dari hari yang diragukan."
    )


@lru_cache(maxsize=4)
def _cards(himpunan: Himpunan) -> tuple[int, str]:
    """Return how many figures disagree and their cards as HTML, every value escaped."""
    angka = find_angka(himpunan)
    bagian = []
    for (nama, indikator), isi in angka.groupby(["nama", "indikator"], sort=False):
        butir = "".join(map(_figure, isi.to_dict("records")))
        sebab = escape(str(isi["sebab"].iloc[0]))
        bagian.append(
            f"<section><h4>{escape(str(nama))}, {escape(str(indikator))} <small>· {sebab}</small></h4><ul>{butir}</ul></section>"
        )
    return len(bagian), f'<div class="kp-banding">{"".join(bagian)}</div>'


def _figure(satu: dict[Hashable, Any]) -> str:
    """Return one figure with its year, source and doubt."""
    satuan = escape(SATUAN.get(satu["satuan"], str(satu["satuan"])))
    asal = [format_tanggal(satu["tahun"])] if is_known(satu["tahun"]) else []
    bagian = [*map(escape, asal), *([source_links(satu["sumber"])] if satu["sumber"] else [])]
    catatan = escape(str(satu["catatan"])) if is_known(satu["catatan"]) else ""
    kalimat = "<br>".join(baris for baris in (" · ".join(bagian), catatan) if baris)
    return f"<li><b>{format_angka(satu['nilai'])} {satuan}</b>{kalimat}</li>"
