"""Write an agency's worksheet: its rows to confirm or correct, so that it can send them back.

The sheets Potensi and Kerja Sama bear the column names of data/ and codes as the template of
the page Data writes them; what comes back is checked and merged there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import openpyxl
import pandas as pd

from kukar_potensi.ekspor.keterangan import build_keterangan
from kukar_potensi.ekspor.lembar import Kolom, Lembar, write_buku
from kukar_potensi.ekspor.lembar_opd_petunjuk import LEMBAR_DAFTAR, LEMBAR_DICEK, LEMBAR_PETUNJUK, list_petunjuk
from kukar_potensi.ekspor.sel import Jenis
from kukar_potensi.model.catatan_opd import list_catatan
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan

BARIS_BARU: Final = 20
"""Blank rows below the recorded ones, for what is missing."""

LEBAR_CETAK: Final = 240
"""Characters across a printed A3 page that can still be read."""

TERKUNCI: Final = "id"

_DEPAN: Final = {
    "potensi": ("id", "nama", "status_verifikasi", "uraian", "nilai", "satuan", "tahun_data", "kode_desa", "kode_kecamatan", "catatan", "opd"),
    "kerja_sama": (
        "id", "judul", "status_verifikasi", "mitra", "jenis_dokumen", "nomor_dokumen", "tanggal_ttd", "presisi_ttd",
        "tanggal_berakhir", "dasar_berakhir", "keputusan", "tanggal_keputusan", "rujukan_rencana", "catatan", "opd",
    ),
}  # fmt: skip
"""Columns that an officer looks at first; the others follow in the order of data/."""

_LEBAR: Final = {
    "id": 8, "nama": 34, "judul": 40, "status_verifikasi": 24, "uraian": 52, "catatan": 38, "sumber": 44, "mitra": 28,
    "kode_desa": 34, "kode_kecamatan": 26, "opd": 32, "kode_urusan": 30, "tugas": 44, "peristiwa": 60, "dasar_tugas": 44,
    "id_kerja_sama": 44, "nilai": 13, "satuan": 12, "kelas_sumber": 10, "rujukan_rencana": 26, "jenis_dokumen": 24,
    "bukti_lahan": 40, "bukti_lembaga": 40, "bukti_rencana": 40, "bukti_mitra": 40, "kewenangan_catatan": 32,
    "klaster_ikn": 30, "sektor": 26, "jenis_sumber": 22, "catatan_210": 28, "catatan_ttd": 28, "induk": 30,
}  # fmt: skip
_LEBAR_BIASA: Final = 18
_JUDUL_DAFTAR: Final = {
    "kecamatan": "Kecamatan",
    "desa": "Desa dan kelurahan",
    "urusan": "Urusan",
    "sektor": "Sektor",
    "opd": "OPD",
    "klaster_ikn": "Klaster IKN",
}


@dataclass(frozen=True)
class KolomData:
    """One column of data/ as the worksheet offers it.

    `pilihan` are its only values, `rujuk` the code list its values come from; with `daftar`
    a cell may hold several. `arti`, `isi` and `kosong` say in words what it means, what it
    may hold and what a blank says; empty when unknown.
    """

    nama: str
    jenis: Jenis = "teks"
    pilihan: tuple[str, ...] = ()
    rujuk: str = ""
    daftar: bool = False
    wajib: bool = False
    arti: str = ""
    isi: str = ""
    kosong: str = ""


@dataclass(frozen=True)
class TabelData:
    """One table of data/: the name of its sheet, its attribute of Himpunan, its columns."""

    judul: str
    nama: str
    kolom: tuple[KolomData, ...]


Acuan = Mapping[str, Mapping[str, str]]
"""Code lists: list -> {code: name people know}."""


def label_kode(kode: str, nama: str) -> str:
    """Write a code as the lists show it: "Loa Kulu (64.02.02)"."""
    return f"{nama} ({kode})" if nama else kode


def write_lembar_opd(
    keselarasan: Keselarasan, tabel: Sequence[TabelData], acuan: Acuan, saringan: Sequence[str] = ()
) -> bytes:
    """Return the worksheet of one agency as an XLSX book.

    `tabel` are the tables potensi, kerja_sama, tindak_lanjut and opd with the columns to
    show; `saringan` is the filter in words. Headings, ids and the sheets to read are locked
    without a password; every other cell is open.
    """
    himpunan = keselarasan.milik.indeks.himpunan
    isi = _rows(keselarasan)
    lembar = [_instructions(keselarasan, tabel)]
    longgar: dict[str, list[int]] = {}
    for satu in tabel:
        kolom = _arrange(satu)
        longgar[satu.judul] = [letak for letak, k in enumerate(kolom, start=1) if k.daftar]
        lembar.append(_data_sheet(satu, kolom, isi[satu.nama], acuan))
    lembar += [_notes_sheet(keselarasan, tabel), _codes_sheet(acuan)]
    nama = str(himpunan.opd.at[keselarasan.opd, "nama"])
    keterangan = build_keterangan(
        himpunan,
        f"Lembar kerja OPD: {nama}",
        keselarasan.milik.indeks.tanggal,
        berkas=("potensi.csv", "kerja_sama.csv", "tindak_lanjut.csv", "opd.csv"),
        baris=[isi["potensi"], isi["kerja_sama"]],
        saringan=saringan,
    )
    return _finish(write_buku(lembar, keterangan), longgar)


def _rows(keselarasan: Keselarasan) -> dict[str, pd.DataFrame]:
    """Return the agency's rows of every table, with the key as a column."""
    himpunan: Himpunan = keselarasan.milik.indeks.himpunan
    kerja_sama = keselarasan.milik.kerja_sama
    tindak_lanjut = himpunan.tindak_lanjut
    return {
        "potensi": _place_once(keselarasan.milik.potensi.rename_axis("id").reset_index()),
        "kerja_sama": _place_once(kerja_sama.rename_axis("id").reset_index()),
        "tindak_lanjut": tindak_lanjut[tindak_lanjut["id_kerja_sama"].isin(kerja_sama.index)],
        "opd": himpunan.opd.loc[[keselarasan.opd]].rename_axis("id").reset_index(),
    }


