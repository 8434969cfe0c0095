"""Fixtures for reading and checking: one table at a time, and a folder with one cell changed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.skema import Acuan, Tabel

Baris = dict[str, str]

ACUAN: Acuan = {
    "desa": {
        "64.02.06.1001": "Jahab, Tenggarong",
        "64.02.07.2007": "Sumber Sari, Sebulu",
        "64.02.02.2014": "Sumber Sari, Loa Kulu",
    },
    "kecamatan": {"64.02.06": "Tenggarong", "64.02.07": "Sebulu", "64.02.02": "Loa Kulu"},
    "opd": {"O012": "Dinas Pariwisata", "O013": "Dinas Pertanian dan Peternakan"},
    "urusan": {"3.26": "Pariwisata", "3.27": "Pertanian"},
    "sektor": {"pertanian": "Pertanian", "pariwisata": "Pariwisata"},
    "klaster_ikn": {"ekowisata": "Ekowisata dan wisata kesehatan"},
    "kerja_sama": {"K001": "BUATAN UJI satu", "K002": "BUATAN UJI dua", "K003": "BUATAN UJI tiga"},
}


def write_csv(tabel: Tabel, baris: Sequence[Baris], pemisah: str = ",", akhir: str = "\n") -> str:
    """Write rows as the text of a CSV file with every column of the table."""
    keluar = StringIO(newline="")
    penulis = csv.DictWriter(
        keluar, tabel.nama_kolom, restval="", delimiter=pemisah, lineterminator=akhir, quoting=csv.QUOTE_ALL
    )
    penulis.writeheader()
    penulis.writerows(baris)
    return keluar.getvalue()


@pytest.fixture
def tulis_csv() -> Callable[..., str]:
    """Write rows as the text of a CSV file with every column of the table."""
    return write_csv


@pytest.fixture
def temukan() -> Callable[[Tabel, Sequence[Baris]], list[Temuan]]:
    """Return every fault of rows written into one table, checked against a small code list."""

    def periksa(tabel: Tabel, baris: Sequence[Baris]) -> list[Temuan]:
        lembar = read_lembar(write_csv(tabel, baris).encode(), tabel)
        return [*lembar.temuan, *check_tabel(tidy_lembar(lembar, tabel), tabel, ACUAN, lembar).temuan]

    return periksa


@pytest.fixture
def ganti(salin_data: Path) -> Callable[[str, str, str], Path]:
    """Replace the first occurrence of a text in a file of a copied data folder; return the folder."""

    def ubah(berkas: str, lama: str, baru: str) -> Path:
        jalan = salin_data / berkas
        isi = jalan.read_text(encoding="utf-8")
        assert lama in isi
        jalan.write_text(isi.replace(lama, baru, 1), encoding="utf-8", newline="")
        return salin_data

    return ubah
