"""The figures of the view and the panel of the chosen area."""

from __future__ import annotations

from html import escape
from typing import Any, Literal

import streamlit as st

from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.angka import format_angka, format_persen, is_known
from kukar_potensi.tampilan.bagian import kerja_sama_card, potensi_card, show_cards
from kukar_potensi.tampilan.konteks import Konteks

Height = int | Literal["content"]
KARTU_TERLIHAT = 3
"""Cards that a phone shows before a tap opens the rest."""


def figures(konteks: Konteks) -> list[tuple[str, str, str]]:
    """Return four figures of the current filter: (value, label, note)."""
    tampak, semua, himpunan = konteks.tampak, konteks.semua, konteks.himpunan
    mungkin = tampak.n_masuk_210_mungkin
    return [
        (format_angka(tampak.n_potensi), "Potensi tercatat", f"dari {format_angka(semua.n_potensi)} dalam data"),
        (
            format_angka(tampak.n_kerja_sama),
            "Kerja sama tercatat",
            f"menurut tanggalnya {format_angka(tampak.n_masuk_210)} termasuk 210 yang dilaporkan, {format_angka(mungkin)} mungkin",
        ),
        (
            f"{format_angka(tampak.n_desa_tercakup)} / {format_angka(len(himpunan.desa))}",
            "Desa/kelurahan tercakup",
            f"{format_angka(tampak.n_kecamatan_tercakup)} dari {format_angka(len(himpunan.kecamatan))} kecamatan",
        ),
        (
            format_angka(tampak.n_tinggi),
            "Potensi berelevansi tinggi",
            f"skor IKN 75 ke atas; {format_angka(tampak.n_tinggi_indikatif)} di antaranya indikatif",
        ),
    ]


def _facts(konteks: Konteks, kode: str) -> str:
    """Return the facts of an area as HTML, every value escaped."""
    himpunan = konteks.himpunan
    desa = kode in himpunan.desa.index
    baris: Any = (himpunan.desa if desa else himpunan.kecamatan).loc[kode]
    nama = (
        f"{'Kelurahan' if baris['jenis'] == 'kelurahan' else 'Desa'} {baris['nama']}"
        if desa
        else f"Kecamatan {baris['nama']}"
    )
    isi = [("Kode", kode)]
    if desa:
        isi.append(("Kecamatan", baris["nama_kecamatan"]))
    else:
        isi.append(("Isi", f"{baris['jumlah_desa']} desa, {baris['jumlah_kelurahan']} kelurahan"))
    isi.append(("Luas", f"{format_angka(baris['luas_km2'], 1)} km² (dihitung dari batas indikatif)"))
    irisan = float(baris["irisan_ikn_persen"])
    if irisan > 0:
        isi.append(("Di dalam delineasi IKN", f"{format_angka(irisan, 1)}% menurut garis UU 3/2022 (indikatif)"))
    else:
        isi.append(("Di dalam delineasi IKN", "tidak beririsan menurut garis UU 3/2022 (indikatif)"))
    isi.append(("Jarak ke KIPP", f"{format_angka(baris['jarak_kipp_km'], 0)} km garis lurus"))
    indeks = konteks.semua.indeks
    baris_relevansi: Any = (indeks.skor_desa if desa else indeks.skor_kecamatan).loc[kode]
    if is_known(baris_relevansi["skor"]):
        tanda = "indikatif, " if baris_relevansi["indikatif"] else ""
        nilai = f"{format_angka(baris_relevansi['skor'], 1)} · {baris_relevansi['kelas']} ({tanda}{format_persen(float(baris_relevansi['kelengkapan']))} bobot dinilai)"
        isi.append(("Relevansi IKN wilayah", nilai))
    daftar = "".join(f"<dt>{escape(k)}</dt><dd>{escape(str(v))}</dd>" for k, v in isi)
    return f'<section class="kp-wilayah"><h3>{escape(nama)}</h3><dl>{daftar}</dl></section>'


