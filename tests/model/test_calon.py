"""Candidates respect authority, gather every gap once, and say what is missing."""

from __future__ import annotations

from datetime import date

import pytest

from kukar_potensi.model.calon import FAKTA, KODE_FAKTA, list_calon, missing_facts, prepare_calon
from kukar_potensi.model.celah import find_celah
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import (
    BERSAMA,
    BMD,
    DESA,
    KABUPATEN,
    KEBUTUHAN_IKN,
    KODE_JALUR,
    OTORITA,
    PERIKSA,
    PROVINSI_PUSAT,
    SEMUA_JALUR,
    URUSAN_BUKAN_KABUPATEN,
    names_of,
    route_rows,
)
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks

HARI = date(2026, 3, 1)
MILIK_KABUPATEN = {KABUPATEN, BMD, DESA}


@pytest.fixture(scope="module")
def indeks(himpunan: Himpunan) -> Indeks:
    return build_indeks(himpunan, HARI)


@pytest.fixture(scope="module")
def jalur(indeks) -> dict[str, set[str]]:
    return {str(i): set(names_of(b)) for i, b in zip(indeks.potensi.index, route_rows(indeks), strict=True)}


@pytest.fixture(scope="module")
def calon(indeks):
    return list_calon(find_celah(indeks.apply(Saringan())), indeks, prepare_calon(indeks))


def test_forestry_energy_and_mining_never_get_a_kabupaten_agreement(indeks, jalur):
    baris = indeks.potensi[indeks.potensi["kode_urusan"].isin(URUSAN_BUKAN_KABUPATEN)]
    assert len(baris) > 0
    for kode in baris.index:
        assert PROVINSI_PUSAT in jalur[kode]
        assert not jalur[kode] & (MILIK_KABUPATEN | {BERSAMA}), kode


def test_what_belongs_to_province_or_centre_is_routed_there(indeks, jalur):
    for kode in indeks.potensi.index[indeks.potensi["kewenangan"].eq("provinsi_pusat")]:
        assert PROVINSI_PUSAT in jalur[kode]
        assert not jalur[kode] & MILIK_KABUPATEN, kode


def test_a_place_wholly_inside_the_line_goes_to_the_otorita_and_not_to_a_kabupaten_agreement(indeks, jalur):
    desa_dalam = {"64.02.13", "64.02.20"}  # Samboja and Samboja Barat lie wholly inside
    di_dalam = [
        kode
        for kode, tingkat, daftar in indeks.potensi[["tingkat", "kode_kecamatan"]].itertuples()
        if tingkat != "kabupaten" and set(daftar) <= desa_dalam
    ]
    assert len(di_dalam) > 10
    for kode in di_dalam:
        assert OTORITA in jalur[kode], kode
        assert not jalur[kode] & (MILIK_KABUPATEN | {BERSAMA}), kode


def test_a_place_far_from_the_line_never_goes_to_the_otorita_by_place(indeks, jalur):
    for kode, daftar in indeks.potensi["kode_kecamatan"].items():
        if set(daftar) == {"64.02.12"}:  # Tabang
            assert OTORITA not in jalur[kode]


def test_unknown_authority_proposes_nothing_yet(indeks, jalur):
    belum = [kode for kode, isi in jalur.items() if PERIKSA in isi]
    assert belum
    for kode in belum:
        assert indeks.potensi.at[kode, "kewenangan"] not in ("kabupaten", "bersama", "provinsi_pusat")
        assert not jalur[kode] & MILIK_KABUPATEN


def test_every_potensi_has_one_base_route_at_least(jalur):
    dasar = {OTORITA, PROVINSI_PUSAT, BERSAMA, KABUPATEN, PERIKSA}
    assert all(isi & dasar for isi in jalur.values())
    assert all(len(isi & {PROVINSI_PUSAT, BERSAMA, KABUPATEN, PERIKSA}) <= 1 for isi in jalur.values())


def test_village_units_get_the_village_route_apart(indeks, jalur):
    for kode, baris in indeks.potensi[indeks.potensi["kode_urusan"].eq("2.13")].iterrows():
        if baris["kewenangan"] == "kabupaten" and KABUPATEN in jalur[kode]:
            assert DESA in jalur[kode]


