"""Look at an uploaded file before anything opens it, and say plainly why it cannot be a workbook.

Nothing here trusts a name or a stated size: the file is judged by its bytes, and unpacked
piece by piece under a limit.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from kukar_potensi.sumber.buku_kerja.pindai import GalatPindai, Pemindai

UKURAN_TERBESAR: Final = 10 * 1024 * 1024
"""Bytes of the file as it is uploaded: 10 MB."""

TERURAI_TERBESAR: Final = 100 * 1024 * 1024
"""Bytes of the file when unpacked."""

TEKS_TERBESAR: Final = 30 * 1024 * 1024
"""Bytes of the part that holds the workbook's texts, when unpacked."""

BARIS_TERBANYAK: Final = 20_000
"""Filled rows in all sheets together."""

BAGIAN_TERBANYAK: Final = 500

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0"
_TERSANDI: Final = "EncryptedPackage".encode("utf-16-le")
_GAMBAR: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_POTONGAN: Final = 1 << 20
_SIMPAN_XLSX: Final = "Buka di Excel atau LibreOffice, lalu Simpan Sebagai “Buku Kerja Excel (.xlsx)”."
_UNDUH_TEMPLAT: Final = "Unduh templat, lalu salin isian Anda ke sana."


class GalatBuku(ValueError):
    """A file cannot be read as a filled template; the message (Indonesian) says why and what to do.

    `jenis` is a short name of the cause that stays the same when the wording changes.
    """

    def __init__(self, jenis: str, kalimat: str) -> None:
        super().__init__(kalimat)
        self.jenis = jenis


def check_wadah(isi: bytes) -> None:
    """Raise GalatBuku unless the bytes are a whole, plain .xlsx file within the limits."""
    _check_tanda(isi)
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            _check_isi(arsip)
            _check_terurai(arsip)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        raise GalatBuku(
            "rusak",
            "Berkas ini terpotong atau rusak, mungkin unduhan atau salinannya belum selesai. "
            "Salin ulang dari berkas aslinya, lalu coba lagi.",
        ) from None


def _check_tanda(isi: bytes) -> None:
    """Judge a file by its size and its first bytes."""
    if not isi:
        raise GalatBuku("kosong", "Berkas ini kosong (0 bita). Simpan ulang dari Excel, lalu pilih lagi.")
    if len(isi) > UKURAN_TERBESAR:
        besar = f"{len(isi) / 1024 / 1024:.1f}".replace(".", ",")
        raise GalatBuku(
            "terlalu besar",
            f"Berkas ini {besar} MB; batasnya {UKURAN_TERBESAR // 1024 // 1024} MB. Hapus gambar dan lembar lain, "
            "atau bagi menjadi beberapa berkas.",
        )
    if isi.startswith(_ZIP):
        return
    if isi.startswith(_OLE):
        _refuse_ole(isi)
    if isi.startswith(_GAMBAR) or (isi.startswith(b"RIFF") and isi[8:12] == b"WEBP"):
        raise GalatBuku(
            "gambar",
            "Berkas ini gambar yang namanya diubah menjadi .xlsx. Isi gambar tidak dapat dibaca; ketik isinya ke templat.",
        )
    if isi.startswith(b"%PDF"):
        raise GalatBuku("pdf", "Berkas ini PDF, bukan buku kerja Excel. Ketik atau salin isinya ke templat.")
    if _is_teks(isi[:4096]):
        raise GalatBuku(
            "teks", f"Berkas ini teks (misalnya CSV atau halaman web), bukan buku kerja Excel. {_SIMPAN_XLSX}"
        )
    raise GalatBuku("tak dikenal", f"Berkas ini bukan buku kerja Excel (.xlsx). {_UNDUH_TEMPLAT}")


