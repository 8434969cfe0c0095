"""The page Peluang IKN with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import time
from datetime import date
from html import escape
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.model.celah import find_celah
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kestabilan import measure_kestabilan, order_rows
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import Indeks, build_indeks
from kukar_potensi.model.transportasi import transport_rows
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.peluang.bobot import KUNCI as KUNCI_BOBOT
from kukar_potensi.tampilan.peluang.peringkat import BANYAK_BARIS, stability_sentence
from kukar_potensi.tampilan.peluang.susunan import METODE, TELAAH
from tests.conftest import read_tabel, write_tabel

AKAR = Path(__file__).resolve().parents[2]
TANGGAL = "2026-03-01"
HARI = date.fromisoformat(TANGGAL)


def run_page(folder: Path | None, monkeypatch: pytest.MonkeyPatch, **kueri: str) -> AppTest:
    """Run the app on the page Peluang IKN over a data folder, on `TANGGAL`."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=120)
    app.switch_page("pages/peluang_ikn.py")
    for nama, nilai in ({"tanggal": TANGGAL} | kueri).items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def html_text(app: AppTest) -> str:
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def plain_text(app: AppTest) -> str:
    """Everything that the page says as text or caption."""
    return " ".join(e.value for e in [*app.text, *app.caption, *app.markdown, *app.info])


def has_figure(app: AppTest, nilai: int, label: str) -> bool:
    """Tell whether a figure card with a value and label is shown."""
    return f"<b>{format_angka(nilai)}</b><span>{label}</span>" in html_text(app)


def ranking(app: AppTest):
    """Return the ranking as it is shown."""
    return next(d.value for d in app.dataframe if "Skor" in d.value.columns)


def weights(app: AppTest) -> list[int]:
    return [app.slider(key=kunci).value for kunci in KUNCI_BOBOT]


@pytest.fixture(scope="module")
def indeks(himpunan: Himpunan) -> Indeks:
    return build_indeks(himpunan, HARI)


@pytest.mark.parametrize("telaah", [*TELAAH, METODE])
def test_every_view_opens_from_its_address(monkeypatch, telaah):
    app = run_page(None, monkeypatch, telaah=telaah)
    assert app.segmented_control(key="telaah").value == telaah
    assert not app.error


@pytest.mark.parametrize("telaah", [*TELAAH, METODE])
def test_every_view_stands_without_any_data(monkeypatch, folder_kosong, telaah):
    app = run_page(folder_kosong, monkeypatch, telaah=telaah)
    assert not app.error


@pytest.mark.parametrize("telaah", list(TELAAH))
def test_every_view_stands_with_one_row(monkeypatch, folder_satu, telaah):
    app = run_page(folder_satu, monkeypatch, telaah=telaah)
    assert not app.error


def test_the_ranking_shows_the_best_rows_of_the_index_in_order(monkeypatch, indeks):
    isi = ranking(run_page(None, monkeypatch))
    urut = order_rows(indeks.nilai_potensi, indeks.bobot)[:BANYAK_BARIS]
    assert isi["Potensi"].tolist() == indeks.potensi["nama"].iloc[urut].tolist()
    assert isi["Skor"].tolist() == indeks.potensi["skor"].iloc[urut].round(1).tolist()
    assert isi["#"].tolist() == list(range(1, len(isi) + 1))


def test_a_score_that_rests_on_little_is_marked(monkeypatch, indeks):
    isi = ranking(run_page(None, monkeypatch, sektor="Energi dan sumber daya mineral"))
    assert ((isi["Bobot dinilai"] < 80) == (isi["Catatan"] == "indikatif")).all()


def test_an_unrated_criterion_is_blank_and_not_zero(monkeypatch, indeks):
    isi = ranking(run_page(None, monkeypatch))
    urut = order_rows(indeks.nilai_potensi, indeks.bobot)[:BANYAK_BARIS]
    assert np.array_equal(isi[list("ABCDEF")].to_numpy(float), indeks.nilai_potensi[urut], equal_nan=True)


