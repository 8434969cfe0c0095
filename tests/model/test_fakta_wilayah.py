"""Facts of an area: each with its doubt and its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kukar_potensi.model.fakta_wilayah import Fakta, gather_fakta, is_reported
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tampak import Indeks


def facts(indeks: Indeks, kode: str, himpunan: Himpunan | None = None) -> dict[str, list[Fakta]]:
    skor = indeks.skor_kecamatan if len(kode) == 8 else indeks.skor_desa
    hasil: dict[str, list[Fakta]] = {}
    for fakta in gather_fakta(himpunan or indeks.himpunan, kode, skor):
        hasil.setdefault(fakta.label, []).append(fakta)
    return hasil


def test_ikn_overlap_always_names_the_older_line_and_that_it_changed(indeks: Indeks) -> None:
    for kode in (*indeks.himpunan.kecamatan.index, *indeks.himpunan.desa.index[::11]):
        (irisan,) = facts(indeks, str(kode))["Di dalam delineasi IKN"]
        assert "UU 3/2022" in irisan.catatan
        assert "telah diubah UU 21/2023" in irisan.catatan


def test_a_reported_treatment_and_one_read_from_the_line_are_told_apart(indeks: Indeks) -> None:
    dilaporkan = facts(indeks, "64.02.03.2006")["Perlakuan dilaporkan, Juni 2025"][0]
    assert dilaporkan.isi == "terbelah"
    assert is_reported(dilaporkan.sumber)
    dari_garis = facts(indeks, "64.02.13.1007")
    assert "Perlakuan dilaporkan, Juni 2025" not in dari_garis
    assert "belum dilaporkan" in dari_garis["Menurut garis lama"][0].catatan


def test_every_reported_desa_is_counted_once_in_its_kecamatan(indeks: Indeks) -> None:
    ikn = indeks.himpunan.ikn_desa
    lapor = ikn[[is_reported(tuple(sumber)) for sumber in ikn["sumber"]]]
    for kode in indeks.himpunan.kecamatan.index:
        banyak = lapor.index.str.startswith(f"{kode}.").sum()
        fakta = facts(indeks, str(kode)).get("Perlakuan dilaporkan, Juni 2025")
        angka = [int(kata) for kata in fakta[0].isi.replace(",", " ").split() if kata.isdigit()] if fakta else []
        assert sum(angka) == banyak


def test_a_new_code_shows_the_old_one_and_says_when_the_match_was_inferred(indeks: Indeks) -> None:
    (riwayat,) = facts(indeks, "64.02.20.1007")["Riwayat"]
    assert "64.02.13.1001" in riwayat.isi
    assert "Salok Api Barat" in riwayat.isi
    assert "disimpulkan" in riwayat.catatan
    (biasa,) = facts(indeks, "64.02.19.2007")["Riwayat"]
    assert biasa.isi == "kode lama 64.02.08.2013"


def test_a_split_is_told_on_both_sides(indeks: Indeks) -> None:
    assert "dimekarkan menjadi Kecamatan Samboja Barat" in facts(indeks, "64.02.13")["Riwayat"][0].isi
    assert "pemekaran dari Kecamatan Samboja" in facts(indeks, "64.02.20")["Riwayat"][0].isi


def test_an_older_spelling_is_shown_when_the_data_carries_it(indeks: Indeks) -> None:
    desa = indeks.himpunan.desa.copy()
    desa["nama_2022"] = desa["nama"]
    desa.loc["64.02.02.2009", "nama_2022"] = "Karya Utama"
    himpunan = replace(indeks.himpunan, desa=desa)
    assert facts(indeks, "64.02.02.2009", himpunan)["Riwayat"][0].isi == "ditulis Karya Utama pada daftar resmi 2022"
    assert "Riwayat" not in facts(indeks, "64.02.02.2001", himpunan)


def test_village_status_carries_year_and_source(indeks: Indeks) -> None:
    (status,) = facts(indeks, "64.02.02.2002")["Status desa"]
    assert status.isi == "Maju"
    assert "2021" in status.catatan
    assert status.sumber
    (tanpa_tahun,) = facts(indeks, "64.02.03.2006")["Status desa"]
    assert "tahun belum diketahui" in tanpa_tahun.catatan


@pytest.mark.parametrize(("kode", "isi"), [("64.02.01", "belum diketahui"), ("64.02.14", "41.561 jiwa")])
def test_people_are_the_newest_figure_and_never_called_official(indeks: Indeks, kode: str, isi: str) -> None:
    (penduduk,) = facts(indeks, kode)["Penduduk"]
    assert penduduk.isi == isi
    assert not penduduk.catatan or "bukan angka resmi" in penduduk.catatan


def test_relevance_says_how_much_of_it_was_rated(indeks: Indeks) -> None:
    (skor,) = facts(indeks, "64.02.13")["Relevansi IKN"]
    assert skor.isi.endswith(str(indeks.skor_kecamatan.at["64.02.13", "kelas"]))
    assert "bobot dinilai" in skor.catatan


def test_an_unknown_status_is_said_of_a_desa_and_not_of_a_kelurahan(indeks: Indeks) -> None:
    himpunan = indeks.himpunan
    berstatus = set(himpunan.desa_status["kode_desa"])
    for kode, jenis in himpunan.desa["jenis"].items():
        status = [satu.isi for satu in facts(indeks, str(kode)).get("Status desa", [])]
        if kode in berstatus:
            assert "belum diketahui" not in status
        else:
            assert status == ([] if jenis == "kelurahan" else ["belum diketahui"])
