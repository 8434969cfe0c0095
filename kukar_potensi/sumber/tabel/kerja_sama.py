"""Cooperations and what came of them, made tidy with their legal type kept apart from the press's word."""

from __future__ import annotations

import re
from urllib.parse import urlparse

from kukar_potensi.sumber.tabel.acuan import (
    Acuan,
    Baris,
    check_tanggal,
    find_alamat,
    format_angka,
    join_catatan,
    join_list,
    split_list,
)
from kukar_potensi.sumber.tabel.sektor import find_sektor
from kukar_potensi.sumber.tabel.suntingan import CATATAN_TAMBAHAN
from kukar_potensi.sumber.tabel.wilayah import Tempat, check_kode, split_kode

PERJANJIAN = "kerja_sama/perjanjian.csv"
TINDAK_LANJUT = "kerja_sama/tindak_lanjut.csv"

JENIS_DOKUMEN: dict[str, str] = {
    "Adendum Kesepakatan Bersama": "Adendum",
    "Berita Acara Kesepakatan": "Berita Acara",
    "Kerja Sama Antar Desa": "tidak disebut",
    "Kesepakatan Bersama": "Kesepakatan Bersama",
    "Nota Kesepahaman": "Nota Kesepahaman",
    "Nota Kesepahaman (Kerja Sama Desa)": "Nota Kesepahaman",
    "Nota Kesepahaman dan Rencana Kerja": "Nota Kesepahaman",
    "Nota Kesepakatan Sinergi": "Nota Kesepakatan",
    "Perjanjian Kerja Sama": "Perjanjian Kerja Sama",
    "Perjanjian Kerja Sama (draf)": "Perjanjian Kerja Sama",
    "Perjanjian Pemanfaatan BMD (Sewa)": "Perjanjian Pemanfaatan BMD",
    "Rencana/Matrik Kerja": "Rencana Kerja",
    "Tidak disebut sumber": "tidak disebut",
}
"""The reference's wording to the document types of the law."""

KATA_SUMBER: dict[str, str] = {
    "K002": "MoU",
    "K009": "MoU",
    "K023": "bekerjasama",
    "K024": "bekerjasama",
    "K025": "bekerjasama",
    "K026": "bekerjasama",
    "K027": "bekerjasama",
    "K028": "bekerjasama",
    "K029": "MoU",
    "K043": "MoU",
    "K045": "kerjasama Sinergi",
    "K101": "MoU",
    "K102": "kerja sama",
    "K103": "nota kesepahaman/MoU",
    "K104": "kerjasama",
    "K105": "kerja sama",
    "K106": "kerja sama",
    "K108": "MoU",
    "K109": "MoU dan 'perjanjian'",
    "K110": "MoU dan 'perjanjian'",
    "K111": "bekerja sama",
    "K112": "kerja sama",
    "K113": "bekerja sama",
    "K114": "kerja sama",
    "K115": "gandeng",
    "K116": "menjalin kerjasama",
    "K117": "persetujuan pengalihan",
    "K119": "MoU",
    "K120": "perjanjian kerja sama",
    "K121": "bekerja sama",
    "K123": "kerja sama",
    "K127": "MoU",
    "K128": "kesepakatan bersama",
    "K130": "bekerja sama",
    "K131": "bekerja sama",
    "K132": "perjanjian",
    "K138": "'komitmen' dan 'kerja sama'",
    "K141": "'kesepakatan awal' lisan",
    "K142": "MoU Perjanjian Kinerja",
    "K143": "kemitraan",
}
"""The word the source itself uses, where the reference's remark reports it; else the reference's own word."""

KATEGORI: dict[str, str] = {
    "KSDD": "KSDD",
    "KSDD + KSDPK (campuran)": "Perlu keputusan TKKSD",
    "KSDPK": "KSDPK",
    "Kerja sama desa (bukan KSD)": "Kerja sama desa",
    "Pemanfaatan BMD": "Pemanfaatan BMD",
    "Perlu keputusan TKKSD": "Perlu keputusan TKKSD",
    "Sinergi": "Sinergi",
}

