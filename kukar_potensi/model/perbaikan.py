"""Say whom to tell about a mistake or something missing, in the same words on every page and sheet."""

from __future__ import annotations

from typing import Final

PENERIMA: Final = "Bagian Kerja Sama Setkab (sekretariat TKKSD)"
TITIPAN: Final = "bila tidak tahu alamatnya, titipkan lewat kantor kecamatan"


def ask_perbaikan(judul: str, contoh: str = "") -> str:
    """Return how to report what is wrong or missing about an area; `contoh` is the code of one of its rows."""
    kode = f"Catat kode barisnya (mis. {contoh})" if contoh else "Catat nama, letak, angka dan tahunnya"
    return (
        f"Ada yang keliru atau kurang tentang {judul}? {kode} dan sumbernya, lalu sampaikan ke {PENERIMA}; {TITIPAN}."
    )
