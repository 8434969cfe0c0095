import json
from pathlib import Path

import pandas as pd
import pytest
import shapely

from kukar_potensi.sumber.batas import GalatBatas, write_folder
from kukar_potensi.sumber.batas.penulis import Fitur, decode_geojson, encode_csv, encode_geojson, read_stored

FITUR = [
    Fitur({"kode": "1", "nama": "<b>“Muara” & 'Leka'</b>", "nilai": None, "luas": 1.5}, shapely.box(0, 0, 1, 1)),
    Fitur({"kode": "2", "nama": "Perian\n", "nilai": 3, "luas": 0.0}, shapely.Point(0.5, 0.25)),
]


def test_what_was_written_is_read_back():
    isi = encode_geojson(FITUR)
    assert decode_geojson(isi) == FITUR
    assert encode_geojson(decode_geojson(isi)) == isi


def test_geojson_has_one_feature_a_line_and_plain_letters():
    baris = encode_geojson(FITUR).decode().splitlines()
    assert len(baris) == len(FITUR) + 2
    assert "“Muara”" in baris[1]
    assert json.loads(baris[2])["properties"]["nilai"] == 3


def test_a_number_that_json_does_not_know_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        encode_geojson([Fitur({"luas": float("nan")}, shapely.Point(0, 0))])


def test_csv_has_commas_and_line_feeds():
    assert encode_csv(pd.DataFrame({"a": ["x,y"], "b": [0.5]})) == b'a,b\n"x,y",0.5\n'


@pytest.mark.parametrize("isi", [b"{", b"[]", b'{"features":[{"properties":{},"geometry":{"type":"Bola"}}]}', b"\xff"])
def test_a_stored_file_that_was_damaged_is_named(isi, tmp_path):
    berkas = tmp_path / "ikn.geojson"
    assert read_stored(berkas) == []
    berkas.write_bytes(isi)
    with pytest.raises(GalatBatas, match=r"ikn\.geojson: berkas hasil bangun sebelumnya rusak"):
        read_stored(berkas)


def test_a_new_folder_holds_just_the_files(tmp_path):
    folder = tmp_path / "data" / "wilayah"
    assert write_folder(folder, {"a.csv": b"1", "b.csv": b"2"})
    assert {satu.name: satu.read_bytes() for satu in folder.iterdir()} == {"a.csv": b"1", "b.csv": b"2"}
    assert [satu.name for satu in folder.parent.iterdir()] == ["wilayah"]


def test_other_files_of_the_folder_stay_and_the_same_content_is_not_written_again(tmp_path):
    folder = tmp_path / "wilayah"
    folder.mkdir()
    (folder / "catatan.md").write_text("milik orang lain")
    assert write_folder(folder, {"a.csv": b"1"})
    assert (folder / "catatan.md").read_text() == "milik orang lain"
    saat = (folder / "a.csv").stat().st_mtime_ns
    assert not write_folder(folder, {"a.csv": b"1"})
    assert (folder / "a.csv").stat().st_mtime_ns == saat


@pytest.mark.parametrize("langkah", ["tulis", "ganti"])
def test_a_disk_that_refuses_leaves_the_former_files(langkah, tmp_path, monkeypatch):
    folder = tmp_path / "wilayah"
    write_folder(folder, {"a.csv": b"lama", "b.csv": b"lama"})
    asli_tulis, asli_ganti = Path.write_bytes, Path.rename

    def fail_second_file(self: Path, isi: bytes) -> int:
        if self.name == "b.csv":
            raise OSError(28, "No space left on device")
        return asli_tulis(self, isi)

    def fail_into_place(self: Path, tujuan: Path) -> Path:
        if self.name == "baru":
            raise PermissionError(13, "Permission denied")
        return asli_ganti(self, tujuan)

    if langkah == "tulis":
        monkeypatch.setattr(Path, "write_bytes", fail_second_file)
    else:
        monkeypatch.setattr(Path, "rename", fail_into_place)
    with pytest.raises(GalatBatas, match=r"tidak dapat ditulis.*Tidak ada berkas yang diubah"):
        write_folder(folder, {"a.csv": b"baru", "b.csv": b"baru"})
    assert {satu.name: satu.read_bytes() for satu in folder.iterdir()} == {"a.csv": b"lama", "b.csv": b"lama"}
    assert [satu.name for satu in tmp_path.iterdir()] == ["wilayah"]
