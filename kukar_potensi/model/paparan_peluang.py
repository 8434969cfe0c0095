"""The slides about what may come: chances that IKN offers, gaps, and candidates of cooperation."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np

from kukar_potensi.model.calon import Calon
from kukar_potensi.model.celah import BATAS_RELEVAN, TINGKAT_KABUPATEN, Celah, relevant_rows
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import SEMUA_JALUR
from kukar_potensi.model.jejak_ikn import agreement_text, count_bidang
from kukar_potensi.model.kestabilan import order_rows
from kukar_potensi.model.letak_ikn import route_reason
from kukar_potensi.model.paparan_baris import kerja_sama_of, potensi_of
from kukar_potensi.model.paparan_bentuk import (
    PANJANG_CATATAN,
    PANJANG_LABEL,
    SUMBER_UMUM,
    Batang,
    Grafik,
    Kolom,
    Lajur,
    Peta,
    Salindia,
    Tabel,
    count_bars,
    nothing_text,
    open_sentence,
    part_text,
    places_text,
    scope_text,
    shorten,
)
from kukar_potensi.model.paparan_calon import (
    PANJANG_NAMA,
    agency_text,
    candidate_places,
    object_text,
    pick_calon,
    step_text,
)
from kukar_potensi.model.tampak import Indeks, Tampak
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.tempat import Topeng
from kukar_potensi.model.transportasi import transport_rows

BIDANG_UTAMA: Final = "transportasi"
"""What the Otorita IKN asked for first (Antara, 3 May 2024)."""
BANYAK_BIDANG: Final = 5
BANYAK_TRANSPORTASI: Final = 3
BANYAK_LAINNYA: Final = 1
BANYAK_SEKTOR: Final = 8
BANYAK_CALON: Final = 5
INDIKATOR_PETA: Final = "relevansi"


def build_peluang_salindia(tampak: Tampak) -> Salindia:
    """Return the slide on the chances of IKN: the map, and transport first."""
    utama, utama_kerja_sama = _transport_masks(tampak.indeks)
    n_potensi = int(np.count_nonzero(utama & tampak.mask_potensi))
    n_kerja_sama = int(np.count_nonzero(utama_kerja_sama & tampak.mask_kerja_sama))
    letak = [*_best(tampak, utama)[:BANYAK_TRANSPORTASI], *_best(tampak, ~utama)[:BANYAK_LAINNYA]]
    kosong = _without_transport(tampak)
    return Salindia(
        kunci="peluang",
        judul="Peluang IKN: transportasi lebih dahulu",
        kalimat=_chance_sentence(tampak, n_potensi, n_kerja_sama),
        kolom=(
            Kolom(0.54, (Peta(INDIKATOR_PETA, "desa", _map_text(tampak)),)),
            Kolom(
                0.46,
                (
                    Grafik("Potensi per bidang yang dibahas (bidang dapat beririsan)", _field_bars(tampak, n_potensi)),
                    Tabel(
                        "Skor tertinggi: transportasi, lalu bidang lain",
                        (Lajur("Potensi", 0.58), Lajur("Kecamatan", 0.29), Lajur("Skor", 0.13, "kanan")),
                        tuple(_potential_row(tampak, satu) for satu in letak),
                        "Belum ada potensi yang dinilai pada pilihan ini.",
                    ),
                ),
            ),
        ),
        catatan=(
            "Otorita IKN meminta inventarisasi kerja sama yang mungkin, transportasi lebih dahulu; ekonomi dan bisnis sudah dibahas.",
            (
                f"{format_angka(kosong)} dari {format_angka(int(tampak.cacah_kecamatan.terpilih.sum()))} kecamatan belum tercatat "
                "potensi maupun kerja sama transportasinya."
            ),
            (
                "Sektor yang menjawab tiap bidang adalah usulan. Batang tidak untuk dijumlahkan: satu potensi dapat terhitung di "
                "beberapa bidang; infrastruktur memuat juga transportasi dan air."
            ),
            agreement_text(tampak.indeks.himpunan),
        ),
        sumber=f"{SUMBER_UMUM}; skor menurut rubrik usulan",
    )


@lru_cache(maxsize=16)
def _transport_masks(indeks: Indeks) -> tuple[Topeng, Topeng]:
    """Return which potensi and which kerja sama of the whole data set concern transport."""
    return transport_rows(indeks.potensi), transport_rows(indeks.kerja_sama)


def _best(tampak: Tampak, topeng: Topeng) -> list[int]:
    """Return positions of the view's rated rows in a mask, best first, as the page Peluang IKN ranks them."""
    letak = np.flatnonzero(tampak.mask_potensi & topeng)
    return [int(satu) for satu in letak[order_rows(tampak.indeks.nilai_potensi[letak], tampak.indeks.bobot)]]


def _potential_row(tampak: Tampak, letak: int) -> tuple[str, ...]:
    rows = potensi_of(tampak.indeks)
    tempat = places_text(tampak, rows.kecamatan[letak])
    return shorten(rows.nama[letak], PANJANG_NAMA), tempat, format_angka(float(tampak.indeks.skor_potensi[letak]))


