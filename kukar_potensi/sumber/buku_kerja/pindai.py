"""Scan the parts of a workbook as a stream and count what is in them, before a library builds objects from it.

A few bytes of a packed file can stand for millions of cells, styles or nested elements.
Excel's own limits tell what a person can have made.
"""

from __future__ import annotations

from collections import Counter
from typing import Final
from xml.parsers import expat

TANDA_TERPANJANG: Final = 256 * 1024
"""Bytes of one tag, comment or instruction; parsers read a longer one again and again."""

HURUF_TERBANYAK: Final = 200_000
"""Characters of one text; Excel writes no more than 32,767."""

SEL_SEBARIS: Final = 16_384
SEL_TERBANYAK: Final = 2_500_000
_BATAS: Final = {
    "row": 1_048_576,
    "c": SEL_TERBANYAK,
    "si": 1_000_000,
    "xf": 140_000,
    "font": 70_000,
    "fill": 70_000,
    "border": 70_000,
    "dxf": 70_000,
    "definedName": 70_000,
    "sheet": 1_000,
}
_LAINNYA_TERBANYAK: Final = 1_000_000
_ISI_SEL: Final = frozenset(("row", "c", "v", "f", "is", "t", "si"))
_DALAM_TERBANYAK: Final = 100
_BOM: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class GalatPindai(ValueError):
    """A part holds what no office program writes: a document type, more elements than Excel allows."""


class Pemindai:
    """Count the elements of one part of a workbook while it is unpacked.

    A part that is no XML, or breaks off, is let pass: the library meets the same break.
    """

    def __init__(self) -> None:
        self._hitung: Counter[str] = Counter()
        self._sebaris = 0
        self._dalam = 0
        self._lainnya = 0
        self._huruf = 0
        self._masuk = 0
        self._pertama = True
        self._pengurai: expat.XMLParserType | None = None

    @property
    def sel(self) -> int:
        """Cells seen so far."""
        return self._hitung["c"]

    def feed(self, potongan: bytes) -> None:
        """Take the next bytes of the part; GalatPindai as soon as a limit is passed."""
        if self._pertama:
            self._pertama = False
            if _is_xml(potongan):
                self._pengurai = self._build()
        if self._pengurai is None:
            return
        self._masuk += len(potongan)
        try:
            self._pengurai.Parse(potongan, False)
        except expat.ExpatError:
            self._pengurai = None
            return
        if self._masuk - self._pengurai.CurrentByteIndex > TANDA_TERPANJANG:
            raise GalatPindai("<")

    def _build(self) -> expat.XMLParserType:
        pengurai = expat.ParserCreate()
        pengurai.StartElementHandler = self._open
        pengurai.EndElementHandler = self._close
        pengurai.CharacterDataHandler = self._read
        pengurai.StartDoctypeDeclHandler = self._refuse
        return pengurai

    def _open(self, nama: str, _atribut: dict[str, str]) -> None:
        polos = nama.rpartition(":")[2]
        self._dalam += 1
        self._huruf = 0
        self._sebaris = 0 if polos == "row" else self._sebaris + (polos == "c")
        if polos in _BATAS:
            self._hitung[polos] += 1
            if self._hitung[polos] > _BATAS[polos]:
                raise GalatPindai(polos)
        if polos not in _ISI_SEL:
            self._lainnya += 1
        if self._dalam > _DALAM_TERBANYAK or self._sebaris > SEL_SEBARIS or self._lainnya > _LAINNYA_TERBANYAK:
            raise GalatPindai(polos)

    def _close(self, _nama: str) -> None:
        self._dalam -= 1
        self._huruf = 0

    def _read(self, teks: str) -> None:
        self._huruf += len(teks)
        if self._huruf > HURUF_TERBANYAK:
            raise GalatPindai("teks")

    def _refuse(self, nama: str, *_: object) -> None:
        raise GalatPindai(nama)


def _is_xml(awal: bytes) -> bool:
    """Tell whether bytes begin as XML does, in any encoding."""
    for tanda in _BOM:
        if awal.startswith(tanda):
            return True
    return awal.replace(b"\x00", b"").lstrip().startswith(b"<")
