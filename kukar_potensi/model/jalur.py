"""Route a potensi to the partners and legal forms that its authority allows.

Which level of government holds an urusan is general knowledge (UU 23/2014) that TKKSD has
to confirm; the routes are a proposal and say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from kukar_potensi.model.kriteria import Bahan
from kukar_potensi.model.kriteria_kewenangan import inside_delineation, row_authority
from kukar_potensi.model.tampak import Indeks
from kukar_potensi.model.teks import fold_text

OTORITA: Final = "otorita"
PROVINSI_PUSAT: Final = "provinsi_pusat"
BERSAMA: Final = "bersama"
KABUPATEN: Final = "kabupaten"
KEBUTUHAN_IKN: Final = "kebutuhan_ikn"
BMD: Final = "bmd"
DESA: Final = "desa"
PERIKSA: Final = "periksa"

URUSAN_BUKAN_KABUPATEN: Final = ("3.28", "3.29")
"""Forestry, energy and mining: hardly a kabupaten's matter, so never a kabupaten PKS."""

URUSAN_DESA: Final = "2.13"
URUSAN_ASET: Final = ("5.02", "2.15", "3.30")
"""Assets, terminals and docks, markets: often built on regional property."""

KATA_BUMDES: Final = "bumdes"
GOLONGAN_KEBUTUHAN: Final = "kebutuhan"


@dataclass(frozen=True)
class Jalur:
    """One way to cooperate: legal forms, their short names, partner types, why, and on which rule.

    `umum` marks a rule that rests on general knowledge for which no source is on record.
    """

    nama: str
    bentuk: tuple[str, ...]
    singkat: tuple[str, ...]
    mitra: tuple[str, ...]
    alasan: str
    dasar: str
    umum: bool = False


SEMUA_JALUR: Final[dict[str, Jalur]] = {
    OTORITA: Jalur(
        "Bersama Otorita IKN",
        ("Sinergi: Nota Kesepakatan dan Rencana Kerja (usulan; bentuknya ditetapkan TKKSD)",),
        ("Sinergi dengan Otorita IKN",),
        ("Otorita IKN",),
        "Seluruh atau sebagian tempatnya di dalam delineasi indikatif, kewenangannya beralih ke Otorita IKN.",
        "UU 3/2022 jo. UU 21/2023; PP 28/2018 pasal 46",
        umum=True,
    ),
    KEBUTUHAN_IKN: Jalur(
        "Ditawarkan kepada Otorita IKN",
        ("Sinergi: Nota Kesepakatan dan Rencana Kerja (usulan; bentuknya ditetapkan TKKSD)",),
        ("Sinergi dengan Otorita IKN",),
        ("Otorita IKN",),
        "Menjawab kebutuhan IKN yang sudah dinyatakan.",
        "PP 28/2018 pasal 46",
        umum=True,
    ),
    PROVINSI_PUSAT: Jalur(
        "Lewat provinsi, pusat, atau TJSL",
        (
            "Sinergi dengan pusat: Nota Kesepakatan dan Rencana Kerja",
            "KSDD dengan Pemerintah Provinsi",
            "Program TJSL perusahaan",
        ),
        ("Sinergi dengan pusat", "KSDD dengan provinsi", "TJSL"),
        ("kementerian atau lembaga", "Pemerintah Provinsi Kalimantan Timur", "perusahaan lewat TJSL"),
        "Kewenangannya pada provinsi atau pusat; kabupaten berperan pendukung dan tidak membuat PKS sendiri.",
        "UU 23/2014; PP 28/2018",
        umum=True,
    ),
    BERSAMA: Jalur(
        "Berbagi dengan provinsi atau pusat",
        (
            "KSDD dengan Pemerintah Provinsi atau Sinergi dengan pusat",
            "KSDPK untuk bagian yang menjadi kewenangan kabupaten",
        ),
        ("KSDD dengan provinsi atau Sinergi", "KSDPK untuk bagian kabupaten"),
        ("Pemerintah Provinsi Kalimantan Timur", "kementerian atau lembaga", "badan usaha", "perguruan tinggi"),
        "Kewenangannya terbagi; pisahkan dahulu bagian kabupaten dari bagian provinsi atau pusat.",
        "UU 23/2014; PP 28/2018; Permendagri 22/2020",
        umum=True,
    ),
    KABUPATEN: Jalur(
        "Oleh kabupaten",
        (
            "KSDPK: Kesepakatan Bersama, lalu PKS",
            "KSDD sukarela; wajib bila objeknya melintasi batas daerah",
        ),
        ("KSDPK", "KSDD"),
        ("badan usaha", "perguruan tinggi", "lembaga kemasyarakatan", "daerah lain yang membutuhkan"),
        "Kewenangan kabupaten, jadi dapat diperjanjikan sendiri oleh OPD-nya.",
        "PP 28/2018; Permendagri 22/2020",
    ),
    BMD: Jalur(
        "Lewat barang milik daerah",
        ("Pemanfaatan BMD: sewa, pinjam pakai, KSP, BGS/BSG, atau KSPI, bila asetnya milik daerah",),
        ("Pemanfaatan BMD",),
        ("badan usaha", "BUMD", "instansi pengguna"),
        "Objeknya lahan, bangunan, atau prasarana; pastikan dahulu pencatatannya sebagai aset daerah.",
        "Permendagri 19/2016 pasal 78–295",
    ),
    DESA: Jalur(
        "Kerja sama desa",
        ("Kerja sama antardesa, atau desa dengan pihak ketiga (dicatat terpisah dari kerja sama daerah)",),
        ("Kerja sama desa",),
        ("desa lain", "BUMDes", "badan usaha"),
        "Pelakunya desa atau BUMDes; kabupaten membina dan mencatat terpisah.",
        "Permendagri 96/2017",
    ),
    PERIKSA: Jalur(
        "Tetapkan kewenangannya dahulu",
        ("Belum dapat diusulkan",),
        ("Belum dapat diusulkan",),
        (),
        "Kewenangan atau status kawasannya belum diketahui.",
        "UU 23/2014",
        umum=True,
    ),
}
KODE_JALUR: Final = tuple(SEMUA_JALUR)


