"""Read one CSV text, however it was saved, into the columns that a table declares."""

from __future__ import annotations

import csv
import sys
from io import StringIO
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.berkas import decode_teks
from kukar_potensi.sumber.skema import GalatData, Lembar, Tabel
from kukar_potensi.sumber.temuan import suggest_nama

_PEMISAH: Final = (",", ";", "\t", "|")
_PETUNJUK_EXCEL: Final = "sep="
_JUDUL_PANJANG: Final = 10_000

Rekaman = tuple[int, list[str]]


def read_lembar(isi: bytes, tabel: Tabel) -> Lembar:
    """Read the bytes of a CSV file into the columns that a table declares.

    Forgiven: the order of columns, capital letters and spaces in their names, comma,
    semicolon, tab or bar between cells, blank lines, spaces round a cell. A column too
    many or too few and a row with another number of cells become faults. Raises GalatData
    when no table can be read: no header, a required column missing, a quote left open.
    """
    teks = decode_teks(tabel.berkas, isi)
    pemisah = _find_pemisah(teks, tabel)
    (_, judul), *rekaman = _read_rekaman(teks, pemisah, tabel.berkas)
    letak, temuan_judul = _match_judul(judul, rekaman, tabel)
    utuh, temuan_baris = _keep_utuh(rekaman, len(judul), tabel.berkas)
    lajur = {nama: [sel[letak[nama]] or None for _, sel in utuh] for nama in letak}
    kosong = [None] * len(utuh)
    return Lembar(
        isi=pd.DataFrame({nama: lajur.get(nama, kosong) for nama in tabel.nama_kolom}, dtype="str"),
        baris=np.array([nomor for nomor, _ in utuh], dtype=np.int64),
        temuan=(*temuan_judul, *temuan_baris),
        terbuang=len(temuan_baris),
        koma_desimal=pemisah != ",",
    )


def _find_pemisah(teks: str, tabel: Tabel) -> str:
    """Return the separator under which the first line names the most columns of the table."""
    baris_awal = teks.lstrip()
    petunjuk, isyarat = baris_awal[: len(_PETUNJUK_EXCEL)], baris_awal[len(_PETUNJUK_EXCEL) :][:1]
    if petunjuk.casefold() == _PETUNJUK_EXCEL and isyarat in _PEMISAH:
        return isyarat
    dikenal = set(tabel.nama_kolom)
    contoh = baris_awal[:_JUDUL_PANJANG]

    def count_dikenal(pemisah: str) -> int:
        judul = next(csv.reader(StringIO(contoh, newline="\n"), delimiter=pemisah), [])
        return len(dikenal.intersection(map(_tidy_judul, judul)))

    terbaik = max(_PEMISAH, key=count_dikenal)
    if count_dikenal(terbaik) == 0:
        raise GalatData(
            f"{tabel.berkas}: baris pertama bukan judul kolom. Isi baris pertama dengan: {', '.join(tabel.nama_kolom)}."
        )
    return terbaik


def _read_rekaman(teks: str, pemisah: str, berkas: str) -> list[Rekaman]:
    """Return every row that holds something, trimmed, with its line in a spreadsheet."""
    csv.field_size_limit(sys.maxsize)
    pembaca = csv.reader(StringIO(teks, newline="\n"), delimiter=pemisah, strict=True)
    hasil: list[Rekaman] = []
    nomor = 0
    try:
        for nomor, sel in enumerate(pembaca, start=1):
            rapi = [isi.strip() for isi in sel]
            if any(rapi):
                hasil.append((nomor, rapi))
    except csv.Error:
        raise GalatData(
            f"{berkas}: tanda kutip pada baris {nomor + 1} tidak ditutup dengan benar, sehingga sisa berkas "
            "tidak terbaca. Tutup tanda kutip itu, atau tulis kutip di dalam teks sebagai dua kutip."
        ) from None
    return hasil[1:] if "".join(hasil[0][1]).casefold() == _PETUNJUK_EXCEL else hasil


def _match_judul(judul: list[str], rekaman: list[Rekaman], tabel: Tabel) -> tuple[dict[str, int], list[Temuan]]:
    """Return the position of each declared column, and faults for columns too many or too few."""
    berkas, nama_kolom = tabel.berkas, tabel.nama_kolom
    rapi = [_tidy_judul(nama) for nama in judul]
    letak = {nama: rapi.index(nama) for nama in nama_kolom if nama in rapi}
    kurang = [nama for nama in nama_kolom if nama not in letak]
    temuan = []
    for i, nama in enumerate(rapi):
        if not nama and not any(len(sel) > i and sel[i] for _, sel in rekaman):
            continue
        if nama in letak and letak[nama] == i:
            continue
        if nama in letak:
            aturan, saran = "kolom ini muncul dua kali; hanya yang pertama dibaca.", "Hapus salah satunya."
        else:
            mirip = suggest_nama(nama, kurang)
            aturan = "kolom tidak dikenal, isinya tidak dibaca."
            saran = f"Mungkin maksudnya `{mirip}`." if mirip else "Hapus kolom ini atau perbaiki namanya."
        temuan.append(Temuan(berkas, None, judul[i] or f"ke-{i + 1} (tanpa judul)", "", aturan, saran))
    wajib = [nama for nama in kurang if tabel[nama].wajib]
    if wajib:
        raise GalatData(" ".join([
            f"{berkas}: kolom wajib tidak ada: {', '.join(wajib)}. Tambahkan kolom itu pada baris judul.",
            *(f"Kolom `{t.kolom}` tidak dikenal. {t.saran}" for t in temuan),
        ]))  # fmt: skip
    temuan += [
        Temuan(berkas, None, nama, "", "kolom tidak ada; semua isinya dianggap belum diketahui.",
               "Tambahkan kolom itu pada baris judul.")
        for nama in kurang
    ]  # fmt: skip
    return letak, temuan


def _keep_utuh(rekaman: list[Rekaman], lebar: int, berkas: str) -> tuple[list[Rekaman], list[Temuan]]:
    """Keep rows as wide as the header (blank cells beyond it are forgiven); fault the others."""
    utuh: list[Rekaman] = []
    temuan: list[Temuan] = []
    for nomor, sel in rekaman:
        if len(sel) == lebar or (len(sel) > lebar and not any(sel[lebar:])):
            utuh.append((nomor, sel))
            continue
        saran = (
            "Apit teks yang memuat tanda pemisah dengan tanda kutip."
            if len(sel) > lebar
            else "Baris mungkin terputus: gabungkan dengan baris di bawahnya, atau lengkapi tanda pemisahnya."
        )
        aturan = f"baris ini punya {len(sel)} sel, seharusnya {lebar}."
        temuan.append(Temuan(berkas, nomor, "", "", aturan, saran))
    return utuh, temuan


def _tidy_judul(nama: str) -> str:
    """Bring a column name into the form of the declaration."""
    return "_".join(nama.replace("-", " ").casefold().split())
