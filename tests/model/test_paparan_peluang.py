"""The slides about chances and gaps: transport first, ranked as on the page, no gap invented."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.jalur import SEMUA_JALUR
from kukar_potensi.model.paparan_calon import LANGKAH_PERTAMA, step_text
from kukar_potensi.model.paparan_peluang import build_celah_salindia, build_peluang_salindia, count_gap_sectors
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.transportasi import transport_by_kecamatan, transport_rows
from tests.model.bahan_paparan import bahan_of
from tests.model.strategi import saringan_of


def chart(salindia):
    return salindia.kolom[1].bagian[0]


def table(salindia):
    return salindia.kolom[1].bagian[1]


@settings(max_examples=25)
@given(data=st.data())
def test_transport_stands_first_and_counts_the_same_rows_as_the_sentence(indeks, data):
    tampak = indeks.apply(data.draw(saringan_of(indeks)))
    salindia = build_peluang_salindia(tampak)
    n = int(transport_rows(tampak.potensi).sum())
    utama = chart(salindia).batang[0]
    assert (utama.label, utama.teks) == ("Transportasi", str(n))
    if n:
        tinggi = int((transport_rows(tampak.potensi) & tampak.potensi["kelas"].eq("tinggi").to_numpy(bool)).sum())
        sebut = str(tinggi) if tinggi else "belum ada yang"
        assert f"{n} potensi transportasi tercatat, {sebut} berelevansi tinggi" in salindia.kalimat
    kerja_sama = tampak.kerja_sama[transport_rows(tampak.kerja_sama)]
    menunggu = int(kerja_sama["kategori"].eq("Perlu keputusan TKKSD").sum())
    assert (f"{menunggu} di antaranya menunggu kategori TKKSD" in salindia.kalimat) == (menunggu > 0)
    tanpa = transport_by_kecamatan(tampak)
    kosong = int(((tanpa["potensi"] == 0) & (tanpa["kerja_sama"] == 0) & tampak.cacah_kecamatan.terpilih).sum())
    assert any(catatan.startswith(f"{kosong} dari ") for catatan in salindia.catatan)


def test_the_best_of_transport_come_before_the_best_of_the_rest(indeks):
    tampak = indeks.apply(Saringan())
    baris = table(build_peluang_salindia(tampak)).baris
    topeng = transport_rows(tampak.potensi)
    terbaik = tampak.potensi[topeng]["skor"].max(), tampak.potensi[~topeng]["skor"].max()
    assert len(baris) == 4
    assert baris[0][2] == f"{terbaik[0]:.0f}"
    assert baris[3][2] == f"{terbaik[1]:.0f}"
    assert [int(b[2]) for b in baris[:3]] == sorted((int(b[2]) for b in baris[:3]), reverse=True)


def test_high_relevance_is_counted_with_its_doubt(indeks):
    tampak = indeks.apply(Saringan())
    kalimat = build_peluang_salindia(tampak).kalimat
    tinggi = tampak.potensi["kelas"].eq("tinggi")
    assert f"{tinggi.sum()} dari {len(tampak.potensi)} potensi berelevansi tinggi" in kalimat
    assert f"{(tinggi & tampak.potensi['indikatif']).sum()} masih indikatif" in kalimat


@settings(max_examples=25)
@given(data=st.data())
def test_gaps_by_sector_sum_to_the_gaps_of_the_page(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    per_sektor = count_gap_sectors(bahan.celah)
    assert sum(n for _, n in per_sektor) == bahan.celah.jumlah_potensi
    assert [n for _, n in per_sektor] == sorted((n for _, n in per_sektor), reverse=True)
    salindia = build_celah_salindia(bahan.tampak, bahan.celah, bahan.calon)
    grafik = salindia.kolom[0].bagian[0]
    assert sum(int(b.teks) for b in grafik.batang) == bahan.celah.jumlah_potensi
    if bahan.celah.jumlah_potensi:
        assert salindia.kalimat.removeprefix("Pada saringan ini, ").startswith(f"{bahan.celah.jumlah_potensi} dari ")


def test_candidates_are_the_first_of_the_page_transport_first_with_agency_and_step(indeks):
    bahan = bahan_of(indeks)
    tabel = table_of_gaps(bahan)
    utama = set(indeks.potensi.index[transport_rows(indeks.potensi)])
    transportasi = [c for c in bahan.calon if not utama.isdisjoint(c.potensi)]
    lain = [c for c in bahan.calon if utama.isdisjoint(c.potensi)]
    acuan = [*transportasi[:3], *lain[:2]]
    assert [b[4] for b in tabel.baris] == [f"{round(c.skor)}" for c in acuan]
    nama = indeks.potensi["nama"]
    assert all(b[1].startswith(nama[c.potensi[0]][:30]) for b, c in zip(tabel.baris, acuan, strict=True))
    assert all(b[2] and b[3] == step_text(c) for b, c in zip(tabel.baris, acuan, strict=True))
    assert f"{len(bahan.calon) - 5} calon lagi" in tabel.sisa


def test_every_route_has_a_first_step():
    assert set(LANGKAH_PERTAMA) == set(SEMUA_JALUR)


def table_of_gaps(bahan):
    return build_celah_salindia(bahan.tampak, bahan.celah, bahan.calon).kolom[1].bagian[0]


def test_a_view_without_relevant_rows_shows_no_gap(indeks):
    rendah = indeks.potensi["kelas"].eq("rendah")
    assert rendah.any()
    bahan = bahan_of(indeks, Saringan(relevansi=("rendah",)))
    salindia = build_celah_salindia(bahan.tampak, bahan.celah, bahan.calon)
    assert "belum ada potensi berskor 50 ke atas" in salindia.kalimat
    assert not table_of_gaps(bahan).baris


def test_the_map_is_told_in_words_with_the_highest_kecamatan(indeks):
    tampak = indeks.apply(Saringan())
    uraian = build_peluang_salindia(tampak).kolom[0].bagian[0].uraian
    nilai = tampak.wilayah_kecamatan["relevansi"]
    assert indeks.himpunan.kecamatan["nama"][nilai.idxmax()] in uraian
    assert f"({np.nanmax(nilai):.0f})" in uraian


def test_a_gap_is_what_is_not_on_record_and_the_reach_of_the_regency_is_open(indeks):
    bahan = bahan_of(indeks)
    salindia = build_celah_salindia(bahan.tampak, bahan.celah, bahan.calon)
    n = int(bahan.celah.menutup[:, -1].sum())
    assert n
    assert "belum tercatat kerja sama sektornya di sedikitnya satu kecamatannya" in salindia.kalimat
    assert salindia.kalimat.endswith(f"; {n} kerja sama tingkat kabupaten belum diketahui jangkauannya.")
    assert "berjalan" not in salindia.catatan[0]
