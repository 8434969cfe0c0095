"""Find the requests to delete that officers write into the column catatan, as the worksheet asks them to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

PEMUTUS: Final = "Bagian Kerja Sama"

_AWAL: Final = re.compile(r"(?:(?:mohon|tolong|harap|minta)\s+)?(?:di)?hapus(?:kan)?\b", re.IGNORECASE)
_TENGAH: Final = re.compile(
    r"(?<=[.;|/)\]])\s*((?:(?:mohon|tolong|harap|minta)\s+(?:di)?hapus(?:kan)?\b"
    r"|(?:di)?hapus(?:kan)?\s+(?:isi|baris|kolom|sel|data|seluruh|semua)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_SAMBUNGAN: Final = " .;,|:/-–—()[]"


@dataclass(frozen=True)
class Permintaan:
    """A request to delete a row or a cell: where it stands, the row's id ("" when new) and name, and its words."""

    lembar: str
    baris: int
    sel: str
    id: str
    nama: str
    teks: str


def split_permintaan(teks: str, lama: str) -> tuple[str, str]:
    """Return (note, request to delete) of a cell of catatan; the request is "" when there is none.

    `lama` is the recorded note. What stands there already asks for nothing.
    """
    rapi, dulu = " ".join(teks.split()), " ".join(lama.split())
    if rapi == dulu:
        return teks, ""
    if dulu and rapi.startswith(dulu):
        ekor = rapi[len(dulu) :].lstrip(_SAMBUNGAN)
        if _AWAL.match(ekor):
            return lama, ekor
    if _AWAL.match(rapi):
        return "", rapi
    if cocok := _TENGAH.search(rapi, len(dulu) if dulu and rapi.startswith(dulu) else 0):
        return rapi[: cocok.start()].rstrip(" ;|/"), cocok[1]
    return teks, ""


def word_permintaan(jumlah: int) -> str:
    """Say how many requests there are and who decides."""
    return f"Permintaan hapus: {jumlah} baris; diputuskan {PEMUTUS}."
