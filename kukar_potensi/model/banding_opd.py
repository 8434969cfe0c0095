"""Put every agency side by side: what it has, what hangs, what nobody verified, what has a source."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import hanging_rows, unverified_rows
from kukar_potensi.model.milik_opd import basis_of, own_masks
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Bilangan, Pasangan, Topeng

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
    tetap = _named(indeks.himpunan, kode)
    pasangan = _owned(indeks, tuple(tetap["id"]))

    def count(potensi: Topeng | bool = True, kerja_sama: Topeng | bool = True) -> tuple[Bilangan, Bilangan]:
        """Count each agency's rows of the view that these masks leave."""
        return pasangan[0].count(tampak.mask_potensi & potensi), pasangan[1].count(tampak.mask_kerja_sama & kerja_sama)

    n_potensi, n_kerja_sama = count()
    jumlah = n_potensi + n_kerja_sama
    bersumber, resmi = (np.add(*count(*satu)) for satu in _sourced(indeks))
    isi = tetap | {
        "potensi": n_potensi,
        "kerja_sama": n_kerja_sama,
        "menggantung": count(kerja_sama=hanging_rows(indeks, evaluasi))[1],
        "belum_verifikasi": np.add(*count(*unverified_rows(indeks))),
        "bersumber": _share(bersumber, jumlah),
        "resmi": _share(resmi, jumlah),
    }
    urut = np.argsort(-jumlah, kind="stable")  # the agencies are in the order of their names
    return pd.DataFrame({nama: isi[nama][urut] for nama in KOLOM}, index=pd.Index(isi["id"][urut], name="id"))


@lru_cache(maxsize=64)
def _named(himpunan: Himpunan, kode: tuple[str, ...]) -> dict[str, npt.NDArray[Any]]:
    """Return id, nama, jenis, status_nama and basis of the agencies by name, all of them when `kode` is empty."""
    opd = (himpunan.opd.loc[list(kode)] if kode else himpunan.opd).sort_values("nama", kind="stable")
    hasil = {nama: opd[nama].to_numpy(object) for nama in ("nama", "jenis", "status_nama")}
    basis = [basis_of(himpunan, str(satu)) for satu in opd.index]
    return {"id": opd.index.to_numpy(object), **hasil, "basis": np.array(basis, dtype=object)}


@lru_cache(maxsize=16)
def _owned(indeks: Indeks, opd: tuple[str, ...]) -> tuple[Pasangan, Pasangan]:
    """Return which potensi and which cooperations are whose, as pairs (row, position of the agency)."""
    topeng = [own_masks(indeks, satu) for satu in opd]
    hasil = []
    for ke, tabel in enumerate((indeks.potensi, indeks.kerja_sama)):
        milik = np.array([satu[ke] for satu in topeng], dtype=np.bool_).reshape(len(opd), len(tabel))
        baris, pemilik = np.nonzero(milik.T)
        hasil.append(Pasangan(baris, pemilik, len(tabel), len(opd)))
    return hasil[0], hasil[1]


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


def _share(bagian: Bilangan, jumlah: Bilangan) -> npt.NDArray[np.float64]:
    """Return shares 0-1; NaN where there is nothing to share."""
    hasil = np.full(len(jumlah), np.nan)
    np.divide(bagian, jumlah, out=hasil, where=jumlah > 0)
    return hasil
