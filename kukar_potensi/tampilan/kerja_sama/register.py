"""The register: one row a cooperation, sortable and searchable; a row opens its card."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import streamlit as st

from kukar_potensi.model.evaluasi_kurang import hanging_words
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rantai import Rantai
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, is_known
from kukar_potensi.tampilan.bagian import place_words
from kukar_potensi.tampilan.kerja_sama.isi import Isi, get_evaluasi, open_kartu, read_isi
from kukar_potensi.tampilan.konteks import Konteks

BARIS_TERBANYAK = 300
"""Rows sent to the browser at once; the filter narrows a longer register."""
TINGGI_TABEL = 388
KUNCI_TABEL = "tabel_register"
KUNCI_LENGKAP = "semua_kolom"
RINGKAS = (
    "Kode",
    "Kerja sama",
    "Status",
    "Menggantung",
    "Mitra",
    "OPD",
    "Tanda tangan",
    "Berakhir",
    "Kelas sumber",
    "Verifikasi",
)
"""Columns that are sent unless all are asked for; all of them are three times the bytes."""
PANJANG = ("Kerja sama", "Mitra", "Sumber")
"""Columns in which hardly two rows say the same: written out; in all others each word is written once."""


def show_register(konteks: Konteks, isi: Isi, posisi: str) -> None:
    """Show the rows that the chosen figure counts; choosing one opens its card."""
    lengkap = st.toggle(
        "Semua kolom",
        key=KUNCI_LENGKAP,
        bind="query-params",
        help="Juga kategori, rantai dokumen, urusan, sektor, tempat, nilai, keyakinan, dan tautan sumbernya.",
    )
    tabel = _frame(konteks, posisi, lengkap)
    if not len(tabel):
        st.info(
            "Tidak ada kerja sama pada saringan dan tanggal ini. Longgarkan saringan, atau pilih angka lain di atas."
        )
        return
    kode = tabel["Kode"].to_pylist()
    st.dataframe(
        tabel,
        hide_index=True,
        height=min(TINGGI_TABEL, 35 * (len(tabel) + 1) + 3),
        key=KUNCI_TABEL,
        on_select=lambda: _pick(kode),
        selection_mode="single-row",
        column_config=_columns(),
    )
    semua = isi.count(posisi)
    jumlah = f"{format_angka(semua)} kerja sama"
    if semua > len(tabel):
        jumlah = f"Tampil {format_angka(len(tabel))} dari {jumlah}; persempit saringan untuk melihat sisanya"
    st.caption(
        f"{jumlah}. Centang kotak di kiri baris untuk membuka kartunya. Klik judul kolom untuk mengurutkan; kaca pembesar di "
        "sudut tabel mencari di dalamnya. Angka yang kosong berarti belum diketahui."
    )


def _pick(kode: list[str]) -> None:
    baris = st.session_state[KUNCI_TABEL].selection.rows
    open_kartu(kode[baris[0]] if baris and baris[0] < len(kode) else "")


@lru_cache(maxsize=64)
def _frame(konteks: Konteks, posisi: str, lengkap: bool) -> pa.Table:
    """Return the register as it is shown, newest signing first, at most `BARIS_TERBANYAK` rows."""
    seluruh, letak = _whole(konteks.semua, konteks.himpunan, konteks.tanggal)
    baris = np.sort(letak[read_isi(konteks).places(posisi)])
    terpilih = (seluruh if lengkap else seluruh.select(RINGKAS)).take(baris[:BARIS_TERBANYAK])
    return pa.table({nama: _once(nama, isi) for nama, isi in zip(terpilih.column_names, terpilih.columns, strict=True)})


def _once(nama: str, isi: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column of texts with each text written once; a long one as it is."""
    if not pa.types.is_string(isi.type) or nama in PANJANG:
        return isi
    return isi.dictionary_encode().cast(pa.dictionary(pa.int16(), pa.string()))  # at most `BARIS_TERBANYAK` words


