"""Cards say amounts as people do, and carry hostile text as text."""

import math

import pytest

from kukar_potensi.tampilan.bagian import amount_text, source_links


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"),
    [
        (6.25, "Rp miliar", "Rp6,25 miliar"),
        (20, "Rp miliar/bulan", "Rp20 miliar/bulan"),
        (1520.63, "ha", "1.520,63 ha"),
        (3, None, "3"),
        (3, math.nan, "3"),
    ],
)
def test_amounts_read_as_people_say_them(nilai, satuan, teks):
    assert amount_text(nilai, satuan) == teks


def test_only_web_addresses_become_links():
    html = source_links(
        ["https://kukarkab.go.id/a?b=1&c=2", "javascript:alert(1)", "Kepmendagri 050-145/2022", "http:///x"]
    )
    assert html.count("<a ") == 1
    assert 'href="https://kukarkab.go.id/a?b=1&amp;c=2"' in html
    assert 'rel="noopener noreferrer"' in html
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html


def test_a_quote_in_an_address_cannot_leave_the_attribute():
    html = source_links(['https://contoh.id/"onmouseover="alert(1)'])
    assert 'onmouseover="' not in html
