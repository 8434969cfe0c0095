"""Gather what concerns transport: rows of urusan perhubungan and of roads, and the connections on record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import as_text, as_texts
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import fold_text
from kukar_potensi.model.tempat import Topeng

SEKTOR_PERHUBUNGAN: Final = "perhubungan"
URUSAN_PERHUBUNGAN: Final = "2.15"
URUSAN_PEKERJAAN_UMUM: Final = "1.03"
KATA_JALAN: Final = frozenset(
    ("jalan", "jembatan", "ruas", "tol", "dermaga", "pelabuhan", "penyeberangan", "feri", "bandara")
)
"""Words that make a row of public works (roads, water, spatial plans) one of transport."""

MODA: Final = ("tol", "jalan", "sungai", "pelabuhan", "dermaga", "penyeberangan", "bandara", "jembatan")
MODA_LAIN: Final = "lainnya"

_BELUM_DIKETAHUI: Final = "belum diketahui"


@dataclass(frozen=True)
class Sambungan:
    """One connection on record; `status` and `tahun` are "belum diketahui" and None where unknown."""

    kode_kecamatan: str
    moda: str
    jenis: str
    nama: str
    keterangan: str | None
    status: str
    tahun: str | None
    sumber: tuple[str, ...]


def transport_rows(rows: pd.DataFrame) -> Topeng:
    """Tell which potensi or kerja sama concern transport.

    Those of sector perhubungan, of urusan 2.15, or of urusan 1.03 whose name has a whole
    word of `KATA_JALAN` (so water works of the same urusan stay out).
    """
    nama = rows["judul"] if "judul" in rows else rows["nama"]
    jalan = [not KATA_JALAN.isdisjoint(fold_text(as_text(isi) or "").split()) for isi in nama]
    pekerjaan_umum = rows["kode_urusan"].eq(URUSAN_PEKERJAAN_UMUM).to_numpy(np.bool_)
    perhubungan = rows["sektor"].eq(SEKTOR_PERHUBUNGAN) | rows["kode_urusan"].eq(URUSAN_PERHUBUNGAN)
    return perhubungan.to_numpy(np.bool_) | (pekerjaan_umum & np.array(jalan, dtype=np.bool_))


@lru_cache(maxsize=4)
def transport_masks(himpunan: Himpunan) -> tuple[Topeng, Topeng]:
    """Return `transport_rows` of every potensi and of every kerja sama, told once a data set."""
    masks = transport_rows(himpunan.potensi), transport_rows(himpunan.kerja_sama)
    for mask in masks:
        mask.flags.writeable = False
    return masks


def mode_of(moda: str) -> str:
    """Return the column of a recorded mode: every kind of road but a toll road is "jalan"."""
    kata = fold_text(moda).split()
    awal = kata[0] if kata else ""
    return awal if awal in MODA else MODA_LAIN


def list_sambungan(himpunan: Himpunan) -> tuple[Sambungan, ...]:
    """Return every connection on record, in the order of the data."""
    return tuple(
        Sambungan(
            kode_kecamatan=str(baris.kode_kecamatan),
            moda=mode_of(as_text(baris.moda) or ""),
            jenis=as_text(baris.moda) or _BELUM_DIKETAHUI,
            nama=as_text(baris.nama) or _BELUM_DIKETAHUI,
            keterangan=as_text(baris.keterangan),
            status=as_text(baris.status) or _BELUM_DIKETAHUI,
            tahun=as_text(baris.tahun),
            sumber=as_texts(baris.sumber),
        )
        for baris in himpunan.konektivitas.itertuples()
    )


def connection_table(himpunan: Himpunan) -> pd.DataFrame:
    """Return what is on record for every kecamatan and mode.

    Index kode (every kecamatan), columns of `MODA` (and "lainnya" when the data has other
    modes): "name (status)" joined by "; ", or "belum diketahui" where nothing is on record,
    which does not mean that there is none.
    """
    sambungan = list_sambungan(himpunan)
    kolom = [*MODA, *([MODA_LAIN] if any(satu.moda == MODA_LAIN for satu in sambungan) else [])]
    isi: dict[tuple[str, str], list[str]] = {}
    for satu in sambungan:
        status = "" if satu.status == _BELUM_DIKETAHUI else f" ({satu.status})"
        isi.setdefault((satu.kode_kecamatan, satu.moda), []).append(f"{satu.nama}{status}")
    return pd.DataFrame(
        [
            ["; ".join(isi.get((str(kode), moda), [_BELUM_DIKETAHUI])) for moda in kolom]
            for kode in himpunan.kecamatan.index
        ],
        index=himpunan.kecamatan.index,
        columns=kolom,
    )


def transport_by_kecamatan(tampak: Tampak) -> pd.DataFrame:
    """Return how much of transport every kecamatan has in a view.

    Index kode (every kecamatan); potensi, kerja_sama (filtered transport rows, a row once in
    every kecamatan where it lies), sambungan (connections on record, which no filter changes).
    """
    indeks = tampak.indeks
    di_potensi, di_kerja_sama = transport_masks(indeks.himpunan)
    potensi, kerja_sama = tampak.mask_potensi & di_potensi, tampak.mask_kerja_sama & di_kerja_sama
    sambungan = indeks.himpunan.konektivitas["kode_kecamatan"].value_counts()
    kode = indeks.himpunan.kecamatan.index
    return pd.DataFrame(
        {
            "potensi": indeks.tabel_potensi.tempat.kecamatan.count(potensi),
            "kerja_sama": indeks.tabel_kerja_sama.tempat.kecamatan.count(kerja_sama),
            "sambungan": sambungan.reindex(kode).fillna(0).astype(np.int64).to_numpy(),
        },
        index=kode,
    )
