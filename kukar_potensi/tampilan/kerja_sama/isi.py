"""What the page Kerja Sama shows: the filtered rows, their evaluation, and the figure that is chosen.

Regional cooperation and cooperation between desa are counted apart (Permendagri 96/2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import KATEGORI_BELUM
from kukar_potensi.model.evaluasi_kurang import missing_hanging
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import hanging_rows, regional_rows
from kukar_potensi.model.status import AKTIF, BELUM_BERLAKU, BERAKHIR, SEGERA_BERAKHIR, TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import MASUK_MUNGKIN, MASUK_YA, Indeks, Tampak
from kukar_potensi.model.tempat import Topeng
from kukar_potensi.tampilan.konteks import Konteks

SEMUA = "semua"
TERCATAT = "tercatat"
MENDESAK = "mendesak"
MENGGANTUNG = "menggantung"
DESA = "desa"
POSISI = (
    SEMUA, TERCATAT, MENGGANTUNG, MENDESAK, SEGERA_BERAKHIR, AKTIF, BERAKHIR, TIDAK_DIKETAHUI, BELUM_BERLAKU, DESA,
)  # fmt: skip
"""The figures of the page; each chooses the rows that it counts. The first is the default."""

_JUMLAH = ("mungkin_210", "belum_kategori", "belum_dinilai", "ditandatangani", "hanya_laporan")
"""Numbers told beside a figure; fields of `Isi`."""

KUNCI_POSISI = "posisi"
KUNCI_KARTU = "kartu"


@dataclass(frozen=True, eq=False)
class Isi:
    """Rows of the filter and the day, split by figure.

    `topeng` says for each figure which rows of `tabel` it counts; `mungkin_210` how many more may belong to
    the 210 reported, `belum_kategori` of how many of the recorded ones nobody has decided the category,
    `belum_dinilai` of how many regional rows it cannot be told whether they hang, `ditandatangani` how many were
    signed by the day, `hanya_laporan` how many hang for want of a new report alone.
    """

    himpunan: Himpunan
    evaluasi: Evaluasi
    tampak: Tampak
    topeng: dict[str, Topeng]
    mungkin_210: int
    belum_kategori: int
    belum_dinilai: int
    ditandatangani: int
    hanya_laporan: int

    @property
    def tabel(self) -> pd.DataFrame:
        """`Tampak.kerja_sama`; made when asked for."""
        return self.tampak.kerja_sama

    def count(self, posisi: str) -> int:
        """Return how many rows a figure counts."""
        return int(self.topeng[posisi].sum())

    def rows(self, posisi: str) -> pd.DataFrame:
        """Return the rows that a figure counts."""
        return self.tabel[self.topeng[posisi]]

    def places(self, posisi: str) -> npt.NDArray[np.int64]:
        """Return where the rows that a figure counts stand in `Indeks.kerja_sama`."""
        return np.flatnonzero(self.tampak.mask_kerja_sama)[self.topeng[posisi]]


@lru_cache(maxsize=24)
def get_evaluasi(himpunan: Himpunan, tanggal: date) -> Evaluasi:
    """Return the evaluation of every cooperation on a day, shared by all sessions."""
    return build_evaluasi(himpunan, tanggal)


def read_isi(konteks: Konteks) -> Isi:
    """Return what the page shows under this filter and day."""
    return _build(konteks.tampak, konteks.himpunan, konteks.tanggal)


@lru_cache(maxsize=64)
def _build(tampak: Tampak, himpunan: Himpunan, tanggal: date) -> Isi:
    evaluasi = get_evaluasi(himpunan, tanggal)
    baris = np.flatnonzero(tampak.mask_kerja_sama)
    topeng = {nama: satu[baris] for nama, satu in _masks(tampak.indeks, evaluasi).items()}
    jumlah = {nama: int(topeng.pop(nama).sum()) for nama in _JUMLAH}
    return Isi(himpunan, evaluasi, tampak, topeng, **jumlah)


@lru_cache(maxsize=24)
def _masks(indeks: Indeks, evaluasi: Evaluasi) -> dict[str, Topeng]:
    """Tell for each figure, and each number that is told beside one, which of all cooperations of a day it counts."""
    tabel = indeks.kerja_sama
    daerah = regional_rows(indeks)
    status = tabel["status"].to_numpy()
    tercatat = daerah & tabel["masuk_210"].eq(MASUK_YA).to_numpy(np.bool_)
    menurut_status = {
        satu: daerah & (status == satu) for satu in (AKTIF, SEGERA_BERAKHIR, BERAKHIR, TIDAK_DIKETAHUI, BELUM_BERLAKU)
    }
    return menurut_status | {
        SEMUA: daerah,
        TERCATAT: tercatat,
        MENDESAK: daerah & tabel["mendesak"].to_numpy(np.bool_),
        MENGGANTUNG: hanging_rows(indeks, evaluasi),
        DESA: ~daerah,
        "mungkin_210": daerah & tabel["masuk_210"].eq(MASUK_MUNGKIN).to_numpy(np.bool_),
        "belum_kategori": tercatat & tabel["kategori"].eq(KATEGORI_BELUM).to_numpy(np.bool_),
        "belum_dinilai": daerah & missing_hanging(evaluasi).reindex(tabel.index).notna().to_numpy(np.bool_),
        "ditandatangani": daerah & (status != BELUM_BERLAKU),
        "hanya_laporan": daerah & evaluasi.hanya_laporan.reindex(tabel.index).to_numpy(np.bool_),
    }


def chosen_posisi() -> str:
    """Return the figure chosen in the address; the whole register when none or an unknown one."""
    pilihan = st.query_params.get(KUNCI_POSISI, SEMUA)
    return pilihan if pilihan in POSISI else SEMUA


def choose_posisi(posisi: str) -> None:
    """Choose a figure; choosing the chosen one again, or the first, shows everything."""
    if posisi in (SEMUA, chosen_posisi()):
        st.query_params.pop(KUNCI_POSISI, None)
    else:
        st.query_params[KUNCI_POSISI] = posisi


def chosen_kartu(himpunan: Himpunan) -> str:
    """Return the id of the opened cooperation, empty for none or an unknown one."""
    kode = st.query_params.get(KUNCI_KARTU, "")
    return kode if kode in himpunan.kerja_sama.index else ""


def open_kartu(kode: str) -> None:
    """Open the card of a cooperation; an empty id closes it."""
    if kode:
        st.query_params[KUNCI_KARTU] = kode
    else:
        st.query_params.pop(KUNCI_KARTU, None)
