"""Every kind of fault is found, told where it is, and comes with a remedy."""

from __future__ import annotations

import pytest

from kukar_potensi.sumber.aturan import GALAT_RUMUS
from kukar_potensi.sumber.skema_acuan import KLASTER_IKN, SEKTOR
from kukar_potensi.sumber.skema_fakta import KERJA_SAMA, POTENSI
from kukar_potensi.sumber.skema_keadaan import BATAS_BERSAMA, IKN_DESA


def test_a_right_row_has_no_fault(temukan, potensi_buatan, kerja_sama_buatan):
    assert temukan(POTENSI, [potensi_buatan]) == []
    assert temukan(KERJA_SAMA, [kerja_sama_buatan]) == []


@pytest.mark.parametrize(
    ("kolom", "nilai", "aturan", "saran"),
    [
        ("nama", "", "wajib diisi", "hapus barisnya"),
        ("sumber", "", "wajib diisi", "https://"),
        ("id", "X1", "bentuknya tidak sesuai", "P001"),
        ("sektor", "Pertanain", "tidak ada dalam daftar sektor", "pertanian (Pertanian)"),
        ("kode_urusan", "3.2", "tidak ada dalam daftar urusan", "3.26 (Pariwisata) atau 3.27 (Pertanian)"),
        ("opd", "Dinas Pariwisata", "tidak ada dalam daftar OPD", "O012 (Dinas Pariwisata)"),
        ("opd", "zzz", "tidak ada dalam daftar OPD", ""),
        ("tingkat", "dusun", "hanya boleh “desa”, “kecamatan”, “kabupaten”", ""),
        ("kelas_sumber", "D", "hanya boleh “A”, “B”, “C”", ""),
        ("kewenangan", "provinsi pusat", "hanya boleh", "“provinsi_pusat”"),
        ("status_verifikasi", "terverifikasi", "hanya boleh", "“terverifikasi OPD”"),
        ("nilai", "banyak", "bukan angka", "angkanya saja"),
        ("nilai", "1,1E+12", "bukan angka", "Excel meringkas"),
        ("nilai", "12 ha", "bukan angka", "angkanya saja"),
        ("nilai", "1,520", "bukan angka", "1520 atau sekitar 1,52"),
        ("tahun_data", "2023-02-30", "bukan tanggal yang sah", "2023-09-18"),
        ("tahun_data", "09/18/2023", "bukan tanggal yang sah", "2023-09-18"),
        ("tahun_data", "kemarin", "bukan tanggal yang sah", "2023-09-18"),
        ("tahun_data", "0023", "bukan tanggal yang sah", "2023-09-18"),
        ("sumber", "kukarkab.go.id/berita", "bukan alamat web", "https://kukarkab.go.id/berita"),
        ("sumber", "htps://kukarkab.go.id", "bukan alamat web", "diawali https://"),
        ("sumber", "javascript:alert(1)", "bukan alamat web", "diawali https://"),
        ("sumber", "data:text/html;x", "bukan alamat web", "diawali https://"),
        ("sumber", "-", "bukan alamat web", "nama dokumennya"),
        ("bukti_lahan", "ada", "bukan alamat web", "nama dokumennya"),
        ("catatan", "#REF!", "rumus", "kosongkan"),
    ],
)
def test_a_wrong_cell_of_potensi_is_told(temukan, potensi_buatan, kolom, nilai, aturan, saran):
    lain = {"satuan": "ha"} if kolom == "nilai" else {}
    temuan = temukan(POTENSI, [potensi_buatan | lain | {kolom: nilai}])
    assert [(t.berkas, t.baris, t.kolom, t.nilai) for t in temuan] == [("potensi.csv", 2, kolom, nilai)]
    assert aturan in temuan[0].aturan
    assert saran in temuan[0].saran


