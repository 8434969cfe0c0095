"""Say which potensi and cooperations are an agency's own.

An agency owns the rows that name it. A kecamatan office leads hardly any affair itself: its
rows are those that lie in its kecamatan, whichever agency leads them.
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from typing import Final

import numpy as np

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import as_text, as_texts
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Topeng

PENGAMPU: Final = "pengampu"
"""Rows are the agency's because they name it."""
WILAYAH: Final = "wilayah"
"""Rows are the kecamatan office's because they lie in its kecamatan."""


def basis_of(himpunan: Himpunan, opd: str) -> str:
    """Return why rows are an agency's: PENGAMPU or WILAYAH; `KeyError` for an unknown agency."""
    return WILAYAH if kecamatan_of(himpunan, opd) else PENGAMPU


@lru_cache(maxsize=1024)
def kecamatan_of(himpunan: Himpunan, opd: str) -> str:
    """Return the code of the kecamatan that an office serves; empty for any other agency."""
    kode = as_text(himpunan.opd.at[opd, "kode_kecamatan"])
    return kode if kode and kode in himpunan.kecamatan.index else ""


def duties_of(himpunan: Himpunan, opd: str) -> frozenset[str]:
    """Return the urusan of an agency, from its own list and from the urusan that name it.

    Empty when none is on record: then nothing can be said to lie outside its duties.
    """
    sendiri = as_texts(himpunan.opd.at[opd, "kode_urusan"])
    if not sendiri:
        return frozenset()
    menyebut = (str(kode) for kode, daftar in himpunan.urusan["opd"].items() if opd in as_texts(daftar))
    return frozenset((*sendiri, *menyebut))


@lru_cache(maxsize=512)
def own_masks(indeks: Indeks, opd: str) -> tuple[Topeng, Topeng]:
    """Tell which potensi and which cooperations of the whole data set are an agency's."""
    kode_kecamatan = kecamatan_of(indeks.himpunan, opd)
    hasil = []
    for tabel in (indeks.tabel_potensi, indeks.tabel_kerja_sama):
        topeng = tabel.kolom["opd"].matches((opd,))
        if kode_kecamatan:
            topeng = topeng | tabel.tempat.kecamatan.touches(_only(indeks, kode_kecamatan))
        topeng.flags.writeable = False
        hasil.append(topeng)
    return hasil[0], hasil[1]


@lru_cache(maxsize=256)
def view_of(tampak: Tampak, opd: str) -> Tampak:
    """Return what a view leaves of an agency's rows; an office's view holds only its kecamatan.

    Counts, maps and exports made from it agree with one another like those of any view.
    """
    potensi, kerja_sama = own_masks(tampak.indeks, opd)
    kode_kecamatan = kecamatan_of(tampak.indeks.himpunan, opd)
    kecamatan = tampak.kecamatan_dipilih
    if kode_kecamatan:
        sendiri = _only(tampak.indeks, kode_kecamatan)
        kecamatan = sendiri if kecamatan is None else sendiri & kecamatan
    return dataclasses.replace(
        tampak,
        mask_potensi=tampak.mask_potensi & potensi,
        mask_kerja_sama=tampak.mask_kerja_sama & kerja_sama,
        kecamatan_dipilih=kecamatan,
    )


def _only(indeks: Indeks, kode: str) -> Topeng:
    return np.asarray(indeks.himpunan.kecamatan.index == kode, dtype=np.bool_)
