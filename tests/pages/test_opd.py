"""The page OPD with real, empty, one-row and 100x data, without a browser."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan, build_keselarasan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks
from kukar_potensi.tampilan.halaman_opd.baris import BARIS_TERBANYAK, KOLOM_KURANG

AKAR = Path(__file__).resolve().parents[2]
TANGGAL = "2026-02-01"
PARIWISATA, LINGKUNGAN, SETKAB, KANTOR, TANPA_BARIS = "O045", "O034", "O002", "O061", "O012"


def run_page(folder: Path | None, monkeypatch: pytest.MonkeyPatch, **kueri: str) -> AppTest:
    """Run the app on the page OPD over a data folder, on `TANGGAL` unless told otherwise."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=90)
    app.switch_page("pages/opd.py")
    for nama, nilai in ({"tanggal": TANGGAL} | kueri).items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def open_opd(monkeypatch: pytest.MonkeyPatch, opd: str, folder: Path | None = None, **kueri: str) -> AppTest:
    """Run the page and choose an agency."""
    app = run_page(folder, monkeypatch, **kueri)
    app.selectbox(key="perangkat").set_value(opd).run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def figures(app: AppTest) -> dict[str, int]:
    """Return the figure on every button of the questions, by id."""
    hasil = {}
    for tombol in app.button:
        if tombol.key and tombol.key.startswith("periksa_"):
            angka = re.match(r"\*\*([\d.]+)\*\*", tombol.label)
            assert angka, tombol.label
            hasil[tombol.key.removeprefix("periksa_")] = int(angka[1].replace(".", ""))
    return hasil


def shown_rows(app: AppTest, periksa: str) -> int:
    """Count what is shown below the questions."""
    if periksa == p.AGENDA.id:
        return page_text(app).count("<li><b>")
    if periksa == p.MENGGANTUNG.id:
        return page_text(app).count("<article><h5>")
    tabel = [d.value for d in app.dataframe if KOLOM_KURANG not in d.value.columns]
    return len(tabel[0]) if tabel else 0


def told(himpunan: Himpunan, opd: str) -> Keselarasan:
    hari = date.fromisoformat(TANGGAL)
    return build_keselarasan(build_indeks(himpunan, hari).apply(Saringan()), build_evaluasi(himpunan, hari), opd)


@pytest.mark.parametrize("opd", [PARIWISATA, LINGKUNGAN, SETKAB, KANTOR, TANPA_BARIS, "O031"])
def test_every_figure_equals_the_rows_that_it_opens(
    monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan, opd: str
) -> None:
    app = open_opd(monkeypatch, opd)
    angka, keselarasan = figures(app), told(himpunan, opd)
    assert angka == {satu.id: keselarasan.count(satu) for satu in keselarasan.daftar}
    for periksa, n in angka.items():
        app.button(key=f"periksa_{periksa}").click().run()
        assert not app.exception
        assert shown_rows(app, periksa) == n, periksa
        judul = next(m.value for m in app.markdown if m.value.startswith("#### "))
        assert judul.startswith(f"#### {n} ")
        assert app.query_params["buka"] == [periksa] or app.query_params["buka"] == periksa


@pytest.mark.parametrize("periksa", [p.MENGGANTUNG, p.SEGERA])
def test_a_zero_that_cannot_be_judged_says_so_and_lists_the_rows(
    monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan, periksa: p.Periksa
) -> None:
    keselarasan = told(himpunan, PARIWISATA)
    tanpa = keselarasan.count_unjudged(periksa)
    assert keselarasan.count(periksa) == 0 < tanpa
    app = open_opd(monkeypatch, PARIWISATA)
    assert f"{tanpa} belum dapat dinilai" in app.button(key=f"periksa_{periksa.id}").label
    app.button(key=f"periksa_{periksa.id}").click().run()
    tabel = next(d.value for d in app.dataframe if KOLOM_KURANG in d.value.columns)
    assert list(tabel["Kode"]) == list(keselarasan.unjudged(periksa).index)
    assert tabel[KOLOM_KURANG].str.contains("masa berlaku").any()
    assert not any(i.icon == ":material/check:" for i in app.info)


def test_a_link_with_one_agency_in_the_filter_opens_it(monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan) -> None:
    app = run_page(None, monkeypatch, opd="Dinas Pariwisata")
    assert app.selectbox(key="perangkat").value == PARIWISATA
    assert "<h2>Dinas Pariwisata" in page_text(app)
    assert figures(app)["potensi"] == int((himpunan.potensi["opd"] == PARIWISATA).sum())


def test_a_link_with_a_kecamatan_office_in_the_filter_opens_its_area(
    monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan
) -> None:
    app = run_page(None, monkeypatch, opd="Kecamatan Tenggarong")
    di_sana = sum("64.02.06" in daftar for daftar in himpunan.potensi["kode_kecamatan"])
    assert figures(app)["potensi"] == di_sana
    assert any("menggantikan saringan OPD" in c.value for c in app.caption)


