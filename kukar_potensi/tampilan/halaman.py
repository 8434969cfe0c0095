"""The pages of the house: file, name, icon and the one line that says what each is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Halaman:
    """One page; `kalimat` is shown under its title."""

    berkas: str
    judul: str
    ikon: str
    kalimat: str
    utama: bool = False


HALAMAN = (
    Halaman(
        "pages/peta.py",
        "Peta",
        ":material/map:",
        "Potensi dan kerja sama Kutai Kartanegara di peta desa, dengan relevansinya bagi IKN.",
        utama=True,
    ),
    Halaman(
        "pages/kerja_sama.py",
        "Kerja Sama",
        ":material/handshake:",
        "Kerja sama yang tercatat: mana yang masih berlaku, mana yang menggantung, dan apa yang perlu diputuskan.",
    ),
    Halaman(
        "pages/peluang_ikn.py",
        "Peluang IKN",
        ":material/target:",
        "Potensi yang paling relevan bagi IKN beserta alasannya, celah kerja samanya, dan inventaris untuk Otorita IKN.",
    ),
    Halaman(
        "pages/opd.py",
        "OPD",
        ":material/account_balance:",
        "Satu OPD: apa yang tercatat, apa yang menggantung, apa yang belum ada, dan apa yang perlu dibetulkan.",
    ),
    Halaman(
        "pages/wilayah.py",
        "Wilayah",
        ":material/holiday_village:",
        "Satu desa atau kecamatan: isinya, tetangganya, dan apa yang dapat dikerjakan bersama.",
    ),
    Halaman(
        "pages/paparan.py",
        "Paparan",
        ":material/slideshow:",
        "Bahan rapat dari tampilan ini: salindia layar penuh, PPTX, PDF, lembar A4, dan posisi rapat.",
    ),
    Halaman(
        "pages/data.py",
        "Data",
        ":material/database:",
        "Apa yang sudah dan belum diketahui, dari mana asalnya, dan cara menambahnya.",
    ),
    Halaman(
        "pages/panduan.py",
        "Panduan",
        ":material/menu_book:",
        "Sepuluh menit pertama, latihan bimtek, arti istilah dan skor, dan cara mengirim perbaikan.",
    ),
)
