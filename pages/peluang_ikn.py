"""Peluang IKN: what Kukar can offer, why it ranks where it does, and the inventory for the Otorita."""

from kukar_potensi.tampilan.konteks import current
from kukar_potensi.tampilan.peluang import susunan

susunan.show_halaman(current())
