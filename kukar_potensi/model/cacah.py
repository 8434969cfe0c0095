"""Count rows by area: the one function behind map, table, cards and export."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kukar_potensi.model.rubrik import Angka
from kukar_potensi.model.tempat import Bilangan, Pasangan, Topeng


@dataclass(frozen=True, eq=False)
class Cacah:
    """Counts of every area of one level, in the order of the areas' table.

    `potensi`, `kerja_sama`, `potensi_tinggi` count rows; `relevansi` is the mean score of
    the area's potensi (NaN without any); `terpilih` tells areas that the filter leaves;
    `tercakup` those of them with at least one row. `potensi_semua`, `kerja_sama_semua`
    count without any filter: 0 there means no data yet, not "filtered to 0".
    """

    potensi: Bilangan
    kerja_sama: Bilangan
    potensi_tinggi: Bilangan
    relevansi: Angka
    tercakup: Topeng
    terpilih: Topeng
    potensi_semua: Bilangan
    kerja_sama_semua: Bilangan


@dataclass(frozen=True, eq=False)
class Terhitung:
    """The rows that count: masks over potensi and kerja sama, and the scores of potensi."""

    potensi: Topeng
    kerja_sama: Topeng
    tinggi: Topeng
    skor: Angka


def count_areas(baris: Terhitung, potensi: Pasangan, kerja_sama: Pasangan, terpilih: Topeng | None = None) -> Cacah:
    """Return the counts of every area of the level that the pairs are of.

    A row counts once in every area where it lies, so areas may add up to more than the
    total. `terpilih` are the areas that the filter leaves, None for all.
    """
    n_potensi, n_kerja_sama = potensi.count(baris.potensi), kerja_sama.count(baris.kerja_sama)
    dipakai = np.ones(potensi.jumlah_wilayah, dtype=np.bool_) if terpilih is None else terpilih
    return Cacah(
        potensi=n_potensi,
        kerja_sama=n_kerja_sama,
        potensi_tinggi=potensi.count(baris.potensi & baris.tinggi),
        relevansi=potensi.mean(baris.potensi, baris.skor),
        tercakup=dipakai & (n_potensi + n_kerja_sama > 0),
        terpilih=dipakai,
        potensi_semua=potensi.jumlah_per_wilayah,
        kerja_sama_semua=kerja_sama.jumlah_per_wilayah,
    )
