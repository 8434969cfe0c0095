"""The app runs under the service and under plain Streamlit, and is warm before anyone comes."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.layanan.proses import AKAR, Layanan, free_port, run_command, run_layani


def texts(pesan: list) -> str:
    return " ".join(
        p.delta.new_element.markdown.body
        for p in pesan
        if p.WhichOneof("type") == "delta" and p.delta.HasField("new_element")
    )


def finished_well(pesan: list) -> bool:
    akhir = pesan[-1].script_finished
    galat = [p for p in pesan if p.WhichOneof("type") == "delta" and p.delta.new_element.HasField("exception")]
    return akhir == type(pesan[-1]).FINISHED_SUCCESSFULLY and not galat


def test_a_run_over_the_websocket_answers(layanan: Layanan):
    assert "Halo dunia" in texts(layanan.run_script())


def test_a_link_carries_its_query_into_the_run(layanan: Layanan):
    assert "Halo Tenggarong" in texts(layanan.run_script("nama=Tenggarong"))


def test_every_page_has_run_before_the_first_visitor(layanan: Layanan, folder_aplikasi: Path):
    batas = time.monotonic() + 30
    jejak = [folder_aplikasi / "satu.jalan", folder_aplikasi / "dua.jalan"]
    while time.monotonic() < batas and not all(j.exists() for j in jejak):
        time.sleep(0.1)
    assert all(j.exists() for j in jejak)


def test_the_real_app_runs_under_the_service(tmp_path: Path):
    with run_layani(tmp_path) as satu:
        assert finished_well(satu.run_script()), satu.output()


def test_visitors_of_a_page_before_anything_has_run_all_see_the_frame(tmp_path: Path):
    """A service that just started, and many who open the same link again at once."""
    with run_layani(tmp_path, KUKAR_PANASKAN="0") as satu, ThreadPoolExecutor(4) as orang:
        assert all(map(has_frame, orang.map(lambda _: satu.run_script(halaman="kerja_sama"), range(4))))


def has_frame(pesan: list) -> bool:
    isi = [p.delta.new_element.html.body for p in pesan if p.WhichOneof("type") == "delta"]
    return any("kp-kepala" in satu for satu in isi) and any("kp-kaki" in satu for satu in isi)


def test_the_real_app_runs_under_plain_streamlit(tmp_path: Path):
    port = free_port()
    perintah = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    with run_command(perintah, port, tmp_path) as satu, ThreadPoolExecutor(4) as orang:
        assert all(map(has_frame, orang.map(lambda _: satu.run_script(halaman="kerja_sama"), range(4))))
        assert finished_well(satu.run_script()), satu.output()


def test_a_taken_port_is_told_in_one_line(layanan: Layanan):
    hasil = subprocess.run(
        [sys.executable, "-m", "kukar_potensi", "layani", "--port", str(layanan.port)],
        cwd=AKAR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert hasil.returncode == 1
    assert len(hasil.stderr.strip().splitlines()) == 1
    assert str(layanan.port) in hasil.stderr


@pytest.mark.parametrize("port", ["0x", "99999999"])
def test_a_port_that_is_none_is_refused(port: str):
    hasil = subprocess.run(
        [sys.executable, "-m", "kukar_potensi", "layani", "--port", port],
        cwd=AKAR,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert hasil.returncode in {1, 2}
    assert "Traceback" not in hasil.stderr