def _place_once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows without the kecamatan that their desa imply: who corrects a desa corrects one cell."""
    pasangan = zip(rows["kode_kecamatan"], rows["kode_desa"], strict=True)
    sisa = [tuple(kode for kode in atas if not any(d.startswith(kode) for d in desa)) for atas, desa in pasangan]
    return rows.assign(kode_kecamatan=pd.Series(sisa, index=rows.index, dtype=object))


def _arrange(tabel: TabelData) -> tuple[KolomData, ...]:
    """Return the columns with those that an officer looks at first in front."""
    depan = _DEPAN.get(tabel.nama, ())
    menurut_nama = {kolom.nama: kolom for kolom in tabel.kolom}
    awal = [menurut_nama[nama] for nama in depan if nama in menurut_nama]
    return (*awal, *(kolom for kolom in tabel.kolom if kolom.nama not in depan))


def _data_sheet(tabel: TabelData, kolom: tuple[KolomData, ...], isi: pd.DataFrame, acuan: Acuan) -> Lembar:
    """Return one sheet to fill; codes are written with their names."""
    lajur = [_cells(isi[satu.nama], satu, acuan) for satu in kolom]
    return Lembar(
        tabel.judul,
        tuple(_column(satu, acuan) for satu in kolom),
        list(zip(*lajur, strict=True)),
        beku=2 if tabel.nama in _DEPAN else 1,
        terkunci=True,
        baris_kosong=0 if tabel.nama == "opd" else BARIS_BARU,
    )


def _column(kolom: KolomData, acuan: Acuan) -> Kolom:
    pilihan = kolom.pilihan or tuple(label_kode(kode, nama) for kode, nama in acuan.get(kolom.rujuk, {}).items())
    return Kolom(
        kolom.nama,
        kolom.jenis,
        lebar=_LEBAR.get(kolom.nama, _LEBAR_BIASA),
        pilihan=pilihan,
        isian=kolom.nama != TERKUNCI,
        petunjuk=_hint(kolom),
    )


def _hint(kolom: KolomData) -> str:
    """Return what appears beside a cell: meaning, whether it must be filled, how to write it."""
    bagian = [f"{kolom.arti[:1].upper()}{kolom.arti[1:]}." if kolom.arti else ""]
    if kolom.nama == TERKUNCI:
        bagian.append("Terkunci; kosongkan pada baris baru.")
    elif kolom.wajib:
        bagian.append("Wajib diisi.")
    if kolom.daftar:
        bagian.append("Bila lebih dari satu, pisahkan dengan titik koma.")
    if kolom.jenis == "tanggal":
        bagian.append("Contoh: 2023, 2023-09, atau 2023-09-18.")
    return " ".join(satu for satu in bagian if satu)


def _explain(kolom: KolomData) -> str:
    """Return the hint with what a cell may hold and what a blank says, for the sheet of instructions."""
    bagian = [_hint(kolom)]
    if kolom.rujuk:
        bagian.append(f"Pilih dari daftar (lembar {LEMBAR_DAFTAR}).")
    elif kolom.isi and kolom.nama != TERKUNCI:
        bagian.append(f"Isi: {kolom.isi}.")
    if kolom.kosong and not kolom.wajib:
        bagian.append(f"Kosong berarti: {kolom.kosong}.")
    return " ".join(satu for satu in bagian if satu)


def _cells(lajur: pd.Series, kolom: KolomData, acuan: Acuan) -> list[object]:
    """Return a column's values; codes become labels, several in one cell joined by "; "."""
    if not kolom.rujuk:
        return list(lajur)
    nama = acuan.get(kolom.rujuk, {})

    def label(nilai: object) -> object:
        if isinstance(nilai, str):
            return label_kode(nilai, nama.get(nilai, ""))
        return tuple(label_kode(kode, nama.get(kode, "")) for kode in nilai) if isinstance(nilai, tuple) else None

    return [label(nilai) for nilai in lajur]


