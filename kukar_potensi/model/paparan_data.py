"""The slides about the record itself: what it holds and how complete, and what to bear in mind."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np

from kukar_potensi.model.kelengkapan import DILAPORKAN, KERJA_SAMA, POTENSI, Isian, share_unsur
from kukar_potensi.model.paparan_baris import count_verified, kerja_sama_of, potensi_of, regional_mask
from kukar_potensi.model.paparan_bentuk import (
    BELUM_DIKETAHUI,
    SUMBER_UMUM,
    Angka,
    Batang,
    DeretAngka,
    Grafik,
    Kolom,
    Lajur,
    Salindia,
    Tabel,
    Uraian,
    nothing_text,
    open_sentence,
    part_text,
    scope_text,
    verified_text,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import format_angka

UNSUR_KERJA_SAMA: Final = ("tanggal_ttd", "tanggal_berakhir", "jenis_dokumen", "nomor_dokumen", "opd")
UNSUR_POTENSI: Final = ("nilai", "tahun_data", "desa", "opd")
"""Elements of `kelengkapan` that the slide shows; the page Data shows all."""

KELAS_SUMBER: Final = {
    "A": "A · resmi, akademik, kantor berita negara",
    "B": "B · media lain",
    "C": "C · lemah: blog, tanpa tanggal",
}
KELAS_BELUM: Final = "belum dinilai"

CATATAN_UMUM: Final = (
    "Yang kosong berarti belum diketahui, bukan nol dan bukan “tidak”.",
    "Media lebih sering memberitakan pariwisata; jumlah potensi bukan ukuran ekonomi.",
    f"Rincian {DILAPORKAN} kerja sama 2020–April 2024 tidak diumumkan; tidak ada angka yang dikira-kira.",
    "Kerja sama desa dihitung terpisah dari kerja sama daerah (Permendagri 96/2017).",
    "Skor relevansi IKN memakai rubrik usulan yang perlu ditetapkan TKKSD; indikatif bila kurang dari 80% bobot dinilai.",
    "Delineasi IKN pada peta memakai garis UU 3/2022, telah diubah UU 21/2023; batas wilayah indikatif.",
)


def build_tercatat(tampak: Tampak) -> Salindia:
    """Return the slide on what is recorded and how complete the rows are."""
    himpunan = tampak.indeks.himpunan
    sudah, semua = count_verified(tampak)
    desa = len(himpunan.desa)
    angka = DeretAngka(
        (
            Angka(format_angka(tampak.n_potensi), "potensi tercatat", _of_all(tampak.n_potensi, len(himpunan.potensi))),
            Angka(
                format_angka(tampak.n_kerja_sama),
                "kerja sama tercatat",
                f"{_kinds_text(tampak)}; menurut tanggalnya {format_angka(tampak.n_masuk_210)} termasuk {DILAPORKAN} yang "
                f"dilaporkan, {format_angka(tampak.n_masuk_210_mungkin)} mungkin",
            ),
            Angka(
                format_angka(tampak.n_desa_tercakup),
                "desa atau kelurahan tercakup",
                f"dari {format_angka(desa)}; {part_text(tampak.n_kecamatan_tercakup, len(himpunan.kecamatan))} kecamatan",
            ),
            Angka(format_angka(sudah), "baris diverifikasi OPD", f"dari {format_angka(semua)} baris"),
        )
    )
    isian = {(satu.unsur.tabel, satu.unsur.kunci): satu for satu in share_unsur(tampak)}
    return Salindia(
        kunci="tercatat",
        judul="Yang tercatat dan kelengkapannya",
        kalimat=_recorded_sentence(tampak, sudah, semua),
        kolom=(
            Kolom(0.42, (angka,)),
            Kolom(
                0.58,
                (
                    Grafik(
                        "Isian kerja sama yang diketahui",
                        tuple(_share_bar(isian[KERJA_SAMA, kunci]) for kunci in UNSUR_KERJA_SAMA),
                        persen=True,
                    ),
                    Grafik(
                        "Isian potensi yang diketahui",
                        tuple(_share_bar(isian[POTENSI, kunci]) for kunci in UNSUR_POTENSI),
                        persen=True,
                    ),
                ),
            ),
        ),
        catatan=(
            (
                f"{DILAPORKAN} kerja sama dilaporkan ditandatangani 2020 sampai April 2024 (Antara 211791); daftarnya tidak "
                f"diumumkan. Menurut tanggalnya {format_angka(tampak.n_masuk_210)} yang tercatat di sini termasuk dan "
                f"{format_angka(tampak.n_masuk_210_mungkin)} mungkin{_undecided_text(tampak)}."
            ),
            "Batang menunjukkan berapa baris yang isiannya diketahui. Yang lain belum diketahui, bukan tidak ada.",
            "Setiap OPD diminta melengkapi dan memverifikasi barisnya.",
        ),
        sumber=f"{SUMBER_UMUM}; angka {DILAPORKAN}: Antara, 3 Mei 2024",
    )


def _undecided_text(tampak: Tampak) -> str:
    """Return how many of those that fall under the 210 by their date wait for their category."""
    belum = kerja_sama_of(tampak.indeks).belum & tampak.indeks.masuk_210 & tampak.mask_kerja_sama
    n = int(np.count_nonzero(belum))
    return f"; dari yang termasuk itu {format_angka(n)} belum ditetapkan kategorinya oleh TKKSD" if n else ""


def _kinds_text(tampak: Tampak) -> str:
    """Return the two kinds whose sum is the view's cooperation: "95 daerah + 2 desa"."""
    desa = tampak.n_kerja_sama - int(np.count_nonzero(regional_mask(tampak)))
    return f"{format_angka(tampak.n_kerja_sama - desa)} kerja sama daerah + {format_angka(desa)} kerja sama desa"


