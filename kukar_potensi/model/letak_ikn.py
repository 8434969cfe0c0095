"""Tell where the objects of a candidate lie against the indicative delineation of IKN, and what was reported of it.

A place may overlap the line of UU 3/2022 and yet be reported to stay with Kukar: both are said.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from kukar_potensi.model.alamat import site_of
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import KEBUTUHAN_IKN, SEMUA_JALUR
from kukar_potensi.model.teks import format_angka

TETAP_KUKAR: Final = "tetap Kukar"
_DITAWARKAN: Final = "karena itu ditawarkan kepada Otorita."


class Irisan(NamedTuple):
    """One place that overlaps the delineation: name, share in percent, reported treatment ("" none), its sources."""

    nama: str
    persen: float
    perlakuan: str
    sumber: tuple[str, ...]


def route_reason(himpunan: Himpunan, jalur: str, potensi: Iterable[str]) -> str:
    """Return why a route fits some potensi; an offer to the Otorita says where they lie."""
    alasan = SEMUA_JALUR[jalur].alasan
    return f"{alasan} {_offer_text(list_irisan(himpunan, potensi))}" if jalur == KEBUTUHAN_IKN else alasan


def list_irisan(himpunan: Himpunan, potensi: Iterable[str]) -> tuple[Irisan, ...]:
    """Return the desa, or kecamatan where no desa is known, of some potensi that overlap the delineation."""
    per_baris = _places(himpunan)
    kode = dict.fromkeys(tempat for satu in potensi for tempat in per_baris.get(satu, ()))
    return tuple(_overlaps(himpunan)[satu] for satu in kode if satu in _overlaps(himpunan))


def _offer_text(irisan: tuple[Irisan, ...]) -> str:
    if not irisan:
        return f"Letaknya di luar delineasi indikatif; {_DITAWARKAN}"
    tetap = [satu for satu in irisan if satu.perlakuan == TETAP_KUKAR]
    lain = [satu for satu in irisan if satu.perlakuan != TETAP_KUKAR]
    bagian = []
    if tetap:
        sumber = dict.fromkeys(site_of(alamat) for satu in tetap for alamat in satu.sumber)
        bagian.append(f"({_names(tetap)}), tetapi dilaporkan {TETAP_KUKAR} ({', '.join(sumber)})")
    if lain:
        bagian.append(f"({_names(lain)}), kurang dari separuh wilayahnya")
    return f"Beririsan dengan delineasi indikatif {'; juga '.join(bagian)}; {_DITAWARKAN}"


def _names(irisan: list[Irisan]) -> str:
    return ", ".join(f"{satu.nama} {format_angka(satu.persen, 1)}%" for satu in irisan)


@lru_cache(maxsize=4)
def _places(himpunan: Himpunan) -> dict[str, tuple[str, ...]]:
    """Return the places of every potensi, as precisely as they are known."""
    rows = himpunan.potensi
    kolom = zip(rows.index, rows["kode_desa"], rows["kode_kecamatan"], strict=True)
    return {str(kode): tuple(desa) or tuple(kecamatan) for kode, desa, kecamatan in kolom}


@lru_cache(maxsize=4)
def _overlaps(himpunan: Himpunan) -> dict[str, Irisan]:
    """Return every desa and kecamatan that overlaps the delineation."""
    lapor: Any = himpunan.ikn_desa
    perlakuan = lapor["perlakuan_2025"].to_dict()
    sumber = {str(kode): (isi,) if isinstance(isi, str) else tuple(isi) for kode, isi in lapor["sumber"].items()}
    hasil = {}
    for tabel in (himpunan.kecamatan, himpunan.desa):
        for kode, nama, persen in zip(tabel.index, tabel["nama"], tabel["irisan_ikn_persen"], strict=True):
            if persen > 0:
                satu = str(kode)
                hasil[satu] = Irisan(str(nama), float(persen), str(perlakuan.get(satu, "")), sumber.get(satu, ()))
    return hasil
