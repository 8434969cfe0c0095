"""Declare what the boundary files say of each area, apart from its shape."""

from __future__ import annotations

from typing import Final

from kukar_potensi.sumber.skema import Jenis, Kolom, Tabel
from kukar_potensi.sumber.skema_keadaan import DALAM_KECAMATAN, KODE_DESA, KODE_KECAMATAN

_UKURAN: Final = (
    Kolom("luas_km2", Jenis.ANGKA, wajib=True, minimal=0),
    Kolom("lat", Jenis.ANGKA, wajib=True, minimal=-1.5, maksimal=1.5),
    Kolom("lon", Jenis.ANGKA, wajib=True, minimal=115, maksimal=118.5),
    Kolom("irisan_ikn_persen", Jenis.ANGKA, wajib=True, minimal=0, maksimal=100),
    Kolom("jarak_kipp_km", Jenis.ANGKA, wajib=True, minimal=0),
)

DESA: Final = Tabel(
    nama="desa",
    berkas="wilayah/desa.geojson",
    kunci="kode",
    kolom=(
        Kolom("kode", wajib=True, pola=KODE_DESA, contoh="64.02.06.1001"),
        Kolom("nama", wajib=True),
        Kolom("jenis", wajib=True, pilihan=("desa", "kelurahan")),
        Kolom("kode_kecamatan", wajib=True, rujuk="kecamatan"),
        Kolom("nama_kecamatan", wajib=True),
        Kolom("kode_pos"),
        *_UKURAN,
    ),
    aturan=(DALAM_KECAMATAN,),
)

KECAMATAN: Final = Tabel(
    nama="kecamatan",
    berkas="wilayah/kecamatan.geojson",
    kunci="kode",
    kolom=(
        Kolom("kode", wajib=True, pola=KODE_KECAMATAN, contoh="64.02.06"),
        Kolom("nama", wajib=True),
        Kolom("jumlah_desa", Jenis.ANGKA, wajib=True, minimal=0, bulat=True),
        Kolom("jumlah_kelurahan", Jenis.ANGKA, wajib=True, minimal=0, bulat=True),
        *_UKURAN,
    ),
)

BERKAS_PETA: Final = {
    "kabupaten": "wilayah/kabupaten.geojson",
    "ikn": "wilayah/ikn.geojson",
    "konteks": "wilayah/konteks.geojson",
    "tetangga": "wilayah/tetangga.geojson",
}
