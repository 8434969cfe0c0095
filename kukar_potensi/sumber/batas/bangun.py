"""Turn one detailed boundary file into every file of data/wilayah."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely

from kukar_potensi.sumber.batas.galat import GalatBatas, file_fault
from kukar_potensi.sumber.batas.geometri import (
    Geometri,
    check_bentuk,
    check_tumpang,
    repair_coverage,
    to_degrees,
    to_metres,
)
from kukar_potensi.sumber.batas.kode import check_kode, find_kode, read_resmi
from kukar_potensi.sumber.batas.konteks import prepare_ikn, prepare_konteks, prepare_tetangga, refit_tetangga
from kukar_potensi.sumber.batas.pembaca import read_batas
from kukar_potensi.sumber.batas.penulis import Fitur, encode_csv, encode_geojson, read_stored
from kukar_potensi.sumber.batas.perubahan import describe_changes
from kukar_potensi.sumber.batas.sederhana import dissolve, simplify_coverage
from kukar_potensi.sumber.batas.ukuran import (
    DESIMAL_LABEL,
    measure_batas_bersama,
    measure_irisan,
    measure_jarak_kipp,
    measure_luas,
    place_label,
)

NAMA_KABUPATEN = "Kutai Kartanegara"
TOLERANSI_M = 150.0
DESIMAL_UKURAN = {
    "luas_km2": 3,
    "lat": DESIMAL_LABEL,
    "lon": DESIMAL_LABEL,
    "irisan_ikn_persen": 2,
    "jarak_kipp_km": 1,
}


@dataclass(frozen=True)
class Masukan:
    """What one build reads. A path left None means: what the folder already holds."""

    desa: Path
    resmi: Path | None = None
    ikn: Path | None = None
    konteks: Path | None = None
    tetangga: Path | None = None
    kolom_kode: str | None = None
    lapisan: str | None = None
    crs: str | None = None
    toleransi_m: float = TOLERANSI_M


@dataclass(frozen=True)
class Hasil:
    """One finished build, not yet written.

    `berkas` maps file names to their bytes; `luas_km2` is the sum of all desa; `catatan` are
    the slips that were mended and `perubahan` what differs from the folder's former desa, in
    Indonesian sentences.
    """

    berkas: dict[str, bytes]
    jumlah_desa: int
    jumlah_kecamatan: int
    luas_km2: float
    catatan: tuple[str, ...]
    perubahan: tuple[str, ...]


def build_batas(masukan: Masukan, folder: Path) -> Hasil:
    """Read, check, repair, simplify and measure the boundaries; write nothing.

    `folder` is data/wilayah as it stands, source of whatever `masukan` leaves open. Raises
    GalatBatas with all faults of the input at once.
    """
    resmi = read_resmi(masukan.resmi or folder / "desa_resmi.csv")
    rinci, catatan = _read_checked(masukan, resmi)
    bersih = repair_coverage(rinci)
    ringkas = simplify_coverage(bersih, masukan.toleransi_m)
    _require_all(ringkas, resmi, masukan)
    rinci = to_degrees(bersih)

    ikn = _context(masukan.ikn, folder / "ikn.geojson", prepare_ikn)
    if not ikn:
        raise file_fault("ikn.geojson", "delineasi IKN belum ada.", "Sebutkan dengan --ikn BERKAS.")
    garis_ikn = shapely.union_all([satu.bentuk for satu in ikn])
    desa = _measure(resmi, rinci, ringkas, garis_ikn)
    kecamatan = _group(desa, ringkas, "kode_kecamatan")
    kabupaten = _group(desa.assign(kode_kabupaten=desa["kode"].str[:5]), ringkas, "kode_kabupaten")
    batas_kabupaten = kabupaten[0].bentuk

    fitur_desa = _desa_features(desa, ringkas)
    berkas = {
        "desa.geojson": encode_geojson(fitur_desa),
        "kecamatan.geojson": encode_geojson(kecamatan),
        "kabupaten.geojson": encode_geojson(kabupaten),
        "batas_bersama.csv": encode_csv(measure_batas_bersama(rinci, desa["kode"])),
        "ikn.geojson": encode_geojson(ikn),
        "konteks.geojson": encode_geojson(
            _context(masukan.konteks, folder / "konteks.geojson", lambda b: prepare_konteks(b, batas_kabupaten))
        ),
        "tetangga.geojson": encode_geojson(_neighbours(masukan, folder, kabupaten)),
        "desa_resmi.csv": encode_csv(resmi),
    }
    perubahan = describe_changes(read_stored(folder / "desa.geojson"), fitur_desa)
    return Hasil(berkas, len(desa), len(kecamatan), float(desa["luas_km2"].sum()), tuple(catatan), tuple(perubahan))


def _read_checked(masukan: Masukan, resmi: pd.DataFrame) -> tuple[Geometri, list[str]]:
    """Return the detailed areas in metres in the order of the official list, and notes."""
    nama_berkas = masukan.desa.name
    bingkai = read_batas(masukan.desa, lapisan=masukan.lapisan, crs=masukan.crs)
    kode = find_kode(pd.DataFrame(bingkai.drop(columns="geometry")), resmi, nama_berkas, masukan.kolom_kode)
    temuan = check_kode(kode, resmi, nama_berkas)
    nama = kode.map(resmi.set_index("kode")["nama"]).fillna("")
    sebutan = (kode + " " + nama).str.strip()
    geometri, cacat, catatan = check_bentuk(np.asarray(bingkai.geometry.values), sebutan, nama_berkas)
    temuan += cacat + check_tumpang(geometri, sebutan, nama_berkas)
    if temuan:
        raise GalatBatas(temuan)
    urutan = pd.Index(kode).get_indexer(pd.Index(resmi["kode"]))
    return to_metres(geometri[urutan]), catatan


def _require_all(ringkas: Geometri, resmi: pd.DataFrame, masukan: Masukan) -> None:
    """Refuse a tolerance at which a desa disappears."""
    hilang = resmi[shapely.is_empty(ringkas)]
    if len(hilang):
        sebutan = ", ".join(hilang["kode"] + " " + hilang["nama"])
        raise file_fault(
            masukan.desa.name,
            f"terlalu kecil untuk toleransi {masukan.toleransi_m:g} m: {sebutan}.",
            "Periksa bentuknya, atau pakai --toleransi-m yang lebih kecil.",
        )


def _measure(resmi: pd.DataFrame, rinci: Geometri, ringkas: Geometri, ikn: shapely.Geometry) -> pd.DataFrame:
    """Add the measured columns to the official list; areas come from the detailed shapes."""
    luas, irisan = measure_luas(rinci), measure_irisan(rinci, ikn)
    label = place_label(ringkas)
    return resmi.assign(
        luas_km2=luas,
        irisan_km2=irisan,
        lat=label[:, 1],
        lon=label[:, 0],
        irisan_ikn_persen=100 * irisan / luas,
        jarak_kipp_km=measure_jarak_kipp(label),
    )


def _desa_features(desa: pd.DataFrame, bentuk: Geometri) -> list[Fitur]:
    """Return one feature a desa, in the order of the codes."""
    identitas = desa[["kode", "nama", "jenis", "kode_kecamatan", "nama_kecamatan", "kode_pos"]].to_dict("records")
    ukuran = desa[list(DESIMAL_UKURAN)].to_dict("records")
    return [
        Fitur({str(nama): isi or None for nama, isi in siapa.items()} | _rounded(berapa), satu)
        for siapa, berapa, satu in zip(identitas, ukuran, bentuk, strict=True)
    ]


def _group(desa: pd.DataFrame, bentuk: Geometri, kolom: str) -> list[Fitur]:
    """Return the areas joined by a code column: kecamatan, or the whole kabupaten."""
    kecamatan = kolom == "kode_kecamatan"
    fitur = []
    for kode, gabung in dissolve(bentuk, desa[kolom]).items():
        anggota = desa[desa[kolom] == kode]
        label = place_label(np.array([gabung]))
        luas = float(anggota["luas_km2"].sum())
        ukuran = {
            "luas_km2": luas,
            "lat": label[0, 1],
            "lon": label[0, 0],
            "irisan_ikn_persen": 100 * float(anggota["irisan_km2"].sum()) / luas,
            "jarak_kipp_km": float(measure_jarak_kipp(label)[0]),
        }
        sifat: dict[str, str | int | float | None] = {
            "kode": kode,
            "nama": str(anggota["nama_kecamatan"].iloc[0]) if kecamatan else NAMA_KABUPATEN,
        }
        if not kecamatan:
            sifat["jumlah_kecamatan"] = int(anggota["kode_kecamatan"].nunique())
        sifat["jumlah_desa"] = int(anggota["jenis"].eq("desa").sum())
        sifat["jumlah_kelurahan"] = int(anggota["jenis"].eq("kelurahan").sum())
        fitur.append(Fitur({**sifat, **_rounded(ukuran)}, gabung))
    return fitur


def _rounded(ukuran: Mapping[Any, float]) -> dict[str, str | int | float | None]:
    """Round the measures to what they can bear."""
    return {nama: round(float(ukuran[nama]), angka) for nama, angka in DESIMAL_UKURAN.items()}


def _context(berkas: Path | None, tersimpan: Path, prepare: Callable[[Path], list[Fitur]]) -> list[Fitur]:
    """Prepare a context layer from a new file, or take the stored one as it is."""
    return prepare(berkas) if berkas is not None else read_stored(tersimpan)


def _neighbours(masukan: Masukan, folder: Path, kabupaten: list[Fitur]) -> list[Fitur]:
    """Return the neighbouring regencies, fitted anew when the regency's edge has changed."""
    batas, kode = kabupaten[0].bentuk, str(kabupaten[0].sifat["kode"])
    if masukan.tetangga is not None:
        return prepare_tetangga(masukan.tetangga, batas, kode)
    tersimpan = read_stored(folder / "tetangga.geojson")
    lama = read_stored(folder / "kabupaten.geojson")
    tetap = bool(lama) and lama[0].bentuk.equals_exact(batas)
    return tersimpan if tetap else refit_tetangga(tersimpan, batas)
