"""Give the one filtered view that map, table, cards and export are made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.indeks import IndeksTabel, Kosakata, encode_column
from kukar_potensi.model.kamus import KERJA_SAMA, POTENSI, Kamus, build_kamus, row_years
from kukar_potensi.model.relevansi import nilai_matrix
from kukar_potensi.model.rubrik import TINGGI, Angka, as_bobot, summary_frame
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.status import status_table
from kukar_potensi.model.tempat import Bilangan, Pasangan, Topeng, locate_rows

MASUK_YA = "ya"
MASUK_MUNGKIN = "kemungkinan"


@dataclass(frozen=True, eq=False)
class Indeks:
    """Everything about a data set on a date that no filter changes, as arrays.

    Build it once per (himpunan.versi, tanggal, bobot) and share it between sessions; it
    never changes. `potensi` and `kerja_sama` are the tables with status and score added,
    `nilai_potensi` and `nilai_kerja_sama` the ratings (rows x 6) for other weights.
    """

    himpunan: Himpunan
    tanggal: date
    kamus: Kamus
    potensi: pd.DataFrame
    kerja_sama: pd.DataFrame
    nilai_potensi: Angka
    nilai_kerja_sama: Angka
    tabel_potensi: IndeksTabel
    tabel_kerja_sama: IndeksTabel
    skor_potensi: Angka
    tinggi_potensi: Topeng
    masuk_210: Topeng
    mungkin_210: Topeng
    induk_desa: Bilangan

    def apply(self, saringan: Saringan) -> Tampak:
        """Return the view that a filter leaves; nothing of the index or the data changes."""
        kecamatan = _chosen(saringan.kecamatan, self.himpunan.kecamatan.index)
        desa = _chosen(saringan.desa, self.himpunan.desa.index)
        kosong = np.zeros(0, dtype=np.bool_)
        topeng = [kosong, kosong]
        for letak, (jenis, tabel) in enumerate(((POTENSI, self.tabel_potensi), (KERJA_SAMA, self.tabel_kerja_sama))):
            lain = KERJA_SAMA if jenis == POTENSI else POTENSI
            topeng[letak] = (
                np.zeros(tabel.jumlah, dtype=np.bool_)
                if saringan.jenis == lain
                else tabel.matches(saringan, kecamatan, desa)
            )
            topeng[letak].flags.writeable = False
        return Tampak(self, saringan, topeng[0], topeng[1], kecamatan, desa)


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
class Tampak:
    """What one filter leaves. Counts are arrays first; frames are made when asked for."""

    indeks: Indeks
    saringan: Saringan
    mask_potensi: Topeng
    mask_kerja_sama: Topeng
    kecamatan_dipilih: Topeng | None
    desa_dipilih: Topeng | None

    @cached_property
    def potensi(self) -> pd.DataFrame:
        """Filtered potensi with skor, kelas, kelengkapan, kriteria_dinilai, indikatif."""
        return self.indeks.potensi.iloc[np.flatnonzero(self.mask_potensi)]

    @cached_property
    def kerja_sama(self) -> pd.DataFrame:
        """Filtered kerja sama with status, mendesak, sisa_hari and the columns of a score."""
        return self.indeks.kerja_sama.iloc[np.flatnonzero(self.mask_kerja_sama)]

    @cached_property
    def mask_potensi_tanpa_wilayah(self) -> Topeng:
        """Filtered potensi known only at regency level: listed, never painted."""
        return self.mask_potensi & self.indeks.tabel_potensi.tempat.tanpa_wilayah

    @cached_property
    def mask_kerja_sama_tanpa_wilayah(self) -> Topeng:
        """Filtered kerja sama known only at regency level: listed, never painted."""
        return self.mask_kerja_sama & self.indeks.tabel_kerja_sama.tempat.tanpa_wilayah

    @cached_property
    def n_potensi(self) -> int:
        """Potensi left, each once."""
        return int(np.count_nonzero(self.mask_potensi))

    @cached_property
    def n_kerja_sama(self) -> int:
        """Kerja sama left, each once."""
        return int(np.count_nonzero(self.mask_kerja_sama))

    @cached_property
    def n_masuk_210(self) -> int:
        """Kerja sama left that surely fall under the 210 reported."""
        return int(np.count_nonzero(self.mask_kerja_sama & self.indeks.masuk_210))

    @cached_property
    def n_masuk_210_mungkin(self) -> int:
        """Kerja sama left that possibly fall under the 210 reported."""
        return int(np.count_nonzero(self.mask_kerja_sama & self.indeks.mungkin_210))

    @cached_property
    def n_tinggi(self) -> int:
        """Potensi left with a high relevance to IKN."""
        return int(np.count_nonzero(self.mask_potensi & self.indeks.tinggi_potensi))

    @cached_property
    def n_desa_tercakup(self) -> int:
        """Desa that the filter leaves and in which at least one row lies."""
        return int(np.count_nonzero(self.cacah_desa.tercakup))

    @cached_property
    def n_kecamatan_tercakup(self) -> int:
        """Kecamatan that the filter leaves and in which at least one row lies."""
        return int(np.count_nonzero(self.cacah_kecamatan.tercakup))

    @cached_property
    def cacah_kecamatan(self) -> Cacah:
        """Counts per kecamatan as arrays."""
        indeks = self.indeks
        terpilih = np.ones(len(indeks.himpunan.kecamatan), dtype=np.bool_)
        if self.kecamatan_dipilih is not None:
            terpilih &= self.kecamatan_dipilih
        if self.desa_dipilih is not None:
            punya = indeks.induk_desa[self.desa_dipilih]
            terpilih &= np.isin(np.arange(len(terpilih)), punya)
        tempat = indeks.tabel_potensi.tempat.kecamatan, indeks.tabel_kerja_sama.tempat.kecamatan
        return self._count(*tempat, terpilih)

    @cached_property
    def cacah_desa(self) -> Cacah:
        """Counts per desa as arrays."""
        indeks = self.indeks
        terpilih = np.ones(len(indeks.himpunan.desa), dtype=np.bool_)
        if self.desa_dipilih is not None:
            terpilih &= self.desa_dipilih
        if self.kecamatan_dipilih is not None:
            terpilih &= self.kecamatan_dipilih[indeks.induk_desa] & (indeks.induk_desa >= 0)
        tempat = indeks.tabel_potensi.tempat.desa, indeks.tabel_kerja_sama.tempat.desa
        return self._count(*tempat, terpilih)

    @cached_property
    def wilayah_kecamatan(self) -> pd.DataFrame:
        """`cacah_kecamatan` as a frame, index kode, every kecamatan present."""
        return pd.DataFrame(vars(self.cacah_kecamatan), index=self.indeks.himpunan.kecamatan.index)

    @cached_property
    def wilayah_desa(self) -> pd.DataFrame:
        """`cacah_desa` as a frame, index kode, every desa present."""
        return pd.DataFrame(vars(self.cacah_desa), index=self.indeks.himpunan.desa.index)

    def _count(self, potensi: Pasangan, kerja_sama: Pasangan, terpilih: Topeng) -> Cacah:
        """Count the filtered rows in every area: the one place where areas are counted."""
        n_potensi, n_kerja_sama = potensi.count(self.mask_potensi), kerja_sama.count(self.mask_kerja_sama)
        return Cacah(
            potensi=n_potensi,
            kerja_sama=n_kerja_sama,
            potensi_tinggi=potensi.count(self.mask_potensi & self.indeks.tinggi_potensi),
            relevansi=potensi.mean(self.mask_potensi, self.indeks.skor_potensi),
            tercakup=terpilih & (n_potensi + n_kerja_sama > 0),
            terpilih=terpilih,
            potensi_semua=potensi.jumlah_per_wilayah,
            kerja_sama_semua=kerja_sama.jumlah_per_wilayah,
        )


def build_indeks(himpunan: Himpunan, tanggal: date, bobot: Angka | None = None) -> Indeks:
    """Return the index of a data set on a date.

    Status counts on `tanggal`, the age of a figure from its year. `bobot` (six weights)
    defaults to the rubric's.
    """
    kamus = build_kamus(himpunan)
    berat = as_bobot(bobot, himpunan.rubrik)
    nilai_potensi = nilai_matrix(himpunan.potensi, himpunan, tanggal.year)
    nilai_kerja_sama = nilai_matrix(himpunan.kerja_sama, himpunan, tanggal.year)
    ringkas = summary_frame(nilai_potensi, berat, himpunan.potensi.index)
    potensi = pd.concat([himpunan.potensi, ringkas], axis=1)
    ringkas = summary_frame(nilai_kerja_sama, berat, himpunan.kerja_sama.index)
    kerja_sama = pd.concat([himpunan.kerja_sama, status_table(himpunan.kerja_sama, tanggal), ringkas], axis=1)
    tahun_potensi, tahun_kerja_sama = row_years(himpunan)
    kosakata = Kosakata(himpunan)
    letak = {str(kode): posisi for posisi, kode in enumerate(himpunan.kecamatan.index)}
    return Indeks(
        himpunan=himpunan,
        tanggal=tanggal,
        kamus=kamus,
        potensi=potensi,
        kerja_sama=kerja_sama,
        nilai_potensi=nilai_potensi,
        nilai_kerja_sama=nilai_kerja_sama,
        tabel_potensi=_index_table(
            potensi, tahun_potensi, himpunan, kamus, kosakata.collect(potensi, ("nama",), ("uraian", "sektor_sumber"))
        ),
        tabel_kerja_sama=_index_table(
            kerja_sama,
            tahun_kerja_sama,
            himpunan,
            kamus,
            kosakata.collect(kerja_sama, ("judul", "mitra"), ("nomor_dokumen", "jenis_dokumen", "sektor_sumber")),
        ),
        skor_potensi=potensi["skor"].to_numpy(np.float64),
        tinggi_potensi=potensi["kelas"].eq(TINGGI).to_numpy(np.bool_),
        masuk_210=kerja_sama["masuk_210"].eq(MASUK_YA).to_numpy(np.bool_),
        mungkin_210=kerja_sama["masuk_210"].eq(MASUK_MUNGKIN).to_numpy(np.bool_),
        induk_desa=np.array([letak.get(str(kode), -1) for kode in himpunan.desa["kode_kecamatan"]], dtype=np.int64),
    )


def _index_table(
    rows: pd.DataFrame,
    tahun: pd.Series,
    himpunan: Himpunan,
    kamus: Kamus,
    kata: tuple[tuple[str, ...], tuple[str, ...]],
) -> IndeksTabel:
    """Return one table as arrays; a status column counts when the table has it."""
    isi: dict[str, Iterable[object]] = {
        "sektor": rows["sektor"],
        "relevansi": rows["kelas"],
        "opd": rows["opd"],
        "tahun": tahun,
    }
    if "status" in rows:
        isi["status"] = rows["status"]
    return IndeksTabel(
        jumlah=len(rows),
        kolom={nama: encode_column(nilai, kamus.codes(nama)) for nama, nilai in isi.items()},
        tempat=locate_rows(rows, himpunan.desa, himpunan.kecamatan),
        teks=kata[0],
        rapat=kata[1],
    )


def _chosen(kode: tuple[str, ...], index: pd.Index) -> Topeng | None:
    """Return the chosen areas, None when the filter names none."""
    if not kode:
        return None
    letak = index.get_indexer(pd.Index(kode))
    topeng = np.zeros(len(index), dtype=np.bool_)
    topeng[letak[letak >= 0]] = True
    return topeng
