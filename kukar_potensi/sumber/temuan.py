"""Word the remedy of a fault: the nearest value that would have been right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz, process

from kukar_potensi.model.teks import fold_text
from kukar_potensi.sumber.mirip import SARAN_TERBANYAK, build_kosakata

_KEMIRIPAN: Final = 68
_PILIHAN_DITULIS: Final = 14
_PANJANG_DIBANDINGKAN: Final = 200
_PILIHAN_DISARANKAN: Final = 4
_NASKAH: Final = " bila naskahnya berjudul demikian"
_PADANAN: Final = (
    (("mou", "nota kesepahaman mou", "memorandum of understanding"), "Nota Kesepahaman", _NASKAH),
    (("kb", "kesepakatan", "kesepakatan bersama kb"), "Kesepakatan Bersama", _NASKAH),
    (("pks", "perjanjian", "kerja sama", "kerjasama", "kontrak"), "Perjanjian Kerja Sama", _NASKAH),
    (("addendum", "amandemen"), "Adendum", ""),
    (("renja",), "Rencana Kerja", ""),
    (("ba",), "Berita Acara", ""),
    (("sewa", "pinjam pakai", "ksp", "bgs", "bsg", "ksp i", "bmd"), "Perjanjian Pemanfaatan BMD", ""),
    (("sudah", "ya", "ok", "oke", "benar", "sesuai", "verified", "terverifikasi", "sudah diverifikasi", "diverifikasi"), "terverifikasi OPD", ""),
    (("belum", "tidak", "belum diverifikasi", "belum verifikasi"), "belum diverifikasi OPD", ""),
    (("lanjut", "dilanjutkan", "berlanjut", "perpanjang", "perpanjangan", "diteruskan"), "diperpanjang", ""),
    (("tingkatkan", "naik", "ditingkatkan ke pks"), "ditingkatkan", ""),
    (("stop", "henti", "berhenti", "selesai", "diakhiri", "tidak dilanjutkan", "tidak lanjut"), "dihentikan", ""),
    (("tidak tahu", "tidak diketahui", "tdk tahu", "belum tahu", "ragu"), "belum diketahui", ""),
    (("tidak tahu", "tidak diketahui", "tdk tahu", "belum tahu", "belum jelas"), "tidak disebut", ""),
    (("tidak tahu", "belum tahu", "belum diketahui"), "belum ditetapkan", ""),
    (("mungkin", "barangkali"), "kemungkinan", ""),
    (("kab", "kukar", "daerah", "pemkab"), "kabupaten", ""),
    (("provinsi", "pusat", "pemprov"), "provinsi_pusat", ""),
    (("kuat", "yakin"), "tinggi", ""),
)  # fmt: skip
"""What people write for an allowed value: their words (folded), the value, and on what condition."""

_SEBUTAN: Final = {"opd": "OPD", "klaster_ikn": "klaster IKN"}


def suggest_nama(nama: str, pilihan: Sequence[str]) -> str:
    """Return the name of the list closest to a text, or "" when none is near."""
    dekat = process.extractOne(
        nama[:_PANJANG_DIBANDINGKAN].casefold(),
        [p.casefold() for p in pilihan],
        scorer=fuzz.ratio,
        score_cutoff=_KEMIRIPAN,
    )
    return pilihan[dekat[2]] if dekat else ""


def name_acuan(acuan: str) -> str:
    """Return what people call a code list: "opd" is "OPD"."""
    return _SEBUTAN.get(acuan, acuan.replace("_", " "))


def suggest_pilihan(nilai: str, pilihan: Sequence[str], *, wajib: bool = True) -> str:
    """Return an Indonesian sentence naming the allowed value that is meant; what may be done when none is known.

    A blank is offered where the column may be blank (`wajib`: it may not).
    """
    lipat = fold_text(nilai[:_PANJANG_DIBANDINGKAN])
    for kata, maksud, syarat in _PADANAN:
        if maksud in pilihan and lipat in kata:
            return f"Mungkin maksudnya “{maksud}”{syarat}."
    if mirip := suggest_nama(nilai, pilihan):
        return f"Mungkin maksudnya “{mirip}”."
    pilih = f"Pilih {_join_atau(pilihan)}" if len(pilihan) <= _PILIHAN_DISARANKAN else "Pilih salah satu yang boleh itu"
    return f"{pilih}." if wajib else f"{pilih}; kosongkan bila belum diketahui."


def _join_atau(pilihan: Sequence[str]) -> str:
    """Write values as "a, b, atau c"."""
    tulis = [f"“{satu}”" for satu in pilihan]
    return ", ".join(tulis[:-1]) + (", atau " if len(tulis) > 2 else " atau ") + tulis[-1] if tulis[1:] else tulis[0]


def suggest_kode(nilai: str, daftar: Mapping[str, str]) -> str:
    """Return an Indonesian sentence naming the codes that a wrong one may mean; see `build_saran_kode`."""
    return build_saran_kode(daftar)(nilai)


def build_saran_kode(daftar: Mapping[str, str]) -> Callable[[str], str]:
    """Return the function that words which codes a wrong one may mean, "" when that would be a guess.

    `daftar` maps each code to the name people know. A text with a digit is compared with
    the codes, any other with the names; of near ones up to three are named.
    """

    def suggest(nilai: str) -> str:
        nilai = nilai[:_PANJANG_DIBANDINGKAN]
        if any(huruf.isdigit() for huruf in nilai):
            hasil = process.extract(nilai, list(daftar), scorer=fuzz.ratio, score_cutoff=_KEMIRIPAN, limit=None)
            terdekat = [kode for kode, skor, _ in hasil if skor == hasil[0][1]][:SARAN_TERBANYAK]
        else:
            terdekat = list(build_kosakata(tuple(daftar.items())).rank(nilai))
        return f"Mungkin maksudnya {' atau '.join(f'{k} ({daftar[k]})' for k in terdekat)}." if terdekat else ""

    return suggest


def list_pilihan(pilihan: Sequence[str]) -> str:
    """Write allowed values as one phrase, cut short when there are many."""
    awal = ", ".join(f"“{p}”" for p in pilihan[:_PILIHAN_DITULIS])
    return awal if len(pilihan) <= _PILIHAN_DITULIS else f"{awal}, …"
