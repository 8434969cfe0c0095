"""What a person relies on when the agenda says that a cooperation needs a decision, and why."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import (
    AKHIRI,
    ATURAN,
    ATURAN_MENGGANTUNG,
    BATAS_LAPORAN_BULAN,
    BATAS_TURUNAN_BULAN,
    CATATAN_KEPUTUSAN,
    LANJUTKAN,
    PENINDAK_TKKSD,
    PERBAIKI,
    SEMUA_ATURAN,
    SEMUA_LANGKAH,
    TINGKATKAN,
    TUNGGU,
    label_langkah,
)
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tanggal import parse_tanggal

HARI_INI = date(2024, 5, 3)
LENGKAP: dict[str, Any] = {
    "judul": "BUATAN UJI",
    "jenis_dokumen": "Perjanjian Kerja Sama",
    "kategori": "KSDPK",
    "mitra": "BUATAN UJI mitra",
    "opd": "O046",
    "kode_urusan": "3.27",
    "tanggal_ttd": "2023-12-01",
    "presisi_ttd": "hari",
    "tanggal_berakhir": "2027-12-01",
    "dasar_berakhir": "menurut sumber",
    "rujukan_rencana": "R10",
    "status_verifikasi": "belum diverifikasi OPD",
}
"""A cooperation that meets no rule on HARI_INI."""


def himpunan_of(
    asli: Himpunan, baris: dict[str, dict[str, Any]], laporan: list[tuple[str, str | None]] | None = None
) -> Himpunan:
    """Return the real data set with other cooperations and reports."""
    kolom = [
        k for k in asli.kerja_sama.columns if k not in ("ttd_awal", "ttd_akhir", "berakhir_awal", "berakhir_akhir")
    ]
    isi = pd.DataFrame([LENGKAP | satu for satu in baris.values()], index=pd.Index(list(baris), name="id", dtype="str"))
    isi = isi.reindex(columns=kolom).astype({k: "str" for k in kolom if asli.kerja_sama[k].dtype == "str"})
    for kolom_tanggal, nama in (("tanggal_ttd", "ttd"), ("tanggal_berakhir", "berakhir")):
        isi = isi.assign(**spans(isi[kolom_tanggal], nama))
    tindak_lanjut = pd.DataFrame(laporan or [], columns=["id_kerja_sama", "tanggal"], dtype="str")
    tindak_lanjut = tindak_lanjut.assign(
        peristiwa="BUATAN UJI", sumber="BUATAN UJI", **spans(tindak_lanjut["tanggal"], "tanggal")
    )
    return dataclasses.replace(asli, kerja_sama=isi, tindak_lanjut=tindak_lanjut)


def spans(teks: pd.Series, nama: str) -> dict[str, pd.DatetimeIndex]:
    rentang = [parse_tanggal(satu) for satu in teks]
    return {
        f"{nama}_awal": pd.to_datetime([r.awal if r else None for r in rentang]).as_unit("us"),
        f"{nama}_akhir": pd.to_datetime([r.akhir if r else None for r in rentang]).as_unit("us"),
    }


@pytest.fixture
def evaluate(himpunan: Himpunan):
    """A maker of one evaluation: columns of cooperation K1 as keywords."""

    def buat(*, tanggal: date = HARI_INI, laporan: list[tuple[str, str | None]] | None = None, **isi: Any) -> Evaluasi:
        return build_evaluasi(himpunan_of(himpunan, {"K1": isi}, laporan), tanggal)

    return buat


def rules_of(evaluasi: Evaluasi, kode: str = "K1") -> set[str]:
    baris = evaluasi.kena.loc[kode]
    return set(baris.index[baris])


def reason_of(evaluasi: Evaluasi, aturan: str, kode: str = "K1") -> Any:
    agenda = evaluasi.agenda(pd.Index([kode]), [aturan])
    assert len(agenda) == 1
    return agenda.iloc[0]


def test_complete_cooperation_is_not_on_the_agenda(evaluate: Any) -> None:
    hasil = evaluate()
    assert rules_of(hasil) == set()
    assert hasil.agenda().empty
    assert not hasil.menggantung["K1"]


@pytest.mark.parametrize(
    ("berakhir", "aturan"),
    [
        ("2024-05-02", "M1"),
        ("2024-05-03", "W1"),
        ("2024-05-04", "W1"),
        ("2024-08-01", "W1"),
        ("2024-08-02", "W2"),
        ("2024-10-30", "W2"),
        ("2024-10-31", None),
    ],
)
def test_end_of_term_on_its_edge_days(evaluate: Any, berakhir: str, aturan: str | None) -> None:
    assert rules_of(evaluate(tanggal_berakhir=berakhir)) == ({aturan} if aturan else set())


@pytest.mark.parametrize(
    ("berakhir", "tanggal", "aturan"),
    [
        ("2024-02-29", date(2024, 2, 29), "W1"),
        ("2024-02-29", date(2024, 3, 1), "M1"),
        ("2024-05", date(2024, 5, 31), "W1"),
        ("2024-05", date(2024, 6, 1), "M1"),
        ("2024", date(2024, 12, 31), "W1"),
        ("2024", date(2025, 1, 1), "M1"),
        (None, date(2040, 1, 1), None),
    ],
)
def test_partial_end_is_over_only_after_its_last_day(
    evaluate: Any, berakhir: str | None, tanggal: date, aturan: str | None
) -> None:
    hasil = rules_of(evaluate(tanggal_berakhir=berakhir, tanggal=tanggal)) - {"D1"}
    assert hasil == ({aturan} if aturan else set())


def test_reason_tells_dates_days_and_what_is_missing(evaluate: Any) -> None:
    hasil = evaluate(tanggal_berakhir="2024-04-30")
    baris = reason_of(hasil, "M1")
    assert baris.alasan == (
        "Berakhir 30 April 2024, 3 hari sebelum 3 Mei 2024; "
        "belum tercatat keputusan diperpanjang, ditingkatkan, atau dihentikan."
    )
    assert (baris.langkah, baris.opd, baris.penindak) == (AKHIRI, "O046", "Dinas Pertanian dan Peternakan")
    assert hasil.menggantung["K1"]


def test_last_day_is_said_in_words(evaluate: Any) -> None:
    assert "sudah tiba" in reason_of(evaluate(tanggal_berakhir="2024-05-03"), "W1").alasan
    assert "1 hari lagi" in reason_of(evaluate(tanggal_berakhir="2024-05-04"), "W1").alasan
    assert "hari pertamanya 29 hari lagi" in reason_of(evaluate(tanggal_berakhir="2024-06"), "W1").alasan


def test_ended_but_still_reported_is_suggested_to_go_on(evaluate: Any) -> None:
    sesudah = evaluate(tanggal_berakhir="2024-01-31", laporan=[("K1", "2024-02")])
    assert reason_of(sesudah, "M1").langkah == LANJUTKAN
    assert "Februari 2024" in reason_of(sesudah, "M1").alasan
    bulan_sama = evaluate(tanggal_berakhir="2024-01-31", laporan=[("K1", "2024-01")])
    assert reason_of(bulan_sama, "M1").langkah == AKHIRI


@pytest.mark.parametrize("keputusan", ["diperpanjang", "ditingkatkan", "dihentikan"])
def test_a_recorded_decision_settles_the_end(evaluate: Any, keputusan: str) -> None:
    for berakhir in ("2024-04-30", "2024-05-04", "2024-10-01"):
        assert not rules_of(evaluate(tanggal_berakhir=berakhir, keputusan=keputusan)) & {"M1", "W1", "W2"}


@pytest.mark.parametrize(("diputuskan", "menggantung"), [("2024-05-03", False), ("2024-05-04", True), ("2024", False)])
def test_a_later_decision_is_not_known_yet(evaluate: Any, diputuskan: str, menggantung: bool) -> None:
    hasil = evaluate(tanggal_berakhir="2024-04-30", keputusan="dihentikan", tanggal_keputusan=diputuskan)
    assert bool(hasil.menggantung["K1"]) is menggantung


@pytest.mark.parametrize(
    ("ttd", "presisi", "menggantung"),
    [
        ("2023-05-02", "hari", True),
        ("2023-05-03", "hari", False),
        ("2023-04", "bulan", True),
        ("2023-05", "bulan", False),
        ("2022", "tahun", True),
        ("2023", "tahun", False),
        ("2023-05-02", "paling lambat", True),
        (None, None, False),
    ],
)
def test_hanging_without_pks_only_when_surely_older_than_the_threshold(
    evaluate: Any, ttd: str | None, presisi: str | None, menggantung: bool
) -> None:
    hasil = evaluate(jenis_dokumen="Nota Kesepahaman", tanggal_ttd=ttd, presisi_ttd=presisi)
    assert ("M2" in rules_of(hasil)) is menggantung
    assert bool(hasil.menggantung["K1"]) is menggantung


@pytest.mark.parametrize(("tanggal", "menggantung"), [(date(2025, 2, 28), False), (date(2025, 3, 1), True)])
def test_twelve_months_from_a_leap_day(evaluate: Any, tanggal: date, menggantung: bool) -> None:
    hasil = evaluate(jenis_dokumen="Kesepakatan Bersama", tanggal_ttd="2024-02-29", tanggal=tanggal)
    assert ("M2" in rules_of(hasil)) is menggantung


def test_hanging_reason_says_not_on_record_never_absent(evaluate: Any) -> None:
    baris = reason_of(
        evaluate(jenis_dokumen="Nota Kesepahaman", tanggal_ttd="2020-07-23", presisi_ttd="paling lambat"), "M2"
    )
    assert baris.alasan == (
        "Nota Kesepahaman ini ditandatangani paling lambat 23 Juli 2020; pada 3 Mei 2024 sudah 3 tahun 9 bulan "
        "(batas 12 bulan) dan belum tercatat PKS turunannya."
    )
    assert baris.langkah == TINGKATKAN
    sinergi = evaluate(jenis_dokumen="Nota Kesepakatan", kategori="Sinergi", tanggal_ttd="2022", presisi_ttd="tahun")
    assert "sedikitnya 1 tahun 4 bulan" in reason_of(sinergi, "M2").alasan
    assert "belum tercatat rencana kerja turunannya" in reason_of(sinergi, "M2").alasan


@pytest.mark.parametrize(
    ("anak", "menggantung"),
    [
        ({"induk": "K1"}, False),
        ({"induk": "K1", "jenis_dokumen": "Rencana Kerja"}, False),
        ({"induk": "K1", "jenis_dokumen": "Adendum"}, True),
        ({"induk": "K1", "tanggal_ttd": "2024-05-04"}, True),
        ({"induk": "K1", "presisi_ttd": "belum ditandatangani"}, True),
        ({"induk": None}, True),
    ],
)
def test_a_signed_pks_under_it_ends_the_hanging(himpunan: Himpunan, anak: dict[str, Any], menggantung: bool) -> None:
    nota = {"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": "2021-01-01"}
    hasil = build_evaluasi(himpunan_of(himpunan, {"K1": nota, "K2": anak}), HARI_INI)
    assert bool(hasil.menggantung["K1"]) is menggantung


def test_a_pks_under_its_addendum_counts_too(himpunan: Himpunan) -> None:
    nota = {"jenis_dokumen": "Kesepakatan Bersama", "tanggal_ttd": "2021-01-01"}
    adendum = {"jenis_dokumen": "Adendum", "induk": "K1"}
    hasil = build_evaluasi(himpunan_of(himpunan, {"K1": nota, "K2": adendum, "K3": {"induk": "K2"}}), HARI_INI)
    assert "M2" not in rules_of(hasil, "K1")


def test_village_cooperation_does_not_owe_a_regional_pks(evaluate: Any) -> None:
    hasil = evaluate(jenis_dokumen="Nota Kesepahaman", kategori="Kerja sama desa", tanggal_ttd="2021-01-01")
    assert "M2" not in rules_of(hasil)


def test_ended_nota_is_asked_for_a_decision_and_not_for_a_pks(evaluate: Any) -> None:
    isi = {"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": "2020-01-01", "tanggal_berakhir": "2022-01-01"}
    assert rules_of(evaluate(**isi)) == {"M1"}
    assert "M2" in rules_of(evaluate(**isi, keputusan="ditingkatkan"))
    assert rules_of(evaluate(**isi, keputusan="dihentikan")) == set()


@pytest.mark.parametrize(
    ("laporan", "berhenti"),
    [
        ([("K1", "2023-12-03")], True),
        ([("K1", "2023-12-02")], True),
        ([("K1", "2024-01")], False),
        ([("K1", "2023")], False),
        ([("K1", "2022")], True),
        ([("K1", "2021-01-01"), ("K1", "2024-04-01")], False),
        ([("K1", None)], False),
        ([], False),
    ],
)
def test_silence_counts_only_where_reports_are_recorded(
    evaluate: Any, laporan: list[tuple[str, str | None]], berhenti: bool
) -> None:
    tanggal = date(2024, 6, 4)
    hasil = evaluate(tanggal_ttd="2021-01-01", laporan=laporan, tanggal=tanggal)
    assert ("M3" in rules_of(hasil)) is berhenti


@pytest.mark.parametrize(("tanggal", "berhenti"), [(date(2024, 6, 3), False), (date(2024, 6, 4), True)])
def test_silence_begins_the_day_after_six_months(evaluate: Any, tanggal: date, berhenti: bool) -> None:
    hasil = evaluate(laporan=[("K1", "2023-12-03")], tanggal=tanggal)
    assert ("M3" in rules_of(hasil)) is berhenti


def test_reports_before_signing_and_after_the_day_do_not_count(evaluate: Any) -> None:
    hasil = evaluate(tanggal_ttd="2023-01-01", laporan=[("K1", "2020"), ("K1", "2024-06-01")])
    assert hasil.bahan.at["K1", "n_laporan"] == 0
    assert "M3" not in rules_of(hasil)


def test_reason_of_silence_keeps_the_precision_of_the_record(evaluate: Any) -> None:
    baris = reason_of(evaluate(tanggal_ttd="2021-01-01", laporan=[("K1", "2022")]), "M3")
    assert "Laporan terakhir yang tercatat: 2022." in baris.alasan
    assert "1 tahun 4 bulan" in baris.alasan


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tanggal_berakhir": None, "dasar_berakhir": None}, "Tanggal berakhir belum tercatat."),
        ({"tanggal_berakhir": None, "jangka_waktu": "5 tahun"}, "jangka waktu menurut sumber: 5 tahun"),
        ({"tanggal_berakhir": "2027-11"}, "Tanggal berakhir baru diketahui bulannya (November 2027)."),
        ({"tanggal_berakhir": "2029"}, "Tanggal berakhir baru diketahui tahunnya (2029)."),
        ({"dasar_berakhir": "disimpulkan"}, "Tanggal berakhir baru disimpulkan (1 Desember 2027)."),
        ({"tanggal_ttd": "2023", "presisi_ttd": "tahun"}, "Tanggal tanda tangan baru diketahui tahunnya (2023)."),
        ({"tanggal_ttd": None, "presisi_ttd": None}, "Tanggal tanda tangan belum tercatat."),
        ({"presisi_ttd": "hari diragukan"}, "Tanggal tanda tangan masih diragukan (1 Desember 2023)."),
        ({"presisi_ttd": "paling lambat"}, "Tanggal tanda tangan baru diketahui batas akhirnya (1 Desember 2023)."),
        ({"tanggal_berakhir": "2024-01-01", "keputusan": "diperpanjang"}, "tanggal berakhir yang baru belum tercatat"),
    ],
)
def test_missing_or_uncertain_date_is_named(evaluate: Any, isi: dict[str, Any], kata: str) -> None:
    hasil = evaluate(**isi)
    assert rules_of(hasil) == {"D1"}
    assert kata.casefold() in reason_of(hasil, "D1").alasan.casefold()


def test_dates_are_not_asked_before_signing_or_after_stopping(evaluate: Any) -> None:
    belum = evaluate(tanggal_ttd=None, presisi_ttd="belum ditandatangani", tanggal_berakhir=None)
    assert "D1" not in rules_of(belum)
    assert "D1" not in rules_of(evaluate(tanggal_berakhir=None, keputusan="dihentikan"))


def test_document_type_not_told_by_the_source(evaluate: Any) -> None:
    hasil = evaluate(jenis_dokumen="tidak disebut", jenis_dokumen_sumber="kesepakatan awal")
    assert rules_of(hasil) == {"D2"}
    assert "“kesepakatan awal”" in reason_of(hasil, "D2").alasan
    tanpa = evaluate(jenis_dokumen="tidak disebut", jenis_dokumen_sumber="Tidak disebut sumber")
    assert "“" not in reason_of(tanpa, "D2").alasan


@pytest.mark.parametrize(
    ("isi", "di_luar"),
    [
        ({"opd": "O046", "kode_urusan": "1.01"}, True),
        ({"opd": "O046", "kode_urusan": "3.27"}, False),
        ({"opd": None, "kode_urusan": "1.01"}, False),
        ({"opd": "O046", "kode_urusan": None}, False),
        ({"opd": "O046", "kode_urusan": "1.01", "keputusan": "dihentikan"}, False),
    ],
)
def test_outside_duties_needs_both_sides_on_record(evaluate: Any, isi: dict[str, Any], di_luar: bool) -> None:
    assert ("S1" in rules_of(evaluate(**isi))) is di_luar


def test_outside_duties_names_who_holds_the_affair(evaluate: Any) -> None:
    baris = reason_of(evaluate(kode_urusan="1.01"), "S1")
    assert "1.01 Pendidikan" in baris.alasan
    assert "3.27" in baris.alasan
    assert "Dinas Pendidikan dan Kebudayaan" in baris.tindakan


def test_plan_reference_is_asked_while_it_lives(evaluate: Any) -> None:
    hasil = evaluate(rujukan_rencana=None)
    assert rules_of(hasil) == {"S2"}
    assert "R10" in reason_of(hasil, "S2").tindakan
    assert "S2" not in rules_of(evaluate(rujukan_rencana=None, tanggal_berakhir="2024-01-01"))


@pytest.mark.parametrize(
    ("isi", "kena"),
    [
        ({"kategori": "Perlu keputusan TKKSD"}, True),
        ({"kategori": "KSDD", "sifat_ksdd": "belum ditetapkan"}, True),
        ({"kategori": "KSDD"}, True),
        ({"kategori": "KSDD", "sifat_ksdd": "wajib"}, False),
        ({"kategori": "Sinergi"}, False),
    ],
)
def test_category_waits_for_tkksd(evaluate: Any, isi: dict[str, Any], kena: bool) -> None:
    hasil = evaluate(**isi)
    assert ("K1" in rules_of(hasil)) is kena
    if kena:
        assert reason_of(hasil, "K1").penindak == PENINDAK_TKKSD


@pytest.mark.parametrize(
    ("kategori", "jenis", "kena"),
    [
        ("Sinergi", "Nota Kesepakatan", False),
        ("Sinergi", "Rencana Kerja", False),
        ("Sinergi", "tidak disebut", False),
        ("Sinergi", "Nota Kesepahaman", True),
        ("Sinergi", "Perjanjian Kerja Sama", True),
        ("KSDPK", "Nota Kesepahaman", False),
    ],
)
def test_a_synergy_is_a_nota_kesepakatan_or_a_rencana_kerja(
    evaluate: Any, kategori: str, jenis: str, kena: bool
) -> None:
    hasil = evaluate(kategori=kategori, jenis_dokumen=jenis)
    assert ("K2" in rules_of(hasil)) is kena
    if kena:
        baris = reason_of(hasil, "K2")
        assert baris.penindak == PENINDAK_TKKSD
        assert jenis in baris.alasan


@pytest.mark.parametrize(
    ("ttd", "presisi", "jangka", "berakhir", "kena"),
    [
        ("2023-12-01", "hari", "5 tahun", "2028-12-01", False),
        ("2023-12-01", "hari", "5 tahun", "2028-11-01", False),
        ("2023-12-01", "hari", "5 tahun", "2028-10-31", True),
        ("2023-12-01", "hari", "5 tahun", "2029-01-01", False),
        ("2023-12-01", "hari", "5 tahun", "2029-01-02", True),
        ("2023-12-01", "hari", "5 (lima) tahun", "2027-12-01", True),
        ("2023-12-01", "hari", "5 tahun", "2028", False),
        ("2023-12-01", "hari", "5 tahun", "2027", True),
        ("2023", "tahun", "5 tahun", "2028-01-01", False),
        ("2023-12-01", "paling lambat", "5 tahun", "2027-12-01", False),
        ("2023-12-01", "hari", "tahun 2023", "2027-12-01", False),
        ("2023-12-01", "hari", None, "2027-12-01", False),
        ("2023-12-01", "hari", "5 tahun", None, False),
        ("2024-02-29", "hari", "1 tahun", "2025-02-28", False),
    ],
)
def test_an_end_that_does_not_fit_the_term_is_asked(
    evaluate: Any, ttd: str, presisi: str, jangka: str | None, berakhir: str | None, kena: bool
) -> None:
    hasil = evaluate(tanggal_ttd=ttd, presisi_ttd=presisi, jangka_waktu=jangka, tanggal_berakhir=berakhir)
    assert ("D4" in rules_of(hasil)) is kena
    if kena:
        assert "Jangka waktunya 5 tahun sejak" in reason_of(hasil, "D4").alasan


def test_an_end_known_to_the_month_is_told_about_so_long_ago(evaluate: Any) -> None:
    bulan = reason_of(evaluate(tanggal_berakhir="2020-05"), "M1")
    assert "sekitar 3 tahun 11 bulan sebelum 3 Mei 2024" in bulan.alasan
    assert "kurang dari sebulan sebelum" in reason_of(evaluate(tanggal_berakhir="2024-04"), "M1").alasan
    assert " hari" not in bulan.alasan


@pytest.mark.parametrize(
    ("peristiwa", "rencana"),
    [
        ("Rencana: dikerjakan 4–6 bulan.", True),
        ("Penjajakan: Wakil Bupati menerima perusahaan.", True),
        ("Pembangunan jalan direncanakan mulai Mei.", True),
        ("Pelaksanaan: 20 desa menerima benih; tahap kedua direncanakan.", False),
        ("Rencananya dibahas ulang", True),
        ("Panen dihadiri Bupati dengan rencana perluasan.", False),
        ("Perencanaan selesai dan dikerjakan.", False),
    ],
)
def test_a_plan_is_no_report(himpunan: Himpunan, peristiwa: str, rencana: bool) -> None:
    data = himpunan_of(himpunan, {"K1": {"tanggal_ttd": "2021-01-01"}}, [("K1", "2022-01-01")])
    data = dataclasses.replace(data, tindak_lanjut=data.tindak_lanjut.assign(peristiwa=peristiwa))
    hasil = build_evaluasi(data, HARI_INI)
    assert ("M3" not in rules_of(hasil)) is rencana
    assert hasil.bahan.at["K1", "n_laporan"] == (0 if rencana else 1)


def test_a_plan_alone_is_said_to_be_only_a_plan(himpunan: Himpunan) -> None:
    data = himpunan_of(himpunan, {"K1": {"tanggal_berakhir": "2024-04-30"}}, [("K1", "2024-01-01")])
    data = dataclasses.replace(data, tindak_lanjut=data.tindak_lanjut.assign(peristiwa="Rencana: uji benih."))
    assert "yang tercatat hanya rencana (1 Januari 2024)" in reason_of(build_evaluasi(data, HARI_INI), "M1").alasan


def test_the_step_of_an_ended_one_reads_as_a_choice() -> None:
    assert label_langkah(ATURAN["M1"].langkah) == "putuskan: perpanjang atau akhiri"
    assert label_langkah(LANJUTKAN) == LANJUTKAN
    assert list(CATATAN_KEPUTUSAN) == [LANJUTKAN, TINGKATKAN, PERBAIKI, AKHIRI]


def test_ready_to_raise_needs_verified_reported_and_decided(evaluate: Any) -> None:
    siap = {"status_verifikasi": "terverifikasi OPD", "keputusan": "ditingkatkan", "laporan": [("K1", "2024-04-01")]}
    hasil = evaluate(**siap)
    assert rules_of(hasil) == {"N1"}
    assert "1 laporan tercatat (terakhir 1 April 2024), diputuskan ditingkatkan" in reason_of(hasil, "N1").alasan
    for kurang in (
        {"status_verifikasi": "belum diverifikasi OPD"},
        {"keputusan": None},
        {"keputusan": "dihentikan"},
        {"laporan": []},
    ):
        assert "N1" not in rules_of(evaluate(**siap | kurang))


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ({"K1": {"induk": "K9"}}, "Induk K9 tidak ada dalam data."),
        ({"K1": {"induk": "K2"}, "K2": {"induk": "K1"}}, "Rantai induknya berputar: "),
        ({"K1": {"jenis_dokumen": "Adendum"}}, "Dokumen ini adendum, tetapi induknya belum tercatat."),
    ],
)
def test_broken_chain_is_on_the_agenda(himpunan: Himpunan, baris: dict[str, dict[str, Any]], kata: str) -> None:
    hasil = build_evaluasi(himpunan_of(himpunan, baris), HARI_INI)
    assert kata in reason_of(hasil, "D3").alasan


def test_unknown_opd_goes_to_tkksd(evaluate: Any) -> None:
    baris = reason_of(evaluate(opd=None, tanggal_berakhir="2024-04-30"), "M1")
    assert baris.opd is None
    assert baris.penindak == PENINDAK_TKKSD


def test_most_urgent_comes_first(himpunan: Himpunan) -> None:
    baris = {
        "K1": {"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": "2022-01-01"},
        "K2": {"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": "2021-01-01"},
        "K3": {"tanggal_berakhir": "2024-07-01"},
        "K4": {"tanggal_berakhir": "2024-06-01"},
        "K5": {"tanggal_berakhir": "2024-05-01"},
        "K6": {"tanggal_berakhir": "2024-04-01"},
    }
    hasil = build_evaluasi(himpunan_of(himpunan, baris), HARI_INI)
    urutan = list(zip(hasil.agenda()["aturan"], hasil.agenda()["id"], strict=True))
    assert urutan == [("W1", "K4"), ("W1", "K3"), ("M1", "K6"), ("M1", "K5"), ("M2", "K2"), ("M2", "K1")]
    assert list(hasil.agenda(paling_banyak=1)["id"]) == ["K4", "K6", "K2"]
    assert list(hasil.agenda(pd.Index(["K5", "K1", "asing"]))["id"]) == ["K5", "K1"]


@pytest.mark.parametrize("hari", [HARI_INI, date(2026, 1, 31), date(2020, 1, 1), date(2035, 2, 28)])
def test_counts_equal_the_rows_they_open_on_the_real_data(himpunan: Himpunan, hari: date) -> None:
    hasil = build_evaluasi(himpunan, hari)
    agenda = hasil.agenda()
    per_aturan = agenda["aturan"].value_counts().to_dict()
    assert {k: n for k, n in hasil.counts().items() if n} == per_aturan
    assert hasil.menggantung.sum() == agenda[agenda["aturan"].isin(ATURAN_MENGGANTUNG)]["id"].nunique()
    assert agenda["langkah"].isin([*SEMUA_LANGKAH, TUNGGU]).all()
    assert agenda["alasan"].str.len().gt(20).all()
    assert not agenda["alasan"].str.contains(r"\b(?:nan|None|NaT)\b", regex=True).any()
    assert not agenda["alasan"].str.contains("tidak ada (?:PKS|laporan|keputusan|rujukan)", regex=True).any()


def test_empty_register_gives_an_empty_agenda(himpunan_kosong: Himpunan) -> None:
    hasil = build_evaluasi(himpunan_kosong, HARI_INI)
    assert hasil.agenda().empty
    assert set(hasil.counts().values()) == {0}
    assert hasil.menggantung.empty


def test_every_rule_has_one_id_and_a_sentence_with_its_threshold() -> None:
    assert len(ATURAN) == len(SEMUA_ATURAN)
    assert [a.prioritas for a in SEMUA_ATURAN] == sorted(a.prioritas for a in SEMUA_ATURAN)
    assert str(BATAS_TURUNAN_BULAN) in ATURAN["M2"].kalimat
    assert str(BATAS_LAPORAN_BULAN) in ATURAN["M3"].kalimat
    assert set(ATURAN_MENGGANTUNG) == {"M1", "M2", "M3"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)), st.integers(0, 900))
def test_hanging_without_decision_does_not_heal_by_waiting(himpunan: Himpunan, tanggal: date, maju: int) -> None:
    satu = {"jenis_dokumen": "Nota Kesepahaman", "tanggal_ttd": "2021-03-31", "tanggal_berakhir": "2026-03-31"}
    data = himpunan_of(himpunan, {"K1": satu})
    dulu = build_evaluasi(data, tanggal).menggantung["K1"]
    nanti = build_evaluasi(data, tanggal + timedelta(days=maju)).menggantung["K1"]
    assert dulu <= nanti
