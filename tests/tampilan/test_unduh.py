"""The button "Unduh tampilan ini": its choices come when it is opened, its files are those of the view."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.tampilan import unduh

BATAS_DETIK = 60


def page():
    from kukar_potensi.tampilan.konteks import current
    from kukar_potensi.tampilan.unduh import show_unduh

    show_unduh(current())


def run_page(**keadaan):
    app = AppTest.from_function(page, default_timeout=BATAS_DETIK)
    for kunci, nilai in keadaan.items():
        app.session_state[kunci] = nilai
    app.run()
    assert not app.exception
    return app


def labels(app):
    return [tombol.proto.label.split("**")[1] for tombol in app.get("download_button")]


@pytest.fixture
def dibuat(monkeypatch):
    """What each button would make, by the ending of its file."""
    tugas = {}
    asli = unduh._button

    def record(bentuk, nama, buat):
        tugas[bentuk.kunci or bentuk.akhiran] = (nama, buat)
        asli(bentuk, nama, buat)

    monkeypatch.setattr(unduh, "_button", record)
    return tugas


def test_nothing_is_sent_before_it_is_opened(dibuat):
    assert labels(run_page()) == []
    assert dibuat == {}


def test_opened_it_offers_four_kinds_of_file(dibuat):
    assert labels(run_page(unduh_tampilan=True)) == ["XLSX", "CSV", "GeoJSON", "PNG"]
    assert [nama.rsplit(".", 1)[1] for nama, _ in dibuat.values()] == ["xlsx", "zip", "geojson", "png"]


def test_files_are_those_of_the_filter_and_say_so_in_their_name(dibuat, himpunan):
    run_page(unduh_tampilan=True, sektor=["perikanan"])
    nama, buat = dibuat["xlsx"]
    assert nama.startswith("kukar-potensi_saringan_20")
    kode = [
        baris[0]
        for baris in openpyxl.load_workbook(io.BytesIO(buat()))["Potensi"].iter_rows(min_row=2, values_only=True)
    ]
    assert kode == list(himpunan.potensi.index[himpunan.potensi["sektor"] == "perikanan"])
    assert json.loads(dibuat["geojson"][1]())["keterangan"]["Saringan"] == "sektor Perikanan dan kelautan"


def test_the_picture_shows_what_the_map_of_the_page_shows(dibuat, monkeypatch):
    run_page(unduh_tampilan=True, warna="jarak", tingkat="desa", wilayah="64.02.06")
    lukisan = []
    monkeypatch.setattr(unduh, "write_png", lambda tampak, satu: lukisan.append(satu) or b"png")
    assert dibuat["png"][1]() == b"png"
    muatan = lukisan[0].muatan
    assert (muatan["label"], muatan["tingkat"], muatan["pilih"]) == ("Jarak ke KIPP", "desa", "64.02.06")


def test_an_empty_view_is_told_before_the_download():
    app = run_page(unduh_tampilan=True, cari="zzzzz")
    assert app.caption[0].value == unduh.CATATAN_KOSONG


def area_page():
    import streamlit as st

    from kukar_potensi.tampilan import wilayah
    from kukar_potensi.tampilan.konteks import current
    from kukar_potensi.tampilan.unduh import show_unduh

    konteks = current()
    st.selectbox("w", list(wilayah.areas_of(konteks.himpunan)), index=None, key=wilayah.KUNCI)
    show_unduh(konteks, "pages/wilayah.py")


@pytest.mark.parametrize(("kode", "nama"), [("64.02.16.2011", "desa-loa-raya"), ("64.02.06", "kecamatan-tenggarong")])
def test_where_an_area_is_open_its_own_rows_come_first(dibuat, himpunan, kode, nama):
    app = AppTest.from_function(area_page, default_timeout=BATAS_DETIK)
    app.session_state["wilayah"] = kode
    app.session_state["unduh_tampilan"] = True
    app.run()
    assert not app.exception
    assert labels(app) == ["XLSX", "XLSX", "CSV", "GeoJSON", "PNG"]
    assert any("seluruh Kukar" in c.value for c in app.caption)
    berkas, buat = dibuat["wilayah"]
    assert berkas.startswith(f"kukar-potensi_{nama}_{kode}_")
    lembar = openpyxl.load_workbook(io.BytesIO(buat()))["Potensi"]
    isi = {str(baris[0]) for baris in lembar.iter_rows(values_only=True)}
    kolom = "kode_desa" if len(kode) > 8 else "kode_kecamatan"
    diharap = {
        k
        for k, daftar, tingkat in himpunan.potensi[[kolom, "tingkat"]].itertuples()
        if kode in daftar and tingkat != "kabupaten"
    }
    assert {k for k in himpunan.potensi.index if k in isi} == diharap
