"""Why a potensi has its score: the reason table, the proofs of readiness, the plans it could serve."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.keselarasan_rencana import match_rencana
from kukar_potensi.model.kriteria import as_text, as_texts
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, format_persen, is_known
from kukar_potensi.tampilan.bagian import potensi_card, source_links
from kukar_potensi.tampilan.peluang.keadaan import Peluang

BUKTI = {
    "bukti_lahan": "Lahan atau aset jelas",
    "bukti_lembaga": "Kelembagaan pelaku",
    "bukti_rencana": "Dokumen rencana atau kajian",
    "bukti_mitra": "Minat mitra",
}
BANYAK_RENCANA = 4


def reason_table(alasan: pd.DataFrame) -> str:
    """HTML of the reasons of one row (six lines of `score_table`), with their sum."""
    baris = "".join(_line(satu) for satu in alasan.itertuples())
    dinilai = alasan["sumbangan"].notna()
    jumlah = format_angka(alasan["sumbangan"].sum(), 1) if dinilai.any() else "belum dinilai"
    bobot = format_angka(alasan.loc[dinilai, "bobot"].sum())
    return (
        '<table class="kp-alasan"><thead><tr><th>Kriteria</th><th>Bobot</th><th>Nilai 0–4</th><th>Sumbangan</th>'
        f"<th>Alasan</th><th>Dasar</th><th>Sumber</th></tr></thead><tbody>{baris}</tbody>"
        f'<tfoot><tr><td>Skor</td><td class="kp-n" data-j="Bobot dinilai">{bobot}</td><td></td>'
        f'<td class="kp-n" data-j="Jumlah sumbangan">{jumlah}</td><td colspan="3"></td></tr></tfoot></table>'
    )


def _line(satu: Any) -> str:
    nilai = format_angka(satu.nilai, 2) if is_known(satu.nilai) else "belum dinilai"
    sumbangan = format_angka(satu.sumbangan, 1) if is_known(satu.sumbangan) else "–"
    lebar = 0.0 if not is_known(satu.nilai) else float(satu.nilai) * 25
    return (
        f"<tr><td><b>{escape(str(satu.kriteria))}</b> {escape(str(satu.nama_kriteria))}</td>"
        f'<td class="kp-n" data-j="Bobot">{format_angka(satu.bobot)}</td>'
        f'<td class="kp-n" data-j="Nilai">{nilai}<span class="kp-batang" style="width:{lebar:.0f}%"></span></td>'
        f'<td class="kp-n" data-j="Sumbangan">{sumbangan}</td>'
        f'<td data-j="Alasan">{escape(str(satu.alasan))}</td><td class="kp-dasar" data-j="Dasar">{escape(str(satu.dasar))}</td>'
        f'<td data-j="Sumber">{source_links(satu.sumber) if satu.sumber else "–"}</td></tr>'
    )


def _evidence(baris: pd.Series) -> str:
    """HTML of the proofs of readiness: each with its source, or unknown."""
    angka = BELUM_DIKETAHUI
    if is_known(baris["nilai"]):
        tahun = baris["tahun_data"] if is_known(baris["tahun_data"]) else "tahunnya belum diketahui"
        angka = f"{format_angka(baris['nilai'])} {escape(str(baris['satuan'] or ''))} ({escape(str(tahun))})"
    isi = [("Angka", angka)]
    for kolom, nama in BUKTI.items():
        sumber = as_texts(baris[kolom])
        isi.append((nama, f"tercatat: {source_links(sumber)}" if sumber else BELUM_DIKETAHUI))
    daftar = "".join(f"<dt>{escape(nama)}</dt><dd>{teks}</dd>" for nama, teks in isi)
    return f'<div class="kp-calon"><h5>Bukti kesiapan (kriteria D)</h5><dl>{daftar}</dl></div>'


def _plans(peluang: Peluang, urusan: str | None, sektor: str | None) -> str:
    """HTML of the plans a row could serve, a proposal to confirm."""
    tahun = peluang.konteks.tanggal.year
    cocok = match_rencana(urusan, peluang.konteks.himpunan, tahun, sektor)
    if not cocok:
        return '<div class="kp-calon"><h5>Keselarasan rencana</h5><p>Belum ada misi atau program tercatat untuk urusannya.</p></div>'
    butir = "".join(
        f"<li>{escape(satu.uraian)} <small>({escape(satu.jenis)}, {escape(satu.dokumen)}"
        f"{'' if satu.runs_in(tahun) else f', tidak berjalan pada {tahun}'}"
        f"{', dari ringkasan' if satu.ringkasan else ''}; sumber: {source_links(satu.sumber)})</small></li>"
        for satu in cocok[:BANYAK_RENCANA]
    )
    sisa = f"<p>Dan {len(cocok) - BANYAK_RENCANA} lagi pada bagian Rencana.</p>" if len(cocok) > BANYAK_RENCANA else ""
    return (
        '<div class="kp-calon"><h5>Dapat melayani rencana (usulan menurut urusan, perlu ditegaskan OPD dan Bappeda)</h5>'
        f"<ul>{butir}</ul>{sisa}</div>"
    )


def show_alasan(peluang: Peluang, kode: str) -> None:
    """Show one potensi with everything behind its score."""
    rows = peluang.indeks.potensi.loc[[kode]]
    baris = next(rows.itertuples())
    alasan = peluang.indeks.score_table(peluang.konteks.himpunan.potensi.loc[[kode]])
    with st.container(border=True, key="rincian_skor"):
        st.html(potensi_card(peluang.konteks, baris))
        tanda = " Skornya indikatif: kurang dari 80% bobot dinilai." if rows["indikatif"].iloc[0] else ""
        st.text(f"{_rated(alasan)}.{tanda}")
        st.html(reason_table(alasan))
        kiri, kanan = st.columns(2, gap="medium")
        with kiri:
            st.html(_evidence(rows.iloc[0]))
        with kanan:
            st.html(_plans(peluang, as_text(rows["kode_urusan"].iloc[0]), as_text(rows["sektor"].iloc[0])))


def _rated(alasan: pd.DataFrame) -> str:
    """Return how much of the rubric was rated: `5 dari 6 kriteria dinilai, 85% bobot`."""
    dinilai = alasan["nilai"].notna()
    bobot = float(alasan["bobot"].sum())
    bagian = float(alasan.loc[dinilai, "bobot"].sum()) / bobot if bobot > 0 else 0.0
    return f"{int(dinilai.sum())} dari {len(alasan)} kriteria dinilai, {format_persen(bagian)} bobot"
