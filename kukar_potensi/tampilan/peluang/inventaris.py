"""The inventory for the Otorita IKN: what goes into it, and its files made on demand."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from kukar_potensi.ekspor.inventaris import (
    ISI_TINGGI,
    SEMUA_ISI,
    Inventaris,
    build_inventaris,
    chosen_rows,
    count_by_bidang,
)
from kukar_potensi.ekspor.inventaris_docx import write_inventaris_docx
from kukar_potensi.ekspor.inventaris_xlsx import write_inventaris_xlsx
from kukar_potensi.model.calon import TERVERIFIKASI
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import show_figures
from kukar_potensi.tampilan.peluang.keadaan import Peluang, bobot_text

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PENGANTAR = (
    "Otorita IKN meminta daftar kerja sama yang mungkin dilakukan, transportasi lebih dahulu. Berkas di bawah memuat isi saringan sekarang, "
    "bernomor per bidang: objek, tempat beserta kodenya, angka dan tahunnya, bentuk yang diusulkan, OPD, kerja sama yang sudah ada, sumber, dan status."
)
BATAS_DOCX = 600
"""More entries than this make a letter annex that no word processor opens with ease."""


def _build(peluang: Peluang, isi: str) -> Inventaris:
    konteks = peluang.konteks
    return build_inventaris(peluang.tampak, isi, konteks.saringan.describe(konteks.kamus))


def _maker(peluang: Peluang, isi: str, tulis: Callable[[Inventaris], bytes]) -> Callable[[], bytes]:
    """Return what makes the file once the button is pressed."""
    return lambda: tulis(_build(peluang, isi))


def figures(peluang: Peluang, isi: str) -> list[tuple[str, str, str]]:
    """Return the figures above the downloads: (value, label, note)."""
    terpilih = chosen_rows(peluang.tampak, isi)
    rows = peluang.indeks.potensi[terpilih]
    n = len(rows)
    resmi = int(rows["status_verifikasi"].eq(TERVERIFIKASI).sum())
    berangka = int(rows["nilai"].notna().sum())
    return [
        (format_angka(n), "Entri inventaris", SEMUA_ISI[isi].lower()),
        (format_angka(resmi), "Sudah diverifikasi OPD", f"{format_angka(n - resmi)} belum"),
        (format_angka(berangka), "Beserta angka", f"{format_angka(n - berangka)} angkanya belum diketahui"),
        (format_angka(int(rows["indikatif"].sum())), "Skor indikatif", "kurang dari 80% bobot dinilai"),
    ]


def show_inventaris(peluang: Peluang) -> None:
    """Show what the inventory holds by field and the two downloads."""
    st.text(PENGANTAR)
    isi = st.segmented_control(
        "Isi inventaris",
        list(SEMUA_ISI),
        default=ISI_TINGGI,
        required=True,
        format_func=SEMUA_ISI.__getitem__,
        key="isi_inventaris",
        bind="query-params",
    )
    isi = isi or ISI_TINGGI
    show_figures(figures(peluang, isi))
    label = peluang.konteks.kamus.label["sektor"]
    jumlah = count_by_bidang(peluang.tampak, isi)
    kiri, kanan = st.columns([1, 1.2], gap="large")
    with kiri:
        st.dataframe(
            pd.DataFrame(
                {
                    "Bidang, sesuai urutan berkas": [label.get(str(k), str(k)) for k in jumlah.index],
                    "Entri": jumlah.to_numpy(),
                }
            ),
            hide_index=True,
            height=35 * (len(jumlah) + 1) + 3,
            alt="Banyaknya entri tiap bidang dalam inventaris",
        )
    with kanan:
        _downloads(peluang, isi, int(jumlah.sum()))


def _downloads(peluang: Peluang, isi: str, n: int) -> None:
    hari = peluang.konteks.tanggal.isoformat()
    if not n:
        st.info("Tidak ada entri pada saringan ini.", icon=":material/filter_alt:")
        return
    st.download_button(
        "Unduh XLSX",
        data=_maker(peluang, isi, write_inventaris_xlsx),
        file_name=f"inventaris-otorita-ikn-{hari}.xlsx",
        mime=MIME["xlsx"],
        icon=":material/table_view:",
        on_click="ignore",
        type="primary",
        key="unduh_inventaris_xlsx",
    )
    st.download_button(
        "Unduh DOCX (lampiran surat)",
        data=_maker(peluang, isi, write_inventaris_docx),
        file_name=f"inventaris-otorita-ikn-{hari}.docx",
        mime=MIME["docx"],
        icon=":material/description:",
        on_click="ignore",
        type="primary",
        disabled=n > BATAS_DOCX,
        key="unduh_inventaris_docx",
    )
    if n > BATAS_DOCX:
        st.caption(f"DOCX disediakan sampai {format_angka(BATAS_DOCX)} entri; persempit saringan.")
    bobot = "bobot baku" if peluang.is_baku else "bobot percobaan"
    st.caption(
        f"Memakai {bobot} ({bobot_text(peluang.bobot)}). Sampul menyebut apa yang sudah dan belum diverifikasi. "
        "Nomor dan tanggal surat serta tanda tangan dikosongkan untuk diisi. XLSX juga memuat calon kerja sama dan sambungan transportasi."
    )
