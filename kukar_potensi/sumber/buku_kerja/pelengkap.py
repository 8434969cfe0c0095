"""Bring the cells of a sheet into the form of data/: codes for names, and what follows from other cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from kukar_potensi.sumber.buku_kerja.baca import LembarBuku
from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.buku_kerja.hapus import split_permintaan
from kukar_potensi.sumber.buku_kerja.pengenal import PANJANG_KODE_KECAMATAN, Pengenal
from kukar_potensi.sumber.rapikan import map_distinct, tidy_lembar
from kukar_potensi.sumber.skema import PEMISAH_DAFTAR, Jenis, Kolom, Lembar, split_items
from kukar_potensi.sumber.skema_fakta import STATUS_VERIFIKASI

_BAWAAN: Final = {"status_verifikasi": STATUS_VERIFIKASI[0], "masuk_210": "belum diketahui"}
_SEKAT: Final = "\x1f"
_PRESISI: Final = {10: "hari", 7: "bulan", 4: "tahun"}
_NOL_EKOR: Final = re.compile(r"(?<=\d)\.0+$|(?<=\.\d{3})0+$")
_SERANGKAI: Final = (("tingkat", "kode_kecamatan", "kode_desa"), ("tanggal_ttd", "presisi_ttd"))
_SEBUTAN: Final = {
    "status_verifikasi": f"status_verifikasi: “{STATUS_VERIFIKASI[0]}”",
    "masuk_210": "masuk_210: “belum diketahui”",
    "kode_kecamatan": "kode_kecamatan: kecamatan dari desa yang disebut",
    "presisi_ttd": "presisi_ttd: mengikuti tanggal_ttd",
}


@dataclass(frozen=True, eq=False)
class Lengkap:
    """A sheet in the form of data/.

    `isi` are the tidied cells (text, null where blank), `asli` the cells as the check shows
    them to a person. `ubah` are the positions that complete a recorded row, and `tak_ada`
    those whose id is not on record. `isian` counts the cells that were filled by rule, and
    `permintaan` are the requests to delete by position, taken out of `catatan`.
    """

    isi: pd.DataFrame
    asli: pd.DataFrame
    ubah: np.ndarray[tuple[int], np.dtype[np.bool_]]
    tak_ada: np.ndarray[tuple[int], np.dtype[np.bool_]]
    isian: Counter[str]
    permintaan: dict[int, str]


def complete_lembar(lembar: LembarBuku, pengenal: Pengenal, tercatat: pd.DataFrame) -> Lengkap:
    """Return a sheet with codes for names and with the cells that follow from others.

    `tercatat` are the recorded rows as text cells (index id). A row that bears one of their
    ids takes over their cells where its own are blank.
    """
    formulir = lembar.formulir
    asli = resolve_kode(lembar.isi, formulir, pengenal)
    isi = tidy_lembar(Lembar(asli, np.array(lembar.baris, dtype=np.int64), koma_desimal=True), formulir.tabel_isian)
    ubah = isi["id"].isin(tercatat.index).to_numpy(np.bool_)
    tak_ada = (isi["id"].notna() & ~isi["id"].isin(tercatat.index)).to_numpy(np.bool_)
    isian: Counter[str] = Counter()
    permintaan = _take_permintaan(isi, tercatat)
    _fill_tempat(isi, isian, pengenal)
    _overlay(isi, ubah, tercatat)
    _fill_lain(isi, isian, formulir)
    for kolom in formulir.tabel.kolom:
        if kolom.jenis is Jenis.ANGKA:
            isi[kolom.nama] = isi[kolom.nama].str.replace(_NOL_EKOR, "", regex=True)
    return Lengkap(isi, asli.where(asli.notna(), isi), ubah, tak_ada, isian, permintaan)


def describe_isian(isian: Counter[str]) -> list[str]:
    """Return a line for each column that was filled by rule."""
    return [f"{sebutan} ({isian[kolom]} sel)" for kolom, sebutan in _SEBUTAN.items() if isian[kolom]]


def resolve_kode(isi: pd.DataFrame, formulir: Formulir, pengenal: Pengenal) -> pd.DataFrame:
    """Return the cells with a code wherever one is meant; other text stays as written."""
    hasil = isi.copy()
    for kolom in formulir.tabel.kolom:
        if kolom.rujuk and kolom.nama != "kode_desa":
            hasil[kolom.nama] = map_distinct(isi[kolom.nama], _build_ubah(kolom, pengenal)).astype("str")
    if "kode_desa" in hasil:
        desa = formulir.tabel["kode_desa"]
        pasangan = isi["kode_desa"].str.cat(hasil["kode_kecamatan"].fillna(""), sep=_SEKAT)

        def find_desa(teks: str) -> str:
            sel, _, kecamatan = teks.partition(_SEKAT)
            return _resolve_sel(sel, desa, pengenal, split_items(kecamatan))

        hasil["kode_desa"] = map_distinct(pasangan, find_desa).astype("str")
    return hasil


def _build_ubah(kolom: Kolom, pengenal: Pengenal) -> Any:
    return lambda sel: _resolve_sel(sel, kolom, pengenal, ())


def _resolve_sel(sel: str, kolom: Kolom, pengenal: Pengenal, kecamatan: tuple[str, ...]) -> str:
    """Return a cell with each item that means a code replaced by it."""
    butir = split_items(sel, kolom.jenis) if kolom.daftar else (sel,)
    kode = (pengenal.find_kode(kolom.rujuk, satu, kecamatan) or satu for satu in butir)
    return PEMISAH_DAFTAR.join(dict.fromkeys(kode)) or sel


def _take_permintaan(isi: pd.DataFrame, tercatat: pd.DataFrame) -> dict[int, str]:
    """Take the requests to delete out of `catatan` in place and return them by position."""
    hasil: dict[int, str] = {}
    lama = tercatat["catatan"].reindex(isi["id"]).fillna("").tolist()
    for posisi, teks in enumerate(isi["catatan"].fillna("").tolist()):
        if "hapus" in teks.casefold():
            sisa, minta = split_permintaan(teks, lama[posisi])
            if minta:
                isi.loc[posisi, "catatan"] = sisa or None
                hasil[posisi] = minta
    return hasil


def _fill_tempat(isi: pd.DataFrame, isian: Counter[str], pengenal: Pengenal) -> None:
    """Add the kecamatan of every desa named that there is, and the precision that the places have."""
    dikenal = pengenal.acuan["desa"]
    pasangan = isi["kode_desa"].str.cat(isi["kode_kecamatan"].fillna(""), sep=_SEKAT)

    def add_induk(teks: str) -> str:
        desa, _, kecamatan = teks.partition(_SEKAT)
        induk = {satu[:PANJANG_KODE_KECAMATAN] for satu in split_items(desa) if satu in dikenal}
        return PEMISAH_DAFTAR.join(sorted(induk | set(split_items(kecamatan))))

    lengkap = map_distinct(pasangan, add_induk).astype("str")
    bertambah = lengkap.notna() & lengkap.ne("") & lengkap.str.len().gt(isi["kode_kecamatan"].str.len().fillna(0))
    isian["kode_kecamatan"] += int(bertambah.sum())
    isi["kode_kecamatan"] = isi["kode_kecamatan"].mask(bertambah, lengkap)


def _overlay(isi: pd.DataFrame, ubah: np.ndarray[tuple[int], np.dtype[np.bool_]], tercatat: pd.DataFrame) -> None:
    """Take over the recorded cells of rows that complete one, where their own are blank.

    The three cells of the place go together: a new place replaces the old one whole. So do
    a signing date and its precision.
    """
    if not ubah.any():
        return
    lama = tercatat.reindex(isi.loc[ubah, "id"]).set_axis(isi.index[ubah])
    baru: dict[str, pd.Series] = {}
    for serangkai in _SERANGKAI:
        ada = [kolom for kolom in serangkai if kolom in isi]
        baru |= dict.fromkeys(ada, isi.loc[ubah, ada].notna().any(axis=1))
    for kolom in isi.columns.drop("id"):
        pakai = isi.loc[ubah, kolom].isna()
        if kolom in baru:
            pakai &= ~baru[kolom]
        isi.loc[pakai.index[pakai], kolom] = lama.loc[pakai, kolom]


def _fill_lain(isi: pd.DataFrame, isian: Counter[str], formulir: Formulir) -> None:
    """Fill what a person may leave out: precision of place and date, and the cautious answers."""
    tingkat = np.select([isi["kode_desa"].notna(), isi["kode_kecamatan"].notna()], ["desa", "kecamatan"], "kabupaten")
    _fill(isi, "tingkat", pd.Series(tingkat, index=isi.index), isian)
    for kolom, bawaan in _BAWAAN.items():
        if kolom in isi:
            _fill(isi, kolom, pd.Series(bawaan, index=isi.index), isian)
    if "presisi_ttd" in formulir.tabel.nama_kolom:
        presisi = isi["tanggal_ttd"].str.len().map(_PRESISI)
        _fill(isi, "presisi_ttd", presisi, isian)


def _fill(isi: pd.DataFrame, kolom: str, nilai: pd.Series, isian: Counter[str]) -> None:
    perlu = isi[kolom].isna() & nilai.notna()
    isian[kolom] += int(perlu.sum())
    isi[kolom] = isi[kolom].where(~perlu, nilai).astype("str")
