"""Hold one checked data set as an immutable value."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from geopandas import GeoDataFrame

_PANJANG_NILAI = 80


@dataclass(frozen=True)
class Temuan:
    """One fault in a data file, told so that a person can mend it.

    `berkas` is the file name below the data folder. `baris` is the 1-based line as a
    spreadsheet shows it (the header is line 1); None when the fault is of the whole file
    or column. `kolom` is the column, empty when the fault is of no single column. `nilai`
    is the text as it stands in the file. `aturan` says what is allowed and `saran` what
    to do next, both in Indonesian; `saran` may be empty.
    """

    berkas: str
    baris: int | None
    kolom: str
    nilai: str
    aturan: str
    saran: str

    def kalimat(self) -> str:
        """Return the fault as one Indonesian sentence: where, what was found, what is allowed."""
        tempat = [self.berkas]
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.kolom:
            tempat.append(f"kolom {self.kolom}")
        isi = f" berisi “{_shorten(self.nilai)}”" if self.nilai else ""
        saran = f" {self.saran}" if self.saran else ""
        return f"{', '.join(tempat)}{isi}: {self.aturan}{saran}"


@dataclass(frozen=True, eq=False)
class Himpunan:
    """Every table of the data set, checked, with its version and its faults.

    Fields cannot be replaced; the frames are shared by every session, so callers must not
    write into them (slices and `.copy()` are free under pandas copy-on-write).

    `desa` (index `kode`): nama, jenis, kode_kecamatan, nama_kecamatan, kode_pos, luas_km2,
    lat, lon, irisan_ikn_persen (0-100), jarak_kipp_km, geometry, nama_2022 (spelling of 2022, null when
    not listed then). `kecamatan` (index `kode`):
    nama, jumlah_desa, jumlah_kelurahan, luas_km2, lat, lon, irisan_ikn_persen,
    jarak_kipp_km, geometry. All geometry is EPSG:4326; both are sorted by code.

    Tables with an id are indexed by it: `potensi`, `kerja_sama`, `opd`, `sektor`,
    `klaster_ikn`, `rpjmd` by `id`; `urusan`, `rubrik`, `ikn_desa` by `kode`. List cells are
    tuples of str (empty tuple: none on record). Text is null where unknown, numbers are
    float64, partial dates stay text beside derived columns: `potensi.tahun` (Int64),
    `kerja_sama.ttd_awal`, `ttd_akhir`, `berakhir_awal`, `berakhir_akhir`, and `tanggal_awal`,
    `tanggal_akhir` of `tindak_lanjut` and `ikn_kukar` (datetime64, first and last possible
    day, NaT when unknown).

    `versi` is 12 hex digits of the files' content, `temuan` every fault found, `terbuang`
    the number of rows left out because of a fault.
    """

    desa: GeoDataFrame
    kecamatan: GeoDataFrame
    kabupaten: GeoDataFrame
    ikn: GeoDataFrame
    konteks: GeoDataFrame
    tetangga: GeoDataFrame
    batas_bersama: pd.DataFrame
    potensi: pd.DataFrame
    kerja_sama: pd.DataFrame
    tindak_lanjut: pd.DataFrame
    opd: pd.DataFrame
    urusan: pd.DataFrame
    sektor: pd.DataFrame
    klaster_ikn: pd.DataFrame
    rubrik: pd.DataFrame
    konektivitas: pd.DataFrame
    rpjmd: pd.DataFrame
    ikn_kukar: pd.DataFrame
    kecamatan_angka: pd.DataFrame
    desa_status: pd.DataFrame
    kode_lama: pd.DataFrame
    ikn_desa: pd.DataFrame
    sumber: pd.DataFrame
    versi: str
    temuan: tuple[Temuan, ...]
    terbuang: int


def _shorten(nilai: str) -> str:
    """Cut a long value so that the sentence around it stays readable."""
    rapi = " ".join(nilai.split())
    return rapi if len(rapi) <= _PANJANG_NILAI else rapi[: _PANJANG_NILAI - 1] + "…"
