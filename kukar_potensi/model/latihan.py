"""Make the exercises of a workshop, with answers computed from the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.status import TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import Tampak

PETA: Final = "pages/peta.py"
KERJA_SAMA: Final = "pages/kerja_sama.py"


@dataclass(frozen=True)
class Latihan:
    """One exercise: question, how to find out, answer, and the page and filter that show it."""

    soal: str
    cara: str
    jawab: str
    halaman: str
    saringan: Saringan
    lain: tuple[tuple[str, str], ...] = ()


def build_latihan(tampak: Tampak, kecamatan: str | None = None) -> list[Latihan]:
    """Return five exercises on a view without filter.

    `kecamatan` (code) is the one asked about; by default the one with the most potensi. Empty data gives answers
    that say so.
    """
    himpunan = tampak.indeks.himpunan
    jumlah = tampak.cacah_kecamatan.potensi
    terbanyak = str(himpunan.kecamatan.index[int(np.argmax(jumlah))])
    kode = kecamatan if kecamatan in himpunan.kecamatan.index else terbanyak
    return [
        _most_potensi(tampak),
        _without_record(tampak),
        _sector_of(tampak, str(kode)),
        _unknown_end(tampak),
        _top_relevance(tampak),
    ]


def _most_potensi(tampak: Tampak) -> Latihan:
    jumlah = tampak.cacah_kecamatan.potensi
    n = int(jumlah.max())
    nama = [str(x) for x in tampak.indeks.himpunan.kecamatan["nama"].to_numpy()[jumlah == n]]
    jawab = f"{' dan '.join(nama)}, {n} potensi tercatat." if n else "Belum ada potensi yang tercatat."
    return Latihan(
        "Kecamatan mana yang paling banyak mencatat potensi?",
        "Buka Peta, warna Jumlah potensi, per kecamatan; urutkan tabel Wilayah menurut kolom Potensi.",
        jawab,
        PETA,
        Saringan(),
    )


def _without_record(tampak: Tampak) -> Latihan:
    n = int((tampak.cacah_desa.potensi == 0).sum())
    return Latihan(
        "Berapa desa dan kelurahan yang belum mencatat potensi apa pun?",
        "Buka Peta per desa; baca baris “belum ada yang tercatat” pada legenda.",
        f"{n} dari {len(tampak.indeks.himpunan.desa)}. Belum tercatat tidak berarti tidak punya potensi.",
        PETA,
        Saringan(),
        (("tingkat", "Per desa"),),
    )


def _sector_of(tampak: Tampak, kode: str) -> Latihan:
    himpunan = tampak.indeks.himpunan
    saringan = Saringan(kecamatan=(kode,))
    sektor = tampak.indeks.apply(saringan).potensi["sektor"].value_counts()
    nama = str(himpunan.kecamatan.at[kode, "nama"])
    if sektor.empty:
        jawab = f"Belum ada potensi yang tercatat di Kecamatan {nama}."
    else:
        teratas = [str(himpunan.sektor.at[s, "nama"]) for s in sektor.index[sektor == sektor.iloc[0]]]
        jawab = f"{' dan '.join(teratas)}, {int(sektor.iloc[0])} dari {int(sektor.sum())} potensi."
    return Latihan(
        f"Sektor apa yang paling banyak tercatat di Kecamatan {nama}?",
        f"Saring Wilayah ke {nama}, lalu baca angka per sektor di bawah peta.",
        jawab,
        PETA,
        saringan,
    )


def _unknown_end(tampak: Tampak) -> Latihan:
    status = tampak.kerja_sama["status"]
    n = int((status == TIDAK_DIKETAHUI).sum())
    return Latihan(
        "Berapa kerja sama tercatat yang masa berlakunya tidak diketahui?",
        "Buka Kerja Sama; baca angka “masa berlaku tidak diketahui”. Ditambah kerja sama desa, bila ada.",
        f"{n} dari {len(status)} kerja sama, termasuk kerja sama desa. OPD pemiliknya perlu melengkapi tanggal berakhir.",
        KERJA_SAMA,
        Saringan(status=(TIDAK_DIKETAHUI,)),
    )


def _format(skor: float) -> str:
    """Write a score as the tables do: one decimal, with a comma."""
    return f"{skor:.1f}".replace(".", ",")


def _top_relevance(tampak: Tampak) -> Latihan:
    skor = tampak.potensi["skor"].dropna().sort_values(ascending=False, kind="stable")
    if skor.empty:
        jawab = "Belum ada potensi yang dinilai."
    else:
        setara = skor[np.isclose(skor, skor.iloc[0])]
        nama = str(tampak.potensi.at[setara.index[0], "nama"])
        lain = f" (bersama {len(setara) - 1} potensi lain)" if len(setara) > 1 else ""
        jawab = f"{nama}, skor {_format(skor.iloc[0])} dari 100{lain}. Rubriknya usulan; TKKSD yang menetapkan."
    return Latihan(
        "Potensi mana yang skor relevansi IKN-nya paling tinggi?",
        "Buka Peta, pilih daftar Potensi, lalu urutkan menurut kolom Relevansi.",
        jawab,
        PETA,
        Saringan(),
        (("daftar", "Potensi"),),
    )
