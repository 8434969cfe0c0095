"""What an agency relies on: the rows shown as its own are its own, and nobody else's."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.milik_opd import (
    PENGAMPU,
    WILAYAH,
    basis_of,
    duties_of,
    kecamatan_of,
    own_masks,
    view_of,
)
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks
from tests.model.strategi import saringan_of

KANTOR = "O061"
DINAS = "O045"


def test_an_agency_has_exactly_the_rows_that_name_it(indeks: Indeks) -> None:
    semua = indeks.apply(Saringan())
    for opd in indeks.himpunan.opd.index:
        if basis_of(indeks.himpunan, opd) == PENGAMPU:
            milik = view_of(semua, opd)
            assert list(milik.potensi.index) == list(indeks.potensi.index[indeks.potensi["opd"] == opd])
            assert list(milik.kerja_sama.index) == list(indeks.kerja_sama.index[indeks.kerja_sama["opd"] == opd])


def test_a_kecamatan_office_has_the_rows_that_lie_in_its_kecamatan(indeks: Indeks) -> None:
    semua = indeks.apply(Saringan())
    kantor = [opd for opd in indeks.himpunan.opd.index if basis_of(indeks.himpunan, opd) == WILAYAH]
    assert len(kantor) == len(indeks.himpunan.kecamatan)
    for opd in kantor:
        kode = kecamatan_of(indeks.himpunan, opd)
        for tabel, milik in (
            (indeks.potensi, view_of(semua, opd).potensi),
            (indeks.kerja_sama, view_of(semua, opd).kerja_sama),
        ):
            di_sana = [kode in daftar for daftar in tabel["kode_kecamatan"]]
            assert list(milik.index) == list(tabel.index[di_sana])


def test_every_row_with_an_agency_belongs_to_one_leading_agency(indeks: Indeks) -> None:
    pengampu = [opd for opd in indeks.himpunan.opd.index if basis_of(indeks.himpunan, opd) == PENGAMPU]
    kali = sum(own_masks(indeks, opd)[0].astype(int) for opd in pengampu)
    assert np.array_equal(kali, indeks.potensi["opd"].notna().to_numpy(int))


@given(st.data())
def test_a_filter_only_narrows_an_agencys_view(indeks: Indeks, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks)).with_(opd=())
    opd = data.draw(st.sampled_from([DINAS, KANTOR, "O002"]))
    semua, sempit = view_of(indeks.apply(Saringan()), opd), view_of(indeks.apply(saringan), opd)
    assert not (sempit.mask_potensi & ~semua.mask_potensi).any()
    assert not (sempit.mask_kerja_sama & ~semua.mask_kerja_sama).any()
    assert not (sempit.cacah_desa.terpilih & ~semua.cacah_desa.terpilih).any()
    assert sempit.cacah_kecamatan.potensi.sum() >= (sempit.mask_potensi & ~sempit.mask_potensi_tanpa_wilayah).sum()


def test_an_office_sees_only_the_areas_of_its_kecamatan(indeks: Indeks) -> None:
    milik = view_of(indeks.apply(Saringan()), KANTOR)
    kode = kecamatan_of(indeks.himpunan, KANTOR)
    terpilih = indeks.himpunan.desa.index[milik.cacah_desa.terpilih]
    assert len(terpilih) == 14
    assert all(desa.startswith(kode) for desa in terpilih)


def test_duties_come_from_the_agency_and_from_the_urusan_that_name_it(himpunan: Himpunan) -> None:
    assert duties_of(himpunan, "O045") == {"3.26"}
    assert "3.29" in duties_of(himpunan, "O007")
    kosong = himpunan.opd.copy()
    kosong["kode_urusan"] = [()] * len(kosong)
    assert duties_of(dataclasses.replace(himpunan, opd=kosong), "O007") == frozenset()


def test_an_unknown_agency_is_refused(indeks: Indeks) -> None:
    with pytest.raises(KeyError):
        view_of(indeks.apply(Saringan()), "O999")
