"""Make the font files of the exports from the web font: `python -m kukar_potensi.ekspor.huruf.bangun`.

PDF and pictures need plain TrueType; the web font is one compressed file of all weights.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kukar_potensi.ekspor.huruf import FOLDER, TEBAL, TEGAK

ASAL = Path(__file__).resolve().parents[3] / "static" / "fonts" / "plus-jakarta-sans-latin-wght-normal.woff2"
BOBOT = {TEGAK: 450, TEBAL: 700}
"""Weight on the axis of the variable font; 450 stays legible on cheap printers."""


def build_huruf(asal: Path = ASAL, tujuan: Path = FOLDER) -> None:
    """Write one static TrueType file a weight into a folder; the same web font gives the same files.

    Raises:
        FileNotFoundError: the web font is missing.
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (only this step needs it)
    from fontTools.varLib import instancer  # noqa: PLC0415

    for berkas, bobot in BOBOT.items():
        huruf: Any = TTFont(asal, recalcTimestamp=False)
        huruf.flavor = None
        gaya = "Bold" if bobot == BOBOT[TEBAL] else "Regular"
        tetap = instancer.instantiateVariableFont(huruf, {"wght": bobot})
        for nomor, teks in (
            (1, "Plus Jakarta Sans"),
            (2, gaya),
            (4, f"Plus Jakarta Sans {gaya}"),
            (6, f"PlusJakartaSans-{gaya}"),
        ):
            tetap["name"].setName(teks, nomor, 3, 1, 0x409)
        tetap["OS/2"].usWeightClass = 700 if gaya == "Bold" else 400
        tetap.save(tujuan / berkas.name)


if __name__ == "__main__":
    build_huruf()
