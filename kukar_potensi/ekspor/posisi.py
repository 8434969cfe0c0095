"""Write the position of a meeting as one JSON file, and read it back only when it is whole and ours.

The file ends with a checksum of its content: it shows that a file was changed or cut, by a
person or on the way. It is no signature: it does not prove who wrote the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from kukar_potensi.model.kamus import SEMUA_JENIS
from kukar_potensi.model.paparan import Acara
from kukar_potensi.model.posisi_rapat import BarisKerjaSama, BarisPotensi, PosisiRapat
from kukar_potensi.model.saringan import KOLOM_DAFTAR, Saringan
from kukar_potensi.model.tanggal import parse_tanggal

JENIS: Final = "kukar-potensi/posisi-rapat"
FORMAT: Final = 1
UKURAN_MAKS: Final = 12_000_000
"""Bytes; a hundred times today's data takes about 8 million."""
BARIS_MAKS: Final = 200_000
PANJANG_TEKS: Final = 2_000

_MB: Final = 1_000_000


class GalatPosisi(ValueError):
    """A file that cannot be opened as a position; the message says why and what to do, in Indonesian."""


def write_posisi(posisi: PosisiRapat) -> bytes:
    """Return the file of a position, UTF-8 JSON with its checksum."""
    isi = _to_dict(posisi)
    return json.dumps(isi | {"sidik": _checksum(isi)}, ensure_ascii=False, indent=1, allow_nan=False).encode()


def read_posisi(berkas: bytes) -> PosisiRapat:
    """Return the position in a file.

    Raises:
        GalatPosisi: too large, no JSON, of another app, of a newer format, changed, or incomplete.

    """
    if len(berkas) > UKURAN_MAKS:
        raise GalatPosisi(
            f"Berkas ini {len(berkas) / _MB:.1f} MB; posisi rapat paling besar {UKURAN_MAKS / _MB:.0f} MB. Pilih berkas yang disimpan dari halaman Paparan."
        )
    isi = _parse(berkas)
    if not isinstance(isi, dict) or isi.get("jenis") != JENIS:
        raise GalatPosisi(
            "Berkas ini bukan posisi rapat Kukar Potensi. Pilih berkas JSON yang disimpan dengan tombol Simpan posisi."
        )
    if isi.get("format") != FORMAT:
        raise GalatPosisi(
            "Berkas ini disimpan oleh versi aplikasi yang lain dan tidak dapat dibuka di sini. Perbarui aplikasi, atau simpan ulang posisinya."
        )
    if not _is_whole(isi):
        raise GalatPosisi(
            "Isi berkas ini berubah atau terpotong sejak disimpan, jadi tidak dibuka. Minta salinan aslinya dari yang menyimpan."
        )
    try:
        return _from_dict(isi)
    except (KeyError, TypeError, ValueError, AttributeError) as galat:
        raise GalatPosisi(
            "Berkas posisi ini tidak lengkap atau isinya tidak dikenal. Minta salinan aslinya dari yang menyimpan."
        ) from galat


def _is_whole(isi: dict[str, Any]) -> bool:
    """Take the checksum out of a content and tell whether it is the right one."""
    sidik = isi.pop("sidik", None)
    try:
        return bool(sidik == _checksum(isi))
    except (ValueError, RecursionError):
        return False


def _parse(berkas: bytes) -> Any:
    try:
        return json.loads(berkas.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as galat:
        raise GalatPosisi(
            "Berkas ini tidak terbaca sebagai posisi rapat (JSON). Pilih berkas yang disimpan dengan tombol Simpan posisi."
        ) from galat


def _refuse_constant(nama: str) -> None:
    raise ValueError(nama)


def _checksum(isi: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a content in one fixed writing."""
    baku = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(baku.encode("utf-8", "surrogatepass")).hexdigest()


def _to_dict(posisi: PosisiRapat) -> dict[str, Any]:
    acara = posisi.acara
    return {
        "jenis": JENIS,
        "format": FORMAT,
        "versi_data": posisi.versi,
        "tanggal": posisi.tanggal.isoformat(),
        "rapat": {
            "judul": acara.judul,
            "nama": acara.rapat,
            "tanggal": acara.tanggal.isoformat() if acara.tanggal else "",
        },
        "saringan": {kolom: list(getattr(posisi.saringan, kolom)) for kolom in KOLOM_DAFTAR}
        | {"jenis": posisi.saringan.jenis, "cari": posisi.saringan.cari},
        "sebutan_saringan": list(posisi.sebutan_saringan),
        "bobot": list(posisi.bobot),
        "angka": dict(posisi.angka),
        "potensi": [[p.id, p.nama, p.kelas, p.terverifikasi] for p in posisi.potensi],
        "kerja_sama": [
            [k.id, k.nama, k.status, k.keputusan, k.terverifikasi, list(k.aturan)] for k in posisi.kerja_sama
        ],
    }


def _from_dict(isi: Mapping[str, Any]) -> PosisiRapat:
    saringan, rapat = isi["saringan"], isi["rapat"]
    if saringan["jenis"] not in SEMUA_JENIS:
        raise ValueError(saringan["jenis"])
    return PosisiRapat(
        versi=_text(isi["versi_data"]),
        tanggal=_day(isi["tanggal"]),
        saringan=Saringan(
            **{kolom: tuple(map(_text, _rows(saringan[kolom]))) for kolom in KOLOM_DAFTAR},
            jenis=saringan["jenis"],
            cari=_text(saringan["cari"]),
        ),
        sebutan_saringan=tuple(map(_text, _rows(isi["sebutan_saringan"]))),
        acara=Acara(
            _text(rapat["judul"]), _text(rapat["nama"]), _day(rapat["tanggal"]) if _text(rapat["tanggal"]) else None
        ),
        bobot=tuple(map(_number, _rows(isi["bobot"]))),
        angka=tuple((_text(nama), _whole(nilai)) for nama, nilai in isi["angka"].items()),
        potensi=tuple(
            BarisPotensi(_text(kode), _text(nama), _text(kelas), _yes(verifikasi))
            for kode, nama, kelas, verifikasi in _rows(isi["potensi"])
        ),
        kerja_sama=tuple(
            BarisKerjaSama(
                _text(kode),
                _text(nama),
                _text(status),
                _text(putusan),
                _yes(verifikasi),
                tuple(map(_text, _rows(aturan))),
            )
            for kode, nama, status, putusan, verifikasi, aturan in _rows(isi["kerja_sama"])
        ),
    )


def _text(nilai: object) -> str:
    if not isinstance(nilai, str) or len(nilai) > PANJANG_TEKS:
        raise TypeError("teks")
    return nilai


def _rows(nilai: object) -> list[Any]:
    if not isinstance(nilai, list) or len(nilai) > BARIS_MAKS:
        raise TypeError("daftar")
    return nilai


def _yes(nilai: object) -> bool:
    if not isinstance(nilai, bool):
        raise TypeError("ya atau tidak")
    return nilai


def _whole(nilai: object) -> int:
    if not isinstance(nilai, int) or isinstance(nilai, bool) or not 0 <= nilai < 10**9:
        raise TypeError("bilangan")
    return nilai


def _number(nilai: object) -> float:
    if not isinstance(nilai, int | float) or isinstance(nilai, bool) or not 0 <= nilai <= 1000:
        raise TypeError("bobot")
    return float(nilai)


def _day(nilai: object) -> date:
    rentang = parse_tanggal(_text(nilai))
    if rentang is None or rentang.presisi != "hari":
        raise ValueError("tanggal")
    return rentang.awal
