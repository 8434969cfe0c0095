"""What a cell means is not lost on its way to text."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.sumber.buku_kerja.sel import write_sel
from kukar_potensi.sumber.rapikan import tidy_angka
from kukar_potensi.sumber.skema import Jenis, Kolom

ANGKA = Kolom("nilai", Jenis.ANGKA)


@given(st.floats(min_value=-1e12, max_value=1e12).filter(lambda n: n == 0 or abs(n) > 1e-6))
def test_a_number_reads_back_as_the_number_it_was(nilai):
    kembali = float(tidy_angka(write_sel(nilai, ANGKA), ",", pasti=False))
    assert math.isclose(kembali, nilai, rel_tol=1e-5, abs_tol=1e-12)


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_reads_back_whole(nilai):
    teks = tidy_angka(write_sel(nilai, ANGKA), ",", pasti=False)
    assert int(teks) == nilai


@pytest.mark.parametrize(
    ("nilai", "kolom", "teks"),
    [
        (3.27, Kolom("kode_urusan", rujuk="urusan"), "3.27"),
        (2.1, Kolom("kode_urusan", rujuk="urusan"), "2.10"),
        (2023.0, Kolom("tahun", Jenis.TANGGAL), "2023"),
        (True, Kolom("termasuk"), "ya"),
        (None, ANGKA, ""),
        ("  satu \n dua\u00a0 tiga ", Kolom("uraian"), "satu dua tiga"),
        ("a \n\n b", Kolom("kode_desa", daftar=True), "a\nb"),
        ("satu_x000D_\x07", Kolom("uraian"), "satu"),
    ],
)
def test_cells_are_written_as_data_has_them(nilai, kolom, teks):
    assert write_sel(nilai, kolom) == teks
