"""Evidence of readiness: what a reference row itself says about land, institution, plan and partner."""

from __future__ import annotations

from kukar_potensi.sumber.tabel.acuan import Acuan, Baris

KOLOM_BUKTI = ("bukti_lahan", "bukti_lembaga", "bukti_rencana", "bukti_mitra")

BUKTI: dict[str, dict[str, str]] = {}
"""Row id to evidence column to the words of the row that say so; no entry means unknown."""


def bukti_of(acuan: Acuan, nomor: int, baris: Baris, alamat: list[str]) -> Baris:
    """Return the four evidence columns of a row: its first source address, or blank for unknown.

    Each entry of `BUKTI` names words that must stand in the row's name, description or remark; when
    the reference no longer holds them the entry is noted as a fault instead of being believed.
    """
    teks = " ".join((baris["nama_potensi"], baris["deskripsi"], baris["catatan"]))
    hasil = dict.fromkeys(KOLOM_BUKTI, "")
    for kolom, kata in BUKTI.get(baris["id"], {}).items():
        if kata in teks and alamat:
            hasil[kolom] = alamat[0]
        else:
            acuan.report("kerja_sama/potensi.csv", nomor, kolom, kata, "kata bukti ini tidak ada lagi di baris acuan.")
    return hasil
