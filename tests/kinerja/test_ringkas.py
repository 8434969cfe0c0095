"""A short run of the benchmarks, and limits that no clock decides: bytes, requests, hosts, work done."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks
from kukar_potensi.peta.muatan import build_lukisan
from kukar_potensi.sumber import load_himpunan
from tests.conftest import read_tabel
from tests.kinerja.beban import Acara, percentile, run_beban
from tests.kinerja.besar import make_folder
from tests.kinerja.kawat import BEBAS, Kawat, run_kawat
from tests.kinerja.rendam import run_rendam
from tests.kinerja.sesi import KATA, Sesi
from tests.layanan.proses import Layanan

TURUN = 8_000
NAIK = 1_000
UNSUR_PETA = 60
TUMBUH_KERJA = 1.5


async def change_everywhere(kawat: Kawat, banyak: int) -> dict[str, tuple[float, float, int]]:
    """Bytes down and up of a change, and elements, by page."""
    hasil = {}
    async with Sesi(kawat.port) as sesi:
        await sesi.run()
        for nama in list(sesi.halaman):
            await sesi.run(nama)
            await sesi.run(kata="ka")
            turun, naik = kawat.bytes_now()
            for kata in KATA[:banyak]:
                await sesi.run(kata=kata)
            kini = kawat.bytes_now()
            hasil[nama] = ((kini[0] - turun) / banyak, (kini[1] - naik) / banyak, sesi.unsur)
    return hasil


def test_a_filter_change_travels_in_few_bytes_on_every_page(layanan: Layanan):
    with run_kawat(layanan.port, BEBAS) as kawat:
        hasil = asyncio.run(change_everywhere(kawat, 6))
    assert {n: h for n, h in hasil.items() if h[0] > TURUN or h[1] > NAIK} == {}
    assert hasil["Peta"][2] <= UNSUR_PETA


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, of Python and below, a piece of work calls."""
    jumlah = 0

    def count(_frame: object, acara: str, _arg: object) -> None:
        nonlocal jumlah
        jumlah += acara in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return jumlah


def work_of(himpunan: Himpunan, saringan: Saringan) -> int:
    """Function calls of one filter change: view, figures, classes and payload of the map."""
    indeks = build_indeks(himpunan, date(2026, 1, 1))

    def change(pilihan: Saringan) -> None:
        tampak = indeks.apply(pilihan)
        assert tampak.n_potensi + tampak.n_kerja_sama + tampak.n_masuk_210 + tampak.n_masuk_210_mungkin > 0
        assert tampak.n_tinggi >= tampak.n_tinggi_indikatif
        assert tampak.n_desa_tercakup >= 0
        assert tampak.n_potensi_sektor
        build_lukisan(tampak, tingkat="kecamatan", indikator="potensi")

    change(Saringan())
    return calls_of(lambda: change(saringan))


@pytest.mark.parametrize(
    "saringan",
    [Saringan(sektor=("pertanian",)), Saringan(kecamatan=("64.02.06",), status=("aktif",)), Saringan(cari="padi")],
    ids=["sektor", "wilayah", "kata"],
)
def test_a_hundred_times_the_rows_is_hardly_more_work(himpunan: Himpunan, himpunan_besar: Himpunan, saringan: Saringan):
    assert work_of(himpunan_besar, saringan) <= TUMBUH_KERJA * work_of(himpunan, saringan)


def test_made_up_rows_are_marked_and_the_same_every_time(tmp_path: Path):
    satu, dua = (make_folder(tmp_path / nama, 3) for nama in ("satu", "dua"))
    for nama, judul in (("potensi", "nama"), ("kerja_sama", "judul")):
        isi = read_tabel(satu, nama)
        asli = len(isi) // 3
        assert isi[judul].iloc[asli:].str.startswith("BUATAN UJI ").all()
        assert isi["id"].is_unique
        assert isi.equals(read_tabel(dua, nama))
    assert load_himpunan(satu).terbuang == load_himpunan(Path("data")).terbuang


def test_visitors_come_change_together_and_leave_without_an_error(layanan: Layanan):
    catat = run_beban(layanan.port, [layanan], 4, Acara(masuk=1.0, jeda=1.0, lama=3.0))
    assert catat.galat == []
    assert len(catat.pertama) == len(catat.serentak) == 4
    assert len(catat.ubah) >= 8
    assert percentile(catat.ubah, 50) > 0


def test_memory_is_sampled_while_visitors_come_and_go(layanan: Layanan):
    hasil = run_rendam(layanan, 2, 11.0, jeda=0.5)
    assert hasil.galat == []
    assert hasil.kunjungan == 2
    assert hasil.perubahan > 2
    assert hasil.cuplikan[0][1] > 50


@pytest.mark.parametrize(("orang", "lama"), [(0, 1.0), (100_000, 1.0), (1, 1e6)])
def test_the_load_is_bounded(layanan: Layanan, orang: int, lama: float):
    with pytest.raises(ValueError, match="dibatasi"):
        run_beban(layanan.port, [layanan], orang, Acara(lama=lama))
    with pytest.raises(ValueError, match="dibatasi"):
        run_rendam(layanan, orang, lama)
