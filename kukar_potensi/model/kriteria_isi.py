"""Rate what follows from the content: match with an IKN cluster (B) and readiness (D)."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.kriteria import Bahan, Penilaian, as_text, as_texts, by_rule, unique_texts
from kukar_potensi.model.status import PRESISI_BELUM_DITANDATANGANI
from kukar_potensi.model.tempat import Topeng

USIA_ANGKA_TAHUN: Final = 3
JUMLAH_BUKTI: Final = 5
NILAI_PER_BUKTI: Final = (0.0, 1.0, 2.0, 3.0, 4.0, 4.0)

SUMBER_RUBRIK: Final = "rubrik relevansi IKN, kriteria B (usulan)"

_BUKTI: Final = {
    "bukti_lahan": "lahan atau aset jelas",
    "bukti_lembaga": "kelembagaan pelaku",
    "bukti_rencana": "dokumen rencana atau kajian",
    "bukti_mitra": "minat mitra",
}


def rate_kecocokan(bahan: Bahan) -> Penilaian:
    """Rate B from the cluster chosen for the row, else from the clusters of its urusan.

    The value is the cluster's nilai_b (0-4); with several clusters the highest. Without
    any cluster B is not rated.
    """
    klaster = bahan.himpunan.klaster_ikn
    nilai_klaster = {str(kode): float(nilai) for kode, nilai in klaster["nilai_b"].items() if pd.notna(nilai)}
    urusan_ke_klaster = {
        str(kode): [satu for satu in as_texts(daftar) if satu in nilai_klaster]
        for kode, daftar in bahan.himpunan.urusan["klaster_ikn"].items()
    }
    dipilih, dari_urusan = [], []
    for sendiri, urusan in zip(bahan.text("klaster_ikn"), bahan.text("kode_urusan"), strict=True):
        calon = [sendiri] if sendiri in nilai_klaster else urusan_ke_klaster.get(urusan or "", [])
        dipilih.append(max(calon, key=lambda satu: nilai_klaster[satu]) if calon else None)
        dari_urusan.append(sendiri not in nilai_klaster)
    nilai = np.array([nilai_klaster[satu] if satu else np.nan for satu in dipilih], dtype=np.float64)

    def explain(letak: int) -> str:
        kode = dipilih[letak]
        if kode is None:
            return "Belum ada klaster atau kebutuhan IKN yang dicatat untuk baris ini maupun urusannya."
        baris = klaster.loc[kode]
        asal = " (diturunkan dari urusannya, belum dipilih untuk baris ini)" if dari_urusan[letak] else ""
        alasan = as_text(baris["alasan"])
        return f"{baris['nama']}{asal}." + (f" {alasan}" if alasan else "")

    def sources(letak: int) -> tuple[str, ...]:
        kode = dipilih[letak]
        return () if kode is None else as_texts(klaster.loc[kode, "sumber"]) or (SUMBER_RUBRIK,)

    penilaian = ~np.array(dari_urusan, dtype=np.bool_) & ~np.isnan(nilai)
    return Penilaian(nilai, explain, sources, penilaian)


def rate_kesiapan(bahan: Bahan) -> Penilaian:
    """Rate D by the number of five proofs on record: 0-4 for 0-5 proofs.

    Proofs: a figure at most 3 years old; clear land or asset; an institution; a plan or
    study; a partner's interest. A blank proof is unknown, not absent: D is rated only when
    at least one of the four proofs besides the figure is on record.
    """
    bukti = _evidence(bahan)
    angka_baru, tahun = _recent_figure(bahan)
    banyak = np.sum([~_is_blank(kolom) for kolom in bukti.values()], axis=0, dtype=np.int64)
    jumlah = banyak + angka_baru
    nilai = np.where(banyak > 0, np.array(NILAI_PER_BUKTI)[jumlah], np.nan)

    def explain(letak: int) -> str:
        ada = ["angka terbaru"] if angka_baru[letak] else []
        ada += [_BUKTI[nama] for nama, kolom in bukti.items() if kolom[letak]]
        catatan = _figure_note(tahun[letak], bool(angka_baru[letak]), bahan.tahun_acuan)
        if np.isnan(nilai[letak]):
            return f"Bukti kesiapan belum tercatat.{catatan}"
        belum = JUMLAH_BUKTI - len(ada)
        sisa = f"; {belum} bukti lain belum diketahui" if belum else ""
        return f"{len(ada)} dari {JUMLAH_BUKTI} bukti tercatat ({', '.join(ada)}){sisa}.{catatan}"

    def sources(letak: int) -> tuple[str, ...]:
        dari_bukti = unique_texts(*(kolom[letak] for kolom in bukti.values()))
        return unique_texts(dari_bukti, bahan.sources(letak) if angka_baru[letak] else ())

    return Penilaian(nilai, explain, sources, by_rule(nilai))


def _evidence(bahan: Bahan) -> dict[str, list[tuple[str, ...]]]:
    """Return the sources of each proof of every row; an empty tuple where unknown.

    A cooperation proves its partner's interest by being signed, and its plan by a
    recorded reference.
    """
    if bahan.tabel == "potensi":
        return {nama: [as_texts(isi) for isi in bahan.text(nama)] for nama in _BUKTI}
    presisi, mitra = bahan.text("presisi_ttd"), bahan.text("mitra")
    jumlah = len(bahan.rows)
    kosong: list[tuple[str, ...]] = [()] * jumlah
    return {
        "bukti_lahan": kosong,
        "bukti_lembaga": kosong,
        "bukti_rencana": [as_texts(isi) for isi in bahan.text("rujukan_rencana")],
        "bukti_mitra": [
            (bahan.sources(letak) or ("register kerja sama",))
            if mitra[letak] and presisi[letak] != PRESISI_BELUM_DITANDATANGANI
            else ()
            for letak in range(jumlah)
        ],
    }


def _recent_figure(bahan: Bahan) -> tuple[Topeng, list[int | None]]:
    """Tell which rows carry a figure at most 3 years old, and each figure's year."""
    if bahan.tabel == "potensi":
        angka, tahun = bahan.rows["nilai"], bahan.rows["tahun"]
    else:
        angka, tahun = bahan.rows["nilai_rp"], pd.to_datetime(bahan.rows["ttd_awal"]).dt.year
    tahun_angka = [
        int(satu) if pd.notna(nilai) and pd.notna(satu) else None for nilai, satu in zip(angka, tahun, strict=True)
    ]
    baru = [satu is not None and bahan.tahun_acuan - satu <= USIA_ANGKA_TAHUN for satu in tahun_angka]
    return np.array(baru, dtype=np.bool_), tahun_angka


def _figure_note(tahun: int | None, baru: bool, tahun_acuan: int) -> str:
    """Return a sentence on the age of the figure, when there is one."""
    if tahun is None:
        return ""
    if baru:
        return f" Angkanya tahun {tahun}."
    return f" Angkanya tahun {tahun}, lebih dari {USIA_ANGKA_TAHUN} tahun sebelum {tahun_acuan}."


def _is_blank(kolom: list[tuple[str, ...]]) -> Topeng:
    """Tell which rows have no source for a proof."""
    return np.array([not isi for isi in kolom], dtype=np.bool_)
