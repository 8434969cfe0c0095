"""Compress the static files as small as they go, once: python -m kukar_potensi.layanan.kemas.

What is already there is left alone, so the second run takes a moment. The app starts
without this step too and then compresses fast instead of small.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kukar_potensi.layanan.ikon import choose_icons, icon_path, read_daftar, write_icons
from kukar_potensi.layanan.katalog import UKURAN_MIN_MAMPAT, Aset, build_katalog, bundle_folder
from kukar_potensi.layanan.mampat import SANDI, compress, prepared_path
from kukar_potensi.layanan.pengaturan import AKAR, read_pengaturan

MUTU = {"br": 11, "gzip": 9}
# The largest chunks draw chart kinds that the app does not use: the last few percent are not worth 20 seconds.
UKURAN_BESAR = 1_000_000
MUTU_BESAR = {"br": 6, "gzip": 6}


def find_missing(katalog: Iterable[Aset], cache: Path) -> list[tuple[Aset, Path, str]]:
    """Return the compressed files that are still to be made: source, target, encoding; largest first."""
    kurang = [
        (aset, tujuan, sandi)
        for aset in katalog
        if aset.mampat and aset.berkas.stat().st_size >= UKURAN_MIN_MAMPAT
        for sandi in SANDI
        if not (tujuan := prepared_path(cache, aset, sandi)).exists()
    ]
    return sorted(kurang, key=lambda satu: -satu[0].berkas.stat().st_size)


def write_prepared(asal: Path, tujuan: Path, sandi: str) -> int:
    """Write one compressed file, whole or not at all, and return its size in bytes."""
    isi = asal.read_bytes()
    mutu = (MUTU_BESAR if len(isi) > UKURAN_BESAR else MUTU)[sandi]
    hasil = compress(isi, sandi, mutu)
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f"{tujuan.name}.{os.getpid()}.tmp")
    sementara.write_bytes(hasil)
    sementara.replace(tujuan)
    return len(hasil)


def remove_stale(katalog: Iterable[Aset], cache: Path) -> int:
    """Delete compressed files that belong to no file any more and return how many."""
    sah = {prepared_path(cache, aset, sandi) for aset in katalog for sandi in SANDI}
    usang = [b for b in (cache / "kemas").glob("*") if b not in sah]
    for berkas in usang:
        berkas.unlink(missing_ok=True)
    return len(usang)


def icon_sources() -> list[Path]:
    """Return the files of this app that may name an icon."""
    data = Path(os.environ.get("KUKAR_DATA") or AKAR / "data")
    calon = [AKAR / "app.py", *AKAR.glob("pages/*.py"), *AKAR.glob("kukar_potensi/**/*.py"), data / "sektor.csv"]
    return [berkas for berkas in calon if berkas.is_file()]


def find_pengganti(awalan: str, cache: Path) -> dict[str, Path]:
    """Return which URL gets a smaller file in its place, as far as it has been made."""
    folder = cache / "ikon"
    daftar = read_daftar(bundle_folder(), folder, susun=False)
    if daftar is None:
        return {}
    kecil = icon_path(daftar, choose_icons(daftar, icon_sources()), folder)
    return {f"{awalan}/static/media/{daftar.huruf.name}": kecil} if kecil.exists() else {}


def prepare(cache: Path) -> tuple[int, int]:
    """Make what is missing, on all cores, and return how many files were made and removed."""
    write_icons(bundle_folder(), icon_sources(), cache / "ikon")
    katalog = build_katalog(AKAR)
    kurang = find_missing(katalog, cache)
    if kurang:
        with ProcessPoolExecutor() as kumpulan:
            tugas = [kumpulan.submit(write_prepared, aset.berkas, tujuan, sandi) for aset, tujuan, sandi in kurang]
            for satu in tugas:
                satu.result()
    return len(kurang), remove_stale(katalog, cache)


def main() -> int:
    """Run the step and say in one line what it did, if anything."""
    mulai = time.monotonic()
    cache = read_pengaturan().cache
    try:
        jumlah, _ = prepare(cache)
    except OSError as galat:
        print(f"Berkas termampat tidak dapat disimpan di {cache} ({galat.strerror}); aplikasi tetap dapat jalan.")
        return 0
    if jumlah:
        print(f"{jumlah} berkas dimampatkan dalam {time.monotonic() - mulai:.0f} detik (sekali saja).")
    return 0


if __name__ == "__main__":
    sys.exit(main())
