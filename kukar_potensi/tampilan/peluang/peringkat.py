"""The ranking: score, class, completeness and stability of every potensi, with the map beside it."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kestabilan import JUMLAH_TERATAS, Kestabilan
from kukar_potensi.model.kriteria import as_text
from kukar_potensi.model.rubrik import KRITERIA, SEMUA_KELAS, Angka
from kukar_potensi.peta.muatan import Lukisan, build_lukisan
from kukar_potensi.tampilan import peta
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import place_text
from kukar_potensi.tampilan.peluang.alasan import show_alasan
from kukar_potensi.tampilan.peluang.keadaan import Peluang

BANYAK_BARIS = 40
"""Rows at first: with more, a run outgrows the 32 kB in which the websocket finds what it sent before."""
BANYAK_BARIS_SEMUA = 500
KUNCI_TABEL = "tabel_peringkat"
KUNCI_RINCIAN = "rincian"


class _Baris(NamedTuple):
    """What the ranking tells of a potensi and no weight changes: id, name, sector and places."""

    kode: str
    nama: str
    sektor: str | None
    kode_desa: tuple[str, ...]
    kode_kecamatan: tuple[str, ...]


@lru_cache(maxsize=4)
def _rows(himpunan: Himpunan) -> tuple[_Baris, ...]:
    """Return every potensi in the order of the data."""
    isi = himpunan.potensi
    kolom = (isi[nama].tolist() for nama in ("nama", "sektor", "kode_desa", "kode_kecamatan"))
    return tuple(
        _Baris(str(kode), str(nama), as_text(sektor), desa, kecamatan)
        for kode, nama, sektor, desa, kecamatan in zip(isi.index, *kolom, strict=True)
    )


@lru_cache(maxsize=4)
def _names(himpunan: Himpunan) -> dict[str, str]:
    return {baris.kode: baris.nama for baris in _rows(himpunan)}


def ranking_rows(peluang: Peluang, banyak: int) -> tuple[str, ...]:
    """Return the ids of the best rows of the view."""
    semua = _rows(peluang.konteks.himpunan)
    return tuple(semua[letak].kode for letak in peluang.urutan[:banyak])


def ranking_table(peluang: Peluang, banyak: int) -> pa.Table:
    """Return the best rows of the view, columns as shown; nothing else travels with them."""
    indeks, kamus = peluang.indeks, peluang.konteks.kamus
    letak = np.array(peluang.urutan[:banyak], dtype=np.int64)
    semua = _rows(peluang.konteks.himpunan)
    rows = [semua[satu] for satu in letak]
    stabil = peluang.kestabilan
    bertahan = [f"{kali}/{len(stabil.percobaan)}" for kali in stabil.bertahan[: len(rows)]]
    kelas = indeks.tabel_potensi.kolom["relevansi"].kode[letak].tolist()
    kelengkapan = indeks.potensi["kelengkapan"].to_numpy(np.float64)[letak]
    sektor = kamus.label["sektor"]
    isi: dict[str, pa.Array] = {
        "#": pa.array(np.arange(1, len(rows) + 1, dtype=np.int32)),
        "Potensi": pa.array([satu.nama for satu in rows], pa.string()),
        "Skor": _numbers(indeks.skor_potensi[letak].round(1)),
        "Kelas": pa.array([SEMUA_KELAS[satu] for satu in kelas], pa.string()),
        "Bobot dinilai": _numbers((kelengkapan * 100).round(0)),
        "Catatan": pa.array(
            ["indikatif" if satu else "" for satu in indeks.indikatif_potensi[letak].tolist()], pa.string()
        ),
        "Bertahan": pa.array([*bertahan, *[""] * (len(rows) - len(bertahan))], pa.string()),
    }
    for urut, kriteria in enumerate(KRITERIA):
        isi[kriteria] = _numbers(indeks.nilai_potensi[letak, urut])
    isi["Sektor"] = pa.array([sektor.get(satu.sektor) if satu.sektor else None for satu in rows], pa.string())
    isi["Tempat"] = pa.array([place_text(peluang.konteks, satu) for satu in rows], pa.string())
    return pa.table(isi)


def _numbers(nilai: Angka) -> pa.Array:
    """Return numbers for the table, in half the bytes where nothing is lost by it; what is not rated is blank."""
    pendek = nilai.astype(np.float32)
    utuh = np.array_equal(pendek, nilai, equal_nan=True)
    return pa.array(pendek if utuh else nilai, from_pandas=True)


def stability_sentence(stabil: Kestabilan) -> str:
    """Return in one sentence how stable the head of the ranking is."""
    n = len(stabil.teratas)
    if not n:
        return "Belum ada potensi yang dinilai pada saringan ini."
    return (
        f"Kestabilan {n} teratas: bila satu bobot digeser seperlima ke bawah atau ke atas ({len(stabil.percobaan)} percobaan), "
        f"paling sedikit {stabil.paling_sedikit} dari {n} tetap di {JUMLAH_TERATAS} teratas; {stabil.selalu} selalu tetap."
    )


def _options(peluang: Peluang, tampil: tuple[str, ...]) -> list[str]:
    """Return the ids that can be opened: the rows on show, and the one that the address names."""
    pilihan = list(tampil)
    diminta = str(st.query_params.get(KUNCI_RINCIAN, "")).split(" · ", 1)[0] or str(
        st.session_state.get(KUNCI_RINCIAN) or ""
    )
    if diminta in _names(peluang.konteks.himpunan) and diminta not in pilihan:
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
    isi = ranking_table(peluang, banyak)
    st.session_state["_baris_peringkat"] = ranking_rows(peluang, banyak)
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
    # its tables are sent when it is opened: most readers never do
    with st.expander(
        "Rincian kestabilan", icon=":material/insights:", key="rincian_kestabilan", on_change="rerun"
    ) as rincian:
        if rincian.open:
            _stability_tables(peluang, stabil)


def _stability_tables(peluang: Peluang, stabil: Kestabilan) -> None:
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
    pilihan = _options(peluang, st.session_state["_baris_peringkat"])
    nama = _names(peluang.konteks.himpunan)
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
