"""Completeness: recorded against known totals, desa without a record, and what would lift it most."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.kelengkapan import (
    KERJA_SAMA,
    POTENSI,
    SEBUTAN,
    Pengungkit,
    count_cakupan,
    list_desa_kosong,
    list_kosong,
    list_unsur,
    rank_pengungkit,
    share_kecamatan,
    share_sektor,
    share_semua,
    share_unsur,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.angka import format_angka, format_persen
from kukar_potensi.tampilan.halaman_data.batang import Batang, show_batang
from kukar_potensi.tampilan.halaman_data.bekal_templat import MIME_XLSX, build_isian
from kukar_potensi.tampilan.halaman_data.peta_data import paint_kosong, show_peta
from kukar_potensi.tampilan.konteks import Konteks

PENGUNGKIT_DISEBUT = 5
TINGGI_BARIS = 35
BARIS_TEMPLAT = 2_000
"""Rows to complete in one template."""
TABEL = {"Potensi": POTENSI, "Kerja sama": KERJA_SAMA}
MENURUT = {"Sektor": share_sektor, "Kecamatan": share_kecamatan}
KOLOM_TEMPLAT = {"desa": "kode_desa", "verifikasi": "status_verifikasi"}
"""Elements whose column in the template bears another name."""


def show_kelengkapan(konteks: Konteks) -> None:
    """Show the whole part for the rows of the filter."""
    tampak = konteks.tampak
    st.markdown("##### Yang tercatat dari yang diketahui")
    show_batang(Batang(c.label, c.tercatat, c.diketahui, c.keterangan) for c in count_cakupan(tampak))
    kiri, kanan = st.columns([2, 1], gap="medium")
    with kiri:
        lukisan = paint_kosong(tampak, gelap=st.context.theme.type == "dark")
        show_peta(konteks, lukisan, "peta_kelengkapan")
    with kanan:
        _show_desa_kosong(tampak)
    _show_pengungkit(konteks)
    _show_isian(konteks)


def _show_desa_kosong(tampak: Tampak) -> None:
    kosong = list_desa_kosong(tampak)
    st.markdown(f"##### {len(kosong)} desa/kelurahan belum punya catatan apa pun")
    if kosong.empty:
        st.caption("Setiap desa dan kelurahan pada saringan ini disebut sedikitnya oleh satu baris.")
        return
    st.dataframe(
        pd.DataFrame(
            {
                "Desa/kelurahan": kosong["nama"].to_numpy(),
                "Kecamatan": kosong["nama_kecamatan"].to_numpy(),
                "Kode": kosong.index.to_numpy(),
            }
        ),
        hide_index=True,
        key="tabel_desa_kosong",
        height=min(TINGGI_BARIS * (len(kosong) + 1) + 3, 470),
    )
    st.caption("Belum tercatat bukan berarti tidak ada potensi.")


def _show_pengungkit(konteks: Konteks) -> None:
    """Show what would lift completeness most, and the rows to fill as a template."""
    daftar = rank_pengungkit(konteks.tampak)
    if not daftar:
        return
    semua = share_semua(konteks.tampak)
    st.markdown("##### Yang paling menaikkan kelengkapan")
    butir = "".join(
        f"<li>{escape(satu.kalimat[0].upper() + satu.kalimat[1:])}: <b>+{format_angka(satu.naik_poin, 1)}</b> poin</li>"
        for satu in daftar[:PENGUNGKIT_DISEBUT]
    )
    st.html(f'<ol class="kp-ungkit">{butir}</ol>')
    st.caption(
        f"Kini {format_persen(semua, 1)} dari seluruh isian di bawah ini terisi. Poin: kenaikan persentase itu bila "
        "semua barisnya dilengkapi."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = {f"{satu.tabel}/{satu.unsur}": _label(satu) for satu in daftar}
        pilihan = st.selectbox(
            "Baris yang hendak dilengkapi",
            list(label),
            format_func=lambda kunci: label.get(kunci, ""),
            key="lengkapi",
            width=420,
        )
        # The labels count rows, so a filter changes them; a choice under its old label begins anew.
        kunci = pilihan if pilihan in label else next(iter(label))
        terpilih = next(satu for satu in daftar if f"{satu.tabel}/{satu.unsur}" == kunci)
        jumlah = min(terpilih.kosong, BARIS_TEMPLAT)
        st.download_button(
            f"Unduh templat berisi {format_angka(jumlah)} baris {'itu' if jumlah == terpilih.kosong else 'pertama'}",
            data=lambda: _write_isian(konteks, terpilih),
            file_name=f"lengkapi-{terpilih.tabel.replace('_', '-')}-{terpilih.unsur.replace('_', '-')}.xlsx",
            mime=MIME_XLSX,
            icon=":material/download:",
            on_click="ignore",
            key="unduh_lengkapi",
        )


def _label(satu: Pengungkit) -> str:
    return f"{satu.kalimat[0].upper()}{satu.kalimat[1:]}"


def _write_isian(konteks: Konteks, satu: Pengungkit) -> bytes:
    rows = list_kosong(konteks.tampak, satu.tabel, satu.unsur).head(BARIS_TEMPLAT)
    return build_isian(konteks.himpunan, {satu.tabel: rows}, KOLOM_TEMPLAT.get(satu.unsur, satu.unsur))


def _show_isian(konteks: Konteks) -> None:
    """Show the share of rows with each element, then by sector or kecamatan."""
    tampak = konteks.tampak
    st.markdown("##### Bagian baris yang berisi")
    for lajur, (judul, tabel) in zip(st.columns(2, gap="medium"), TABEL.items(), strict=True):
        with lajur:
            st.markdown(f"###### {judul}")
            show_batang(
                Batang(s.unsur.label, s.terisi, s.jumlah) for s in share_unsur(tampak) if s.unsur.tabel == tabel
            )
    st.caption(
        "Kerja sama tingkat kabupaten memang dapat tanpa desa. Tanggal yang sebagian (tahun saja) ikut dihitung."
    )
    with st.container(horizontal=True):
        judul = st.segmented_control("Tabel", list(TABEL), default="Potensi", required=True, key="tabel_isian")
        menurut = st.segmented_control("Menurut", list(MENURUT), default="Sektor", required=True, key="pengelompok")
    isi = _isian_table(tampak, konteks.bekal.himpunan.versi, judul or "Potensi", menurut or "Sektor")
    if isi.empty:
        st.caption("Tidak ada baris pada saringan ini.")
        return
    kolom: dict[str, Any] = {
        unsur.label: st.column_config.ProgressColumn(format="%d%%", min_value=0, max_value=100)
        for unsur in list_unsur(TABEL[judul or "Potensi"])
    }
    st.dataframe(
        isi, hide_index=True, column_config=kolom, key="tabel_kelengkapan", height=TINGGI_BARIS * (len(isi) + 1) + 3
    )
    if menurut == "Kecamatan":
        st.caption(
            "Satu baris dihitung di setiap kecamatan tempatnya berada, jadi jumlah antarkecamatan dapat melebihi totalnya. "
            "Baris tingkat kabupaten tidak masuk kecamatan mana pun."
        )


@lru_cache(maxsize=64)
def _isian_table(tampak: Tampak, _versi: str, judul: str, menurut: str) -> pd.DataFrame:
    """Return the shares as a table: name, rows, one share (percent) an element; only groups with rows."""
    himpunan = tampak.indeks.himpunan
    hitung = MENURUT[menurut](tampak, TABEL[judul])
    hitung = hitung[hitung["jumlah"] > 0]
    nama = himpunan.sektor["nama"] if menurut == "Sektor" else himpunan.kecamatan["nama"]
    isi = pd.DataFrame(
        {
            menurut: nama.reindex(hitung.index).to_numpy(),
            SEBUTAN[TABEL[judul]].capitalize(): hitung["jumlah"].to_numpy(),
        }
    )
    for unsur in list_unsur(TABEL[judul]):
        isi[unsur.label] = (100 * hitung[unsur.kunci] / hitung["jumlah"]).round().to_numpy()
    return isi
