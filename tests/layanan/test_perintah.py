"""What `layani` says before it serves."""

import socket

import pytest

from kukar_potensi.layanan.perintah import build_address, check_port


@pytest.mark.parametrize(
    ("host", "alamat"),
    [
        ("127.0.0.1", "http://localhost:8501"),
        ("0.0.0.0", "http://localhost:8501"),
        ("::", "http://localhost:8501"),
        ("10.1.2.3", "http://10.1.2.3:8501"),
        ("fe80::1", "http://[fe80::1]:8501"),
    ],
)
def test_the_address_told_is_one_a_browser_opens(host, alamat):
    assert build_address(host, 8501) == alamat


def test_a_free_port_is_fine_and_a_taken_one_is_named():
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
        soket.listen()
        galat = check_port("127.0.0.1", port)
        assert str(port) in galat
        assert f"PORT={port + 1}" in galat
    assert check_port("127.0.0.1", port) == ""


def test_a_host_nobody_knows_is_told():
    assert "tidak dapat dipakai" in check_port("tidak-ada.invalid", 8501)