SIFAT_KSDD: dict[str, str] = {
    "": "",
    "sukarela (tidak berbatasan)": "sukarela",
    "wajib/sukarela perlu ditetapkan TKKSD": "belum ditetapkan",
    "wajib/sukarela perlu ditetapkan TKKSD (berbatasan langsung)": "belum ditetapkan",
}

PRESISI: dict[str, str] = {
    "bulan": "bulan",
    "hari": "hari",
    "hari (diragukan)": "hari diragukan",
    "hari (pembahasan draf, belum ditandatangani)": "belum ditandatangani",
    "hari (sumber berbeda: 8 atau 9 September)": "hari diragukan",
    "paling lambat": "paling lambat",
    "tahun": "tahun",
}
"""The reference's precision of the date of signing; "bulan (...)" keeps its reason in catatan_ttd."""

MASUK_210: dict[str, str] = {
    "ya": "ya",
    "tidak": "tidak",
    "tidak jelas": "belum diketahui",
    "kemungkinan (hanya batas akhir tanggal diketahui)": "kemungkinan",
    "tidak (ditandatangani 2018; berlaku s.d. 31-12-2020)": "tidak",
    "ya (tidak dihitung KSD)": "tidak",
}
"""Whether a row falls under the 210 reported; a cooperation of desa is counted apart, so it does not."""

SITUS_KELAS_A = ("antaranews.com", ".go.id", ".ac.id")
"""Ends of host names of class A: national agency, government, academic (the definition in data/README.md)."""

_BERAKHIR = re.compile(r"^(?P<tanggal>[\d-]+)(?: \((?P<dasar>.*)\))?$")
_INDUK = re.compile(r"\binduk: (K\d+)")
_TURUNAN = re.compile(r"\((K\d+) sebagai turunan\)")


def kerja_sama_rows(acuan: Acuan, tempat: Tempat, indeks_opd: dict[str, tuple[str, ...]]) -> list[Baris]:
    """Return the rows of kerja_sama.csv in the reference's order."""
    induk = find_induk(acuan)
    hasil = []
    for nomor, baris in enumerate(acuan.rows(PERJANJIAN)):
        satu = _identity(acuan, nomor, baris, indeks_opd)
        satu["induk"] = induk.get(baris["id"], "")
        satu |= _dates(acuan, nomor, baris) | _place(acuan, nomor, baris, tempat) | _judgement(acuan, nomor, baris)
        hasil.append({kolom: satu[kolom] for kolom in (*KOLOM_KERJA_SAMA, CATATAN_TAMBAHAN)})
    dikenal = {satu["id"] for satu in hasil}
    for nomor, baris in enumerate(acuan.rows(PERJANJIAN)):
        if induk.get(baris["id"], baris["id"]) not in dikenal:
            acuan.report(PERJANJIAN, nomor, "catatan", induk[baris["id"]], "induk ini tidak ada di tabel.")
    return hasil


def find_induk(acuan: Acuan) -> dict[str, str]:
    """Return child id to parent id, only where the reference says so in words, never by likeness."""
    induk = {baris["id"]: cocok[1] for baris in acuan.rows(PERJANJIAN) if (cocok := _INDUK.search(baris["catatan"]))}
    for baris in acuan.rows(TINDAK_LANJUT):
        if cocok := _TURUNAN.search(baris["peristiwa"]):
            induk[cocok[1]] = baris["id_kerja_sama"]
    return induk


def _look_up(acuan: Acuan, nomor: int, kolom: str, teks: str, peta: dict[str, str]) -> str:
    if teks not in peta:
        acuan.report(PERJANJIAN, nomor, kolom, teks, "belum dipetakan.")
    return peta.get(teks, "")


