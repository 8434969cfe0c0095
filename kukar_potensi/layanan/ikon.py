"""Cut Streamlit's icon font down to the icons that can appear, so that it does not delay a first visit.

The font holds 4,300 icons in 375 kB; Streamlit's own controls and this app use a few
hundred. An icon is kept when its name stands as a word in Streamlit's scripts, in our
Python sources, or in a table of the data folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_KATA = re.compile(r"[`'\":,;\s]([a-z0-9_]{2,40})(?=[`'\":,;\s])")
_KATA_SKRIP = re.compile(r"[`'\"]([a-z0-9_]{2,40})[`'\"]")
_IKON = re.compile(r":material/(\w+):")
_SKRIP_MAKS = 1_000_000
_HURUF = "abcdefghijklmnopqrstuvwxyz0123456789_"


@dataclass(frozen=True)
class DaftarIkon:
    """The icons that Streamlit's font holds, and those of them that Streamlit's own scripts may show."""

    huruf: Path
    semua: frozenset[str]
    streamlit: frozenset[str]


def find_font(bundel: Path) -> Path | None:
    """Return Streamlit's icon font; None when this version has none under that name."""
    return next(iter(sorted(bundel.glob("media/MaterialSymbols-Rounded*.woff2"))), None)


def read_daftar(bundel: Path, folder: Path, *, susun: bool) -> DaftarIkon | None:
    """Return the list of icons, kept in `folder` for the next time.

    None when there is no such font, or when the list was never made and `susun` does not
    ask to make it (it takes about a second).
    """
    font = find_font(bundel)
    if font is None:
        return None
    stat = font.stat()
    catatan = folder / f"daftar.{_digest(f'{font}|{stat.st_size}|{stat.st_mtime_ns}')}.json"
    if catatan.exists():
        isi = json.loads(catatan.read_text(encoding="utf-8"))
        return DaftarIkon(font, frozenset(isi["semua"]), frozenset(isi["streamlit"]))
    if not susun:
        return None
    semua = read_names(TTFont(font)).keys()
    daftar = DaftarIkon(font, frozenset(semua), frozenset(semua & collect_script_words(bundel)))
    isi = {"semua": sorted(daftar.semua), "streamlit": sorted(daftar.streamlit)}
    _write(catatan, json.dumps(isi).encode())
    return daftar


def collect_script_words(bundel: Path) -> set[str]:
    """Return every word in Streamlit's scripts that may name an icon."""
    kata: set[str] = set()
    for skrip in bundel.glob("js/*.js"):
        teks = skrip.read_text(encoding="utf-8", errors="replace")
        kata.update(_IKON.findall(teks))
        if len(teks) < _SKRIP_MAKS:
            kata.update(_KATA_SKRIP.findall(teks))
    return kata


def choose_icons(daftar: DaftarIkon, sumber: Iterable[Path]) -> frozenset[str]:
    """Return the icons to keep: Streamlit's, and every one whose name stands in our own files."""
    kata: set[str] = set()
    for berkas in sumber:
        teks = berkas.read_text(encoding="utf-8", errors="replace")
        kata.update(_KATA.findall(teks), _IKON.findall(teks))
    return daftar.streamlit | (daftar.semua & kata)


def icon_path(daftar: DaftarIkon, ikon: frozenset[str], folder: Path) -> Path:
    """Return where the font cut to these icons lies, written or not."""
    return folder / f"ikon.{_digest('|'.join([daftar.huruf.name, *sorted(ikon)]))}.woff2"


def write_icons(bundel: Path, sumber: Iterable[Path], folder: Path) -> Path | None:
    """Cut the font unless that is done already, remove older cuts, and return the path; None without a font."""
    daftar = read_daftar(bundel, folder, susun=True)
    if daftar is None:
        return None
    ikon = choose_icons(daftar, sumber)
    tujuan = icon_path(daftar, ikon, folder)
    if not tujuan.exists():
        _write(tujuan, subset_font(daftar.huruf, ikon))
    for lama in folder.glob("ikon.*.woff2"):
        if lama != tujuan:
            lama.unlink(missing_ok=True)
    return tujuan


def read_names(font: TTFont) -> dict[str, str]:
    """Return the glyph of every icon name that the font knows (its ligatures)."""
    huruf = {glif: chr(kode) for kode, glif in font.getBestCmap().items()}
    nama: dict[str, str] = {}
    for lihat in font["GSUB"].table.LookupList.Lookup:
        for tabel in lihat.SubTable:
            ligatur = getattr(getattr(tabel, "ExtSubTable", tabel), "ligatures", {})
            for awal, daftar in ligatur.items():
                for satu in daftar:
                    glif = [awal, *satu.Component]
                    if all(g in huruf for g in glif):
                        nama["".join(huruf[g] for g in glif)] = satu.LigGlyph
    return nama


def subset_font(asal: Path, ikon: frozenset[str]) -> bytes:
    """Return the font with only these icons, as WOFF2."""
    font = TTFont(asal)
    nama = read_names(font)
    pilihan = subset.Options()
    pilihan.layout_features = ["*"]
    pilihan.layout_closure = False
    pemotong = subset.Subsetter(pilihan)
    pemotong.populate(glyphs=[nama[satu] for satu in sorted(ikon & nama.keys())], text=_HURUF)
    pemotong.subset(font)
    font.flavor = "woff2"
    hasil = BytesIO()
    font.save(hasil)
    return hasil.getvalue()


def _digest(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()[:16]


def _write(tujuan: Path, isi: bytes) -> None:
    """Write a file whole or not at all."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f"{tujuan.name}.{os.getpid()}.tmp")
    sementara.write_bytes(isi)
    sementara.replace(tujuan)
