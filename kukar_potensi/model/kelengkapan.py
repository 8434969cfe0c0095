"""Say how complete the records are, and what would lift that most.

Everything is counted on one filtered view (`Tampak`), by the counting rule of `tempat`: a
row counts once in a total, and once in every kecamatan where it lies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import DESA, Topeng

DILAPORKAN: Final = 210
"""Cooperations signed from 2020 to April 2024, as reported (Antara 211791)."""

POTENSI: Final = "potensi"
KERJA_SAMA: Final = "kerja_sama"
SEBUTAN: Final = {POTENSI: "potensi", KERJA_SAMA: "kerja sama"}

TERVERIFIKASI: Final = "terverifikasi OPD"
_TIDAK_DISEBUT: Final = "tidak disebut"

ADA: Final = "1"
LAIN: Final = "0"
KOSONG: Final = "-"
DI_LUAR: Final = "."


@dataclass(frozen=True)
class Unsur:
    """One thing a row should tell, and the test of whether it does.

    `ajakan` is what to do where it is missing, put before "42 kerja sama". Without it the
    lack cannot be mended row by row (a cooperation of the whole regency has no desa).
    """

    tabel: str
    kunci: str
    label: str
    ajakan: str
    uji: Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True)
class Cakupan:
    """How many of a known total are recorded in the view."""

    label: str
    tercatat: int
    diketahui: int
    keterangan: str

    @property
    def bagian(self) -> float:
        """Share from 0 to 1; 0 when the total is 0."""
        return self.tercatat / self.diketahui if self.diketahui else 0.0


@dataclass(frozen=True)
class Isian:
    """In how many of the view's rows an element is filled."""

    unsur: Unsur
    terisi: int
    jumlah: int

    @property
    def kosong(self) -> int:
        """Rows that lack the element."""
        return self.jumlah - self.terisi

    @property
    def bagian(self) -> float:
        """Share from 0 to 1; 0 without rows."""
        return self.terisi / self.jumlah if self.jumlah else 0.0


@dataclass(frozen=True)
class Pengungkit:
    """One way to lift completeness: what to fill, in how many rows, and by how many points."""

    tabel: str
    unsur: str
    kalimat: str
    kosong: int
    naik_poin: float


