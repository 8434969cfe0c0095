"""The position of a meeting: save what it saw, open it later, compare two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from kukar_potensi.ekspor.posisi import UKURAN_MAKS, GalatPosisi, read_posisi, write_posisi
from kukar_potensi.model.paparan import JUDUL_BAWAAN
from kukar_potensi.model.posisi_rapat import (
    Beda,
    Perbandingan,
    PosisiRapat,
    build_posisi,
    compare_posisi,
    weights_text,
)
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.konteks import BIDANG_GANDA, Konteks
from kukar_potensi.tampilan.paparan.isi import (
    KUNCI_HARI,
    KUNCI_JUDUL,
    KUNCI_RAPAT,
    Isi,
    field_key,
    put_address,
)

KUNCI_BERKAS = "berkas_posisi"
KUNCI_HILANG = "_saringan_hilang"
MAKS_MB = UKURAN_MAKS // 1_000_000
CATATAN = (
    "Simpan apa yang dilihat rapat ini sebagai satu berkas: versi data, saringan, tanggal, bobot, angka, dan barisnya. "
    "Buka satu berkas untuk membandingkannya dengan keadaan sekarang, atau dua berkas untuk membandingkan keduanya."
)
KELOMPOK = (
    ("kerja_sama_baru", "Kerja sama bertambah"),
    ("diputuskan", "Kerja sama diputuskan"),
    ("berakhir", "Kerja sama berakhir"),
    ("menggantung", "Menjadi menggantung"),
    ("tidak_menggantung", "Tidak lagi menggantung"),
    ("status_lain", "Kerja sama berganti status"),
    ("kelas_lain", "Potensi berganti kelas relevansi"),
    ("diverifikasi", "Baris diverifikasi OPD"),
    ("potensi_baru", "Potensi bertambah"),
    ("kerja_sama_hilang", "Kerja sama tidak lagi termuat"),
    ("potensi_hilang", "Potensi tidak lagi termuat"),
)
TINGGI_BARIS = 35


def show_posisi(isi: Isi) -> None:
    """Show the button that saves, the field that opens, and what the opened files tell."""
    st.markdown("##### Posisi rapat")
    st.caption(CATATAN)
    kiri, kanan = st.columns([1, 3], gap="medium")
    with kiri:
        st.download_button(
            "Simpan posisi",
            data=partial(save_posisi, isi),
            file_name=f"posisi-rapat_{isi.konteks.tanggal.isoformat()}.json",
            mime="application/json",
            icon=":material/bookmark_add:",
            on_click="ignore",
            key="simpan_posisi",
            width="stretch",
        )
    with kanan:
        berkas = st.file_uploader(
            "Buka posisi (satu atau dua berkas)",
            type="json",
            accept_multiple_files=True,
            key=KUNCI_BERKAS,
            max_upload_size=MAKS_MB,
        )
    posisi = [satu for satu in map(_open, berkas) if satu is not None]
    if not posisi:
        return
    if len(posisi) > 2:
        st.info("Yang dibandingkan hanya dua berkas pertama.", icon=":material/info:")
    if len(posisi) == 1:
        lama, baru = posisi[0], build_posisi(isi.bahan.tampak, isi.bahan.evaluasi, isi.acara)
        _show_two(isi.konteks, (lama, baru), ("Posisi tersimpan", "Sekarang"))
    else:
        lama, baru = sorted(posisi[:2], key=lambda satu: satu.tanggal)
        _show_two(isi.konteks, (lama, baru), ("Posisi pertama", "Posisi kedua"))


def save_posisi(isi: Isi) -> bytes:
    """Return the file of the position that is on screen."""
    return write_posisi(build_posisi(isi.bahan.tampak, isi.bahan.evaluasi, isi.acara))


@lru_cache(maxsize=16)
def _read(berkas: bytes) -> PosisiRapat | str:
    """Return the position in a file, or why it is refused."""
    try:
        return read_posisi(berkas)
    except GalatPosisi as galat:
        return str(galat)


def _open(berkas: st.runtime.uploaded_file_manager.UploadedFile) -> PosisiRapat | None:
    hasil = _read(berkas.getvalue())
    if isinstance(hasil, str):
        st.error("Berkas posisi tidak dibuka.", icon=":material/error:")
        st.text(f"{berkas.name}: {hasil}")
        return None
    return hasil


def _show_two(konteks: Konteks, posisi: tuple[PosisiRapat, PosisiRapat], judul: tuple[str, str]) -> None:
    hasil = compare_posisi(*posisi)
    for tempat, satu, nama in zip(st.columns(2, gap="medium"), posisi, judul, strict=True):
        with tempat, st.container(border=True):
            _describe(konteks, satu, nama)
    for syarat in hasil.syarat:
        st.text(syarat)
    if konteks.himpunan.versi != posisi[0].versi:
        st.caption("Data sudah berubah sejak posisi pertama disimpan; angka dan baris lamanya dibaca dari berkas.")
    st.markdown(_change_sentence(hasil))
    with st.container(horizontal=True, vertical_alignment="top"):
        _figures(hasil, judul)
    for atribut, nama in KELOMPOK:
        _rows(nama, getattr(hasil, atribut), atribut)


def _describe(konteks: Konteks, posisi: PosisiRapat, nama: str) -> None:
    acara = posisi.acara
    rapat = " · ".join(satu for satu in (acara.rapat, format_hari(acara.tanggal) if acara.tanggal else "") if satu)
    st.markdown(f"**{nama}**")
    st.text(
        "\n".join(
            [
                acara.judul,
                *([rapat] if rapat else []),
                f"Posisi per {format_hari(posisi.tanggal)} · data {posisi.versi}",
                f"Saringan: {'; '.join(posisi.sebutan_saringan) or 'seluruh data'}",
                f"Bobot: {weights_text(posisi.bobot)}",
            ]
        )
    )
    if (posisi.saringan, posisi.tanggal) != (konteks.saringan, konteks.tanggal):
        st.button(
            "Pakai saringan dan tanggal ini",
            icon=":material/filter_alt:",
            on_click=apply_posisi,
            args=(konteks, posisi),
            key=f"pakai_{nama}",
        )
    elif hilang := st.session_state.get(KUNCI_HILANG):
        st.caption(f"{hilang} nilai saringannya tidak ada lagi dalam data dan tidak dipakai.")


def apply_posisi(konteks: Konteks, posisi: PosisiRapat) -> None:
    """Set filter, day, title and meeting to those of a position; values that the data no longer has are counted."""
    hilang = 0
    for nama in BIDANG_GANDA:
        kode: Sequence[str] = getattr(posisi.saringan, nama)
        dikenal = [satu for satu in kode if satu in konteks.kamus.label[nama]]
        hilang += len(kode) - len(dikenal)
        st.session_state[nama] = dikenal
    st.session_state["jenis"] = posisi.saringan.jenis
    st.session_state["cari"] = posisi.saringan.cari
    st.session_state["tanggal"] = posisi.tanggal
    st.session_state[KUNCI_HILANG] = hilang
    acara = posisi.acara
    judul = "" if acara.judul == JUDUL_BAWAAN else acara.judul
    hari = acara.tanggal.isoformat() if acara.tanggal else ""
    for kunci, nilai in ((KUNCI_JUDUL, judul), (KUNCI_RAPAT, acara.rapat), (KUNCI_HARI, hari)):
        put_address(kunci, nilai)
        st.session_state[field_key(kunci)] = acara.tanggal if kunci == KUNCI_HARI else nilai


def _change_sentence(hasil: Perbandingan) -> str:
    if hasil.is_sama:
        return "**Tidak ada baris yang berubah** di antara kedua posisi."
    bertambah = len(hasil.kerja_sama_baru) + len(hasil.potensi_baru)
    return (
        f"**{format_angka(bertambah)}** baris bertambah, **{format_angka(len(hasil.diputuskan))}** kerja sama diputuskan, "
        f"**{format_angka(len(hasil.berakhir))}** berakhir, **{format_angka(len(hasil.kelas_lain))}** potensi berganti kelas."
    )


def _figures(hasil: Perbandingan, judul: tuple[str, str]) -> None:
    isi = pd.DataFrame(
        {
            "Angka": [nama for nama, _, _ in hasil.angka],
            judul[0]: [dulu for _, dulu, _ in hasil.angka],
            judul[1]: [kini for _, _, kini in hasil.angka],
            "Selisih": [f"{kini - dulu:+d}" if kini != dulu else "tetap" for _, dulu, kini in hasil.angka],
        }
    )
    st.dataframe(isi, hide_index=True, height=TINGGI_BARIS * (len(isi) + 1) + 3, key="tabel_posisi")


def _rows(nama: str, baris: tuple[Beda, ...], kunci: str) -> None:
    if not baris:
        return
    isi = pd.DataFrame({"Nomor": [b.id for b in baris], "Nama": [b.nama for b in baris]})
    if any(b.dulu or b.kini for b in baris):
        isi["Dulu"] = [b.dulu or "belum tercatat" for b in baris]
        isi["Kini"] = [b.kini or "belum tercatat" for b in baris]
    with st.expander(f"{nama}: {format_angka(len(baris))}", expanded=len(baris) <= 10):
        st.dataframe(isi, hide_index=True, height=min(TINGGI_BARIS * (len(isi) + 1) + 3, 360), key=f"tabel_{kunci}")
