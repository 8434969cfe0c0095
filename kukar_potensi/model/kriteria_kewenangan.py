"""Rate scale and plan fit (E), and authority and risk (F)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import numpy as np

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.kriteria import Bahan, Penilaian, as_text, as_texts, by_rule, unique_texts
from kukar_potensi.model.kriteria_wilayah import IRISAN_PENUH_PERSEN, SUMBER_DELINEASI
from kukar_potensi.model.rubrik import Angka
from kukar_potensi.model.tempat import Pasangan, Topeng

JENIS_PROGRAM: Final = "program"

KEWENANGAN: Final = {"provinsi_pusat": 0.0, "bersama": 2.0, "kabupaten": 3.0}
PERLAKUAN: Final = {
    "seluruhnya di dalam ikn": 1.0,
    "mayoritas di dalam ikn": 1.0,
    "terbelah": 0.5,
    "tetap kukar": 0.0,
}
NILAI_BERALIH: Final = 1.0
NILAI_SEBAGIAN_BERALIH: Final = 2.0

_KALIMAT_KEWENANGAN: Final = {
    "provinsi_pusat": "Kewenangan provinsi atau pusat: salurkan ke provinsi, pusat, atau TJSL",
    "bersama": "Kewenangan bersama provinsi atau pusat",
    "kabupaten": "Kewenangan kabupaten",
}
_KALIMAT_RISIKO: Final = "risiko lahan dan lingkungannya belum dinilai, jadi nilainya 3 dan belum 4"
_KALIMAT_SEBAGIAN: Final = "sebagian tempatnya di dalam delineasi, bagian itu ditempuh bersama Otorita IKN"
_KALIMAT_BERALIH: Final = "Di dalam delineasi: kewenangan beralih, kerja sama ditempuh bersama Otorita IKN"


def rate_skala(bahan: Bahan) -> Penilaian:
    """Rate E from the number and level of places and the RPJMD programmes of the urusan.

    4: more than one kecamatan and a programme; 3: more than one kecamatan, a kecamatan,
    or a programme; 2: several desa of one kecamatan; 1: one desa without a programme.
    Rows known only at regency level have no known scale: 3 with a programme, else not rated.
    """
    program = programmes_by_urusan(bahan.himpunan)
    urusan = bahan.text("kode_urusan")
    ada_program = np.array([bool(program.get(kode or "")) for kode in urusan], dtype=np.bool_)
    n_kecamatan = np.bincount(bahan.tempat.kecamatan.baris, minlength=len(bahan.rows))
    n_desa = np.bincount(bahan.tempat.desa.baris, minlength=len(bahan.rows))
    lintas, sekecamatan = n_kecamatan > 1, (n_kecamatan == 1) & (n_desa == 0)
    pilihan = [lintas & ada_program, lintas | sekecamatan | ada_program, n_desa > 1, n_desa == 1]
    nilai = np.select(pilihan, [4.0, 3.0, 2.0, 1.0], default=np.nan)

    def explain(letak: int) -> str:
        skala = _scale_text(int(n_kecamatan[letak]), int(n_desa[letak]))
        kode = urusan[letak]
        return f"{skala}; {_programme_text(kode, program.get(kode or '', []))}."

    def sources(letak: int) -> tuple[str, ...]:
        dari_program = [sumber for _, sumber in program.get(urusan[letak] or "", [])[:2]]
        return unique_texts(*dari_program)

    return Penilaian(nilai, explain, sources, by_rule(nilai))


@lru_cache(maxsize=2)
def programmes_by_urusan(himpunan: Himpunan) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Return urusan -> its RPJMD programmes (words, sources); missions do not count."""
    hasil: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    program = himpunan.rpjmd[himpunan.rpjmd["jenis"] == JENIS_PROGRAM]
    for baris in program.itertuples():
        for kode in as_texts(baris.kode_urusan):
            hasil.setdefault(kode, []).append((str(baris.uraian), as_texts(baris.sumber)))
    return hasil


def rate_kewenangan(bahan: Bahan) -> Penilaian:
    """Rate F from the authority over the urusan and from lying inside the delineation.

    0: province or central government; 1: every place inside the delineation, so authority
    moves to the Otorita; 2: some places inside, or shared authority; 3: kabupaten. The 4 of
    the rubric needs a person's word that the risk is low, so no rule gives it.
    """
    kewenangan = row_authority(bahan)
    dasar = np.array([KEWENANGAN.get(satu or "", np.nan) for satu in kewenangan], dtype=np.float64)
    semua, sebagian = inside_delineation(bahan)
    diketahui = ~np.isnan(dasar)
    pilihan = [diketahui & (dasar == 0), semua, sebagian & ~diketahui, sebagian, diketahui]
    batas = np.fmin(dasar, NILAI_SEBAGIAN_BERALIH)
    nilai = np.select(pilihan, [0.0, NILAI_BERALIH, NILAI_SEBAGIAN_BERALIH, batas, dasar], default=np.nan)
    catatan = bahan.text("kewenangan_catatan")

    def explain(letak: int) -> str:
        dimiliki = kewenangan[letak]
        kalimat = _KALIMAT_KEWENANGAN.get(dimiliki or "", "Kewenangan belum diketahui")
        if nilai[letak] > 0 and semua[letak]:
            kalimat = _KALIMAT_BERALIH
        elif nilai[letak] > 0 and sebagian[letak]:
            kalimat = f"{kalimat}; {_KALIMAT_SEBAGIAN}"
        elif nilai[letak] == KEWENANGAN["kabupaten"]:
            kalimat = f"{kalimat}; {_KALIMAT_RISIKO}"
        tambahan = catatan[letak]
        return f"{kalimat} (catatan: {tambahan})." if tambahan not in (None, dimiliki) else f"{kalimat}."

    def sources(letak: int) -> tuple[str, ...]:
        umum = ("UU 23/2014 (pengetahuan umum)",)
        return (*umum, SUMBER_DELINEASI) if semua[letak] or sebagian[letak] else umum

    return Penilaian(nilai, explain, sources, by_rule(nilai))


