"""What to read: steps of a regional cooperation, who decides what, how to read scores, terms, corrections."""

from __future__ import annotations

from html import escape

import streamlit as st

from kukar_potensi.model.perbaikan import PENERIMA, TITIPAN
from kukar_potensi.model.rubrik import BATAS_LENGKAP, BATAS_SEDANG, BATAS_TINGGI, KRITERIA
from kukar_potensi.sumber.glosarium import load_glosarium
from kukar_potensi.tampilan.angka import format_angka, format_persen
from kukar_potensi.tampilan.konteks import Konteks

TAHAP = (
    ("Persiapan", "OPD memetakan potensi dan kebutuhan, lalu menyusun rencana kerja sama.", "OPD"),
    ("Penawaran", "Objek kerja sama ditawarkan kepada atau oleh calon mitra.", "OPD, Bagian Kerja Sama"),
    ("Penyusunan Kesepakatan Bersama", "Naskah payung disusun dan ditelaah.", "TKKSD, Bagian Hukum"),
    ("Penandatanganan Kesepakatan Bersama", "Kepala daerah dan mitra menandatangani.", "Bupati"),
    (
        "Persetujuan DPRD",
        "Bila membebani masyarakat dan daerah, atau belum dianggarkan dalam APBD berjalan.",
        "DPRD",
    ),
    ("Penyusunan PKS", "Objek, hak, kewajiban, biaya, dan jangka waktu dirinci.", "OPD, TKKSD"),
    ("Penandatanganan PKS", "Perjanjian pelaksanaan ditandatangani.", "Bupati atau kepala OPD yang diberi kuasa"),
    ("Pelaksanaan", "OPD melaksanakan bersama mitra.", "OPD"),
    ("Penatausahaan", "Naskah, masa berlaku, dan perubahan dicatat.", "Bagian Kerja Sama"),
    ("Pelaporan", "Hasil dilaporkan dan dievaluasi; tidak ada yang dibiarkan menggantung.", "OPD, TKKSD"),
)
PUTUSAN = (
    ("Bobot dan kelas relevansi IKN", "TKKSD; rubrik di sini usulan"),
    ("Wajib atau sukarela sebuah KSDD", "TKKSD"),
    ("Dilanjutkan, ditingkatkan, atau dihentikannya kerja sama", "TKKSD atas usul OPD"),
    ("Kebenaran sebuah potensi", "OPD yang membidangi urusannya, desa, dan kecamatan"),
    ("Kerja sama desa", "Pemerintah desa, difasilitasi kecamatan dan Dinas Pemberdayaan Masyarakat dan Desa"),
    ("Kawasan di dalam delineasi IKN", "Otorita IKN; Pemkab bekerja sama dengannya"),
    ("Kehutanan, energi, dan pertambangan", "Provinsi dan pusat; Pemkab berperan pendukung"),
)


def show_steps() -> None:
    """Show the stages of a regional cooperation and who acts in each."""
    butir = "".join(f"<li><b>{escape(n)}</b> {escape(k)} <small>{escape(s)}</small></li>" for n, k, s in TAHAP)
    st.html(f'<ol class="kp-tahap">{butir}</ol>')
    st.caption(
        "Pengetahuan umum tentang PP 28/2018 dan Permendagri 22/2020; nomor pasalnya belum dirujuk. "
        "Di antara tahap itu TKKSD mengerjakan inventaris: identifikasi, verifikasi, sinkronisasi, integrasi ke dokumen perencanaan."
    )


def show_deciders() -> None:
    """Show who decides what."""
    st.html(
        '<dl class="kp-istilah">' + "".join(f"<dt>{escape(a)}</dt><dd>{escape(b)}</dd>" for a, b in PUTUSAN) + "</dl>"
    )


def show_scores(konteks: Konteks) -> None:
    """Show how a score comes about and what it does not say."""
    rubrik = konteks.himpunan.rubrik
    butir = "".join(
        f"<li>{escape(str(kode))}. {escape(str(rubrik.at[kode, 'kriteria']))}: bobot {format_angka(rubrik.at[kode, 'bobot'], 0)}</li>"
        for kode in KRITERIA
        if kode in rubrik.index
    )
    st.html(f"<ul>{butir}</ul>")
    st.markdown(
        f"- Tiap kriteria bernilai 0–4; skor 0–100. **Tinggi** mulai {BATAS_TINGGI:g}, **sedang** mulai {BATAS_SEDANG:g}, "
        "di bawahnya **rendah**.\n"
        f"- Kriteria yang belum dinilai bukan nol; skor dihitung atas bobot yang dinilai. Di bawah {format_persen(BATAS_LENGKAP)} "
        "bobot, kelasnya **indikatif**.\n"
        "- Jumlah potensi bukan ukuran ekonomi: media lebih sering memberitakan pariwisata.\n"
        "- Angka lama tetap tampil bersama tahunnya; sumber yang berbeda tidak dipilihkan."
    )


def show_glossary() -> None:
    """Show every term of the glossary."""
    isi = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in load_glosarium().items())
    st.html(f'<dl class="kp-istilah">{isi}</dl>')


def show_corrections() -> None:
    """Show how to send a correction or something missing."""
    st.markdown(
        "1. Catat **kode baris** (mis. P001 atau K012) atau nama desa, dan apa yang perlu diubah. Kode yang diketik pada "
        "kotak pencarian membuka barisnya.\n"
        "2. Sertakan **sumber**: alamat halaman, nomor surat, atau nama dokumen. Tanpa sumber, baris tidak dapat masuk.\n"
        "3. OPD mengisi **Lembar kerja OPD** dari halaman OPD; desa dan kecamatan memakai **templat** di halaman Data.\n"
        f"4. Kirim ke **{PENERIMA}**. Perubahan tampil setelah diperiksa dan digabungkan. "
        f"Kontak resminya belum tercatat di sini; {TITIPAN}."
    )
