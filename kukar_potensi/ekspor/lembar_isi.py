"""Word the sheet of one area: what stands in each section, before anything is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import pandas as pd

from kukar_potensi.model.fakta_wilayah import IKN, UMUM, Fakta
from kukar_potensi.model.isi_wilayah import IsiWilayah, gather_wilayah
from kukar_potensi.model.kamus import Kamus
from kukar_potensi.model.kelompok_desa import Kelompok, explain_kelompok
from kukar_potensi.model.perbaikan import ask_perbaikan
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import TANGGAL_TIDAK_DIKETAHUI, format_tanggal
from kukar_potensi.model.teks import format_angka

PARAMETER_WILAYAH: Final = "wilayah"
BANYAK_TEMPAT: Final = 3
CATATAN: Final = (
    "Dihimpun dari sumber publik dan belum diverifikasi OPD, kecuali yang ditandai terverifikasi; yang tidak tercantum "
    "berarti belum diketahui, bukan tidak ada. Batas wilayah dan garis IKN indikatif."
)


@dataclass(frozen=True)
class Butir:
    """One entry: its name, what it is about (may be empty), and place, figure, source and id."""

    judul: str
    uraian: str = ""
    rincian: str = ""


@dataclass(frozen=True)
class Bagian:
    """One section: title, entries, and the line to show when it has none."""

    judul: str
    butir: tuple[Butir, ...]
    kosong: str = ""


@dataclass(frozen=True)
class IsiLembar:
    """The whole sheet in words; `kiri` and `kanan` are its columns, `alamat` its page (may be empty)."""

    kode: str
    judul: str
    anak_judul: str
    fakta: tuple[Fakta, ...]
    fakta_ikn: tuple[Fakta, ...]
    kiri: tuple[Bagian, ...]
    kanan: tuple[Bagian, ...]
    kaki: tuple[str, ...]
    alamat: str


def address_of(alamat_halaman: str, kode: str) -> str:
    """Return the address of an area's page; empty when the page's own address is unknown."""
    if not alamat_halaman:
        return ""
    return f"{alamat_halaman}?{urlencode({PARAMETER_WILAYAH: kode})}"


def word_lembar(tampak: Tampak, kode: str, alamat_halaman: str) -> IsiLembar:
    """Return the sheet of an area in words.

    Raises:
        KeyError: no area has this code.

    """
    isi = gather_wilayah(tampak, kode)
    himpunan, kamus = tampak.indeks.himpunan, tampak.indeks.kamus
    di_mana = (
        "Kabupaten Kutai Kartanegara" if isi.is_kecamatan else f"Kecamatan {isi.kecamatan}, Kabupaten Kutai Kartanegara"
    )
    potensi = Bagian(
        f"Potensi tercatat ({len(isi.potensi)})",
        tuple(_potensi(kamus, baris, tempat=isi.is_kecamatan) for baris in _by_score(isi.potensi)),
        _kind_word(isi),
    )
    kiri = [potensi]
    if len(isi.potensi_kecamatan):
        judul = f"Potensi Kecamatan {isi.kecamatan} tanpa nama desa ({len(isi.potensi_kecamatan)})"
        kiri.append(Bagian(judul, tuple(_potensi(kamus, b, tempat=False) for b in _by_score(isi.potensi_kecamatan))))
    tanggal = format_tanggal(tampak.indeks.tanggal)
    contoh = next((str(kode) for rows in (isi.potensi, isi.kerja_sama) for kode in rows.index), "")
    kaki = (
        CATATAN,
        ask_perbaikan(isi.judul, contoh),
        f"Posisi per {tanggal} · data {himpunan.versi} · {_origins(himpunan.sumber)}",
    )
    return IsiLembar(
        kode=kode,
        judul=isi.judul,
        anak_judul=di_mana,
        fakta=tuple(f for f in isi.fakta if f.perihal == UMUM),
        fakta_ikn=tuple(f for f in isi.fakta if f.perihal == IKN),
        kiri=tuple(kiri),
        kanan=_right(isi, kamus),
        kaki=kaki,
        alamat=address_of(alamat_halaman, kode),
    )


def _right(isi: IsiWilayah, kamus: Kamus) -> tuple[Bagian, ...]:
    """Return cooperation, candidate groups, neighbours (and the desa of a kecamatan), and connections."""
    menyentuh = [_kerja_sama(baris, "") for baris in isi.kerja_sama.itertuples()]
    menyentuh += [_kerja_sama(baris, "tingkat kecamatan") for baris in isi.kerja_sama_kecamatan.itertuples()]
    bagian = [
        Bagian(
            f"Kerja sama yang menyentuh wilayah ini ({len(menyentuh)})",
            tuple(menyentuh),
            "Belum ada kerja sama yang tercatat menyebut wilayah ini.",
        ),
        Bagian(
            f"Calon kerja sama antardesa ({len(isi.kelompok)})",
            tuple(_kelompok(kamus, satu) for satu in isi.kelompok),
            "Belum ada desa tetangga yang mencatat potensi pada sektor yang sama.",
        ),
    ]
    if isi.is_kecamatan:
        anggota = ", ".join(f"{b.nama} ({b.potensi})" for b in isi.anggota.itertuples())
        bagian.append(Bagian("Desa dan kelurahan (banyaknya potensi)", (Butir("", anggota),)))
    bagian.append(
        Bagian(
            f"Tetangga ({len(isi.tetangga)})",
            (Butir("", _neighbours(isi.tetangga)),) if len(isi.tetangga) else (),
            "Belum diketahui.",
        )
    )
    judul = "Jalan, sungai, dan dermaga" + ("" if isi.is_kecamatan else f" Kecamatan {isi.kecamatan}")
    sambungan = tuple(_sambungan(baris) for baris in isi.konektivitas.itertuples())
    bagian.append(Bagian(f"{judul} ({len(sambungan)})", sambungan, "Belum diketahui."))
    return tuple(bagian)


def _potensi(kamus: Kamus, baris: Any, *, tempat: bool) -> Butir:
    tahun = format_tanggal(baris.tahun_data)
    angka = f"data {tahun}" if tahun != TANGGAL_TIDAK_DIKETAHUI else "tahun data belum diketahui"
    if pd.notna(baris.nilai):
        satuan = _text(baris.satuan)
        angka = format_ukuran(float(baris.nilai), satuan) + ("" if tahun in satuan else f" ({angka})")
    di = ""
    if tempat and baris.kode_desa:
        nama = [kamus.label_of("desa", kode).rsplit(" (", 1)[0] for kode in baris.kode_desa]
        lagi = f", dan {len(nama) - BANYAK_TEMPAT} lagi" if len(nama) > BANYAK_TEMPAT else ""
        di = f"di {', '.join(nama[:BANYAK_TEMPAT])}{lagi}"
    sektor = kamus.label_of("sektor", baris.sektor) if isinstance(baris.sektor, str) else ""
    sah = "terverifikasi OPD" if baris.status_verifikasi == "terverifikasi OPD" else ""
    return Butir(
        str(baris.nama),
        _text(baris.uraian),
        join_bits(sektor, di, angka, _source(baris.sumber), sah, str(baris.Index)),
    )


def format_ukuran(nilai: float, satuan: str) -> str:
    """Return a figure with its unit as one writes it: "12 ha", "Rp6,25 miliar"."""
    angka = format_angka(nilai, 2)
    if satuan.startswith("Rp"):
        return f"Rp{angka} {satuan.removeprefix('Rp').strip()}".strip()
    return f"{angka} {satuan}".strip()


def _kelompok(kamus: Kamus, kelompok: Kelompok) -> Butir:
    sektor = kamus.label_of("sektor", kelompok.sektor)
    sebutan = "desa/kelurahan" if kelompok.kelurahan else "desa"
    lintas = f", {len(kelompok.kecamatan)} kecamatan" if kelompok.is_lintas_kecamatan else ""
    judul = f"{sektor}: {len(kelompok.desa)} {sebutan}{lintas}"
    return Butir(judul, explain_kelompok(kelompok, sektor, kamus.label["kecamatan"]))


def _kerja_sama(baris: Any, tempat: str) -> Butir:
    ttd = f"ditandatangani {format_tanggal(baris.tanggal_ttd)}"
    akhir = f"berakhir {format_tanggal(baris.tanggal_berakhir)}"
    return Butir(
        str(baris.judul),
        f"Mitra: {_text(baris.mitra) or TANGGAL_TIDAK_DIKETAHUI}",
        join_bits(baris.status, baris.jenis_dokumen, tempat, ttd, akhir, _source(baris.sumber), str(baris.Index)),
    )


def _sambungan(baris: Any) -> Butir:
    status = f"status {baris.status}" if baris.status == TANGGAL_TIDAK_DIKETAHUI else baris.status
    return Butir(str(baris.nama), _text(baris.keterangan), join_bits(baris.moda, status, _source(baris.sumber)))


def _neighbours(tetangga: pd.DataFrame) -> str:
    """Return neighbours as one paragraph: name, shared border, and a mark across a kecamatan border."""
    desa = bool(len(tetangga)) and not bool(tetangga["lintas_kecamatan"].all())
    bagian = []
    baris: Any
    for baris in tetangga.itertuples():
        lintas = ", kecamatan lain" if desa and baris.lintas_kecamatan else ""
        bagian.append(f"{baris.nama} ({format_angka(float(baris.panjang_km), 1)} km{lintas}; {baris.potensi} potensi)")
    return ", ".join(bagian)


def _by_score(potensi: pd.DataFrame) -> list[Any]:
    """Return rows most relevant first; unrated ones last, otherwise by name."""
    return list(potensi.sort_values(["skor", "nama"], ascending=[False, True], na_position="last").itertuples())


def _kind_word(isi: IsiWilayah) -> str:
    if isi.is_kecamatan:
        return "Belum ada potensi yang tercatat; itu bukan berarti tidak ada."
    return "Belum ada potensi yang tercatat untuk wilayah ini. Itu bukan berarti tidak ada: sumber publik belum menyebutnya."


def _source(sumber: Sequence[str]) -> str:
    """Return "sumber: host" with the count of the others; the whole address stands on the page."""
    if not sumber:
        return "tanpa sumber"
    pertama = urlsplit(sumber[0]).hostname if sumber[0].startswith(("http://", "https://")) else sumber[0]
    lain = f" +{len(sumber) - 1}" if len(sumber) > 1 else ""
    return f"sumber: {(pertama or sumber[0]).removeprefix('www.')}{lain}"


def _origins(sumber: pd.DataFrame) -> str:
    """Return where the boundaries come from, in a few words."""
    ada = sumber["berkas"].astype(str).str.startswith("wilayah/").any() if len(sumber) else False
    return "batas: BIG/Kemendagri lewat cahyadsn/wilayah_boundaries" if ada else "asal batas belum diketahui"


def join_bits(*bagian: object) -> str:
    """Join what is known with " · "; blanks are left out."""
    return " · ".join(teks for satu in bagian if (teks := _text(satu)))


def _text(nilai: object) -> str:
    return nilai.strip() if isinstance(nilai, str) else ""
