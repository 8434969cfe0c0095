"""Write what a view shows as XLSX, CSV, GeoJSON or PNG; filter, day, version and sources are inside every file."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any, Final

import shapely

from kukar_potensi.ekspor.gambar_peta import draw_peta
from kukar_potensi.ekspor.keterangan import build_keterangan
from kukar_potensi.ekspor.lembar import Keterangan, Kolom, Lembar, write_buku
from kukar_potensi.ekspor.sel import AWAL_RUMUS
from kukar_potensi.ekspor.unduh_kolom import JUDUL_TABEL, KOLOM, PEMISAH, describe_columns, gather_rows
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.peta.muatan import Lukisan

JUDUL: Final = "Tampilan Kukar Potensi"
KOSONG: Final = "Tidak ada baris pada saringan ini."
DESIMAL_GEOMETRI: Final = 5
_BERKAS: Final = ("potensi.csv", "kerja_sama.csv")
_CATATAN: Final = (
    (
        "Hitungan wilayah",
        (
            "Satu baris dihitung di setiap wilayah tempatnya berada, jadi jumlah antarwilayah dapat melebihi totalnya. Baris tingkat kecamatan "
            "tidak dihitung pada desanya; baris tingkat kabupaten tidak dihitung pada wilayah mana pun."
        ),
    ),
    ("Relevansi IKN", "Skor menurut rubrik usulan yang perlu ditetapkan TKKSD."),
    ("Batas wilayah", "Indikatif, bukan penegasan batas. Delineasi IKN: garis UU 3/2022, telah diubah UU 21/2023."),
    ("Yang kosong", "Berarti belum diketahui, bukan nol dan bukan “tidak”."),
)
_CATATAN_CSV: Final = (
    "Cara membaca CSV",
    (
        "UTF-8, pemisah koma, angka bertitik desimal; beberapa isi dalam satu sel dipisah titik koma. Teks yang diawali = + - @ diberi tanda petik "
        "tunggal di depannya agar tidak dibaca sebagai rumus."
    ),
)
_WAKTU_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def notes_of(tampak: Tampak) -> Keterangan:
    """Return what a file says about itself: filter, day, data version, sources, verification."""
    return build_keterangan(
        tampak.indeks.himpunan,
        JUDUL,
        tampak.indeks.tanggal,
        berkas=_BERKAS,
        baris=[tampak.potensi, tampak.kerja_sama],
        saringan=tampak.saringan.describe(tampak.indeks.kamus),
        catatan=_CATATAN,
    )


def write_xlsx(tampak: Tampak) -> bytes:
    """Return a book: potensi, kerja sama, kecamatan, desa, the meaning and unit of every column, notes."""
    isi = gather_rows(tampak)
    lembar = [
        Lembar(
            JUDUL_TABEL[nama],
            tuple(Kolom(k.judul, k.jenis, k.lebar, k.satuan) for k in kolom),
            isi[nama] or [(KOSONG, *[""] * (len(kolom) - 1))],
            beku=2,
        )
        for nama, kolom in KOLOM.items()
    ]
    kepala = ("Tabel", "Nama kolom", "Judul kolom", "Satuan", "Arti")
    lebar = (14, 22, 26, 20, 70)
    kamus = tuple(Kolom(judul, lebar=satu) for judul, satu in zip(kepala, lebar, strict=True))
    return write_buku([*lembar, Lembar("Kolom dan satuan", kamus, describe_columns())], notes_of(tampak))


def write_csv(tampak: Tampak) -> bytes:
    """Return a ZIP of CSV files: the four tables, the meaning of their columns, and the notes."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, baris in gather_rows(tampak).items():
            kepala = [kolom.nama for kolom in KOLOM[nama]]
            _add_csv(arsip, f"{nama}.csv", kepala, baris)
        _add_csv(arsip, "kolom.csv", ["tabel", "nama", "judul", "satuan", "arti"], describe_columns())
        _add_csv(arsip, "keterangan.csv", ["perihal", "isi"], [*notes_of(tampak).pairs(), _CATATAN_CSV])
    return hasil.getvalue()


