"""The slides about existing cooperation agree with the evaluation and its agenda, row by row."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.evaluasi_aturan import ATURAN, KATEGORI_DESA
from kukar_potensi.model.paparan_evaluasi import (
    build_agenda_salindia,
    build_evaluasi_salindia,
)
from kukar_potensi.model.saringan import Saringan
from tests.model.bahan_paparan import bahan_of, indeks_of, regional_rows
from tests.model.strategi import saringan_of


def figures(salindia):
    return {satu.label: satu.nilai for satu in salindia.kolom[0].bagian[0].butir}


def table(salindia):
    return salindia.kolom[0].bagian[0]


@settings(max_examples=20)
@given(data=st.data())
def test_figures_count_regional_cooperation_of_the_view(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    tabel = bahan.tampak.kerja_sama
    daerah = tabel[tabel["kategori"] != KATEGORI_DESA]
    angka = figures(build_evaluasi_salindia(bahan.tampak, bahan.evaluasi))
    assert angka["menggantung"] == str(int(bahan.evaluasi.menggantung.loc[daerah.index].sum()))
    assert angka["masa berlaku belum diketahui"] == str(int((daerah["status"] == "masa berlaku tidak diketahui").sum()))
    assert angka["berakhir dalam 180 hari"] == str(int((daerah["status"] == "segera berakhir").sum()))


@settings(max_examples=20)
@given(data=st.data())
def test_the_agenda_shows_the_first_ten_rows_of_the_evaluation(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    kode = regional_rows(bahan.tampak).index
    acuan = bahan.evaluasi.agenda(kode).head(10)
    tabel = table(build_agenda_salindia(bahan.tampak, bahan.evaluasi))
    kategori = bahan.tampak.kerja_sama["kategori"]
    sebab = [
        "Belum tercatat rencana kerjanya" if (a, kategori[k]) == ("M2", "Sinergi") else ATURAN[a].nama
        for a, k in zip(acuan["aturan"], acuan["id"], strict=True)
    ]
    assert [b[2] for b in tabel.baris] == sebab
    assert all(f"({kode})" in b[1] for kode, b in zip(acuan["id"], tabel.baris, strict=True))


def test_a_village_cooperation_is_counted_apart(indeks):
    bahan = bahan_of(indeks)
    desa = int((indeks.himpunan.kerja_sama["kategori"] == KATEGORI_DESA).sum())
    salindia = build_evaluasi_salindia(bahan.tampak, bahan.evaluasi)
    assert f"dari {len(bahan.tampak.kerja_sama) - desa} kerja sama daerah" in salindia.kalimat
    assert any(c.startswith(f"{desa} kerja sama desa") for c in salindia.catatan)


def test_the_day_decides(himpunan_satu):
    """The made-up cooperation ends on 17 September 2026."""
    for hari, diharap in (
        (date(2026, 8, 1), "1 berakhir dalam 180 hari"),
        (date(2026, 1, 1), "belum tercatat yang berakhir dalam 180 hari"),
        (date(2026, 9, 18), "1 dari 1 kerja sama daerah menggantung"),
    ):
        bahan = bahan_of(indeks_of(himpunan_satu, hari))
        assert diharap in build_evaluasi_salindia(bahan.tampak, bahan.evaluasi).kalimat


def test_titles_are_shortened_but_keep_their_id(indeks):
    bahan = bahan_of(indeks)
    judul = indeks.himpunan.kerja_sama["judul"]
    panjang = judul[judul.str.len() > 120].index[:1]
    assert len(panjang) == 1
    bahan = bahan_of(indeks, Saringan(cari=judul[panjang[0]][:60]))
    for baris in table(build_agenda_salindia(bahan.tampak, bahan.evaluasi)).baris:
        assert len(baris[1]) <= 64
        assert baris[1].endswith(f"({panjang[0]})")


def test_a_view_without_regional_cooperation_says_why(indeks):
    kode = indeks.himpunan.kerja_sama.index[indeks.himpunan.kerja_sama["kategori"] == KATEGORI_DESA]
    judul = indeks.himpunan.kerja_sama["judul"]
    bahan = bahan_of(indeks, Saringan(cari=judul[kode[0]], jenis="kerja sama"))
    hanya_desa = bool((bahan.tampak.kerja_sama["kategori"] == KATEGORI_DESA).all())
    assert hanya_desa
    assert "kerja sama desa" in build_evaluasi_salindia(bahan.tampak, bahan.evaluasi).kalimat
