"""The page Wilayah with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import find_kelompok, find_tetangga
from kukar_potensi.model.perbaikan import PENERIMA
from kukar_potensi.tampilan.halaman_wilayah.susunan import RINCIAN

AKAR = Path(__file__).resolve().parents[2]
DESA_TERISI = "64.02.11.2007"
KELURAHAN = "64.02.13.1007"
KECAMATAN = "64.02.06"


def run_page(folder: Path | None, monkeypatch: pytest.MonkeyPatch, **kueri: str) -> AppTest:
    """Run the app on the page Wilayah over a data folder."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=120)
    app.switch_page("pages/wilayah.py")
    for nama, nilai in kueri.items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def open_area(app: AppTest, kode: str, rincian: str = "Potensi") -> AppTest:
    """Choose an area and one of its lists."""
    app.selectbox(key="wilayah").set_value(kode).run()
    app.segmented_control(key="rincian").set_value(rincian).run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def headings(app: AppTest) -> str:
    return " | ".join(m.value for m in app.markdown)


def figures(app: AppTest) -> dict[str, int]:
    """Return label -> number of the page's figures."""
    return {label: int(nilai) for nilai, label in re.findall(r"<b>([\d.]+)</b><span>([^<]+)</span>", page_text(app))}


def empty_desa(himpunan: Himpunan) -> str:
    ada = {kode for daftar in himpunan.potensi["kode_desa"] for kode in daftar}
    return next(str(kode) for kode in himpunan.desa.index if kode not in ada)


def test_without_an_area_the_page_says_how_to_choose_and_lists_all_groups(monkeypatch, himpunan):
    app = run_page(None, monkeypatch)
    assert any("pilih kecamatannya" in info.value for info in app.info)
    semua = find_kelompok(himpunan.potensi, himpunan.desa, himpunan.batas_bersama)
    assert f"Semua kelompok ({len(semua)})" in headings(app)
    assert len(app.selectbox(key="pilih_desa").options) == 1


def test_without_an_area_a_group_is_drawn_when_it_is_chosen_and_not_before(monkeypatch):
    app = run_page(None, monkeypatch)
    pilihan = app.selectbox(key="kelompok")
    assert pilihan.value is None
    assert "Mengapa:" not in page_text(app)
    semua = len(app.dataframe)
    app.selectbox(key="kelompok").set_value(pilihan.options[0]).run()
    assert not app.exception
    assert "Mengapa:" in page_text(app)
    assert len(app.dataframe) == semua + 1
    app.selectbox(key="kelompok").set_value(None).run()
    assert "Mengapa:" not in page_text(app)


def test_kecamatan_then_desa_lead_to_the_same_choice_as_the_search_box(monkeypatch):
    app = run_page(None, monkeypatch)
    app.selectbox(key="pilih_kecamatan").set_value("64.02.11").run()
    assert app.selectbox(key="wilayah").value == "64.02.11"
    assert "Kecamatan Muara Kaman" in page_text(app)
    app.selectbox(key="pilih_desa").set_value(DESA_TERISI).run()
    assert app.selectbox(key="wilayah").value == DESA_TERISI
    assert "Desa Muara Siran" in page_text(app)
    app.selectbox(key="pilih_desa").set_value("").run()
    assert app.selectbox(key="wilayah").value == "64.02.11"
    app.selectbox(key="wilayah").set_value(KELURAHAN).run()
    assert app.selectbox(key="pilih_kecamatan").value == "64.02.13"
    assert app.selectbox(key="pilih_desa").value == KELURAHAN


@pytest.mark.parametrize("alamat", [DESA_TERISI, "Desa Muara Siran (Muara Kaman)"])
def test_an_address_opens_the_area_by_code_or_by_name(monkeypatch, alamat):
    app = run_page(None, monkeypatch, wilayah=alamat)
    assert "Desa Muara Siran" in page_text(app)
    assert app.selectbox(key="pilih_kecamatan").value == "64.02.11"


def test_an_address_with_an_unknown_area_opens_the_start(monkeypatch):
    app = run_page(None, monkeypatch, wilayah="64.02.99.2001")
    assert app.selectbox(key="wilayah").value is None


@pytest.mark.parametrize("kode", [DESA_TERISI, KELURAHAN, KECAMATAN])
def test_every_figure_equals_the_rows_it_opens(monkeypatch, himpunan, kode):
    app = open_area(run_page(None, monkeypatch), kode)
    angka = figures(app)
    kolom = "kode_kecamatan" if kode == KECAMATAN else "kode_desa"
    assert angka["Potensi"] == sum(
        kode in daftar and tingkat != "kabupaten"
        for daftar, tingkat in zip(himpunan.potensi[kolom], himpunan.potensi["tingkat"], strict=True)
    )
    assert f"{angka['Potensi']} potensi di wilayah ini" in headings(app)
    umum = re.search(r"(\d+) potensi tingkat kecamatan yang tidak menyebut desa", headings(app))
    kartu = page_text(app).count('class="kp-kartu"')
    assert kartu == min(angka["Potensi"], 60) + (int(umum[1]) if umum else 0)
    app.segmented_control(key="rincian").set_value("Kerja sama").run()
    assert f"{angka['Kerja sama']} kerja sama yang menyebut wilayah ini" in headings(app)
    app.segmented_control(key="rincian").set_value("Tetangga").run()
    bingkai = himpunan.kecamatan if kode == KECAMATAN else himpunan.desa
    tetangga = find_tetangga(kode, bingkai, himpunan.batas_bersama)
    assert angka["Tetangga"] == len(tetangga)
    for tujuan in tetangga.index:
        assert app.button(key=f"buka_{tujuan}").label.startswith(str(tetangga.at[tujuan, "nama"]))


