"""The page Paparan with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from kukar_potensi.ekspor.posisi import read_posisi
from kukar_potensi.model.paparan import SEMUA_SALINDIA, read_susunan
from kukar_potensi.tampilan.paparan import bawa, posisi
from tests.conftest import copy_data, read_tabel, write_tabel

AKAR = Path(__file__).resolve().parents[2]
HARI = "2025-11-21"


def run_page(folder, monkeypatch, **kueri):
    """Run the app on the page Paparan over a data folder, on a fixed day."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=120)
    app.switch_page("pages/paparan.py")
    for nama, nilai in ({"tanggal": HARI} | kueri).items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def page_html(app):
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def order(app):
    """The words of the slides in the list, in order; none in the full screen."""
    if "pilih_salindia" not in {r.key for r in app.radio}:
        return ()
    urutan = read_susunan(address(app).get("susunan"))
    assert app.radio(key="pilih_salindia").options == [f"{n}. {SEMUA_SALINDIA[k]}" for n, k in enumerate(urutan, 1)]
    return urutan


def choose(app, kunci):
    """Choose a slide in the list."""
    return app.radio(key="pilih_salindia").set_value(kunci).run()


def all_html(app):
    """What the page says while each slide of the list is chosen in turn; in the full screen all are there."""
    return " ".join(page_html(choose(app, kunci)) for kunci in order(app)) or page_html(app)


def sentences(app):
    """The headline of every slide, in order."""
    return [unescape(t) for t in re.findall(r'<h2 class="kp-b kp-kalimat"[^>]*>(.*?)</h2>', all_html(app))]


def address(app):
    return {k: v[0] if isinstance(v, list) else v for k, v in app.query_params.items()}


def downloads(app):
    return [t.proto.label for t in app.get("download_button")]


@pytest.fixture(autouse=True)
def _gudang_kosong(monkeypatch):
    monkeypatch.setattr(bawa, "_gudang", bawa.Gudang(bawa.BANYAK_SIMPANAN))


def test_every_slide_can_be_chosen_and_shows_its_sentence(monkeypatch):
    app = run_page(None, monkeypatch)
    assert len(sentences(app)) == len(SEMUA_SALINDIA) == 9
    assert all(kalimat.endswith(".") for kalimat in sentences(app)[1:])
    assert not app.error


def test_figures_equal_those_of_the_frame_and_of_the_page_kerja_sama(monkeypatch, himpunan):
    app = run_page(None, monkeypatch)
    html = all_html(app)
    ya = int((himpunan.kerja_sama["masuk_210"] == "ya").sum())
    assert f"Tercatat {ya} kerja sama dari 210" in html
    assert f"Baru {ya} dari 210 kerja sama" in sentences(app)[1]
    angka = dict(re.findall(r'<b style="--k:2\.5">([\d.]+)</b><span>([^<]+)</span>', html))
    dari = {label: nilai for nilai, label in angka.items()}
    app.switch_page("pages/kerja_sama.py").run()
    tombol = " ".join(b.label for b in app.button)
    assert f"**{dari['menggantung']}** menggantung" in tombol
    assert f"**{dari['masa berlaku belum diketahui']}** masa berlaku tidak diketahui" in tombol


def test_a_filter_changes_every_slide(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, sektor="Perikanan dan kelautan")
    n = int((himpunan.potensi["sektor"] == "perikanan").sum())
    assert f"tercatat {n} potensi" in sentences(app)[1]
    assert all(satu.startswith("Pada saringan ini, ") for satu in sentences(app)[1:])
    assert "sektor Perikanan dan kelautan" in all_html(app)


def test_title_meeting_and_day_come_from_the_address_and_go_there(monkeypatch):
    app = run_page(None, monkeypatch, judul="Paparan Sekda", rapat="Rapat TKKSD", tanggal_rapat="2025-12-01")
    assert sentences(app)[0] == "Paparan Sekda"
    assert "Rapat TKKSD · 1 Desember 2025" in all_html(app)
    app.text_input(key="isian_judul").set_value("Judul lain").run()
    app.date_input(key="isian_tanggal_rapat").set_value(date(2026, 1, 5)).run()
    assert sentences(app)[0] == "Judul lain"
    assert address(app)["judul"] == "Judul lain"
    assert address(app)["tanggal_rapat"] == "2026-01-05"
    app.text_input(key="isian_judul").set_value("").run()
    assert "judul" not in address(app)


@pytest.mark.parametrize("hari", ["kemarin", "2025-13-40", "2025", "9" * 500])
def test_an_odd_day_in_the_address_is_left_out(monkeypatch, hari):
    app = run_page(
        None, monkeypatch, tanggal_rapat=hari, judul="x" * 9000, susunan="<b>,apa", salindia="-7", mode="lain"
    )
    assert len(sentences(app)) == 9
    assert len(sentences(app)[0]) <= 110


