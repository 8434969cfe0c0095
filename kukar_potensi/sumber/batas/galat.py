"""Report every fault of a boundary file at once."""

from __future__ import annotations

from collections.abc import Sequence

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.skema import GalatData


class GalatBatas(GalatData):
    """A boundary file that cannot be taken in; nothing was written.

    `temuan` holds every fault found, in the order of the codes. `str()` is the whole report
    in Indonesian: one line of summary, then one line a fault.
    """

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        self.temuan = tuple(temuan)
        super().__init__("\n".join(self._lines()))

    def _lines(self) -> list[str]:
        if len(self.temuan) == 1:
            return [self.temuan[0].kalimat()]
        kepala = f"{len(self.temuan)} kesalahan ditemukan; tidak ada berkas yang diubah."
        return [kepala, *(f"- {satu.kalimat()}" for satu in self.temuan)]


def file_fault(berkas: str, aturan: str, saran: str = "", *, kolom: str = "") -> GalatBatas:
    """Return the error for a fault of a whole file or column."""
    return GalatBatas([Temuan(berkas, None, kolom, "", aturan, saran)])
