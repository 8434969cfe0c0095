"""`periksa` tells faults so that a person can mend them, and its exit code tells a script."""

from __future__ import annotations

import argparse

import pandas as pd

from kukar_potensi.sumber.periksa import run


def periksa(folder, *, semua=False) -> int:
    return run(argparse.Namespace(folder=folder, semua=semua))


def test_sound_data_gives_the_counts_and_0(salin_data, capsys):
    assert periksa(salin_data) == 0
    keluar = capsys.readouterr().out
    assert "237 desa dan kelurahan" in keluar
    assert "Tidak ada kesalahan." in keluar


def test_faults_are_grouped_by_file_with_their_row_and_remedy(salin_data, capsys):
    for berkas, kolom, nilai in (("potensi.csv", "kelas_sumber", "Z"), ("kerja_sama.csv", "kategori", "KSDPKK")):
        isi = pd.read_csv(salin_data / berkas, dtype=str, keep_default_na=False)
        isi.loc[2, kolom] = nilai
        isi.to_csv(salin_data / berkas, index=False)
    assert periksa(salin_data) == 1
    keluar = capsys.readouterr().out
    assert "\npotensi.csv\n  baris 4, kolom kelas_sumber berisi “Z”: hanya boleh “A”, “B”, “C”." in keluar
    assert "\nkerja_sama.csv\n  baris 4, kolom kategori berisi “KSDPKK”" in keluar
    assert "Mungkin maksudnya “KSDPK”." in keluar
    assert keluar.rstrip().endswith("2 kesalahan; 2 baris tidak dimuat.")


def test_the_same_fault_many_times_is_cut_short_unless_all_are_asked_for(salin_data, capsys):
    isi = pd.read_csv(salin_data / "potensi.csv", dtype=str, keep_default_na=False)
    isi["status_verifikasi"] = "sudah"
    isi.to_csv(salin_data / "potensi.csv", index=False)
    assert periksa(salin_data) == 1
    pendek = capsys.readouterr().out
    assert f"… dan {len(isi) - 10} lagi yang serupa" in pendek
    assert pendek.count("kolom status_verifikasi") == 10
    assert periksa(salin_data, semua=True) == 1
    assert capsys.readouterr().out.count("kolom status_verifikasi") == len(isi)


def test_data_that_cannot_be_opened_is_one_plain_message_and_1(tmp_path, capsys):
    assert periksa(tmp_path / "tidak-ada") == 1
    assert periksa(tmp_path) == 1
    keluar = capsys.readouterr().out
    assert keluar.count("Data tidak dapat dibuka.") == 2
    assert "potensi.csv" in keluar
