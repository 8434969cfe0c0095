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

BANYAK_TINDAKAN: Final = 5
BANYAK_IKN: Final = 3
BANYAK_KODE: Final = 4
PANJANG_OBJEK: Final = 50
PANJANG_APA: Final = 130
_ATURAN_TENGGAT: Final = ("W1", "W2")
"""Rules about an end still to come: the decision is due before that day."""


@dataclass(frozen=True)
class Tindakan:
    """One thing to do: who, what, for which cooperations, and the rule that asks it.

    `sebelum` is the end of the term before which it is to be done, as precisely as it is on
    record ("November 2027"); empty where none is known.
    """

    penindak: str
    apa: str
    kode: tuple[str, ...]
    sebelum: str
    aturan: str


def list_tindakan(evaluasi: Evaluasi, kode: Iterable[str]) -> tuple[Tindakan, ...]:
    """Return what the agenda asks, one entry a rule, actor and action, most urgent first.

    Who and what are those of the agenda (see `decide_langkah`). The end told is the
    earliest possible one among its cooperations where the rule is about an end still to come,
    else none. Every row of the agenda is in exactly one entry.
    """
    kelompok: dict[tuple[str, str, str], list[str]] = {}
    for baris in agenda_of(evaluasi, kode):
        kelompok.setdefault((baris.aturan, baris.penindak, baris.tindakan), []).append(baris.id)
    urut = {satu.id: letak for letak, satu in enumerate(SEMUA_ATURAN)}
    akhir = _ends(evaluasi)
    hasil = [
        Tindakan(penindak, apa, tuple(daftar), _due(akhir, daftar) if aturan in _ATURAN_TENGGAT else "", aturan)
        for (aturan, penindak, apa), daftar in kelompok.items()
    ]
    return tuple(sorted(hasil, key=lambda satu: (ATURAN[satu.aturan].prioritas, urut[satu.aturan], -len(satu.kode))))


@lru_cache(maxsize=8)
def _ends(evaluasi: Evaluasi) -> dict[Any, tuple[pd.Timestamp, str]]:
    """Return the earliest possible end of every cooperation and the end as it is recorded; only where known."""
    bahan = evaluasi.bahan[evaluasi.bahan["berakhir_awal"].notna().to_numpy(bool)]
    kolom = (bahan.index, bahan["berakhir_awal"], bahan["tanggal_berakhir"])
    return {kode: (awal, format_tanggal(teks)) for kode, awal, teks in zip(*kolom, strict=True)}


def _due(akhir: dict[Any, tuple[pd.Timestamp, str]], kode: list[str]) -> str:
    """Return the earliest possible end of some cooperations, by its own precision; empty where none is known."""
    return min((akhir[satu] for satu in kode if satu in akhir), default=(None, ""))[1]


def build_tindak_lanjut(tampak: Tampak, evaluasi: Evaluasi, calon: Iterable[Calon] = ()) -> Salindia:
    """Return the slide on who does what by when; blank where no end of term is known.

    The last rows are the first candidates that go to the Otorita IKN, transport first; the
    counts name both kinds.
    """
    untuk_ikn = tuple(satu for satu in calon if is_for_ikn(satu))
    kode = regional_ids(tampak)
    semua = list_tindakan(evaluasi, kode)
    judul = kerja_sama_of(tampak.indeks).judul
    tampil = semua[:BANYAK_TINDAKAN]
    baris = tuple(
        (
            short_opd(tampak.indeks.himpunan, satu.penindak),
            shorten(satu.apa, PANJANG_APA),
            _objects(satu, judul),
            f"sebelum {satu.sebelum}" if satu.sebelum else "",
        )
        for satu in tampil
    ) + _ikn_rows(tampak, untuk_ikn)
    lajur = (Lajur("Siapa", 0.14), Lajur("Apa", 0.40), Lajur("Untuk", 0.36), Lajur("Kapan", 0.10))
    return Salindia(
        kunci="tindak-lanjut",
        judul="Tindak lanjut: siapa, apa, kapan",
        kalimat=_action_sentence(tampak, semua, len(kode), len(untuk_ikn)),
        kolom=(
            Kolom(
                1.0,
                (
                    Tabel(
                        "",
                        lajur,
                        baris,
                        "Tidak ada tindak lanjut menurut aturan evaluasi.",
                        _rest_text(len(semua) - len(tampil), max(len(untuk_ikn) - BANYAK_IKN, 0)),
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
            "Kolom Kapan menyebut akhir masa berlaku yang tercatat, setepat yang diketahui; tenggatnya sendiri ditetapkan rapat.",
            f"Prioritas: {'; '.join(f'{nomor} {nama}' for nomor, nama in PRIORITAS.items())}.",
        ),
        sumber=SUMBER,
    )


def _ikn_rows(tampak: Tampak, calon: Iterable[Calon]) -> tuple[tuple[str, ...], ...]:
    """Return the first candidates for the Otorita IKN as rows; no day is known for them."""
    pilihan = pick_calon(tampak, calon, BANYAK_IKN, BANYAK_IKN)
    return tuple(
        (
            agency_text(tampak, satu),
            f"IKN: {step_text(satu)}.",
            f"{object_text(tampak, satu)} ({candidate_places(tampak, satu)})",
            "",
        )
        for satu in pilihan
    )


def _objects(satu: Tindakan, judul: dict[Any, Any]) -> str:
    if len(satu.kode) == 1:
        return titled_text(judul, satu.kode[0], PANJANG_OBJEK)
    daftar = ", ".join(satu.kode[:BANYAK_KODE])
    return f"{format_angka(len(satu.kode))} kerja sama: {daftar}{', …' if len(satu.kode) > BANYAK_KODE else ''}"


def _rest_text(tindakan: int, calon: int) -> str:
    """Return how much of either kind does not fit, and how the column of days is read."""
    bagian = [
        f"{format_angka(n)} {apa}"
        for n, apa in ((tindakan, "baris tindak lanjut kerja sama"), (calon, "calon untuk Otorita IKN"))
        if n
    ]
    awal = f"Masih ada {' dan '.join(bagian)} lagi. " if bagian else ""
    return f"{awal}Kapan: sebelum akhir masa berlakunya; kosong: belum diketahui, diisi rapat."


def _action_sentence(tampak: Tampak, semua: tuple[Tindakan, ...], n: int, calon: int) -> str:
    ikn = f"{format_angka(calon)} calon kerja sama menunggu tawaran kepada Otorita IKN" if calon else ""
    if not n:
        return f"{none_text(tampak)}{f' {ikn}.' if ikn else ''}"
    if not semua:
        tanpa = "tidak ada tindak lanjut kerja sama yang diminta aturan evaluasi"
        return open_sentence(scope_text(tampak), f"{tanpa}{f'; {ikn}' if ikn else ''}.")
    pihak = len({satu.penindak for satu in semua})
    butir = sum(len(satu.kode) for satu in semua)
    berakhir = sum(len(satu.kode) for satu in semua if satu.sebelum)
    kapan = f", {format_angka(berakhir)} di antaranya sebelum akhir masa berlakunya" if berakhir else ""
    return open_sentence(
        scope_text(tampak),
        f"{format_angka(butir)} butir tindak lanjut kerja sama menunggu {format_angka(pihak)} pihak{kapan}"
        f"{f'; {ikn}' if ikn else ''}.",
    )
