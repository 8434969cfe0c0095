"""The build can be trusted with the record: same bytes, all faults at once, no edit lost."""

import argparse

import pytest

from kukar_potensi.sumber.tabel.perintah import SIDIK, add_arguments, run


@pytest.fixture
def command(acuan_folder, tmp_path):
    def jalankan(*tambahan):
        parser = argparse.ArgumentParser()
        add_arguments(parser)
        return run(parser.parse_args(["--tabel", str(acuan_folder), "--data", str(tmp_path / "data"), *tambahan]))

    return jalankan


@pytest.fixture
def contents(tmp_path):
    return lambda: {jalur.name: jalur.read_bytes() for jalur in (tmp_path / "data").iterdir()}


def test_the_same_reference_gives_the_same_bytes(command, contents):
    assert command() == 0
    pertama = contents()
    assert command() == 0
    assert contents() == pertama
    assert {"potensi.csv", "kerja_sama.csv", "sumber.csv", SIDIK} <= pertama.keys()
    assert not [isi for isi in pertama.values() if b"\r" in isi or isi.startswith(b"\xef\xbb\xbf")]


def test_every_fault_is_told_at_once_and_nothing_is_written(command, edit, contents, capsys):
    command()
    semula = contents()
    edit("kerja_sama/potensi.csv", "Perkebunan,3.27", "Perjudian,3.27")
    edit("kerja_sama/perjanjian.csv", "Kesepakatan Bersama", "Surat Kaleng")
    edit("kerja_sama/rubrik_ikn.csv", ",60", ",61")
    assert command("--timpa") == 1
    pesan = capsys.readouterr().err
    assert all(kata in pesan for kata in ("Perjudian", "Surat Kaleng", "101", "tidak ada berkas yang diubah"))
    assert contents() == semula


def test_an_edited_table_is_not_overwritten_unless_asked(command, edit, tmp_path, capsys):
    command()
    jalur = tmp_path / "data" / "potensi.csv"
    disunting = jalur.read_text(encoding="utf-8").replace("Lada Batuah", "Lada Batuah Raya")
    jalur.write_text(disunting, encoding="utf-8")
    edit("kerja_sama/ikn_kukar.csv", "Rapat", "Rapat lain")
    assert command() == 1
    pesan = capsys.readouterr().err
    assert "potensi.csv" in pesan
    assert "--timpa" in pesan
    assert jalur.read_text(encoding="utf-8") == disunting
    assert "Rapat lain" not in (tmp_path / "data" / "ikn_kukar.csv").read_text(encoding="utf-8")
    assert command("--timpa") == 0
    assert "Lada Batuah Raya" not in jalur.read_text(encoding="utf-8")


def test_a_table_nobody_edited_follows_the_reference(command, edit, tmp_path):
    command()
    edit("kerja_sama/ikn_kukar.csv", "Rapat", "Rapat lain")
    assert command() == 0
    assert "Rapat lain" in (tmp_path / "data" / "ikn_kukar.csv").read_text(encoding="utf-8")


def test_a_table_of_unknown_origin_is_not_overwritten(command, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "opd.csv").write_text("id,nama\nO001,Milik orang\n", encoding="utf-8")
    assert command() == 1
    assert [jalur.name for jalur in (tmp_path / "data").iterdir()] == ["opd.csv"]


def test_missing_files_and_columns_are_named_together(command, edit, acuan_folder, capsys):
    (acuan_folder / "kerja_sama" / "opd.csv").unlink()
    edit("wilayah/ikn_desa.csv", "status_2025", "status_lain")
    (acuan_folder / "wilayah" / "desa_status.csv").write_bytes(b"kode_desa\n\xff\xfe\n")
    assert command() == 1
    pesan = capsys.readouterr().err
    assert all(kata in pesan for kata in ("kerja_sama/opd.csv", "status_2025", "desa_status.csv", "UTF-8", "3 temuan"))


def test_an_id_given_twice_is_a_fault(command, edit, capsys):
    edit("kerja_sama/potensi.csv", "P902", "P901")
    assert command() == 1
    assert "P901" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("tabel,id,kolom,isi\npotensi,P999,uraian,x\n", "P999"),
        ("tabel,id,kolom,isi\npotensi,P901,warna,x\n", "warna"),
        ("tabel,id,kolom,isi\npotensi,P901,id,x\n", "P901 id"),
        ("tabel,id,kolom,isi\npotensi,P901,uraian,\n", "tanpa isi"),
        ("tabel,id,kolom,isi\npotensi,P901,uraian,x\npotensi,P901,uraian,y\n", "tempat yang sama"),
        ("tabel,id,isi\npotensi,P901,x\n", "kolomnya harus"),
    ],
)
def test_an_edit_without_a_place_stops_the_build(command, tmp_path, capsys, isi, kata):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "suntingan.csv").write_text(isi, encoding="utf-8")
    assert command() == 1
    assert kata in capsys.readouterr().err
    assert [jalur.name for jalur in (tmp_path / "data").iterdir()] == ["suntingan.csv"]


def test_a_row_without_id_is_edited_by_its_place(command, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "suntingan.csv").write_text(
        "tabel,id,kolom,isi\ntindak_lanjut,0,peristiwa,Ditindaklanjuti.\n", encoding="utf-8"
    )
    assert command() == 0
    assert "Ditindaklanjuti." in (tmp_path / "data" / "tindak_lanjut.csv").read_text(encoding="utf-8")
