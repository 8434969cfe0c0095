"""What an officer sends back is told before it is sent: what changes, what is doubtful, what is asked, what was not read."""

from __future__ import annotations

from datetime import date

import pytest

from kukar_potensi.__main__ import main
from kukar_potensi.sumber.buku_kerja.hapus import split_permintaan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.perubahan import word_cacah
from kukar_potensi.sumber.buku_kerja.tanda import list_ringkasan
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
from tests.sumber.buku_kerja.conftest import KERJA_SAMA, POTENSI, build_buku

HARI_INI = date(2026, 2, 1)
LANJUTAN = ("id_kerja_sama", "tanggal", "peristiwa", "sumber")


def check(himpunan, **lembar):
    return check_buku(
        build_buku({judul.replace("_", " "): baris for judul, baris in lembar.items()}), himpunan, HARI_INI
    )


def complete(himpunan, **isi):
    """Check a row of Potensi that names a recorded row with a number, and changes these cells of it."""
    potensi = himpunan.potensi
    kode = potensi.index[potensi["nilai"].gt(1) & potensi["sumber"].map(lambda s: s[0].startswith("http"))][0]
    return kode, check(himpunan, Potensi=[{"id": kode, **isi}])


def test_a_renamed_sheet_of_facts_is_a_fault_with_its_rows(himpunan):
    isi = build_buku({"Potensi DKP": [POTENSI, {**POTENSI, "nama": "BUATAN UJI dua"}], "Kerja Sama": [KERJA_SAMA]})
    hasil = check_buku(isi, himpunan)
    (satu,) = hasil.temuan
    assert satu.aturan == "Lembar “Potensi DKP” (2 baris) tidak ikut diperiksa karena namanya bukan “Potensi”."
    assert satu.saran == "Ganti nama lembarnya, lalu periksa lagi."
    assert (satu.berat, hasil.kesalahan, hasil.terlewat, hasil.catatan) == (KESALAHAN, 1, 2, ())
    assert paint_buku(isi, hasil)


def test_a_copy_beside_the_right_sheet_is_told_to_be_joined(himpunan):
    (satu,) = check(himpunan, Potensi=[POTENSI], Potensi_lama=[{**POTENSI, "nama": "BUATAN UJI dua"}]).temuan
    assert "Satukan barisnya ke lembar “Potensi”" in satu.saran
    assert check(himpunan, Potensi=[POTENSI], Potensi_lama=[]).temuan == ()


def test_sheets_that_are_hidden_or_lists_are_never_mentioned(himpunan):
    def hide(buku):
        buku["Rahasia"].sheet_state = "hidden"

    hasil = check_buku(build_buku({"Potensi": [POTENSI], "Pilihan": [], "Rahasia": []}, hide), himpunan)
    assert hasil.catatan == ()


def test_changes_are_counted_by_what_happens_and_told_cell_by_cell(himpunan):
    k = himpunan.kerja_sama
    kosong = k.index[k["tanggal_berakhir"].isna() & k["nomor_dokumen"].isna()]
    hasil = check(
        himpunan,
        Kerja_Sama=[
            KERJA_SAMA,
            {"id": kosong[0], "nomor_dokumen": "BUATAN UJI 1"},
            {"id": kosong[1], "mitra": "BUATAN UJI mitra"},
            {"id": kosong[2], "status_verifikasi": "terverifikasi OPD"},
            {"id": kosong[3]},
        ],
    )
    assert word_cacah(hasil.cacah) == "1 baru · 1 dilengkapi · 1 dibetulkan · 1 diverifikasi · 1 tetap"
    (lembar,) = hasil.lembar
    lengkap, betul, _ = lembar.perubahan
    assert (lengkap.id, lengkap.baris, lengkap.sel) == (kosong[0], 3, (("nomor_dokumen", "", "BUATAN UJI 1"),))
    assert betul.sel == (("mitra", k.at[kosong[1], "mitra"], "BUATAN UJI mitra"),)
    assert lembar.name_sel(betul.baris, "mitra").endswith("4")
    assert lembar.name_sel(betul.baris, "tingkat") == ""