def test_slides_can_be_hidden_moved_and_brought_back(monkeypatch):
    app = run_page(None, monkeypatch)
    semua = sentences(app)
    choose(app, "agenda").button(key="sembunyikan_salindia").click().run()
    assert app.radio(key="pilih_salindia").value == "keselarasan"  # what took its place
    assert sentences(app) == semua[:3] + semua[4:]
    choose(app, "tercatat").button(key="geser_turun").click().run()
    assert app.radio(key="pilih_salindia").value == "tercatat"  # the one that was moved
    assert sentences(app)[1:3] == [semua[2], semua[1]]
    assert address(app)["susunan"].startswith("sampul,evaluasi,tercatat,keselarasan")
    app.button(key="tampilkan_agenda").click().run()
    assert len(sentences(app)) == 9
    app.button(key="susunan_semula").click().run()
    assert sentences(app) == semua
    assert "susunan" not in address(app)


def test_the_last_slide_cannot_be_hidden(monkeypatch):
    app = run_page(None, monkeypatch, susunan="celah")
    assert len(sentences(app)) == 1
    assert all(app.button(key=k).disabled for k in ("sembunyikan_salindia", "geser_naik", "geser_turun"))


def test_the_full_screen_holds_the_chosen_slides_the_map_and_the_filter(monkeypatch):
    app = run_page(
        None, monkeypatch, mode="paparan", salindia="2", susunan="peluang,sumber", sektor="Perikanan dan kelautan"
    )
    html = page_html(app)
    assert html.count('<section class="kp-salindia') == 2
    assert 'src="data:image/png;base64,' in html
    assert re.search(r'<script src="/app/static/paparan/paparan\.js\?v=[0-9a-f]{10}"></script>', html)
    assert app.multiselect(key="sektor").value == ["perikanan"]
    assert all(satu.startswith("Pada saringan ini, ") for satu in sentences(app))
    assert "mulai_paparan" not in {b.key for b in app.button}


def test_starting_and_closing_keep_title_order_and_filter(monkeypatch):
    app = run_page(None, monkeypatch, judul="Uji", susunan="sampul,celah", cari="padi")
    choose(app, "celah").button(key="mulai_di_sini").click().run()
    assert address(app) | {"tanggal": HARI} == {
        "mode": "paparan", "salindia": "2", "judul": "Uji", "susunan": "sampul,celah", "cari": "padi", "tanggal": HARI,
    }  # fmt: skip
    app.button(key="tutup_paparan").click().run()
    assert not {"mode", "salindia"} & set(address(app))
    assert app.text_input(key="isian_judul").value == "Uji"
    assert app.text_input(key="cari").value == "padi"


@pytest.mark.parametrize(("jenis", "awal"), [("pptx", b"PK"), ("pdf", b"%PDF-"), ("a4", b"%PDF-")])
def test_files_are_made_on_request_and_offered(monkeypatch, jenis, awal):
    app = run_page(None, monkeypatch)
    assert downloads(app) == ["Simpan posisi"]
    app.button(key=f"siapkan_{jenis}").click().run()
    assert not app.exception
    assert any(label.startswith(f"Unduh {bawa.BENTUK[jenis].label} (") for label in downloads(app))
    (berkas,) = bawa._gudang._isi.values()
    assert berkas.startswith(awal)


def test_the_file_says_what_the_page_says(monkeypatch):
    app = run_page(None, monkeypatch, kecamatan="Tenggarong", susunan="evaluasi,sumber", judul="Uji berkas")
    app.button(key="siapkan_pptx").click().run()
    (berkas,) = bawa._gudang._isi.values()
    isi = Presentation(io.BytesIO(berkas))
    assert [s.shapes.title.text_frame.text for s in isi.slides] == sentences(app)
    assert isi.core_properties.title == "Uji berkas"
    assert isi.core_properties.subject.startswith("kecamatan Tenggarong · posisi per 21 November 2025 · data ")


def test_a_file_of_another_view_is_not_offered(monkeypatch):
    app = run_page(None, monkeypatch)
    app.button(key="siapkan_pdf").click().run()
    app.text_input(key="cari").set_value("padi").run()
    assert downloads(app) == ["Simpan posisi"]
    app.text_input(key="cari").set_value("").run()
    assert len(downloads(app)) == 2


def test_a_failed_file_is_told_and_the_page_stays(monkeypatch):
    app = run_page(None, monkeypatch)

    def fail(*_):
        raise OSError("cakram penuh")

    monkeypatch.setattr(bawa, "write_berkas", fail)
    app.button(key="siapkan_pptx").click().run()
    assert not app.exception
    assert any("cakram penuh" in t.value for t in app.text)
    assert downloads(app) == ["Simpan posisi"]


def test_finished_files_are_kept_for_others_up_to_a_limit():
    gudang = bawa.Gudang(2)
    for nomor in range(3):
        gudang.put((nomor,), bytes([nomor]))
    assert gudang.get((0,)) is None
    assert gudang.get((1,)) == b"\x01"
    gudang.put((3,), b"\x03")
    assert gudang.get((2,)) is None


