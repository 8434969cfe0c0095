"""A gap is a relevant potensi where no cooperation of its sector is on record."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from kukar_potensi.model.celah import (
    BATAS_RELEVAN,
    KATEGORI_TIDAK_MENUTUP,
    STATUS_MENUTUP,
    TINGKAT_KABUPATEN,
    find_celah,
)
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rubrik import BATAS_SEDANG
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, Tampak, build_indeks

HARI = date(2026, 3, 1)


@pytest.fixture(scope="module")
def indeks(himpunan: Himpunan) -> Indeks:
    return build_indeks(himpunan, HARI)


@pytest.fixture(scope="module")
def semua(indeks: Indeks) -> Tampak:
    return indeks.apply(Saringan())


def places_of(baris) -> list[str]:
    """Places of a row under the counting rule, told again without the code under test."""
    return [TINGKAT_KABUPATEN] if baris.tingkat == "kabupaten" else list(baris.kode_kecamatan)


def test_every_cell_agrees_with_a_plain_recount(semua, indeks):
    celah = find_celah(semua)
    menutup = {
        (k.sektor, tempat)
        for k in indeks.kerja_sama.itertuples()
        if k.status in STATUS_MENUTUP and k.kategori not in KATEGORI_TIDAK_MENUTUP
        for tempat in places_of(k)
    }
    hitung: dict[tuple[str, str], list[int]] = {}
    for p in indeks.potensi.itertuples():
        for tempat in places_of(p):
            sel = hitung.setdefault((p.sektor, tempat), [0, 0, 0])
            relevan = p.skor >= BATAS_SEDANG - 1e-9
            sel[0] += 1
            sel[1] += relevan
            sel[2] += relevan and (p.sektor, tempat) not in menutup
    for i, sektor in enumerate(celah.sektor):
        for j, tempat in enumerate(celah.kolom):
            diharap = hitung.get((sektor, tempat), [0, 0, 0])
            assert [celah.potensi[i, j], celah.relevan[i, j], celah.celah[i, j]] == diharap, (sektor, tempat)


def test_a_cell_counts_the_rows_that_its_filter_opens(semua, indeks):
    celah = find_celah(semua)
    for i, sektor in enumerate(celah.sektor):
        for j, kode in enumerate(celah.kolom[:-1]):
            if celah.potensi[i, j] or celah.kerja_sama[i, j]:
                dibuka = indeks.apply(Saringan(sektor=(sektor,), kecamatan=(kode,)))
                assert celah.potensi[i, j] == dibuka.n_potensi
                assert celah.kerja_sama[i, j] == dibuka.n_kerja_sama


def test_columns_agree_with_the_map(semua):
    celah = find_celah(semua)
    assert celah.potensi[:, :-1].sum(axis=0).tolist() == semua.cacah_kecamatan.potensi.tolist()
    assert celah.kerja_sama[:, :-1].sum(axis=0).tolist() == semua.cacah_kecamatan.kerja_sama.tolist()


def test_a_filter_never_makes_a_gap(semua, indeks):
    tanpa = find_celah(semua)
    for saringan in (
        Saringan(jenis="potensi"),
        Saringan(cari="padi"),
        Saringan(tahun=("2023",)),
        Saringan(status=("berakhir",)),
    ):
        disaring = find_celah(indeks.apply(saringan))
        assert (disaring.celah <= tanpa.celah).all()
        assert (disaring.menutup == tanpa.menutup).all()


def test_a_filter_on_places_shows_gaps_of_these_places_only(indeks):
    celah = find_celah(indeks.apply(Saringan(kecamatan=("64.02.04",))))
    lain = [j for j, kode in enumerate(celah.kolom) if kode != "64.02.04"]
    assert celah.potensi.sum() > 0
    assert celah.potensi[:, lain].sum() == celah.kerja_sama[:, lain].sum() == celah.celah[:, lain].sum() == 0


def test_rows_of_the_regency_stand_in_the_last_column(semua):
    celah = find_celah(semua)
    assert celah.kolom[-1] == TINGKAT_KABUPATEN
    assert celah.potensi[:, -1].sum() == semua.mask_potensi_tanpa_wilayah.sum()


def test_a_cooperation_closes_the_gap_until_the_day_after_its_end(himpunan_satu):
    indeks = build_indeks(himpunan_satu, date(2026, 9, 17))
    saringan = Saringan()
    assert find_celah(indeks.apply(saringan)).jumlah_potensi == 0
    besok = build_indeks(himpunan_satu, date(2026, 9, 18))
    relevan = bool(besok.potensi["skor"].iloc[0] >= BATAS_RELEVAN)
    assert find_celah(besok.apply(saringan)).jumlah_potensi == int(relevan)


def test_totals_count_a_potensi_once_however_many_places_it_has(semua):
    celah = find_celah(semua)
    assert celah.jumlah_potensi == len(set(celah.petak_celah.baris.tolist()))
    assert celah.jumlah_potensi <= celah.celah.sum()
    assert celah.jumlah_sel == (celah.celah > 0).sum()


def test_the_table_twin_holds_every_number_of_the_matrix(semua):
    celah = find_celah(semua)
    tabel = celah.table()
    for kolom in ("potensi", "relevan", "kerja_sama", "celah"):
        assert tabel[kolom].sum() == getattr(celah, kolom).sum()
    assert not tabel.duplicated(["sektor", "kode_kecamatan"]).any()


def test_no_data_is_no_gap(himpunan_kosong):
    celah = find_celah(build_indeks(himpunan_kosong, HARI).apply(Saringan()))
    assert celah.celah.sum() == 0
    assert celah.celah.shape == (len(celah.sektor), len(celah.kolom))
    assert celah.table().empty
    assert celah.jumlah_sel == 0


def test_village_cooperation_and_what_tkksd_has_to_judge_close_nothing(indeks):
    celah = find_celah(indeks.apply(Saringan()))
    tidak_menutup = indeks.kerja_sama[indeks.kerja_sama["kategori"].isin(KATEGORI_TIDAK_MENUTUP)]
    assert len(tidak_menutup) > 0
    terhitung = np.zeros_like(celah.menutup)
    for baris in indeks.kerja_sama.itertuples():
        if baris.kategori in KATEGORI_TIDAK_MENUTUP or baris.status not in STATUS_MENUTUP:
            continue
        for tempat in places_of(baris):
            if baris.sektor in celah.sektor:
                terhitung[celah.sektor.index(baris.sektor), celah.kolom.index(tempat)] += 1
    assert (terhitung == celah.menutup).all()
