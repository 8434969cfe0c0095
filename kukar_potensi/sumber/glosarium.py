"""Read the glossary of the documents: one text for the page, the help on screen, and the reader of docs/."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

BERKAS = Path(__file__).resolve().parents[2] / "docs" / "glosarium.md"
_BARIS = re.compile(r"^\| (?P<istilah>[^|]+) \| (?P<arti>[^|]+) \|$")


@lru_cache(maxsize=4)
def load_glosarium(berkas: Path = BERKAS) -> dict[str, str]:
    """Return term -> meaning in the order of the file, without the heading of the table.

    A file that is not there gives an empty glossary: the pages stand without it.
    """
    if not berkas.is_file():
        return {}
    hasil: dict[str, str] = {}
    for baris in berkas.read_text(encoding="utf-8").splitlines():
        cocok = _BARIS.match(baris.strip())
        if cocok and cocok["istilah"].strip() != "Istilah" and not set(cocok["istilah"]) <= set("-: "):
            hasil[cocok["istilah"].strip()] = cocok["arti"].strip().replace("*", "").replace("`", "")
    return hasil