def route_rows(indeks: Indeks) -> npt.NDArray[np.bool_]:
    """Return which routes fit every potensi, rows x 8 in the order of `KODE_JALUR`.

    Every row has one route at least. Rows of forestry, energy and mining, and rows whose
    authority is not the kabupaten's, never get the kabupaten's, BMD or village route; rows
    wholly inside the delineation get none of these either, they go to the Otorita.
    """
    bahan = Bahan(indeks.himpunan, indeks.potensi, "potensi", indeks.tanggal.year)
    urusan = np.array([kode or "" for kode in bahan.text("kode_urusan")], dtype=object)
    kewenangan = np.array([satu or "" for satu in row_authority(bahan)], dtype=object)
    semua, sebagian = inside_delineation(bahan)
    atas = np.isin(urusan, URUSAN_BUKAN_KABUPATEN) | (kewenangan == PROVINSI_PUSAT)
    bersama = ~atas & ~semua & (kewenangan == BERSAMA)
    kabupaten = ~atas & ~semua & (kewenangan == KABUPATEN)
    bumdes = np.array([KATA_BUMDES in fold_text(nama or "") for nama in bahan.text("nama")], dtype=np.bool_)
    lahan = np.array([isi is not None for isi in bahan.text("bukti_lahan")], dtype=np.bool_)
    hasil = {
        OTORITA: semua | sebagian,
        PROVINSI_PUSAT: atas,
        BERSAMA: bersama,
        KABUPATEN: kabupaten,
        KEBUTUHAN_IKN: _answers_need(bahan) & ~semua & ~sebagian,
        BMD: kabupaten & (np.isin(urusan, URUSAN_ASET) | lahan),
        DESA: kabupaten & ((urusan == URUSAN_DESA) | bumdes),
        PERIKSA: ~(atas | bersama | kabupaten | semua),
    }
    return np.column_stack([hasil[kode] for kode in KODE_JALUR])


def names_of(jalur: npt.NDArray[np.bool_]) -> tuple[str, ...]:
    """Return the codes of the routes of one row of `route_rows`, the main one first."""
    return tuple(kode for kode, ada in zip(KODE_JALUR, jalur, strict=True) if ada)


def _answers_need(bahan: Bahan) -> npt.NDArray[np.bool_]:
    """Tell which rows were matched with a stated need of IKN."""
    golongan = bahan.himpunan.klaster_ikn["golongan"]
    kebutuhan = {str(kode) for kode, isi in golongan.items() if isi == GOLONGAN_KEBUTUHAN}
    return np.array([kode in kebutuhan for kode in bahan.text("klaster_ikn")], dtype=np.bool_)
