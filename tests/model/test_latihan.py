"""The workshop's answers are the data's, whatever the data."""

from datetime import date

import pytest

from kukar_potensi.model.latihan import build_latihan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks

HARI = date(2026, 11, 21)


def test_answers_agree_with_a_count_by_another_route(himpunan):
    indeks = build_indeks(himpunan, HARI)
    jawab = [satu.jawab for satu in build_latihan(indeks.apply(Saringan()))]
    per_kecamatan = himpunan.potensi["kode_kecamatan"].explode().value_counts()
    assert himpunan.kecamatan.at[per_kecamatan.index[0], "nama"] in jawab[0]
    assert f"{per_kecamatan.iloc[0]} potensi" in jawab[0]
    tercatat = set(himpunan.potensi["kode_desa"].explode().dropna())
    assert jawab[1].startswith(f"{len(himpunan.desa) - len(tercatat)} dari 237")
    tanpa_akhir = int(
        (
            himpunan.kerja_sama["berakhir_akhir"].isna()
            & (himpunan.kerja_sama["presisi_ttd"] != "belum ditandatangani")
        ).sum()
    )
    assert jawab[3].startswith(f"{tanpa_akhir} dari {len(himpunan.kerja_sama)}")
    puncak = indeks.potensi["skor"].max()
    assert f"skor {puncak:.1f} dari 100".replace(".", ",") in jawab[4]


def test_the_sector_question_is_about_the_kecamatan_asked_for(himpunan):
    tampak = build_indeks(himpunan, HARI).apply(Saringan())
    soal = build_latihan(tampak, "64.02.07")[2]
    assert "Sebulu" in soal.soal
    assert soal.saringan.kecamatan == ("64.02.07",)


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
def test_odd_data_gives_answers_and_no_crash(request, nama):
    tampak = build_indeks(request.getfixturevalue(nama), HARI).apply(Saringan())
    soal = build_latihan(tampak)
    assert len(soal) == 5
    assert all(satu.jawab.endswith(".") for satu in soal)
