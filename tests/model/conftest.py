"""Fixtures of the rules: the real data indexed on one fixed day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tampak import Indeks, build_indeks

TANGGAL = date(2025, 11, 21)

settings.register_profile("kukar", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kukar")


@pytest.fixture(scope="session")
def indeks(himpunan: Himpunan) -> Indeks:
    """The real data indexed on 21 November 2025."""
    return build_indeks(himpunan, TANGGAL)
