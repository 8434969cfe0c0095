"""The names of a map on screen: where each stands on the ground, and places where none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any, Final

from kukar_potensi.ekspor.gambar_lapisan import Kotak
from kukar_potensi.ekspor.gambar_nama import GESERAN
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import is_kecamatan
from kukar_potensi.tampilan.halaman_wilayah.jalur_layar import plane_of
from kukar_potensi.tampilan.halaman_wilayah.lembar_layar import Lembar

SEMPIT_HURUF: Final = frozenset("fijlrtI.,'’:;|!()[] 1-")
LEBAR_HURUF: Final = frozenset("mwMWGOQ%@&")
BARIS: Final = 1.2
TEBAL_LEBIH: Final = 1.06
SIKAP: Final[dict[str, tuple[str, str, float, bool, int]]] = {
    "sungai": ("", "a", 0.92, False, 4),
    "danau": ("", "a", 0.92, False, 4),
    "kota": ("• ", "k", 0.95, True, 5),
    "tetangga": ("", "r", 0.92, False, 6),
}
"""How names of context are written: sign before, look, size, weight, and who chooses a place first."""


@dataclass(frozen=True)
class Tulisan:
    """One name: its point on the picture, its look, who chooses first, and whether it must be written."""

    teks: str
    x: float
    y: float
    gaya: str
    besar: float = 1.0
    tebal: bool = False
    utama: int = 0
    wajib: bool = False


@dataclass(frozen=True)
class Titik:
    """A name and its point on the plane (degrees); `jenis` is that of the context, empty for areas."""

    nama: str
    x: float
    y: float
    jenis: str = ""


@dataclass(frozen=True, eq=False)
class Daftar:
    """The names of a data set: desa and kecamatan by code, and those of context."""

    wilayah: dict[str, Titik]
    kecamatan: tuple[str, ...]
    konteks: tuple[Titik, ...]


@lru_cache(maxsize=4)
def names_of(himpunan: Himpunan) -> Daftar:
    """Return the names of a data set with their points, read from its frames once."""
    bidang = plane_of(himpunan)

    def points(bingkai: Any, jenis: Iterable[str]) -> list[Titik]:
        x, y = bidang.place(bingkai["lon"].to_numpy(float), bingkai["lat"].to_numpy(float))
        lajur = zip(bingkai["nama"], x.tolist(), y.tolist(), jenis, strict=False)
        return [Titik(str(nama), lon, lat, satu) for nama, lon, lat, satu in lajur]

    wilayah = {
        str(kode): titik
        for bingkai in (himpunan.kecamatan, himpunan.desa)
        for kode, titik in zip(bingkai.index, points(bingkai, repeat("")), strict=True)
    }
    konteks = points(himpunan.tetangga, repeat("tetangga")) + points(himpunan.konteks, himpunan.konteks["jenis"])
    return Daftar(wilayah, tuple(map(str, himpunan.kecamatan.index)), tuple(konteks))


def list_names(lembar: Lembar) -> list[Tulisan]:
    """Return names: the main area first, then neighbours or members, kecamatan, and the quiet ones."""
    isi, daftar = lembar.lukisan, names_of(lembar.himpunan)
    tunggal = len(isi.utama) == 1
    hasil = []
    for kode in sorted(isi.bernama):
        if is_kecamatan(kode) != (isi.tingkat == "kecamatan") or kode not in daftar.wilayah:
            continue
        titik = daftar.wilayah[kode]
        penting = (tunggal and kode in isi.utama) or kode in isi.pilih
        x, y = lembar.label_point(kode, *lembar.place(titik.x, titik.y))
        if penting:
            hasil.append(Tulisan(titik.nama, x, y, "u", 1.1, tebal=True, wajib=True))
        else:
            hasil.append(Tulisan(titik.nama, x, y, "d", utama=2))
    if isi.tingkat == "desa":
        hasil += [
            Tulisan(f"Kec. {titik.nama}", *lembar.place(titik.x, titik.y), "k", 0.95, tebal=True, utama=1)
            for kode, titik in ((kode, daftar.wilayah[kode]) for kode in daftar.kecamatan)
            if tunggal or kode in isi.bernama
        ]
    for titik in daftar.konteks:
        if titik.jenis in SIKAP:
            awal, rupa, besar, tebal, utama = SIKAP[titik.jenis]
            hasil.append(Tulisan(f"{awal}{titik.nama}", *lembar.place(titik.x, titik.y), rupa, besar, tebal, utama))
    return hasil


@lru_cache(maxsize=4096)
def measure(teks: str) -> float:
    """Return about how wide a text runs, as a share of its letter size; rather too much than too little."""
    lebar = 0.0
    for tanda in teks:
        if tanda in SEMPIT_HURUF:
            lebar += 0.36
        elif tanda in LEBAR_HURUF:
            lebar += 0.9
        elif tanda.isupper():
            lebar += 0.72
        else:
            lebar += 0.6 if ord(tanda) < 0x2000 else 1.0
    return lebar


def place(
    nama: Iterable[Tulisan], huruf: float, bingkai: Kotak, terisi: Iterable[Kotak]
) -> list[tuple[Tulisan, float, float]]:
    """Return the names that find a free place in the frame, with the middle of each.

    `huruf` is the letter size, `terisi` what is taken already. Names with the lowest `utama`
    choose first; one with `wajib` is moved inside and written even when no place is free.
    """
    penuh, hasil = list(terisi), []
    for satu in sorted(nama, key=lambda n: (n.utama, -n.y, n.teks)):
        if not (bingkai[0] < satu.x < bingkai[2] and bingkai[1] < satu.y < bingkai[3]):
            continue
        ukuran = huruf * satu.besar
        lebar, tinggi = measure(satu.teks) * ukuran * (TEBAL_LEBIH if satu.tebal else 1), ukuran * BARIS
        letak = _free(satu, lebar, tinggi, bingkai, penuh)
        if letak is None:
            if not satu.wajib:
                continue
            letak = _push_inside(satu, lebar, tinggi, bingkai)
        penuh.append(_box(*letak, lebar, tinggi))
        hasil.append((satu, *letak))
    return hasil


def _free(satu: Tulisan, lebar: float, tinggi: float, bingkai: Kotak, penuh: list[Kotak]) -> tuple[float, float] | None:
    for dx, dy in GESERAN:
        x, y = satu.x + dx * lebar, satu.y - dy * tinggi
        kotak = _box(x, y, lebar, tinggi)
        di_dalam = kotak[0] > bingkai[0] and kotak[1] > bingkai[1] and kotak[2] < bingkai[2] and kotak[3] < bingkai[3]
        if di_dalam and not any(_meets(kotak, lain) for lain in penuh):
            return x, y
    return None


def _push_inside(satu: Tulisan, lebar: float, tinggi: float, bingkai: Kotak) -> tuple[float, float]:
    x = min(max(satu.x, bingkai[0] + lebar / 2 + 4), bingkai[2] - lebar / 2 - 4)
    return x, min(max(satu.y, bingkai[1] + tinggi / 2 + 4), bingkai[3] - tinggi / 2 - 4)


def _box(x: float, y: float, lebar: float, tinggi: float) -> Kotak:
    return x - lebar / 2 - 3, y - tinggi / 2, x + lebar / 2 + 3, y + tinggi / 2


def _meets(a: Kotak, b: Kotak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
