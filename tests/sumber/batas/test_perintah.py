import argparse
from pathlib import Path

import pytest
import shapely

from kukar_potensi.sumber.batas.perintah import add_arguments, run


@pytest.fixture
def jalankan(desa, resmi, ikn, konteks, tetangga, tmp_path):
    """Run the command line on a frame, with the data in tmp_path/data."""
    pengurai = argparse.ArgumentParser()
    add_arguments(pengurai)

    def run_with(bingkai, *lain: str, pertama: bool = True) -> int:
        berkas = tmp_path / "desa_baru.gpkg"
        berkas.unlink(missing_ok=True)
        bingkai.to_file(berkas)
        argumen = ["--desa", str(berkas), "--data", str(tmp_path / "data"), *lain]
        if pertama:
            argumen += ["--resmi", str(resmi), "--ikn", str(ikn)]
            argumen += ["--konteks", str(konteks), "--tetangga", str(tetangga)]
        return run(pengurai.parse_args(argumen))

    return run_with


def _content(folder: Path) -> dict[str, bytes]:
    return {satu.name: satu.read_bytes() for satu in folder.iterdir()}


def test_a_build_ends_with_its_counts_and_its_place(jalankan, desa, tmp_path, capsys):
    assert jalankan(desa) == 0
    keluaran, galat = capsys.readouterr()
    folder = tmp_path / "data" / "wilayah"
    assert keluaran.splitlines()[0].startswith("6 desa dan kelurahan, 2 kecamatan, 26")
    assert keluaran.splitlines()[-1] == f"Tersimpan di {folder}."
    assert galat == ""
    assert len(_content(folder)) == 8


def test_newer_boundaries_need_one_option_and_tell_what_changed(jalankan, desa, tmp_path, capsys):
    jalankan(desa)
    assert jalankan(desa, pertama=False) == 0
    assert "sudah sama; tidak ada yang diubah." in capsys.readouterr().out
    baru = desa.copy()
    pindah = shapely.box(116.94, -0.79, 117.2, -0.75)
    baru.loc[1, "geometry"] = shapely.union(baru.geometry.iloc[1], shapely.intersection(baru.geometry.iloc[0], pindah))
    baru.loc[0, "geometry"] = shapely.difference(baru.geometry.iloc[0], pindah)
    assert jalankan(baru, pertama=False) == 0
    keluaran = capsys.readouterr().out
    assert "2 desa atau kelurahan berubah:" in keluaran
    assert "- 64.02.03.2001 Desa 31: luas " in keluaran
    assert "(−" in keluaran
    assert "- 64.02.03.2002 Desa 32: luas " in keluaran
    assert "(+" in keluaran


def test_refused_boundaries_leave_every_byte_and_go_to_standard_error(jalankan, desa, tmp_path, capsys):
    jalankan(desa)
    sebelum = _content(tmp_path / "data" / "wilayah")
    capsys.readouterr()
    assert jalankan(desa.iloc[1:], pertama=False) == 1
    keluaran, galat = capsys.readouterr()
    assert keluaran == ""
    assert "64.02.03.2001 Desa 31 tidak ada di berkas ini" in galat
    assert _content(tmp_path / "data" / "wilayah") == sebelum
    assert [satu.name for satu in (tmp_path / "data").iterdir()] == ["wilayah"]


def test_mended_slips_are_told(jalankan, desa, capsys):
    paku = desa.copy()
    sudut = list(paku.geometry.iloc[2].exterior.coords)
    x, y = sudut[20]
    paku.loc[2, "geometry"] = shapely.Polygon([*sudut[:21], (x + 0.01, y + 0.01), *sudut[20:]])
    assert jalankan(paku) == 0
    assert "Dirapikan: 64.02.03.1003 Desa 33: lingkar batas" in capsys.readouterr().out


def test_the_code_column_and_tolerance_can_be_named(jalankan, desa):
    dua = desa.assign(kode_lama=desa["kode"].to_numpy()[::-1])
    assert jalankan(dua, "--kolom-kode", "kode", "--toleransi-m", "80,5") == 0
    assert jalankan(dua, "--kolom-kode", "tiada") == 1


@pytest.mark.parametrize("toleransi", ["0", "-1", "nol", "inf", "nan"])
def test_a_tolerance_that_is_no_length_is_refused(jalankan, desa, toleransi, capsys):
    with pytest.raises(SystemExit):
        jalankan(desa, "--toleransi-m", toleransi)
    assert f"“{toleransi}” bukan panjang dalam meter" in capsys.readouterr().err


def test_without_boundaries_the_needed_option_is_named(capsys):
    pengurai = argparse.ArgumentParser()
    add_arguments(pengurai)
    assert run(pengurai.parse_args([])) == 1
    assert "--desa BERKAS" in capsys.readouterr().err


def test_options_can_join_a_parser_that_knows_the_data_folder(tmp_path):
    pengurai = argparse.ArgumentParser()
    pengurai.add_argument("--data", default="bawaan")
    add_arguments(pengurai)
    assert pengurai.parse_args(["--desa", "a.gpkg"]).data == "bawaan"
