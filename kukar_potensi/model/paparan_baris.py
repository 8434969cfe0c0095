"""What the slides read of every row, told once a data set and day, so that a filter only picks and counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi, is_later
from kukar_potensi.model.evaluasi_aturan import KATEGORI_BELUM, KATEGORI_DESA
from kukar_potensi.model.evaluasi_kurang import missing_hanging
from kukar_potensi.model.paparan_bentuk import TERVERIFIKASI
from kukar_potensi.model.status import BELUM_BERLAKU
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.tempat import Topeng

Teks = npt.NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class BarisPotensi:
    """The potensi of a data set, in its order; an unknown OPD is ""."""

    nama: Teks
    kecamatan: Teks
    opd: Teks
    kelas_sumber: Teks
    terverifikasi: Topeng


@dataclass(frozen=True, eq=False)
class BarisKerjaSama:
    """The cooperations of a data set on a day, in its order; an unknown OPD is "".

    `daerah` leaves those between desa out, `belum` are those whose category TKKSD has yet to settle.
    `ditandatangani` were signed by that day, `kemudian` only after it; a draft is neither. `berakhir` is the end in words.
    """

    kode: Teks
    judul: dict[str, str]
    mitra: dict[str, str]
    kategori: dict[str, str]
    berakhir: dict[str, str]
    opd: Teks
    kelas_sumber: Teks
    terverifikasi: Topeng
    daerah: Topeng
    belum: Topeng
    ditandatangani: Topeng
    kemudian: Topeng
    berujukan: Topeng
    mendesak: Topeng


@lru_cache(maxsize=8)
def potensi_of(indeks: Indeks) -> BarisPotensi:
    """Return the potensi of an index."""
    rows = indeks.potensi
    return BarisPotensi(
        nama=_texts(rows["nama"]),
        kecamatan=_texts(rows["kode_kecamatan"]),
        opd=_known(rows["opd"]),
        kelas_sumber=_known(rows["kelas_sumber"]),
        terverifikasi=rows["status_verifikasi"].eq(TERVERIFIKASI).to_numpy(np.bool_),
    )


@lru_cache(maxsize=8)
def kerja_sama_of(indeks: Indeks) -> BarisKerjaSama:
    """Return the cooperations of an index."""
    rows = indeks.kerja_sama
    return BarisKerjaSama(
        kode=np.array([str(kode) for kode in rows.index], dtype=object),
        judul=texts_by_id(rows["judul"]),
        mitra=texts_by_id(rows["mitra"]),
        kategori=texts_by_id(rows["kategori"]),
        berakhir={kode: format_tanggal(teks) for kode, teks in texts_by_id(rows["tanggal_berakhir"]).items()},
        opd=_known(rows["opd"]),
        kelas_sumber=_known(rows["kelas_sumber"]),
        terverifikasi=rows["status_verifikasi"].eq(TERVERIFIKASI).to_numpy(np.bool_),
        daerah=rows["kategori"].ne(KATEGORI_DESA).to_numpy(np.bool_),
        belum=rows["kategori"].eq(KATEGORI_BELUM).to_numpy(np.bool_),
        ditandatangani=rows["status"].ne(BELUM_BERLAKU).to_numpy(np.bool_),
        kemudian=is_later(rows).to_numpy(np.bool_),
        berujukan=rows["rujukan_rencana"].notna().to_numpy(np.bool_),
        mendesak=rows["mendesak"].to_numpy(np.bool_),
    )


@dataclass(frozen=True, eq=False)
class _Kena:
    """What the evaluation says of every cooperation of an index, in its order."""

    kena: Topeng
    menggantung: Topeng
    hanya_laporan: Topeng
    belum_dinilai: Topeng


@lru_cache(maxsize=16)
def _rules(evaluasi: Evaluasi, indeks: Indeks) -> _Kena:
    kode = indeks.kerja_sama.index
    return _Kena(
        kena=evaluasi.kena.reindex(kode, fill_value=False).to_numpy(np.bool_),
        menggantung=evaluasi.menggantung.reindex(kode, fill_value=False).to_numpy(np.bool_),
        hanya_laporan=evaluasi.hanya_laporan.reindex(kode, fill_value=False).to_numpy(np.bool_),
        belum_dinilai=missing_hanging(evaluasi).reindex(kode).notna().to_numpy(np.bool_),
    )


def regional_mask(tampak: Tampak) -> Topeng:
    """Tell which cooperations of the whole data set are in the view and not between desa."""
    return np.asarray(tampak.mask_kerja_sama & kerja_sama_of(tampak.indeks).daerah, dtype=np.bool_)


def current_mask(tampak: Tampak) -> Topeng:
    """Tell which of the view's regional cooperations were there on its day: not those signed only later."""
    return np.asarray(regional_mask(tampak) & ~kerja_sama_of(tampak.indeks).kemudian, dtype=np.bool_)


