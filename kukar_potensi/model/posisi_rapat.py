"""Hold what a meeting saw, and tell what has changed between two such positions.

A position carries names beside ids, so that it can be read when the data has moved on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import ATURAN_MENGGANTUNG, KATEGORI_DESA
from kukar_potensi.model.paparan import Acara
from kukar_potensi.model.paparan_bentuk import TERVERIFIKASI
from kukar_potensi.model.rubrik import KRITERIA
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.status import BERAKHIR, SEGERA_BERAKHIR, TIDAK_DIKETAHUI
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

SEMUA_ANGKA: Final = (
    "Potensi",
    "Kerja sama",
    "Termasuk 210 yang dilaporkan",
    "Desa/kelurahan tercakup",
    "Potensi berelevansi tinggi",
    "Kerja sama daerah menggantung",
    "Kerja sama daerah segera berakhir",
    "Kerja sama daerah berakhir",
    "Kerja sama daerah bermasa berlaku tidak diketahui",
    "Baris diverifikasi OPD",
)


@dataclass(frozen=True)
class BarisPotensi:
    """One potensi as the meeting saw it."""

    id: str
    nama: str
    kelas: str
    terverifikasi: bool


@dataclass(frozen=True)
class BarisKerjaSama:
    """One cooperation as the meeting saw it; `keputusan` is empty where none is on record, `aturan` the rules it met."""

    id: str
    nama: str
    status: str
    keputusan: str
    terverifikasi: bool
    aturan: tuple[str, ...]


@dataclass(frozen=True)
class PosisiRapat:
    """What a meeting saw: data version, filter, day, weights (A to F), figures and rows."""

    versi: str
    tanggal: date
    saringan: Saringan
    sebutan_saringan: tuple[str, ...]
    acara: Acara
    bobot: tuple[float, ...]
    angka: tuple[tuple[str, int], ...]
    potensi: tuple[BarisPotensi, ...]
    kerja_sama: tuple[BarisKerjaSama, ...]


@dataclass(frozen=True)
class Beda:
    """One row that differs: id, name, and what was before and after (either may be empty)."""

    id: str
    nama: str
    dulu: str = ""
    kini: str = ""


@dataclass(frozen=True)
class Perbandingan:
    """What changed from one position to a later one.

    `angka` are (figure, before, after). `syarat` tells in words in which respects the two
    cannot be compared like with like: another filter, other weights, another order in time.
    """

    angka: tuple[tuple[str, int, int], ...]
    potensi_baru: tuple[Beda, ...]
    potensi_hilang: tuple[Beda, ...]
    kerja_sama_baru: tuple[Beda, ...]
    kerja_sama_hilang: tuple[Beda, ...]
    berakhir: tuple[Beda, ...]
    diputuskan: tuple[Beda, ...]
    status_lain: tuple[Beda, ...]
    menggantung: tuple[Beda, ...]
    tidak_menggantung: tuple[Beda, ...]
    diverifikasi: tuple[Beda, ...]
    kelas_lain: tuple[Beda, ...]
    syarat: tuple[str, ...]

    @property
    def is_sama(self) -> bool:
        """Tell whether not a single row changed."""
        return not any(
            getattr(self, nama)
            for nama in (
                "potensi_baru", "potensi_hilang", "kerja_sama_baru", "kerja_sama_hilang", "berakhir", "diputuskan",
                "status_lain", "menggantung", "tidak_menggantung", "diverifikasi", "kelas_lain",
            )
        )  # fmt: skip


def build_posisi(tampak: Tampak, evaluasi: Evaluasi, acara: Acara) -> PosisiRapat:
    """Return the position of a view on its day."""
    indeks = tampak.indeks
    return PosisiRapat(
        versi=indeks.himpunan.versi,
        tanggal=indeks.tanggal,
        saringan=tampak.saringan,
        sebutan_saringan=tuple(tampak.saringan.describe(indeks.kamus)),
        acara=acara,
        bobot=tuple(float(satu) for satu in indeks.bobot),
        angka=tuple(zip(SEMUA_ANGKA, _figures(tampak, evaluasi), strict=True)),
        potensi=_potential_rows(tampak.potensi),
        kerja_sama=_cooperation_rows(tampak.kerja_sama, evaluasi),
    )


def _figures(tampak: Tampak, evaluasi: Evaluasi) -> tuple[int, ...]:
    """Return the numbers in the order of `SEMUA_ANGKA`."""
    daerah = tampak.kerja_sama[tampak.kerja_sama["kategori"].ne(KATEGORI_DESA).to_numpy(bool)]
    status = daerah["status"].value_counts()
    terverifikasi = sum(
        int(tabel["status_verifikasi"].eq(TERVERIFIKASI).sum()) for tabel in (tampak.potensi, tampak.kerja_sama)
    )
    return (
        tampak.n_potensi,
        tampak.n_kerja_sama,
        tampak.n_masuk_210,
        tampak.n_desa_tercakup,
        tampak.n_tinggi,
        int(evaluasi.menggantung.reindex(daerah.index).sum()),
        *(int(status.get(satu, 0)) for satu in (SEGERA_BERAKHIR, BERAKHIR, TIDAK_DIKETAHUI)),
        terverifikasi,
    )


def _potential_rows(potensi: pd.DataFrame) -> tuple[BarisPotensi, ...]:
    lajur = (potensi[kolom].tolist() for kolom in ("nama", "kelas", "status_verifikasi"))
    return tuple(
        BarisPotensi(str(kode), str(nama), str(kelas), verifikasi == TERVERIFIKASI)
        for kode, nama, kelas, verifikasi in zip(potensi.index, *lajur, strict=True)
    )


def _cooperation_rows(kerja_sama: pd.DataFrame, evaluasi: Evaluasi) -> tuple[BarisKerjaSama, ...]:
    kena = evaluasi.kena.loc[kerja_sama.index]
    nama_aturan = tuple(map(str, kena.columns))
    keputusan = evaluasi.bahan["keputusan"].reindex(kerja_sama.index)
    hasil = []
    lajur = (kerja_sama[kolom].tolist() for kolom in ("judul", "status", "status_verifikasi"))
    for kode, judul, status, verifikasi, putusan, baris in zip(
        kerja_sama.index, *lajur, keputusan.tolist(), kena.to_numpy(bool), strict=True
    ):
        aturan = tuple(satu for satu, ada in zip(nama_aturan, baris, strict=True) if ada)
        putus = putusan if isinstance(putusan, str) else ""
        hasil.append(BarisKerjaSama(str(kode), str(judul), str(status), putus, verifikasi == TERVERIFIKASI, aturan))
    return tuple(hasil)


def compare_posisi(lama: PosisiRapat, baru: PosisiRapat) -> Perbandingan:
    """Return what changed from `lama` to `baru`: added, gone, ended, decided, verified, hanging."""
    potensi = {satu.id: satu for satu in lama.potensi}, {satu.id: satu for satu in baru.potensi}
    kerja_sama = {satu.id: satu for satu in lama.kerja_sama}, {satu.id: satu for satu in baru.kerja_sama}
    pasangan = [(kerja_sama[0][kode], satu) for kode, satu in kerja_sama[1].items() if kode in kerja_sama[0]]
    pasangan_potensi = [(potensi[0][kode], satu) for kode, satu in potensi[1].items() if kode in potensi[0]]
    nilai = dict(lama.angka)
    return Perbandingan(
        angka=tuple((nama, nilai[nama], kini) for nama, kini in baru.angka if nama in nilai),
        potensi_baru=_only_in(potensi[1], potensi[0]),
        potensi_hilang=_only_in(potensi[0], potensi[1]),
        kerja_sama_baru=_only_in(kerja_sama[1], kerja_sama[0]),
        kerja_sama_hilang=_only_in(kerja_sama[0], kerja_sama[1]),
        berakhir=_changed(pasangan, lambda d, k: d.status != BERAKHIR and k.status == BERAKHIR),
        diputuskan=tuple(
            Beda(kini.id, kini.nama, dulu.keputusan, kini.keputusan)
            for dulu, kini in pasangan
            if dulu.keputusan != kini.keputusan
        ),
        status_lain=_changed(pasangan, lambda d, k: k.status not in (d.status, BERAKHIR)),
        menggantung=_changed(pasangan, lambda d, k: not _hangs(d) and _hangs(k)),
        tidak_menggantung=_changed(pasangan, lambda d, k: _hangs(d) and not _hangs(k)),
        diverifikasi=(*_verified(pasangan_potensi), *_verified(pasangan)),
        kelas_lain=tuple(Beda(k.id, k.nama, d.kelas, k.kelas) for d, k in pasangan_potensi if d.kelas != k.kelas),
        syarat=_conditions(lama, baru),
    )


def _verified(
    pasangan: Iterable[tuple[BarisPotensi, BarisPotensi]] | Iterable[tuple[BarisKerjaSama, BarisKerjaSama]],
) -> tuple[Beda, ...]:
    return tuple(Beda(k.id, k.nama) for d, k in pasangan if k.terverifikasi and not d.terverifikasi)


def _hangs(baris: BarisKerjaSama) -> bool:
    return not set(ATURAN_MENGGANTUNG).isdisjoint(baris.aturan)


def _only_in(isi: Mapping[str, BarisPotensi] | Mapping[str, BarisKerjaSama], lain: Iterable[str]) -> tuple[Beda, ...]:
    ada = set(lain)
    return tuple(Beda(satu.id, satu.nama) for kode, satu in isi.items() if kode not in ada)


def _changed(
    pasangan: Iterable[tuple[BarisKerjaSama, BarisKerjaSama]], uji: Callable[[BarisKerjaSama, BarisKerjaSama], bool]
) -> tuple[Beda, ...]:
    return tuple(Beda(k.id, k.nama, d.status, k.status) for d, k in pasangan if uji(d, k))


def _conditions(lama: PosisiRapat, baru: PosisiRapat) -> tuple[str, ...]:
    hasil = []
    if lama.tanggal > baru.tanggal:
        hasil.append(
            f"Posisi pertama ({format_tanggal(lama.tanggal)}) lebih baru daripada posisi kedua ({format_tanggal(baru.tanggal)})."
        )
    if lama.saringan != baru.saringan:
        hasil.append(
            "Saringannya berbeda: baris yang bertambah atau hilang dapat berasal dari saringan, bukan dari data."
        )
    if lama.bobot != baru.bobot:
        hasil.append(f"Bobot rubriknya berbeda: {weights_text(lama.bobot)}, lalu {weights_text(baru.bobot)}.")
    hasil.append(_cause_text(lama, baru))
    return tuple(hasil)


def _cause_text(lama: PosisiRapat, baru: PosisiRapat) -> str:
    """Return what a change of class or status between the two can come from."""
    sebab = []
    if lama.versi != baru.versi:
        sebab.append("data")
    if lama.tanggal != baru.tanggal:
        sebab.append("tanggal (status menurut masa berlaku, kelas menurut umur angka)")
    if lama.bobot != baru.bobot:
        sebab.append("bobot rubrik (kelas)")
    if not sebab:
        return "Data, tanggal, dan bobotnya sama; bila status atau kelas berganti, aturan aplikasinya yang berubah."
    if len(sebab) == 1:
        return f"Dari data, tanggal, dan bobot, yang berbeda hanya {sebab[0]}; perubahan status atau kelas berasal dari situ."
    return f"Perubahan status atau kelas dapat berasal dari: {'; '.join(sebab)}."


def weights_text(bobot: Iterable[float]) -> str:
    """Return weights in words: "A 25 · B 25 · …"."""
    return " · ".join(f"{kode} {format_angka(nilai, 1)}" for kode, nilai in zip(KRITERIA, bobot, strict=False))
