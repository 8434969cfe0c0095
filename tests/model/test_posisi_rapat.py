"""What changed between two meetings is told row by row, and only what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.paparan import Acara
from kukar_potensi.model.posisi_rapat import SEMUA_ANGKA, build_posisi, compare_posisi, weights_text
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.sumber import load_himpunan
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.model.bahan_paparan import TANGGAL, bahan_of, indeks_of
from tests.model.strategi import saringan_of


def position(himpunan, tanggal=TANGGAL, saringan=None):
    bahan = bahan_of(indeks_of(himpunan, tanggal), saringan)
    return build_posisi(bahan.tampak, bahan.evaluasi, Acara())


@pytest.fixture
def ubah(salin_data):
    """Change a copy of the data: `ubah("kerja_sama", {"K001": {"keputusan": "dihentikan"}}, buang=("K002",))`."""

    def change(nama, sel, buang=()):
        folder = copy_data(salin_data.parent / f"ubah_{len(list(salin_data.parent.iterdir()))}", salin_data)
        isi = read_tabel(folder, nama)
        for kode, nilai in sel.items():
            for kolom, teks in nilai.items():
                isi.loc[isi["id"] == kode, kolom] = teks
        write_tabel(folder, nama, isi[~isi["id"].isin(buang)])
        return load_himpunan(folder)

    return change


def test_figures_are_those_of_the_view(himpunan):
    posisi = position(himpunan)
    angka = dict(posisi.angka)
    assert tuple(angka) == SEMUA_ANGKA
    assert angka["Potensi"] == len(himpunan.potensi) == len(posisi.potensi)
    assert angka["Kerja sama"] == len(himpunan.kerja_sama) == len(posisi.kerja_sama)
    assert angka["Termasuk 210 yang dilaporkan"] == int((himpunan.kerja_sama["masuk_210"] == "ya").sum())
    assert posisi.versi == himpunan.versi
    assert posisi.tanggal == TANGGAL
    assert sum(posisi.bobot) == pytest.approx(100)


@settings(max_examples=15)
@given(data=st.data())
def test_a_position_compared_with_itself_shows_no_change(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    posisi = build_posisi(bahan.tampak, bahan.evaluasi, Acara())
    hasil = compare_posisi(posisi, posisi)
    assert hasil.is_sama
    assert all(dulu == kini for _, dulu, kini in hasil.angka)


@settings(max_examples=15)
@given(data=st.data())
def test_added_and_gone_rows_swap_when_the_order_is_reversed(indeks, data):
    satu, dua = (
        build_posisi(bahan.tampak, bahan.evaluasi, Acara())
        for bahan in (bahan_of(indeks, data.draw(saringan_of(indeks))) for _ in range(2))
    )
    maju, mundur = compare_posisi(satu, dua), compare_posisi(dua, satu)
    assert [b.id for b in maju.potensi_baru] == [b.id for b in mundur.potensi_hilang]
    assert [b.id for b in maju.kerja_sama_hilang] == [b.id for b in mundur.kerja_sama_baru]
    tetap = len(satu.kerja_sama) - len(maju.kerja_sama_hilang)
    assert tetap + len(maju.kerja_sama_baru) == len(dua.kerja_sama)


def test_added_and_removed_rows_are_named(himpunan, ubah):
    lama, baru = position(himpunan), position(ubah("kerja_sama", {}, buang=("K002",)))
    assert [(b.id, b.nama) for b in compare_posisi(lama, baru).kerja_sama_hilang] == [
        ("K002", himpunan.kerja_sama.at["K002", "judul"])
    ]
    assert [b.id for b in compare_posisi(baru, lama).kerja_sama_baru] == ["K002"]


def test_a_recorded_decision_is_told_and_ends_the_hanging(himpunan, ubah):
    lama = position(himpunan)
    baru = position(ubah("kerja_sama", {"K001": {"keputusan": "dihentikan", "tanggal_keputusan": "2025-11-01"}}))
    hasil = compare_posisi(lama, baru)
    assert [(b.id, b.dulu, b.kini) for b in hasil.diputuskan] == [("K001", "", "dihentikan")]
    assert [b.id for b in hasil.tidak_menggantung] == ["K001"]
    assert not hasil.berakhir


def test_a_cooperation_that_ended_between_two_days_is_told(himpunan):
    lama, baru = position(himpunan, date(2026, 1, 15)), position(himpunan, date(2026, 12, 31))
    hasil = compare_posisi(lama, baru)
    status = [dict(zip(p.indeks.kerja_sama.index, p.kerja_sama["status"], strict=True)) for p in (
        bahan_of(indeks_of(himpunan, hari)).tampak for hari in (lama.tanggal, baru.tanggal)
    )]  # fmt: skip
    harap = [kode for kode in status[1] if status[1][kode] == "berakhir" != status[0][kode]]
    assert harap
    assert [b.id for b in hasil.berakhir] == harap
    assert any(s.startswith("Dari data, tanggal, dan bobot, yang berbeda hanya tanggal") for s in hasil.syarat)


def test_a_verified_row_is_told(himpunan, ubah):
    baru = position(ubah("potensi", {"P001": {"status_verifikasi": "terverifikasi OPD"}}))
    hasil = compare_posisi(position(himpunan), baru)
    assert [b.id for b in hasil.diverifikasi] == ["P001"]
    assert ("Baris diverifikasi OPD", 0, 1) in hasil.angka


def test_other_filters_weights_and_order_are_pointed_out(himpunan):
    lama = position(himpunan)
    assert any(
        "Saringannya berbeda" in s
        for s in compare_posisi(lama, position(himpunan, saringan=Saringan(cari="padi"))).syarat
    )
    lain = replace(lama, bobot=tuple(np.roll(lama.bobot, 1)))
    assert any("Bobot rubriknya berbeda" in s for s in compare_posisi(lama, lain).syarat)
    assert any("lebih baru" in s for s in compare_posisi(position(himpunan, date(2026, 1, 1)), lama).syarat)
    assert any("berbeda hanya data;" in s for s in compare_posisi(lama, replace(lama, versi="000000000000")).syarat)
    assert any("berbeda hanya bobot" in s for s in compare_posisi(lama, lain).syarat)
    assert any(s.startswith("Data, tanggal, dan bobotnya sama") for s in compare_posisi(lama, lama).syarat)
    beda = replace(lain, versi="000000000000", tanggal=date(2027, 1, 1))
    assert any("dapat berasal dari: data; tanggal" in s for s in compare_posisi(lama, beda).syarat)


def test_a_potensi_that_changed_class_is_named_with_both_classes(himpunan):
    lama = position(himpunan)
    pertama = lama.potensi[0]
    kelas = "rendah" if pertama.kelas != "rendah" else "tinggi"
    hasil = compare_posisi(lama, replace(lama, potensi=(replace(pertama, kelas=kelas), *lama.potensi[1:])))
    assert [(b.id, b.dulu, b.kini) for b in hasil.kelas_lain] == [(pertama.id, pertama.kelas, kelas)]
    assert not hasil.is_sama


def test_weights_are_told_in_words():
    assert weights_text((25, 25, 15, 15, 10, 10)) == "A 25 · B 25 · C 15 · D 15 · E 10 · F 10"


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
def test_positions_stand_without_data_and_with_one_row(request, nama, himpunan):
    posisi = position(request.getfixturevalue(nama))
    assert len(compare_posisi(posisi, position(himpunan)).potensi_baru) >= len(himpunan.potensi) - 1
