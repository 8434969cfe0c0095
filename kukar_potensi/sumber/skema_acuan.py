"""Declare the tables that others refer to: OPD, urusan, sektor, IKN clusters and rubric."""

from __future__ import annotations

from typing import Final

from kukar_potensi.sumber.skema import Jenis, Kolom, Tabel
from kukar_potensi.sumber.skema_fakta import KEWENANGAN

GOLONGAN_KLASTER: Final = ("klaster", "pendukung", "kebutuhan", "tidak langsung")

OPD: Final = Tabel(
    nama="opd",
    berkas="opd.csv",
    kunci="id",
    acuan=True,
    kolom=(
        Kolom("id", wajib=True, pola=r"O\d{3,}", contoh="O001"),
        Kolom("nama", wajib=True),
        Kolom("singkatan"),
        Kolom("jenis"),
        Kolom("kode_urusan", daftar=True, rujuk="urusan"),
        Kolom("tugas"),
        Kolom("kode_kecamatan", rujuk="kecamatan"),
        Kolom("sumber", Jenis.SUMBER, daftar=True),
        Kolom("status_nama", pilihan=("bersumber", "tanpa sumber")),
        Kolom("dasar_tugas"),
    ),
)

URUSAN: Final = Tabel(
    nama="urusan",
    berkas="urusan.csv",
    kunci="kode",
    acuan=True,
    kolom=(
        Kolom("kode", wajib=True, pola=r"\d\.\d{2}", contoh="3.27"),
        Kolom("nama", wajib=True),
        Kolom("kelompok"),
        Kolom("termasuk_32", pilihan=("ya", "tidak")),
        Kolom("sektor", daftar=True, rujuk="sektor"),
        Kolom("opd", daftar=True, rujuk="opd"),
        Kolom("kewenangan", pilihan=KEWENANGAN),
        Kolom("kewenangan_catatan"),
        Kolom("klaster_ikn", daftar=True, rujuk="klaster_ikn"),
        Kolom("sumber", Jenis.SUMBER, daftar=True),
        Kolom("dasar_catatan"),
    ),
)

SEKTOR: Final = Tabel(
    nama="sektor",
    berkas="sektor.csv",
    kunci="id",
    acuan=True,
    kolom=(
        Kolom("id", wajib=True, pola=r"[a-z][a-z0-9_-]*", contoh="pertanian"),
        Kolom("nama", wajib=True),
        Kolom("kode_urusan", daftar=True, rujuk="urusan"),
        Kolom("warna", wajib=True, pola=r"#[0-9A-Fa-f]{6}", contoh="#1B7F5C"),
        Kolom("ikon", wajib=True, pola=r"[a-z0-9_]+", contoh="agriculture"),
        Kolom("bentuk", wajib=True),
        Kolom("keterangan"),
    ),
)

KLASTER_IKN: Final = Tabel(
    nama="klaster_ikn",
    berkas="klaster_ikn.csv",
    kunci="id",
    acuan=True,
    kolom=(
        Kolom("id", wajib=True),
        Kolom("nama", wajib=True),
        Kolom("golongan", wajib=True, pilihan=GOLONGAN_KLASTER),
        Kolom("nilai_b", Jenis.ANGKA, wajib=True, minimal=0, maksimal=4, bulat=True),
        Kolom("alasan"),
        Kolom("sumber", Jenis.SUMBER, daftar=True),
    ),
)

RUBRIK: Final = Tabel(
    nama="rubrik",
    berkas="rubrik_ikn.csv",
    kunci="kode",
    kolom=(
        Kolom("kode", wajib=True, pilihan=("A", "B", "C", "D", "E", "F")),
        Kolom("kriteria", wajib=True),
        Kolom("bobot", Jenis.ANGKA, wajib=True, minimal=0, maksimal=100),
        *(Kolom(f"nilai_{n}", wajib=True) for n in range(5)),
        Kolom("cara_isi"),
        Kolom("dasar"),
    ),
)
