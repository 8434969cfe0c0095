"""Draw the map of the current view as a picture: the classes, colours and legend of the screen.

`draw_peta` draws a whole `Lukisan`; `draw_lokasi` and `draw_kelompok` (gambar_lokasi) one
area with its neighbours and one candidate group. All return the bytes of a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kukar_potensi.ekspor.gambar_hiasan import (
    CATATAN_BATAS,
    CATATAN_IKN,
    JARAK_BARIS,
    Butir,
    draw_legend,
    draw_lines,
    draw_north,
    draw_scale,
    km_per_mm,
)
from kukar_potensi.ekspor.gambar_lapisan import (
    Kotak,
    Lapisan,
    Ukuran,
    add_map,
    fit_view,
    layer_of,
    new_sheet,
    paint_context,
    paint_ground,
    paint_layer,
    pena,
    save_sheet,
)
from kukar_potensi.ekspor.gambar_nada import GELAP, TERANG, Format, Nada, Sajian
from kukar_potensi.ekspor.gambar_nama import Nama, place_names
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.peta.aset import ATRIBUSI
from kukar_potensi.peta.kelas import DI_LUAR, INDIKATOR, KOSONG
from kukar_potensi.peta.muatan import Lukisan

LEBAR_LEGENDA_MM: Final = 62.0
TEPI_MM: Final = 4.0
BESAR_JUDUL: Final = 1.6
JUDUL_SISIPAN: Final = "Kecamatan yang dilalui garis IKN"
SISIPAN_TERPENDEK_MM: Final = 30.0
UKURAN_LAYAR: Final = Ukuran(254.0, 142.9, dpi=200)
"""A 16:9 slide: 2000 x 1125 dots."""


def draw_peta(
    himpunan: Himpunan,
    lukisan: Lukisan,
    *,
    ukuran: Ukuran = UKURAN_LAYAR,
    format_berkas: Format = "png",
    judul: str = "",
    keterangan: Sequence[str] = (),
    sisipan: bool = False,
) -> bytes:
    """Return the map of a view as a picture file.

    Args:
        himpunan: the data set whose version the view was built from.
        lukisan: the view as the screen shows it (`peta.muatan.build_lukisan`).
        ukuran: size on paper, resolution and base letter size.
        format_berkas: png, svg or pdf.
        judul: title over the map; empty leaves it out (a slide has its own).
        keterangan: lines under the legend, like the filter in words and the date.
        sisipan: draw the kecamatan of IKN once more, larger, under the legend where there is room.

    Raises:
        ValueError: the view belongs to another version of the data (Indonesian message).

    """
    muatan = lukisan.muatan
    if muatan["versi"] != himpunan.versi:
        raise ValueError("Gambar peta dan data berbeda versi. Muat ulang halaman, lalu ulangi unduhan.")
    nada = GELAP if muatan.get("gelap") else TERANG
    with pena:
        lembar, bidang = new_sheet(ukuran, nada)
        tinggi = _panel_height(ukuran, lukisan, keterangan, nada)
        bingkai, panel = _arrange(ukuran, tinggi, judul=bool(judul))
        pandangan = _view(himpunan, muatan, bingkai)
        if sisipan:
            bingkai, pandangan = _crop(himpunan, bingkai, pandangan)
        peta = add_map(lembar, ukuran, bingkai, pandangan, nada)
        paint_ground(peta, himpunan, pandangan, nada)
        _paint_areas(peta, himpunan, muatan, pandangan, nada)
        paint_context(peta, himpunan, pandangan, nada)
        if judul:
            _write_title(bidang, ukuran, judul, nada)
        huruf = ukuran.huruf_pt
        terisi = _furnish(bidang, bingkai, pandangan, nada, huruf)
        place_names(bidang, bingkai, pandangan, _names(himpunan, muatan, nada, huruf), terisi, nada.bayang)
        akhir = _write_panel(bidang, panel, lukisan, keterangan, nada, huruf)
        if sisipan and _is_wide(ukuran):
            kotak = (panel[0], panel[1], panel[2], akhir - 2)
            _draw_inset((lembar, bidang), ukuran, kotak, himpunan, muatan, nada)
        return save_sheet(lembar, Sajian(format_berkas))


def _write_title(bidang: Axes, ukuran: Ukuran, judul: str, nada: Nada) -> None:
    lebar, pt = ukuran.lebar_mm - 2 * TEPI_MM, ukuran.huruf_pt * BESAR_JUDUL
    draw_lines(bidang, TEPI_MM, ukuran.tinggi_mm - 3, lebar, judul, nada.tulisan, pt, tebal=True)


def _furnish(bidang: Axes, bingkai: Kotak, pandangan: Kotak, nada: Nada, huruf: float) -> list[Kotak]:
    """Draw scale bar and north arrow and return the places they take."""
    skala, pt = km_per_mm(pandangan, bingkai), huruf * 0.85
    panjang = (bingkai[2] - bingkai[0]) / 4
    return [
        draw_scale(bidang, bingkai[0] + 4, bingkai[1] + 3.5, skala, nada, paling_mm=panjang, huruf_pt=pt),
        draw_north(bidang, bingkai[2] - 6, bingkai[3] - 3, huruf * 0.9, nada, huruf * 0.9),
    ]


def _is_wide(ukuran: Ukuran) -> bool:
    return ukuran.lebar_mm >= ukuran.tinggi_mm * 1.15


def _panel_height(ukuran: Ukuran, lukisan: Lukisan, keterangan: Sequence[str], nada: Nada) -> float:
    """Return how high the legend under a tall map will be (mm), by writing it on a sheet that is thrown away."""
    if _is_wide(ukuran):
        return 0.0
    _, coretan = new_sheet(ukuran, nada)
    panel = (TEPI_MM, TEPI_MM, ukuran.lebar_mm - TEPI_MM, ukuran.tinggi_mm)
    akhir = _write_panel(coretan, panel, lukisan, keterangan, nada, ukuran.huruf_pt)
    return min(ukuran.tinggi_mm - akhir, ukuran.tinggi_mm * 0.5)


def _arrange(ukuran: Ukuran, tinggi_panel: float, *, judul: bool) -> tuple[Kotak, Kotak]:
    """Return the places of map and legend (mm): side by side when wide, one above the other when tall."""
    atas = ukuran.tinggi_mm - TEPI_MM - (ukuran.huruf_pt * BESAR_JUDUL * JARAK_BARIS + 2 if judul else 0)
    if _is_wide(ukuran):
        legenda = min(LEBAR_LEGENDA_MM * ukuran.huruf_pt / 8, ukuran.lebar_mm * 0.4)
        batas = ukuran.lebar_mm - legenda - TEPI_MM
        return (TEPI_MM, TEPI_MM, batas - TEPI_MM, atas), (batas, TEPI_MM, ukuran.lebar_mm - TEPI_MM, atas)
    bawah = TEPI_MM + tinggi_panel
    kanan = ukuran.lebar_mm - TEPI_MM
    return (TEPI_MM, bawah + 3, kanan, atas), (TEPI_MM, TEPI_MM, kanan, bawah)


def _view(himpunan: Himpunan, muatan: dict[str, Any], bingkai: Kotak) -> Kotak:
    """Return what the map shows: the chosen area, else the filtered areas, else the whole regency."""
    kode = [muatan["pilih"]] if muatan.get("pilih") else list(muatan.get("bingkai") or ())
    isi = None
    if kode:
        kotak = [k for nama in ("desa", "kecamatan") if (k := layer_of(himpunan, nama).frame(kode))]
        if kotak:
            isi = (
                min(k[0] for k in kotak),
                min(k[1] for k in kotak),
                max(k[2] for k in kotak),
                max(k[3] for k in kotak),
            )
    tepi = 0.25 if isi else 0.03
    if isi is None:
        batas = layer_of(himpunan, "kecamatan").kotak
        isi = (batas[:, 0].min(), batas[:, 1].min(), batas[:, 2].max(), batas[:, 3].max())
    return fit_view(isi, bingkai[2] - bingkai[0], bingkai[3] - bingkai[1], tepi=tepi, minimum_km=12)


def _paint_areas(peta: Axes, himpunan: Himpunan, muatan: dict[str, Any], pandangan: Kotak, nada: Nada) -> None:
    """Draw every area in the colour of its class, then the borders of kecamatan and the chosen area."""
    tingkat, kelas, warna = muatan["tingkat"], muatan["kelas"], muatan["warna"]
    lapisan = layer_of(himpunan, tingkat)
    letak = lapisan.within(pandangan)
    tebal = 0.35 if tingkat == "desa" else 0.7
    isi = [i for i in letak if kelas[i] not in (KOSONG, DI_LUAR)]
    paint_layer(
        peta,
        lapisan,
        isi,
        facecolors=[warna[int(kelas[i])] for i in isi],
        edgecolors=nada.bayang,
        linewidths=tebal,
        zorder=2,
    )
    kosong = [i for i in letak if kelas[i] == KOSONG]
    paint_layer(
        peta,
        lapisan,
        kosong,
        facecolors=nada.latar_arsir,
        edgecolors=nada.arsir,
        linewidths=tebal,
        hatch="//////",
        hatchcolors=[nada.arsir] * len(kosong),
        zorder=2,
    )
    luar = [i for i in letak if kelas[i] == DI_LUAR]
    paint_layer(peta, lapisan, luar, facecolors=nada.luar, edgecolors=nada.garis_luar, linewidths=tebal, zorder=2)
    if tingkat == "desa":
        kecamatan = layer_of(himpunan, "kecamatan")
        paint_layer(
            peta,
            kecamatan,
            kecamatan.within(pandangan),
            facecolors="none",
            edgecolors=nada.garis_kecamatan,
            linewidths=0.8,
            zorder=3,
        )
    if muatan.get("pilih"):
        for nama in ("desa", "kecamatan"):
            mark_areas(peta, layer_of(himpunan, nama), [muatan["pilih"]], nada)


def _crop(himpunan: Himpunan, bingkai: Kotak, pandangan: Kotak) -> tuple[Kotak, Kotak]:
    """Return frame and view without what lies north or south of the neighbours' shapes, where no land is on file."""
    kotak = layer_of(himpunan, "tetangga").kotak
    if not len(kotak):
        return bingkai, pandangan
    bawah, atas = max(pandangan[1], float(kotak[:, 1].min())), min(pandangan[3], float(kotak[:, 3].max()))
    if bawah >= atas:
        return bingkai, pandangan
    tinggi = (bingkai[3] - bingkai[1]) * (atas - bawah) / (pandangan[3] - pandangan[1])
    return (bingkai[0], bingkai[3] - tinggi, *bingkai[2:]), (pandangan[0], bawah, pandangan[2], atas)