def _identity(acuan: Acuan, nomor: int, baris: Baris, indeks_opd: dict[str, tuple[str, ...]]) -> Baris:
    """Return what the document is, between whom, and about what."""
    opd = indeks_opd.get(baris["opd"], ())
    sektor = find_sektor(baris["sektor"])
    if not opd:
        acuan.report(PERJANJIAN, nomor, "opd", baris["opd"], "tidak dikenal; tambahkan ke OPD_TAMBAHAN.")
    if sektor is None:
        acuan.report(PERJANJIAN, nomor, "sektor", baris["sektor"], "belum dipetakan ke sektor.")
    urusan = {satu["kode"] for satu in acuan.rows("kerja_sama/urusan.csv")}
    if baris["kode_urusan"] not in urusan | {"multi"}:
        acuan.report(PERJANJIAN, nomor, "kode_urusan", baris["kode_urusan"], "tidak ada di urusan.csv.")
    return {
        "id": baris["id"],
        "judul": baris["judul"],
        "jenis_dokumen": _look_up(acuan, nomor, "jenis_dokumen", baris["jenis_dokumen"], JENIS_DOKUMEN),
        "jenis_dokumen_sumber": _find_kata_sumber(acuan, nomor, baris),
        "nomor_dokumen": baris["nomor_dokumen"],
        "kategori": _look_up(acuan, nomor, "kategori_usulan", baris["kategori_usulan"], KATEGORI),
        "sifat_ksdd": _look_up(acuan, nomor, "sifat_ksdd", baris["sifat_ksdd"], SIFAT_KSDD),
        "mitra": baris["mitra"],
        "jenis_mitra": baris["jenis_mitra"],
        "opd": opd[0] if opd else "",
        "dasar_opd": baris["dasar_opd"],
        "kode_urusan": "" if baris["kode_urusan"] == "multi" else baris["kode_urusan"],
        "sektor": sektor or "",
        "sektor_sumber": baris["sektor"],
        "nilai_rp": format_angka(baris["nilai_rp"]),
    }


def _find_kata_sumber(acuan: Acuan, nomor: int, baris: Baris) -> str:
    """Return the source's wording; words the remark no longer reports are noted as a fault."""
    kata = KATA_SUMBER.get(baris["id"], baris["jenis_dokumen"])
    if baris["id"] in KATA_SUMBER and kata not in baris["catatan"]:
        acuan.report(PERJANJIAN, nomor, "catatan", kata, "kata sumber ini tidak ada lagi di catatan.")
    return kata


def _dates(acuan: Acuan, nomor: int, baris: Baris) -> Baris:
    """Return signing and end as partial dates, each with its precision or basis."""
    presisi, _, alasan = baris["presisi_tanggal"].partition(" (disimpulkan")
    presisi = _look_up(acuan, nomor, "presisi_tanggal", presisi, PRESISI)
    catatan = f"disimpulkan{alasan.rstrip(')')}" if alasan else ""
    if "(sumber berbeda" in baris["presisi_tanggal"]:
        catatan = baris["presisi_tanggal"].partition("(")[2].rstrip(")")
    ttd = check_tanggal(acuan, PERJANJIAN, nomor, "tanggal_ttd", baris["tanggal_ttd"])
    if presisi == "belum ditandatangani":
        catatan, ttd = f"draf dibahas {ttd}; penandatanganan tidak ditemukan", ""
    berakhir, dasar = "", ""
    if cocok := _BERAKHIR.match(baris["berakhir"]):
        berakhir = check_tanggal(acuan, PERJANJIAN, nomor, "berakhir", cocok["tanggal"])
        kata = (cocok["dasar"] or "").partition(" ")[0].rstrip(":")
        dasar = kata if kata in {"dihitung", "disimpulkan"} else "menurut sumber"
    elif baris["berakhir"]:
        acuan.report(PERJANJIAN, nomor, "berakhir", baris["berakhir"], "tanggal berakhir tidak terbaca.")
    return {
        "tanggal_ttd": ttd,
        "presisi_ttd": presisi,
        "catatan_ttd": catatan,
        "jangka_waktu": baris["jangka_waktu"],
        "tanggal_berakhir": berakhir,
        "dasar_berakhir": dasar,
    }


