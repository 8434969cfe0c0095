"""Fixtures of the exports."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.axes import Axes


@pytest.fixture
def tertulis(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that a drawing writes, in order."""
    catatan: list[str] = []
    asli = Axes.text

    def record(self: Axes, x: float, y: float, s: str, **gaya: Any) -> Any:
        catatan.append(s)
        return asli(self, x, y, s, **gaya)

    monkeypatch.setattr(Axes, "text", record)
    return catatan