def test_the_reasons_of_a_row_sum_to_its_score(monkeypatch, indeks):
    urut = order_rows(indeks.nilai_potensi, indeks.bobot)
    kode = str(indeks.potensi.index[urut[0]])
    nama = indeks.potensi.at[kode, "nama"]
    app = run_page(None, monkeypatch, rincian=f"{kode} · {nama}")
    alasan = indeks.score_table(indeks.himpunan.potensi.loc[[kode]])
    html = html_text(app)
    skor = indeks.potensi.at[kode, "skor"]
    assert alasan["sumbangan"].sum() == pytest.approx(skor)
    assert f'data-j="Jumlah sumbangan">{format_angka(skor, 1)}<' in html
    for satu in alasan.itertuples():
        assert escape(satu.alasan) in html


def test_a_row_below_the_table_opens_from_its_address(monkeypatch, indeks):
    urut = order_rows(indeks.nilai_potensi, indeks.bobot)
    kode = str(indeks.potensi.index[urut[BANYAK_BARIS + 30]])
    app = run_page(None, monkeypatch, rincian=f"{kode} · {indeks.potensi.at[kode, 'nama']}")
    assert app.selectbox(key="rincian").value == kode
    assert "kp-alasan" in html_text(app)


def test_stability_is_told_as_measured(monkeypatch, indeks):
    app = run_page(None, monkeypatch)
    kalimat = stability_sentence(measure_kestabilan(indeks.nilai_potensi, indeks.bobot))
    assert kalimat in plain_text(app)


def test_the_tables_of_stability_come_when_they_are_opened(monkeypatch, indeks):
    app = run_page(None, monkeypatch)
    assert len(app.dataframe) == 1
    app.session_state["rincian_kestabilan"] = True
    app.run()
    stabil = measure_kestabilan(indeks.nilai_potensi, indeks.bobot)
    percobaan, baris = (d.value for d in app.dataframe[1:])
    assert percobaan["Percobaan"].tolist() == list(stabil.percobaan)
    assert percobaan.iloc[:, 1].tolist() == stabil.tetap.tolist()
    assert baris["Peringkat terburuk"].tolist() == stabil.terburuk.tolist()
    assert baris["Potensi"].tolist() == ranking(app)["Potensi"].tolist()[: len(baris)]


def test_more_rows_come_when_asked_for(monkeypatch, indeks):
    app = run_page(None, monkeypatch)
    app.toggle(key="semua_peringkat").set_value(True).run()
    urut = order_rows(indeks.nilai_potensi, indeks.bobot)[:500]
    assert ranking(app)["Potensi"].tolist() == indeks.potensi["nama"].iloc[urut].tolist()


def test_moving_a_weight_keeps_the_sum_and_follows_in_ranking_and_address(monkeypatch, indeks):
    app = run_page(None, monkeypatch)
    awal = ranking(app)
    app.slider(key="bobot_a").set_value(60).run()
    assert not app.exception
    assert weights(app)[0] == 60
    assert sum(weights(app)) == 100
    lain = indeks.with_bobot(np.array(weights(app), dtype=float))
    kini = ranking(app)
    urut = order_rows(lain.nilai_potensi, lain.bobot)[:BANYAK_BARIS]
    assert kini["Potensi"].tolist() == lain.potensi["nama"].iloc[urut].tolist()
    assert kini["Skor"].tolist() != awal["Skor"].tolist()
    assert "TKKSD yang menetapkannya" in plain_text(app)


def test_the_adopted_weights_come_back_with_one_press(monkeypatch):
    app = run_page(None, monkeypatch)
    baku, awal = weights(app), ranking(app)
    app.slider(key="bobot_c").set_value(0).run()
    assert weights(app) != baku
    app.button(key="bobot_baku").click().run()
    assert weights(app) == baku
    assert ranking(app).equals(awal)


def test_weights_in_the_address_are_taken_and_a_wrong_sum_is_told(monkeypatch, indeks):
    app = run_page(None, monkeypatch, bobot_a="75")
    assert weights(app) == [75, 25, 15, 15, 10, 10]
    assert "Jumlah bobot pada alamat ini 150" in plain_text(app)
    lain = indeks.with_bobot(np.array(weights(app), dtype=float))
    urut = order_rows(lain.nilai_potensi, lain.bobot)[:BANYAK_BARIS]
    assert ranking(app)["Potensi"].tolist() == lain.potensi["nama"].iloc[urut].tolist()


