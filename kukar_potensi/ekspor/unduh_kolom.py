"""The columns of a downloaded view: name for machines, heading for people, unit, meaning; and their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from kukar_potensi.ekspor.sel import Jenis
from kukar_potensi.model.kamus import Kamus
from kukar_potensi.model.tampak import Tampak

PEMISAH: Final = "; "


@dataclass(frozen=True)
class KolomUnduh:
    """One column: `nama` as in data/, heading, kind of value, width of a sheet's column, unit, and meaning."""

    nama: str
    judul: str
    jenis: Jenis = "teks"
    lebar: int = 16
    satuan: str = ""
    arti: str = ""


_ID: Final = KolomUnduh("id", "Nomor", lebar=9, arti="nomor tetap baris")
_TEMPAT: Final = (
    KolomUnduh("tingkat", "Ketepatan tempat", arti="desa, kecamatan, atau kabupaten"),
    KolomUnduh("kode_kecamatan", "Kode kecamatan", arti="kode wilayah; beberapa dipisah titik koma"),
    KolomUnduh("nama_kecamatan", "Kecamatan", lebar=20, arti="nama menurut kode_kecamatan"),
    KolomUnduh("kode_desa", "Kode desa/kelurahan", arti="kode wilayah; kosong: tidak diketahui sampai desa"),
    KolomUnduh("nama_desa", "Desa/kelurahan", lebar=24, arti="nama menurut kode_desa"),
)
_SKOR: Final = (
    KolomUnduh("skor", "Skor relevansi IKN", "angka", 10, "0–100", "rubrik usulan, atas bobot yang dinilai"),
    KolomUnduh("kelas", "Kelas relevansi", lebar=14, arti="tinggi, sedang, rendah, atau belum dinilai"),
    KolomUnduh("kelengkapan", "Bobot yang dinilai", "angka", 10, "bagian 0–1", "bagian bobot rubrik yang dinilai"),
    KolomUnduh("indikatif", "Indikatif", lebar=10, arti="ya bila kurang dari 0,8 bobot dinilai"),
)
_SEKTOR: Final = (
    KolomUnduh("sektor", "Kode sektor", arti="sektor tampilan"),
    KolomUnduh("nama_sektor", "Sektor", lebar=22, arti="nama menurut sektor"),
    KolomUnduh("sektor_sumber", "Sektor menurut sumber", lebar=18, arti="kata pada sumber"),
    KolomUnduh("kode_urusan", "Kode urusan", lebar=9, arti="urusan pemerintahan (UU 23/2014)"),
)
_OPD: Final = (
    KolomUnduh("opd", "Kode OPD", lebar=9, arti="OPD usulan yang mengurus"),
    KolomUnduh("nama_opd", "OPD", lebar=28, arti="nama menurut opd"),
)
_SUMBER: Final = (
    KolomUnduh("sumber", "Sumber", "tautan", 44, arti="alamat sumber; beberapa dipisah titik koma"),
    KolomUnduh("kelas_sumber", "Kelas sumber", lebar=9, arti="A resmi/akademik, B media, C lemah"),
    KolomUnduh("status_verifikasi", "Verifikasi", lebar=20, arti="sudah diperiksa OPD atau belum"),
    KolomUnduh("catatan", "Catatan", lebar=40, arti="keraguan dan hal yang perlu dicek"),
)

