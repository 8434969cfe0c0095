"""What the worksheet tells an officer to look at."""

from __future__ import annotations

import dataclasses

from kukar_potensi.model.catatan_opd import TABEL_KERJA_SAMA, TABEL_POTENSI, list_catatan
from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import build_keselarasan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from tests.model.conftest import TANGGAL


def test_every_reason_of_the_agencys_cooperations_is_listed(indeks: Indeks) -> None:
    evaluasi = build_evaluasi(indeks.himpunan, TANGGAL)
    keselarasan = build_keselarasan(indeks.apply(Saringan()), evaluasi, "O034")
    catatan = [c for c in list_catatan(keselarasan) if c.tabel == TABEL_KERJA_SAMA]
    alasan = evaluasi.agenda(keselarasan.milik.kerja_sama.index)
    diduga = keselarasan.milik.kerja_sama["dasar_opd"].eq("pengetahuan umum").sum()
    assert len(catatan) == len(alasan) + diduga
    assert {c.id for c in catatan} == set(alasan["id"])


def test_doubts_of_a_potensi_are_named_and_a_full_row_is_left_out(himpunan: Himpunan) -> None:
    potensi = himpunan.potensi.copy()
    milik = potensi.index[potensi["opd"] == "O045"]
    potensi = potensi.loc[milik[:2]]
    potensi["kelas_sumber"] = ["C", "A"]
    potensi["satuan"], potensi["nilai"], potensi["tahun_data"] = ["ha", "ha"], [1.0, 1.0], [None, "2024"]
    potensi["kode_desa"] = [(), ("64.02.06.1001",)]
    potensi["kode_urusan"] = ["1.02", "3.26"]
    satu = dataclasses.replace(himpunan, potensi=potensi)
    evaluasi = build_evaluasi(satu, TANGGAL)
    keselarasan = build_keselarasan(build_indeks(satu, TANGGAL).apply(Saringan()), evaluasi, "O045")
    catatan = [c for c in list_catatan(keselarasan) if c.tabel == TABEL_POTENSI]
    assert [c.id for c in catatan] == [milik[0]] * 4
    assert [c.perihal.split()[0] for c in catatan] == ["Urusannya", "Sumbernya", "Desanya", "Angkanya"]
