"""Give the one filtered view that map, table, cards and export are made from."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.cacah import Cacah, Terhitung, count_areas
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.indeks import IndeksTabel, Kolom, Kosakata, encode_column
from kukar_potensi.model.kamus import KERJA_SAMA, POTENSI, Kamus, build_kamus, row_years
from kukar_potensi.model.kata import DaftarKata
from kukar_potensi.model.relevansi import Bobot, move_tahun, nilai_matrix, score_table
from kukar_potensi.model.relevansi_wilayah import area_matrix
from kukar_potensi.model.rubrik import SEMUA_KELAS, TINGGI, Angka, as_bobot, class_codes, summary_frame
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.status import status_table
from kukar_potensi.model.teks import compact_text
from kukar_potensi.model.tempat import DESA, KECAMATAN, Bilangan, Topeng, locate_rows

MASUK_YA: Final = "ya"
MASUK_MUNGKIN: Final = "kemungkinan"


@dataclass(frozen=True, eq=False)
class Indeks:
    """Everything about a data set on a date that no filter changes, as arrays.

    Build it once per (himpunan.versi, tanggal) and share it between sessions; it never
    changes. `potensi` and `kerja_sama` are the data set's tables with status and score
    added; `nilai_potensi` and `nilai_kerja_sama` are the ratings (rows x 6, NaN not rated)
    and `bobot` the six weights behind the scores.
    """

    himpunan: Himpunan
    tanggal: date
    bobot: Angka
    kamus: Kamus
    potensi: pd.DataFrame
    kerja_sama: pd.DataFrame
    nilai_potensi: Angka
    nilai_kerja_sama: Angka
    tabel_potensi: IndeksTabel
    tabel_kerja_sama: IndeksTabel

    def apply(self, saringan: Saringan) -> Tampak:
        """Return the view that a filter leaves; nothing of the index or the data changes."""
        kecamatan = _chosen(saringan.kecamatan, self.himpunan.kecamatan.index)
        desa = _chosen(saringan.desa, self.himpunan.desa.index)
        potensi, kerja_sama = (
            np.zeros(tabel.jumlah, dtype=np.bool_)
            if saringan.jenis == jenis_lain
            else tabel.matches(saringan, kecamatan, desa)
            for tabel, jenis_lain in ((self.tabel_potensi, KERJA_SAMA), (self.tabel_kerja_sama, POTENSI))
        )
        return Tampak(self, saringan, potensi, kerja_sama, kecamatan, desa)

    def with_bobot(self, bobot: Bobot) -> Indeks:
        """Return the same index scored with other weights; words and places are shared."""
        berat = as_bobot(bobot, self.himpunan.rubrik)
        return self._renew(self.tanggal, berat, self.nilai_potensi, self.nilai_kerja_sama)

    def with_tanggal(self, tanggal: date) -> Indeks:
        """Return the same index on another day; words and places are shared."""
        if tanggal.year == self.tanggal.year:
            return self._renew(tanggal, self.bobot, self.nilai_potensi, self.nilai_kerja_sama)
        himpunan = self.himpunan
        nilai_potensi = move_tahun(self.nilai_potensi, himpunan.potensi, himpunan, tanggal.year)
        nilai_kerja_sama = move_tahun(self.nilai_kerja_sama, himpunan.kerja_sama, himpunan, tanggal.year)
        return self._renew(tanggal, self.bobot, nilai_potensi, nilai_kerja_sama)

    def _renew(self, tanggal: date, bobot: Angka, nilai_potensi: Angka, nilai_kerja_sama: Angka) -> Indeks:
        potensi = _dress_potensi(self.himpunan, bobot, nilai_potensi)
        kerja_sama = _dress_kerja_sama(self.himpunan, tanggal, bobot, nilai_kerja_sama)
        status = encode_column(kerja_sama["status"], self.kamus.codes("status"))
        return dataclasses.replace(
            self,
            tanggal=tanggal,
            bobot=bobot,
            potensi=potensi,
            kerja_sama=kerja_sama,
            nilai_potensi=nilai_potensi,
            nilai_kerja_sama=nilai_kerja_sama,
            tabel_potensi=self.tabel_potensi.with_columns({"relevansi": _class_column(potensi)}),
            tabel_kerja_sama=self.tabel_kerja_sama.with_columns(
                {"relevansi": _class_column(kerja_sama), "status": status}
            ),
        )

    def score_table(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the reasons of rows' scores, with this index's weights and year."""
        return score_table(rows, self.himpunan, self.tanggal.year, self.bobot)

    @cached_property
    def skor_kecamatan(self) -> pd.DataFrame:
        """Score of every kecamatan itself, index kode, columns as `summary_frame`."""
        nilai = area_matrix(KECAMATAN, self.himpunan, self.tabel_potensi.tempat.kecamatan, self.nilai_potensi)
        return summary_frame(nilai, self.bobot, self.himpunan.kecamatan.index)

    @cached_property
    def skor_desa(self) -> pd.DataFrame:
        """Score of every desa itself, index kode, columns as `summary_frame`."""
        nilai = area_matrix(DESA, self.himpunan, self.tabel_potensi.tempat.desa, self.nilai_potensi)
        return summary_frame(nilai, self.bobot, self.himpunan.desa.index)

    @cached_property
    def skor_potensi(self) -> Angka:
        """Score of every potensi, NaN where nothing is rated."""
        return self.potensi["skor"].to_numpy(np.float64)

    @cached_property
    def tinggi_potensi(self) -> Topeng:
        """Potensi with a high relevance."""
        return self.potensi["kelas"].eq(TINGGI).to_numpy(np.bool_)

    @cached_property
    def indikatif_potensi(self) -> Topeng:
        """Potensi whose score rests on less than 80% of the weight."""
        return self.potensi["indikatif"].to_numpy(np.bool_)

    @cached_property
    def masuk_210(self) -> Topeng:
        """Kerja sama that fall under the 210 reported by their date; no list of them is public."""
        return self.kerja_sama["masuk_210"].eq(MASUK_YA).to_numpy(np.bool_)

    @cached_property
    def mungkin_210(self) -> Topeng:
        """Kerja sama that possibly fall under the 210 reported."""
        return self.kerja_sama["masuk_210"].eq(MASUK_MUNGKIN).to_numpy(np.bool_)

    @cached_property
    def induk_desa(self) -> Bilangan:
        """Position of every desa's kecamatan, -1 where it has none."""
        letak = {str(kode): posisi for posisi, kode in enumerate(self.himpunan.kecamatan.index)}
        induk = [letak.get(str(kode), -1) for kode in self.himpunan.desa["kode_kecamatan"]]
        return np.array(induk, dtype=np.int64)


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
        """Kerja sama left that fall under the 210 reported by their date."""
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
    def n_tinggi_indikatif(self) -> int:
        """Those of `n_tinggi` whose score rests on less than 80% of the weight."""
        tinggi = self.mask_potensi & self.indeks.tinggi_potensi
        return int(np.count_nonzero(tinggi & self.indeks.indikatif_potensi))

    @cached_property
    def n_potensi_sektor(self) -> dict[str, int]:
        """Potensi left by sector id, every sector present; a row without a known sector counts in none."""
        kolom = self.indeks.tabel_potensi.kolom["sektor"]
        jumlah = np.bincount(kolom.kode[self.mask_potensi] + 1, minlength=len(kolom.letak) + 1)
        return {kode: int(jumlah[letak + 1]) for kode, letak in kolom.letak.items()}

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
            terpilih &= np.isin(np.arange(len(terpilih)), indeks.induk_desa[self.desa_dipilih])
        pasangan = indeks.tabel_potensi.tempat.kecamatan, indeks.tabel_kerja_sama.tempat.kecamatan
        return count_areas(self._counted, *pasangan, terpilih)

    @cached_property
    def cacah_desa(self) -> Cacah:
        """Counts per desa as arrays."""
        indeks = self.indeks
        terpilih = np.ones(len(indeks.himpunan.desa), dtype=np.bool_)
        if self.desa_dipilih is not None:
            terpilih &= self.desa_dipilih
        if self.kecamatan_dipilih is not None:
            terpilih &= self.kecamatan_dipilih[indeks.induk_desa] & (indeks.induk_desa >= 0)
        pasangan = indeks.tabel_potensi.tempat.desa, indeks.tabel_kerja_sama.tempat.desa
        return count_areas(self._counted, *pasangan, terpilih)

    @cached_property
    def wilayah_kecamatan(self) -> pd.DataFrame:
        """`cacah_kecamatan` as a frame, index kode, every kecamatan present."""
        return pd.DataFrame(vars(self.cacah_kecamatan), index=self.indeks.himpunan.kecamatan.index)

    @cached_property
    def wilayah_desa(self) -> pd.DataFrame:
        """`cacah_desa` as a frame, index kode, every desa present."""
        return pd.DataFrame(vars(self.cacah_desa), index=self.indeks.himpunan.desa.index)

    @property
    def _counted(self) -> Terhitung:
        indeks = self.indeks
        return Terhitung(self.mask_potensi, self.mask_kerja_sama, indeks.tinggi_potensi, indeks.skor_potensi)


