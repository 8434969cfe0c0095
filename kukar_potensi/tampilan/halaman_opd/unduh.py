"""Offer the worksheet of the agency; it is written only when asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st

from kukar_potensi.ekspor.lembar_opd import KolomData, TabelData, write_lembar_opd
from kukar_potensi.ekspor.sel import Jenis as JenisSel
from kukar_potensi.model.kamus_data import UraianBerkas, parse_kamus_data
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.teks import fold_text
from kukar_potensi.sumber.buku_kerja.formulir import FORMULIR, Formulir, list_acuan
from kukar_potensi.sumber.skema import Jenis, Kolom, Tabel
from kukar_potensi.sumber.skema_acuan import OPD
from kukar_potensi.sumber.skema_fakta import TINDAK_LANJUT
from kukar_potensi.tampilan.data import AKAR
from kukar_potensi.tampilan.konteks import Konteks

_JENIS: Final[dict[Jenis, JenisSel]] = {Jenis.ANGKA: "angka", Jenis.TANGGAL: "tanggal"}
_LAIN: Final = (("Tindak Lanjut", TINDAK_LANJUT), ("OPD", OPD))


def show_unduh(konteks: Konteks, keselarasan: Keselarasan) -> None:
    """Show the button; its label tells how many rows the file will hold."""
    milik = keselarasan.milik
    nama = str(konteks.himpunan.opd.at[keselarasan.opd, "nama"])

    def write() -> bytes:
        saringan = konteks.saringan.with_(opd=()).describe(konteks.kamus)
        return write_lembar_opd(keselarasan, list_tabel(), list_acuan(konteks.himpunan), saringan)

    st.download_button(
        f"Lembar kerja OPD ({milik.n_potensi + milik.n_kerja_sama} baris, XLSX)",
        data=write,
        file_name=f"lembar-kerja-{file_part(nama)}-{konteks.tanggal.isoformat()}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        on_click="ignore",
        type="primary",
        key="unduh_lembar_opd",
        help="Periksa, betulkan, dan kirim kembali ke Bagian Kerja Sama. Berisi petunjuk dan daftar pilihan.",
    )


def file_part(nama: str) -> str:
    """Return a name as part of a file name: only letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold_text(nama)).strip("-")[:60] or "opd"


@lru_cache(maxsize=1)
def list_tabel() -> tuple[TabelData, ...]:
    """Return the tables of the worksheet with the columns that data/ and its template have."""
    kamus = _read_kamus()
    formulir = [TabelData(f.judul, f.tabel.nama, _columns(f.tabel, f.kolom, kamus, f)) for f in FORMULIR]
    lain = [TabelData(judul, tabel.nama, _columns(tabel, tabel.kolom, kamus)) for judul, tabel in _LAIN]
    return (*formulir, *lain)


def _columns(
    tabel: Tabel, kolom: tuple[Kolom, ...], kamus: Mapping[str, UraianBerkas], formulir: Formulir | None = None
) -> tuple[KolomData, ...]:
    uraian = kamus.get(tabel.berkas)
    hasil = []
    for satu in kolom:
        perihal = uraian.find_kolom(satu.nama) if uraian else None
        hasil.append(
            KolomData(
                satu.nama,
                _JENIS.get(satu.jenis, "teks"),
                satu.pilihan,
                satu.rujuk,
                satu.daftar,
                formulir.is_wajib(satu) if formulir else satu.wajib,
                *((perihal.arti, perihal.isi, perihal.kosong) if perihal else ()),
            )
        )
    return tuple(hasil)


def _read_kamus(folder: Path = AKAR / "data") -> dict[str, UraianBerkas]:
    """Return what data/README.md says of every column; empty without that file."""
    berkas = folder / "README.md"
    return parse_kamus_data(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}
