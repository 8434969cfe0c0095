"""First visit, return visit and filter change of every page, in real Chromium, over a free and a weak link."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.kinerja.kawat import BEBAS, LEMAH, Kawat, Laju, run_kawat
from tests.kinerja.layar import BIASA, KOSONG, PETA, SEKTOR, TERTALA, Sasaran, answer_outside, our_pages
from tests.kinerja.pelayan import cpu_seconds, run_ours, run_stock, run_tuned
from tests.layanan.proses import Layanan
from tests.peramban.conftest import BENDERA, find_chromium

TENANG_DETIK = 1.5
JEDA_MS = 250


@dataclass
class Ukuran:
    """What one page cost over one link: every time in seconds, bytes down and up, requests, CPU of the service."""

    nama: str
    tautan: str
    pertama: list[float] = field(default_factory=list)
    kembali: list[float] = field(default_factory=list)
    ubah: list[float] = field(default_factory=list)
    pertama_bita: list[int] = field(default_factory=list)
    kembali_bita: list[int] = field(default_factory=list)
    ubah_turun: list[int] = field(default_factory=list)
    ubah_naik: list[int] = field(default_factory=list)
    ubah_cpu: list[float] = field(default_factory=list)
    permintaan: int = 0
    luar: int = 0

    def middle(self, nama: str) -> float:
        """Median of one list; NaN when nothing was measured."""
        nilai = getattr(self, nama)
        return float(statistics.median(nilai)) if nilai else float("nan")


def settle(page: Page, kawat: Kawat, batas_detik: float = 60.0) -> None:
    """Wait until nothing has passed on the wire for a while: what is fetched ahead counts too."""
    lama, diam, batas = kawat.bytes_now(), 0.0, time.monotonic() + batas_detik
    while diam < TENANG_DETIK and time.monotonic() < batas:
        page.wait_for_timeout(100)
        kini = kawat.bytes_now()
        diam = diam + 0.1 if kini == lama else 0.0
        lama = kini


def visit(konteks: BrowserContext, kawat: Kawat, sasaran: Sasaran, hasil: Ukuran) -> tuple[Page, float, int]:
    """Open the page in a new tab; return tab, seconds to painted, and bytes down until all is quiet."""
    page = konteks.new_page()
    minta: list[str] = []
    page.on("request", lambda r: minta.append(r.url) if r.url.startswith("http") else None)
    luar = answer_outside(page)
    sebelum, awal = kawat.bytes_now()[0], time.perf_counter()
    page.goto(kawat.alamat + sasaran.jalur, wait_until="commit")
    sasaran.painted(page)
    lama = time.perf_counter() - awal
    settle(page, kawat)
    hasil.permintaan, hasil.luar = max(hasil.permintaan, len(minta)), max(hasil.luar, len(luar))
    return page, lama, kawat.bytes_now()[0] - sebelum


def change(
    page: Page, kawat: Kawat, layanan: Layanan, sasaran: Sasaran, hasil: Ukuran, banyak: int, mulai: int = 0
) -> None:
    """Change the filter `banyak` times, from the choice `mulai` on."""
    for ke in range(mulai, mulai + banyak):
        sebelum, cpu, awal = kawat.bytes_now(), cpu_seconds([layanan]), time.perf_counter()
        sasaran.change(page, ke)
        hasil.ubah.append(time.perf_counter() - awal)
        page.wait_for_timeout(JEDA_MS)
        kini = kawat.bytes_now()
        hasil.ubah_turun.append(kini[0] - sebelum[0])
        hasil.ubah_naik.append(kini[1] - sebelum[1])
        hasil.ubah_cpu.append(cpu_seconds([layanan]) - cpu)


def measure(
    peramban: Browser, layanan: Layanan, sasaran: Sasaran, laju: Laju, putaran: int, banyak: int = len(SEKTOR)
) -> Ukuran:
    """Visit in a fresh profile, change the filter, close the tab and come back; `putaran` times."""
    hasil = Ukuran(sasaran.nama, "bebas" if laju == BEBAS else "lemah")
    for _ in range(putaran):
        with run_kawat(layanan.port, laju) as kawat:
            konteks = peramban.new_context(viewport={"width": 1366, "height": 900}, locale="id-ID")
            page, lama, bita = visit(konteks, kawat, sasaran, hasil)
            hasil.pertama.append(lama)
            hasil.pertama_bita.append(bita)
            change(page, kawat, layanan, sasaran, hasil, banyak)
            page.close()
            page, lama, bita = visit(konteks, kawat, sasaran, hasil)
            hasil.kembali.append(lama)
            hasil.kembali_bita.append(bita)
            konteks.close()
    return hasil


def run_pages(
    folder: Path, putaran: int, putaran_lemah: int, *, tulis: Callable[[str], None], biasa: bool = True
) -> list[Ukuran]:
    """Measure the empty app, this app's pages and the usual page one after the other over both links."""
    jalur = find_chromium()
    if jalur is None:
        raise FileNotFoundError("Chromium belum ada. Pasang: apt-get install chromium")
    hasil: list[Ukuran] = []

    def one(peramban: Browser, layanan: Layanan, sasaran: Sequence[Sasaran], lemah: bool) -> None:
        for satu in sasaran:
            for laju, kali in ((BEBAS, putaran), (LEMAH, putaran_lemah if lemah else 0)):
                if kali:
                    banyak = len(SEKTOR) if laju == BEBAS else 3
                    hasil.append(measure(peramban, layanan, satu, laju, kali, banyak))
                    tulis(f"{satu.nama} ({hasil[-1].tautan}): {hasil[-1].middle('pertama'):.2f} detik")

    with sync_playwright() as pw, pw.chromium.launch(executable_path=jalur, args=BENDERA) as peramban:
        with run_stock("kosong.py", folder) as layanan:
            one(peramban, layanan, [KOSONG], lemah=True)
        with run_ours(folder) as layanan:
            one(peramban, layanan, [PETA], lemah=True)
            one(peramban, layanan, our_pages()[1:], lemah=True)
        if biasa:
            with run_stock("biasa.py", folder) as layanan:
                one(peramban, layanan, [BIASA], lemah=True)
    return hasil


