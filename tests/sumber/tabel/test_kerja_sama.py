"""A cooperation reaches data/ with its legal type, dates and doubts told apart."""

import pytest

from kukar_potensi.sumber.tabel.acuan import GalatAcuan
from kukar_potensi.sumber.tabel.kerja_sama import find_kelas


@pytest.fixture
def kerja_sama(build):
    return {satu["id"]: satu for satu in build()["kerja_sama"]}


def test_a_draft_is_not_signed_and_has_no_date_of_signing(kerja_sama):
    draf = kerja_sama["K902"]
    assert (draf["jenis_dokumen"], draf["presisi_ttd"], draf["tanggal_ttd"]) == (
        "Perjanjian Kerja Sama", "belum ditandatangani", "",
    )  # fmt: skip
    assert "2024-06-24" in draf["catatan_ttd"]


def test_an_end_keeps_how_it_is_known(kerja_sama):
    akhir = {kode: (satu["tanggal_berakhir"], satu["dasar_berakhir"]) for kode, satu in kerja_sama.items()}
    assert akhir == {
        "K901": ("2027-11", "dihitung"),
        "K902": ("2023-12", "disimpulkan"),
        "K903": ("2029-06-12", "menurut sumber"),
    }


def test_a_doubtful_date_keeps_its_doubt(kerja_sama):
    assert kerja_sama["K901"]["presisi_ttd"] == "hari diragukan"
    assert (kerja_sama["K903"]["presisi_ttd"], kerja_sama["K903"]["catatan_ttd"]) == (
        "bulan", "disimpulkan dari nomor urut advertorial",
    )  # fmt: skip


def test_a_parent_is_taken_only_from_words(kerja_sama):
    assert {kode: satu["induk"] for kode, satu in kerja_sama.items()} == {"K901": "", "K902": "K901", "K903": "K901"}


def test_a_parent_that_is_not_on_record_is_a_fault(build, edit):
    edit("kerja_sama/perjanjian.csv", "induk: K901", "induk: K999")
    with pytest.raises(GalatAcuan, match="K999"):
        build()


def test_a_village_cooperation_is_not_one_of_the_210_and_the_remark_stays(kerja_sama):
    assert (kerja_sama["K902"]["masuk_210"], kerja_sama["K902"]["catatan_210"]) == ("tidak", "ya (tidak dihitung KSD)")
    assert (kerja_sama["K901"]["masuk_210"], kerja_sama["K901"]["catatan_210"]) == ("ya", "")
    assert kerja_sama["K903"]["masuk_210"] == "kemungkinan"


def test_a_mixed_category_is_left_to_the_tkksd(kerja_sama):
    assert kerja_sama["K902"]["kategori"] == "Perlu keputusan TKKSD"
    assert "usulan kategori semula: KSDD + KSDPK (campuran)" in kerja_sama["K902"]["catatan"]


def test_many_affairs_leave_the_code_blank_and_say_so(kerja_sama):
    assert kerja_sama["K902"]["kode_urusan"] == ""
    assert "mencakup banyak urusan" in kerja_sama["K902"]["catatan"]


def test_a_body_under_an_older_name_is_one_body(build):
    hasil = build()
    opd = {satu["id"]: satu["nama"] for satu in hasil["opd"]}
    kode = {satu["id"]: satu["opd"] for satu in hasil["kerja_sama"]}["K902"]
    assert opd[kode] == "PT Tunggang Parangan (Perseroda)"


def test_places_are_split_and_the_finest_level_named_is_the_precision(kerja_sama):
    satu = kerja_sama["K901"]
    assert (satu["tingkat"], satu["kode_desa"], satu["kode_kecamatan"]) == (
        "desa", "64.02.03.2006", "64.02.03; 64.02.06",
    )  # fmt: skip
    assert kerja_sama["K903"]["tingkat"] == "kabupaten"


def test_no_decision_is_invented(kerja_sama):
    assert all(not satu["keputusan"] and not satu["tanggal_keputusan"] for satu in kerja_sama.values())


@pytest.mark.parametrize(
    ("alamat", "kelas"),
    [
        ("https://kaltim.antaranews.com/berita/1", "A"),
        ("https://www.kukarkab.go.id/berita", "A"),
        ("https://www.ipb.ac.id/news", "A"),
        ("https://contoh.test/kukarkab.go.id", "B"),
        ("https://bukango.id/berita", "B"),
    ],
)
def test_the_class_of_a_source_follows_its_host(alamat, kelas):
    assert find_kelas(alamat) == kelas


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("Kesepakatan Bersama", "Surat Kaleng"),
        ("Sinergi", "Kolusi"),
        ("hari (diragukan)", "kira-kira"),
        ("Transportasi/Pelabuhan", "Perjudian/Pelabuhan"),
        ("2027-11 (dihitung", "kelak (dihitung"),
        ("Perusda Tunggang Parangan", "Perusda Khayal"),
        ("64.02.03.2006;64.02.06", "64.02.99"),
    ],
)
def test_what_cannot_be_mapped_stops_the_build(build, edit, lama, baru):
    edit("kerja_sama/perjanjian.csv", lama, baru)
    with pytest.raises(GalatAcuan, match=r"perjanjian\.csv, baris"):
        build()
