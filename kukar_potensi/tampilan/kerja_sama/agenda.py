"""The evaluation agenda: what needs a decision, grouped by rule, most urgent first, and its export."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kukar_potensi.ekspor.agenda import write_agenda
from kukar_potensi.model.evaluasi_aturan import (
    ATURAN,
    KARENA_LAPORAN,
    PRIORITAS,
    SEMUA_ATURAN,
    Aturan,
    label_langkah,
    open_langkah,
)
from kukar_potensi.tampilan.angka import format_angka, format_hari
from kukar_potensi.tampilan.kerja_sama.angka_status import JUDUL
from kukar_potensi.tampilan.kerja_sama.isi import KUNCI_KARTU, SEMUA, Isi, read_isi
from kukar_potensi.tampilan.konteks import Konteks

BARIS_RINGKAS = 4
"""Rows a rule while all rules are shown."""
BARIS_PENUH = 100
SEMUA_PILIHAN = "Semua aturan"
KUNCI_ATURAN = "aturan"


def show_agenda(konteks: Konteks, isi: Isi, posisi: str) -> None:
    """Show the agenda of the rows that the chosen figure counts, the rules, and the button that exports it."""
    kode = isi.rows(posisi).index
    jumlah = isi.evaluasi.counts(kode)
    with st.container(horizontal=True, vertical_alignment="bottom", key="kendali_agenda"):
        pilihan = st.selectbox(
            "Aturan", [SEMUA_PILIHAN, *map(rule_label, SEMUA_ATURAN)], key=KUNCI_ATURAN, bind="query-params", width=380
        )
        aturan = next((satu.id for satu in SEMUA_ATURAN if rule_label(satu) == pilihan), None)
        _download(konteks, posisi, aturan)
    st.markdown(_summary(konteks, isi, kode, jumlah))
    st.html(_groups(konteks, posisi, aturan))
    _rules(jumlah)


def rule_label(aturan: Aturan) -> str:
    """Return a rule as it is chosen: "M2 Belum tercatat PKS turunannya"."""
    return f"{aturan.id} {aturan.nama}"


def _summary(konteks: Konteks, isi: Isi, kode: pd.Index, jumlah: dict[str, int]) -> str:
    kena = isi.evaluasi.kena.loc[kode]
    sekarang = [satu.id for satu in SEMUA_ATURAN if satu.prioritas == 1]
    return (
        f"Per {format_hari(konteks.tanggal)}: **{format_angka(int(kena[sekarang].any(axis=1).sum()))}** kerja sama perlu diputuskan "
        f"sekarang, **{format_angka(int(isi.evaluasi.menggantung.loc[kode].sum()))}** menggantung{_only_reports(isi, kode)}; seluruhnya "
        f"**{format_angka(sum(jumlah.values()))}** alasan pada **{format_angka(int(kena.any(axis=1).sum()))}** kerja sama. "
        "Satu kerja sama dapat muncul pada beberapa aturan."
    )


def _only_reports(isi: Isi, kode: pd.Index) -> str:
    n = int(isi.evaluasi.hanya_laporan.loc[kode].sum())
    return f" ({format_angka(n)} {KARENA_LAPORAN})" if n else ""


def _download(konteks: Konteks, posisi: str, aturan: str | None) -> None:
    """Offer the XLSX; it is written only when asked for."""

    def write() -> bytes:
        isi = read_isi(konteks)
        saringan = konteks.saringan.describe(konteks.kamus)
        if posisi != SEMUA:
            saringan.append(f"hanya {JUDUL[posisi]}")
        if aturan:
            saringan.append(f"hanya aturan {rule_label(ATURAN[aturan])}")
        pilihan = [aturan] if aturan else None
        return write_agenda(isi.himpunan, isi.evaluasi, isi.rows(posisi).index, aturan=pilihan, saringan=saringan)

    st.download_button(
        "Unduh agenda rapat (XLSX)",
        data=write,
        file_name=f"agenda-evaluasi-{konteks.tanggal.isoformat()}.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        icon=":material/download:",
        on_click="ignore",
        key="unduh_agenda",
        help="Berisi kolom kosong untuk keputusan, penanggung jawab, tenggat, dan catatan rapat.",
    )


@lru_cache(maxsize=64)
def _groups(konteks: Konteks, posisi: str, aturan: str | None) -> str:
    """Return the groups as HTML, every value escaped; one rule in full, or the first rows of each."""
    isi = read_isi(konteks)
    kode = isi.rows(posisi).index
    jumlah = isi.evaluasi.counts(kode)
    batas = BARIS_PENUH if aturan else BARIS_RINGKAS
    agenda = isi.evaluasi.agenda(kode, [aturan] if aturan else None, batas)
    judul = isi.himpunan.kerja_sama["judul"]
    terpilih = [ATURAN[aturan]] if aturan else [satu for satu in SEMUA_ATURAN if jumlah[satu.id]]
    if not len(agenda):
        return '<p class="kp-agenda">Tidak ada yang perlu diputuskan menurut aturan ini, pada saringan dan tanggal ini.</p>'
    bagian, prioritas = [], 0
    for satu in terpilih:
        if satu.prioritas != prioritas:
            prioritas = satu.prioritas
            bagian.append(f'<h3 class="kp-prioritas">{PRIORITAS[prioritas].capitalize()}</h3>')
        bagian.append(_group(satu, agenda[agenda["aturan"].eq(satu.id)], judul, jumlah[satu.id], konteks))
    return "".join(bagian)


def _group(aturan: Aturan, agenda: pd.DataFrame, judul: pd.Series, jumlah: int, konteks: Konteks) -> str:
    butir = "".join(
        f"<li><h5>{_card_link(konteks, kode)} {escape(str(judul[kode]))}</h5><p>{escape(alasan)}</p>"
        f"<p><b>{escape(open_langkah(langkah))}.</b> {escape(tindakan)} <small>Oleh: {escape(penindak)}</small></p></li>"
        for kode, alasan, langkah, tindakan, penindak in zip(
            agenda["id"], agenda["alasan"], agenda["langkah"], agenda["tindakan"], agenda["penindak"], strict=True
        )
    )
    sisa = (
        f"<p>… dan {format_angka(jumlah - len(agenda))} lagi: pilih aturan ini di atas, atau unduh agendanya.</p>"
        if jumlah > len(agenda)
        else ""
    )
    return (
        f'<section class="kp-agenda"><h4>{aturan.id} {escape(aturan.nama)}: <b>{format_angka(jumlah)}</b></h4>'
        f"<p>{escape(aturan.kalimat)}</p><ol>{butir}</ol>{sisa}</section>"
    )


def _card_link(konteks: Konteks, kode: str) -> str:
    """Return the id as a link that opens the card of that day in a new tab."""
    alamat = urlencode({KUNCI_KARTU: kode, "tanggal": konteks.tanggal.isoformat()})
    return f'<a href="?{escape(alamat, quote=True)}" target="_blank" rel="noopener">{escape(kode)}</a>'


def _rules(jumlah: dict[str, int]) -> None:
    """Show every rule with its threshold, also those that nothing meets."""
    st.markdown("##### Aturan dan ambang")
    st.caption("Usulan untuk ditetapkan TKKSD. Yang belum tercatat berarti belum diketahui, bukan tidak ada.")
    baris = "".join(
        f"<tr><td><b>{a.id}</b> {escape(a.nama)}</td><td>{format_angka(jumlah[a.id])}</td><td>{escape(a.kalimat)}</td>"
        f"<td>{a.prioritas}: {escape(PRIORITAS[a.prioritas])}</td><td>{escape(label_langkah(a.langkah))}</td></tr>"
        for a in SEMUA_ATURAN
    )
    judul = "".join(
        f"<th>{satu}</th>" for satu in ("Aturan", "Jumlah", "Bunyi dan ambang", "Prioritas", "Usulan langkah")
    )
    st.html(f'<table class="kp-aturan"><thead><tr>{judul}</tr></thead><tbody>{baris}</tbody></table>')
