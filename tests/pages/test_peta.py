"""The Peta page with real, empty, one-row and 100x data, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.tampilan.panel_wilayah import KARTU_TERLIHAT

AKAR = Path(__file__).resolve().parents[2]
BATAS_DETIK = 60


def run_app(folder: Path | None, monkeypatch: pytest.MonkeyPatch, **kueri: str) -> AppTest:
    """Run the whole app on its start page over a data folder."""
    if folder is not None:
        monkeypatch.setenv("KUKAR_DATA", str(folder))
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=BATAS_DETIK)
    for nama, nilai in kueri.items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def page_text(app: AppTest) -> str:
    """Everything that the page says in HTML parts."""
    return " ".join(e.proto.body for e in app.get("html"))


def summary(app: AppTest) -> str:
    return next(m.value for m in app.markdown if "kerja sama" in m.value and "dari" in m.value)


def test_the_first_lines_say_what_this_is_and_what_it_does_not_cover(monkeypatch, himpunan):
    teks = page_text(run_app(None, monkeypatch))
    ya = int((himpunan.kerja_sama["masuk_210"] == "ya").sum())
    assert "Potensi dan kerja sama Kutai Kartanegara" in teks
    assert f"Tercatat {ya} kerja sama dari 210 yang dilaporkan" in teks
    assert "dari 237 desa/kelurahan" in teks
    assert "belum diverifikasi OPD" in teks


def test_figures_equal_the_rows_of_the_data(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    assert summary(app).startswith(f"**{len(himpunan.potensi)}** dari {len(himpunan.potensi)} potensi")
    tercakup = {k for daftar in himpunan.potensi["kode_desa"] for k in daftar}
    tercakup |= {k for daftar in himpunan.kerja_sama["kode_desa"] for k in daftar}
    assert f"<b>{len(tercakup)} / 237</b>" in page_text(app)


def test_a_filter_narrows_everything_and_the_button_clears_it(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    app.multiselect(key="sektor").set_value(["perikanan"]).run()
    diharap = int((himpunan.potensi["sektor"] == "perikanan").sum())
    assert summary(app).startswith(f"**{diharap}** dari")
    assert f"<b>{diharap}</b><span>Potensi tercatat" in page_text(app)
    app.button(key="bersihkan").click().run()
    assert summary(app).startswith(f"**{len(himpunan.potensi)}** dari")


def test_choosing_an_area_lists_exactly_its_rows(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    app.selectbox(key="wilayah").set_value("64.02.06").run()
    diharap = sum("64.02.06" in daftar for daftar in himpunan.potensi["kode_kecamatan"])
    assert any(f"{diharap} potensi di wilayah ini" in m.value for m in app.markdown)
    assert "Kecamatan Tenggarong" in page_text(app)


def test_a_desa_without_any_record_is_told_kindly(monkeypatch, himpunan):
    tercakup = {k for daftar in himpunan.potensi["kode_desa"] for k in daftar}
    kosong = next(k for k in himpunan.desa.index if k not in tercakup)
    app = run_app(None, monkeypatch)
    app.selectbox(key="wilayah").set_value(kosong).run()
    assert any("bukan berarti tidak ada" in c.value for c in app.caption)


def test_rows_at_regency_level_are_listed_apart(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    app.segmented_control(key="daftar").set_value("Tingkat kabupaten").run()
    n = int((himpunan.potensi["tingkat"] == "kabupaten").sum())
    assert any(m.value.endswith(f"{n} potensi") for m in app.markdown)


@pytest.mark.parametrize("folder", ["folder_kosong", "folder_satu", "folder_besar"])
@pytest.mark.parametrize("warna", ["potensi", "kerja_sama", "relevansi", "jarak"])
def test_the_page_stands_with_any_amount_of_data(monkeypatch, request, folder, warna):
    app = run_app(request.getfixturevalue(folder), monkeypatch)
    app.selectbox(key="warna").set_value(warna)
    app.segmented_control(key="tingkat").set_value("desa").run()
    assert not app.exception
    for daftar in ("Potensi", "Kerja sama", "Tingkat kabupaten"):
        app.segmented_control(key="daftar").set_value(daftar).run()
        assert not app.exception


def test_an_unreadable_data_folder_gives_one_clear_message(monkeypatch, tmp_path):
    app = run_app(tmp_path / "tidak-ada", monkeypatch)
    assert app.error[0].value == "Data belum dapat dibuka."
    assert app.text[0].value.strip()


def test_faults_in_the_data_are_shown_and_the_good_rows_stay(monkeypatch, salin_data, himpunan):
    berkas = salin_data / "potensi.csv"
    berkas.write_text(berkas.read_text(encoding="utf-8").replace("64.02.07.2007", "64.02.07.9999"), encoding="utf-8")
    app = run_app(salin_data, monkeypatch)
    assert any("temuan pada data" in e.label for e in app.expander)
    n = int(summary(app).split("**")[1].replace(".", ""))
    assert 0 < n < len(himpunan.potensi)


def test_the_headline_of_a_chosen_area_stands_before_the_figures(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    app.selectbox(key="wilayah").set_value("64.02.16.2011").run()
    n = sum("64.02.16.2011" in daftar for daftar in himpunan.potensi["kode_desa"])
    teks = page_text(app)
    assert f"<b>Desa Loa Raya (Tenggarong Seberang)</b>: {n} potensi" in teks
    assert teks.index("kp-terbuka") < teks.index("kp-deret")


def test_cards_beyond_the_first_three_are_there_behind_a_tap(monkeypatch, himpunan):
    app = run_app(None, monkeypatch)
    app.selectbox(key="wilayah").set_value("64.02.16.2011").run()
    n = sum("64.02.16.2011" in daftar for daftar in himpunan.potensi["kode_desa"])
    kartu = next(e.proto.body for e in app.get("html") if "kp-lainnya" in e.proto.body and "<article" in e.proto.body)
    awal, lanjut = kartu.split("<details")
    assert awal.count("<article") == KARTU_TERLIHAT
    assert lanjut.count("<article") == n - KARTU_TERLIHAT
    assert f"Tampilkan {n - KARTU_TERLIHAT} lagi" in lanjut
