"""What refers to a row that was left out is mended, so that every code can be looked up."""

from __future__ import annotations

import pandas as pd

from kukar_potensi.sumber import load_himpunan


def write_sel(folder, berkas, kunci, kolom, nilai):
    isi = pd.read_csv(folder / berkas, dtype=str, keep_default_na=False)
    isi.loc[isi.iloc[:, 0] == kunci, kolom] = nilai
    isi.to_csv(folder / berkas, index=False)


def assert_terhubung(himpunan):
    """Every code of every table leads to a row."""
    for kolom, tabel in (
        ("sektor", "sektor"),
        ("kode_urusan", "urusan"),
        ("opd", "opd"),
        ("klaster_ikn", "klaster_ikn"),
    ):
        assert set(himpunan.potensi[kolom].dropna()) <= set(getattr(himpunan, tabel).index)
    for kolom, tabel in (("kode_desa", "desa"), ("kode_kecamatan", "kecamatan")):
        for fakta in (himpunan.potensi, himpunan.kerja_sama):
            assert set(fakta[kolom].explode().dropna()) <= set(getattr(himpunan, tabel).index)
    assert set(himpunan.kerja_sama["induk"].dropna()) <= set(himpunan.kerja_sama.index)
    assert set(himpunan.tindak_lanjut["id_kerja_sama"]) <= set(himpunan.kerja_sama.index)
    assert set(himpunan.urusan["opd"].explode().dropna()) <= set(himpunan.opd.index)
    assert set(himpunan.opd["kode_urusan"].explode().dropna()) <= set(himpunan.urusan.index)
    assert set(himpunan.sektor["kode_urusan"].explode().dropna()) <= set(himpunan.urusan.index)


def test_every_code_of_the_projects_data_leads_to_a_row(himpunan):
    assert_terhubung(himpunan)


def test_a_small_fault_of_an_opd_empties_the_cell_and_costs_no_potensi(himpunan, salin_data):
    opd = himpunan.potensi["opd"].mode()[0]
    write_sel(salin_data, "opd.csv", opd, "status_nama", "entah")
    hasil = load_himpunan(salin_data)
    assert hasil.terbuang == 0
    assert pd.isna(hasil.opd.loc[opd, "status_nama"])
    assert len(hasil.potensi) == len(himpunan.potensi)
    assert [(t.berkas, t.kolom) for t in hasil.temuan] == [("opd.csv", "status_nama")]


def test_an_opd_left_out_is_let_go_by_those_who_can_do_without(himpunan, salin_data):
    opd = himpunan.potensi["opd"].mode()[0]
    write_sel(salin_data, "opd.csv", opd, "nama", "")
    hasil = load_himpunan(salin_data)
    assert hasil.terbuang == 1
    assert len(hasil.potensi) == len(himpunan.potensi)
    lepas = himpunan.potensi.index[himpunan.potensi["opd"].eq(opd)]
    assert hasil.potensi.loc[lepas, "opd"].isna().all()
    assert_terhubung(hasil)
    dilepas = [t for t in hasil.temuan if t.berkas == "potensi.csv"]
    assert len(dilepas) == len(lepas)
    assert "rujukan itu dilepas" in dilepas[0].aturan


def test_a_sektor_left_out_takes_its_potensi_along(himpunan, salin_data):
    write_sel(salin_data, "sektor.csv", "pariwisata", "warna", "hijau")
    hasil = load_himpunan(salin_data)
    ikut = himpunan.potensi["sektor"].eq("pariwisata").sum()
    assert ikut > 0
    assert len(hasil.potensi) == len(himpunan.potensi) - ikut
    assert hasil.terbuang == ikut + 1
    assert_terhubung(hasil)


def test_a_kerja_sama_left_out_takes_its_follow_up_along(himpunan, salin_data):
    kode = himpunan.tindak_lanjut["id_kerja_sama"].iloc[0]
    write_sel(salin_data, "kerja_sama.csv", kode, "mitra", "")
    hasil = load_himpunan(salin_data)
    ikut = himpunan.tindak_lanjut["id_kerja_sama"].eq(kode).sum()
    assert hasil.terbuang == ikut + 1
    assert len(hasil.tindak_lanjut) == len(himpunan.tindak_lanjut) - ikut
    assert_terhubung(hasil)


def test_a_desa_left_out_takes_along_only_what_lies_nowhere_else(himpunan, ganti):
    kode = next(desa[0] for desa in himpunan.potensi["kode_desa"] if len(desa) == 1)
    folder = ganti("wilayah/desa.geojson", f'"kode":"{kode}"', '"kode":"64.02.99"')
    hasil = load_himpunan(folder)
    di_sana = himpunan.potensi["kode_desa"].map(lambda desa: kode in desa)
    hanya = himpunan.potensi["kode_desa"].map(lambda desa: desa == (kode,))
    assert kode not in hasil.desa.index
    assert set(himpunan.potensi.index[hanya]).isdisjoint(hasil.potensi.index)
    assert set(himpunan.potensi.index[di_sana & ~hanya]) <= set(hasil.potensi.index)
    assert_terhubung(hasil)
