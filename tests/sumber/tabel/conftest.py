"""A reference folder of a few rows, small enough to read, whole enough to build from."""

import csv

import pytest

from kukar_potensi.sumber.tabel.acuan import BERKAS_ACUAN

ALAMAT = "https://contoh.test/berita"

_ISI = {
    "kerja_sama/potensi.csv": [
        {
            "id": "P901", "sektor": "Perkebunan", "kode_urusan": "3.27", "nama_potensi": "Lada Batuah",
            "tingkat": "desa", "kode_kecamatan": "", "kode_desa": "64.02.03.2006", "deskripsi": "kata pers asli",
            "nilai": "4500.50", "satuan": "ha", "tahun_data": "2011", "tahun_sumber": "2012",
            "opd_usulan": "Dinas Pertanian dan Peternakan", "kewenangan_catatan": "kabupaten",
            "klaster_ikn_usulan": "Industri pertanian berkelanjutan", "sumber": f"{ALAMAT}/1; {ALAMAT}/2(b)",
            "jenis_sumber": "media", "kelas_sumber": "B", "catatan": f"lihat juga {ALAMAT}/3",
            "status_verifikasi": "belum diverifikasi OPD",
        },
        {
            "id": "P902", "sektor": "Energi", "kode_urusan": "3.29", "nama_potensi": "Lampu surya",
            "tingkat": "lintas kecamatan", "kode_kecamatan": "64.02.06; 64.02.03",
            "opd_usulan": "Bagian Sumber Daya Alam Setkab", "kewenangan_catatan": "kabupaten",
            "klaster_ikn_usulan": "Tidak langsung", "sumber": f"{ALAMAT}/4",
            "status_verifikasi": "belum diverifikasi OPD",
        },
        {
            "id": "P903", "sektor": "Perikanan", "kode_urusan": "3.25", "nama_potensi": "Nila zona tengah",
            "tingkat": "zona", "opd_usulan": "Dinas Pertanian dan Peternakan",
            "kewenangan_catatan": "pusat (KKP) dengan sinergi kabupaten", "sumber": f"{ALAMAT}/5",
            "status_verifikasi": "belum diverifikasi OPD",
        },
    ],
    "kerja_sama/perjanjian.csv": [
        {
            "id": "K901", "judul": "Kerja sama peternakan", "jenis_dokumen": "Kesepakatan Bersama",
            "kategori_usulan": "KSDD", "sifat_ksdd": "sukarela (tidak berbatasan)", "mitra": "Pemkab Jauh",
            "opd": "Bagian Kerja Sama Setkab", "kode_urusan": "3.27", "sektor": "Peternakan/Pertanian",
            "tanggal_ttd": "2022-11-27", "presisi_tanggal": "hari (diragukan)", "jangka_waktu": "5 tahun",
            "berakhir": "2027-11 (dihitung: tanggal ttd + 5 tahun)", "dalam_rentang_2020_apr2024": "ya",
            "sumber": "https://kaltim.antaranews.com/berita/1", "kode_wilayah": "64.02.03.2006;64.02.06",
        },
        {
            "id": "K902", "judul": "Pembibitan sapi", "jenis_dokumen": "Perjanjian Kerja Sama (draf)",
            "kategori_usulan": "KSDD + KSDPK (campuran)", "mitra": "Dinas Jauh", "opd": "Perusda Tunggang Parangan",
            "kode_urusan": "multi", "sektor": "Transportasi/Pelabuhan", "tanggal_ttd": "2024-06-24",
            "presisi_tanggal": "hari (pembahasan draf, belum ditandatangani)",
            "dalam_rentang_2020_apr2024": "ya (tidak dihitung KSD)", "sumber": f"{ALAMAT}/6",
            "catatan": "induk: K901; ditandatangani kedua dinas", "berakhir": "2023-12 (disimpulkan dari tahun)",
        },
        {
            "id": "K903", "judul": "Matrik kerja", "jenis_dokumen": "Rencana/Matrik Kerja",
            "kategori_usulan": "Sinergi", "mitra": "KKP", "opd": "Bagian Kerja Sama Setkab", "kode_urusan": "3.25",
            "sektor": "Perikanan", "tanggal_ttd": "2022-07",
            "presisi_tanggal": "bulan (disimpulkan dari nomor urut advertorial)",
            "dalam_rentang_2020_apr2024": "kemungkinan (hanya batas akhir tanggal diketahui)",
            "sumber": f"{ALAMAT}/7", "berakhir": "2029-06-12 (menurut sumber)",
        },
    ],
    "kerja_sama/tindak_lanjut.csv": [
        {"id_kerja_sama": "K901", "tanggal": "2023", "peristiwa": "Matriks (K903 sebagai turunan)",
         "sumber": f"{ALAMAT}/8"},
    ],
    "kerja_sama/opd.csv": [
        {"id": "O002", "nama_opd": "Bagian Kerja Sama Setkab", "jenis": "bagian", "kode_urusan": "4.01",
         "sumber_nama": f"{ALAMAT}/o", "status_nama": "bersumber"},
        {"id": "O007", "nama_opd": "Bagian Sumber Daya Alam Setkab", "jenis": "bagian", "kode_urusan": "4.01",
         "status_nama": "TANPA SUMBER (pengetahuan umum)"},
        {"id": "O046", "nama_opd": "Dinas Pertanian dan Peternakan", "jenis": "dinas", "kode_urusan": "3.27",
         "sumber_nama": f"{ALAMAT}/p", "status_nama": "bersumber"},
        {"id": "O047", "nama_opd": "Dinas Perkebunan", "jenis": "dinas", "kode_urusan": "3.27",
         "sumber_nama": f"{ALAMAT}/q", "status_nama": "bersumber"},
        {"id": "O061", "nama_opd": "Kecamatan Tenggarong", "jenis": "kecamatan", "kode_urusan": "7.01",
         "kode_wilayah": "64.02.06", "sumber_nama": f"Kepmendagri 1; lain: {ALAMAT}/r", "status_nama": "bersumber"},
    ],
    "kerja_sama/urusan.csv": [
        {"kode": "3.25", "urusan": "Kelautan dan Perikanan", "termasuk_32_urusan": "ya", "sektor_dashboard":
         "Perikanan", "opd_kukar": "Dinas Pertanian dan Peternakan", "catatan_kewenangan": "laut = provinsi"},
        {"kode": "3.27", "urusan": "Pertanian", "termasuk_32_urusan": "ya",
         "sektor_dashboard": "Pertanian dan pangan; Perkebunan; Peternakan",
         "opd_kukar": "Dinas Pertanian dan Peternakan; Dinas Perkebunan",
         "klaster_ikn_usulan": "Industri pertanian berkelanjutan; teknologi bersih"},
        {"kode": "3.29", "urusan": "Energi", "termasuk_32_urusan": "ya", "sektor_dashboard": "Energi",
         "opd_kukar": "Bagian Sumber Daya Alam Setkab"},
        {"kode": "4.01", "urusan": "Sekretariat Daerah", "termasuk_32_urusan": "tidak (unsur)",
         "sektor_dashboard": "Pemerintahan", "opd_kukar": "Bagian Kerja Sama Setkab"},
        {"kode": "7.01", "urusan": "Kecamatan", "termasuk_32_urusan": "tidak (unsur)",
         "sektor_dashboard": "Kewilayahan", "opd_kukar": "20 kecamatan"},
    ],
    "kerja_sama/rubrik_ikn.csv": [
        {"kode": "A", "kriteria": "Kedekatan", "bobot": "60"}, {"kode": "B", "kriteria": "Klaster", "bobot": "40"},
    ],
    "kerja_sama/konektivitas.csv": [
        {"kode_kecamatan": "64.02.06", "moda": "jembatan", "nama": "Jembatan (rencana)", "tahun": "2026",
         "sumber": f"{ALAMAT}/9"},
    ],
    "kerja_sama/rpjmd.csv": [
        {"dokumen": "RPJMD", "periode": "2021-2026", "urusan": "3.25;3.27", "sektor": "Ekonomi",
         "misi_atau_program": "Misi (ringkasan penulis lepas, perlu dicek pada dokumen): ekonomi lokal",
         "sumber": f"{ALAMAT}/10"},
    ],
    "kerja_sama/ikn_kukar.csv": [
        {"tanggal": "2024-03", "peristiwa": "Rapat", "bidang": "Air; Status mitra", "sumber": f"{ALAMAT}/11"},
    ],
    "wilayah/desa.csv": [
        {"kode": "64.02.03.2006", "nama": "Batuah", "jenis": "desa", "kode_kecamatan": "64.02.03",
         "nama_kecamatan": "Loa Janan"},
        {"kode": "64.02.06.1001", "nama": "Jahab", "jenis": "kelurahan", "kode_kecamatan": "64.02.06",
         "nama_kecamatan": "Tenggarong"},
    ],
    "wilayah/kecamatan_angka.csv": [
        {"kode_kecamatan": "64.02.06", "indikator": "luas wilayah", "nilai": "423.920", "satuan": "km2",
         "tahun": "2019", "sumber": f"{ALAMAT}/12"},
    ],
    "wilayah/desa_status.csv": [
        {"kode_desa": "64.02.03.2006", "status": "Mandiri", "sumber": f"{ALAMAT}/13"},
    ],
    "wilayah/kode_lama_baru.csv": [
        {"kode_lama_pmdn72_2019": "64.02.06.1999", "nama_lama": "Jahab", "kode_2025": "64.02.06.1001",
         "nama_2025": "Jahab", "cara": "nama sama"},
    ],
    "wilayah/ikn_desa.csv": [
        {"kode": "64.02.03.2006", "pct_ikn_uu3_2022": "60.4", "status_2025": "terbelah ±60% IKN / 40% Kukar",
         "sumber": f"{ALAMAT}/14 (awalan alamat); {ALAMAT}/15"},
        {"kode": "64.02.06.1001", "pct_ikn_uu3_2022": "0.0", "status_2025": "tidak disebut; 0%",
         "sumber": "poligon indikatif; dapat berbeda"},
    ],
}  # fmt: skip


