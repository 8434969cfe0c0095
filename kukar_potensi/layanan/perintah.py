"""The subcommand `layani`: serve the app with uvicorn."""

from __future__ import annotations

import argparse
import socket
import sys

PORTA_BAWAAN = 8501
PESAN_MAKS_BYTE = 32 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `layani` to its parser."""
    parser.description = "Menjalankan aplikasi sebagai layanan web."
    parser.add_argument("--host", default="127.0.0.1", help="alamat yang dilayani; 0.0.0.0 = seluruh jaringan")
    parser.add_argument("--port", type=int, default=PORTA_BAWAAN, help=f"nomor porta (bawaan {PORTA_BAWAAN})")


def run(args: argparse.Namespace) -> int:
    """Serve until stopped; return the exit code, 1 when the port cannot be had."""
    galat = check_port(args.host, args.port)
    if galat:
        print(galat, file=sys.stderr)
        return 1
    import uvicorn  # noqa: PLC0415  (the other subcommands do without it)

    print(f"Kukar Potensi: {build_address(args.host, args.port)}  (berhenti: Ctrl+C)", flush=True)
    uvicorn.run(
        "kukar_potensi.layanan.asgi:app",
        host=args.host,
        port=args.port,
        ws="kukar_potensi.layanan.soket:SoketMampat",
        ws_per_message_deflate=True,
        ws_max_size=PESAN_MAKS_BYTE,
        ws_ping_interval=30.0,
        ws_ping_timeout=30.0,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    return 0


def check_port(host: str, port: int) -> str:
    """Return why an address cannot be served, in Indonesian; empty when it can."""
    try:
        keluarga = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(keluarga, socket.SOCK_STREAM) as soket:
            if sys.platform != "win32":
                soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            soket.bind((host, port))
    except (OSError, OverflowError) as galat:
        return (
            f"Porta {port} pada {host} tidak dapat dipakai ({getattr(galat, 'strerror', None) or galat}). "
            f"Pilih porta lain, misalnya PORT={port + 1 if port < 65535 else PORTA_BAWAAN} make run."
        )
    return ""


def build_address(host: str, port: int) -> str:
    """Return the address to open in a browser."""
    tampak = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host  # noqa: S104  (compared, not bound)
    return f"http://{f'[{tampak}]' if ':' in tampak else tampak}:{port}"
