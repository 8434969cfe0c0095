"""The ranking: score, class, completeness and stability of every potensi, with the map beside it."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import streamlit as st

from kukar_potensi.model.kestabilan import JUMLAH_TERATAS, Kestabilan
from kukar_potensi.model.rubrik import KRITERIA
from kukar_potensi.peta.muatan import Lukisan, build_lukisan
from kukar_potensi.tampilan import peta
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import place_text
from kukar_potensi.tampilan.peluang.alasan import show_alasan
from kukar_potensi.tampilan.peluang.keadaan import Peluang

BANYAK_BARIS = 50
BANYAK_BARIS_SEMUA = 500
KUNCI_TABEL = "tabel_peringkat"
KUNCI_RINCIAN = "rincian"


def ranking_frame(peluang: Peluang, banyak: int) -> pd.DataFrame:
    """Return the best rows of the view: index id, columns as shown."""
    letak = np.array(peluang.urutan[:banyak], dtype=np.int64)
    rows = peluang.indeks.potensi.iloc[letak]
    stabil = peluang.kestabilan
    bertahan = [f"{kali}/{len(stabil.percobaan)}" for kali in stabil.bertahan[: len(rows)]]
    kamus = peluang.konteks.kamus
    isi = pd.DataFrame(
        {
            "#": np.arange(1, len(rows) + 1),
            "Potensi": rows["nama"].to_numpy(),
            "Skor": rows["skor"].round(1).to_numpy(),
            "Kelas": rows["kelas"].to_numpy(),
            "Bobot dinilai": (rows["kelengkapan"] * 100).round(0).to_numpy(),
            "Catatan": np.where(rows["indikatif"], "indikatif", ""),
            "Bertahan": [*bertahan, *[""] * (len(rows) - len(bertahan))],
        },
        index=rows.index,
    )
    for urut, kode in enumerate(KRITERIA):
        isi[kode] = peluang.indeks.nilai_potensi[letak, urut]
    isi["Sektor"] = rows["sektor"].map(kamus.label["sektor"])
    isi["Tempat"] = [place_text(peluang.konteks, satu) for satu in rows[["kode_desa", "kode_kecamatan"]].itertuples()]
    return isi


def stability_sentence(stabil: Kestabilan) -> str:
    """Return in one sentence how stable the head of the ranking is."""
    n = len(stabil.teratas)
    if not n:
        return "Belum ada potensi yang dinilai pada saringan ini."
    return (
        f"Kestabilan {n} teratas: bila satu bobot digeser seperlima ke bawah atau ke atas ({len(stabil.percobaan)} percobaan), "
        f"paling sedikit {stabil.paling_sedikit} dari {n} tetap di {JUMLAH_TERATAS} teratas; {stabil.selalu} selalu tetap."
    )


def _options(peluang: Peluang, tampil: pd.Index) -> list[str]:
    """Return the ids that can be opened: the rows on show, and the one that the address names."""
    pilihan = [str(kode) for kode in tampil]
    diminta = str(st.query_params.get(KUNCI_RINCIAN, "")).split(" · ", 1)[0] or str(
        st.session_state.get(KUNCI_RINCIAN) or ""
    )
    if diminta in peluang.indeks.potensi.index and diminta not in pilihan:
        pilihan.append(diminta)
    return pilihan


def _pick() -> None:
    """Open the row that was picked in the table."""
    terpilih = st.session_state[KUNCI_TABEL].selection.rows
    kode = st.session_state.get("_baris_peringkat", ())
    if terpilih and terpilih[0] < len(kode):
        st.session_state[KUNCI_RINCIAN] = kode[terpilih[0]]


def paint(peluang: Peluang) -> Lukisan:
    """Return the map of mean relevance under the weights in force."""
    return build_lukisan(
        peluang.tampak,
        tingkat="desa" if st.session_state.get("petakan") == "Desa/kelurahan" else "kecamatan",
        indikator="relevansi",
        titik=False,
        gelap=st.context.theme.type == "dark",
    )


def legend_line(lukisan: Lukisan) -> str:
    """HTML of the map's classes in one line, with how many areas each holds."""
    isi = ""
    for satu in lukisan.legenda:
        kotak = (
            f'class="kp-warna" style="background:{escape(satu.warna)}"' if satu.warna else 'class="kp-warna kp-arsir"'
        )
        isi += f"<span><i {kotak}></i>{escape(satu.label)} <b>{lukisan.jumlah[satu.tanda]}</b></span>"
    return f'<p class="kp-legenda-baris">{isi}</p>'


