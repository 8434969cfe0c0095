"""Static files of the map: boundaries, context, points, script and style, each with a hash in its name.

They are fetched once by the browser and kept for ever; a change of data changes the name.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from kukar_potensi.peta.bentuk import BENTUK

if TYPE_CHECKING:
    import geopandas as gpd

    from kukar_potensi.model.himpunan import Himpunan

SUMBER_ASET = Path(__file__).parent / "aset"
KIPP = (-0.97, 116.68)
"""Reference point (lat, lon) of the core government area in Sepaku; distances are measured to it."""
ANGKA_DESIMAL = 4
"""Decimals of a degree kept on the map: about 11 m."""
ATRIBUSI = "Batas indikatif: BIG/Kemendagri (cahyadsn/wilayah_boundaries) · Natural Earth · OurAirports"
SIFAT_WILAYAH = {
    "desa": ("kode", "nama", "jenis", "nama_kecamatan", "luas_km2", "lat", "lon"),
    "kecamatan": ("kode", "nama", "luas_km2", "lat", "lon"),
}


@dataclass(frozen=True)
class Manifes:
    """Names (below static/) of the files that one data version needs on the map."""

    versi: str
    desa: str
    kecamatan: str
    konteks: str
    titik: str
    skrip: str
    gaya: str


def _round(geometri: Any) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads(
        shapely.to_geojson(shapely.set_precision(geometri, 10**-ANGKA_DESIMAL, mode="pointwise"))
    )

    def shorten(x: Any) -> Any:
        return [shorten(y) for y in x] if isinstance(x, list) else round(x, ANGKA_DESIMAL)

    isi["coordinates"] = shorten(isi["coordinates"])
    return isi


def _features(bingkai: gpd.GeoDataFrame, sifat: tuple[str, ...]) -> dict[str, Any]:
    """GeoJSON of the frame in its own order, with few properties and short numbers."""
    fitur = []
    for kode, baris in bingkai.iterrows():
        isi = {k: (kode if k == "kode" else baris[k]) for k in sifat if k == "kode" or k in bingkai.columns}
        isi = {k: round(v, 5) if isinstance(v, float) else v for k, v in isi.items() if not pd.isna(v)}
        fitur.append({"type": "Feature", "properties": isi, "geometry": _round(baris.geometry)})
    return {"type": "FeatureCollection", "features": fitur}


def _context(himpunan: Himpunan) -> dict[str, Any]:
    """Neighbours, water, the older IKN line, and the names that go with them."""
    nama = [{"jenis": "tetangga", "nama": r.nama, "lat": r.lat, "lon": r.lon} for r in himpunan.tetangga.itertuples()]
    air = himpunan.konteks[himpunan.konteks["jenis"].isin(["sungai", "danau"])]
    for baris in himpunan.konteks.itertuples():
        titik = (
            baris.geometry.interpolate(0.5, normalized=True)
            if baris.jenis == "sungai"
            else baris.geometry.representative_point()
        )
        nama.append({"jenis": baris.jenis, "nama": baris.nama, "lat": round(titik.y, 4), "lon": round(titik.x, 4)})
    barat, selatan, _timur, _utara = himpunan.ikn.total_bounds
    nama.append(
        {
            "jenis": "ikn",
            "nama": "Delineasi IKN indikatif\n(UU 3/2022, telah diubah UU 21/2023)",
            "lat": round(selatan + 0.07, 4),
            "lon": round(barat + 0.3, 4),
        }
    )
    nama.append({"jenis": "kipp", "nama": "Titik acuan KIPP", "lat": KIPP[0], "lon": KIPP[1]})
    return {
        "tetangga": _features(himpunan.tetangga, ("kode", "nama")),
        "air": _features(air, ("jenis", "nama")),
        "ikn": _features(himpunan.ikn, ("nama",)),
        "nama": nama,
    }


def _points(himpunan: Himpunan) -> dict[str, Any]:
    """One entry a row and desa: [bit of the row, place, sector, 1 if kerja sama, name].

    The bit counts the rows of potensi first, then of kerja sama, as the payload does.
    """
    urutan = {kode: i for i, kode in enumerate(himpunan.desa.index)}
    sektor = {kode: i for i, kode in enumerate(himpunan.sektor.index)}
    baris: list[list[Any]] = []
    for awal, tabel, nama, jenis in (
        (0, himpunan.potensi, "nama", 0),
        (len(himpunan.potensi), himpunan.kerja_sama, "judul", 1),
    ):
        for i, (kode_desa, kode_sektor, judul) in enumerate(
            zip(tabel["kode_desa"], tabel["sektor"], tabel[nama], strict=True)
        ):
            baris += [
                [awal + i, urutan[k], sektor.get(kode_sektor, -1), jenis, judul] for k in kode_desa if k in urutan
            ]
    return {
        "tempat": [
            [round(x, ANGKA_DESIMAL), round(y, ANGKA_DESIMAL)]
            for x, y in zip(himpunan.desa["lon"], himpunan.desa["lat"], strict=True)
        ],
        "kode": list(himpunan.desa.index),
        "nama": [f"{n}" for n in himpunan.desa["nama"]],
        "baris": baris,
        "sektor": himpunan.sektor[["nama", "warna", "bentuk"]].to_dict("records"),
        "bentuk": BENTUK,
    }


def _write(folder: Path, nama: str, akhiran: str, isi: bytes) -> str:
    """Write once under a name that carries the hash of the content; whole or not at all."""
    nama_berkas = f"{nama}.{hashlib.sha256(isi).hexdigest()[:10]}.{akhiran}"
    tujuan = folder / nama_berkas
    if not tujuan.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False, suffix=".tmp") as sementara:
            sementara.write(isi)
        Path(sementara.name).chmod(0o644)
        Path(sementara.name).replace(tujuan)
    return f"peta/{nama_berkas}"


def build_aset(himpunan: Himpunan, static: Path) -> Manifes:
    """Write the map's files below `static`/peta where they are missing and return their names."""
    folder = static / "peta"

    def dump(isi: dict[str, Any]) -> bytes:
        return json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()

    skrip = (
        (static / "supercluster" / "supercluster.min.js").read_bytes() + b"\n" + (SUMBER_ASET / "peta.js").read_bytes()
    )
    return Manifes(
        versi=himpunan.versi,
        desa=_write(folder, "desa", "geojson", dump(_features(himpunan.desa, SIFAT_WILAYAH["desa"]))),
        kecamatan=_write(
            folder, "kecamatan", "geojson", dump(_features(himpunan.kecamatan, SIFAT_WILAYAH["kecamatan"]))
        ),
        konteks=_write(folder, "konteks", "json", dump(_context(himpunan))),
        titik=_write(folder, "titik", "json", dump(_points(himpunan))),
        skrip=_write(folder, "peta", "js", skrip),
        gaya=_write(folder, "peta", "css", (SUMBER_ASET / "peta.css").read_bytes()),
    )
