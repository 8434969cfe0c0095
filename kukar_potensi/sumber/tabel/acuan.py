"""Read the reference tables and collect every fault found on the way."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.model.tanggal import parse_tanggal

Baris = dict[str, str]

ALAMAT = re.compile(r"https?://[^\s;]*[^\s;,.]")
"""A web address inside a remark; a list separator or closing mark is not part of it."""

BERKAS_ACUAN: dict[str, tuple[str, ...]] = {
    "kerja_sama/potensi.csv": (
        "id",
        "sektor",
        "kode_urusan",
        "nama_potensi",
        "tingkat",
        "kode_kecamatan",
        "kode_desa",
        "deskripsi",
        "nilai",
        "satuan",
        "tahun_data",
        "tahun_sumber",
        "opd_usulan",
        "kewenangan_catatan",
        "klaster_ikn_usulan",
        "sumber",
        "jenis_sumber",
        "kelas_sumber",
        "catatan",
        "status_verifikasi",
    ),
    "kerja_sama/perjanjian.csv": (
        "id",
        "nomor_dokumen",
        "judul",
        "jenis_dokumen",
        "kategori_usulan",
        "sifat_ksdd",
        "mitra",
        "jenis_mitra",
        "opd",
        "dasar_opd",
        "kode_urusan",
        "sektor",
        "tanggal_ttd",
        "presisi_tanggal",
        "jangka_waktu",
        "berakhir",
        "nilai_rp",
        "dalam_rentang_2020_apr2024",
        "keyakinan",
        "sumber",
        "catatan",
        "kode_wilayah",
    ),
    "kerja_sama/tindak_lanjut.csv": ("id_kerja_sama", "tanggal", "peristiwa", "sumber"),
    "kerja_sama/opd.csv": (
        "id",
        "nama_opd",
        "singkatan",
        "jenis",
        "kode_urusan",
        "tugas_ringkas",
        "kode_wilayah",
        "sumber_nama",
        "status_nama",
        "dasar_tupoksi",
    ),
    "kerja_sama/urusan.csv": (
        "kode",
        "urusan",
        "kelompok",
        "termasuk_32_urusan",
        "sektor_dashboard",
        "opd_kukar",
        "catatan_kewenangan",
        "klaster_ikn_usulan",
        "sumber",
        "dasar_catatan",
    ),
    "kerja_sama/rubrik_ikn.csv": (
        "kode",
        "kriteria",
        "bobot",
        "nilai_0",
        "nilai_1",
        "nilai_2",
        "nilai_3",
        "nilai_4",
        "cara_isi",
        "dasar",
    ),
    "kerja_sama/konektivitas.csv": ("kode_kecamatan", "moda", "nama", "keterangan", "tahun", "sumber"),
    "kerja_sama/rpjmd.csv": ("dokumen", "periode", "misi_atau_program", "urusan", "sektor", "sumber"),
    "kerja_sama/ikn_kukar.csv": ("tanggal", "peristiwa", "bidang", "sumber"),
    "wilayah/desa.csv": ("kode", "nama", "jenis", "kode_kecamatan", "nama_kecamatan"),
    "wilayah/kecamatan_angka.csv": (
        "kode_kecamatan",
        "indikator",
        "nilai",
        "satuan",
        "tahun",
        "sumber",
        "catatan",
    ),
    "wilayah/desa_status.csv": ("kode_desa", "status", "tahun", "sumber", "catatan"),
    "wilayah/kode_lama_baru.csv": ("kode_lama_pmdn72_2019", "nama_lama", "kode_2025", "nama_2025", "cara"),
    "wilayah/ikn_desa.csv": ("kode", "pct_ikn_uu3_2022", "status_2025", "sumber"),
}
"""Every reference file of a build, relative to its folder, with the columns it must have."""


class GalatAcuan(ValueError):
    """The reference tables cannot be turned into data/; `temuan` tells every reason at once."""

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        """Keep the faults and make one message of them."""
        self.temuan = tuple(temuan)
        super().__init__("\n".join(satu.kalimat() for satu in self.temuan))


@dataclass
class Acuan:
    """The reference tables of one build and the faults found in them so far.

    `tabel` maps a file name of `BERKAS_ACUAN` to its rows; every cell is stripped text, empty
    where nothing is known. `temuan` grows while the tables are mapped; a build writes nothing
    when it is not empty at the end.
    """

    tabel: dict[str, list[Baris]]
    temuan: list[Temuan] = field(default_factory=list)

    def rows(self, berkas: str) -> list[Baris]:
        """Return the rows of one reference file."""
        return self.tabel[berkas]

    def report(self, berkas: str, nomor: int, kolom: str, nilai: str, aturan: str) -> None:
        """Note a fault in row `nomor` (0-based position in the file)."""
        saran = "Perbaiki acuan atau lengkapi tabel pemetaan di kukar_potensi/sumber/tabel."
        self.temuan.append(Temuan(berkas, nomor + 2, kolom, nilai, aturan, saran))


def read_acuan(folder: Path) -> Acuan:
    """Read every reference table of a folder.

    Raises GalatAcuan, with all faults at once, when a file is missing, cannot be read as UTF-8,
    or lacks a column.
    """
    tabel: dict[str, list[Baris]] = {}
    temuan: list[Temuan] = []
    for berkas, kolom in BERKAS_ACUAN.items():
        jalur = folder / berkas
        if not jalur.is_file():
            temuan.append(Temuan(berkas, None, "", "", f"tidak ada di {folder}.", "Periksa folder acuan."))
            continue
        try:
            isi = jalur.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            temuan.append(Temuan(berkas, None, "", "", "bukan teks UTF-8.", "Simpan ulang sebagai CSV UTF-8."))
            continue
        pembaca = csv.DictReader(isi.splitlines(keepends=True))
        kurang = [nama for nama in kolom if nama not in (pembaca.fieldnames or [])]
        temuan += [Temuan(berkas, 1, nama, "", "kolom ini tidak ada.", "Periksa baris judul.") for nama in kurang]
        if not kurang:
            tabel[berkas] = [{nama: (baris[nama] or "").strip() for nama in kolom} for baris in pembaca]
    if temuan:
        raise GalatAcuan(temuan)
    return Acuan(tabel)


def split_list(sel: str) -> list[str]:
    """Return the items of a list cell, without blanks and repeats, in their order."""
    return list(dict.fromkeys(item.strip() for item in sel.split(";") if item.strip()))


def join_list(isi: Iterable[str]) -> str:
    """Return a list cell of data/: items joined by "; ", without blanks and repeats."""
    return "; ".join(dict.fromkeys(item for item in isi if item))


def join_catatan(*bagian: str) -> str:
    """Return one remark made of the parts that are not blank."""
    return "; ".join(satu for satu in bagian if satu)


def find_alamat(*teks: str) -> list[str]:
    """Return every web address in the texts, in their order, each once."""
    ditemukan = (alamat for satu in teks for alamat in ALAMAT.findall(satu))
    return list(dict.fromkeys(alamat if "(" in alamat else alamat.rstrip("),.") for alamat in ditemukan))


def format_angka(teks: str) -> str:
    """Return a number as data/ writes it: decimal point, no trailing zeros, blank stays blank.

    Raises ValueError when the text is no number.
    """
    if not teks:
        return ""
    nilai = float(teks)
    return str(int(nilai)) if nilai.is_integer() else repr(nilai)


def check_tanggal(acuan: Acuan, berkas: str, nomor: int, kolom: str, teks: str) -> str:
    """Return a partial date unchanged, or blank with a fault noted when it is none."""
    if not teks:
        return ""
    try:
        rentang = parse_tanggal(teks)
    except ValueError:
        rentang = None
    if rentang is None:
        acuan.report(berkas, nomor, kolom, teks, "bukan tanggal yang dikenal (2023, 2023-09, 2023-09-18).")
        return ""
    return teks
