"""Bring cells into one written form, whatever spreadsheet or habit wrote them.

Numbers become "1520.63", dates ISO, codes and choices the spelling of the declaration,
lists items joined by "; ". What cannot be read stays as it was written, so that the check
after this reports it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pandas as pd

from kukar_potensi.model.tanggal import NAMA_BULAN
from kukar_potensi.sumber.skema import PEMISAH_DAFTAR, Jenis, Kolom, Lembar, Tabel, split_items

_ANGKA_BIASA: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_RIBUAN_TITIK: Final = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?", re.ASCII)
_RIBUAN_KOMA: Final = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_DESIMAL_TITIK: Final = re.compile(r"[+-]?\d+\.\d+", re.ASCII)
_DESIMAL_KOMA: Final = re.compile(r"[+-]?\d+,\d+", re.ASCII)
ANGKA_RAGU: Final = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)

_TANGGAL_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ][\d:.]+)?)?)?", re.ASCII)
_TANGGAL_HARI_DULU: Final = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})(?:[T ][\d:.]+)?", re.ASCII)
_BULAN_DULU: Final = re.compile(r"(0?[1-9]|1[0-2])[-/. ](1[3-9]|2[0-9]|3[01])[-/. ]([0-9]{4})(?:[T ][0-9:.]+)?")
_TANGGAL_KATA: Final = re.compile(r"(?:(\d{1,2})[ -]+)?([a-z]+)\.?,?[ -]+(\d{4})", re.ASCII)
BULAN_SETAHUN: Final = 12
TANDA_RAGU: Final = "?"
"""Ends a number or a date that can be read two ways."""

_EJAAN_BULAN: Final = {
    2: ("pebruari",),
    5: ("may",),
    8: ("agt", "agst", "aug", "august"),
    9: ("sept",),
    10: ("oct",),
    11: ("nop", "nopember"),
    12: ("dec",),
}
_BULAN: Final = {
    ejaan.casefold(): nomor
    for nomor, nama in enumerate(NAMA_BULAN, start=1)
    for ejaan in (nama, nama[:3], *_EJAAN_BULAN.get(nomor, ()))
}


def tidy_lembar(lembar: Lembar, tabel: Tabel) -> pd.DataFrame:
    """Return the cells of a sheet in one written form: text columns, null where blank."""
    desimal, pasti = _detect_desimal(lembar, tabel)
    bulan_dulu = any(map(_BULAN_DULU.fullmatch, _list_unik(lembar, tabel, Jenis.TANGGAL)))
    return pd.DataFrame(
        {
            kolom.nama: map_distinct(lembar.isi[kolom.nama], _choose_perapi(kolom, desimal, pasti, bulan_dulu))
            for kolom in tabel.kolom
        },
        dtype="str",
    )


def map_distinct(kolom: pd.Series[Any], ubah: Callable[[str], Any], kosong: object = None) -> pd.Series[Any]:
    """Return a column of objects: each different text changed once, blanks become `kosong`."""
    kode, unik = pd.factorize(kolom)
    hasil = np.empty(len(unik) + 1, dtype=object)
    hasil[-1] = kosong
    for i, teks in enumerate(unik):
        hasil[i] = ubah(teks)
    return pd.Series(hasil[kode], index=kolom.index, dtype=object)


def tidy_angka(teks: str, desimal: str, pasti: bool) -> str:
    """Return a number as "1520.63"; text that is no number comes back as is.

    `desimal` is the decimal sign of the file and `pasti` whether its own numbers prove it.
    "1.520" and "1,520" can be read two ways: with the decimal sign they are decimals, with
    the other sign thousands if `pasti`; else they gain a question mark, to be reported.
    """
    padat = teks.replace("\u00a0", "").replace(" ", "")
    if ANGKA_RAGU.fullmatch(padat):
        if desimal in padat:
            return padat.replace(",", ".")
        return re.sub("[.,]", "", padat) if pasti else f"{teks}{TANDA_RAGU}"
    if _ANGKA_BIASA.fullmatch(padat):
        return padat
    if _RIBUAN_TITIK.fullmatch(padat) or _DESIMAL_KOMA.fullmatch(padat):
        return padat.replace(".", "").replace(",", ".")
    if _RIBUAN_KOMA.fullmatch(padat):
        return padat.replace(",", "")
    return teks


def tidy_tanggal(teks: str, bulan_dulu: bool = False) -> str:
    """Return a partial date in ISO form; text in no known form comes back as is.

    Known: ISO, "18/09/2023" (day first), "09/2023", "18 September 2023", "Sep 2023". In a
    file that elsewhere writes the month first (`bulan_dulu`), "9/8/2023" may be either and
    gains a question mark, to be reported; "18/9/2023" and "9/9/2023" are read one way there
    too. A date with the month first is never turned round: it stays as written.
    """
    kecil = teks.casefold()
    if iso := _TANGGAL_ISO.fullmatch(kecil):
        return _join_iso(*iso.groups())
    if _BULAN_DULU.fullmatch(kecil):
        return teks
    if angka := _TANGGAL_HARI_DULU.fullmatch(kecil):
        tahun, bulan, hari = reversed(angka.groups())
        if bulan_dulu and hari and int(hari) <= BULAN_SETAHUN and int(hari) != int(bulan):
            return f"{teks}{TANDA_RAGU}"
        return _join_iso(tahun, bulan, hari)
    kata = _TANGGAL_KATA.fullmatch(kecil)
    if kata and kata[2] in _BULAN:
        return _join_iso(kata[3], str(_BULAN[kata[2]]), kata[1])
    return teks


def list_bacaan(teks: str) -> tuple[str, ...]:
    """Return the days, in ISO form, that a date of three numbers may mean: day first, then month first.

    One where only the month can come first ("09/18/2023"); none for a text of another form.
    """
    kecil = teks.removesuffix(TANDA_RAGU).casefold()
    if terbalik := _BULAN_DULU.fullmatch(kecil):
        return (_join_iso(terbalik[3], terbalik[1], terbalik[2]),)
    angka = _TANGGAL_HARI_DULU.fullmatch(kecil)
    if angka is None or angka[1] is None or int(angka[1]) > BULAN_SETAHUN:
        return ()
    return _join_iso(angka[3], angka[2], angka[1]), _join_iso(angka[3], angka[1], angka[2])


def _join_iso(tahun: str, bulan: str | None, hari: str | None) -> str:
    """Join the parts that are known."""
    return "-".join([tahun, *(bagian.zfill(2) for bagian in (bulan, hari) if bagian)])


def _choose_perapi(kolom: Kolom, desimal: str, pasti: bool, bulan_dulu: bool) -> Callable[[str], str]:
    """Return the function that tidies one cell of a column."""
    if kolom.jenis is Jenis.ANGKA:
        return lambda teks: tidy_angka(teks, desimal, pasti)
    if kolom.jenis is Jenis.TANGGAL:
        return lambda teks: tidy_tanggal(teks, bulan_dulu)
    if kolom.daftar:
        return lambda teks: PEMISAH_DAFTAR.join(split_items(teks, kolom.jenis)) or teks
    if kolom.pilihan:
        ejaan = {pilihan.casefold(): pilihan for pilihan in kolom.pilihan}
        return lambda teks: ejaan.get(" ".join(teks.casefold().split()), teks)
    return str


def _detect_desimal(lembar: Lembar, tabel: Tabel) -> tuple[str, bool]:
    """Return the decimal sign of a file and whether its numbers prove it.

    Only numbers that can be read one way speak. Without any, or when they disagree, the
    separator between the cells tells: a spreadsheet that writes decimal commas parts
    cells with something else.
    """
    jelas = {teks for teks in _list_unik(lembar, tabel, Jenis.ANGKA) if not ANGKA_RAGU.fullmatch(teks)}
    koma = any(_DESIMAL_KOMA.fullmatch(teks) or _RIBUAN_TITIK.fullmatch(teks) for teks in jelas)
    titik = any(_DESIMAL_TITIK.fullmatch(teks) or _RIBUAN_KOMA.fullmatch(teks) for teks in jelas)
    if koma == titik:
        return ("," if lembar.koma_desimal else "."), False
    return ("," if koma else "."), True


def _list_unik(lembar: Lembar, tabel: Tabel, jenis: Jenis) -> set[str]:
    """Return the different texts in all columns of one kind."""
    lajur = (lembar.isi[kolom.nama].dropna() for kolom in tabel.kolom if kolom.jenis is jenis)
    return {teks for kolom in lajur for teks in kolom.unique()}
