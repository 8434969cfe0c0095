"""Candidates of cooperation as slides tell them: transport first, whose they are, and the first step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np

from kukar_potensi.model.calon import Calon
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import (
    BERSAMA,
    BMD,
    DESA,
    KABUPATEN,
    KEBUTUHAN_IKN,
    OTORITA,
    PERIKSA,
    PROVINSI_PUSAT,
)
from kukar_potensi.model.paparan_baris import texts_by_id
from kukar_potensi.model.paparan_bentuk import places_text, short_opd, shorten
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.transportasi import transport_masks

PANJANG_NAMA: Final = 64
OPD_BELUM: Final = "OPD belum diketahui"

LANGKAH_PERTAMA: Final = {
    OTORITA: "Siapkan bahan sinergi untuk Otorita IKN",
    KEBUTUHAN_IKN: "Siapkan tawaran untuk Otorita IKN",
    PROVINSI_PUSAT: "Sampaikan kepada provinsi atau pusat; kabupaten mendukung",
    BERSAMA: "Pisahkan bagian kabupaten dari bagian provinsi atau pusat",
    KABUPATEN: "Cari mitra, lalu siapkan kesepakatan bersama",
    BMD: "Pastikan tercatat sebagai aset daerah",
    DESA: "Bina desa atau BUMDes menyiapkan kerja samanya",
    PERIKSA: "TKKSD menetapkan kewenangannya dahulu",
}
"""What comes first on every route, from what the route itself asks (`jalur.SEMUA_JALUR`); a proposal."""


@lru_cache(maxsize=4)
def _transport_ids(himpunan: Himpunan) -> frozenset[str]:
    topeng, _ = transport_masks(himpunan)
    return frozenset(str(satu) for satu in himpunan.potensi.index[np.flatnonzero(topeng)])


@lru_cache(maxsize=4)
def _names(himpunan: Himpunan) -> dict[str, str]:
    return texts_by_id(himpunan.potensi["nama"])


def is_for_ikn(calon: Calon) -> bool:
    """Tell whether one of a candidate's routes leads to the Otorita IKN."""
    return not {OTORITA, KEBUTUHAN_IKN}.isdisjoint(calon.jalur)


def pick_calon(tampak: Tampak, calon: Iterable[Calon], banyak: int, banyak_transportasi: int) -> tuple[Calon, ...]:
    """Return candidates to show, transport first, each kind best first.

    At most `banyak_transportasi` of transport, unless the others do not fill the places.
    """
    kode = _transport_ids(tampak.indeks.himpunan)
    utama: list[Calon] = []
    lain: list[Calon] = []
    for satu in calon:
        (lain if kode.isdisjoint(satu.potensi) else utama).append(satu)
    jatah = max(banyak_transportasi, banyak - len(lain))
    dipilih = utama[:jatah]
    return (*dipilih, *lain[: banyak - len(dipilih)])[:banyak]


def step_text(calon: Calon) -> str:
    """Return the first step of a candidate: that of its main route."""
    return LANGKAH_PERTAMA[calon.jalur[0]] if calon.jalur else LANGKAH_PERTAMA[PERIKSA]


def agency_text(tampak: Tampak, calon: Calon) -> str:
    """Return whose a candidate is: its first agency, the rest counted."""
    if not calon.opd:
        return OPD_BELUM
    nama = short_opd(tampak.indeks.himpunan, tampak.indeks.kamus.label_of("opd", calon.opd[0]))
    return nama + (f", dan {len(calon.opd) - 1} lagi" if len(calon.opd) > 1 else "")


def object_text(tampak: Tampak, calon: Calon) -> str:
    """Return the object of a candidate: its best potensi, the rest counted."""
    objek = shorten(_names(tampak.indeks.himpunan)[calon.potensi[0]], PANJANG_NAMA)
    return objek + (f", dan {format_angka(len(calon.potensi) - 1)} lagi" if len(calon.potensi) > 1 else "")


def candidate_places(tampak: Tampak, calon: Calon) -> str:
    """Return the places of a candidate: its kecamatan, the rest counted; the regency level has none."""
    return places_text(tampak, tuple(satu for satu in calon.kecamatan if satu))
