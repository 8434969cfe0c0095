"""What a person relies on when following KB to PKS to adendum, also where the data is broken."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.rantai import build_rantai


def register(**induk: str | None) -> pd.DataFrame:
    """Return a register of ids and their parents."""
    return pd.DataFrame({"induk": pd.array(list(induk.values()), dtype="str")}, index=list(induk))


def test_family_is_told_from_the_root_with_its_depth() -> None:
    rantai = build_rantai(register(K1=None, K2="K1", K3="K2", K4="K1", K5=None))
    keluarga = ((0, "K1"), (1, "K2"), (2, "K3"), (1, "K4"))
    assert rantai.tree_of("K3") == rantai.tree_of("K1") == keluarga
    assert rantai.ancestors_of("K3") == ("K2", "K1")
    assert rantai.tree_of("K5") == ((0, "K5"),)
    assert rantai.faults() == ()


def test_parent_counts_descendants_at_any_depth() -> None:
    rantai = build_rantai(register(K1=None, K2="K1", K3="K2", K4=None))
    assert rantai.with_descendant(["K3"]) == {"K1", "K2"}
    assert rantai.with_descendant(["K4"]) == set()


def test_missing_parent_is_reported_not_crashed_on() -> None:
    rantai = build_rantai(register(K1="K999", K2="K1"))
    assert rantai.hilang == {"K1": "K999"}
    assert rantai.tree_of("K2") == ((0, "K1"), (1, "K2"))
    (satu,) = rantai.faults()
    assert "K999" in satu.kalimat()
    assert "K1" in satu.kalimat()


@pytest.mark.parametrize(
    ("induk", "putaran"),
    [
        ({"K1": "K1"}, {"K1"}),
        ({"K1": "K2", "K2": "K1"}, {"K1", "K2"}),
        ({"K1": "K3", "K2": "K1", "K3": "K2", "K4": "K3"}, {"K1", "K2", "K3"}),
    ],
)
def test_loop_is_reported_once_and_never_followed(induk: dict[str, str], putaran: set[str]) -> None:
    rantai = build_rantai(register(**induk))
    assert [set(lingkar) for lingkar in rantai.putaran] == [putaran]
    assert len(rantai.faults()) == 1
    for kode in induk:
        assert kode in {satu for _, satu in rantai.tree_of(kode)}


def test_what_hangs_under_a_loop_keeps_its_parent() -> None:
    rantai = build_rantai(register(K1="K2", K2="K1", K3="K2"))
    assert rantai.ancestors_of("K3") == ("K2",)


def test_empty_register_has_no_chain() -> None:
    rantai = build_rantai(register())
    assert rantai.faults() == ()
    assert dict(rantai.induk) == {}


@given(st.lists(st.integers(-1, 14), max_size=15))
def test_any_wiring_ends_and_tells_each_row_once(atas: list[int]) -> None:
    induk = {f"K{i}": f"K{satu}" if satu >= 0 else None for i, satu in enumerate(atas)}
    rantai = build_rantai(register(**induk))
    for kode in induk:
        pohon = [satu for _, satu in rantai.tree_of(kode)]
        assert kode in pohon
        assert len(pohon) == len(set(pohon))
    dalam_putaran = [kode for lingkar in rantai.putaran for kode in lingkar]
    assert len(dalam_putaran) == len(set(dalam_putaran))
    assert set(rantai.induk) | set(rantai.hilang) | set(dalam_putaran) == {k for k, v in induk.items() if v}
