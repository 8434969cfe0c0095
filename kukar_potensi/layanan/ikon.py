"""Cut Streamlit's icon font down to the icons that can appear, so that it does not delay a first visit.

The font holds 4,300 icons in 375 kB; Streamlit's own controls and this app use a few
hundred. An icon is kept when its name stands as a word in Streamlit's scripts, in our
Python sources, or in a table of the data folder.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

_KATA = re.compile(r"[`'\":,;\s]([a-z0-9_]{2,40})(?=[`'\":,;\s])")
_IKON = re.compile(r":material/(\w+):")
_SKRIP_MAKS = 1_000_000
_HURUF = "abcdefghijklmnopqrstuvwxyz0123456789_"


def find_font(bundel: Path) -> Path | None:
    """Return Streamlit's icon font; None when this version has none under that name."""
    return next(iter(sorted(bundel.glob("media/MaterialSymbols-Rounded*.woff2"))), None)


def collect_words(bundel: Path, sumber: Iterable[Path]) -> set[str]:
    """Return every word that may name an icon: in Streamlit's scripts, and in our own files."""
    kata: set[str] = set()
    for skrip in bundel.glob("js/*.js"):
        teks = skrip.read_text(encoding="utf-8", errors="replace")
        kata.update(_IKON.findall(teks))
        if len(teks) < _SKRIP_MAKS:
            kata.update(re.findall(r"[`'\"]([a-z0-9_]{2,40})[`'\"]", teks))
    for berkas in sumber:
        kata.update(_KATA.findall(berkas.read_text(encoding="utf-8", errors="replace")))
        kata.update(_IKON.findall(berkas.read_text(encoding="utf-8", errors="replace")))
    return kata


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


def icon_key(font: Path, sumber: Iterable[Path]) -> str:
    """Return what the cut font depends on: the font and every file that may name an icon, as they stand now."""
    stat = [(b, b.stat()) for b in (font, *sorted(sumber))]
    tanda = "|".join(f"{b}:{s.st_size}:{s.st_mtime_ns}" for b, s in stat)
    return hashlib.sha256(tanda.encode()).hexdigest()[:16]


def icon_path(bundel: Path, sumber: Iterable[Path], folder: Path) -> Path | None:
    """Return where the cut font for these files lies, written or not; None when there is no font to cut."""
    font = find_font(bundel)
    return None if font is None else folder / f"ikon.{icon_key(font, sumber)}.woff2"


def write_icons(bundel: Path, sumber: Sequence[Path], folder: Path) -> Path | None:
    """Cut the font unless that is done already, remove older cuts, and return the path."""
    font, tujuan = find_font(bundel), icon_path(bundel, sumber, folder)
    if font is None or tujuan is None:
        return None
    if not tujuan.exists():
        folder.mkdir(parents=True, exist_ok=True)
        sementara = tujuan.with_name(f"{tujuan.name}.{os.getpid()}.tmp")
        subset_font(font, collect_words(bundel, sumber), sementara)
        sementara.replace(tujuan)
    for lama in folder.glob("ikon.*.woff2"):
        if lama != tujuan:
            lama.unlink(missing_ok=True)
    return tujuan


def subset_font(asal: Path, kata: set[str], tujuan: Path) -> None:
    """Write the font with only the icons named in `kata`."""
    font = TTFont(asal)
    nama = read_names(font)
    pilihan = subset.Options()
    pilihan.layout_features = ["*"]
    pilihan.layout_closure = False
    pemotong = subset.Subsetter(pilihan)
    pemotong.populate(glyphs=[nama[k] for k in sorted(kata & nama.keys())], text=_HURUF)
    pemotong.subset(font)
    font.flavor = "woff2"
    font.save(tujuan)
