"""Bring together what the evaluation rules look at, one row a cooperation, for one day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from kukar_potensi.model.evaluasi_aturan import JENIS_ADENDUM, JENIS_TURUNAN, PENINDAK_TKKSD
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jangka import Hari, months_between, term_years
from kukar_potensi.model.keselarasan_rencana import propose_rencana
from kukar_potensi.model.rantai import Rantai, describe_loop
from kukar_potensi.model.status import PRESISI_BELUM_DITANDATANGANI, status_table
from kukar_potensi.model.tanggal import parse_tanggal

AWAL_RENCANA: Final = ("rencana", "rencananya", "penjajakan", "persiapan")
"""A follow-up that begins so describes a plan."""
KATA_RENCANA: Final = ("direncanakan", "dijadwalkan", "akan dibahas", "akan dikerjakan", "akan dilaksanakan")
"""A follow-up whose first clause holds one of these describes a plan."""

_LANJUTAN: Final = re.compile(r"[Ll]anjutan (K\d{3,})\b")
"""A note that says which cooperation this one continues: "Merupakan lanjutan K009."."""

_KOLOM: Final = [
    "jenis_dokumen",
    "jenis_dokumen_sumber",
    "induk",
    "kategori",
    "sifat_ksdd",
    "opd",
    "kode_urusan",
    "tanggal_ttd",
    "presisi_ttd",
    "jangka_waktu",
    "tanggal_berakhir",
    "dasar_berakhir",
    "tanggal_keputusan",
    "rujukan_rencana",
    "status_verifikasi",
    "ttd_awal",
    "ttd_akhir",
    "berakhir_awal",
    "berakhir_akhir",
]


def build_bahan(himpunan: Himpunan, rantai: Rantai, tanggal: date) -> pd.DataFrame:
    """Return the columns the rules need, with the index of `himpunan.kerja_sama`.

    Beside columns of the register: status, mendesak, sisa_hari; keputusan (only a decision
    known on `tanggal`, else null), jangka_tahun (years of the term, NaN unknown), umur_bulan (whole months since the last possible day of
    signing), n_laporan, laporan_terakhir and laporan_awal (last and first possible day of
    the last report), laporan_teks (its date as recorded), rencana_teks (of the last plan, see
    `is_rencana`), jeda_bulan (months since), punya_turunan (bool), masalah_rantai (text or null), dilanjutkan (what goes on in its place, "K114 (2023)", or null), nama_opd, urusan_opd, nama_urusan,
    opd_urusan, opd_pendek and opd_urusan_pendek (usual short names), calon_rencana (texts to put in a sentence, null when unknown), di_luar_urusan
    (bool) and penindak (who must act). Nothing dated after `tanggal` is counted.
    """
    kerja_sama = himpunan.kerja_sama
    bahan = kerja_sama[_KOLOM].join(status_table(kerja_sama, tanggal))
    bahan["keputusan"] = _decided(kerja_sama, tanggal)
    bahan["jangka_tahun"] = [term_years(teks) for teks in bahan["jangka_waktu"]]
    bahan["umur_bulan"] = months_between(_days(bahan["ttd_akhir"]), tanggal)
    rencana = is_rencana(himpunan.tindak_lanjut["peristiwa"])
    bahan = bahan.join(_reports(kerja_sama, himpunan.tindak_lanjut[~rencana], tanggal))
    bahan["rencana_teks"] = _reports(kerja_sama, himpunan.tindak_lanjut[rencana], tanggal)["laporan_teks"]
    bahan["n_laporan"] = bahan["n_laporan"].fillna(0).astype("int64")
    bahan["jeda_bulan"] = months_between(_days(bahan["laporan_terakhir"]), tanggal)
    bahan["punya_turunan"] = bahan.index.isin(list(rantai.with_descendant(_signed_turunan(kerja_sama, tanggal))))
    bahan["masalah_rantai"] = _chain_faults(kerja_sama, rantai)
    bahan["dilanjutkan"] = _continued(kerja_sama, tanggal)
    return bahan.join(_duties(himpunan, tanggal.year))


def _decided(kerja_sama: pd.DataFrame, tanggal: date) -> pd.Series:
    """Return the decision recorded by `tanggal`; one dated later is not known yet."""
    nanti = {
        kode
        for kode, teks in kerja_sama["tanggal_keputusan"].dropna().items()
        if (rentang := parse_tanggal(teks)) and rentang.awal > tanggal
    }
    keputusan = kerja_sama["keputusan"]
    return keputusan.mask(keputusan.index.isin(nanti)) if nanti else keputusan


def _reports(kerja_sama: pd.DataFrame, tindak_lanjut: pd.DataFrame, tanggal: date) -> pd.DataFrame:
    """Return how many dated reports each cooperation has and which is the last, by id.

    A report counts from its first possible day on and is as fresh as its last possible day
    by `tanggal`. What wholly precedes the signing is preparation, not a report.
    """
    hari_ini = pd.Timestamp(tanggal)
    ttd = kerja_sama["ttd_awal"].reindex(tindak_lanjut["id_kerja_sama"]).to_numpy()
    persiapan = tindak_lanjut["tanggal_akhir"].to_numpy() < ttd
    isi = tindak_lanjut[tindak_lanjut["tanggal_awal"].le(hari_ini).to_numpy(bool) & ~persiapan]
    isi = isi.assign(segar=isi["tanggal_akhir"].where(isi["tanggal_akhir"].lt(hari_ini), hari_ini))
    isi = isi.sort_values("segar", kind="stable")
    akhir = isi.drop_duplicates("id_kerja_sama", keep="last").set_index("id_kerja_sama")
    hasil = akhir[["segar", "tanggal_awal", "tanggal"]].set_axis(
        ["laporan_terakhir", "laporan_awal", "laporan_teks"], axis=1
    )
    return hasil.assign(n_laporan=isi["id_kerja_sama"].value_counts())


def is_rencana(peristiwa: pd.Series) -> npt.NDArray[np.bool_]:
    """Tell which follow-ups describe a plan, not what was done: they are no reports.

    The rule: the text begins with one of `AWAL_RENCANA`, or its first clause (up to a
    semicolon or full stop) holds one of `KATA_RENCANA`.
    """
    teks = peristiwa.fillna("").astype("str").str.casefold()
    awal = teks.str.match(rf"\W*(?:{'|'.join(AWAL_RENCANA)})\b")
    kata = teks.str.split(r"[;.]", regex=True).str[0].str.contains(rf"\b(?:{'|'.join(KATA_RENCANA)})\b", regex=True)
    return np.asarray((awal | kata).to_numpy(bool))


def _signed_turunan(kerja_sama: pd.DataFrame, tanggal: date) -> list[str]:
    """Return the ids of PKS and the like that were signed by `tanggal`."""
    tertanda = ~kerja_sama["presisi_ttd"].eq(PRESISI_BELUM_DITANDATANGANI) & ~kerja_sama["ttd_awal"].gt(
        pd.Timestamp(tanggal)
    )
    jenis = kerja_sama["jenis_dokumen"].isin(JENIS_TURUNAN)
    return [str(kode) for kode in kerja_sama.index[(jenis & tertanda).to_numpy(bool)]]


def _chain_faults(kerja_sama: pd.DataFrame, rantai: Rantai) -> pd.Series:
    """Return what is wrong with the chain of each cooperation, null where nothing is."""
    yatim = kerja_sama.index[
        (kerja_sama["jenis_dokumen"].eq(JENIS_ADENDUM) & kerja_sama["induk"].isna()).to_numpy(bool)
    ]
    isi = dict.fromkeys(map(str, yatim), "Dokumen ini adendum, tetapi induknya belum tercatat.")
    isi |= {kode: f"Induk {induk} tidak ada dalam data." for kode, induk in rantai.hilang.items()}
    for lingkar in rantai.putaran:
        isi |= dict.fromkeys(lingkar, f"Rantai induknya berputar: {describe_loop(lingkar)}.")
    return pd.Series([isi.get(kode) for kode in kerja_sama.index], index=kerja_sama.index, dtype="object")


def _continued(kerja_sama: pd.DataFrame, tanggal: date) -> pd.Series:
    """Return which cooperation continues each, as the note of the later one says; only one signed by `tanggal`."""
    isi: dict[str, str] = {}
    for kode, catatan, ttd in zip(kerja_sama.index, kerja_sama["catatan"], kerja_sama["ttd_awal"], strict=True):
        lama = _LANJUTAN.search(catatan) if isinstance(catatan, str) else None
        if lama and lama[1] != kode and (pd.isna(ttd) or ttd.date() <= tanggal):
            isi[lama[1]] = f"{kode}" if pd.isna(ttd) else f"{kode} ({ttd.year})"
    return pd.Series([isi.get(str(kode)) for kode in kerja_sama.index], index=kerja_sama.index, dtype="object")


def _duties(himpunan: Himpunan, tahun: int) -> pd.DataFrame:
    """Return who holds what: names and lists of urusan, and whether the OPD holds the urusan."""
    kerja_sama, opd, urusan = himpunan.kerja_sama, himpunan.opd, himpunan.urusan
    daftar = {str(kode): tuple(isi) for kode, isi in opd["kode_urusan"].items()}
    pemegang = {str(kode): tuple(isi) for kode, isi in urusan["opd"].items()}
    pasangan = {(pelaku, kode) for pelaku, isi in daftar.items() for kode in isi}
    pasangan |= {(pelaku, kode) for kode, isi in pemegang.items() for pelaku in isi}
    nama_opd = {str(kode): str(nama) for kode, nama in opd["nama"].items()}
    pendek = dict(zip(nama_opd, map(short_name, opd["nama"], opd["singkatan"]), strict=True))
    nama_urusan = {str(kode): f"{kode} {nama}" for kode, nama in urusan["nama"].items()}
    pelaku, kode, sektor = (_texts(kerja_sama[kolom]) for kolom in ("opd", "kode_urusan", "sektor"))
    pasang = list(zip(kode, sektor, strict=True))
    rencana = {satu: propose_rencana(satu[0], himpunan, tahun, satu[1]) for satu in set(pasang)}
    return pd.DataFrame(
        {
            "nama_opd": [nama_opd.get(p or "") for p in pelaku],
            "urusan_opd": [", ".join(daftar.get(p or "", ())) or None for p in pelaku],
            "nama_urusan": [nama_urusan.get(k or "") for k in kode],
            "opd_urusan": [_join(nama_opd, pemegang.get(k or "", ())) for k in kode],
            "opd_pendek": [pendek.get(p or "") for p in pelaku],
            "opd_urusan_pendek": [_join(pendek, pemegang.get(k or "", ())) for k in kode],
            "calon_rencana": [rencana[satu] for satu in pasang],
            "di_luar_urusan": _outside(pelaku, kode, pasangan, daftar),
            "penindak": [nama_opd.get(p or "") or PENINDAK_TKKSD for p in pelaku],
        },
        index=kerja_sama.index,
    )


def short_name(nama: object, singkatan: object) -> str:
    """Return the usual short name of an agency, its name where none is on record."""
    return singkatan if isinstance(singkatan, str) and singkatan.strip() else str(nama)


def _outside(
    pelaku: list[str | None], kode: list[str | None], pasangan: set[tuple[str, str]], daftar: dict[str, tuple[str, ...]]
) -> npt.NDArray[np.bool_]:
    """Tell where OPD and urusan are both on record and do not belong together."""
    return np.array(
        [bool(p and k and daftar.get(p) and (p, k) not in pasangan) for p, k in zip(pelaku, kode, strict=True)],
        dtype=bool,
    )


def _join(nama: dict[str, str], kode: tuple[str, ...]) -> str | None:
    return " atau ".join(nama[satu] for satu in kode if satu in nama) or None


def _texts(kolom: pd.Series) -> list[str | None]:
    return [isi if isinstance(isi, str) else None for isi in kolom.tolist()]


def _days(kolom: pd.Series) -> Hari:
    return pd.to_datetime(kolom).to_numpy().astype("datetime64[D]")
