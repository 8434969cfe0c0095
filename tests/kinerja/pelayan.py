"""Start one of the apps to compare, on a loopback port of its own, and stop it again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.layanan.proses import Layanan, free_port, run_command, run_layani

PEMBANDING = Path(__file__).parent / "pembanding"


@contextmanager
def run_stock(berkas: str, folder: Path, **env: str) -> Iterator[Layanan]:
    """Serve a yardstick the stock way: `streamlit run`, stock settings, no telemetry."""
    port = free_port()
    perintah = [sys.executable, "-m", "streamlit", "run", str(PEMBANDING / berkas), f"--server.port={port}"]
    # The project's own .streamlit/config.toml would tune the yardstick too: every tuned setting goes back to stock.
    perintah += ["--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false"]
    perintah += ["--runner.postScriptGC=true", "--runner.magicEnabled=true", "--server.fileWatcherType=auto"]
    perintah += ["--server.enableWebsocketCompression=false", "--server.enableStaticServing=false"]
    with run_command(perintah, port, folder, **env) as layanan:
        yield layanan


@contextmanager
def run_ours(folder: Path, **env: str) -> Iterator[Layanan]:
    """Serve this app the way `make run` does."""
    with run_layani(folder, **env) as layanan:
        yield layanan
