"""Check what no single table can know: rules between files and over whole files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.skema import split_items
from kukar_potensi.sumber.skema_acuan import RUBRIK, SEKTOR, URUSAN
from kukar_potensi.sumber.skema_keadaan import SUMBER

JUMLAH_BOBOT: Final = 100


def check_silang(isi: Mapping[str, pd.DataFrame], berkas: Iterable[str]) -> list[Temuan]:
    """Return the faults between tables.

    `isi` are tidied tables by name with text cells; `berkas` the files of the data set.
    """
    return [
        *_check_sektor(isi["sektor"], isi["urusan"]),
        *_check_bobot(isi["rubrik"]),
        *_check_asal(isi["sumber"], set(berkas)),
    ]


def _check_sektor(sektor: pd.DataFrame, urusan: pd.DataFrame) -> list[Temuan]:
    """Check that every urusan belongs to one sektor."""
    pemilik: dict[str, list[str]] = {}
    for nama, daftar in zip(sektor["id"], sektor["kode_urusan"].fillna(""), strict=True):
        for kode in split_items(daftar):
            pemilik.setdefault(kode, []).append(nama)
    temuan = [
        Temuan(SEKTOR.berkas, None, "kode_urusan", kode, f"urusan ini ada di {len(nama)} sektor: {', '.join(nama)}.",
               "Tinggalkan di satu sektor saja.")
        for kode, nama in pemilik.items()
        if len(nama) > 1
    ]  # fmt: skip
    temuan += [
        Temuan(SEKTOR.berkas, None, "kode_urusan", kode, "urusan ini belum ada di sektor mana pun.",
               f"Tambahkan pada satu sektor, atau hapus dari {URUSAN.berkas}.")
        for kode in urusan["kode"]
        if kode not in pemilik
    ]  # fmt: skip
    return temuan


def _check_bobot(rubrik: pd.DataFrame) -> list[Temuan]:
    """Check that the weights of the rubric sum to 100."""
    jumlah = float(pd.to_numeric(rubrik["bobot"]).sum())
    if jumlah == JUMLAH_BOBOT:
        return []
    return [
        Temuan(RUBRIK.berkas, None, "bobot", f"{jumlah:g}", f"jumlah bobot harus {JUMLAH_BOBOT}.",
               "Sesuaikan bobot setiap kriteria.")
    ]  # fmt: skip


def _check_asal(asal: pd.DataFrame, berkas: set[str]) -> list[Temuan]:
    """Check that every file says where it comes from."""
    tercatat = set(asal["berkas"])
    return [
        Temuan(SUMBER.berkas, None, "berkas", nama, "asal dan lisensi berkas ini belum dicatat.", "Tambahkan barisnya.")
        for nama in sorted(berkas - tercatat)
    ]
