"""Potentials: the reference's rows made tidy, described in a neutral sentence of our own."""

from __future__ import annotations

from kukar_potensi.sumber.tabel.acuan import (
    Acuan,
    Baris,
    check_tanggal,
    find_alamat,
    format_angka,
    join_list,
    split_list,
)
from kukar_potensi.sumber.tabel.bukti import KOLOM_BUKTI, bukti_of
from kukar_potensi.sumber.tabel.klaster import find_klaster
from kukar_potensi.sumber.tabel.opd import URUSAN_PROVINSI_PUSAT
from kukar_potensi.sumber.tabel.sektor import DAFTAR_SEKTOR, find_sektor
from kukar_potensi.sumber.tabel.suntingan import CATATAN_TAMBAHAN
from kukar_potensi.sumber.tabel.wilayah import Tempat, check_kode, split_kode

POTENSI = "kerja_sama/potensi.csv"

OPD_MENURUT_SEKTOR = {"perkebunan": "Dinas Perkebunan"}
"""Where the reference proposes one agency for the whole urusan though another has the task by name."""

KEWENANGAN: dict[str, str] = {
    "kabupaten": "kabupaten",
    "provinsi (laut 0-12 mil); kabupaten: pemberdayaan nelayan kecil": "bersama",
    "pusat (KKP) dengan sinergi kabupaten": "bersama",
    "swasta/yayasan (BOS); konservasi kewenangan pusat": "provinsi_pusat",
    "pusat": "provinsi_pusat",
    "provinsi": "provinsi_pusat",
    "perlu diperiksa (kemungkinan kawasan hutan)": "",
}
"""The reference's remark to whose matter it is; "... kabupaten berperan pendukung" is provinsi_pusat."""

_NAMA_SEKTOR = {satu.id: satu.nama for satu in DAFTAR_SEKTOR}


def potensi_rows(acuan: Acuan, tempat: Tempat, indeks_opd: dict[str, tuple[str, ...]]) -> list[Baris]:
    """Return the rows of potensi.csv in the reference's order."""
    urusan = {baris["kode"] for baris in acuan.rows("kerja_sama/urusan.csv")}
    return [_make_row(acuan, tempat, indeks_opd, urusan, nomor) for nomor in range(len(acuan.rows(POTENSI)))]


def _make_row(
    acuan: Acuan, tempat: Tempat, indeks_opd: dict[str, tuple[str, ...]], urusan: set[str], nomor: int
) -> Baris:
    baris = acuan.rows(POTENSI)[nomor]
    kode = split_list(baris["kode_kecamatan"]) + split_list(baris["kode_desa"])
    kecamatan, desa, tingkat = split_kode(check_kode(acuan, tempat, POTENSI, nomor, kode))
    alamat = find_alamat(baris["sumber"])
    if baris["kode_urusan"] not in urusan:
        acuan.report(POTENSI, nomor, "kode_urusan", baris["kode_urusan"], "tidak ada di urusan.csv.")
    if not alamat:
        acuan.report(POTENSI, nomor, "sumber", baris["sumber"], "tanpa alamat sumber.")
    hasil = {
        "id": baris["id"],
        "nama": baris["nama_potensi"],
        "sektor_sumber": baris["sektor"],
        "kode_urusan": baris["kode_urusan"],
        "tingkat": tingkat,
        "kode_kecamatan": join_list(kecamatan),
        "kode_desa": join_list(desa),
        "nilai": format_angka(baris["nilai"]),
        "satuan": baris["satuan"],
        "tahun_data": check_tanggal(acuan, POTENSI, nomor, "tahun_data", baris["tahun_data"]),
        "kewenangan_catatan": baris["kewenangan_catatan"],
        "sumber": join_list(find_alamat(baris["sumber"], baris["catatan"])),
        "jenis_sumber": baris["jenis_sumber"],
        "kelas_sumber": baris["kelas_sumber"],
        "tanggal_sumber": check_tanggal(acuan, POTENSI, nomor, "tahun_sumber", baris["tahun_sumber"]),
        "status_verifikasi": baris["status_verifikasi"],
        "catatan": baris["catatan"],
        CATATAN_TAMBAHAN: _tingkat_note(baris["tingkat"], tingkat),
    }
    hasil |= _map_words(acuan, nomor, baris, indeks_opd) | bukti_of(acuan, nomor, baris, alamat)
    hasil["uraian"] = compose_uraian(hasil, tempat)
    return {kolom: hasil[kolom] for kolom in (*KOLOM_POTENSI, CATATAN_TAMBAHAN)}


