"""Shared fixtures: the real data, copies a test may break, and made-up data sets of other sizes.

Made-up rows say so in their name ("BUATAN UJI") so that they are never taken for data.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.sumber import load_himpunan

DATA = Path(__file__).resolve().parents[1] / "data"
KELIPATAN_BESAR = 100
TABEL_ISI = (
    "potensi",
    "kerja_sama",
    "tindak_lanjut",
    "konektivitas",
    "rpjmd",
    "ikn_kukar",
    "kecamatan_angka",
    "desa_status",
)
SUMBER_BUATAN = "https://contoh.invalid/buatan-uji"
POTENSI_BUATAN = {
    "id": "P001",
    "nama": "BUATAN UJI potensi",
    "sektor": "pertanian",
    "kode_urusan": "3.27",
    "tingkat": "desa",
    "kode_kecamatan": "64.02.06",
    "kode_desa": "64.02.06.1001",
    "sumber": SUMBER_BUATAN,
    "kelas_sumber": "C",
    "status_verifikasi": "belum diverifikasi OPD",
    "catatan": "baris buatan uji",
}
KERJA_SAMA_BUATAN = {
    "id": "K001",
    "judul": "BUATAN UJI kerja sama",
    "jenis_dokumen": "Perjanjian Kerja Sama",
    "kategori": "KSDPK",
    "mitra": "BUATAN UJI mitra",
    "kode_urusan": "3.27",
    "sektor": "pertanian",
    "tanggal_ttd": "2023-09-18",
    "presisi_ttd": "hari",
    "tanggal_berakhir": "2026-09-17",
    "dasar_berakhir": "menurut sumber",
    "masuk_210": "ya",
    "tingkat": "kecamatan",
    "kode_kecamatan": "64.02.06",
    "sumber": SUMBER_BUATAN,
    "status_verifikasi": "belum diverifikasi OPD",
    "catatan": "baris buatan uji",
}


@pytest.fixture(autouse=True)
def _data_sendiri(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a KUKAR_DATA of the person who runs the tests out of them."""
    monkeypatch.delenv("KUKAR_DATA", raising=False)


@pytest.fixture(scope="session")
def himpunan() -> Himpunan:
    """The real data set of the project."""
    return load_himpunan(DATA)


@pytest.fixture
def salin_data(tmp_path: Path) -> Path:
    """A copy of data/ that a test may break."""
    return copy_data(tmp_path / "data")


@pytest.fixture
def potensi_buatan() -> dict[str, str]:
    """One made-up potensi, as cells of potensi.csv."""
    return dict(POTENSI_BUATAN)


@pytest.fixture
def kerja_sama_buatan() -> dict[str, str]:
    """One made-up kerja sama, as cells of kerja_sama.csv."""
    return dict(KERJA_SAMA_BUATAN)


@pytest.fixture(scope="session")
def folder_kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose tables of facts hold no row."""
    folder = copy_data(tmp_path_factory.mktemp("kosong") / "data")
    for nama in TABEL_ISI:
        write_tabel(folder, nama, read_tabel(folder, nama).iloc[:0])
    return folder


@pytest.fixture(scope="session")
def folder_satu(folder_kosong: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one made-up potensi and one made-up kerja sama."""
    folder = copy_data(tmp_path_factory.mktemp("satu") / "data", folder_kosong)
    for nama, baris in (("potensi", POTENSI_BUATAN), ("kerja_sama", KERJA_SAMA_BUATAN)):
        judul = read_tabel(folder, nama).columns
        write_tabel(folder, nama, pd.DataFrame([baris], columns=judul))
    return folder


@pytest.fixture(scope="session")
def folder_besar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with every potensi, kerja sama and follow-up a hundred times, marked as made up."""
    folder = copy_data(tmp_path_factory.mktemp("besar") / "data")
    for nama, tanda, kolom_id in (
        ("potensi", "nama", ("id",)),
        ("kerja_sama", "judul", ("id", "induk")),
        ("tindak_lanjut", "peristiwa", ("id_kerja_sama",)),
    ):
        asli = read_tabel(folder, nama)
        salinan = []
        for ke in range(KELIPATAN_BESAR):
            satu = asli.copy()
            for kolom in kolom_id:
                satu[kolom] = asli[kolom].str.replace(r"^([PK])", rf"\g<1>{ke + 1:03d}", regex=True)
            if nama == "tindak_lanjut":  # at the end: rules read how an event begins
                satu[tanda] = asli[tanda] + f" (BUATAN UJI {ke + 1})"
            else:
                satu[tanda] = f"BUATAN UJI {ke + 1} " + asli[tanda]
            salinan.append(satu)
        write_tabel(folder, nama, pd.concat(salinan))
    return folder


@pytest.fixture(scope="session")
def himpunan_kosong(folder_kosong: Path) -> Himpunan:
    """The data set without any fact."""
    return load_himpunan(folder_kosong)


@pytest.fixture(scope="session")
def himpunan_satu(folder_satu: Path) -> Himpunan:
    """The data set with one made-up potensi and one made-up kerja sama."""
    return load_himpunan(folder_satu)


@pytest.fixture(scope="session")
def himpunan_besar(folder_besar: Path) -> Himpunan:
    """The data set a hundred times as long, made up."""
    return load_himpunan(folder_besar)


def copy_data(tujuan: Path, asal: Path = DATA) -> Path:
    """Copy a data folder and return the copy."""
    return Path(shutil.copytree(asal, tujuan))


def read_tabel(folder: Path, nama: str) -> pd.DataFrame:
    """Read a table as plain text cells, blanks as empty text."""
    return pd.read_csv(folder / f"{nama}.csv", dtype=str, keep_default_na=False)


def write_tabel(folder: Path, nama: str, isi: pd.DataFrame) -> None:
    """Write a table as data/ has it."""
    isi.to_csv(folder / f"{nama}.csv", index=False, lineterminator="\n")
