"""The rows that a figure opens: what each table says, with a card of the row that is picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model import periksa_opd as p
from kukar_potensi.model.evaluasi_kurang import BELUM_DINILAI
from kukar_potensi.model.keselarasan_opd import Keselarasan, count_seurusan
from kukar_potensi.model.keselarasan_rencana import propose_rencana
from kukar_potensi.model.milik_opd import PENGAMPU
from kukar_potensi.model.periksa_opd import Periksa
from kukar_potensi.model.tanggal import format_tanggal, format_ttd
from kukar_potensi.tampilan.angka import format_angka, is_known
from kukar_potensi.tampilan.bagian import kerja_sama_card, place_text, potensi_card
from kukar_potensi.tampilan.kerja_sama.isi import KUNCI_KARTU
from kukar_potensi.tampilan.konteks import Konteks

BARIS_TERBANYAK = 500
"""Rows sent to the browser at once; the filter narrows a longer list."""
TINGGI_TABEL = 420
TINGGI_BARIS = 35
KOLOM_KURANG = "Yang belum tercatat"
KOSONG = "–"
"""What a cell shows that is not on record; a caption says so."""


def show_baris(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> None:
    """Show the potensi and cooperations that a figure opens, and the card of the picked one."""
    isi = rows_frame(konteks, keselarasan, periksa)
    kunci = f"baris_{keselarasan.opd}_{periksa.id}"
    pilihan: Any = show_table(isi, kunci, _config(isi), on_select="rerun")
    terpilih = pilihan.selection.rows
    if terpilih and terpilih[0] < len(isi):
        _card(konteks, keselarasan, str(isi["Kode"].iloc[terpilih[0]]))
    st.caption(_rows_text(keselarasan.count(periksa), len(isi)))


def show_belum_dinilai(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> None:
    """Show the cooperations that a figure cannot judge, with what is not on record for each; nothing without any."""
    rows = keselarasan.unjudged(periksa)
    if rows.empty:
        return
    st.markdown(f"##### {format_angka(len(rows), 0)} {BELUM_DINILAI}")
    st.caption(
        "Bukan berarti aman: yang tercatat belum cukup untuk menilainya. Kolom “Yang belum tercatat” menyebut apa yang perlu "
        "dilengkapi lewat lembar kerja OPD."
    )
    kolom: dict[str, Callable[[pd.DataFrame], Any]] = {
        "Nama": lambda r: r["judul"].to_numpy(),
        KOLOM_KURANG: lambda r: r["kurang"].to_numpy(),
    }
    kolom |= {k: v for k, v in _kerja_sama_columns(konteks, keselarasan, periksa).items() if k not in kolom}
    isi = frame(rows, kolom, potensi=False)
    show_table(isi, f"belum_dinilai_{keselarasan.opd}_{periksa.id}", _config(isi), on_select="ignore")
    st.caption(_rows_text(len(rows), len(isi), buka=False))


@lru_cache(maxsize=64)
def rows_frame(konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa) -> pd.DataFrame:
    """Return the rows that a figure opens as they are shown, at most `BARIS_TERBANYAK` of each kind."""
    bagian = (
        frame(keselarasan.potensi(periksa), _potensi_columns(konteks, keselarasan, periksa), potensi=True),
        frame(keselarasan.kerja_sama(periksa), _kerja_sama_columns(konteks, keselarasan, periksa), potensi=False),
    )
    isi = [satu for satu in bagian if len(satu)]
    return pd.concat(isi, ignore_index=True) if isi else pd.DataFrame()


def frame(rows: pd.DataFrame, kolom: dict[str, Callable[[pd.DataFrame], Any]], *, potensi: bool) -> pd.DataFrame:
    """Return rows as they are shown: the id first, then the given columns; none without rows."""
    rows = rows.iloc[:BARIS_TERBANYAK]
    if rows.empty:
        return pd.DataFrame()
    kepala = {"Kode": rows.index.astype("str"), "Jenis": "Potensi" if potensi else "Kerja sama"}
    return pd.DataFrame(kepala | {judul: isi(rows) for judul, isi in kolom.items()}, index=None)


def show_table(isi: pd.DataFrame, kunci: str, config: dict[str, Any], on_select: Any) -> Any:
    """Show a table from which one row can be picked, with its number of rows told."""
    return st.dataframe(
        isi,
        hide_index=True,
        key=kunci,
        on_select=on_select,
        selection_mode="single-row",
        column_config=config,
        height=min(TINGGI_BARIS * (len(isi) + 1) + 3, TINGGI_TABEL),
        placeholder=KOSONG,
    )


def place_column(konteks: Konteks) -> Callable[[pd.DataFrame], list[str]]:
    """Return the function that writes the places of rows."""
    return lambda rows: [place_text(konteks, b) for b in rows[["kode_desa", "kode_kecamatan"]].itertuples()]


def _potensi_columns(
    konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa
) -> dict[str, Callable[[pd.DataFrame], Any]]:
    """Return the columns of potensi; the columns that a figure is about come first."""
    label = konteks.kamus.label
    kolom: dict[str, Callable[[pd.DataFrame], Any]] = {"Nama": lambda r: r["nama"].to_numpy()}
    if periksa in (p.BELUM_TERGARAP, p.POTENSI_LUAR_URUSAN):
        kolom["Urusan"] = _urusan_column(konteks)
    if periksa == p.BELUM_TERGARAP:
        seurusan = count_seurusan(keselarasan.milik.indeks)
        kolom["Seurusan di tempat lain"] = lambda r: [seurusan.get(k, 0) for k in r["kode_urusan"]]
    kolom |= {
        "Tempat": place_column(konteks),
        "Sektor": lambda r: r["sektor"].map(label["sektor"]).to_numpy(),
        "Angka": lambda r: r["nilai"].to_numpy(),
        "Satuan": lambda r: r["satuan"].to_numpy(),
        "Tahun": lambda r: r["tahun"].to_numpy(),
        "Relevansi IKN": lambda r: r["skor"].round(0).to_numpy(),
    }
    return kolom | _tail(konteks, keselarasan)


def _kerja_sama_columns(
    konteks: Konteks, keselarasan: Keselarasan, periksa: Periksa
) -> dict[str, Callable[[pd.DataFrame], Any]]:
    """Return the columns of cooperations; the columns that a figure is about come first."""
    kolom: dict[str, Callable[[pd.DataFrame], Any]] = {
        "Nama": lambda r: r["judul"].to_numpy(),
        "Status": lambda r: r["status"].to_numpy(),
    }
    if periksa == p.LUAR_URUSAN:
        kolom["Urusan"] = _urusan_column(konteks)
    if periksa == p.TANPA_RENCANA:
        kolom["Calon rujukan"] = lambda r: plan_candidates(konteks, r)
    kolom |= {
        "Mitra": lambda r: r["mitra"].to_numpy(),
        "Jenis dokumen": lambda r: r["jenis_dokumen"].to_numpy(),
        "Tanda tangan": lambda r: [
            format_ttd(hari, presisi) if is_known(hari) else None
            for hari, presisi in zip(r["tanggal_ttd"], r["presisi_ttd"], strict=True)
        ],
        "Berakhir": lambda r: [format_tanggal(hari) if is_known(hari) else None for hari in r["tanggal_berakhir"]],
        "Tempat": place_column(konteks),
    }
    if periksa == p.OPD_DIDUGA:
        kolom["Dasar OPD"] = lambda r: r["dasar_opd"].to_numpy()
    return kolom | _tail(konteks, keselarasan)


def _tail(konteks: Konteks, keselarasan: Keselarasan) -> dict[str, Callable[[pd.DataFrame], Any]]:
    """Return the columns that both kinds of rows end with; an office's rows name their agency."""
    kolom: dict[str, Callable[[pd.DataFrame], Any]] = {}
    if keselarasan.basis != PENGAMPU:
        kolom["OPD"] = lambda r: r["opd"].map(konteks.kamus.label["opd"]).to_numpy()
    return kolom | {
        "Verifikasi": lambda r: r["status_verifikasi"].to_numpy(),
        "Kelas sumber": lambda r: r["kelas_sumber"].to_numpy(),
        "Sumber": lambda r: [next((s for s in d if s.startswith(("http://", "https://"))), None) for d in r["sumber"]],
    }


