"""Start the service in a process of its own, speak to it as a browser would, and stop it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

AKAR = Path(__file__).resolve().parents[2]
BATAS_SIAP_DETIK = 90.0


@dataclass
class Layanan:
    """A running service: its port, its process, and the file that takes its output."""

    port: int
    proses: subprocess.Popen[bytes]
    keluaran: Path

    @property
    def alamat(self) -> str:
        """Address of the service, without a closing slash."""
        return f"http://127.0.0.1:{self.port}"

    def request(self, jalur: str, metode: str = "GET", **kepala: str) -> Jawaban:
        """Ask for a path exactly as it is written; `accept_encoding="br"` is a header."""
        hubungan = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            hubungan.putrequest(metode, jalur, skip_accept_encoding=True)
            for nama, nilai in kepala.items():
                hubungan.putheader(nama.replace("_", "-"), nilai)
            hubungan.endheaders()
            jawab = hubungan.getresponse()
            return Jawaban(jawab.status, {k.lower(): v for k, v in jawab.getheaders()}, jawab.read())
        finally:
            hubungan.close()

    def run_script(self, kueri: str = "", halaman: str = "") -> list[ForwardMsg]:
        """Run a page (empty: the start page) over the websocket and return every message up to the run's last end."""
        pesan = BackMsg()
        pesan.rerun_script.page_name = halaman
        pesan.rerun_script.query_string = kueri
        terima: list[ForwardMsg] = []
        alamat = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        with connect(alamat, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None) as soket:
            soket.send(pesan.SerializeToString())
            while not terima or not has_ended(terima[-1]):
                isi = soket.recv(timeout=60)
                assert isinstance(isi, bytes)
                terima.append(ForwardMsg.FromString(isi))
        return terima

    def output(self) -> str:
        """Return what the service has printed so far."""
        return self.keluaran.read_text(encoding="utf-8", errors="replace")


def has_ended(pesan: ForwardMsg) -> bool:
    """Tell whether a message is the end of a run that is not begun anew at once."""
    dimulai_lagi = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return pesan.WhichOneof("type") == "script_finished" and pesan.script_finished != dimulai_lagi


@dataclass
class Jawaban:
    """One HTTP answer: status, headers in lower case, body as sent (compressed or not)."""

    status: int
    kepala: dict[str, str]
    isi: bytes


def free_port() -> int:
    """Return a port on the loopback address that nobody uses now."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@contextmanager
def run_layani(folder: Path, **env: str) -> Iterator[Layanan]:
    """Run the real service, `python -m kukar_potensi layani`, until the block ends."""
    port = free_port()
    with run_command(
        [sys.executable, "-m", "kukar_potensi", "layani", "--port", str(port)], port, folder, **env
    ) as satu:
        yield satu


@contextmanager
def run_command(perintah: Sequence[str], port: int, folder: Path, tempat: Path = AKAR, **env: str) -> Iterator[Layanan]:
    """Run a command in a folder that serves on a loopback port, from the moment it answers until the block ends."""
    keluaran = folder / f"layanan-{port}.log"
    with keluaran.open("wb") as berkas:
        proses = subprocess.Popen(perintah, cwd=tempat, env=os.environ | env, stdout=berkas, stderr=subprocess.STDOUT)
        layanan = Layanan(port, proses, keluaran)
        try:
            _wait_ready(layanan)
            yield layanan
        finally:
            stop(proses)


def stop(proses: subprocess.Popen[bytes]) -> None:
    """End one process that was started here, and wait for it."""
    if proses.poll() is None:
        proses.send_signal(signal.SIGTERM)
        try:
            proses.wait(15)
        except subprocess.TimeoutExpired:
            proses.kill()
            proses.wait(5)


def _wait_ready(layanan: Layanan) -> None:
    batas = time.monotonic() + BATAS_SIAP_DETIK
    while time.monotonic() < batas and layanan.proses.poll() is None:
        try:
            with urllib.request.urlopen(f"{layanan.alamat}/_stcore/health", timeout=30):
                return
        except urllib.error.HTTPError as galat:
            galat.close()
        except OSError:
            pass
        time.sleep(0.1)
    pesan = f"layanan tidak siap:\n{layanan.output()[-3000:]}"
    raise RuntimeError(pesan)