def test_a_number_that_moves_far_or_to_nothing_is_pointed_at(himpunan):
    kode, hasil = complete(himpunan, nilai=0)
    assert [satu.kolom for satu in hasil.temuan] == ["nilai", "sumber"]
    assert "menjadi 0" in hasil.temuan[0].aturan
    lama = float(himpunan.potensi.at[kode, "nilai"])
    _, hasil = complete(himpunan, nilai=lama * 100, sumber="https://contoh.invalid/buatan-uji")
    assert "(100 kali lebih besar)" in hasil.temuan[0].aturan
    assert {satu.berat for satu in hasil.temuan} == {PERINGATAN}
    assert hasil.baik == 1
    lama_sumber = "; ".join(himpunan.potensi.at[kode, "sumber"])
    _, hasil = complete(himpunan, nilai=lama * 1.5, sumber=f"{lama_sumber}; https://contoh.invalid/buatan-uji")
    assert hasil.temuan == ()


def test_a_web_address_that_gives_way_to_words_is_pointed_at(himpunan):
    _, hasil = complete(himpunan, sumber="Data BUATAN UJI 2024")
    (satu,) = hasil.temuan
    assert "diganti tulisan biasa" in satu.aturan
    assert satu.berat == PERINGATAN


@pytest.mark.parametrize(
    ("isi", "kolom", "kata"),
    [
        ({"tahun_data": "2027"}, "tahun_data", "tahun data ini sesudah hari ini (1 Februari 2026)"),
        ({"tanggal_sumber": "2026-02-02"}, "tanggal_sumber", "sesudah hari ini"),
        ({"nama": "BUATAN UJI <b>lada</b>"}, "nama", "memuat tanda “<”"),
        ({"kode_kecamatan": "Tabang"}, "kode_kecamatan", "tidak satu pun desa yang disebut terletak di Tabang"),
    ],
)
def test_doubtful_cells_are_pointed_at_and_still_good(himpunan, isi, kolom, kata):
    hasil = check(himpunan, Potensi=[{**POTENSI, **isi}])
    (satu,) = hasil.temuan
    assert (satu.kolom, satu.berat, hasil.baik) == (kolom, PERINGATAN, 1)
    assert kata in satu.aturan
    assert satu.saran


def test_what_has_happened_or_is_planned_is_not_doubtful(himpunan):
    assert check(himpunan, Potensi=[{**POTENSI, "tahun_data": "2026", "tanggal_sumber": "2026-02-01"}]).temuan == ()
    rencana = {**KERJA_SAMA, "tanggal_ttd": "2026-12", "presisi_ttd": "belum ditandatangani"}
    assert check(himpunan, Kerja_Sama=[rencana]).temuan == ()
    jadi = {**KERJA_SAMA, "tanggal_ttd": "2026-12-01"}
    assert [satu.kolom for satu in check(himpunan, Kerja_Sama=[jadi]).temuan] == ["tanggal_ttd"]


def test_a_wrong_desa_leaves_the_healthy_kecamatan_alone(himpunan):
    for kode in ("64.02.99.2001", "64.02.02.9999"):
        hasil = check(himpunan, Potensi=[{**POTENSI, "kode_desa": kode, "kode_kecamatan": "Anggana"}])
        assert [satu.kolom for satu in hasil.temuan] == ["kode_desa"]


@pytest.mark.parametrize(
    ("teks", "lama", "jawaban"),
    [
        ("hapus baris ini, ganda", "Catatan.", ("", "hapus baris ini, ganda")),
        ("Catatan. Hapus isi kolom nilai", "Catatan.", ("Catatan.", "Hapus isi kolom nilai")),
        ("Catatan hapus baris ini", "Catatan", ("Catatan", "hapus baris ini")),
        ("Luas dari SK. Mohon dihapus baris ini", "", ("Luas dari SK.", "Mohon dihapus baris ini")),
        ("Pajak dihapus sejak 2020.", "", ("Pajak dihapus sejak 2020.", "")),
        ("hapus apa yang tercatat", "hapus apa yang tercatat", ("hapus apa yang tercatat", "")),
    ],
)
def test_a_request_to_delete_is_told_from_a_note(teks, lama, jawaban):
    assert split_permintaan(teks, lama) == jawaban


def test_a_request_to_delete_is_listed_and_the_note_stays(himpunan, salin_data, tmp_path, capsys):
    kode = himpunan.potensi.index[himpunan.potensi["catatan"].notna()][0]
    isi = build_buku({"Potensi": [{"id": kode, "catatan": "Hapus baris ini: ganda."}]})
    hasil = check_buku(isi, himpunan)
    (minta,) = hasil.permintaan
    assert (minta.id, minta.teks, minta.baris) == (kode, "Hapus baris ini: ganda.", 2)
    assert (hasil.lembar[0].tetap, hasil.temuan) == (1, ())
    assert "Permintaan hapus: 1 baris; diputuskan Bagian Kerja Sama." in list(list_ringkasan(hasil))
    (tmp_path / "isian.xlsx").write_bytes(isi)
    assert main(["gabung", str(tmp_path / "isian.xlsx"), "--data", str(salin_data), "--ya"]) == 0
    assert "Tidak ada yang perlu digabung" in capsys.readouterr().out


