"""Find the names of a list that a wrong one may mean: by whole words first, then by letters."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from kukar_potensi.model.teks import compact_text, fold_text

SARAN_TERBANYAK: Final = 3

_KEMIRIPAN_KATA: Final = 80
"""Likeness (0-100) from which two words may be one word misspelt."""

_KEMIRIPAN_NAMA: Final = 82
"""Likeness (0-100) from which two names written together may be one name misspelt."""

_BOBOT_CUKUP: Final = 0.4
"""Share of the weight of the words asked for that a name has to bear."""

_SEIMBANG: Final = 0.12
"""Names whose score lies this near the best are offered beside it."""

_UMUM: Final = 0.2
"""Share of the names above which a word tells none of them from the others."""

_TANPA_ARTI: Final = frozenset(
    (
        "dan",
        "serta",
        "di",
        "ke",
        "pada",
        "untuk",
        "kabupaten",
        "kab",
        "kutai",
        "kartanegara",
        "kukar",
        "kantor",
        "camat",
    )
)
"""Words that people add to a name, or that only join two."""

_PANJANG_DIBANDINGKAN: Final = 200
_HURUF_TERPENDEK: Final = 4
_INGATAN_TERBANYAK: Final = 4_000


@lru_cache(maxsize=16)
def build_kosakata(nama: tuple[tuple[str, str], ...]) -> Kosakata:
    """Return the names of a list to compare with; who asks for the same list shares them."""
    return Kosakata(nama)


class Kosakata:
    """The names of a code list, compared by their words; a word that few names bear weighs most."""

    def __init__(self, nama: Iterable[tuple[str, str]]) -> None:
        """Take (code, name) pairs; a code may come with several names."""
        self._nama = [(kode, satu, _split_kata(satu)) for kode, satu in nama]
        # By hash: what people upload is not kept, only what was answered.
        self._ingatan: dict[int, tuple[str, ...]] = {}

    def rank(self, teks: str) -> tuple[str, ...]:
        """Return the codes that a text may mean, best first: at most three, none when that would be a guess."""
        teks = teks[:_PANJANG_DIBANDINGKAN]
        hasil = self._ingatan.get(hash(teks))
        if hasil is None:
            hasil = self._rank(teks)
            if len(self._ingatan) < _INGATAN_TERBANYAK:
                self._ingatan[hash(teks)] = hasil
        return hasil

    def _rank(self, teks: str) -> tuple[str, ...]:
        if hasil := _choose(self._score_kata(teks)):
            return hasil
        dikenal = all(kata in self._bobot for kata in _split_kata(teks))
        return () if dikenal else _choose(self._score_huruf(teks))

    @cached_property
    def _bobot(self) -> dict[str, float]:
        """Weight of every word: the fewer names bear it, the more it says."""
        per_kata: dict[str, set[str]] = {}
        for kode, _, kata in self._nama:
            for satu in kata:
                per_kata.setdefault(satu, set()).add(kode)
        jumlah = len({kode for kode, _, _ in self._nama})
        return {kata: math.log((jumlah + 1) / len(kode)) for kata, kode in per_kata.items()}

    @cached_property
    def _letak(self) -> dict[str, list[int]]:
        """Positions of the names that bear a word."""
        hasil: dict[str, list[int]] = {}
        for letak, (_, _, kata) in enumerate(self._nama):
            for satu in kata:
                hasil.setdefault(satu, []).append(letak)
        return hasil

    @cached_property
    def _rapat(self) -> list[str]:
        """Every name written together."""
        return [compact_text(nama) for _, nama, _ in self._nama]

    def _score_kata(self, teks: str) -> dict[str, float]:
        """Return the codes whose names bear enough of the words, one of them rare; each from 0 to 1."""
        dicari = {satu: self._match_kata(satu) for satu in _split_kata(teks)}
        berat = {satu: max(self._weigh(cocok), 1e-9) for satu, cocok in dicari.items()}
        semua = sum(berat.values())
        skor: dict[str, float] = {}
        for letak in sorted({i for cocok in dicari.values() for satu in cocok for i in self._letak[satu]}):
            kode, _, kata = self._nama[letak]
            kena = {satu: max((cocok[k] for k in kata if k in cocok), default=0.0) for satu, cocok in dicari.items()}
            bagian = sum(berat[satu] * mirip for satu, mirip in kena.items()) / semua if semua else 0.0
            langka = any(self._is_langka(k) for cocok in dicari.values() for k in cocok if k in kata)
            if bagian < _BOBOT_CUKUP or not langka:
                continue
            punya = sum(self._bobot[k] for k in kata)
            tercakup = sum(self._bobot[k] for k in kata if any(k in cocok for cocok in dicari.values()))
            skor[kode] = max(skor.get(kode, 0.0), 0.85 * bagian + 0.15 * (tercakup / punya if punya else 0.0))
        return skor

    def _is_langka(self, kata: str) -> bool:
        """Tell whether few enough names bear a word for it to tell them from the others."""
        return len(self._letak[kata]) <= max(SARAN_TERBANYAK, _UMUM * len(self._nama))

    def _match_kata(self, kata: str) -> dict[str, float]:
        """Return the words of the list that a word is, or may be when misspelt, with how sure that is (0-1)."""
        if kata in self._bobot:
            return {kata: 1.0}
        if len(kata) < _HURUF_TERPENDEK:
            return {}
        dekat = process.extract(
            kata, list(self._bobot), scorer=fuzz.ratio, score_cutoff=_KEMIRIPAN_KATA, limit=SARAN_TERBANYAK
        )
        return {satu: (skor / 100) ** 2 for satu, skor, _ in dekat}

    def _weigh(self, cocok: dict[str, float]) -> float:
        """Return the weight of a word asked for; one that the list does not know weighs as much as its rarest."""
        if cocok:
            return max(self._bobot[satu] for satu in cocok)
        return max(self._bobot.values(), default=1.0)

    def _score_huruf(self, teks: str) -> dict[str, float]:
        """Return the codes whose names, written together, are nearly the text."""
        hasil = process.extract(
            compact_text(teks), self._rapat, scorer=fuzz.ratio, score_cutoff=_KEMIRIPAN_NAMA, limit=2 * SARAN_TERBANYAK
        )
        skor: dict[str, float] = {}
        for _, nilai, letak in hasil:
            kode = self._nama[letak][0]
            skor[kode] = max(skor.get(kode, 0.0), nilai / 100)
        return skor


def _choose(skor: dict[str, float]) -> tuple[str, ...]:
    """Return the codes near the best score; none when too many are as good as each other."""
    urut = sorted(skor, key=lambda kode: -skor[kode])
    dekat = [kode for kode in urut if skor[kode] >= skor[urut[0]] - _SEIMBANG]
    return tuple(dekat) if len(dekat) <= SARAN_TERBANYAK else ()


def _split_kata(teks: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kata for kata in fold_text(teks).split() if kata not in _TANPA_ARTI))
