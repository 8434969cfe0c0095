"""Every value a filter can take has one label, and a person may write it loosely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kamus import Kamus, build_kamus, unique_labels

FIELD = ("sektor", "relevansi", "kecamatan", "desa", "opd", "status", "tahun", "jenis")


@pytest.fixture(scope="module")
def kamus(himpunan: Himpunan) -> Kamus:
    return build_kamus(himpunan)


@pytest.mark.parametrize("nama", FIELD)
def test_no_two_values_share_a_label_and_each_leads_back(kamus: Kamus, nama: str) -> None:
    label = [kamus.label_of(nama, kode) for kode in kamus.codes(nama)]
    assert len(label) == len(set(label)) > 0
    for kode, teks in zip(kamus.codes(nama), label, strict=True):
        assert kamus.code_of(nama, teks) == kode
        assert kamus.code_of(nama, kode) == kode
        assert kamus.code_of(nama, f"  {teks.upper()} ") == kode


def test_every_area_sector_and_agency_can_be_chosen(kamus: Kamus, himpunan: Himpunan) -> None:
    assert set(kamus.codes("desa")) == set(himpunan.desa.index)
    assert set(kamus.codes("kecamatan")) == set(himpunan.kecamatan.index)
    assert kamus.codes("sektor") == list(himpunan.sektor.index)
    assert set(kamus.codes("opd")) == set(himpunan.opd.index)


def test_desa_of_the_same_name_are_told_apart_by_kecamatan(kamus: Kamus) -> None:
    assert kamus.label_of("desa", "64.02.02.2014") == "Sumber Sari (Loa Kulu)"
    assert kamus.code_of("desa", "sumber   sari, SEBULU") == "64.02.07.2007"
    assert kamus.code_of("desa", "Sumber Sari") is None


def test_years_come_newest_first_and_the_unknown_last(kamus: Kamus) -> None:
    *tahun, akhir = kamus.codes("tahun")
    assert tahun == sorted(tahun, reverse=True)
    assert akhir == "belum diketahui"


@pytest.mark.parametrize("aneh", [None, 7, 1.5, b"Tenggarong", ["Tenggarong"], "", "   ", "!!!", "x" * 10_000, "\0"])
def test_garbage_is_no_value(kamus: Kamus, aneh: object) -> None:
    assert kamus.code_of("kecamatan", aneh) is None
    assert kamus.code_of("tidak ada", aneh) is None


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=3)), unique_by=lambda satu: satu[0], max_size=12))
def test_labels_become_unique_whatever_the_names(pasangan: list[tuple[str, str]]) -> None:
    label = unique_labels(pasangan)
    assert set(label) == {kode for kode, _ in pasangan}
    assert len(set(label.values())) == len(pasangan)
    for kode, nama in pasangan:
        berulang = sum(lain == nama for _, lain in pasangan) > 1
        assert label[kode].startswith(f"{nama} ({kode})" if berulang else nama)
