"""A table reads the same however a spreadsheet saved it, and says so when it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.skema import GalatData, Jenis, Kolom, Tabel

TABEL = Tabel(
    "contoh",
    "contoh.csv",
    (Kolom("id", wajib=True), Kolom("nama", wajib=True), Kolom("nilai", Jenis.ANGKA), Kolom("kode_desa")),
    kunci="id",
)
ISI = [["a", "Padi, jagung", "1.5", None], ["b", "Kopi “luwak”", None, "64.02"]]
POLOS = 'id,nama,nilai,kode_desa\na,"Padi, jagung",1.5,\nb,Kopi “luwak”,,64.02\n'


def read_isi(isi: bytes) -> list[list[str | None]]:
    lembar = read_lembar(isi, TABEL)
    assert lembar.temuan == ()
    return lembar.isi.astype(object).where(lembar.isi.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    "isi",
    [
        POLOS.encode(),
        POLOS.encode("utf-8-sig"),
        POLOS.encode("cp1252"),
        POLOS.encode("utf-16"),
        POLOS.replace("\n", "\r\n").encode(),
        POLOS.replace("\n", "\r").encode(),
        POLOS.rstrip("\n").encode(),
        POLOS.replace("id,nama,nilai,kode_desa", " ID , Nama,NILAI,Kode Desa").encode(),
        POLOS.replace("\na,", "\n\n,,,\n  a  ,").encode(),
        f"\n\n{POLOS}\n\n".encode(),
        b'id;nama;nilai;kode_desa\na;"Padi, jagung";1.5;\nb;Kopi \xe2\x80\x9cluwak\xe2\x80\x9d;;64.02\n',
        "id\tnama\tnilai\tkode_desa\na\tPadi, jagung\t1.5\t\nb\tKopi “luwak”\t\t64.02\n".encode("utf-16"),
        'sep=;\nid;nama;nilai;kode_desa\na;"Padi, jagung";1.5;\nb;Kopi “luwak”;;64.02\n'.encode(),
        'nilai,kode_desa,nama,id\n1.5,,"Padi, jagung",a\n,64.02,Kopi “luwak”,b\n'.encode(),
        'id,nama,nilai,kode_desa,,\na,"Padi, jagung",1.5,,,\nb,Kopi “luwak”,,64.02,,\n'.encode(),
        'id,nama,nilai,kode_desa\na,"Padi, jagung",1.5,,,,\nb,Kopi “luwak”,,64.02\n'.encode(),
    ],
    ids=[
        "utf-8", "utf-8 with mark", "windows-1252", "utf-16", "windows line ends", "old mac line ends",
        "no last line end", "spelling of column names", "blank lines and padding", "blank lines around", "semicolon",
        "tab utf-16", "sep= line", "another order of columns", "nameless blank columns", "blank cells too many",
    ],
)  # fmt: skip
def test_every_way_of_saving_gives_the_same_cells(isi):
    assert read_isi(isi) == ISI


def test_a_row_has_the_line_that_a_spreadsheet_shows():
    isi = 'sep=,\n\nid,nama,nilai,kode_desa\na,"dua\nbaris",,\n\n,,,\nb,x,,\n'
    lembar = read_lembar(isi.encode(), TABEL)
    assert list(lembar.baris) == [4, 7]
    assert lembar.isi["nama"].iloc[0] == "dua\nbaris"


def test_a_column_too_many_is_told_with_the_name_it_may_mean():
    lembar = read_lembar(b"id,nama,nilai,kode_dessa\na,x,1,64.02\n", TABEL)
    assert [(t.kolom, t.baris) for t in lembar.temuan] == [("kode_dessa", None), ("kode_desa", None)]
    assert "`kode_desa`" in lembar.temuan[0].saran
    assert lembar.isi["kode_desa"].isna().all()
    assert lembar.terbuang == 0


def test_a_column_that_appears_twice_is_told_and_the_first_is_read():
    lembar = read_lembar(b"id,nama,nama,nilai,kode_desa\na,x,y,1,64.02\n", TABEL)
    assert [t.kolom for t in lembar.temuan] == ["nama"]
    assert list(lembar.isi["nama"]) == ["x"]


def test_a_nameless_column_with_content_is_told():
    lembar = read_lembar(b"id,nama,nilai,kode_desa,\na,x,1,,tersesat\n", TABEL)
    assert ["ke-5" in t.kolom for t in lembar.temuan] == [True]


@pytest.mark.parametrize(("baris", "saran"), [("b,x,1,2,3", "tanda kutip"), ("b,x", "terputus")])
def test_a_row_of_another_width_is_left_out_counted_and_told(baris, saran):
    lembar = read_lembar(f"id,nama,nilai,kode_desa\na,x,,\n{baris}\nc,y,,\n".encode(), TABEL)
    assert list(lembar.isi["id"]) == ["a", "c"]
    assert lembar.terbuang == 1
    assert [(t.baris, saran in t.saran) for t in lembar.temuan] == [(3, True)]


def test_rows_pasted_in_another_encoding_are_read_beside_the_others():
    campuran = POLOS.encode() + "c,Café “enak”,,\n".encode("cp1252")
    assert read_isi(campuran) == [*ISI, ["c", "Café “enak”", None, None]]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "bukan judul kolom"),
        (b"\n\n", "bukan judul kolom"),
        (b"halo,dunia\n1,2\n", "bukan judul kolom"),
        (b"id,nilai\na,1\n", "kolom wajib tidak ada: nama"),
        (b"id,Namaa,nilai\na,x,1\n", "Mungkin maksudnya `nama`"),
        (b'id,nama\na,"terbuka\nb,x\nc,y\n', "tanda kutip pada baris 2"),
        (b"PK\x03\x04sisanya", "buku kerja Excel"),
        (b"\xd0\xcf\x11\xe0sisanya", "buku kerja Excel"),
        (b"id,nama\na,\x81\x8d\n", "bukan teks"),
    ],
)
def test_what_is_no_table_is_one_clear_error(isi, kata):
    with pytest.raises(GalatData) as galat:
        read_lembar(isi, TABEL)
    assert str(galat.value).startswith("contoh.csv: ")
    assert kata in str(galat.value)


def test_a_table_of_a_header_alone_is_empty_and_sound():
    lembar = read_lembar(b"id,nama,nilai,kode_desa\n", TABEL)
    assert len(lembar.isi) == 0
    assert lembar.temuan == ()


def test_a_huge_cell_is_only_text():
    besar = "x" * 1_000_000
    assert read_isi(f'id,nama,nilai,kode_desa\na,"{besar}",,\n'.encode()) == [["a", besar, None, None]]


@given(st.binary(max_size=200))
def test_arbitrary_bytes_give_a_sheet_or_a_clear_error(isi):
    for awal in (b"", b"id,nama,nilai,kode_desa\n"):
        try:
            lembar = read_lembar(awal + isi, TABEL)
        except GalatData:
            continue
        assert list(lembar.isi.columns) == TABEL.nama_kolom
