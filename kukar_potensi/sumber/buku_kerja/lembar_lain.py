"""Look at the sheets that are not read: one that only bears another name is not passed over in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from kukar_potensi.model.teks import fold_text
from kukar_potensi.sumber.buku_kerja.formulir import (
    DAFTAR,
    FORMULIR,
    FORMULIR_TINDAK_LANJUT,
    HASIL,
    LEMBAR_BACAAN,
    PETUNJUK,
    Formulir,
    is_contoh,
)
from kukar_potensi.sumber.buku_kerja.judul import find_judul
from kukar_potensi.sumber.buku_kerja.sel import write_sel
from kukar_potensi.sumber.buku_kerja.temuan_sel import TemuanSel

_BACAAN: Final = frozenset(fold_text(nama) for nama in (PETUNJUK, DAFTAR, HASIL, *LEMBAR_BACAAN))
_TAMPAK: Final = "visible"
_PANJANG_NAMA: Final = 60


@dataclass(frozen=True)
class LembarLain:
    """A sheet that holds the rows of a form under another name: its title, its form, its rows, and its header."""

    judul: str
    formulir: Formulir
    jumlah: int
    baris_judul: int

    def tell(self, *, terisi: bool) -> TemuanSel:
        """Return the fault: the rows that were not checked, and what to do; `terisi`: the form has its own sheet."""
        nama = self.judul[:_PANJANG_NAMA]
        satukan = f"Satukan barisnya ke lembar “{self.formulir.judul}”, atau hapus lembar ini, lalu periksa lagi."
        return TemuanSel(
            self.judul,
            self.baris_judul,
            "",
            f"A{self.baris_judul}",
            "",
            f"Lembar “{nama}” ({self.jumlah} baris) tidak ikut diperiksa karena namanya bukan “{self.formulir.judul}”.",
            satukan if terisi else "Ganti nama lembarnya, lalu periksa lagi.",
        )


def is_bacaan(lembar: Any) -> bool:
    """Tell whether a sheet is only there to be read by people, or is hidden from them."""
    return fold_text(lembar.title) in _BACAAN or getattr(lembar, "sheet_state", _TAMPAK) != _TAMPAK


def find_lain(
    lembar: Any, awal: list[tuple[Any, ...]], kolom_terbanyak: int, baris_terbanyak: int
) -> LembarLain | None:
    """Return the rows of a form that a sheet of another name holds; None when its header is another or no row is filled.

    `awal` are its first rows. At most `baris_terbanyak` rows are looked at.
    """
    cocok = max(
        ((*find_judul(awal, satu), satu) for satu in (*FORMULIR, FORMULIR_TINDAK_LANJUT)), key=lambda satu: len(satu[1])
    )
    nomor, kolom, formulir = cocok
    if not kolom or not {k.nama for k in formulir.kolom if formulir.is_wajib(k)} <= kolom.keys():
        return None
    jumlah = _count_baris(lembar, kolom, nomor, kolom_terbanyak, baris_terbanyak)
    return LembarLain(lembar.title, formulir, jumlah, nomor) if jumlah else None


def _count_baris(lembar: Any, kolom: dict[str, int], nomor: int, kolom_terbanyak: int, baris_terbanyak: int) -> int:
    """Count the filled rows below a header; the example is left out."""
    lembar.reset_dimensions()
    rows = lembar.iter_rows(
        min_row=nomor + 1, max_row=nomor + baris_terbanyak, max_col=kolom_terbanyak, values_only=True
    )
    jumlah = 0
    for sel in rows:
        isi = {nama: write_sel(sel[letak - 1]) if letak <= len(sel) else "" for nama, letak in kolom.items()}
        jumlah += any(isi.values()) and not is_contoh(isi)
    return jumlah