def _draw_inset(
    kanvas: tuple[Figure, Axes], ukuran: Ukuran, kotak: Kotak, himpunan: Himpunan, muatan: dict[str, Any], nada: Nada
) -> None:
    """Draw the kecamatan of IKN once more, larger: a thick line with a halo, and names that do not meet.

    Nothing is drawn in a small room.
    """
    kecamatan = himpunan.kecamatan[himpunan.kecamatan["irisan_ikn_persen"].gt(0)]
    garis = layer_of(himpunan, "ikn")
    huruf = ukuran.huruf_pt
    if kecamatan.empty or not garis.jalur or kotak[3] - kotak[1] < SISIPAN_TERPENDEK_MM:
        return
    lembar, bidang = kanvas
    judul = draw_lines(
        bidang, kotak[0], kotak[3], kotak[2] - kotak[0], JUDUL_SISIPAN, nada.tulisan, huruf * 0.8, tebal=True
    )
    kotak = (kotak[0], kotak[1], kotak[2], judul - 1)
    titik = np.vstack([satu.vertices for satu in garis.jalur] + [kecamatan[["lon", "lat"]].to_numpy(float)])
    isi = (*titik.min(axis=0), *titik.max(axis=0))
    pandangan = fit_view(isi, kotak[2] - kotak[0], kotak[3] - kotak[1], tepi=0.1)
    peta = add_map(lembar, ukuran, kotak, pandangan, nada)
    paint_ground(peta, himpunan, pandangan, nada)
    _paint_areas(peta, himpunan, muatan | {"pilih": ""}, pandangan, nada)
    nama = [
        Nama(str(b.nama), b.lon, b.lat, huruf * 0.66, nada.tulisan, tebal=True)
        for b in kecamatan[["nama", "lon", "lat"]].itertuples()
    ]
    place_names(bidang, kotak, pandangan, nama, [], nada.bayang)
    atas = add_map(lembar, ukuran, kotak, pandangan, nada)
    atas.patch.set_visible(False)
    atas.set_zorder(4)
    for warna, tebal in ((nada.bayang, 4.0), (nada.ikn, 2.2)):
        paint_layer(
            atas, garis, garis.within(pandangan), facecolors="none", edgecolors=warna, linewidths=tebal,
            linestyles="solid" if warna == nada.bayang else [(0, (4, 1.5))],
        )  # fmt: skip


