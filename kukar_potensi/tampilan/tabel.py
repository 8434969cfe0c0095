"""Tables below the map: areas, potensi, kerja sama, and what lies at regency level only."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.bagian import kerja_sama_card, place_text, potensi_card, show_cards
from kukar_potensi.tampilan.konteks import Konteks

PILIHAN = ("Wilayah", "Potensi", "Kerja sama", "Tingkat kabupaten")
TINGGI_BARIS = 35


def _chooser(kunci: str, kode: list[str]) -> Callable[[], None]:
    """Return the callback that chooses the area of the row picked in a table."""

    def pick() -> None:
        baris = st.session_state[kunci].selection.rows
        if baris and baris[0] < len(kode) and kode[baris[0]]:
            wilayah.choose(kode[baris[0]])

    return pick


def _first_place(baris: Any) -> str:
    if baris.kode_desa:
        return str(baris.kode_desa[0])
    return str(baris.kode_kecamatan[0]) if baris.kode_kecamatan else ""


def _show(isi: pd.DataFrame | pa.Table, kode: list[str], kunci: str, kolom: dict[str, Any]) -> None:
    if not len(isi):
        st.caption("Tidak ada baris pada saringan ini.")
        return
    st.dataframe(
        isi,
        hide_index=True,
        column_config=kolom,
        on_select=_chooser(kunci, kode),
        selection_mode="single-row",
        key=kunci,
        height=min(TINGGI_BARIS * (len(isi) + 1) + 3, 420),
    )
    st.caption("Klik judul kolom untuk mengurutkan. Pilih kotak di kiri baris untuk membukanya di peta.")


@lru_cache(maxsize=8)
def _area_columns(himpunan: Himpunan, desa: bool) -> dict[str, Any]:
    """Columns of the table of areas that no filter changes, ready for the browser."""
    bingkai = himpunan.desa if desa else himpunan.kecamatan
    isi = {"Nama": pa.array(bingkai["nama"].to_list())}
    if desa:
        isi["Kecamatan"] = pa.array(bingkai["nama_kecamatan"].to_list())
    isi["Jarak KIPP (km)"] = pa.array(bingkai["jarak_kipp_km"].round(0), from_pandas=True)
    isi["Irisan IKN (%)"] = pa.array(bingkai["irisan_ikn_persen"].round(1), from_pandas=True)
    return isi


def _areas(konteks: Konteks) -> None:
    desa = st.session_state.get("tingkat") == "desa"
    himpunan, tampak = konteks.himpunan, konteks.tampak
    cacah = tampak.cacah_desa if desa else tampak.cacah_kecamatan
    tetap = _area_columns(himpunan, desa)
    hitung = {
        "Potensi": pa.array(cacah.potensi),
        "Kerja sama": pa.array(cacah.kerja_sama),
        "Rata-rata relevansi": pa.array(cacah.relevansi.round(0), from_pandas=True),
    }
    urutan = [*list(tetap)[:-2], *hitung, *list(tetap)[-2:]]
    tabel = pa.table({nama: tetap.get(nama, hitung.get(nama)) for nama in urutan})
    terpilih = np.flatnonzero(cacah.terpilih)
    _show(
        tabel if len(terpilih) == len(tabel) else tabel.take(terpilih),
        [str(kode) for kode in (himpunan.desa if desa else himpunan.kecamatan).index[terpilih]],
        f"tabel_wilayah_{'desa' if desa else 'kecamatan'}",
        {"Irisan IKN (%)": st.column_config.NumberColumn(format="localized")},
    )
    st.caption(
        "Satu baris data dihitung di setiap wilayah tempatnya berada, jadi jumlah antarwilayah dapat melebihi totalnya."
    )


def _link_column() -> Any:
    return st.column_config.LinkColumn("Sumber", display_text=r"https?://(?:www\.)?([^/]+)")


def _first_link(sumber: pd.Series) -> list[str | None]:
    return [next((s for s in daftar if s.startswith(("http://", "https://"))), None) for daftar in sumber]


def _potensi(konteks: Konteks) -> None:
    tabel = konteks.tampak.potensi
    isi = pd.DataFrame(
        {
            "Potensi": tabel["nama"].to_numpy(),
            "Sektor": tabel["sektor"].map(konteks.kamus.label["sektor"]).to_numpy(),
            "Tempat": [place_text(konteks, b) for b in tabel[["kode_desa", "kode_kecamatan"]].itertuples()],
            "Angka": tabel["nilai"].to_numpy(),
            "Satuan": tabel["satuan"].to_numpy(),
            "Tahun": tabel["tahun"].to_numpy(),
            "Relevansi": tabel["skor"].round(0).to_numpy(),
            "Kelas": tabel["kelas"].to_numpy(),
            "OPD": tabel["opd"].map(konteks.kamus.label["opd"]).to_numpy(),
            "Sumber": _first_link(tabel["sumber"]),
            "Kelas sumber": tabel["kelas_sumber"].to_numpy(),
            "Verifikasi": tabel["status_verifikasi"].to_numpy(),
        }
    )
    _show(
        isi,
        [_first_place(b) for b in tabel.itertuples()],
        "tabel_potensi",
        {
            "Sumber": _link_column(),
            "Angka": st.column_config.NumberColumn(format="localized"),
            "Tahun": st.column_config.NumberColumn(format="%d"),
        },
    )


def _kerja_sama(konteks: Konteks) -> None:
    tabel = konteks.tampak.kerja_sama
    isi = pd.DataFrame(
        {
            "Kerja sama": tabel["judul"].to_numpy(),
            "Mitra": tabel["mitra"].to_numpy(),
            "Status": tabel["status"].to_numpy(),
            "Jenis dokumen": tabel["jenis_dokumen"].to_numpy(),
            "Tanda tangan": tabel["tanggal_ttd"].to_numpy(),
            "Berakhir": tabel["tanggal_berakhir"].to_numpy(),
            "Tempat": [place_text(konteks, b) for b in tabel[["kode_desa", "kode_kecamatan"]].itertuples()],
            "OPD": tabel["opd"].map(konteks.kamus.label["opd"]).to_numpy(),
            "Sumber": _first_link(tabel["sumber"]),
            "Termasuk 210": tabel["masuk_210"].to_numpy(),
            "Verifikasi": tabel["status_verifikasi"].to_numpy(),
        }
    )
    _show(isi, [_first_place(b) for b in tabel.itertuples()], "tabel_kerja_sama", {"Sumber": _link_column()})


def _regency(konteks: Konteks) -> None:
    potensi = konteks.tampak.potensi
    kerja_sama = konteks.tampak.kerja_sama
    potensi = potensi[potensi["tingkat"] == "kabupaten"]
    kerja_sama = kerja_sama[kerja_sama["tingkat"] == "kabupaten"]
    st.caption(
        "Baris ini berlaku untuk seluruh kabupaten atau sumbernya tidak menyebut tempat; terdaftar, tetapi tidak diwarnai di peta."
    )
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        st.markdown(f"##### {len(potensi)} potensi")
        with st.container(height=460 if len(potensi) > 2 else "content", border=False):
            show_cards([potensi_card(konteks, b) for b in potensi.itertuples()], "Tidak ada pada saringan ini.")
    with kanan:
        st.markdown(f"##### {len(kerja_sama)} kerja sama")
        with st.container(height=460 if len(kerja_sama) > 2 else "content", border=False):
            show_cards([kerja_sama_card(konteks, b) for b in kerja_sama.itertuples()], "Tidak ada pada saringan ini.")


def show_tables(konteks: Konteks) -> None:
    """Show one of the tables; only the chosen one is sent to the browser."""
    pilihan = st.segmented_control(
        "Daftar", PILIHAN, default=PILIHAN[0], required=True, key="daftar", bind="query-params"
    )
    tampilkan = {"Wilayah": _areas, "Potensi": _potensi, "Kerja sama": _kerja_sama, "Tingkat kabupaten": _regency}
    tampilkan[pilihan or PILIHAN[0]](konteks)