def test_six_times_nothing_means_the_adopted_weights(monkeypatch):
    nol = dict.fromkeys(KUNCI_BOBOT, "0")
    assert ranking(run_page(None, monkeypatch, **nol)).equals(ranking(run_page(None, monkeypatch)))


def test_gap_figures_and_the_table_twin_agree_with_the_rule(monkeypatch, indeks):
    app = run_page(None, monkeypatch, telaah="Sektor × kecamatan")
    celah = find_celah(indeks.apply(Saringan()))
    assert has_figure(app, celah.jumlah_potensi, "Potensi tanpa kerja sama")
    assert has_figure(app, celah.jumlah_sel, "Kotak bercelah")
    twin = next(d.value for d in app.dataframe if "Jumlah kotak" in d.value.columns)
    assert (twin.iloc[:, 1:-1].to_numpy() == celah.celah).all()
    assert twin["Jumlah kotak"].tolist() == celah.celah.sum(axis=1).tolist()


@pytest.mark.parametrize("ukuran", ["potensi", "kerja_sama"])
def test_a_cell_of_the_matrix_opens_as_many_rows_as_it_counts(monkeypatch, indeks, ukuran):
    label = {"potensi": "Potensi", "kerja_sama": "Kerja sama"}[ukuran]
    celah = find_celah(indeks.apply(Saringan()))
    isi = getattr(celah, ukuran)[:, :-1]
    sektor, kolom = np.unravel_index(int(isi.argmax()), isi.shape)
    kamus = indeks.kamus.label
    app = run_page(
        None,
        monkeypatch,
        telaah="Sektor × kecamatan",
        ukuran=label,
        sektor=kamus["sektor"][celah.sektor[sektor]],
        kecamatan=kamus["kecamatan"][celah.kolom[kolom]],
    )
    twin = next(d.value for d in app.dataframe if "Jumlah kotak" in d.value.columns)
    assert twin.iloc[sektor, 1 + kolom] == isi[sektor, kolom]
    dibuka = {
        "potensi": f"{isi[sektor, kolom]} potensi, ",
        "kerja_sama": f"{isi[sektor, kolom]} kerja sama, ",
    }[ukuran]
    assert dibuka in plain_text(app)


def test_letting_a_cell_go_clears_sector_and_kecamatan_only(monkeypatch):
    app = run_page(
        None, monkeypatch, telaah="Sektor × kecamatan", sektor="Pertanian dan pangan", kecamatan="Sebulu", cari="desa"
    )
    app.button(key="lepas_kotak").click().run()
    assert not app.exception
    assert app.multiselect(key="sektor").value == []
    assert app.multiselect(key="kecamatan").value == []
    assert app.text_input(key="cari").value == "desa"


def test_candidates_say_form_partner_reason_agency_and_missing_facts(monkeypatch):
    app = run_page(None, monkeypatch, telaah="Calon kerja sama")
    html = html_text(app)
    for judul in ("Bentuk yang mungkin", "Dengan siapa", "Mengapa", "OPD", "Kerja sama yang ada", "Fakta yang kurang"):
        assert f"<dt>{judul}</dt>" in html
    assert "pengetahuan umum" in html


def test_the_energy_route_offers_no_kabupaten_agreement(monkeypatch):
    app = run_page(None, monkeypatch, telaah="Calon kerja sama", sektor="Energi dan sumber daya mineral")
    html = html_text(app)
    assert "Lewat provinsi, pusat, atau TJSL" in html
    assert "KSDPK: Kesepakatan Bersama" not in html


def test_transport_figures_count_the_rows_they_open(monkeypatch, indeks):
    app = run_page(None, monkeypatch, telaah="Transportasi", isi_transportasi="Potensi dan kerja sama")
    potensi = int(transport_rows(indeks.potensi).sum())
    kerja_sama = int(transport_rows(indeks.kerja_sama).sum())
    assert has_figure(app, potensi, "Potensi transportasi")
    assert has_figure(app, kerja_sama, "Kerja sama transportasi")
    judul = [m.value for m in app.markdown]
    assert f"##### {potensi} potensi" in judul
    assert f"##### {kerja_sama} kerja sama" in judul