def plan_candidates(konteks: Konteks, rows: pd.DataFrame) -> list[str | None]:
    """Return, for each cooperation, the plan lines of its urusan that fit best; None without any."""
    tahun = konteks.tanggal.year
    hasil: list[str | None] = []
    for kode, sektor in zip(rows["kode_urusan"], rows["sektor"], strict=True):
        hasil.append(propose_rencana(kode if is_known(kode) else None, konteks.himpunan, tahun, sektor))
    return hasil


def _urusan_column(konteks: Konteks) -> Callable[[pd.DataFrame], list[str | None]]:
    nama = konteks.himpunan.urusan["nama"].to_dict()
    return lambda r: [f"{k} {nama.get(k, '')}".strip() if is_known(k) else None for k in r["kode_urusan"]]


def _rows_text(semua: int, tampil: int, *, buka: bool = True) -> str:
    """Return how to read the table, and how many of its rows are shown when not all are."""
    jumlah = ""
    if semua > tampil:
        jumlah = f"Tampil {format_angka(tampil, 0)} dari {format_angka(semua, 0)} baris; persempit saringan untuk melihat sisanya. "
    cara = "Centang kotak di kiri baris untuk membuka kartunya. " if buka else ""
    return f"{jumlah}{cara}Tanda {KOSONG} berarti belum diketahui."


