"""IKN's clusters and stated needs, and how the reference's wording reaches them."""

from __future__ import annotations

from dataclasses import dataclass

from kukar_potensi.sumber.tabel.acuan import Baris

_KFMAP = "https://kfmap.asia/blog/superhub-ekonomi-di-ikn-akan-dongkrak-perekonomian-indonesia-timur/1915"
_LANGSUNG = "Masuk langsung ke salah satu dari enam klaster dan dua pendukung: nilai 3 pada rubrik B."


@dataclass(frozen=True)
class Klaster:
    """One cluster, supporting cluster, or stated need, with its default value (0-4) for criterion B."""

    id: str
    nama: str
    golongan: str
    nilai_b: int
    alasan: str
    sumber: str


DAFTAR_KLASTER: tuple[Klaster, ...] = (
    Klaster("teknologi-bersih", "Industri teknologi bersih", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("farmasi", "Farmasi terintegrasi", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("industri-pertanian", "Industri pertanian berkelanjutan", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("ekowisata", "Ekowisata dan wisata kesehatan", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("bahan-kimia", "Bahan kimia dan turunannya", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("energi-rendah-karbon", "Energi rendah karbon", "klaster", 3, _LANGSUNG, _KFMAP),
    Klaster("pendidikan-abad-21", "Pendidikan abad ke-21", "pendukung", 3, _LANGSUNG, _KFMAP),
    Klaster("kota-cerdas", "Kota cerdas dan industri 4.0", "pendukung", 3, _LANGSUNG, _KFMAP),
    Klaster(
        "pangan",
        "Kebutuhan pangan",
        "kebutuhan",
        4,
        "Kebutuhan yang dinyatakan terbuka: kawasan pertanian Kukar diarahkan sebagai lumbung pangan IKN (2022). "
        "Dipilih lewat penilaian, tidak otomatis untuk semua hasil tani.",
        "https://eksposisi.com/sinergi-pemkab-dan-tni-wujudkan-kukar-sebagai-lumbung-pangan-penunjang-ikn/",
    ),
    Klaster(
        "air-baku",
        "Kebutuhan air baku",
        "kebutuhan",
        4,
        "Kebutuhan yang dinyatakan terbuka: SPAM regional Sungai Mahakam dikaitkan dengan penyangga IKN (2024).",
        "https://sekaltim.co/kerja-sama-penyediaan-air-bersih-kutai-kartanegara-siap-pasok-balikpapan-dan-"
        "penajam-paser-utara/?amp=1",
    ),
    Klaster(
        "konektivitas",
        "Kebutuhan konektivitas dan logistik",
        "kebutuhan",
        4,
        "Kebutuhan yang dinyatakan terbuka: surat Otorita IKN meminta inventaris kerja sama, terutama "
        "transportasi (2024).",
        "https://liputankukar.com/berita-utama/sekda-kukar-mendorong-evaluasi-kerja-sama-opd-dan-perhatikan-"
        "potensi-kerjasama-dengan-ikn",
    ),
    Klaster(
        "kelembagaan-desa",
        "Kelembagaan desa",
        "tidak langsung",
        2,
        "BUMDes dan lembaga desa menghubungkan produk desa dengan pembeli: rantai pasok tidak langsung, "
        "nilai 2 pada rubrik B (usulan).",
        "",
    ),
    Klaster(
        "tidak-langsung",
        "Tidak langsung",
        "tidak langsung",
        1,
        "Tidak masuk klaster dan tidak disebut sebagai kebutuhan IKN; kaitannya lemah, nilai 1 pada rubrik B (usulan).",
        "",
    ),
)

KATA_KLASTER: dict[str, tuple[str, ...]] = {
    "bahan kimia": ("bahan-kimia",),
    "bahan kimia dan turunannya (bahan baku migas)": ("bahan-kimia",),
    "ekowisata": ("ekowisata",),
    "ekowisata dan wisata kesehatan": ("ekowisata",),
    "energi rendah karbon": ("energi-rendah-karbon",),
    "farmasi terintegrasi": ("farmasi",),
    "industri pertanian berkelanjutan": ("industri-pertanian",),
    "kebutuhan pendukung: air baku": ("air-baku",),
    "kebutuhan pendukung: kelembagaan desa": ("kelembagaan-desa",),
    "kebutuhan pendukung: konektivitas/logistik": ("konektivitas",),
    "konektivitas": ("konektivitas",),
    "konektivitas dan air baku": ("konektivitas", "air-baku"),
    "kota cerdas dan industri 4.0": ("kota-cerdas",),
    "pendidikan abad ke-21": ("pendidikan-abad-21",),
    "pendidikan abad ke-21 / sdm": ("pendidikan-abad-21",),
    "pendukung: pendidikan abad ke-21": ("pendidikan-abad-21",),
    "teknologi bersih": ("teknologi-bersih",),
    "tidak langsung": ("tidak-langsung",),
}
"""The reference's wording (lower case) to cluster ids."""


def find_klaster(kata: str) -> tuple[str, ...] | None:
    """Return the cluster ids of a wording; None when the wording is not in the table."""
    return KATA_KLASTER.get(kata.strip().lower())


def klaster_rows() -> list[Baris]:
    """Return the rows of klaster_ikn.csv."""
    return [
        {
            "id": satu.id,
            "nama": satu.nama,
            "golongan": satu.golongan,
            "nilai_b": str(satu.nilai_b),
            "alasan": satu.alasan,
            "sumber": satu.sumber,
        }
        for satu in DAFTAR_KLASTER
    ]
