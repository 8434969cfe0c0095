"""Plan the merge of a checked workbook's good rows into data/, and try it before anything is changed."""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber.berkas import decode_teks
from kukar_potensi.sumber.buku_kerja.jurnal import CADANGAN, GalatGabung, find_berkas, replace_semua
from kukar_potensi.sumber.buku_kerja.periksa_berkas import HasilBuku, HasilLembar, list_tercatat
from kukar_potensi.sumber.buku_kerja.perubahan import BARU, Perubahan, list_perubahan
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.muat import load_himpunan
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.skema import GalatData, Tabel

_ANGKA_ID: Final = re.compile(r"\d+")
_TEMUAN_DISEBUT: Final = 5


@dataclass(frozen=True, eq=False)
class Rencana:
    """A merge that was tried and is sound: what changes, and the bytes before and after."""

    folder: Path
    versi: str
    perubahan: tuple[Perubahan, ...]
    lama: dict[str, bytes]
    baru: dict[str, bytes]
    catatan: tuple[str, ...]


def plan_gabung(hasil: HasilBuku, himpunan: Himpunan, folder: Path) -> Rencana:
    """Return the merge of a workbook's good rows into a data folder; nothing is written there.

    `himpunan` is the folder as loaded, against which the workbook was checked. New rows get
    the next numbers; rows that complete a recorded one change its cells where they differ.
    The changed tables are loaded on trial. Raises GalatGabung (Indonesian) when that shows
    a fault that was not there before, or when a table cannot be rewritten safely.
    """
    perubahan: list[Perubahan] = []
    lama: dict[str, bytes] = {}
    baru: dict[str, bytes] = {}
    catatan: list[str] = []
    for lembar in hasil.lembar:
        tabel = lembar.formulir.tabel
        if not lembar.baru and not lembar.ubah:
            continue
        isi = find_berkas(folder, tabel.berkas).read_bytes()
        baris, baku = _read_baris(isi, tabel, himpunan)
        if not baku:
            catatan.append(f"{tabel.berkas} ditulis ulang dalam bentuk baku: UTF-8, pemisah koma, titik desimal.")
        satu = _merge_lembar(baris, lembar, himpunan)
        perubahan += satu
        lama[tabel.berkas], baru[tabel.berkas] = isi, _write_baris(baris)
    rencana = Rencana(folder, himpunan.versi, tuple(perubahan), lama, baru, tuple(catatan))
    if perubahan:
        _try_rencana(rencana, himpunan)
    return rencana


def apply_rencana(rencana: Rencana) -> Path:
    """Make the change, all or nothing, and return the folder that keeps the old tables.

    Raises GalatGabung when the folder changed meanwhile or cannot be written; then nothing is changed.
    """
    return replace_semua(rencana.folder, rencana.lama, rencana.baru, rencana.versi)


def _read_baris(isi: bytes, tabel: Tabel, himpunan: Himpunan) -> tuple[list[list[str]], bool]:
    """Return the header and rows of a table, and whether the file already has the form that is written.

    A file in that form keeps every byte of the rows that do not change.
    """
    teks = decode_teks(tabel.berkas, isi)
    baris = list(csv.reader(StringIO(teks, newline="")))
    if baris and baris[0] == tabel.nama_kolom and _write_baris(baris) == isi:
        return baris, True
    if any(temuan.berkas == tabel.berkas for temuan in himpunan.temuan):
        raise GalatGabung(
            f"{tabel.berkas} tidak dalam bentuk baku dan masih ada kesalahannya. Perbaiki dulu menurut "
            "`python -m kukar_potensi periksa`, lalu ulangi."
        )
    rapi = tidy_lembar(read_lembar(isi, tabel), tabel).fillna("")
    return [tabel.nama_kolom, *([str(sel) for sel in satu] for satu in rapi.to_numpy())], False


def _write_baris(baris: Sequence[Sequence[str]]) -> bytes:
    keluar = StringIO(newline="")
    csv.writer(keluar, lineterminator="\n").writerows(baris)
    return keluar.getvalue().encode("utf-8")


def _merge_lembar(baris: list[list[str]], lembar: HasilLembar, himpunan: Himpunan) -> list[Perubahan]:
    """Change and add rows of one table in place and return what changed, in the order of the sheet."""
    tabel = lembar.formulir.tabel
    tercatat = list_tercatat(himpunan, lembar.formulir)
    letak = {satu[0]: nomor for nomor, satu in enumerate(baris)}
    kolom_nama = lembar.formulir.kembar[0]
    perubahan = list(list_perubahan(lembar.baik, tercatat, lembar.formulir))
    for satu in perubahan:
        for nama, _, nilai in satu.sel:
            baris[letak[satu.id]][tabel.nama_kolom.index(nama)] = nilai
    nomor_baru = _find_nomor([satu[0] for satu in baris[1:]])
    tambahan = lembar.baik[lembar.baik["id"].isna()].fillna("")
    for nomor, isi in zip(tambahan.index.tolist(), tambahan.to_dict("records"), strict=True):
        cocok = {str(nama): str(sel) for nama, sel in isi.items()}
        kode = f"{tabel['id'].contoh[0]}{nomor_baru:03d}"
        nomor_baru += 1
        baris.append([kode, *(cocok[nama] for nama in tabel.nama_kolom[1:])])
        terisi = tuple((nama, "", cocok[nama]) for nama in tabel.nama_kolom[1:] if cocok[nama])
        perubahan.append(Perubahan(tabel.nama, kode, BARU, cocok[kolom_nama], terisi, nomor))
    return sorted(perubahan, key=lambda satu: satu.baris)


def _find_nomor(kode: Sequence[str]) -> int:
    """Return the number after the highest one in use, also by rows that were not loaded."""
    return max((int(angka[0]) for satu in kode if (angka := _ANGKA_ID.search(satu))), default=0) + 1


def _try_rencana(rencana: Rencana, himpunan: Himpunan) -> None:
    """Load the folder as it would be; raise GalatGabung unless every row of the merge loads without a new fault."""
    with tempfile.TemporaryDirectory(prefix="kukar-gabung-") as sementara:
        coba = Path(sementara) / "data"
        shutil.copytree(rencana.folder, coba, ignore=shutil.ignore_patterns(CADANGAN, ".*"))
        for nama, isi in rencana.baru.items():
            (coba / nama).write_bytes(isi)
        try:
            hasil = load_himpunan(coba)
        except GalatData as galat:
            raise GalatGabung(f"Data hasil gabungan tidak dapat dimuat: {galat}") from galat
    dulu = {temuan.kalimat() for temuan in himpunan.temuan}
    temuan_baru = [temuan for temuan in hasil.temuan if temuan.kalimat() not in dulu]
    hilang = [
        satu.id
        for satu in rencana.perubahan
        if satu.id not in (hasil.potensi if satu.tabel == "potensi" else hasil.kerja_sama).index
    ]
    if temuan_baru or hilang:
        daftar = "\n".join(f"- {satu.kalimat()}" for satu in temuan_baru[:_TEMUAN_DISEBUT])
        raise GalatGabung(
            "Baris yang digabung membuat data bersalah, jadi tidak ada yang diubah. "
            f"{len(hilang)} baris tidak termuat.\n{daftar}"
        )
