"""The data folder is found where a person says, and its absence is told plainly."""

from __future__ import annotations

import pytest

from kukar_potensi.sumber.berkas import FOLDER_BAWAAN, VARIABEL_FOLDER, find_folder, read_isi, read_semua
from kukar_potensi.sumber.skema import GalatData


def test_the_folder_is_the_argument_else_the_variable_else_the_projects_own(tmp_path, monkeypatch):
    assert find_folder() == FOLDER_BAWAAN
    lain = tmp_path / "lain"
    lain.mkdir()
    monkeypatch.setenv(VARIABEL_FOLDER, str(lain))
    assert find_folder() == lain
    assert find_folder(str(tmp_path)) == tmp_path
    monkeypatch.setenv(VARIABEL_FOLDER, "")
    assert find_folder() == FOLDER_BAWAAN


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(GalatData, match="tidak-ada"):
        find_folder(tmp_path / "tidak-ada")


def test_all_missing_files_are_named_at_once(tmp_path):
    (tmp_path / "ada.csv").write_text("x", encoding="utf-8")
    with pytest.raises(GalatData) as galat:
        read_semua(tmp_path, ["ada.csv", "satu.csv", "dua.csv"])
    assert "satu.csv, dua.csv" in str(galat.value)
    assert "ada.csv" not in str(galat.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(GalatData, match=r"folder\.csv"):
        read_isi(tmp_path, "folder.csv")
