"""One service for the short run of the benchmarks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.kinerja.pelayan import run_ours
from tests.layanan.proses import Layanan


@pytest.fixture(scope="package")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """This app as `make run` serves it, warm."""
    with run_ours(tmp_path_factory.mktemp("kinerja")) as satu:
        yield satu
