"""The address on a QR code: the one people can reach."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kukar_potensi.tampilan import alamat


@pytest.mark.parametrize(
    ("dari_peramban", "hasil"),
    [
        ("https://kukar.example/wilayah", "https://kukar.example/wilayah"),
        ("https://kukar.example/dasar/wilayah?wilayah=x#y", "https://kukar.example/dasar/wilayah"),
        ("http://localhost:8501/", "http://localhost:8501/wilayah"),
        ("javascript:alert(1)", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_address_is_that_of_the_page_without_parameters(
    monkeypatch: pytest.MonkeyPatch, dari_peramban: str | None, hasil: str
) -> None:
    monkeypatch.delenv("KUKAR_ALAMAT", raising=False)
    monkeypatch.setattr(alamat.st, "context", SimpleNamespace(url=dari_peramban))
    assert alamat.page_address("wilayah") == hasil


def test_the_setting_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUKAR_ALAMAT", " https://potensi.example.go.id/ ")
    monkeypatch.setattr(alamat.st, "context", SimpleNamespace(url="http://10.0.0.5:8501/wilayah"))
    assert alamat.page_address("wilayah") == "https://potensi.example.go.id/wilayah"