def _refuse_ole(isi: bytes) -> None:
    """Tell a workbook behind a password from one of the older kind."""
    if _TERSANDI in isi:
        raise GalatBuku(
            "kata sandi",
            "Berkas ini dikunci kata sandi. Buka di Excel, pilih Berkas, Info, Proteksi Buku Kerja, Enkripsi dengan "
            "Kata Sandi, kosongkan kata sandinya, lalu simpan.",
        )
    raise GalatBuku("xls lama", f"Berkas ini berbentuk Excel lama (.xls). {_SIMPAN_XLSX}")


def _is_teks(awal: bytes) -> bool:
    """Tell whether bytes read as text of some encoding."""
    if awal.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    return all(huruf >= 32 or huruf in b"\t\n\r\f" for huruf in awal)


def _check_isi(arsip: zipfile.ZipFile) -> None:
    """Judge an archive by the names, sizes and flags of its parts."""
    bagian = arsip.infolist()
    nama = {satu.filename for satu in bagian}
    if any(satu.flag_bits & 1 for satu in bagian):
        raise GalatBuku("kata sandi", "Berkas ini dikunci kata sandi. Simpan ulang tanpa kata sandi, lalu coba lagi.")
    if any(satu.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for satu in bagian):
        raise zipfile.BadZipFile
    if len(bagian) > BAGIAN_TERBANYAK or sum(satu.file_size for satu in bagian) > TERURAI_TERBESAR:
        _refuse_bengkak()
    if any(satu.lower().endswith("vbaproject.bin") for satu in nama):
        _refuse_makro()
    if "xl/workbook.xml" in nama and "[Content_Types].xml" in nama:
        if arsip.getinfo("[Content_Types].xml").file_size < _POTONGAN and b"macroEnabled" in arsip.read(
            "[Content_Types].xml"
        ):
            _refuse_makro()
        return
    sebutan = (
        ("xl/workbook.bin", "buku kerja biner (.xlsb)"),
        ("word/document.xml", "dokumen Word"),
        ("ppt/presentation.xml", "paparan PowerPoint"),
        ("content.xml", "berkas OpenDocument (.ods atau sejenisnya)"),
    )
    jenis = next((kata for tanda, kata in sebutan if tanda in nama), "arsip zip biasa")
    raise GalatBuku("bukan xlsx", f"Berkas ini {jenis}, bukan buku kerja .xlsx. {_SIMPAN_XLSX}")


def _check_terurai(arsip: zipfile.ZipFile) -> None:
    """Unpack every part piece by piece, counting what really comes out and what it holds."""
    jumlah = 0
    for satu in arsip.infolist():
        besar, pemindai = 0, Pemindai()
        for potongan in _read_potongan(arsip, satu):
            jumlah += len(potongan)
            besar += len(potongan)
            if jumlah > TERURAI_TERBESAR or (satu.filename.endswith("sharedStrings.xml") and besar > TEKS_TERBESAR):
                _refuse_bengkak()
            try:
                pemindai.feed(potongan)
            except GalatPindai:
                raise GalatBuku(
                    "isi tak wajar",
                    "Isi berkas ini tidak seperti yang ditulis Excel atau LibreOffice (terlalu banyak sel dalam satu baris, "
                    f"atau definisi yang tidak biasa), jadi tidak dibuka. {_UNDUH_TEMPLAT}",
                ) from None


def _read_potongan(arsip: zipfile.ZipFile, satu: zipfile.ZipInfo) -> Iterator[bytes]:
    with arsip.open(satu) as aliran:
        while potongan := aliran.read(_POTONGAN):
            yield potongan


def _refuse_bengkak() -> None:
    raise GalatBuku(
        "bom zip",
        f"Isi berkas ini membengkak melebihi {TERURAI_TERBESAR // 1024 // 1024} MB ketika diurai, jadi tidak dibuka. "
        f"{_UNDUH_TEMPLAT}",
    )


def _refuse_makro() -> None:
    raise GalatBuku(
        "makro",
        "Berkas ini memuat makro, jadi tidak dibuka. Simpan Sebagai “Buku Kerja Excel (.xlsx)” tanpa makro, lalu coba lagi.",
    )
