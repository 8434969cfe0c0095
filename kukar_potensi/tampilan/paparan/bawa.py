"""Take the briefing away: PPTX, PDF, and the A4 handout, made on request with their progress shown."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import streamlit as st

from kukar_potensi.ekspor.salindia_pdf import Lapor, Paparan, write_lembar_a4, write_pdf
from kukar_potensi.ekspor.salindia_pptx import write_pptx
from kukar_potensi.model.paparan import write_susunan
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.paparan.isi import Isi, get_gambar

BANYAK_SIMPANAN: Final = 12
"""Finished files kept for everyone who asks for the same again; at most some 15 MB together."""
KUNCI_SIAP: Final = "_berkas_paparan"
KUNCI_MINTA: Final = "_minta_berkas"


@dataclass(frozen=True)
class Bentuk:
    """One kind of take-away: word on the button, ending, content type, icon, what it is good for, and its writer."""

    label: str
    akhiran: str
    mime: str
    ikon: str
    guna: str
    tulis: Callable[[Paparan, Lapor], bytes]


BENTUK: Final[dict[str, Bentuk]] = {
    "pptx": Bentuk(
        "PPTX",
        "pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ":material/slideshow:",
        "Teks, tabel, dan grafik dapat diubah di PowerPoint; catatan pembicara ikut.",
        write_pptx,
    ),
    "pdf": Bentuk(
        "PDF", "pdf", "application/pdf", ":material/picture_as_pdf:", "Satu salindia per halaman.", write_pdf
    ),
    "a4": Bentuk(
        "Lembar A4",
        "pdf",
        "application/pdf",
        ":material/print:",
        "Dua salindia per halaman dengan catatan, untuk dibagikan.",
        write_lembar_a4,
    ),
}

Kunci = tuple[Any, ...]


class Gudang:
    """The last finished files, shared by all sessions; the oldest goes first."""

    def __init__(self, banyak: int) -> None:
        self._banyak = banyak
        self._isi: OrderedDict[Kunci, bytes] = OrderedDict()
        self._kunci = threading.Lock()

    def get(self, kunci: Kunci) -> bytes | None:
        """Return a finished file, or None."""
        with self._kunci:
            if kunci in self._isi:
                self._isi.move_to_end(kunci)
            return self._isi.get(kunci)

    def put(self, kunci: Kunci, berkas: bytes) -> None:
        """Keep a finished file."""
        with self._kunci:
            self._isi[kunci] = berkas
            while len(self._isi) > self._banyak:
                self._isi.popitem(last=False)


_gudang = Gudang(BANYAK_SIMPANAN)


def describe_view(isi: Isi) -> str:
    """Return filter, day and data version in one line, as it stands in every file."""
    konteks = isi.konteks
    saringan = "; ".join(konteks.saringan.describe(konteks.kamus)) or "seluruh data, tanpa saringan"
    return f"{saringan} · posisi per {format_hari(konteks.tanggal)} · data {konteks.himpunan.versi}"


def file_name(isi: Isi, jenis: str) -> str:
    """Return the name of a file: kind and day of the view."""
    nama = "lembar-rapat" if jenis == "a4" else "paparan"
    return f"{nama}-kukar-potensi_{isi.konteks.tanggal.isoformat()}.{BENTUK[jenis].akhiran}"


def write_berkas(isi: Isi, jenis: str, lapor: Lapor) -> bytes:
    """Return a file of the briefing; `lapor` is told each step and may raise to stop."""
    lapor("Menggambar peta")
    gambar = get_gambar(isi.bahan, gelap=False)
    saat = datetime.now(UTC) + timedelta(hours=8)
    paparan = Paparan(isi.tampil, gambar, isi.acara.judul, describe_view(isi), saat)
    return BENTUK[jenis].tulis(paparan, lapor)


def _key(isi: Isi, jenis: str) -> Kunci:
    return (jenis, isi.bahan, isi.acara, write_susunan(isi.urutan))


def _ask(jenis: str) -> None:
    st.session_state[KUNCI_SIAP] = st.session_state[KUNCI_MINTA] = jenis


def show_bawa(isi: Isi) -> None:
    """Show a button a kind; the one pressed is made with its steps shown, then offered for download."""
    st.markdown("##### Bawa pulang")
    with st.container(horizontal=True, key="bawa_paparan"):
        for jenis, satu in BENTUK.items():
            st.button(
                f"Siapkan {satu.label}",
                icon=satu.ikon,
                key=f"siapkan_{jenis}",
                help=satu.guna,
                on_click=_ask,
                args=(jenis,),
            )
    diminta = st.session_state.pop(KUNCI_MINTA, None)
    if diminta in BENTUK and not _prepare(isi, diminta):
        return
    jenis = str(st.session_state.get(KUNCI_SIAP))
    berkas = _gudang.get(_key(isi, jenis))
    if berkas is not None:
        _offer(isi, jenis, berkas)


def _prepare(isi: Isi, jenis: str) -> bool:
    """Make a file unless it is there already; leaving the page stops the work at its next step."""
    if _gudang.get(_key(isi, jenis)) is not None:
        return True
    with st.status(f"Menyiapkan {BENTUK[jenis].label} …") as kemajuan:
        try:
            berkas = write_berkas(isi, jenis, lambda langkah: _tell(kemajuan, langkah))
        except (OSError, ValueError) as galat:
            kemajuan.update(label=f"{BENTUK[jenis].label} belum dapat dibuat.", state="error")
            st.text(str(galat))
            return False
        _gudang.put(_key(isi, jenis), berkas)
        kemajuan.update(label=f"{BENTUK[jenis].label} siap diunduh.", state="complete")
    return True


def _tell(kemajuan: Any, langkah: str) -> None:
    kemajuan.update(label=f"{langkah} …")


def _offer(isi: Isi, jenis: str, berkas: bytes) -> None:
    satu = BENTUK[jenis]
    st.download_button(
        f"Unduh {satu.label} ({format_angka(len(berkas) / 1e6, 1)} MB)",
        data=berkas,
        file_name=file_name(isi, jenis),
        mime=satu.mime,
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        key=f"unduh_paparan_{jenis}",
    )
