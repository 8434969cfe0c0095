"""The fonts that PDF and pictures carry inside, so that they look the same everywhere.

Plus Jakarta Sans (SIL Open Font License, see LISENSI.txt) as on screen; a sign it lacks,
like the one for "at least", comes from DejaVu Sans, which matplotlib ships.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
TEGAK: Final = FOLDER / "plus-jakarta-sans-regular.ttf"
TEBAL: Final = FOLDER / "plus-jakarta-sans-bold.ttf"

NAMA: Final = "PlusJakartaSans"
NAMA_CADANGAN: Final = "DejaVuSans"


@lru_cache(maxsize=1)
def spare_files() -> tuple[Path, Path]:
    """Return the regular and bold file of the spare font."""
    import matplotlib as mpl  # noqa: PLC0415  (heavy; only drawing and printing need it)

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"


def register_pdf(pdf: Any, *, cadangan: bool = True) -> None:
    """Give an FPDF document the fonts; afterwards `set_font(NAMA)` and style "B" work.

    Without `cadangan` the large spare font is left out: enough where `is_own` holds for
    everything that will be written.
    """
    pdf.add_font(NAMA, "", TEGAK)
    pdf.add_font(NAMA, "B", TEBAL)
    if not cadangan:
        return
    berkas, berkas_tebal = spare_files()
    pdf.add_font(NAMA_CADANGAN, "", berkas)
    pdf.add_font(NAMA_CADANGAN, "B", berkas_tebal)
    pdf.set_fallback_fonts([NAMA_CADANGAN], exact_match=False)


def close_pdf(pdf: Any) -> None:
    """Close the font files that a document holds open; call it when the document is finished."""
    for huruf in pdf.fonts.values():
        berkas = getattr(huruf, "ttfont", None)
        if berkas is not None:
            berkas.close()


@lru_cache(maxsize=2)
def _signs(berkas: Path) -> frozenset[int]:
    """Return the code points that a font file can draw."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(berkas, lazy=True) as huruf:
        return frozenset(huruf.getBestCmap())


def is_own(teks: str) -> bool:
    """Tell whether the main font can draw every sign of a text."""
    return all(ord(tanda) in _signs(TEGAK) for tanda in teks)


def printable(teks: object) -> str:
    """Return a value as one line that can be drawn: no control signs, single spaces, unknown signs as □."""
    ada = _signs(TEGAK) | _signs(spare_files()[0])
    rapi = " ".join(str(teks).split())
    return "".join(tanda if ord(tanda) in ada else "□" for tanda in rapi if tanda.isprintable())
