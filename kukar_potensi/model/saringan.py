"""Hold what a person asked to see: one frozen value, equal to the page's address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from kukar_potensi.model.kamus import KEDUANYA, KERJA_SAMA, POTENSI, SEMUA_JENIS, Kamus
from kukar_potensi.model.kelompok_desa import join_names
from kukar_potensi.model.teks import fold_text

KOLOM_DAFTAR: Final = ("sektor", "relevansi", "kecamatan", "desa", "opd", "status", "tahun")

PANJANG_CARI: Final = 100
JUMLAH_NILAI: Final = 1000
JUMLAH_DISEBUT: Final = 4
JUMLAH_KATA: Final = 8
"""Words of a keyword beyond this many are not looked up."""

_SEBUTAN: Final = {
    "sektor": "sektor",
    "relevansi": "relevansi IKN",
    "kecamatan": "kecamatan",
    "desa": "desa/kelurahan",
    "opd": "OPD",
    "status": "status kerja sama",
    "tahun": "tahun",
}
_PAKAI_KODE: Final = ("relevansi", "status", "tahun")


@dataclass(frozen=True)
class Saringan:
    """The filter of a page; fields are sorted codes, an empty field filters nothing.

    Within a field values are alternatives; fields narrow one another. `tahun` holds years
    as text or "belum diketahui". `jenis` is keduanya, potensi or kerja sama. `cari` is the
    keyword with single spaces, at most 100 characters. Wrong types are made harmless.
    """

    sektor: tuple[str, ...] = ()
    relevansi: tuple[str, ...] = ()
    kecamatan: tuple[str, ...] = ()
    desa: tuple[str, ...] = ()
    opd: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    tahun: tuple[str, ...] = ()
    jenis: str = KEDUANYA
    cari: str = ""

    def __post_init__(self) -> None:
        for kolom in KOLOM_DAFTAR:
            nilai = sorted(set(_texts(getattr(self, kolom))))
            object.__setattr__(self, kolom, tuple(nilai))
        if self.jenis not in SEMUA_JENIS:
            object.__setattr__(self, "jenis", KEDUANYA)
        # cut before splitting, so that a huge text costs nothing
        rapi = " ".join(_first(self.cari)[: 10 * PANJANG_CARI].split())[:PANJANG_CARI].strip()
        object.__setattr__(self, "cari", rapi)

    @classmethod
    def from_query(cls, params: Mapping[str, Any], kamus: Kamus) -> Self:
        """Return the filter that query parameters ask for.

        Keys are the field names; a value is a text or a list of texts, each a label or a
        code of `kamus`. Whatever is unknown, repeated or of a wrong type is left out.
        """
        daftar = {
            kolom: tuple(kode for teks in _texts(params.get(kolom)) if (kode := kamus.code_of(kolom, teks)) is not None)
            for kolom in KOLOM_DAFTAR
        }
        jenis = kamus.code_of("jenis", _first(params.get("jenis"))) or KEDUANYA
        return cls(**daftar, jenis=jenis, cari=_first(params.get("cari")))

    def to_query(self, kamus: Kamus) -> dict[str, list[str]]:
        """Return query parameters with labels as values; what filters nothing is left out."""
        hasil = {
            kolom: [kamus.label_of(kolom, kode) for kode in getattr(self, kolom)]
            for kolom in KOLOM_DAFTAR
            if getattr(self, kolom)
        }
        if self.jenis != KEDUANYA:
            hasil["jenis"] = [kamus.label_of("jenis", self.jenis)]
        if self.cari:
            hasil["cari"] = [self.cari]
        return hasil

    def with_(self, **perubahan: object) -> Self:
        """Return the same filter with some fields replaced; `TypeError` for an unknown field."""
        nilai: dict[str, Any] = {**vars(self), **perubahan}
        return type(self)(**nilai)

    @property
    def is_kosong(self) -> bool:
        """Tell whether the filter lets everything through."""
        return self == type(self)()

    def describe(self, kamus: Kamus) -> list[str]:
        """Return the filter in Indonesian, one part a field in use: "kecamatan Tenggarong".

        Values are text from the data or the person: show them as text, never as HTML.
        """
        bagian = []
        if self.jenis in (POTENSI, KERJA_SAMA):
            bagian.append(f"hanya {self.jenis}")
        bagian += [_phrase(kolom, getattr(self, kolom), kamus) for kolom in KOLOM_DAFTAR if getattr(self, kolom)]
        if self.cari:
            bagian.append(f"memuat kata {quote_words(self.cari)}")
        return bagian


def quote_words(cari: str) -> str:
    """Return the words of a keyword that are looked up, each on its own: “Loa” dan “Raya”."""
    kata, banyak = [], 0
    for satu in cari.split():
        isi = len(fold_text(satu).split())
        if isi and banyak < JUMLAH_KATA:
            kata.append(f"“{satu}”")
        banyak += isi
    return join_names(kata) if kata else f"“{cari}”"


def _phrase(kolom: str, kode: tuple[str, ...], kamus: Kamus) -> str:
    """Return "kecamatan A, B, atau C"; long lists name the first few and the count."""
    nama = list(kode) if kolom in _PAKAI_KODE else sorted(kamus.label_of(kolom, satu) for satu in kode)
    sebutan = _SEBUTAN[kolom]
    if len(nama) > JUMLAH_DISEBUT:
        disebut = ", ".join(nama[: JUMLAH_DISEBUT - 1])
        return f"{len(nama)} {sebutan} ({disebut}, dan lainnya)"
    if len(nama) == 1:
        return f"{sebutan} {nama[0]}"
    koma = "," if len(nama) > 2 else ""
    return f"{sebutan} {', '.join(nama[:-1])}{koma} atau {nama[-1]}"


def _texts(nilai: object) -> list[str]:
    """Return the texts in a value of any type; a single text counts as a list of one."""
    if isinstance(nilai, str):
        return [nilai]
    if not isinstance(nilai, Iterable) or isinstance(nilai, (bytes, bytearray, Mapping)):
        return []
    return [teks for teks, _ in zip(nilai, range(JUMLAH_NILAI), strict=False) if isinstance(teks, str)]


def _first(nilai: object) -> str:
    """Return the first text in a value of any type, or nothing."""
    teks = _texts(nilai)
    return teks[0] if teks else ""