def desa_inside(himpunan: Himpunan) -> Angka:
    """Return for every desa how far its authority moves to the Otorita IKN: 0, 0.5, or 1.

    The treatment reported in 2025 wins ("terbelah" is half); where none is reported, half
    or more of the area inside the indicative line counts as inside.
    """
    irisan = himpunan.desa["irisan_ikn_persen"].to_numpy(np.float64)
    dalam = (np.nan_to_num(irisan, nan=0.0) >= IRISAN_PENUH_PERSEN).astype(np.float64)
    letak = {str(kode): posisi for posisi, kode in enumerate(himpunan.desa.index)}
    for kode, perlakuan in himpunan.ikn_desa["perlakuan_2025"].items():
        posisi, laporan = letak.get(str(kode)), PERLAKUAN.get((as_text(perlakuan) or "").casefold())
        if posisi is not None and laporan is not None:
            dalam[posisi] = laporan
    return np.asarray(dalam, dtype=np.float64)


def inside_delineation(bahan: Bahan) -> tuple[Topeng, Topeng]:
    """Tell which rows lie wholly, and which partly, inside the delineation."""
    irisan = bahan.himpunan.kecamatan["irisan_ikn_persen"].to_numpy(np.float64)
    dalam_kecamatan = (np.nan_to_num(irisan, nan=0.0) >= IRISAN_PENUH_PERSEN).astype(np.float64)
    di_desa = np.bincount(bahan.tempat.desa.baris, minlength=len(bahan.rows)) > 0
    bagian = np.where(
        di_desa,
        _share(bahan.tempat.desa, desa_inside(bahan.himpunan)),
        _share(bahan.tempat.kecamatan, dalam_kecamatan),
    )
    return bagian == 1.0, (bagian > 0.0) & (bagian < 1.0)


def _share(pasangan: Pasangan, dalam: Angka) -> Angka:
    """Return the mean share inside of each row's areas; 0 for a row without areas."""
    jumlah = np.bincount(pasangan.baris, minlength=pasangan.jumlah_baris)
    kena = np.bincount(pasangan.baris, weights=dalam[pasangan.wilayah], minlength=pasangan.jumlah_baris)
    return np.asarray(kena / np.maximum(jumlah, 1), dtype=np.float64)


def row_authority(bahan: Bahan) -> list[str | None]:
    """Return the row's own authority; that of its urusan where the row says nothing.

    A row whose note asks for a check stays unknown.
    """
    menurut_urusan = {str(kode): as_text(isi) for kode, isi in bahan.himpunan.urusan["kewenangan"].items()}
    kolom = (bahan.text("kewenangan"), bahan.text("kewenangan_catatan"), bahan.text("kode_urusan"))
    return [
        sendiri or (None if catatan else menurut_urusan.get(kode or ""))
        for sendiri, catatan, kode in zip(*kolom, strict=True)
    ]


def _scale_text(n_kecamatan: int, n_desa: int) -> str:
    """Return the reach of a row in words."""
    if n_kecamatan == 0:
        return "Baru tercatat pada tingkat kabupaten, skala tempatnya belum diketahui"
    if n_kecamatan > 1:
        return f"Lintas {n_kecamatan} kecamatan" + (f" ({n_desa} desa/kelurahan)" if n_desa else "")
    if n_desa == 0:
        return "Satu kecamatan"
    return "Satu desa/kelurahan" if n_desa == 1 else f"{n_desa} desa/kelurahan dalam satu kecamatan"


def _programme_text(kode: str | None, program: list[tuple[str, tuple[str, ...]]]) -> str:
    """Return which RPJMD programme serves the urusan."""
    if kode is None:
        return "urusannya belum diketahui"
    if not program:
        return f"belum ada program RPJMD tercatat untuk urusan {kode}"
    lainnya = f" dan {len(program) - 1} program lain" if len(program) > 1 else ""
    return f"dapat dilayani program RPJMD urusan {kode}: {program[0][0]}{lainnya} (usulan, perlu ditegaskan)"
