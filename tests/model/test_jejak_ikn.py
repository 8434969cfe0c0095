"""The trail tells every reported event once, newest first, and what of the inventory answers it."""

from __future__ import annotations

import dataclasses

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jejak_ikn import SEKTOR_BIDANG, agreement_text, count_bidang, list_peristiwa, sectors_of


def test_every_event_is_told_once_newest_first_with_a_source(himpunan: Himpunan):
    semua = list_peristiwa(himpunan)
    assert sorted(satu.id for satu in semua) == sorted(himpunan.ikn_kukar.get("id", himpunan.ikn_kukar.index))
    tahun = [satu.tanggal[:4] for satu in semua if satu.tanggal]
    assert tahun == sorted(tahun, reverse=True)
    assert all(satu.sumber and satu.uraian for satu in semua)


def test_fields_are_answered_by_sectors_that_exist(himpunan: Himpunan):
    for sektor in SEKTOR_BIDANG.values():
        assert set(sektor) <= set(himpunan.sektor.index)


def test_the_answer_to_a_field_counts_the_potensi_of_its_sectors(himpunan: Himpunan):
    tabel = count_bidang(himpunan, himpunan.potensi)
    assert tabel["peristiwa"].sum() == sum(len(satu.bidang) for satu in list_peristiwa(himpunan))
    for bidang, baris in tabel.iterrows():
        assert baris["potensi"] == himpunan.potensi["sektor"].isin(sectors_of(str(bidang))).sum()
    assert tabel.at["transportasi", "potensi"] > 0


def test_fields_of_governance_claim_no_potensi(himpunan: Himpunan):
    assert sectors_of("status mitra") == ()
    assert count_bidang(himpunan, himpunan.potensi).at["status mitra", "potensi"] == 0


def test_no_event_on_record_is_no_error(himpunan_kosong: Himpunan):
    assert list_peristiwa(himpunan_kosong) == ()
    assert count_bidang(himpunan_kosong, himpunan_kosong.potensi).empty


def test_minutes_with_the_otorita_are_no_agreement(himpunan):
    assert agreement_text(himpunan) == "Yang tercatat baru berita acara (K139), bukan perjanjian kerja sama."
    rows = himpunan.kerja_sama
    tanpa = dataclasses.replace(himpunan, kerja_sama=rows.drop(index="K139"))
    assert agreement_text(tanpa).startswith("Belum ditemukan perjanjian kerja sama")
    lain = rows.copy()
    lain.loc["K139", "jenis_dokumen"] = "Nota Kesepakatan"
    assert agreement_text(dataclasses.replace(himpunan, kerja_sama=lain)) == (
        "Tercatat nota kesepakatan (K139) antara Kukar dan Otorita IKN."
    )
