"""Propose what to cooperate on, with whom and why, for every gap.

A candidate gathers the relevant potensi of one sector and one place that share the same
route; the facts that are still missing are counted beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.celah import Celah, Petak, closing_rows, spread_rows
from kukar_potensi.model.jalur import KODE_JALUR, names_of, route_rows
from kukar_potensi.model.keselarasan_rencana import urusan_with_programme
from kukar_potensi.model.kriteria import as_text, unique_texts
from kukar_potensi.model.kriteria_isi import USIA_ANGKA_TAHUN
from kukar_potensi.model.tampak import Indeks
from kukar_potensi.model.tempat import DESA, KECAMATAN, Topeng

TERVERIFIKASI: Final = "terverifikasi OPD"
SUMBER_LEMAH: Final = "C"

IRISAN_TERPOTONG_PERSEN: Final = (1.0, 99.0)
"""A kecamatan between these shares is cut by the line: its own rows may lie on either side."""

FAKTA: Final = {
    "angka": "angka dan satuannya",
    "tahun": "tahun angka",
    "angka_lama": f"angka terbaru (yang tercatat lebih dari {USIA_ANGKA_TAHUN} tahun)",
    "lahan": "kejelasan lahan atau aset",
    "lembaga": "kelembagaan pelaku",
    "rencana": "dokumen rencana atau kajian",
    "minat": "minat mitra",
    "letak": "desa tempatnya",
    "delineasi": "letaknya terhadap delineasi IKN",
    "opd": "OPD penanggung jawab",
    "program": "program RPJMD untuk urusannya",
    "sumber": "sumber yang lebih kuat",
    "verifikasi": "verifikasi OPD",
}
KODE_FAKTA: Final = tuple(FAKTA)

Sel = dict[tuple[int, int], tuple[str, ...]]

_BUKTI: Final = {"lahan": "bukti_lahan", "lembaga": "bukti_lembaga", "rencana": "bukti_rencana", "minat": "bukti_mitra"}


@dataclass(frozen=True)
class Calon:
    """One candidate of cooperation.

    `kecamatan` are the codes of the places whose gaps it answers ("" the regency level):
    one object with several places makes one candidate. `jalur` are route codes, the main one first;
    `potensi` the ids of its objects, best score first, `skor` the best of them; `opd` their
    agencies. `kurang` counts for each missing fact how many of the objects lack it.
    `kerja_sama` are cooperations of the same sector and places that do not close the gap
    (ended, not in force, village's, or for TKKSD to judge); `menaungi` those of the sector
    at regency level whose reach is unknown.
    """

    sektor: str
    kecamatan: tuple[str, ...]
    jalur: tuple[str, ...]
    potensi: tuple[str, ...]
    skor: float
    opd: tuple[str, ...]
    kurang: tuple[tuple[str, int], ...]
    kerja_sama: tuple[str, ...]
    menaungi: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class BahanCalon:
    """What no filter changes.

    Routes (rows x 8), missing facts (rows x 13), and ids of cooperations by sector and
    column of the gap matrix: those that close a gap and those that do not. `kode` and `opd`
    are the ids and agencies (None unknown) of the potensi.
    """

    kode: tuple[str, ...]
    opd: tuple[str | None, ...]
    jalur: npt.NDArray[np.bool_]
    kurang: npt.NDArray[np.bool_]
    menutup: Sel
    tidak_menutup: Sel


def prepare_calon(indeks: Indeks) -> BahanCalon:
    """Return routes, missing facts and cooperations of a whole data set, once per index."""
    _, petak = spread_rows(indeks)
    menutup = closing_rows(indeks)
    id_kerja_sama = [str(kode) for kode in indeks.kerja_sama.index]
    return BahanCalon(
        kode=tuple(str(kode) for kode in indeks.potensi.index),
        opd=tuple(as_text(kode) for kode in indeks.potensi["opd"]),
        jalur=route_rows(indeks),
        kurang=missing_facts(indeks),
        menutup=_by_cell(petak.where(menutup), id_kerja_sama),
        tidak_menutup=_by_cell(petak.where(~menutup), id_kerja_sama),
    )


def missing_facts(indeks: Indeks) -> npt.NDArray[np.bool_]:
    """Tell which facts every potensi still lacks, rows x 13 in the order of `KODE_FAKTA`.

    A blank means that nothing is on record, not that the thing does not exist.
    """
    rows, himpunan = indeks.potensi, indeks.himpunan
    tanpa_angka = rows["nilai"].isna().to_numpy(np.bool_)
    tanpa_tahun = rows["tahun_data"].isna().to_numpy(np.bool_)
    usia = indeks.tanggal.year - rows["tahun"].astype("Float64").to_numpy(np.float64, na_value=np.nan)
    program = urusan_with_programme(himpunan)
    hasil: dict[str, Topeng] = {
        "angka": tanpa_angka,
        "tahun": ~tanpa_angka & tanpa_tahun,
        "angka_lama": ~tanpa_angka & ~tanpa_tahun & (usia > USIA_ANGKA_TAHUN),
        **{kode: _blank(rows[kolom]) for kode, kolom in _BUKTI.items()},
        "letak": rows["tingkat"].ne(DESA).to_numpy(np.bool_),
        "delineasi": _straddles(indeks),
        "opd": _blank(rows["opd"]),
        "program": ~rows["kode_urusan"].isin(program).to_numpy(np.bool_),
        "sumber": (rows["kelas_sumber"].isna() | rows["kelas_sumber"].eq(SUMBER_LEMAH)).to_numpy(np.bool_),
        "verifikasi": rows["status_verifikasi"].ne(TERVERIFIKASI).to_numpy(np.bool_),
    }
    return np.column_stack([hasil[kode] for kode in KODE_FAKTA])


def list_calon(celah: Celah, indeks: Indeks, bahan: BahanCalon) -> tuple[Calon, ...]:
    """Return the candidates for the gaps, the highest scoring first.

    Equal scores: the one with more objects first, then the order of sector and place.
    """
    petak = celah.petak_celah
    if not len(petak.baris):
        return ()
    skor = indeks.skor_potensi[petak.baris]
    jalur = bahan.jalur[petak.baris] @ (1 << np.arange(len(KODE_JALUR)))
    kunci = (petak.sektor * len(celah.kolom) + petak.kolom) * (1 << len(KODE_JALUR)) + jalur
    urut = np.lexsort((petak.baris, -skor, kunci))
    batas = np.flatnonzero(np.diff(kunci[urut])) + 1
    calon = [_gather(celah, indeks, bahan, urut[mulai]) for mulai in _slices(batas, len(urut))]
    letak = {kode: posisi for posisi, kode in enumerate(celah.sektor)}
    return tuple(
        sorted(_merge(calon), key=lambda c: (-round(c.skor, 6), -len(c.potensi), letak[c.sektor], c.kecamatan))
    )


def _merge(calon: list[Calon]) -> list[Calon]:
    """Return candidates with the same objects in several places as one."""
    hasil: dict[tuple[str, tuple[str, ...]], Calon] = {}
    for satu in calon:
        kunci = (satu.sektor, satu.potensi)
        ada = hasil.get(kunci)
        hasil[kunci] = (
            satu
            if ada is None
            else replace(
                ada,
                kecamatan=(*ada.kecamatan, *satu.kecamatan),
                kerja_sama=unique_texts(ada.kerja_sama, satu.kerja_sama),
            )
        )
    return list(hasil.values())


def _slices(batas: npt.NDArray[np.int64], panjang: int) -> list[slice]:
    """Return the runs between boundaries."""
    tepi = [0, *batas.tolist(), panjang]
    return [slice(awal, akhir) for awal, akhir in pairwise(tepi)]


def _gather(celah: Celah, indeks: Indeks, bahan: BahanCalon, letak: npt.NDArray[np.int64]) -> Calon:
    """Return one candidate from the positions of its triples, best score first."""
    petak = celah.petak_celah
    baris = petak.baris[letak]
    sektor, kolom = int(petak.sektor[letak[0]]), int(petak.kolom[letak[0]])
    opd = [bahan.opd[satu] for satu in baris.tolist()]
    kurang = bahan.kurang[baris].sum(axis=0).tolist()
    return Calon(
        sektor=celah.sektor[sektor],
        kecamatan=(celah.kolom[kolom],),
        jalur=names_of(bahan.jalur[baris[0]]),
        potensi=tuple(bahan.kode[satu] for satu in baris.tolist()),
        skor=float(indeks.skor_potensi[baris[0]]),
        opd=tuple(dict.fromkeys(kode for kode in opd if kode)),
        kurang=tuple((kode, kali) for kode, kali in zip(KODE_FAKTA, kurang, strict=True) if kali),
        kerja_sama=bahan.tidak_menutup.get((sektor, kolom), ()),
        menaungi=bahan.menutup.get((sektor, len(celah.kolom) - 1), ()),
    )


def _by_cell(petak: Petak, id_baris: list[str]) -> Sel:
    """Return the ids of the rows of every sector and column."""
    hasil: dict[tuple[int, int], list[str]] = {}
    for baris, sektor, kolom in zip(petak.baris, petak.sektor, petak.kolom, strict=True):
        hasil.setdefault((int(sektor), int(kolom)), []).append(id_baris[baris])
    return {sel: tuple(isi) for sel, isi in hasil.items()}


def _straddles(indeks: Indeks) -> Topeng:
    """Tell which rows are known only by a kecamatan that the delineation cuts."""
    irisan = indeks.himpunan.kecamatan["irisan_ikn_persen"]
    terpotong = {
        str(kode) for kode, bagian in irisan.items() if IRISAN_TERPOTONG_PERSEN[0] < bagian < IRISAN_TERPOTONG_PERSEN[1]
    }
    kolom = zip(indeks.potensi["tingkat"], indeks.potensi["kode_kecamatan"], strict=True)
    hasil = [tingkat == KECAMATAN and not terpotong.isdisjoint(daftar) for tingkat, daftar in kolom]
    return np.array(hasil, dtype=np.bool_)


def _blank(kolom: pd.Series) -> Topeng:
    """Tell which cells hold nothing."""
    return np.array([as_text(isi) is None for isi in kolom], dtype=np.bool_)
