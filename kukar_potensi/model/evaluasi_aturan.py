"""Declare the evaluation rules: what each asks, from which threshold, and what it suggests.

The rules follow what the Sekda asked on 3 May 2024: no cooperation left hanging, what is
ready is raised, and all of it in line with plans and duties. A blank in the register means
that nobody recorded it, so every sentence says "belum tercatat", never "tidak ada".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kukar_potensi.model.status import BATAS_MENDESAK_HARI, BATAS_SEGERA_HARI

BATAS_TURUNAN_BULAN: Final = 12
"""A KB or MoU older than this should have a PKS under it."""
BATAS_SELISIH_BULAN: Final = 1
"""A recorded end may differ this much from signing plus term before it is asked about."""
BATAS_LAPORAN_BULAN: Final = 6
"""Where reports are recorded, the next one is due within this time."""

LANJUTKAN: Final = "lanjutkan"
TINGKATKAN: Final = "tingkatkan status"
PERBAIKI: Final = "perbaiki data"
AKHIRI: Final = "akhiri"
SEMUA_LANGKAH: Final = (LANJUTKAN, TINGKATKAN, PERBAIKI, AKHIRI)
"""What a meeting can decide."""
TUNGGU: Final = "tunggu keputusan TKKSD"
"""A step that is only suggested: something else is settled first (see `decide_langkah`)."""

PRIORITAS: Final = {1: "putuskan sekarang", 2: "jadwalkan", 3: "lengkapi data"}

DIPERPANJANG: Final = "diperpanjang"
DITINGKATKAN: Final = "ditingkatkan"
DIHENTIKAN: Final = "dihentikan"

CATATAN_KEPUTUSAN: Final = {LANJUTKAN: DIPERPANJANG, TINGKATKAN: DITINGKATKAN, PERBAIKI: "", AKHIRI: DIHENTIKAN}
"""What the register's `keputusan` holds after the meeting chose a step; empty: no decision yet."""

LABEL_LANGKAH: Final = {AKHIRI: "putuskan: perpanjang atau akhiri"}
"""How a step reads on screen where its bare word would nudge; the others read as they are."""

KATEGORI_DESA: Final = "Kerja sama desa"
KATEGORI_BELUM: Final = "Perlu keputusan TKKSD"
KATEGORI_SINERGI: Final = "Sinergi"
KATEGORI_KSDD: Final = "KSDD"
SIFAT_BELUM: Final = "belum ditetapkan"

JENIS_INDUK: Final = ("Kesepakatan Bersama", "Nota Kesepahaman", "Nota Kesepakatan")
JENIS_TURUNAN: Final = ("Perjanjian Kerja Sama", "Rencana Kerja", "Perjanjian Pemanfaatan BMD")
JENIS_SINERGI: Final = ("Nota Kesepakatan", "Rencana Kerja")
"""The documents of a synergy with the central government (PP 28/2018 art. 46)."""
JENIS_ADENDUM: Final = "Adendum"
JENIS_TIDAK_DISEBUT: Final = "tidak disebut"

TERVERIFIKASI: Final = "terverifikasi OPD"
PENINDAK_TKKSD: Final = "TKKSD (Bagian Kerja Sama)"

MENGGANTUNG: Final = "menggantung"
MASA_BERLAKU: Final = "masa berlaku"
SIAP: Final = "siap ditingkatkan"
KESELARASAN: Final = "keselarasan"
KELENGKAPAN: Final = "kelengkapan data"


def label_langkah(langkah: str) -> str:
    """Return a step as people read it."""
    return LABEL_LANGKAH.get(langkah, langkah)


def open_langkah(langkah: str) -> str:
    """Return a step as it opens a line: its first letter in capital, the others as they are."""
    label = label_langkah(langkah)
    return label[:1].upper() + label[1:]


@dataclass(frozen=True)
class Aturan:
    """One rule: `id` is stable and printed beside every reason.

    `kelompok` is the kind of question, `prioritas` 1 (decide now), 2 (schedule) or 3
    (complete the data), `kalimat` the rule in words with its threshold, `langkah` the usual
    suggestion, one of `SEMUA_LANGKAH`; a row may suggest another one with its reason.
    """

    id: str
    nama: str
    kelompok: str
    prioritas: int
    kalimat: str
    langkah: str


