"""Write whole tables and layers of the data set as CSV, XLSX, GeoJSON or GeoPackage, with the data dictionary.

The columns are those of data/ as its README describes them; columns that the app derives
are left out. Every table can be had in every form: a row of a table lies at the label
points of its desa, else of its kecamatan; one that names no place has no shape.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from kukar_potensi.ekspor.keterangan import build_keterangan
from kukar_potensi.ekspor.lembar import Kolom, Lembar, write_buku
from kukar_potensi.ekspor.sel import AWAL_RUMUS, Jenis
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus_data import UraianBerkas

Kamus = Mapping[str, UraianBerkas]

LAPISAN_KAMUS: Final = "kamus_data"
KOLOM_KAMUS: Final = ("tabel", "berkas", "kolom", "arti", "isi", "kosong_berarti")

_PEMISAH: Final = "; "
_DESIMAL: Final = 6
_LEBAR: Final = {"uraian": 50, "catatan": 40, "keterangan": 50, "peristiwa": 50, "tugas": 50, "sumber": 44}
_LEBAR_BIASA: Final = 18
_TEMPAT: Final = ("kode_desa", "kode_kecamatan")
_WAKTU_ZIP: Final = (1980, 1, 1, 0, 0, 0)
_SISTEM: Final = "EPSG:4326"


@dataclass(frozen=True)
class Bahan:
    """One table or layer: attribute of Himpunan, file below data/, what people call it."""

    nama: str
    berkas: str
    judul: str

    @property
    def is_lapisan(self) -> bool:
        """Whether it has shapes of its own."""
        return self.berkas.endswith(".geojson")


SEMUA_BAHAN: Final = (
    Bahan("potensi", "potensi.csv", "Potensi"),
    Bahan("kerja_sama", "kerja_sama.csv", "Kerja sama"),
    Bahan("tindak_lanjut", "tindak_lanjut.csv", "Tindak lanjut"),
    Bahan("opd", "opd.csv", "OPD"),
    Bahan("urusan", "urusan.csv", "Urusan"),
    Bahan("sektor", "sektor.csv", "Sektor"),
    Bahan("klaster_ikn", "klaster_ikn.csv", "Klaster IKN"),
    Bahan("rubrik", "rubrik_ikn.csv", "Rubrik relevansi IKN"),
    Bahan("konektivitas", "konektivitas.csv", "Konektivitas"),
    Bahan("rpjmd", "rpjmd.csv", "RPJMD"),
    Bahan("ikn_kukar", "ikn_kukar.csv", "IKN dan Kukar"),
    Bahan("kecamatan_angka", "kecamatan_angka.csv", "Angka kecamatan"),
    Bahan("desa_status", "desa_status.csv", "Status desa"),
    Bahan("kode_lama", "kode_lama.csv", "Kode desa lama"),
    Bahan("ikn_desa", "ikn_desa.csv", "Desa dan IKN"),
    Bahan("sumber", "sumber.csv", "Asal data"),
    Bahan("batas_bersama", "wilayah/batas_bersama.csv", "Batas bersama"),
    Bahan("desa", "wilayah/desa.geojson", "Batas desa dan kelurahan"),
    Bahan("kecamatan", "wilayah/kecamatan.geojson", "Batas kecamatan"),
    Bahan("kabupaten", "wilayah/kabupaten.geojson", "Batas kabupaten"),
    Bahan("ikn", "wilayah/ikn.geojson", "Delineasi IKN"),
    Bahan("konteks", "wilayah/konteks.geojson", "Konteks"),
    Bahan("tetangga", "wilayah/tetangga.geojson", "Kabupaten tetangga"),
)


def read_tabel(himpunan: Himpunan, bahan: Bahan, kamus: Kamus) -> pd.DataFrame:
    """Return a table with the columns of its file, plain values: text, number, None where unknown.

    List cells are joined by "; ". Columns stand in the order of the README; those it does
    not describe are derived by the app and left out (all stay when it does not have the file).
    """
    bingkai = pd.DataFrame(getattr(himpunan, bahan.nama))
    if bingkai.index.name is not None:
        bingkai = bingkai.reset_index()
    bingkai = bingkai.drop(columns="geometry", errors="ignore")
    uraian = kamus.get(bahan.berkas)
    kolom = [satu.nama for satu in uraian.kolom if satu.nama in bingkai] if uraian else list(bingkai.columns)
    return pd.DataFrame(
        {nama: pd.Series([_plain(sel) for sel in bingkai[nama].tolist()], dtype=object) for nama in kolom}
    )


def list_kamus(daftar: Sequence[Bahan], kamus: Kamus) -> list[tuple[str, ...]]:
    """Return the data dictionary of some tables, one line a column, as `KOLOM_KAMUS`."""
    return [
        (bahan.judul, bahan.berkas, kolom.nama, kolom.arti, kolom.isi, kolom.kosong)
        for bahan in daftar
        if bahan.berkas in kamus
        for kolom in kamus[bahan.berkas].kolom
    ]


def write_csv(himpunan: Himpunan, bahan: Bahan, kamus: Kamus) -> bytes:
    """Return a table as CSV: UTF-8 with its mark, comma, decimal point; text like a formula is marked by a quote."""
    tabel = read_tabel(himpunan, bahan, kamus)
    return _csv_bytes(list(tabel.columns), tabel.to_numpy().tolist())


def write_csv_semua(himpunan: Himpunan, daftar: Sequence[Bahan], kamus: Kamus) -> bytes:
    """Return a ZIP with every table as CSV and the data dictionary as kamus_data.csv."""
    isi = {f"{bahan.nama}.csv": write_csv(himpunan, bahan, kamus) for bahan in daftar}
    isi[f"{LAPISAN_KAMUS}.csv"] = _csv_bytes(KOLOM_KAMUS, list_kamus(daftar, kamus))
    return _pack(isi)


def write_geojson_semua(himpunan: Himpunan, daftar: Sequence[Bahan], kamus: Kamus) -> bytes:
    """Return a ZIP with every table as GeoJSON."""
    return _pack({f"{bahan.nama}.geojson": write_geojson(himpunan, bahan, kamus) for bahan in daftar})


def write_xlsx(himpunan: Himpunan, daftar: Sequence[Bahan], kamus: Kamus, tanggal: date) -> bytes:
    """Return a book: one sheet a table, the data dictionary, and where everything comes from."""
    lembar = []
    for bahan in daftar:
        tabel = read_tabel(himpunan, bahan, kamus)
        kolom = tuple(_sheet_column(bahan, str(nama), tabel[nama], kamus) for nama in tabel.columns)
        lembar.append(Lembar(bahan.judul, kolom, tabel.to_numpy().tolist(), beku=2))
    kepala = tuple(
        Kolom(nama.replace("_", " ").capitalize(), lebar=lebar)
        for nama, lebar in zip(KOLOM_KAMUS, (20, 24, 22, 46, 46, 36), strict=True)
    )
    lembar.append(Lembar("Kamus data", kepala, list_kamus(daftar, kamus), beku=3))
    judul = daftar[0].judul if len(daftar) == 1 else "Seluruh data Kukar Potensi"
    fakta = [getattr(himpunan, bahan.nama) for bahan in daftar if bahan.nama in ("potensi", "kerja_sama")]
    keterangan = build_keterangan(
        himpunan,
        judul,
        tanggal,
        berkas=[bahan.berkas for bahan in daftar],
        baris=fakta,
        catatan=(("Yang kosong", "Berarti belum diketahui, kecuali kamus data menyebut lain."),),
    )
    return write_buku(lembar, keterangan)


def write_geojson(himpunan: Himpunan, bahan: Bahan, kamus: Kamus) -> bytes:
    """Return a table or layer as GeoJSON, EPSG:4326, with the data dictionary in the member `kamus`."""
    bentuk = shape_rows(himpunan, bahan)
    sifat = read_tabel(himpunan, bahan, kamus).to_dict("records")
    geometri = [None if satu is None else json.loads(shapely.to_geojson(satu)) for satu in bentuk]
    koleksi = {
        "type": "FeatureCollection",
        "name": bahan.nama,
        "versi_data": himpunan.versi,
        "kamus": [dict(zip(KOLOM_KAMUS, satu, strict=True)) for satu in list_kamus([bahan], kamus)],
        "features": [
            {"type": "Feature", "properties": isi, "geometry": garis}
            for isi, garis in zip(sifat, geometri, strict=True)
        ],
    }
    return json.dumps(koleksi, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def write_gpkg(himpunan: Himpunan, daftar: Sequence[Bahan], kamus: Kamus) -> bytes:
    """Return a GeoPackage: one layer a table (without shapes where none of its rows has a place), and the dictionary."""
    with tempfile.TemporaryDirectory(prefix="kukar-unduh-") as sementara:
        jalur = Path(sementara) / "kukar_potensi.gpkg"
        for bahan in daftar:
            tabel = read_tabel(himpunan, bahan, kamus).infer_objects()
            bentuk = shape_rows(himpunan, bahan)
            if any(satu is not None for satu in bentuk):
                lapisan = gpd.GeoDataFrame(tabel, geometry=gpd.GeoSeries(bentuk, crs=_SISTEM))
                lapisan.to_file(jalur, layer=bahan.nama, driver="GPKG", engine="pyogrio")
            else:
                _write_polos(tabel, jalur, bahan.nama)
        _write_polos(pd.DataFrame(list_kamus(daftar, kamus), columns=list(KOLOM_KAMUS)), jalur, LAPISAN_KAMUS)
        return jalur.read_bytes()


def shape_rows(himpunan: Himpunan, bahan: Bahan) -> list[Any]:
    """Return the shape of every row in order: its own, else the label points of its places, else None."""
    bingkai = getattr(himpunan, bahan.nama)
    if bahan.is_lapisan:
        return list(bingkai.geometry)
    titik = _label_points(himpunan)
    lajur = [nama for nama in _TEMPAT if nama in bingkai]
    if bahan.nama == "ikn_desa":
        return [_join_points((str(kode),), titik) for kode in bingkai.index]
    if bahan.nama == "kode_lama":
        return [_join_points((str(kode),), titik) for kode in bingkai["kode"]]
    hasil = []
    for sel in zip(*(bingkai[nama] for nama in lajur), strict=True) if lajur else ((),) * len(bingkai):
        tempat = next((satu for satu in map(_as_codes, sel) if satu), ())
        hasil.append(_join_points(tempat, titik))
    return hasil


@lru_cache(maxsize=4)
def _label_points(himpunan: Himpunan) -> dict[str, tuple[float, float]]:
    return {
        str(kode): (float(lon), float(lat))
        for wilayah in (himpunan.kecamatan, himpunan.desa)
        for kode, lon, lat in zip(wilayah.index, wilayah["lon"], wilayah["lat"], strict=True)
    }


def _as_codes(sel: object) -> tuple[str, ...]:
    if isinstance(sel, tuple):
        return sel
    return (sel,) if isinstance(sel, str) else ()


def _join_points(tempat: Sequence[str], titik: Mapping[str, tuple[float, float]]) -> Any:
    letak = [titik[kode] for kode in tempat if kode in titik]
    return shapely.MultiPoint(letak) if letak else None


def _write_polos(tabel: pd.DataFrame, jalur: Path, lapisan: str) -> None:
    """Add a table without shapes to a GeoPackage."""
    from pyogrio import write_dataframe  # type: ignore[import-untyped]  # noqa: PLC0415  (only for this kind of file)

    write_dataframe(tabel, jalur, layer=lapisan, driver="GPKG", append=jalur.exists())


def _sheet_column(bahan: Bahan, nama: str, isi: pd.Series, kamus: Kamus) -> Kolom:
    """Return a sheet's column: kind of value from the dictionary's words and the values themselves."""
    uraian = kamus.get(bahan.berkas)
    perihal = uraian.find_kolom(nama) if uraian else None
    jenis: Jenis = "teks"
    if perihal and "alamat" in perihal.isi:
        jenis = "tautan"
    elif all(isinstance(sel, int | float) for sel in isi if sel is not None):
        jenis = "angka"
    return Kolom(nama, jenis, _LEBAR.get(nama, _LEBAR_BIASA))


def _plain(nilai: Any) -> Any:
    """Return a cell as a plain value; None where unknown."""
    if isinstance(nilai, tuple | list):
        return _PEMISAH.join(map(str, nilai)) or None
    if nilai is None or nilai is pd.NaT or nilai != nilai:  # noqa: PLR0124 - NaN differs from itself
        return None
    if isinstance(nilai, float | np.floating):
        return int(nilai) if float(nilai).is_integer() else round(float(nilai), _DESIMAL)
    return nilai.item() if isinstance(nilai, np.generic) else nilai


def _csv_bytes(kepala: Sequence[str], baris: Sequence[Sequence[Any]]) -> bytes:
    teks = io.StringIO(newline="")
    tulis = csv.writer(teks, lineterminator="\r\n")
    tulis.writerow(kepala)
    tulis.writerows([_csv_cell(sel) for sel in satu] for satu in baris)
    return teks.getvalue().encode("utf-8-sig")


def _csv_cell(nilai: Any) -> Any:
    if isinstance(nilai, str) and nilai.startswith(AWAL_RUMUS):
        return f"'{nilai}"
    return "" if nilai is None else nilai


def _pack(isi: Mapping[str, bytes]) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, bita in isi.items():
            satu = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            satu.compress_type = zipfile.ZIP_DEFLATED
            arsip.writestr(satu, bita)
    return hasil.getvalue()
