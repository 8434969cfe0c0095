"""Write the evaluation agenda as a book for the TKKSD meeting, with columns for its decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd

from kukar_potensi.ekspor.keterangan import build_keterangan
from kukar_potensi.ekspor.lembar import Kolom, Lembar, write_buku
from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import (
    ATURAN,
    CATATAN_KEPUTUSAN,
    PRIORITAS,
    SEMUA_ATURAN,
    SEMUA_LANGKAH,
    Aturan,
    label_langkah,
)
from kukar_potensi.model.evaluasi_kurang import hanging_words
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.tanggal import format_tanggal, format_ttd

KOLOM_KEPUTUSAN: Final = (
    Kolom("Keputusan", lebar=16, pilihan=SEMUA_LANGKAH, isian=True, petunjuk="Pilih hasil rapat."),
    Kolom("Penanggung jawab", lebar=18, isian=True),
    Kolom("Tenggat", "tanggal", lebar=14, isian=True, petunjuk="Tanggal, mis. 31/12/2026."),
    Kolom("Catatan rapat", lebar=26, isian=True),
)
"""What the meeting fills in; empty in the file."""

_KOLOM_AGENDA: Final = (
    Kolom("No", "angka", lebar=5),
    Kolom("Prioritas", lebar=13),
    Kolom("Aturan", lebar=18),
    Kolom("Kode", lebar=8),
    Kolom("Kerja sama", lebar=34),
    Kolom("Mitra", lebar=24),
    Kolom("Yang menindaklanjuti", lebar=22),
    Kolom("Alasan", lebar=48),
    Kolom("Usulan langkah", lebar=14),
    Kolom("Usulan tindak lanjut", lebar=32),
    *KOLOM_KEPUTUSAN,
)
_KOLOM_RINGKAS: Final = (
    Kolom("Kode", lebar=9),
    Kolom("Kerja sama", lebar=42),
    Kolom("Mitra", lebar=28),
    Kolom("Jenis dokumen", lebar=22),
    Kolom("Kategori", lebar=20),
    Kolom("OPD", lebar=28),
    Kolom("Tanda tangan", lebar=24),
    Kolom("Ketelitian tanda tangan", lebar=16),
    Kolom("Berakhir", lebar=20),
    Kolom("Status", lebar=20),
    Kolom("Menggantung", lebar=14),
    Kolom("Banyak alasan", "angka", lebar=10),
    Kolom("Alasan", lebar=70),
    Kolom("Verifikasi", lebar=20),
    Kolom("Sumber", "tautan", lebar=44),
)
_KOLOM_ATURAN: Final = (
    Kolom("Aturan", lebar=8),
    Kolom("Nama", lebar=30),
    Kolom("Kelompok", lebar=20),
    Kolom("Prioritas", lebar=20),
    Kolom("Bunyi dan ambang", lebar=80),
    Kolom("Usulan langkah", lebar=18),
    Kolom("Banyak baris", "angka", lebar=10),
)


def write_agenda(
    himpunan: Himpunan,
    evaluasi: Evaluasi,
    kode: pd.Index,
    *,
    aturan: Iterable[str] | None = None,
    saringan: Sequence[str] = (),
) -> bytes:
    """Return the agenda of the cooperations `kode` as an XLSX book.

    Sheets: Agenda (one row a rule and cooperation, most urgent first, with empty columns
    for decision, person, deadline and note), Per kerja sama (every reason of each), Aturan
    (rules and thresholds) and Keterangan. `aturan` limits the rules, `saringan` is the
    filter in words.
    """
    agenda = evaluasi.agenda(kode, aturan)
    terpilih = [satu for satu in SEMUA_ATURAN if aturan is None or satu.id in set(aturan)]
    tabel = himpunan.kerja_sama.loc[agenda["id"].unique()]
    keterangan = build_keterangan(
        himpunan,
        "Agenda evaluasi kerja sama daerah",
        evaluasi.tanggal,
        berkas=("kerja_sama.csv", "tindak_lanjut.csv"),
        baris=[tabel],
        saringan=saringan,
        catatan=(
            ("Cara membaca", "Satu baris pada lembar Agenda adalah satu alasan; satu kerja sama dapat muncul lebih dari sekali."),
            ("Cara mengisi", "Isi kolom berwarna pada lembar Agenda saat rapat. Keputusan dipilih dari daftar."),
            ("Mencatat keputusan", f"Pada kolom keputusan kerja_sama.csv atau lembar kerja OPD: {_recorded_words()}."),
            ("Tanda ≤", "Paling lambat: hari tanda tangan yang pasti belum diketahui."),
            ("Yang kosong", "Yang belum tercatat berarti belum diketahui, bukan tidak ada."),
            ("Aturan", "Usulan untuk ditetapkan TKKSD; bunyi dan ambangnya ada pada lembar Aturan."),
        ),
    )  # fmt: skip
    return write_buku(
        [
            Lembar("Agenda", _KOLOM_AGENDA, _agenda_rows(himpunan.kerja_sama, agenda), beku=5),
            Lembar("Per kerja sama", _KOLOM_RINGKAS, _summary_rows(himpunan, evaluasi, agenda), beku=2),
            Lembar("Aturan", _KOLOM_ATURAN, _rule_rows(terpilih, agenda)),
        ],
        keterangan,
    )


def _recorded_words() -> str:
    """Return how each decision of the meeting is recorded in the register."""
    return "; ".join(f"{langkah} → {CATATAN_KEPUTUSAN[langkah] or 'dikosongkan'}" for langkah in SEMUA_LANGKAH)


def priority_text(aturan: Aturan) -> str:
    """Return the priority of a rule as it is printed: "1 · putuskan sekarang"."""
    return f"{aturan.prioritas} · {PRIORITAS[aturan.prioritas]}"


def _agenda_rows(kerja_sama: pd.DataFrame, agenda: pd.DataFrame) -> list[tuple[object, ...]]:
    judul, mitra = kerja_sama["judul"].to_dict(), kerja_sama["mitra"].to_dict()
    kosong = (None,) * len(KOLOM_KEPUTUSAN)
    hasil: list[tuple[object, ...]] = []
    lajur = (agenda[nama] for nama in ("aturan", "id", "penindak", "alasan", "langkah", "tindakan"))
    for nomor, (aturan, kode, penindak, alasan, langkah, tindakan) in enumerate(zip(*lajur, strict=True), start=1):
        satu = ATURAN[aturan]
        kepala = (nomor, priority_text(satu), f"{satu.id} {satu.nama}", kode, judul[kode], mitra[kode])
        hasil.append((*kepala, penindak, alasan, label_langkah(langkah), tindakan, *kosong))
    return hasil


def _summary_rows(himpunan: Himpunan, evaluasi: Evaluasi, agenda: pd.DataFrame) -> list[tuple[object, ...]]:
    """Return one row a cooperation on the agenda, in the order in which they first appear."""
    alasan: dict[str, list[str]] = {}
    for aturan, kode, kalimat in zip(agenda["aturan"], agenda["id"], agenda["alasan"], strict=True):
        alasan.setdefault(kode, []).append(f"{aturan}: {kalimat}")
    status = evaluasi.bahan["status"].to_dict()
    menggantung = hanging_words(evaluasi).to_dict()
    opd = himpunan.opd["nama"].to_dict()
    hasil: list[tuple[object, ...]] = []
    for kode, baris in himpunan.kerja_sama.loc[list(alasan)].iterrows():
        sebab = alasan[str(kode)]
        hasil.append(
            (
                kode, baris["judul"], baris["mitra"], baris["jenis_dokumen"], baris["kategori"], opd.get(baris["opd"]),
                format_ttd(baris["tanggal_ttd"], baris["presisi_ttd"]), baris["presisi_ttd"],
                format_tanggal(baris["tanggal_berakhir"]), status[kode],
                menggantung[kode], len(sebab), "\n".join(sebab), baris["status_verifikasi"],
                baris["sumber"],
            )
        )  # fmt: skip
    return hasil


def _rule_rows(aturan: Sequence[Aturan], agenda: pd.DataFrame) -> list[tuple[object, ...]]:
    banyak = agenda["aturan"].value_counts().to_dict()
    return [
        (a.id, a.nama, a.kelompok, priority_text(a), a.kalimat, label_langkah(a.langkah), banyak.get(a.id, 0))
        for a in aturan
    ]
