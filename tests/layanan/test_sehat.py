"""/sehat tells monitors the truth about the data, whatever state it is in."""

import asyncio
import json
import time
from pathlib import Path

import kukar_potensi
from kukar_potensi.layanan.sehat import TABEL, read_laporan
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber import GalatData
from tests.layanan.proses import run_layani

KUNCI = {"status", "versi_aplikasi", "versi_data", "baris", "temuan", "terbuang", "waktu_hidup_detik"}


def test_the_real_service_tells_versions_rows_and_age(tmp_path: Path, himpunan: Himpunan):
    with run_layani(tmp_path, KUKAR_PANASKAN="tidak") as layanan:
        jawab = layanan.request("/sehat")
        laporan = json.loads(jawab.isi)
        assert jawab.status == 200, laporan
        assert jawab.kepala["cache-control"] == "no-store"
        assert set(laporan) == KUNCI
        assert laporan["status"] == "ok"
        assert laporan["versi_aplikasi"] == kukar_potensi.__version__
        assert laporan["versi_data"] == himpunan.versi
        assert laporan["baris"] == {nama: len(getattr(himpunan, nama)) for nama in TABEL}
        assert laporan["temuan"] == len(himpunan.temuan)
        assert laporan["waktu_hidup_detik"] >= 0
        assert layanan.request("/sehat", "HEAD").status == 200


def test_broken_data_is_told_with_503_and_the_page_still_opens(tmp_path: Path):
    with run_layani(tmp_path, KUKAR_DATA=str(tmp_path / "kosong"), KUKAR_PANASKAN="tidak") as layanan:
        jawab = layanan.request("/sehat")
        laporan = json.loads(jawab.isi)
        assert jawab.status == 503
        assert laporan["status"] == "galat"
        assert laporan["pesan"]
        assert laporan["versi_data"] is None
        assert layanan.request("/").status == 200


def test_data_that_is_still_being_read_is_told_as_such():
    laporan = asyncio.run(read_laporan(lambda: time.sleep(0.3), 0.05))  # type: ignore[arg-type]
    assert laporan["status"] == "menyiapkan"


def test_a_fault_of_the_data_is_told_in_its_own_words():
    def muat() -> Himpunan:
        raise GalatData("berkas potensi.csv tidak ada")

    laporan = asyncio.run(read_laporan(muat, 1))
    assert (laporan["status"], laporan["pesan"]) == ("galat", "berkas potensi.csv tidak ada")
    assert set(laporan) == KUNCI | {"pesan"}
