"""Build the boundaries of desa, kecamatan and kabupaten from one detailed file.

`build_batas` reads, checks, repairs, simplifies and measures; `write_folder` puts the
result in place in one step. `perintah` is the command line over both.
"""

from kukar_potensi.sumber.batas.bangun import Hasil, Masukan, build_batas
from kukar_potensi.sumber.batas.galat import GalatBatas
from kukar_potensi.sumber.batas.penulis import write_folder

__all__ = ["GalatBatas", "Hasil", "Masukan", "build_batas", "write_folder"]
