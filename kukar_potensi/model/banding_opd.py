"""Put every agency side by side: what it has, what hangs, what nobody verified, what has a source."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import hanging_rows, unverified_rows
from kukar_potensi.model.milik_opd import basis_of, own_masks
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Topeng

TANPA_SUMBER: Final = "tanpa sumber"
"""`status_nama` of an agency whose name no source gives."""

KELAS_RESMI: Final = "A"

KOLOM: Final = (
    "nama", "jenis", "status_nama", "basis", "potensi", "kerja_sama", "menggantung", "belum_verifikasi", "bersumber",
    "resmi",
)  # fmt: skip


@lru_cache(maxsize=64)
def compare_opd(tampak: Tampak, evaluasi: Evaluasi, kode: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return one row an agency, the one with the most rows first, index `id`.

    Columns: nama, jenis, status_nama, basis (see `milik_opd`), potensi, kerja_sama,
    menggantung, belum_verifikasi (counts), bersumber and resmi (share 0-1 of its rows that
    name a source, a source of class A; NaN without any row). `kode` limits to those
    agencies. A row counts for its agency and for the office of each kecamatan where it
    lies, so counts may add up to more than the total.
    """
    indeks = tampak.indeks
    bersumber, resmi = _sourced(indeks)
    menggantung, belum = hanging_rows(indeks, evaluasi), unverified_rows(indeks)
    baris = []
    for id_opd, *tetap in _named(indeks.himpunan, kode):
        milik = own_masks(indeks, id_opd)
        potensi, kerja_sama = tampak.mask_potensi & milik[0], tampak.mask_kerja_sama & milik[1]
        n_potensi, n_kerja_sama = _total(potensi), _total(kerja_sama)
        jumlah = n_potensi + n_kerja_sama
        baris.append(
            (
                id_opd, *tetap, n_potensi, n_kerja_sama, _total(kerja_sama & menggantung),
                _total(potensi & belum[0]) + _total(kerja_sama & belum[1]),
                _share(_total(potensi & bersumber[0]) + _total(kerja_sama & bersumber[1]), jumlah),
                _share(_total(potensi & resmi[0]) + _total(kerja_sama & resmi[1]), jumlah),
            )
        )  # fmt: skip
    hasil = pd.DataFrame(baris, columns=["id", *KOLOM]).set_index("id")
    urut = hasil.assign(jumlah=hasil["potensi"] + hasil["kerja_sama"])
    return hasil.loc[urut.sort_values(["jumlah", "nama"], ascending=[False, True], kind="stable").index]


@lru_cache(maxsize=64)
def _named(himpunan: Himpunan, kode: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return id, nama, jenis, status_nama and basis of the agencies, all of them when `kode` is empty."""
    opd = himpunan.opd.loc[list(kode)] if kode else himpunan.opd
    kolom = (opd[nama].to_list() for nama in ("nama", "jenis", "status_nama"))
    return [(str(satu), *isi, basis_of(himpunan, str(satu))) for satu, *isi in zip(opd.index, *kolom, strict=True)]


def count_tanpa_opd(tampak: Tampak) -> tuple[int, int]:
    """Return how many potensi and cooperations of a view name no agency on record."""
    indeks = tampak.indeks
    potensi, kerja_sama = (
        _total(topeng & (tabel.kolom["opd"].kode < 0))
        for topeng, tabel in (
            (tampak.mask_potensi, indeks.tabel_potensi),
            (tampak.mask_kerja_sama, indeks.tabel_kerja_sama),
        )
    )
    return potensi, kerja_sama


@lru_cache(maxsize=8)
def _sourced(indeks: Indeks) -> tuple[tuple[Topeng, Topeng], tuple[Topeng, Topeng]]:
    """Tell which rows name a source, and which one of class A: (potensi, kerja sama) of each."""
    tabel = (indeks.potensi, indeks.kerja_sama)
    bersumber = [np.array([len(daftar) > 0 for daftar in satu["sumber"]], dtype=np.bool_) for satu in tabel]
    resmi = [satu["kelas_sumber"].eq(KELAS_RESMI).to_numpy(np.bool_) for satu in tabel]
    return (bersumber[0], bersumber[1]), (resmi[0], resmi[1])


def _total(topeng: Topeng) -> int:
    return int(np.count_nonzero(topeng))


def _share(bagian: int, jumlah: int) -> float:
    return bagian / jumlah if jumlah else float("nan")
