"""What waits for every OPD sums to the totals, and the sentence says the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.paparan_selaras import build_keselarasan, count_by_opd
from kukar_potensi.model.saringan import Saringan
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.model.bahan_paparan import bahan_of, indeks_of, regional_rows
from tests.model.strategi import saringan_of


@settings(max_examples=25)
@given(data=st.data())
def test_columns_sum_to_the_totals_of_the_view(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    tabel = count_by_opd(bahan.tampak, bahan.evaluasi)
    jumlah = bahan.evaluasi.counts(regional_rows(bahan.tampak).index)
    assert tabel["kerja_sama"].sum() == (bahan.tampak.kerja_sama["status_verifikasi"] != "terverifikasi OPD").sum()
    assert tabel["potensi"].sum() == (bahan.tampak.potensi["status_verifikasi"] != "terverifikasi OPD").sum()
    assert tabel["di_luar"].sum() == jumlah["S1"]
    assert tabel["tanpa_rencana"].sum() == jumlah["S2"]


def test_the_shown_rows_hold_every_opd(indeks):
    bahan = bahan_of(indeks)
    tabel = build_keselarasan(bahan.tampak, bahan.evaluasi).kolom[1].bagian[0]
    acuan = count_by_opd(bahan.tampak, bahan.evaluasi)
    assert sum(int(baris[1]) for baris in tabel.baris) == acuan["kerja_sama"].sum()
    assert sum(int(baris[2]) for baris in tabel.baris) == acuan["potensi"].sum()


def test_agencies_outside_their_duties_are_named_first(indeks):
    bahan = bahan_of(indeks)
    acuan = count_by_opd(bahan.tampak, bahan.evaluasi)
    bernama = acuan[acuan.index != ""]
    urut = list(zip(-bernama["di_luar"], -bernama["jumlah"], strict=True))
    assert urut == sorted(urut)
    tabel = build_keselarasan(bahan.tampak, bahan.evaluasi).kolom[1].bagian[0]
    assert int(tabel.baris[0][3]) == bernama["di_luar"].max() > 0


def test_rows_without_an_opd_come_last_and_are_told(salin_data):
    from kukar_potensi.sumber import load_himpunan

    folder = copy_data(salin_data.parent / "lain", salin_data)
    isi = read_tabel(folder, "potensi")
    isi.loc[isi.index[:5], "opd"] = ""
    write_tabel(folder, "potensi", isi)
    bahan = bahan_of(indeks_of(load_himpunan(folder)))
    salindia = build_keselarasan(bahan.tampak, bahan.evaluasi)
    assert "(5 di antaranya belum diketahui OPD-nya)" in salindia.kalimat
    assert salindia.kolom[1].bagian[0].baris[-1][:3] == ("OPD belum diketahui", "0", "5")


def test_a_view_without_cooperation_speaks_of_verification_only(indeks):
    bahan = bahan_of(indeks, Saringan(jenis="potensi"))
    kalimat = build_keselarasan(bahan.tampak, bahan.evaluasi).kalimat
    assert "rujukan" not in kalimat
    assert "menunggu verifikasi" in kalimat
