"""Point at values that may be right but look wrong: only where the workbook changes or adds something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pandas as pd

from kukar_potensi.model.tanggal import format_tanggal, parse_tanggal
from kukar_potensi.model.teks import format_angka
from kukar_potensi.sumber.buku_kerja.baca import LembarBuku
from kukar_potensi.sumber.buku_kerja.formulir import label_kode
from kukar_potensi.sumber.buku_kerja.pengenal import PANJANG_KODE_KECAMATAN
from kukar_potensi.sumber.buku_kerja.temuan_sel import PERINGATAN, TemuanSel
from kukar_potensi.sumber.skema import Acuan, Jenis, split_items

KALI_LIPAT: Final = 10
"""A number that grows or shrinks this many times is pointed at."""

_TANGGAL: Final = ("tanggal_ttd", "tanggal_keputusan", "tanggal_sumber", "tahun_data", "tanggal")
_RENCANA: Final = "belum ditandatangani"
_ANGKA: Final = ("nilai", "nilai_rp")
_NAMA: Final = ("nama", "judul", "mitra")
_DILIHAT: Final = (*_TANGGAL, *_ANGKA, *_NAMA, "presisi_ttd", "kode_kecamatan", "kode_desa", "sumber")
_ALAMAT: Final = ("http://", "https://")
_KURUNG: Final = re.compile("[<>]")
_BILANGAN: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)

Ragu = tuple[int, str, str, str]
"""Position, column, what looks wrong, what to check."""


class _Baris:
    """The cells of a sheet before and after, as text ("" where blank), and where they differ."""

    def __init__(self, isi: pd.DataFrame, lama: pd.DataFrame) -> None:
        ada = [kolom for kolom in _DILIHAT if kolom in isi]
        self.kini = {kolom: isi[kolom].fillna("").tolist() for kolom in ada}
        self.dulu = {kolom: lama[kolom].fillna("").tolist() for kolom in ada}

    def pick(self, kolom: str) -> list[tuple[int, str, str]]:
        """Return (position, before, after) of the cells of a column that change to something."""
        if kolom not in self.kini:
            return []
        pasangan = zip(self.dulu[kolom], self.kini[kolom], strict=True)
        return [(i, dulu, kini) for i, (dulu, kini) in enumerate(pasangan) if kini and kini != dulu]


def find_ragu(
    lembar: LembarBuku, isi: pd.DataFrame, lama: pd.DataFrame, acuan: Acuan, tanggal: date | None
) -> dict[int, list[TemuanSel]]:
    """Return the warnings of a sheet by position.

    `isi` are its tidied cells and `lama` what is recorded of the same rows (blank cells for
    new rows); `tanggal` is the day that nothing signed or reported can be after.
    """
    baris = _Baris(isi, lama)
    hasil: dict[int, list[TemuanSel]] = {}
    for posisi, kolom, aturan, saran in _list_ragu(baris, acuan, tanggal):
        nilai, sel = baris.kini[kolom][posisi], lembar.name_sel(posisi, kolom)
        hasil.setdefault(posisi, []).append(
            TemuanSel(lembar.judul, lembar.baris[posisi], kolom, sel, nilai[:200], aturan, saran, PERINGATAN)
        )
    return hasil


def _list_ragu(baris: _Baris, acuan: Acuan, tanggal: date | None) -> Iterator[Ragu]:
    """Yield every doubt, column by column."""
    for kolom in _NAMA:
        for posisi, _, kini in baris.pick(kolom):
            if _KURUNG.search(kini):
                yield posisi, kolom, "nama ini memuat tanda “<” atau “>”.", "Periksa apakah tersalin dari halaman web."
    for kolom in _TANGGAL if tanggal else ():
        yield from _list_tanggal(baris, kolom, tanggal or date.min)
    for kolom in _ANGKA:
        yield from _list_angka(baris, kolom)
    yield from _list_kecamatan(baris, acuan)
    yield from _list_sumber(baris)


def _list_tanggal(baris: _Baris, kolom: str, tanggal: date) -> Iterator[Ragu]:
    """Yield the dates of what has happened that are still to come."""
    hal = "tahun data" if kolom == "tahun_data" else "tanggal"
    for posisi, _, kini in baris.pick(kolom):
        if kolom == "tanggal_ttd" and baris.kini["presisi_ttd"][posisi] == _RENCANA:
            continue
        try:
            rentang = parse_tanggal(kini)
        except ValueError:
            continue
        if rentang is not None and rentang.awal > tanggal:
            aturan = f"{hal} ini sesudah hari ini ({format_tanggal(tanggal)})."
            yield posisi, kolom, aturan, "Periksa tahun, bulan, dan harinya."


def _list_angka(baris: _Baris, kolom: str) -> Iterator[Ragu]:
    """Yield the recorded numbers that move far, and those whose source stays behind."""
    for posisi, dulu, kini in baris.pick(kolom):
        if not (_BILANGAN.fullmatch(dulu) and _BILANGAN.fullmatch(kini)) or float(dulu) == float(kini):
            continue
        dari, ke = float(dulu), float(kini)
        ubahan = f"dari {format_angka(dari, 6)} menjadi {format_angka(ke, 6)}"
        besar, kecil = max(abs(dari), abs(ke)), min(abs(dari), abs(ke))
        if ke == 0:
            saran = "Nol berarti tidak ada. Bila belum diketahui, kosongkan selnya."
            yield posisi, kolom, f"angka ini berubah {ubahan}.", saran
        elif kecil and besar / kecil >= KALI_LIPAT:
            kali = f"{format_angka(round(besar / kecil))} kali lebih {'besar' if abs(ke) > abs(dari) else 'kecil'}"
            yield posisi, kolom, f"angka ini berubah {ubahan} ({kali}).", "Periksa satuan, titik ribuan, dan komanya."
        if baris.kini["sumber"][posisi] == baris.dulu["sumber"][posisi]:
            aturan = f"angka pada kolom {kolom} berubah {ubahan}, tetapi sumbernya masih yang lama."
            yield posisi, "sumber", aturan, "Tambahkan sumber angka yang baru di belakang sumber lama."


def _list_kecamatan(baris: _Baris, acuan: Acuan) -> Iterator[Ragu]:
    """Yield the kecamatan that none of the desa named lies in, where the place changes."""
    diubah = {posisi for kolom in ("kode_kecamatan", "kode_desa") for posisi, _, _ in baris.pick(kolom)}
    for posisi in sorted(diubah):
        desa = split_items(baris.kini["kode_desa"][posisi])
        if not desa or not all(satu in acuan["desa"] for satu in desa):
            continue
        induk = {satu[:PANJANG_KODE_KECAMATAN] for satu in desa}
        lain = [k for k in split_items(baris.kini["kode_kecamatan"][posisi]) if k in acuan["kecamatan"]]
        asing = [label_kode(satu, acuan["kecamatan"][satu]) for satu in lain if satu not in induk]
        if asing:
            aturan = f"tidak satu pun desa yang disebut terletak di {' dan '.join(asing)}."
            yield posisi, "kode_kecamatan", aturan, "Periksa desanya; kosongkan kecamatan ini bila keliru."


def _list_sumber(baris: _Baris) -> Iterator[Ragu]:
    """Yield the recorded web addresses that gave way to words."""
    for posisi, dulu, kini in baris.pick("sumber"):
        butir_lama, butir_baru = split_items(dulu, Jenis.SUMBER), split_items(kini, Jenis.SUMBER)
        hilang = [satu for satu in butir_lama if satu not in butir_baru and satu.startswith(_ALAMAT)]
        kata = [satu for satu in butir_baru if satu not in butir_lama and not satu.startswith(_ALAMAT)]
        if hilang and kata:
            aturan = f"alamat web yang tercatat ({hilang[0]}) diganti tulisan biasa."
            saran = "Tulis sumber baru di belakang alamat lama, dipisah titik koma; jangan menggantinya."
            yield posisi, "sumber", aturan, saran
