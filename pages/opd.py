"""OPD: what is recorded of an agency, what is missing, what hangs, what to correct."""

from kukar_potensi.tampilan.halaman_opd import halaman
from kukar_potensi.tampilan.konteks import current

halaman.show(current())
