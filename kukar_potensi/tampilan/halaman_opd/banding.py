"""Every agency side by side; choosing a row opens it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.banding_opd import TANPA_SUMBER, compare_opd, count_tanpa_opd
from kukar_potensi.model.milik_opd import WILAYAH
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.halaman_opd.baris import KOSONG
from kukar_potensi.tampilan.halaman_opd.keadaan import Keadaan, choose_opd

KUNCI_TABEL = "tabel_opd"
TINGGI_TABEL = 560
TANDA = "⚠ tanpa sumber"


def show_banding(keadaan: Keadaan) -> None:
    """Show the figures of all agencies and the table; only agencies that the OPD filter leaves."""
    tabel = compare_opd(keadaan.tampak, keadaan.evaluasi, keadaan.konteks.saringan.opd)
    show_figures(figures(tabel))
    kode = [str(satu) for satu in tabel.index]

    def pick() -> None:
        baris = st.session_state[KUNCI_TABEL].selection.rows
        if baris and baris[0] < len(kode):
            choose_opd(kode[baris[0]])

    st.dataframe(
        frame(tabel),
        hide_index=True,
        key=KUNCI_TABEL,
        on_select=pick,
        selection_mode="single-row",
        column_config=_config(),
        height=min(35 * (len(tabel) + 1) + 3, TINGGI_TABEL),
        placeholder=KOSONG,
        alt="Perbandingan semua OPD: potensi, kerja sama, menggantung, belum diverifikasi, dan bersumber",
    )
    tanpa = count_tanpa_opd(keadaan.tampak)
    sisa = (
        f" {format_angka(tanpa[0], 0)} potensi dan {format_angka(tanpa[1], 0)} kerja sama belum ditetapkan OPD-nya."
        if any(tanpa)
        else ""
    )
    st.caption(
        "Centang kotak di kiri baris untuk membuka OPD itu. Klik judul kolom untuk mengurutkan; kaca pembesar di sudut tabel mencari. "
        "Kantor kecamatan dihitung menurut letak barisnya, siapa pun OPD pengampunya, jadi jumlah antarbaris melebihi totalnya. "
        f"Tanda {KOSONG} berarti belum punya satu baris pun."
        f"{sisa}"
    )


def figures(tabel: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return the figures above the table: (value, label, note); each counts rows of the table."""
    berisi = (tabel["potensi"] + tabel["kerja_sama"]) > 0
    return [
        (
            format_angka(len(tabel), 0),
            "OPD dan lembaga",
            f"{format_angka(int((~berisi).sum()), 0)} belum punya satu baris pun",
        ),
        (
            format_angka(int((tabel["menggantung"] > 0).sum()), 0),
            "punya yang menggantung",
            "sedikitnya satu kerja sama",
        ),
        (
            format_angka(int((tabel["belum_verifikasi"] > 0).sum()), 0),
            "menunggu verifikasinya",
            "sedikitnya satu baris",
        ),
        (
            format_angka(int((tabel["status_nama"] == TANPA_SUMBER).sum()), 0),
            "namanya belum bersumber",
            "ditandai pada tabel; pastikan ke peraturan daerahnya",
        ),
    ]


def frame(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the comparison as it is shown; shares in percent, empty without any row."""
    return pd.DataFrame(
        {
            "OPD": tabel["nama"].to_numpy(),
            "Sumber nama": [TANDA if satu == TANPA_SUMBER else satu for satu in tabel["status_nama"]],
            "Jenis": tabel["jenis"].to_numpy(),
            "Potensi": tabel["potensi"].to_numpy(),
            "Kerja sama": tabel["kerja_sama"].to_numpy(),
            "Menggantung": tabel["menggantung"].to_numpy(),
            "Belum diverifikasi": tabel["belum_verifikasi"].to_numpy(),
            "Bersumber": (tabel["bersumber"] * 100).round(0).to_numpy(),
            "Sumber resmi": (tabel["resmi"] * 100).round(0).to_numpy(),
            "Dihitung menurut": ["letak" if satu == WILAYAH else "OPD pengampu" for satu in tabel["basis"]],
        }
    )


def _config() -> dict[str, Any]:
    kolom = st.column_config
    persen = "%d%%"
    return {
        "OPD": kolom.TextColumn(width=330),
        "Sumber nama": kolom.TextColumn(help="Apakah nama OPD ini disebut sebuah sumber."),
        "Menggantung": kolom.NumberColumn(
            help="Kerja sama daerah yang belum tercatat keputusan, PKS turunan, atau laporan barunya."
        ),
        "Belum diverifikasi": kolom.NumberColumn(help="Potensi dan kerja sama yang belum diperiksa OPD."),
        "Bersumber": kolom.NumberColumn(format=persen, help="Bagian barisnya yang menyebut sumber."),
        "Sumber resmi": kolom.NumberColumn(
            format=persen, help="Bagian barisnya yang sumbernya kelas A: resmi, akademik, atau kantor berita negara."
        ),
    }
