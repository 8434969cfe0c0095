"""Classes and colours of the areas: one character an area, in the order of the boundary file.

A digit is a class, `-` means that nothing is recorded (unknown, not zero), `.` that the filter leaves the area out.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

KOSONG = "-"
DI_LUAR = "."
BANYAK_KELAS = 5
BATAS_JARAK_KM = (20.0, 40.0, 60.0, 80.0, 120.0)
"""Rubric A changes class at 60, 80 and 120 km; 20 and 40 km split its nearest class."""
BATAS_RELEVANSI = (50.0, 75.0)
"""Rendah < 50, sedang 50-74, tinggi >= 75 (rubric, proposal for TKKSD)."""

NamaIndikator = Literal["potensi", "kerja_sama", "relevansi", "jarak"]


@dataclass(frozen=True)
class Indikator:
    """What colours the map: column of the area table, words on screen, unit and palette (light to dark)."""

    kolom: str
    label: str
    satuan: str
    kosong: str
    warna: tuple[str, ...]
    keterangan: str


INDIKATOR: dict[str, Indikator] = {
    "potensi": Indikator(
        "potensi",
        "Jumlah potensi",
        "",
        "belum ada yang tercatat",
        ("#f7fbe8", "#c7e6b8", "#7cc7b4", "#3a93b0", "#20609a", "#1f3470"),
        "Banyaknya potensi tercatat. Bukan ukuran ekonomi: media lebih sering memberitakan pariwisata.",
    ),
    "kerja_sama": Indikator(
        "kerja_sama",
        "Jumlah kerja sama",
        "",
        "belum ada yang tercatat",
        ("#fdf5e6", "#fbd9a2", "#f0a869", "#d9705a", "#a83e63", "#66215f"),
        "Kerja sama yang sumbernya menyebut tempat. Kerja sama tingkat kabupaten tidak diwarnai.",
    ),
    "relevansi": Indikator(
        "relevansi",
        "Rata-rata relevansi IKN",
        "dari 100",
        "belum dinilai",
        ("#dfe6f2", "#8fa6d3", "#3b3f95"),
        "Rata-rata skor potensi pada saringan ini; usulan rubrik, indikatif.",
    ),
    "jarak": Indikator(
        "jarak_kipp_km",
        "Jarak ke KIPP",
        "km garis lurus",
        "belum diketahui",
        ("#4a1486", "#7a4bb0", "#a583c9", "#c9b3de", "#e4d9ee", "#f6f2f9"),
        "Garis lurus dari titik label ke titik acuan KIPP di Sepaku; bukan jarak jalan.",
    ),
}


@dataclass(frozen=True)
class Kelas:
    """One line of the legend: colour (None: hatched or outside), words, and how many areas it holds."""

    warna: str | None
    label: str
    tanda: str


@lru_cache(maxsize=32)
def count_breaks(nilai: tuple[int, ...]) -> tuple[int, ...]:
    """Lower bounds (whole numbers) of the classes above zero, from counts without any filter.

    Natural breaks keep like with like; they are taken once, without filter, so that colours stay comparable. The
    first class starts at 1, because a filter can leave fewer rows than any area has without it.
    """
    ada = np.array([n for n in nilai if n > 0], dtype=float)
    unik = np.unique(ada)
    if len(unik) <= BANYAK_KELAS:
        return (1, *(int(n) for n in unik[1:]))
    import mapclassify  # noqa: PLC0415  (heavy: loaded once, when the service warms up)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends numba, which a few hundred numbers do not need
        batas = mapclassify.FisherJenks(ada, k=BANYAK_KELAS).bins
    return (1, *(int(b) + 1 for b in batas[:-1]))


def _count_label(batas: Sequence[int], i: int) -> str:
    awal = batas[i]
    if i + 1 == len(batas):
        return f"{awal} atau lebih"
    akhir = batas[i + 1] - 1
    return str(awal) if awal == akhir else f"{awal}–{akhir}"


def legend(indikator: str, semua: Sequence[float]) -> list[Kelas]:
    """Legend lines of an indicator; `semua` are the unfiltered values of the level shown."""
    pilihan = INDIKATOR[indikator]
    if indikator in ("potensi", "kerja_sama"):
        batas = count_breaks(tuple(int(v) for v in semua))
        nol = Kelas(pilihan.warna[0], "0 pada saringan ini", "0")
        return [nol] + [
            Kelas(_shade(pilihan, len(batas), i), _count_label(batas, i), str(i + 1)) for i in range(len(batas))
        ]
    if indikator == "relevansi":
        kata = ("rendah (di bawah 50)", "sedang (50–74)", "tinggi (75 atau lebih)")
        return [Kelas(w, k, str(i)) for i, (w, k) in enumerate(zip(pilihan.warna, kata, strict=True))]
    tepi = [f"kurang dari {BATAS_JARAK_KM[0]:g} km"]
    tepi += [f"{a:g}–{b:g} km" for a, b in pairwise(BATAS_JARAK_KM)]
    tepi += [f"{BATAS_JARAK_KM[-1]:g} km atau lebih"]
    return [Kelas(w, k, str(i)) for i, (w, k) in enumerate(zip(pilihan.warna, tepi, strict=True))]


def _shade(pilihan: Indikator, banyak: int, i: int) -> str:
    """Colour of class i of `banyak`, spread over the palette so that few classes stay far apart."""
    if banyak <= 1:
        return pilihan.warna[3]
    return pilihan.warna[1 + round(i * (len(pilihan.warna) - 2) / (banyak - 1))]


def palette(indikator: str, semua: Sequence[float]) -> list[str]:
    """Colours by digit for the browser."""
    return [k.warna for k in legend(indikator, semua) if k.warna is not None]


def classify(
    indikator: str,
    nilai: npt.NDArray[np.float64],
    semua: npt.NDArray[np.float64],
    terpilih: npt.NDArray[np.bool_],
) -> str:
    """One character an area.

    Args:
        indikator: key of `INDIKATOR`.
        nilai: value an area under the filter; NaN means unknown.
        semua: value an area without any filter; 0 there means that nothing is recorded at all.
        terpilih: False where the filter leaves the area out.
    """
    if indikator in ("potensi", "kerja_sama"):
        batas: Sequence[float] = count_breaks(tuple(int(v) for v in semua))
        kosong = semua == 0
    else:
        batas = BATAS_RELEVANSI if indikator == "relevansi" else BATAS_JARAK_KM
        kosong = np.isnan(nilai)
    angka = np.searchsorted(np.asarray(batas, dtype=float), np.nan_to_num(nilai), side="right")
    tanda = (angka + ord("0")).astype(np.uint8)
    tanda[kosong] = ord(KOSONG)
    tanda[~terpilih] = ord(DI_LUAR)
    return bytes(tanda).decode("ascii")
