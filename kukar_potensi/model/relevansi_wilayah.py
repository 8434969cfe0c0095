"""Rate a kecamatan or desa: its own place (A, C), and the mean of its potensi (B, D, E, F)."""

from __future__ import annotations

from typing import Final, Literal

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import Bahan, Penilaian, by_rule
from kukar_potensi.model.kriteria_isi import rate_kecocokan, rate_kesiapan
from kukar_potensi.model.kriteria_kewenangan import rate_kewenangan, rate_skala
from kukar_potensi.model.kriteria_wilayah import (
    SUMBER_DELINEASI,
    area_kedekatan,
    area_sambungan,
    describe_kedekatan,
)
from kukar_potensi.model.rubrik import KRITERIA, Angka
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.tempat import DESA, Bilangan, Pasangan, Topeng

BAGIAN_DINILAI: Final = 0.5
"""Share of an area's potensi that must be rated before their mean stands for the area."""

Tingkat = Literal["kecamatan", "desa"]


def rate_areas(wilayah: pd.DataFrame, tingkat: Tingkat, himpunan: Himpunan, tahun_acuan: int) -> tuple[Penilaian, ...]:
    """Return the six ratings of areas.

    A and C are the area's own (a desa takes C from its kecamatan). B, D, E and F are the
    mean over those potensi of the area that are rated, so a value may be a fraction; where
    fewer than half of its potensi are rated, the area is not rated either.
    """
    bahan = Bahan(himpunan, himpunan.potensi, "potensi", tahun_acuan)
    semua = himpunan.desa if tingkat == DESA else himpunan.kecamatan
    pasangan = bahan.tempat.desa if tingkat == DESA else bahan.tempat.kecamatan
    letak = semua.index.get_indexer(wilayah.index)
    rata = [
        _mean_rating(rate(bahan), pasangan, letak)
        for rate in (rate_kecocokan, rate_kesiapan, rate_skala, rate_kewenangan)
    ]
    induk = wilayah["kode_kecamatan"] if tingkat == DESA else wilayah.index
    sambungan = _own_sambungan([str(kode) for kode in induk], himpunan)
    return (_own_kedekatan(wilayah), rata[0], sambungan, *rata[1:])


def area_matrix(tingkat: Tingkat, himpunan: Himpunan, pasangan: Pasangan, nilai_potensi: Angka) -> Angka:
    """Return the ratings of every area of a level (areas x 6) from those of every potensi.

    The same values as `rate_areas`, without reasons. `pasangan` says which potensi lie in
    which area, `nilai_potensi` is their matrix of ratings.
    """
    semua = himpunan.desa if tingkat == DESA else himpunan.kecamatan
    induk = semua["kode_kecamatan"] if tingkat == DESA else semua.index
    per_kecamatan = area_sambungan(himpunan)
    nilai = np.column_stack([_mean_rated(pasangan, kolom)[0] for kolom in nilai_potensi.T])
    nilai[:, KRITERIA.index("A")] = area_kedekatan(semua)
    nilai[:, KRITERIA.index("C")] = [per_kecamatan[str(kode)].nilai for kode in induk]
    return nilai


def _mean_rated(pasangan: Pasangan, nilai: Angka) -> tuple[Angka, Bilangan, Bilangan]:
    """Return each area's mean (NaN when fewer than half are rated), rows rated, rows in all."""
    semua: Topeng = np.ones(pasangan.jumlah_baris, dtype=np.bool_)
    banyak, dinilai = pasangan.jumlah_per_wilayah, pasangan.count(~np.isnan(nilai))
    cukup = dinilai >= np.maximum(banyak * BAGIAN_DINILAI, 1)
    return np.where(cukup, pasangan.mean(semua, nilai), np.nan), dinilai, banyak


def _own_kedekatan(wilayah: pd.DataFrame) -> Penilaian:
    """Rate A of the areas themselves."""
    nilai = area_kedekatan(wilayah)

    def explain(letak: int) -> str:
        kalimat = describe_kedekatan(wilayah.iloc[letak])
        return f"{kalimat[:1].upper()}{kalimat[1:]}."

    return Penilaian(nilai, explain, lambda _: (SUMBER_DELINEASI,), by_rule(nilai))


def _own_sambungan(kode_kecamatan: list[str], himpunan: Himpunan) -> Penilaian:
    """Rate C of the areas by their kecamatan."""
    per_kecamatan = area_sambungan(himpunan)
    sambungan = [per_kecamatan[kode] for kode in kode_kecamatan]
    nama = {str(kode): nama for kode, nama in himpunan.kecamatan["nama"].items()}
    nilai = np.array([satu.nilai for satu in sambungan], dtype=np.float64)
    return Penilaian(
        nilai,
        lambda letak: f"Kecamatan {nama[kode_kecamatan[letak]]}: {sambungan[letak].alasan}",
        lambda letak: sambungan[letak].sumber,
        by_rule(nilai),
    )


def _mean_rating(penilaian: Penilaian, pasangan: Pasangan, letak: Bilangan) -> Penilaian:
    """Return the mean of the rated potensi of each area, where at least half are rated."""
    rata_semua, dinilai_semua, banyak_semua = _mean_rated(pasangan, penilaian.nilai)
    rata, dinilai, banyak = rata_semua[letak], dinilai_semua[letak], banyak_semua[letak]

    def explain(satu: int) -> str:
        if banyak[satu] == 0:
            return "Belum ada potensi tercatat di wilayah ini."
        jumlah = f"{dinilai[satu]} dari {banyak[satu]} potensinya dinilai"
        if np.isnan(rata[satu]):
            return f"Baru {jumlah}, kurang dari separuh."
        return f"Rata-rata {format_angka(rata[satu], 2)}; {jumlah}."

    return Penilaian(rata, explain, lambda _: (), by_rule(rata))
