"""Tell the facts of one area in words, each with its doubt and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kelompok_desa import is_kecamatan, join_names, parent_of
from kukar_potensi.model.tanggal import TANGGAL_TIDAK_DIKETAHUI, format_tanggal
from kukar_potensi.model.teks import format_angka

GARIS_LAMA: Final = "menurut garis UU 3/2022; indikatif, telah diubah UU 21/2023"
TIDAK_DISEBUT: Final = "tidak disebut"
PENDUDUK: Final = "jumlah penduduk"
IKN: Final = "ikn"
UMUM: Final = "umum"


@dataclass(frozen=True)
class Fakta:
    """One fact: label, value, the doubt about it (may be empty), sources, and its subject (umum or ikn)."""

    label: str
    isi: str
    catatan: str = ""
    sumber: tuple[str, ...] = ()
    perihal: str = UMUM


def gather_fakta(himpunan: Himpunan, kode: str, skor: pd.DataFrame) -> tuple[Fakta, ...]:
    """Return the facts of a desa or kecamatan in the order to read them.

    `skor` are the scores of the areas of the same level (index kode; skor, kelas,
    kelengkapan, indikatif). What nobody recorded is left out or said to be unknown.

    Raises:
        KeyError: no area has this code.

    """
    if is_kecamatan(kode):
        baris: Any = himpunan.kecamatan.loc[kode]
        fakta = [
            Fakta("Kode wilayah", kode),
            Fakta(
                "Isi", f"{format_angka(baris['jumlah_desa'])} desa, {format_angka(baris['jumlah_kelurahan'])} kelurahan"
            ),
            _area(baris),
            *_people(himpunan, kode),
        ]
    else:
        baris = himpunan.desa.loc[kode]
        fakta = [
            Fakta("Kode wilayah", kode),
            Fakta("Jenis", str(baris["jenis"])),
            Fakta("Kecamatan", str(baris["nama_kecamatan"])),
            _area(baris),
            *_standing(himpunan, kode, str(baris["jenis"])),
        ]
        if isinstance(pos := baris.get("kode_pos"), str):
            fakta.append(Fakta("Kode pos", pos))
    return (*fakta, *_history(himpunan, kode, baris), *_ikn(himpunan, kode, baris), *_score(skor, kode))


def _area(baris: Any) -> Fakta:
    return Fakta("Luas", f"{format_angka(float(baris['luas_km2']), 1)} km²", "dihitung dari batas indikatif")


def _people(himpunan: Himpunan, kode: str) -> list[Fakta]:
    """Return the newest number of people on record, never called official."""
    angka = himpunan.kecamatan_angka
    angka = angka[(angka["kode_kecamatan"] == kode) & (angka["indikator"] == PENDUDUK) & angka["nilai"].notna()]
    if angka.empty:
        return [Fakta("Penduduk", TANGGAL_TIDAK_DIKETAHUI)]
    baris: Any = angka.sort_values("tahun", na_position="first").iloc[-1]
    catatan = f"{format_tanggal(baris['tahun'])}; bukan angka resmi"
    jiwa = f"{format_angka(float(baris['nilai']))} {baris['satuan']}"
    sumber: Any = baris["sumber"]
    return [Fakta("Penduduk", jiwa, catatan, tuple(sumber))]


def _standing(himpunan: Himpunan, kode: str, jenis: str) -> list[Fakta]:
    """Return the reported village development status; a kelurahan has none by its nature."""
    hasil = []
    baris: Any
    for baris in himpunan.desa_status[himpunan.desa_status["kode_desa"] == kode].itertuples():
        tahun = f"tahun {format_tanggal(baris.tahun)}"
        catatan = f"{tahun}; {baris.catatan}" if isinstance(baris.catatan, str) else tahun
        hasil.append(Fakta("Status desa", str(baris.status), catatan, tuple(baris.sumber)))
    if not hasil and jenis != "kelurahan":
        return [Fakta("Status desa", TANGGAL_TIDAK_DIKETAHUI)]
    return hasil


def _history(himpunan: Himpunan, kode: str, baris: Any) -> list[Fakta]:
    """Return older codes and names: splits of kecamatan, and the spelling of 2022 where it differs."""
    lama = himpunan.kode_lama
    hasil = []
    if is_kecamatan(kode):
        asal = lama[lama["kode"].str.startswith(f"{kode}.")]
        for induk in sorted({parent_of(satu) for satu in asal["kode_lama"]} - {kode}):
            nama = himpunan.kecamatan["nama"].get(induk, induk)
            isi = f"pemekaran dari Kecamatan {nama}; {len(asal)} desa/kelurahan berganti kode"
            hasil.append(Fakta("Riwayat", isi))
        anak = lama[lama["kode_lama"].str.startswith(f"{kode}.") & ~lama["kode"].str.startswith(f"{kode}.")]
        for pecahan in sorted({parent_of(satu) for satu in anak["kode"]}):
            nama = himpunan.kecamatan["nama"].get(pecahan, pecahan)
            hasil.append(Fakta("Riwayat", f"sebagian dimekarkan menjadi Kecamatan {nama}"))
        return hasil
    for satu in lama[lama["kode"] == kode].itertuples():
        nama = "" if satu.nama_lama == baris["nama"] else f", bernama {satu.nama_lama}"
        ragu = "padanan disimpulkan dari ejaan" if str(satu.cara).startswith("disimpulkan") else ""
        hasil.append(Fakta("Riwayat", f"kode lama {satu.kode_lama}{nama}", ragu))
    nama_2022 = baris.get("nama_2022")
    if isinstance(nama_2022, str) and nama_2022 != baris["nama"]:
        hasil.append(Fakta("Riwayat", f"ditulis {nama_2022} pada daftar resmi 2022"))
    return hasil


def _ikn(himpunan: Himpunan, kode: str, baris: Any) -> list[Fakta]:
    """Return overlap, distance and treatment, told apart by where they come from."""
    irisan = float(baris["irisan_ikn_persen"])
    isi = f"{format_angka(irisan, 1)}% wilayahnya" if irisan > 0 else "tidak beririsan"
    hasil = [Fakta("Di dalam delineasi IKN", isi, GARIS_LAMA, perihal=IKN)]
    if is_kecamatan(kode):
        dalam = himpunan.desa[(himpunan.desa["kode_kecamatan"] == kode) & (himpunan.desa["irisan_ikn_persen"] > 0)]
        if len(dalam):
            hasil.append(
                Fakta("Desa/kelurahan yang beririsan", f"{len(dalam)} desa/kelurahan", GARIS_LAMA, perihal=IKN)
            )
        hasil += _treatments(himpunan, kode)
    elif kode in himpunan.ikn_desa.index:
        hasil.append(_treatment(himpunan.ikn_desa.loc[kode]))
    jarak = f"{format_angka(float(baris['jarak_kipp_km']))} km"
    return [*hasil, Fakta("Jarak ke KIPP", jarak, "garis lurus ke titik acuan di Sepaku", perihal=IKN)]


def _treatment(baris: Any) -> Fakta:
    """Return how the desa was to be treated: as reported in June 2025, or only as the older line suggests."""
    sumber = tuple(baris["sumber"])
    if not is_reported(sumber):
        catatan = "indikatif; perlakuan per desa belum dilaporkan"
        return Fakta("Menurut garis lama", str(baris["perlakuan_2025"]), catatan, sumber, IKN)
    isi = str(baris["perlakuan_2025"])
    if isi == TIDAK_DISEBUT:
        isi = "tidak disebut dalam laporan"
    return Fakta("Perlakuan dilaporkan, Juni 2025", isi, "menurut media; belum diverifikasi OPD", sumber, IKN)


def _treatments(himpunan: Himpunan, kode: str) -> list[Fakta]:
    """Return how many desa of a kecamatan were reported under each treatment."""
    di_sini = himpunan.ikn_desa[himpunan.ikn_desa.index.str.startswith(f"{kode}.")]
    lapor = di_sini[[is_reported(tuple(sumber)) for sumber in di_sini["sumber"]]]
    if lapor.empty:
        return []
    cacah = lapor["perlakuan_2025"].value_counts()
    isi = join_names([f"{jumlah} {perlakuan}" for perlakuan, jumlah in cacah.items()])
    sumber = tuple(dict.fromkeys(alamat for daftar in lapor["sumber"] for alamat in daftar))
    return [Fakta("Perlakuan dilaporkan, Juni 2025", isi, "menurut media; belum diverifikasi OPD", sumber, IKN)]


def is_reported(sumber: tuple[str, ...]) -> bool:
    """Tell whether a treatment has a published source, and is not only read from the older line."""
    return any(alamat.startswith(("http://", "https://")) for alamat in sumber)


def _score(skor: pd.DataFrame, kode: str) -> list[Fakta]:
    """Return the area's own relevance with its class and completeness."""
    baris: Any = skor.loc[kode]
    if pd.isna(baris["skor"]):
        return [Fakta("Relevansi IKN", "belum dinilai", perihal=IKN)]
    tanda = "indikatif, " if baris["indikatif"] else ""
    isi = f"{format_angka(float(baris['skor']), 1)} · {baris['kelas']}"
    lengkap = format_angka(float(baris["kelengkapan"]) * 100)
    return [Fakta("Relevansi IKN", isi, f"{tanda}{lengkap}% bobot dinilai; rubrik usulan", perihal=IKN)]
