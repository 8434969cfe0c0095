"""Draw the curves of docs/kinerja.md from what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

TERANG = "#FCFAF5"
WARNA = ("#0B5F57", "#B8751A", "#3C2479", "#A83E63")


def _plot() -> Any:
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    plt.rcParams.update({"font.size": 10, "axes.spines.top": False, "axes.spines.right": False})
    return plt


def draw_growth(hasil: Sequence[dict[str, Any]], tujuan: Path) -> None:
    """Draw time to load, to filter and to run the map page, and memory, over the number of rows."""
    plt = _plot()
    gambar, (kiri, kanan) = plt.subplots(1, 2, figsize=(10, 3.8), facecolor=TERANG, layout="constrained")
    baris = [h["potensi"] + h["kerja_sama"] for h in hasil]
    for nama, label, kali, warna in (
        ("muat_detik", "memuat data", 1000, WARNA[1]),
        ("halaman_cpu_ms", "ubah saringan, halaman Peta (CPU)", 1, WARNA[0]),
        ("saring_ms", "saringan saja", 1, WARNA[2]),
    ):
        kiri.loglog(baris, [h[nama] * kali for h in hasil], "o-", color=warna, label=label)
    kiri.set(xlabel="baris data (potensi + kerja sama)", ylabel="milidetik")
    kiri.legend(frameon=False)
    kanan.semilogx(baris, [h["memori_mb"] for h in hasil], "o-", color=WARNA[3])
    kanan.set(xlabel="baris data (potensi + kerja sama)", ylabel="memori satu proses (MB)", ylim=(0, None))
    for sumbu in (kiri, kanan):
        sumbu.set_facecolor(TERANG)
        sumbu.grid(alpha=0.25)
    gambar.savefig(tujuan, dpi=110, facecolor=TERANG)
    plt.close(gambar)


def draw_soak(cuplikan: Sequence[Sequence[float]], tujuan: Path) -> None:
    """Draw the memory of a service over minutes."""
    plt = _plot()
    gambar, sumbu = plt.subplots(figsize=(10, 3.2), facecolor=TERANG, layout="constrained")
    sumbu.plot([saat / 60 for saat, _ in cuplikan], [mb for _, mb in cuplikan], color=WARNA[0])
    sumbu.set(xlabel="menit", ylabel="memori satu proses (MB)", ylim=(0, None))
    sumbu.set_facecolor(TERANG)
    sumbu.grid(alpha=0.25)
    gambar.savefig(tujuan, dpi=110, facecolor=TERANG)
    plt.close(gambar)
