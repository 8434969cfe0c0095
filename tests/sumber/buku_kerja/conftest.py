"""Workbooks for the tests: a filled form in a few lines, and large ones written as bare XML."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kukar_potensi.model.kamus_data import UraianBerkas, parse_kamus_data
from kukar_potensi.sumber.buku_kerja.formulir import FORMULIR

DATA = Path(__file__).resolve().parents[3] / "data"
SUMBER = "https://contoh.invalid/buatan-uji"
POTENSI = {
    "nama": "BUATAN UJI kebun lada",
    "sektor": "Perkebunan",
    "kode_urusan": "Pertanian (3.27)",
    "kode_desa": "Sumber Sari, Loa Kulu (64.02.02.2014)",
    "uraian": "Baris buatan uji.",
    "sumber": SUMBER,
}
KERJA_SAMA = {
    "judul": "BUATAN UJI pendampingan petani",
    "jenis_dokumen": "Perjanjian Kerja Sama",
    "kategori": "KSDPK",
    "mitra": "BUATAN UJI universitas",
    "sumber": SUMBER,
}

Isi = Mapping[str, Sequence[Mapping[str, Any]]]


def build_buku(isi: Isi, ubah: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook with a header and rows on each named sheet; `ubah` may spoil it before it is saved."""
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for judul, baris in isi.items():
        formulir = next((satu for satu in FORMULIR if satu.judul == judul), FORMULIR[0])
        kolom = [satu.nama for satu in formulir.tabel.kolom if satu.nama != "tingkat"]
        kolom += [nama for satu in baris for nama in satu if nama not in kolom]
        lembar = buku.create_sheet(judul)
        lembar.append(kolom)
        for satu in baris:
            lembar.append([satu.get(nama) for nama in kolom])
    if ubah is not None:
        ubah(buku)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def write_xml(judul: str, baris: Sequence[Sequence[str]], tambahan: Mapping[str, bytes] | None = None) -> bytes:
    """Return a workbook of one sheet of texts, written as bare XML: fast also for many rows."""
    sel = "".join(
        f'<row r="{nomor}">'
        + "".join(f'<c r="{_huruf(letak)}{nomor}" t="inlineStr"><is><t>{teks}</t></is></c>' for letak, teks in enumerate(satu) if teks)
        + "</row>"
        for nomor, satu in enumerate(baris, start=1)
    )  # fmt: skip
    utama = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relasi = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paket = "http://schemas.openxmlformats.org/package/2006"
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    isi = {
        "[Content_Types].xml": f'<Types xmlns="{paket}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{jenis}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{paket}/relationships"><Relationship Id="rId1" '
        f'Type="{relasi}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{utama}" xmlns:r="{relasi}"><sheets>'
        f'<sheet name="{judul}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{paket}/relationships"><Relationship Id="rId1" '
        f'Type="{relasi}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{utama}"><sheetData>{sel}</sheetData></worksheet>',
    }
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(nama, satu)
        for nama, bita in (tambahan or {}).items():
            arsip.writestr(nama, bita)
    return keluar.getvalue()


def _huruf(letak: int) -> str:
    return chr(65 + letak) if letak < 26 else f"A{chr(65 + letak - 26)}"


@pytest.fixture(scope="session")
def kamus() -> dict[str, UraianBerkas]:
    """The data dictionary of data/README.md."""
    return parse_kamus_data((DATA / "README.md").read_text(encoding="utf-8"))
