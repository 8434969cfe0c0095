"""Agencies and government affairs: names to ids, affairs to agencies, sectors, authority and clusters."""

from __future__ import annotations

from kukar_potensi.sumber.tabel.acuan import Acuan, Baris, find_alamat, join_catatan, join_list, split_list
from kukar_potensi.sumber.tabel.klaster import find_klaster
from kukar_potensi.sumber.tabel.sektor import URUSAN_KE_SEKTOR, find_sektor

OPD = "kerja_sama/opd.csv"
URUSAN = "kerja_sama/urusan.csv"

URUSAN_PROVINSI_PUSAT = frozenset({"3.28", "3.29"})
"""Forestry, energy and mining: hardly a kabupaten's matter (UU 23/2014, general knowledge)."""

_KECAMATAN_SEMUA = "20 kecamatan"

NAMA_LAIN: dict[str, tuple[str, ...]] = {
    "Sekretariat Kabupaten (Bagian Kerja Sama = sekretariat TKKSD)": (
        "Sekretariat Kabupaten",
        "Bagian Kerja Sama Setkab",
    ),
    "RSUD AM Parikesit": ("RSUD Aji Muhammad Parikesit",),
    "Dinas Penanaman Modal dan PTSP": ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",),
    "BPBD": ("Badan Penanggulangan Bencana Daerah",),
    "BPKAD": ("Badan Pengelola Keuangan dan Aset Daerah",),
    "BKPSDM": ("Badan Kepegawaian dan Pengembangan SDM",),
    "Dinas Lingkungan Hidup dan Kehutanan (tahura kabupaten saja)": ("Dinas Lingkungan Hidup dan Kehutanan",),
    "Perusda Tunggang Parangan": ("PT Tunggang Parangan (Perseroda)",),
}
"""Names the reference uses beside the one in its own list of agencies."""

OPD_TAMBAHAN: tuple[Baris, ...] = (
    {
        "id": "O076",
        "nama": "PT Tunggang Parangan (Perseroda)",
        "singkatan": "PT Tunggang Parangan",
        "jenis": "BUMD",
        "kode_urusan": "2.15",
        "tugas": "BUMD kepelabuhanan dan pelayaran; pada 2020 disebut Perusda Tunggang Parangan",
        "kode_kecamatan": "",
        "sumber": "https://kutaikartanegara.com/news.php?id=6709; https://mediakaltim.com/bupati-kukar-hadiri-mou-"
        "pt-tp-perseroda-dan-pt-krakatau-bandar-samudera-lirik-potensi-kemaritiman",
        "status_nama": "bersumber",
        "dasar_tugas": "disimpulkan dari isi kerja sama K101, K122, K123; kelanjutan kedua nama perlu dipastikan",
    },
)
"""Bodies named in the agreements but missing from the reference's list of agencies."""


def opd_rows(acuan: Acuan) -> list[Baris]:
    """Return the rows of opd.csv: the reference's list and the bodies only agreements name."""
    hasil: list[Baris] = []
    for nomor, baris in enumerate(acuan.rows(OPD)):
        status = "bersumber" if baris["status_nama"] == "bersumber" else "tanpa sumber"
        alamat = find_alamat(baris["sumber_nama"])
        if status == "bersumber" and not alamat:
            acuan.report(OPD, nomor, "sumber_nama", baris["sumber_nama"], "ditandai bersumber tetapi tanpa alamat.")
        catatan = ""
        if "Kepmendagri" in baris["sumber_nama"]:
            catatan = "nama menurut " + baris["sumber_nama"].split(";")[0]
        elif "awalan alamat" in baris["sumber_nama"]:
            catatan = "alamat sumber tidak tersimpan lengkap"
        hasil.append(
            {
                "id": baris["id"],
                "nama": baris["nama_opd"],
                "singkatan": baris["singkatan"],
                "jenis": "BUMD" if baris["jenis"].startswith("BUMD") else baris["jenis"],
                "kode_urusan": join_list(split_list(baris["kode_urusan"])),
                "tugas": baris["tugas_ringkas"],
                "kode_kecamatan": baris["kode_wilayah"],
                "sumber": join_list(alamat),
                "status_nama": status,
                "dasar_tugas": join_catatan(baris["dasar_tupoksi"], catatan),
            }
        )
    ada = {satu["nama"] for satu in hasil}
    return hasil + [dict(satu) for satu in OPD_TAMBAHAN if satu["nama"] not in ada]


