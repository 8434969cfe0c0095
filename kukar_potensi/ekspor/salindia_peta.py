"""Draw the maps of a briefing: same classes and colours as on screen, sized for their place on the slide."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from PIL import Image

from kukar_potensi.ekspor.gambar_lapisan import Ukuran
from kukar_potensi.ekspor.gambar_peta import draw_peta
from kukar_potensi.ekspor.salindia_tata import lay_out
from kukar_potensi.model.paparan_bentuk import Peta, Salindia
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.peta.muatan import build_lukisan

HURUF_PT: Final = 12.0
"""Letters of the legend; those of the slide's text are a little larger."""
DPI: Final = 200
WARNA_LAYAR: Final = 128


def draw_peta_salindia(tampak: Tampak, salindia: Sequence[Salindia], *, gelap: bool = False) -> dict[str, bytes]:
    """Return the map of every slide that has one, as PNG by the slide's word."""
    hasil = {}
    for satu in salindia:
        for letak in lay_out(satu).bagian:
            if not isinstance(letak.bagian, Peta):
                continue
            lukisan = build_lukisan(
                tampak, tingkat=letak.bagian.tingkat, indikator=letak.bagian.indikator, titik=False, gelap=gelap
            )
            ukuran = Ukuran(letak.kotak.lebar, letak.kotak.tinggi, dpi=DPI, huruf_pt=HURUF_PT)
            hasil[satu.kunci] = draw_peta(tampak.indeks.himpunan, lukisan, ukuran=ukuran, sisipan=True)
    return hasil


def shrink_png(gambar: bytes) -> bytes:
    """Return a picture with few colours, to be sent to a browser: about a third of the bytes."""
    with Image.open(BytesIO(gambar)) as asli:
        hemat = asli.convert("RGB").quantize(WARNA_LAYAR, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    hasil = BytesIO()
    hemat.save(hasil, "PNG", optimize=True)
    return hasil.getvalue()
