"""Read a filled workbook as data: cells as text, each with its place; nothing in it is ever run."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import openpyxl
import pandas as pd
from openpyxl.utils import get_column_letter, range_boundaries

from kukar_potensi.sumber.buku_kerja.formulir import (
    DICATAT_SENDIRI,
    FORMULIR,
    FORMULIR_TINDAK_LANJUT,
    NAMA_LEMBAR,
    TANDA_CONTOH,
    Formulir,
    find_formulir,
    is_bernama,
    is_contoh,
)
from kukar_potensi.sumber.buku_kerja.gabungan_sel import find_gabungan
from kukar_potensi.sumber.buku_kerja.hapus import PEMUTUS
from kukar_potensi.sumber.buku_kerja.judul import JUDUL_DICARI, check_judul, find_judul
from kukar_potensi.sumber.buku_kerja.lembar_lain import LembarLain, find_lain, is_bacaan
from kukar_potensi.sumber.buku_kerja.penjaga import BARIS_TERBANYAK, GalatBuku, check_wadah
from kukar_potensi.sumber.buku_kerja.sel import PANJANG_SEL, write_sel
from kukar_potensi.sumber.buku_kerja.temuan_sel import TemuanSel
from kukar_potensi.sumber.temuan import suggest_nama

KOLOM_TERBANYAK: Final = 100
JEDA_TERBANYAK: Final = 20_000
"""Blank rows in a run after which nothing more is looked for."""

_BARIS_EXCEL: Final = 1_048_576


@dataclass(eq=False)
class LembarBuku:
    """One sheet as read.

    `kolom` gives the sheet's column (from 1) of each column of data/ found in the header.
    `isi` has the columns of the table (text, null where blank) and `baris` for each of its
    positions the row of the sheet. `rumus` are (position, column) of cells that hold a
    formula, `mirip_rumus` the columns by position whose text begins like one. `temuan` are faults seen while reading, `cacat` the positions that they spoil.
    """

    formulir: Formulir
    judul: str
    kolom: dict[str, int]
    isi: pd.DataFrame
    baris: list[int]
    rumus: list[tuple[int, str]] = field(default_factory=list)
    mirip_rumus: dict[int, list[str]] = field(default_factory=dict)
    temuan: list[TemuanSel] = field(default_factory=list)
    cacat: set[int] = field(default_factory=set)

    def name_sel(self, posisi: int, kolom: str) -> str:
        """Return the address of a cell ("C7"); "" when the sheet has no such column."""
        if kolom not in self.kolom:
            return ""
        return f"{get_column_letter(self.kolom[kolom])}{self.baris[posisi]}"


@dataclass(eq=False)
class Buku:
    """A workbook as read: its sheets of facts, remarks on the whole, and what else holds rows.

    `lain` are sheets of facts under another name; `tindak_lanjut` is checked but not merged.
    """

    lembar: list[LembarBuku]
    catatan: list[str]
    lain: list[LembarLain]
    tindak_lanjut: LembarBuku | None = None


def read_buku(isi: bytes) -> Buku:
    """Read the sheets of facts of a workbook.

    Raises GalatBuku (Indonesian) when the file is no whole .xlsx within the limits, when it
    has none of the sheets, when a sheet has no header, or when nothing is filled in.
    """
    check_wadah(isi)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            buku = openpyxl.load_workbook(BytesIO(isi), read_only=True, keep_links=False)
            try:
                hasil = _read_lembar_semua(buku, isi)
            finally:
                buku.close()
        except GalatBuku:
            raise
        except Exception as sebab:
            raise GalatBuku(
                "rusak",
                "Susunan di dalam berkas ini rusak sehingga tidak terbaca. Buka di Excel atau LibreOffice, "
                "biarkan diperbaiki, lalu simpan ulang sebagai .xlsx.",
            ) from sebab
    if not any(lembar.baris for lembar in hasil.lembar) and not hasil.lain and not hasil.tindak_lanjut:
        raise GalatBuku(
            "belum diisi",
            f"Belum ada baris yang diisi. Isi di bawah baris judul; baris bertanda {TANDA_CONTOH} tidak dihitung.",
        )
    return hasil


def _read_lembar_semua(buku: Any, isi: bytes) -> Buku:
    """Read every sheet whose name is known; name those that are left unread."""
    hasil = Buku([], [], [])
    sisa = BARIS_TERBANYAK
    for satu in buku.worksheets:
        formulir = find_formulir(satu.title)
        if formulir is None:
            _read_lain(satu, hasil, isi)
            continue
        terbaca = _read_lembar(satu, formulir, sisa, hasil.catatan)
        _mark_gabungan(terbaca, find_gabungan(isi, str(satu._worksheet_path)))
        sisa -= len(terbaca.baris)
        hasil.lembar.append(terbaca)
    if not hasil.lembar:
        raise GalatBuku("nama lembar", _word_lembar(buku))
    return hasil


def _read_lain(lembar: Any, hasil: Buku, isi: bytes) -> None:
    """Look at a sheet whose rows are not merged: check it, tell its rows as unread, or only name it."""
    if is_bernama(lembar.title, FORMULIR_TINDAK_LANJUT.judul):
        try:
            hasil.tindak_lanjut = _read_lembar(lembar, FORMULIR_TINDAK_LANJUT, BARIS_TERBANYAK, hasil.catatan)
            _mark_gabungan(hasil.tindak_lanjut, find_gabungan(isi, str(lembar._worksheet_path)))
        except GalatBuku as galat:
            hasil.catatan.append(f"{galat} Isinya belum diperiksa di sini.")
    elif any(is_bernama(lembar.title, nama) for nama in DICATAT_SENDIRI):
        hasil.catatan.append(f"{lembar.title}: dicatat oleh {PEMUTUS}; isinya belum diperiksa di sini.")
    elif is_bacaan(lembar):
        return
    elif serupa := find_lain(lembar, _list_awal(lembar), KOLOM_TERBANYAK, BARIS_TERBANYAK):
        hasil.lain.append(serupa)
    else:
        hasil.catatan.append(f"Lembar “{lembar.title}” tidak dibaca; yang dibaca hanya {_list_lembar()}.")


def _list_lembar() -> str:
    return " dan ".join(f"“{nama}”" for nama in NAMA_LEMBAR)


def _word_lembar(buku: Any) -> str:
    """Word the refusal of a workbook without a known sheet, with a guess from names and headers."""
    judul = [satu.title for satu in buku.worksheets]
    daftar = ", ".join(f"“{nama}”" for nama in judul[:10]) or "tidak ada"
    kalimat = f"Tidak ada lembar bernama {_list_lembar()}; yang ada: {daftar}."
    for satu in buku.worksheets[:10]:
        for formulir in FORMULIR:
            mirip = suggest_nama(satu.title, [formulir.judul])
            if mirip or find_judul(_list_awal(satu), formulir)[1]:
                return f"{kalimat} Mungkin “{satu.title}” maksudnya “{formulir.judul}”: ganti nama lembarnya."
    return f"{kalimat} Pakai templat, dan jangan ubah nama lembarnya."


def _list_awal(lembar: Any) -> list[tuple[Any, ...]]:
    lembar.reset_dimensions()
    return list(lembar.iter_rows(max_row=JUDUL_DICARI, max_col=KOLOM_TERBANYAK, values_only=True))


def _read_lembar(lembar: Any, formulir: Formulir, sisa: int, catatan: list[str]) -> LembarBuku:
    """Read one sheet; `sisa` filled rows are still allowed."""
    awal = _list_awal(lembar)
    nomor_judul, kolom = find_judul(awal, formulir)
    if not kolom:
        raise GalatBuku(
            "judul kolom",
            f"Lembar “{lembar.title}” tidak punya baris judul kolom pada {JUDUL_DICARI} baris pertama. Salin baris "
            "judul dari templat ke atas isian Anda.",
        )
    kurang = [k.nama for k in formulir.kolom if formulir.is_wajib(k) and k.nama not in kolom]
    if kurang:
        raise GalatBuku(
            "kolom wajib",
            f"Lembar “{lembar.title}” tidak punya kolom wajib: {', '.join(kurang)}. Tambahkan ke baris judul "
            f"(baris {nomor_judul}) dengan nama itu.",
        )
    hasil = LembarBuku(formulir, lembar.title, kolom, pd.DataFrame(), [])
    hasil.temuan += check_judul(awal[nomor_judul - 1], kolom, formulir, lembar.title, nomor_judul)
    _read_baris(lembar, hasil, nomor_judul, sisa, catatan)
    return hasil


def _read_baris(lembar: Any, hasil: LembarBuku, nomor_judul: int, sisa: int, catatan: list[str]) -> None:
    """Read the rows below the header into `hasil`; the example and blank rows are passed over."""
    nama_kolom = hasil.formulir.tabel.nama_kolom
    pasangan = [(hasil.formulir.tabel[nama], letak - 1) for nama, letak in hasil.kolom.items()]
    lajur: dict[str, list[str | None]] = {nama: [] for nama in nama_kolom}
    sama: dict[str, str] = {}
    kosong = 0
    lembar.reset_dimensions()
    baris_lembar = lembar.iter_rows(min_row=nomor_judul + 1, max_row=_BARIS_EXCEL, max_col=KOLOM_TERBANYAK)
    for nomor, sel in enumerate(baris_lembar, start=nomor_judul + 1):
        isi = {kolom.nama: write_sel(sel[letak].value, kolom) if letak < len(sel) else "" for kolom, letak in pasangan}
        if not any(isi.values()):
            kosong += 1
            if kosong == JEDA_TERBANYAK:
                catatan.append(
                    f"Lembar “{lembar.title}”: pembacaan berhenti di baris {nomor} karena {JEDA_TERBANYAK} baris "
                    "berturut-turut kosong."
                )
                break
            continue
        kosong = 0
        if is_contoh(isi):
            continue
        if len(hasil.baris) == sisa:
            raise GalatBuku(
                "terlalu banyak baris",
                f"Berkas ini berisi lebih dari {BARIS_TERBANYAK:,} baris isian; bagi menjadi beberapa berkas.".replace(
                    ",", "."
                ),
            )
        posisi = len(hasil.baris)
        hasil.rumus += [
            (posisi, kolom.nama)
            for kolom, letak in pasangan
            if letak < len(sel) and getattr(sel[letak], "data_type", "") == "f"
        ]
        mirip = [nama for nama, teks in isi.items() if teks.startswith("=")]
        if mirip:
            hasil.mirip_rumus[posisi] = mirip
        hasil.baris.append(nomor)
        for nama, nilai in lajur.items():
            teks = isi.get(nama, "")[: PANJANG_SEL + 1]
            nilai.append(sama.setdefault(teks, teks) if teks else None)
    hasil.isi = pd.DataFrame(lajur, dtype="str")
    _mark_panjang(hasil)


def _mark_panjang(lembar: LembarBuku) -> None:
    """Fault the cells that are longer than any remark ever is."""
    for nama in lembar.isi.columns:
        panjang = lembar.isi.index[lembar.isi[nama].str.len().gt(PANJANG_SEL)]
        for posisi in panjang:
            teks = str(lembar.isi.at[posisi, nama])
            aturan = f"isinya lebih dari {PANJANG_SEL} huruf."
            _add_temuan(lembar, int(posisi), str(nama), teks, aturan, "Ringkas isinya.")
        if len(panjang):
            lembar.isi[nama] = lembar.isi[nama].str.slice(0, PANJANG_SEL)


def _add_temuan(lembar: LembarBuku, posisi: int, kolom: str, nilai: str, aturan: str, saran: str) -> None:
    lembar.cacat.add(posisi)
    lembar.temuan.append(
        TemuanSel(lembar.judul, lembar.baris[posisi], kolom, lembar.name_sel(posisi, kolom), nilai[:200], aturan, saran)
    )


def _mark_gabungan(lembar: LembarBuku, rentang: list[str]) -> None:
    """Fault the rows that merged cells spread over: only their first cell holds the value."""
    letak_baris = {nomor: posisi for posisi, nomor in enumerate(lembar.baris)}
    nama_kolom = {letak: nama for nama, letak in lembar.kolom.items()}
    for satu in rentang:
        kiri, atas, kanan, bawah = (int(batas or 0) for batas in range_boundaries(satu))
        kena = [nama_kolom[letak] for letak in range(kiri, min(kanan, KOLOM_TERBANYAK) + 1) if letak in nama_kolom]
        posisi = [
            letak_baris[nomor] for nomor in range(atas, min(bawah, atas + BARIS_TERBANYAK) + 1) if nomor in letak_baris
        ]
        if not kena or not posisi:
            continue
        lembar.cacat.update(posisi)
        lembar.temuan.append(
            TemuanSel(
                lembar.judul,
                lembar.baris[posisi[0]],
                kena[0],
                satu,
                "",
                "sel-sel ini digabung, sehingga isinya tidak jelas milik baris dan kolom mana.",
                "Pisahkan (Gabung & Tengahkan, Batalkan Gabungan Sel), lalu isi setiap selnya.",
            )
        )