def index_opd(rows: list[Baris]) -> dict[str, tuple[str, ...]]:
    """Return every name the reference uses for an agency, to its ids (a name may stand for several)."""
    indeks: dict[str, tuple[str, ...]] = {satu["nama"]: (satu["id"],) for satu in rows}
    for nama, asli in NAMA_LAIN.items():
        kode = tuple(kode for satu in asli for kode in indeks.get(satu, ()))
        if kode:
            indeks[nama] = kode
    indeks[_KECAMATAN_SEMUA] = tuple(satu["id"] for satu in rows if satu["jenis"] == "kecamatan")
    return indeks


def find_kewenangan(kode_urusan: str, catatan: str) -> str:
    """Return whose matter an affair is, from the reference's remark on authority.

    Forestry and energy are provinsi_pusat whatever the remark says; a remark that leaves a part
    to another level makes the affair shared; without one it is the kabupaten's.
    """
    if kode_urusan in URUSAN_PROVINSI_PUSAT:
        return "provinsi_pusat"
    if "provinsi" in catatan or "pusat" in catatan:
        return "bersama"
    return "kabupaten"


def _map_names(acuan: Acuan, nomor: int, kolom: str, nama: list[str], peta: dict[str, tuple[str, ...]]) -> str:
    """Return the ids of names as a list cell; an unknown name is noted as a fault."""
    kode: list[str] = []
    for satu in nama:
        if satu not in peta:
            acuan.report(URUSAN, nomor, kolom, satu, "tidak dikenal.")
        kode += peta.get(satu, ())
    return join_list(kode)


def urusan_rows(acuan: Acuan, indeks_opd: dict[str, tuple[str, ...]]) -> list[Baris]:
    """Return the rows of urusan.csv; its first sektor is the one that owns the affair."""
    hasil: list[Baris] = []
    for nomor, baris in enumerate(acuan.rows(URUSAN)):
        kode = baris["kode"]
        if kode not in URUSAN_KE_SEKTOR:
            acuan.report(URUSAN, nomor, "kode", kode, "belum punya sektor.")
        kata_lain = [find_sektor(kata) for kata in split_list(baris["sektor_dashboard"])] if kode == "3.27" else []
        klaster = {kata: find_klaster(kata) or () for kata in split_list(baris["klaster_ikn_usulan"])}
        kata_klaster = {kata: isi for kata, isi in klaster.items() if isi}
        hasil.append(
            {
                "kode": kode,
                "nama": baris["urusan"],
                "kelompok": baris["kelompok"],
                "termasuk_32": "ya" if baris["termasuk_32_urusan"] == "ya" else "tidak",
                "sektor": join_list([URUSAN_KE_SEKTOR.get(kode, ""), *(satu or "" for satu in kata_lain)]),
                "opd": _map_names(acuan, nomor, "opd_kukar", split_list(baris["opd_kukar"]), indeks_opd),
                "kewenangan": find_kewenangan(kode, baris["catatan_kewenangan"]),
                "kewenangan_catatan": baris["catatan_kewenangan"],
                "klaster_ikn": _map_names(acuan, nomor, "klaster_ikn_usulan", list(klaster), kata_klaster),
                "sumber": join_list(find_alamat(baris["sumber"])),
                "dasar_catatan": join_catatan(
                    baris["dasar_catatan"], "pembagian urusan menurut UU 23/2014 belum dirujuk langsung dari teksnya"
                ),
            }
        )
    return hasil
