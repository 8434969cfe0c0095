"""Parts that several pages show: figures, cards of potensi and kerja sama, the panel of an area.

Every value from data goes through `escape`: it is text, never HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from kukar_potensi.model.kamus import Kamus
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, format_persen, format_rupiah, is_known
from kukar_potensi.tampilan.konteks import Konteks
from kukar_potensi.tampilan.peta import sector_mark

KELAS_SUMBER = {
    "A": "kelas A: resmi, akademik, atau kantor berita negara",
    "B": "kelas B: media",
    "C": "kelas C: sumber lemah",
}
BANYAK_KARTU = 30


def source_links(alamat: Sequence[str]) -> str:
    """Links (or plain citations) of a row, as HTML with every value escaped."""
    bagian = []
    for butir in alamat:
        urai = urlsplit(butir) if butir.startswith(("http://", "https://")) else None
        if urai is None or not urai.hostname:
            bagian.append(escape(butir))
        else:
            nama = urai.hostname.removeprefix("www.")
            bagian.append(
                f'<a href="{escape(butir, quote=True)}" target="_blank" rel="noopener noreferrer">{escape(nama)}</a>'
            )
    return ", ".join(bagian) or BELUM_DIKETAHUI


def show_figures(angka: Iterable[tuple[str, str, str]]) -> None:
    """Show figures in a row that folds to two columns on a phone: (value, label, note)."""
    kotak = "".join(
        f'<div class="kp-angka"><b>{escape(nilai)}</b><span>{escape(label)}</span><small>{escape(catatan)}</small></div>'
        for nilai, label, catatan in angka
    )
    st.html(f'<div class="kp-deret">{kotak}</div>')


def score_text(baris: Any) -> str:
    """Relevance of a row in words: `72 · sedang (indikatif, 70% bobot dinilai)`."""
    if not is_known(baris.skor):
        return "belum dinilai"
    tanda = "indikatif, " if baris.indikatif else ""
    return f"{format_angka(baris.skor, 1)} · {baris.kelas} ({tanda}{format_persen(baris.kelengkapan)} bobot dinilai)"


def _label(konteks: Konteks, bidang: str, kode: Any) -> str:
    return escape(konteks.kamus.label[bidang].get(kode, str(kode))) if is_known(kode) else BELUM_DIKETAHUI


def _foot(baris: Any) -> str:
    kelas = KELAS_SUMBER.get(baris.kelas_sumber, "kelas sumber belum dinilai")
    belum = baris.status_verifikasi != "terverifikasi OPD"
    tanda = f'<em class="{"kp-belum" if belum else "kp-sudah"}">{escape(str(baris.status_verifikasi))}</em>'
    return f"<footer><b>{escape(str(baris.Index))}</b> · Sumber: {source_links(baris.sumber)} <small>({escape(kelas)})</small> {tanda}</footer>"


def place_text(konteks: Konteks, baris: Any) -> str:
    """Places of a row: its desa, else its kecamatan, else the regency."""
    return place_words(konteks.kamus, baris)


def place_words(kamus: Kamus, baris: Any) -> str:
    """Places of a row in the dictionary's words (see `place_text`)."""
    if baris.kode_desa:
        nama = [kamus.label["desa"].get(k, k) for k in baris.kode_desa]
    elif baris.kode_kecamatan:
        nama = [f"Kec. {kamus.label['kecamatan'].get(k, k)}" for k in baris.kode_kecamatan]
    else:
        return "tingkat kabupaten"
    return ", ".join(nama[:6]) + (f", dan {len(nama) - 6} lagi" if len(nama) > 6 else "")


def amount_text(nilai: Any, satuan: Any) -> str:
    """Write a figure with its unit: `1.520,63 ha`, and money as `Rp6,25 miliar`."""
    kata = str(satuan) if is_known(satuan) else ""
    if kata == "Rp" or kata.startswith("Rp "):
        return f"Rp{format_angka(nilai)}{kata.removeprefix('Rp')}"
    return f"{format_angka(nilai)} {kata}".rstrip()


def potensi_card(konteks: Konteks, baris: Any) -> str:
    """HTML of one potensi; `baris` is a row of `Tampak.potensi` as a named tuple."""
    besar = ""
    if is_known(baris.nilai):
        tahun = f" ({format_tanggal(baris.tahun_data)})" if is_known(baris.tahun_data) else " (tahun belum diketahui)"
        besar = f"<b>{escape(amount_text(baris.nilai, baris.satuan))}</b>{tahun} · "
    return (
        f'<article class="kp-kartu"><h5>{sector_mark(konteks.himpunan, baris.sektor)}{escape(str(baris.nama))}</h5>'
        f"<p>{escape(str(baris.uraian)) if is_known(baris.uraian) else ''}</p>"
        f"<p>{besar}{_label(konteks, 'sektor', baris.sektor)} · {escape(place_text(konteks, baris))}</p>"
        f"<p>Relevansi IKN {escape(score_text(baris))} · OPD: {_label(konteks, 'opd', baris.opd)}</p>{_foot(baris)}</article>"
    )


def kerja_sama_card(konteks: Konteks, baris: Any) -> str:
    """HTML of one kerja sama; `baris` is a row of `Tampak.kerja_sama` as a named tuple."""
    ttd = format_tanggal(baris.tanggal_ttd) if is_known(baris.tanggal_ttd) else BELUM_DIKETAHUI
    akhir = format_tanggal(baris.tanggal_berakhir) if is_known(baris.tanggal_berakhir) else BELUM_DIKETAHUI
    nilai = f" · {format_rupiah(baris.nilai_rp)}" if is_known(baris.nilai_rp) else ""
    return (
        f'<article class="kp-kartu kp-kartu-ks"><h5>{sector_mark(konteks.himpunan, baris.sektor)}{escape(str(baris.judul))}</h5>'
        f"<p><b>{escape(str(baris.status))}</b> · {escape(str(baris.jenis_dokumen))} · {escape(str(baris.kategori))}{nilai}</p>"
        f"<p>Mitra: {escape(str(baris.mitra))} · ditandatangani {ttd} · berakhir {akhir}</p>"
        f"<p>{escape(place_text(konteks, baris))} · OPD: {_label(konteks, 'opd', baris.opd)}</p>{_foot(baris)}</article>"
    )


def show_cards(kartu: Sequence[str], kosong: str, terlihat: int = BANYAK_KARTU) -> None:
    """Show cards in one block, at most `BANYAK_KARTU`, or a kind line when there are none.

    On a phone those after the first `terlihat` open with a tap (see the rules of `kp-lainnya`).
    """
    if not kartu:
        st.caption(kosong)
        return
    awal, lanjut = kartu[:terlihat], kartu[terlihat:BANYAK_KARTU]
    lainnya = f'<details class="kp-lainnya"><summary>Tampilkan {len(lanjut)} lagi</summary>{"".join(lanjut)}</details>'
    st.html("".join(awal) + (lainnya if lanjut else ""))
    if len(kartu) > BANYAK_KARTU:
        st.caption(f"Tampil {BANYAK_KARTU} dari {len(kartu)}. Persempit saringan untuk melihat sisanya.")
