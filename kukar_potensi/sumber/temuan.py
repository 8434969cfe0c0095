"""Word the remedy of a fault: the nearest value that would have been right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

_KEMIRIPAN: Final = 68
_PILIHAN_DITULIS: Final = 14
_SARAN_TERBANYAK: Final = 3
_PANJANG_DIBANDINGKAN: Final = 200
_SEBUTAN: Final = {"opd": "OPD", "klaster_ikn": "klaster IKN"}


def suggest_nama(nama: str, pilihan: Sequence[str]) -> str:
    """Return the name of the list closest to a text, or "" when none is near."""
    dekat = process.extractOne(
        nama[:_PANJANG_DIBANDINGKAN].casefold(),
        [p.casefold() for p in pilihan],
        scorer=fuzz.ratio,
        score_cutoff=_KEMIRIPAN,
    )
    return pilihan[dekat[2]] if dekat else ""


def name_acuan(acuan: str) -> str:
    """Return what people call a code list: "opd" is "OPD"."""
    return _SEBUTAN.get(acuan, acuan.replace("_", " "))


def suggest_pilihan(nilai: str, pilihan: Sequence[str]) -> str:
    """Return an Indonesian sentence naming the closest allowed value, or "" when none is near."""
    mirip = suggest_nama(nilai, pilihan)
    return f"Mungkin maksudnya “{mirip}”." if mirip else ""


def suggest_kode(nilai: str, daftar: Mapping[str, str]) -> str:
    """Return an Indonesian sentence naming the codes closest to a wrong one.

    `daftar` maps each code to the name people know. A text with a digit is compared with
    the codes, any other with the names; of equally near ones up to three are named.
    """
    kode = list(daftar)
    nilai = nilai[:_PANJANG_DIBANDINGKAN]
    if any(huruf.isdigit() for huruf in nilai):
        hasil = process.extract(nilai, kode, scorer=fuzz.ratio, score_cutoff=_KEMIRIPAN, limit=None)
    else:
        nama = [daftar[k].casefold() for k in kode]
        hasil = process.extract(nilai.casefold(), nama, scorer=fuzz.WRatio, score_cutoff=_KEMIRIPAN, limit=None)
    if not hasil:
        return ""
    terdekat = [kode[letak] for _, skor, letak in hasil if skor == hasil[0][1]][:_SARAN_TERBANYAK]
    return f"Mungkin maksudnya {' atau '.join(f'{k} ({daftar[k]})' for k in terdekat)}."


def list_pilihan(pilihan: Sequence[str]) -> str:
    """Write allowed values as one phrase, cut short when there are many."""
    awal = ", ".join(f"“{p}”" for p in pilihan[:_PILIHAN_DITULIS])
    return awal if len(pilihan) <= _PILIHAN_DITULIS else f"{awal}, …"
