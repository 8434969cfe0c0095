"""Provenance: where every file comes from, and every source address with the rows it carries."""

from __future__ import annotations

import csv
import hashlib
import json
from functools import lru_cache
from io import StringIO
from pathlib import Path

import pandas as pd
import streamlit as st

from kukar_potensi.model.alamat import list_alamat
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.sumber.berkas import decode_teks, read_isi
from kukar_potensi.sumber.skema import GalatData
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, is_known
from kukar_potensi.tampilan.bagian import KELAS_SUMBER
from kukar_potensi.tampilan.data import data_folder
from kukar_potensi.tampilan.halaman_data.bekal_templat import load_kamus
from kukar_potensi.tampilan.konteks import Konteks

PANJANG_SIDIK = 12
KOLOM_ASAL = ("Berkas", "Baris", "Keadaan", "Sidik", "Asal", "Lisensi", "Isi", "Catatan")


def show_asal(konteks: Konteks) -> None:
    """Show both tables; they tell of the whole data set, whatever the filter."""
    himpunan = konteks.himpunan
    st.caption("Bagian ini tentang seluruh data, tidak mengikuti saringan.")
    asal = list_asal(himpunan, data_folder())
    st.markdown(f"##### {len(asal)} berkas di folder data")
    lebar = {kolom: st.column_config.TextColumn(width="medium") for kolom in ("Asal", "Lisensi", "Isi")}
    st.dataframe(asal, hide_index=True, key="tabel_asal", height=420, column_config=lebar)
    st.caption(
        f"Versi data {himpunan.versi}. Sidik: {PANJANG_SIDIK} angka pertama SHA-256 isi berkas; berubah bila satu huruf pun berubah."
    )
    alamat = list_alamat(himpunan)
    st.markdown(f"##### {format_angka(len(alamat))} alamat sumber")
    st.dataframe(
        pd.DataFrame(
            {
                "Sumber": alamat["alamat"].where(alamat["situs"].ne(""), ""),
                "Situs": alamat["situs"].where(alamat["situs"].ne(""), alamat["alamat"]),
                "Kelas": alamat["kelas"],
                "Baris": alamat["baris"],
                "Potensi": alamat["potensi"],
                "Kerja sama": alamat["kerja_sama"],
                "Dipakai oleh": alamat["dipakai"],
            }
        ),
        hide_index=True,
        key="tabel_alamat",
        height=460,
        column_config={"Sumber": st.column_config.LinkColumn(display_text="Buka", width="small")},
    )
    st.caption(
        f"{'; '.join(KELAS_SUMBER.values())}. Kelas dinilai per baris, jadi satu alamat dapat punya dua; tabel selain "
        "potensi dan kerja sama belum dinilai. Baris: baris di seluruh tabel yang menyebut alamat itu."
    )


@lru_cache(maxsize=4)
def list_asal(himpunan: Himpunan, folder: Path) -> pd.DataFrame:
    """Return one line a file, as `KOLOM_ASAL`.

    Rows and hash are of the files that the data set was loaded from; a file that is not
    there has neither.
    """
    kamus = load_kamus()
    baris = []
    for satu in himpunan.sumber.to_dict("records"):
        berkas = str(satu["berkas"])
        jumlah, sidik = _measure(folder, berkas)
        uraian = kamus.get(berkas)
        baris.append(
            {
                "Berkas": berkas,
                "Baris": jumlah,
                "Keadaan": format_tanggal(satu["tanggal"]) if is_known(satu["tanggal"]) else BELUM_DIKETAHUI,
                "Sidik": sidik,
                "Asal": satu["asal"],
                "Lisensi": satu["lisensi"],
                "Isi": uraian.keterangan if uraian else "",
                "Catatan": satu["keterangan"] if is_known(satu["keterangan"]) else "",
            }
        )
    return pd.DataFrame(baris, columns=list(KOLOM_ASAL))


def _measure(folder: Path, berkas: str) -> tuple[int | None, str]:
    """Return the rows (or shapes) of a file and the start of its hash; (None, "") without it."""
    try:
        isi = read_isi(folder, berkas)
        return _count_baris(berkas, isi), hashlib.sha256(isi).hexdigest()[:PANJANG_SIDIK]
    except (GalatData, ValueError):
        return None, ""


def _count_baris(berkas: str, isi: bytes) -> int:
    if berkas.endswith(".csv"):
        teks = decode_teks(berkas, isi)
        return sum(1 for satu in csv.reader(StringIO(teks, newline="")) if any(satu)) - 1
    muatan = json.loads(isi)
    return len(muatan.get("features", muatan))