def _show_table(peluang: Peluang) -> None:
    semua = len(peluang.urutan)
    banyak = BANYAK_BARIS_SEMUA if st.session_state.get("semua_peringkat") else BANYAK_BARIS
    isi = ranking_frame(peluang, banyak)
    st.session_state["_baris_peringkat"] = tuple(str(kode) for kode in isi.index)
    st.dataframe(
        isi,
        hide_index=True,
        key=KUNCI_TABEL,
        on_select=_pick,
        selection_mode="single-row",
        height=430,
        placeholder="–",
        column_config={
            "#": st.column_config.NumberColumn(width=44, format="%d"),
            "Potensi": st.column_config.TextColumn(width=260),
            "Skor": st.column_config.ProgressColumn(format="localized", min_value=0, max_value=100, width=110),
            "Bobot dinilai": st.column_config.NumberColumn(
                format="%d%%", help="Bagian bobot yang kriterianya sudah dinilai"
            ),
            "Catatan": st.column_config.TextColumn(help="Indikatif: kurang dari 80% bobot dinilai"),
            "Bertahan": st.column_config.TextColumn(
                help="Berapa dari 12 percobaan bobot yang tetap menaruhnya di 20 teratas"
            ),
            **{kode: st.column_config.NumberColumn(format="localized", width=40) for kode in KRITERIA},
        },
        alt="Peringkat potensi menurut relevansi IKN; pilih satu baris untuk membuka alasan skornya",
    )
    belum = peluang.tampak.n_potensi - semua
    keterangan = f"Tampil {format_angka(len(isi))} dari {format_angka(semua)} potensi yang dinilai"
    keterangan += f"; {format_angka(belum)} belum dinilai." if belum else "."
    st.caption(
        f"{keterangan} Tanda – pada A–F berarti belum dinilai, bukan nol. Pilih satu baris untuk membuka alasannya."
    )
    if semua > BANYAK_BARIS:
        st.toggle(f"Tampilkan sampai {BANYAK_BARIS_SEMUA} baris", key="semua_peringkat")


def _show_stability(peluang: Peluang) -> None:
    stabil = peluang.kestabilan
    st.text(stability_sentence(stabil))
    if not len(stabil.teratas):
        return
    with st.expander("Rincian kestabilan", icon=":material/insights:"):
        kiri, kanan = st.columns([1, 2], gap="medium")
        with kiri:
            st.dataframe(
                pd.DataFrame({"Percobaan": stabil.percobaan, f"Tetap dari {len(stabil.teratas)}": stabil.tetap}),
                hide_index=True,
            )
        rows = peluang.tampak.potensi.iloc[stabil.teratas]
        with kanan:
            st.dataframe(
                pd.DataFrame(
                    {
                        "#": np.arange(1, len(rows) + 1),
                        "Potensi": rows["nama"].to_numpy(),
                        "Bertahan": [f"{kali}/{len(stabil.percobaan)}" for kali in stabil.bertahan],
                        "Peringkat terbaik": stabil.terbaik,
                        "Peringkat terburuk": stabil.terburuk,
                    }
                ),
                hide_index=True,
            )


def show_peringkat(peluang: Peluang) -> None:
    """Show the ranking with its map, its stability, and the reasons of the chosen row."""
    if not peluang.urutan:
        st.info("Tidak ada potensi yang dinilai pada saringan ini.", icon=":material/filter_alt:")
        return
    kiri, kanan = st.columns([1.7, 1], gap="medium")
    with kiri:
        _show_table(peluang)
        _show_stability(peluang)
    with kanan:
        st.segmented_control(
            "Peta rata-rata relevansi per",
            ("Kecamatan", "Desa/kelurahan"),
            default="Kecamatan",
            required=True,
            key="petakan",
        )
        lukisan = paint(peluang)
        peta.show_map(peluang.konteks, lukisan, kunci="peta_peluang")
        st.html(legend_line(lukisan))
    pilihan = _options(peluang, pd.Index(st.session_state["_baris_peringkat"]))
    nama = peluang.indeks.potensi["nama"]
    kode = st.selectbox(
        "Buka alasan skor",
        pilihan,
        index=None,
        format_func=lambda satu: f"{satu} · {nama.get(satu, satu)}",
        key=KUNCI_RINCIAN,
        bind="query-params",
        placeholder="Pilih satu potensi …",
    )
    if kode:
        show_alasan(peluang, kode)
