"""Check a filled workbook: the good rows, and every fault with its cell and the nearest right value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
from openpyxl.utils import get_column_letter

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.buku_kerja.baca import LembarBuku, read_buku
from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.buku_kerja.hapus import Permintaan
from kukar_potensi.sumber.buku_kerja.kembar import find_kembar
from kukar_potensi.sumber.buku_kerja.pelengkap import Lengkap, complete_lembar, describe_isian
from kukar_potensi.sumber.buku_kerja.pengenal import Pengenal, build_pengenal
from kukar_potensi.sumber.buku_kerja.perubahan import BARU, TETAP, Perubahan, count_macam, list_perubahan
from kukar_potensi.sumber.buku_kerja.ragu import find_ragu
from kukar_potensi.sumber.buku_kerja.templat import list_isian
from kukar_potensi.sumber.buku_kerja.temuan_baris import (
    TAK_DIKENAL,
    check_id,
    check_kembar,
    check_mirip_rumus,
    check_rumus,
    place_temuan,
    refine_temuan,
)
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN, TemuanSel
from kukar_potensi.sumber.buku_kerja.tindak_lanjut import HasilTindakLanjut, check_tindak_lanjut
from kukar_potensi.sumber.skema import Acuan, Lembar

TEMUAN_DICATAT: Final = 2_000
"""Faults that are told one by one; more are only counted."""

KESALAHAN_TERBANYAK: Final = 20_000
"""Faults after which the check of a sheet stops: something is wrong with all of it."""

_POTONGAN: Final = 1_000
_TEMPAT: Final = ("tingkat", "kode_kecamatan")


@dataclass(frozen=True, eq=False)
class HasilLembar:
    """One sheet after the check.

    `baik` are the good rows in the form of data/ (text cells, null where blank), indexed by
    the row of the sheet; `id` is filled only where a row completes a recorded one.
    `jumlah` counts the rows read, the example left out. Of the good rows `baru` are new,
    `ubah` change a recorded one, `tetap` say what is recorded already. `perubahan` tells the
    change of every `ubah` row cell by cell, and `macam` counts them by what happens. `kolom`
    gives the sheet's column (from 1) of each column of data/; `baris_terakhir` is the last
    row of the sheet that was read.
    """

    formulir: Formulir
    judul: str
    jumlah: int
    baik: pd.DataFrame
    baru: int
    ubah: int
    tetap: int
    baris_terakhir: int
    kolom: Mapping[str, int]
    perubahan: tuple[Perubahan, ...]
    macam: Counter[str]

    def name_sel(self, baris: int, kolom: str) -> str:
        """Return the address of a cell ("C7"); "" when the sheet has no such column."""
        return f"{get_column_letter(self.kolom[kolom])}{baris}" if kolom in self.kolom else ""


@dataclass(frozen=True, eq=False)
class HasilBuku:
    """A workbook after the check.

    `temuan` are faults and warnings by sheet, row and column, at most `TEMUAN_DICATAT`;
    `kesalahan` and `peringatan` count all of them. `catatan` tells what was left unread and
    `isian` what was filled by rule. `permintaan` are requests to delete, which nothing here
    decides. `terlewat` counts the rows of sheets that bear another name, `tindak_lanjut` is
    that sheet's own answer (None: nothing new there).
    """

    lembar: tuple[HasilLembar, ...]
    temuan: tuple[TemuanSel, ...]
    kesalahan: int
    peringatan: int
    catatan: tuple[str, ...]
    isian: tuple[str, ...]
    permintaan: tuple[Permintaan, ...] = ()
    terlewat: int = 0
    tindak_lanjut: HasilTindakLanjut | None = None

    @property
    def jumlah(self) -> int:
        """Rows read."""
        return sum(satu.jumlah for satu in self.lembar)

    @property
    def baik(self) -> int:
        """Good rows."""
        return sum(satu.baru + satu.ubah + satu.tetap for satu in self.lembar)

    @property
    def bersalah(self) -> int:
        """Rows that a fault keeps out."""
        return self.jumlah - self.baik + (self.tindak_lanjut.bersalah if self.tindak_lanjut else 0)

    @property
    def cacah(self) -> Counter[str]:
        """Good rows by what a merge does with them: new, completed, corrected, verified, left as they are."""
        hasil = Counter({BARU: sum(s.baru for s in self.lembar), TETAP: sum(s.tetap for s in self.lembar)})
        for satu in self.lembar:
            hasil.update(satu.macam)
        return hasil


@dataclass(eq=False)
class _Pengumpul:
    """Gather faults, counting all and keeping the first ones."""

    temuan: list[TemuanSel] = field(default_factory=list)
    hitung: Counter[str] = field(default_factory=Counter)
    berhenti: list[tuple[str, int]] = field(default_factory=list)
    permintaan: list[Permintaan] = field(default_factory=list)

    @property
    def penuh(self) -> bool:
        """Whether no more faults are told one by one."""
        return len(self.temuan) >= TEMUAN_DICATAT

    def add(self, satu: TemuanSel) -> None:
        self.hitung[satu.berat] += 1
        if not self.penuh:
            self.temuan.append(satu)


def check_buku(isi: bytes, himpunan: Himpunan, tanggal: date | None = None) -> HasilBuku:
    """Check the bytes of a filled workbook against the rules of data/ and what is recorded.

    `tanggal` is today: what was signed or reported after it is pointed at (None: not looked
    at). Raises GalatBuku (Indonesian) when the file cannot be read as a filled template.
    """
    buku = read_buku(isi)
    pengenal = build_pengenal(himpunan)
    kumpul = _Pengumpul()
    isian: Counter[str] = Counter()
    lembar = []
    terisi = {satu.formulir.judul for satu in buku.lembar if satu.baris}
    for lain in buku.lain:
        kumpul.add(lain.tell(terisi=lain.formulir.judul in terisi))
    for satu in buku.lembar:
        hasil, diisi = _check_lembar(satu, himpunan, pengenal, kumpul, tanggal)
        lembar.append(hasil)
        isian += diisi
    lanjutan = None
    if buku.tindak_lanjut is not None:
        lanjutan = check_tindak_lanjut(buku.tindak_lanjut, himpunan, pengenal, tanggal)
    for temuan in lanjutan.temuan if lanjutan else ():
        kumpul.add(temuan)
    return HasilBuku(
        tuple(lembar),
        tuple(kumpul.temuan),
        kumpul.hitung[KESALAHAN],
        kumpul.hitung[PERINGATAN],
        (*buku.catatan, *(_word_berhenti(*satu) for satu in kumpul.berhenti)),
        tuple(describe_isian(isian)),
        tuple(kumpul.permintaan),
        sum(lain.jumlah for lain in buku.lain),
        lanjutan,
    )


def _word_berhenti(judul: str, baris: int) -> str:
    jumlah = f"{KESALAHAN_TERBANYAK:,}".replace(",", ".")
    return (
        f"Lembar “{judul}”: pemeriksaan berhenti sebelum baris {baris} karena kesalahannya sudah lebih dari {jumlah}. "
        "Perbaiki yang berulang, lalu periksa lagi."
    )


def list_tercatat(himpunan: Himpunan, formulir: Formulir) -> pd.DataFrame:
    """Return the recorded rows of a form's table as text cells (null where blank), index id."""
    rows = list_isian(getattr(himpunan, formulir.tabel.nama), formulir)
    return pd.DataFrame(rows, columns=formulir.tabel.nama_kolom, dtype="str").set_index("id")


