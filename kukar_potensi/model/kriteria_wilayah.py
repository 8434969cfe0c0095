"""Rate what follows from the place: nearness to IKN (A) and the transport link (C)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import Bahan, Penilaian, as_text, as_texts, by_rule, unique_texts
from kukar_potensi.model.rubrik import Angka
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.tempat import Bilangan

IRISAN_PENUH_PERSEN: Final = 50.0
JARAK_DEKAT_KM: Final = 60.0
JARAK_SEDANG_KM: Final = 80.0
JARAK_JAUH_KM: Final = 120.0

SUMBER_DELINEASI: Final = "delineasi indikatif UU 3/2022 (telah diubah UU 21/2023)"

MODA_UTAMA: Final = ("tol", "jalan nasional")
MODA_JALAN: Final = ("jalan provinsi", "jalan kabupaten")
MODA_JEMBATAN: Final = "jembatan"
MODA_PELABUHAN: Final = "pelabuhan"
MODA_AIR: Final = ("sungai", "dermaga", "penyeberangan", MODA_PELABUHAN)
BEROPERASI: Final = "beroperasi"
BELUM_ADA: Final = ("rencana", "pembangunan")

JUMLAH_DISEBUT: Final = 2

_TANPA_WILAYAH: Final = "Baru tercatat pada tingkat kabupaten, jadi letaknya belum diketahui."


def area_kedekatan(wilayah: pd.DataFrame) -> Angka:
    """Return criterion A of every area from irisan_ikn_persen and jarak_kipp_km.

    4: half or more inside the indicative line; 3: overlaps it or at most 60 km (straight
    line) from the KIPP reference point; 2: to 80 km; 1: to 120 km; 0: farther. NaN when
    neither is known.
    """
    irisan = wilayah["irisan_ikn_persen"].to_numpy(np.float64)
    jarak = wilayah["jarak_kipp_km"].to_numpy(np.float64)
    with np.errstate(invalid="ignore"):
        pilihan = [
            irisan >= IRISAN_PENUH_PERSEN,
            (irisan > 0) | (jarak <= JARAK_DEKAT_KM),
            jarak <= JARAK_SEDANG_KM,
            jarak <= JARAK_JAUH_KM,
            jarak > JARAK_JAUH_KM,
        ]
    return np.select(pilihan, [4.0, 3.0, 2.0, 1.0, 0.0], default=np.nan)


def describe_kedekatan(wilayah: pd.Series) -> str:
    """Return why an area got its A, with the numbers."""
    irisan, jarak = wilayah["irisan_ikn_persen"], wilayah["jarak_kipp_km"]
    bagian = []
    if pd.notna(irisan) and irisan > 0:
        bagian.append(f"{format_angka(irisan, 1)}% wilayahnya di dalam delineasi indikatif IKN")
    elif pd.notna(irisan):
        bagian.append("di luar delineasi indikatif IKN")
    if pd.notna(jarak):
        bagian.append(f"{format_angka(jarak, 1)} km garis lurus ke titik acuan KIPP")
    return ", ".join(bagian) or "jarak dan irisan belum diketahui"


def rate_kedekatan(bahan: Bahan) -> Penilaian:
    """Rate A: the value of the row's place, for several places the highest one."""
    desa, kecamatan = bahan.himpunan.desa, bahan.himpunan.kecamatan
    nilai_desa, letak_desa = bahan.tempat.desa.best(area_kedekatan(desa))
    nilai_kecamatan, letak_kecamatan = bahan.tempat.kecamatan.best(area_kedekatan(kecamatan))
    di_desa = _has_area(bahan.tempat.desa.baris, len(bahan.rows))
    nilai = np.where(di_desa, nilai_desa, nilai_kecamatan)
    banyak_desa = _count_areas(bahan.tempat.desa.baris, len(bahan.rows))
    banyak_kecamatan = _count_areas(bahan.tempat.kecamatan.baris, len(bahan.rows))

    def explain(letak: int) -> str:
        if np.isnan(nilai[letak]):
            return _TANPA_WILAYAH if banyak_kecamatan[letak] == 0 else "Letak tempatnya belum diketahui."
        if di_desa[letak]:
            tempat, banyak = desa.iloc[letak_desa[letak]], int(banyak_desa[letak])
            nama = f"{str(tempat['jenis']).capitalize()} {tempat['nama']}"
        else:
            tempat, banyak = kecamatan.iloc[letak_kecamatan[letak]], int(banyak_kecamatan[letak])
            nama = f"Kecamatan {tempat['nama']}"
        awal = f"Nilai tertinggi dari {banyak} tempat. " if banyak > 1 else ""
        return f"{awal}{nama}: {describe_kedekatan(tempat)}."

    def sources(letak: int) -> tuple[str, ...]:
        return () if np.isnan(nilai[letak]) else (SUMBER_DELINEASI,)

    return Penilaian(nilai, explain, sources, by_rule(nilai))


@dataclass(frozen=True, eq=False)
class Sambungan:
    """Criterion C of one kecamatan: value (NaN not rated), reason, sources."""

    nilai: float
    alasan: str
    sumber: tuple[str, ...]


