"""The shell tells what the page tells: faults with their cells, a coloured copy, plain refusals."""

from __future__ import annotations

import pytest

from kukar_potensi.__main__ import main
from tests.sumber.buku_kerja.conftest import POTENSI, build_buku


@pytest.fixture
def salah(tmp_path):
    jalur = tmp_path / "isian.xlsx"
    jalur.write_bytes(build_buku({"Potensi": [POTENSI, {**POTENSI, "nama": "BUATAN UJI dua", "kode_desa": "Jahap"}]}))
    return jalur


def test_periksa_tells_the_faults_of_a_workbook_and_1(salah, capsys):
    assert main(["periksa", str(salah)]) == 1
    keluar = capsys.readouterr().out
    assert "1 dari 2 baris baik; 1 baris bersalah (1 kesalahan), 0 hal perlu dilihat." in keluar
    assert "x G3 (kode_desa) berisi “Jahap”: tidak ada dalam daftar desa. Mungkin maksudnya Jahab, Tenggarong" in keluar


def test_periksa_writes_the_coloured_copy_where_asked(salah, tmp_path, capsys):
    tujuan = tmp_path / "warna.xlsx"
    assert main(["periksa", str(salah), "--warnai", str(tujuan)]) == 1
    assert tujuan.read_bytes().startswith(b"PK")
    assert str(tujuan) in capsys.readouterr().out


def test_periksa_of_a_good_workbook_is_0(tmp_path):
    jalur = tmp_path / "isian.xlsx"
    jalur.write_bytes(build_buku({"Potensi": [POTENSI]}))
    assert main(["periksa", str(jalur)]) == 0


@pytest.mark.parametrize("perintah", ["periksa", "gabung"])
@pytest.mark.parametrize(("isi", "kata"), [(b"%PDF-1.7", "PDF"), (None, "tidak ada")])
def test_a_file_that_cannot_be_read_is_one_plain_sentence_and_1(tmp_path, capsys, perintah, isi, kata):
    jalur = tmp_path / "isian.xlsx"
    if isi is not None:
        jalur.write_bytes(isi)
    assert main([perintah, str(jalur)]) == 1
    keluar = capsys.readouterr()
    assert kata in keluar.out
    assert keluar.out.count("\n") == 1
    assert keluar.err == ""


def test_help_of_gabung_is_indonesian(capsys):
    with pytest.raises(SystemExit):
        main(["gabung", "--help"])
    keluar = capsys.readouterr().out
    assert keluar.startswith("pakai: ")
    assert "--ya" in keluar
