"""A filter is one value: it survives the address bar and shrugs off whatever stands there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.saringan import JUMLAH_NILAI, KOLOM_DAFTAR, PANJANG_CARI, Saringan
from kukar_potensi.model.tampak import Indeks
from tests.model.strategi import saringan_of

SAMPAH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.binary(max_size=9) | st.text(max_size=40),
    lambda isi: st.lists(isi, max_size=4) | st.dictionaries(st.text(max_size=5), isi, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_address_gives_the_filter_back(indeks: Indeks, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks))
    alamat = saringan.to_query(indeks.kamus)
    assert Saringan.from_query(alamat, indeks.kamus) == saringan
    assert all(nilai for nilai in alamat.values())
    assert set(alamat) <= {*KOLOM_DAFTAR, "jenis", "cari"}


@given(st.data())
def test_address_also_takes_codes_other_writing_and_repeats(indeks: Indeks, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks))
    longgar: dict[str, Any] = {}
    for kolom in KOLOM_DAFTAR:
        kode = getattr(saringan, kolom)
        longgar[kolom] = [*kode, *kode, *(f" {indeks.kamus.label_of(kolom, satu).upper()}  " for satu in kode)]
    longgar["jenis"] = [saringan.jenis.upper()]
    longgar["cari"] = f"  {saringan.cari}  "
    assert Saringan.from_query(longgar, indeks.kamus) == saringan


@given(st.dictionaries(st.sampled_from([*KOLOM_DAFTAR, "jenis", "cari", "lain"]), SAMPAH))
def test_any_address_is_harmless(indeks: Indeks, alamat: dict[str, Any]) -> None:
    saringan = Saringan.from_query(alamat, indeks.kamus)
    for kolom in KOLOM_DAFTAR:
        assert set(getattr(saringan, kolom)) <= set(indeks.kamus.codes(kolom))
    assert saringan.jenis in ("keduanya", "potensi", "kerja sama")
    assert len(saringan.cari) <= PANJANG_CARI
    assert indeks.apply(saringan).n_potensi <= len(indeks.potensi)
    assert all(isinstance(bagian, str) for bagian in saringan.describe(indeks.kamus))


@given(st.lists(SAMPAH, min_size=9, max_size=9))
def test_a_filter_made_of_wrong_types_is_still_a_filter(indeks: Indeks, isi: list[Any]) -> None:
    saringan = Saringan(*isi)
    assert hash(saringan) == hash(Saringan(*isi))
    assert indeks.apply(saringan).n_kerja_sama <= len(indeks.kerja_sama)


def test_huge_addresses_are_cut(indeks: Indeks) -> None:
    alamat = {"cari": "padi " * 1_000_000, "kecamatan": ["x" * 1_000_000, *["Tenggarong"] * 100_000]}
    saringan = Saringan.from_query(alamat, indeks.kamus)
    assert saringan.kecamatan == ("64.02.06",)
    assert len(saringan.cari) <= PANJANG_CARI
    assert len(Saringan(desa=tuple(str(n) for n in range(10_000))).desa) == JUMLAH_NILAI


def test_order_and_repeats_do_not_make_another_filter() -> None:
    assert Saringan(sektor=("b", "a", "b")) == Saringan(sektor=("a", "b"))
    assert Saringan(cari="  sawah \n padi ") == Saringan(cari="sawah padi")
    assert Saringan(jenis="semua").jenis == "keduanya"


def test_empty_filter_knows_it_is_empty(indeks: Indeks) -> None:
    kosong = Saringan()
    assert kosong.is_kosong
    assert kosong.to_query(indeks.kamus) == {}
    assert kosong.describe(indeks.kamus) == []
    for perubahan in ({"jenis": "potensi"}, {"cari": "padi"}, {"tahun": ("2023",)}):
        berubah = kosong.with_(**perubahan)
        assert not berubah.is_kosong
        assert berubah.with_(jenis="keduanya", cari="", tahun=()).is_kosong
    with pytest.raises(TypeError):
        kosong.with_(tidak_ada=1)


@pytest.mark.parametrize(
    ("saringan", "bagian"),
    [
        (Saringan(kecamatan=("64.02.06",)), ["kecamatan Tenggarong"]),
        (
            Saringan(kecamatan=("64.02.06", "64.02.02"), jenis="potensi"),
            ["hanya potensi", "kecamatan Loa Kulu atau Tenggarong"],
        ),
        (
            Saringan(desa=("64.02.02.2014",), tahun=("2023", "2024", "belum diketahui")),
            ["desa/kelurahan Sumber Sari (Loa Kulu)", "tahun 2023, 2024, atau belum diketahui"],
        ),
        (
            Saringan(kecamatan=("64.02.01", "64.02.02", "64.02.03", "64.02.04", "64.02.05")),
            ["5 kecamatan (Anggana, Loa Janan, Loa Kulu, dan lainnya)"],
        ),
        (
            Saringan(status=("aktif",), relevansi=("tinggi",), cari="<b>padi</b>"),
            ["relevansi IKN tinggi", "status kerja sama aktif", "memuat kata “<b>padi</b>”"],
        ),
    ],
)
def test_filter_reads_as_indonesian(indeks: Indeks, saringan: Saringan, bagian: list[str]) -> None:
    assert saringan.describe(indeks.kamus) == bagian


@pytest.mark.parametrize(
    ("cari", "kata"),
    [
        ("Loa Raya", "memuat kata “Loa” dan “Raya”"),
        ("loa - raya", "memuat kata “loa” dan “raya”"),
        ("Sanga-Sanga", "memuat kata “Sanga-Sanga”"),
        ("a b c d e f g h i j", "memuat kata “a”, “b”, “c”, “d”, “e”, “f”, “g”, dan “h”"),
        ("--", "memuat kata “--”"),
    ],
)
def test_words_are_told_one_by_one_as_they_are_looked_up(indeks: Indeks, cari: str, kata: str) -> None:
    assert Saringan(cari=cari).describe(indeks.kamus) == [kata]
