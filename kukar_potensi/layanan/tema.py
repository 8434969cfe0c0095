"""Read the app's theme so that the page shell can show it before the app itself is there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

# Streamlit calls the body font otherwise in its messages than in config.toml.
_NAMA_LAIN = {"font": "bodyFont"}
# Sent with the first message of the app; the shell does without.
_TIDAK_PERLU = ("chart", "fontFaces", "sidebar", "light", "dark")


def read_tema(berkas: Path) -> dict[str, dict[str, Any]]:
    """Return the light and the dark theme of a config.toml, as Streamlit's scripts expect them.

    Empty dictionaries when the file is absent or sets no theme.
    """
    if not berkas.is_file():
        return {"light": {}, "dark": {}}
    tema = tomllib.loads(berkas.read_text(encoding="utf-8")).get("theme", {})
    hasil = {}
    for nama, dasar in (("light", 0), ("dark", 1)):
        isi = {k: v for k, v in tema.items() if not isinstance(v, dict)} | tema.get(nama, {})
        ringkas = {_NAMA_LAIN.get(k, k): v for k, v in isi.items() if not k.startswith(_TIDAK_PERLU)}
        hasil[nama] = ringkas | {"base": dasar} if ringkas else {}
    return hasil
