"""Transport rows are found by urusan and name; a mode without a record is unknown, never absent."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks
from kukar_potensi.model.transportasi import (
    MODA,
    connection_table,
    list_sambungan,
    mode_of,
    transport_by_kecamatan,
    transport_rows,
)


@pytest.mark.parametrize(
    ("sektor", "urusan", "judul", "diharap"),
    [
        ("perhubungan", "2.15", "Terminal", True),
        ("industri", "2.15", "Terminal", True),
        ("perhubungan", "1.03", "Ruas Kayu Batu", True),
        ("infrastruktur", "1.03", "Pembangunan jembatan penghubung", True),
        ("infrastruktur", "1.03", "Perbatasan (JALAN Kenohan)", True),
        ("infrastruktur", "1.03", "Jaringan air bersih", False),
        ("infrastruktur", "1.03", "Perjalanan dinas", False),
        ("perikanan", "3.25", "Pelabuhan perikanan", False),
        (None, None, "Jalan tanpa urusan", False),
    ],
)
def test_urusan_and_whole_words_decide_what_is_transport(sektor, urusan, judul, diharap):
    rows = pd.DataFrame({"sektor": [sektor], "kode_urusan": [urusan], "judul": [judul]}, dtype="str")
    assert transport_rows(rows).tolist() == [diharap]


def test_road_cooperations_filed_under_infrastructure_are_found(himpunan: Himpunan):
    kerja_sama = himpunan.kerja_sama
    judul = kerja_sama.loc[transport_rows(kerja_sama), "judul"].str.casefold()
    assert judul.str.contains("jalan kenohan").any()
    assert judul.str.contains("jembatan penghubung sanga sanga").any()
    assert not judul.str.contains("air minum").any()


def test_every_kind_of_road_but_a_toll_road_is_jalan():
    assert mode_of("jalan nasional") == mode_of("Jalan kabupaten") == "jalan"
    assert mode_of("tol") == "tol"
    assert mode_of("kereta") == "lainnya"
    assert mode_of("") == "lainnya"


def test_every_connection_has_a_source_and_a_known_kecamatan(himpunan: Himpunan):
    sambungan = list_sambungan(himpunan)
    assert len(sambungan) == len(himpunan.konektivitas)
    for satu in sambungan:
        assert satu.sumber
        assert satu.kode_kecamatan in himpunan.kecamatan.index
        assert satu.moda in MODA


def test_the_table_holds_every_connection_and_says_unknown_elsewhere(himpunan: Himpunan):
    tabel = connection_table(himpunan)
    assert list(tabel.index) == list(himpunan.kecamatan.index)
    assert set(MODA) <= set(tabel.columns)
    terisi = {(s.kode_kecamatan, s.moda) for s in list_sambungan(himpunan)}
    for kode in tabel.index:
        for moda in tabel.columns:
            assert (tabel.at[kode, moda] != "belum diketahui") == ((kode, moda) in terisi)
    for satu in list_sambungan(himpunan):
        assert satu.nama in tabel.at[satu.kode_kecamatan, satu.moda]


def test_no_record_of_an_airport_reads_unknown_and_not_none(himpunan_kosong: Himpunan):
    tabel = connection_table(himpunan_kosong)
    assert (tabel == "belum diketahui").all(axis=None)
    assert len(tabel) == 20


def test_kecamatan_counts_agree_with_the_rows_that_a_filter_opens(himpunan: Himpunan):
    indeks = build_indeks(himpunan, date(2026, 3, 1))
    tabel = transport_by_kecamatan(indeks.apply(Saringan()))
    for kode in tabel.index:
        dibuka = indeks.apply(Saringan(kecamatan=(kode,)))
        assert tabel.at[kode, "potensi"] == transport_rows(dibuka.potensi).sum()
        assert tabel.at[kode, "kerja_sama"] == transport_rows(dibuka.kerja_sama).sum()
    assert tabel["sambungan"].sum() == len(himpunan.konektivitas)


def test_an_empty_data_set_has_no_transport(himpunan_kosong: Himpunan):
    tabel = transport_by_kecamatan(build_indeks(himpunan_kosong, date(2026, 3, 1)).apply(Saringan()))
    assert tabel.to_numpy().sum() == 0
