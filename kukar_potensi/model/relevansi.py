"""Score the relevance to IKN so that every part of a score can be read and summed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import Bahan, Penilaian
from kukar_potensi.model.kriteria_isi import rate_kecocokan, rate_kesiapan
from kukar_potensi.model.kriteria_kewenangan import rate_kewenangan, rate_skala
from kukar_potensi.model.kriteria_wilayah import rate_kedekatan, rate_sambungan
from kukar_potensi.model.relevansi_wilayah import rate_areas
from kukar_potensi.model.rubrik import (
    BELUM_DINILAI,
    KRITERIA,
    Angka,
    as_bobot,
    class_codes,
    contributions,
    is_indikatif,
    name_classes,
)

Jenis = Literal["potensi", "kerja_sama", "kecamatan", "desa"]
Bobot = Mapping[str, float] | Angka | None

OTOMATIS: Final = "otomatis"
PENILAIAN: Final = "penilaian"

_PENILAI: Final = (
    rate_kedekatan,
    rate_kecocokan,
    rate_sambungan,
    rate_kesiapan,
    rate_skala,
    rate_kewenangan,
)


def nilai_matrix(rows: pd.DataFrame, himpunan: Himpunan, tahun_acuan: int) -> Angka:
    """Return the ratings of every row, rows x 6 in the order of `KRITERIA`.

    0-4, NaN where not rated. Give it to `apply_bobot` with any weights. `rows` are rows of
    himpunan.potensi, kerja_sama, kecamatan or desa; `tahun_acuan` is the year from which
    the age of a figure counts.
    """
    return stack_nilai(rate_rows(rows, himpunan, tahun_acuan))


def move_tahun(nilai: Angka, rows: pd.DataFrame, himpunan: Himpunan, tahun_acuan: int) -> Angka:
    """Return ratings of potensi or kerja sama for another year: only D depends on it."""
    jenis = table_of(rows)
    if jenis == "kecamatan" or jenis == "desa":  # noqa: PLR1714 - mypy narrows only by ==
        return nilai_matrix(rows, himpunan, tahun_acuan)
    hasil = nilai.copy()
    hasil[:, KRITERIA.index("D")] = rate_kesiapan(Bahan(himpunan, rows, jenis, tahun_acuan)).nilai
    return hasil


def score_table(rows: pd.DataFrame, himpunan: Himpunan, tahun_acuan: int, bobot: Bobot = None) -> pd.DataFrame:
    """Return the reasons of every row's score, six lines a row.

    Columns: id (the row's index), kriteria (A-F), nama_kriteria, bobot, nilai (0-4, NaN
    not rated), sumbangan (what it adds to the score; NaN not rated), alasan (a sentence),
    dasar (otomatis, penilaian, belum dinilai), sumber (tuple of addresses). A row's
    sumbangan sum to its skor of `summarise`. `bobot` defaults to the rubric's weights.
    """
    berat = as_bobot(bobot, himpunan.rubrik)
    penilaian = rate_rows(rows, himpunan, tahun_acuan)
    nilai = stack_nilai(penilaian)
    sumbangan = contributions(nilai, berat)
    nama = himpunan.rubrik["kriteria"].reindex(list(KRITERIA)).tolist()
    baris = [
        {
            "id": kode,
            "kriteria": KRITERIA[urut],
            "nama_kriteria": nama[urut],
            "bobot": berat[urut],
            "nilai": nilai[letak, urut],
            "sumbangan": sumbangan[letak, urut],
            "alasan": satu.alasan(letak),
            "dasar": _basis(satu, letak),
            "sumber": satu.sumber(letak),
        }
        for letak, kode in enumerate(rows.index)
        for urut, satu in enumerate(penilaian)
    ]
    return pd.DataFrame(baris, columns=KOLOM_ALASAN)


KOLOM_ALASAN: Final = [
    "id", "kriteria", "nama_kriteria", "bobot", "nilai", "sumbangan", "alasan", "dasar", "sumber",
]  # fmt: skip


def summarise(alasan: pd.DataFrame) -> pd.DataFrame:
    """Return the score of every row of a `score_table`, index id in the table's order.

    skor (0-100, NaN nothing rated), kelas (tinggi, sedang, rendah, belum dinilai),
    kelengkapan (0-1, share of the weight that is rated), kriteria_dinilai (count),
    indikatif (True below 80% of the weight).
    """
    dinilai = alasan["sumbangan"].notna()
    per_baris = alasan.assign(
        bobot_dinilai=alasan["bobot"].where(alasan["nilai"].notna(), 0.0), dinilai=alasan["nilai"].notna()
    ).groupby("id", sort=False)
    skor = alasan["sumbangan"].where(dinilai).groupby(alasan["id"], sort=False).sum(min_count=1)
    bobot = per_baris["bobot"].sum()
    kelengkapan = (per_baris["bobot_dinilai"].sum() / bobot.where(bobot > 0)).fillna(0.0)
    larik = skor.to_numpy(np.float64)
    return pd.DataFrame(
        {
            "skor": skor,
            "kelas": name_classes(class_codes(larik), skor.index),
            "kelengkapan": kelengkapan,
            "kriteria_dinilai": per_baris["dinilai"].sum().astype(np.int64),
            "indikatif": is_indikatif(kelengkapan.to_numpy(np.float64)),
        }
    )


def rate_rows(rows: pd.DataFrame, himpunan: Himpunan, tahun_acuan: int) -> tuple[Penilaian, ...]:
    """Return the six ratings of rows of any of the four tables."""
    jenis = table_of(rows)
    if jenis == "kecamatan" or jenis == "desa":  # noqa: PLR1714 - mypy narrows only by ==
        return rate_areas(rows, jenis, himpunan, tahun_acuan)
    bahan = Bahan(himpunan, rows, jenis, tahun_acuan)
    return tuple(rate(bahan) for rate in _PENILAI)


def table_of(rows: pd.DataFrame) -> Jenis:
    """Tell from its columns which table rows come from; `ValueError` when from none."""
    ciri: dict[Jenis, str] = {
        "kerja_sama": "judul",
        "potensi": "klaster_ikn",
        "kecamatan": "jumlah_desa",
        "desa": "nama_kecamatan",
    }
    for jenis, kolom in ciri.items():
        if kolom in rows:
            return jenis
    raise ValueError("`rows` harus baris potensi, kerja sama, kecamatan, atau desa")


def stack_nilai(penilaian: tuple[Penilaian, ...]) -> Angka:
    """Return ratings side by side, rows x 6."""
    return np.column_stack([satu.nilai for satu in penilaian]).astype(np.float64, copy=False)


def _basis(penilaian: Penilaian, letak: int) -> str:
    """Return who gave a rating."""
    if np.isnan(penilaian.nilai[letak]):
        return BELUM_DINILAI
    return PENILAIAN if penilaian.penilaian[letak] else OTOMATIS
