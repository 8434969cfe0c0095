"""Names of places and the small tables about kecamatan and desa."""

from __future__ import annotations

from dataclasses import dataclass

from kukar_potensi.sumber.tabel.acuan import Acuan, Baris, check_tanggal, find_alamat, format_angka, join_list

DESA = "wilayah/desa.csv"
ANGKA = "wilayah/kecamatan_angka.csv"
STATUS = "wilayah/desa_status.csv"
KODE_LAMA = "wilayah/kode_lama_baru.csv"
IKN_DESA = "wilayah/ikn_desa.csv"

PERLAKUAN: tuple[tuple[str, str], ...] = (
    ("tetap Kukar", "tetap Kukar"),
    ("terbelah", "terbelah"),
    ("mayoritas penduduk di dalam IKN", "mayoritas di dalam IKN"),
    ("seluruhnya di dalam IKN", "seluruhnya di dalam IKN"),
    ("tidak disebut", "tidak disebut"),
)
"""How the reference's remark on June 2025 begins, to the word data/ uses."""


@dataclass(frozen=True)
class Tempat:
    """The official desa and kecamatan of the regency, by code."""

    desa: dict[str, Baris]
    kecamatan: dict[str, str]

    def phrase(self, kode_kecamatan: list[str], kode_desa: list[str]) -> str:
        """Return where a row lies in words, for a sentence; the whole regency when no code is given."""
        if kode_desa:
            nama = [f"{self.desa[kode]['jenis'].capitalize()} {self.desa[kode]['nama']}" for kode in kode_desa[:2]]
            sisa = len(kode_desa) - len(nama)
            lain = f" dan {sisa} desa/kelurahan lain" if sisa > 0 else ""
            tempat = (", " if sisa > 0 else " dan ").join(nama) + lain
            return f"{tempat}, Kecamatan {self._list_kecamatan(kode_kecamatan)}"
        if kode_kecamatan:
            return f"Kecamatan {self._list_kecamatan(kode_kecamatan)}"
        return "Kabupaten Kutai Kartanegara"

    def _list_kecamatan(self, kode: list[str]) -> str:
        nama = [self.kecamatan[satu] for satu in kode]
        return nama[0] if len(nama) == 1 else ", ".join(nama[:-1]) + " dan " + nama[-1]


def read_tempat(acuan: Acuan) -> Tempat:
    """Return the official places of the reference."""
    desa = {baris["kode"]: baris for baris in acuan.rows(DESA)}
    return Tempat(desa, {baris["kode_kecamatan"]: baris["nama_kecamatan"] for baris in desa.values()})


def check_kode(acuan: Acuan, tempat: Tempat, berkas: str, nomor: int, kode: list[str]) -> list[str]:
    """Return the codes the official list knows; every other one is noted as a fault."""
    kenal = [satu for satu in kode if satu in tempat.desa or satu in tempat.kecamatan]
    for satu in kode:
        if satu not in kenal:
            acuan.report(berkas, nomor, "kode wilayah", satu, "tidak ada di daftar resmi.")
    return kenal


def split_kode(kode: list[str]) -> tuple[list[str], list[str], str]:
    """Return kecamatan codes (parents of the desa included), desa codes, and the precision of place.

    The precision is the finest level named: desa, else kecamatan, else kabupaten.
    """
    desa = sorted(satu for satu in set(kode) if satu.count(".") == 3)
    kecamatan = sorted({satu[:8] for satu in kode})
    return kecamatan, desa, "desa" if desa else "kecamatan" if kecamatan else "kabupaten"


def angka_rows(acuan: Acuan, tempat: Tempat) -> list[Baris]:
    """Return the rows of kecamatan_angka.csv: one reported figure a row."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(ANGKA)):
        check_kode(acuan, tempat, ANGKA, nomor, [baris["kode_kecamatan"]])
        tahun = check_tanggal(acuan, ANGKA, nomor, "tahun", baris["tahun"])
        hasil.append({**baris, "nilai": format_angka(baris["nilai"]), "tahun": tahun})
    return hasil


def status_rows(acuan: Acuan, tempat: Tempat) -> list[Baris]:
    """Return the rows of desa_status.csv: a reported development status of a desa."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(STATUS)):
        check_kode(acuan, tempat, STATUS, nomor, [baris["kode_desa"]])
        check_tanggal(acuan, STATUS, nomor, "tahun", baris["tahun"])
        hasil.append(dict(baris))
    return hasil


def kode_lama_rows(acuan: Acuan, tempat: Tempat) -> list[Baris]:
    """Return the rows of kode_lama.csv: codes before two kecamatan were split, to the present ones."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(KODE_LAMA)):
        check_kode(acuan, tempat, KODE_LAMA, nomor, [baris["kode_2025"]])
        hasil.append(
            {
                "kode_lama": baris["kode_lama_pmdn72_2019"],
                "nama_lama": baris["nama_lama"],
                "kode": baris["kode_2025"],
                "nama": baris["nama_2025"],
                "cara": baris["cara"],
            }
        )
    return hasil


def ikn_desa_rows(acuan: Acuan, tempat: Tempat) -> list[Baris]:
    """Return the rows of ikn_desa.csv: overlap with the older line and treatment reported in June 2025."""
    hasil = []
    for nomor, baris in enumerate(acuan.rows(IKN_DESA)):
        check_kode(acuan, tempat, IKN_DESA, nomor, [baris["kode"]])
        kata = [hasil_kata for awal, hasil_kata in PERLAKUAN if baris["status_2025"].startswith(awal)]
        if not kata:
            acuan.report(IKN_DESA, nomor, "status_2025", baris["status_2025"], "perlakuan tidak dikenal.")
        hasil.append(
            {
                "kode": baris["kode"],
                "irisan_persen": format_angka(baris["pct_ikn_uu3_2022"]),
                "perlakuan_2025": kata[0] if kata else "",
                "sumber": join_list(find_alamat(baris["sumber"])) or baris["sumber"].replace(";", ","),
            }
        )
    return hasil