def _map_words(acuan: Acuan, nomor: int, baris: Baris, indeks_opd: dict[str, tuple[str, ...]]) -> Baris:
    """Return the columns that come from a wording through a mapping table; an unknown wording is a fault."""
    sektor = find_sektor(baris["sektor"])
    klaster = find_klaster(baris["klaster_ikn_usulan"]) if baris["klaster_ikn_usulan"] else ("",)
    nama_opd = OPD_MENURUT_SEKTOR.get(sektor or "", baris["opd_usulan"])
    opd = indeks_opd.get(nama_opd)
    hasil = {
        "sektor": ("sektor", sektor),
        "opd": ("opd_usulan", opd[0] if opd else None),
        "kewenangan": ("kewenangan_catatan", _find_kewenangan(baris)),
        "klaster_ikn": ("klaster_ikn_usulan", klaster[0] if klaster else None),
    }
    for kolom, nilai in hasil.values():
        if nilai is None:
            acuan.report(POTENSI, nomor, kolom, baris[kolom], "belum dipetakan.")
    return {kolom: nilai or "" for kolom, (_, nilai) in hasil.items()}


def _find_kewenangan(baris: Baris) -> str | None:
    catatan = baris["kewenangan_catatan"]
    if baris["kode_urusan"] in URUSAN_PROVINSI_PUSAT or "kabupaten berperan pendukung" in catatan:
        return "provinsi_pusat"
    return KEWENANGAN.get(catatan)


def _tingkat_note(asal: str, tingkat: str) -> str:
    """Return the remark that keeps the reference's level of place where data/ uses another one."""
    return "" if asal == tingkat else f"tingkat tempat semula: {asal}"


def compose_uraian(baris: Baris, tempat: Tempat) -> str:
    """Return a short neutral description made only of a row's facts: sector, name, place, figure, year."""
    tempat_kata = tempat.phrase(split_list(baris["kode_kecamatan"]), split_list(baris["kode_desa"]))
    kalimat = [f"{baris['nama']}: potensi sektor {_NAMA_SEKTOR.get(baris['sektor'], '')} di {tempat_kata}."]
    tahun = baris["tahun_data"]
    if baris["nilai"]:
        waktu = f" ({tahun})" if tahun else " (tahun angka belum diketahui)"
        kalimat.append(f"Angka tercatat {_format_id(baris['nilai'])} {baris['satuan']}{waktu}.")
    elif tahun:
        kalimat.append(f"Data tahun {tahun}.")
    return " ".join(kalimat)


def _format_id(angka: str) -> str:
    """Return a number in Indonesian notation: point for thousands, comma for decimals."""
    utuh, _, pecahan = angka.partition(".")
    return f"{int(utuh):,}".replace(",", ".") + (f",{pecahan}" if pecahan else "")


KOLOM_POTENSI: tuple[str, ...] = (
    "id",
    "nama",
    "sektor",
    "sektor_sumber",
    "kode_urusan",
    "tingkat",
    "kode_kecamatan",
    "kode_desa",
    "uraian",
    "nilai",
    "satuan",
    "tahun_data",
    "opd",
    "kewenangan",
    "kewenangan_catatan",
    "klaster_ikn",
    "sumber",
    "jenis_sumber",
    "kelas_sumber",
    "tanggal_sumber",
    "status_verifikasi",
    "catatan",
    *KOLOM_BUKTI,
)
"""The columns of potensi.csv in their order."""
