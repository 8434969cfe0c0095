"""Candidates for cooperation between desa: all of them listed, one drawn and explained."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import pandas as pd
import streamlit as st

from kukar_potensi.ekspor.lembar_isi import format_ukuran
from kukar_potensi.model.isi_wilayah import IsiWilayah, groups_of
from kukar_potensi.model.kamus import unique_labels
from kukar_potensi.model.kelompok_desa import (
    BATAS_BERSAMA_MINIMUM_KM,
    Kelompok,
    explain_kelompok,
    join_names,
    select_kelompok,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, is_known
from kukar_potensi.tampilan.bagian import place_text
from kukar_potensi.tampilan.halaman_wilayah.gambar import show_kelompok
from kukar_potensi.tampilan.konteks import Konteks

KUNCI_KELOMPOK = "kelompok"
KUNCI_TABEL = "tabel_kelompok"
TINGGI_TABEL = 318
BANYAK_DISEBUT = 30
BANYAK_BARIS = 200


def show_calon(konteks: Konteks, isi: IsiWilayah | None) -> None:
    """Show the candidate groups of the view, those that touch the chosen area first.

    With an area the first of them is drawn at once; without one a group is drawn when somebody chooses it, so that
    everybody who has yet to choose an area gets a list and no picture that nobody asked for.
    """
    menyentuh, lain = _ordered(konteks.tampak, isi)
    semua = [*menyentuh, *lain]
    st.caption(
        "Desa yang berbatasan dan mencatat potensi pada sektor yang sama, terbanyak lebih dulu. Ini bahan percakapan, bukan temuan: "
        f"data belum diverifikasi, dan batas bersama yang lebih pendek dari {format_angka(BATAS_BERSAMA_MINIMUM_KM)} km tidak dihitung."
    )
    if not semua:
        st.info("Belum ada desa bertetangga yang mencatat potensi sektor yang sama pada saringan ini.")
        return
    label = _labels(konteks, semua)
    if st.session_state.get(KUNCI_KELOMPOK) not in label:
        st.session_state.pop(KUNCI_KELOMPOK, None)
    pilihan = st.selectbox(
        "Kelompok yang digambar",
        list(label),
        index=None if isi is None else 0,
        placeholder="Pilih sebuah kelompok untuk menggambarnya",
        format_func=lambda kode: label.get(kode, kode),
        key=KUNCI_KELOMPOK,
        help=None if isi is None else "Kelompok yang menyentuh wilayah pilihan Anda ada di urutan teratas.",
    )
    for kelompok in semua:
        if kelompok.kode == pilihan:
            _show_one(konteks, kelompok, isi)
    _show_table(konteks, semua, len(menyentuh) if isi else None)


def _ordered(tampak: Tampak, isi: IsiWilayah | None) -> tuple[list[Kelompok], list[Kelompok]]:
    if isi is None:
        return list(groups_of(tampak)), []
    return select_kelompok(groups_of(tampak), isi.kode)


def _labels(konteks: Konteks, semua: list[Kelompok]) -> dict[str, str]:
    """Return code -> label: sector, size and where; every label different."""
    nama = konteks.himpunan.kecamatan["nama"]
    sektor = konteks.kamus.label["sektor"]
    pasangan = []
    for satu in semua:
        di_mana = join_names([str(nama.get(kode, kode)) for kode in satu.kecamatan], 3)
        ukuran = f"{len(satu.desa)} {_kind(satu)}"
        pasangan.append((satu.kode, f"{sektor.get(satu.sektor, satu.sektor)}: {ukuran}, {di_mana}"))
    return unique_labels(pasangan)


def _kind(kelompok: Kelompok) -> str:
    return "desa/kelurahan" if kelompok.kelurahan else "desa"


def _show_one(konteks: Konteks, kelompok: Kelompok, isi: IsiWilayah | None) -> None:
    """Show one group: picture, reason, members, and the rows behind it."""
    himpunan, kamus = konteks.himpunan, konteks.kamus
    kiri, kanan = st.columns([1.25, 1], gap="medium")
    with kiri:
        pilih = isi.kode if isi is not None and kelompok.touches(isi.kode) else ""
        show_kelompok(himpunan, kelompok, pilih)
    with kanan:
        sektor = kamus.label_of("sektor", kelompok.sektor)
        alasan = explain_kelompok(kelompok, sektor, kamus.label["kecamatan"])
        bagian = [f'<p class="kp-anggota"><b>Mengapa:</b> {escape(alasan)}</p>']
        if isi is not None and kelompok.touches(isi.kode):
            sisi = [str(himpunan.desa.at[kode, "nama"]) for kode in kelompok.beside(isi.kode)]
            kata = "Di dalam" if isi.is_kecamatan else "Berbatasan langsung dengan"
            daftar = escape(join_names(sisi, BANYAK_DISEBUT))
            bagian.append(f'<p class="kp-anggota"><b>{kata} {escape(isi.nama)}:</b> {daftar}</p>')
        bagian += [
            f'<p class="kp-anggota"><b>{escape(judul)}:</b> {escape(isi_teks)}</p>'
            for judul, isi_teks in _members(konteks, kelompok)
        ]
        st.html("".join(bagian))
    tabel = _rows(konteks, kelompok)
    st.markdown(f"##### {len(kelompok.potensi)} potensi di baliknya")
    st.dataframe(
        tabel,
        hide_index=True,
        height=min(TINGGI_TABEL, 35 * (len(tabel) + 1) + 3),
        column_config={
            "Tempat": st.column_config.TextColumn(width="medium"),
            "Sumber": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
        },
    )
    if len(kelompok.potensi) > len(tabel):
        st.caption(
            f"Tampil {len(tabel)} dari {format_angka(len(kelompok.potensi))}; persempit saringan untuk melihat sisanya."
        )


def _members(konteks: Konteks, kelompok: Kelompok) -> list[tuple[str, str]]:
    """Return kecamatan -> its members in the group, in words."""
    himpunan = konteks.himpunan
    hasil = []
    for kecamatan in kelompok.kecamatan:
        anggota = [
            f"{'Kel. ' if himpunan.desa.at[kode, 'jenis'] == 'kelurahan' else ''}{himpunan.desa.at[kode, 'nama']}"
            for kode in kelompok.desa
            if kode.startswith(f"{kecamatan}.")
        ]
        hasil.append((f"Kec. {konteks.kamus.label_of('kecamatan', kecamatan)}", join_names(anggota, BANYAK_DISEBUT)))
    return hasil


def _rows(konteks: Konteks, kelompok: Kelompok) -> pd.DataFrame:
    """Return the potensi behind a group as a small table, at most `BANYAK_BARIS` rows."""
    tabel = konteks.tampak.potensi.loc[list(kelompok.potensi[:BANYAK_BARIS])]
    return pd.DataFrame(
        {
            "Potensi": tabel["nama"].to_numpy(),
            "Tempat": [place_text(konteks, baris) for baris in tabel[["kode_desa", "kode_kecamatan"]].itertuples()],
            "Angka": [
                format_ukuran(nilai, satuan if is_known(satuan) else "") if is_known(nilai) else BELUM_DIKETAHUI
                for nilai, satuan in zip(tabel["nilai"], tabel["satuan"], strict=True)
            ],
            "Tahun data": tabel["tahun_data"].fillna(BELUM_DIKETAHUI).to_numpy(),
            "Sumber": [next((s for s in daftar if s.startswith("http")), None) for daftar in tabel["sumber"]],
            "Kode": tabel.index.to_numpy(),
        }
    )


@lru_cache(maxsize=64)
def _table(tampak: Tampak, urutan: tuple[str, ...], menyentuh: int | None) -> pd.DataFrame:
    """Return all groups as a table in the given order; the first `menyentuh` touch the chosen area."""
    semua = {kelompok.kode: kelompok for kelompok in groups_of(tampak)}
    kamus = tampak.indeks.kamus
    baris = []
    for nomor, kode in enumerate(urutan):
        satu = semua[kode]
        nama = [kamus.label_of("kecamatan", kecamatan) for kecamatan in satu.kecamatan]
        isi = {
            "Sektor": kamus.label_of("sektor", satu.sektor),
            "Desa": len(satu.desa) - satu.kelurahan,
            "Kelurahan": satu.kelurahan,
            "Potensi": len(satu.potensi),
            "Kecamatan": ", ".join(nama),
            "Lintas kecamatan": "ya" if satu.is_lintas_kecamatan else "tidak",
        }
        if menyentuh is not None:
            isi = {"Menyentuh wilayah ini": "ya" if nomor < menyentuh else "tidak", **isi}
        baris.append(isi)
    return pd.DataFrame(baris)


def _show_table(konteks: Konteks, semua: list[Kelompok], menyentuh: int | None) -> None:
    kode = [kelompok.kode for kelompok in semua]
    tabel = _table(konteks.tampak, tuple(kode), menyentuh)
    st.markdown(f"##### Semua kelompok ({len(semua)})")
    st.dataframe(
        tabel,
        hide_index=True,
        height=min(TINGGI_TABEL, 35 * (len(tabel) + 1) + 3),
        key=KUNCI_TABEL,
        on_select=lambda: _pick(kode),
        selection_mode="single-row",
    )
    st.caption("Centang kotak di kiri baris untuk menggambar kelompoknya. Kelurahan ikut lewat kecamatan dan OPD.")


def _pick(kode: list[str]) -> None:
    baris = st.session_state[KUNCI_TABEL].selection.rows
    if baris and baris[0] < len(kode):
        st.session_state[KUNCI_KELOMPOK] = kode[baris[0]]
