"""Start one of the apps to compare, on a loopback port of its own, and stop it again."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.layanan.proses import AKAR, Layanan, free_port, run_command, run_layani, stop

PEMBANDING = Path(__file__).parent / "pembanding"
NGINX = """\
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx-galat.log; worker_processes 1;
events {{ worker_connections 8192; }}
http {{
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  map $http_upgrade $sambungan {{ default upgrade; "" ""; }}
  map $cookie_kukar_simpul $simpul {{ default $cookie_kukar_simpul; "" $request_id; }}
  upstream kukar {{ hash $simpul consistent; {server} keepalive 64; }}
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    location / {{
      proxy_pass http://kukar; proxy_http_version 1.1; proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $sambungan; proxy_read_timeout 1h;
    }}
  }}
}}
"""


@contextmanager
def run_stock(berkas: str, folder: Path, **env: str) -> Iterator[Layanan]:
    """Serve a yardstick the stock way: `streamlit run` with every setting as it comes, but no telemetry."""
    port = free_port()
    # Started beside a copy, so that this project's .streamlit/config.toml does not tune the yardstick.
    salinan = folder / berkas
    salinan.write_text((PEMBANDING / berkas).read_text(encoding="utf-8"), encoding="utf-8")
    perintah = [sys.executable, "-m", "streamlit", "run", str(salinan), f"--server.port={port}"]
    perintah += ["--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false"]
    env = {"KUKAR_DATA": str(AKAR / "data")} | env
    with run_command(perintah, port, folder, folder, **env) as layanan:
        yield layanan


@contextmanager
def run_tuned(berkas: str, folder: Path) -> Iterator[Layanan]:
    """Serve a yardstick with this project's server and settings: what is left is Streamlit's own."""
    port, tempat = free_port(), folder / "tertala"
    shutil.copytree(AKAR / ".streamlit", tempat / ".streamlit")
    (tempat / "static").mkdir()
    shutil.copy(PEMBANDING / berkas, tempat / berkas)
    perintah = [sys.executable, str(PEMBANDING / "tertala.py"), str(tempat / berkas), str(port)]
    with run_command(perintah, port, folder, tempat, PYTHONPATH=str(AKAR)) as layanan:
        yield layanan


@contextmanager
def run_ours(folder: Path, **env: str) -> Iterator[Layanan]:
    """Serve this app the way `make run` does, warm as after its first minute."""
    subprocess.run([sys.executable, "-m", "kukar_potensi.layanan.kemas"], cwd=AKAR, check=True, timeout=600)
    with run_layani(folder, **env) as layanan:
        wait_warm(layanan)
        yield layanan


@contextmanager
def run_many(banyak: int, folder: Path, **env: str) -> Iterator[tuple[int, list[Layanan]]]:
    """Serve this app with several processes behind nginx, sticky by cookie; yield nginx's port and the processes.

    Each process has a core of its own, as in docs/operasi.md; nginx and the client run wherever there is room.
    """
    with contextlib.ExitStack() as tumpuk:
        semua = [tumpuk.enter_context(run_ours(folder, **env)) for _ in range(banyak)]
        for ke, satu in enumerate(semua):
            keep_on_core(satu, ke)
        port = free_port()
        daftar = " ".join(f"server 127.0.0.1:{satu.port};" for satu in semua)
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, server=daftar, port=port), encoding="utf-8")
        perintah = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
        nginx = subprocess.Popen(perintah, stderr=subprocess.DEVNULL)
        try:
            time.sleep(0.5)
            yield port, semua
        finally:
            stop(nginx)


def wait_warm(layanan: Layanan, batas_detik: float = 120.0) -> None:
    """Wait until the service has run every page once: its processor is quiet for a second."""
    proses, batas = psutil.Process(layanan.proses.pid), time.monotonic() + batas_detik
    layanan.request("/sehat")
    while time.monotonic() < batas:
        awal = sum(proses.cpu_times()[:2])
        time.sleep(1.0)
        if sum(proses.cpu_times()[:2]) - awal < 0.1:
            return


def keep_on_core(layanan: Layanan, ke: int) -> None:
    """Let a service compute on one core only, where the system knows of such a thing (the cores in turn)."""
    proses = psutil.Process(layanan.proses.pid)
    if hasattr(proses, "cpu_affinity"):
        proses.cpu_affinity([ke % (psutil.cpu_count() or 1)])


def cpu_seconds(layanan: Sequence[Layanan]) -> float:
    """CPU seconds that services have used, children included."""
    induk = [psutil.Process(satu.proses.pid) for satu in layanan]
    return sum(sum(p.cpu_times()[:2]) for satu in induk for p in (satu, *satu.children(recursive=True)))


def memory_mb(layanan: Sequence[Layanan]) -> float:
    """Resident memory of services in MB."""
    return sum(psutil.Process(satu.proses.pid).memory_info().rss for satu in layanan) / 1e6
