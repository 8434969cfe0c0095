"""Give checked tables their types and the columns that follow from others."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import pandas as pd

from kukar_potensi.model.tanggal import parse_tanggal
from kukar_potensi.sumber.rapikan import map_distinct
from kukar_potensi.sumber.skema import Jenis, Tabel, split_items

_RENTANG: Final = {
    "kerja_sama": {"tanggal_ttd": ("ttd_awal", "ttd_akhir"), "tanggal_berakhir": ("berakhir_awal", "berakhir_akhir")},
    "tindak_lanjut": {"tanggal": ("tanggal_awal", "tanggal_akhir")},
    "ikn_kukar": {"tanggal": ("tanggal_awal", "tanggal_akhir")},
}


def type_tabel(isi: pd.DataFrame, tabel: Tabel) -> pd.DataFrame:
    """Return a checked table in its final types.

    Text stays str (null where blank), numbers become float64 (int64 where the declaration
    says whole and never blank), list cells tuples of str (empty where blank). Partial
    dates stay text and gain their first and last possible day (datetime64, NaT where
    unknown); potensi gains `tahun` (Int64). The key, if any, becomes the index.
    """
    hasil = isi.copy()
    for kolom in tabel.kolom:
        if kolom.jenis is Jenis.ANGKA:
            bulat = kolom.bulat and kolom.wajib
            hasil[kolom.nama] = pd.to_numeric(isi[kolom.nama]).astype("int64" if bulat else "float64")
        elif kolom.daftar:
            hasil[kolom.nama] = map_distinct(isi[kolom.nama], partial(split_items, jenis=kolom.jenis), kosong=())
    for sumber, (awal, akhir) in _RENTANG.get(tabel.nama, {}).items():
        hasil[awal], hasil[akhir] = find_rentang(isi[sumber])
    if tabel.nama == "potensi":
        hasil["tahun"] = find_tahun(isi["tahun_data"]).fillna(find_tahun(isi["tanggal_sumber"]))
    if tabel.kunci:
        return hasil.set_index(tabel.kunci)
    return hasil.reset_index(drop=True)


def find_rentang(tanggal: pd.Series[str]) -> tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]:
    """Return the first and the last possible day of partial dates; NaT where unknown."""
    rentang = map_distinct(tanggal, parse_tanggal)
    awal = [None if r is None else r.awal for r in rentang]
    akhir = [None if r is None else r.akhir for r in rentang]
    return _build_hari(awal, tanggal.index), _build_hari(akhir, tanggal.index)


def find_tahun(tanggal: pd.Series[str]) -> pd.Series[int]:
    """Return the year of partial dates (Int64); null where unknown."""
    return pd.to_numeric(tanggal.str[:4]).astype("Int64")


def _build_hari(hari: list[date | None], index: pd.Index[int]) -> pd.Series[pd.Timestamp]:
    return pd.Series(pd.to_datetime(pd.Series(hari, dtype=object)).to_numpy(), index=index).astype("datetime64[us]")
