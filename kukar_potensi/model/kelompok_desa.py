"""Find neighbouring desa that record potensi of the same sector: candidates to work together.

A candidate is a question to the desa, not a finding: the rows were not verified, and the
press writes of some sectors more than of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from kukar_potensi.model.tempat import DESA

BATAS_BERSAMA_MINIMUM_KM: Final = 0.5
"""Shorter shared borders are mostly corners, within the doubt of the indicative lines."""

PANJANG_KODE_KECAMATAN: Final = 8
"""Length of a kecamatan code (64.02.06); a desa code continues it (64.02.06.1001)."""


@dataclass(frozen=True)
class Kelompok:
    """Desa and kelurahan joined by shared borders that all record potensi of one sector.

    `kode` is stable for the same rows: sector and first desa. `desa` and `kecamatan` are
    sorted codes, `potensi` the ids behind it (each once, also when it lies in several desa),
    `batas` the shared borders inside the group as (code, code, km), `kelurahan` how many of
    the members are kelurahan.
    """

    kode: str
    sektor: str
    desa: tuple[str, ...]
    kecamatan: tuple[str, ...]
    potensi: tuple[str, ...]
    batas: tuple[tuple[str, str, float], ...]
    kelurahan: int

    @property
    def is_lintas_kecamatan(self) -> bool:
        """Tell whether its members lie in more than one kecamatan."""
        return len(self.kecamatan) > 1

    def touches(self, kode: str) -> bool:
        """Tell whether an area (desa or kecamatan) has a part in the group."""
        return kode in self.desa or kode in self.kecamatan

    def beside(self, kode: str) -> tuple[str, ...]:
        """Return the members that border a desa, longest border first; the members inside a kecamatan."""
        if is_kecamatan(kode):
            return tuple(anggota for anggota in self.desa if parent_of(anggota) == kode)
        sisi = [(-km, b if a == kode else a) for a, b, km in self.batas if kode in (a, b)]
        return tuple(anggota for _, anggota in sorted(sisi))


def is_kecamatan(kode: str) -> bool:
    """Tell whether a code is that of a kecamatan."""
    return len(kode) == PANJANG_KODE_KECAMATAN


def parent_of(kode: str) -> str:
    """Return the code of the kecamatan that holds a desa; a kecamatan's own code stays."""
    return kode[:PANJANG_KODE_KECAMATAN]


def find_kelompok(
    potensi: pd.DataFrame,
    desa: pd.DataFrame,
    batas_bersama: pd.DataFrame,
    *,
    minimum_km: float = BATAS_BERSAMA_MINIMUM_KM,
) -> tuple[Kelompok, ...]:
    """Return the candidate groups, largest first (members, then potensi, then code).

    `potensi` (index id) needs tingkat, sektor and kode_desa (tuples); only rows placed at
    desa level count. `desa` has the index kode and the column jenis. `batas_bersama` needs
    kode_a, kode_b and panjang_km; borders shorter than `minimum_km` do not join.
    """
    pemilik = _rows_by_place(potensi, set(map(str, desa.index)))
    cukup = batas_bersama[batas_bersama["panjang_km"] >= minimum_km]
    tetangga: list[tuple[str, str, float]] = [
        (str(a), str(b), float(km))
        for a, b, km in zip(cukup["kode_a"], cukup["kode_b"], cukup["panjang_km"], strict=True)
    ]
    jenis = {str(kode): str(nilai) for kode, nilai in desa["jenis"].items()}
    hasil: list[Kelompok] = []
    for sektor, isi in pemilik.items():
        sisi = [satu for satu in tetangga if satu[0] in isi and satu[1] in isi]
        hasil.extend(_group(sektor, anggota, isi, sisi, jenis) for anggota in _components(isi, sisi))
    return tuple(sorted(hasil, key=lambda k: (-len(k.desa), -len(k.potensi), k.kode)))


def select_kelompok(semua: Iterable[Kelompok], kode: str) -> tuple[list[Kelompok], list[Kelompok]]:
    """Return the groups that touch an area and the others, each in the order given."""
    menyentuh: list[Kelompok] = []
    lain: list[Kelompok] = []
    for kelompok in semua:
        (menyentuh if kelompok.touches(kode) else lain).append(kelompok)
    return menyentuh, lain


