"""The button "Unduh tampilan ini" of every page: the current view as XLSX, CSV, GeoJSON, and its map as PNG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from kukar_potensi.ekspor.unduh_tampak import write_csv, write_geojson, write_png, write_xlsx
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import fold_text
from kukar_potensi.peta.kelas import INDIKATOR
from kukar_potensi.peta.muatan import Tingkat, build_lukisan
from kukar_potensi.tampilan import wilayah
from kukar_potensi.tampilan.data import get_tampak
from kukar_potensi.tampilan.konteks import Konteks

KUNCI = "unduh_tampilan"
LABEL = "Unduh tampilan ini"
PANJANG_KECAMATAN = 8
CATATAN = "Semua baris pada saringan dan tanggal ini; sumber, saringan, dan satuan ikut tertulis di dalam berkasnya."
GAYA = (
    "<style>div:is(.st-key-unduh_wilayah,.st-key-unduh_xlsx,.st-key-unduh_zip,.st-key-unduh_geojson,.st-key-unduh_png) button"
    "{justify-content:flex-start;text-align:left;padding-left:.2rem}"
    "div:is(.st-key-unduh_wilayah,.st-key-unduh_xlsx,.st-key-unduh_zip,.st-key-unduh_geojson,.st-key-unduh_png) button>div{justify-content:flex-start}</style>"
)
CATATAN_KOSONG = "Tidak ada baris pada saringan ini; berkasnya akan mengatakan demikian."


@dataclass(frozen=True)
class Bentuk:
    """One kind of file: ending, word on the button, content type, icon, and what it is good for."""

    akhiran: str
    label: str
    mime: str
    ikon: str
    guna: str
    kunci: str = ""


BENTUK: tuple[tuple[Bentuk, Callable[[Tampak], bytes]], ...] = (
    (
        Bentuk(
            "xlsx",
            "XLSX",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ":material/table:",
            "Buku kerja: potensi, kerja sama, wilayah, arti kolom, dan keterangan.",
        ),
        write_xlsx,
    ),
    (
        Bentuk("zip", "CSV", "application/zip", ":material/csv:", "Arsip ZIP berisi satu CSV per tabel, untuk diolah."),
        write_csv,
    ),
    (
        Bentuk(
            "geojson",
            "GeoJSON",
            "application/geo+json",
            ":material/polyline:",
            "Untuk QGIS dan sejenisnya: baris sebagai titik, wilayah sebagai bidang.",
        ),
        write_geojson,
    ),
)


def file_name(konteks: Konteks, akhiran: str) -> str:
    """Return the name of a download: app, whether it is filtered, day of the view."""
    tanda = "" if konteks.saringan.is_kosong else "_saringan"
    return f"kukar-potensi{tanda}_{konteks.tanggal.isoformat()}.{akhiran}"


def draw_tampilan(konteks: Konteks, pilih: str, indikator: str, tingkat: Tingkat) -> bytes:
    """Return the map of the view as the Peta page colours it."""
    lukisan = build_lukisan(konteks.tampak, tingkat=tingkat, indikator=indikator, pilih=pilih, titik=False)
    return write_png(konteks.tampak, lukisan)


def show_unduh(konteks: Konteks, halaman: str = "") -> None:
    """Show the button; its choices are sent when it is opened, a file is made when it is asked for.

    Files are made away from the page, so that neither it nor other people wait. Where an area is open its
    own data come first, and the rest is said to be all of Kukar.
    """
    kode = wilayah.chosen(konteks.himpunan) if halaman in wilayah.HALAMAN_WILAYAH else ""
    with st.popover(LABEL, icon=":material/download:", key=KUNCI, on_change="rerun") as kotak:
        if kotak.open:
            _choices(konteks, kode)


def view_of(konteks: Konteks, kode: str) -> Tampak:
    """Return the view of one area alone, with the rest of the filter."""
    if len(kode) > PANJANG_KECAMATAN:
        return get_tampak(konteks.bekal, konteks.tanggal, konteks.saringan.with_(desa=(kode,)))
    return get_tampak(konteks.bekal, konteks.tanggal, konteks.saringan.with_(kecamatan=(kode,)))


def _show_area(konteks: Konteks, kode: str) -> None:
    """Offer the rows of the open area as a workbook, before those of all of Kukar."""
    nama = wilayah.short_name(konteks.himpunan, kode)
    bentuk = replace(BENTUK[0][0], kunci="wilayah", guna=f"Hanya {wilayah.plain(nama)}, pada saringan dan tanggal ini.")
    berkas = f"kukar-potensi_{fold_text(nama).replace(' ', '-')}_{kode}_{konteks.tanggal.isoformat()}.xlsx"
    _button(bentuk, berkas, partial(write_xlsx, view_of(konteks, kode)))
    st.caption("Di bawah ini seluruh Kukar, bukan hanya wilayah yang terbuka.")


def _choices(konteks: Konteks, kode: str = "") -> None:
    kosong = not (konteks.tampak.n_potensi or konteks.tampak.n_kerja_sama)
    st.html(GAYA)
    if kode:
        _show_area(konteks, kode)
    st.caption(CATATAN_KOSONG if kosong else CATATAN)
    for satu, tulis in BENTUK:
        _button(satu, file_name(konteks, satu.akhiran), partial(tulis, konteks.tampak))
    indikator = st.session_state.get("warna") or "potensi"
    tingkat: Tingkat = "desa" if st.session_state.get("tingkat") == "desa" else "kecamatan"
    guna = (
        f"Gambar peta: {INDIKATOR[indikator].label.lower()} per {'desa/kelurahan' if tingkat == 'desa' else tingkat}."
    )
    peta = Bentuk("png", "PNG", "image/png", ":material/image:", guna)
    buat = partial(draw_tampilan, konteks, wilayah.chosen(konteks.himpunan), indikator, tingkat)
    _button(peta, file_name(konteks, "png"), buat)


def _button(bentuk: Bentuk, nama: str, buat: Callable[[], bytes]) -> None:
    st.download_button(
        f"**{bentuk.label}** :small[{bentuk.guna}]",
        data=buat,
        file_name=nama,
        mime=bentuk.mime,
        icon=bentuk.ikon,
        on_click="ignore",
        key=f"unduh_{bentuk.kunci or bentuk.akhiran}",
        type="tertiary",
        width="stretch",
    )
