"""Check a filled workbook: the good rows, and every fault with its cell and the nearest right value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Himpunan, Temuan
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.buku_kerja.baca import LembarBuku, read_buku
from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.buku_kerja.kembar import Kembar, find_kembar
from kukar_potensi.sumber.buku_kerja.pelengkap import Lengkap, complete_lembar, describe_isian
from kukar_potensi.sumber.buku_kerja.pengenal import Pengenal, build_pengenal
from kukar_potensi.sumber.buku_kerja.templat import list_isian
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN, TemuanSel
from kukar_potensi.sumber.skema import Acuan, Lembar

TEMUAN_DICATAT: Final = 2_000
"""Faults that are told one by one; more are only counted."""

KESALAHAN_TERBANYAK: Final = 20_000
"""Faults after which the check of a sheet stops: something is wrong with all of it."""

_POTONGAN: Final = 1_000
_TAK_DIKENAL: Final = "tidak ada dalam daftar "


@dataclass(frozen=True, eq=False)
class HasilLembar:
    """One sheet after the check.

    `baik` are the good rows in the form of data/ (text cells, null where blank), indexed by
    the row of the sheet; `id` is filled only where a row completes a recorded one.
    `jumlah` counts the rows read, the example left out. Of the good rows `baru` are new,
    `ubah` complete a recorded one, `tetap` say what is recorded already. `baris_terakhir` is
    the last row of the sheet that was read.
    """

    formulir: Formulir
    judul: str
    jumlah: int
    baik: pd.DataFrame
    baru: int
    ubah: int
    tetap: int
    baris_terakhir: int


@dataclass(frozen=True, eq=False)
class HasilBuku:
    """A workbook after the check.

    `temuan` are faults and warnings by sheet, row and column, at most `TEMUAN_DICATAT`;
    `kesalahan` and `peringatan` count all of them. `catatan` tells what was left unread and
    `isian` what was filled by rule.
    """

    lembar: tuple[HasilLembar, ...]
    temuan: tuple[TemuanSel, ...]
    kesalahan: int
    peringatan: int
    catatan: tuple[str, ...]
    isian: tuple[str, ...]

    @property
    def jumlah(self) -> int:
        """Rows read."""
        return sum(satu.jumlah for satu in self.lembar)

    @property
    def baik(self) -> int:
        """Good rows."""
        return sum(satu.baru + satu.ubah + satu.tetap for satu in self.lembar)


@dataclass(eq=False)
class _Pengumpul:
    """Gather faults, counting all and keeping the first ones."""

    temuan: list[TemuanSel] = field(default_factory=list)
    hitung: Counter[str] = field(default_factory=Counter)
    berhenti: list[tuple[str, int]] = field(default_factory=list)

    @property
    def penuh(self) -> bool:
        """Whether no more faults are told one by one."""
        return len(self.temuan) >= TEMUAN_DICATAT

    def add(self, satu: TemuanSel) -> None:
        self.hitung[satu.berat] += 1
        if not self.penuh:
            self.temuan.append(satu)


def check_buku(isi: bytes, himpunan: Himpunan) -> HasilBuku:
    """Check the bytes of a filled workbook against the rules of data/ and what is recorded.

    Raises GalatBuku (Indonesian) when the file cannot be read as a filled template.
    """
    buku = read_buku(isi)
    pengenal = build_pengenal(himpunan)
    kumpul = _Pengumpul()
    isian: Counter[str] = Counter()
    lembar = []
    for satu in buku.lembar:
        hasil, terisi = _check_lembar(satu, himpunan, pengenal, kumpul)
        lembar.append(hasil)
        isian += terisi
    return HasilBuku(
        tuple(lembar),
        tuple(kumpul.temuan),
        kumpul.hitung[KESALAHAN],
        kumpul.hitung[PERINGATAN],
        (*buku.catatan, *(_word_berhenti(*satu) for satu in kumpul.berhenti)),
        tuple(describe_isian(isian)),
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
    lembar: LembarBuku, himpunan: Himpunan, pengenal: Pengenal, kumpul: _Pengumpul
) -> tuple[HasilLembar, Counter[str]]:
    """Check one sheet, faults in the order of its rows."""
    tercatat = list_tercatat(himpunan, lembar.formulir)
    lengkap = complete_lembar(lembar, pengenal, tercatat)
    cacat = np.zeros(len(lengkap.isi), dtype=np.bool_)
    cacat[sorted(lembar.cacat)] = True
    kembar = {satu.posisi: satu for satu in find_kembar(lengkap.isi, tercatat, lembar.formulir.kembar)}
    id_ganda = lengkap.isi["id"].duplicated() & lengkap.isi["id"].notna()
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
                *_check_rumus(lembar, posisi, rumus.get(posisi, [])),
                *_check_mirip_rumus(lembar, posisi, rumus.get(posisi, [])),
                *_check_id(lembar, lengkap, posisi, ganda=bool(id_ganda.iloc[posisi])),
                *(t for t in aturan.get(posisi, []) if t.kolom not in rumus.get(posisi, [])),
                *_check_kembar(lembar, kembar.get(posisi)),
            ]
            cacat[posisi] |= any(satu.berat == KESALAHAN for satu in temuan)
            for satu in temuan:
                kumpul.add(satu)
    baik = lengkap.isi[~cacat].set_axis(np.array(lembar.baris, dtype=np.int64)[~cacat])
    tetap = _count_tetap(baik, tercatat)
    hasil = HasilLembar(
        formulir=lembar.formulir,
        judul=lembar.judul,
        jumlah=len(lembar.baris),
        baik=baik,
        baru=int(baik["id"].isna().sum()),
        ubah=int(baik["id"].notna().sum()) - tetap,
        tetap=tetap,
        baris_terakhir=max(lembar.baris, default=0),
    )
    return hasil, lengkap.isian


def _count_tetap(baik: pd.DataFrame, tercatat: pd.DataFrame) -> int:
    """Count the good rows that change nothing of the recorded row they name."""
    ubah = baik[baik["id"].notna()].set_index("id").fillna("")
    return int(tercatat.reindex(ubah.index).fillna("").eq(ubah).all(axis=1).sum())


def _check_potongan(
    lembar: LembarBuku, lengkap: Lengkap, pengenal: Pengenal | None, acuan: Acuan, awal: int, akhir: int
) -> dict[int, list[TemuanSel]]:
    """Check some rows by the rules of their table; return the faults by position.

    Without `pengenal` no nearest code is looked for.
    """
    isi = lengkap.isi.iloc[awal:akhir].reset_index(drop=True)
    nomor = np.array(lembar.baris[awal:akhir], dtype=np.int64)
    asli = Lembar(lengkap.asli.iloc[awal:akhir].reset_index(drop=True), nomor)
    letak = {int(baris): awal + i for i, baris in enumerate(nomor)}
    hasil: dict[int, list[TemuanSel]] = {}
    for temuan in check_tabel(isi, lembar.formulir.tabel_isian, acuan, asli).temuan:
        posisi = letak[temuan.baris or 0]
        rinci = temuan if pengenal is None else _refine(temuan, lembar.formulir, pengenal)
        hasil.setdefault(posisi, []).append(_place_temuan(lembar, posisi, rinci))
    return hasil


def _refine(temuan: Temuan, formulir: Formulir, pengenal: Pengenal) -> Temuan:
    """Say more of a text that means no code, and less of a code that the workbook does not ask for."""
    rujuk = formulir.tabel[temuan.kolom].rujuk
    if rujuk and temuan.aturan.startswith(_TAK_DIKENAL):
        lebih = pengenal.explain(rujuk, temuan.nilai)
        if lebih:
            return replace(temuan, aturan=lebih[0], saran=lebih[1])
        if not temuan.saran:
            return replace(temuan, saran="Pilih dari daftar pada templat.")
    return temuan


def _place_temuan(lembar: LembarBuku, posisi: int, temuan: Temuan) -> TemuanSel:
    return TemuanSel(
        lembar.judul,
        lembar.baris[posisi],
        temuan.kolom,
        lembar.name_sel(posisi, temuan.kolom),
        temuan.nilai,
        temuan.aturan,
        temuan.saran,
    )


def _check_rumus(lembar: LembarBuku, posisi: int, kolom: list[str]) -> Iterator[TemuanSel]:
    """Yield a fault for each formula: what it would give is not known before Excel runs it."""
    for nama in kolom:
        yield TemuanSel(
            lembar.judul,
            lembar.baris[posisi],
            nama,
            lembar.name_sel(posisi, nama),
            str(lembar.isi.at[posisi, nama]),
            "sel ini berisi rumus, bukan nilai; rumus tidak dijalankan.",
            "Salin selnya, lalu Tempel Khusus sebagai Nilai.",
        )


def _check_mirip_rumus(lembar: LembarBuku, posisi: int, rumus: list[str]) -> Iterator[TemuanSel]:
    """Yield a warning for text that looks like a formula: it is kept as text."""
    for nama in lembar.mirip_rumus.get(posisi, ()):
        if nama not in rumus:
            yield TemuanSel(
                lembar.judul,
                lembar.baris[posisi],
                nama,
                lembar.name_sel(posisi, nama),
                str(lembar.isi.at[posisi, nama]),
                "teks ini berawal “=”; dibaca sebagai teks biasa dan tidak pernah dijalankan.",
                "Bila maksudnya hasil hitungan, tulis nilainya.",
                PERINGATAN,
            )


def _check_id(lembar: LembarBuku, lengkap: Lengkap, posisi: int, *, ganda: bool) -> Iterator[TemuanSel]:
    """Yield a fault for an id that nothing on record bears, or that comes twice."""
    tempat = (
        lembar.judul,
        lembar.baris[posisi],
        "id",
        lembar.name_sel(posisi, "id"),
        str(lengkap.isi.at[posisi, "id"]),
    )
    if lengkap.tak_ada[posisi]:
        yield TemuanSel(
            *tempat,
            "id ini belum tercatat.",
            "Kosongkan id untuk baris baru; nomornya diberikan saat digabung.",
        )
    if ganda:
        yield TemuanSel(*tempat, "id ini sudah dipakai baris di atasnya.", "Satukan kedua baris itu.")


def _check_kembar(lembar: LembarBuku, kembar: Kembar | None) -> Iterator[TemuanSel]:
    """Yield a fault for the same thing told twice, a warning where it is only alike."""
    if kembar is None:
        return
    kolom = lembar.formulir.kembar[0]
    lain = (
        f"sudah tercatat sebagai {kembar.id_lain}"
        if kembar.id_lain
        else f"sama dengan baris {lembar.baris[kembar.posisi_lain]}"
    )
    if not kembar.pasti:
        lain = f"mirip {'yang ' if kembar.id_lain else ''}{lain.removeprefix('sama dengan ')} (“{kembar.nama_lain}”)"
    saran = (
        f"Hapus baris ini, atau isi id {kembar.id_lain} bila hendak melengkapinya."
        if kembar.id_lain
        else "Hapus salah satunya bila memang satu hal."
    )
    yield TemuanSel(
        lembar.judul,
        lembar.baris[kembar.posisi],
        kolom,
        lembar.name_sel(kembar.posisi, kolom),
        str(lembar.isi.at[kembar.posisi, kolom]),
        f"{lain}{', tempatnya juga sama' if kembar.pasti else '; periksa apakah satu hal'}.",
        saran,
        KESALAHAN if kembar.pasti else PERINGATAN,
    )
