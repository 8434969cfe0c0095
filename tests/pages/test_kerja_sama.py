"""The page Kerja Sama with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import ATURAN_MENGGANTUNG, KATEGORI_DESA, SEMUA_ATURAN
from kukar_potensi.model.evaluasi_kurang import hanging_words
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.status import AKTIF, BERAKHIR, SEGERA_BERAKHIR, TIDAK_DIKETAHUI, status_table
from kukar_potensi.tampilan.kerja_sama.isi import DESA, MENDESAK, MENGGANTUNG, POSISI, SEMUA, TERCATAT
from kukar_potensi.tampilan.kerja_sama.register import BARIS_TERBANYAK, KUNCI_LENGKAP, RINGKAS

AKAR = Path(__file__).resolve().parents[2]
TANGGAL = "2026-02-01"
HARI = date.fromisoformat(TANGGAL)


def run_page(folder: Path | None, monkeypatch: pytest.MonkeyPatch, **kueri: str) -> AppTest:
    """Run the app on the page Kerja Sama over a data folder, on `TANGGAL` unless told otherwise."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=90)
    app.switch_page("pages/kerja_sama.py")
    for nama, nilai in ({"tanggal": TANGGAL} | kueri).items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def figure(app: AppTest, posisi: str) -> int:
    """Return the number on a figure's button."""
    label = app.button(key=f"posisi_{POSISI.index(posisi)}").label
    return int(re.match(r"\*\*([\d.]+)\*\*", label).group(1).replace(".", ""))


def choose(app: AppTest, posisi: str) -> AppTest:
    app.button(key=f"posisi_{POSISI.index(posisi)}").click().run()
    assert not app.exception
    return app


def register(app: AppTest):
    """Return the register as it is shown."""
    return next(d.value for d in app.dataframe if "Tanda tangan" in d.value.columns)


@pytest.fixture(scope="module")
def evaluasi(himpunan: Himpunan) -> Evaluasi:
    return build_evaluasi(himpunan, HARI)


def test_reported_stands_beside_recorded_with_its_source(monkeypatch, himpunan):
    app = run_page(None, monkeypatch)
    ya = int((himpunan.kerja_sama["masuk_210"] == "ya").sum())
    assert figure(app, TERCATAT) == ya
    assert "dari 210 yang dilaporkan" in app.button(key=f"posisi_{POSISI.index(TERCATAT)}").label
    assert "antaranews.com/berita/211791" in page_text(app)


@pytest.mark.parametrize("posisi", POSISI)
def test_every_figure_opens_exactly_the_rows_it_counts(monkeypatch, posisi):
    app = run_page(None, monkeypatch)
    n = figure(app, posisi)
    choose(app, posisi)
    assert any(m.value.startswith(f"##### {n} ") for m in app.markdown)
    if n:
        assert len(register(app)) == n
    else:
        assert any("Tidak ada kerja sama" in i.value for i in app.info)


def test_figures_are_those_of_the_rules(monkeypatch, himpunan, evaluasi):
    app = run_page(None, monkeypatch)
    daerah = himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)
    status = status_table(himpunan.kerja_sama, HARI)[daerah]
    for satu in (AKTIF, SEGERA_BERAKHIR, BERAKHIR, TIDAK_DIKETAHUI):
        assert figure(app, satu) == int(status["status"].eq(satu).sum())
    assert figure(app, MENDESAK) == int(status["mendesak"].sum()) == 1
    assert figure(app, MENGGANTUNG) == int(evaluasi.menggantung[daerah].sum())


def test_states_add_up_to_the_whole_and_villages_stand_apart(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, semua_kolom="true")
    keadaan = [posisi for posisi in POSISI if posisi not in (SEMUA, TERCATAT, MENGGANTUNG, MENDESAK, DESA)]
    assert sum(figure(app, satu) for satu in keadaan) == figure(app, SEMUA)
    assert figure(app, SEMUA) + figure(app, DESA) == len(himpunan.kerja_sama)
    assert KATEGORI_DESA not in set(register(app)["Kategori"])
    assert set(register(choose(app, DESA))["Kategori"]) == {KATEGORI_DESA}


