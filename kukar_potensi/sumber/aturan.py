"""Check a tidied table against its declaration and gather every fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import isfinite
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.model.tanggal import format_tanggal, parse_tanggal
from kukar_potensi.sumber.rapikan import ANGKA_RAGU, TANDA_RAGU, list_bacaan, map_distinct
from kukar_potensi.sumber.skema import Acuan, Jenis, Kolom, Lembar, Tabel, split_items
from kukar_potensi.sumber.temuan import build_saran_kode, list_pilihan, name_acuan, suggest_pilihan

GALAT_RUMUS: Final = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!")
)

_ALAMAT: Final = re.compile(r"https?://[\w.-]+\.[\w-]+\.?(:\d+)?([/?#]\S*)?( \([^()]+\))?", re.IGNORECASE)
_MIRIP_ALAMAT: Final = re.compile(
    r"\S*://.*|[a-z][a-z0-9+.-]*:\S.*|(www\.|[\w-]+(\.[\w-]+)+/)\S*", re.IGNORECASE | re.DOTALL
)
_ANGKA: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_KUTIPAN_TERPENDEK: Final = 5
_SARAN_DICARI: Final = 2000
_PERBAIKI_TANGGAL: Final = "Tulis 2023, 2023-09, atau 2023-09-18; kosongkan bila belum diketahui."


UjiTabel = Callable[[pd.DataFrame], "pd.Series[bool]"]
UjiButir = tuple[Callable[[str], bool], str, Callable[[str], str]]


@dataclass(frozen=True)
class Pemeriksaan:
    """One check of a table: where it fails, which part of the cell is wrong, what to say.

    `uji` takes the tidied frame and returns a bool Series, False where the rule is
    broken. `bagian` picks the wrong items of a list cell (None: the cell as a whole) and
    `saran` words the remedy of one.
    """

    kolom: str
    uji: UjiTabel
    kalimat: str
    saran: Callable[[str], str]
    bagian: Callable[[str], tuple[str, ...]] | None = None


@dataclass(frozen=True, eq=False)
class HasilPeriksa:
    """The faults of one table and the cells they lie in, as (position, column) pairs."""

    temuan: tuple[Temuan, ...]
    sel: tuple[tuple[int, str], ...]


def check_tabel(isi: pd.DataFrame, tabel: Tabel, acuan: Acuan, lembar: Lembar) -> HasilPeriksa:
    """Check every cell and row of a tidied table; one Temuan for each wrong item.

    `isi` has text columns (null: blank) and positions as index; `lembar` tells the line of
    each position and the value as the file has it.
    """
    daftar = [*_check_kolom(tabel, acuan), *_check_baris(tabel, lembar)]
    temuan: list[Temuan] = []
    sel: list[tuple[int, str]] = []
    saran: dict[tuple[int, str], str] = {}
    for posisi, nomor in _find_gagal(isi, daftar):
        periksa = daftar[nomor]
        nilai = isi[periksa.kolom].iloc[posisi]
        if pd.isna(nilai):
            bagian: tuple[str, ...] = ("",)
        elif periksa.bagian is None:
            bagian = (str(lembar.isi[periksa.kolom].iloc[posisi]),)
        else:
            bagian = periksa.bagian(nilai)
        sel.append((posisi, periksa.kolom))
        kalimat = lembar.word_tempat(posisi) + periksa.kalimat
        for butir in bagian:
            if (nomor, butir) not in saran:
                saran[nomor, butir] = periksa.saran(butir) if len(saran) < _SARAN_DICARI else ""
            temuan.append(
                Temuan(
                    tabel.berkas,
                    lembar.find_baris(posisi),
                    periksa.kolom,
                    butir,
                    kalimat,
                    saran[nomor, butir],
                )
            )
    return HasilPeriksa(tuple(temuan), tuple(sel))


def _find_gagal(isi: pd.DataFrame, daftar: list[Pemeriksaan]) -> list[tuple[int, int]]:
    """Return (position, number of the check) of every failure, by row and then by check."""
    kolom: dict[str, list[pa.Check]] = {}
    for nomor, periksa in enumerate(daftar):
        kolom.setdefault(periksa.kolom, []).append(
            pa.Check(partial(_apply_uji, periksa.uji, isi), error=str(nomor), ignore_na=False)
        )
    skema = pa.DataFrameSchema({nama: pa.Column(checks=uji, nullable=True) for nama, uji in kolom.items()})
    try:
        skema.validate(isi, lazy=True)
    except SchemaErrors as galat:
        kasus = galat.failure_cases
        return sorted(zip(kasus["index"].astype(int), kasus["check"].astype(int), strict=True))
    return []


def _apply_uji(uji: UjiTabel, isi: pd.DataFrame, _kolom: pd.Series[Any]) -> pd.Series[bool]:
    """Run a check that sees the whole table where pandera offers one column of it."""
    return uji(isi)


def _check_kolom(tabel: Tabel, acuan: Acuan) -> Iterator[Pemeriksaan]:
    """Yield the checks of single cells: blank, formula error, and what the column may hold."""
    for kolom in tabel.kolom:
        nama = kolom.nama
        if kolom.wajib:
            yield Pemeriksaan(nama, _build_uji_isi(nama), "sel ini wajib diisi.", _always(_word_pengisian(kolom)))
        yield Pemeriksaan(
            nama,
            _build_uji_butir(kolom, _is_bukan_galat_rumus),
            "rumus di lembar kerja gagal dihitung.",
            _always("Ganti dengan nilainya, atau kosongkan bila belum diketahui."),
        )
        for uji, kalimat, saran in _list_uji_butir(kolom, acuan):
            yield Pemeriksaan(nama, _build_uji_butir(kolom, uji), kalimat, saran, _build_bagian(kolom, uji))


def _list_uji_butir(kolom: Kolom, acuan: Acuan) -> Iterator[UjiButir]:
    """Yield (test of one item, rule in words, remedy) for what a column declares."""
    if kolom.jenis is Jenis.ANGKA:
        yield _is_angka, "bukan angka yang dapat dibaca dengan pasti.", _suggest_angka
        yield from _list_uji_batas(kolom)
    if kolom.jenis is Jenis.TANGGAL:
        yield (
            lambda nilai: not _is_tanggal_ragu(nilai),
            "tanggal ini dapat dibaca dua cara, karena berkas ini juga memuat tanggal dengan bulan di depan.",
            _suggest_tanggal,
        )
        yield lambda nilai: _is_tanggal_ragu(nilai) or _is_tanggal(nilai), "bukan tanggal yang sah.", _suggest_tanggal
    if kolom.jenis is Jenis.SUMBER:
        yield _is_sumber, "bukan alamat web dan bukan kutipan dokumen.", _suggest_alamat
    if kolom.pilihan:
        pilihan = kolom.pilihan
        yield (
            frozenset(pilihan).__contains__,
            f"hanya boleh {list_pilihan(pilihan)}.",
            lambda nilai: suggest_pilihan(nilai, pilihan, wajib=kolom.wajib),
        )
    if kolom.rujuk:
        daftar = acuan[kolom.rujuk]
        yield (
            daftar.__contains__,
            f"tidak ada dalam daftar {name_acuan(kolom.rujuk)}.",
            build_saran_kode(daftar),
        )
    if kolom.pola:
        pola = re.compile(kolom.pola, re.ASCII)
        yield (
            lambda nilai: pola.fullmatch(nilai) is not None,
            "bentuknya tidak sesuai.",
            _always(f"Contoh bentuk yang benar: {kolom.contoh}."),
        )


def _list_uji_batas(kolom: Kolom) -> Iterator[UjiButir]:
    """Yield the tests of a number's bounds; what is no number is left to another test."""
    bawah, atas = kolom.minimal, kolom.maksimal
    if bawah is not None:
        yield (
            lambda n: not _is_angka(n) or float(n) >= bawah,
            f"harus {bawah:g} atau lebih.",
            _always("Periksa angkanya pada sumber."),
        )
    if atas is not None:
        yield (
            lambda n: not _is_angka(n) or float(n) <= atas,
            f"harus {atas:g} atau kurang.",
            _always("Periksa angkanya pada sumber."),
        )
    if kolom.bulat:
        yield (
            lambda n: not _is_angka(n) or float(n).is_integer(),
            "harus bilangan bulat.",
            _always("Tulis tanpa angka di belakang koma."),
        )