@pytest.mark.parametrize("galat", sorted(GALAT_RUMUS))
@pytest.mark.parametrize("kolom", ["catatan", "nilai", "tahun_data", "kode_desa", "kelas_sumber", "opd", "sumber"])
def test_a_failed_formula_is_one_fault_in_any_column(temukan, potensi_buatan, kolom, galat):
    ubah = {"tingkat": "kecamatan", "satuan": "ha", kolom: galat}
    temuan = [t for t in temukan(POTENSI, [potensi_buatan | ubah]) if t.kolom == kolom]
    assert [(t.nilai, t.aturan) for t in temuan] == [(galat, "rumus di lembar kerja gagal dihitung.")]


def test_only_the_wrong_codes_of_a_list_are_told_each_with_its_neighbours(temukan, potensi_buatan):
    kode = "64.02.06.1001; 64.02.07.2008; 64.02.06.9999"
    temuan = temukan(POTENSI, [potensi_buatan | {"kode_desa": kode, "kode_kecamatan": "64.02.06; 64.02.07"}])
    assert [t.nilai for t in temuan] == ["64.02.07.2008", "64.02.06.9999"]
    assert "64.02.07.2007 (Sumber Sari, Sebulu)" in temuan[0].saran


def test_a_name_in_place_of_a_code_brings_every_place_of_that_name(temukan, potensi_buatan):
    (temuan,) = temukan(POTENSI, [potensi_buatan | {"kode_desa": "Sumber Sari"}])
    assert "64.02.07.2007 (Sumber Sari, Sebulu)" in temuan.saran
    assert "64.02.02.2014 (Sumber Sari, Loa Kulu)" in temuan.saran


@pytest.mark.parametrize(
    ("ubah", "kolom", "aturan"),
    [
        ({"kode_desa": ""}, "tingkat", "tidak cocok"),
        ({"tingkat": "kecamatan"}, "tingkat", "tidak cocok"),
        ({"tingkat": "kabupaten", "kode_desa": ""}, "tingkat", "tidak cocok"),
        ({"kode_desa": "64.02.06.1001; 64.02.07.2007"}, "kode_kecamatan", "belum ikut disebut"),
        ({"nilai": "12"}, "satuan", "tanpa satuan"),
    ],
)
def test_cells_of_a_potensi_agree_with_each_other(temukan, potensi_buatan, ubah, kolom, aturan):
    temuan = temukan(POTENSI, [potensi_buatan | ubah])
    assert [t.kolom for t in temuan] == [kolom]
    assert aturan in temuan[0].aturan


@pytest.mark.parametrize(
    ("ubah", "kolom", "aturan"),
    [
        ({"jenis_dokumen": "MoU"}, "jenis_dokumen", "hanya boleh"),
        ({"induk": "K999"}, "induk", "tidak ada dalam daftar kerja sama"),
        ({"induk": "K001"}, "induk", "berputar"),
        ({"tanggal_berakhir": "2022"}, "tanggal_berakhir", "berakhir sebelum"),
        ({"tanggal_berakhir": ""}, "dasar_berakhir", "sama-sama"),
        ({"dasar_berakhir": ""}, "dasar_berakhir", "sama-sama"),
        ({"presisi_ttd": "tahun"}, "tanggal_ttd", "tidak setepat"),
        ({"presisi_ttd": ""}, "presisi_ttd", "tanpa presisi"),
        ({"sifat_ksdd": "wajib"}, "sifat_ksdd", "hanya untuk KSDD"),
        ({"tanggal_keputusan": "2025"}, "tanggal_keputusan", "tanpa keputusannya"),
        ({"nilai_rp": "-5"}, "nilai_rp", "0 atau lebih"),
        ({"nilai_rp": "9" * 400}, "nilai_rp", "bukan angka"),
        ({"masuk_210": ""}, "masuk_210", "wajib diisi"),
    ],
)
def test_a_wrong_kerja_sama_is_told(temukan, kerja_sama_buatan, ubah, kolom, aturan):
    temuan = temukan(KERJA_SAMA, [kerja_sama_buatan | ubah])
    assert [t.kolom for t in temuan] == [kolom]
    assert aturan in temuan[0].aturan


