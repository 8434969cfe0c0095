"""The matrix sector x kecamatan: heat map and table twin; a cell filters the page."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.celah import TINGKAT_KABUPATEN, Celah
from kukar_potensi.tampilan.angka import format_angka
from kukar_potensi.tampilan.bagian import kerja_sama_card, potensi_card, show_cards, show_figures
from kukar_potensi.tampilan.peluang.keadaan import Peluang
from kukar_potensi.tampilan.peluang.peta_panas import heat_map_spec

UKURAN = {
    "celah": "Celah",
    "potensi": "Potensi",
    "kerja_sama": "Kerja sama",
}
PENJELASAN = {
    "celah": "Potensi berelevansi sedang atau tinggi yang sektornya belum punya kerja sama tercatat di kecamatan itu.",
    "potensi": "Semua potensi pada saringan ini.",
    "kerja_sama": "Kerja sama pada saringan ini yang sumbernya menyebut kecamatan itu.",
}
NAMA_KABUPATEN = "Kabupaten"
KUNCI_GRAFIK = "grafik_matriks"
KUNCI_TABEL = "tabel_matriks"


def long_frame(peluang: Peluang, celah: Celah, ukuran: str) -> pd.DataFrame:
    """Return the matrix as lines: sektor, kecamatan (labels and codes), jumlah, terpilih."""
    saringan = peluang.konteks.saringan
    nilai = getattr(celah, ukuran)
    nama_sektor, nama_kolom = labels_of(peluang, celah)
    baris = []
    for i, sektor in enumerate(celah.sektor):
        for j, kolom in enumerate(celah.kolom):
            sesuai = (not saringan.sektor or sektor in saringan.sektor) and (
                not saringan.kecamatan or kolom in saringan.kecamatan
            )
            baris.append((sektor, kolom, nama_sektor[i], nama_kolom[j], int(nilai[i, j]), sesuai))
    return pd.DataFrame(baris, columns=["kode_sektor", "kode_kecamatan", "Sektor", "Kecamatan", "Jumlah", "sesuai"])


def labels_of(peluang: Peluang, celah: Celah) -> tuple[list[str], list[str]]:
    """Return the names of the matrix's rows and columns."""
    label = peluang.konteks.kamus.label
    kolom = [
        label["kecamatan"].get(kode, kode) if kode != TINGKAT_KABUPATEN else NAMA_KABUPATEN for kode in celah.kolom
    ]
    return [label["sektor"].get(kode, kode) for kode in celah.sektor], kolom


def choose_cell(sektor: str, kecamatan: str) -> None:
    """Set the shared filter to one cell, so that everything on the page follows."""
    st.session_state["sektor"] = [sektor]
    st.session_state["kecamatan"] = [kecamatan]


def clear_cell() -> None:
    """Take sektor and kecamatan out of the shared filter."""
    st.session_state["sektor"] = []
    st.session_state["kecamatan"] = []


def chart_key(peluang: Peluang) -> str:
    """Return the chart's key: a new chart starts whenever a cell is chosen or let go, with no mark of its own."""
    return f"{KUNCI_GRAFIK}_{'terpilih' if _chosen_cell(peluang) else 'bebas'}"


def _chosen_cell(peluang: Peluang) -> tuple[str, str] | None:
    """Return the one cell that the shared filter names, if it names one."""
    saringan = peluang.konteks.saringan
    if len(saringan.sektor) == 1 and len(saringan.kecamatan) == 1:
        return saringan.sektor[0], saringan.kecamatan[0]
    return None


def _pick_chart(kunci: str, terpilih: tuple[str, str] | None) -> None:
    """Choose the cell that was clicked; a click on the chosen one lets it go."""
    titik = st.session_state[kunci].selection.get("sel") or []
    sel = (titik[0].get("kode_sektor", ""), titik[0].get("kode_kecamatan", "")) if titik else None
    if sel is None or sel == terpilih:
        if terpilih:
            clear_cell()
    elif sel[1] != TINGKAT_KABUPATEN:
        choose_cell(*sel)


def _pick_table() -> None:
    sel = st.session_state[KUNCI_TABEL].selection.cells
    sektor, kolom = st.session_state.get("_sel_matriks", ((), {}))
    if sel and sel[0][0] < len(sektor) and kolom.get(sel[0][1]):
        choose_cell(sektor[sel[0][0]], kolom[sel[0][1]])