def build_indeks(himpunan: Himpunan, tanggal: date, bobot: Bobot = None) -> Indeks:
    """Return the index of a data set on a date.

    Status counts on `tanggal`, the age of a figure from its year. `bobot` (six weights)
    defaults to the rubric's; for other weights or days on a built index use `with_bobot` and
    `with_tanggal`.
    """
    kamus, kosakata = build_kamus(himpunan), Kosakata(himpunan)
    berat = as_bobot(bobot, himpunan.rubrik)
    nilai_potensi = nilai_matrix(himpunan.potensi, himpunan, tanggal.year)
    nilai_kerja_sama = nilai_matrix(himpunan.kerja_sama, himpunan, tanggal.year)
    potensi = _dress_potensi(himpunan, berat, nilai_potensi)
    kerja_sama = _dress_kerja_sama(himpunan, tanggal, berat, nilai_kerja_sama)
    tahun_potensi, tahun_kerja_sama = row_years(himpunan)
    kata_potensi = kosakata.collect(potensi, ("nama",), ("uraian", "sektor_sumber"))
    kata_kerja_sama = kosakata.collect(
        kerja_sama, ("judul", "mitra"), ("nomor_dokumen", "jenis_dokumen", "sektor_sumber")
    )
    return Indeks(
        himpunan=himpunan,
        tanggal=tanggal,
        bobot=berat,
        kamus=kamus,
        potensi=potensi,
        kerja_sama=kerja_sama,
        nilai_potensi=nilai_potensi,
        nilai_kerja_sama=nilai_kerja_sama,
        tabel_potensi=_index_table(potensi, tahun_potensi, himpunan, kamus, kata_potensi),
        tabel_kerja_sama=_index_table(kerja_sama, tahun_kerja_sama, himpunan, kamus, kata_kerja_sama),
    )