def _check_baris(tabel: Tabel, lembar: Lembar) -> Iterator[Pemeriksaan]:
    """Yield the checks between cells of a row and between rows."""
    for aturan in tabel.aturan:
        yield Pemeriksaan(aturan.kolom, aturan.uji, aturan.kalimat, _always(aturan.saran))
    for unik in ([tabel.kunci] if tabel.kunci else [], list(tabel.unik)):
        if unik:
            yield _build_uji_unik(unik, lembar)


def _build_uji_unik(unik: list[str], lembar: Lembar) -> Pemeriksaan:
    """Return the check that the columns together do not repeat; the first row is kept."""
    nama = " dan ".join(f"`{kolom}`" for kolom in unik)

    def is_pertama(isi: pd.DataFrame) -> pd.Series[bool]:
        return ~isi.duplicated(unik) | isi[unik].isna().any(axis=1)

    def name_pertama(nilai: str) -> str:
        cocok = lembar.isi[unik[0]].eq(nilai)
        baris = lembar.find_baris(int(cocok.to_numpy().argmax()))
        return f"Sudah dipakai di baris {baris}; beri nilai lain atau hapus salah satunya."

    return Pemeriksaan(unik[0], is_pertama, f"{nama} tidak boleh berulang.", name_pertama)


def _build_uji_isi(nama: str) -> UjiTabel:
    """Return the test that no cell of a column is blank."""
    return lambda isi: isi[nama].notna()