def test_groups_that_touch_the_area_come_first_and_are_marked(monkeypatch):
    app = open_area(run_page(None, monkeypatch), DESA_TERISI, "Calon antardesa")
    tabel = next(d.value for d in app.dataframe if "Menyentuh wilayah ini" in d.value.columns)
    menyentuh = list(tabel["Menyentuh wilayah ini"])
    assert menyentuh == sorted(menyentuh, reverse=True)
    assert menyentuh.count("ya") == figures(app)["Calon antardesa"]
    for kelompok in ("ya", "tidak"):
        besar = (tabel["Desa"] + tabel["Kelurahan"])[tabel["Menyentuh wilayah ini"] == kelompok]
        assert list(besar) == sorted(besar, reverse=True)
    teks = page_text(app)
    assert "Berbatasan langsung dengan Muara Siran" in teks
    assert "melintasi batas kecamatan" in teks


def test_the_group_drawn_shows_exactly_the_rows_behind_it(monkeypatch):
    app = open_area(run_page(None, monkeypatch), DESA_TERISI, "Calon antardesa")
    for pilihan in app.selectbox(key="kelompok").options[:3]:
        app.selectbox(key="kelompok").select(pilihan).run()
        baris = next(d.value for d in app.dataframe if "Tahun data" in d.value.columns)
        assert f"{len(baris)} potensi di baliknya" in headings(app)


def test_a_neighbour_opens_with_one_click(monkeypatch, himpunan):
    app = open_area(run_page(None, monkeypatch), DESA_TERISI, "Tetangga")
    tujuan = find_tetangga(DESA_TERISI, himpunan.desa, himpunan.batas_bersama).index[0]
    app.button(key=f"buka_{tujuan}").click().run()
    assert app.selectbox(key="wilayah").value == tujuan
    assert str(himpunan.desa.at[tujuan, "nama"]) in page_text(app)


def test_a_desa_with_nothing_recorded_is_told_kindly_with_what_is_near(monkeypatch, himpunan):
    kode = empty_desa(himpunan)
    app = open_area(run_page(None, monkeypatch), kode)
    teks = page_text(app)
    assert "Itu bukan berarti tidak ada" in teks
    assert "Menambahkannya" in teks
    kecamatan = str(himpunan.desa.at[kode, "kode_kecamatan"])
    banyak = sum(
        kecamatan in daftar and tingkat != "kabupaten"
        for daftar, tingkat in zip(himpunan.potensi["kode_kecamatan"], himpunan.potensi["tingkat"], strict=True)
    )
    assert f"mencatat {banyak} potensi" in teks
    app.button(key="ke_kecamatan_wilayah").click().run()
    assert app.selectbox(key="wilayah").value == kecamatan


def test_a_filter_narrows_the_lists_and_says_so(monkeypatch):
    app = run_page(None, monkeypatch)
    app.multiselect(key="sektor").set_value(["kesehatan"]).run()
    open_area(app, DESA_TERISI)
    assert figures(app)["Potensi"] == 0
    assert any("pada saringan sekarang" in info.value for info in app.info)


def test_caveats_stand_beside_the_ikn_facts(monkeypatch):
    teks = page_text(open_area(run_page(None, monkeypatch), "64.02.03.2006"))
    assert "menurut garis UU 3/2022; indikatif, telah diubah UU 21/2023" in teks
    assert "Perlakuan dilaporkan, Juni 2025" in teks
    assert "terbelah" in teks
    assert "garis lurus ke titik acuan di Sepaku" in teks


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu", "folder_besar"])
def test_the_page_stands_with_any_amount_of_data(monkeypatch, request, folder):
    app = run_page(request.getfixturevalue(folder), monkeypatch)
    for kode in (KECAMATAN, "64.02.06.1001"):
        for rincian in RINCIAN:
            open_area(app, kode, rincian)


def test_hostile_values_arrive_as_text(monkeypatch, salin_data):
    for nama in ("potensi", "konektivitas"):
        berkas = salin_data / f"{nama}.csv"
        isi = berkas.read_text(encoding="utf-8")
        berkas.write_text(
            isi.replace("Danau Siran", "<script>alert(1)</script>").replace("Feri kayu Sebulu", "<img src=x>"),
            encoding="utf-8",
        )
    app = open_area(run_page(salin_data, monkeypatch), DESA_TERISI)
    assert "<script>" not in page_text(app)
    assert "&lt;script&gt;" in page_text(app)
    app.segmented_control(key="rincian").set_value("Jalan dan sungai").run()
    assert re.findall(r"<img (\w+)", page_text(app)) == ["alt"], "hanya peta letak"
    assert "&lt;img" in page_text(app)


def test_an_area_with_rows_says_where_to_send_a_correction(monkeypatch, himpunan):
    teks = page_text(open_area(run_page(None, monkeypatch), DESA_TERISI))
    kode = re.search(
        r"Ada yang keliru atau kurang tentang Desa Muara Siran\? Catat kode barisnya \(mis\. (P\d+)\)", teks
    )
    assert kode is not None
    assert DESA_TERISI in himpunan.potensi.at[kode[1], "kode_desa"]
    assert PENERIMA in teks
    assert 'href="panduan#mengirim-perbaikan"' in teks


def test_an_empty_desa_names_the_same_recipient(monkeypatch, himpunan):
    teks = page_text(open_area(run_page(None, monkeypatch), empty_desa(himpunan)))
    assert PENERIMA in teks
    assert 'href="panduan#mengirim-perbaikan"' in teks
