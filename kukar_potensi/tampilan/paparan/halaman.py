"""The page from top to bottom: the full screen, or preparation, take-away and the position of a meeting."""

from __future__ import annotations

from kukar_potensi.tampilan.konteks import Konteks
from kukar_potensi.tampilan.paparan.bawa import show_bawa
from kukar_potensi.tampilan.paparan.isi import is_layar, read_isi
from kukar_potensi.tampilan.paparan.layar import show_layar
from kukar_potensi.tampilan.paparan.posisi import show_posisi
from kukar_potensi.tampilan.paparan.susun import show_acara, show_susunan
from kukar_potensi.tampilan.paparan.tanggal_posisi import show_tanggal


def show_halaman(konteks: Konteks) -> None:
    """Show the full screen when the address asks for it, else the page to prepare it."""
    isi = read_isi(konteks)
    if is_layar():
        show_layar(isi)
        return
    show_acara()
    show_tanggal(konteks)
    show_susunan(isi)
    show_bawa(isi)
    show_posisi(isi)
