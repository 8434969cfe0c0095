"""Declare what an agency is told about its rows, as the four questions its officer asks first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kukar_potensi.model.evaluasi_aturan import ATURAN, BATAS_LAPORAN_BULAN, BATAS_TURUNAN_BULAN
from kukar_potensi.model.milik_opd import PENGAMPU, WILAYAH
from kukar_potensi.model.rubrik import BATAS_SEDANG
from kukar_potensi.model.status import BATAS_SEGERA_HARI

TERCATAT: Final = "Apa yang tercatat"
MENGGANTUNG_TANYA: Final = "Apa yang menggantung"
KURANG: Final = "Apa yang belum ada"
BETULKAN: Final = "Apa yang perlu dibetulkan"
SEMUA_TANYA: Final = (TERCATAT, MENGGANTUNG_TANYA, KURANG, BETULKAN)


@dataclass(frozen=True)
class Periksa:
    """One figure of an agency and the rows that it opens.

    `id` stands in the address of the page. `sebutan` follows the figure, `kalimat` says
    which rows they are and how they were told. `basis` limits it to agencies or to
    kecamatan offices (empty: both); `bila_ada` hides it while it counts nothing.
    """

    id: str
    tanya: str
    sebutan: str
    kalimat: str
    basis: str = ""
    bila_ada: bool = False


POTENSI: Final = Periksa(
    "potensi",
    TERCATAT,
    "potensi",
    "Potensi yang tercatat. Pilih sebuah baris untuk membaca uraian, angka, dan sumbernya.",
)
KERJA_SAMA: Final = Periksa(
    "kerja-sama",
    TERCATAT,
    "kerja sama",
    "Kerja sama yang tercatat, dengan statusnya pada tanggal yang dipilih.",
)
TERCAKUP: Final = Periksa(
    "kecamatan",
    TERCATAT,
    "kecamatan",
    "Kecamatan tempat potensi atau kerja samanya tercatat. Satu baris dihitung di setiap kecamatan tempatnya berada, jadi "
    "jumlahnya dapat melebihi totalnya. Pilih sebuah baris untuk menyaring halaman pada kecamatan itu.",
    basis=PENGAMPU,
)
DESA_TERCAKUP: Final = Periksa(
    "desa",
    TERCATAT,
    "desa/kelurahan",
    "Desa dan kelurahan kecamatan ini yang disebut oleh sedikitnya satu potensi atau kerja sama.",
    basis=WILAYAH,
)
MENGGANTUNG: Final = Periksa(
    "menggantung",
    MENGGANTUNG_TANYA,
    "kerja sama menggantung",
    "Sudah berakhir dan keputusannya belum tercatat, atau kesepakatan/nota lebih dari "
    f"{BATAS_TURUNAN_BULAN} bulan tanpa perjanjian turunan tercatat, atau lebih dari {BATAS_LAPORAN_BULAN} bulan belum tercatat "
    "laporan barunya. Kerja sama desa dihitung terpisah.",
)
SEGERA: Final = Periksa(
    "segera-berakhir",
    MENGGANTUNG_TANYA,
    "kerja sama segera berakhir",
    f"Berakhir dalam {BATAS_SEGERA_HARI} hari sejak tanggal yang dipilih.",
)
AGENDA: Final = Periksa(
    "agenda",
    MENGGANTUNG_TANYA,
    "butir agenda evaluasi",
    "Semua alasan evaluasi, yang paling mendesak lebih dulu. Satu kerja sama dapat muncul pada beberapa aturan. Kerja sama desa "
    "dihitung terpisah.",
)
BELUM_TERGARAP: Final = Periksa(
    "belum-tergarap",
    KURANG,
    "potensi belum tergarap",
    "Potensi yang di semua kecamatannya belum tercatat kerja sama dengan urusan yang sama yang tidak tercatat berakhir; yang masa "
    "berlakunya belum diketahui ikut menutup. Belum tercatat bukan berarti tidak ada; kerja sama tingkat kabupaten tidak menyebut "
    "tempat dan hanya dihitung di kolom “Seurusan di tempat lain”. Ukuran ini lain dari celah di halaman Peluang IKN, yang "
    f"dihitung per sektor dan hanya untuk potensi dengan relevansi {BATAS_SEDANG:g} ke atas.",
)
KECAMATAN_KOSONG: Final = Periksa(
    "kecamatan-kosong",
    KURANG,
    "kecamatan tanpa catatan",
    "Kecamatan yang belum punya satu pun potensi atau kerja sama OPD ini yang tercatat. Belum tercatat bukan berarti tidak ada.",
    basis=PENGAMPU,
)
DESA_KOSONG: Final = Periksa(
    "desa-kosong",
    KURANG,
    "desa/kelurahan tanpa catatan",
    "Desa dan kelurahan kecamatan ini yang belum disebut satu pun potensi atau kerja sama. Belum tercatat bukan berarti tidak ada.",
    basis=WILAYAH,
)
TANPA_RENCANA: Final = Periksa(
    "tanpa-rencana",
    KURANG,
    "kerja sama tanpa rujukan rencana",
    f"{ATURAN['S2'].kalimat} Calon rujukan dicocokkan dari urusannya: usulan, bukan rujukan.",
)
BELUM_VERIFIKASI: Final = Periksa(
    "belum-verifikasi",
    BETULKAN,
    "baris menunggu verifikasi",
    "Potensi dan kerja sama dari sumber publik yang belum diperiksa OPD. Unduh lembar kerja OPD di atas, betulkan, lalu kirim kembali.",
)
LUAR_URUSAN: Final = Periksa(
    "luar-urusan",
    BETULKAN,
    "kerja sama di luar urusan",
    f"{ATURAN['S1'].kalimat} Yang sudah berakhir tidak dihitung. Pemetaan urusan masih usulan.",
    basis=PENGAMPU,
)
POTENSI_LUAR_URUSAN: Final = Periksa(
    "potensi-luar-urusan",
    BETULKAN,
    "potensi di luar urusan",
    "Potensi yang urusannya tidak termasuk urusan yang tercatat pada OPD ini: pindahkan ke OPD yang tepat, atau lengkapi urusannya.",
    basis=PENGAMPU,
    bila_ada=True,
)
OPD_DIDUGA: Final = Periksa(
    "opd-diduga",
    BETULKAN,
    "kerja sama yang OPD-nya diduga",
    "Sumbernya tidak menyebut OPD; OPD ini diisi dari pengetahuan umum. Pastikan memang milik OPD ini.",
    basis=PENGAMPU,
    bila_ada=True,
)

SEMUA_PERIKSA: Final = (
    POTENSI, KERJA_SAMA, TERCAKUP, DESA_TERCAKUP,
    MENGGANTUNG, SEGERA, AGENDA,
    BELUM_TERGARAP, KECAMATAN_KOSONG, DESA_KOSONG, TANPA_RENCANA,
    BELUM_VERIFIKASI, LUAR_URUSAN, POTENSI_LUAR_URUSAN, OPD_DIDUGA,
)  # fmt: skip
"""Every figure, in the order of the page."""


def list_periksa(basis: str) -> tuple[Periksa, ...]:
    """Return the figures of an agency (PENGAMPU) or of a kecamatan office (WILAYAH)."""
    return tuple(satu for satu in SEMUA_PERIKSA if satu.basis in ("", basis))