KOLOM_POTENSI: Final = (
    _ID,
    KolomUnduh("nama", "Potensi", lebar=34, arti="nama potensi"),
    *_SEKTOR,
    *_TEMPAT,
    KolomUnduh("uraian", "Uraian", lebar=50, arti="keterangan dengan kata sendiri"),
    KolomUnduh("nilai", "Angka", "angka", 12, "menurut kolom satuan", "angka utama"),
    KolomUnduh("satuan", "Satuan angka", lebar=16, arti="satuan dan cakupan angka"),
    KolomUnduh("tahun_data", "Tahun angka", "tanggal", 14, arti="tahun angka atau keadaan, boleh sebagian tanggal"),
    *_OPD,
    KolomUnduh("kewenangan", "Kewenangan", arti="kabupaten, bersama, atau provinsi_pusat"),
    KolomUnduh("kewenangan_catatan", "Catatan kewenangan", lebar=30, arti="penjelasan kewenangan"),
    KolomUnduh("klaster_ikn", "Klaster IKN", lebar=18, arti="klaster atau kebutuhan IKN yang cocok (usulan)"),
    *_SKOR,
    KolomUnduh("bukti_lahan", "Bukti lahan", "tautan", 24, arti="alamat sumber; kosong: belum diketahui"),
    KolomUnduh("bukti_lembaga", "Bukti lembaga", "tautan", 24, arti="alamat sumber; kosong: belum diketahui"),
    KolomUnduh("bukti_rencana", "Bukti rencana", "tautan", 24, arti="alamat sumber; kosong: belum diketahui"),
    KolomUnduh("bukti_mitra", "Bukti mitra", "tautan", 24, arti="alamat sumber; kosong: belum diketahui"),
    KolomUnduh("jenis_sumber", "Jenis sumber", arti="jenis penerbit"),
    KolomUnduh("tanggal_sumber", "Tanggal sumber", "tanggal", 16, arti="terbitnya sumber, boleh sebagian tanggal"),
    *_SUMBER,
)
KOLOM_KERJA_SAMA: Final = (
    _ID,
    KolomUnduh("judul", "Kerja sama", lebar=42, arti="hal yang dikerjasamakan"),
    KolomUnduh("jenis_dokumen", "Jenis dokumen", lebar=22, arti="jenis menurut hukum"),
    KolomUnduh("jenis_dokumen_sumber", "Jenis menurut sumber", lebar=18, arti="kata pada sumber"),
    KolomUnduh("nomor_dokumen", "Nomor dokumen", arti="nomor naskah"),
    KolomUnduh("induk", "Induk", lebar=9, arti="nomor kerja sama di atasnya"),
    KolomUnduh("kategori", "Kategori", lebar=20, arti="KSDD, KSDPK, Sinergi, dan lain-lain"),
    KolomUnduh("sifat_ksdd", "Sifat KSDD", arti="wajib, sukarela, atau belum ditetapkan"),
    KolomUnduh("mitra", "Mitra", lebar=30, arti="mitra menurut sumber"),
    KolomUnduh("jenis_mitra", "Jenis mitra", arti="jenis mitra"),
    *_OPD,
    KolomUnduh("dasar_opd", "Dasar OPD", lebar=20, arti="mengapa OPD itu"),
    *_SEKTOR,
    KolomUnduh("status", "Status", lebar=20, arti="status pada tanggal posisi"),
    KolomUnduh("sisa_hari", "Sisa hari", "angka", 9, "hari", "hari sampai berakhir; negatif: sudah lewat"),
    KolomUnduh("mendesak", "Mendesak", lebar=10, arti="ya bila berakhir dalam 90 hari"),
    KolomUnduh("tanggal_ttd", "Tanda tangan", "tanggal", 18, arti="tanggal, boleh sebagian"),
    KolomUnduh("presisi_ttd", "Ketelitian tanda tangan", arti="hari, bulan, tahun, paling lambat, …"),
    KolomUnduh("catatan_ttd", "Catatan tanda tangan", lebar=24, arti="keterangan tanggal"),
    KolomUnduh("jangka_waktu", "Jangka waktu", arti="jangka waktu menurut sumber"),
    KolomUnduh("tanggal_berakhir", "Berakhir", "tanggal", 18, arti="tanggal, boleh sebagian"),
    KolomUnduh("dasar_berakhir", "Dasar berakhir", arti="menurut sumber, dihitung, atau disimpulkan"),
    KolomUnduh("nilai_rp", "Nilai", "rupiah", 18, "rupiah", "nilai menurut sumber"),
    KolomUnduh("masuk_210", "Termasuk 210", lebar=12, arti="termasuk 210 yang dilaporkan 2020–April 2024"),
    KolomUnduh("catatan_210", "Catatan 210", lebar=24, arti="alasan"),
    KolomUnduh("keyakinan", "Keyakinan", lebar=10, arti="keyakinan atas baris: tinggi, sedang, rendah"),
    *_TEMPAT,
    KolomUnduh("keputusan", "Keputusan", arti="diperpanjang, ditingkatkan, atau dihentikan"),
    KolomUnduh("tanggal_keputusan", "Tanggal keputusan", "tanggal", 18, arti="tanggal keputusan"),
    KolomUnduh("rujukan_rencana", "Rujukan rencana", lebar=20, arti="butir RPJMD atau Renstra"),
    *_SKOR,
    *_SUMBER,
)
_CACAH: Final = (
    KolomUnduh("potensi", "Potensi", "angka", 10, "baris", "potensi pada tampilan ini"),
    KolomUnduh("kerja_sama", "Kerja sama", "angka", 10, "baris", "kerja sama pada tampilan ini"),
    KolomUnduh("potensi_tinggi", "Potensi relevansi tinggi", "angka", 10, "baris", "di antara potensi itu"),
    KolomUnduh("relevansi", "Rata-rata relevansi", "angka", 12, "0–100", "rata-rata skor potensi itu"),
    KolomUnduh("luas_km2", "Luas", "angka", 12, "km²", "dihitung dari batas indikatif"),
    KolomUnduh("jarak_kipp_km", "Jarak ke KIPP", "angka", 12, "km", "garis lurus ke titik acuan di Sepaku"),
    KolomUnduh(
        "irisan_ikn_persen", "Di dalam delineasi IKN", "angka", 12, "%", "garis UU 3/2022, telah diubah UU 21/2023"
    ),
)
KOLOM_KECAMATAN: Final = (
    KolomUnduh("kode", "Kode", lebar=12, arti="kode wilayah"),
    KolomUnduh("nama", "Kecamatan", lebar=24, arti="nama kecamatan"),
    *_CACAH,
)
KOLOM_DESA: Final = (
    KolomUnduh("kode", "Kode", lebar=15, arti="kode wilayah"),
    KolomUnduh("nama", "Desa/kelurahan", lebar=24, arti="nama"),
    KolomUnduh("jenis", "Jenis", lebar=11, arti="desa atau kelurahan"),
    KolomUnduh("kode_kecamatan", "Kode kecamatan", lebar=12, arti="kode wilayah"),
    KolomUnduh("nama_kecamatan", "Kecamatan", lebar=22, arti="nama kecamatan"),
    *_CACAH,
)
KOLOM: Final[dict[str, tuple[KolomUnduh, ...]]] = {
    "potensi": KOLOM_POTENSI,
    "kerja_sama": KOLOM_KERJA_SAMA,
    "kecamatan": KOLOM_KECAMATAN,
    "desa": KOLOM_DESA,
}
JUDUL_TABEL: Final = {"potensi": "Potensi", "kerja_sama": "Kerja sama", "kecamatan": "Kecamatan", "desa": "Desa"}

