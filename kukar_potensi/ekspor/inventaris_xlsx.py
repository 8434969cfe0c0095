"""Write the inventory for the Otorita IKN as an XLSX book."""

from __future__ import annotations

from typing import Final

from kukar_potensi.ekspor.inventaris import BANYAK_KERJA_SAMA, Entri, Inventaris, shorten
from kukar_potensi.ekspor.lembar import Keterangan, Kolom, Lembar, write_buku
from kukar_potensi.model.calon import FAKTA, Calon
from kukar_potensi.model.jalur import SEMUA_JALUR
from kukar_potensi.model.kriteria import unique_texts
from kukar_potensi.model.transportasi import list_sambungan

JUDUL: Final = "Inventaris potensi kerja sama Kutai Kartanegara untuk Otorita IKN"
STATUS: Final = "Bahan usulan dari sumber terbuka; entri yang belum diverifikasi OPD ditandai pada kolom Status."

KOLOM_ENTRI: Final = (
    Kolom("No", "angka", 5),
    Kolom("Bidang", lebar=16),
    Kolom("Objek kerja sama", lebar=32),
    Kolom("Tempat", lebar=24),
    Kolom("Kode wilayah", lebar=15),
    Kolom("Angka, satuan, tahun", lebar=18),
    Kolom("Bentuk yang diusulkan", lebar=22),
    Kolom("OPD", lebar=18),
    Kolom("Kerja sama yang ada", lebar=34),
    Kolom("Sumber", "tautan", 34),
    Kolom("Status", lebar=16),
)
KOLOM_RINCIAN: Final = (
    Kolom("No", "angka", 5),
    Kolom("Nomor potensi", lebar=9),
    Kolom("Objek kerja sama", lebar=30),
    Kolom("Uraian", lebar=40),
    Kolom("Relevansi IKN", "angka", 10),
    Kolom("Kelas", lebar=12),
    Kolom("Bentuk selengkapnya", lebar=36),
    Kolom("Mitra yang mungkin", lebar=24),
    Kolom("Rencana yang dapat dilayani", lebar=30),
    Kolom("Fakta yang kurang", lebar=28),
    Kolom("Kelas sumber", lebar=8),
)
KOLOM_CALON: Final = (
    Kolom("No", "angka", 5),
    Kolom("Bidang", lebar=16),
    Kolom("Tempat", lebar=18),
    Kolom("Kode wilayah", lebar=10),
    Kolom("Objek", lebar=38),
    Kolom("Jalur kewenangan", lebar=20),
    Kolom("Bentuk yang mungkin", lebar=22),
    Kolom("Mitra yang mungkin", lebar=24),
    Kolom("Mengapa", lebar=36),
    Kolom("OPD", lebar=20),
    Kolom("Skor tertinggi", "angka", 8),
    Kolom("Fakta yang kurang", lebar=30),
)
KOLOM_SAMBUNGAN: Final = (
    Kolom("Kecamatan", lebar=20),
    Kolom("Kode", lebar=10),
    Kolom("Moda", lebar=16),
    Kolom("Nama", lebar=34),
    Kolom("Keterangan", lebar=50),
    Kolom("Status", lebar=16),
    Kolom("Tahun", "tanggal", 12),
    Kolom("Sumber", "tautan", 40),
)