def _check_lembar(
    lembar: LembarBuku, himpunan: Himpunan, pengenal: Pengenal, kumpul: _Pengumpul, tanggal: date | None
) -> tuple[HasilLembar, Counter[str]]:
    """Check one sheet, faults in the order of its rows."""
    tercatat = list_tercatat(himpunan, lembar.formulir)
    lengkap = complete_lembar(lembar, pengenal, tercatat)
    cacat = np.zeros(len(lengkap.isi), dtype=np.bool_)
    cacat[sorted(lembar.cacat)] = True
    kembar = {satu.posisi: satu for satu in find_kembar(lengkap.isi, tercatat, lembar.formulir.kembar)}
    id_ganda = lengkap.isi["id"].duplicated() & lengkap.isi["id"].notna()
    lama = tercatat.reindex(lengkap.isi["id"]).rename_axis("id").reset_index().set_axis(lengkap.isi.index)
    ragu = find_ragu(lembar, lengkap.isi.drop(columns="id"), lama.drop(columns="id"), pengenal.acuan, tanggal)
    rumus: dict[int, list[str]] = {}
    for posisi, kolom in lembar.rumus:
        rumus.setdefault(posisi, []).append(kolom)
    for satu in lembar.temuan:
        kumpul.add(satu)
    for awal in range(0, len(lengkap.isi), _POTONGAN):
        akhir = min(awal + _POTONGAN, len(lengkap.isi))
        if kumpul.hitung[KESALAHAN] > KESALAHAN_TERBANYAK:
            cacat[awal:] = True
            kumpul.berhenti.append((lembar.judul, lembar.baris[awal]))
            break
        aturan = _check_potongan(lembar, lengkap, None if kumpul.penuh else pengenal, pengenal.acuan, awal, akhir)
        for posisi in range(awal, akhir):
            temuan = [
                *check_rumus(lembar, posisi, rumus.get(posisi, [])),
                *check_mirip_rumus(lembar, posisi, rumus.get(posisi, [])),
                *check_id(lembar, lengkap, posisi, ganda=bool(id_ganda.iloc[posisi])),
                *(t for t in aturan.get(posisi, []) if t.kolom not in rumus.get(posisi, [])),
                *check_kembar(lembar, kembar.get(posisi)),
                *ragu.get(posisi, []),
            ]
            cacat[posisi] |= any(satu.berat == KESALAHAN for satu in temuan)
            for satu in temuan:
                kumpul.add(satu)
    kumpul.permintaan += _list_permintaan(lembar, lengkap)
    return _sum_lembar(lembar, lengkap.isi, cacat, tercatat), lengkap.isian


