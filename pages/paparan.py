"""Paparan: the Sekda's briefing on screen and in hand."""

from kukar_potensi.tampilan.konteks import current
from kukar_potensi.tampilan.paparan.halaman import show_halaman

show_halaman(current())