_NAMA_DARI: Final[dict[str, tuple[str, str]]] = {
    "nama_sektor": ("sektor", "sektor"),
    "nama_opd": ("opd", "opd"),
    "nama_kecamatan": ("kode_kecamatan", "kecamatan"),
    "nama_desa": ("kode_desa", "desa"),
}
"""Column of names -> the column of codes it reads, and the field of the dictionary of labels."""


def gather_rows(tampak: Tampak) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table of a view, in the order of `KOLOM`; None is unknown.

    Lists of codes are tuples, yes/no are "ya" and "tidak". Areas are those the filter leaves.
    """
    kamus, himpunan = tampak.indeks.kamus, tampak.indeks.himpunan
    sumber: Mapping[str, pd.DataFrame] = {
        "potensi": tampak.potensi.rename_axis("id").reset_index(),
        "kerja_sama": tampak.kerja_sama.rename_axis("id").reset_index(),
        "kecamatan": _areas(himpunan.kecamatan, tampak.wilayah_kecamatan),
        "desa": _areas(himpunan.desa, tampak.wilayah_desa),
    }
    hasil = {}
    for nama, bingkai in sumber.items():
        lajur = [_values(bingkai, kolom, kamus) for kolom in KOLOM[nama]]
        hasil[nama] = list(zip(*lajur, strict=True))
    return hasil


def _areas(wilayah: pd.DataFrame, cacah: pd.DataFrame) -> pd.DataFrame:
    bingkai = pd.DataFrame(wilayah.drop(columns="geometry")).join(cacah)
    return bingkai[bingkai["terpilih"]].rename_axis("kode").reset_index()


def _values(bingkai: pd.DataFrame, kolom: KolomUnduh, kamus: Kamus) -> list[object]:
    if kolom.nama not in bingkai:
        asal, bidang = _NAMA_DARI[kolom.nama]
        return [_label(kode, bidang, kamus) for kode in bingkai[asal].tolist()]
    return [_plain(nilai) for nilai in bingkai[kolom.nama].tolist()]


def _label(kode: Any, bidang: str, kamus: Kamus) -> object:
    if isinstance(kode, tuple):
        return tuple(kamus.label_of(bidang, satu) for satu in kode)
    return kamus.label_of(bidang, kode) if isinstance(kode, str) else None


def _plain(nilai: Any) -> object:
    """Return a cell as a plain value: text, number, "ya"/"tidak", tuple, or None where unknown."""
    if isinstance(nilai, str | tuple):
        return nilai
    if nilai is None or nilai is pd.NA or nilai != nilai:  # noqa: PLR0124  (NaN and NaT differ from themselves)
        return None
    if isinstance(nilai, bool | np.bool_):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, float):
        return int(nilai) if nilai.is_integer() else round(nilai, 6)
    return nilai


def describe_columns() -> list[tuple[str, str, str, str, str]]:
    """Return one line a column: table, name, heading, unit, meaning."""
    return [
        (JUDUL_TABEL[tabel], kolom.nama, kolom.judul, kolom.satuan or "-", kolom.arti)
        for tabel, isi in KOLOM.items()
        for kolom in isi
    ]
