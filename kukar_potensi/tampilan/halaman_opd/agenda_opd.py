"""The agency's part of the agenda: one card a cooperation with every reason in words, most urgent first."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kukar_potensi.model.evaluasi_aturan import ATURAN, ATURAN_MENGGANTUNG, PRIORITAS, open_langkah
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.periksa_opd import MENGGANTUNG, Periksa
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.kerja_sama.isi import KUNCI_KARTU

BUTIR_TERBANYAK = 200
"""Reasons shown on screen; the agenda of the page Kerja Sama has all of them as a file."""


def show_agenda_opd(keselarasan: Keselarasan, periksa: Periksa) -> None:
    """Show the agenda, or of the hanging cooperations the reasons why they hang."""
    st.html(_agenda_html(keselarasan, periksa))
    semua = len(reasons_of(keselarasan, periksa))
    if semua > BUTIR_TERBANYAK:
        st.caption(
            f"Tampil {BUTIR_TERBANYAK} dari {format_angka(semua, 0)} butir; persempit saringan untuk melihat sisanya."
        )


@lru_cache(maxsize=128)
def reasons_of(keselarasan: Keselarasan, periksa: Periksa) -> pd.DataFrame:
    """Return the lines of the agenda that a figure opens."""
    if periksa == MENGGANTUNG:
        return keselarasan.evaluasi.agenda(keselarasan.kerja_sama(MENGGANTUNG).index, ATURAN_MENGGANTUNG)
    return keselarasan.agenda


@lru_cache(maxsize=128)
def _agenda_html(keselarasan: Keselarasan, periksa: Periksa) -> str:
    """Return one card a cooperation, the one with the most urgent reason first."""
    agenda = reasons_of(keselarasan, periksa).iloc[:BUTIR_TERBANYAK]
    kerja_sama = keselarasan.milik.indeks.kerja_sama
    hari = keselarasan.milik.indeks.tanggal.isoformat()
    sendiri = str(keselarasan.milik.indeks.himpunan.opd.at[keselarasan.opd, "nama"])
    kartu = [_card(kerja_sama.loc[kode], isi, hari, sendiri) for kode, isi in agenda.groupby("id", sort=False)]
    return f'<div class="kp-butir">{"".join(kartu)}</div>'


def _card(baris: Any, alasan: pd.DataFrame, hari: str, sendiri: str) -> str:
    """Return a cooperation with its reasons as HTML: why, what to do, and who when it is not the agency itself."""
    kode = str(baris.name)
    alamat = f"kerja_sama?{urlencode({KUNCI_KARTU: kode, 'tanggal': hari})}"
    lajur = (alasan[nama] for nama in ("aturan", "alasan", "langkah", "tindakan", "penindak"))
    butir = "".join(
        f"<li><b>{escape(aturan)} {escape(ATURAN[aturan].nama)}</b> · {escape(PRIORITAS[ATURAN[aturan].prioritas])}. "
        f"{escape(sebab)} <b>{escape(open_langkah(langkah))}.</b> {escape(tindakan)}"
        f"{'' if penindak == sendiri else f' <small>Oleh: {escape(penindak)}</small>'}</li>"
        for aturan, sebab, langkah, tindakan, penindak in zip(*lajur, strict=True)
    )
    return (
        f'<article><h5><a href="{escape(alamat, quote=True)}" target="_blank" rel="noopener">{escape(kode)}</a> '
        f"{escape(str(baris['judul']))} <small>· {escape(str(baris['status']))}</small></h5><ul>{butir}</ul></article>"
    )
