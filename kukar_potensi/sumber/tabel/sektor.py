"""The sectors of the dashboard and how the reference's free wording reaches them."""

from __future__ import annotations

from dataclasses import dataclass

from kukar_potensi.sumber.tabel.acuan import Baris, join_list


@dataclass(frozen=True)
class Sektor:
    """One sector: the urusan it owns, its colour and marker shape, its icon, its content in words."""

    id: str
    nama: str
    kode_urusan: tuple[str, ...]
    warna: str
    ikon: str
    bentuk: str
    keterangan: str


DAFTAR_SEKTOR: tuple[Sektor, ...] = (
    Sektor(
        "pertanian",
        "Pertanian dan pangan",
        ("2.09", "3.27"),
        "#009E73",
        "agriculture",
        "lingkaran",
        "Padi, palawija, hortikultura, irigasi tani, dan ketahanan pangan.",
    ),
    Sektor(
        "perkebunan",
        "Perkebunan",
        (),
        "#58213F",
        "potted_plant",
        "persegi",
        "Sawit, karet, lada, kakao, kopi, dan kebun lain; dikenali dari kata sumber, urusannya Pertanian.",
    ),
    Sektor(
        "peternakan",
        "Peternakan",
        (),
        "#C3C670",
        "pets",
        "segitiga",
        "Sapi, kambing, unggas, dan ternak lain; dikenali dari kata sumber, urusannya Pertanian.",
    ),
    Sektor(
        "perikanan",
        "Perikanan dan kelautan",
        ("3.25",),
        "#0072B2",
        "set_meal",
        "belah ketupat",
        "Perikanan tangkap dan budidaya, pesisir, dan perairan.",
    ),
    Sektor(
        "pariwisata",
        "Pariwisata dan budaya",
        ("2.22", "3.26"),
        "#CC79A7",
        "tour",
        "bintang",
        "Objek dan desa wisata, budaya, adat, situs sejarah.",
    ),
    Sektor(
        "industri",
        "Industri, UMKM, dan investasi",
        ("2.17", "2.18", "3.30", "3.31"),
        "#E69F00",
        "storefront",
        "segilima",
        "Industri olahan, usaha mikro, koperasi, perdagangan dan pasar, penanaman modal.",
    ),
    Sektor(
        "desa",
        "Desa dan BUMDes",
        ("2.13",),
        "#F9AEAC",
        "holiday_village",
        "segienam",
        "Badan usaha milik desa, lembaga dan kerja sama desa.",
    ),
    Sektor(
        "infrastruktur",
        "Infrastruktur dan air",
        ("1.03", "1.04", "2.10"),
        "#A6C2F8",
        "water_drop",
        "lingkaran",
        "Pekerjaan umum, air baku dan air minum, permukiman, tata ruang, pertanahan.",
    ),
    Sektor(
        "perhubungan",
        "Perhubungan dan konektivitas",
        ("2.15",),
        "#2A36AE",
        "directions_boat",
        "persegi",
        "Jalan dan jembatan penghubung, dermaga, pelabuhan, penyeberangan.",
    ),
    Sektor(
        "lingkungan",
        "Lingkungan dan kehutanan",
        ("2.11", "3.28"),
        "#443203",
        "forest",
        "segitiga",
        "Konservasi, hutan, gambut dan karbon, sampah, ruang hijau.",
    ),
    Sektor(
        "energi",
        "Energi dan sumber daya mineral",
        ("3.29",),
        "#D55E00",
        "bolt",
        "belah ketupat",
        "Minyak dan gas bumi, kelistrikan, energi terbarukan.",
    ),
    Sektor(
        "pendidikan",
        "Pendidikan dan tenaga kerja",
        ("1.01", "2.07", "2.23", "3.32", "5.05"),
        "#6E91FB",
        "school",
        "bintang",
        "Sekolah, beasiswa, perpustakaan, riset, pelatihan dan tenaga kerja, transmigrasi.",
    ),
    Sektor(
        "kesehatan",
        "Kesehatan dan sosial",
        ("1.02", "1.06", "2.08", "2.14", "2.19"),
        "#C43B47",
        "health_and_safety",
        "segilima",
        "Kesehatan, sosial, keluarga, perempuan dan anak, pemuda dan olahraga.",
    ),
    Sektor(
        "pemerintahan",
        "Pemerintahan, data, dan aset",
        (
            "1.05",
            "2.12",
            "2.16",
            "2.20",
            "2.21",
            "2.24",
            "4.01",
            "4.02",
            "5.01",
            "5.02",
            "5.03",
            "5.04",
            "6.01",
            "7.01",
            "8.01",
        ),
        "#5E046A",
        "account_balance",
        "segienam",
        "Tata pemerintahan, perbatasan, ketertiban, kependudukan, komunikasi dan data, keuangan, aset, hukum.",
    ),
)

KATA_SEKTOR: dict[str, str] = {
    "administrasi kependudukan": "pemerintahan",
    "air baku": "infrastruktur",
    "air minum": "infrastruktur",
    "aset daerah": "pemerintahan",
    "budaya": "pariwisata",
    "bumdes": "desa",
    "desa": "desa",
    "energi": "energi",
    "energi terbarukan": "energi",
    "hukum": "pemerintahan",
    "industri": "industri",
    "industri hijau": "industri",
    "infrastruktur": "infrastruktur",
    "investasi": "industri",
    "keagamaan": "kesehatan",
    "kebudayaan": "pariwisata",
    "kehutanan": "lingkungan",
    "kelautan dan perikanan": "perikanan",
    "kesehatan": "kesehatan",
    "kewilayahan": "pemerintahan",
    "komunikasi dan informatika": "pemerintahan",
    "lingkungan": "lingkungan",
    "pangan": "pertanian",
    "pariwisata": "pariwisata",
    "pariwisata dan budaya": "pariwisata",
    "pekerjaan umum": "infrastruktur",
    "pemerintahan": "pemerintahan",
    "pendidikan": "pendidikan",
    "penelitian": "pendidikan",
    "pengawasan": "pemerintahan",
    "perdagangan": "industri",
    "perencanaan": "pemerintahan",
    "perikanan": "perikanan",
    "perkebunan": "perkebunan",
    "perpustakaan": "pendidikan",
    "pertanian": "pertanian",
    "pertanian dan pangan": "pertanian",
    "peternakan": "peternakan",
    "sdm": "pendidikan",
    "sosial": "kesehatan",
    "statistik": "pemerintahan",
    "tenaga kerja": "pendidikan",
    "transportasi": "perhubungan",
    "umkm": "industri",
}
"""The reference's wording (lower case, the part before "/") to a sector id."""

URUSAN_KE_SEKTOR: dict[str, str] = {kode: satu.id for satu in DAFTAR_SEKTOR for kode in satu.kode_urusan}
"""Each urusan to the one sector that owns it."""


def find_sektor(kata: str) -> str | None:
    """Return the sector id of a wording; None when the wording is not in the table.

    Of a compound such as "Pertanian/Keuangan" the first part decides: the reference writes the
    main subject first.
    """
    return KATA_SEKTOR.get(kata.split("/", maxsplit=1)[0].strip().lower())


def sektor_rows() -> list[Baris]:
    """Return the rows of sektor.csv."""
    return [
        {
            "id": satu.id,
            "nama": satu.nama,
            "kode_urusan": join_list(satu.kode_urusan),
            "warna": satu.warna,
            "ikon": satu.ikon,
            "bentuk": satu.bentuk,
            "keterangan": satu.keterangan,
        }
        for satu in DAFTAR_SEKTOR
    ]