def test_a_filter_on_other_agencies_is_told_beside_the_chosen_one(monkeypatch: pytest.MonkeyPatch) -> None:
    app = run_page(None, monkeypatch, perangkat="Dinas Pariwisata")
    assert not any("menggantikan saringan" in c.value for c in app.caption)
    app.multiselect(key="opd").set_value([LINGKUNGAN, "O044"]).run()
    assert any("pilihan OPD menggantikan saringan OPD; baris angka" in c.value for c in app.caption)


def test_a_link_restores_agency_and_opened_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    app = run_page(None, monkeypatch, perangkat="Dinas Lingkungan Hidup dan Kehutanan", buka="menggantung")
    assert app.selectbox(key="perangkat").value == LINGKUNGAN
    assert any("kerja sama menggantung" in m.value for m in app.markdown)


def test_choosing_another_agency_lets_the_filter_go(monkeypatch: pytest.MonkeyPatch) -> None:
    app = run_page(None, monkeypatch, opd="Dinas Pariwisata")
    app.selectbox(key="perangkat").set_value(LINGKUNGAN).run()
    assert app.multiselect(key="opd").value == []
    assert "<h2>Dinas Lingkungan Hidup" in page_text(app)


def test_all_agencies_are_one_button_away_and_a_row_opens_one(
    monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan
) -> None:
    app = run_page(None, monkeypatch, opd="Dinas Pariwisata")
    app.button(key="semua_opd").click().run()
    assert app.selectbox(key="perangkat").value is None
    assert app.multiselect(key="opd").value == []
    tabel = app.dataframe[0].value
    assert len(tabel) == len(himpunan.opd)
    assert (tabel["Sumber nama"] == "⚠ tanpa sumber").sum() == (himpunan.opd["status_nama"] == "tanpa sumber").sum()
    assert f"<b>{len(himpunan.opd)}</b><span>OPD dan lembaga" in page_text(app)


def test_several_agencies_in_the_filter_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    app = run_page(None, monkeypatch)
    app.multiselect(key="opd").set_value([PARIWISATA, LINGKUNGAN]).run()
    assert list(app.dataframe[0].value["OPD"]) == ["Dinas Pariwisata", "Dinas Lingkungan Hidup dan Kehutanan"]


def test_the_rest_of_the_filter_narrows_the_agency(monkeypatch: pytest.MonkeyPatch, himpunan: Himpunan) -> None:
    app = open_opd(monkeypatch, PARIWISATA)
    app.multiselect(key="kecamatan").set_value(["64.02.06"]).run()
    milik = himpunan.potensi[himpunan.potensi["opd"] == PARIWISATA]
    assert figures(app)["potensi"] == sum("64.02.06" in daftar for daftar in milik["kode_kecamatan"])
    assert figures(app)["kecamatan-kosong"] == 0


def test_duties_from_general_knowledge_are_called_so_and_a_name_without_source_is_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    teks = page_text(open_opd(monkeypatch, TANPA_BARIS))
    assert "Urusan dan tugas ini dari pengetahuan umum" in teks
    assert "nama belum bersumber" in teks
    assert "nama belum bersumber" not in page_text(open_opd(monkeypatch, PARIWISATA))


def test_an_agency_without_rows_is_told_kindly(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_opd(monkeypatch, TANPA_BARIS)
    app.button(key="periksa_potensi").click().run()
    assert any("bukan berarti tidak ada" in i.value for i in app.info)


def test_the_day_moves_every_status(monkeypatch: pytest.MonkeyPatch) -> None:
    awal = figures(open_opd(monkeypatch, "O031", tanggal="2021-01-01"))
    akhir = figures(open_opd(monkeypatch, "O031", tanggal="2027-01-01"))
    assert awal["menggantung"] < akhir["menggantung"]
    assert awal["kerja-sama"] == akhir["kerja-sama"]


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu", "folder_besar"])
def test_the_page_stands_with_any_amount_of_data(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, folder: str
) -> None:
    app = run_page(request.getfixturevalue(folder), monkeypatch)
    assert len(app.dataframe[0].value)
    for opd in (PARIWISATA, KANTOR):
        app.selectbox(key="perangkat").set_value(opd).run()
        for periksa, n in figures(app).items():
            app.button(key=f"periksa_{periksa}").click().run()
            assert not app.exception
            if periksa not in (p.AGENDA.id, p.MENGGANTUNG.id):
                tampil = shown_rows(app, periksa)
                assert tampil == n or any(c.value.startswith("Tampil") for c in app.caption)
                assert min(n, BARIS_TERBANYAK) <= tampil <= 2 * BARIS_TERBANYAK


@pytest.mark.parametrize(
    "kueri", [{"perangkat": "<script>"}, {"perangkat": "O999", "buka": "../../x"}, {"buka": "x" * 3000}]
)
def test_any_string_in_the_address_is_harmless(monkeypatch: pytest.MonkeyPatch, kueri: dict[str, str]) -> None:
    app = run_page(None, monkeypatch, **kueri)
    assert app.selectbox(key="perangkat").value is None
    app.selectbox(key="perangkat").set_value(PARIWISATA).run()
    assert any(m.value.startswith("#### ") for m in app.markdown)