def test_a_kecamatan_without_a_connection_reads_unknown(monkeypatch):
    app = run_page(None, monkeypatch, telaah="Transportasi")
    tabel = next(d.value for d in app.dataframe if "Bandara" in d.value.columns)
    assert len(tabel) == 20
    assert set(tabel["Bandara"]) == {"belum diketahui"}


def test_a_plan_opens_the_rows_that_it_counts(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, telaah="Rencana", rencana=f"R05 · {himpunan.rpjmd.at['R05', 'uraian']}")
    tabel = next(d.value for d in app.dataframe if "Bunyi" in d.value.columns)
    baris = tabel[tabel["Bunyi"] == himpunan.rpjmd.at["R05", "uraian"]].iloc[0]
    judul = [m.value for m in app.markdown]
    assert f"##### {baris['Potensi']} potensi dapat melayaninya" in judul
    assert f"##### {baris['Kerja sama']} kerja sama dapat melayaninya" in judul
    assert "usulan untuk ditegaskan OPD bersama Bappeda" in plain_text(app)


def test_the_trail_tells_every_event_and_that_no_agreement_was_found(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, telaah="Jejak Otorita")
    assert html_text(app).count("<li><b>") == len(himpunan.ikn_kukar)
    assert "Yang tercatat baru berita acara (K139), bukan perjanjian kerja sama." in plain_text(app)


def test_the_inventory_counts_what_it_will_write(monkeypatch, indeks):
    app = run_page(None, monkeypatch, telaah="Inventaris")
    terpilih = transport_rows(indeks.potensi) | indeks.potensi["kelas"].eq("tinggi").to_numpy()
    assert has_figure(app, int(terpilih.sum()), "Entri inventaris")
    tabel = next(d.value for d in app.dataframe if "Entri" in d.value.columns)
    assert tabel["Entri"].sum() == terpilih.sum()
    assert tabel.iloc[0, 0] == "Perhubungan dan konektivitas"


def test_a_filter_that_leaves_nothing_is_told_kindly(monkeypatch):
    for telaah in ("Peringkat", "Calon kerja sama", "Inventaris"):
        app = run_page(None, monkeypatch, telaah=telaah, cari="tidakadasamasekali")
        assert app.info


def test_hostile_data_never_becomes_html(monkeypatch, salin_data):
    racun = "<img src=x onerror=alert(1)>"
    for nama, kolom in (("potensi", "nama"), ("kerja_sama", "judul"), ("rpjmd", "uraian"), ("ikn_kukar", "peristiwa")):
        tabel = read_tabel(salin_data, nama)
        tabel[kolom] = racun + tabel[kolom]
        write_tabel(salin_data, nama, tabel)
    for telaah in ("Calon kerja sama", "Jejak Otorita"):
        app = run_page(salin_data, monkeypatch, telaah=telaah)
        assert "&lt;img src=x" in html_text(app)
        assert "<img src=x" not in html_text(app)


@pytest.mark.lambat
def test_a_hundred_times_the_rows_rank_in_one_breath(monkeypatch, himpunan_besar):
    indeks = build_indeks(himpunan_besar, HARI)
    assert len(indeks.potensi) > 30_000
    mulai = time.perf_counter()
    lain = indeks.with_bobot(np.array([30.0, 20, 15, 15, 10, 10]))
    tampak = lain.apply(Saringan())
    order_rows(lain.nilai_potensi[tampak.mask_potensi], lain.bobot)
    measure_kestabilan(lain.nilai_potensi, lain.bobot)
    assert time.perf_counter() - mulai < 1.0


@pytest.mark.lambat
def test_the_page_stands_with_a_hundred_times_the_rows(monkeypatch, folder_besar):
    app = run_page(folder_besar, monkeypatch)
    assert len(ranking(app)) == BANYAK_BARIS
    app.segmented_control(key="telaah").set_value("Sektor × kecamatan").run()
    assert not app.exception
    app.segmented_control(key="telaah").set_value("Calon kerja sama").run()
    assert not app.exception