def _place(acuan: Acuan, nomor: int, baris: Baris, tempat: Tempat) -> Baris:
    kode = check_kode(acuan, tempat, PERJANJIAN, nomor, split_list(baris["kode_wilayah"]))
    kecamatan, desa, tingkat = split_kode(kode)
    return {"tingkat": tingkat, "kode_kecamatan": join_list(kecamatan), "kode_desa": join_list(desa)}


def _judgement(acuan: Acuan, nomor: int, baris: Baris) -> Baris:
    """Return sources, doubts, and what a person still has to decide (left blank)."""
    rentang = baris["dalam_rentang_2020_apr2024"]
    alamat = find_alamat(baris["sumber"], baris["catatan"])
    if not alamat:
        acuan.report(PERJANJIAN, nomor, "sumber", baris["sumber"], "tanpa alamat sumber.")
    tambahan = [
        "mencakup banyak urusan" if baris["kode_urusan"] == "multi" else "",
        f"usulan kategori semula: {baris['kategori_usulan']}" if "campuran" in baris["kategori_usulan"] else "",
        "berbatasan langsung" if "berbatasan langsung" in baris["sifat_ksdd"] else "",
    ]
    return {
        "masuk_210": _look_up(acuan, nomor, "dalam_rentang_2020_apr2024", rentang, MASUK_210),
        "catatan_210": rentang if MASUK_210.get(rentang) != rentang else "",
        "keyakinan": baris["keyakinan"],
        "keputusan": "",
        "tanggal_keputusan": "",
        "rujukan_rencana": "",
        "sumber": join_list(alamat),
        "kelas_sumber": find_kelas(alamat[0]) if alamat else "",
        "status_verifikasi": "belum diverifikasi OPD",
        "catatan": baris["catatan"],
        CATATAN_TAMBAHAN: join_catatan(*tambahan),
    }


def find_kelas(alamat: str) -> str:
    """Return the class of a news or official address: A for official, academic, national agency; else B.

    The weak class C (blogs, mirrors) is never given by rule; the reference has none among cooperations.
    """
    host = urlparse(alamat).netloc.partition(":")[0]
    return "A" if host.endswith(SITUS_KELAS_A) else "B"


def tindak_lanjut_rows(acuan: Acuan) -> list[Baris]:
    """Return the rows of tindak_lanjut.csv; an event of an unknown cooperation is a fault."""
    dikenal = {baris["id"] for baris in acuan.rows(PERJANJIAN)}
    hasil = []
    for nomor, baris in enumerate(acuan.rows(TINDAK_LANJUT)):
        if baris["id_kerja_sama"] not in dikenal:
            acuan.report(TINDAK_LANJUT, nomor, "id_kerja_sama", baris["id_kerja_sama"], "tidak ada di perjanjian.csv.")
        tanggal = check_tanggal(acuan, TINDAK_LANJUT, nomor, "tanggal", baris["tanggal"])
        hasil.append({**baris, "tanggal": tanggal, "sumber": join_list(find_alamat(baris["sumber"]))})
    return hasil


KOLOM_KERJA_SAMA: tuple[str, ...] = (
    "id",
    "judul",
    "jenis_dokumen",
    "jenis_dokumen_sumber",
    "nomor_dokumen",
    "induk",
    "kategori",
    "sifat_ksdd",
    "mitra",
    "jenis_mitra",
    "opd",
    "dasar_opd",
    "kode_urusan",
    "sektor",
    "sektor_sumber",
    "tanggal_ttd",
    "presisi_ttd",
    "catatan_ttd",
    "jangka_waktu",
    "tanggal_berakhir",
    "dasar_berakhir",
    "nilai_rp",
    "masuk_210",
    "catatan_210",
    "keyakinan",
    "tingkat",
    "kode_kecamatan",
    "kode_desa",
    "keputusan",
    "tanggal_keputusan",
    "rujukan_rencana",
    "sumber",
    "kelas_sumber",
    "status_verifikasi",
    "catatan",
)
"""The columns of kerja_sama.csv in their order."""