def test_a_stated_need_is_offered_to_the_otorita_even_outside_the_line(indeks, jalur):
    kebutuhan = indeks.himpunan.klaster_ikn.index[indeks.himpunan.klaster_ikn["golongan"].eq("kebutuhan")]
    for kode in indeks.potensi.index[indeks.potensi["klaster_ikn"].isin(kebutuhan)]:
        assert jalur[kode] & {OTORITA, KEBUTUHAN_IKN}, kode


def test_every_route_says_form_reason_and_rule():
    for kode, isi in SEMUA_JALUR.items():
        assert kode in KODE_JALUR
        assert isi.nama
        assert isi.bentuk
        assert isi.alasan.endswith(".")
        assert isi.dasar
        assert "sesuai lampiran" not in " ".join((isi.alasan, isi.dasar, *isi.bentuk))


def test_candidates_hold_every_gap_exactly_once(indeks, calon):
    celah = find_celah(indeks.apply(Saringan()))
    dari_calon = [(c.sektor, tempat, kode) for c in calon for tempat in c.kecamatan for kode in c.potensi]
    petak = celah.petak_celah
    dari_matriks = {
        (celah.sektor[s], celah.kolom[k], str(indeks.potensi.index[b]))
        for b, s, k in zip(petak.baris, petak.sektor, petak.kolom, strict=True)
    }
    assert len(dari_calon) == len(set(dari_calon))
    assert set(dari_calon) == dari_matriks


def test_objects_of_a_candidate_share_its_route_and_are_ordered_by_score(indeks, calon, jalur):
    for satu in calon:
        assert all(jalur[kode] == set(satu.jalur) for kode in satu.potensi)
        skor = indeks.potensi.loc[list(satu.potensi), "skor"].tolist()
        assert skor == sorted(skor, reverse=True)
        assert satu.skor == skor[0]
    assert [c.skor for c in calon] == sorted((c.skor for c in calon), reverse=True)


def test_cooperations_beside_a_candidate_lie_in_its_sector_and_place(indeks, calon):
    for satu in calon:
        for kode in satu.kerja_sama:
            baris = indeks.kerja_sama.loc[kode]
            assert baris["sektor"] == satu.sektor
            tempat = set(baris["kode_kecamatan"]) if baris["tingkat"] != "kabupaten" else {""}
            assert tempat & set(satu.kecamatan)
        for kode in satu.menaungi:
            assert indeks.kerja_sama.at[kode, "tingkat"] == "kabupaten"
            assert indeks.kerja_sama.at[kode, "sektor"] == satu.sektor


def test_missing_facts_are_counted_from_the_rows_themselves(indeks, calon):
    for satu in calon[:40]:
        baris = indeks.potensi.loc[list(satu.potensi)]
        kurang = dict(satu.kurang)
        assert kurang.get("angka", 0) == baris["nilai"].isna().sum()
        assert kurang.get("rencana", 0) == baris["bukti_rencana"].isna().sum()
        assert kurang.get("minat", 0) == baris["bukti_mitra"].isna().sum()
        assert kurang.get("letak", 0) == (baris["tingkat"] != "desa").sum()
        assert set(kurang) <= set(FAKTA)


def test_a_missing_year_is_not_an_old_figure(indeks):
    kurang = missing_facts(indeks)
    for satu, lain in (("angka", "tahun"), ("angka", "angka_lama"), ("tahun", "angka_lama")):
        assert not (kurang[:, KODE_FAKTA.index(satu)] & kurang[:, KODE_FAKTA.index(lain)]).any()


def test_no_gap_gives_no_candidate(himpunan_kosong):
    indeks = build_indeks(himpunan_kosong, HARI)
    assert list_calon(find_celah(indeks.apply(Saringan())), indeks, prepare_calon(indeks)) == ()


def test_one_object_in_several_places_is_one_candidate(calon):
    objek = [(satu.sektor, satu.potensi) for satu in calon]
    assert len(objek) == len(set(objek))
    assert any(len(satu.kecamatan) > 1 for satu in calon)
