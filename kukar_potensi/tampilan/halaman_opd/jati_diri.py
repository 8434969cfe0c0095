"""Who the agency is: its urusan, its duties and where they are known from, whether its name has a source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any

import streamlit as st

from kukar_potensi.model.banding_opd import TANPA_SUMBER
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.keselarasan_rencana import URUTAN_JENIS, match_rencana
from kukar_potensi.model.kriteria import as_texts
from kukar_potensi.model.milik_opd import WILAYAH, kecamatan_of
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, is_known
from kukar_potensi.tampilan.bagian import source_links

PENGETAHUAN_UMUM = "pengetahuan umum"


def show_jati_diri(keselarasan: Keselarasan) -> None:
    """Show the agency's identity; every value from data is escaped."""
    himpunan, tahun = keselarasan.milik.indeks.himpunan, keselarasan.milik.indeks.tanggal.year
    st.html(_identity(himpunan, keselarasan.opd, tahun, keselarasan.basis))


@lru_cache(maxsize=256)
def _identity(himpunan: Himpunan, opd: str, tahun: int, basis: str) -> str:
    baris: Any = himpunan.opd.loc[opd]
    judul = [str(baris[kolom]) for kolom in ("singkatan", "jenis") if is_known(baris[kolom])]
    tanda = ' <span class="kp-tanda">nama belum bersumber</span>' if baris["status_nama"] == TANPA_SUMBER else ""
    daftar = "".join(f"<dt>{nama}</dt><dd>{isi}</dd>" for nama, isi in _facts(himpunan, baris, opd, tahun, basis))
    return (
        f'<section class="kp-opd"><h2>{escape(str(baris["nama"]))}{tanda}</h2><p>{escape(" · ".join(judul))}</p>'
        f"<dl>{daftar}</dl></section>"
    )


def _facts(himpunan: Himpunan, baris: Any, opd: str, tahun: int, basis: str) -> Iterator[tuple[str, str]]:
    """Yield label and value as HTML."""
    yield "Urusan", _urusan(himpunan, as_texts(baris["kode_urusan"]))
    yield "Tugas", f"{escape(str(baris['tugas'])) if is_known(baris['tugas']) else BELUM_DIKETAHUI}{_basis_note(baris)}"
    sumber = as_texts(baris["sumber"])
    yield "Sumber nama", source_links(sumber) if sumber else "tanpa sumber; pastikan ke peraturan daerahnya"
    if basis == WILAYAH:
        nama = str(himpunan.kecamatan.at[kecamatan_of(himpunan, opd), "nama"])
        yield (
            "Cakupan",
            f"Semua potensi dan kerja sama yang terletak di Kecamatan {escape(nama)}, siapa pun OPD pengampunya.",
        )
        return
    yield "Rencana", _plans(himpunan, as_texts(baris["kode_urusan"]), tahun)


def _urusan(himpunan: Himpunan, kode: tuple[str, ...]) -> str:
    nama = himpunan.urusan["nama"]
    butir = "".join(f"<li>{escape(satu)} {escape(str(nama.get(satu, '')))}</li>" for satu in kode)
    return f"<ul>{butir}</ul>" if butir else BELUM_DIKETAHUI


def _basis_note(baris: Any) -> str:
    """Return where the duties are known from; general knowledge is called so."""
    if not is_known(baris["dasar_tugas"]):
        return f"<br><small>Dasar tugas {BELUM_DIKETAHUI}.</small>"
    dasar = str(baris["dasar_tugas"])
    if not dasar.startswith(PENGETAHUAN_UMUM):
        return f"<br><small>Dasar: {escape(dasar)}.</small>"
    return f"<br><small>Urusan dan tugas ini dari {escape(dasar)}. Betulkan lewat lembar kerja OPD.</small>"


def _plans(himpunan: Himpunan, kode: tuple[str, ...], tahun: int) -> str:
    """Return how many lines of the plans name its urusan, and how many of them run in the year."""
    cocok = {satu.id: satu for urusan in kode for satu in match_rencana(urusan, himpunan, tahun)}
    if not cocok:
        return "Belum tercatat butir RPJMD yang menyebut urusannya."
    jumlah = [(jenis, sum(satu.jenis == jenis for satu in cocok.values())) for jenis in URUTAN_JENIS]
    berjalan = sum(satu.runs_in(tahun) for satu in cocok.values())
    rinci = ", ".join(f"{n} {escape(jenis)}" for jenis, n in jumlah if n)
    return f"{rinci} menyebut urusannya; {berjalan} di antaranya pada rencana yang berjalan tahun {tahun}."
