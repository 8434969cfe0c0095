"""Each criterion follows the rubric: the rule, its edges, and what it says when it cannot know."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import Bahan, Penilaian
from kukar_potensi.model.kriteria_isi import rate_kecocokan, rate_kesiapan
from kukar_potensi.model.kriteria_kewenangan import rate_kewenangan, rate_skala
from kukar_potensi.model.kriteria_wilayah import area_kedekatan, area_sambungan, rate_kedekatan, rate_sambungan

BATUAH, TANI_HARAPAN, LOA_DURI_ULU, BAKUNGAN = "64.02.03.2006", "64.02.03.2008", "64.02.03.2002", "64.02.03.2001"
SUNGAI_SELUANG, JAHAB, PERIAN = "64.02.13.1007", "64.02.06.1001", "64.02.01.2001"
TAHUN = 2025


def potensi(himpunan: Himpunan, **isi: object) -> pd.DataFrame:
    """Return one potensi that knows nothing but what is given."""
    kosong: dict[str, object] = dict.fromkeys(himpunan.potensi.columns)
    dasar = {"nama": "BUATAN UJI", "tingkat": "desa", "kode_kecamatan": (), "kode_desa": (), "sumber": ("s",)}
    return pd.DataFrame([{**kosong, **dasar, **isi}], index=["P999"])


def bahan(himpunan: Himpunan, **isi: object) -> Bahan:
    return Bahan(himpunan, potensi(himpunan, **isi), "potensi", TAHUN)


def first(penilaian: Penilaian) -> tuple[float | None, str]:
    nilai = float(penilaian.nilai[0])
    return (None if np.isnan(nilai) else nilai), penilaian.alasan(0)


@pytest.mark.parametrize(
    ("irisan", "jarak", "nilai"),
    [
        (100, 30, 4),
        (50, 200, 4),
        (49.99, 200, 3),
        (0.01, 200, 3),
        (0, 60, 3),
        (0, 60.1, 2),
        (0, 80, 2),
        (0, 80.1, 1),
        (0, 120, 1),
        (0, 120.1, 0),
        (None, 70, 2),
        (60, None, 4),
        (None, None, None),
    ],
)
def test_a_follows_the_steps_of_the_rubric(irisan: float | None, jarak: float | None, nilai: float | None) -> None:
    wilayah = pd.DataFrame({"irisan_ikn_persen": [irisan], "jarak_kipp_km": [jarak]}, dtype="float64")
    np.testing.assert_equal(area_kedekatan(wilayah), np.array([nilai], dtype=np.float64))


def test_a_of_several_places_is_the_best_one_and_says_so(himpunan: Himpunan) -> None:
    nilai, alasan = first(rate_kedekatan(bahan(himpunan, kode_desa=(PERIAN, SUNGAI_SELUANG, JAHAB))))
    assert nilai == 4
    assert alasan.startswith("Nilai tertinggi dari 3 tempat. Kelurahan Sungai Seluang: 100% wilayahnya di dalam")
    satu = first(rate_kedekatan(bahan(himpunan, kode_desa=(PERIAN,))))
    assert satu == (
        3,
        "Desa Perian: di luar delineasi indikatif IKN, 42,9 km garis lurus ke titik acuan KIPP.",
    )


def test_a_of_a_kecamatan_row_is_the_kecamatan_not_its_desa(himpunan: Himpunan) -> None:
    nilai, alasan = first(rate_kedekatan(bahan(himpunan, tingkat="kecamatan", kode_kecamatan=("64.02.01",))))
    assert nilai == 2
    assert alasan.startswith("Kecamatan Muara Muntai: di luar delineasi indikatif IKN, 65,2 km")


@pytest.mark.parametrize("rate", [rate_kedekatan, rate_sambungan])
def test_place_is_not_rated_for_a_row_at_regency_level(himpunan: Himpunan, rate: object) -> None:
    hasil = rate(bahan(himpunan, tingkat="kabupaten"))  # type: ignore[operator]
    assert first(hasil) == (None, "Baru tercatat pada tingkat kabupaten, jadi letaknya belum diketahui.")
    assert hasil.sumber(0) == ()


@pytest.mark.parametrize(
    ("klaster", "urusan", "nilai", "kata", "dipilih"),
    [
        ("air-baku", "3.27", 4, "Kebutuhan air baku. ", True),
        ("ekowisata", None, 3, "Ekowisata dan wisata kesehatan. ", True),
        (None, "1.03", 4, "(diturunkan dari urusannya, belum dipilih untuk baris ini)", False),
        ("tidak-ada", "3.27", 3, "diturunkan dari urusannya", False),
        (None, "1.04", None, "Belum ada klaster atau kebutuhan IKN", False),
        (None, None, None, "Belum ada klaster atau kebutuhan IKN", False),
    ],
)
def test_b_reads_the_row_then_its_urusan(
    himpunan: Himpunan, klaster: str | None, urusan: str | None, nilai: float | None, kata: str, dipilih: bool
) -> None:
    hasil = rate_kecocokan(bahan(himpunan, klaster_ikn=klaster, kode_urusan=urusan))
    assert first(hasil)[0] == nilai
    assert kata in first(hasil)[1]
    assert bool(hasil.penilaian[0]) == dipilih
    assert bool(hasil.sumber(0)) == (nilai is not None)


def connections(himpunan: Himpunan, kode: str, *catatan: tuple[str, str]) -> Himpunan:
    """Return the data set with only these (mode, status) on record for a kecamatan."""
    baris = [
        {"kode_kecamatan": kode, "moda": moda, "nama": f"{moda} {n}", "status": status, "sumber": ("s",)}
        for n, (moda, status) in enumerate(catatan)
    ]
    return dataclasses.replace(
        himpunan, konektivitas=pd.DataFrame(baris, columns=himpunan.konektivitas.columns, dtype=object)
    )


DEKAT, JAUH = "64.02.13", "64.02.12"


@pytest.mark.parametrize(
    ("kode", "catatan", "nilai"),
    [
        (DEKAT, [("tol", "beroperasi")], 4),
        (DEKAT, [("jalan nasional", "beroperasi"), ("sungai", "beroperasi")], 4),
        (DEKAT, [("pelabuhan", "beroperasi")], 4),
        (JAUH, [("jalan nasional", "beroperasi")], 3),
        (JAUH, [("pelabuhan", "beroperasi")], 1),
        (DEKAT, [("jalan kabupaten", "beroperasi")], 3),
        (DEKAT, [("tol", "belum diketahui")], 2),
        (DEKAT, [("jalan provinsi", "belum diketahui"), ("dermaga", "beroperasi")], 2),
        (DEKAT, [("jembatan", "beroperasi")], 2),
        (DEKAT, [("dermaga", "beroperasi"), ("penyeberangan", "belum diketahui")], 1),
        (DEKAT, [("tol", "rencana"), ("sungai", "belum diketahui")], 1),
        (DEKAT, [("tol", "rencana"), ("jalan provinsi", "pembangunan")], None),
        (DEKAT, [("bandara", "beroperasi")], None),
        (DEKAT, [], None),
    ],
)
def test_c_takes_the_best_connection_that_exists(
    himpunan: Himpunan, kode: str, catatan: list[tuple[str, str]], nilai: float | None
) -> None:
    satu = area_sambungan(connections(himpunan, kode, *catatan))[kode]
    assert (None if np.isnan(satu.nilai) else satu.nilai) == nilai
    assert satu.alasan.endswith(".")
    if nilai is not None:
        assert satu.sumber == ("s",)
        assert any(f"{moda} {n}" in satu.alasan for n, (moda, _) in enumerate(catatan))


def test_c_of_a_row_names_its_best_kecamatan(himpunan: Himpunan) -> None:
    nilai, alasan = first(rate_sambungan(bahan(himpunan, kode_desa=(PERIAN, SUNGAI_SELUANG))))
    assert nilai == 4
    assert alasan.startswith("Kecamatan Samboja: tol, jalan nasional, atau pelabuhan beroperasi ke arah IKN (")


@pytest.mark.parametrize(
    ("isi", "nilai", "kata"),
    [
        ({}, None, "Bukti kesiapan belum tercatat."),
        ({"nilai": 5.0, "tahun": 2024}, None, "Bukti kesiapan belum tercatat. Angkanya tahun 2024."),
        ({"nilai": 5.0, "tahun": 2010}, None, "lebih dari 3 tahun sebelum 2025"),
        ({"bukti_mitra": "s1"}, 1, "1 dari 5 bukti tercatat (minat mitra); 4 bukti lain belum diketahui."),
        ({"bukti_mitra": "s1", "nilai": 5.0, "tahun": 2022}, 2, "(angka terbaru, minat mitra); 3 bukti lain"),
        ({"bukti_mitra": "s1", "nilai": 5.0, "tahun": 2021}, 1, "lebih dari 3 tahun"),
        ({"bukti_mitra": "s1", "tahun": 2025}, 1, "1 dari 5 bukti"),
        ({f"bukti_{satu}": "s" for satu in ("lahan", "lembaga", "rencana", "mitra")}, 4, "4 dari 5 bukti"),
        (
            {f"bukti_{satu}": "s" for satu in ("lahan", "lembaga", "rencana", "mitra")} | {"nilai": 1.0, "tahun": 2025},
            4,
            "5 dari 5 bukti tercatat (angka terbaru, lahan atau aset jelas, kelembagaan pelaku, dokumen rencana",
        ),
    ],
)
def test_d_counts_proofs_and_leaves_blanks_unknown(
    himpunan: Himpunan, isi: dict[str, object], nilai: float | None, kata: str
) -> None:
    hasil = rate_kesiapan(bahan(himpunan, **isi))
    assert first(hasil)[0] == nilai
    assert kata in first(hasil)[1]
    bukti = {str(satu) for kolom, satu in isi.items() if kolom.startswith("bukti")}
    assert bukti <= set(hasil.sumber(0))


def test_d_of_a_cooperation_reads_its_partner_and_plan(himpunan: Himpunan) -> None:
    asli = himpunan.kerja_sama.iloc[[0]].assign(nilai_rp=np.nan, rujukan_rencana=None, presisi_ttd="hari")
    for perubahan, nilai in (
        ({}, 1),
        ({"rujukan_rencana": "RPJMD 2025-2029"}, 2),
        ({"presisi_ttd": "belum ditandatangani"}, None),
        ({"mitra": None}, None),
    ):
        hasil = rate_kesiapan(Bahan(himpunan, asli.assign(**perubahan), "kerja_sama", TAHUN))
        assert first(hasil)[0] == nilai


@pytest.mark.parametrize(
    ("isi", "nilai", "kata"),
    [
        ({"kode_desa": (BATUAH,), "kode_urusan": "3.31"}, 1, "Satu desa/kelurahan; belum ada program RPJMD"),
        ({"kode_desa": (BATUAH,)}, 1, "urusannya belum diketahui"),
        ({"kode_desa": (BATUAH, BAKUNGAN), "kode_urusan": "3.31"}, 2, "2 desa/kelurahan dalam satu kecamatan"),
        ({"tingkat": "kecamatan", "kode_kecamatan": (DEKAT,), "kode_urusan": "3.31"}, 3, "Satu kecamatan;"),
        ({"kode_desa": (BATUAH,), "kode_urusan": "3.27"}, 3, "dapat dilayani program RPJMD urusan 3.27"),
        ({"kode_desa": (BATUAH, JAHAB), "kode_urusan": "3.31"}, 3, "Lintas 2 kecamatan (2 desa/kelurahan)"),
        ({"kode_desa": (BATUAH, JAHAB), "kode_urusan": "3.27"}, 4, "Lintas 2 kecamatan"),
        ({"tingkat": "kabupaten", "kode_urusan": "3.27"}, 3, "skala tempatnya belum diketahui"),
        ({"tingkat": "kabupaten", "kode_urusan": "3.31"}, None, "skala tempatnya belum diketahui"),
    ],
)
def test_e_weighs_reach_and_plan(himpunan: Himpunan, isi: dict[str, object], nilai: float | None, kata: str) -> None:
    hasil = rate_skala(bahan(himpunan, **isi))
    assert first(hasil)[0] == nilai
    assert kata in first(hasil)[1]
    assert bool(hasil.sumber(0)) == (isi.get("kode_urusan") == "3.27")


@pytest.mark.parametrize(
    ("isi", "nilai", "kata"),
    [
        ({"kewenangan": "kabupaten", "kode_desa": (JAHAB,)}, 3, "risiko lahan dan lingkungannya belum dinilai"),
        ({"kewenangan": "bersama", "kode_desa": (JAHAB,)}, 2, "Kewenangan bersama"),
        ({"kewenangan": "provinsi_pusat", "kode_desa": (JAHAB,)}, 0, "TJSL"),
        ({"kewenangan": "provinsi_pusat", "kode_desa": (SUNGAI_SELUANG,)}, 0, "TJSL"),
        ({"kewenangan": "kabupaten", "kode_desa": (SUNGAI_SELUANG,)}, 1, "kewenangan beralih"),
        ({"kode_desa": (SUNGAI_SELUANG,)}, 1, "kewenangan beralih"),
        ({"kewenangan": "kabupaten", "kode_desa": (SUNGAI_SELUANG, JAHAB)}, 2, "sebagian tempatnya"),
        ({"kewenangan": "kabupaten", "kode_desa": (BATUAH,)}, 2, "sebagian tempatnya"),
        ({"kewenangan": "kabupaten", "kode_desa": (TANI_HARAPAN,)}, 1, "kewenangan beralih"),
        ({"kewenangan": "kabupaten", "kode_desa": (LOA_DURI_ULU,)}, 3, "Kewenangan kabupaten;"),
        ({"kewenangan": "kabupaten", "tingkat": "kecamatan", "kode_kecamatan": (DEKAT,)}, 1, "beralih"),
        ({"kewenangan": "kabupaten", "tingkat": "kabupaten"}, 3, "Kewenangan kabupaten;"),
        ({"kode_urusan": "3.28", "kode_desa": (JAHAB,)}, 0, "Kewenangan provinsi atau pusat"),
        ({"kode_urusan": "3.27", "kewenangan_catatan": "perlu diperiksa"}, None, "(catatan: perlu diperiksa)"),
        ({"kode_desa": (JAHAB,)}, None, "Kewenangan belum diketahui."),
    ],
)
def test_f_weighs_authority_and_the_delineation(
    himpunan: Himpunan, isi: dict[str, object], nilai: float | None, kata: str
) -> None:
    hasil = rate_kewenangan(bahan(himpunan, **isi))
    assert first(hasil)[0] == nilai
    assert kata in first(hasil)[1]