def _instructions(keselarasan: Keselarasan, tabel: Sequence[TabelData]) -> Lembar:
    """Return the first sheet: what is asked, step by step, and what each column means."""
    baris = [*list_petunjuk(keselarasan)]
    baris += [
        (f"{satu.judul}: {kolom.nama}", _explain(kolom))
        for satu in tabel
        for kolom in _arrange(satu)
        if _explain(kolom)
    ]
    kolom = (Kolom("Perihal", lebar=34), Kolom("Petunjuk", lebar=110))
    return Lembar(LEMBAR_PETUNJUK, kolom, baris, beku=1, terkunci=True)


def _notes_sheet(keselarasan: Keselarasan, tabel: Sequence[TabelData]) -> Lembar:
    judul = {satu.nama: satu.judul for satu in tabel}
    baris = [(judul.get(c.tabel, c.tabel), c.id, c.nama, c.perihal, c.usulan) for c in list_catatan(keselarasan)]
    kolom = (
        Kolom("Lembar", lebar=13),
        Kolom("Kode", lebar=8),
        Kolom("Nama", lebar=40),
        Kolom("Yang perlu dicek", lebar=62),
        Kolom("Usulan", lebar=44),
    )
    return Lembar(LEMBAR_DICEK, kolom, baris, beku=3, terkunci=True)


def _codes_sheet(acuan: Acuan) -> Lembar:
    """Return every code that a cell may hold, to search and copy."""
    baris = [
        (judul, kode, nama, label_kode(kode, nama))
        for daftar, judul in _JUDUL_DAFTAR.items()
        for kode, nama in acuan.get(daftar, {}).items()
    ]
    kolom = (
        Kolom("Daftar", lebar=22),
        Kolom("Kode", lebar=20),
        Kolom("Nama", lebar=48),
        Kolom("Tulis di sel", lebar=62),
    )
    return Lembar(LEMBAR_DAFTAR, kolom, baris, terkunci=True)


def _finish(isi: bytes, longgar: Mapping[str, Sequence[int]]) -> bytes:
    """Let cells that may hold several codes take more than one from their list, and print wide sheets legibly.

    A list in a spreadsheet refuses any other text; in the columns `longgar` (by sheet, from
    1) it only offers. A wide sheet is printed over several pages that repeat its first columns.
    """
    buku = openpyxl.load_workbook(BytesIO(isi))
    for judul, kolom in longgar.items():
        halaman = buku[judul]
        for aturan in halaman.data_validations.dataValidation:
            if {rentang.min_col for rentang in aturan.sqref.ranges} & set(kolom):
                aturan.showErrorMessage = False
        lebar = sum(ukuran.width for ukuran in halaman.column_dimensions.values())
        halaman.page_setup.fitToWidth = max(1, math.ceil(lebar / LEBAR_CETAK))
        halaman.print_title_cols = "A:B"
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()
