"""The whole data folder: sound as shipped, the same however saved, and open despite bad rows."""

from __future__ import annotations

import csv
import time
from dataclasses import FrozenInstanceError, fields
from io import StringIO

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber import GalatData, load_himpunan
from kukar_potensi.sumber.aturan import GALAT_RUMUS
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.muat import SEMUA_BERKAS, TABEL_CSV
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.skema import Jenis
from kukar_potensi.sumber.skema_fakta import KERJA_SAMA, POTENSI
from kukar_potensi.sumber.turunan import type_tabel

BINGKAI = [bidang.name for bidang in fields(Himpunan) if bidang.name not in {"versi", "temuan", "terbuang"}]
TEKS_JAHAT = (
    "<script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    '=HYPERLINK("https://contoh.invalid")',
    "{{7*7}} ${7*7} %s %(x)s {0}",
    "'; DROP TABLE potensi; --",
    'dua\nbaris, dengan; pemisah\tdan “kutip” "ganda"',
    "😀 العربية 漢字 e\u0301 \u202eterbalik",
    "a\x00b\x07c",
    "NULL nan None N/A -inf 1e999",
    "x" * 100_000,
)  # fmt: skip


def assert_sama(satu: Himpunan, lain: Himpunan) -> None:
    for nama in BINGKAI:
        kiri, kanan = getattr(satu, nama), getattr(lain, nama)
        if isinstance(kiri, gpd.GeoDataFrame):
            assert kiri.geometry.geom_equals(kanan.geometry).all()
            kiri, kanan = kiri.drop(columns="geometry"), kanan.drop(columns="geometry")
        pd.testing.assert_frame_equal(pd.DataFrame(kiri), pd.DataFrame(kanan))


def resave(isi: str, pemisah: str, akhir: str, ubah=lambda sel: sel) -> str:
    keluar = StringIO(newline="")
    penulis = csv.writer(keluar, delimiter=pemisah, lineterminator=akhir)
    penulis.writerows([[ubah(sel) for sel in baris] for baris in csv.reader(StringIO(isi, newline=""))])
    return keluar.getvalue()


def test_the_projects_own_data_has_no_fault(himpunan):
    assert [temuan.kalimat() for temuan in himpunan.temuan] == []
    assert himpunan.terbuang == 0


def test_every_row_of_every_file_is_loaded(himpunan, salin_data):
    for tabel in TABEL_CSV:
        if tabel.nama == "desa_resmi":
            continue
        ditulis = len(pd.read_csv(salin_data / tabel.berkas, dtype=str))
        assert len(getattr(himpunan, tabel.nama)) == ditulis > 0


def test_tables_have_the_types_that_pages_rely_on(himpunan, himpunan_kosong):
    for satu in (himpunan, himpunan_kosong):
        assert satu.potensi.index.name == "id"
        assert satu.potensi["tahun"].dtype == "Int64"
        assert satu.potensi["nilai"].dtype == "float64"
        assert satu.potensi["nama"].dtype == "str"
        for kolom in ("ttd_awal", "ttd_akhir", "berakhir_awal", "berakhir_akhir"):
            assert satu.kerja_sama[kolom].dtype.kind == "M"
        assert satu.desa.index.name == satu.kecamatan.index.name == "kode"
        assert satu.desa.crs == satu.kecamatan.crs == "EPSG:4326"
        assert satu.desa.index.is_monotonic_increasing
        assert satu.kecamatan.index.is_monotonic_increasing
        assert satu.urusan["opd"].map(type).eq(tuple).all()
    assert himpunan.potensi["kode_desa"].map(type).eq(tuple).all()
    assert himpunan.potensi["sumber"].map(len).ge(1).all()


def test_no_table_changes_its_types_when_it_is_empty(himpunan, himpunan_kosong):
    for nama in BINGKAI:
        assert getattr(himpunan_kosong, nama).dtypes.to_dict() == getattr(himpunan, nama).dtypes.to_dict()
    assert len(himpunan_kosong.potensi) == len(himpunan_kosong.kerja_sama) == 0
    assert himpunan_kosong.temuan == ()


def test_one_made_up_row_loads_with_its_possible_days(himpunan_satu):
    assert himpunan_satu.temuan == ()
    (kerja_sama,) = himpunan_satu.kerja_sama.itertuples()
    assert (kerja_sama.ttd_awal, kerja_sama.ttd_akhir) == (pd.Timestamp("2023-09-18"),) * 2
    assert himpunan_satu.potensi["tahun"].isna().all()


