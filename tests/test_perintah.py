"""The command line: Indonesian help, plain errors, never a traceback."""

from __future__ import annotations

import pytest

from kukar_potensi import __version__
from kukar_potensi.__main__ import main
from kukar_potensi.sumber import periksa

INGGRIS = ("usage", "optional arguments", "options:", "positional", "show this help", "error:", "required", "invalid")


def run(capsys, *argumen) -> tuple[int, str]:
    try:
        hasil = main(argumen)
    except SystemExit as keluar:
        hasil = int(keluar.code or 0)
    tertulis = capsys.readouterr()
    return hasil, tertulis.out + tertulis.err


@pytest.mark.parametrize("perintah", [(), ("periksa",), ("bangun",), ("versi",), ("layani",)])
def test_help_is_indonesian(capsys, perintah):
    hasil, keluar = run(capsys, *perintah, "--help")
    assert hasil == 0
    assert keluar.startswith("pakai: ")
    assert not [kata for kata in INGGRIS if kata in keluar.casefold()]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ((), "belum disebut: PERINTAH"),
        (("ngawur",), "tidak ada; yang ada:"),
        (("periksa", "a", "b"), "tidak dikenal: b"),
        (("periksa", "--ngawur"), "tidak dikenal: --ngawur"),
        (("layani", "--port", "x"), "--port: 'x' tidak dapat dibaca"),
        (("layani", "--port"), "--port: perlu satu nilai"),
        (("bangun",), "--desa BERKAS"),
    ],
)
def test_misuse_is_told_in_indonesian_with_2(capsys, argumen, kata):
    hasil, keluar = run(capsys, *argumen)
    assert hasil == 2
    assert kata in keluar
    assert not [satu for satu in INGGRIS if satu in keluar.casefold()]


def test_periksa_tells_a_folder_that_does_not_exist(capsys, tmp_path):
    hasil, keluar = run(capsys, "periksa", str(tmp_path / "tidak-ada"))
    assert hasil == 1
    assert "tidak-ada" in keluar


def test_periksa_reads_the_folder_it_is_given(capsys, salin_data):
    hasil, keluar = run(capsys, "periksa", str(salin_data))
    assert hasil == 0
    assert str(salin_data) in keluar


def test_versi_tells_app_and_data(capsys, himpunan):
    assert run(capsys, "versi") == (0, f"kukar-potensi {__version__}\ndata {himpunan.versi}\n")


def test_versi_of_data_that_cannot_be_opened_says_so(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("KUKAR_DATA", str(tmp_path))
    hasil, keluar = run(capsys, "versi")
    assert hasil == 1
    assert "Data tidak dapat dibuka." in keluar


def test_an_unforeseen_error_shows_no_traceback_unless_a_developer_asks(capsys, monkeypatch, salin_data):
    def jatuh(*_: object) -> None:
        raise RuntimeError("BUATAN UJI")

    monkeypatch.setattr(periksa, "load_himpunan", jatuh)
    hasil, keluar = run(capsys, "periksa", str(salin_data))
    assert hasil == 1
    assert "tidak terduga" in keluar
    assert "Traceback" not in keluar
    monkeypatch.setenv("KUKAR_RINCI", "1")
    with pytest.raises(RuntimeError):
        main(["periksa", str(salin_data)])


def test_bangun_builds_boundaries_then_tables_and_stops_at_the_first_refusal(capsys, monkeypatch):
    from kukar_potensi.sumber.batas import perintah as batas
    from kukar_potensi.sumber.tabel import perintah as tabel

    dijalankan = []
    monkeypatch.setattr(batas, "run", lambda args: dijalankan.append("batas") or 0)
    monkeypatch.setattr(tabel, "run", lambda args: dijalankan.append("tabel") or 0)
    assert run(capsys, "bangun", "--desa", "x.geojson", "--tabel", "y")[0] == 0
    assert dijalankan == ["batas", "tabel"]
    monkeypatch.setattr(batas, "run", lambda args: 1)
    assert run(capsys, "bangun", "--desa", "x.geojson", "--tabel", "y")[0] == 1
    assert dijalankan == ["batas", "tabel"]
