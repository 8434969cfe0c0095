"""A value in the address that no filter knows is named once, as text, on whichever page."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

AKAR = Path(__file__).resolve().parents[2]


def open_page(halaman: str, **kueri: str) -> AppTest:
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=90)
    app.switch_page(f"pages/{halaman}.py")
    for nama, nilai in kueri.items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def lines(app: AppTest) -> list[str]:
    return [baris for satu in app.text for baris in satu.value.splitlines() if "tidak dikenal" in baris]


@pytest.mark.parametrize("halaman", ["peta", "kerja_sama", "data"])
def test_an_unknown_filter_is_named_and_left_out(halaman: str) -> None:
    app = open_page(halaman, sektor="perhubungan-x")
    assert lines(app) == ["Saringan “perhubungan-x” tidak dikenal dan tidak dipakai."]
    assert not app.session_state["sektor"]


def test_a_day_that_does_not_exist_is_named() -> None:
    assert lines(open_page("kerja_sama", tanggal="2026-02-30")) == [
        "Tanggal “2026-02-30” tidak dikenal dan tidak dipakai."
    ]


def test_a_known_value_is_used_and_not_remarked_on() -> None:
    app = open_page("kerja_sama", sektor="Perhubungan dan konektivitas", tanggal="2026-02-28")
    assert lines(app) == []
    assert app.session_state["sektor"] == ["perhubungan"]


@pytest.mark.parametrize(
    ("kueri", "sektor", "asing"),
    [
        (["perhubungan"], ["perhubungan"], 0),
        (["PERTANIAN dan pangan", "perhubungan"], ["pertanian", "perhubungan"], 0),
        (["pertanian", "Perhubungan dan konektivitas"], ["pertanian", "perhubungan"], 0),
        (["pertanian", "entah"], ["pertanian"], 1),
    ],
)
def test_a_code_or_other_letters_are_followed(kueri: list[str], sektor: list[str], asing: int) -> None:
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=90)
    app.query_params["sektor"] = kueri
    app.query_params["jenis"] = "kerja sama"
    app.run()
    assert not app.exception
    assert sorted(app.session_state["sektor"]) == sorted(sektor)
    assert app.session_state["jenis"] == "kerja sama"
    assert app.query_params["jenis"] in ("Kerja sama", ["Kerja sama"])
    assert len(lines(app)) == asing
    app.multiselect(key="sektor").set_value(["industri"]).run()
    assert app.session_state["sektor"] == ["industri"]


def test_it_is_said_once_and_hostile_text_stays_text() -> None:
    app = open_page("kerja_sama", sektor="<b>x</b>" + "y" * 200)
    (baris,) = lines(app)
    assert "<b>x</b>" in baris
    assert len(baris) < 120
    app.text_input(key="cari").set_value("Telkom").run()
    assert lines(app) == []