def _config(isi: pd.DataFrame) -> dict[str, Any]:
    kolom = st.column_config
    config: dict[str, Any] = {
        "Kode": kolom.TextColumn(width=70, pinned=True),
        "Nama": kolom.TextColumn(width=330, pinned=False),
        "Calon rujukan": kolom.TextColumn(width=360, help="Butir RPJMD dengan urusan yang sama: usulan."),
        "Seurusan di tempat lain": kolom.NumberColumn(
            help="Kerja sama dengan urusan yang sama yang tidak tercatat berakhir, di kecamatan lain atau tingkat kabupaten."
        ),
        KOLOM_KURANG: kolom.TextColumn(width=280),
        "Tanda tangan": kolom.TextColumn(help="Tanda ≤ berarti paling lambat: hari pastinya belum diketahui."),
        "Tempat": kolom.TextColumn(width=230),
        "Angka": kolom.NumberColumn(format="localized"),
        "Tahun": kolom.NumberColumn(format="%d"),
        "Relevansi IKN": kolom.NumberColumn(help="Skor 0–100; usulan rubrik, sebagian indikatif."),
        "Sumber": kolom.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
    }
    if "Jenis" in isi and isi["Jenis"].nunique() < 2:
        config["Jenis"] = None
    return config


def _card(konteks: Konteks, keselarasan: Keselarasan, kode: str) -> None:
    """Show the picked row in full; a cooperation also with its reasons and the way to its whole card."""
    potensi, kerja_sama = keselarasan.milik.potensi, keselarasan.milik.kerja_sama
    if kode in potensi.index:
        st.html(potensi_card(konteks, next(potensi.loc[[kode]].itertuples())))
        return
    if kode not in kerja_sama.index:
        return
    st.html(kerja_sama_card(konteks, next(kerja_sama.loc[[kode]].itertuples())))
    agenda = keselarasan.evaluasi.agenda(pd.Index([kode]))
    for aturan, alasan, tindakan in zip(agenda["aturan"], agenda["alasan"], agenda["tindakan"], strict=True):
        st.text(f"{aturan}: {alasan} {tindakan}")
    st.page_link(
        "pages/kerja_sama.py",
        label=f"Buka kartu lengkap {kode} di halaman Kerja Sama",
        icon=":material/handshake:",
        query_params={KUNCI_KARTU: kode, "tanggal": konteks.tanggal.isoformat()},
    )
