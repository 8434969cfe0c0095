"""The slides about the record: its figures are the rows counted, and its sentence never overstates."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.kelengkapan import DILAPORKAN
from kukar_potensi.model.paparan_data import build_sumber, build_tercatat
from kukar_potensi.model.saringan import Saringan
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.model.bahan_paparan import indeks_of
from tests.model.strategi import saringan_of


def figures(salindia):
    return {satu.label: satu for satu in salindia.kolom[0].bagian[0].butir}


def bars(salindia):
    return {(g.judul, b.label): b for g in salindia.kolom[1].bagian for b in g.batang}


@settings(max_examples=25)
@given(data=st.data())
def test_figures_and_bars_are_the_rows_of_the_view(indeks, data):
    tampak = indeks.apply(data.draw(saringan_of(indeks)))
    salindia = build_tercatat(tampak)
    angka = figures(salindia)
    assert angka["potensi tercatat"].nilai == str(len(tampak.potensi))
    assert angka["kerja sama tercatat"].nilai == str(len(tampak.kerja_sama))
    batang = bars(salindia)["Isian kerja sama yang diketahui", "Tanggal berakhir"]
    diketahui = int(tampak.kerja_sama["tanggal_berakhir"].notna().sum())
    if len(tampak.kerja_sama):
        assert batang.teks == f"{diketahui} dari {len(tampak.kerja_sama)}"
        assert batang.nilai == pytest.approx(diketahui / len(tampak.kerja_sama))
    else:
        assert (batang.teks, batang.nilai) == ("tidak ada baris", 0.0)


def test_the_whole_record_is_measured_against_the_210_reported(indeks):
    ya = int((indeks.himpunan.kerja_sama["masuk_210"] == "ya").sum())
    kalimat = build_tercatat(indeks.apply(Saringan())).kalimat
    assert f"{ya} dari {DILAPORKAN} kerja sama yang dilaporkan tercatat" in kalimat
    assert kalimat.startswith("Baru ") == (ya * 2 < DILAPORKAN)


def test_a_filtered_view_is_not_measured_against_the_210(indeks):
    assert str(DILAPORKAN) not in build_tercatat(indeks.apply(Saringan(sektor=("pertanian",)))).kalimat


def test_verified_rows_change_the_sentences(salin_data):
    from kukar_potensi.sumber import load_himpunan

    folder = copy_data(salin_data.parent / "lain", salin_data)
    for nama in ("potensi", "kerja_sama"):
        isi = read_tabel(folder, nama)
        isi["status_verifikasi"] = "terverifikasi OPD"
        write_tabel(folder, nama, isi)
    tampak = indeks_of(load_himpunan(folder)).apply(Saringan())
    assert "seluruhnya sudah diverifikasi OPD" in build_tercatat(tampak).kalimat
    assert build_sumber(tampak).kalimat.endswith("jadi angka ini dapat dirujuk.")


def test_every_row_is_in_one_class_of_source(indeks):
    tampak = indeks.apply(Saringan())
    baris = build_sumber(tampak).kolom[0].bagian[0].baris
    jumlah = pd.DataFrame(baris).iloc[:, 1:].astype(int).sum()
    assert jumlah.tolist() == [len(tampak.potensi), len(tampak.kerja_sama)]


def test_rows_without_a_class_of_source_are_shown_as_unrated(himpunan_satu):
    baris = {a: (b, c) for a, b, c in build_sumber(indeks_of(himpunan_satu).apply(Saringan())).kolom[0].bagian[0].baris}
    assert baris["belum dinilai"] == ("0", "1")


def test_the_two_kinds_of_cooperation_sum_to_the_figure(indeks):
    tampak = indeks.apply(Saringan())
    angka = next(a for a in build_tercatat(tampak).kolom[0].bagian[0].butir if a.label == "kerja sama tercatat")
    desa = int((tampak.kerja_sama["kategori"] == "Kerja sama desa").sum())
    assert angka.nilai == str(len(tampak.kerja_sama))
    assert angka.catatan.startswith(f"{len(tampak.kerja_sama) - desa} kerja sama daerah + {desa} kerja sama desa; ")


def test_the_210_are_told_by_date_and_how_many_wait_for_their_category(indeks):
    tampak = indeks.apply(Saringan())
    rows = indeks.himpunan.kerja_sama
    belum = int((rows["masuk_210"].eq("ya") & rows["kategori"].eq("Perlu keputusan TKKSD")).sum())
    salindia = build_tercatat(tampak)
    assert belum
    assert f"dari yang termasuk itu {belum} belum ditetapkan kategorinya oleh TKKSD" in salindia.catatan[0]
    assert "menurut tanggalnya" in salindia.kalimat
    assert "pasti" not in " ".join(salindia.catatan)