def _add_csv(arsip: zipfile.ZipFile, nama: str, kepala: Sequence[str], baris: Sequence[Sequence[object]]) -> None:
    teks = io.StringIO(newline="")
    tulis = csv.writer(teks, lineterminator="\r\n")
    tulis.writerow(kepala)
    tulis.writerows([_csv_cell(nilai) for nilai in satu] for satu in baris)
    berkas = zipfile.ZipInfo(nama, _WAKTU_ZIP)
    berkas.compress_type = zipfile.ZIP_DEFLATED
    arsip.writestr(berkas, teks.getvalue().encode("utf-8-sig"))


def _csv_cell(nilai: object) -> object:
    """Return a value as CSV holds it: unknown blank, lists joined, a text that looks like a formula marked as text."""
    if nilai is None:
        return ""
    if isinstance(nilai, int | float):
        return nilai
    teks = PEMISAH.join(map(str, nilai)) if isinstance(nilai, tuple) else str(nilai)
    return f"'{teks}" if teks.startswith(AWAL_RUMUS) else teks


def write_geojson(tampak: Tampak) -> bytes:
    """Return a FeatureCollection: every row as points of its places, every area of the view as its shape.

    `jenis_fitur` tells potensi, kerja_sama, kecamatan and desa apart. A row lies at the
    label points of its desa, else of its kecamatan; one known only at regency level has no
    geometry. EPSG:4326, 5 decimals. The members `keterangan` and `kolom` hold notes and units.
    """
    himpunan = tampak.indeks.himpunan
    titik = {
        str(kode): [round(float(lon), DESIMAL_GEOMETRI), round(float(lat), DESIMAL_GEOMETRI)]
        for wilayah in (himpunan.kecamatan, himpunan.desa)
        for kode, lon, lat in zip(wilayah.index, wilayah["lon"], wilayah["lat"], strict=True)
    }
    bentuk = {"kecamatan": himpunan.kecamatan.geometry, "desa": himpunan.desa.geometry}
    fitur = []
    for nama, baris in gather_rows(tampak).items():
        kepala = [kolom.nama for kolom in KOLOM[nama]]
        for satu in baris:
            isi = dict(zip(kepala, satu, strict=True))
            geometri = _shape(bentuk[nama], isi["kode"]) if nama in bentuk else _points(isi, titik)
            sifat = {"jenis_fitur": nama} | {k: PEMISAH.join(v) if isinstance(v, tuple) else v for k, v in isi.items()}
            fitur.append({"type": "Feature", "properties": sifat, "geometry": geometri})
    koleksi = {
        "type": "FeatureCollection",
        "name": "tampilan_kukar_potensi",
        "keterangan": dict(notes_of(tampak).pairs()),
        "kolom": [dict(zip(("tabel", "nama", "judul", "satuan", "arti"), k, strict=True)) for k in describe_columns()],
        "features": fitur,
    }
    return json.dumps(koleksi, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _points(isi: dict[str, Any], titik: dict[str, list[float]]) -> dict[str, Any] | None:
    letak = [titik[kode] for kode in (isi["kode_desa"] or isi["kode_kecamatan"]) if kode in titik]
    if len(letak) == 1:
        return {"type": "Point", "coordinates": letak[0]}
    return {"type": "MultiPoint", "coordinates": letak} if letak else None


def _shape(geometri: Any, kode: object) -> Any:
    def shorten(x: Any) -> Any:
        return [shorten(y) for y in x] if isinstance(x, list) else round(x, DESIMAL_GEOMETRI)

    isi = json.loads(shapely.to_geojson(geometri[kode]))
    return isi | {"coordinates": shorten(isi["coordinates"])}


def write_png(tampak: Tampak, lukisan: Lukisan) -> bytes:
    """Return the map of a view as a picture, with title, legend, filter, day and source on it."""
    saringan = tampak.saringan.describe(tampak.indeks.kamus)
    keterangan = (
        f"Saringan: {'; '.join(saringan)}" if saringan else "Seluruh data, tanpa saringan",
        f"Posisi per {format_tanggal(tampak.indeks.tanggal)}",
    )
    judul = f"{lukisan.muatan['label']}, Kutai Kartanegara"
    return draw_peta(tampak.indeks.himpunan, lukisan, judul=judul, keterangan=keterangan)