def test_the_register_is_short_until_all_columns_are_asked_for(monkeypatch):
    app = run_page(None, monkeypatch)
    ringkas = register(app)
    assert tuple(ringkas.columns) == RINGKAS
    app.toggle(key=KUNCI_LENGKAP).set_value(True).run()
    lengkap = register(app)
    assert {"Kategori", "Urusan", "Tempat", "Sumber", "Nilai (Rp)"} <= set(lengkap.columns) - set(ringkas.columns)
    assert ringkas.astype(str).equals(lengkap[list(RINGKAS)].astype(str))


def test_the_date_drives_every_figure(monkeypatch, himpunan):
    dulu = run_page(None, monkeypatch, tanggal="2020-01-01")
    kini = run_page(None, monkeypatch)
    assert figure(dulu, BERAKHIR) == 0
    assert figure(kini, BERAKHIR) > 0
    assert figure(dulu, SEMUA) == figure(kini, SEMUA)


def test_the_filter_narrows_figures_and_rows_together(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, opd="Dinas Pertanian dan Peternakan")
    milik = himpunan.kerja_sama["opd"].eq("O046") & himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)
    assert figure(app, SEMUA) == len(register(app)) == int(milik.sum())


def test_a_chosen_figure_is_in_the_address_and_can_be_left(monkeypatch):
    app = choose(run_page(None, monkeypatch), MENGGANTUNG)
    assert app.query_params["posisi"] == MENGGANTUNG
    app.button(key="semua_posisi").click().run()
    assert "posisi" not in app.query_params
    assert len(register(app)) == figure(app, SEMUA)


def test_a_card_tells_every_reason_the_chain_and_the_reports(monkeypatch, evaluasi, himpunan):
    app = run_page(None, monkeypatch, kartu="K045")
    teks = page_text(app)
    for alasan in evaluasi.agenda(himpunan.kerja_sama.index[himpunan.kerja_sama.index == "K045"])["alasan"]:
        assert alasan in teks
    laporan = himpunan.tindak_lanjut[himpunan.tindak_lanjut["id_kerja_sama"].eq("K045")]
    assert len(laporan) > 0
    for peristiwa in laporan["peristiwa"]:
        assert peristiwa in teks
    assert "↳ K044" in teks
    app.button(key="buka_K044").click().run()
    assert app.query_params["kartu"] == "K044"
    app.button(key="tutup_kartu").click().run()
    assert 'kp-penuh" id' not in page_text(app)


def test_an_opened_card_stands_above_the_list_and_does_not_repeat_itself(monkeypatch):
    app = run_page(None, monkeypatch, kartu="K112")
    teks = page_text(app)
    assert teks.index('kp-penuh" id') < teks.index('class="kp-210"')
    assert "<dd>kemungkinan (hanya batas akhir tanggal diketahui)</dd>" in teks


def test_the_register_says_no_or_cannot_be_judged(monkeypatch, evaluasi):
    app = run_page(None, monkeypatch)
    tabel = register(app).set_index("Kode")["Menggantung"]
    assert tabel.to_dict() == hanging_words(evaluasi)[tabel.index].to_dict()
    assert f"{tabel.eq('belum dapat dinilai').sum()} belum dapat dinilai" in app.button(key="posisi_2").label


def test_every_cooperation_has_a_card(monkeypatch, himpunan):
    app = run_page(None, monkeypatch)
    for kode in himpunan.kerja_sama.index:
        app.query_params["kartu"] = kode
        app.run()
        assert not app.exception
        assert f"<h3>{kode} · " in page_text(app)
        assert not re.search(r">(nan|None|NaT)[ <(]", page_text(app))


def test_the_agenda_lists_each_rule_with_its_count_and_threshold(monkeypatch, himpunan, evaluasi):
    teks = page_text(run_page(None, monkeypatch, bagian="Agenda evaluasi"))
    daerah = himpunan.kerja_sama.index[himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)]
    for aturan in SEMUA_ATURAN:
        n = evaluasi.counts(daerah)[aturan.id]
        assert aturan.kalimat in teks
        assert (f"{aturan.id} {aturan.nama}: <b>{n}</b>" in teks) == (n > 0)


