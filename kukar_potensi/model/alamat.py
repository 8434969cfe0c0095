"""List every source address with the rows it carries and its class."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Himpunan

BELUM_DINILAI: Final = "belum dinilai"

_DISEBUT: Final = 40
_SITUS: Final = re.compile(r"https?://(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_TABEL: Final = {
    "potensi": "potensi",
    "kerja_sama": "kerja sama",
    "tindak_lanjut": "tindak lanjut",
    "opd": "OPD",
    "urusan": "urusan",
    "klaster_ikn": "klaster IKN",
    "konektivitas": "konektivitas",
    "rpjmd": "RPJMD",
    "ikn_kukar": "IKN dan Kukar",
    "kecamatan_angka": "angka kecamatan",
    "desa_status": "status desa",
    "ikn_desa": "desa dan IKN",
}


def site_of(alamat: str) -> str:
    """Return the site of an address; a source that is no address stays as it is."""
    cocok = _SITUS.match(alamat)
    return cocok[1].casefold() if cocok else alamat


@lru_cache(maxsize=4)
def list_alamat(himpunan: Himpunan) -> pd.DataFrame:
    """Return one line a source, the one that carries the most rows first.

    Columns: alamat (web address or citation), situs ("" for a citation), kelas (classes
    given to its rows, "A, B"; "belum dinilai" without any), baris (rows of the whole data
    set), potensi, kerja_sama (rows of these tables), dipakai (tables and ids in words, at most
    40).
    """
    tautan = _list_tautan(himpunan)
    kelompok = tautan.groupby("alamat", sort=False)
    hasil = pd.DataFrame(
        {
            "kelas": kelompok["kelas"].agg(_join_kelas),
            "baris": kelompok.size(),
            "potensi": tautan["tabel"].eq("potensi").groupby(tautan["alamat"], sort=False).sum(),
            "kerja_sama": tautan["tabel"].eq("kerja_sama").groupby(tautan["alamat"], sort=False).sum(),
            "dipakai": tautan["sebutan"].groupby(tautan["alamat"], sort=False).agg(_join_sebutan),
        }
    )
    hasil.insert(0, "situs", [name_situs(str(alamat)) for alamat in hasil.index])
    return hasil.reset_index().sort_values(["baris", "alamat"], ascending=[False, True], ignore_index=True)


def name_situs(alamat: str) -> str:
    """Return the host of a web address without "www."; "" for anything else."""
    cocok = _SITUS.match(alamat)
    return cocok[1].casefold() if cocok else ""


def _list_tautan(himpunan: Himpunan) -> pd.DataFrame:
    """Return one line a (source, row): alamat, tabel, kelas, sebutan of the row."""
    baris: list[tuple[str, str, str | None, str]] = []
    for tabel, sebutan in _TABEL.items():
        rows: pd.DataFrame = getattr(himpunan, tabel)
        kelas = rows["kelas_sumber"] if "kelas_sumber" in rows else pd.Series([None] * len(rows), index=rows.index)
        for nomor, (kode, daftar, satu) in enumerate(zip(rows.index, rows["sumber"], kelas, strict=True), start=1):
            nama = f"{sebutan} {kode}" if rows.index.name is not None else f"{sebutan} baris {nomor}"
            baris += [(alamat, tabel, satu if isinstance(satu, str) else None, nama) for alamat in daftar]
    return pd.DataFrame(baris, columns=["alamat", "tabel", "kelas", "sebutan"])


def _join_sebutan(sebutan: pd.Series) -> str:
    """Name the rows, cut short when there are many."""
    awal = "; ".join(sebutan.iloc[:_DISEBUT])
    return awal if len(sebutan) <= _DISEBUT else f"{awal}; dan {len(sebutan) - _DISEBUT} lagi"


def _join_kelas(kelas: pd.Series) -> str:
    """Name the classes given, in order."""
    return ", ".join(sorted(set(kelas.dropna()))) or BELUM_DINILAI
