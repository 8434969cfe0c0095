"""Figures that disagree stand side by side; none is left out and none is chosen."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pandas as pd

from kukar_potensi.model.perbedaan import BEDA_BERARTI, HITUNGAN, find_angka, find_catatan, find_status

DATA = Path(__file__).resolve().parents[2] / "data"


def test_every_group_with_figures_apart_is_shown_whole(himpunan):
    kelompok = defaultdict(list)
    with (DATA / "kecamatan_angka.csv").open(encoding="utf-8", newline="") as berkas:
        for satu in csv.DictReader(berkas):
            kelompok[satu["kode_kecamatan"], satu["indikator"]].append(float(satu["nilai"]))
    for kode, luas in himpunan.kecamatan["luas_km2"].items():
        if (kode, "luas wilayah") in kelompok:
            kelompok[kode, "luas wilayah"].append(luas)
    diharapkan = {
        kunci: sorted(nilai) for kunci, nilai in kelompok.items() if max(nilai) > min(nilai) * (1 + BEDA_BERARTI)
    }
    angka = find_angka(himpunan)
    ditemukan = {
        kunci: sorted(isi["nilai"]) for kunci, isi in angka.groupby(["kode_kecamatan", "indikator"], sort=False)
    }
    assert ditemukan == diharapkan
    assert len(ditemukan) > 5
    assert angka["sumber"].map(bool).eq(angka["catatan"].ne(HITUNGAN)).all()
    assert angka["nama"].notna().all()


def test_the_cause_tells_years_apart_from_sources_apart(himpunan):
    baris = himpunan.kecamatan_angka.iloc[[0, 0, 0]].assign(
        indikator="jumlah penduduk", nilai=[100.0, 200.0, 100.0], tahun=["2020", "2021", "2020-05"]
    )
    beda_tahun = replace(himpunan, kecamatan_angka=baris.reset_index(drop=True))
    assert set(find_angka(beda_tahun)["sebab"]) == {"angka dari tahun yang berbeda"}
    sama_tahun = replace(himpunan, kecamatan_angka=baris.assign(tahun="2020").reset_index(drop=True))
    assert set(find_angka(sama_tahun)["sebab"]) == {"tahun sama, angka berbeda"}


def test_rows_whose_remark_tells_of_other_sources_are_found(himpunan):
    catatan = find_catatan(himpunan).set_index("id")
    assert "berbeda" in catatan.at["P141", "catatan"]
    assert catatan.at["P141", "tabel"] == "potensi"
    ragu = himpunan.kerja_sama.index[himpunan.kerja_sama["presisi_ttd"].eq("hari diragukan")]
    assert set(ragu) <= set(catatan.index)
    assert catatan["sumber"].map(len).gt(0).all()


def test_two_states_of_one_desa_stand_together(himpunan):
    assert find_status(himpunan).empty
    dua = pd.concat([himpunan.desa_status.head(1), himpunan.desa_status.head(1).assign(status="Tertinggal")])
    hasil = find_status(replace(himpunan, desa_status=dua.reset_index(drop=True)))
    assert len(hasil) == 2
    assert hasil["nama"].notna().all()


def test_nothing_recorded_disagrees_with_nothing(himpunan_kosong):
    assert find_angka(himpunan_kosong).empty
    assert find_catatan(himpunan_kosong).empty
    assert find_status(himpunan_kosong).empty
