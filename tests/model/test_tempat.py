"""A row counts once in every area where it lies, and nowhere else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.tempat import Tempat, locate_rows

KECAMATAN = pd.DataFrame(index=["K1", "K2", "K3"])
DESA = pd.DataFrame({"kode_kecamatan": ["K1", "K1", "K2", "K9"]}, index=["K1.1", "K1.2", "K2.1", "K9.1"])
SEMUA_DESA, SEMUA_KECAMATAN = list(DESA.index), list(KECAMATAN.index)


def locate(*baris: tuple[str | None, tuple[str, ...], tuple[str, ...]]) -> Tempat:
    rows = pd.DataFrame(list(baris), columns=["tingkat", "kode_kecamatan", "kode_desa"])
    return locate_rows(rows, DESA, KECAMATAN)


def counts(tempat: Tempat) -> tuple[list[int], list[int]]:
    return tempat.kecamatan.jumlah_per_wilayah.tolist(), tempat.desa.jumlah_per_wilayah.tolist()


@pytest.mark.parametrize(
    ("baris", "kecamatan", "desa"),
    [
        (("desa", ("K1",), ("K1.1", "K1.2")), [1, 0, 0], [1, 1, 0, 0]),
        (("desa", ("K1", "K2"), ("K1.1", "K2.1", "K1.1")), [1, 1, 0], [1, 0, 1, 0]),
        (("desa", (), ("K2.1",)), [0, 1, 0], [0, 0, 1, 0]),
        (("desa", ("K1",), ("K2.1",)), [1, 1, 0], [0, 0, 1, 0]),
        (("kecamatan", ("K1", "K1"), ()), [1, 0, 0], [0, 0, 0, 0]),
        (("kecamatan", ("K1",), ("K1.1",)), [1, 0, 0], [0, 0, 0, 0]),
        (("kabupaten", ("K1",), ("K1.1",)), [0, 0, 0], [0, 0, 0, 0]),
        ((None, ("K1",), ("K1.1",)), [0, 0, 0], [0, 0, 0, 0]),
        (("desa", ("K7",), ("K7.1", "K9.1")), [0, 0, 0], [0, 0, 0, 1]),
    ],
    ids=[
        "two desa of one kecamatan",
        "across two kecamatan, a desa named twice",
        "kecamatan follows from the desa",
        "another kecamatan beside that of the desa",
        "kecamatan only: none of its desa",
        "placed at kecamatan level although a desa is named",
        "regency level: painted nowhere",
        "level unknown: painted nowhere",
        "codes that no area has",
    ],
)
def test_counting_rule(
    baris: tuple[str | None, tuple[str, ...], tuple[str, ...]], kecamatan: list[int], desa: list[int]
) -> None:
    tempat = locate(baris)
    assert counts(tempat) == (kecamatan, desa)
    assert tempat.tanpa_wilayah.tolist() == [sum(kecamatan) == 0]


def test_no_rows_give_zero_everywhere() -> None:
    assert counts(locate()) == ([0, 0, 0], [0, 0, 0, 0])


BARIS = st.tuples(
    st.sampled_from(["desa", "kecamatan", "kabupaten", None]),
    st.lists(st.sampled_from([*SEMUA_KECAMATAN, "X"]), max_size=4).map(tuple),
    st.lists(st.sampled_from([*SEMUA_DESA, "X"]), max_size=4).map(tuple),
)


@given(st.lists(BARIS, max_size=12), st.data())
def test_counts_agree_with_counting_by_hand(
    baris: list[tuple[str | None, tuple[str, ...], tuple[str, ...]]], data: st.DataObject
) -> None:
    tempat = locate(*baris)
    topeng = np.array(data.draw(st.lists(st.booleans(), min_size=len(baris), max_size=len(baris))), dtype=bool)
    induk = DESA["kode_kecamatan"].to_dict()
    for letak, kode in enumerate(SEMUA_KECAMATAN):
        tangan = sum(
            1
            for pakai, (tingkat, kec, des) in zip(topeng, baris, strict=True)
            if pakai
            and (
                (tingkat in ("desa", "kecamatan") and kode in kec)
                or (tingkat == "desa" and kode in {induk.get(satu) for satu in des})
            )
        )
        assert tempat.kecamatan.count(topeng)[letak] == tangan
    for letak, kode in enumerate(SEMUA_DESA):
        tangan = sum(
            1 for pakai, (t, _, des) in zip(topeng, baris, strict=True) if pakai and t == "desa" and kode in des
        )
        assert tempat.desa.count(topeng)[letak] == tangan


@given(st.lists(BARIS, max_size=12), st.lists(st.booleans(), min_size=4, max_size=4))
def test_rows_touch_an_area_exactly_when_they_count_there(
    baris: list[tuple[str | None, tuple[str, ...], tuple[str, ...]]], dipilih: list[bool]
) -> None:
    pasangan = locate(*baris).desa
    terkena = pasangan.touches(np.array(dipilih))
    for letak in range(len(baris)):
        satu = np.zeros(len(baris), dtype=bool)
        satu[letak] = True
        assert terkena[letak] == bool(pasangan.count(satu)[np.array(dipilih)].sum())


def test_mean_leaves_out_what_is_not_rated() -> None:
    pasangan = locate(("desa", (), ("K1.1",)), ("desa", (), ("K1.1", "K1.2")), ("desa", (), ("K2.1",))).desa
    rata = pasangan.mean(np.ones(3, dtype=bool), np.array([10.0, np.nan, np.nan]))
    assert rata[0] == 10.0
    assert np.isnan(rata[1:]).all()


def test_best_place_is_the_highest_and_the_first_of_equals() -> None:
    pasangan = locate(("desa", (), ("K2.1", "K1.2", "K1.1")), ("kabupaten", (), ()), ("desa", (), ("K9.1",))).desa
    nilai, letak = pasangan.best(np.array([1.0, 3.0, 3.0, np.nan]))
    assert (nilai[0], letak[0]) == (3.0, 1)
    assert np.isnan(nilai[1:]).all()
    assert letak[1:].tolist() == [-1, -1]
