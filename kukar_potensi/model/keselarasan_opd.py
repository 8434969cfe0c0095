"""Check an agency's rows against its duties, its area, the plans and the evaluation of the day.

Every figure is the number of rows that it opens: one mask, or one list of areas, gives both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.celah import closing_rows
from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import K1, K2, KATEGORI_DESA, SEMUA_ATURAN, TERVERIFIKASI
from kukar_potensi.model.evaluasi_kurang import missing_hanging, missing_term
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.milik_opd import PENGAMPU, WILAYAH, basis_of, duties_of, own_masks, view_of
from kukar_potensi.model.periksa_opd import Periksa
from kukar_potensi.model.status import SEGERA_BERAKHIR
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tempat import Bilangan, Topeng

DASAR_DIDUGA: Final = "pengetahuan umum"
"""`dasar_opd` of a cooperation whose agency no source names."""

SEKRETARIAT_TKKSD: Final = "Bagian Kerja Sama"
"""The agency whose name begins so acts for TKKSD (PENINDAK_TKKSD)."""

ATURAN_TKKSD: Final = (K1.id, K2.id)
"""Rules that TKKSD must decide, whichever agency leads the cooperation."""

_URUTAN_ATURAN: Final = {aturan.id: letak for letak, aturan in enumerate(SEMUA_ATURAN)}


@dataclass(frozen=True, eq=False)
class Keselarasan:
    """What one agency is told, under one filter on one day.

    `milik` is the view of its rows; `topeng_potensi` and `topeng_kerja_sama` tell for each
    figure (by id) which rows of the whole data set it opens, `wilayah` which areas.
    """

    opd: str
    basis: str
    tampak: Tampak
    milik: Tampak
    evaluasi: Evaluasi
    topeng_potensi: Mapping[str, Topeng]
    topeng_kerja_sama: Mapping[str, Topeng]
    wilayah: Mapping[str, tuple[str, ...]]

    @property
    def daftar(self) -> tuple[Periksa, ...]:
        """The figures that are shown for this agency."""
        return tuple(satu for satu in p.list_periksa(self.basis) if self.count(satu) or not satu.bila_ada)

    def count(self, periksa: Periksa) -> int:
        """Return the figure: as many rows, areas or lines of the agenda as it opens."""
        if periksa == p.AGENDA:
            return self._n_agenda
        if periksa.id in self.wilayah:
            return len(self.wilayah[periksa.id])
        return sum(
            int(np.count_nonzero(topeng[periksa.id]))
            for topeng in (self.topeng_potensi, self.topeng_kerja_sama)
            if periksa.id in topeng
        )

    def potensi(self, periksa: Periksa) -> pd.DataFrame:
        """Return the potensi that a figure opens, with the columns of `Tampak.potensi`."""
        return self.milik.indeks.potensi[_mask(self.topeng_potensi, periksa, len(self.milik.mask_potensi))]

    def kerja_sama(self, periksa: Periksa) -> pd.DataFrame:
        """Return the cooperations that a figure opens, with the columns of `Tampak.kerja_sama`."""
        return self.milik.indeks.kerja_sama[_mask(self.topeng_kerja_sama, periksa, len(self.milik.mask_kerja_sama))]

    def unjudged(self, periksa: Periksa) -> pd.DataFrame:
        """Return the agency's regional cooperations that a figure cannot judge.

        Columns of `Tampak.kerja_sama` and kurang (what is not on record, in words). Only the
        figures MENGGANTUNG and SEGERA have such rows.
        """
        kurang = self._kurang(periksa)
        return self.milik.indeks.kerja_sama.loc[kurang.index].assign(kurang=kurang)

    def count_unjudged(self, periksa: Periksa) -> int:
        """Return how many rows a figure cannot judge."""
        return len(self._kurang(periksa))

    def _kurang(self, periksa: Periksa) -> pd.Series:
        """Return what is missing, by id, for the rows that a figure cannot judge."""
        cari = {p.MENGGANTUNG.id: missing_hanging, p.SEGERA.id: missing_term}.get(periksa.id)
        if cari is None:
            return pd.Series(dtype="object")
        return cari(self.evaluasi).loc[self._dievaluasi].dropna()

    @cached_property
    def agenda(self) -> pd.DataFrame:
        """The agency's part of the agenda, columns as `Evaluasi.agenda`, most urgent rule first.

        The secretariat of TKKSD also has what TKKSD must decide about other agencies' rows.
        """
        sendiri = self.evaluasi.agenda(self._dievaluasi)
        titipan = self._titipan
        if not len(titipan):
            return sendiri
        semua = pd.concat([sendiri, self.evaluasi.agenda(titipan, ATURAN_TKKSD)], ignore_index=True)
        urut = np.argsort(semua["aturan"].map(_URUTAN_ATURAN).to_numpy(), kind="stable")
        return semua.iloc[urut].reset_index(drop=True)

    @cached_property
    def _n_agenda(self) -> int:
        """How many lines the agenda has, told without writing its sentences."""
        sendiri = sum(self.evaluasi.counts(self._dievaluasi).values())
        titipan = self.evaluasi.counts(self._titipan)
        return sendiri + sum(titipan[aturan] for aturan in ATURAN_TKKSD)

    @cached_property
    def _dievaluasi(self) -> pd.Index:
        """The agency's regional cooperations."""
        milik = self.milik
        return milik.indeks.kerja_sama.index[milik.mask_kerja_sama & regional_rows(milik.indeks)]

    @cached_property
    def _titipan(self) -> pd.Index:
        """Other agencies' cooperations, which the secretariat of TKKSD prepares for decision."""
        milik = self.milik
        if not is_sekretariat(milik.indeks.himpunan, self.opd):
            return milik.indeks.kerja_sama.index[:0]
        lain = self.tampak.mask_kerja_sama & ~milik.mask_kerja_sama & regional_rows(milik.indeks)
        return milik.indeks.kerja_sama.index[lain]


