"""Tell the faults of one row of a sheet: formulas, ids, twins, and what the rules of its table found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.buku_kerja.baca import LembarBuku
from kukar_potensi.sumber.buku_kerja.formulir import Formulir
from kukar_potensi.sumber.buku_kerja.kembar import Kembar
from kukar_potensi.sumber.buku_kerja.pelengkap import Lengkap
from kukar_potensi.sumber.buku_kerja.pengenal import Pengenal
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN, TemuanSel

TAK_DIKENAL: Final = "tidak ada dalam daftar "


def refine_temuan(temuan: Temuan, formulir: Formulir, pengenal: Pengenal) -> Temuan:
    """Say more of a text that means no code, and less of a code that the workbook does not ask for."""
    rujuk = formulir.tabel[temuan.kolom].rujuk
    if rujuk and temuan.aturan.startswith(TAK_DIKENAL):
        lebih = pengenal.explain(rujuk, temuan.nilai)
        if lebih:
            return replace(temuan, aturan=lebih[0], saran=lebih[1])
        if not temuan.saran:
            return replace(temuan, saran="Pilih dari daftar pada templat.")
    return temuan


def place_temuan(lembar: LembarBuku, posisi: int, temuan: Temuan) -> TemuanSel:
    """Return a fault of a table with the sheet and the cell it lies in."""
    return TemuanSel(
        lembar.judul,
        lembar.baris[posisi],
        temuan.kolom,
        lembar.name_sel(posisi, temuan.kolom),
        temuan.nilai,
        temuan.aturan,
        temuan.saran,
    )


def check_rumus(lembar: LembarBuku, posisi: int, kolom: list[str]) -> Iterator[TemuanSel]:
    """Yield a fault for each formula: what it would give is not known before Excel runs it."""
    for nama in kolom:
        yield TemuanSel(
            lembar.judul,
            lembar.baris[posisi],
            nama,
            lembar.name_sel(posisi, nama),
            str(lembar.isi.at[posisi, nama]),
            "sel ini berisi rumus, bukan nilai; rumus tidak dijalankan.",
            "Salin selnya, lalu Tempel Khusus sebagai Nilai.",
        )


def check_mirip_rumus(lembar: LembarBuku, posisi: int, rumus: list[str]) -> Iterator[TemuanSel]:
    """Yield a warning for text that looks like a formula: it is kept as text."""
    for nama in lembar.mirip_rumus.get(posisi, ()):
        if nama not in rumus:
            yield TemuanSel(
                lembar.judul,
                lembar.baris[posisi],
                nama,
                lembar.name_sel(posisi, nama),
                str(lembar.isi.at[posisi, nama]),
                "teks ini berawal “=”; dibaca sebagai teks biasa dan tidak pernah dijalankan.",
                "Bila maksudnya hasil hitungan, tulis nilainya.",
                PERINGATAN,
            )


def check_id(lembar: LembarBuku, lengkap: Lengkap, posisi: int, *, ganda: bool) -> Iterator[TemuanSel]:
    """Yield a fault for an id that nothing on record bears, or that comes twice."""
    tempat = (
        lembar.judul,
        lembar.baris[posisi],
        "id",
        lembar.name_sel(posisi, "id"),
        str(lengkap.isi.at[posisi, "id"]),
    )
    if lengkap.tak_ada[posisi]:
        yield TemuanSel(
            *tempat,
            "id ini belum tercatat.",
            "Kosongkan id untuk baris baru; nomornya diberikan saat digabung.",
        )
    if ganda:
        yield TemuanSel(*tempat, "id ini sudah dipakai baris di atasnya.", "Satukan kedua baris itu.")


def check_kembar(lembar: LembarBuku, kembar: Kembar | None) -> Iterator[TemuanSel]:
    """Yield a fault for the same thing told twice, a warning where it is only alike."""
    if kembar is None:
        return
    kolom = lembar.formulir.kembar[0]
    lain = (
        f"sudah tercatat sebagai {kembar.id_lain}"
        if kembar.id_lain
        else f"sama dengan baris {lembar.baris[kembar.posisi_lain]}"
    )
    if not kembar.pasti:
        lain = f"mirip {'yang ' if kembar.id_lain else ''}{lain.removeprefix('sama dengan ')} (“{kembar.nama_lain}”)"
    saran = (
        f"Hapus baris ini, atau isi id {kembar.id_lain} bila hendak melengkapinya."
        if kembar.id_lain
        else "Hapus salah satunya bila memang satu hal."
    )
    yield TemuanSel(
        lembar.judul,
        lembar.baris[kembar.posisi],
        kolom,
        lembar.name_sel(kembar.posisi, kolom),
        str(lembar.isi.at[kembar.posisi, kolom]),
        f"{lain}{', tempatnya juga sama' if kembar.pasti else '; periksa apakah satu hal'}.",
        saran,
        KESALAHAN if kembar.pasti else PERINGATAN,
    )
