"""Write boundary files with the same bytes for the same content, and swap a folder in one step."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import shapely

from kukar_potensi.sumber.batas.galat import file_fault


class Fitur(NamedTuple):
    """One feature to write: `sifat` are its properties in order, `bentuk` is in degrees."""

    sifat: dict[str, str | int | float | None]
    bentuk: shapely.Geometry


def encode_geojson(fitur: Sequence[Fitur]) -> bytes:
    """Return a FeatureCollection (EPSG:4326), compact, one feature a line."""
    baris = [
        json.dumps(
            {"type": "Feature", "properties": satu.sifat, "geometry": shapely.geometry.mapping(satu.bentuk)},
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
        )
        for satu in fitur
    ]
    isi = ",\n".join(baris)
    return f'{{"type":"FeatureCollection","features":[\n{isi}\n]}}\n'.encode()


def decode_geojson(isi: bytes) -> list[Fitur]:
    """Read back what `encode_geojson` wrote."""
    koleksi = json.loads(isi)["features"]
    return [Fitur(satu["properties"], shapely.geometry.shape(satu["geometry"])) for satu in koleksi]


def read_stored(berkas: Path) -> list[Fitur]:
    """Return the features of a file of an earlier build, none when there is no such file.

    Raises GalatBatas when the file is no longer what a build writes.
    """
    if not berkas.is_file():
        return []
    try:
        return decode_geojson(berkas.read_bytes())
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as galat:
        raise file_fault(
            berkas.name,
            f"berkas hasil bangun sebelumnya rusak: {berkas}.",
            "Kembalikan dari salinan yang utuh, atau hapus berkas itu.",
        ) from galat


def encode_csv(tabel: pd.DataFrame) -> bytes:
    """Return a table as UTF-8 CSV with commas and LF line ends, without its index."""
    return str(tabel.to_csv(index=False, lineterminator="\n")).encode()


def write_folder(folder: Path, berkas: Mapping[str, bytes]) -> bool:
    """Put files into a folder all at once; False when they were all there already.

    The new content is written beside the folder and takes its place by renaming, so a reader
    finds the old files or the new ones, and a failure leaves the old ones. Files of the folder
    that are not named stay. Raises GalatBatas when the disk refuses.
    """
    if all((folder / nama).is_file() and (folder / nama).read_bytes() == isi for nama, isi in berkas.items()):
        return False
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as sementara:
            baru = Path(sementara) / "baru"
            if folder.is_dir():
                shutil.copytree(folder, baru)
            else:
                baru.mkdir()
            for nama, isi in berkas.items():
                (baru / nama).write_bytes(isi)
            _swap(folder, baru)
    except OSError as galat:
        raise file_fault(
            folder.name,
            f"folder {folder} tidak dapat ditulis ({galat.strerror or galat}).",
            "Periksa izin dan sisa ruang, dan tutup program yang membuka isinya. Tidak ada berkas yang diubah.",
        ) from galat
    return True


def _swap(folder: Path, baru: Path) -> None:
    """Rename `baru` to `folder`; if that fails, the former folder comes back."""
    lama = folder.with_name(f".{folder.name}-lama")
    ada = folder.is_dir()
    if ada:
        shutil.rmtree(lama, ignore_errors=True)
        folder.rename(lama)
    try:
        baru.rename(folder)
    except OSError:
        if ada:
            lama.rename(folder)
        raise
    shutil.rmtree(lama, ignore_errors=True)
