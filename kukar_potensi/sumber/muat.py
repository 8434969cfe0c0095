"""Load the data folder into one Himpunan: read, tidy, check, leave out, type."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan, Temuan
from kukar_potensi.sumber import skema_acuan, skema_fakta, skema_keadaan, skema_wilayah
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.berkas import find_folder, read_semua
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.rujukan import build_acuan, drop_rujukan_gugur
from kukar_potensi.sumber.silang import check_silang
from kukar_potensi.sumber.skema import GalatData, Lembar
from kukar_potensi.sumber.turunan import type_tabel
from kukar_potensi.sumber.wilayah import (
    SISTEM_KOORDINAT,
    build_bentuk,
    build_lembar,
    check_jumlah,
    check_resmi,
    read_fitur,
    read_peta,
)

TABEL_WILAYAH: Final = (skema_wilayah.KECAMATAN, skema_wilayah.DESA)
TABEL_CSV: Final = (
    skema_keadaan.DESA_RESMI,
    skema_acuan.URUSAN,
    skema_acuan.OPD,
    skema_acuan.SEKTOR,
    skema_acuan.KLASTER_IKN,
    skema_acuan.RUBRIK,
    skema_fakta.POTENSI,
    skema_fakta.KERJA_SAMA,
    skema_fakta.TINDAK_LANJUT,
    skema_keadaan.KONEKTIVITAS,
    skema_keadaan.RPJMD,
    skema_keadaan.IKN_KUKAR,
    skema_keadaan.KECAMATAN_ANGKA,
    skema_keadaan.DESA_STATUS,
    skema_keadaan.KODE_LAMA,
    skema_keadaan.IKN_DESA,
    skema_keadaan.SUMBER,
    skema_keadaan.BATAS_BERSAMA,
)
SEMUA_TABEL: Final = (*TABEL_WILAYAH, *TABEL_CSV)
SEMUA_BERKAS: Final = (*(t.berkas for t in SEMUA_TABEL), *skema_wilayah.BERKAS_PETA.values())

_PANJANG_VERSI: Final = 12


@dataclass(eq=False)
class _Bahan:
    """A data set on its way: sheets as read, tables as tidied, shapes, faults so far."""

    lembar: dict[str, Lembar]
    isi: dict[str, pd.DataFrame]
    bentuk: dict[str, gpd.GeoSeries]
    peta: dict[str, gpd.GeoDataFrame]
    temuan: list[Temuan]
    terbuang: int = 0


def load_himpunan(folder: Path | str | None = None) -> Himpunan:
    """Load and check a data folder.

    `folder`: None means the folder that KUKAR_DATA names, else data/ of the project. Rows
    with a fault are left out and counted in `terbuang`; every fault is in `temuan`, in the
    order of the files. Raises GalatData (Indonesian, all files at once) when a file is
    missing or cannot be read as a table.
    """
    tempat = find_folder(folder)
    berkas = read_semua(tempat, SEMUA_BERKAS)
    bahan = _read_bahan(berkas)
    _check_bahan(bahan)
    tabel = {t.nama: type_tabel(bahan.isi[t.nama], t) for t in SEMUA_TABEL}
    resmi = tabel.pop(skema_keadaan.DESA_RESMI.nama)
    for t in TABEL_WILAYAH:
        bentuk = bahan.bentuk[t.nama].loc[bahan.isi[t.nama].index].to_numpy()
        tabel[t.nama] = gpd.GeoDataFrame(tabel[t.nama], geometry=bentuk, crs=SISTEM_KOORDINAT).sort_index()
    desa, kecamatan = tabel["desa"], tabel["kecamatan"]
    bahan.temuan += check_resmi(desa, resmi, skema_wilayah.DESA.berkas)
    desa["nama_2022"] = resmi["nama_2022"].reindex(desa.index)
    bahan.temuan += check_jumlah(kecamatan, desa, skema_wilayah.KECAMATAN.berkas)
    frames: dict[str, Any] = {**tabel, **bahan.peta}
    urutan = {nama: nomor for nomor, nama in enumerate(SEMUA_BERKAS)}
    return Himpunan(
        **frames,
        versi=_hash_isi(berkas),
        temuan=tuple(sorted(bahan.temuan, key=lambda t: (urutan[t.berkas], t.baris or 0))),
        terbuang=bahan.terbuang,
    )


def _read_bahan(berkas: dict[str, bytes]) -> _Bahan:
    """Read every file into cells and shapes; one GalatData names all that cannot be read."""
    fitur = {t.nama: (read_fitur, (t.berkas, berkas[t.berkas])) for t in TABEL_WILAYAH}
    terbaca = _gather_galat(
        fitur
        | {t.nama: (read_lembar, (berkas[t.berkas], t)) for t in TABEL_CSV}
        | {nama: (read_peta, (letak, berkas[letak])) for nama, letak in skema_wilayah.BERKAS_PETA.items()}
    )
    lembar: dict[str, Lembar] = {t.nama: terbaca[t.nama] for t in TABEL_CSV}
    bentuk: dict[str, gpd.GeoSeries] = {}
    temuan: list[Temuan] = []
    for t in TABEL_WILAYAH:
        lembar[t.nama] = build_lembar(terbaca[t.nama], t)
        bentuk[t.nama], rusak = build_bentuk(t.berkas, terbaca[t.nama], lembar[t.nama].label)
        temuan += rusak
    temuan += [satu for t in TABEL_CSV for satu in lembar[t.nama].temuan]
    return _Bahan(
        lembar=lembar,
        isi={t.nama: tidy_lembar(lembar[t.nama], t) for t in SEMUA_TABEL},
        bentuk=bentuk,
        peta={nama: terbaca[nama] for nama in skema_wilayah.BERKAS_PETA},
        temuan=temuan,
        terbuang=sum(satu.terbuang for satu in lembar.values()),
    )


def _check_bahan(bahan: _Bahan) -> None:
    """Check every table, leave out what is wrong, and mend what referred to it."""
    acuan = build_acuan(bahan.isi)
    for t in SEMUA_TABEL:
        isi = bahan.isi[t.nama]
        hasil = check_tabel(isi, t, acuan, bahan.lembar[t.nama])
        bahan.temuan += hasil.temuan
        gugur = {posisi for posisi, kolom in hasil.sel if not t.acuan or t[kolom].wajib}
        if t.nama in bahan.bentuk:
            gugur |= set(bahan.bentuk[t.nama].index[bahan.bentuk[t.nama].isna()])
        bahan.isi[t.nama] = _empty_sel(isi, hasil.sel).drop(index=sorted(gugur))
        bahan.terbuang += len(gugur)
    temuan, terbuang = drop_rujukan_gugur(bahan.isi, SEMUA_TABEL, bahan.lembar)
    bahan.temuan += temuan
    bahan.terbuang += terbuang
    bahan.temuan += check_silang(bahan.isi, SEMUA_BERKAS)


def _empty_sel(isi: pd.DataFrame, sel: tuple[tuple[int, str], ...]) -> pd.DataFrame:
    """Return the table with the cells at these positions blank."""
    per_kolom: dict[str, list[int]] = {}
    for posisi, kolom in sel:
        per_kolom.setdefault(kolom, []).append(posisi)
    return isi.assign(**{kolom: isi[kolom].mask(isi.index.isin(posisi)) for kolom, posisi in per_kolom.items()})


def _gather_galat(tugas: dict[str, tuple[Any, tuple[Any, ...]]]) -> dict[str, Any]:
    """Do every task and return the results by name; one GalatData with all that failed."""
    hasil: dict[str, Any] = {}
    galat: list[str] = []
    for nama, (kerjakan, bahan) in tugas.items():
        try:
            hasil[nama] = kerjakan(*bahan)
        except GalatData as satu:
            galat.append(str(satu))
    if galat:
        raise GalatData("\n".join(galat))
    return hasil


def _hash_isi(berkas: dict[str, bytes]) -> str:
    """Return 12 hex digits that change whenever a byte of the data set changes."""
    sidik = hashlib.sha256()
    for nama in sorted(berkas):
        sidik.update(f"{nama}\0{len(berkas[nama])}\0".encode())
        sidik.update(berkas[nama])
    return sidik.hexdigest()[:_PANJANG_VERSI]
