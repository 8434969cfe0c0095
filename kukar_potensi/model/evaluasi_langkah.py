"""Decide who takes the next step for a reason and what that step is.

Screens, files and slides all take their step from here, so that they never name two owners.
No document is asked of an agency before TKKSD has settled what a cooperation is (rule K1)
and whose it is (rule S1).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from kukar_potensi.model.evaluasi_alasan import Baris, Saran
from kukar_potensi.model.evaluasi_aturan import KATEGORI_BELUM, KATEGORI_SINERGI, PENINDAK_TKKSD, TUNGGU

ATURAN_DOKUMEN: Final = ("M2", "N1")
"""Rules that ask for a new document."""


class Langkah(NamedTuple):
    """Who acts, the step in one word or two, and the step in a sentence."""

    penindak: str
    langkah: str
    tindakan: str


def decide_langkah(aturan: str, saran: Saran, baris: Baris, *, kategori_terbuka: bool, opd_terbuka: bool) -> Langkah:
    """Return the next step for one rule of one cooperation.

    `saran` is what the rule itself suggests; `kategori_terbuka` and `opd_terbuka` say whether
    the cooperation also meets K1 and S1, which go before a new document.
    """
    if aturan not in ATURAN_DOKUMEN or not (kategori_terbuka or opd_terbuka):
        return Langkah(saran.penindak or baris.penindak, saran.langkah, saran.tindakan)
    belum = kategori_terbuka and baris.kategori == KATEGORI_BELUM
    apa = []
    if kategori_terbuka:
        apa.append("kategorinya" if belum else "sifat KSDD-nya")
    if opd_terbuka:
        usulan = baris.opd_urusan_pendek
        apa.append("OPD pelaksananya" + (f" (usulan: {usulan})" if isinstance(usulan, str) else ""))
    dokumen = "rencana kerja" if baris.kategori == KATEGORI_SINERGI else "PKS"
    syarat = ", bila tetap kerja sama daerah," if belum else ""
    nama = baris.opd_pendek
    oleh = "" if opd_terbuka else f" oleh {nama if isinstance(nama, str) else 'OPD yang ditunjuk'}"
    tindakan = f"Tetapkan {' dan '.join(apa)} dahulu; sesudah itu {dokumen}{syarat}{oleh}."
    return Langkah(PENINDAK_TKKSD, TUNGGU, tindakan)