def is_sekretariat(himpunan: Himpunan, opd: str) -> bool:
    """Tell whether an agency acts for TKKSD."""
    return str(himpunan.opd.at[opd, "nama"]).startswith(SEKRETARIAT_TKKSD)


@lru_cache(maxsize=256)
def build_keselarasan(tampak: Tampak, evaluasi: Evaluasi, opd: str) -> Keselarasan:
    """Return what an agency is told of its rows in a view; `KeyError` for an unknown agency.

    `evaluasi` must be of the view's data set and day. The view's own OPD filter should be
    empty: the agency takes its place. What fills a gap is told from the whole data set, so
    that a filter never makes one.
    """
    himpunan = tampak.indeks.himpunan
    basis, milik = basis_of(himpunan, opd), view_of(tampak, opd)
    potensi, kerja_sama = _potensi_masks(milik, opd, basis), _kerja_sama_masks(milik, evaluasi, basis)
    ada, kosong = _areas(milik, opd, basis)
    wilayah = (
        {p.DESA_TERCAKUP.id: ada, p.DESA_KOSONG.id: kosong}
        if basis == WILAYAH
        else {p.TERCAKUP.id: ada, p.KECAMATAN_KOSONG.id: kosong}
    )
    return Keselarasan(opd, basis, tampak, milik, evaluasi, potensi, kerja_sama, wilayah)


@lru_cache(maxsize=8)
def regional_rows(indeks: Indeks) -> Topeng:
    """Tell which cooperations are regional; those of desa are evaluated apart (Permendagri 96/2017)."""
    return indeks.kerja_sama["kategori"].ne(KATEGORI_DESA).to_numpy(np.bool_)


def hanging_rows(indeks: Indeks, evaluasi: Evaluasi) -> Topeng:
    """Tell which regional cooperations hang."""
    return np.asarray(evaluasi.menggantung.to_numpy(np.bool_) & regional_rows(indeks), dtype=np.bool_)


@lru_cache(maxsize=8)
def unverified_rows(indeks: Indeks) -> tuple[Topeng, Topeng]:
    """Tell which potensi and which cooperations no agency has verified."""
    potensi, kerja_sama = (
        tabel["status_verifikasi"].ne(TERVERIFIKASI).to_numpy(np.bool_) for tabel in (indeks.potensi, indeks.kerja_sama)
    )
    return potensi, kerja_sama


@lru_cache(maxsize=8)
def covered_rows(indeks: Indeks) -> Topeng:
    """Tell which potensi share their urusan and at least one kecamatan with a living cooperation.

    Living as `celah.closing_rows` tells it. A potensi known only at regency level is covered
    by a cooperation of its urusan that is known only at regency level.
    """
    letak = {str(kode): posisi for posisi, kode in enumerate(indeks.himpunan.urusan.index)}
    lebar = len(indeks.himpunan.kecamatan) + 1
    menutup = np.zeros((len(letak), lebar), dtype=np.bool_)
    baris, urusan, kolom = _spread(indeks, letak, potensi=False)
    pakai = closing_rows(indeks)[baris]
    menutup[urusan[pakai], kolom[pakai]] = True
    baris, urusan, kolom = _spread(indeks, letak, potensi=True)
    tergarap = np.zeros(len(indeks.potensi), dtype=np.bool_)
    tergarap[baris[menutup[urusan, kolom]]] = True
    tergarap.flags.writeable = False
    return tergarap