def build_lanjutan(*baris):
    def add(buku):
        lembar = buku.create_sheet("Tindak Lanjut")
        lembar.append(LANJUTAN)
        for satu in baris:
            lembar.append(satu)

    return build_buku({"Potensi": [POTENSI]}, add)


def test_the_sheet_of_what_came_of_it_is_checked_and_not_merged(himpunan):
    lama = himpunan.tindak_lanjut.iloc[0]
    tercatat = [lama["id_kerja_sama"], lama["tanggal"], lama["peristiwa"], "; ".join(lama["sumber"])]
    baru = ["K001", "2026-01-05", "BUATAN UJI", "https://contoh.invalid/buatan-uji"]
    hasil = check_buku(build_lanjutan(tercatat, baru), himpunan, HARI_INI)
    assert (hasil.tindak_lanjut.baru, hasil.tindak_lanjut.bersalah, hasil.temuan) == (1, 0, ())
    assert hasil.tindak_lanjut.tell().startswith(
        "Tindak Lanjut: 1 baris baru, tidak ada kesalahan; dicatat oleh Bagian"
    )
    assert "tidak dibaca" not in " ".join(hasil.catatan)
    salah = check_buku(build_lanjutan(["K999", "31 Februari 2025", "BUATAN UJI", None]), himpunan, HARI_INI)
    assert [(satu.lembar, satu.sel) for satu in salah.temuan] == [("Tindak Lanjut", s) for s in ("A2", "B2", "D2")]
    assert (salah.tindak_lanjut.bersalah, salah.bersalah, salah.kesalahan) == (1, 1, 3)
    assert check_buku(build_lanjutan(tercatat), himpunan).tindak_lanjut is None


def test_faulty_rows_and_faults_are_counted_apart(himpunan):
    hasil = check(himpunan, Potensi=[POTENSI, {**POTENSI, "nama": "BUATAN UJI dua", "sektor": "x", "opd": "x"}])
    assert (hasil.baik, hasil.bersalah, hasil.kesalahan) == (1, 1, 2)
    assert next(iter(list_ringkasan(hasil))).startswith("1 dari 2 baris baik; 1 baris bersalah (2 kesalahan)")


def test_only_dates_with_two_readings_are_refused_and_both_are_named(himpunan):
    tulisan = ("09/18/2023", "18/09/2023", "03/05/2024", "3 Mei 2024", "05/05/2024")
    baris = [{**POTENSI, "nama": f"BUATAN UJI {n * 7919}", "tahun_data": t} for n, t in enumerate(tulisan)]
    hasil = check(himpunan, Potensi=baris)
    assert [(satu.baris, satu.nilai) for satu in hasil.temuan] == [(2, "09/18/2023"), (4, "03/05/2024")]
    bulan, ragu = hasil.temuan
    assert bulan.saran == "Bulan 18 tidak ada. Maksudnya 2023-09-18?"
    assert ragu.saran == "Tulis 2024-05-03 (3 Mei 2024) atau 2024-03-05 (5 Maret 2024)."
    assert hasil.lembar[0].baik["tahun_data"].tolist() == ["2023-09-18", "2024-05-03", "2024-05-05"]


@pytest.mark.parametrize(
    ("lembar", "kolom", "isi", "saran"),
    [
        ("Kerja Sama", "jenis_dokumen", "MoU", "“Nota Kesepahaman” bila naskahnya berjudul demikian"),
        ("Kerja Sama", "keputusan", "lanjut", "“diperpanjang”"),
        ("Kerja Sama", "masuk_210", "tidak tahu", "“belum diketahui”"),
        ("Potensi", "status_verifikasi", "sudah", "“terverifikasi OPD”"),
        ("Potensi", "kelas_sumber", "D", "Pilih “A”, “B”, atau “C”; kosongkan bila belum diketahui."),
    ],
)
def test_a_closed_list_always_says_what_to_do(himpunan, lembar, kolom, isi, saran):
    dasar = POTENSI if lembar == "Potensi" else KERJA_SAMA
    (satu,) = check_buku(build_buku({lembar: [{**dasar, kolom: isi}]}), himpunan).temuan
    assert saran in satu.saran
