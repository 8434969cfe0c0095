"""Check my file: the template, and the answer to a filled one; nothing uploaded is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.buku_kerja.penjaga import BARIS_TERBANYAK, UKURAN_TERBESAR, GalatBuku
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku, check_buku
from kukar_potensi.sumber.skema import split_items
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.halaman_data.bekal_templat import MIME_XLSX, build_kosong
from kukar_potensi.tampilan.halaman_data.hasil_periksa import KIRIM, Jawaban, giliran, show_hasil
from kukar_potensi.tampilan.halaman_data.isi_berkas import list_baru, list_ubahan
from kukar_potensi.tampilan.konteks import Konteks, today

KUNCI_BERKAS = "berkas_isian"
KUNCI_HASIL = "_hasil_periksa"
PRATINJAU = 100
"""Rows of a sheet shown as a table."""

_LANGKAH = (
    "Unggah lembar kerja OPD atau templat yang sudah diisi.",
    "Baca apa yang salah dan apa yang akan berubah. Perbaiki di berkas Anda, lalu unggah lagi.",
    KIRIM,
)


def show_periksa(konteks: Konteks) -> None:
    """Show the steps, the upload, and the answer."""
    butir = "".join(f"<li>{langkah}</li>" for langkah in _LANGKAH)
    st.html(f'<ol class="kp-langkah">{butir}</ol>')
    unggahan = st.file_uploader(
        "Lembar kerja OPD atau templat yang sudah diisi (XLSX)",
        key=KUNCI_BERKAS,
        max_upload_size=UKURAN_TERBESAR // 1024 // 1024,
        on_change=_forget,
    )
    if unggahan is None:
        st.caption(
            f"Batas: {UKURAN_TERBESAR // 1024 // 1024} MB dan {format_angka(BARIS_TERBANYAK)} baris. Berkas diperiksa di "
            "memori dan tidak disimpan; hasilnya tetap tampil selama kunjungan ini, dan tidak ada data yang berubah."
        )
        _show_templat(konteks)
        _show_terakhir(konteks)
        return
    isi = unggahan.getvalue()
    jawaban = _answer(konteks.himpunan, unggahan.file_id, unggahan.name, isi)
    _show_jawaban(konteks, jawaban, isi)


def _forget() -> None:
    """Drop the answer to the file that was taken away or replaced."""
    st.session_state.pop(KUNCI_HASIL, None)


def _show_templat(konteks: Konteks) -> None:
    """Offer the empty template, and say where rows to fill in are."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Unduh templat kosong (XLSX)",
            data=lambda: build_kosong(konteks.himpunan),
            file_name="templat-kukar-potensi.xlsx",
            mime=MIME_XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="unduh_templat",
        )
        st.caption(
            "Lembar kerja OPD ada di halaman OPD; templat berisi baris yang belum lengkap di bagian Kelengkapan."
        )


def _show_terakhir(konteks: Konteks) -> None:
    """Show the last answer of this session again, after another part or page was looked at."""
    jawaban = st.session_state.get(KUNCI_HASIL)
    if not isinstance(jawaban, Jawaban):
        return
    st.text(f"Hasil pemeriksaan terakhir: {jawaban.nama}")
    st.caption(
        "Untuk mengunduh berkas yang diwarnai, unggah lagi berkasnya."
        if jawaban.versi == konteks.himpunan.versi
        else "Data sudah diperbarui sejak itu; unggah lagi berkasnya."
    )
    st.button("Tutup hasil ini", on_click=_forget, key="tutup_hasil", icon=":material/close:")
    _show_jawaban(konteks, jawaban, None)


def _show_jawaban(konteks: Konteks, jawaban: Jawaban, isi: bytes | None) -> None:
    if jawaban.hasil is None:
        st.error("Berkas ini tidak dapat diperiksa.", icon=":material/error:")
        st.text(jawaban.galat)
        return
    show_hasil(konteks, jawaban, jawaban.hasil, isi)


def _answer(himpunan: Himpunan, berkas: str, nama: str, isi: bytes) -> Jawaban:
    """Return the answer to a file: from this session when it was checked before, one check at a time in all."""
    lama = st.session_state.get(KUNCI_HASIL)
    if isinstance(lama, Jawaban) and (lama.berkas, lama.versi) == (berkas, himpunan.versi):
        return lama
    with st.spinner("Memeriksa berkas. Berkas besar dapat memerlukan setengah menit …"), giliran:
        jawaban = check(himpunan, berkas, nama, isi, today())
    st.session_state[KUNCI_HASIL] = jawaban
    return jawaban


def check(himpunan: Himpunan, berkas: str, nama: str, isi: bytes, tanggal: date) -> Jawaban:
    """Check a file; what is kept of it is the answer, cut to what is shown."""
    try:
        hasil = check_buku(isi, himpunan, tanggal)
    except GalatBuku as galat:
        return Jawaban(berkas, nama, himpunan.versi, galat=str(galat))
    per_desa, tanpa_desa = _count_desa(hasil)
    pendek = replace(
        hasil,
        lembar=tuple(
            replace(satu, baik=satu.baik.head(0), perubahan=satu.perubahan[:PRATINJAU]) for satu in hasil.lembar
        ),
    )
    return Jawaban(
        berkas,
        nama,
        himpunan.versi,
        hasil=pendek,
        ubahan=list_ubahan(hasil, himpunan, PRATINJAU),
        baru={satu.judul: list_baru(satu, himpunan, PRATINJAU) for satu in hasil.lembar if satu.baru},
        per_desa=per_desa,
        tanpa_desa=tanpa_desa,
    )


def _count_desa(hasil: HasilBuku) -> tuple[Counter[str], int]:
    """Count the new and changed rows by desa, and those that name none."""
    per_desa: Counter[str] = Counter()
    tanpa_desa = 0
    for lembar in hasil.lembar:
        berubah = {satu.baris for satu in lembar.perubahan}
        desa = lembar.baik.loc[lembar.baik["id"].isna() | lembar.baik.index.isin(berubah), "kode_desa"]
        tanpa_desa += int(desa.isna().sum())
        per_desa.update(kode for sel in desa.dropna() for kode in split_items(str(sel)))
    return per_desa, tanpa_desa
