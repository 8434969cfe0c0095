"""Check the sheet Tindak Lanjut of a worksheet: its new rows are told, not merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.buku_kerja.baca import LembarBuku
from kukar_potensi.sumber.buku_kerja.hapus import PEMUTUS
from kukar_potensi.sumber.buku_kerja.pelengkap import resolve_kode
from kukar_potensi.sumber.buku_kerja.pengenal import Pengenal
from kukar_potensi.sumber.buku_kerja.ragu import find_ragu
from kukar_potensi.sumber.buku_kerja.templat import write_nilai
from kukar_potensi.sumber.buku_kerja.temuan_baris import check_rumus, place_temuan, refine_temuan
from kukar_potensi.sumber.buku_kerja.temuan_sel import TemuanSel
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.skema import Lembar


@dataclass(frozen=True)
class HasilTindakLanjut:
    """The new rows of the sheet: how many, how many of them are faulty, and the faults and warnings."""

    baru: int
    bersalah: int
    temuan: tuple[TemuanSel, ...]

    def tell(self) -> str:
        """Say what becomes of the new rows."""
        salah = f"{self.bersalah} bersalah" if self.bersalah else "tidak ada kesalahan"
        return f"Tindak Lanjut: {self.baru} baris baru, {salah}; dicatat oleh {PEMUTUS}, tidak ikut digabung otomatis."


def check_tindak_lanjut(
    lembar: LembarBuku, himpunan: Himpunan, pengenal: Pengenal, tanggal: date | None
) -> HasilTindakLanjut | None:
    """Check the rows of the sheet that are not recorded as they stand; None when there are none."""
    tabel = lembar.formulir.tabel
    asli = resolve_kode(lembar.isi, lembar.formulir, pengenal)
    isi = tidy_lembar(Lembar(asli, np.array(lembar.baris, dtype=np.int64), koma_desimal=True), tabel)
    tercatat = {
        tuple(" ".join(write_nilai(sel).split()) for sel in baris)
        for baris in himpunan.tindak_lanjut[tabel.nama_kolom].itertuples(index=False)
    }
    letak = [i for i, baris in enumerate(isi.fillna("").itertuples(index=False)) if tuple(baris) not in tercatat]
    if not letak:
        return None
    temuan = list(lembar.temuan)
    salah = set(lembar.cacat) & set(letak)
    rumus = {posisi: [k for p, k in lembar.rumus if p == posisi] for posisi in letak}
    nomor = np.array([lembar.baris[i] for i in letak], dtype=np.int64)
    potongan = Lembar(asli.iloc[letak].reset_index(drop=True), nomor)
    per_baris = {lembar.baris[i]: i for i in letak}
    for satu in check_tabel(isi.iloc[letak].reset_index(drop=True), tabel, pengenal.acuan, potongan).temuan:
        posisi = per_baris[satu.baris or 0]
        if satu.kolom not in rumus[posisi]:
            temuan.append(place_temuan(lembar, posisi, refine_temuan(satu, lembar.formulir, pengenal)))
            salah.add(posisi)
    for posisi in letak:
        temuan += check_rumus(lembar, posisi, rumus[posisi])
    salah |= {posisi for posisi in letak if rumus[posisi]}
    lama = isi.copy()
    lama.loc[letak] = None
    ragu = find_ragu(lembar, isi, lama, pengenal.acuan, tanggal)
    temuan += [satu for posisi in letak for satu in ragu.get(posisi, [])]
    return HasilTindakLanjut(len(letak), len(salah), tuple(sorted(temuan, key=lambda satu: satu.baris)))