def test_partial_dates_span_their_possible_days(himpunan):
    tahun = himpunan.kerja_sama[himpunan.kerja_sama["tanggal_ttd"].str.fullmatch(r"\d{4}").fillna(False)]
    assert len(tahun)
    assert (tahun["ttd_awal"].dt.strftime("%m-%d") == "01-01").all()
    assert (tahun["ttd_akhir"].dt.strftime("%m-%d") == "12-31").all()


def test_the_year_of_a_potensi_is_of_its_data_else_of_its_source(ganti, folder_satu):
    berkas = folder_satu / "potensi.csv"
    baris = pd.read_csv(berkas, dtype=str, keep_default_na=False).iloc[0].to_dict()
    for data, sumber, tahun in (("2021-05", "2023", 2021), ("", "2023-09-18", 2023)):
        satu = pd.DataFrame([baris | {"tahun_data": data, "tanggal_sumber": sumber}])
        lembar = read_lembar(satu.to_csv(index=False).encode(), POTENSI)
        assert list(type_tabel(tidy_lembar(lembar, POTENSI), POTENSI)["tahun"]) == [tahun]


@pytest.mark.parametrize(
    ("pemisah", "akhir", "sandi", "koma"),
    [(";", "\r\n", "utf-8-sig", True), ("\t", "\r\n", "utf-16", True), (",", "\n", "utf-8", False)],
    ids=["Excel in Indonesian", "Unicode text of Excel", "another program"],
)
def test_data_saved_another_way_is_the_same_data(himpunan, salin_data, pemisah, akhir, sandi, koma):
    for tabel in TABEL_CSV:
        jalan = salin_data / tabel.berkas
        isi = jalan.read_text(encoding="utf-8")
        if koma:
            angka = {kolom.nama for kolom in tabel.kolom if kolom.jenis is Jenis.ANGKA}
            bingkai = pd.read_csv(StringIO(isi), dtype=str, keep_default_na=False)
            for kolom in angka:
                bingkai[kolom] = bingkai[kolom].str.replace(".", ",")
            isi = bingkai.to_csv(index=False, lineterminator="\n")
        isi = resave(isi, pemisah, akhir, lambda sel: f" {sel}  ")
        jalan.write_bytes(f"{isi}{akhir}{akhir}".encode(sandi))
    lain = load_himpunan(salin_data)
    assert [temuan.kalimat() for temuan in lain.temuan] == []
    assert_sama(himpunan, lain)


def test_columns_in_another_order_are_the_same_data(himpunan, salin_data):
    for tabel in TABEL_CSV:
        jalan = salin_data / tabel.berkas
        isi = pd.read_csv(jalan, dtype=str, keep_default_na=False)
        isi[isi.columns[::-1]].to_csv(jalan, index=False)
    assert_sama(himpunan, load_himpunan(salin_data))


def test_bad_rows_are_left_out_and_counted_and_the_rest_opens(himpunan, salin_data):
    jalan = salin_data / "potensi.csv"
    isi = pd.read_csv(jalan, dtype=str, keep_default_na=False)
    isi.loc[3, "kode_desa"] = "64.02.99.9999"
    isi.loc[7, ["tingkat", "kelas_sumber"]] = ["dusun", "Z"]
    isi.to_csv(jalan, index=False)
    hasil = load_himpunan(salin_data)
    assert hasil.terbuang == 2
    assert set(himpunan.potensi.index) - set(hasil.potensi.index) == {isi.loc[3, "id"], isi.loc[7, "id"]}
    assert {(t.berkas, t.baris) for t in hasil.temuan} == {("potensi.csv", 5), ("potensi.csv", 9)}
    sisa = hasil.potensi.index
    pd.testing.assert_frame_equal(hasil.potensi, himpunan.potensi.loc[sisa])


def test_the_version_follows_the_content_of_every_file(himpunan, salin_data):
    assert load_himpunan(salin_data).versi == himpunan.versi
    assert len(himpunan.versi) == 12
    versi = {himpunan.versi}
    for berkas in ("potensi.csv", "wilayah/tetangga.geojson"):
        with (salin_data / berkas).open("ab") as jalan:
            jalan.write(b"\n")
        versi.add(load_himpunan(salin_data).versi)
    assert len(versi) == 3