def _show_table(peluang: Peluang, celah: Celah, ukuran: str) -> None:
    nama_sektor, nama_kolom = labels_of(peluang, celah)
    isi = pd.DataFrame(getattr(celah, ukuran), columns=nama_kolom)
    isi.insert(0, "Sektor", nama_sektor)
    isi["Jumlah kotak"] = getattr(celah, ukuran).sum(axis=1)
    st.session_state["_sel_matriks"] = (celah.sektor, dict(zip(nama_kolom, celah.kolom, strict=True)))
    st.dataframe(
        isi,
        hide_index=True,
        key=KUNCI_TABEL,
        on_select=_pick_table,
        selection_mode="single-cell",
        column_config={"Sektor": st.column_config.TextColumn(pinned=True)},
        alt=f"{UKURAN[ukuran]} per sektor dan kecamatan; pilih satu kotak untuk menyaring halaman",
    )


def _show_chosen(peluang: Peluang) -> None:
    """Show the rows of the chosen cell."""
    konteks, tampak = peluang.konteks, peluang.tampak
    terpilih = _chosen_cell(peluang)
    if terpilih is None:
        st.caption(
            "Pilih satu kotak: seluruh halaman ikut tersaring pada sektor dan kecamatan itu, dan alamat halaman menyimpannya."
        )
        return
    sektor, kecamatan = terpilih
    celah, kamus = peluang.celah, konteks.kamus
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("##### Kotak terpilih", width="content")
        st.text(f"{kamus.label_of('sektor', sektor)} di {kamus.label_of('kecamatan', kecamatan)}", width="content")
        st.button("Lepas kotak", icon=":material/close:", on_click=clear_cell, key="lepas_kotak", type="tertiary")
    sini = celah.celah[celah.sektor.index(sektor), celah.kolom.index(kecamatan)]
    st.text(f"{tampak.n_potensi} potensi, {tampak.n_kerja_sama} kerja sama, celah {int(sini)}.")
    kiri, kanan = st.columns(2, gap="medium")
    with kiri:
        show_cards([potensi_card(konteks, b) for b in tampak.potensi.itertuples()], "Belum ada potensi tercatat.")
    with kanan:
        show_cards(
            [kerja_sama_card(konteks, b) for b in tampak.kerja_sama.itertuples()], "Belum ada kerja sama tercatat."
        )


def figures(peluang: Peluang) -> list[tuple[str, str, str]]:
    """Return the figures above the matrix: (value, label, note)."""
    celah = peluang.celah
    relevan = int((peluang.tampak.potensi["kelas"].isin(("tinggi", "sedang"))).sum())
    return [
        (format_angka(relevan), "Potensi relevan", "kelas sedang atau tinggi pada saringan ini"),
        (
            format_angka(celah.jumlah_potensi),
            "Potensi tanpa kerja sama",
            "sektornya belum bekerja sama di satu tempatnya atau lebih",
        ),
        (
            format_angka(celah.jumlah_sel),
            "Kotak bercelah",
            f"dari {format_angka(celah.potensi.size)} pasangan sektor dan tempat",
        ),
        (format_angka(len(peluang.calon)), "Calon kerja sama", "celah yang dikelompokkan menurut jalur kewenangan"),
    ]


def show_matriks(peluang: Peluang) -> None:
    """Show figures, heat map, table twin, and the rows of the chosen cell."""
    show_figures(figures(peluang))
    ukuran: Any = st.segmented_control(
        "Isi matriks",
        list(UKURAN),
        default="celah",
        required=True,
        format_func=UKURAN.__getitem__,
        key="ukuran",
        bind="query-params",
    )
    celah = peluang.matriks
    with st.container(key="wadah_matriks"):
        isi = long_frame(peluang, celah, ukuran)
        st.vega_lite_chart(
            isi,
            heat_map_spec(isi, gelap=st.context.theme.type == "dark", tandai=_chosen_cell(peluang) is not None),
            width="content",
            key=chart_key(peluang),
            on_select=partial(_pick_chart, chart_key(peluang), _chosen_cell(peluang)),
            selection_mode="sel",
            alt=f"Matriks {UKURAN[ukuran].lower()} per sektor dan kecamatan; isinya sama dengan tabel di bawahnya",
        )
    st.caption(
        f"{PENJELASAN[ukuran]} Satu baris data dihitung di setiap kecamatannya, jadi jumlah kotak dapat melebihi jumlah baris. "
        f"Kolom {NAMA_KABUPATEN} memuat baris yang letaknya hanya diketahui sampai tingkat kabupaten. "
        "Kotak kosong berarti belum ada yang tercatat. Kotak di luar saringan sektor dan kecamatan dipudarkan, tidak dihilangkan."
    )
    with st.expander("Tabel yang sama", icon=":material/table:"):
        _show_table(peluang, celah, ukuran)
    _show_chosen(peluang)
