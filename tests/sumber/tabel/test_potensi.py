"""A potential reaches data/ with its place, authority and sources right, and never in the press's words."""

import pytest

from kukar_potensi.sumber.tabel.acuan import Acuan, GalatAcuan
from kukar_potensi.sumber.tabel.bukti import BUKTI, bukti_of

ALAMAT = "https://contoh.test/berita"


@pytest.fixture
def potensi(build):
    return {satu["id"]: satu for satu in build()["potensi"]}


def test_the_kecamatan_of_every_desa_is_named_even_where_the_reference_left_it_out(potensi):
    assert potensi["P901"]["kode_kecamatan"] == "64.02.03"
    assert potensi["P901"]["tingkat"] == "desa"


def test_rows_across_kecamatan_and_zones_keep_their_first_level_in_the_remark(potensi):
    assert potensi["P902"]["tingkat"] == "kecamatan"
    assert potensi["P902"]["kode_kecamatan"] == "64.02.03; 64.02.06"
    assert potensi["P902"]["catatan"] == "tingkat tempat semula: lintas kecamatan"
    assert (potensi["P903"]["tingkat"], potensi["P903"]["kode_kecamatan"]) == ("kabupaten", "")
    assert "zona" in potensi["P903"]["catatan"]


def test_a_plantation_goes_to_the_agency_that_has_plantations_in_its_task(potensi):
    assert potensi["P901"]["sektor"] == "perkebunan"
    assert potensi["P901"]["opd"] == "O047"


def test_energy_is_never_the_kabupatens_whatever_the_remark_says(potensi):
    assert potensi["P902"]["kewenangan_catatan"] == "kabupaten"
    assert potensi["P902"]["kewenangan"] == "provinsi_pusat"
    assert potensi["P903"]["kewenangan"] == "bersama"


def test_all_addresses_are_kept_also_those_in_the_remark_and_with_a_bracket(potensi):
    assert potensi["P901"]["sumber"] == f"{ALAMAT}/1; {ALAMAT}/2(b); {ALAMAT}/3"


def test_a_description_is_composed_of_facts_and_not_copied(potensi):
    uraian = potensi["P901"]["uraian"]
    assert "kata pers asli" not in uraian
    assert uraian == (
        "Lada Batuah: potensi sektor Perkebunan di Desa Batuah, Kecamatan Loa Janan. Angka tercatat 4.500,5 ha (2011)."
    )
    assert potensi["P903"]["uraian"].endswith("di Kabupaten Kutai Kartanegara.")


def test_our_own_wording_takes_the_place_of_the_composed_one(build, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "suntingan.csv").write_text(
        'tabel,id,kolom,isi\npotensi,P901,uraian,"Kebun lada."\npotensi,P902,catatan,Catatan baru.\n', encoding="utf-8"
    )
    hasil = {satu["id"]: satu for satu in build()["potensi"]}
    assert hasil["P901"]["uraian"] == "Kebun lada."
    assert hasil["P902"]["uraian"].startswith("Lampu surya:")
    assert hasil["P902"]["catatan"] == "Catatan baru. Tingkat tempat semula: lintas kecamatan."


def test_what_is_unknown_stays_blank(potensi):
    kosong = ("nilai", "satuan", "tahun_data", "klaster_ikn", "kelas_sumber", "bukti_lahan", "bukti_mitra")
    assert {potensi["P903"][kolom] for kolom in kosong} == {""}


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ("Perkebunan,3.27", "Perjudian,3.27", "Perjudian"),
        ("64.02.03.2006", "64.02.03.2999", "64.02.03.2999"),
        ("Perkebunan,3.27", "Perkebunan,9.99", "9.99"),
        ("Industri pertanian berkelanjutan", "Klaster khayal", "Klaster khayal"),
        ("Bagian Sumber Daya Alam Setkab", "Dinas Khayal", "Dinas Khayal"),
        (",2011,2012", ",2011-13,2012", "2011-13"),
        ("pusat (KKP) dengan sinergi kabupaten", "entah", "entah"),
        (f"{ALAMAT}/5", "tanpa alamat", "tanpa alamat"),
    ],
)
def test_what_cannot_be_mapped_is_told_with_its_row(build, edit, lama, baru, kata):
    edit("kerja_sama/potensi.csv", lama, baru)
    with pytest.raises(GalatAcuan) as galat:
        build()
    assert any(satu.nilai == kata and satu.baris is not None for satu in galat.value.temuan)


def test_evidence_is_only_believed_while_the_reference_still_says_so():
    nomor, kolom = next((kode, kolom) for kode, isi in BUKTI.items() for kolom in isi)
    kata = BUKTI[nomor][kolom]
    baris = {"id": nomor, "nama_potensi": kata, "deskripsi": "", "satuan": "", "catatan": ""}
    utuh, berubah = Acuan({}), Acuan({})
    assert bukti_of(utuh, 0, baris, [ALAMAT])[kolom] == ALAMAT
    assert bukti_of(berubah, 0, {**baris, "nama_potensi": "lain"}, [ALAMAT])[kolom] == ""
    assert (len([satu for satu in utuh.temuan if satu.kolom == kolom]), len(berubah.temuan)) == (0, len(BUKTI[nomor]))
