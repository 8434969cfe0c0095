"""The compression step does its work once, leaves no rubbish, and can be interrupted."""

from pathlib import Path

import brotli

from kukar_potensi.layanan.katalog import Akar, Katalog
from kukar_potensi.layanan.kemas import find_missing, remove_stale, write_prepared


def compress_all(katalog: Katalog, cache: Path) -> int:
    kurang = find_missing(katalog, cache)
    for aset, tujuan, sandi in kurang:
        write_prepared(aset.berkas, tujuan, sandi)
    return len(kurang)


def test_a_second_run_has_nothing_to_do_and_a_change_is_done_alone(tmp_path: Path):
    folder, cache = tmp_path / "s", tmp_path / "cache"
    folder.mkdir()
    for nama in ("a.js", "b.css", "c.woff2", "kecil.json"):
        (folder / nama).write_bytes(b"isi " * (1 if nama.startswith("kecil") else 1000))
    katalog = Katalog([Akar("/s", folder)])
    assert compress_all(katalog, cache) == 4
    assert compress_all(katalog, cache) == 0
    (folder / "a.js").write_bytes(b"baru " * 1000)
    assert {a.url for a, _, _ in find_missing(katalog, cache)} == {"/s/a.js"}
    assert compress_all(katalog, cache) == 2
    assert remove_stale(katalog, cache) == 2
    assert len(list((cache / "kemas").iterdir())) == 4


def test_no_half_written_file_is_left(tmp_path: Path):
    asal, tujuan = tmp_path / "a.js", tmp_path / "cache" / "a.js.br"
    asal.write_bytes(b"halo " * 1000)
    ukuran = write_prepared(asal, tujuan, "br")
    assert tujuan.stat().st_size == ukuran
    assert brotli.decompress(tujuan.read_bytes()) == asal.read_bytes()
    assert list(tujuan.parent.iterdir()) == [tujuan]
