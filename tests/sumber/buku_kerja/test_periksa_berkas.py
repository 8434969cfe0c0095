"""A filled workbook is told its good rows, and every fault with its cell and the nearest right value."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kukar_potensi.sumber.buku_kerja import periksa_berkas
from kukar_potensi.sumber.buku_kerja.penjaga import GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN
from tests.sumber.buku_kerja.conftest import KERJA_SAMA, POTENSI, SUMBER, build_buku, write_xml

HARI = datetime.fromisoformat("2024-05-03T10:30:00")


def check_potensi(himpunan, *baris, ubah=None):
    return check_buku(build_buku({"Potensi": [{**POTENSI, **satu} for satu in baris]}, ubah), himpunan)


def check_kerja_sama(himpunan, *baris):
    return check_buku(build_buku({"Kerja Sama": [{**KERJA_SAMA, **satu} for satu in baris]}), himpunan)


def only(hasil):
    assert len(hasil.temuan) == 1, [satu.kalimat() for satu in hasil.temuan]
    return hasil.temuan[0]


def test_a_good_row_becomes_a_row_of_data(himpunan):
    hasil = check_potensi(himpunan, {"nilai": 12.5, "satuan": "ha", "tahun_data": 2024})
    (lembar,) = hasil.lembar
    assert (hasil.jumlah, hasil.baik, lembar.baru, lembar.ubah) == (1, 1, 1, 0)
    isi = lembar.baik.loc[2].dropna().to_dict()
    assert isi == {
        "nama": POTENSI["nama"],
        "sektor": "perkebunan",
        "kode_urusan": "3.27",
        "tingkat": "desa",
        "kode_kecamatan": "64.02.02",
        "kode_desa": "64.02.02.2014",
        "uraian": POTENSI["uraian"],
        "nilai": "12.5",
        "satuan": "ha",
        "tahun_data": "2024",
        "sumber": SUMBER,
        "status_verifikasi": "belum diverifikasi OPD",
    }


@pytest.mark.parametrize(
    ("isi", "sel", "aturan", "saran"),
    [
        ({"kode_desa": None, "kode_kecamatan": "Loa Kuluh"}, "F2", "tidak ada dalam daftar kecamatan", "Loa Kulu (64.02.02)"),
        ({"kode_desa": "Sumber Sari"}, "G2", "dipakai 3 desa", "Sumber Sari, Sebulu (64.02.07.2007)"),
        ({"kode_desa": "64.02.02.9999"}, "G2", "tidak ada dalam daftar desa", "64.02.02."),
        ({"kode_desa": "64.02.08.2001"}, "G2", "sebelum pemekaran", "64.02.19.2001"),
        ({"kode_desa": "Tenggarong"}, "G2", "ini kecamatan Tenggarong", "kode_kecamatan"),
        ({"kode_desa": "Jahab, Tenggarong (64.02.02.2014)"}, "G2", "nama dan kode tidak cocok", "Jahab, Tenggarong"),
        ({"opd": "Dinas Parawisata"}, "L2", "tidak ada dalam daftar OPD", "Dinas Pariwisata"),
        ({"kode_urusan": "Pertaniann"}, "E2", "tidak ada dalam daftar urusan", "Pertanian (3.27)"),
        ({"sektor": "perkebuna"}, "C2", "tidak ada dalam daftar sektor", "perkebunan"),
        ({"kewenangan": "kabupatan"}, "M2", "hanya boleh", "kabupaten"),
        ({"nilai": "1.500 ekor", "satuan": "ekor"}, "I2", "bukan angka", "1520,63"),
        ({"nilai": 5}, "J2", "tanpa satuan", "satuan"),
        ({"tahun_data": "akhir tahun"}, "K2", "bukan tanggal", "2023-09"),
        ({"tahun_data": "31 Februari 2024"}, "K2", "bukan tanggal", "2023-09"),
        ({"sumber": None}, "P2", "wajib diisi", "https://"),
        ({"sumber": "contoh.go.id/berita"}, "P2", "bukan alamat web", "https://contoh.go.id/berita"),
        ({"nama": "x" * 8001}, "B2", "lebih dari 8000 huruf", "Ringkas"),
        ({"opd": "#N/A"}, "L2", "rumus di lembar kerja gagal", "Ganti"),
        ({"id": "P999"}, "A2", "id ini belum tercatat", "Kosongkan id"),
    ],
)  # fmt: skip
def test_a_fault_names_its_cell_what_is_allowed_and_the_nearest_right_value(himpunan, isi, sel, aturan, saran):
    hasil = check_potensi(himpunan, isi)
    satu = only(hasil)
    assert (satu.lembar, satu.sel, satu.baris, satu.berat) == ("Potensi", sel, 2, KESALAHAN)
    assert aturan in satu.aturan
    assert saran in satu.saran
    assert satu.kalimat().startswith(f"Potensi!{sel} ")
    assert hasil.baik == 0


@pytest.mark.parametrize(
    ("tulisan", "kode"),
    [
        ("64.02.02.2014", "64.02.02.2014"),
        ("Sumber Sari, Loa Kulu (64.02.02.2014)", "64.02.02.2014"),
        ("sumber sari, loa kulu", "64.02.02.2014"),
        ("Desa Sumber Sari Loa Kulu", "64.02.02.2014"),
        ("Jahab", "64.02.06.1001"),
        ("Kel. Jahab", "64.02.06.1001"),
        ("Jahab; 64.02.02.2014", "64.02.06.1001; 64.02.02.2014"),
        ("Jahab\nSumber Sari, Loa Kulu", "64.02.06.1001; 64.02.02.2014"),
    ],
)
def test_a_place_is_known_by_code_label_or_name(himpunan, tulisan, kode):
    hasil = check_potensi(himpunan, {"kode_desa": tulisan})
    assert hasil.temuan == ()
    assert hasil.lembar[0].baik.at[2, "kode_desa"] == kode
    assert hasil.lembar[0].baik.at[2, "kode_kecamatan"] == "; ".join(sorted({k[:8] for k in kode.split("; ")}))


def test_the_kecamatan_decides_between_desa_of_one_name(himpunan):
    hasil = check_potensi(himpunan, {"kode_desa": "Sumber Sari", "kode_kecamatan": "Sebulu"})
    assert hasil.lembar[0].baik.at[2, "kode_desa"] == "64.02.07.2007"


@pytest.mark.parametrize(
    ("tulisan", "iso"),
    [
        ("3 Mei 2024", "2024-05-03"),
        ("Mei 2024", "2024-05"),
        ("03/05/2024", "2024-05-03"),
        (HARI, "2024-05-03"),
        (2024, "2024"),
        ("2024-05", "2024-05"),
    ],
)
def test_dates_are_read_as_indonesians_write_them(himpunan, tulisan, iso):
    hasil = check_potensi(himpunan, {"tahun_data": tulisan})
    assert hasil.lembar[0].baik.at[2, "tahun_data"] == iso


@pytest.mark.parametrize(
    ("tulisan", "angka"),
    [
        ("1.520,63", "1520.63"),
        ("1520,63", "1520.63"),
        ("Rp", None),
        (1520.63, "1520.63"),
        (1.234, "1.234"),
        (1500, "1500"),
        ("1.500.000", "1500000"),
        (1e15, "1000000000000000"),
        (0.1, "0.1"),
    ],
)
def test_numbers_are_read_as_indonesians_write_them(himpunan, tulisan, angka):
    hasil = check_potensi(himpunan, {"nilai": tulisan, "satuan": "ha"})
    if angka is None:
        assert "bukan angka" in only(hasil).aturan
    else:
        assert hasil.lembar[0].baik.at[2, "nilai"] == angka


def test_a_number_with_two_readings_is_asked_about_and_never_guessed(himpunan):
    hasil = check_potensi(himpunan, {"nilai": "1.500", "satuan": "ha"})
    if hasil.temuan:
        assert "1500" in only(hasil).saran
    else:
        assert hasil.lembar[0].baik.at[2, "nilai"] == "1500"


def test_a_kerja_sama_gets_its_precision_and_the_cautious_answers(himpunan):
    hasil = check_kerja_sama(
        himpunan, {"tanggal_ttd": "3 Mei 2024"}, {"judul": "BUATAN UJI lain", "tanggal_ttd": "2024"}
    )
    baik = hasil.lembar[0].baik
    assert baik["presisi_ttd"].tolist() == ["hari", "tahun"]
    assert baik["masuk_210"].unique().tolist() == ["belum diketahui"]
    assert baik["tingkat"].unique().tolist() == ["kabupaten"]
    assert any("masuk_210" in satu for satu in hasil.isian)


def test_an_end_before_the_signing_is_a_fault(himpunan):
    satu = only(
        check_kerja_sama(
            himpunan,
            {"tanggal_ttd": "2024-05-03", "tanggal_berakhir": "2023-05-03", "dasar_berakhir": "menurut sumber"},
        )
    )
    assert (satu.sel, satu.aturan) == ("T2", "berakhir sebelum ditandatangani.")


def test_a_formula_is_a_fault_and_is_told_not_run(himpunan):
    satu = only(check_potensi(himpunan, {"uraian": "=cmd|' /C calc'!A0"}))
    assert (satu.sel, satu.nilai) == ("H2", "=cmd|' /C calc'!A0")
    assert "rumus tidak dijalankan" in satu.aturan


def test_text_that_looks_like_a_formula_stays_text_and_is_pointed_at(himpunan):
    isi = write_xml("Potensi", [[*POTENSI], [*({**POTENSI, "nama": "=cmd|' /C calc'!A0"}).values()]])
    hasil = check_buku(isi, himpunan)
    assert hasil.lembar[0].baik.at[2, "nama"] == "=cmd|' /C calc'!A0"
    assert (only(hasil).berat, hasil.kesalahan) == (PERINGATAN, 0)


def test_merged_cells_keep_their_rows_out(himpunan):
    hasil = check_potensi(
        himpunan,
        {},
        {"nama": "BUATAN UJI dua"},
        {"nama": "BUATAN UJI tiga"},
        ubah=lambda buku: buku["Potensi"].merge_cells("E2:E3"),
    )
    gabungan = next(satu for satu in hasil.temuan if "digabung" in satu.aturan)
    assert gabungan.sel == "E2:E3"
    assert hasil.lembar[0].baik.index.tolist() == [4]


def test_merged_titles_above_the_header_do_no_harm(himpunan):
    def add_title(buku):
        lembar = buku["Potensi"]
        lembar.insert_rows(1, 2)
        lembar["A1"] = "Daftar potensi BUATAN UJI"
        lembar.merge_cells("A1:F1")

    hasil = check_potensi(himpunan, {}, ubah=add_title)
    assert (hasil.baik, hasil.temuan) == (1, ())


def test_an_unknown_or_repeated_column_is_pointed_at(himpunan):
    hasil = check_potensi(himpunan, {"jumlah pohon": 5, "kode desaa": "x"})
    assert {(satu.sel, satu.berat) for satu in hasil.temuan} == {("Z1", PERINGATAN), ("AA1", PERINGATAN)}
    assert "kode_desa" in " ".join(satu.saran for satu in hasil.temuan) or hasil.baik == 1
    assert hasil.baik == 1


def test_other_sheets_are_told_as_unread(himpunan):
    hasil = check_buku(build_buku({"Potensi": [POTENSI], "Rekap 2024": []}), himpunan)
    assert "“Rekap 2024” tidak dibaca" in hasil.catatan[0]


def test_the_same_thing_twice_in_a_file_is_a_fault_of_the_later_row(himpunan):
    hasil = check_potensi(himpunan, {}, {"nama": "Kebun LADA buatan uji"}, {"kode_desa": "Jahab"})
    satu = only(hasil)
    assert (satu.sel, satu.berat) == ("B3", KESALAHAN)
    assert "sama dengan baris 2" in satu.aturan
    assert hasil.lembar[0].baik.index.tolist() == [2, 4]


def test_what_is_recorded_already_is_a_fault_and_what_is_alike_a_warning(himpunan):
    lama = himpunan.potensi[himpunan.potensi["kode_desa"].map(len).eq(1)].iloc[0]
    tempat = {"kode_desa": lama["kode_desa"][0], "kode_kecamatan": "; ".join(lama["kode_kecamatan"])}
    hasil = check_potensi(himpunan, {"nama": lama["nama"].upper(), **tempat}, {"nama": lama["nama"] + " a", **tempat})
    sama, mirip = hasil.temuan
    assert f"sudah tercatat sebagai {lama.name}, tempatnya juga sama" in sama.aturan
    assert (sama.berat, mirip.berat) == (KESALAHAN, PERINGATAN)
    assert f"mirip yang sudah tercatat sebagai {lama.name}" in mirip.aturan
    assert lama["nama"] in mirip.aturan
    assert hasil.lembar[0].baik.index.tolist() == [3]


def test_a_row_with_a_recorded_id_completes_that_row(himpunan):
    kode = himpunan.kerja_sama.index[himpunan.kerja_sama["tanggal_berakhir"].isna()][0]
    isi = dict.fromkeys(KERJA_SAMA) | {
        "id": kode,
        "tanggal_berakhir": "31 Desember 2030",
        "dasar_berakhir": "menurut sumber",
    }
    hasil = check_kerja_sama(himpunan, isi)
    assert hasil.temuan == ()
    (lembar,) = hasil.lembar
    assert (lembar.baru, lembar.ubah, lembar.tetap) == (0, 1, 0)
    baris = lembar.baik.loc[2]
    assert baris["tanggal_berakhir"] == "2030-12-31"
    assert baris["judul"] == himpunan.kerja_sama.at[kode, "judul"]


def test_an_id_used_twice_is_a_fault(himpunan):
    kode = himpunan.kerja_sama.index[0]
    hasil = check_kerja_sama(
        himpunan, {"id": kode, "judul": "BUATAN UJI satu"}, {"id": kode, "judul": "BUATAN UJI dua"}
    )
    assert "id ini sudah dipakai baris di atasnya." in {satu.aturan for satu in hasil.temuan}
    assert hasil.lembar[0].baik.index.tolist() == [2]


def test_rows_and_faults_are_counted_whole_also_when_only_the_first_are_told(himpunan, monkeypatch):
    monkeypatch.setattr(periksa_berkas, "TEMUAN_DICATAT", 5)
    monkeypatch.setattr(periksa_berkas, "_POTONGAN", 10)
    baris = [{"nama": f"BUATAN UJI {n} {n * 7919}", "kewenangan": "siapa saja"} for n in range(30)]
    hasil = check_potensi(himpunan, *baris)
    assert (hasil.jumlah, hasil.baik, hasil.kesalahan, len(hasil.temuan)) == (30, 0, 30, 5)
    monkeypatch.setattr(periksa_berkas, "KESALAHAN_TERBANYAK", 15)
    hasil = check_potensi(himpunan, *baris)
    assert (hasil.kesalahan, hasil.baik) == (20, 0)
    assert "berhenti sebelum baris 22" in hasil.catatan[0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    isi=st.dictionaries(
        st.sampled_from([*POTENSI, "nilai", "satuan", "tahun_data", "kode_kecamatan", "opd", "id"]),
        st.one_of(
            st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
            st.floats(allow_nan=False, allow_infinity=False),
            st.integers(-(10**18), 10**18),
            st.booleans(),
            st.datetimes(min_value=HARI.replace(year=1950), max_value=HARI.replace(year=2100)),
        ),
        max_size=8,
    )
)
def test_whatever_stands_in_the_cells_the_answer_is_a_result(himpunan, isi):
    try:
        hasil = check_potensi(himpunan, isi)
    except GalatBuku as galat:
        assert galat.jenis == "belum diisi"  # noqa: PT017 - either answer is right
        return
    assert hasil.jumlah == 1
    assert hasil.baik == (0 if hasil.kesalahan else 1)
    assert all(satu.kalimat() for satu in hasil.temuan)
