"""Maps of this page: desa with nothing recorded, and where the good rows of a workbook would lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

import streamlit as st

from kukar_potensi.model.kelengkapan import ADA, DI_LUAR, KOSONG, LAIN, classify_desa
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.peta.kelas import Kelas
from kukar_potensi.peta.muatan import Lukisan
from kukar_potensi.tampilan import peta
from kukar_potensi.tampilan.konteks import Konteks

WARNA_LAIN: Final = "#e9d8a6"
WARNA_ADA: Final = "#2a8f84"
WARNA_PRATINJAU: Final = ("#f2efe6", "#8cc6d7", "#2f7fa8", "#173f6b")
WARNA_PRATINJAU_GELAP: Final = ("#334743", "#2f7fa8", "#6fb6cf", "#c9ecf4")
PANJANG_KODE_KECAMATAN: Final = 8
_BATAS_PRATINJAU: Final = (1, 2, 6)
_LABEL_PRATINJAU: Final = ("tidak disebut berkas ini", "1 baris", "2–5 baris", "6 baris atau lebih")


def paint_kosong(tampak: Tampak, *, gelap: bool) -> Lukisan:
    """Return the map of desa: recorded in the view, recorded but not in the view, nothing at all."""
    kelas = classify_desa(tampak)
    cacah = tampak.cacah_desa
    jumlah = (cacah.potensi + cacah.kerja_sama).tolist()
    legenda = (
        Kelas(WARNA_ADA, "ada yang tercatat", ADA),
        Kelas(WARNA_LAIN, "tercatat, tetapi bukan pada saringan ini", LAIN),
        Kelas(None, "belum ada yang tercatat", KOSONG),
        Kelas("transparent", "di luar saringan", DI_LUAR),
    )
    nilai = [None if tanda == KOSONG else n for tanda, n in zip(kelas, jumlah, strict=True)]
    bingkai = [*tampak.saringan.kecamatan, *tampak.saringan.desa]
    muatan = _muatan(tampak, kelas, nilai, (WARNA_LAIN, WARNA_ADA), "Potensi dan kerja sama", gelap=gelap)
    return Lukisan(muatan | {"bingkai": bingkai}, legenda, {k.tanda: kelas.count(k.tanda) for k in legenda})


def paint_pratinjau(tampak: Tampak, per_desa: Mapping[str, int], *, gelap: bool) -> Lukisan:
    """Return the map of a workbook's good rows by desa; `per_desa` counts them by code."""
    jumlah = [per_desa.get(str(kode), 0) for kode in tampak.indeks.himpunan.desa.index]
    kelas = "".join(str(sum(n >= batas for batas in _BATAS_PRATINJAU)) for n in jumlah)
    warna_kelas = WARNA_PRATINJAU_GELAP if gelap else WARNA_PRATINJAU
    legenda = tuple(
        Kelas(warna, label, str(i)) for i, (warna, label) in enumerate(zip(warna_kelas, _LABEL_PRATINJAU, strict=True))
    )
    muatan = _muatan(tampak, kelas, jumlah, warna_kelas, "Baris baik berkas ini", gelap=gelap)
    kecamatan = sorted({kode[:PANJANG_KODE_KECAMATAN] for kode in per_desa})
    return Lukisan(muatan | {"bingkai": kecamatan}, legenda, {k.tanda: kelas.count(k.tanda) for k in legenda})


def show_peta(konteks: Konteks, lukisan: Lukisan, kunci: str) -> None:
    """Show one of these maps with the number of desa in each class."""
    peta.show_map(konteks, lukisan, kunci=kunci)
    butir = "".join(
        f'<li><i class="kp-warna{" kp-arsir" if satu.warna is None else ""}"'
        f"{'' if satu.warna is None else f' style=background:{escape(satu.warna)}'}></i>"
        f"<span>{escape(satu.label)}</span><b>{lukisan.jumlah[satu.tanda]}</b></li>"
        for satu in lukisan.legenda
        if lukisan.jumlah[satu.tanda]
    )
    st.html(
        f'<div class="kp-legenda"><h4>{escape(str(lukisan.muatan["label"]))} <small>per desa/kelurahan</small></h4>'
        f"<ul>{butir}</ul><p>Batas desa indikatif, bukan penegasan batas.</p></div>"
    )


def _muatan(
    tampak: Tampak, kelas: str, nilai: Sequence[int | None], warna: Sequence[str], label: str, *, gelap: bool
) -> dict[str, Any]:
    return {
        "versi": tampak.indeks.himpunan.versi,
        "tingkat": "desa",
        "kelas": kelas,
        "nilai": list(nilai),
        "label": label,
        "satuan": "baris",
        "kosong": "belum ada yang tercatat",
        "warna": list(warna),
        "pilih": "",
        "bingkai": [],
        "titik": "",
        "gelap": gelap,
    }