@pytest.fixture
def tersimpan(monkeypatch):
    """What the button "Simpan posisi" would hand over."""
    hasil = []
    asli = posisi.save_posisi
    monkeypatch.setattr(posisi, "partial", lambda fungsi, isi: hasil.append(asli(isi)) or (lambda: hasil[-1]))
    return hasil


def test_a_saved_position_opens_again_and_shows_no_change(monkeypatch, tersimpan):
    app = run_page(None, monkeypatch, kecamatan="Tenggarong", rapat="Rapat TKKSD")
    assert read_posisi(tersimpan[-1]).acara.rapat == "Rapat TKKSD"
    app.file_uploader(key="berkas_posisi").set_value(("posisi.json", tersimpan[-1], "application/json")).run()
    assert not app.exception
    assert any("Tidak ada baris yang berubah" in m.value for m in app.markdown)
    assert any("Saringan: kecamatan Tenggarong" in t.value for t in app.text)


def test_a_position_brings_its_filter_and_day_back(monkeypatch, tersimpan):
    lama = run_page(None, monkeypatch, kecamatan="Tenggarong", cari="wisata", judul="Dulu") and tersimpan[-1]
    app = run_page(None, monkeypatch, tanggal="2026-06-30")
    app.file_uploader(key="berkas_posisi").set_value(("posisi.json", lama, "application/json")).run()
    assert any("Saringannya berbeda" in t.value for t in app.text)
    app.button(key="pakai_Posisi tersimpan").click().run()
    assert not app.exception
    assert app.multiselect(key="kecamatan").value == ["64.02.06"]
    assert app.text_input(key="cari").value == "wisata"
    assert app.date_input(key="tanggal").value == date(2025, 11, 21)
    assert sentences(app)[0] == "Dulu"
    assert any("Tidak ada baris yang berubah" in m.value for m in app.markdown)


def test_two_positions_are_compared_in_the_order_of_their_days(monkeypatch, tersimpan, salin_data):
    baru = run_page(None, monkeypatch, tanggal="2026-12-31") and tersimpan[-1]
    folder = copy_data(salin_data.parent / "dulu", salin_data)
    isi = read_tabel(folder, "kerja_sama")
    write_tabel(folder, "kerja_sama", isi[isi["id"] != "K002"])
    lama = run_page(folder, monkeypatch) and tersimpan[-1]
    app = run_page(None, monkeypatch)
    app.file_uploader(key="berkas_posisi").set_value(
        [("baru.json", baru, "application/json"), ("lama.json", lama, "application/json")]
    ).run()
    assert not app.exception
    label = [e.label for e in app.expander]
    assert "Kerja sama bertambah: 1" in label
    assert any(satu.startswith("Kerja sama berakhir: ") for satu in label)
    assert "Kerja sama tidak lagi termuat" not in " ".join(label)


@pytest.mark.parametrize("berkas", [b"bukan json", b"{}", b'{"jenis": "kukar-potensi/posisi-rapat", "format": 1}'])
def test_a_foreign_or_changed_file_is_refused_and_the_page_stays(monkeypatch, berkas):
    app = run_page(None, monkeypatch)
    app.file_uploader(key="berkas_posisi").set_value(("lain.json", berkas, "application/json")).run()
    assert not app.exception
    assert app.error[0].value == "Berkas posisi tidak dibuka."
    assert any(t.value.startswith("lain.json: ") for t in app.text)
    assert len(sentences(app)) == 9


def test_a_changed_figure_in_a_saved_position_is_refused(monkeypatch, tersimpan):
    app = run_page(None, monkeypatch)
    isi = json.loads(tersimpan[-1])
    isi["angka"]["Potensi"] += 1
    app.file_uploader(key="berkas_posisi").set_value(("ubah.json", json.dumps(isi).encode(), "application/json")).run()
    assert any("berubah atau terpotong" in t.value for t in app.text)


def test_hostile_text_stays_text(monkeypatch, salin_data):
    folder = copy_data(salin_data.parent / "racun", salin_data)
    racun = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    for nama, kolom in (("kerja_sama", "judul"), ("potensi", "nama"), ("opd", "singkatan"), ("sektor", "nama")):
        isi = read_tabel(folder, nama)
        isi[kolom] = racun + isi["id"]
        write_tabel(folder, nama, isi)
    app = run_page(folder, monkeypatch, judul=racun, rapat=racun)
    html = page_html(app)
    assert "<img src=x" not in html
    assert "<script>alert" not in html
    assert "&lt;img src=x" in html


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu", "folder_besar"])
def test_the_page_stands_with_any_amount_of_data(monkeypatch, request, folder):
    app = run_page(request.getfixturevalue(folder), monkeypatch)
    assert len(sentences(app)) == 9
    app.button(key="mulai_paparan").click().run()
    assert not app.exception
    assert len(sentences(app)) == 9
