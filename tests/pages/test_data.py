"""The page Data with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import csv
import hashlib
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.tampilan.halaman_data.susunan import BAB
from tests.sumber.buku_kerja.conftest import KERJA_SAMA, POTENSI, build_buku

AKAR = Path(__file__).resolve().parents[2]
DATA = AKAR / "data"


def run_page(monkeypatch: pytest.MonkeyPatch, folder: Path | None = None, **kueri: str) -> AppTest:
    """Run the app on the page Data over a data folder."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=120)
    app.switch_page("pages/data.py")
    for nama, nilai in kueri.items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def open_bab(app: AppTest, bab: str) -> AppTest:
    app.segmented_control(key="bab").set_value(bab).run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    return " ".join(e.proto.body for e in app.get("html"))


def headings(app: AppTest) -> str:
    return " | ".join(m.value for m in app.markdown)


def captions(app: AppTest) -> str:
    return " | ".join(c.value for c in app.caption)


def bars(app: AppTest) -> list[tuple[str, int, int]]:
    """Return (label, counted, of how many) of every bar on the page."""
    pola = r"<li><span>([^<]+)</span>.*?<b>([\d.]+) / ([\d.]+) "
    return [(a, int(b.replace(".", "")), int(c.replace(".", ""))) for a, b, c in re.findall(pola, page_text(app))]


