"""Name every value a filter can take: code inside, label on screen and in the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rubrik import SEMUA_KELAS
from kukar_potensi.model.status import SEMUA_STATUS
from kukar_potensi.model.teks import fold_text

KEDUANYA: Final = "keduanya"
POTENSI: Final = "potensi"
KERJA_SAMA: Final = "kerja sama"
SEMUA_JENIS: Final = (KEDUANYA, POTENSI, KERJA_SAMA)

TAHUN_TIDAK_DIKETAHUI: Final = "belum diketahui"

PANJANG_NILAI: Final = 200
"""Longer text in an address is nobody's label."""


@dataclass(frozen=True, eq=False)
class Kamus:
    """Labels of every filter field, unique within the field, in the order to show them.

    `label` maps field -> code -> label. Fields: sektor, relevansi, kecamatan, desa, opd,
    status, tahun, jenis. A desa's label carries its kecamatan ("Sumber Sari (Loa Kulu)").
    """

    label: Mapping[str, Mapping[str, str]]
    _tepat: dict[str, dict[str, str]] = field(init=False, repr=False)
    _lipat: dict[str, dict[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        tepat = {nama: _reverse(isi) for nama, isi in self.label.items()}
        object.__setattr__(self, "_tepat", tepat)
        object.__setattr__(self, "_lipat", {nama: _folded(isi) for nama, isi in tepat.items()})

    def codes(self, nama: str) -> list[str]:
        """Return the codes of a field in the order to show them; none for an unknown field."""
        return list(self.label.get(nama, {}))

    def label_of(self, nama: str, kode: str) -> str:
        """Return the label of a code; the code itself when it has none."""
        return self.label.get(nama, {}).get(kode, kode)

    def code_of(self, nama: str, teks: object) -> str | None:
        """Return the code for a label or code as a person wrote it; None when unknown.

        Case, accents, punctuation and spacing are forgiven; a value of any type is harmless.
        """
        if not isinstance(teks, str) or len(teks) > PANJANG_NILAI:
            return None
        tepat = self._tepat.get(nama, {}).get(teks)
        return tepat or self._lipat.get(nama, {}).get(fold_text(teks))


def build_kamus(himpunan: Himpunan) -> Kamus:
    """Return the labels of every value that the data set's filters can take."""
    desa = himpunan.desa
    nama_desa = desa["nama"].astype(str) + " (" + desa["nama_kecamatan"].astype(str) + ")"
    return Kamus(
        {
            "sektor": unique_labels(_pairs(himpunan.sektor["nama"])),
            "relevansi": {kelas: kelas.capitalize() for kelas in SEMUA_KELAS},
            "kecamatan": unique_labels(_by_label(_pairs(himpunan.kecamatan["nama"]))),
            "desa": unique_labels(_by_label(_pairs(nama_desa))),
            "opd": unique_labels(_by_label(_pairs(himpunan.opd["nama"]))),
            "status": {status: status.capitalize() for status in SEMUA_STATUS},
            "tahun": _years(himpunan),
            "jenis": {jenis: jenis.capitalize() for jenis in SEMUA_JENIS},
        }
    )


def unique_labels(pasangan: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return code -> label with every label different; a repeated one gets its code added."""
    daftar = list(pasangan)
    jumlah = Counter(label for _, label in daftar)
    hasil: dict[str, str] = {}
    terpakai = {label for label, kali in jumlah.items() if kali == 1}
    for kode, label in daftar:
        unik = label
        if jumlah[label] > 1:
            unik = f"{label} ({kode})"
            while unik in terpakai:
                unik += f" ({kode})"
            terpakai.add(unik)
        hasil[kode] = unik
    return hasil


def row_years(himpunan: Himpunan) -> tuple[pd.Series, pd.Series]:
    """Return the year of every potensi (its figure or source) and kerja sama (signing).

    Text of four digits, or "belum diketahui". A signing known only as a span of days
    counts in the year of its first possible day.
    """
    potensi = himpunan.potensi["tahun"].astype("Int64").astype("string")
    ttd = pd.to_datetime(himpunan.kerja_sama["ttd_awal"]).dt.year.astype("Int64").astype("string")
    return potensi.fillna(TAHUN_TIDAK_DIKETAHUI), ttd.fillna(TAHUN_TIDAK_DIKETAHUI)


def _years(himpunan: Himpunan) -> dict[str, str]:
    """Return every year on record, newest first, then the unknown."""
    ada = {str(tahun) for kolom in row_years(himpunan) for tahun in kolom.unique()}
    urut = sorted(ada - {TAHUN_TIDAK_DIKETAHUI}, reverse=True)
    return {tahun: tahun for tahun in urut} | {TAHUN_TIDAK_DIKETAHUI: TAHUN_TIDAK_DIKETAHUI.capitalize()}


def _pairs(kolom: pd.Series) -> list[tuple[str, str]]:
    """Return (code, label) of a column of names; the code stands in for a missing name."""
    hasil = []
    for kode, nama in kolom.items():
        bersih = " ".join(str(nama).split()) if pd.notna(nama) else ""
        hasil.append((str(kode), bersih or str(kode)))
    return hasil


def _by_label(pasangan: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return pairs in the order a person looks a name up."""
    return sorted(pasangan, key=lambda pasang: (fold_text(pasang[1]), pasang[0]))


def _reverse(isi: Mapping[str, str]) -> dict[str, str]:
    """Map label and code to the code; a label wins over an equal code of another value."""
    return {kode: kode for kode in isi} | {label: kode for kode, label in isi.items()}


def _folded(tepat: Mapping[str, str]) -> dict[str, str]:
    """Map the folded writing to the code; what folds to nothing can match nothing."""
    balik: dict[str, str] = {}
    for teks, kode in reversed(list(tepat.items())):
        balik.setdefault(fold_text(teks), kode)
    balik.pop("", None)
    return balik