def write_inventaris_xlsx(inventaris: Inventaris) -> bytes:
    """Return the book: cover, inventory and its details, candidates, connections on record, notes."""
    sampul = Lembar(
        "Sampul",
        (Kolom("Inventaris untuk Otorita IKN", lebar=30), Kolom("Yang sudah dan belum dipastikan", lebar=110)),
        inventaris.cover_lines(),
    )
    return write_buku(
        [
            sampul,
            Lembar("Inventaris", KOLOM_ENTRI, [_entry_row(satu) for satu in inventaris.entri], beku=3),
            Lembar("Rincian entri", KOLOM_RINCIAN, [_detail_row(satu) for satu in inventaris.entri], beku=3),
            Lembar("Calon kerja sama", KOLOM_CALON, _calon_rows(inventaris), beku=3),
            Lembar("Sambungan transportasi", KOLOM_SAMBUNGAN, _connection_rows(inventaris), beku=1),
        ],
        Keterangan(
            judul=JUDUL,
            tanggal=inventaris.tanggal,
            versi=inventaris.himpunan.versi,
            sumber=("Alamat sumber tiap entri ditulis pada kolom Sumber.",),
            status=STATUS,
            saringan=inventaris.saringan,
            catatan=(
                ("Bobot", inventaris.bobot),
                ("Cara menghitung", "docs/metode.md, juga terbuka di halaman Peluang IKN bagian Metode."),
            ),
        ),
    )


def _entry_row(satu: Entri) -> tuple[object, ...]:
    """Return one line of the inventory in the order of `KOLOM_ENTRI`."""
    return (
        satu.nomor,
        satu.bidang,
        satu.objek,
        "\n".join(nama for nama, _ in satu.tempat),
        "\n".join(kode for _, kode in satu.tempat),
        satu.angka,
        "\n".join(satu.bentuk_singkat),
        satu.opd,
        "\n".join(shorten(satu.kerja_sama, BANYAK_KERJA_SAMA)),
        satu.sumber,
        satu.status,
    )


def _detail_row(satu: Entri) -> tuple[object, ...]:
    """Return one line of the details in the order of `KOLOM_RINCIAN`."""
    return (
        satu.nomor,
        satu.id,
        satu.objek,
        satu.uraian,
        None if satu.skor is None else round(satu.skor, 1),
        f"{satu.kelas}{' (indikatif)' if satu.indikatif else ''}",
        "\n".join(satu.bentuk),
        "\n".join(satu.mitra),
        satu.rencana,
        "\n".join(satu.kurang) or "tidak ada",
        satu.kelas_sumber,
    )


def _calon_rows(inventaris: Inventaris) -> list[tuple[object, ...]]:
    """Return the candidates of the gaps, best score first."""
    kamus = inventaris.tampak.indeks.kamus
    nama = inventaris.himpunan.potensi["nama"]
    hasil: list[tuple[object, ...]] = []
    for nomor, satu in enumerate(inventaris.calon, start=1):
        jalur = [SEMUA_JALUR[kode] for kode in satu.jalur]
        tempat = [
            f"Kecamatan {kamus.label_of('kecamatan', kode)}" if kode else "Tingkat kabupaten" for kode in satu.kecamatan
        ]
        hasil.append(
            (
                nomor,
                kamus.label_of("sektor", satu.sektor),
                "\n".join(tempat),
                "\n".join(kode or "64.02" for kode in satu.kecamatan),
                "\n".join(f"{nama.get(kode, kode)} ({kode})" for kode in satu.potensi),
                "\n".join(isi.nama for isi in jalur),
                "\n".join(unique_texts(*(isi.singkat for isi in jalur))),
                "\n".join(unique_texts(*(isi.mitra for isi in jalur))),
                " ".join(isi.alasan for isi in jalur),
                "\n".join(kamus.label_of("opd", kode) for kode in satu.opd),
                round(satu.skor, 1),
                _missing(satu),
            )
        )
    return hasil


def _missing(calon: Calon) -> str:
    """Return the missing facts with how many objects lack each."""
    return "\n".join(f"{FAKTA[kode]} ({kali} dari {len(calon.potensi)})" for kode, kali in calon.kurang)


def _connection_rows(inventaris: Inventaris) -> list[tuple[object, ...]]:
    """Return the connections on record."""
    nama = inventaris.himpunan.kecamatan["nama"]
    return [
        (
            nama.get(satu.kode_kecamatan, satu.kode_kecamatan),
            satu.kode_kecamatan,
            satu.jenis,
            satu.nama,
            satu.keterangan,
            satu.status,
            satu.tahun,
            satu.sumber,
        )
        for satu in list_sambungan(inventaris.himpunan)
    ]
