"""Check my file: the template, and the answer to a filled one; nothing uploaded is kept."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.buku_kerja.penjaga import BARIS_TERBANYAK, UKURAN_TERBESAR, GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku, check_buku
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
from kukar_potensi.sumber.skema import split_items
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.halaman_data.bekal_templat import MIME_XLSX, build_kosong
from kukar_potensi.tampilan.halaman_data.peta_data import paint_pratinjau, show_peta
from kukar_potensi.tampilan.konteks import Konteks

KUNCI_BERKAS = "berkas_isian"
KUNCI_HASIL = "_hasil_periksa"
PRATINJAU = 100
"""Good rows shown as a table."""

_giliran = threading.Lock()

_LANGKAH = (
    "Unduh templat, isi lembar Potensi, Kerja Sama, atau keduanya.",
    "Pilih berkasnya di bawah ini. Setiap kesalahan disebut selnya, isi yang diizinkan, dan nilai yang paling dekat.",
    "Perbaiki, periksa lagi, lalu kirim berkasnya kepada pengelola data untuk digabung.",
)


_LEBAR = {
    "Lembar": 90,
    "Sel": 64,
    "Isi yang ditemukan": 160,
    "Yang salah": 330,
    "Saran": 400,
    "Kolom": 130,
    "Tingkat": 100,
}
"""Columns of the table of faults with their widths in pixels."""


@dataclass(frozen=True, eq=False)
class Jawaban:
    """The answer to one file: what was found (good rows cut to a preview), or why it cannot be read.

    `per_desa` counts good rows by desa, `tanpa_desa` those that name none.
    """

    berkas: str
    versi: str
    hasil: HasilBuku | None = None
    galat: str = ""
    per_desa: Counter[str] | None = None
    tanpa_desa: int = 0


def show_periksa(konteks: Konteks) -> None:
    """Show the steps, the upload, and the answer."""
    butir = "".join(f"<li>{langkah}</li>" for langkah in _LANGKAH)
    st.html(f'<ol class="kp-langkah">{butir}</ol>')
    st.download_button(
        "Unduh templat kosong (XLSX)",
        data=lambda: build_kosong(konteks.himpunan),
        file_name="templat-kukar-potensi.xlsx",
        mime=MIME_XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="unduh_templat",
        type="primary",
    )
    st.caption("Templat yang sudah berisi baris yang belum lengkap ada pada bagian Kelengkapan.")
    unggahan = st.file_uploader(
        "Berkas templat yang sudah diisi",
        key=KUNCI_BERKAS,
        max_upload_size=UKURAN_TERBESAR // 1024 // 1024,
    )
    st.caption(
        f"Batas: {UKURAN_TERBESAR // 1024 // 1024} MB dan {format_angka(BARIS_TERBANYAK)} baris. Berkas diperiksa di memori dan "
        "tidak disimpan; tidak ada data yang berubah."
    )
    if unggahan is None:
        st.session_state.pop(KUNCI_HASIL, None)
        return
    isi = unggahan.getvalue()
    jawaban = _answer(konteks.himpunan, unggahan.file_id, isi)
    if jawaban.hasil is None:
        st.error("Berkas ini tidak dapat diperiksa.", icon=":material/error:")
        st.text(jawaban.galat)
        return
    _show_hasil(konteks, jawaban, jawaban.hasil, isi, unggahan.name)


def _answer(himpunan: Himpunan, berkas: str, isi: bytes) -> Jawaban:
    """Return the answer to a file: from this session when it was checked before, one check at a time in all."""
    lama = st.session_state.get(KUNCI_HASIL)
    if isinstance(lama, Jawaban) and (lama.berkas, lama.versi) == (berkas, himpunan.versi):
        return lama
    with st.spinner("Memeriksa berkas. Berkas besar dapat memerlukan setengah menit …"), _giliran:
        jawaban = check(himpunan, berkas, isi)
    st.session_state[KUNCI_HASIL] = jawaban
    return jawaban


def check(himpunan: Himpunan, berkas: str, isi: bytes) -> Jawaban:
    """Check a file; what is kept of it is the answer, with a preview of its good rows."""
    try:
        hasil = check_buku(isi, himpunan)
    except GalatBuku as galat:
        return Jawaban(berkas, himpunan.versi, galat=str(galat))
    per_desa: Counter[str] = Counter()
    tanpa_desa = 0
    for lembar in hasil.lembar:
        desa = lembar.baik["kode_desa"]
        tanpa_desa += int(desa.isna().sum())
        per_desa.update(kode for sel in desa.dropna() for kode in split_items(str(sel)))
    pendek = replace(hasil, lembar=tuple(replace(satu, baik=satu.baik.head(PRATINJAU)) for satu in hasil.lembar))
    return Jawaban(berkas, himpunan.versi, hasil=pendek, per_desa=per_desa, tanpa_desa=tanpa_desa)


def _show_hasil(konteks: Konteks, jawaban: Jawaban, hasil: HasilBuku, isi: bytes, nama: str) -> None:
    baru, ubah, tetap = (sum(getattr(satu, kolom) for satu in hasil.lembar) for kolom in ("baru", "ubah", "tetap"))
    show_figures(
        [
            (format_angka(hasil.jumlah), "Baris dibaca", "baris contoh tidak dihitung"),
            (
                format_angka(hasil.baik),
                "Baris baik",
                f"{baru} baru, {ubah} melengkapi, {tetap} sama dengan yang tercatat",
            ),
            (format_angka(hasil.kesalahan), "Kesalahan", "barisnya tidak ikut digabung"),
            (format_angka(hasil.peringatan), "Perlu dilihat", "barisnya tetap ikut"),
        ]
    )
    if hasil.catatan:
        with st.container(border=True, key="catatan_berkas"):
            for kalimat in hasil.catatan:
                st.text(kalimat)
    for kalimat in hasil.isian:
        st.caption(f"Diisi otomatis: {kalimat}.")
    _show_temuan(hasil, isi, nama)
    if hasil.baik:
        _show_baik(konteks, jawaban, hasil)


def _show_temuan(hasil: HasilBuku, isi: bytes, nama: str) -> None:
    if not hasil.temuan:
        st.success("Tidak ada kesalahan. Kirim berkas ini kepada pengelola data.", icon=":material/check_circle:")
        return
    st.markdown(
        f"##### {format_angka(hasil.kesalahan)} kesalahan dan {format_angka(hasil.peringatan)} hal yang perlu dilihat"
    )
    st.dataframe(
        pd.DataFrame(
            [
                (t.lembar, t.sel or f"baris {t.baris}", t.nilai, t.aturan, t.saran, t.kolom, t.berat)
                for t in hasil.temuan
            ],
            columns=list(_LEBAR),
        ),
        hide_index=True,
        key="tabel_temuan",
        height=min(35 * (len(hasil.temuan) + 1) + 3, 480),
        column_config={nama: st.column_config.TextColumn(width=lebar) for nama, lebar in _LEBAR.items()},
    )
    sisa = hasil.kesalahan + hasil.peringatan - len(hasil.temuan)
    if sisa:
        st.caption(f"Tampil {format_angka(len(hasil.temuan))} yang pertama; {format_angka(sisa)} lagi serupa.")
    st.download_button(
        "Unduh berkas Anda dengan sel yang salah diwarnai",
        data=lambda: _paint(isi, hasil),
        file_name=f"{nama.removesuffix('.xlsx')}-diperiksa.xlsx",
        mime=MIME_XLSX,
        icon=":material/format_color_fill:",
        on_click="ignore",
        key="unduh_warna",
    )


def _paint(isi: bytes, hasil: HasilBuku) -> bytes:
    """Return the coloured workbook; one at a time in all, so that memory stays bounded."""
    with _giliran:
        return paint_buku(isi, hasil)


def _show_baik(konteks: Konteks, jawaban: Jawaban, hasil: HasilBuku) -> None:
    """Show where the good rows would lie, and the first of them."""
    st.markdown(f"##### Pratinjau {format_angka(hasil.baik)} baris baik")
    lukisan = paint_pratinjau(konteks.semua, jawaban.per_desa or {}, gelap=st.context.theme.type == "dark")
    show_peta(konteks, lukisan, "peta_pratinjau")
    if jawaban.tanpa_desa:
        st.caption(
            f"{format_angka(jawaban.tanpa_desa)} baris hanya diketahui sampai kecamatan atau kabupaten, jadi tidak diwarnai di peta desa."
        )
    for lembar in hasil.lembar:
        if lembar.baik.empty:
            continue
        jumlah = lembar.baru + lembar.ubah + lembar.tetap
        st.markdown(f"###### {lembar.formulir.judul}: {format_angka(jumlah)} baris")
        isi = lembar.baik.dropna(axis=1, how="all").rename_axis("Baris").reset_index()
        st.dataframe(
            isi,
            hide_index=True,
            key=f"tabel_baik_{lembar.formulir.tabel.nama}",
            height=min(35 * (len(isi) + 1) + 3, 320),
        )
        if jumlah > len(isi):
            st.caption(f"Tampil {len(isi)} yang pertama.")
    st.caption(
        "Baris ini belum masuk data. Pengelola menggabungkannya dengan `python -m kukar_potensi gabung BERKAS.xlsx`, "
        "yang menampilkan perubahannya lebih dulu dan menyimpan data lama."
    )