@lru_cache(maxsize=2)
def area_sambungan(himpunan: Himpunan) -> Mapping[str, Sambungan]:
    """Return criterion C of every kecamatan (by code) from the table of connections.

    4: toll road, national road or port in operation in a kecamatan that overlaps the
    delineation or lies within 60 km of KIPP; 3: a provincial, kabupaten, national or toll
    road known to be in operation; 2: a road or bridge whose state is unknown; 1: water
    only. Plans and works do not count; with nothing else on record C is not rated.
    """
    dekat = dict(zip(himpunan.kecamatan.index, area_kedekatan(himpunan.kecamatan) >= 3, strict=True))
    per_kecamatan = dict(list(himpunan.konektivitas.groupby("kode_kecamatan", sort=False)))
    return {
        str(kode): _connect(per_kecamatan.get(kode), arah_ikn=bool(dekat[kode])) for kode in himpunan.kecamatan.index
    }


def rate_sambungan(bahan: Bahan) -> Penilaian:
    """Rate C: the best connection on record among the row's kecamatan."""
    sambungan = list(area_sambungan(bahan.himpunan).values())
    nama = bahan.himpunan.kecamatan["nama"].tolist()
    per_wilayah = np.array([satu.nilai for satu in sambungan], dtype=np.float64)
    nilai, terbaik = bahan.tempat.kecamatan.best(per_wilayah)
    pasangan = bahan.tempat.kecamatan

    def first_area(letak: int) -> int:
        if terbaik[letak] >= 0:
            return int(terbaik[letak])
        awal = int(np.searchsorted(pasangan.baris, letak))
        ada = awal < len(pasangan.baris) and pasangan.baris[awal] == letak
        return int(pasangan.wilayah[awal]) if ada else -1

    def explain(letak: int) -> str:
        wilayah = first_area(letak)
        return _TANPA_WILAYAH if wilayah < 0 else f"Kecamatan {nama[wilayah]}: {sambungan[wilayah].alasan}"

    def sources(letak: int) -> tuple[str, ...]:
        wilayah = first_area(letak)
        return () if wilayah < 0 else sambungan[wilayah].sumber

    return Penilaian(nilai, explain, sources, by_rule(nilai))


def _connect(catatan: pd.DataFrame | None, *, arah_ikn: bool) -> Sambungan:
    """Return C of one kecamatan from its rows of the table of connections."""
    if catatan is None or catatan.empty:
        return Sambungan(np.nan, "sambungan belum tercatat.", ())
    nilai = np.array(
        [_mode_value(moda, status, arah_ikn=arah_ikn) for moda, status in _modes(catatan)], dtype=np.float64
    )
    if np.isnan(nilai).all():
        return Sambungan(np.nan, "yang tercatat baru rencana atau pembangunan.", _sources(catatan))
    tertinggi = float(np.nanmax(nilai))
    dipakai = catatan[nilai == tertinggi]
    kolom = (dipakai["nama"], dipakai["moda"])
    sebut = [_name_mode(str(nama), str(moda)) for nama, moda in zip(*kolom, strict=True)]
    lainnya = f"; dan {len(sebut) - JUMLAH_DISEBUT} lainnya" if len(sebut) > JUMLAH_DISEBUT else ""
    alasan = f"{_LEVEL_SAMBUNGAN[int(tertinggi)]} ({'; '.join(sebut[:JUMLAH_DISEBUT])}{lainnya})."
    return Sambungan(tertinggi, alasan, _sources(dipakai))


def _name_mode(nama: str, moda: str) -> str:
    """Return a connection's name with its mode, unless the name says it already."""
    return nama if nama.casefold().startswith(moda.casefold()) else f"{nama}, {moda}"


_LEVEL_SAMBUNGAN: Final = {
    4: "tol, jalan nasional, atau pelabuhan beroperasi ke arah IKN",
    3: "jalan yang diketahui beroperasi",
    2: "ada jalan atau jembatan, keadaan jalannya belum diketahui",
    1: "yang tercatat hanya angkutan air",
}


def _mode_value(moda: str, status: str, *, arah_ikn: bool) -> float:
    """Return what one recorded connection is worth; NaN when it does not exist yet."""
    if status in BELUM_ADA:
        return np.nan
    jalan = moda in MODA_UTAMA + MODA_JALAN
    if status == BEROPERASI and arah_ikn and moda in (*MODA_UTAMA, MODA_PELABUHAN):
        return 4.0
    if status == BEROPERASI and jalan:
        return 3.0
    if jalan or moda == MODA_JEMBATAN:
        return 2.0
    return 1.0 if moda in MODA_AIR else np.nan


def _modes(catatan: pd.DataFrame) -> list[tuple[str, str]]:
    """Return (moda, status) of every row in lower case."""
    kolom = (catatan["moda"], catatan["status"])
    return [
        ((as_text(moda) or "").casefold(), (as_text(status) or "").casefold())
        for moda, status in zip(*kolom, strict=True)
    ]


def _sources(catatan: pd.DataFrame) -> tuple[str, ...]:
    """Return the source addresses of connections, each once."""
    return unique_texts(*(as_texts(sumber) for sumber in catatan["sumber"]))


def _count_areas(baris: Bilangan, jumlah_baris: int) -> Bilangan:
    """Return in how many areas each row lies."""
    return np.bincount(baris, minlength=jumlah_baris)


def _has_area(baris: Bilangan, jumlah_baris: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell which rows lie in any area of the level."""
    return np.bincount(baris, minlength=jumlah_baris) > 0
