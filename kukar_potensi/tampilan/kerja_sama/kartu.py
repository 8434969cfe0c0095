"""The full card of one cooperation: status, reasons in words, chain, what was reported, sources."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from kukar_potensi.model.evaluasi_alasan import elapsed_text
from kukar_potensi.model.evaluasi_aturan import ATURAN, KARENA_LAPORAN, label_langkah
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka, format_hari, format_rupiah, is_known
from kukar_potensi.tampilan.bagian import KELAS_SUMBER, place_text, score_text, source_links
from kukar_potensi.tampilan.kerja_sama.isi import Isi, chosen_kartu, open_kartu
from kukar_potensi.tampilan.kerja_sama.register import category_text
from kukar_potensi.tampilan.konteks import Konteks


def show_kartu(konteks: Konteks, isi: Isi) -> None:
    """Show the opened card, also when the filter leaves its row out; nothing when none is open."""
    kode = chosen_kartu(konteks.himpunan)
    if not kode:
        return
    baris: Any = next(konteks.semua.kerja_sama.loc[[kode]].itertuples())
    with st.container(key="kartu_penuh"):
        st.html(
            f'<article class="kp-penuh" id="kartu" tabindex="0">{_head(konteks, isi, baris)}{_reasons(isi, kode)}{_facts(konteks, baris)}'
            f"{_reports(konteks, kode)}{_chain(konteks, isi, kode)}{_foot(baris)}</article>"
        )
        with st.container(horizontal=True):
            st.button("Tutup kartu", icon=":material/close:", key="tutup_kartu", on_click=open_kartu, args=("",))
            for satu in _relatives(isi, kode):
                st.button(
                    f"Buka {satu}",
                    icon=":material/account_tree:",
                    key=f"buka_{satu}",
                    on_click=open_kartu,
                    args=(satu,),
                )


def _head(konteks: Konteks, isi: Isi, baris: Any) -> str:
    sisa = ""
    if is_known(baris.sisa_hari):
        hari = int(baris.sisa_hari)
        lewat = elapsed_text(baris, konteks.tanggal) if hari < 0 else ""
        sisa = f", {format_angka(hari)} hari lagi" if hari >= 0 else f", lewat {lewat}"
    lencana = [f'<span class="kp-lencana">{escape(str(baris.status))}{sisa}</span>']
    if baris.mendesak:
        lencana.append('<span class="kp-lencana kp-genting">mendesak</span>')
    if isi.evaluasi.menggantung.at[baris.Index]:
        hanya = f": {KARENA_LAPORAN}" if isi.evaluasi.hanya_laporan.at[baris.Index] else ""
        lencana.append(f'<span class="kp-lencana kp-genting">menggantung{hanya}</span>')
    belum = baris.status_verifikasi != "terverifikasi OPD"
    lencana.append(
        f'<span class="kp-lencana {"kp-belum" if belum else "kp-sudah"}">{escape(str(baris.status_verifikasi))}</span>'
    )
    return (
        f"<h3>{escape(baris.Index)} · {escape(str(baris.judul))}</h3><p>{''.join(lencana)}"
        f"<small>posisi per {format_hari(konteks.tanggal)}</small></p>"
    )


def _reasons(isi: Isi, kode: str) -> str:
    """Return every evaluation reason in words, with rule and suggestion."""
    agenda = isi.evaluasi.agenda(pd.Index([kode]))
    if agenda.empty:
        return "<h4>Evaluasi</h4><p>Tidak ada hal yang perlu diputuskan menurut aturan evaluasi pada tanggal ini.</p>"
    butir = "".join(
        f"<li><b>{escape(a)} {escape(ATURAN[a].nama)}.</b> {escape(alasan)}<br>Usulan: <b>{escape(label_langkah(langkah))}</b>. "
        f"{escape(tindakan)} <small>({escape(penindak)})</small></li>"
        for a, alasan, langkah, tindakan, penindak in zip(
            agenda["aturan"], agenda["alasan"], agenda["langkah"], agenda["tindakan"], agenda["penindak"], strict=True
        )
    )
    return f"<h4>Mengapa perlu dievaluasi</h4><ul>{butir}</ul>"


def _facts(konteks: Konteks, baris: Any) -> str:
    label, urusan = konteks.kamus.label, konteks.himpunan.urusan["nama"]
    nama_urusan = f"{baris.kode_urusan} {urusan.get(baris.kode_urusan, '')}" if is_known(baris.kode_urusan) else None
    isi = [
        ("Mitra", _with(baris.mitra, baris.jenis_mitra)),
        ("Jenis dokumen", _with(baris.jenis_dokumen, _wording(baris))),
        ("Nomor dokumen", baris.nomor_dokumen),
        ("Kategori", category_text(baris)),
        ("OPD", _with(label["opd"].get(baris.opd), baris.dasar_opd)),
        ("Urusan", nama_urusan),
        (
            "Sektor",
            _with(
                label["sektor"].get(baris.sektor),
                f"sumber: {baris.sektor_sumber}" if is_known(baris.sektor_sumber) else None,
            ),
        ),
        ("Tempat", place_text(konteks, baris)),
        ("Tanda tangan", _with(_date(baris.tanggal_ttd), _precision(baris), baris.catatan_ttd)),
        ("Berakhir", _with(_date(baris.tanggal_berakhir), baris.dasar_berakhir)),
        ("Jangka waktu", baris.jangka_waktu),
        ("Nilai", format_rupiah(baris.nilai_rp) if is_known(baris.nilai_rp) else None),
        ("Keputusan", _with(baris.keputusan, _date(baris.tanggal_keputusan))),
        ("Rujukan RPJMD/Renstra", baris.rujukan_rencana),
        ("Termasuk 210", _reported_text(baris)),
        ("Relevansi IKN", score_text(baris)),
        ("Keyakinan pencatat", baris.keyakinan),
        ("Catatan", baris.catatan),
    ]
    daftar = "".join(f"<dt>{judul}</dt><dd>{escape(str(nilai))}</dd>" for judul, nilai in isi if is_known(nilai))
    kosong = ", ".join(judul for judul, nilai in isi if not is_known(nilai))
    if kosong:
        daftar += f"<dt>Belum diketahui</dt><dd>{kosong}</dd>"
    return f"<h4>Keterangan</h4><dl>{daftar}</dl>"


def _reports(konteks: Konteks, kode: str) -> str:
    """Return what was reported about it, oldest first, each with its source."""
    tindak_lanjut = konteks.himpunan.tindak_lanjut
    milik = tindak_lanjut[tindak_lanjut["id_kerja_sama"].eq(kode).to_numpy(bool)].sort_values(
        "tanggal_awal", kind="stable"
    )
    if milik.empty:
        return (
            "<h4>Yang dilaporkan</h4><p>Belum tercatat laporan tentang kelanjutannya; bukan berarti tidak berjalan.</p>"
        )
    butir = "".join(
        f"<li><b>{escape(format_tanggal(tanggal))}</b>: {escape(str(peristiwa))} "
        f"<small>({source_links([sumber] if isinstance(sumber, str) else list(sumber))})</small></li>"
        for tanggal, peristiwa, sumber in zip(milik["tanggal"], milik["peristiwa"], milik["sumber"], strict=True)
    )
    return f"<h4>Yang dilaporkan</h4><ul>{butir}</ul>"


def _chain(konteks: Konteks, isi: Isi, kode: str) -> str:
    """Return the family of documents, the opened one marked."""
    keluarga, tabel = isi.evaluasi.rantai.tree_of(kode), konteks.himpunan.kerja_sama
    masalah = isi.evaluasi.bahan.at[kode, "masalah_rantai"]
    catatan = f"<p>{escape(str(masalah))}</p>" if is_known(masalah) else ""
    if len(keluarga) == 1:
        return f"<h4>Rantai dokumen</h4>{catatan or '<p>Induk dan turunannya belum tercatat.</p>'}"
    butir = "".join(
        f'<li style="padding-left:{dalam * 1.4:.1f}rem">{"↳ " if dalam else ""}{"<b>" if satu == kode else ""}{escape(satu)} · '
        f"{escape(str(tabel.at[satu, 'jenis_dokumen']))}: {escape(str(tabel.at[satu, 'judul']))}{'</b>' if satu == kode else ''}</li>"
        for dalam, satu in keluarga
    )
    return f"<h4>Rantai dokumen</h4>{catatan}<ul>{butir}</ul>"


def _relatives(isi: Isi, kode: str) -> list[str]:
    """Return the other documents of the chain, nearest the root first, a handful."""
    return [satu for _, satu in isi.evaluasi.rantai.tree_of(kode) if satu != kode][:8]


def _foot(baris: Any) -> str:
    kelas = KELAS_SUMBER.get(baris.kelas_sumber, "kelas sumber belum dinilai")
    return f"<footer>Sumber: {source_links(baris.sumber)} <small>({escape(kelas)})</small></footer>"


def _wording(baris: Any) -> str | None:
    tertulis = baris.jenis_dokumen_sumber
    return f"sumber menulis “{tertulis}”" if is_known(tertulis) and tertulis != baris.jenis_dokumen else None


def _reported_text(baris: Any) -> str | None:
    """Return whether it belongs to the 210 reported; a note that begins with the same word stands for both."""
    catatan, utama = baris.catatan_210, baris.masuk_210
    if is_known(catatan) and is_known(utama) and str(catatan).casefold().startswith(str(utama).casefold()):
        return str(catatan)
    return _with(utama, catatan)


def _precision(baris: Any) -> str | None:
    """Return how precisely the signing is known, where it is not a plain day."""
    return str(baris.presisi_ttd) if is_known(baris.presisi_ttd) and baris.presisi_ttd != "hari" else None


def _date(teks: Any) -> str | None:
    return format_tanggal(teks) if is_known(teks) else None


def _with(utama: Any, *tambahan: Any) -> str | None:
    """Return a value with what qualifies it in brackets; null when the value is unknown."""
    catatan = [str(satu) for satu in tambahan if is_known(satu)]
    if not is_known(utama):
        return f"{BELUM_DIKETAHUI} ({'; '.join(catatan)})" if catatan else None
    return f"{utama} ({'; '.join(catatan)})" if catatan else str(utama)
