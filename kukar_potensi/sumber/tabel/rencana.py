"""Plans, the way to IKN, connectivity, and the rubric."""

from __future__ import annotations

import re

from kukar_potensi.sumber.tabel.acuan import Acuan, Baris, check_tanggal, find_alamat, join_list, split_list
from kukar_potensi.sumber.tabel.sektor import URUSAN_KE_SEKTOR, find_sektor
from kukar_potensi.sumber.tabel.wilayah import Tempat, check_kode

KONEKTIVITAS = "kerja_sama/konektivitas.csv"
RPJMD = "kerja_sama/rpjmd.csv"
IKN_KUKAR = "kerja_sama/ikn_kukar.csv"
RUBRIK = "kerja_sama/rubrik_ikn.csv"

STATUS_BELUM_DIKETAHUI = "belum diketahui"
KATA_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (STATUS_BELUM_DIKETAHUI, re.compile(r"keadaan sekarang tidak|berhenti|menurut sumber 20", re.IGNORECASE)),
    ("rencana", re.compile(r"\(rencana\)", re.IGNORECASE)),
    (
        "beroperasi",
        re.compile(r"beroperasi|diresmikan|\btarif\b|kapal per bulan|^tersambung|, tersambung", re.IGNORECASE),
    ),
    (
        "pembangunan",
        re.compile(
            r"^pembangunan|^dibangun|pembangunan baru|tahap I\b|hampir selesai|target 20\d\d|belum tuntas",
            re.IGNORECASE,
        ),
    ),
)
"""The first pattern found in name or remark decides the status; no pattern means unknown."""

_RINGKASAN = re.compile(r"\s*\(ringkasan penulis lepas[^)]*\)")
_ARAH = ("visi", "target", "tema tahunan", "fokus rpjmd", "rencana", "lima kawasan", "konektivitas antarwilayah")


def konektivitas_rows(acuan: Acuan, tempat: Tempat) -> list[Baris]:
    """Return the rows of konektivitas.csv; status only from explicit words, else belum diketahui."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(KONEKTIVITAS)):
        check_kode(acuan, tempat, KONEKTIVITAS, nomor, [baris["kode_kecamatan"]])
        hasil.append(
            {
                "kode_kecamatan": baris["kode_kecamatan"],
                "moda": baris["moda"],
                "nama": baris["nama"],
                "keterangan": baris["keterangan"],
                "status": find_status(baris["nama"], baris["keterangan"]),
                "tahun": check_tanggal(acuan, KONEKTIVITAS, nomor, "tahun", baris["tahun"]),
                "sumber": join_list(find_alamat(baris["sumber"])),
            }
        )
    return hasil


def find_status(nama: str, keterangan: str) -> str:
    """Return the status of a road, dock or port from explicit words in its name and remark."""
    for status, pola in KATA_STATUS:
        if pola.search(nama) or pola.search(keterangan):
            return status
    return STATUS_BELUM_DIKETAHUI


def rpjmd_rows(acuan: Acuan) -> list[Baris]:
    """Return the rows of rpjmd.csv: missions, programmes and directions, numbered in the reference's order."""
    urusan = {baris["kode"] for baris in acuan.rows("kerja_sama/urusan.csv")}
    hasil = []
    for nomor, baris in enumerate(acuan.rows(RPJMD)):
        uraian = baris["misi_atau_program"]
        kode = split_list(baris["urusan"])
        for satu in kode:
            if satu not in urusan:
                acuan.report(RPJMD, nomor, "urusan", satu, "tidak ada di urusan.csv.")
        hasil.append(
            {
                "id": f"R{nomor + 1:02d}",
                "dokumen": baris["dokumen"],
                "periode": baris["periode"],
                "jenis": _find_jenis(uraian),
                "uraian": _RINGKASAN.sub("", uraian),
                "kode_urusan": join_list(kode),
                "sektor": _map_sektor(acuan, nomor, baris["sektor"], kode),
                "status_teks": "ringkasan" if _RINGKASAN.search(uraian) else "dokumen",
                "sumber": join_list(find_alamat(baris["sumber"])),
            }
        )
    return hasil


def _find_jenis(uraian: str) -> str:
    rendah = uraian.lower()
    if rendah.startswith("misi"):
        return "misi"
    return "arah" if rendah.startswith(_ARAH) else "program"


def _map_sektor(acuan: Acuan, nomor: int, sel: str, kode_urusan: list[str]) -> str:
    """Return sector ids of a list of wordings; "Ekonomi" stands for the sectors of the row's urusan."""
    hasil: list[str] = []
    for kata in split_list(sel):
        if kata == "Ekonomi":
            hasil += [URUSAN_KE_SEKTOR.get(kode, "") for kode in kode_urusan]
            continue
        sektor = find_sektor(kata)
        if sektor is None:
            acuan.report(RPJMD, nomor, "sektor", kata, "belum dipetakan ke sektor.")
        hasil.append(sektor or "")
    return join_list(hasil)


def ikn_kukar_rows(acuan: Acuan) -> list[Baris]:
    """Return the rows of ikn_kukar.csv: meetings, letters and minutes with the Otorita, in time order."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(IKN_KUKAR)):
        hasil.append(
            {
                "id": f"I{nomor + 1:02d}",
                "tanggal": check_tanggal(acuan, IKN_KUKAR, nomor, "tanggal", baris["tanggal"]),
                "peristiwa": baris["peristiwa"],
                "bidang": join_list(satu.lower() for satu in split_list(baris["bidang"])),
                "sumber": join_list(find_alamat(baris["sumber"])),
            }
        )
    return hasil


def rubrik_rows(acuan: Acuan) -> list[Baris]:
    """Return the rows of rubrik_ikn.csv unchanged; weights that do not add up to 100 are a fault."""
    rows = [dict(baris) for baris in acuan.rows(RUBRIK)]
    jumlah = sum(int(baris["bobot"]) for baris in rows)
    if jumlah != 100:
        acuan.report(RUBRIK, 0, "bobot", str(jumlah), "jumlah bobot harus 100.")
    return rows
