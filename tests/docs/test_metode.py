"""The explanation an officer reads carries the numbers that the code uses, all of them and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria_isi import JUMLAH_BUKTI, NILAI_PER_BUKTI, USIA_ANGKA_TAHUN
from kukar_potensi.model.kriteria_kewenangan import KEWENANGAN, NILAI_BERALIH, NILAI_SEBAGIAN_BERALIH
from kukar_potensi.model.kriteria_wilayah import (
    IRISAN_PENUH_PERSEN,
    JARAK_DEKAT_KM,
    JARAK_JAUH_KM,
    JARAK_SEDANG_KM,
)
from kukar_potensi.model.relevansi_wilayah import BAGIAN_DINILAI
from kukar_potensi.model.rubrik import (
    BATAS_LENGKAP,
    BATAS_SEDANG,
    BATAS_TINGGI,
    KRITERIA,
    NILAI_TERTINGGI,
    SEMUA_KELAS,
    SKOR_TERTINGGI,
)
from kukar_potensi.model.status import BATAS_MENDESAK_HARI, BATAS_SEGERA_HARI, SEMUA_STATUS

METODE = Path(__file__).resolve().parents[2] / "docs" / "metode.md"


@pytest.fixture(scope="module")
def teks() -> str:
    return " ".join(METODE.read_text(encoding="utf-8").split())


def numbers_before(teks: str, satuan: str) -> set[float]:
    return {float(angka) for angka in re.findall(rf"(\d+) ?{satuan}", teks)}


@pytest.mark.parametrize(
    ("satuan", "angka"),
    [
        ("hari", {BATAS_SEGERA_HARI, BATAS_MENDESAK_HARI, 0}),
        ("km", {JARAK_DEKAT_KM, JARAK_SEDANG_KM, JARAK_JAUH_KM}),
        ("%", {IRISAN_PENUH_PERSEN, BATAS_LENGKAP * 100, BAGIAN_DINILAI * 100}),
        ("tahun", {USIA_ANGKA_TAHUN}),
        ("bukti", {JUMLAH_BUKTI}),
    ],
)
def test_numbers_with_a_unit_are_those_of_the_code(teks: str, satuan: str, angka: set[float]) -> None:
    assert numbers_before(teks, satuan) == angka


def test_weights_and_names_are_those_of_the_rubric(himpunan: Himpunan) -> None:
    baris = re.findall(r"^\| ([A-F]) \| (.+) \| (\d+) \|$", METODE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [kode for kode, _, _ in baris] == list(KRITERIA) == list(himpunan.rubrik.index)
    assert [float(bobot) for _, _, bobot in baris] == himpunan.rubrik["bobot"].tolist()


def test_classes_and_score_are_those_of_the_code(teks: str) -> None:
    assert f"tinggi bila skor {BATAS_TINGGI:.0f} atau lebih" in teks
    assert f"sedang bila {BATAS_SEDANG:.0f} sampai di bawah {BATAS_TINGGI:.0f}" in teks
    assert f"rendah bila di bawah {BATAS_SEDANG:.0f}" in teks
    assert f"nilai 0 sampai {NILAI_TERTINGGI}" in teks
    assert f"bobot × nilai ÷ {NILAI_TERTINGGI}" in teks
    assert f"Hasilnya 0 sampai {SKOR_TERTINGGI:.0f}." in teks
    assert all(kelas in teks for kelas in SEMUA_KELAS)


def test_every_status_is_explained() -> None:
    baris = re.findall(r"^\| ([a-z ]+) \| [^|]+ \|$", METODE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [satu for satu in baris if satu != "status"] == list(SEMUA_STATUS)


@pytest.mark.parametrize(
    ("awal", "nilai"),
    [
        ("kewenangan kabupaten", KEWENANGAN["kabupaten"]),
        ("kewenangan bersama provinsi atau pusat, atau sebagian", KEWENANGAN["bersama"]),
        ("kewenangan bersama provinsi atau pusat, atau sebagian", NILAI_SEBAGIAN_BERALIH),
        ("seluruh tempatnya di dalam delineasi", NILAI_BERALIH),
        ("kewenangan provinsi atau pusat", KEWENANGAN["provinsi_pusat"]),
    ],
)
def test_levels_of_authority_are_those_of_the_code(teks: str, awal: str, nilai: float) -> None:
    assert f"- {nilai:.0f}: {awal}" in teks


def test_proofs_and_clusters_are_those_of_the_code_and_data(teks: str, himpunan: Himpunan) -> None:
    assert tuple(float(min(n, NILAI_TERTINGGI)) for n in range(JUMLAH_BUKTI + 1)) == NILAI_PER_BUKTI
    nilai = himpunan.klaster_ikn.groupby("golongan")["nilai_b"].agg(set).to_dict()
    assert nilai == {"kebutuhan": {4.0}, "klaster": {3.0}, "pendukung": {3.0}, "tidak langsung": {1.0, 2.0}}
    for kalimat in (
        "(pangan, air baku, konektivitas dan logistik) bernilai 4",
        "enam klaster dan dua pendukung bernilai 3",
        "kelembagaan desa bernilai 2",
        "tidak langsung bernilai 1",
    ):
        assert kalimat in teks
    jumlah = himpunan.klaster_ikn["golongan"].value_counts()
    assert (jumlah["klaster"], jumlah["pendukung"], jumlah["kebutuhan"]) == (6, 2, 3)
    assert himpunan.klaster_ikn.loc["kelembagaan-desa", "nilai_b"] == 2
