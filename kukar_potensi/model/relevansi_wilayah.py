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
from kukar_potensi.model.rubrik import Angka
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
    semua: Topeng = np.ones(pasangan.jumlah_baris, dtype=np.bool_)
    banyak = pasangan.count(semua)[letak]
    dinilai = pasangan.count(~np.isnan(penilaian.nilai))[letak]
    cukup = dinilai >= np.maximum(banyak * BAGIAN_DINILAI, 1)
    rata: Angka = np.where(cukup, pasangan.mean(semua, penilaian.nilai)[letak], np.nan)

    def explain(satu: int) -> str:
        if banyak[satu] == 0:
            return "Belum ada potensi tercatat di wilayah ini."
        jumlah = f"{dinilai[satu]} dari {banyak[satu]} potensinya dinilai"
        if not cukup[satu]:
            return f"Baru {jumlah}, kurang dari separuh."
        return f"Rata-rata {format_angka(rata[satu], 2)}; {jumlah}."

    return Penilaian(rata, explain, lambda _: (), by_rule(rata))