W1: Final = Aturan(
    "W1",
    "Mendesak",
    MASA_BERLAKU,
    1,
    f"Berakhir dalam {BATAS_MENDESAK_HARI} hari atau kurang, dan keputusannya belum tercatat.",
    LANJUTKAN,
)
M1: Final = Aturan(
    "M1",
    "Berakhir, keputusan belum tercatat",
    MENGGANTUNG,
    1,
    "Sudah berakhir, dan belum tercatat keputusan diperpanjang, ditingkatkan, atau dihentikan.",
    AKHIRI,
)
W2: Final = Aturan(
    "W2",
    "Segera berakhir",
    MASA_BERLAKU,
    2,
    f"Berakhir dalam {BATAS_MENDESAK_HARI + 1} sampai {BATAS_SEGERA_HARI} hari, dan keputusannya belum tercatat.",
    LANJUTKAN,
)
M2: Final = Aturan(
    "M2",
    "Belum tercatat PKS turunannya",
    MENGGANTUNG,
    2,
    f"Kesepakatan bersama atau nota yang ditandatangani lebih dari {BATAS_TURUNAN_BULAN} bulan lalu dan belum tercatat "
    "perjanjian di bawahnya (PKS; untuk sinergi: rencana kerja).",
    TINGKATKAN,
)
M3: Final = Aturan(
    "M3",
    f"Belum tercatat laporan baru ({BATAS_LAPORAN_BULAN} bulan)",
    MENGGANTUNG,
    2,
    f"Pernah dilaporkan, tetapi sudah lebih dari {BATAS_LAPORAN_BULAN} bulan belum tercatat laporan baru.",
    PERBAIKI,
)
N1: Final = Aturan(
    "N1",
    "Siap ditingkatkan",
    SIAP,
    2,
    "Terverifikasi OPD, pelaksanaannya dilaporkan, diputuskan diperpanjang atau ditingkatkan, dan belum tercatat "
    "dokumen turunannya.",
    TINGKATKAN,
)
S1: Final = Aturan(
    "S1",
    "Di luar urusan OPD",
    KESELARASAN,
    2,
    "Urusannya tidak termasuk urusan yang tercatat pada OPD pemrakarsanya.",
    PERBAIKI,
)
K1: Final = Aturan(
    "K1",
    "Kategori belum ditetapkan",
    KELENGKAPAN,
    2,
    "Perlu keputusan TKKSD apakah dan sebagai apa ia kerja sama daerah, atau sifat KSDD-nya (wajib atau sukarela) "
    "belum ditetapkan.",
    PERBAIKI,
)
K2: Final = Aturan(
    "K2",
    "Jenis dokumen tidak cocok dengan kategori",
    KELENGKAPAN,
    2,
    "Dicatat sebagai sinergi, tetapi jenis dokumennya bukan nota kesepakatan atau rencana kerja (PP 28/2018 pasal 46).",
    PERBAIKI,
)
D3: Final = Aturan(
    "D3",
    "Rantai dokumen terputus",
    KELENGKAPAN,
    3,
    "Induk yang disebut tidak ada dalam data, rantai induknya berputar, atau adendum yang induknya belum tercatat.",
    PERBAIKI,
)
D2: Final = Aturan(
    "D2",
    "Jenis dokumen belum diketahui",
    KELENGKAPAN,
    3,
    "Sumber tidak menyebut jenis dokumennya.",
    PERBAIKI,
)
D1: Final = Aturan(
    "D1",
    "Tanggal perlu dilengkapi",
    KELENGKAPAN,
    3,
    "Tanggal berakhir belum tercatat, atau tanggal tanda tangan atau berakhirnya belum pasti harinya.",
    PERBAIKI,
)
D4: Final = Aturan(
    "D4",
    "Tanggal berakhir tidak cocok dengan jangka waktu",
    KELENGKAPAN,
    3,
    "Tanggal berakhir yang tercatat berbeda lebih dari sebulan dari tanggal tanda tangan ditambah jangka waktunya.",
    PERBAIKI,
)
S2: Final = Aturan(
    "S2",
    "Belum tercatat rujukan rencana",
    KESELARASAN,
    3,
    "Belum berakhir dan belum tercatat rujukannya ke RPJMD atau Renstra.",
    PERBAIKI,
)

SEMUA_ATURAN: Final = (W1, M1, W2, M2, M3, N1, S1, K1, K2, D3, D2, D1, D4, S2)
"""Every rule, most urgent first: the order of the agenda."""

ATURAN: Final = {aturan.id: aturan for aturan in SEMUA_ATURAN}
ATURAN_MENGGANTUNG: Final = tuple(aturan.id for aturan in SEMUA_ATURAN if aturan.kelompok == MENGGANTUNG)
ATURAN_LAPORAN: Final = M3.id
KARENA_LAPORAN: Final = "hanya karena belum tercatat laporan baru"
HANYA_LAPORAN: Final = f"Disebut menggantung {KARENA_LAPORAN}."
"""Said where `ATURAN_LAPORAN` is the only reason to hang: the press may be silent about what goes on."""