def _without_transport(tampak: Tampak) -> int:
    """Return how many kecamatan of the view have neither potensi nor kerja sama of transport."""
    indeks = tampak.indeks
    utama, kerja_sama = _transport_masks(indeks)
    ada = indeks.tabel_potensi.tempat.kecamatan.count(tampak.mask_potensi & utama) > 0
    ada |= indeks.tabel_kerja_sama.tempat.kecamatan.count(tampak.mask_kerja_sama & kerja_sama) > 0
    return int(np.count_nonzero(~ada & tampak.cacah_kecamatan.terpilih))


def _field_bars(tampak: Tampak, transportasi: int) -> tuple[Batang, ...]:
    """Return the fields that potensi can answer, transport first, then the most often named."""
    per_sektor = tampak.n_potensi_sektor
    lain = [
        (nama.capitalize(), sum(per_sektor.get(kode, 0) for kode in sektor))
        for nama, sektor in _answered_fields(tampak.indeks.himpunan)
        if nama != BIDANG_UTAMA
    ]
    return count_bars([(BIDANG_UTAMA.capitalize(), transportasi), *lain[: BANYAK_BIDANG - 1]])


@lru_cache(maxsize=4)
def _answered_fields(himpunan: Himpunan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields that potensi can answer with their sectors, the most often named first."""
    bidang = count_bidang(himpunan, himpunan.potensi)
    return tuple((str(nama), tuple(sektor)) for nama, sektor in bidang["sektor"].items() if sektor)


def _map_text(tampak: Tampak) -> str:
    nilai = tampak.cacah_kecamatan.relevansi
    letak = np.flatnonzero(~np.isnan(nilai))
    letak = letak[np.argsort(-nilai[letak], kind="stable")][:3]
    if not len(letak):
        return "Peta rata-rata relevansi IKN per desa/kelurahan: belum ada yang dinilai pada pilihan ini."
    nama = tampak.indeks.himpunan.kecamatan["nama"]
    daftar = ", ".join(f"{nama.iloc[satu]} ({format_angka(float(nilai[satu]))})" for satu in letak)
    return f"Peta rata-rata relevansi IKN per desa/kelurahan; rata-rata kecamatan tertinggi: {daftar}."


def _chance_sentence(tampak: Tampak, n_potensi: int, n_kerja_sama: int) -> str:
    if not tampak.n_potensi and not n_kerja_sama:
        return nothing_text(tampak, "potensi")
    if n_potensi or n_kerja_sama:
        awal = _transport_text(tampak, n_potensi, n_kerja_sama)
    else:
        awal = "belum tercatat potensi atau kerja sama transportasi, permintaan pertama Otorita IKN"
    if not tampak.n_potensi:
        return open_sentence(scope_text(tampak), f"{awal}; belum ada potensi yang dapat dinilai.")
    tinggi, indikatif = tampak.n_tinggi, tampak.n_tinggi_indikatif
    if not tinggi:
        akhir = f"belum ada dari {format_angka(tampak.n_potensi)} potensi yang berelevansi tinggi"
    else:
        akhir = f"seluruhnya {part_text(tinggi, tampak.n_potensi)} potensi berelevansi tinggi"
        akhir += f", {format_angka(indikatif)} masih indikatif" if indikatif else ""
    return open_sentence(scope_text(tampak), f"{awal}; {akhir}.")


def _transport_text(tampak: Tampak, n_potensi: int, n_kerja_sama: int) -> str:
    """Return what is on record about transport: no more than that it is on record, and what is open."""
    utama, utama_kerja_sama = _transport_masks(tampak.indeks)
    tinggi = int(np.count_nonzero(tampak.indeks.tinggi_potensi & utama & tampak.mask_potensi))
    belum = kerja_sama_of(tampak.indeks).belum
    menunggu = int(np.count_nonzero(belum & utama_kerja_sama & tampak.mask_kerja_sama))
    bagian = []
    if n_potensi:
        bagian.append(
            f"{format_angka(n_potensi)} potensi transportasi tercatat, {format_angka(tinggi) if tinggi else 'belum ada yang'}"
            " berelevansi tinggi"
        )
    else:
        bagian.append("belum tercatat potensi transportasi")
    if n_kerja_sama:
        akhir = f", {format_angka(menunggu)} di antaranya menunggu kategori TKKSD" if menunggu else ""
        bagian.append(f"{format_angka(n_kerja_sama)} kerja sama{akhir}")
    else:
        bagian.append("belum tercatat kerja samanya")
    return "; ".join(bagian)


def build_celah_salindia(tampak: Tampak, celah: Celah, calon: tuple[Calon, ...]) -> Salindia:
    """Return the slide on gaps and candidates of cooperation."""
    per_sektor = count_gap_sectors(celah)
    tampil = pick_calon(tampak, calon, BANYAK_CALON, BANYAK_TRANSPORTASI)
    sisa = len(calon) - len(tampil)
    relevan = int(np.count_nonzero(relevant_rows(tampak.indeks) & tampak.mask_potensi))
    lajur = (
        Lajur("Sektor dan kecamatan", 0.25),
        Lajur("Potensi", 0.25),
        Lajur("OPD", 0.17),
        Lajur("Langkah pertama", 0.24),
        Lajur("Skor", 0.09, "kanan"),
    )
    return Salindia(
        kunci="celah",
        judul="Celah dan calon kerja sama",
        kalimat=_gap_sentence(tampak, celah, per_sektor, relevan),
        kolom=(
            Kolom(
                0.26,
                (Grafik("Belum tercatat kerja samanya", count_bars(_sector_pairs(tampak, per_sektor))),),
            ),
            Kolom(
                0.74,
                (
                    Tabel(
                        "Calon teratas, transportasi dahulu",
                        lajur,
                        tuple(_candidate_row(tampak, satu) for satu in tampil),
                        "Tidak ada calon: tidak ada celah pada pilihan ini.",
                        f"Masih ada {format_angka(sisa)} calon lagi; lihat halaman Peluang IKN." if sisa else "",
                    ),
                ),
            ),
        ),
        catatan=(
            (
                f"Celah: potensi berskor {BATAS_RELEVAN:g} ke atas yang sektornya belum tercatat kerja samanya di kecamatan itu. "
                "Satu potensi dihitung sekali per sektor."
            ),
            *(_candidate_note(tampak, satu) for satu in tampil[:3]),
            "Usulan dari aturan, bukan keputusan; bentuk hukum dan pembagian kewenangan perlu dipastikan TKKSD.",
        ),
        sumber=f"{SUMBER_UMUM}; langkah dan jalur kewenangan usulan",
    )


def count_gap_sectors(celah: Celah) -> list[tuple[str, int]]:
    """Return how many potensi of every sector have a gap, each once, the most first; none with 0."""
    _, letak = np.unique(celah.petak_celah.baris, return_index=True)
    jumlah = np.bincount(celah.petak_celah.sektor[letak], minlength=len(celah.sektor))
    pasangan = [(kode, int(n)) for kode, n in zip(celah.sektor, jumlah, strict=True) if n]
    return sorted(pasangan, key=lambda pasang: -pasang[1])


def _sector_pairs(tampak: Tampak, per_sektor: list[tuple[str, int]]) -> list[tuple[str, int]]:
    kamus = tampak.indeks.kamus
    isi = [(kamus.label_of("sektor", kode), n) for kode, n in per_sektor[:BANYAK_SEKTOR]]
    if lain := per_sektor[BANYAK_SEKTOR:]:
        isi.append((f"{len(lain)} sektor lainnya", sum(n for _, n in lain)))
    return isi


def _candidate_row(tampak: Tampak, calon: Calon) -> tuple[str, ...]:
    sektor = tampak.indeks.kamus.label_of("sektor", calon.sektor)
    return (
        f"{sektor}: {candidate_places(tampak, calon)}",
        object_text(tampak, calon),
        agency_text(tampak, calon),
        step_text(calon),
        format_angka(calon.skor),
    )


def _candidate_note(tampak: Tampak, calon: Calon) -> str:
    jalur = [SEMUA_JALUR[kode] for kode in calon.jalur]
    nama = "; ".join(satu.nama for satu in jalur)
    mitra = ", ".join(dict.fromkeys(satu for isi in jalur for satu in isi.mitra)) or "belum dapat diusulkan"
    sektor = tampak.indeks.kamus.label_of("sektor", calon.sektor)
    alasan = " ".join(route_reason(tampak.indeks.himpunan, kode, calon.potensi) for kode in calon.jalur)
    return shorten(
        f"{sektor}, {candidate_places(tampak, calon)}. Jalur: {nama}. {alasan} Mitra: {mitra}.", PANJANG_CATATAN
    )


def _reach_text(celah: Celah) -> str:
    """Return how many cooperations may reach any kecamatan: those known only at regency level."""
    n = int(celah.menutup[:, celah.kolom.index(TINGKAT_KABUPATEN)].sum())
    return f"; {format_angka(n)} kerja sama tingkat kabupaten belum diketahui jangkauannya" if n else ""


def _gap_sentence(tampak: Tampak, celah: Celah, per_sektor: list[tuple[str, int]], relevan: int) -> str:
    if not tampak.n_potensi:
        return nothing_text(tampak, "potensi")
    if not relevan:
        return open_sentence(
            scope_text(tampak),
            f"belum ada potensi berskor {BATAS_RELEVAN:g} ke atas, jadi belum ada celah yang dapat ditunjukkan.",
        )
    if not celah.jumlah_potensi:
        return open_sentence(
            scope_text(tampak),
            f"tidak ada celah: sektor dari {format_angka(relevan)} potensi relevan sudah tercatat kerja samanya di tempatnya.",
        )
    sektor, n = per_sektor[0]
    nama = shorten(tampak.indeks.kamus.label_of("sektor", sektor), PANJANG_LABEL)
    return open_sentence(
        scope_text(tampak),
        f"{part_text(celah.jumlah_potensi, relevan)} potensi relevan belum tercatat kerja sama sektornya di sedikitnya satu "
        f"kecamatannya, terbanyak {nama} ({format_angka(n)}){_reach_text(celah)}.",
    )
