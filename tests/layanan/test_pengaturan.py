"""Settings are read strictly, and docs/operasi.md explains every one that exists and no other."""

import re
import tomllib
from pathlib import Path

import pytest

from kukar_potensi.layanan.pengaturan import GalatPengaturan, read_pengaturan
from tests.layanan.proses import AKAR

OPERASI = (AKAR / "docs" / "operasi.md").read_text(encoding="utf-8")
NAMA = re.compile(r"\bKUKAR_[A-Z_]+\b")


def names_in(berkas: list[Path]) -> set[str]:
    return {nama for b in berkas for nama in NAMA.findall(b.read_text(encoding="utf-8"))}


def test_every_setting_the_code_reads_is_explained_and_no_other():
    kode = [AKAR / "app.py", AKAR / "Makefile", *AKAR.glob("pages/*.py"), *AKAR.glob("kukar_potensi/**/*.py")]
    assert names_in([b for b in kode if b.exists()]) == set(NAMA.findall(OPERASI))


def test_every_choice_in_config_toml_is_explained():
    isi = tomllib.loads((AKAR / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    pilihan = [f"{bagian}.{nama}" for bagian in isi if bagian != "theme" for nama in isi[bagian]]
    assert [p for p in pilihan if f"`{p}`" not in OPERASI] == []


def test_the_variables_of_make_are_explained():
    for nama in re.findall(r"^([A-Z]+) \?=", (AKAR / "Makefile").read_text(encoding="utf-8"), re.MULTILINE):
        assert f"`{nama}`" in OPERASI


def test_an_empty_environment_gives_the_documented_defaults():
    bawaan = read_pengaturan({})
    assert (bawaan.cache, bawaan.daur_detik, bawaan.panaskan) == (AKAR / ".cache", 60.0, True)


@pytest.mark.parametrize(("teks", "nilai"), [("0", 0.0), ("15", 15.0), ("1,5", 1.5), (" 7 ", 7.0), ("", 60.0)])
def test_seconds_are_read_as_people_write_them(teks, nilai):
    assert read_pengaturan({"KUKAR_DAUR_DETIK": teks}).daur_detik == nilai


@pytest.mark.parametrize("teks", ["-1", "lama", "nan", "inf"])
def test_a_wrong_number_is_named_with_its_rule(teks):
    with pytest.raises(GalatPengaturan, match=r"KUKAR_DAUR_DETIK berisi .*detik"):
        read_pengaturan({"KUKAR_DAUR_DETIK": teks})


@pytest.mark.parametrize(("teks", "nilai"), [("ya", True), ("TIDAK", False), ("0", False), ("1", True)])
def test_a_switch_is_yes_or_no(teks, nilai):
    assert read_pengaturan({"KUKAR_PANASKAN": teks}).panaskan is nilai


def test_a_wrong_switch_is_named_with_its_rule():
    with pytest.raises(GalatPengaturan, match=r"KUKAR_PANASKAN berisi .*ya atau tidak"):
        read_pengaturan({"KUKAR_PANASKAN": "mungkin"})