@pytest.mark.parametrize("berkas", ["opd.csv", "wilayah/desa.geojson", "sumber.csv"])
def test_a_missing_file_is_one_clear_error(salin_data, berkas):
    (salin_data / berkas).unlink()
    with pytest.raises(GalatData) as galat:
        load_himpunan(salin_data)
    assert berkas in str(galat.value)
    assert "Kembalikan" in str(galat.value)


def test_all_unreadable_files_are_named_in_one_error(salin_data):
    (salin_data / "opd.csv").write_bytes(b"PK\x03\x04")
    (salin_data / "wilayah/ikn.geojson").write_bytes(b"{")
    with pytest.raises(GalatData) as galat:
        load_himpunan(salin_data)
    assert [baris.split(":")[0] for baris in str(galat.value).splitlines()] == ["opd.csv", "wilayah/ikn.geojson"]


def test_the_data_set_cannot_be_replaced_piece_by_piece(himpunan):
    with pytest.raises(FrozenInstanceError):
        himpunan.potensi = himpunan.opd


def test_loading_changes_no_file(salin_data):
    sebelum = {berkas: (salin_data / berkas).read_bytes() for berkas in SEMUA_BERKAS}
    load_himpunan(salin_data)
    assert {berkas: (salin_data / berkas).read_bytes() for berkas in SEMUA_BERKAS} == sebelum


def test_hostile_text_in_every_text_column_of_every_table_is_kept_as_text(salin_data):
    diisi = {}
    for tabel in TABEL_CSV:
        isi = pd.read_csv(salin_data / tabel.berkas, dtype=str, keep_default_na=False)
        bebas = [k.nama for k in tabel.kolom if is_bebas(k) and k.nama != tabel.kunci and k.nama not in tabel.unik]
        panjang = min(len(isi), len(TEKS_JAHAT))
        for kolom in bebas:
            isi.loc[: panjang - 1, kolom] = TEKS_JAHAT[:panjang]
        isi.to_csv(salin_data / tabel.berkas, index=False, quoting=csv.QUOTE_ALL)
        diisi[tabel.nama] = (bebas, panjang)
    del diisi["desa_resmi"]
    hasil = load_himpunan(salin_data)
    assert {temuan.berkas for temuan in hasil.temuan} <= {"wilayah/desa.geojson", "sumber.csv"}
    assert hasil.terbuang == 0
    for nama, (bebas, panjang) in diisi.items():
        for kolom in bebas:
            assert list(getattr(hasil, nama)[kolom].iloc[:panjang]) == list(TEKS_JAHAT[:panjang])


def is_bebas(kolom) -> bool:
    return kolom.jenis is Jenis.TEKS and not (kolom.pilihan or kolom.rujuk or kolom.pola or kolom.daftar)


TEKS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("tabel", [POTENSI, KERJA_SAMA], ids=lambda tabel: tabel.nama)
def test_any_text_survives_apart_from_space_around_it(
    tabel, data, potensi_buatan, kerja_sama_buatan, temukan, tulis_csv
):
    baris = potensi_buatan if tabel is POTENSI else kerja_sama_buatan
    teks = {kolom.nama: data.draw(TEKS) for kolom in tabel.kolom if is_bebas(kolom)}
    satu = baris | teks
    lembar = read_lembar(tulis_csv(tabel, [satu]).encode(), tabel)
    kolom_salah = {temuan.kolom for temuan in temukan(tabel, [satu])}
    hasil = type_tabel(tidy_lembar(lembar, tabel), tabel).iloc[0]
    for nama, tertulis in teks.items():
        rapi = tertulis.replace("\r\n", "\n").replace("\r", "\n").strip()
        assert hasil[nama] == rapi if rapi else pd.isna(hasil[nama])
        assert (nama in kolom_salah) == (rapi in GALAT_RUMUS or (not rapi and tabel[nama].wajib))


@pytest.mark.lambat
def test_a_hundred_times_the_rows_load_in_seconds(folder_besar, himpunan):
    mulai = time.perf_counter()
    besar = load_himpunan(folder_besar)
    lama = time.perf_counter() - mulai
    assert besar.temuan == ()
    assert len(besar.potensi) == 100 * len(himpunan.potensi)
    assert lama < 30
