"""The transport view: rows of perhubungan and roads, kecamatan without any, connections on record."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from kukar_potensi.model.kriteria_wilayah import area_sambungan
from kukar_potensi.model.rubrik import BELUM_DINILAI
from kukar_potensi.model.tempat import Topeng
from kukar_potensi.model.transportasi import (
    connection_table,
    list_sambungan,
    transport_by_kecamatan,
    transport_masks,
)
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka
from kukar_potensi.tampilan.bagian import kerja_sama_card, potensi_card, show_cards, show_figures
from kukar_potensi.tampilan.peluang.keadaan import Peluang

BAGIAN = ("Sambungan per kecamatan", "Setiap sambungan dan sumbernya", "Potensi dan kerja sama")
JUDUL_MODA = {
    "tol": "Tol",
    "jalan": "Jalan",
    "sungai": "Sungai",
    "pelabuhan": "Pelabuhan",
    "dermaga": "Dermaga",
    "penyeberangan": "Penyeberangan",
    "bandara": "Bandara",
    "jembatan": "Jembatan",
    "lainnya": "Lainnya",
}
ATURAN_C = (
    "Kriteria C membaca tabel ini: 4 bila tol, jalan nasional, atau pelabuhan beroperasi di kecamatan yang beririsan dengan delineasi "
    "atau paling jauh 60 km dari KIPP; 3 bila ada jalan yang diketahui beroperasi; 2 bila jalan atau jembatan tercatat tetapi keadaannya belum "
    "diketahui; 1 bila hanya angkutan air. Rencana dan pembangunan belum dihitung; tanpa catatan lain C belum dinilai."
)


def chosen(peluang: Peluang) -> tuple[Topeng, Topeng]:
    """Return which potensi and kerja sama of the view concern transport."""
    potensi, kerja_sama = transport_masks(peluang.konteks.himpunan)
    return potensi & peluang.tampak.mask_potensi, kerja_sama & peluang.tampak.mask_kerja_sama


def figures(peluang: Peluang, tabel: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return the figures above the view: (value, label, note)."""
    potensi, kerja_sama = chosen(peluang)
    tanpa = (tabel["potensi"] == 0) & (tabel["kerja_sama"] == 0)
    return [
        (format_angka(int(potensi.sum())), "Potensi transportasi", "urusan perhubungan dan jalan"),
        (format_angka(int(kerja_sama.sum())), "Kerja sama transportasi", "pada saringan ini"),
        (format_angka(int(tanpa.sum())), "Kecamatan tanpa keduanya", f"dari {format_angka(len(tabel))} kecamatan"),
        (format_angka(int(tabel["sambungan"].sum())), "Sambungan tercatat", "tidak terpengaruh saringan"),
    ]


def _by_kecamatan(peluang: Peluang, tabel: pd.DataFrame) -> None:
    himpunan = peluang.konteks.himpunan
    nilai = area_sambungan(himpunan)
    isi = pd.DataFrame({"Kecamatan": himpunan.kecamatan["nama"].to_numpy()}, index=tabel.index)
    isi["Potensi"], isi["Kerja sama"] = tabel["potensi"], tabel["kerja_sama"]
    isi["Nilai C"] = [nilai[str(kode)].nilai for kode in tabel.index]
    moda = connection_table(himpunan)
    for kolom in moda.columns:
        isi[JUDUL_MODA.get(kolom, kolom)] = moda[kolom]
    isi["Alasan nilai C"] = [nilai[str(kode)].alasan for kode in tabel.index]
    st.dataframe(
        isi,
        hide_index=True,
        height=35 * (len(isi) + 1) + 3,
        placeholder=BELUM_DINILAI,
        column_config={
            "Kecamatan": st.column_config.TextColumn(pinned=True, width=150),
            "Nilai C": st.column_config.NumberColumn(format="%d", help=ATURAN_C),
        },
        alt="Sambungan tercatat tiap kecamatan menurut moda",
    )
    st.caption(f"“{BELUM_DIKETAHUI.capitalize()}” berarti belum ada yang tercatat, bukan tidak ada. {ATURAN_C}")


def _each(peluang: Peluang) -> None:
    nama = peluang.konteks.himpunan.kecamatan["nama"]
    isi = pd.DataFrame(
        [
            {
                "Kecamatan": nama.get(satu.kode_kecamatan, satu.kode_kecamatan),
                "Moda": satu.jenis,
                "Nama": satu.nama,
                "Keterangan": satu.keterangan,
                "Status": satu.status,
                "Tahun": satu.tahun or BELUM_DIKETAHUI,
                "Sumber": next((alamat for alamat in satu.sumber if alamat.startswith(("http://", "https://"))), None),
            }
            for satu in list_sambungan(peluang.konteks.himpunan)
        ],
        columns=["Kecamatan", "Moda", "Nama", "Keterangan", "Status", "Tahun", "Sumber"],
    )
    st.dataframe(
        isi,
        hide_index=True,
        column_config={
            "Nama": st.column_config.TextColumn(width="medium"),
            "Keterangan": st.column_config.TextColumn(width="large"),
            "Sumber": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
        },
        placeholder=BELUM_DIKETAHUI,
        alt="Setiap sambungan yang tercatat dengan sumbernya",
    )
    st.caption("Belum diverifikasi OPD. Status jalan sering tidak disebut sumbernya.")


def _rows(peluang: Peluang) -> None:
    konteks, indeks = peluang.konteks, peluang.indeks
    pilih_potensi, pilih_kerja_sama = chosen(peluang)
    potensi = indeks.potensi[pilih_potensi].sort_values("skor", ascending=False, kind="stable")
    kerja_sama = indeks.kerja_sama[pilih_kerja_sama]
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        st.markdown(f"##### {len(potensi)} potensi")
        show_cards([potensi_card(konteks, b) for b in potensi.head(31).itertuples()], "Tidak ada pada saringan ini.")
    with kanan:
        st.markdown(f"##### {len(kerja_sama)} kerja sama")
        show_cards(
            [kerja_sama_card(konteks, b) for b in kerja_sama.head(31).itertuples()], "Tidak ada pada saringan ini."
        )


def show_transportasi(peluang: Peluang) -> None:
    """Show the transport view: figures, the kecamatan without any, and one of three parts."""
    tabel = transport_by_kecamatan(peluang.tampak)
    show_figures(figures(peluang, tabel))
    nama = peluang.konteks.himpunan.kecamatan["nama"]
    tanpa = tabel.index[(tabel["potensi"] == 0) & (tabel["kerja_sama"] == 0)]
    if len(tanpa):
        daftar = ", ".join(str(nama[kode]) for kode in tanpa)
        st.text(f"Belum ada potensi maupun kerja sama transportasi tercatat pada saringan ini di: {daftar}.")
    bagian = st.segmented_control(
        "Lihat",
        BAGIAN,
        default=BAGIAN[0],
        required=True,
        key="isi_transportasi",
        bind="query-params",
        label_visibility="collapsed",
    )
    if bagian == BAGIAN[1]:
        _each(peluang)
    elif bagian == BAGIAN[2]:
        _rows(peluang)
    else:
        _by_kecamatan(peluang, tabel)
