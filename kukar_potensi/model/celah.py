"""Find the gaps: relevant potensi of a sector and kecamatan where no cooperation is on record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.rubrik import BATAS_SEDANG
from kukar_potensi.model.status import AKTIF, SEGERA_BERAKHIR, TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Bilangan, Pasangan, Tempat, Topeng

BATAS_RELEVAN: Final = BATAS_SEDANG
"""Score from which a potensi counts as relevant: class sedang or tinggi."""

STATUS_MENUTUP: Final = (AKTIF, SEGERA_BERAKHIR, TIDAK_DIKETAHUI)
"""A cooperation of these statuses closes a gap; one that ended or is not in force does not."""

KATEGORI_TIDAK_MENUTUP: Final = ("Kerja sama desa", "Perlu keputusan TKKSD")
"""Village cooperation is counted apart; what TKKSD has yet to judge may be no cooperation."""

TINGKAT_KABUPATEN: Final = ""
"""Stands where a kecamatan's code would: rows known only at regency level."""

_DESIMAL: Final = 6

Matriks = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Petak:
    """Rows of one table as (row, sector, column) triples; a column is a kecamatan or the regency."""

    baris: Bilangan
    sektor: Bilangan
    kolom: Bilangan

    def where(self, topeng: Topeng) -> Petak:
        """Return the triples of the chosen rows."""
        pakai = topeng[self.baris]
        return Petak(self.baris[pakai], self.sektor[pakai], self.kolom[pakai])

    def within(self, kolom_terpilih: Topeng) -> Petak:
        """Return the triples of the chosen columns."""
        pakai = kolom_terpilih[self.kolom]
        return Petak(self.baris[pakai], self.sektor[pakai], self.kolom[pakai])

    def count(self, bentuk: tuple[int, int]) -> Matriks:
        """Return how many rows lie in each sector and column."""
        sel = self.sektor * bentuk[1] + self.kolom
        return np.bincount(sel, minlength=bentuk[0] * bentuk[1]).reshape(bentuk).astype(np.int64, copy=False)


@dataclass(frozen=True, eq=False)
class Celah:
    """The matrix sector x kecamatan of one view; the last column is the regency level.

    `sektor` and `kolom` name rows and columns (codes; the regency is ""). `potensi` and
    `kerja_sama` count what the filter leaves, `relevan` the potensi scored 50 or more,
    `menutup` the cooperations of the whole data set that close a gap on the day, and
    `celah` the relevant potensi where there is none. A row counts once in every column
    where it lies, so columns may add up to more than a total.
    """

    sektor: tuple[str, ...]
    kolom: tuple[str, ...]
    potensi: Matriks
    relevan: Matriks
    kerja_sama: Matriks
    menutup: Matriks
    petak_celah: Petak

    @cached_property
    def celah(self) -> Matriks:
        """Relevant potensi without cooperation, sector x column."""
        return self.petak_celah.count(self.potensi.shape)

    @property
    def jumlah_potensi(self) -> int:
        """Potensi with a gap in at least one place, each once."""
        return len(np.unique(self.petak_celah.baris))

    @property
    def jumlah_sel(self) -> int:
        """Sectors of a place that have a gap."""
        return int(np.count_nonzero(self.celah))

    def table(self) -> pd.DataFrame:
        """Return one line a sector and column that has any row.

        Columns: sektor, kode_kecamatan ("" the regency level), potensi, relevan,
        kerja_sama, menutup, celah (counts).
        """
        ada = (self.potensi > 0) | (self.kerja_sama > 0)
        letak_sektor, letak_kolom = np.nonzero(ada)
        return pd.DataFrame(
            {
                "sektor": [self.sektor[satu] for satu in letak_sektor],
                "kode_kecamatan": [self.kolom[satu] for satu in letak_kolom],
                "potensi": self.potensi[ada],
                "relevan": self.relevan[ada],
                "kerja_sama": self.kerja_sama[ada],
                "menutup": self.menutup[ada],
                "celah": self.celah[ada],
            }
        )


