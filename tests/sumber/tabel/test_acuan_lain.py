"""Agencies, affairs, plans, links and places reach data/ by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.sumber.tabel.acuan import find_alamat, format_angka, join_list, split_list
from kukar_potensi.sumber.tabel.rencana import find_status
from kukar_potensi.sumber.tabel.sektor import find_sektor
from kukar_potensi.sumber.tabel.wilayah import split_kode

KODE = st.builds(lambda a, b: f"64.02.{a:02d}" + (f".{b}" if b else ""), st.integers(1, 20), st.sampled_from([0, 1001]))


@given(st.lists(KODE))
def test_places_always_name_the_kecamatan_of_each_desa_and_keep_every_code(kode):
    kecamatan, desa, tingkat = split_kode(kode)
    assert {satu[:8] for satu in desa} <= set(kecamatan)
    assert set(kode) <= set(kecamatan) | set(desa)
    assert (tingkat == "desa") == bool(desa)
    assert (tingkat == "kabupaten") == (not kode)


@given(st.lists(st.text(st.characters(exclude_characters=";", exclude_categories=["Z", "C"]), min_size=1), unique=True))
def test_a_list_cell_gives_back_its_items(isi):
    assert split_list(join_list(isi)) == isi


@pytest.mark.parametrize(
    ("teks", "alamat"),
    [
        ("lihat juga https://a.test/x, dan https://b.test/y.", ["https://a.test/x", "https://b.test/y"]),
        ("(https://a.test/x)", ["https://a.test/x"]),
        ("https://a.test/x_(Satu)", ["https://a.test/x_(Satu)"]),
        ("https://a.test/x; https://a.test/x", ["https://a.test/x"]),
        ("tanpa alamat", []),
    ],
)
def test_addresses_are_found_whole_and_once(teks, alamat):
    assert find_alamat(teks) == alamat


@pytest.mark.parametrize(
    ("teks", "angka"), [("4500.50", "4500.5"), ("129000", "129000"), ("0.0", "0"), ("", ""), ("32.4", "32.4")]
)
def test_numbers_are_written_one_way(teks, angka):
    assert format_angka(teks) == angka


def test_the_first_part_of_a_compound_wording_decides_the_sector():
    assert find_sektor("Pertanian/Keuangan") == "pertanian"
    assert find_sektor("UMKM/Industri") == "industri"
    assert find_sektor("Perjudian") is None


@pytest.mark.parametrize(
    ("nama", "keterangan", "status"),
    [
        ("Jembatan (rencana)", "diresmikan 2030", "rencana"),
        ("Jembatan Sei Jongkang", "diresmikan 3-11-2025", "beroperasi"),
        ("Dermaga", "Dibangun dari APBD 2023", "pembangunan"),
        ("Jalan", "Sekitar 30 km tersambung, 7 km belum", "belum diketahui"),
        ("Feri", "Dilayani dua kapal; keadaan sekarang tidak dari sumber ini", "belum diketahui"),
        ("Kapal", "Rute berhenti sejak 2012", "belum diketahui"),
        ("Dermaga", "Pemeliharaan 2023", "belum diketahui"),
    ],
)
def test_a_road_works_only_where_the_words_say_so(nama, keterangan, status):
    assert find_status(nama, keterangan) == status


def test_an_urusan_names_its_own_sector_first_and_its_agencies_by_id(build):
    urusan = {satu["kode"]: satu for satu in build()["urusan"]}
    assert urusan["3.27"]["sektor"] == "pertanian; perkebunan; peternakan"
    assert urusan["3.27"]["opd"] == "O046; O047"
    assert urusan["3.27"]["klaster_ikn"] == "industri-pertanian; teknologi-bersih"
    assert urusan["7.01"]["opd"] == "O061"
    assert [urusan[kode]["kewenangan"] for kode in ("3.25", "3.27", "3.29")] == [
        "bersama", "kabupaten", "provinsi_pusat",
    ]  # fmt: skip


def test_an_agency_without_source_says_so(build):
    opd = {satu["id"]: satu for satu in build()["opd"]}
    assert (opd["O007"]["status_nama"], opd["O007"]["sumber"]) == ("tanpa sumber", "")
    assert opd["O061"]["dasar_tugas"] == "nama menurut Kepmendagri 1"


def test_a_summary_is_marked_and_economy_means_the_sectors_of_its_urusan(build):
    (misi,) = build()["rpjmd"]
    assert (misi["id"], misi["jenis"], misi["status_teks"], misi["sektor"]) == (
        "R01", "misi", "ringkasan", "perikanan; pertanian",
    )  # fmt: skip
    assert misi["uraian"] == "Misi: ekonomi lokal"


def test_the_treatment_of_a_desa_uses_few_words_and_a_source_without_address_is_kept(build):
    ikn = {satu["kode"]: satu for satu in build()["ikn_desa"]}
    assert ikn["64.02.03.2006"]["perlakuan_2025"] == "terbelah"
    assert ikn["64.02.03.2006"]["sumber"].count("https://") == 2
    assert ikn["64.02.06.1001"]["sumber"] == "poligon indikatif, dapat berbeda"
