"""What an agency officer relies on: every figure is the rows it opens, and no gap is invented."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.celah import KATEGORI_TIDAK_MENUTUP, STATUS_MENUTUP
from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import KATEGORI_DESA, PENINDAK_TKKSD, SEMUA_ATURAN
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan, build_keselarasan, count_seurusan, covered_rows
from kukar_potensi.model.milik_opd import PENGAMPU, WILAYAH, basis_of
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from tests.model.conftest import TANGGAL
from tests.model.strategi import saringan_of

DINAS, SETKAB, KANTOR, TANPA_BARIS = "O045", "O002", "O061", "O012"


@pytest.fixture(scope="module")
def evaluasi(himpunan: Himpunan) -> Evaluasi:
    """The real register evaluated on the day of the index."""
    return build_evaluasi(himpunan, TANGGAL)


def build(indeks: Indeks, evaluasi: Evaluasi, opd: str, saringan: Saringan | None = None) -> Keselarasan:
    return build_keselarasan(indeks.apply(saringan or Saringan()), evaluasi, opd)


def opened_rows(keselarasan: Keselarasan, periksa: p.Periksa) -> int:
    """Count what a figure opens by asking for the rows themselves."""
    if periksa == p.AGENDA:
        return len(keselarasan.agenda)
    if periksa.id in keselarasan.wilayah:
        return len(set(keselarasan.wilayah[periksa.id]))
    return len(keselarasan.potensi(periksa)) + len(keselarasan.kerja_sama(periksa))


def test_every_figure_of_every_agency_is_the_number_of_rows_it_opens(indeks: Indeks, evaluasi: Evaluasi) -> None:
    for opd in indeks.himpunan.opd.index:
        keselarasan = build(indeks, evaluasi, opd)
        for periksa in p.list_periksa(keselarasan.basis):
            assert keselarasan.count(periksa) == opened_rows(keselarasan, periksa), (opd, periksa.id)


@settings(max_examples=25)
@given(st.data())
def test_figures_stay_true_under_any_filter(indeks: Indeks, evaluasi: Evaluasi, data: st.DataObject) -> None:
    saringan = data.draw(saringan_of(indeks)).with_(opd=())
    opd = data.draw(st.sampled_from([DINAS, SETKAB, KANTOR]))
    keselarasan, semua = build(indeks, evaluasi, opd, saringan), build(indeks, evaluasi, opd)
    for periksa in p.list_periksa(keselarasan.basis):
        assert keselarasan.count(periksa) == opened_rows(keselarasan, periksa)
        assert set(keselarasan.potensi(periksa).index) <= set(semua.potensi(periksa).index)
        assert set(keselarasan.kerja_sama(periksa).index) <= set(semua.kerja_sama(periksa).index)


def test_belum_tergarap_equals_the_rule_told_row_by_row(indeks: Indeks, evaluasi: Evaluasi) -> None:
    kerja_sama = indeks.kerja_sama
    menutup = kerja_sama[
        kerja_sama["status"].isin(STATUS_MENUTUP) & ~kerja_sama["kategori"].isin(KATEGORI_TIDAK_MENUTUP)
    ]
    tempat = [
        (urusan, set(daftar)) for urusan, daftar in zip(menutup["kode_urusan"], menutup["kode_kecamatan"], strict=True)
    ]

    def is_covered(urusan: str, daftar: tuple[str, ...]) -> bool:
        if not daftar:
            return any(lain == urusan and not di for lain, di in tempat)
        return any(lain == urusan and set(daftar) & di for lain, di in tempat)

    for opd in indeks.himpunan.opd.index:
        keselarasan = build(indeks, evaluasi, opd)
        milik = keselarasan.milik.potensi.drop(keselarasan.potensi(p.POTENSI_LUAR_URUSAN).index)
        harus = [
            kode
            for kode, urusan, daftar in zip(milik.index, milik["kode_urusan"], milik["kode_kecamatan"], strict=True)
            if not is_covered(urusan, daftar)
        ]
        assert list(keselarasan.potensi(p.BELUM_TERGARAP).index) == harus


def test_a_filter_never_makes_a_gap(indeks: Indeks, evaluasi: Evaluasi) -> None:
    tanpa_kerja_sama = Saringan(jenis="potensi")
    for opd in (DINAS, KANTOR):
        sempit, semua = build(indeks, evaluasi, opd, tanpa_kerja_sama), build(indeks, evaluasi, opd)
        assert list(sempit.potensi(p.BELUM_TERGARAP).index) == list(semua.potensi(p.BELUM_TERGARAP).index)
        for kosong in (p.KECAMATAN_KOSONG, p.DESA_KOSONG):
            assert sempit.wilayah.get(kosong.id) == semua.wilayah.get(kosong.id)


def one_pair(himpunan: Himpunan, tanggal: date, **kerja_sama: object) -> Indeks:
    """Index one potensi of Tenggarong beside one cooperation of the same urusan and kecamatan."""
    potensi = himpunan.potensi.loc[himpunan.potensi["opd"] == DINAS].iloc[:1].copy()
    potensi["tingkat"], potensi["kode_kecamatan"], potensi["kode_desa"] = "kecamatan", [("64.02.06",)], [()]
    satu = himpunan.kerja_sama.iloc[:1].copy()
    tetap = {
        "opd": DINAS,
        "kode_urusan": potensi["kode_urusan"].iloc[0],
        "kategori": "KSDPK",
        "tingkat": "kecamatan",
        "kode_kecamatan": ("64.02.06",),
        "kode_desa": (),
        "ttd_awal": pd.Timestamp("2020-01-01"),
        "berakhir_awal": pd.NaT,
        "berakhir_akhir": pd.NaT,
    }
    for kolom, nilai in (tetap | kerja_sama).items():
        satu[kolom] = pd.Series([nilai], index=satu.index, dtype=satu[kolom].dtype)
    return build_indeks(dataclasses.replace(himpunan, potensi=potensi, kerja_sama=satu), tanggal)


@pytest.mark.parametrize(
    ("kerja_sama", "tergarap"),
    [
        ({}, True),
        ({"kode_urusan": "1.01"}, False),
        ({"kode_urusan": None}, False),
        ({"kode_kecamatan": ("64.02.07",)}, False),
        ({"tingkat": "kabupaten", "kode_kecamatan": ()}, False),
        ({"kategori": KATEGORI_DESA}, False),
        ({"kategori": "Perlu keputusan TKKSD"}, False),
        ({"ttd_awal": pd.Timestamp("2026-01-01")}, False),
    ],
)
def test_only_a_living_cooperation_of_the_same_urusan_and_kecamatan_covers(
    himpunan: Himpunan, kerja_sama: dict[str, object], tergarap: bool
) -> None:
    indeks = one_pair(himpunan, TANGGAL, **kerja_sama)
    assert covered_rows(indeks).tolist() == [tergarap]


@pytest.mark.parametrize(
    ("akhir", "geser", "tergarap"),
    [
        ("2026-03-01", 0, True),
        ("2026-03-01", -1, True),
        ("2026-03-01", 1, False),
        ("2024-02-29", 0, True),
        ("2024-02-29", 1, False),
    ],
)
def test_a_cooperation_covers_to_its_last_day(himpunan: Himpunan, akhir: str, geser: int, tergarap: bool) -> None:
    hari = pd.Timestamp(akhir)
    indeks = one_pair(himpunan, hari.date() + timedelta(days=geser), berakhir_awal=hari, berakhir_akhir=hari)
    assert covered_rows(indeks).tolist() == [tergarap]


def test_a_month_only_end_covers_to_the_last_possible_day(himpunan: Himpunan) -> None:
    batas = {"berakhir_awal": pd.Timestamp("2026-02-01"), "berakhir_akhir": pd.Timestamp("2026-02-28")}
    assert covered_rows(one_pair(himpunan, date(2026, 2, 28), **batas)).tolist() == [True]
    assert covered_rows(one_pair(himpunan, date(2026, 3, 1), **batas)).tolist() == [False]


def test_a_regency_wide_potensi_is_covered_only_by_a_regency_wide_cooperation(himpunan: Himpunan) -> None:
    indeks = one_pair(himpunan, TANGGAL, tingkat="kabupaten", kode_kecamatan=())
    luas = indeks.potensi.copy()
    luas["tingkat"], luas["kode_kecamatan"] = "kabupaten", [()]
    asli = himpunan.potensi.loc[luas.index].assign(tingkat="kabupaten")
    asli["kode_kecamatan"], asli["kode_desa"] = [()], [()]
    sama = build_indeks(dataclasses.replace(indeks.himpunan, potensi=asli), TANGGAL)
    assert covered_rows(indeks).tolist() == [False]
    assert covered_rows(sama).tolist() == [True]


def test_seurusan_counts_the_living_cooperations_of_each_urusan(indeks: Indeks) -> None:
    jumlah = count_seurusan(indeks)
    kerja_sama = indeks.kerja_sama
    hidup = kerja_sama["status"].isin(STATUS_MENUTUP) & ~kerja_sama["kategori"].isin(KATEGORI_TIDAK_MENUTUP)
    assert sum(jumlah.values()) == int((hidup & kerja_sama["kode_urusan"].notna()).sum())
    assert jumlah["3.26"] == int((hidup & kerja_sama["kode_urusan"].eq("3.26")).sum())


def test_checks_on_cooperations_are_the_rules_of_the_agenda(indeks: Indeks, evaluasi: Evaluasi) -> None:
    daerah = indeks.kerja_sama["kategori"] != KATEGORI_DESA
    for opd in indeks.himpunan.opd.index:
        keselarasan = build(indeks, evaluasi, opd)
        milik = keselarasan.milik.kerja_sama.index
        milik = milik[daerah.loc[milik].to_numpy(bool)]
        kena = evaluasi.kena.loc[milik]
        assert keselarasan.count(p.TANPA_RENCANA) == int(kena["S2"].sum())
        assert keselarasan.count(p.MENGGANTUNG) == int(evaluasi.menggantung.loc[milik].sum())
        if keselarasan.basis == PENGAMPU:
            assert keselarasan.count(p.LUAR_URUSAN) == int(kena["S1"].sum())


def test_rows_that_cannot_be_judged_are_the_agencys_own_and_not_counted(indeks: Indeks, evaluasi: Evaluasi) -> None:
    for opd in indeks.himpunan.opd.index:
        keselarasan = build(indeks, evaluasi, opd)
        for periksa in keselarasan.daftar:
            tanpa = keselarasan.unjudged(periksa)
            assert len(tanpa) == keselarasan.count_unjudged(periksa)
            assert periksa in (p.MENGGANTUNG, p.SEGERA) or tanpa.empty
            assert set(tanpa.index) <= set(keselarasan.milik.kerja_sama.index)
            assert not set(tanpa.index) & set(keselarasan.kerja_sama(periksa).index)


def test_areas_with_and_without_a_record_make_up_all_areas(indeks: Indeks, evaluasi: Evaluasi) -> None:
    for opd in indeks.himpunan.opd.index:
        keselarasan = build(indeks, evaluasi, opd)
        di_desa = basis_of(indeks.himpunan, opd) == WILAYAH
        ada, kosong = (
            keselarasan.wilayah[satu.id]
            for satu in ((p.DESA_TERCAKUP, p.DESA_KOSONG) if di_desa else (p.TERCAKUP, p.KECAMATAN_KOSONG))
        )
        cacah = keselarasan.milik.cacah_desa if di_desa else keselarasan.milik.cacah_kecamatan
        assert not set(ada) & set(kosong)
        assert len(ada) + len(kosong) == int(cacah.terpilih.sum())


def test_the_agenda_is_ordered_by_urgency_and_holds_the_agencys_own_reasons(indeks: Indeks, evaluasi: Evaluasi) -> None:
    urutan = [aturan.id for aturan in SEMUA_ATURAN]
    for opd in (SETKAB, "O034", KANTOR):
        agenda = build(indeks, evaluasi, opd).agenda
        letak = [urutan.index(aturan) for aturan in agenda["aturan"]]
        assert letak == sorted(letak)
    sendiri = build(indeks, evaluasi, "O034")
    assert set(sendiri.agenda["id"]) <= set(sendiri.milik.kerja_sama.index)


def test_the_secretariat_of_tkksd_also_has_what_tkksd_must_decide(indeks: Indeks, evaluasi: Evaluasi) -> None:
    keselarasan = build(indeks, evaluasi, SETKAB)
    lain = keselarasan.agenda[~keselarasan.agenda["id"].isin(keselarasan.milik.kerja_sama.index)]
    daerah = indeks.kerja_sama["kategori"].ne(KATEGORI_DESA) & indeks.kerja_sama["opd"].ne(SETKAB)
    assert len(lain) == int(evaluasi.kena.loc[daerah, ["K1", "K2"]].to_numpy().sum()) > 0
    assert set(lain["penindak"]) == {PENINDAK_TKKSD}
    assert set(keselarasan.kerja_sama(p.MENGGANTUNG).index) <= set(keselarasan.milik.kerja_sama.index)


def test_a_potensi_outside_the_agencys_urusan_is_told_and_not_called_a_gap(
    himpunan: Himpunan, evaluasi: Evaluasi
) -> None:
    potensi = himpunan.potensi.copy()
    salah = potensi.index[potensi["opd"] == DINAS][0]
    potensi.loc[salah, "kode_urusan"] = "1.02"
    indeks = build_indeks(dataclasses.replace(himpunan, potensi=potensi), TANGGAL)
    keselarasan = build(indeks, evaluasi, DINAS)
    assert list(keselarasan.potensi(p.POTENSI_LUAR_URUSAN).index) == [salah]
    assert p.POTENSI_LUAR_URUSAN in keselarasan.daftar
    assert salah not in keselarasan.potensi(p.BELUM_TERGARAP).index


def test_an_agency_without_recorded_urusan_has_nothing_outside(himpunan: Himpunan, evaluasi: Evaluasi) -> None:
    opd = himpunan.opd.copy()
    opd["kode_urusan"] = [()] * len(opd)
    indeks = build_indeks(dataclasses.replace(himpunan, opd=opd), TANGGAL)
    assert build(indeks, evaluasi, DINAS).count(p.POTENSI_LUAR_URUSAN) == 0


def test_an_agency_without_any_row_is_told_so_by_zeros(indeks: Indeks, evaluasi: Evaluasi) -> None:
    keselarasan = build(indeks, evaluasi, TANPA_BARIS)
    angka = {satu.id: keselarasan.count(satu) for satu in keselarasan.daftar}
    assert angka.pop(p.KECAMATAN_KOSONG.id) == len(indeks.himpunan.kecamatan)
    assert set(angka.values()) == {0}


def test_empty_data_gives_figures_too(himpunan_kosong: Himpunan) -> None:
    indeks, evaluasi = build_indeks(himpunan_kosong, TANGGAL), build_evaluasi(himpunan_kosong, TANGGAL)
    for opd in (DINAS, KANTOR, SETKAB):
        keselarasan = build(indeks, evaluasi, opd)
        assert all(keselarasan.count(satu) == opened_rows(keselarasan, satu) for satu in keselarasan.daftar)
        assert keselarasan.agenda.empty