def mark_areas(peta: Axes, lapisan: Lapisan, kode: Sequence[str], nada: Nada, *, tebal: float = 1.8) -> None:
    """Draw a strong outline round the given areas."""
    letak = [i for i, satu in enumerate(lapisan.kode) if satu in set(kode)]
    paint_layer(peta, lapisan, letak, facecolors="none", edgecolors=nada.bayang, linewidths=tebal * 2, zorder=4.5)
    paint_layer(peta, lapisan, letak, facecolors="none", edgecolors=nada.pilihan, linewidths=tebal, zorder=4.6)


def _names(himpunan: Himpunan, muatan: dict[str, Any], nada: Nada, huruf: float) -> list[Nama]:
    """Return the names of kecamatan first, then desa (when they are drawn), then water and neighbours."""
    pilih = muatan.get("pilih") or ""
    hasil = [
        Nama(str(b.nama), b.lon, b.lat, huruf * 0.86, nada.tulisan, tebal=True, utama=0 if str(b.Index) == pilih else 1)
        for b in himpunan.kecamatan[["nama", "lon", "lat"]].itertuples()
    ]
    if muatan["tingkat"] == "desa" and (pilih or muatan.get("bingkai")):
        hasil += [
            Nama(
                str(b.nama),
                b.lon,
                b.lat,
                huruf * 0.74,
                nada.tulisan,
                tebal=str(b.Index) == pilih,
                utama=0 if str(b.Index) == pilih else 3,
            )
            for b in himpunan.desa[["nama", "lon", "lat"]].itertuples()
        ]
    return hasil + context_names(himpunan, nada, huruf * 0.74)


