"""Write what a checked workbook brings as tables for people: names of columns, codes with names, a dash where blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from kukar_potensi.ekspor.unduh_kolom import KOLOM_KERJA_SAMA, KOLOM_POTENSI
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.sumber.buku_kerja.formulir import Formulir, label_kode, list_acuan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku, HasilLembar
from kukar_potensi.sumber.skema import Jenis, Kolom, split_items
from kukar_potensi.tampilan.angka import format_angka

KOSONG = "–"
LABEL = {satu.nama: satu.judul for satu in (*KOLOM_POTENSI, *KOLOM_KERJA_SAMA)} | {
    "id": "Kode",
    "judul": "Judul",
    "nama": "Nama",
    "opd": "OPD",
    "sektor": "Sektor",
    "kode_urusan": "Urusan",
    "kode_kecamatan": "Kecamatan",
    "kode_desa": "Desa/kelurahan",
    "nilai_rp": "Nilai (rupiah)",
}
"""What people call the columns of data/ whose cells are shown with names for codes."""

KOLOM_UBAHAN = ("Kode", "Kolom", "Isi tercatat", "Isi baru", "Lembar", "Sel")
MENGIKUTI = "mengikuti"
"""Stands for the cell where a value follows from others."""

Acuan = Mapping[str, Mapping[str, str]]


def list_ubahan(hasil: HasilBuku, himpunan: Himpunan, terbanyak: int) -> pd.DataFrame:
    """Return the recorded cells that would change, as `KOLOM_UBAHAN`, of at most so many rows a sheet."""
    acuan = list_acuan(himpunan)
    baris = []
    for lembar in hasil.lembar:
        for satu in lembar.perubahan[:terbanyak]:
            for nama, lama, baru in satu.sel:
                tulis = _build_tulis(lembar.formulir.tabel[nama], acuan)
                sel = lembar.name_sel(satu.baris, nama) or MENGIKUTI
                baris.append((satu.id, LABEL.get(nama, nama), tulis(lama), tulis(baru), lembar.judul, sel))
    return pd.DataFrame(baris, columns=list(KOLOM_UBAHAN))


def list_baru(lembar: HasilLembar, himpunan: Himpunan, terbanyak: int) -> pd.DataFrame:
    """Return the first new rows of a sheet, the columns that any of them fills, with its row of the sheet."""
    acuan = list_acuan(himpunan)
    rows = lembar.baik[lembar.baik["id"].isna()].head(terbanyak).drop(columns="id").dropna(axis=1, how="all")
    lajur = {
        LABEL.get(str(nama), str(nama)): rows[nama].fillna("").map(_build_tulis(_kolom(lembar.formulir, nama), acuan))
        for nama in rows.columns
    }
    return pd.DataFrame({"Baris": rows.index, **{judul: isi.to_numpy() for judul, isi in lajur.items()}})


def _kolom(formulir: Formulir, nama: object) -> Kolom:
    return formulir.tabel[str(nama)]


def _build_tulis(kolom: Kolom, acuan: Acuan) -> Callable[[str], str]:
    """Return the function that writes one cell of a column for people."""
    return partial(_write, kolom=kolom, nama=acuan.get(kolom.rujuk, {}))


def _write(teks: str, kolom: Kolom, nama: Mapping[str, str]) -> str:
    if not teks:
        return KOSONG
    if kolom.rujuk:
        butir = split_items(teks) if kolom.daftar else (teks,)
        return "; ".join(label_kode(satu, nama.get(satu, "")) for satu in butir)
    if kolom.jenis is Jenis.TANGGAL:
        return format_tanggal(teks)
    if kolom.jenis is Jenis.ANGKA:
        return format_angka(float(teks), 6)
    return teks
