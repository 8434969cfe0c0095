"""Data: what is known, how good it is, where it comes from, how to bring more."""

from kukar_potensi.tampilan.halaman_data import susunan
from kukar_potensi.tampilan.konteks import current

susunan.show(current())
