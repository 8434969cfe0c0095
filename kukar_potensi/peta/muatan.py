"""What one change of filter, level, colour or selection sends to the map: a few kilobytes, no geometry."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from kukar_potensi.peta.kelas import INDIKATOR, KOSONG, Kelas, classify, legend, palette

if TYPE_CHECKING:
    import numpy.typing as npt

    from kukar_potensi.model.tampak import Tampak

Tingkat = Literal["kecamatan", "desa"]

UBIN: dict[str, dict[str, str] | None] = {
    "Tanpa peta dasar (luring)": None,
    "OpenStreetMap (daring)": {
        "url": "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        "atribusi": "© kontributor OpenStreetMap",
    },
    "Citra satelit Esri (daring)": {
        "url": "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
        "atribusi": "Citra © Esri, Maxar, Earthstar Geographics",
    },
    "Rupabumi BIG (daring)": {
        "url": "https://geoservices.big.go.id/rbi/rest/services/BASEMAP/Rupabumi_Indonesia/MapServer/tile/{z}/{y}/{x}",
        "atribusi": "© Badan Informasi Geospasial",
    },
}


@dataclass(frozen=True)
class Lukisan:
    """What the map shows: payload for the browser and the legend beside it, from the same classes."""

    muatan: dict[str, Any]
    legenda: tuple[Kelas, ...]
    jumlah: dict[str, int]


def _values(
    tampak: Tampak, tingkat: Tingkat, indikator: str
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Values under the filter and without any, in the order of the boundary file."""
    if indikator == "jarak":
        wilayah = tampak.indeks.himpunan.desa if tingkat == "desa" else tampak.indeks.himpunan.kecamatan
        jarak = wilayah["jarak_kipp_km"].to_numpy(dtype=float)
        return jarak, jarak
    cacah = tampak.cacah_desa if tingkat == "desa" else tampak.cacah_kecamatan
    nilai = {"potensi": cacah.potensi, "kerja_sama": cacah.kerja_sama, "relevansi": cacah.relevansi}[indikator]
    semua = {"potensi": cacah.potensi_semua, "kerja_sama": cacah.kerja_sama_semua, "relevansi": cacah.relevansi}[
        indikator
    ]
    return nilai.astype(float), semua.astype(float)


def _bits(tampak: Tampak) -> str:
    """One bit a row, potensi first, then kerja sama, as base64."""
    topeng = np.concatenate([tampak.mask_potensi, tampak.mask_kerja_sama])
    return base64.b64encode(np.packbits(topeng).tobytes()).decode("ascii")


def build_lukisan(
    tampak: Tampak,
    *,
    tingkat: Tingkat,
    indikator: str,
    pilih: str = "",
    titik: bool = True,
    gelap: bool = False,
    ubin: str = "Tanpa peta dasar (luring)",
) -> Lukisan:
    """Classes, legend and payload of one view.

    Args:
        tampak: the filtered view that feeds everything on the page.
        tingkat: level of the areas.
        indikator: key of `INDIKATOR`.
        pilih: code of the chosen area, empty for none.
        titik: whether points are drawn.
        gelap: dark theme.
        ubin: key of `UBIN`; unknown keys mean no base map.
    """
    nilai, semua = _values(tampak, tingkat, indikator)
    terpilih = (tampak.cacah_desa if tingkat == "desa" else tampak.cacah_kecamatan).terpilih
    kelas = classify(indikator, nilai, semua, terpilih)
    pilihan = INDIKATOR[indikator]
    kosong = np.isnan(nilai) if indikator in ("relevansi", "jarak") else semua == 0
    angka: list[float | int | None] = [
        None if k else (int(v) if float(v).is_integer() else round(float(v), 1))
        for v, k in zip(nilai, kosong, strict=True)
    ]
    bingkai = [*tampak.saringan.kecamatan, *tampak.saringan.desa]
    muatan: dict[str, Any] = {
        "versi": tampak.indeks.himpunan.versi,
        "tingkat": tingkat,
        "kelas": kelas,
        "nilai": angka,
        "label": pilihan.label,
        "satuan": pilihan.satuan,
        "kosong": pilihan.kosong,
        "warna": palette(indikator, semua.tolist()),
        "pilih": pilih,
        "bingkai": bingkai,
        "titik": _bits(tampak) if titik else "",
        "gelap": gelap,
    }
    if UBIN.get(ubin):
        muatan["ubin"] = UBIN[ubin]
    garis = (*legend(indikator, semua.tolist()), Kelas(None, pilihan.kosong, KOSONG))
    return Lukisan(muatan, garis, {k.tanda: kelas.count(k.tanda) for k in garis})