def test_one_rule_shows_all_of_its_rows(monkeypatch, himpunan, evaluasi):
    app = run_page(None, monkeypatch, bagian="Agenda evaluasi", aturan="M2 Belum tercatat PKS turunannya")
    daerah = himpunan.kerja_sama.index[himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)]
    assert page_text(app).count("<li><h5>") == evaluasi.counts(daerah)["M2"]
    hanya = run_page(
        None, monkeypatch, bagian="Agenda evaluasi", aturan="M2 Belum tercatat PKS turunannya", posisi=BERAKHIR
    )
    assert "Tidak ada yang perlu diputuskan" in page_text(hanya)


@pytest.mark.parametrize("bagian", ["Daftar", "Agenda evaluasi", "Garis waktu", "Grafik"])
@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu"])
def test_sections_hold_with_hardly_any_data(monkeypatch, request, folder, bagian):
    app = run_page(request.getfixturevalue(folder), monkeypatch, bagian=bagian)
    assert figure(app, SEMUA) == (0 if folder == "folder_kosong" else 1)


@pytest.mark.lambat
@pytest.mark.parametrize("bagian", ["Daftar", "Agenda evaluasi", "Garis waktu", "Grafik"])
def test_sections_hold_with_a_hundred_times_the_data(monkeypatch, himpunan, folder_besar, evaluasi, bagian):
    app = run_page(folder_besar, monkeypatch, bagian=bagian)
    daerah = himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)
    assert figure(app, SEMUA) == 100 * int(daerah.sum())
    assert figure(app, MENGGANTUNG) == 100 * int(evaluasi.kena.loc[daerah, list(ATURAN_MENGGANTUNG)].any(axis=1).sum())
    if bagian == "Daftar":
        assert len(register(app)) == BARIS_TERBANYAK
        assert any("persempit saringan" in c.value for c in app.caption)
    if bagian == "Agenda evaluasi":
        assert page_text(app).count("<li><h5>") < 100


@pytest.mark.parametrize("menurut", ["Tahun tanda tangan", "Kategori", "Jenis mitra"])
def test_a_chart_counts_each_row_once_and_has_its_table(monkeypatch, menurut):
    app = run_page(None, monkeypatch, bagian="Grafik", menurut=menurut)
    tabel = next(d.value for d in app.dataframe if menurut in d.value.columns)
    assert tabel["Jumlah"].sum() == figure(app, SEMUA)
    assert tabel.drop(columns=[menurut, "Jumlah"]).to_numpy().sum() == figure(app, SEMUA)


def test_the_timeline_has_a_bar_for_every_signed_row_and_its_table(monkeypatch, himpunan):
    app = run_page(None, monkeypatch, bagian="Garis waktu")
    tabel = next(d.value for d in app.dataframe if "Mulai" in d.value.columns)
    daerah = himpunan.kerja_sama[himpunan.kerja_sama["kategori"].ne(KATEGORI_DESA)]
    assert len(tabel) == int(daerah["ttd_awal"].notna().sum())


def test_only_the_chosen_section_is_sent(monkeypatch):
    app = run_page(None, monkeypatch, bagian="Agenda evaluasi")
    assert not any("Tanda tangan" in d.value.columns for d in app.dataframe)
    assert not app.get("vega_lite_chart")


def test_any_word_in_the_address_is_harmless(monkeypatch):
    app = run_page(None, monkeypatch, posisi="<script>", kartu="'; --", bagian="?", aturan="M99", menurut="=1+1")
    assert len(register(app)) == figure(app, SEMUA)


def test_card_and_agenda_give_an_open_category_to_tkksd_first(monkeypatch: pytest.MonkeyPatch) -> None:
    langkah = "Tetapkan kategorinya dahulu; sesudah itu PKS, bila tetap kerja sama daerah, oleh PT Tunggang Parangan."
    kartu = run_page(None, monkeypatch, kartu="K101")
    assert f"<b>tunggu keputusan TKKSD</b>. {langkah} <small>(TKKSD (Bagian Kerja Sama))</small>" in page_text(kartu)
    agenda = run_page(None, monkeypatch, bagian="Agenda evaluasi", aturan="M2 Belum tercatat PKS turunannya")
    assert f"<b>Tunggu keputusan TKKSD.</b> {langkah} <small>Oleh: TKKSD" in page_text(agenda)
