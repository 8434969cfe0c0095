"""List the static files that the service answers for: the only way from a URL to a file.

A URL is looked up in a table of files found beforehand, so no spelling of a path can
reach a file outside the three roots.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

JENIS_ISI = {
    ".bin": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".topojson": "application/json",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
MAMPAT = {".bin", ".css", ".geojson", ".html", ".js", ".json", ".svg", ".topojson", ".ttf", ".txt"}
UKURAN_MIN_MAMPAT = 800

_NAMA_BERSIDIK = re.compile(r"\.[0-9a-f]{8,64}\.\w+$")
_JEDA_TELUSUR_DETIK = 2.0


@dataclass(frozen=True)
class Akar:
    """One folder that is served below one URL prefix.

    `abadi` says that every name in it carries a hash of its content.
    """

    awalan: str
    folder: Path
    abadi: bool = False
    akhiran: frozenset[str] = frozenset(JENIS_ISI)


@dataclass(frozen=True)
class Aset:
    """One static file: its URL, where it lies, and whether its content can ever change."""

    url: str
    berkas: Path
    abadi: bool

    @property
    def jenis_isi(self) -> str:
        """Return the content type for the HTTP header."""
        return JENIS_ISI[self.berkas.suffix.lower()]

    @property
    def mampat(self) -> bool:
        """Say whether the kind of file gains from compression."""
        return self.berkas.suffix.lower() in MAMPAT


class Katalog:
    """All files below the given roots, by URL."""

    def __init__(self, akar: Sequence[Akar]) -> None:
        self._akar = tuple(akar)
        self._aset: dict[str, Aset] = {}
        self._ditelusuri = 0.0
        self.refresh()

    def __iter__(self) -> Iterator[Aset]:
        return iter(self._aset.values())

    def refresh(self) -> None:
        """Walk the roots again and replace the table in one step."""
        self._aset = {aset.url: aset for akar in self._akar for aset in _walk(akar)}
        self._ditelusuri = time.monotonic()

    def find(self, url: str) -> Aset | None:
        """Return the file behind a URL path, or None when it is not one of ours.

        A URL below a root that is not known yet makes the table fresh, at most every two
        seconds: a boundary file built while the service runs is found without a restart.
        """
        aset = self._aset.get(url)
        if aset is None and url.startswith(tuple(akar.awalan + "/" for akar in self._akar)):
            if time.monotonic() - self._ditelusuri < _JEDA_TELUSUR_DETIK:
                return None
            self.refresh()
            aset = self._aset.get(url)
        return aset


def build_katalog(folder_aplikasi: Path, awalan: str = "") -> Katalog:
    """Return the catalogue of Streamlit's bundle, the map component, and `static/` of the app.

    `awalan` is the base path of the app, such as "/kukar", or empty.
    """
    aman = frozenset(JENIS_ISI) - {".html"}
    return Katalog(
        [
            Akar(f"{awalan}/static", bundle_folder(), abadi=True),
            Akar(f"{awalan}/component/streamlit_folium.st_folium", component_folder()),
            Akar(f"{awalan}/app/static", folder_aplikasi / "static", akhiran=aman),
        ]
    )


def bundle_folder() -> Path:
    """Return the folder of Streamlit's own scripts, styles and fonts."""
    return _package_folder("streamlit") / "static" / "static"


def component_folder() -> Path:
    """Return the folder of the map component's own files."""
    return _package_folder("streamlit_folium") / "frontend" / "build"


def _package_folder(nama: str) -> Path:
    """Return where a package lies without loading it: loading takes seconds."""
    temuan = find_spec(nama)
    if temuan is None or temuan.origin is None:
        pesan = f"Paket {nama} belum terpasang: jalankan pip install -r requirements.txt."
        raise RuntimeError(pesan)
    return Path(temuan.origin).parent


def _walk(akar: Akar) -> Iterator[Aset]:
    if not akar.folder.is_dir():
        return
    dasar = akar.folder.resolve()
    for berkas in sorted(dasar.rglob("*")):
        relatif = berkas.relative_to(dasar)
        if berkas.suffix.lower() not in akar.akhiran or any(b.startswith(".") for b in relatif.parts):
            continue
        if not berkas.is_file() or not berkas.resolve().is_relative_to(dasar):
            continue
        abadi = akar.abadi or _NAMA_BERSIDIK.search(berkas.name) is not None
        yield Aset(f"{akar.awalan}/{relatif.as_posix()}", berkas, abadi)
