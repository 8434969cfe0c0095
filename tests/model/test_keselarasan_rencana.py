"""A plan serves what shares its urusan; the running plan and its programmes come first."""

from __future__ import annotations

from datetime import date

import pytest

from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_rencana import (
    CALON_TERBANYAK,
    PANJANG_URAIAN,
    PROGRAM,
    count_rencana,
    list_rencana,
    match_rencana,
    propose_rencana,
    serving_rows,
    urusan_with_programme,
    years_of,
)
from kukar_potensi.model.kriteria_kewenangan import programmes_by_urusan


@pytest.mark.parametrize(
    ("periode", "tahun"),
    [
        ("2021-2026", (2021, 2026)),
        ("RKPD 2023", (2023, 2023)),
        ("2025-2045", (2025, 2045)),
        ("", None),
        ("berjalan", None),
    ],
)
def test_a_period_gives_its_first_and_last_year(periode, tahun):
    assert years_of(periode) == tahun


def test_running_plans_come_before_ended_ones_and_programmes_before_missions(himpunan: Himpunan):
    cocok = match_rencana("3.27", himpunan, 2028)
    assert len(cocok) > 2
    berjalan = [satu.runs_in(2028) for satu in cocok]
    assert berjalan == sorted(berjalan, reverse=True)
    jenis = [satu.jenis for satu in cocok if satu.runs_in(2028)]
    assert jenis == sorted(jenis, key=["program", "misi", "arah"].index)


def test_every_match_shares_the_urusan_and_has_a_source(himpunan: Himpunan):
    for kode in himpunan.urusan.index:
        for satu in match_rencana(kode, himpunan, 2026):
            assert kode in satu.urusan
            assert satu.sumber


def test_an_unknown_urusan_matches_nothing(himpunan: Himpunan):
    assert match_rencana(None, himpunan, 2026) == ()
    assert match_rencana("9.99", himpunan, 2026) == ()


def test_counts_equal_the_rows_that_an_entry_opens(himpunan: Himpunan):
    tabel = count_rencana(himpunan, himpunan.potensi, himpunan.kerja_sama)
    assert len(tabel) == len(himpunan.rpjmd)
    for satu in list_rencana(himpunan):
        assert tabel.at[satu.id, "potensi"] == serving_rows(satu, himpunan.potensi).sum()
        assert tabel.at[satu.id, "kerja_sama"] == serving_rows(satu, himpunan.kerja_sama).sum()


def test_criterion_e_and_the_plan_view_name_the_same_urusan(himpunan: Himpunan):
    assert urusan_with_programme(himpunan) == set(programmes_by_urusan(himpunan))
    assert all(satu.jenis != PROGRAM or satu.urusan for satu in list_rencana(himpunan))


def test_no_plan_on_record_is_no_error(himpunan_kosong: Himpunan):
    assert match_rencana("3.27", himpunan_kosong, 2026) == ()
    assert count_rencana(himpunan_kosong, himpunan_kosong.potensi, himpunan_kosong.kerja_sama).empty
    assert urusan_with_programme(himpunan_kosong) == frozenset()


def test_the_newest_running_plan_comes_first_and_its_own_sector_within_it(himpunan: Himpunan):
    cocok = match_rencana("3.26", himpunan, 2026, "pariwisata")
    assert cocok[0].periode == "2025-2030"
    berjalan = [satu for satu in cocok if satu.runs_in(2026)]
    awal = [satu.tahun[0] for satu in berjalan if satu.tahun]
    assert awal == sorted(awal, reverse=True)
    assert match_rencana("3.26", himpunan, 2023, "pariwisata")[0].jenis == PROGRAM


def test_a_proposal_names_code_and_words_and_counts_the_rest(himpunan: Himpunan):
    cocok = match_rencana("3.27", himpunan, 2026, "pertanian")
    teks = propose_rencana("3.27", himpunan, 2026, "pertanian")
    assert teks is not None
    bagian = teks.split("; ")
    assert [satu.split()[0] for satu in bagian[:CALON_TERBANYAK]] == [satu.id for satu in cocok[:CALON_TERBANYAK]]
    assert bagian[-1] == f"dan {len(cocok) - CALON_TERBANYAK} lagi"
    assert len(bagian[0]) < PANJANG_URAIAN + 10
    assert propose_rencana(None, himpunan, 2026) is None


def test_page_and_agenda_propose_the_same_plans(himpunan: Himpunan):
    hari = date(2026, 2, 1)
    bahan = build_evaluasi(himpunan, hari).bahan
    for kode, urusan, sektor in himpunan.kerja_sama[["kode_urusan", "sektor"]].itertuples():
        harus = propose_rencana(urusan if isinstance(urusan, str) else None, himpunan, hari.year, sektor)
        assert bahan.at[kode, "calon_rencana"] == harus or harus is None
