"""Compressed bodies are right, made once, and never those of an older file."""

import asyncio
import gzip
import os
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.layanan import mampat
from kukar_potensi.layanan.katalog import Aset
from kukar_potensi.layanan.mampat import SANDI, GudangBadan, choose_sandi, compress, prepared_path

BUKA = {"br": brotli.decompress, "gzip": gzip.decompress}


@given(st.binary(max_size=5000), st.sampled_from(sorted(SANDI)), st.integers(1, 9))
def test_what_is_compressed_opens_to_the_same_bytes(isi, sandi, mutu):
    assert BUKA[sandi](compress(isi, sandi, mutu)) == isi
    assert compress(isi, sandi, mutu) == compress(isi, sandi, mutu)


@given(st.text(max_size=60))
def test_any_accept_encoding_gets_an_encoding_we_have_or_none(terima):
    assert choose_sandi(terima) in {"", *SANDI}


@pytest.mark.parametrize(
    ("terima", "sandi"),
    [
        ("br", "br"),
        ("gzip, br", "br"),
        ("BR", "br"),
        ("gzip;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0, gzip; q=1", "gzip"),
        ("*", "br"),
        ("*;q=0", ""),
        ("deflate", ""),
        ("br;q=x", ""),
    ],
)
def test_the_header_is_read_as_the_standard_says(terima, sandi):
    assert choose_sandi(terima) == sandi


@pytest.fixture
def aset(tmp_path: Path) -> Aset:
    berkas = tmp_path / "a.js"
    berkas.write_bytes(b"halo dunia " * 500)
    return Aset("/a.js", berkas, abadi=False)


def test_a_prepared_body_is_used(aset: Aset, tmp_path: Path):
    siap = prepared_path(tmp_path, aset, "br")
    siap.parent.mkdir()
    siap.write_bytes(compress(aset.berkas.read_bytes(), "br", 11))
    badan = asyncio.run(GudangBadan(tmp_path).get(aset, "br"))
    assert badan.isi == siap.read_bytes()


def test_a_prepared_body_of_an_older_file_is_not_used(aset: Aset, tmp_path: Path):
    siap = prepared_path(tmp_path, aset, "br")
    siap.parent.mkdir()
    siap.write_bytes(compress(b"usang", "br", 5))
    aset.berkas.write_bytes(b"baru " * 1000)
    os.utime(aset.berkas, ns=(1, 1))
    badan = asyncio.run(GudangBadan(tmp_path).get(aset, "br"))
    assert brotli.decompress(badan.isi) == b"baru " * 1000


def test_a_hall_that_asks_at_once_causes_one_compression(aset: Aset, tmp_path: Path, monkeypatch):
    kali = []
    asli = mampat.compress
    monkeypatch.setattr(mampat, "compress", lambda *a: kali.append(1) or asli(*a))

    async def hall() -> set[bytes]:
        gudang = GudangBadan(tmp_path)
        return {b.isi for b in await asyncio.gather(*(gudang.get(aset, "gzip") for _ in range(50)))}

    assert len(asyncio.run(hall())) == 1
    assert len(kali) == 1


def test_small_and_packed_files_go_as_they_are(tmp_path: Path):
    kecil, huruf = tmp_path / "k.json", tmp_path / "h.woff2"
    kecil.write_bytes(b"{}")
    huruf.write_bytes(bytes(5000))
    for berkas in (kecil, huruf):
        badan = asyncio.run(GudangBadan(tmp_path).get(Aset("/x", berkas, abadi=False), "br"))
        assert (badan.sandi, badan.isi) == ("", berkas.read_bytes())


def test_a_file_that_is_gone_is_an_error_and_not_remembered(aset: Aset, tmp_path: Path):
    async def coba() -> bytes:
        gudang = GudangBadan(tmp_path)
        isi = aset.berkas.read_bytes()
        aset.berkas.unlink()
        with pytest.raises(OSError, match="No such file"):
            await gudang.get(aset, "br")
        aset.berkas.write_bytes(isi)
        return (await gudang.get(aset, "br")).isi

    assert brotli.decompress(asyncio.run(coba()))
