"""Kerja Sama: what exists, whether it lives, and what needs a decision."""

from kukar_potensi.tampilan.kerja_sama import halaman
from kukar_potensi.tampilan.konteks import current

halaman.show(current())
