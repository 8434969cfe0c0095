"""The areas that a figure opens: where the agency has rows, and where nothing of it is recorded."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.milik_opd import WILAYAH
from kukar_potensi.model.periksa_opd import Periksa
from kukar_potensi.tampilan.halaman_opd.baris import show_table
from kukar_potensi.tampilan.halaman_opd.peta_kecil import choose_wilayah
from kukar_potensi.tampilan.konteks import Konteks

TERCAKUP = (p.TERCAKUP, p.DESA_TERCAKUP)


def show_wilayah(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> None:
    """Show the areas of a figure; picking one narrows the whole page to it."""
    kode = keselarasan.wilayah[periksa.id]
    isi = area_frame(konteks, keselarasan, periksa)
    kunci = f"baris_{keselarasan.opd}_{periksa.id}"

    def pick() -> None:
        baris = st.session_state[kunci].selection.rows
        if baris and baris[0] < len(kode):
            choose_wilayah(kode[baris[0]])

    angka = st.column_config.NumberColumn
    show_table(
        isi, kunci, {"Irisan IKN (%)": angka(format="localized"), "Jarak KIPP (km)": angka(format="%d")}, on_select=pick
    )


def area_frame(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> pd.DataFrame:
    """Return one row an area: the agency's counts where it has any, else what others have there."""
    himpunan, di_desa = konteks.himpunan, keselarasan.basis == WILAYAH
    kode = list(keselarasan.wilayah[periksa.id])
    wilayah = (himpunan.desa if di_desa else himpunan.kecamatan).loc[kode]
    isi: dict[str, Any] = {"Kode": kode, "Desa/kelurahan" if di_desa else "Kecamatan": wilayah["nama"].to_numpy()}
    if di_desa:
        isi["Jenis"] = wilayah["jenis"].to_numpy()
    if periksa in TERCAKUP:
        milik = keselarasan.milik
        angka = (milik.wilayah_desa if di_desa else milik.wilayah_kecamatan).loc[kode]
        isi |= {"Potensi": angka["potensi"].to_numpy(), "Kerja sama": angka["kerja_sama"].to_numpy()}
        isi["Rata-rata relevansi IKN"] = angka["relevansi"].round(0).to_numpy()
    elif not di_desa:
        semua = konteks.semua.wilayah_kecamatan.loc[kode]
        isi |= {"Potensi OPD lain": semua["potensi"].to_numpy(), "Kerja sama OPD lain": semua["kerja_sama"].to_numpy()}
    isi["Irisan IKN (%)"] = wilayah["irisan_ikn_persen"].round(1).to_numpy()
    isi["Jarak KIPP (km)"] = wilayah["jarak_kipp_km"].round(0).to_numpy()
    return pd.DataFrame(isi)
