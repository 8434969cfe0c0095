"""Hold compressed bodies of static files: prepared ones from disk, the rest made once, fast."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import brotli

from kukar_potensi.layanan.katalog import UKURAN_MIN_MAMPAT, Aset

VERSI_MAMPAT = "1"
SANDI = {"br": ".br", "gzip": ".gz"}
_MUTU_SEGERA = {"br": 5, "gzip": 5}


@dataclass(frozen=True)
class Badan:
    """What is sent for one file: the bytes, their encoding (empty: as they are), their tag."""

    isi: bytes
    sandi: str
    etag: bytes


def compress(isi: bytes, sandi: str, mutu: int) -> bytes:
    """Return `isi` compressed as `br` or `gzip`; the same input gives the same bytes."""
    if sandi == "br":
        return bytes(brotli.compress(isi, quality=mutu))
    return gzip.compress(isi, compresslevel=min(mutu, 9), mtime=0)


def prepared_path(cache: Path, aset: Aset, sandi: str) -> Path:
    """Return where the prepared body of a file lies; a changed file has another name."""
    stat = aset.berkas.stat()
    tanda = f"{aset.berkas}|{stat.st_size}|{stat.st_mtime_ns}|{VERSI_MAMPAT}"
    sidik = hashlib.sha256(tanda.encode()).hexdigest()[:16]
    return cache / "kemas" / f"{aset.berkas.name}.{sidik}{SANDI[sandi]}"


def choose_sandi(terima: str, tersedia: Iterable[str] = ("br", "gzip")) -> str:
    """Return the best encoding that an Accept-Encoding header allows; empty for none."""
    mutu: dict[str, float] = {}
    for bagian in terima.split(","):
        nama, _, sisa = bagian.strip().partition(";")
        nilai = sisa.strip().removeprefix("q=") if sisa.strip().startswith("q=") else "1"
        try:
            mutu[nama.strip().lower()] = float(nilai)
        except ValueError:
            mutu[nama.strip().lower()] = 0.0
    lain = mutu.get("*", 0.0)
    return next((sandi for sandi in tersedia if mutu.get(sandi, lain) > 0), "")


class GudangBadan:
    """Bodies already read or compressed, kept in memory for the life of the process."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._badan: dict[tuple[Path, int, int, str], asyncio.Future[Badan]] = {}

    async def get(self, aset: Aset, sandi: str) -> Badan:
        """Return the body of a file in an encoding; many callers at once cause one piece of work.

        Raises `OSError` when the file is gone.
        """
        stat = aset.berkas.stat()
        if not aset.mampat or stat.st_size < UKURAN_MIN_MAMPAT:
            sandi = ""
        kunci = (aset.berkas, stat.st_size, stat.st_mtime_ns, sandi)
        tugas = self._badan.get(kunci)
        if tugas is None:
            tugas = asyncio.ensure_future(asyncio.to_thread(self._make, aset, sandi))
            self._badan[kunci] = tugas
            tugas.add_done_callback(lambda selesai: self._forget(kunci, selesai))
        return await asyncio.shield(tugas)

    def _forget(self, kunci: tuple[Path, int, int, str], selesai: asyncio.Future[Badan]) -> None:
        """Drop a failed piece of work, and bodies of the same file that are older."""
        if selesai.cancelled() or selesai.exception() is not None:
            self._badan.pop(kunci, None)
            return
        usang = [k for k in self._badan if k[0] == kunci[0] and k[1:3] != kunci[1:3]]
        for k in usang:
            self._badan.pop(k, None)

    def _make(self, aset: Aset, sandi: str) -> Badan:
        asli = aset.berkas.read_bytes()
        etag = b'W/"' + hashlib.sha256(asli).hexdigest()[:20].encode() + b'"'
        if not sandi:
            return Badan(asli, "", etag)
        siap = prepared_path(self._cache, aset, sandi)
        isi = siap.read_bytes() if siap.is_file() else compress(asli, sandi, _MUTU_SEGERA[sandi])
        return Badan(isi, sandi, etag)
