"""Completeness counts what the files hold, by another route: the CSV itself."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kukar_potensi.model.kelengkapan import (
    ADA,
    DI_LUAR,
    DILAPORKAN,
    KERJA_SAMA,
    KOSONG,
    LAIN,
    POTENSI,
    SEMUA_UNSUR,
    classify_desa,
    count_cakupan,
    list_desa_kosong,
    list_kosong,
    rank_pengungkit,
    share_kecamatan,
    share_sektor,
    share_semua,
    share_unsur,
)
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks

DATA = Path(__file__).resolve().parents[2] / "data"
HARI = date(2026, 2, 1)
KOLOM = {"desa": "kode_desa", "verifikasi": "status_verifikasi"}


def read_csv(nama: str) -> list[dict[str, str]]:
    with (DATA / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def is_terisi(baris: dict[str, str], kunci: str) -> bool:
    """Tell from the text of a row whether it has an element."""
    if kunci == "verifikasi":
        return baris["status_verifikasi"] == "terverifikasi OPD"
    if kunci == "jenis_dokumen":
        return baris["jenis_dokumen"] != "tidak disebut"
    return bool(baris[KOLOM.get(kunci, kunci)])


@pytest.fixture(scope="module")
def indeks(himpunan):
    return build_indeks(himpunan, HARI)


@pytest.fixture(scope="module")
def semua(indeks):
    return indeks.apply(Saringan())


@pytest.fixture(scope="module")
def berkas():
    return {POTENSI: read_csv("potensi"), KERJA_SAMA: read_csv("kerja_sama")}


def test_recorded_totals_are_those_of_the_files(semua, berkas):
    baris = [*berkas[POTENSI], *berkas[KERJA_SAMA]]
    kecamatan = {kode for satu in baris for kode in satu["kode_kecamatan"].split("; ") if kode}
    desa = {kode for satu in baris for kode in satu["kode_desa"].split("; ") if kode}
    masuk = [satu["masuk_210"] for satu in berkas[KERJA_SAMA]]
    assert [(c.label, c.tercatat, c.diketahui) for c in count_cakupan(semua)] == [
        ("Kecamatan", len(kecamatan), 20),
        ("Desa dan kelurahan", len(desa), 237),
        ("Kerja sama yang dilaporkan", masuk.count("ya"), DILAPORKAN),
        ("OPD dan lembaga", len({satu["opd"] for satu in baris} - {""}), len(read_csv("opd"))),
        ("Sektor", len({satu["sektor"] for satu in baris} - {""}), len(read_csv("sektor"))),
    ]
    assert f"{masuk.count('kemungkinan')} lagi mungkin" in count_cakupan(semua)[2].keterangan


@pytest.mark.parametrize(
    "ke", range(len(SEMUA_UNSUR)), ids=lambda ke: f"{SEMUA_UNSUR[ke].tabel}-{SEMUA_UNSUR[ke].kunci}"
)
def test_the_share_of_every_element_is_counted_from_the_file(semua, berkas, ke):
    isian = share_unsur(semua)[ke]
    baris = berkas[isian.unsur.tabel]
    assert isian.unsur == SEMUA_UNSUR[ke]
    assert isian.jumlah == len(baris)
    assert isian.terisi == sum(is_terisi(satu, isian.unsur.kunci) for satu in baris)


def test_by_sector_every_row_counts_once_and_by_kecamatan_in_each_of_its_own(semua, berkas):
    for tabel in (POTENSI, KERJA_SAMA):
        sektor, kecamatan = share_sektor(semua, tabel), share_kecamatan(semua, tabel)
        for kode in sektor.index:
            milik = [satu for satu in berkas[tabel] if satu["sektor"] == kode]
            assert sektor.at[kode, "jumlah"] == len(milik)
            assert sektor.at[kode, "verifikasi"] == sum(is_terisi(satu, "verifikasi") for satu in milik)
            assert sektor.at[kode, "desa"] == sum(is_terisi(satu, "desa") for satu in milik)
        for kode in kecamatan.index:
            milik = [satu for satu in berkas[tabel] if kode in satu["kode_kecamatan"].split("; ")]
            assert kecamatan.at[kode, "jumlah"] == len(milik)
            assert kecamatan.at[kode, "opd"] == sum(bool(satu["opd"]) for satu in milik)


def test_desa_without_a_record_are_those_no_row_names(semua, berkas, himpunan):
    disebut = {kode for baris in berkas.values() for satu in baris for kode in satu["kode_desa"].split("; ")}
    kosong = set(himpunan.desa.index) - disebut
    assert set(list_desa_kosong(semua).index) == kosong
    kelas = dict(zip(himpunan.desa.index, classify_desa(semua), strict=True))
    assert {kode for kode, tanda in kelas.items() if tanda == KOSONG} == kosong
    assert set(kelas.values()) == {ADA, KOSONG}


def test_a_filter_tells_recorded_elsewhere_from_nothing_at_all(indeks, semua):
    tersaring = indeks.apply(Saringan(sektor=("perkebunan",), kecamatan=("64.02.02",)))
    kelas, utuh = classify_desa(tersaring), classify_desa(semua)
    for kode, satu, tanpa in zip(indeks.himpunan.desa.index, kelas, utuh, strict=True):
        if not kode.startswith("64.02.02"):
            assert satu == DI_LUAR
        elif tanpa == KOSONG:
            assert satu == KOSONG
        else:
            assert satu in {ADA, LAIN}
    assert kelas.count(ADA) == tersaring.n_desa_tercakup
    assert count_cakupan(tersaring)[1].diketahui == sum(k.startswith("64.02.02") for k in indeks.himpunan.desa.index)


def test_what_lifts_most_comes_first_and_lifts_by_what_it_says(semua):
    daftar = rank_pengungkit(semua)
    assert [satu.kosong for satu in daftar] == sorted((satu.kosong for satu in daftar), reverse=True)
    isian = share_unsur(semua)
    jumlah = sum(satu.jumlah for satu in isian)
    terisi = sum(satu.terisi for satu in isian)
    for satu in daftar:
        assert satu.naik_poin == pytest.approx(100 * ((terisi + satu.kosong) / jumlah - share_semua(semua)))
        assert len(list_kosong(semua, satu.tabel, satu.unsur)) == satu.kosong
        assert str(satu.kosong) in satu.kalimat
    berakhir = next(satu for satu in daftar if satu.unsur == "tanggal_berakhir")
    assert berakhir.kalimat == f"lengkapi tanggal berakhir {berakhir.kosong} kerja sama"


def test_without_any_row_nothing_is_made_up(himpunan_kosong):
    kosong = build_indeks(himpunan_kosong, HARI).apply(Saringan())
    assert rank_pengungkit(kosong) == ()
    assert share_semua(kosong) != share_semua(kosong)
    assert [c.tercatat for c in count_cakupan(kosong)] == [0, 0, 0, 0, 0]
    assert classify_desa(kosong) == KOSONG * 237


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_under_any_filter_parts_stay_within_the_whole(indeks, semua, data):
    pilih = {
        "sektor": tuple(sorted(data.draw(st.sets(st.sampled_from(list(indeks.himpunan.sektor.index)), max_size=3)))),
        "kecamatan": tuple(
            sorted(data.draw(st.sets(st.sampled_from(list(indeks.himpunan.kecamatan.index)), max_size=3)))
        ),
        "jenis": data.draw(st.sampled_from(["keduanya", "potensi", "kerja sama"])),
    }
    tampak = indeks.apply(Saringan(**pilih))
    utuh = {(i.unsur.tabel, i.unsur.kunci): i for i in share_unsur(semua)}
    for satu in share_unsur(tampak):
        lengkap = utuh[satu.unsur.tabel, satu.unsur.kunci]
        assert 0 <= satu.terisi <= satu.jumlah <= lengkap.jumlah
        assert satu.terisi <= lengkap.terisi
    for cakupan in count_cakupan(tampak):
        assert 0 <= cakupan.tercatat <= cakupan.diketahui
    assert share_sektor(tampak, POTENSI)["jumlah"].sum() == tampak.n_potensi
