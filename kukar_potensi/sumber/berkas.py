"""Find the data folder and read the text of a file as people save it."""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kukar_potensi.sumber.buku_kerja.jurnal import find_berkas
from kukar_potensi.sumber.skema import GalatData

VARIABEL_FOLDER: Final = "KUKAR_DATA"
FOLDER_BAWAAN: Final = Path(__file__).resolve().parents[2] / "data"

_TANDA_BUKU_KERJA: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def find_folder(folder: Path | str | None = None) -> Path:
    """Return the data folder: the argument, else KUKAR_DATA, else data/ of the project.

    Raises GalatData when that folder does not exist.
    """
    pilihan = folder if folder is not None else os.environ.get(VARIABEL_FOLDER) or FOLDER_BAWAAN
    tempat = Path(pilihan).expanduser()
    if not tempat.is_dir():
        raise GalatData(
            f"Folder data `{tempat}` tidak ada. Periksa ejaannya, atau hapus {VARIABEL_FOLDER} "
            "agar data bawaan yang dipakai."
        )
    return tempat


def read_isi(folder: Path, berkas: str) -> bytes:
    """Return the bytes of one file; GalatData names the file that is missing or locked."""
    try:
        return find_berkas(folder, berkas).read_bytes()
    except FileNotFoundError:
        raise GalatData(f"{berkas}: berkas tidak ada di `{folder}`. Kembalikan dari salinan yang utuh.") from None
    except OSError as sebab:
        raise GalatData(
            f"{berkas}: berkas tidak dapat dibuka ({sebab.strerror}). Tutup berkas itu di program lain "
            "dan periksa izin bacanya."
        ) from None


def read_semua(folder: Path, daftar: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of every file by name; one GalatData names all missing or locked ones."""
    hilang = [berkas for berkas in daftar if not find_berkas(folder, berkas).exists()]
    if hilang:
        raise GalatData(
            f"Folder data `{folder}` tidak memuat {', '.join(hilang)}. Kembalikan dari salinan yang utuh; "
            "tabel yang memang belum berisi cukup memuat baris judul kolomnya."
        )
    return {berkas: read_isi(folder, berkas) for berkas in daftar}


def decode_teks(berkas: str, isi: bytes) -> str:
    """Return the text of a file saved as UTF-8, UTF-16 (with its mark) or Windows-1252.

    Line ends of every kind become a line feed. Raises GalatData for a workbook that only
    bears the name of a CSV file, and for bytes that are no text.
    """
    if isi.startswith(_TANDA_BUKU_KERJA):
        raise GalatData(
            f"{berkas}: ini buku kerja Excel, bukan CSV. Buka di Excel, lalu Simpan Sebagai "
            "“CSV UTF-8 (dipisahkan koma)”."
        )
    utf16 = isi.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        teks = isi.decode("utf-16") if utf16 else "\n".join(map(_decode_baris, _split_baris(isi)))
    except UnicodeDecodeError:
        raise GalatData(f"{berkas}: isi berkas bukan teks. Simpan ulang sebagai “CSV UTF-8”.") from None
    return teks.replace("\r\n", "\n").replace("\r", "\n")


def _split_baris(isi: bytes) -> list[bytes]:
    """Return the file as one piece when it is UTF-8, else line by line."""
    polos = isi.removeprefix(codecs.BOM_UTF8)
    try:
        polos.decode("utf-8")
    except UnicodeDecodeError:
        return polos.split(b"\n")
    return [polos]


def _decode_baris(baris: bytes) -> str:
    """Read a line as UTF-8, else as Windows-1252: pasting can leave both in one file."""
    try:
        return baris.decode("utf-8")
    except UnicodeDecodeError:
        return baris.decode("cp1252")
