"""Find the merged cells of a sheet, which a streaming reader does not tell."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

_GABUNGAN: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']")
_TERBANYAK: Final = 500
_POTONGAN: Final = 1 << 20
_EKOR: Final = 256


def find_gabungan(isi: bytes, bagian: str) -> list[str]:
    """Return the ranges of merged cells that a sheet's part names, at most a few hundred."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip, arsip.open(bagian.lstrip("/")) as aliran:
        rentang: list[str] = []
        ekor = b""
        while (potongan := aliran.read(_POTONGAN)) and len(rentang) < _TERBANYAK:
            teks = ekor + potongan
            cocok = list(_GABUNGAN.finditer(teks))
            rentang += [satu[1].decode("ascii") for satu in cocok]
            ekor = teks[max(cocok[-1].end() if cocok else 0, len(teks) - _EKOR) :]
        return rentang[:_TERBANYAK]
