"""Gather the inventory for the Otorita IKN: numbered entries by field, transport first.

The files are made from it: `inventaris_xlsx.write_inventaris_xlsx` and
`inventaris_docx.write_inventaris_docx`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from kukar_potensi.ekspor.sel import BELUM_DIKETAHUI
from kukar_potensi.model.calon import FAKTA, KODE_FAKTA, TERVERIFIKASI, BahanCalon, Calon, list_calon, prepare_calon
from kukar_potensi.model.celah import find_celah, spread_rows
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import SEMUA_JALUR, names_of
from kukar_potensi.model.jejak_ikn import count_bidang
from kukar_potensi.model.keselarasan_rencana import match_rencana
from kukar_potensi.model.kestabilan import order_rows
from kukar_potensi.model.kriteria import as_text, as_texts, unique_texts
from kukar_potensi.model.rubrik import KRITERIA, SEDANG, SEMUA_KELAS, TINGGI, default_bobot
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.tempat import Bilangan, Topeng
from kukar_potensi.model.transportasi import SEKTOR_PERHUBUNGAN, transport_masks

BANYAK_TEMPAT: Final = 6
BANYAK_KERJA_SAMA: Final = 3
"""Places and cooperations named in one cell; the rest is counted."""

ISI_TINGGI: Final = "tinggi"
ISI_SEDANG: Final = "sedang"
ISI_SEMUA: Final = "semua"
SEMUA_ISI: Final = {
    ISI_TINGGI: "Relevansi tinggi, dan semua potensi transportasi",
    ISI_SEDANG: "Relevansi tinggi dan sedang, dan semua potensi transportasi",
    ISI_SEMUA: "Semua potensi pada saringan",
}


@dataclass(frozen=True)
class Entri:
    """One numbered entry; texts are ready to be read, unknown ones say so.

    `tempat` pairs every place's name with its code. `angka` carries its unit and year.
    `kerja_sama` names what exists, `sumber` are addresses, `kurang` missing facts in words.
    """

    nomor: int
    id: str
    bidang: str
    objek: str
    uraian: str
    tempat: tuple[tuple[str, str], ...]
    angka: str
    bentuk: tuple[str, ...]
    bentuk_singkat: tuple[str, ...]
    mitra: tuple[str, ...]
    opd: str
    kerja_sama: tuple[str, ...]
    rencana: str
    skor: float | None
    kelas: str
    indikatif: bool
    kurang: tuple[str, ...]
    sumber: tuple[str, ...]
    kelas_sumber: str
    status: str

    @property
    def relevansi(self) -> str:
        """Score and class in words."""
        if self.skor is None:
            return self.kelas
        return f"{format_angka(self.skor, 1)} · {self.kelas}{', indikatif' if self.indikatif else ''}"


@dataclass(frozen=True, eq=False)
class Inventaris:
    """The inventory of one view on one day, with what a reader must know about it.

    `bobot` are the weights in words, `baku` whether they are the rubric's own.
    """

    entri: tuple[Entri, ...]
    calon: tuple[Calon, ...]
    himpunan: Himpunan
    tampak: Tampak
    tanggal: date
    isi: str
    saringan: tuple[str, ...]
    bobot: str
    baku: bool

    @property
    def bidang(self) -> dict[str, list[Entri]]:
        """Entries by field, in the order of the inventory."""
        hasil: dict[str, list[Entri]] = {}
        for satu in self.entri:
            hasil.setdefault(satu.bidang, []).append(satu)
        return hasil

    def cover_lines(self) -> list[tuple[str, str]]:
        """Return what is verified and what is not, as (heading, text); every number is counted."""
        n = len(self.entri)
        resmi = sum(satu.status == TERVERIFIKASI for satu in self.entri)
        tanpa_angka = sum(satu.angka == BELUM_DIKETAHUI for satu in self.entri)
        indikatif = sum(satu.indikatif for satu in self.entri)
        kelas = {k: sum(satu.kelas_sumber == k for satu in self.entri) for k in ("A", "B", "C")}
        lain = n - sum(kelas.values())
        return [
            ("Isi", f"{n} entri pada {len(self.bidang)} bidang, transportasi lebih dahulu. {SEMUA_ISI[self.isi]}."),
            ("Posisi per tanggal", f"{format_tanggal(self.tanggal)}; versi data {self.himpunan.versi}."),
            ("Saringan", "; ".join(self.saringan) or "tanpa saringan"),
            ("Sudah diverifikasi OPD", f"{resmi} dari {n} entri."),
            ("Belum diverifikasi OPD", f"{n - resmi} dari {n} entri; dikumpulkan dari sumber terbuka yang ditulis pada tiap entri."),
            ("Kelas sumber", f"A (resmi, akademik, kantor berita negara) {kelas['A']}; B (media) {kelas['B']}; C (lemah) {kelas['C']}; belum dinilai {lain}."),
            ("Angka", f"{n - tanpa_angka} entri memuat angka beserta tahunnya bila diketahui; {tanpa_angka} entri angkanya belum diketahui."),
            ("Skor relevansi", f"Usulan rubrik yang perlu ditetapkan TKKSD; {self.bobot} ({'bobot baku' if self.baku else 'bobot percobaan'}). {indikatif} entri indikatif: kurang dari 80% bobot dinilai."),
            ("Bentuk dan kewenangan", "Usulan menurut urusan dan letak. Pembagian kewenangan menurut UU 23/2014 ditulis sebagai pengetahuan umum; bentuk hukum dengan Otorita IKN ditetapkan TKKSD."),
            ("Delineasi", "Garis indikatif UU 3/2022 yang telah diubah UU 21/2023; batas desa indikatif, bukan penegasan batas."),
            ("Entri tiap bidang", "; ".join(f"{nama} {len(isi)}" for nama, isi in self.bidang.items()) or "tidak ada"),
            ("Yang kosong", f"Ditulis “{BELUM_DIKETAHUI}”, bukan nol dan bukan “tidak ada”."),
        ]  # fmt: skip


def shorten(butir: Sequence[str], batas: int) -> list[str]:
    """Return the first items of a list and how many are left out."""
    sisa = len(butir) - batas
    return [*butir[:batas], *([f"dan {sisa} lagi"] if sisa > 0 else [])]


def build_inventaris(tampak: Tampak, isi: str, saringan: Sequence[str] = ()) -> Inventaris:
    """Return the inventory of a view.

    `isi` is a key of `SEMUA_ISI`; `saringan` describes the filter in words. Entries are
    ordered by field (transport, then what the Otorita's contacts named most, then the
    rest), and within a field by score.
    """
    indeks = tampak.indeks
    bahan = prepare_calon(indeks)
    bobot = indeks.bobot
    penyusun = _Penyusun(tampak, bahan)
    letak = [int(satu) for satu in _ordered(tampak, isi)]
    teks = " · ".join(f"{kode} {nilai:g}" for kode, nilai in zip(KRITERIA, bobot, strict=True))
    return Inventaris(
        entri=tuple(penyusun.entry(nomor, satu) for nomor, satu in enumerate(letak, start=1)),
        calon=list_calon(find_celah(tampak), indeks, bahan),
        himpunan=indeks.himpunan,
        tampak=tampak,
        tanggal=indeks.tanggal,
        isi=isi,
        saringan=tuple(saringan),
        bobot=teks,
        baku=bool(np.array_equal(bobot, default_bobot(indeks.himpunan.rubrik))),
    )


def chosen_rows(tampak: Tampak, isi: str) -> Topeng:
    """Tell which potensi an inventory holds, over the whole table.

    Transport is what the Otorita asked for first, so its filtered rows are always in.
    """
    kelas = {ISI_TINGGI: (TINGGI,), ISI_SEDANG: (TINGGI, SEDANG)}.get(isi, SEMUA_KELAS)
    potensi = tampak.indeks.potensi
    transportasi, _ = transport_masks(tampak.indeks.himpunan)
    return tampak.mask_potensi & (potensi["kelas"].isin(kelas).to_numpy(np.bool_) | transportasi)


def count_by_bidang(tampak: Tampak, isi: str) -> pd.Series:
    """Return how many entries each field of an inventory has, in its order; index sektor (id)."""
    letak = np.flatnonzero(chosen_rows(tampak, isi))
    sektor = _fields(tampak.indeks, letak)
    jumlah = pd.Series(sektor, dtype="str").value_counts()
    return jumlah.reindex([kode for kode in field_order(tampak.indeks.himpunan) if kode in jumlah.index])


def field_order(himpunan: Himpunan) -> list[str]:
    """Return the sectors in the order of the inventory: transport first, then by how often asked."""
    disebut = dict.fromkeys((str(kode) for kode in himpunan.sektor.index), 0)
    for baris in count_bidang(himpunan, himpunan.potensi).itertuples():
        for kode in as_texts(baris.sektor):
            disebut[kode] = disebut.get(kode, 0) + int(str(baris.peristiwa))
    return sorted(disebut, key=lambda kode: (kode != SEKTOR_PERHUBUNGAN, -disebut[kode]))


def _fields(indeks: Indeks, letak: Bilangan) -> list[str]:
    """Return the field of the rows at some positions: transport for what concerns it, else their sector."""
    transportasi, _ = transport_masks(indeks.himpunan)
    sektor = indeks.potensi["sektor"].iloc[letak]
    return [SEKTOR_PERHUBUNGAN if ya else str(kode) for ya, kode in zip(transportasi[letak], sektor, strict=True)]


def _ordered(tampak: Tampak, isi: str) -> list[int]:
    """Return the positions of the entries' rows in order."""
    indeks = tampak.indeks
    letak = np.flatnonzero(chosen_rows(tampak, isi))
    nilai = indeks.nilai_potensi[letak]
    urut = order_rows(nilai, indeks.bobot)
    lengkap = np.concatenate([urut, np.setdiff1d(np.arange(len(letak)), urut)])
    bidang = _fields(indeks, letak)
    tempat = {kode: posisi for posisi, kode in enumerate(field_order(indeks.himpunan))}
    return [int(letak[satu]) for satu in sorted(lengkap, key=lambda satu: tempat.get(bidang[satu], len(tempat)))]