def run_bergantian(folder: Path, banyak: int, data: Path) -> list[Ukuran]:
    """Change the filter of the empty app, of the same one on our server, of our map and of the usual page in turns.

    All run at once. On a machine that has other work too, this is the fair comparison: all meet the same moments. The
    empty app on our server is as fast as a Streamlit app can be here, whatever it does. A turn begins
    when nothing passes any more, so that nobody meets what the one before still has to do.
    """
    jalur = find_chromium()
    if jalur is None:
        raise FileNotFoundError("Chromium belum ada. Pasang: apt-get install chromium")
    with (
        run_stock("kosong.py", folder) as kosong,
        run_tuned("kosong.py", folder) as tertala,
        run_stock("biasa.py", folder, KUKAR_DATA=str(data)) as biasa,
        run_ours(folder, KUKAR_DATA=str(data)) as kami,
        sync_playwright() as pw,
        pw.chromium.launch(executable_path=jalur, args=BENDERA) as peramban,
        run_kawat(kosong.port) as satu,
        run_kawat(tertala.port) as dua,
        run_kawat(kami.port) as tiga,
        run_kawat(biasa.port) as empat,
    ):
        baris = []
        for sasaran, layanan, kawat in (
            (KOSONG, kosong, satu),
            (TERTALA, tertala, dua),
            (PETA, kami, tiga),
            (BIASA, biasa, empat),
        ):
            konteks = peramban.new_context(viewport={"width": 1366, "height": 900}, locale="id-ID")
            hasil = Ukuran(sasaran.nama, "bebas")
            page, lama, bita = visit(konteks, kawat, sasaran, hasil)
            hasil.pertama, hasil.pertama_bita, hasil.kembali, hasil.kembali_bita = [lama], [bita], [lama], [bita]
            baris.append((page, kawat, layanan, sasaran, hasil))
        for ke in range(banyak):
            for page, kawat, layanan, sasaran, hasil in baris:
                page.bring_to_front()
                settle(page, kawat)
                change(page, kawat, layanan, sasaran, hasil, 1, ke)
        return [hasil for *_, hasil in baris]


def table(hasil: Sequence[Ukuran]) -> str:
    """Markdown tables, one a link: ratios against the empty app of the same run, and bytes."""
    baris: list[str] = []
    for tautan in ("bebas", "lemah"):
        isi = [satu for satu in hasil if satu.tautan == tautan]
        dasar = next((satu for satu in isi if satu.nama == KOSONG.nama), None)
        if dasar is None:
            continue
        baris += [
            f"Tautan {tautan}:",
            "",
            "| halaman | kunjungan pertama | x kosong | kembali | x kosong | ubah saringan | x kosong | kB pertama | kB kembali | kB ubah turun/naik | CPU ubah | permintaan (luar) |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|",
        ]
        baris += [_row(satu, dasar) for satu in isi]
        baris.append("")
    return "\n".join(baris)


def _row(satu: Ukuran, dasar: Ukuran) -> str:
    sel: list[Any] = [satu.nama]
    for nama in ("pertama", "kembali", "ubah"):
        nilai = satu.middle(nama)
        sel += [f"{nilai:.2f} dtk" if nama != "ubah" else f"{nilai * 1000:.0f} ms", f"{nilai / dasar.middle(nama):.2f}"]
    sel += [f"{satu.middle('pertama_bita') / 1000:.0f}", f"{satu.middle('kembali_bita') / 1000:.0f}"]
    sel.append(f"{satu.middle('ubah_turun') / 1000:.1f} / {satu.middle('ubah_naik') / 1000:.2f}")
    sel.append(f"{statistics.mean(satu.ubah_cpu) * 1000:.0f} ms" if satu.ubah_cpu else "")
    sel.append(f"{satu.permintaan} ({satu.luar})")
    return "| " + " | ".join(str(s) for s in sel) + " |"


def as_json(hasil: Sequence[Ukuran]) -> list[dict[str, Any]]:
    """Return every single measurement."""
    return [asdict(satu) for satu in hasil]