def read_csv(nama: str) -> list[dict[str, str]]:
    with (DATA / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def upload(app: AppTest, isi: bytes, nama: str = "isian.xlsx") -> AppTest:
    app.file_uploader(key="berkas_isian").upload(nama, isi, "application/octet-stream").run()
    assert not app.exception
    return app


def test_completeness_equals_the_counts_of_the_files(monkeypatch):
    app = run_page(monkeypatch)
    potensi, kerja_sama = read_csv("potensi.csv"), read_csv("kerja_sama.csv")
    desa = {k for satu in potensi + kerja_sama for k in satu["kode_desa"].split("; ") if k}
    angka = bars(app)
    assert angka[1] == ("Desa dan kelurahan", len(desa), 237)
    assert angka[2] == ("Kerja sama yang dilaporkan", sum(k["masuk_210"] == "ya" for k in kerja_sama), 210)
    assert ("Tanggal berakhir", sum(bool(k["tanggal_berakhir"]) for k in kerja_sama), len(kerja_sama)) in angka
    assert ("Angka", sum(bool(p["nilai"]) for p in potensi), len(potensi)) in angka
    assert f"{237 - len(desa)} desa/kelurahan belum punya catatan" in headings(app)
    (kosong,) = [d.value for d in app.dataframe if "Kode" in d.value.columns]
    assert len(kosong) == 237 - len(desa)
    assert not set(kosong["Kode"]) & desa


def test_the_filter_holds_for_everything_on_completeness(monkeypatch):
    app = run_page(monkeypatch, sektor="Perkebunan", kecamatan="Loa Kulu")
    potensi = [p for p in read_csv("potensi.csv") if p["sektor"] == "perkebunan" and "64.02.02" in p["kode_kecamatan"]]
    assert ("Sumber", len(potensi), len(potensi)) in bars(app)
    assert bars(app)[0][2] == 1
    tabel = next(d.value for d in app.dataframe if "Sektor" in d.value.columns)
    assert tabel["Potensi"].sum() == len(potensi)


def test_what_would_lift_completeness_most_can_be_taken_away_to_fill(monkeypatch):
    app = run_page(monkeypatch)
    kosong = sum(not k["tanggal_berakhir"] for k in read_csv("kerja_sama.csv"))
    assert page_text(app).count("</b> poin</li>") == 5
    app.selectbox(key="lengkapi").set_value("kerja_sama/tanggal_berakhir").run()
    assert not app.exception
    (tombol,) = [b for b in app.get("download_button") if "templat berisi" in b.proto.label]
    assert f"{kosong} baris" in tombol.proto.label


@pytest.mark.parametrize("menurut", ["Sektor", "Kecamatan"])
@pytest.mark.parametrize("tabel", ["Potensi", "Kerja sama"])
def test_shares_by_sector_and_kecamatan_are_told_for_both_tables(monkeypatch, tabel, menurut):
    app = run_page(monkeypatch)
    app.segmented_control(key="tabel_isian").set_value(tabel).run()
    app.segmented_control(key="pengelompok").set_value(menurut).run()
    assert not app.exception
    isi = next(d.value for d in app.dataframe if menurut in d.value.columns and tabel in d.value.columns)
    assert (isi[tabel] > 0).all()
    assert isi["Sumber"].eq(100).all()
    assert isi["Verifikasi OPD"].eq(0).all()


def test_provenance_tells_origin_rows_and_hash_of_every_file(monkeypatch):
    app = open_bab(run_page(monkeypatch), "Asal dan sumber")
    asal, alamat = (d.value for d in app.dataframe)
    asal = asal.set_index("Berkas")
    for satu in read_csv("sumber.csv"):
        isi = (DATA / satu["berkas"]).read_bytes()
        assert asal.at[satu["berkas"], "Sidik"] == hashlib.sha256(isi).hexdigest()[:12]
        assert asal.at[satu["berkas"], "Asal"] == satu["asal"]
        assert asal.at[satu["berkas"], "Lisensi"] == satu["lisensi"]
        if satu["berkas"].endswith(".csv"):
            assert asal.at[satu["berkas"], "Baris"] == len(read_csv(satu["berkas"]))
    assert asal.at["wilayah/desa.geojson", "Baris"] == 237
    assert alamat["Potensi"].sum() == sum(len(p["sumber"].split("; ")) for p in read_csv("potensi.csv"))


def test_figures_that_disagree_stand_side_by_side_with_their_sources(monkeypatch):
    app = open_bab(run_page(monkeypatch), "Angka yang berbeda")
    kartu = re.findall(r"<section>(.*?)</section>", page_text(app))
    assert f"{len(kartu)} angka kecamatan dengan lebih dari satu nilai" in headings(app)
    samboja = next(satu for satu in kartu if "Samboja, jumlah penduduk" in satu)
    assert [n in samboja for n in ("54.515 jiwa", "66.617 jiwa", "41.607 jiwa")] == [True] * 3
    assert samboja.count("<a href=") == 3


def test_sound_data_says_so_and_faulty_data_is_told_row_by_row(monkeypatch, salin_data):
    app = open_bab(run_page(monkeypatch), "Kesalahan")
    assert "Tidak ada kesalahan" in app.success[0].value
    jalur = salin_data / "potensi.csv"
    jalur.write_text(jalur.read_text(encoding="utf-8").replace(",pertanian,", ",pertaniaan,", 2), encoding="utf-8")
    app = open_bab(run_page(monkeypatch, salin_data), "Kesalahan")
    tabel = app.dataframe[0].value
    assert len(tabel) == 2
    assert set(tabel["Isi"]) == {"pertaniaan"}
    assert tabel["Saran"].str.contains("pertanian").all()
    assert "2 kesalahan; 2 baris tidak dimuat" in headings(app)


def test_every_table_has_its_four_forms_and_its_dictionary(monkeypatch):
    app = open_bab(run_page(monkeypatch), "Unduh")
    for bahan in ("potensi", "desa", "sektor"):
        app.selectbox(key="bahan").set_value(bahan).run()
        assert not app.exception
        tombol = [b.proto.label for b in app.get("download_button")]
        assert tombol[-8:-4] == ["CSV", "XLSX", "GeoJSON", "GeoPackage"]
        assert {"Kolom", "Arti", "Kosong berarti"} <= set(app.dataframe[0].value.columns)


def test_a_filled_workbook_is_answered_on_the_page(monkeypatch):
    isi = build_buku(
        {
            "Potensi": [POTENSI, {**POTENSI, "nama": "BUATAN UJI dua", "kode_desa": "Jahap"}],
            "Kerja Sama": [KERJA_SAMA],
        }
    )
    app = upload(open_bab(run_page(monkeypatch), "Periksa berkas saya"), isi)
    pasangan = re.findall(r'<div class="kp-angka"><b>(\d+)</b><span>([^<]+)</span>', page_text(app))
    assert pasangan == [("3", "Baris dibaca"), ("2", "Baris baik"), ("1", "Baris bersalah"), ("0", "Perlu dilihat")]
    temuan = next(d.value for d in app.dataframe if "Sel" in d.value.columns)
    assert temuan[["Lembar", "Sel", "Isi yang ditemukan"]].to_numpy().tolist() == [["Potensi", "G3", "Jahap"]]
    assert "Jahab, Tenggarong (64.02.06.1001)" in temuan["Saran"][0]
    assert "1 baris bersalah (1 kesalahan) dan 0 hal yang perlu dilihat" in headings(app)
    assert "2 baru · 0 dilengkapi · 0 dibetulkan · 0 tetap" in headings(app)
    assert "1 baris hanya diketahui sampai kecamatan atau kabupaten" in captions(app)
    assert "<span>1 baris</span><b>1</b>" in page_text(app)
    assert [b.proto.label for b in app.get("download_button")][-1].startswith("Unduh berkas Anda")


def test_what_will_change_is_shown_before_it_is_sent_in_the_words_of_people(monkeypatch):
    lama = next(k for k in read_csv("kerja_sama.csv") if not k["tanggal_berakhir"])
    baris = {"id": lama["id"], "tanggal_berakhir": "2030", "dasar_berakhir": "menurut sumber", "mitra": "BUATAN UJI"}
    tetap = {"id": read_csv("kerja_sama.csv")[-1]["id"]}
    app = open_bab(run_page(monkeypatch), "Periksa berkas saya")
    upload(app, build_buku({"Kerja Sama": [baris, tetap], "Potensi": [POTENSI], "Pilihan": [], "Rekap": []}))
    assert "1 baru · 0 dilengkapi · 1 dibetulkan · 1 tetap" in headings(app)
    ubahan = next(d.value for d in app.dataframe if "Isi tercatat" in d.value.columns)
    assert set(ubahan["Kode"]) == {lama["id"]}
    isi = {satu["Kolom"]: (satu["Isi tercatat"], satu["Isi baru"], satu["Sel"]) for satu in ubahan.to_dict("records")}
    assert isi["Berakhir"][:2] == ("–", "2030")
    assert isi["Mitra"][:2] == (lama["mitra"], "BUATAN UJI")
    assert re.fullmatch(r"[A-Z]+2", isi["Mitra"][2])
    (baru,) = [d.value for d in app.dataframe if "Baris" in d.value.columns]
    assert baru.at[0, "Desa/kelurahan"] == "Sumber Sari, Loa Kulu (64.02.02.2014)"
    assert not baru.isna().to_numpy().any()
    assert not set(baru.columns) & {"kode_desa", "kode_urusan", "nama", "sumber"}
    (baca,) = [t.value for t in app.text if "tidak dibaca" in t.value]
    assert "Rekap" in baca
    assert "Pilihan" not in baca
    assert "Bagian Kerja Sama Setkab (sekretariat TKKSD)" in captions(app) + app.success[0].value
    assert "python -m" not in captions(app) + headings(app) + page_text(app)


def test_the_answer_stays_while_other_parts_are_looked_at(monkeypatch):
    app = open_bab(run_page(monkeypatch), "Periksa berkas saya")
    upload(app, build_buku({"Potensi": [{**POTENSI, "kode_desa": "Jahap"}]}), "punya-saya.xlsx")
    open_bab(open_bab(app, "Unduh"), "Periksa berkas saya")
    assert "Hasil pemeriksaan terakhir: punya-saya.xlsx" in [t.value for t in app.text]
    assert any("Sel" in d.value.columns for d in app.dataframe)
    app.button(key="tutup_hasil").click().run()
    assert not app.exception
    assert "_hasil_periksa" not in app.session_state


def test_rows_under_another_sheet_name_are_no_success(monkeypatch):
    app = open_bab(run_page(monkeypatch), "Periksa berkas saya")
    upload(app, build_buku({"Potensi DKP": [POTENSI], "Kerja Sama": [KERJA_SAMA]}))
    assert not app.success
    assert ("1", "Baris tidak diperiksa") in re.findall(r"<b>(\d+)</b><span>([^<]+)</span>", page_text(app))
    temuan = next(d.value for d in app.dataframe if "Sel" in d.value.columns)
    assert "Potensi DKP" in temuan["Yang salah"][0]


def test_a_file_that_is_no_workbook_gets_its_answer(monkeypatch):
    app = upload(open_bab(run_page(monkeypatch), "Periksa berkas saya"), b"\x89PNG\r\n" + b"\0" * 99, "foto.xlsx")
    assert "tidak dapat diperiksa" in app.error[0].value
    assert any("namanya diubah" in t.value for t in app.text)


def test_nothing_uploaded_is_stored(monkeypatch, tmp_path, salin_data):
    lama = {p: p.read_bytes() for p in salin_data.rglob("*") if p.is_file()}
    monkeypatch.setenv("TMPDIR", str(tmp_path / "sementara"))
    (tmp_path / "sementara").mkdir()
    app = open_bab(run_page(monkeypatch, salin_data), "Periksa berkas saya")
    upload(app, build_buku({"Potensi": [{**POTENSI, "uraian": "RAHASIA BUATAN UJI"}]}))
    assert "Baris baik" in page_text(app)
    assert {p: p.read_bytes() for p in salin_data.rglob("*") if p.is_file()} == lama
    assert not list((tmp_path / "sementara").iterdir())
    app.file_uploader(key="berkas_isian").set_value(None).run()
    assert "_hasil_periksa" not in app.session_state


def test_values_of_a_file_never_become_html(monkeypatch):
    jahat = "<img src=x onerror=alert(1)>"
    app = open_bab(run_page(monkeypatch), "Periksa berkas saya")
    baris = {**POTENSI, "nama": jahat, "kode_desa": jahat, jahat: "x"}
    upload(app, build_buku({"Potensi": [baris, POTENSI], "Lain": []}, _rename))
    for dilarang in (jahat, "![a](b.id)"):
        assert dilarang not in page_text(app)
        assert dilarang not in headings(app)
        assert dilarang not in captions(app)
        assert not [pesan for pesan in (*app.warning, *app.success, *app.error) if dilarang in pesan.value]


def _rename(buku) -> None:
    next(lembar for lembar in buku if lembar.title != "Potensi")._WorkbookChild__title = "![a](b.id)"


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu", "folder_besar"])
def test_every_part_opens_with_no_row_one_row_and_a_hundred_times_as_many(monkeypatch, request, folder):
    app = run_page(monkeypatch, request.getfixturevalue(folder))
    for bab in BAB:
        open_bab(app, bab)
        assert app.segmented_control(key="bab").value == bab
