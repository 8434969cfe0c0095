"""Find rows that tell the same thing twice: within a workbook, and against what is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from kukar_potensi.model.teks import fold_text
from kukar_potensi.sumber.skema import split_items

MIRIP: Final = 90
"""Likeness (0-100) from which two names of one place may mean the same thing."""

_TERBANYAK_DIBANDINGKAN: Final = 2_000
_PANJANG_DIBANDINGKAN: Final = 1_000
_POTONGAN: Final = 500
_DI_MANA_SAJA: Final = "kabupaten"


@dataclass(frozen=True)
class Kembar:
    """A row that tells what another row tells.

    `posisi` is the later row. The other is `posisi_lain` in the same sheet, or `id_lain` on
    record. `pasti`: name and place are the same; otherwise they are only alike.
    """

    posisi: int
    nama_lain: str
    pasti: bool
    posisi_lain: int = -1
    id_lain: str = ""


def find_kembar(isi: pd.DataFrame, tercatat: pd.DataFrame, kolom: Sequence[str]) -> list[Kembar]:
    """Return the rows of a sheet that repeat an earlier one or a recorded one; each once.

    `isi` are tidied cells, `tercatat` the recorded rows as such cells (index id); `kolom`
    name the thing. Sameness is folded name and place; likeness is judged within a kecamatan,
    and only for new rows.
    """
    sebutan, sebutan_lama = (rows[kolom[0]].fillna("").tolist() for rows in (isi, tercatat))
    nama, tempat = _list_nama(isi, kolom), _list_tempat(isi)
    nama_lama, tempat_lama = _list_nama(tercatat, kolom), _list_tempat(tercatat)
    sendiri = isi["id"].fillna("").tolist()
    hasil: dict[int, Kembar] = {}
    kunci_lama: dict[Any, int] = {}
    for posisi, kunci in enumerate(zip(nama_lama, tempat_lama, strict=True)):
        kunci_lama.setdefault(kunci, posisi)
    kunci_baru: dict[Any, int] = {}
    id_lama = [str(satu) for satu in tercatat.index]
    for posisi, kunci in enumerate(zip(nama, tempat, strict=True)):
        if not kunci[0]:
            continue
        pertama = kunci_baru.setdefault(kunci, posisi)
        if pertama != posisi:
            hasil[posisi] = Kembar(posisi, sebutan[pertama], pasti=True, posisi_lain=pertama)
        elif kunci in kunci_lama and id_lama[kunci_lama[kunci]] != sendiri[posisi]:
            lain = kunci_lama[kunci]
            hasil[posisi] = Kembar(posisi, sebutan_lama[lain], pasti=True, id_lain=id_lama[lain])
    for baru, dulu in _find_mirip(nama, tempat, nama_lama, tempat_lama):
        if not sendiri[baru]:
            hasil.setdefault(baru, Kembar(baru, sebutan_lama[dulu], pasti=False, id_lain=id_lama[dulu]))
    if len(isi) <= _TERBANYAK_DIBANDINGKAN:
        for baru, dulu in _find_mirip(nama, tempat, nama, tempat):
            if dulu < baru and not sendiri[baru]:
                hasil.setdefault(baru, Kembar(baru, sebutan[dulu], pasti=False, posisi_lain=dulu))
    return [hasil[posisi] for posisi in sorted(hasil)]


def _list_nama(rows: pd.DataFrame, kolom: Sequence[str]) -> list[str]:
    """Return the folded name of every row, its words in order of the alphabet."""
    lajur = [rows[satu].fillna("").tolist() for satu in kolom]
    return [
        " ".join(sorted(fold_text(" ".join(sel)[:_PANJANG_DIBANDINGKAN]).split())) for sel in zip(*lajur, strict=True)
    ]


def _list_tempat(rows: pd.DataFrame) -> list[frozenset[str]]:
    """Return the places of every row: its desa, else its kecamatan."""
    pasangan = zip(rows["kode_desa"].fillna(""), rows["kode_kecamatan"].fillna(""), strict=True)
    return [frozenset(split_items(desa) or split_items(kecamatan)) for desa, kecamatan in pasangan]


def _find_mirip(
    nama: list[str], tempat: list[frozenset[str]], nama_lain: list[str], tempat_lain: list[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Yield (position, position of the other) of rows alike in name that share a kecamatan."""
    blok_lain = _group_blok(tempat_lain)
    for blok, anggota in _group_blok(tempat).items():
        lain = blok_lain.get(blok, [])
        for awal in range(0, len(anggota), _POTONGAN):
            potongan = anggota[awal : awal + _POTONGAN]
            skor = process.cdist(
                [nama[satu] for satu in potongan],
                [nama_lain[satu] for satu in lain],
                scorer=fuzz.ratio,
                score_cutoff=MIRIP,
                dtype=np.uint8,
            )
            for i, j in np.argwhere(skor >= MIRIP):
                if nama[potongan[i]]:
                    yield potongan[i], lain[j]


def _group_blok(tempat: list[frozenset[str]]) -> dict[str, list[int]]:
    """Group rows by kecamatan; those of the whole regency form a group of their own."""
    hasil: dict[str, list[int]] = {}
    for posisi, satu in enumerate(tempat):
        for blok in {kode[:8] for kode in satu} or {_DI_MANA_SAJA}:
            hasil.setdefault(blok, []).append(posisi)
    return hasil