def find_tetangga(kode: str, wilayah: pd.DataFrame, batas_bersama: pd.DataFrame) -> pd.DataFrame:
    """Return the neighbours of a desa (other desa) or kecamatan (other kecamatan), longest border first.

    `wilayah` is the frame of the same level (index kode, column nama). Gives index kode with
    nama, panjang_km (shared border, km) and lintas_kecamatan (bool: lies in another
    kecamatan). Borders with other regencies are not on record. Empty for an unknown code.
    """
    a, b = batas_bersama["kode_a"].astype(str), batas_bersama["kode_b"].astype(str)
    if is_kecamatan(kode):
        a, b = a.str[:PANJANG_KODE_KECAMATAN], b.str[:PANJANG_KODE_KECAMATAN]
    sisi = pd.DataFrame({"a": a, "b": b, "km": batas_bersama["panjang_km"].astype(float)})
    sisi = sisi[(sisi["a"] == kode) ^ (sisi["b"] == kode)]
    lain = sisi["a"].where(sisi["a"] != kode, sisi["b"])
    panjang = sisi.groupby(lain)["km"].sum()
    panjang = panjang[panjang.index.isin(wilayah.index)]
    hasil = pd.DataFrame(
        {
            "nama": wilayah["nama"].reindex(panjang.index),
            "panjang_km": panjang,
            "lintas_kecamatan": [parent_of(str(k)) != parent_of(kode) for k in panjang.index],
        }
    )
    hasil.index.name = "kode"
    return hasil.sort_values(["panjang_km", "nama"], ascending=[False, True])


def explain_kelompok(kelompok: Kelompok, nama_sektor: str, nama_kecamatan: Mapping[str, str]) -> str:
    """Return why the group is a candidate, in Indonesian; names are text from the data.

    `nama_kecamatan` maps codes to names; a missing one shows its code.
    """
    banyak = len(kelompok.desa)
    sebutan = "desa/kelurahan" if kelompok.kelurahan else "desa"
    satu = kelompok.potensi
    isi = "satu potensi yang sama" if len(satu) == 1 else f"{len(satu)} potensi"
    kalimat = f"{banyak} {sebutan} yang saling berbatasan mencatat {isi} sektor {nama_sektor}"
    nama = [nama_kecamatan.get(kode, kode) for kode in kelompok.kecamatan]
    if kelompok.is_lintas_kecamatan:
        kalimat += f"; melintasi batas kecamatan {join_names(nama)}."
    else:
        kalimat += f", semuanya di Kecamatan {nama[0]}."
    if kelompok.kelurahan == banyak:
        kalimat += " Semuanya kelurahan, jadi jalurnya lewat kecamatan dan OPD, bukan kerja sama desa."
    elif kelompok.kelurahan:
        kalimat += f" {kelompok.kelurahan} di antaranya kelurahan, yang ikut lewat kecamatan dan OPD."
    return kalimat


def join_names(nama: list[str], paling_banyak: int = 8) -> str:
    """Return "A, B, dan C"; beyond `paling_banyak` names the rest is counted."""
    if len(nama) > paling_banyak:
        return f"{', '.join(nama[:paling_banyak])}, dan {len(nama) - paling_banyak} lagi"
    if len(nama) < 2:
        return "".join(nama)
    koma = "," if len(nama) > 2 else ""
    return f"{', '.join(nama[:-1])}{koma} dan {nama[-1]}"


def _rows_by_place(potensi: pd.DataFrame, ada: set[str]) -> dict[str, dict[str, set[str]]]:
    """Return sector -> desa -> ids of its rows; rows without a sector join nothing."""
    hasil: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rinci = potensi[(potensi["tingkat"] == DESA) & potensi["sektor"].notna()]
    for nomor, sektor, daftar in zip(rinci.index, rinci["sektor"], rinci["kode_desa"], strict=True):
        for kode in daftar:
            if kode in ada:
                hasil[str(sektor)][str(kode)].add(str(nomor))
    return hasil


def _components(isi: Mapping[str, set[str]], sisi: list[tuple[str, str, float]]) -> list[tuple[str, ...]]:
    """Return the sets of two or more desa that borders join, each sorted by code."""
    induk = {kode: kode for kode in isi}

    def root(kode: str) -> str:
        while induk[kode] != kode:
            induk[kode] = induk[induk[kode]]
            kode = induk[kode]
        return kode

    for a, b, _ in sisi:
        induk[root(a)] = root(b)
    kumpulan: dict[str, list[str]] = defaultdict(list)
    for kode in sorted(isi):
        kumpulan[root(kode)].append(kode)
    return [tuple(anggota) for anggota in kumpulan.values() if len(anggota) > 1]


def _group(
    sektor: str,
    anggota: tuple[str, ...],
    isi: Mapping[str, set[str]],
    sisi: list[tuple[str, str, float]],
    jenis: Mapping[str, str],
) -> Kelompok:
    di_dalam = set(anggota)
    return Kelompok(
        kode=f"{sektor}-{anggota[0]}",
        sektor=sektor,
        desa=anggota,
        kecamatan=tuple(sorted({parent_of(kode) for kode in anggota})),
        potensi=tuple(sorted({nomor for kode in anggota for nomor in isi[kode]})),
        batas=tuple(satu for satu in sisi if satu[0] in di_dalam),
        kelurahan=sum(jenis.get(kode) == "kelurahan" for kode in anggota),
    )
