"""The slide on who does what by when: the agenda's actions, then what waits for the Otorita IKN.

No document is asked of an agency before TKKSD has settled whose it is and what kind it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from kukar_potensi.model.calon import Calon
from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.evaluasi_aturan import (
    ATURAN,
    PRIORITAS,
    SEMUA_ATURAN,
)
from kukar_potensi.model.paparan_baris import kerja_sama_of, regional_ids
from kukar_potensi.model.paparan_bentuk import (
    Kolom,
    Lajur,
    Salindia,
    Tabel,
    open_sentence,
    scope_text,
    short_opd,
    shorten,
)
from kukar_potensi.model.paparan_calon import (
    agency_text,
    candidate_places,
    is_for_ikn,
    object_text,
    pick_calon,
    step_text,
)
from kukar_potensi.model.paparan_evaluasi import (
    SUMBER,
    agenda_of,
    none_text,
    titled_text,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

BANYAK_TINDAKAN: Final = 6
BANYAK_IKN: Final = 3
BANYAK_KODE: Final = 4
PANJANG_OBJEK: Final = 50
PANJANG_APA: Final = 130
_ATURAN_TENGGAT: Final = ("W1", "W2")
"""Rules about an end still to come: the decision is due before that day."""


@dataclass(frozen=True)
class Tindakan:
    """One thing to do: who, what, for which cooperations, by which day (None: unknown), and the rule that asks it."""

    penindak: str
    apa: str
    kode: tuple[str, ...]
    tenggat: pd.Timestamp | None
    aturan: str


def list_tindakan(evaluasi: Evaluasi, kode: Iterable[str]) -> tuple[Tindakan, ...]:
    """Return what the agenda asks, one entry a rule, actor and action, most urgent first.

    Who and what are those of the agenda (see `decide_langkah`). The day is the earliest
    possible end among its cooperations where the rule is about an end still to come, else
    unknown. Every row of the agenda is in exactly one entry.
    """
    kelompok: dict[tuple[str, str, str], list[str]] = {}
    for baris in agenda_of(evaluasi, kode):
        kelompok.setdefault((baris.aturan, baris.penindak, baris.tindakan), []).append(baris.id)
    urut = {satu.id: letak for letak, satu in enumerate(SEMUA_ATURAN)}
    akhir = _ends(evaluasi)
    hasil = [
        Tindakan(penindak, apa, tuple(daftar), _due(akhir, daftar) if aturan in _ATURAN_TENGGAT else None, aturan)
        for (aturan, penindak, apa), daftar in kelompok.items()
    ]
    return tuple(sorted(hasil, key=lambda satu: (ATURAN[satu.aturan].prioritas, urut[satu.aturan], -len(satu.kode))))


@lru_cache(maxsize=8)
def _ends(evaluasi: Evaluasi) -> dict[Any, Any]:
    """Return the earliest possible end of every cooperation."""
    return dict(evaluasi.bahan["berakhir_awal"].to_dict())


def _due(akhir: dict[Any, Any], kode: list[str]) -> pd.Timestamp | None:
    """Return the earliest possible end of some cooperations; None where none is known."""
    diketahui = [akhir[satu] for satu in kode if not pd.isna(akhir[satu])]
    return min(diketahui) if diketahui else None


def build_tindak_lanjut(tampak: Tampak, evaluasi: Evaluasi, calon: Iterable[Calon] = ()) -> Salindia:
    """Return the slide on who does what by when; blank where the day is unknown.

    The last rows are the first candidates that go to the Otorita IKN, transport first.
    """
    kode = regional_ids(tampak)
    semua = list_tindakan(evaluasi, kode)
    judul = kerja_sama_of(tampak.indeks).judul
    tampil = semua[:BANYAK_TINDAKAN]
    baris = tuple(
        (
            short_opd(tampak.indeks.himpunan, satu.penindak),
            shorten(satu.apa, PANJANG_APA),
            _objects(satu, judul),
            _day_text(satu),
        )
        for satu in tampil
    ) + _ikn_rows(tampak, calon)
    sisa = len(semua) - len(tampil)
    lajur = (Lajur("Siapa", 0.14), Lajur("Apa", 0.40), Lajur("Untuk", 0.36), Lajur("Tenggat", 0.10))
    return Salindia(
        kunci="tindak-lanjut",
        judul="Tindak lanjut: siapa, apa, kapan",
        kalimat=_action_sentence(tampak, semua, len(kode)),
        kolom=(
            Kolom(
                1.0,
                (
                    Tabel(
                        "",
                        lajur,
                        baris,
                        "Tidak ada tindak lanjut menurut aturan evaluasi.",
                        f"Masih ada {format_angka(sisa)} baris tindak lanjut lagi. Kolom Tenggat kosong: belum diketahui, diisi rapat."
                        if sisa
                        else "Kolom Tenggat kosong: belum diketahui, diisi rapat.",
                    ),
                ),
            ),
        ),
        catatan=(
            "Disusun dari agenda: yang paling mendesak dahulu, lalu yang paling banyak kerja samanya.",
            (
                "Bila OPD atau kategorinya masih perlu ditetapkan, TKKSD menetapkannya dahulu; dokumennya menyusul. "
                "OPD usulan adalah yang urusannya tercatat demikian."
            ),
            "Baris IKN adalah calon dari celah, transportasi lebih dahulu: usulan, bukan keputusan.",
            "Tenggat hanya terisi bila tanggal berakhir kerja samanya diketahui; selebihnya ditetapkan rapat.",
            f"Prioritas: {'; '.join(f'{nomor} {nama}' for nomor, nama in PRIORITAS.items())}.",
        ),
        sumber=SUMBER,
    )


def _ikn_rows(tampak: Tampak, calon: Iterable[Calon]) -> tuple[tuple[str, ...], ...]:
    """Return the first candidates for the Otorita IKN as rows; no day is known for them."""
    pilihan = pick_calon(tampak, (satu for satu in calon if is_for_ikn(satu)), BANYAK_IKN, BANYAK_IKN)
    return tuple(
        (
            agency_text(tampak, satu),
            f"IKN: {step_text(satu)}.",
            f"{object_text(tampak, satu)} ({candidate_places(tampak, satu)})",
            "",
        )
        for satu in pilihan
    )


def _day_text(satu: Tindakan) -> str:
    return format_tanggal(satu.tenggat.date()) if satu.tenggat is not None else ""


def _objects(satu: Tindakan, judul: dict[Any, Any]) -> str:
    if len(satu.kode) == 1:
        return titled_text(judul, satu.kode[0], PANJANG_OBJEK)
    daftar = ", ".join(satu.kode[:BANYAK_KODE])
    return f"{format_angka(len(satu.kode))} kerja sama: {daftar}{', …' if len(satu.kode) > BANYAK_KODE else ''}"


def _action_sentence(tampak: Tampak, semua: tuple[Tindakan, ...], n: int) -> str:
    if not n:
        return none_text(tampak)
    if not semua:
        return open_sentence(scope_text(tampak), "tidak ada tindak lanjut yang diminta aturan evaluasi.")
    pihak = len({satu.penindak for satu in semua})
    butir = sum(len(satu.kode) for satu in semua)
    bertenggat = sum(len(satu.kode) for satu in semua if satu.tenggat is not None)
    tenggat = (
        f"{format_angka(bertenggat)} butir sudah diketahui tenggatnya, {format_angka(butir - bertenggat)} belum"
        if bertenggat
        else "belum satu pun diketahui tenggatnya"
    )
    return open_sentence(
        scope_text(tampak),
        f"{format_angka(butir)} butir tindak lanjut menunggu {format_angka(pihak)} pihak; {tenggat}.",
    )