@pytest.fixture
def acuan_folder(tmp_path):
    """Return a folder that builds without a fault."""
    folder = tmp_path / "acuan"
    for berkas, rows in _ISI.items():
        jalur = folder / berkas
        jalur.parent.mkdir(parents=True, exist_ok=True)
        with jalur.open("w", encoding="utf-8", newline="") as keluaran:
            penulis = csv.DictWriter(keluaran, fieldnames=BERKAS_ACUAN[berkas], restval="")
            penulis.writeheader()
            penulis.writerows(rows)
    return folder


@pytest.fixture
def edit(acuan_folder):
    """Return a function that replaces text in one reference file."""

    def ganti(berkas, lama, baru):
        jalur = acuan_folder / berkas
        isi = jalur.read_text(encoding="utf-8")
        assert lama in isi
        jalur.write_text(isi.replace(lama, baru), encoding="utf-8")

    return ganti


@pytest.fixture
def build(acuan_folder, tmp_path):
    """Return a function that builds every table and returns its rows by name."""
    from kukar_potensi.sumber.tabel.perintah import build_tabel

    def bangun():
        hasil = build_tabel(acuan_folder, tmp_path / "data")
        return {
            nama.removesuffix(".csv"): list(csv.DictReader(isi.decode().splitlines())) for nama, isi in hasil.items()
        }

    return bangun
