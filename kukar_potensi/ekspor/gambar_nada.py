"""Say how a drawn map looks: its colours in light and dark, and how it is handed over.

The colours are those of the map on screen (peta/aset/peta.css and peta.js).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

Format = Literal["png", "svg", "pdf"]


@dataclass(frozen=True)
class Nada:
    """Colours of one theme."""

    kertas: str
    laut: str
    tetangga: str
    garis_tetangga: str
    daerah: str
    garis_desa: str
    garis_kecamatan: str
    sungai: str
    danau: str
    ikn: str
    tulisan: str
    tulisan_redup: str
    bayang: str
    arsir: str
    latar_arsir: str
    luar: str
    garis_luar: str
    pilihan: str
    sorot: str
    sorot_tetangga: str


TERANG: Final = Nada(
    kertas="#ffffff",
    laut="#dfe9ea",
    tetangga="#f2f1ec",
    garis_tetangga="#c9ccc4",
    daerah="#fbfaf6",
    garis_desa="#b9c1bd",
    garis_kecamatan="#5b6d70",
    sungai="#3f8fb5",
    danau="#a9d3e3",
    ikn="#b3261e",
    tulisan="#16262a",
    tulisan_redup="#5a6a6b",
    bayang="#ffffff",
    arsir="#8d969b",
    latar_arsir="#eef0ee",
    luar="#f4f4f0",
    garis_luar="#cdd2cd",
    pilihan="#8a3b00",
    sorot="#f2b35c",
    sorot_tetangga="#cfe5df",
)
GELAP: Final = Nada(
    kertas="#10181a",
    laut="#0c1416",
    tetangga="#172023",
    garis_tetangga="#344246",
    daerah="#1f2b2e",
    garis_desa="#3f4e52",
    garis_kecamatan="#9fb0b0",
    sungai="#4a9cc4",
    danau="#235468",
    ikn="#ff8a80",
    tulisan="#f2f6f5",
    tulisan_redup="#a4b3b3",
    bayang="#0a1012",
    arsir="#77858b",
    latar_arsir="#2b363a",
    luar="#1d282b",
    garis_luar="#3b494d",
    pilihan="#ffd27a",
    sorot="#b4691b",
    sorot_tetangga="#2a4b4a",
)


@dataclass(frozen=True)
class Sajian:
    """How a picture is handed over.

    File format, dark or light, `hemat` for few bytes (png only), and `kertas`, the colour
    of the paper when it has to be that of a page (empty: that of the theme).
    """

    format_berkas: Format = "png"
    gelap: bool = False
    hemat: bool = False
    kertas: str = ""

    @property
    def nada(self) -> Nada:
        """Colours to draw with."""
        nada = GELAP if self.gelap else TERANG
        return replace(nada, kertas=self.kertas) if self.kertas else nada
