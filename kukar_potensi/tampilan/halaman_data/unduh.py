"""Downloads: each table and layer in four forms, or all of them at once, with the data dictionary."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from kukar_potensi.ekspor.unduhan import (
    SEMUA_BAHAN,
    Bahan,
    write_csv,
    write_csv_semua,
    write_geojson,
    write_geojson_semua,
    write_gpkg,
    write_xlsx,
)
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.halaman_data.bekal_templat import MIME_XLSX, load_kamus
from kukar_potensi.tampilan.konteks import Konteks

MIME = {
    "csv": "text/csv",
    "xlsx": MIME_XLSX,
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "zip": "application/zip",
}


def show_unduh(konteks: Konteks) -> None:
    """Show the choice of a table or layer, its dictionary and its files."""
    himpunan, kamus = konteks.himpunan, load_kamus()
    st.caption(
        "Unduhan ini memuat seluruh data, tidak mengikuti saringan. Untuk yang tersaring, pakai “Unduh tampilan ini” di atas."
    )
    judul = {bahan.nama: bahan.judul for bahan in SEMUA_BAHAN}
    nama = st.selectbox(
        "Tabel atau lapisan peta",
        list(judul),
        format_func=lambda kunci: judul.get(kunci, kunci),
        key="bahan",
        width=420,
    )
    bahan = next(satu for satu in SEMUA_BAHAN if satu.nama == (nama or "potensi"))
    uraian = kamus.get(bahan.berkas)
    jumlah = format_angka(len(getattr(himpunan, bahan.nama)))
    st.markdown(f"##### {bahan.judul} · {jumlah} {'bentuk' if bahan.is_lapisan else 'baris'}")
    if uraian:
        st.text(uraian.keterangan)
    with st.container(horizontal=True):
        _button("CSV", bahan, "csv", lambda: write_csv(himpunan, bahan, kamus))
        _button("XLSX", bahan, "xlsx", lambda: write_xlsx(himpunan, [bahan], kamus, konteks.tanggal))
        _button("GeoJSON", bahan, "geojson", lambda: write_geojson(himpunan, bahan, kamus))
        _button("GeoPackage", bahan, "gpkg", lambda: write_gpkg(himpunan, [bahan], kamus))
    if uraian:
        st.dataframe(
            pd.DataFrame(
                [(k.nama, k.arti, k.isi, k.kosong) for k in uraian.kolom],
                columns=["Kolom", "Arti", "Isi yang diizinkan", "Kosong berarti"],
            ),
            hide_index=True,
            key="tabel_kamus",
            height=min(35 * (len(uraian.kolom) + 1) + 3, 500),
        )
    st.markdown(f"##### Semuanya sekaligus: {len(SEMUA_BAHAN)} tabel dan lapisan, dengan kamus datanya")
    with st.container(horizontal=True):
        _button("CSV (ZIP)", None, "zip", lambda: write_csv_semua(himpunan, SEMUA_BAHAN, kamus))
        _button("XLSX", None, "xlsx", lambda: write_xlsx(himpunan, SEMUA_BAHAN, kamus, konteks.tanggal))
        _button("GeoJSON (ZIP)", None, "geojson", lambda: write_geojson_semua(himpunan, SEMUA_BAHAN, kamus), "zip")
        _button("GeoPackage", None, "gpkg", lambda: write_gpkg(himpunan, SEMUA_BAHAN, kamus))
    st.caption(
        "CSV: UTF-8, pemisah koma, titik desimal; teks yang berawal = + - @ diberi tanda petik tunggal agar tidak menjadi rumus. "
        "Baris tabel yang menyebut tempat digambar pada titik label desanya, bukan lokasi persis. Lisensi tiap berkas ada pada tabel Asal data."
    )


def _button(label: str, bahan: Bahan | None, bentuk: str, buat: Callable[[], bytes], akhiran: str = "") -> None:
    akhiran = akhiran or bentuk
    st.download_button(
        label,
        data=buat,
        file_name=f"kukar-potensi-{bahan.nama.replace('_', '-') if bahan else 'semua'}.{akhiran}",
        mime=MIME[akhiran],
        icon=":material/download:",
        on_click="ignore",
        key=f"unduh_{'satu' if bahan else 'semua'}_{bentuk}",
    )