def _of_all(bagian: int, semua: int) -> str:
    return "seluruh data" if bagian == semua else f"dari {format_angka(semua)} dalam data"


def _share_bar(isian: Isian) -> Batang:
    teks = part_text(isian.terisi, isian.jumlah) if isian.jumlah else "tidak ada baris"
    return Batang(isian.unsur.label, isian.bagian, teks)


def _recorded_sentence(tampak: Tampak, sudah: int, semua: int) -> str:
    if not semua:
        return nothing_text(tampak, "potensi atau kerja sama")
    verifikasi = verified_text(sudah, semua)
    desa = part_text(tampak.n_desa_tercakup, len(tampak.indeks.himpunan.desa))
    if not tampak.saringan.is_kosong:
        return open_sentence(
            scope_text(tampak),
            f"tercatat {format_angka(tampak.n_potensi)} potensi dan {format_angka(tampak.n_kerja_sama)} kerja sama "
            f"di {desa} desa atau kelurahan; {verifikasi}.",
        )
    awal = "Baru " if tampak.n_masuk_210 * 2 < DILAPORKAN else ""
    return open_sentence(
        awal,
        f"{part_text(tampak.n_masuk_210, DILAPORKAN)} kerja sama yang dilaporkan tercatat (menurut tanggalnya), {desa} desa atau kelurahan "
        f"tercakup, dan {verifikasi}.",
    )


def build_sumber(tampak: Tampak) -> Salindia:
    """Return the slide on sources and caveats."""
    sudah, semua = count_verified(tampak)
    cacah = (
        Counter(potensi_of(tampak.indeks).kelas_sumber[tampak.mask_potensi].tolist()),
        Counter(kerja_sama_of(tampak.indeks).kelas_sumber[tampak.mask_kerja_sama].tolist()),
    )
    belum = tuple(satu.total() - sum(satu[kelas] for kelas in KELAS_SUMBER) for satu in cacah)
    baris = [
        (sebutan, format_angka(cacah[0][kelas]), format_angka(cacah[1][kelas]))
        for kelas, sebutan in KELAS_SUMBER.items()
    ]
    if any(belum):
        baris.append((KELAS_BELUM, format_angka(belum[0]), format_angka(belum[1])))
    return Salindia(
        kunci="sumber",
        judul="Sumber dan yang perlu diingat",
        kalimat=_source_sentence(tampak, sum(satu["A"] for satu in cacah), sudah, semua),
        kolom=(
            Kolom(
                0.42,
                (
                    Tabel(
                        "Kelas sumber",
                        (Lajur("Kelas", 0.56), Lajur("Potensi", 0.2, "kanan"), Lajur("Kerja sama", 0.24, "kanan")),
                        tuple(baris) if semua else (),
                        nothing_text(tampak, "baris"),
                    ),
                    Uraian("Data ini", _identity(tampak)),
                ),
            ),
            Kolom(0.58, (Uraian("Yang perlu diingat", CATATAN_UMUM),)),
        ),
        catatan=(
            "Alamat sumber setiap baris dapat dibuka dari kartu pada aplikasi dan dari berkas XLSX tampilan ini.",
            "Kelas sumber potensi dinilai per baris; kelas kerja sama diturunkan dari situs alamat pertamanya.",
            f"Status verifikasi: {verified_text(sudah, semua) if semua else BELUM_DIKETAHUI}.",
        ),
        sumber="Batas: BIG/Kemendagri (cahyadsn/wilayah_boundaries); konteks: Natural Earth, OurAirports",
    )


def _source_sentence(tampak: Tampak, kelas_a: int, sudah: int, semua: int) -> str:
    if not semua:
        return f"{nothing_text(tampak, 'baris')} Tidak ada sumber yang dapat ditunjukkan."
    return open_sentence(
        scope_text(tampak),
        f"{part_text(kelas_a, semua)} baris bersumber kelas A (resmi, akademik, kantor berita negara); "
        f"{verified_text(sudah, semua)}, jadi angka ini {'petunjuk awal' if sudah < semua else 'dapat dirujuk'}.",
    )


def _identity(tampak: Tampak) -> tuple[str, ...]:
    himpunan = tampak.indeks.himpunan
    terbuang = f"; {format_angka(himpunan.terbuang)} baris tidak dipakai karena ada temuan" if himpunan.terbuang else ""
    tempat = int(tampak.mask_potensi_tanpa_wilayah.sum()), int(tampak.mask_kerja_sama_tanpa_wilayah.sum())
    return (
        f"Versi data {himpunan.versi}{terbuang}.",
        (
            f"{format_angka(tempat[0])} potensi dan {format_angka(tempat[1])} kerja sama hanya diketahui di tingkat kabupaten: "
            "dihitung, tetapi tidak diwarnai di peta."
        ),
    )
