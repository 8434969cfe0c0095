"""Show the answer to a checked workbook: its faults, what would change, and where the rows would lie."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from kukar_potensi.sumber.buku_kerja.hapus import word_permintaan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku
from kukar_potensi.sumber.buku_kerja.perubahan import word_cacah
from kukar_potensi.sumber.buku_kerja.tanda import word_bersalah
from kukar_potensi.sumber.buku_kerja.temuan_sel import KESALAHAN, PERINGATAN
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.halaman_data.bekal_templat import MIME_XLSX
from kukar_potensi.tampilan.halaman_data.peta_data import paint_pratinjau, show_peta
from kukar_potensi.tampilan.konteks import Konteks

KIRIM = (
    "Kirim berkas ini ke Bagian Kerja Sama Setkab (sekretariat TKKSD). Data di aplikasi baru berubah setelah digabung."
)

giliran = threading.Lock()
"""Taken by the check and by the colouring of a workbook: one at a time in all, so that memory stays bounded."""

_LEBAR = {
    "Lembar": 84,
    "Sel": 60,
    "Isi yang ditemukan": 130,
    "Yang salah": 262,
    "Saran": 284,
    "Kolom": 118,
    "Tingkat": 96,
}
"""Columns of the table of faults with their widths in pixels."""

_TINGKAT = {KESALAHAN: "kesalahan", PERINGATAN: "perlu dilihat"}
_PANJANG_NILAI = 60
_LEBAR_UBAHAN = {"Kode": 66, "Kolom": 150, "Isi tercatat": 300, "Isi baru": 300, "Lembar": 90, "Sel": 84}
_TINGGI_BUNGKUS = 76
_TINGGI_BARIS = 35
_TINGGI_TABEL = 480
_LEBAR_SEBARIS = 45
"""Characters of a cell that show on one line."""
_BARIS_PENUH = 6


@dataclass(frozen=True, eq=False)
class Jawaban:
    """The answer to one file: what was found, cut to what is shown, or why it cannot be read.

    `ubahan` are the recorded cells that would change and `baru` the new rows by sheet, of
    the first rows only. `per_desa` counts changed and new rows by desa, `tanpa_desa` those
    that name none.
    """

    berkas: str
    nama: str
    versi: str
    hasil: HasilBuku | None = None
    galat: str = ""
    ubahan: pd.DataFrame = field(default_factory=pd.DataFrame)
    baru: dict[str, pd.DataFrame] = field(default_factory=dict)
    per_desa: Counter[str] = field(default_factory=Counter)
    tanpa_desa: int = 0


def show_hasil(konteks: Konteks, jawaban: Jawaban, hasil: HasilBuku, isi: bytes | None) -> None:
    """Show the whole answer; `isi` is the file as uploaded, None when it is no longer at hand."""
    _show_angka(hasil)
    _show_temuan(hasil, isi, jawaban.nama)
    _show_catatan(hasil)
    _show_permintaan(hasil)
    if hasil.baik:
        _show_perubahan(konteks, jawaban, hasil)


def _show_angka(hasil: HasilBuku) -> None:
    """Show how many rows were read, are good, are faulty, and what to look at."""
    terlewat = (
        [(format_angka(hasil.terlewat), "Baris tidak diperiksa", "nama lembarnya lain")] if hasil.terlewat else []
    )
    show_figures(
        [
            (format_angka(hasil.jumlah), "Baris dibaca", "baris contoh tidak dihitung"),
            (format_angka(hasil.baik), "Baris baik", word_cacah(hasil.cacah)),
            (
                format_angka(hasil.bersalah),
                "Baris bersalah",
                f"{format_angka(hasil.kesalahan)} kesalahan; barisnya tidak ikut digabung",
            ),
            *terlewat,
            (format_angka(hasil.peringatan), "Perlu dilihat", "barisnya tetap ikut"),
        ]
    )


def _show_temuan(hasil: HasilBuku, isi: bytes | None, nama: str) -> None:
    """Show every fault with its cell, those that keep a row out first, and the file coloured."""
    if not hasil.temuan:
        st.success(f"Tidak ada kesalahan. {KIRIM}", icon=":material/check_circle:")
        return
    st.markdown(
        f"##### {word_bersalah(hasil).capitalize()} dan {format_angka(hasil.peringatan)} hal yang perlu dilihat"
    )
    st.dataframe(
        pd.DataFrame(
            [
                (t.lembar, t.sel or f"baris {t.baris}", _cut(t.nilai), t.aturan, t.saran, t.kolom, _TINGKAT[t.berat])
                for t in sorted(hasil.temuan, key=lambda t: t.berat != KESALAHAN)
            ],
            columns=list(_LEBAR),
        ),
        hide_index=True,
        key="tabel_temuan",
        row_height=_TINGGI_BUNGKUS,
        height=min(_TINGGI_BUNGKUS * len(hasil.temuan) + _TINGGI_BARIS + 3, _TINGGI_TABEL),
        column_config={nama: st.column_config.TextColumn(width=lebar) for nama, lebar in _LEBAR.items()},
    )
    sisa = hasil.kesalahan + hasil.peringatan - len(hasil.temuan)
    if sisa:
        st.caption(f"Tampil {format_angka(len(hasil.temuan))} yang pertama; {format_angka(sisa)} lagi serupa.")
    if isi is not None:
        st.download_button(
            "Unduh berkas Anda dengan sel yang salah diwarnai",
            data=lambda: _paint(isi, hasil),
            file_name=f"{nama.removesuffix('.xlsx')}-diperiksa.xlsx",
            mime=MIME_XLSX,
            icon=":material/format_color_fill:",
            on_click="ignore",
            key="unduh_warna",
        )
    if not hasil.kesalahan:
        st.caption(f"Yang perlu dilihat tidak menahan barisnya. {KIRIM}")


def _cut(teks: str) -> str:
    return teks if len(teks) <= _PANJANG_NILAI else f"{teks[: _PANJANG_NILAI - 1]}…"


def _paint(isi: bytes, hasil: HasilBuku) -> bytes:
    with giliran:
        return paint_buku(isi, hasil)


def _show_catatan(hasil: HasilBuku) -> None:
    """Say in a line each what was left unread, what is recorded by hand, and what was filled by rule."""
    if hasil.tindak_lanjut:
        st.caption(hasil.tindak_lanjut.tell())
    if hasil.catatan:
        with st.container(key="catatan_berkas"):
            st.text(" · ".join(hasil.catatan))
    if hasil.isian:
        st.caption(f"Diisi otomatis: {'; '.join(hasil.isian)}.")


def _show_permintaan(hasil: HasilBuku) -> None:
    """List the requests to delete, which the secretariat decides."""
    if not hasil.permintaan:
        return
    st.markdown(f"##### {word_permintaan(len(hasil.permintaan)).removesuffix('.')}")
    st.dataframe(
        pd.DataFrame(
            [(p.id or "baris baru", p.nama, p.teks, p.lembar, p.sel) for p in hasil.permintaan],
            columns=["Kode", "Nama", "Permintaan", "Lembar", "Sel"],
        ),
        hide_index=True,
        key="tabel_permintaan",
        height=min(_TINGGI_BARIS * (len(hasil.permintaan) + 1) + 3, _TINGGI_TABEL),
    )
    st.caption("Catatan yang sudah tercatat tidak berubah karenanya.")


def _show_perubahan(konteks: Konteks, jawaban: Jawaban, hasil: HasilBuku) -> None:
    """Show what would change: recorded cells before and after, new rows, and where they lie."""
    st.markdown("##### Yang akan berubah")
    st.markdown(word_cacah(hasil.cacah))
    ubah, baru = (sum(getattr(satu, kolom) for satu in hasil.lembar) for kolom in ("ubah", "baru"))
    if not ubah and not baru:
        st.caption("Semua baris yang baik sama dengan yang tercatat; tidak ada yang akan berubah.")
        return
    if ubah:
        st.dataframe(
            jawaban.ubahan,
            hide_index=True,
            key="tabel_ubahan",
            row_height=_TINGGI_BUNGKUS if jawaban.ubahan["Isi baru"].str.len().max() > _LEBAR_SEBARIS else None,
            height="auto" if len(jawaban.ubahan) < _BARIS_PENUH else _TINGGI_TABEL,
            column_config={nama: st.column_config.TextColumn(width=lebar) for nama, lebar in _LEBAR_UBAHAN.items()},
        )
        tampil = jawaban.ubahan["Kode"].nunique()
        if tampil < ubah:
            st.caption(f"Tampil {format_angka(tampil)} baris yang pertama dari {format_angka(ubah)}.")
    for lembar in hasil.lembar:
        if not lembar.baru:
            continue
        st.markdown(f"###### {lembar.formulir.judul}: {format_angka(lembar.baru)} baris baru")
        isi = jawaban.baru[lembar.judul]
        st.dataframe(
            isi,
            hide_index=True,
            key=f"tabel_baru_{lembar.formulir.tabel.nama}",
            height=min(_TINGGI_BARIS * (len(isi) + 1) + 3, 320),
        )
        if lembar.baru > len(isi):
            st.caption(f"Tampil {len(isi)} yang pertama.")
    lukisan = paint_pratinjau(konteks.semua, jawaban.per_desa, gelap=st.context.theme.type == "dark")
    show_peta(konteks, lukisan, "peta_pratinjau")
    if jawaban.tanpa_desa:
        st.caption(
            f"{format_angka(jawaban.tanpa_desa)} baris hanya diketahui sampai kecamatan atau kabupaten, jadi tidak diwarnai di peta desa."
        )
    st.caption(f"Belum ada yang berubah. {KIRIM}")
