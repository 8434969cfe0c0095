"""Declare the tables that describe the regency: links, plans, figures, codes, provenance."""

from __future__ import annotations

from typing import Final

import pandas as pd

from kukar_potensi.sumber.skema import AturanBaris, Jenis, Kolom, Tabel

KODE_DESA: Final = r"64\.02\.\d{2}\.[12]\d{3}"
KODE_KECAMATAN: Final = r"64\.02\.\d{2}"
_CONTOH_DESA: Final = "64.02.06.1001"
_CONTOH_KECAMATAN: Final = "64.02.06"

_SUMBER: Final = Kolom("sumber", Jenis.SUMBER, wajib=True, daftar=True)


def _is_berurutan(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the pair is written once, smaller code first."""
    return isi["kode_a"].fillna("") < isi["kode_b"].fillna("￿")


def _is_desa_dalam_kecamatan(isi: pd.DataFrame) -> pd.Series[bool]:
    """Tell whether the code of a desa begins with the code of its kecamatan."""
    return isi["kode"].isna() | isi["kode_kecamatan"].isna() | isi["kode"].str[:8].eq(isi["kode_kecamatan"])


DALAM_KECAMATAN: Final = AturanBaris(
    "kode_kecamatan",
    _is_desa_dalam_kecamatan,
    "kode desa tidak berawal dengan kode kecamatan ini.",
    "Periksa kode pada daftar resmi.",
)

KONEKTIVITAS: Final = Tabel(
    nama="konektivitas",
    berkas="konektivitas.csv",
    kolom=(
        Kolom("kode_kecamatan", wajib=True, rujuk="kecamatan"),
        Kolom("moda", wajib=True),
        Kolom("nama", wajib=True),
        Kolom("keterangan"),
        Kolom("status", wajib=True, pilihan=("beroperasi", "rencana", "pembangunan", "belum diketahui")),
        Kolom("tahun", Jenis.TANGGAL),
        _SUMBER,
    ),
)

RPJMD: Final = Tabel(
    nama="rpjmd",
    berkas="rpjmd.csv",
    kunci="id",
    kolom=(
        Kolom("id", wajib=True, pola=r"R\d{2,}", contoh="R01"),
        Kolom("dokumen", wajib=True),
        Kolom("periode", wajib=True),
        Kolom("jenis", wajib=True, pilihan=("misi", "program", "arah")),
        Kolom("uraian", wajib=True),
        Kolom("kode_urusan", daftar=True, rujuk="urusan"),
        Kolom("sektor", daftar=True, rujuk="sektor"),
        Kolom("status_teks", pilihan=("dokumen", "ringkasan")),
        _SUMBER,
    ),
)

IKN_KUKAR: Final = Tabel(
    nama="ikn_kukar",
    berkas="ikn_kukar.csv",
    kunci="id",
    kolom=(
        Kolom("id", wajib=True),
        Kolom("tanggal", Jenis.TANGGAL),
        Kolom("peristiwa", wajib=True),
        Kolom("bidang", daftar=True),
        _SUMBER,
    ),
)

KECAMATAN_ANGKA: Final = Tabel(
    nama="kecamatan_angka",
    berkas="kecamatan_angka.csv",
    kolom=(
        Kolom("kode_kecamatan", wajib=True, rujuk="kecamatan"),
        Kolom("indikator", wajib=True),
        Kolom("nilai", Jenis.ANGKA, wajib=True, minimal=0),
        Kolom("satuan", wajib=True),
        Kolom("tahun", Jenis.TANGGAL),
        _SUMBER,
        Kolom("catatan"),
    ),
)

DESA_STATUS: Final = Tabel(
    nama="desa_status",
    berkas="desa_status.csv",
    kolom=(
        Kolom("kode_desa", wajib=True, rujuk="desa"),
        Kolom(
            "status",
            wajib=True,
            pilihan=("Mandiri", "Maju", "Berkembang", "Tertinggal", "Sangat Tertinggal"),
        ),
        Kolom("tahun", Jenis.TANGGAL),
        _SUMBER,
        Kolom("catatan"),
    ),
)

KODE_LAMA: Final = Tabel(
    nama="kode_lama",
    berkas="kode_lama.csv",
    unik=("kode_lama",),
    kolom=(
        Kolom("kode_lama", wajib=True, pola=KODE_DESA, contoh=_CONTOH_DESA),
        Kolom("nama_lama", wajib=True),
        Kolom("kode", wajib=True, rujuk="desa"),
        Kolom("nama", wajib=True),
        Kolom("cara"),
    ),
)

IKN_DESA: Final = Tabel(
    nama="ikn_desa",
    berkas="ikn_desa.csv",
    kunci="kode",
    kolom=(
        Kolom("kode", wajib=True, rujuk="desa"),
        Kolom("irisan_persen", Jenis.ANGKA, minimal=0, maksimal=100),
        Kolom("perlakuan_2025"),
        _SUMBER,
    ),
)

SUMBER: Final = Tabel(
    nama="sumber",
    berkas="sumber.csv",
    unik=("berkas",),
    kolom=(
        Kolom("berkas", wajib=True),
        Kolom("asal", wajib=True),
        Kolom("tanggal", Jenis.TANGGAL),
        Kolom("lisensi", wajib=True),
        Kolom("keterangan"),
    ),
)

BATAS_BERSAMA: Final = Tabel(
    nama="batas_bersama",
    berkas="wilayah/batas_bersama.csv",
    unik=("kode_a", "kode_b"),
    kolom=(
        Kolom("kode_a", wajib=True, rujuk="desa"),
        Kolom("kode_b", wajib=True, rujuk="desa"),
        Kolom("panjang_km", Jenis.ANGKA, wajib=True, minimal=0),
    ),
    aturan=(AturanBaris("kode_b", _is_berurutan, "kode_a harus lebih kecil daripada kode_b.", "Tukar keduanya."),),
)

DESA_RESMI: Final = Tabel(
    nama="desa_resmi",
    berkas="wilayah/desa_resmi.csv",
    kunci="kode",
    kolom=(
        Kolom("kode", wajib=True, pola=KODE_DESA, contoh=_CONTOH_DESA),
        Kolom("nama", wajib=True),
        Kolom("jenis", wajib=True, pilihan=("desa", "kelurahan")),
        Kolom("kode_kecamatan", wajib=True, pola=KODE_KECAMATAN, contoh=_CONTOH_KECAMATAN),
        Kolom("nama_kecamatan", wajib=True),
        Kolom("kode_pos", pola=r"\d{5}", contoh="75511"),
        Kolom("nama_2022"),
    ),
    aturan=(DALAM_KECAMATAN,),
)
