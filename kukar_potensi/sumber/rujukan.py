"""Hold the tables together: what may be referred to, and what falls with a row left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.rapikan import map_distinct
from kukar_potensi.sumber.skema import PEMISAH_DAFTAR, Acuan, Kolom, Lembar, Tabel, split_items
from kukar_potensi.sumber.temuan import name_acuan

_NAMA_ACUAN: Final = {
    "desa": ("kode", "nama"),
    "kecamatan": ("kode", "nama"),
    "opd": ("id", "nama"),
    "urusan": ("kode", "nama"),
    "sektor": ("id", "nama"),
    "klaster_ikn": ("id", "nama"),
    "kerja_sama": ("id", "judul"),
}

_TEMPAT: Final = ("desa", "kecamatan")

Isi = dict[str, pd.DataFrame]


def build_acuan(isi: Mapping[str, pd.DataFrame]) -> Acuan:
    """Return the codes that tables may refer to, each with the name people know.

    `isi` are tidied tables by name, with the code as a column. Desa bear their kecamatan,
    since names of desa repeat.
    """
    acuan = {}
    for tabel, (kode, nama) in _NAMA_ACUAN.items():
        lengkap = isi[tabel].dropna(subset=[kode])
        sebutan = lengkap[nama].fillna("")
        if tabel == "desa":
            sebutan = sebutan.str.cat(lengkap["nama_kecamatan"].fillna(""), sep=", ")
        acuan[tabel] = dict(zip(lengkap[kode], sebutan, strict=True))
    return acuan


def drop_rujukan_gugur(isi: Isi, daftar: Iterable[Tabel], lembar: Mapping[str, Lembar]) -> tuple[list[Temuan], int]:
    """Mend references to rows that were left out, so that every code left can be looked up.

    Changes `isi` in place (frames are replaced, not written into). A reference that may be
    blank is emptied; a row that cannot do without it, or that lay nowhere else, is left
    out too, and so on until nothing more falls. Returns the faults and the number of rows left out here.
    """
    temuan: list[Temuan] = []
    terbuang = 0
    tabel_perujuk = [tabel for tabel in daftar if any(kolom.rujuk for kolom in tabel.kolom)]
    jalan = True
    while jalan:
        jalan = False
        acuan = build_acuan(isi)
        for tabel in tabel_perujuk:
            for kolom in tabel.kolom:
                if not kolom.rujuk:
                    continue
                hasil = _drop_kolom(isi, tabel, kolom, acuan, lembar[tabel.nama])
                temuan += hasil[0]
                terbuang += hasil[1]
                jalan = jalan or bool(hasil[0])
    return temuan, terbuang


def _drop_kolom(isi: Isi, tabel: Tabel, kolom: Kolom, acuan: Acuan, lembar: Lembar) -> tuple[list[Temuan], int]:
    """Mend one column that refers to others; return the faults and the rows left out."""
    kerangka = isi[tabel.nama]
    ada = acuan[kolom.rujuk]

    def keep_ada(sel: str) -> str | None:
        butir = split_items(sel) if kolom.daftar else (sel,)
        return PEMISAH_DAFTAR.join(b for b in butir if b in ada) or None

    sisa = map_distinct(kerangka[kolom.nama], keep_ada).astype("str")
    berubah = kerangka[kolom.nama].notna() & sisa.ne(kerangka[kolom.nama]).fillna(True).astype(bool)
    if not berubah.any():
        return [], 0
    gugur = berubah & sisa.isna() & (kolom.wajib or (kolom.rujuk in _TEMPAT and not tabel.acuan))
    temuan = [
        Temuan(
            tabel.berkas,
            lembar.find_baris(posisi),
            kolom.nama,
            sel,
            f"merujuk {name_acuan(kolom.rujuk)} yang tidak dimuat karena barisnya salah; "
            + ("baris ini ikut tidak dimuat." if ikut else "rujukan itu dilepas."),
            "Perbaiki dulu baris yang dirujuk.",
        )
        for posisi, sel, ikut in zip(
            kerangka.index[berubah], kerangka.loc[berubah, kolom.nama], gugur[berubah], strict=True
        )
    ]
    isi[tabel.nama] = kerangka.assign(**{kolom.nama: sisa})[~gugur]
    return temuan, int(gugur.sum())
