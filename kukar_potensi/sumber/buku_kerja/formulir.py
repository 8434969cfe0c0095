"""Say what the workbook looks like: its sheets, their columns, and how codes are written for people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.teks import compact_text
from kukar_potensi.sumber.rujukan import build_acuan
from kukar_potensi.sumber.skema import Acuan, Kolom, Tabel
from kukar_potensi.sumber.skema_fakta import KERJA_SAMA, POTENSI, TINDAK_LANJUT

PETUNJUK: Final = "Petunjuk"
DAFTAR: Final = "Daftar"
HASIL: Final = "Hasil Periksa"
LEMBAR_BACAAN: Final = ("Keterangan", "Perlu Dicek", "Pilihan")
"""Sheets of other workbooks of ours that are only there to be read."""

TANDA_CONTOH: Final = "CONTOH"

_LABEL: Final = re.compile(r"(.*?)\s*\(([^()]+)\)\s*", re.DOTALL)
_LABEL_KODE_DULU: Final = re.compile(r"([A-Z]?\d[\d.]*?)\.?\s*[-–—:]?\s+([^\d\s].*)", re.DOTALL)
ALAMAT_CONTOH: Final = "https://contoh.invalid/berita/contoh"

DIISIKAN: Final = {
    "id": "nomor baru diberikan saat digabung",
    "tingkat": "mengikuti tempat yang diisi",
    "status_verifikasi": "“belum diverifikasi OPD” bila kosong",
    "masuk_210": "“belum diketahui” bila kosong",
}
"""Required columns of data/ that a person may leave blank in the workbook, and what becomes of them."""


@dataclass(frozen=True)
class Formulir:
    """One sheet to fill: its name, the table it fills, and an example.

    `kembar` are the columns that together name the thing a row is about.
    """

    judul: str
    tabel: Tabel
    kembar: tuple[str, ...]
    contoh: Mapping[str, str]

    @cached_property
    def kolom(self) -> tuple[Kolom, ...]:
        """Columns of the template, in the order of data/; the precision of place follows from the place."""
        return tuple(kolom for kolom in self.tabel.kolom if kolom.nama != "tingkat")

    @cached_property
    def tabel_isian(self) -> Tabel:
        """The table as it is checked: the same rules, without an id for new rows."""
        kolom = tuple(replace(k, wajib=False, pola="") if k.nama == "id" else k for k in self.tabel.kolom)
        return replace(self.tabel, kolom=kolom, kunci="")

    def is_wajib(self, kolom: Kolom) -> bool:
        """Tell whether a person has to fill a column."""
        return kolom.wajib and kolom.nama not in DIISIKAN


FORMULIR: Final = (
    Formulir(
        "Potensi",
        POTENSI,
        ("nama",),
        {
            "id": TANDA_CONTOH,
            "nama": "Kebun lada Desa Contoh",
            "sektor": "perkebunan",
            "sektor_sumber": "Perkebunan",
            "kode_urusan": "3.27",
            "kode_kecamatan": "64.02.02",
            "kode_desa": "64.02.02.2002",
            "uraian": "Baris ini hanya contoh dan tidak dibaca. Tulis dengan kata sendiri, satu sampai dua kalimat.",
            "nilai": "12,5",
            "satuan": "ha",
            "tahun_data": "2024",
            "kewenangan": "kabupaten",
            "sumber": ALAMAT_CONTOH,
            "tanggal_sumber": "3 Mei 2024",
            "kelas_sumber": "B",
            "status_verifikasi": "belum diverifikasi OPD",
        },
    ),
    Formulir(
        "Kerja Sama",
        KERJA_SAMA,
        ("judul", "mitra"),
        {
            "id": TANDA_CONTOH,
            "judul": "Pendampingan petani lada Desa Contoh",
            "jenis_dokumen": "Perjanjian Kerja Sama",
            "jenis_dokumen_sumber": "PKS",
            "kategori": "KSDPK",
            "mitra": "Universitas Contoh",
            "kode_urusan": "3.27",
            "sektor": "pertanian",
            "tanggal_ttd": "3 Mei 2024",
            "presisi_ttd": "hari",
            "jangka_waktu": "dua tahun",
            "tanggal_berakhir": "2 Mei 2026",
            "dasar_berakhir": "dihitung",
            "nilai_rp": "150.000.000",
            "masuk_210": "belum diketahui",
            "kode_kecamatan": "64.02.02",
            "sumber": ALAMAT_CONTOH,
            "status_verifikasi": "belum diverifikasi OPD",
        },
    ),
)

FORMULIR_TINDAK_LANJUT: Final = Formulir("Tindak Lanjut", TINDAK_LANJUT, ("peristiwa",), {})
"""A sheet of the worksheet that is checked; its rows are recorded by hand."""

DICATAT_SENDIRI: Final = ("OPD",)
"""Sheets of the worksheet that are recorded by hand and not checked."""

NAMA_LEMBAR: Final = tuple(formulir.judul for formulir in FORMULIR)


def list_acuan(himpunan: Himpunan) -> Acuan:
    """Return the code lists of a loaded data set: list -> {code: name people know}."""
    nama = ("desa", "kecamatan", "opd", "urusan", "sektor", "klaster_ikn", "kerja_sama")
    isi = {satu: pd.DataFrame(getattr(himpunan, satu)).reset_index() for satu in nama}
    return build_acuan(isi)


def label_kode(kode: str, nama: str) -> str:
    """Write a code as the lists of the template show it: "Loa Kulu (64.02.02)"."""
    return f"{nama} ({kode})" if nama else kode


def split_label(teks: str) -> tuple[str, str]:
    """Return (name, code) of "Loa Kulu (64.02.02)" and of "3.25 Kelautan dan Perikanan"; ("", "") for any other text."""
    if cocok := _LABEL.fullmatch(teks):
        return cocok[1], cocok[2].strip()
    cocok = _LABEL_KODE_DULU.fullmatch(teks.strip())
    return (cocok[2].strip(), cocok[1]) if cocok else ("", "")


def is_contoh(isi: Mapping[str, str]) -> bool:
    """Tell whether a row is the example of the template: by its mark, or by its source where the mark was deleted."""
    return isi.get("id", "").upper() == TANDA_CONTOH or isi.get("sumber", "") == ALAMAT_CONTOH


def find_formulir(judul: str) -> Formulir | None:
    """Return the form of a sheet whose rows are merged, by its name; case, spaces and signs are forgiven."""
    return next((satu for satu in FORMULIR if is_bernama(judul, satu.judul)), None)


def is_bernama(judul: str, nama: str) -> bool:
    """Tell whether the title of a sheet is a name; case, spaces and signs are forgiven."""
    return compact_text(judul) == compact_text(nama)