def _list_permintaan(lembar: LembarBuku, lengkap: Lengkap) -> Iterator[Permintaan]:
    """Yield the requests to delete with their places and what they are about."""
    id_, nama = (lengkap.isi[kolom].fillna("").tolist() for kolom in ("id", lembar.formulir.kembar[0]))
    for posisi, teks in lengkap.permintaan.items():
        sel = lembar.name_sel(posisi, "catatan")
        yield Permintaan(lembar.judul, lembar.baris[posisi], sel, id_[posisi], nama[posisi], teks)


def _sum_lembar(
    lembar: LembarBuku, isi: pd.DataFrame, cacat: np.ndarray[tuple[int], np.dtype[np.bool_]], tercatat: pd.DataFrame
) -> HasilLembar:
    """Return the good rows of a sheet and what they change."""
    baik = isi[~cacat].set_axis(np.array(lembar.baris, dtype=np.int64)[~cacat])
    perubahan = list_perubahan(baik, tercatat, lembar.formulir)
    return HasilLembar(
        formulir=lembar.formulir,
        judul=lembar.judul,
        jumlah=len(lembar.baris),
        baik=baik,
        baru=int(baik["id"].isna().sum()),
        ubah=len(perubahan),
        tetap=int(baik["id"].notna().sum()) - len(perubahan),
        baris_terakhir=max(lembar.baris, default=0),
        kolom=lembar.kolom,
        perubahan=perubahan,
        macam=count_macam(perubahan),
    )


def _check_potongan(
    lembar: LembarBuku, lengkap: Lengkap, pengenal: Pengenal | None, acuan: Acuan, awal: int, akhir: int
) -> dict[int, list[TemuanSel]]:
    """Check some rows by the rules of their table; return the faults by position.

    Without `pengenal` no nearest code is looked for. What a desa that there is not makes of
    the other cells of the place is no fault of theirs.
    """
    isi = lengkap.isi.iloc[awal:akhir].reset_index(drop=True)
    nomor = np.array(lembar.baris[awal:akhir], dtype=np.int64)
    asli = Lembar(lengkap.asli.iloc[awal:akhir].reset_index(drop=True), nomor)
    letak = {int(baris): awal + i for i, baris in enumerate(nomor)}
    hasil: dict[int, list[TemuanSel]] = {}
    daftar = check_tabel(isi, lembar.formulir.tabel_isian, acuan, asli).temuan
    desa_asing = {t.baris for t in daftar if t.kolom == "kode_desa" and t.aturan.startswith(TAK_DIKENAL)}
    ikutan = {aturan.kalimat for aturan in lembar.formulir.tabel.aturan if aturan.kolom in _TEMPAT}
    for temuan in daftar:
        if temuan.baris in desa_asing and temuan.kolom in _TEMPAT and temuan.aturan in ikutan:
            continue
        posisi = letak[temuan.baris or 0]
        rinci = temuan if pengenal is None else refine_temuan(temuan, lembar.formulir, pengenal)
        hasil.setdefault(posisi, []).append(place_temuan(lembar, posisi, rinci))
    return hasil