def find_celah(tampak: Tampak) -> Celah:
    """Return the gaps that a view shows, in the areas that its filter leaves.

    Potensi come from the filtered view; whether a cooperation closes a gap is told from the
    whole data set on the view's day, so that a filter never makes a gap.
    """
    indeks = tampak.indeks
    sektor = tuple(str(kode) for kode in indeks.himpunan.sektor.index)
    kolom = (*(str(kode) for kode in indeks.himpunan.kecamatan.index), TINGKAT_KABUPATEN)
    bentuk = (len(sektor), len(kolom))
    petak_potensi, petak_kerja_sama = spread_rows(indeks)
    menutup = petak_kerja_sama.where(closing_rows(indeks)).count(bentuk)
    terpilih = np.append(tampak.cacah_kecamatan.terpilih, True)
    dilihat = petak_potensi.where(tampak.mask_potensi).within(terpilih)
    relevan = dilihat.where(relevant_rows(indeks))
    terbuka = menutup[relevan.sektor, relevan.kolom] == 0
    return Celah(
        sektor=sektor,
        kolom=kolom,
        potensi=dilihat.count(bentuk),
        relevan=relevan.count(bentuk),
        kerja_sama=petak_kerja_sama.where(tampak.mask_kerja_sama).within(terpilih).count(bentuk),
        menutup=menutup,
        petak_celah=Petak(relevan.baris[terbuka], relevan.sektor[terbuka], relevan.kolom[terbuka]),
    )


def relevant_rows(indeks: Indeks) -> Topeng:
    """Tell which potensi score 50 or more; one that nobody rated is not relevant."""
    with np.errstate(invalid="ignore"):
        return np.asarray(np.round(indeks.skor_potensi, _DESIMAL) >= BATAS_RELEVAN, dtype=np.bool_)


def closing_rows(indeks: Indeks) -> Topeng:
    """Tell which cooperations close a gap on the index's day."""
    kerja_sama = indeks.kerja_sama
    menutup = kerja_sama["status"].isin(STATUS_MENUTUP) & ~kerja_sama["kategori"].isin(KATEGORI_TIDAK_MENUTUP)
    return menutup.to_numpy(np.bool_)


def spread_rows(indeks: Indeks) -> tuple[Petak, Petak]:
    """Return potensi and kerja sama by sector and place; rows of no known sector are left out."""
    return _spread_all(indeks.himpunan, indeks.tabel_potensi.tempat, indeks.tabel_kerja_sama.tempat)


@lru_cache(maxsize=8)
def _spread_all(himpunan: Himpunan, potensi: Tempat, kerja_sama: Tempat) -> tuple[Petak, Petak]:
    """Return the triples of both tables; other weights and filters share them."""
    letak = {str(kode): posisi for posisi, kode in enumerate(himpunan.sektor.index)}
    hasil = []
    for rows, tempat in ((himpunan.potensi, potensi), (himpunan.kerja_sama, kerja_sama)):
        sektor = np.array([letak.get(kode, -1) for kode in rows["sektor"]], dtype=np.int64)
        hasil.append(_spread(sektor, tempat.kecamatan, len(himpunan.kecamatan)))
    return hasil[0], hasil[1]


def _spread(sektor: Bilangan, pasangan: Pasangan, kolom_kabupaten: int) -> Petak:
    """Return the triples of one table, in row order; rows without any area go to the last column."""
    tanpa = np.ones(pasangan.jumlah_baris, dtype=np.bool_)
    tanpa[pasangan.baris] = False
    di_kabupaten = np.flatnonzero(tanpa)
    baris = np.concatenate([pasangan.baris, di_kabupaten])
    kolom = np.concatenate([pasangan.wilayah, np.full(len(di_kabupaten), kolom_kabupaten, dtype=np.int64)])
    urut = np.argsort(baris, kind="stable")
    baris, kolom = baris[urut], kolom[urut]
    dikenal = sektor[baris] >= 0
    return Petak(baris[dikenal], sektor[baris[dikenal]], kolom[dikenal])
