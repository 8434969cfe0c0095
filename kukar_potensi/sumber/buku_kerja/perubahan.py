"""Tell what the good rows of a workbook change: cell by cell, what is recorded and what would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.skema_fakta import STATUS_VERIFIKASI

BARU: Final = "baru"
UBAH: Final = "ubah"

DILENGKAPI: Final = "dilengkapi"
DIBETULKAN: Final = "dibetulkan"
DIVERIFIKASI: Final = "diverifikasi"
TETAP: Final = "tetap"

_BELUM_TAHU: Final = frozenset(("", "belum diketahui", "belum ditetapkan", "tidak disebut"))
_MENGIKUTI: Final = frozenset(("tingkat",))


@dataclass(frozen=True)
class Perubahan:
    """One row that a merge adds or changes: its cells as (column, before, after); `baris` is its row in the sheet."""

    tabel: str
    id: str
    jenis: str
    nama: str
    sel: tuple[tuple[str, str, str], ...]
    baris: int = 0

    @property
    def macam(self) -> str:
        """What happens to a recorded row: blanks are filled, something recorded is replaced, or only its check is told."""
        if self.jenis == BARU:
            return BARU
        diganti = {k for k, lama, _ in self.sel if lama not in _BELUM_TAHU and k not in _MENGIKUTI}
        if diganti - {"status_verifikasi"}:
            return DIBETULKAN
        verifikasi = any(k == "status_verifikasi" and baru == STATUS_VERIFIKASI[1] for k, _, baru in self.sel)
        return DIVERIFIKASI if verifikasi and len(self.sel) == 1 else DILENGKAPI


def list_perubahan(baik: pd.DataFrame, tercatat: pd.DataFrame, formulir: Formulir) -> tuple[Perubahan, ...]:
    """Return the changes of good rows (index: row of the sheet) that bear the id of a recorded row and differ from it.

    `tercatat` are the recorded rows as text cells, index id. A blank is "".
    """
    kolom = formulir.tabel.nama_kolom[1:]
    letak_nama = kolom.index(formulir.kembar[0])
    beridentitas = baik[baik["id"].notna()].fillna("")
    baru = beridentitas[kolom]
    lama = tercatat.reindex(beridentitas["id"])[kolom].fillna("").set_axis(baru.index)
    berubah = baru.ne(lama).any(axis=1).to_numpy()
    hasil = []
    for nomor, kode, dulu, kini in zip(
        baru.index[berubah].tolist(),
        beridentitas["id"][berubah].tolist(),
        lama[berubah].to_numpy().tolist(),
        baru[berubah].to_numpy().tolist(),
        strict=True,
    ):
        sel = tuple(satu for satu in zip(kolom, dulu, kini, strict=True) if satu[1] != satu[2])
        hasil.append(Perubahan(formulir.tabel.nama, kode, UBAH, kini[letak_nama], sel, nomor))
    return tuple(hasil)


def count_macam(perubahan: tuple[Perubahan, ...]) -> Counter[str]:
    """Count the changed rows by what happens to them."""
    return Counter(satu.macam for satu in perubahan)


def word_cacah(cacah: Mapping[str, int]) -> str:
    """Write the counts as one phrase: "2 baru · 1 dilengkapi · 2 dibetulkan · 44 tetap"."""
    wajib = (BARU, DILENGKAPI, DIBETULKAN)
    urut = (BARU, DILENGKAPI, DIBETULKAN, DIVERIFIKASI, TETAP)
    ditulis = [satu for satu in urut if satu in wajib or cacah.get(satu) or (satu == TETAP and TETAP in cacah)]
    return " · ".join(f"{cacah.get(satu, 0)} {satu}" for satu in ditulis)
