"""Evaluate every cooperation on a day: which rules it meets, why, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.evaluasi_alasan import ALASAN, Saran
from kukar_potensi.model.evaluasi_aturan import (
    ATURAN,
    ATURAN_LAPORAN,
    ATURAN_MENGGANTUNG,
    BATAS_LAPORAN_BULAN,
    BATAS_SELISIH_BULAN,
    BATAS_TURUNAN_BULAN,
    DIHENTIKAN,
    DIPERPANJANG,
    DITINGKATKAN,
    HANYA_LAPORAN,
    JENIS_INDUK,
    JENIS_SINERGI,
    JENIS_TIDAK_DISEBUT,
    KATEGORI_BELUM,
    KATEGORI_DESA,
    KATEGORI_KSDD,
    KATEGORI_SINERGI,
    SEMUA_ATURAN,
    SIFAT_BELUM,
    TERVERIFIKASI,
)
from kukar_potensi.model.evaluasi_bahan import build_bahan
from kukar_potensi.model.evaluasi_langkah import decide_langkah
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jangka import BULAN_SETAHUN, Hari, add_months
from kukar_potensi.model.rantai import Rantai, build_rantai
from kukar_potensi.model.status import (
    BELUM_BERLAKU,
    BERAKHIR,
    PRESISI_BELUM_DITANDATANGANI,
    SEGERA_BERAKHIR,
)

KOLOM_AGENDA: Final = ("aturan", "id", "opd", "penindak", "alasan", "langkah", "tindakan", "urut")

_BarisAgenda = tuple[str, str, str | None, str, str, str, str, float]
_Topeng = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Evaluasi:
    """The evaluation of one register on one day.

    `kena` (index id, one bool column a rule, most urgent rule first) says which rules each
    cooperation meets; `menggantung` (bool) whether one of the rules M1-M3 is among them.
    `bahan` is what the rules looked at (see `build_bahan`), `rantai` the chains of documents.
    """

    tanggal: date
    bahan: pd.DataFrame
    kena: pd.DataFrame
    rantai: Rantai

    @cached_property
    def menggantung(self) -> pd.Series:
        """Whether a cooperation hangs: it meets M1, M2 or M3."""
        return self.kena[list(ATURAN_MENGGANTUNG)].any(axis=1)

    @cached_property
    def hanya_laporan(self) -> pd.Series:
        """Whether a cooperation hangs for no other reason than that no new report is on record (M3)."""
        lain = [aturan for aturan in ATURAN_MENGGANTUNG if aturan != ATURAN_LAPORAN]
        return self.kena[ATURAN_LAPORAN] & ~self.kena[lain].any(axis=1)

    def counts(self, kode: pd.Index | None = None) -> dict[str, int]:
        """Return how many of the cooperations `kode` (default: all) meet each rule, by rule id."""
        isi = self.kena.to_numpy(bool)[self._positions(kode)]
        return dict(zip(self.kena.columns, isi.sum(axis=0).tolist(), strict=True))

    def agenda(
        self, kode: pd.Index | None = None, aturan: Iterable[str] | None = None, paling_banyak: int | None = None
    ) -> pd.DataFrame:
        """Return what needs a decision, one row a rule and cooperation, most urgent first.

        `kode` limits to those cooperations, `aturan` to those rules, `paling_banyak` to so
        many rows a rule. Columns: aturan (rule id), id, opd (id, null unknown), penindak
        (who must act), alasan (the reason in words), langkah (one of SEMUA_LANGKAH, or TUNGGU),
        tindakan (the next thing to do) and urut (smaller is more urgent within a rule).
        """
        letak = self._positions(kode)
        pilihan = set(ATURAN) if aturan is None else set(aturan)
        bagian = [self._one_rule(satu.id, letak, paling_banyak) for satu in SEMUA_ATURAN if satu.id in pilihan]
        baris = [isi for daftar in bagian for isi in daftar]
        return pd.DataFrame(baris, columns=list(KOLOM_AGENDA))

    def _positions(self, kode: pd.Index | None) -> npt.NDArray[np.intp]:
        if kode is None:
            return np.arange(len(self.kena), dtype=np.intp)
        letak = self.kena.index.get_indexer(kode)
        return np.asarray(letak[letak >= 0], dtype=np.intp)

    @cached_property
    def _baris(self) -> list[Any]:
        return list(self.bahan.itertuples())

    @cached_property
    def _urut(self) -> dict[str, npt.NDArray[np.float64]]:
        return {satu.id: _order(satu.id, self.bahan) for satu in SEMUA_ATURAN}

    def _one_rule(self, aturan: str, letak: npt.NDArray[np.intp], paling_banyak: int | None) -> list[_BarisAgenda]:
        """Return the rows of one rule in order; reasons are written only for rows returned."""
        kena = letak[self.kena[aturan].to_numpy(bool)[letak]]
        urut = self._urut[aturan][kena]
        susunan = np.argsort(urut, kind="stable")[:paling_banyak]
        tulis = ALASAN[aturan]
        hanya = self.hanya_laporan.to_numpy(bool) if aturan == ATURAN_LAPORAN else np.zeros(len(self.kena), bool)
        kategori, di_luar = self.kena["K1"].to_numpy(bool), self.kena["S1"].to_numpy(bool)
        hasil: list[_BarisAgenda] = []
        for nilai, posisi in zip(urut[susunan], kena[susunan], strict=True):
            baris = self._baris[posisi]
            saran: Saran = tulis(baris, self.tanggal)
            opd = baris.opd if isinstance(baris.opd, str) else None
            langkah = decide_langkah(
                aturan, saran, baris, kategori_terbuka=bool(kategori[posisi]), opd_terbuka=bool(di_luar[posisi])
            )
            alasan = f"{saran.alasan} {HANYA_LAPORAN}" if hanya[posisi] else saran.alasan
            kode = str(baris.Index)
            hasil.append((aturan, kode, opd, langkah.penindak, alasan, langkah.langkah, langkah.tindakan, float(nilai)))
        return hasil


def build_evaluasi(himpunan: Himpunan, tanggal: date) -> Evaluasi:
    """Return the evaluation of every cooperation on `tanggal`.

    Partial dates are read so that nothing is claimed too early: an age counts from the last
    possible day of signing, a silence from the last possible day of the last report. One signed
    only after that day meets no rule: it was not there yet. A draft that nobody has signed is asked.
    """
    rantai = build_rantai(himpunan.kerja_sama)
    bahan = build_bahan(himpunan, rantai, tanggal)
    ada = ~is_later(bahan).to_numpy(bool)
    kena = {aturan.id: _UJI[aturan.id](bahan, tanggal) & ada for aturan in SEMUA_ATURAN}
    return Evaluasi(tanggal, bahan, pd.DataFrame(kena, index=bahan.index, dtype=bool), rantai)


def is_later(kerja_sama: pd.DataFrame) -> pd.Series:
    """Tell which cooperations (with their status on a day) were signed only after that day."""
    belum = kerja_sama["status"].eq(BELUM_BERLAKU)
    return belum & kerja_sama["presisi_ttd"].ne(PRESISI_BELUM_DITANDATANGANI)


def _is_hidup(bahan: pd.DataFrame) -> _Topeng:
    """In force as far as the record tells: begun, not ended, not stopped."""
    selesai = bahan["status"].isin([BERAKHIR, BELUM_BERLAKU]) | bahan["keputusan"].eq(DIHENTIKAN)
    return (~selesai).to_numpy(bool)


def _w1(bahan: pd.DataFrame, _: date) -> _Topeng:
    return (bahan["mendesak"] & bahan["keputusan"].isna()).to_numpy(bool)


def _w2(bahan: pd.DataFrame, _: date) -> _Topeng:
    segera = bahan["status"].eq(SEGERA_BERAKHIR) & ~bahan["mendesak"]
    return (segera & bahan["keputusan"].isna()).to_numpy(bool)


def _m1(bahan: pd.DataFrame, _: date) -> _Topeng:
    return (bahan["status"].eq(BERAKHIR) & bahan["keputusan"].isna()).to_numpy(bool)


def _m2(bahan: pd.DataFrame, tanggal: date) -> _Topeng:
    """Leave an ended one to M1, unless it was decided that it goes on."""
    diteruskan = (bahan["status"].eq(BERAKHIR) & bahan["keputusan"].isin([DIPERPANJANG, DITINGKATKAN])).to_numpy(bool)
    induk = bahan["jenis_dokumen"].isin(JENIS_INDUK) & bahan["kategori"].ne(KATEGORI_DESA)
    lama = _is_older(bahan["ttd_akhir"], BATAS_TURUNAN_BULAN, tanggal)
    tanpa_turunan = ~bahan["punya_turunan"].to_numpy(bool)
    return np.asarray((_is_hidup(bahan) | diteruskan) & induk.to_numpy(bool) & lama & tanpa_turunan)


def _m3(bahan: pd.DataFrame, tanggal: date) -> _Topeng:
    return _is_hidup(bahan) & _is_older(bahan["laporan_terakhir"], BATAS_LAPORAN_BULAN, tanggal)


def _n1(bahan: pd.DataFrame, _: date) -> _Topeng:
    diputuskan = bahan["keputusan"].isin([DIPERPANJANG, DITINGKATKAN])
    siap = diputuskan & bahan["status_verifikasi"].eq(TERVERIFIKASI) & bahan["n_laporan"].gt(0)
    return (siap & bahan["status"].ne(BELUM_BERLAKU) & ~bahan["punya_turunan"]).to_numpy(bool)


def _s1(bahan: pd.DataFrame, _: date) -> _Topeng:
    return bahan["di_luar_urusan"].to_numpy(bool) & _is_belum_selesai(bahan)


def _s2(bahan: pd.DataFrame, _: date) -> _Topeng:
    return bahan["rujukan_rencana"].isna().to_numpy(bool) & _is_belum_selesai(bahan)


def _k1(bahan: pd.DataFrame, _: date) -> _Topeng:
    sifat = bahan["sifat_ksdd"].isna() | bahan["sifat_ksdd"].eq(SIFAT_BELUM)
    return (bahan["kategori"].eq(KATEGORI_BELUM) | (bahan["kategori"].eq(KATEGORI_KSDD) & sifat)).to_numpy(bool)


def _k2(bahan: pd.DataFrame, _: date) -> _Topeng:
    jenis = bahan["jenis_dokumen"]
    cocok = jenis.isna() | jenis.isin([*JENIS_SINERGI, JENIS_TIDAK_DISEBUT])
    return (bahan["kategori"].eq(KATEGORI_SINERGI) & ~cocok).to_numpy(bool)


def _d4(bahan: pd.DataFrame, _: date) -> _Topeng:
    """Both dates as wide as they are known; where the signing is only a latest day, nothing is told."""
    tahun = bahan["jangka_tahun"].to_numpy(np.float64)
    tahu = ~np.isnan(tahun) & bahan["presisi_ttd"].isin(["hari", "bulan", "tahun", "hari diragukan"]).to_numpy(bool)
    lama = np.where(tahu, tahun * BULAN_SETAHUN, 0).astype(np.int64)
    ttd_awal, ttd_akhir, awal, akhir = (
        bahan[kolom].to_numpy().astype("datetime64[D]")
        for kolom in ("ttd_awal", "ttd_akhir", "berakhir_awal", "berakhir_akhir")
    )
    terlalu_awal = akhir < add_months(ttd_awal, lama - BATAS_SELISIH_BULAN)
    terlalu_lambat = awal > add_months(ttd_akhir, lama + BATAS_SELISIH_BULAN)
    return np.asarray(tahu & (terlalu_awal | terlalu_lambat))


def _d1(bahan: pd.DataFrame, _: date) -> _Topeng:
    """Not asked before signing, and not after a decision to stop."""
    ttd = bahan["ttd_awal"].isna() | bahan["ttd_awal"].ne(bahan["ttd_akhir"])
    ttd |= bahan["presisi_ttd"].notna() & bahan["presisi_ttd"].ne("hari")
    akhir = bahan["berakhir_akhir"].isna() | bahan["berakhir_awal"].ne(bahan["berakhir_akhir"])
    akhir |= bahan["dasar_berakhir"].eq("disimpulkan")
    akhir |= bahan["status"].eq(BERAKHIR) & bahan["keputusan"].eq(DIPERPANJANG)
    perlu = ~bahan["presisi_ttd"].eq(PRESISI_BELUM_DITANDATANGANI) & ~bahan["keputusan"].eq(DIHENTIKAN)
    return ((ttd | akhir) & perlu).to_numpy(bool)


def _d2(bahan: pd.DataFrame, _: date) -> _Topeng:
    return (bahan["jenis_dokumen"].isna() | bahan["jenis_dokumen"].eq(JENIS_TIDAK_DISEBUT)).to_numpy(bool)


def _d3(bahan: pd.DataFrame, _: date) -> _Topeng:
    return bahan["masalah_rantai"].notna().to_numpy(bool)


_UJI: Final[dict[str, Callable[[pd.DataFrame, date], _Topeng]]] = {
    "W1": _w1, "M1": _m1, "W2": _w2, "M2": _m2, "M3": _m3, "N1": _n1,
    "S1": _s1, "K1": _k1, "K2": _k2, "D3": _d3, "D2": _d2, "D1": _d1, "D4": _d4, "S2": _s2,
}  # fmt: skip


def _is_belum_selesai(bahan: pd.DataFrame) -> _Topeng:
    """Not ended and not stopped; one not yet signed is asked too."""
    return (bahan["status"].ne(BERAKHIR) & ~bahan["keputusan"].eq(DIHENTIKAN)).to_numpy(bool)


def _is_older(hari: pd.Series, bulan: int, tanggal: date) -> _Topeng:
    """Tell whether more than so many calendar months have passed; False where unknown."""
    sejak: Hari = pd.to_datetime(hari).to_numpy().astype("datetime64[D]")
    return np.asarray(add_months(sejak, bulan) < np.datetime64(tanggal, "D"))


def _order(aturan: str, bahan: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return what sorts the rows of a rule: least days left, longest ended, oldest, longest silent."""
    kolom = {"W1": "sisa_hari", "W2": "sisa_hari", "M1": "sisa_hari", "M2": "umur_bulan", "M3": "jeda_bulan"}.get(
        aturan
    )
    if kolom is None:
        return np.zeros(len(bahan))
    nilai = np.asarray(bahan[kolom].astype("float64"), dtype=np.float64)
    return -nilai if kolom in ("umur_bulan", "jeda_bulan") else nilai