def _dress_potensi(himpunan: Himpunan, bobot: Angka, nilai: Angka) -> pd.DataFrame:
    """Return potensi with the columns of a score."""
    return pd.concat([himpunan.potensi, summary_frame(nilai, bobot, himpunan.potensi.index)], axis=1)


def _dress_kerja_sama(himpunan: Himpunan, tanggal: date, bobot: Angka, nilai: Angka) -> pd.DataFrame:
    """Return kerja sama with status and the columns of a score."""
    asli = himpunan.kerja_sama
    return pd.concat([asli, status_table(asli, tanggal), summary_frame(nilai, bobot, asli.index)], axis=1)


def _index_table(
    rows: pd.DataFrame,
    tahun: pd.Series,
    himpunan: Himpunan,
    kamus: Kamus,
    kata: tuple[tuple[str, ...], tuple[str, ...]],
) -> IndeksTabel:
    """Return one table as arrays; a status column counts when the table has it."""
    isi: dict[str, Iterable[object]] = {"sektor": rows["sektor"], "opd": rows["opd"], "tahun": tahun}
    if "status" in rows:
        isi["status"] = rows["status"]
    kolom = {nama: encode_column(nilai, kamus.codes(nama)) for nama, nilai in isi.items()}
    return IndeksTabel(
        jumlah=len(rows),
        kolom={**kolom, "relevansi": _class_column(rows)},
        tempat=locate_rows(rows, himpunan.desa, himpunan.kecamatan),
        teks=DaftarKata.build(kata[0]),
        rapat=DaftarKata.build(kata[1]),
        letak={compact_text(str(kode)): letak for letak, kode in enumerate(rows.index)},
    )


def _class_column(ringkas: pd.DataFrame) -> Kolom:
    """Return the filter column of the classes of scores."""
    kode = class_codes(ringkas["skor"].to_numpy(np.float64)).astype(np.int32)
    return Kolom(kode, {kelas: letak for letak, kelas in enumerate(SEMUA_KELAS)})


def _chosen(kode: tuple[str, ...], index: pd.Index) -> Topeng | None:
    """Return the chosen areas, None when the filter names none."""
    if not kode:
        return None
    return np.asarray(index.isin(kode), dtype=np.bool_)