class _Penyusun:
    """Writes entries from rows; looks everything up once."""

    def __init__(self, tampak: Tampak, bahan: BahanCalon) -> None:
        indeks = tampak.indeks
        self._indeks = indeks
        self._himpunan = indeks.himpunan
        self._bahan = bahan
        self._kabupaten = len(indeks.himpunan.kecamatan)
        petak, _ = spread_rows(indeks)
        self._sel: dict[int, list[tuple[int, int]]] = {}
        for baris, sektor, kolom in zip(petak.baris.tolist(), petak.sektor.tolist(), petak.kolom.tolist(), strict=True):
            self._sel.setdefault(baris, []).append((sektor, kolom))

    def entry(self, nomor: int, letak: int) -> Entri:
        """Return one entry from the position of its row."""
        rows = self._indeks.potensi.iloc[[letak]]
        baris: Any = next(rows.itertuples())
        kamus = self._indeks.kamus
        jalur = [SEMUA_JALUR[kode] for kode in names_of(self._bahan.jalur[letak])]
        kurang = self._bahan.kurang[letak]
        return Entri(
            nomor=nomor,
            id=str(baris.Index),
            bidang=kamus.label_of("sektor", _fields(self._indeks, np.array([letak]))[0]),
            objek=as_text(baris.nama) or BELUM_DIKETAHUI,
            uraian=as_text(baris.uraian) or "",
            tempat=self._places(as_texts(baris.kode_desa), as_texts(baris.kode_kecamatan)),
            angka=_figure(baris.nilai, as_text(baris.satuan), as_text(baris.tahun_data)),
            bentuk=unique_texts(*(satu.bentuk for satu in jalur)),
            bentuk_singkat=unique_texts(*(satu.singkat for satu in jalur)),
            mitra=unique_texts(*(satu.mitra for satu in jalur)),
            opd=kamus.label_of("opd", baris.opd) if as_text(baris.opd) else BELUM_DIKETAHUI,
            kerja_sama=self._cooperations(letak),
            rencana=self._plan(as_text(baris.kode_urusan), as_text(baris.sektor)),
            skor=float(baris.skor) if pd.notna(baris.skor) else None,
            kelas=str(baris.kelas),
            indikatif=bool(baris.indikatif) and pd.notna(baris.skor),
            kurang=tuple(FAKTA[kode] for kode, ya in zip(KODE_FAKTA, kurang, strict=True) if ya),
            sumber=as_texts(baris.sumber),
            kelas_sumber=as_text(baris.kelas_sumber) or "",
            status=as_text(baris.status_verifikasi) or BELUM_DIKETAHUI,
        )

    def _places(self, desa: tuple[str, ...], kecamatan: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return (name, code) of every place at the row's own level."""
        if desa:
            nama = self._himpunan.desa["nama"]
            induk = self._himpunan.desa["nama_kecamatan"]
            return tuple((f"{nama.get(kode, kode)}, {induk.get(kode, BELUM_DIKETAHUI)}", kode) for kode in desa)
        nama = self._himpunan.kecamatan["nama"]
        if kecamatan:
            return tuple((f"Kecamatan {nama.get(kode, kode)}", kode) for kode in kecamatan)
        return (("Kabupaten Kutai Kartanegara (desanya belum diketahui)", "64.02"),)

    def _cooperations(self, letak: int) -> tuple[str, ...]:
        """Return what cooperation of the same sector exists, with how sure it is."""
        sel = self._sel.get(letak, [])
        di_sini = unique_texts(*(self._bahan.menutup.get(satu, ()) for satu in sel))
        lain = unique_texts(*(self._bahan.tidak_menutup.get(satu, ()) for satu in sel))
        kabupaten = [s for s in sel[:1] if s[1] != self._kabupaten]
        menaungi = unique_texts(*(self._bahan.menutup.get((s, self._kabupaten), ()) for s, _ in kabupaten))
        rows: Any = self._indeks.kerja_sama
        hasil = [f"{rows.at[kode, 'judul']} ({rows.at[kode, 'status']}, {kode})" for kode in di_sini]
        hasil += [
            f"{rows.at[kode, 'judul']} ({rows.at[kode, 'kategori']}, {rows.at[kode, 'status']}, {kode})"
            for kode in lain
        ]
        if menaungi:
            hasil.append(f"{len(menaungi)} di tingkat kabupaten ({', '.join(menaungi)}), jangkauannya belum diketahui")
        return tuple(hasil) or ("belum ada yang tercatat",)

    def _plan(self, urusan: str | None, sektor: str | None) -> str:
        """Return the plan entry that fits best, as a proposal."""
        cocok = match_rencana(urusan, self._himpunan, self._indeks.tanggal.year, sektor)
        return f"{cocok[0].uraian} ({cocok[0].dokumen}; usulan)" if cocok else BELUM_DIKETAHUI


def _figure(nilai: Any, satuan: str | None, tahun: str | None) -> str:
    """Return the figure with its unit and year; a unit that names the year already keeps it."""
    if pd.isna(nilai):
        return BELUM_DIKETAHUI
    besar = f"{format_angka(float(nilai), 2)} {satuan or ''}".strip()
    if tahun and satuan and satuan.endswith(")") and tahun[:4] in satuan:
        return besar
    return f"{besar} ({format_tanggal(tahun) if tahun else f'tahun {BELUM_DIKETAHUI}'})"