def context_names(himpunan: Himpunan, nada: Nada, huruf: float) -> list[Nama]:
    """Return the names of water, cities and neighbouring regencies; they give way to the areas' names."""
    hasil = [
        Nama(str(b.nama), b.lon, b.lat, huruf, nada.tulisan_redup, utama=6)
        for b in himpunan.tetangga[["nama", "lon", "lat"]].itertuples()
    ]
    for b in himpunan.konteks[["jenis", "nama", "lon", "lat"]].itertuples():
        if b.jenis in ("sungai", "danau"):
            hasil.append(Nama(str(b.nama), b.lon, b.lat, huruf, nada.sungai, utama=4))
        elif b.jenis == "kota":
            hasil.append(Nama(f"• {b.nama}", b.lon, b.lat, huruf, nada.tulisan_redup, tebal=True, utama=5))
    return hasil


def _write_panel(
    bidang: Axes, panel: Kotak, lukisan: Lukisan, keterangan: Sequence[str], nada: Nada, huruf: float
) -> float:
    """Write the legend: classes with their number of areas, lines, caveats, filter and source; return its end (mm)."""
    muatan = lukisan.muatan
    satuan = "desa/kelurahan" if muatan["tingkat"] == "desa" else "kecamatan"
    pilihan = next((i for i in INDIKATOR.values() if i.label == muatan["label"]), None)
    kelas = [
        Butir("arsir" if k.warna is None else "isi", k.warna or nada.arsir, k.label, str(lukisan.jumlah[k.tanda]))
        for k in lukisan.legenda
        if lukisan.jumlah[k.tanda] or k.tanda != "0"
    ]
    if luar := muatan["kelas"].count(DI_LUAR):
        kelas.append(Butir("isi", nada.luar, "di luar saringan", str(luar)))
    garis = [Butir("putus", nada.ikn, CATATAN_IKN), Butir("garis", nada.sungai, "Sungai dan danau")]
    if muatan["tingkat"] == "desa":
        garis.append(Butir("garis", nada.garis_kecamatan, "Batas kecamatan"))
    paragraf = [(teks, nada.tulisan) for teks in keterangan]
    paragraf += [(pilihan.keterangan, nada.tulisan_redup)] if pilihan else []
    paragraf += [
        (CATATAN_BATAS, nada.tulisan_redup),
        (f"Sumber: {ATRIBUSI} · data {muatan['versi']}", nada.tulisan_redup),
    ]
    kiri, _, kanan, atas = panel
    lebar = kanan - kiri
    dua = lebar > LEBAR_LEGENDA_MM * 1.6
    kolom = (lebar - TEPI_MM) / 2 if dua else lebar
    y = draw_lines(bidang, kiri, atas, kolom, f"{muatan['label']} per {satuan}", nada.tulisan, huruf, tebal=True) - 1
    y = draw_legend(bidang, kiri, y, kolom, kelas, nada, huruf * 0.9) - 1.5
    akhir = y
    if dua:
        kiri, y = kiri + kolom + TEPI_MM, atas
    y = draw_legend(bidang, kiri, y, kolom, garis, nada, huruf * 0.78) - 1
    for teks, warna in paragraf:
        y = draw_lines(bidang, kiri, y, kolom, teks, warna, huruf * 0.74) - 0.8
    return min(y, akhir)
