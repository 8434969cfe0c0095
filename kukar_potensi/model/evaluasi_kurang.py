"""Tell which cooperations a rule cannot judge, and what the record would need for it.

A figure of 0 reassures only where the rules could be applied. A row that does not hang but
whose term, kind of document or reports nobody recorded might hang all the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import DIHENTIKAN, JENIS_INDUK, JENIS_TIDAK_DISEBUT, KATEGORI_DESA
from kukar_potensi.model.status import BELUM_BERLAKU, BERAKHIR, TIDAK_DIKETAHUI
from kukar_potensi.model.teks import format_angka

MASA_BERLAKU: Final = "masa berlaku"
JENIS_DOKUMEN: Final = "jenis dokumen"
TANDA_TANGAN: Final = "tanggal tanda tangan"
LAPORAN: Final = "laporan pelaksanaan"
HANYA_RENCANA: Final = "laporan pelaksanaan (yang tercatat hanya rencana)"
SEMUA_KURANG: Final = (MASA_BERLAKU, JENIS_DOKUMEN, TANDA_TANGAN, LAPORAN, HANYA_RENCANA)

MENGGANTUNG_YA: Final = "menggantung"
MENGGANTUNG_TIDAK: Final = "tidak"
BELUM_DINILAI: Final = "belum dapat dinilai"

_KALIMAT: Final = tuple(
    ", ".join(nama for letak, nama in enumerate(SEMUA_KURANG) if kode >> letak & 1)
    for kode in range(2 ** len(SEMUA_KURANG))
)


@lru_cache(maxsize=16)
def missing_hanging(evaluasi: Evaluasi) -> pd.Series:
    """Return, by id, what is not on record so that "does not hang" cannot be said; null where it can.

    Asked of rows that M1-M3 do not meet and that are in force as far as is known: M1 needs
    the end of the term, M2 the kind of document (of a KB or nota also the signing; not of
    village cooperation), M3 a report. One not yet signed or stopped by decision is judged.
    """
    bahan = evaluasi.bahan
    jenis = bahan["jenis_dokumen"]
    tanpa_laporan = bahan["n_laporan"].eq(0) & bahan["status"].ne(BERAKHIR)
    bagian = (
        bahan["berakhir_akhir"].isna(),
        (jenis.isna() | jenis.eq(JENIS_TIDAK_DISEBUT)) & bahan["kategori"].ne(KATEGORI_DESA),
        jenis.isin(JENIS_INDUK)
        & bahan["ttd_akhir"].isna()
        & ~bahan["punya_turunan"]
        & bahan["kategori"].ne(KATEGORI_DESA),
        tanpa_laporan & bahan["rencana_teks"].isna(),
        tanpa_laporan & bahan["rencana_teks"].notna(),
    )
    kode = sum(satu.to_numpy(np.int64) << letak for letak, satu in enumerate(bagian))
    selesai = bahan["status"].eq(BELUM_BERLAKU) | bahan["keputusan"].eq(DIHENTIKAN) | evaluasi.menggantung
    return _texts(np.where(selesai.to_numpy(bool), 0, kode), bahan.index)


@lru_cache(maxsize=16)
def missing_term(evaluasi: Evaluasi) -> pd.Series:
    """Return, by id, what is not on record so that its coming end cannot be told; null where it can."""
    tanpa = evaluasi.bahan["status"].eq(TIDAK_DIKETAHUI).to_numpy(np.int64)
    return _texts(tanpa << SEMUA_KURANG.index(MASA_BERLAKU), evaluasi.bahan.index)


@lru_cache(maxsize=16)
def hanging_words(evaluasi: Evaluasi) -> pd.Series:
    """Return, by id: "menggantung", "tidak", or "belum dapat dinilai"."""
    kata = np.where(missing_hanging(evaluasi).notna(), BELUM_DINILAI, MENGGANTUNG_TIDAK)
    kata = np.where(evaluasi.menggantung.to_numpy(bool), MENGGANTUNG_YA, kata)
    return pd.Series(kata, index=evaluasi.bahan.index, dtype="str")


def unjudged_text(n: int) -> str:
    """Return what follows a figure: " · 5 belum dapat dinilai", empty for none."""
    return f" · {format_angka(n)} {BELUM_DINILAI}" if n else ""


def _texts(kode: npt.NDArray[np.int64], index: pd.Index) -> pd.Series:
    """Return the missing parts in words; each bit of a code is one of `SEMUA_KURANG`."""
    return pd.Series([_KALIMAT[satu] or None for satu in kode.tolist()], index=index, dtype="object")
