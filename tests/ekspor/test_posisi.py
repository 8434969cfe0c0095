"""A saved position opens as it was; a changed, cut or foreign file is refused with a reason."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.ekspor.posisi import FORMAT, JENIS, UKURAN_MAKS, GalatPosisi, _checksum, read_posisi, write_posisi
from kukar_potensi.model.paparan import Acara
from kukar_potensi.model.posisi_rapat import build_posisi
from kukar_potensi.model.saringan import Saringan
from tests.model.bahan_paparan import bahan_of, indeks_of


@pytest.fixture(scope="module")
def posisi(himpunan):
    bahan = bahan_of(indeks_of(himpunan), Saringan(kecamatan=("64.02.06",), cari="wisata"))
    return build_posisi(bahan.tampak, bahan.evaluasi, Acara("Judul “uji”", "Rapat TKKSD", date(2025, 12, 1)))


@pytest.fixture(scope="module")
def berkas(posisi):
    return write_posisi(posisi)


def resealed(berkas, ubah):
    """The file after a change, with a checksum that fits again."""
    isi = json.loads(berkas)
    isi.pop("sidik")
    ubah(isi)
    return json.dumps(isi | {"sidik": _checksum(isi)}, ensure_ascii=False).encode()


def refusal(berkas):
    with pytest.raises(GalatPosisi) as galat:
        read_posisi(berkas)
    return str(galat.value)


def test_it_opens_as_it_was_saved(posisi, berkas):
    assert read_posisi(berkas) == posisi


def test_the_whole_view_and_an_empty_one_open_too(himpunan, himpunan_kosong):
    for data in (himpunan, himpunan_kosong):
        bahan = bahan_of(indeks_of(data))
        posisi = build_posisi(bahan.tampak, bahan.evaluasi, Acara())
        assert read_posisi(write_posisi(posisi)) == posisi


def test_it_holds_version_filter_day_weights_figures_and_ids(posisi, berkas):
    isi = json.loads(berkas)
    assert isi["versi_data"] == posisi.versi
    assert isi["saringan"]["kecamatan"] == ["64.02.06"]
    assert isi["tanggal"] == "2025-11-21"
    assert len(isi["bobot"]) == 6
    assert isi["angka"]["Potensi"] == len(isi["potensi"])
    assert [satu[0] for satu in isi["kerja_sama"]] == [satu.id for satu in posisi.kerja_sama]


def test_a_byte_order_mark_and_other_spacing_do_no_harm(posisi, berkas):
    rapat = json.dumps(json.loads(berkas), separators=(",", ":")).encode("utf-8-sig")
    assert read_posisi(rapat) == posisi


@settings(max_examples=60)
@given(data=st.data())
def test_any_changed_sign_is_refused_or_changes_nothing(posisi, berkas, data):
    letak = data.draw(st.integers(0, len(berkas) - 1))
    ganti = data.draw(st.integers(0, 255))
    rusak = berkas[:letak] + bytes([ganti]) + berkas[letak + 1 :]
    with suppress(GalatPosisi):
        assert read_posisi(rusak) == posisi


@given(st.integers(0, 5000))
def test_a_cut_file_is_refused(berkas, sisa):
    assert refusal(berkas[: min(sisa, len(berkas) - 1)])


def test_a_changed_figure_is_told_as_a_change(berkas):
    rusak = berkas.replace(b'"Potensi": ', b'"Potensi": 1', 1)
    assert rusak != berkas
    assert "berubah atau terpotong" in refusal(rusak)


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"[]",
        b"null",
        b'"teks"',
        b"{}",
        b"\xff\xfe",
        b"PK\x03\x04",
        b'{"jenis": "lain"}',
        b"[" * 100_000,
        b'{"a": NaN}',
        b"9" * 5000,
    ],
)
def test_a_foreign_file_is_refused_with_what_to_do(isi):
    assert "Simpan posisi" in refusal(isi)


def test_a_newer_format_is_told_apart(berkas):
    assert "versi aplikasi yang lain" in refusal(resealed(berkas, lambda isi: isi.update(format=FORMAT + 1)))


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    assert "MB" in refusal(b" " * (UKURAN_MAKS + 1))


@pytest.mark.parametrize(
    "ubah",
    [
        lambda isi: isi.pop("angka"),
        lambda isi: isi.update(potensi="semua"),
        lambda isi: isi.update(tanggal="kemarin"),
        lambda isi: isi["saringan"].update(kecamatan="64.02.06"),
        lambda isi: isi["saringan"].update(jenis="apa saja"),
        lambda isi: isi["angka"].update(Potensi=-1),
        lambda isi: isi["angka"].update(Potensi=True),
        lambda isi: isi["angka"].update(Potensi=1.5),
        lambda isi: isi.update(bobot=["25"]),
        lambda isi: isi["kerja_sama"].append(["K1"]),
        lambda isi: isi["potensi"].append(["P1", "x" * 5000, "tinggi", True]),
        lambda isi: isi["potensi"].append(["P1", "x", "tinggi", "ya"]),
        lambda isi: isi.update(rapat=None),
    ],
)
def test_a_resealed_file_of_another_shape_is_refused(berkas, ubah):
    assert "tidak lengkap atau isinya tidak dikenal" in refusal(resealed(berkas, ubah))


def test_a_number_without_end_is_refused(berkas):
    assert refusal(berkas.replace(b'"format": 1', b'"format": 1, "lain": 1e999', 1))


def test_hostile_text_comes_back_as_text(posisi):
    racun = "<script>alert(1)</script> =1+1 ' \" \\u0000"
    jahat = replace(
        posisi, acara=Acara(racun), kerja_sama=(replace(posisi.kerja_sama[0], nama=racun), *posisi.kerja_sama[1:])
    )
    assert read_posisi(write_posisi(jahat)) == jahat
    assert json.loads(write_posisi(jahat))["jenis"] == JENIS
