"""What the method says of gaps, candidates, stability, transport and plans is what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kukar_potensi.model.bobot import JUMLAH_BOBOT
from kukar_potensi.model.calon import FAKTA
from kukar_potensi.model.celah import BATAS_RELEVAN, KATEGORI_TIDAK_MENUTUP, STATUS_MENUTUP
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import (
    SEMUA_JALUR,
    URUSAN_ASET,
    URUSAN_BUKAN_KABUPATEN,
    URUSAN_DESA,
)
from kukar_potensi.model.kestabilan import BAGIAN_GESER, JUMLAH_TERATAS
from kukar_potensi.model.kriteria_isi import USIA_ANGKA_TAHUN
from kukar_potensi.model.rubrik import KRITERIA
from kukar_potensi.model.status import SEMUA_STATUS
from kukar_potensi.model.transportasi import KATA_JALAN, MODA, URUSAN_PEKERJAAN_UMUM, URUSAN_PERHUBUNGAN

METODE = Path(__file__).resolve().parents[2] / "docs" / "metode.md"


@pytest.fixture(scope="module")
def bagian() -> dict[str, str]:
    """Text of every chapter, by its heading, on one line."""
    isi = METODE.read_text(encoding="utf-8").split("\n## ")
    return {satu.partition("\n")[0]: " ".join(satu.partition("\n")[2].split()) for satu in isi[1:]}


def test_stability_is_told_with_the_codes_own_numbers(bagian):
    teks = bagian["Bobot percobaan dan kestabilan"]
    assert pytest.approx(1 / 5) == BAGIAN_GESER
    assert "seperlima ke bawah dan seperlima ke atas" in teks
    assert f"Kestabilan {JUMLAH_TERATAS} teratas" in teks
    assert f"{2 * len(KRITERIA)} percobaan" in teks
    assert f"jumlahnya tetap {JUMLAH_BOBOT:.0f}" in teks


def test_the_gap_rule_names_its_threshold_statuses_and_categories(bagian):
    teks = bagian["Celah kerja sama"]
    assert f"skornya {BATAS_RELEVAN:.0f} atau lebih" in teks
    menutup = teks.partition("dengan status ")[2].partition(".")[0].replace(" atau ", " ").split(", ")
    assert {satu.strip() for satu in menutup} == set(STATUS_MENUTUP) < set(SEMUA_STATUS)
    assert all(kategori in teks for kategori in KATEGORI_TIDAK_MENUTUP)


def test_every_route_and_its_urusan_are_explained(bagian, himpunan: Himpunan):
    teks = bagian["Calon kerja sama dan jalur kewenangan"]
    for jalur in SEMUA_JALUR.values():
        assert f"**{jalur.nama}**" in teks, jalur.nama
    for kode in (*URUSAN_BUKAN_KABUPATEN, *URUSAN_ASET, URUSAN_DESA):
        assert f"({kode})" in teks
        assert kode in himpunan.urusan.index


def test_every_missing_fact_is_listed(bagian):
    teks = bagian["Calon kerja sama dan jalur kewenangan"].partition("**Fakta yang kurang**")[2]
    for kode, sebutan in FAKTA.items():
        awal = sebutan.partition(" (")[0]
        assert awal in teks, kode
    assert str(USIA_ANGKA_TAHUN) in FAKTA["angka_lama"]


def test_the_transport_rule_names_every_word_and_mode(bagian):
    teks = bagian["Transportasi"]
    assert f"({URUSAN_PERHUBUNGAN})" in teks
    assert f"({URUSAN_PEKERJAAN_UMUM})" in teks
    kata = teks.partition("kata utuh ")[2].partition(".")[0]
    assert set(kata.replace(",", " ").replace(" atau ", " ").split()) == set(KATA_JALAN)
    moda = teks.partition("memuat tol")[2].partition(" tiap kecamatan")[0]
    assert all(satu in f"tol{moda}" for satu in MODA)


def test_what_tkksd_has_to_decide_is_named(bagian):
    teks = bagian["Pengetahuan umum dan keputusan TKKSD"]
    for hal in (
        "bobot dan tingkat nilai rubrik",
        "aturan celah dan jalur kewenangan",
        "bentuk hukum kerja sama dengan Otorita",
    ):
        assert hal in teks
