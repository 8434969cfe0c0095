"""What a secretary relies on when agencies stand side by side."""

from __future__ import annotations

import dataclasses
import math

import pytest

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.banding_opd import TANPA_SUMBER, compare_opd, count_tanpa_opd
from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import build_keselarasan
from kukar_potensi.model.milik_opd import PENGAMPU
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from tests.model.conftest import TANGGAL


@pytest.fixture(scope="module")
def evaluasi(himpunan: Himpunan) -> Evaluasi:
    """The real register evaluated on the day of the index."""
    return build_evaluasi(himpunan, TANGGAL)


@pytest.mark.parametrize("saringan", [Saringan(), Saringan(sektor=("pertanian",)), Saringan(kecamatan=("64.02.06",))])
def test_every_figure_equals_that_of_the_agencys_own_page(
    indeks: Indeks, evaluasi: Evaluasi, saringan: Saringan
) -> None:
    tampak = indeks.apply(saringan)
    tabel = compare_opd(tampak, evaluasi)
    assert set(tabel.index) == set(indeks.himpunan.opd.index)
    for opd, baris in tabel.iterrows():
        keselarasan = build_keselarasan(tampak, evaluasi, str(opd))
        for kolom, periksa in (
            ("potensi", p.POTENSI),
            ("kerja_sama", p.KERJA_SAMA),
            ("menggantung", p.MENGGANTUNG),
            ("belum_verifikasi", p.BELUM_VERIFIKASI),
        ):
            assert baris[kolom] == keselarasan.count(periksa), (opd, kolom)


def test_rows_of_leading_agencies_add_up_to_the_rows_with_an_agency(indeks: Indeks, evaluasi: Evaluasi) -> None:
    tampak = indeks.apply(Saringan())
    tabel = compare_opd(tampak, evaluasi)
    pengampu = tabel[tabel["basis"] == PENGAMPU]
    tanpa = count_tanpa_opd(tampak)
    assert pengampu["potensi"].sum() + tanpa[0] == tampak.n_potensi
    assert pengampu["kerja_sama"].sum() + tanpa[1] == tampak.n_kerja_sama


def test_shares_are_of_the_agencys_rows_and_unknown_without_any(indeks: Indeks, evaluasi: Evaluasi) -> None:
    tabel = compare_opd(indeks.apply(Saringan()), evaluasi)
    dinas = indeks.potensi[indeks.potensi["opd"] == "O046"]
    kerja_sama = indeks.kerja_sama[indeks.kerja_sama["opd"] == "O046"]
    resmi = int(dinas["kelas_sumber"].eq("A").sum() + kerja_sama["kelas_sumber"].eq("A").sum())
    assert tabel.at["O046", "resmi"] == pytest.approx(resmi / (len(dinas) + len(kerja_sama)))
    assert tabel.at["O046", "bersumber"] == 1.0
    assert math.isnan(tabel.at["O012", "bersumber"])


def test_a_row_without_source_lowers_the_share(himpunan: Himpunan, evaluasi: Evaluasi) -> None:
    potensi = himpunan.potensi.copy()
    milik = potensi.index[potensi["opd"] == "O031"]
    potensi["sumber"] = [() if kode == milik[0] else isi for kode, isi in potensi["sumber"].items()]
    indeks = build_indeks(dataclasses.replace(himpunan, potensi=potensi), TANGGAL)
    tabel = compare_opd(indeks.apply(Saringan()), evaluasi)
    jumlah = tabel.at["O031", "potensi"] + tabel.at["O031", "kerja_sama"]
    assert tabel.at["O031", "bersumber"] == pytest.approx((jumlah - 1) / jumlah)


def test_names_without_a_source_are_those_of_the_data(indeks: Indeks, evaluasi: Evaluasi) -> None:
    tabel = compare_opd(indeks.apply(Saringan()), evaluasi)
    assert (tabel["status_nama"] == TANPA_SUMBER).sum() == indeks.himpunan.opd["sumber"].map(len).eq(0).sum()


def test_only_the_asked_agencies_are_compared_the_fullest_first(indeks: Indeks, evaluasi: Evaluasi) -> None:
    tabel = compare_opd(indeks.apply(Saringan()), evaluasi, ("O012", "O045", "O046"))
    assert list(tabel.index) == ["O046", "O045", "O012"]


def test_empty_data_compares_to_zeros(himpunan_kosong: Himpunan) -> None:
    indeks, evaluasi = build_indeks(himpunan_kosong, TANGGAL), build_evaluasi(himpunan_kosong, TANGGAL)
    tabel = compare_opd(indeks.apply(Saringan()), evaluasi)
    assert tabel[["potensi", "kerja_sama", "menggantung", "belum_verifikasi"]].to_numpy().sum() == 0


def test_a_row_without_agency_is_counted_apart(himpunan_satu: Himpunan) -> None:
    indeks = build_indeks(himpunan_satu, TANGGAL)
    assert count_tanpa_opd(indeks.apply(Saringan())) == (1, 1)
    assert count_tanpa_opd(indeks.apply(Saringan(jenis="potensi"))) == (1, 0)
