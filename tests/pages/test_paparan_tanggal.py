"""The address of a briefing holds the day of the position, and the page says where it is not that of the meeting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kukar_potensi.tampilan.konteks import today
from kukar_potensi.tampilan.paparan.isi import KUNCI_HARI, KUNCI_RAPAT, field_key

AKAR = Path(__file__).resolve().parents[2]
SAMAKAN = "Samakan posisi dengan tanggal rapat"


def open_page(**kueri: str) -> AppTest:
    app = AppTest.from_file(str(AKAR / "app.py"), default_timeout=90)
    app.switch_page("pages/paparan.py")
    for nama, nilai in kueri.items():
        app.query_params[nama] = nilai
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return " ".join(satu.value for satu in app.markdown)


def press(app: AppTest, awal: str) -> AppTest:
    next(satu for satu in app.button if satu.label.startswith(awal)).click().run()
    assert not app.exception
    return app


def test_filling_in_the_meeting_fixes_the_day_of_the_position() -> None:
    app = open_page()
    assert "belum memuat tanggal posisi" in words(app)
    app.text_input(key=field_key(KUNCI_RAPAT)).set_value("Rapat uji").run()
    assert not app.exception
    assert app.session_state["tanggal"] == today()
    assert "belum memuat tanggal posisi" not in words(app)


def test_an_order_fixes_it_too_and_a_chosen_day_stays() -> None:
    assert press(open_page(), "Sembunyikan").session_state["tanggal"] == today()
    assert press(open_page(tanggal="2025-11-21"), "Sembunyikan").session_state["tanggal"] == date(2025, 11, 21)


def test_the_day_can_be_fixed_with_one_button() -> None:
    assert press(open_page(), "Tetapkan posisi per").session_state["tanggal"] == today()


@pytest.mark.parametrize(("rapat", "mendatang"), [("2025-12-01", False), ("2027-06-15", True)])
def test_another_day_of_the_meeting_is_said_and_can_be_taken(rapat: str, mendatang: bool) -> None:
    app = open_page(tanggal="2025-11-21", **{KUNCI_HARI: rapat})
    assert "posisi kerja sama per 21 November 2025." in words(app)
    assert ("tanggal mendatang" in words(app)) == (mendatang and date.fromisoformat(rapat) > today())
    press(app, SAMAKAN)
    assert app.session_state["tanggal"] == date.fromisoformat(rapat)
    assert SAMAKAN not in {satu.label for satu in app.button}


def test_the_same_day_is_not_remarked_on() -> None:
    app = open_page(tanggal="2025-11-21", **{KUNCI_HARI: "2025-11-21"})
    assert SAMAKAN not in {satu.label for satu in app.button}
    assert "Tanggal rapat 21" not in words(app)
    jauh = open_page(tanggal="2025-11-21", **{KUNCI_HARI: "1950-01-01"})
    assert SAMAKAN not in {satu.label for satu in jauh.button}
