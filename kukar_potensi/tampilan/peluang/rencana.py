"""Plan fit: which missions and programmes the potensi and cooperations of the view could serve."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from kukar_potensi.model.keselarasan_rencana import Rencana, count_rencana, list_rencana, serving_rows
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import kerja_sama_card, potensi_card, show_cards, source_links
from kukar_potensi.tampilan.peluang.keadaan import Peluang

KUNCI_TABEL = "tabel_rencana"
KUNCI = "rencana"
CATATAN = (
    "Pencocokan menurut urusan: usulan untuk ditegaskan OPD bersama Bappeda, bukan rujukan resmi. Sebagian bunyi rencana diambil dari ringkasan "
    "dan ditandai. Satu baris data dapat melayani beberapa rencana, jadi angkanya tidak untuk dijumlahkan."
)


def plan_frame(peluang: Peluang) -> pd.DataFrame:
    """Return every entry of the plans with how many rows of the view it could serve; index id."""
    tahun = peluang.konteks.tanggal.year
    himpunan, tampak = peluang.konteks.himpunan, peluang.tampak
    jumlah = count_rencana(himpunan, tampak.potensi, tampak.kerja_sama)
    semua = list_rencana(himpunan)
    return pd.DataFrame(
        {
            "Rencana": jumlah["dokumen"],
            "Jenis": jumlah["jenis"],
            "Bunyi": jumlah["uraian"],
            "Potensi": jumlah["potensi"],
            "Kerja sama": jumlah["kerja_sama"],
            f"Berjalan {tahun}": ["ya" if satu.runs_in(tahun) else "tidak" for satu in semua],
            "Teks": ["ringkasan" if satu.ringkasan else "dikutip sumber" for satu in semua],
            "Sumber": [next((a for a in satu.sumber if a.startswith(("http://", "https://"))), None) for satu in semua],
        },
        index=jumlah.index,
    )


def _pick() -> None:
    terpilih = st.session_state[KUNCI_TABEL].selection.rows
    kode = st.session_state.get("_baris_rencana", ())
    if terpilih and terpilih[0] < len(kode):
        st.session_state[KUNCI] = kode[terpilih[0]]


def _show_one(peluang: Peluang, rencana: Rencana) -> None:
    konteks, tampak = peluang.konteks, peluang.tampak
    potensi = tampak.potensi[serving_rows(rencana, tampak.potensi)].sort_values("skor", ascending=False, kind="stable")
    kerja_sama = tampak.kerja_sama[serving_rows(rencana, tampak.kerja_sama)]
    urusan = konteks.himpunan.urusan["nama"]
    nama_urusan = ", ".join(str(urusan.get(kode, kode)) for kode in rencana.urusan)
    with st.container(border=True):
        st.html(
            f'<div class="kp-calon"><h5>{escape(rencana.uraian)}</h5><p>{escape(rencana.jenis.capitalize())}, {escape(rencana.dokumen)} '
            f"({escape(rencana.periode)}). Urusan: {escape(nama_urusan)}. Sumber: {source_links(rencana.sumber)}</p></div>"
        )
        kiri, kanan = st.columns(2, gap="medium")
        with kiri:
            st.markdown(f"##### {len(potensi)} potensi dapat melayaninya")
            with st.container(height=420 if len(potensi) > 2 else "content", border=False):
                show_cards(
                    [potensi_card(konteks, b) for b in potensi.head(31).itertuples()], "Tidak ada pada saringan ini."
                )
        with kanan:
            st.markdown(f"##### {len(kerja_sama)} kerja sama dapat melayaninya")
            with st.container(height=420 if len(kerja_sama) > 2 else "content", border=False):
                show_cards(
                    [kerja_sama_card(konteks, b) for b in kerja_sama.head(31).itertuples()],
                    "Tidak ada pada saringan ini.",
                )


def show_rencana(peluang: Peluang) -> None:
    """Show the plans with what could serve them, and the rows of the chosen one."""
    st.caption(CATATAN)
    semua = {satu.id: satu for satu in list_rencana(peluang.konteks.himpunan)}
    if not semua:
        st.info("Belum ada rencana yang tercatat.", icon=":material/info:")
        return
    kerja_sama = peluang.tampak.kerja_sama
    n_rujukan = int(kerja_sama["rujukan_rencana"].notna().sum())
    st.text(
        f"Rujukan rencana sudah tercatat pada {format_angka(n_rujukan)} dari {format_angka(len(kerja_sama))} kerja sama di saringan ini."
    )
    isi = plan_frame(peluang)
    st.session_state["_baris_rencana"] = tuple(str(kode) for kode in isi.index)
    st.dataframe(
        isi,
        hide_index=True,
        key=KUNCI_TABEL,
        on_select=_pick,
        selection_mode="single-row",
        height=360,
        column_config={
            "Bunyi": st.column_config.TextColumn(width="large"),
            "Sumber": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
        },
        alt="Misi, program, dan arah rencana dengan jumlah potensi dan kerja sama yang dapat melayaninya",
    )
    kode = st.selectbox(
        "Buka satu rencana",
        list(semua),
        index=None,
        format_func=lambda satu: f"{satu} · {semua[satu].uraian}" if satu in semua else satu,
        key=KUNCI,
        bind="query-params",
        placeholder="Pilih misi, program, atau arah …",
    )
    if kode in semua:
        _show_one(peluang, semua[kode])
