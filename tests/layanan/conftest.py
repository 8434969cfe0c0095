"""A small app of two pages, served by the real service code, for every test of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.layanan.proses import AKAR, Layanan, free_port, run_command

NASKAH = """
import pathlib
import streamlit as st

DI_SINI = pathlib.Path(__file__).parent


def satu():
    (DI_SINI / "satu.jalan").touch()
    nama = st.text_input("Nama", key="nama", bind="query-params")
    st.write(f"Halo {nama or 'dunia'}")


def dua():
    (DI_SINI / "dua.jalan").touch()
    st.write("Halaman kedua")


st.navigation([st.Page(satu, url_path="satu", default=True), st.Page(dua, url_path="dua")]).run()
"""
SERVIS = """
from pathlib import Path
from kukar_potensi.layanan.asgi import build_app
from kukar_potensi.layanan.pengaturan import read_pengaturan

app = build_app(read_pengaturan(), Path(__file__).parent / "app.py")
"""
RAHASIA = "tidak boleh keluar"


@pytest.fixture(scope="session")
def folder_aplikasi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with app.py, config.toml and static files, and a secret beside static/."""
    folder = tmp_path_factory.mktemp("aplikasi")
    (folder / "app.py").write_text(NASKAH)
    (folder / "servis_uji.py").write_text(SERVIS)
    (folder / "rahasia.txt").write_text(RAHASIA)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit/config.toml").write_text((AKAR / ".streamlit/config.toml").read_text())
    statis = folder / "static"
    statis.mkdir()
    (statis / "desa.0123456789.geojson").write_text('{"type": "FeatureCollection", "features": []}' + " " * 5000)
    (statis / "biasa.js").write_text("console.log('halo');\n" * 200)
    (statis / "titik.json").write_text("[1, 2, 3]")
    (statis / "gambar.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (statis / "halaman.html").write_text("<script>alert(1)</script>")
    (statis / "keluar.json").symlink_to(folder / "rahasia.txt")
    return folder


@pytest.fixture(scope="session")
def layanan(folder_aplikasi: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Layanan]:
    """The small app under uvicorn on a free loopback port, with an empty cache of its own."""
    port = free_port()
    perintah = [
        sys.executable,
        "-m",
        "uvicorn",
        "servis_uji:app",
        "--app-dir",
        str(folder_aplikasi),
        "--port",
        str(port),
    ]
    keluaran = tmp_path_factory.mktemp("keluaran")
    with run_command(
        [*perintah, "--ws", "websockets-sansio", "--no-access-log"],
        port,
        keluaran,
        PYTHONPATH=str(AKAR),
        KUKAR_CACHE=str(keluaran / "cache"),
    ) as satu:
        yield satu
