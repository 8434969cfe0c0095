"""Provenance of every file of data/, for sumber.csv."""

from __future__ import annotations

from kukar_potensi.sumber.tabel.acuan import Baris

_FAKTA = "fakta dan alamat sumber; tidak memuat kutipan panjang"
_BIG = "MIT (transkripsi cahyadsn/wilayah_boundaries); data asal Badan Informasi Geospasial"
_UMUM = "domain publik"
_TULIS = "MIT, seperti kode"
_PERS = "himpunan pemberitaan dan dokumen terbuka; alamat pada tiap baris"

ASAL: tuple[tuple[str, str, str, str, str], ...] = (
    ("potensi.csv", _PERS, "2026-02", _FAKTA, "Belum diverifikasi OPD; pers lebih sering memuat pariwisata."),
    ("kerja_sama.csv", _PERS, "2026-02", _FAKTA, "Yang tercatat terbuka, bukan ke-210 kerja sama yang dilaporkan."),
    ("tindak_lanjut.csv", _PERS, "2026-02", _FAKTA, "Peristiwa sesudah penandatanganan yang diberitakan."),
    ("opd.csv", _PERS, "2025", _FAKTA, "12 nama tanpa sumber ditandai; tugas dari pengetahuan umum."),
    (
        "urusan.csv",
        "UU 23/2014 dan klasifikasi SIPD",
        "",
        _FAKTA,
        "Pemetaan ke OPD, sektor, dan klaster adalah usulan.",
    ),
    ("sektor.csv", "susunan sendiri", "2026", _TULIS, "Sektor, warna, dan bentuk penanda untuk tampilan."),
    ("klaster_ikn.csv", "pernyataan terbuka tentang klaster dan kebutuhan IKN", "", _FAKTA, "Nilai B adalah usulan."),
    ("rubrik_ikn.csv", "usulan untuk TKKSD", "2026", _TULIS, "Belum ditetapkan TKKSD."),
    ("konektivitas.csv", _PERS, "2025", _FAKTA, "Status jalan sering tidak disebut sumber."),
    ("rpjmd.csv", "RPJMD dan RPJPD Kutai Kartanegara lewat pemberitaan", "2025", _FAKTA, "Sebagian dari ringkasan."),
    ("ikn_kukar.csv", _PERS, "2025-12", _FAKTA, "Belum ditemukan perjanjian dengan Otorita IKN."),
    ("kecamatan_angka.csv", "media, ensiklopedia terbuka, rencana induk 2008", "2024", _FAKTA, "Bukan angka resmi."),
    ("desa_status.csv", _PERS, "2025", _FAKTA, "Status perkembangan desa menurut pemberitaan."),
    (
        "kode_lama.csv",
        "Permendagri 72/2019 dan Kepmendagri 300.2.2-2138/2025",
        "2025",
        _FAKTA,
        "Dua pemekaran kecamatan.",
    ),
    (
        "ikn_desa.csv",
        "tumpang susun delineasi UU 3/2022 dan pers Juni 2025",
        "2025-06",
        _FAKTA,
        "Garis lama; indikatif.",
    ),
    ("suntingan.csv", "susunan sendiri", "2026", _TULIS, "Uraian dengan kata sendiri, ditindihkan saat bangun."),
    (
        "sidik_bangun.json",
        "hasil langkah bangun",
        "",
        _TULIS,
        "Sidik tiap tabel, agar suntingan tangan tidak tertimpa.",
    ),
    ("sumber.csv", "susunan sendiri", "2026", _TULIS, "Daftar ini."),
    (
        "wilayah/desa_resmi.csv",
        "Kepmendagri 300.2.2-2138/2025 lewat cahyadsn/wilayah; dicocokkan dengan Kepmendagri 050-145/2022",
        "2025",
        _FAKTA,
        "193 desa dan 44 kelurahan.",
    ),
    (
        "wilayah/desa.geojson",
        "Badan Informasi Geospasial lewat cahyadsn/wilayah_boundaries",
        "",
        _BIG,
        "Disederhanakan; indikatif, bukan penegasan batas.",
    ),
    ("wilayah/kecamatan.geojson", "gabungan wilayah/desa.geojson", "", _BIG, "Digabung dari batas desa."),
    ("wilayah/kabupaten.geojson", "gabungan wilayah/desa.geojson", "", _BIG, "Digabung dari batas desa."),
    ("wilayah/batas_bersama.csv", "dihitung dari batas desa rinci", "", _BIG, "Panjang batas desa bertetangga."),
    (
        "wilayah/ikn.geojson",
        "delineasi indikatif UU 3/2022",
        "2022",
        _FAKTA,
        "Telah diubah UU 21/2023; poligon barunya belum ditemukan terbuka.",
    ),
    (
        "wilayah/konteks.geojson",
        "Natural Earth dan OurAirports",
        "",
        _UMUM,
        "Sungai, danau, bandara, kota; skala kecil.",
    ),
    (
        "wilayah/tetangga.geojson",
        "Badan Informasi Geospasial lewat cahyadsn/wilayah_boundaries",
        "",
        _BIG,
        "Kabupaten dan kota tetangga, disederhanakan.",
    ),
)
"""File below data/, origin, date or state of the origin, licence, remark."""


def sumber_rows() -> list[Baris]:
    """Return the rows of sumber.csv, one for each file of data/; a blank date is unknown."""
    kolom = ("berkas", "asal", "tanggal", "lisensi", "keterangan")
    return [dict(zip(kolom, satu, strict=True)) for satu in ASAL]