@lru_cache(maxsize=8)
def _whole(semua: Tampak, himpunan: Himpunan, tanggal: date) -> tuple[pa.Table, npt.NDArray[np.int64]]:
    """Return all cooperations of a day as they are shown, newest signing first, and where each row of the index stands.

    Written once for everybody: a filter then takes rows, it does not write them anew.
    """
    evaluasi, kamus = get_evaluasi(himpunan, tanggal), semua.indeks.kamus
    tabel = semua.kerja_sama.sort_values("ttd_awal", ascending=False, kind="stable", na_position="last")
    urusan = {kode: f"{kode} {nama}" for kode, nama in himpunan.urusan["nama"].items()}
    teks = {
        "Kode": tabel.index.to_series(),
        "Kerja sama": tabel["judul"],
        "Status": tabel["status"],
        "Menggantung": hanging_words(evaluasi).reindex(tabel.index),
        "Mitra": tabel["mitra"],
        "Jenis mitra": tabel["jenis_mitra"],
        "OPD": tabel["opd"].map(kamus.label["opd"]),
        "Jenis dokumen": tabel["jenis_dokumen"],
        "Rantai": [chain_text(evaluasi.rantai, str(kode)) for kode in tabel.index],
        "Kategori": [category_text(b) for b in tabel[["kategori", "sifat_ksdd"]].itertuples()],
        "Tanda tangan": tabel["tanggal_ttd"],
        "Ketelitian": tabel["presisi_ttd"],
        "Berakhir": tabel["tanggal_berakhir"],
        "Dasar berakhir": tabel["dasar_berakhir"],
        "Urusan": tabel["kode_urusan"].map(urusan),
        "Sektor": tabel["sektor"].map(kamus.label["sektor"]),
        "Tempat": [place_words(kamus, b) for b in tabel[["kode_desa", "kode_kecamatan"]].itertuples()],
        "Termasuk 210": tabel["masuk_210"],
        "Keyakinan": tabel["keyakinan"],
        "Kelas sumber": tabel["kelas_sumber"],
        "Verifikasi": tabel["status_verifikasi"],
    }
    hasil = pd.DataFrame(teks, index=tabel.index).astype("object").fillna(BELUM_DIKETAHUI).astype("str")
    hasil.insert(14, "Sisa hari", tabel["sisa_hari"])
    hasil.insert(15, "Nilai (Rp)", tabel["nilai_rp"])
    alamat = [next((s for s in daftar if s.startswith(("http://", "https://"))), None) for daftar in tabel["sumber"]]
    hasil.insert(len(hasil.columns) - 1, "Sumber", alamat)
    return _lean(pa.Table.from_pandas(hasil, preserve_index=False)), tabel.index.get_indexer(
        semua.indeks.kerja_sama.index
    ).astype(np.int64)


def _lean(tabel: pa.Table) -> pa.Table:
    """Return the same table in fewer bytes: short offsets of texts, and nothing that only pandas reads."""
    kolom = [pa.field(k.name, pa.string() if pa.types.is_large_string(k.type) else k.type) for k in tabel.schema]
    return tabel.cast(pa.schema(kolom)).replace_schema_metadata(None)


def category_text(baris: Any) -> str:
    """Return the category, for KSDD with its nature: "KSDD (sukarela)"."""
    sifat = baris.sifat_ksdd if is_known(baris.sifat_ksdd) else ""
    return f"{baris.kategori} ({sifat})" if sifat else str(baris.kategori)


def chain_text(rantai: Rantai, kode: str) -> str:
    """Return where a document stands in its chain: "di bawah K045", "induk dari K129"."""
    bagian = []
    if kode in rantai.induk:
        bagian.append(f"di bawah {rantai.induk[kode]}")
    elif kode in rantai.hilang:
        bagian.append(f"induk {rantai.hilang[kode]} tidak ada dalam data")
    elif any(kode in lingkar for lingkar in rantai.putaran):
        bagian.append("rantai berputar")
    if kode in rantai.turunan:
        bagian.append(f"induk dari {', '.join(rantai.turunan[kode])}")
    return "; ".join(bagian) or "belum tercatat"


def _columns() -> dict[str, Any]:
    kolom = st.column_config
    return {
        "Kode": kolom.TextColumn(width=70, pinned=True),
        "Kerja sama": kolom.TextColumn(width=320),
        "Mitra": kolom.TextColumn(width=210),
        "OPD": kolom.TextColumn(width=210),
        "Tanda tangan": kolom.TextColumn(help="Setepat yang diketahui: tahun, tahun-bulan, atau tahun-bulan-hari."),
        "Ketelitian": kolom.TextColumn(help="Seberapa tepat tanggal tanda tangan diketahui."),
        "Dasar berakhir": kolom.TextColumn(help="Menurut sumber, dihitung dari jangka waktu, atau disimpulkan."),
        "Sisa hari": kolom.NumberColumn(help="Di bawah nol: sudah lewat. Kosong: belum diketahui.", format="%d"),
        "Nilai (Rp)": kolom.NumberColumn(format="localized"),
        "Keyakinan": kolom.TextColumn(help="Keyakinan pencatat bahwa kerja sama ini ada sebagaimana tertulis."),
        "Sumber": kolom.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
    }