def _build_uji_butir(kolom: Kolom, uji: Callable[[str], bool]) -> UjiTabel:
    """Return the test of a whole column from the test of one item; blanks and formula errors pass."""

    def is_benar(sel: str) -> bool:
        return (uji is not _is_bukan_galat_rumus and sel in GALAT_RUMUS) or all(
            uji(butir) for butir in _split_sel(sel, kolom)
        )

    return lambda isi: map_distinct(isi[kolom.nama], is_benar, kosong=True).astype(bool)


def _build_bagian(kolom: Kolom, uji: Callable[[str], bool]) -> Callable[[str], tuple[str, ...]] | None:
    """Return the function that picks the wrong items of a list cell; None for other columns."""
    if not kolom.daftar:
        return None
    return lambda sel: tuple(butir for butir in _split_sel(sel, kolom) if not uji(butir))


def _always(kalimat: str) -> Callable[[str], str]:
    """Return a remedy that is the same for every value."""
    return lambda _: kalimat


def _split_sel(sel: str, kolom: Kolom) -> tuple[str, ...]:
    """Return the items of a cell: several in a list column, else the cell itself."""
    return split_items(sel, kolom.jenis) if kolom.daftar else (sel,)


def _is_bukan_galat_rumus(butir: str) -> bool:
    return butir not in GALAT_RUMUS


def _is_angka(butir: str) -> bool:
    return _ANGKA.fullmatch(butir) is not None and isfinite(float(butir))


def _is_tanggal(butir: str) -> bool:
    try:
        return parse_tanggal(butir) is not None
    except ValueError:
        return False


def _is_tanggal_ragu(butir: str) -> bool:
    return butir.endswith(TANDA_RAGU) and len(list_bacaan(butir)) > 1


def _suggest_tanggal(butir: str) -> str:
    bacaan = [satu for satu in list_bacaan(butir) if _is_tanggal(satu)]
    if len(bacaan) > 1:
        return f"Tulis {' atau '.join(f'{satu} ({format_tanggal(satu)})' for satu in bacaan)}."
    if bacaan:
        return f"Bulan {bacaan[0][8:]} tidak ada. Maksudnya {bacaan[0]}?"
    return _PERBAIKI_TANGGAL


def _is_sumber(butir: str) -> bool:
    if _MIRIP_ALAMAT.match(butir):
        return _ALAMAT.fullmatch(butir) is not None
    return len(butir) >= _KUTIPAN_TERPENDEK


def _suggest_alamat(butir: str) -> str:
    contoh = f"https://{butir}"
    if _ALAMAT.fullmatch(contoh):
        return f"Mungkin maksudnya {contoh}."
    return "Tulis alamat lengkap yang diawali https://, atau sebut nama dokumennya."


def _suggest_angka(butir: str) -> str:
    if "e+" in butir.casefold():
        return "Excel meringkas angka ini; ubah format sel menjadi Angka lalu simpan ulang."
    if ANGKA_RAGU.fullmatch(butir):
        polos = re.sub("[.,]", "", butir)
        pecahan = f"{float(butir.replace(',', '.')):.2f}".replace(".", ",")
        return f"Dapat berarti {polos} atau sekitar {pecahan}: tulis {polos}, atau dengan dua angka di belakang koma."
    return "Tulis angkanya saja, misalnya 1520,63; kosongkan bila belum diketahui."


def _word_pengisian(kolom: Kolom) -> str:
    if kolom.pilihan:
        return f"Isi dengan {list_pilihan(kolom.pilihan)}."
    return f"Contoh: {kolom.contoh}." if kolom.contoh else "Isi sel ini, atau hapus barisnya."
