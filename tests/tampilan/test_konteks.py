"""The filter of a run is built from its fields, once for all who ask the same, and keeps nothing huge."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kukar_potensi.model.saringan import PANJANG_CARI, Saringan
from kukar_potensi.tampilan import konteks


@pytest.fixture
def isian(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The fields of a session."""
    isi: dict[str, Any] = {}
    monkeypatch.setattr(konteks, "st", SimpleNamespace(session_state=isi))
    return isi


def test_the_same_fields_give_the_same_filter(isian: dict[str, Any]) -> None:
    isian |= {"sektor": ["pertanian", "industri"], "jenis": "potensi", "cari": "  padi  sawah "}
    saringan = konteks.read_saringan()
    assert saringan == Saringan(sektor=("industri", "pertanian"), jenis="potensi", cari="padi sawah")
    assert konteks.read_saringan() is saringan
    isian.clear()
    assert konteks.read_saringan() == Saringan()


def test_a_huge_keyword_is_not_remembered(isian: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    diingat: list[str] = []
    asli = konteks._saringan
    monkeypatch.setattr(konteks, "_saringan", lambda jenis, cari, *isi: diingat.append(cari) or asli(jenis, cari, *isi))
    isian["cari"] = " padi " + "x" * 1_000_000
    assert konteks.read_saringan() == Saringan(cari=isian["cari"])
    assert [len(satu) for satu in diingat] == [10 * PANJANG_CARI]
