"""Read and check the data: where it comes from, and what is wrong with it."""

from kukar_potensi.sumber.muat import load_himpunan
from kukar_potensi.sumber.skema import GalatData

__all__ = ["GalatData", "load_himpunan"]