def test_an_end_within_the_year_of_signing_is_possible_and_no_fault(temukan, kerja_sama_buatan):
    tanggal = {"tanggal_ttd": "2023-09-18", "tanggal_berakhir": "2023"}
    assert temukan(KERJA_SAMA, [kerja_sama_buatan | tanggal]) == []


def test_every_row_on_a_circle_of_parents_is_told_and_no_other(temukan, kerja_sama_buatan):
    induk = {"K001": "K002", "K002": "K001", "K003": "K001"}
    baris = [kerja_sama_buatan | {"id": kode, "induk": atas} for kode, atas in induk.items()]
    assert [(t.baris, t.kolom) for t in temukan(KERJA_SAMA, baris)] == [(2, "induk"), (3, "induk")]


def test_a_doubled_id_is_told_at_the_second_row_with_the_line_of_the_first(temukan, potensi_buatan):
    lain = potensi_buatan | {"id": "P002"}
    (temuan,) = temukan(POTENSI, [lain, potensi_buatan, potensi_buatan])
    assert (temuan.baris, temuan.kolom, temuan.nilai) == (4, "id", "P001")
    assert "baris 3" in temuan.saran


def test_a_doubled_pair_is_told(temukan):
    pasangan = {"kode_a": "64.02.06.1001", "kode_b": "64.02.07.2007", "panjang_km": "1"}
    assert [t.baris for t in temukan(BATAS_BERSAMA, [pasangan, pasangan])] == [3]
    terbalik = {"kode_a": "64.02.07.2007", "kode_b": "64.02.06.1001", "panjang_km": "1"}
    assert "lebih kecil" in temukan(BATAS_BERSAMA, [terbalik])[0].aturan


@pytest.mark.parametrize(("persen", "salah"), [("0", False), ("100", False), ("100.1", True), ("-0.1", True)])
def test_a_percentage_lies_between_0_and_100(temukan, persen, salah):
    baris = {"kode": "64.02.06.1001", "irisan_persen": persen, "sumber": "https://contoh.invalid/x"}
    assert bool(temukan(IKN_DESA, [baris])) is salah


def test_levels_and_colours_have_their_form(temukan):
    klaster = {"id": "x", "nama": "BUATAN UJI", "golongan": "klaster", "nilai_b": "2.5"}
    assert "bulat" in temukan(KLASTER_IKN, [klaster])[0].aturan
    sektor = {"id": "pertanian", "nama": "x", "warna": "hijau", "ikon": "eco", "bentuk": "bintang"}
    assert "#" in temukan(SEKTOR, [sektor])[0].saran


@pytest.mark.parametrize(
    "sumber",
    [
        "https://kukarkab.go.id",
        "http://kutairaya.com/news.php?id=1;x=2",
        "https://id.wikipedia.org./wiki/Muara_Aloh,_Muara_Muntai",
        "Kepmendagri 050-145 Tahun 2022 lampiran B",
        "SK Bupati Nomor 105/SK/BUP/HK/2021",
        "https://a.go.id/1; https://b.go.id/2; Perda 16/2024",
        "https://contoh.go.id/x (awalan alamat)",
    ],
)
def test_addresses_and_citations_are_sources(temukan, potensi_buatan, sumber):
    assert temukan(POTENSI, [potensi_buatan | {"sumber": sumber}]) == []


def test_all_faults_of_a_table_are_told_at_once_in_the_order_of_rows(temukan, potensi_buatan):
    salah = potensi_buatan | {"kelas_sumber": "D", "opd": "O999"}
    temuan = temukan(POTENSI, [salah, potensi_buatan | {"id": "P002"}, salah | {"id": "P003", "nama": ""}])
    assert [(t.baris, t.kolom) for t in temuan] == [
        (2, "opd"),
        (2, "kelas_sumber"),
        (4, "nama"),
        (4, "opd"),
        (4, "kelas_sumber"),
    ]