def regional_ids(tampak: Tampak) -> list[str]:
    """Return the ids of the view's cooperations without those between desa."""
    daftar: list[str] = kerja_sama_of(tampak.indeks).kode[regional_mask(tampak)].tolist()
    return daftar


def met_rules(tampak: Tampak, evaluasi: Evaluasi, aturan: Sequence[str] | None = None) -> Topeng:
    """Return which rules (default: all, in their order) the view's regional cooperations meet, a row each."""
    kena = _rules(evaluasi, tampak.indeks).kena[regional_mask(tampak)]
    if aturan is None:
        return kena
    urutan = evaluasi.kena.columns.tolist()
    letak = [urutan.index(satu) for satu in aturan]
    return np.asarray(kena[:, letak], dtype=np.bool_)


def count_rules(tampak: Tampak, evaluasi: Evaluasi) -> dict[str, int]:
    """Return how many of the view's regional cooperations meet each rule, by rule id."""
    jumlah = met_rules(tampak, evaluasi).sum(axis=0).tolist()
    return dict(zip(evaluasi.kena.columns, jumlah, strict=True))


@dataclass(frozen=True)
class Penilaian:
    """How many of the view's regional cooperations were signed by the day, and what can be said of them.

    `menggantung` hang, `hanya_laporan` of them for want of a new report alone; `belum_dinilai`
    cannot be judged. `sisa` are the others: judged, and not hanging. `kemudian` were signed only later.
    """

    ditandatangani: int
    menggantung: int
    hanya_laporan: int
    belum_dinilai: int
    kemudian: int

    @property
    def sisa(self) -> int:
        """How many were judged and do not hang."""
        return self.ditandatangani - self.menggantung - self.belum_dinilai


def judge_view(tampak: Tampak, evaluasi: Evaluasi) -> Penilaian:
    """Return how many of the view's regional cooperations hang, cannot be judged, or do neither."""
    daerah, rows, isi = regional_mask(tampak), kerja_sama_of(tampak.indeks), _rules(evaluasi, tampak.indeks)
    tertanda = daerah & rows.ditandatangani
    return Penilaian(
        ditandatangani=int(np.count_nonzero(tertanda)),
        menggantung=int(np.count_nonzero(isi.menggantung & tertanda)),
        hanya_laporan=int(np.count_nonzero(isi.hanya_laporan & tertanda)),
        belum_dinilai=int(np.count_nonzero(isi.belum_dinilai & tertanda)),
        kemudian=int(np.count_nonzero(daerah & rows.kemudian)),
    )


def count_status(tampak: Tampak) -> dict[str, int]:
    """Return how many of the view's regional cooperations have each status."""
    kolom = tampak.indeks.tabel_kerja_sama.kolom["status"]
    jumlah = np.bincount(kolom.kode[regional_mask(tampak)] + 1, minlength=len(kolom.letak) + 1)
    return {status: int(jumlah[letak + 1]) for status, letak in kolom.letak.items()}


def count_verified(tampak: Tampak) -> tuple[int, int]:
    """Return how many rows of the view an OPD has verified, and how many rows there are."""
    potensi, kerja_sama = potensi_of(tampak.indeks), kerja_sama_of(tampak.indeks)
    sudah = np.count_nonzero(potensi.terverifikasi & tampak.mask_potensi)
    sudah += np.count_nonzero(kerja_sama.terverifikasi & tampak.mask_kerja_sama)
    return int(sudah), tampak.n_potensi + tampak.n_kerja_sama


def texts_by_id(kolom: pd.Series) -> dict[str, str]:
    """Return a column of texts by the id of its row."""
    return dict(zip(kolom.index.tolist(), kolom.tolist(), strict=True))


def _texts(kolom: pd.Series) -> Teks:
    """Return a column as plain values; places stay tuples."""
    isi = np.empty(len(kolom), dtype=object)
    isi[:] = kolom.tolist()
    return isi


def _known(kolom: pd.Series) -> Teks:
    """Return a column of texts, "" where nothing is known."""
    return np.array([satu if isinstance(satu, str) else "" for satu in kolom.tolist()], dtype=object)
