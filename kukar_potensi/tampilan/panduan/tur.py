"""The first ten minutes: what to try, each with a link that opens it."""

from __future__ import annotations

import io
from functools import lru_cache
from html import escape
from urllib.parse import quote

import segno
import streamlit as st

from kukar_potensi.model.latihan import KERJA_SAMA, PETA, Latihan, build_latihan
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.alamat import app_address
from kukar_potensi.tampilan.konteks import Konteks

OPD = "pages/opd.py"
WILAYAH = "pages/wilayah.py"
PELUANG = "pages/peluang_ikn.py"


def show_tour(konteks: Konteks) -> None:
    """Show what to try first, as links that open the page with its filter."""
    kamus = konteks.kamus
    sebulu = {"kecamatan": [kamus.label_of("kecamatan", "64.02.07")], "sektor": [kamus.label_of("sektor", "pertanian")]}
    langkah: tuple[tuple[str, str, str, dict[str, list[str]]], ...] = (
        ("Cari desa Anda", "Ketik nama desa di atas peta; isinya terbuka di samping dan di bawah peta.", PETA, {}),
        ("Lihat potensi pertanian di Sebulu", "Saringan sektor dan kecamatan sudah terpasang pada tautan ini.", PETA, sebulu),
        ("Bandingkan kedekatan dengan IKN", "Peta per desa, warna jarak ke KIPP.", PETA, {"warna": ["Warna: Jarak ke KIPP"], "tingkat": ["Per desa"]}),
        ("Periksa kerja sama yang perlu diputuskan", "Angka di atas daftar dapat ditekan: menggantung, berakhir, belum jelas.", KERJA_SAMA, {}),
        ("Lihat apa yang tercatat untuk OPD saya", "Pilih OPD: urusan, potensi, kerja sama, dan yang perlu dilengkapi.", OPD, {}),
        ("Baca alasan skor relevansi IKN", "Pilih satu potensi; enam kriteria dan alasannya terbuka.", PELUANG, {}),
        ("Bawa lembar desa pulang", "Satu halaman A4 per desa, untuk dicetak.", WILAYAH, {}),
    )  # fmt: skip
    for nomor, (judul, kalimat, halaman, kueri) in enumerate(langkah, start=1):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(halaman, label=f"{nomor}. {judul}", icon=":material/play_circle:", query_params=kueri)
            st.caption(kalimat, width="stretch")


def show_qr() -> None:
    """Show the address that people are on as a QR code, so that a hall can join by phone."""
    alamat = app_address()
    if not alamat:
        st.caption("Alamat aplikasi belum diketahui.")
        return
    st.html(
        f'<figure class="kp-qr"><img alt="Kode QR alamat aplikasi" src="{_draw_qr(alamat)}">'
        f"<figcaption>{escape(alamat)}</figcaption></figure>"
    )
    if "//localhost" in alamat or "//127.0.0.1" in alamat:
        st.caption(
            "Alamat ini hanya berlaku di komputer ini. Buka aplikasi lewat alamat jaringannya agar kodenya berguna."
        )


@lru_cache(maxsize=16)
def _draw_qr(alamat: str) -> str:
    """Return the QR code of an address as a data address; people in one hall share it."""
    wadah = io.BytesIO()
    segno.make(alamat, error="m").save(
        wadah, kind="svg", scale=6, border=2, dark="#0e1816", light="#ffffff", xmldecl=False
    )
    return f"data:image/svg+xml,{quote(wadah.getvalue())}"


@lru_cache(maxsize=4)
def _exercises(semua: Tampak) -> tuple[Latihan, ...]:
    return tuple(build_latihan(semua))


def show_exercises(konteks: Konteks) -> None:
    """Show the workshop sheet: five exercises, each answer hidden until asked for."""
    st.caption("Jawaban dihitung dari data yang sedang dimuat.")
    for nomor, satu in enumerate(_exercises(konteks.semua), start=1):
        _show_exercise(konteks, nomor, satu)


def _show_exercise(konteks: Konteks, nomor: int, satu: Latihan) -> None:
    with st.container(border=True):
        st.text(f"{nomor}. {satu.soal}")
        st.caption(satu.cara)
        kueri = satu.saringan.to_query(konteks.kamus) | {k: [v] for k, v in satu.lain}
        st.page_link(satu.halaman, label="Buka halamannya", icon=":material/open_in_new:", query_params=kueri)
        with st.expander("Jawaban"):
            st.text(satu.jawab)
