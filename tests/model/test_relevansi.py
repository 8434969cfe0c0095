"""A score can be traced to its reasons, and ten real rows agree with the rubric by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.relevansi import nilai_matrix, score_table, summarise, table_of

TAHUN = 2025
X = None

# Worked out with the rubric, the tables of data/ and a pocket calculator, not with the code.
# The last two columns: the score over the rated weight, and that weight in percent.
# fmt: off
DENGAN_TANGAN = {
    #        A  B  C  D  E  F   skor      bobot
    "P001": (1, 3, 1, 2, 4, 3,  53.75,    100),  # 6 desa, nearest 88.7 km; boats only; figure 2022 and a plan
    "P006": (X, 3, X, X, 3, 3,  75.0,      45),  # regency level; figure of 2020 is too old
    "P062": (2, 4, 3, X, 3, 3,  75.0,      85),  # Kayu Batu 69.1 km; road in operation
    "P081": (4, 3, 2, X, 3, 2,  75.0,      85),  # Batuah is split, Tani Harapan mostly inside
    "P083": (4, 3, 2, 3, 3, 2,  75.0,     100),  # Batuah; land, institution, partner; no figure
    "P105": (4, 4, 2, X, 3, 0,  76.4706,   85),  # Samboja Barat 99.97%; central government
    "P125": (0, 3, 2, X, 3, X,  45.0,      75),  # Tabang 239.8 km; authority to be checked
    "P144": (1, 3, 1, X, 3, 0,  42.6471,   85),  # Muara Siran 101.7 km; energy
    "P343": (4, 3, 4, 1, 3, 1,  72.5,     100),  # inside the line; toll road; land; figure of 2003
    "P385": (4, 4, 2, X, 3, 3,  85.2941,   85),  # 65.9% inside, yet reported to stay with Kukar
}
# fmt: on


@pytest.mark.parametrize("kode", DENGAN_TANGAN)
def test_ten_real_rows_agree_with_the_rubric_by_hand(himpunan: Himpunan, kode: str) -> None:
    *nilai, skor, bobot = DENGAN_TANGAN[kode]
    alasan = score_table(himpunan.potensi.loc[[kode]], himpunan, TAHUN)
    assert [None if np.isnan(satu) else satu for satu in alasan["nilai"]] == nilai
    ringkas = summarise(alasan).loc[kode]
    assert ringkas["skor"] == pytest.approx(skor, abs=5e-5)
    assert ringkas["kelengkapan"] == pytest.approx(bobot / 100)
    assert ringkas["indikatif"] == (bobot < 80)
    assert ringkas["kelas"] == ("tinggi" if skor >= 75 else "sedang" if skor >= 50 else "rendah")


@pytest.mark.parametrize("nama", ["potensi", "kerja_sama", "kecamatan", "desa"])
def test_every_row_explains_every_criterion(himpunan: Himpunan, nama: str) -> None:
    rows = getattr(himpunan, nama)
    alasan = score_table(rows, himpunan, TAHUN)
    assert len(alasan) == 6 * len(rows)
    assert alasan["id"].drop_duplicates().tolist() == list(rows.index)
    assert alasan["alasan"].str.endswith(".").all()
    assert not alasan["alasan"].str.contains(r"\b(?:nan|None)\b|  ", regex=True).any()
    belum = alasan["nilai"].isna()
    assert (alasan.loc[belum, "dasar"] == "belum dinilai").all()
    assert alasan.loc[~belum, "dasar"].isin(["otomatis", "penilaian"]).all()
    assert alasan.loc[~belum, "nilai"].between(0, 4).all()
    assert alasan.loc[belum, "sumbangan"].isna().all()
    jumlah = alasan.groupby("id", sort=False)["sumbangan"].sum(min_count=1)
    ringkas = summarise(alasan)
    pd.testing.assert_series_equal(jumlah, ringkas["skor"], check_names=False)
    assert ringkas["skor"].dropna().between(0, 100).all()


@pytest.mark.parametrize("nama", ["potensi", "kerja_sama"])
def test_a_rating_from_a_source_names_it(himpunan: Himpunan, nama: str) -> None:
    alasan = score_table(getattr(himpunan, nama), himpunan, TAHUN)
    bersumber = alasan[alasan["kriteria"].isin(["A", "B", "C", "D", "F"]) & alasan["nilai"].notna()]
    assert bersumber["sumber"].map(len).min() >= 1


def test_a_row_scores_the_same_alone_and_among_others(himpunan: Himpunan) -> None:
    semua = nilai_matrix(himpunan.potensi, himpunan, TAHUN)
    for letak in range(0, len(himpunan.potensi), 37):
        satu = nilai_matrix(himpunan.potensi.iloc[[letak]], himpunan, TAHUN)
        np.testing.assert_array_equal(satu[0], semua[letak])


def test_area_takes_the_mean_only_when_half_its_potensi_are_rated(himpunan: Himpunan) -> None:
    alasan = score_table(himpunan.kecamatan, himpunan, TAHUN).set_index(["id", "kriteria"])
    semua = nilai_matrix(himpunan.potensi, himpunan, TAHUN)
    for kode in himpunan.kecamatan.index:
        di_sana = (himpunan.potensi["tingkat"] != "kabupaten") & himpunan.potensi["kode_kecamatan"].map(
            lambda isi, kode=kode: kode in isi
        )
        for urut, kriteria in ((1, "B"), (3, "D"), (4, "E"), (5, "F")):
            nilai = semua[di_sana.to_numpy(), urut]
            cukup = np.count_nonzero(~np.isnan(nilai)) * 2 >= len(nilai)
            harapan = np.nanmean(nilai) if cukup else np.nan
            assert alasan.loc[(kode, kriteria), "nilai"] == pytest.approx(harapan, nan_ok=True)


def test_area_without_potensi_says_so(himpunan_kosong: Himpunan) -> None:
    alasan = score_table(himpunan_kosong.desa.iloc[[0]], himpunan_kosong, TAHUN).set_index("kriteria")
    assert alasan.loc["B", "alasan"] == "Belum ada potensi tercatat di wilayah ini."
    assert alasan.loc["A", "nilai"] == 3
    assert alasan.loc["C", "dasar"] == "belum dinilai"


def test_weights_change_contributions_not_ratings(himpunan: Himpunan) -> None:
    rows = himpunan.potensi.loc[["P001"]]
    hasil = score_table(rows, himpunan, TAHUN, {"A": 50, "B": 50})
    assert hasil["nilai"].tolist() == [1, 3, 1, 2, 4, 3]
    assert hasil["sumbangan"].tolist() == [12.5, 37.5, 0, 0, 0, 0]
    assert summarise(hasil).loc["P001", "skor"] == 50.0


def test_figure_ages_with_the_year_asked_for(himpunan: Himpunan) -> None:
    rows = himpunan.potensi.loc[["P001"]]
    kesiapan = {tahun: nilai_matrix(rows, himpunan, tahun)[0, 3] for tahun in (2022, 2025, 2026, 2040)}
    assert kesiapan == {2022: 2.0, 2025: 2.0, 2026: 1.0, 2040: 1.0}


def test_no_rows_give_an_empty_table(himpunan: Himpunan) -> None:
    alasan = score_table(himpunan.potensi.iloc[:0], himpunan, TAHUN)
    assert alasan.empty
    assert summarise(alasan).empty
    with pytest.raises(ValueError, match="`rows`"):
        table_of(himpunan.rubrik)
