"""Tell what a new build changes in the desa that were there before."""

from __future__ import annotations

import shapely

from kukar_potensi.model.teks import format_angka
from kukar_potensi.sumber.batas.penulis import Fitur

BAGIAN_LUAS_BERUBAH = 0.01
BAGIAN_IRISAN_MIN = 0.5


def describe_changes(lama: list[Fitur], baru: list[Fitur]) -> list[str]:
    """Return one Indonesian sentence for each desa that is new, gone, moved or resized.

    Resized means an area that differs by more than BAGIAN_LUAS_BERUBAH; moved means that the
    old and new shape share less than BAGIAN_IRISAN_MIN of the smaller one, as when two codes
    were exchanged. `lama` is empty at the first build: then there is nothing to tell.
    """
    if not lama:
        return []
    dulu = {str(satu.sifat["kode"]): satu for satu in lama}
    kini = {str(satu.sifat["kode"]): satu for satu in baru}
    kalimat = []
    for kode in sorted(dulu.keys() | kini.keys()):
        if kode not in dulu:
            kalimat.append(f"{kode} {kini[kode].sifat['nama']}: baru.")
        elif kode not in kini:
            kalimat.append(f"{kode} {dulu[kode].sifat['nama']}: tidak ada lagi.")
        else:
            kalimat += _compare(dulu[kode], kini[kode])
    return kalimat


def _compare(dulu: Fitur, kini: Fitur) -> list[str]:
    """Return what changed in one desa, nothing when it stayed about the same."""
    sebutan = f"{kini.sifat['kode']} {kini.sifat['nama']}"
    luas_lama, luas_baru = float(dulu.sifat["luas_km2"] or 0), float(kini.sifat["luas_km2"] or 0)
    irisan = shapely.area(shapely.intersection(dulu.bentuk, kini.bentuk))
    if irisan < BAGIAN_IRISAN_MIN * min(shapely.area(dulu.bentuk), shapely.area(kini.bentuk)):
        return [f"{sebutan}: letaknya pindah; periksa apakah kodenya tertukar."]
    if abs(luas_baru - luas_lama) <= BAGIAN_LUAS_BERUBAH * luas_lama:
        return []
    persen = 100 * (luas_baru - luas_lama) / luas_lama if luas_lama else 100.0
    tanda = "+" if persen > 0 else "−"
    luas = f"{format_angka(luas_lama, 2)} menjadi {format_angka(luas_baru, 2)} km²"
    return [f"{sebutan}: luas {luas} ({tanda}{format_angka(abs(persen), 1)} %)."]
