"""Faults of the loaded data, row by row, as `periksa` tells them."""

from __future__ import annotations

import csv
from io import StringIO

import pandas as pd
import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.konteks import Konteks

KOLOM = ("Berkas", "Baris", "Kolom", "Isi", "Yang salah", "Saran")
BARIS_DIKIRIM = 1_000


def show_kesalahan(konteks: Konteks) -> None:
    """Show every fault, or say that there is none."""
    himpunan = konteks.himpunan
    st.caption("Bagian ini tentang seluruh data, tidak mengikuti saringan.")
    dimuat = len(himpunan.potensi) + len(himpunan.kerja_sama)
    if not himpunan.temuan:
        st.success(
            f"Tidak ada kesalahan: {format_angka(dimuat)} baris potensi dan kerja sama termuat, tidak ada yang tersisih.",
            icon=":material/check_circle:",
        )
        st.caption(
            "Yang diperiksa: bentuk isi, kode wilayah, rujukan antartabel, tanggal, dan angka. Bukan kebenaran isinya."
        )
        return
    st.markdown(
        f"##### {format_angka(len(himpunan.temuan))} kesalahan; {format_angka(himpunan.terbuang)} baris tidak dimuat"
    )
    st.dataframe(
        pd.DataFrame(_rows(himpunan)[:BARIS_DIKIRIM], columns=list(KOLOM)), hide_index=True, key="tabel_kesalahan"
    )
    if len(himpunan.temuan) > BARIS_DIKIRIM:
        st.caption(f"Tampil {format_angka(BARIS_DIKIRIM)} yang pertama; semuanya ada di unduhan.")
    st.download_button(
        "Unduh semua kesalahan (CSV)",
        data=lambda: write_kesalahan(himpunan),
        file_name=f"kesalahan-data-{himpunan.versi}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="unduh_kesalahan",
    )
    st.caption("Perbaiki berkasnya di folder data. `python -m kukar_potensi periksa` menulis daftar yang sama.")


def write_kesalahan(himpunan: Himpunan) -> bytes:
    """Return all faults as CSV."""
    teks = StringIO(newline="")
    tulis = csv.writer(teks)
    tulis.writerow(KOLOM)
    tulis.writerows(
        ["" if sel is None else f"'{sel}" if str(sel).startswith(("=", "+", "-", "@")) else sel for sel in satu]
        for satu in _rows(himpunan)
    )
    return teks.getvalue().encode("utf-8-sig")


def _rows(himpunan: Himpunan) -> list[tuple[object, ...]]:
    return [(t.berkas, t.baris, t.kolom, t.nilai, t.aturan, t.saran) for t in himpunan.temuan]
