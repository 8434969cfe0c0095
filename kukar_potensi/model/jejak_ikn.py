"""Follow the reported meetings and letters between Kukar and the Otorita IKN, field by field.

Which sectors answer a field is this project's proposal (`SEKTOR_BIDANG`); the fields and
events themselves are as reported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import pandas as pd

from kukar_potensi.model.evaluasi_aturan import JENIS_ADENDUM, JENIS_INDUK, JENIS_TIDAK_DISEBUT, JENIS_TURUNAN
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import as_text, as_texts

SEKTOR_BIDANG: Final[dict[str, tuple[str, ...]]] = {
    "transportasi": ("perhubungan",),
    "logistik": ("perhubungan",),
    "pangan": ("pertanian", "peternakan", "perikanan"),
    "air": ("infrastruktur",),
    "infrastruktur": ("infrastruktur", "perhubungan"),
    "ekonomi dan bisnis": ("industri", "perkebunan", "pariwisata"),
    "energi": ("energi",),
    "lingkungan": ("lingkungan",),
    "layanan dasar": ("pendidikan", "kesehatan"),
    "telekomunikasi": ("pemerintahan",),
    "aset": ("pemerintahan",),
}
"""Field named in the reports -> sectors whose potensi can answer it; other fields are of governance."""

OTORITA: Final = "Otorita"
JENIS_PERJANJIAN: Final = (*JENIS_INDUK, *JENIS_TURUNAN, JENIS_ADENDUM)
"""Documents by which a cooperation is agreed; minutes are none."""


@dataclass(frozen=True)
class Peristiwa:
    """One reported event; `tanggal` is a partial date, None where unknown."""

    id: str
    tanggal: str | None
    uraian: str
    bidang: tuple[str, ...]
    sumber: tuple[str, ...]


@lru_cache(maxsize=4)
def list_peristiwa(himpunan: Himpunan) -> tuple[Peristiwa, ...]:
    """Return the events, newest first; those without a date come last."""
    urut = himpunan.ikn_kukar.sort_values("tanggal_awal", ascending=False, na_position="last", kind="stable")
    return tuple(
        Peristiwa(
            id=str(getattr(baris, "id", baris.Index)),
            tanggal=as_text(baris.tanggal),
            uraian=as_text(baris.peristiwa) or "",
            bidang=as_texts(baris.bidang),
            sumber=as_texts(baris.sumber),
        )
        for baris in urut.itertuples()
    )


@lru_cache(maxsize=4)
def agreement_text(himpunan: Himpunan) -> str:
    """Return what is on record with the Otorita: no document, only minutes and the like, or agreements."""
    rows = himpunan.kerja_sama
    milik = rows[rows["mitra"].fillna("").str.contains(OTORITA, case=False, regex=False).to_numpy(bool)]
    perjanjian = milik["jenis_dokumen"].isin(JENIS_PERJANJIAN).to_numpy(bool)
    if perjanjian.any():
        return f"Tercatat {_listed(milik[perjanjian])} antara Kukar dan Otorita IKN."
    if len(milik):
        return f"Yang tercatat baru {_listed(milik)}, bukan perjanjian kerja sama."
    return "Belum ditemukan perjanjian kerja sama yang ditandatangani antara Kukar dan Otorita IKN."


def _listed(rows: pd.DataFrame) -> str:
    """Return cooperations by kind of document: "berita acara (K139)"; one of an unknown kind is a "catatan"."""
    kode: dict[str, list[str]] = {}
    for satu, jenis in zip(rows.index, rows["jenis_dokumen"], strict=True):
        nama = str(jenis) if isinstance(jenis, str) and jenis != JENIS_TIDAK_DISEBUT else "catatan tanpa jenis dokumen"
        kode.setdefault(" ".join(k if k.isupper() else k.lower() for k in nama.split()), []).append(str(satu))
    return ", ".join(f"{nama} ({', '.join(isi)})" for nama, isi in kode.items())


def sectors_of(bidang: str) -> tuple[str, ...]:
    """Return the sectors whose potensi can answer a field; none for a field of governance."""
    return SEKTOR_BIDANG.get(bidang.casefold(), ())


def count_bidang(himpunan: Himpunan, potensi: pd.DataFrame) -> pd.DataFrame:
    """Return what was asked for and how much of the view answers it.

    Index bidang, the most often named first; peristiwa (times named), sektor (tuple of ids,
    empty for fields of governance), potensi (rows of those sectors in `potensi`).
    """
    per_sektor = potensi["sektor"].value_counts()
    disebut: dict[str, int] = {}
    for satu in list_peristiwa(himpunan):
        for bidang in satu.bidang:
            disebut[bidang] = disebut.get(bidang, 0) + 1
    baris = [
        {
            "bidang": bidang,
            "peristiwa": kali,
            "sektor": sectors_of(bidang),
            "potensi": int(sum(int(per_sektor.get(kode, 0)) for kode in sectors_of(bidang))),
        }
        for bidang, kali in sorted(disebut.items(), key=lambda pasang: (-pasang[1], pasang[0]))
    ]
    return pd.DataFrame(baris, columns=["bidang", "peristiwa", "sektor", "potensi"]).set_index("bidang")
