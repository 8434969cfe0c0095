"""Lay figures and remarks that disagree side by side; none is chosen."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Himpunan

BEDA_BERARTI: Final = 0.05
"""Two figures of one thing disagree when the larger exceeds the smaller by more than this share."""

LUAS: Final = "luas wilayah"
HITUNGAN: Final = "dihitung dari batas indikatif di folder data"

_TAHUN_SAMA: Final = "tahun sama, angka berbeda"
_TAHUN_BEDA: Final = "angka dari tahun yang berbeda"
_HITUNGAN_BEDA: Final = "laporan berbeda dari luas batas"
_KATA_BEDA: Final = re.compile(
    r"\bberbeda\b|\bbeda\b|\bselisih\b|\b(?:sumber|media) lain\b|\btidak membedakan\b|\btanpa membedakan\b|\bdiragukan\b",
    re.IGNORECASE,
)
_KOLOM_CATATAN: Final = {
    "potensi": ("nama", ("catatan",)),
    "kerja_sama": ("judul", ("catatan", "catatan_ttd")),
}
_TTD_RAGU: Final = "hari diragukan"


@lru_cache(maxsize=4)
def find_angka(himpunan: Himpunan) -> pd.DataFrame:
    """Return every figure of a kecamatan that another figure of the same thing contradicts.

    Columns: kode_kecamatan, nama (of the kecamatan), indikator, nilai, satuan, tahun (partial date, null
    unknown), sumber (tuple), catatan, sebab. Areas computed from the boundaries stand beside
    the reported ones. Sorted by kecamatan, indicator and year; figures that differ by no
    more than `BEDA_BERARTI` are left out.
    """
    laporan = himpunan.kecamatan_angka
    hitungan = pd.DataFrame(
        {
            "kode_kecamatan": himpunan.kecamatan.index,
            "indikator": LUAS,
            "nilai": himpunan.kecamatan["luas_km2"].to_numpy(),
            "satuan": "km2",
            "tahun": None,
            "sumber": [()] * len(himpunan.kecamatan),
            "catatan": HITUNGAN,
        }
    )
    dibandingkan = hitungan[
        hitungan["kode_kecamatan"].isin(laporan.loc[laporan["indikator"].eq(LUAS), "kode_kecamatan"])
    ]
    semua = pd.concat([laporan, dibandingkan.astype({"tahun": "str"})], ignore_index=True)
    kelompok = semua.groupby(["kode_kecamatan", "indikator"])
    terbesar, terkecil = kelompok["nilai"].transform("max"), kelompok["nilai"].transform("min")
    beda = semua[terbesar > terkecil * (1 + BEDA_BERARTI)]
    sebab = {
        kunci: _name_sebab(isi) for kunci, isi in beda.groupby(["kode_kecamatan", "indikator"])[["tahun", "nilai"]]
    }
    kunci_baris = zip(beda["kode_kecamatan"], beda["indikator"], strict=True)
    hasil = beda.assign(sebab=[sebab[kunci] for kunci in kunci_baris])
    hasil.insert(1, "nama", hasil["kode_kecamatan"].map(himpunan.kecamatan["nama"]))
    return hasil.sort_values(["kode_kecamatan", "indikator", "tahun"], ignore_index=True)


def _name_sebab(kelompok: pd.DataFrame) -> str:
    """Tell whether figures of one year disagree, only those of different years, or only the computed area."""
    bertahun = kelompok.dropna(subset=["tahun"])
    if bertahun.groupby(bertahun["tahun"].str[:4])["nilai"].nunique().gt(1).any():
        return _TAHUN_SAMA
    return _TAHUN_BEDA if bertahun["nilai"].max() > bertahun["nilai"].min() else _HITUNGAN_BEDA


@lru_cache(maxsize=4)
def find_catatan(himpunan: Himpunan) -> pd.DataFrame:
    """Return the rows whose own remarks tell of sources that disagree, or whose signing day is in doubt.

    Columns: tabel (potensi, kerja_sama), id, nama, catatan, sumber (tuple).
    """
    bagian = []
    for tabel, (nama, kolom) in _KOLOM_CATATAN.items():
        rows: pd.DataFrame = getattr(himpunan, tabel)
        catatan = (
            rows[list(kolom)].fillna("").agg(" ".join, axis=1).str.strip() if len(rows) else pd.Series(dtype="str")
        )
        ragu = catatan.str.contains(_KATA_BEDA)
        if "presisi_ttd" in rows:
            ragu |= rows["presisi_ttd"].eq(_TTD_RAGU)
        terpilih = rows[ragu.to_numpy(bool)]
        bagian.append(
            pd.DataFrame(
                {
                    "tabel": tabel,
                    "id": terpilih.index,
                    "nama": terpilih[nama].to_numpy(),
                    "catatan": catatan[ragu].to_numpy(),
                    "sumber": terpilih["sumber"].to_numpy(),
                }
            )
        )
    return pd.concat(bagian, ignore_index=True)


@lru_cache(maxsize=4)
def find_status(himpunan: Himpunan) -> pd.DataFrame:
    """Return the development status of desa that have more than one on record.

    Columns: kode_desa, nama, status, tahun, sumber (tuple), catatan; empty when no desa has two.
    """
    rows = himpunan.desa_status
    ganda = rows[rows.groupby("kode_desa")["status"].transform("nunique").gt(1)].copy()
    ganda.insert(1, "nama", ganda["kode_desa"].map(himpunan.desa["nama"]))
    return ganda.sort_values(["kode_desa", "tahun"], ignore_index=True)