def show_headline(konteks: Konteks) -> None:
    """Say above all else what the chosen area holds, with a jump to it: on a phone the list lies far below."""
    kode = wilayah.chosen(konteks.himpunan)
    if not kode:
        return
    potensi, kerja_sama = (
        wilayah.rows_in(konteks.tampak.potensi, kode),
        wilayah.rows_in(konteks.tampak.kerja_sama, kode),
    )
    st.html(
        f'<p class="kp-terbuka"><b>{escape(wilayah.areas_of(konteks.himpunan)[kode])}</b>: {len(potensi)} potensi, '
        f'{len(kerja_sama)} kerja sama. <a href="#isi-wilayah">Lihat isinya ↓</a></p>'
    )


def show_facts(konteks: Konteks) -> None:
    """Show the facts of the chosen area and the way back, or say how to choose one."""
    kode = wilayah.chosen(konteks.himpunan)
    if not kode:
        st.info(
            "Klik sebuah kecamatan pada peta, atau cari nama desa Anda di atas peta, untuk membuka isinya.",
            icon=":material/touch_app:",
        )
        return
    with st.container(border=True, key="fakta_wilayah"):
        st.html(_facts(konteks, kode))
        with st.container(horizontal=True):
            if len(kode) > 8:
                induk = kode[:8]
                label = f"Kec. {konteks.himpunan.kecamatan.at[induk, 'nama']}"
                st.button(
                    label, icon=":material/arrow_upward:", on_click=wilayah.choose, args=(induk,), key="ke_kecamatan"
                )
            st.page_link(
                "pages/wilayah.py",
                label="Halaman wilayah",
                icon=":material/holiday_village:",
                query_params={wilayah.KUNCI: wilayah.areas_of(konteks.himpunan)[kode]},
            )
            st.button(
                "Seluruh Kukar", icon=":material/zoom_out_map:", on_click=wilayah.choose, args=("",), key="ke_kukar"
            )


def show_rows(konteks: Konteks) -> None:
    """Show the potensi and kerja sama of the chosen area, each with its source and verification."""
    kode = wilayah.chosen(konteks.himpunan)
    if not kode:
        return
    potensi = wilayah.rows_in(konteks.tampak.potensi, kode)
    kerja_sama = wilayah.rows_in(konteks.tampak.kerja_sama, kode)
    st.html('<span id="isi-wilayah"></span>')
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        st.markdown(f"##### {len(potensi)} potensi di wilayah ini")
        with st.container(height=_height(len(potensi)), border=False, key="isi_potensi"):
            kartu = [potensi_card(konteks, b) for b in potensi.itertuples()]
            show_cards(kartu, _nothing(konteks, kode, "potensi"), terlihat=KARTU_TERLIHAT)
    with kanan:
        st.markdown(f"##### {len(kerja_sama)} kerja sama yang menyebut wilayah ini")
        with st.container(height=_height(len(kerja_sama)), border=False, key="isi_kerja_sama"):
            kartu = [kerja_sama_card(konteks, b) for b in kerja_sama.itertuples()]
            show_cards(kartu, _nothing(konteks, kode, "kerja sama"), terlihat=KARTU_TERLIHAT)


def _height(banyak: int) -> Height:
    """Return how high a list stands beside the other on a wide screen; on a phone the style lets it run free."""
    return 420 if banyak > 2 else "content"


def _nothing(konteks: Konteks, kode: str, apa: str) -> str:
    if not konteks.saringan.is_kosong:
        return f"Tidak ada {apa} di wilayah ini pada saringan sekarang."
    if len(kode) > 8 and apa == "potensi":
        n = len(wilayah.rows_in(konteks.tampak.potensi, kode[:8]))
        return f"Belum ada potensi yang tercatat untuk desa ini, bukan berarti tidak ada. Kecamatannya mencatat {n} potensi."
    return f"Belum ada {apa} yang tercatat di wilayah ini; bukan berarti tidak ada."