@lru_cache(maxsize=8)
def count_seurusan(indeks: Indeks) -> Mapping[str, int]:
    """Return how many living cooperations of each urusan there are anywhere; absent: none."""
    hidup = indeks.kerja_sama["kode_urusan"][closing_rows(indeks)]
    return {str(kode): int(n) for kode, n in hidup.value_counts().items()}


def _mask(topeng: Mapping[str, Topeng], periksa: Periksa, panjang: int) -> Topeng:
    return topeng.get(periksa.id, np.zeros(panjang, dtype=np.bool_))


def _potensi_masks(milik: Tampak, opd: str, basis: str) -> dict[str, Topeng]:
    indeks, sendiri = milik.indeks, milik.mask_potensi
    urusan = duties_of(indeks.himpunan, opd)
    if basis == WILAYAH or not urusan:
        luar = np.zeros(len(sendiri), dtype=np.bool_)
    else:
        luar = ~indeks.potensi["kode_urusan"].isin(urusan).to_numpy(np.bool_)
    return {
        p.POTENSI.id: sendiri,
        p.BELUM_TERGARAP.id: sendiri & ~luar & ~covered_rows(indeks),
        p.BELUM_VERIFIKASI.id: sendiri & unverified_rows(indeks)[0],
        p.POTENSI_LUAR_URUSAN.id: sendiri & luar,
    }


def _kerja_sama_masks(milik: Tampak, evaluasi: Evaluasi, basis: str) -> dict[str, Topeng]:
    indeks, sendiri = milik.indeks, milik.mask_kerja_sama
    tabel, kena = indeks.kerja_sama, evaluasi.kena
    daerah = sendiri & regional_rows(indeks)
    hasil = {
        p.KERJA_SAMA.id: sendiri,
        p.MENGGANTUNG.id: sendiri & hanging_rows(indeks, evaluasi),
        p.SEGERA.id: daerah & tabel["status"].eq(SEGERA_BERAKHIR).to_numpy(np.bool_),
        p.TANPA_RENCANA.id: daerah & kena["S2"].to_numpy(np.bool_),
        p.BELUM_VERIFIKASI.id: sendiri & unverified_rows(indeks)[1],
    }
    if basis == PENGAMPU:
        hasil[p.LUAR_URUSAN.id] = daerah & kena["S1"].to_numpy(np.bool_)
        hasil[p.OPD_DIDUGA.id] = sendiri & tabel["dasar_opd"].eq(DASAR_DIDUGA).to_numpy(np.bool_)
    return hasil


def _areas(milik: Tampak, opd: str, basis: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (areas with a row in the view, areas of the view where the agency has no row at all)."""
    indeks = milik.indeks
    potensi, kerja_sama = indeks.tabel_potensi.tempat, indeks.tabel_kerja_sama.tempat
    if basis == WILAYAH:
        kode, cacah, pasangan = indeks.himpunan.desa.index, milik.cacah_desa, (potensi.desa, kerja_sama.desa)
    else:
        kode, cacah = indeks.himpunan.kecamatan.index, milik.cacah_kecamatan
        pasangan = (potensi.kecamatan, kerja_sama.kecamatan)
    sendiri = own_masks(indeks, opd)
    jumlah = pasangan[0].count(sendiri[0]) + pasangan[1].count(sendiri[1])
    return tuple(kode[cacah.tercakup].astype(str)), tuple(kode[cacah.terpilih & (jumlah == 0)].astype(str))


def _spread(indeks: Indeks, letak: Mapping[str, int], *, potensi: bool) -> tuple[Bilangan, Bilangan, Bilangan]:
    """Return (row, urusan, kecamatan) triples; rows in no kecamatan go to one last column, unknown urusan nowhere."""
    tabel = indeks.potensi if potensi else indeks.kerja_sama
    tempat = (indeks.tabel_potensi if potensi else indeks.tabel_kerja_sama).tempat
    urusan = np.array([letak.get(kode, -1) for kode in tabel["kode_urusan"]], dtype=np.int64)
    tanpa = np.flatnonzero(tempat.tanpa_wilayah)
    baris = np.concatenate([tempat.kecamatan.baris, tanpa])
    kolom = np.concatenate([tempat.kecamatan.wilayah, np.full(len(tanpa), len(indeks.himpunan.kecamatan))])
    dikenal = urusan[baris] >= 0
    return baris[dikenal], urusan[baris[dikenal]], kolom[dikenal]
