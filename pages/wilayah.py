"""Wilayah: one desa or kecamatan, its neighbours, and what they could do together."""

from kukar_potensi.tampilan.halaman_wilayah import susunan
from kukar_potensi.tampilan.konteks import current

susunan.show(current())
