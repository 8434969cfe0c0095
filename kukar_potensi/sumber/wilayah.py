"""Read the boundary files: shapes, and what they say of each area."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.skema import GalatData, Lembar, Tabel

SISTEM_KOORDINAT: Final = "EPSG:4326"

_PERBAIKI: Final = "Bangun ulang batas wilayah dengan `python -m kukar_potensi bangun --desa BERKAS`."

Fitur = dict[str, Any]


def read_fitur(berkas: str, isi: bytes) -> list[Fitur]:
    """Return the features of a GeoJSON file; GalatData when it holds none that can be read."""
    try:
        fitur = json.loads(isi.decode("utf-8-sig"))["features"]
        utuh = all(isinstance(f["properties"] or {}, dict) for f in fitur)
    except (ValueError, KeyError, TypeError, RecursionError):
        utuh = False
    if not utuh:
        raise GalatData(f"{berkas}: bukan GeoJSON yang utuh. {_PERBAIKI}")
    if not fitur:
        raise GalatData(f"{berkas}: tidak berisi satu wilayah pun. {_PERBAIKI}")
    return list(fitur)


def read_peta(berkas: str, isi: bytes) -> gpd.GeoDataFrame:
    """Return a context layer as it is: its properties and shapes, EPSG:4326."""
    fitur = read_fitur(berkas, isi)
    bentuk, temuan = build_bentuk(berkas, fitur, [f"ke-{i}" for i in range(1, len(fitur) + 1)])
    if temuan:
        raise GalatData(temuan[0].kalimat())
    sifat = pd.DataFrame([f["properties"] or {} for f in fitur])
    return gpd.GeoDataFrame(sifat, geometry=bentuk, crs=SISTEM_KOORDINAT)


def build_lembar(fitur: list[Fitur], tabel: Tabel) -> Lembar:
    """Turn the properties of features into the cells of a sheet, to be checked as any other.

    Raises GalatData when a property that may not be blank is missing from every feature.
    """
    sifat = [f["properties"] or {} for f in fitur]
    kurang = [k.nama for k in tabel.kolom if k.wajib and not any(k.nama in s for s in sifat)]
    if kurang:
        raise GalatData(f"{tabel.berkas}: tidak memuat {', '.join(kurang)}. {_PERBAIKI}")
    isi = pd.DataFrame({nama: [_write_nilai(s.get(nama)) for s in sifat] for nama in tabel.nama_kolom}, dtype="str")
    return Lembar(
        isi=isi,
        baris=np.zeros(len(isi), dtype=np.int64),
        label=tuple(f"{_write_nilai(s.get('kode'))} {_write_nilai(s.get('nama'))}" for s in sifat),
    )


def build_bentuk(
    berkas: str, fitur: list[Fitur], label: list[str] | tuple[str, ...]
) -> tuple[gpd.GeoSeries, list[Temuan]]:
    """Return the shape of each feature (null where it is broken) and a fault for each broken one."""
    bentuk: list[Any] = []
    temuan: list[Temuan] = []
    for satu, nama in zip(fitur, label, strict=True):
        alasan = ""
        try:
            garis = shape(satu.get("geometry") or {"type": "Polygon", "coordinates": []})
            if garis.is_empty:
                alasan = "bentuk wilayahnya kosong."
            elif not garis.is_valid:
                alasan = f"bentuk wilayahnya rusak ({shapely.is_valid_reason(garis)})."
        except (shapely.errors.ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
            alasan = "bentuk wilayahnya tidak terbaca."
        if alasan:
            temuan.append(Temuan(berkas, None, "geometry", nama, alasan, _PERBAIKI))
        bentuk.append(None if alasan else garis)
    return gpd.GeoSeries(bentuk, crs=SISTEM_KOORDINAT), temuan


def check_resmi(desa: pd.DataFrame, resmi: pd.DataFrame, berkas: str) -> list[Temuan]:
    """Compare areas with the official list by code; both are indexed by `kode`."""

    def report(sebutan: str, kolom: str, aturan: str) -> Temuan:
        return Temuan(berkas, None, kolom, sebutan, aturan, _PERBAIKI)

    di_peta, di_daftar = _list_sifat(desa), _list_sifat(resmi)
    hilang = [
        report(f"{kode} {sifat['nama']}", "kode", "ada dalam daftar resmi, tidak ada di sini.")
        for kode, sifat in di_daftar.items()
        if kode not in di_peta
    ]
    lebih = [
        report(f"{kode} {sifat['nama']}", "kode", "tidak ada dalam daftar resmi.")
        for kode, sifat in di_peta.items()
        if kode not in di_daftar
    ]
    beda = [
        report(f"{kode} {sifat[kolom]}", kolom, f"daftar resmi menyebut “{di_daftar[kode][kolom]}”.")
        for kode, sifat in di_peta.items()
        for kolom in sifat
        if kode in di_daftar and sifat[kolom] != di_daftar[kode][kolom]
    ]
    return [*hilang, *lebih, *beda]


def _list_sifat(daftar: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Return name and kind of each area by code."""
    return {
        kode: {"nama": nama, "jenis": jenis}
        for kode, nama, jenis in zip(daftar.index, daftar["nama"], daftar["jenis"], strict=True)
    }


def check_jumlah(kecamatan: pd.DataFrame, desa: pd.DataFrame, berkas: str) -> list[Temuan]:
    """Compare the counts of desa and kelurahan in each kecamatan with the areas themselves."""
    hitung = Counter(zip(desa["kode_kecamatan"], desa["jenis"], strict=True))
    return [
        Temuan(
            berkas,
            None,
            f"jumlah_{jenis}",
            f"{kode} {nama}",
            f"tertulis {tertulis}, di berkas desa ada {hitung[kode, jenis]}.",
            _PERBAIKI,
        )
        for jenis in ("desa", "kelurahan")
        for kode, nama, tertulis in zip(kecamatan.index, kecamatan["nama"], kecamatan[f"jumlah_{jenis}"], strict=True)
        if tertulis != hitung[kode, jenis]
    ]


def _write_nilai(nilai: object) -> str | None:
    """Return a JSON value as the text of a cell; None when blank."""
    if nilai is None:
        return None
    return str(nilai).strip() or None