def _is_terisi(kolom: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda rows: rows[kolom].notna()


def _is_bersumber(rows: pd.DataFrame) -> pd.Series:
    return rows["sumber"].map(bool).astype(bool)


def _is_sampai_desa(rows: pd.DataFrame) -> pd.Series:
    return rows["tingkat"].eq(DESA)


def _is_terverifikasi(rows: pd.DataFrame) -> pd.Series:
    return rows["status_verifikasi"].eq(TERVERIFIKASI)


def _is_jenis_disebut(rows: pd.DataFrame) -> pd.Series:
    return rows["jenis_dokumen"].notna() & rows["jenis_dokumen"].ne(_TIDAK_DISEBUT)


SEMUA_UNSUR: Final = (
    Unsur(POTENSI, "sumber", "Sumber", "sebutkan sumber", _is_bersumber),
    Unsur(POTENSI, "nilai", "Angka", "lengkapi angka dan satuan", _is_terisi("nilai")),
    Unsur(POTENSI, "tahun_data", "Tahun data", "lengkapi tahun data", _is_terisi("tahun_data")),
    Unsur(POTENSI, "desa", "Tempat sampai desa", "tentukan desa dari", _is_sampai_desa),
    Unsur(POTENSI, "opd", "OPD", "tetapkan OPD untuk", _is_terisi("opd")),
    Unsur(POTENSI, "tanggal_sumber", "Tanggal sumber", "lengkapi tanggal sumber", _is_terisi("tanggal_sumber")),
    Unsur(POTENSI, "verifikasi", "Verifikasi OPD", "mintakan verifikasi OPD atas", _is_terverifikasi),
    Unsur(KERJA_SAMA, "sumber", "Sumber", "sebutkan sumber", _is_bersumber),
    Unsur(KERJA_SAMA, "nilai_rp", "Nilai rupiah", "lengkapi nilai rupiah", _is_terisi("nilai_rp")),
    Unsur(KERJA_SAMA, "jenis_dokumen", "Jenis dokumen", "tetapkan jenis dokumen", _is_jenis_disebut),
    Unsur(KERJA_SAMA, "nomor_dokumen", "Nomor dokumen", "lengkapi nomor dokumen", _is_terisi("nomor_dokumen")),
    Unsur(KERJA_SAMA, "desa", "Tempat sampai desa", "", _is_sampai_desa),
    Unsur(KERJA_SAMA, "opd", "OPD", "tetapkan OPD untuk", _is_terisi("opd")),
    Unsur(
        KERJA_SAMA, "tanggal_ttd", "Tanggal tanda tangan", "lengkapi tanggal tanda tangan", _is_terisi("tanggal_ttd")
    ),
    Unsur(
        KERJA_SAMA, "tanggal_berakhir", "Tanggal berakhir", "lengkapi tanggal berakhir", _is_terisi("tanggal_berakhir")
    ),
    Unsur(KERJA_SAMA, "verifikasi", "Verifikasi OPD", "mintakan verifikasi OPD atas", _is_terverifikasi),
)


def list_unsur(tabel: str) -> list[Unsur]:
    """Return what a row of a table (`POTENSI` or `KERJA_SAMA`) should tell."""
    return [satu for satu in SEMUA_UNSUR if satu.tabel == tabel]


@lru_cache(maxsize=32)
def mask_unsur(indeks: Indeks) -> Mapping[tuple[str, str], Topeng]:
    """Tell for every (table, element) which rows of the whole data set have it."""
    rows = {POTENSI: indeks.potensi, KERJA_SAMA: indeks.kerja_sama}
    return {(u.tabel, u.kunci): u.uji(rows[u.tabel]).to_numpy(np.bool_) for u in SEMUA_UNSUR}


def _mask_rows(tampak: Tampak, tabel: str) -> Topeng:
    return tampak.mask_potensi if tabel == POTENSI else tampak.mask_kerja_sama


@lru_cache(maxsize=128)
def count_cakupan(tampak: Tampak) -> tuple[Cakupan, ...]:
    """Return what is recorded against what is known to exist, for the view.

    Areas that the filter leaves out are not in the totals; the 210 reported cooperations,
    OPD and sectors are those of the whole regency.
    """
    himpunan = tampak.indeks.himpunan
    rows = (tampak.potensi, tampak.kerja_sama)
    opd, sektor = (
        len({kode for tabel in rows for kode in tabel[kolom].dropna()} & set(acuan.index))
        for kolom, acuan in (("opd", himpunan.opd), ("sektor", himpunan.sektor))
    )
    return (
        Cakupan(
            "Kecamatan",
            tampak.n_kecamatan_tercakup,
            int(tampak.cacah_kecamatan.terpilih.sum()),
            "punya sedikitnya satu potensi atau kerja sama; kantor kecamatan, yang dihitung menurut letak di halaman OPD, tidak",
        ),
        Cakupan(
            "Desa dan kelurahan",
            tampak.n_desa_tercakup,
            int(tampak.cacah_desa.terpilih.sum()),
            "disebut oleh sedikitnya satu potensi atau kerja sama",
        ),
        Cakupan(
            "Kerja sama yang dilaporkan",
            tampak.n_masuk_210,
            DILAPORKAN,
            f"dari 210 yang dilaporkan 2020–April 2024, menurut tanggalnya; {tampak.n_masuk_210_mungkin} lagi mungkin termasuk",
        ),
        Cakupan(
            "OPD dan lembaga",
            opd,
            len(himpunan.opd),
            "punya sedikitnya satu potensi atau kerja sama; kantor kecamatan, yang dihitung menurut letak di halaman OPD, tidak",
        ),
        Cakupan(
            "Sektor",
            sektor,
            len(himpunan.sektor),
            "punya sedikitnya satu potensi atau kerja sama; kantor kecamatan, yang dihitung menurut letak di halaman OPD, tidak",
        ),
    )


@lru_cache(maxsize=128)
def share_unsur(tampak: Tampak) -> tuple[Isian, ...]:
    """Return for every element how many rows of the view have it."""
    ada = mask_unsur(tampak.indeks)
    hasil = []
    for unsur in SEMUA_UNSUR:
        dipakai = _mask_rows(tampak, unsur.tabel)
        hasil.append(Isian(unsur, int((ada[unsur.tabel, unsur.kunci] & dipakai).sum()), int(dipakai.sum())))
    return tuple(hasil)


@lru_cache(maxsize=128)
def share_sektor(tampak: Tampak, tabel: str) -> pd.DataFrame:
    """Return index sektor (id), column `jumlah` and one column an element with the rows that have it."""
    himpunan = tampak.indeks.himpunan
    sektor = pd.Categorical(
        (tampak.indeks.potensi if tabel == POTENSI else tampak.indeks.kerja_sama)["sektor"],
        categories=list(himpunan.sektor.index),
    ).codes
    dipakai = _mask_rows(tampak, tabel) & (sektor >= 0)
    ada = mask_unsur(tampak.indeks)
    hitung = {"jumlah": dipakai} | {u.kunci: dipakai & ada[tabel, u.kunci] for u in list_unsur(tabel)}
    return pd.DataFrame(
        {nama: np.bincount(sektor[topeng], minlength=len(himpunan.sektor)) for nama, topeng in hitung.items()},
        index=himpunan.sektor.index,
    )


@lru_cache(maxsize=128)
def share_kecamatan(tampak: Tampak, tabel: str) -> pd.DataFrame:
    """Return index kecamatan (kode), column `jumlah` and one column an element with the rows that have it.

    A row counts in every kecamatan where it lies, so the columns may add up to more than the total.
    """
    indeks = tampak.indeks
    tempat = (indeks.tabel_potensi if tabel == POTENSI else indeks.tabel_kerja_sama).tempat.kecamatan
    dipakai, ada = _mask_rows(tampak, tabel), mask_unsur(indeks)
    hitung = {"jumlah": dipakai} | {u.kunci: dipakai & ada[tabel, u.kunci] for u in list_unsur(tabel)}
    return pd.DataFrame(
        {nama: tempat.count(topeng) for nama, topeng in hitung.items()}, index=indeks.himpunan.kecamatan.index
    )


def share_semua(tampak: Tampak) -> float:
    """Return the share (0-1) of all elements of all rows of the view that are filled; NaN without rows."""
    jumlah = sum(satu.jumlah for satu in share_unsur(tampak))
    return sum(satu.terisi for satu in share_unsur(tampak)) / jumlah if jumlah else float("nan")


@lru_cache(maxsize=128)
def rank_pengungkit(tampak: Tampak) -> tuple[Pengungkit, ...]:
    """Return what would lift completeness, the greatest lift first.

    The lift is in points of `share_semua`: filling every blank of the element, nothing else.
    """
    semua = sum(satu.jumlah for satu in share_unsur(tampak))
    daftar = [
        Pengungkit(
            satu.unsur.tabel,
            satu.unsur.kunci,
            f"{satu.unsur.ajakan} {satu.kosong} {SEBUTAN[satu.unsur.tabel]}",
            satu.kosong,
            100 * satu.kosong / semua,
        )
        for satu in share_unsur(tampak)
        if satu.kosong and satu.unsur.ajakan
    ]
    return tuple(sorted(daftar, key=lambda satu: -satu.kosong))


def list_kosong(tampak: Tampak, tabel: str, unsur: str) -> pd.DataFrame:
    """Return the rows of the view that lack an element, in the order of the table."""
    topeng = _mask_rows(tampak, tabel) & ~mask_unsur(tampak.indeks)[tabel, unsur]
    return (tampak.indeks.potensi if tabel == POTENSI else tampak.indeks.kerja_sama).iloc[np.flatnonzero(topeng)]


def classify_desa(tampak: Tampak) -> str:
    """Return one character a desa, in the order of the boundaries.

    `ADA`: recorded in the view; `LAIN`: recorded, but not in the view; `KOSONG`: nothing
    recorded at all; `DI_LUAR`: the filter leaves the desa out.
    """
    cacah = tampak.cacah_desa
    ada_semua = cacah.potensi_semua + cacah.kerja_sama_semua > 0
    tanda = np.where(ada_semua, ord(LAIN), ord(KOSONG)).astype(np.uint8)
    tanda[cacah.tercakup] = ord(ADA)
    tanda[~cacah.terpilih] = ord(DI_LUAR)
    return bytes(tanda).decode("ascii")


def list_desa_kosong(tampak: Tampak) -> pd.DataFrame:
    """Return the desa (rows of Himpunan.desa) that the filter leaves and where nothing is recorded at all."""
    topeng = np.frombuffer(classify_desa(tampak).encode("ascii"), dtype=np.uint8) == ord(KOSONG)
    kosong: pd.DataFrame = tampak.indeks.himpunan.desa.iloc[np.flatnonzero(topeng)]
    return kosong
