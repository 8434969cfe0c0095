"""A downloaded view reads back as what the screen shows, says where it comes from, and runs nothing."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest
import shapely

from kukar_potensi.ekspor.sel import BELUM_DIKETAHUI
from kukar_potensi.ekspor.unduh_kolom import JUDUL_TABEL, KOLOM, describe_columns, gather_rows
from kukar_potensi.ekspor.unduh_tampak import KOSONG, write_csv, write_geojson, write_png, write_xlsx
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tanggal import format_tanggal, parse_tanggal
from kukar_potensi.peta.muatan import build_lukisan
from kukar_potensi.sumber import load_himpunan
from tests.conftest import copy_data, read_tabel, write_tabel
from tests.model.bahan_paparan import indeks_of

SARINGAN = (
    Saringan(),
    Saringan(sektor=("perikanan", "pariwisata")),
    Saringan(kecamatan=("64.02.06",)),
    Saringan(jenis="potensi", cari="padi"),
    Saringan(status=("segera berakhir", "berakhir"), jenis="kerja sama"),
    Saringan(cari="zzzzz"),
)
RACUN = ("=1+1", "+62 812", "-5 derajat", "@SUM(A1)", '=HYPERLINK("http://x")')


@pytest.fixture(scope="module")
def indeks(himpunan):
    return indeks_of(himpunan)


@pytest.fixture(
    params=SARINGAN, ids=lambda s: ",".join(k for k, v in vars(s).items() if v and v != "keduanya") or "semua"
)
def tampak(request, indeks):
    return indeks.apply(request.param)


def book(tampak):
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(tampak)))


def read_csv(isi, nama):
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return list(csv.DictReader(io.StringIO(arsip.read(f"{nama}.csv").decode("utf-8-sig"), newline="")))


def poisoned(salin_data):
    """A view whose potensi are named like formulas."""
    folder = copy_data(salin_data.parent / "racun", salin_data)
    isi = read_tabel(folder, "potensi").head(len(RACUN)).copy()
    isi["nama"] = RACUN
    write_tabel(folder, "potensi", isi)
    return indeks_of(load_himpunan(folder)).apply(Saringan())


def shown(nilai, jenis):
    """What a sheet shows for a value."""
    if nilai is None or nilai == ():
        return BELUM_DIKETAHUI
    if jenis == "tanggal":
        rentang = parse_tanggal(nilai)
        return rentang.awal if rentang.presisi == "hari" else format_tanggal(nilai)
    if isinstance(nilai, tuple):
        return ("\n" if jenis == "tautan" else "; ").join(nilai)
    return nilai


def test_rows_are_those_of_the_view(tampak):
    isi = gather_rows(tampak)
    letak = {nama: [k.nama for k in kolom] for nama, kolom in KOLOM.items()}
    assert [b[0] for b in isi["potensi"]] == list(tampak.potensi.index)
    assert [b[0] for b in isi["kerja_sama"]] == list(tampak.kerja_sama.index)
    for nama, cacah in (("desa", tampak.wilayah_desa), ("kecamatan", tampak.wilayah_kecamatan)):
        terpilih = cacah[cacah["terpilih"]]
        assert [b[0] for b in isi[nama]] == list(terpilih.index)
        assert [b[letak[nama].index("potensi")] for b in isi[nama]] == terpilih["potensi"].tolist()
    skor = letak["potensi"].index("skor")
    assert [b[skor] for b in isi["potensi"]] == pytest.approx(tampak.potensi["skor"].tolist(), abs=1e-6, nan_ok=True)


def test_the_book_reads_back_as_the_view(tampak):
    buku, isi = book(tampak), gather_rows(tampak)
    for nama, kolom in KOLOM.items():
        kepala, *baris = buku[JUDUL_TABEL[nama]].iter_rows(values_only=True)
        assert kepala == tuple(f"{k.judul} ({k.satuan})" if k.satuan else k.judul for k in kolom)
        if not isi[nama]:
            assert baris[0][0] == KOSONG
            continue
        assert len(baris) == len(isi[nama])
        for dibaca, asal in zip(baris, isi[nama], strict=True):
            for sel, nilai, satu in zip(dibaca, asal, kolom, strict=True):
                dilihat = sel.date() if hasattr(sel, "date") else sel
                assert dilihat == shown(nilai, satu.jenis), (nama, satu.nama)


def test_the_archive_reads_back_as_the_view(tampak):
    berkas, isi = write_csv(tampak), gather_rows(tampak)
    for nama, kolom in KOLOM.items():
        baris = read_csv(berkas, nama)
        assert len(baris) == len(isi[nama])
        for dibaca, asal in zip(baris, isi[nama], strict=True):
            assert list(dibaca) == [k.nama for k in kolom]
            for teks, nilai in zip(dibaca.values(), asal, strict=True):
                if isinstance(nilai, int | float):
                    assert float(teks) == nilai
                else:
                    asli = "; ".join(nilai) if isinstance(nilai, tuple) else (nilai or "")
                    assert teks.removeprefix("'") == str(asli).removeprefix("'")


def test_the_layer_reads_back_as_the_view(tampak):
    koleksi, isi = json.loads(write_geojson(tampak)), gather_rows(tampak)
    fitur = koleksi["features"]
    for nama, kolom in KOLOM.items():
        sifat = [f["properties"] for f in fitur if f["properties"]["jenis_fitur"] == nama]
        assert len(sifat) == len(isi[nama])
        for dibaca, asal in zip(sifat, isi[nama], strict=True):
            rata = ["; ".join(n) if isinstance(n, tuple) else n for n in asal]
            assert [dibaca[k.nama] for k in kolom] == rata
    batas = tampak.indeks.himpunan.kabupaten.total_bounds
    for satu in fitur:
        if satu["geometry"] is None:
            assert satu["properties"]["tingkat"] == "kabupaten"
            continue
        bentuk = shapely.from_geojson(json.dumps(satu["geometry"]))
        assert not bentuk.is_empty
        assert shapely.box(*batas).buffer(0.01).contains(bentuk)


def test_every_file_says_filter_day_version_source_and_units(indeks, tertulis):
    tampak = indeks.apply(Saringan(kecamatan=("64.02.06",)))
    buku = book(tampak)
    keterangan = dict(buku["Keterangan"].iter_rows(max_col=2, values_only=True))
    kolom = [baris[:4] for baris in buku["Kolom dan satuan"].iter_rows(min_row=2, values_only=True)]
    arsip = {b["perihal"]: b["isi"] for b in read_csv(write_csv(tampak), "keterangan")}
    lapisan = json.loads(write_geojson(tampak))
    for isi in (keterangan, arsip, lapisan["keterangan"]):
        assert isi["Saringan"] == "kecamatan Tenggarong"
        assert isi["Posisi per tanggal"] == "21 November 2025"
        assert isi["Versi data"] == indeks.himpunan.versi
        assert "potensi.csv" in isi["Sumber"]
        assert "belum diverifikasi OPD" in isi["Status"]
    assert ("Desa", "luas_km2", "Luas", "km²") in kolom
    assert len(kolom) == len(describe_columns()) == len(lapisan["kolom"])
    lukisan = build_lukisan(tampak, tingkat="desa", indikator="potensi", titik=False)
    assert write_png(tampak, lukisan).startswith(b"\x89PNG")
    teks = " ".join(tertulis)
    for satu in ("kecamatan Tenggarong", "21 November 2025", indeks.himpunan.versi, "BIG/Kemendagri"):
        assert satu in teks


def test_every_column_has_a_meaning_and_numbers_have_a_unit():
    for tabel, kolom in KOLOM.items():
        assert len({k.nama for k in kolom}) == len(kolom)
        for satu in kolom:
            assert satu.arti, (tabel, satu.nama)
            assert satu.satuan or satu.jenis not in ("angka", "rupiah"), (tabel, satu.nama)


def test_no_column_of_the_data_is_left_out(himpunan):
    turunan = {"tahun", "ttd_awal", "ttd_akhir", "berakhir_awal", "berakhir_akhir"}
    for nama, tabel in (("potensi", himpunan.potensi), ("kerja_sama", himpunan.kerja_sama)):
        assert set(tabel.columns) - turunan <= {k.nama for k in KOLOM[nama]}


def test_an_empty_view_says_so_in_every_file(indeks, tertulis):
    tampak = indeks.apply(Saringan(cari="zzzzz"))
    assert book(tampak)["Potensi"]["A2"].value == KOSONG
    assert {b["perihal"]: b["isi"] for b in read_csv(write_csv(tampak), "keterangan")}["Status"] == KOSONG
    assert json.loads(write_geojson(tampak))["keterangan"]["Status"] == KOSONG
    write_png(tampak, build_lukisan(tampak, tingkat="kecamatan", indikator="potensi", titik=False))
    assert any("memuat kata “zzzzz”" in satu for satu in tertulis)


def test_text_that_looks_like_a_formula_stays_text(salin_data):
    tampak = poisoned(salin_data)
    sel = [baris[1] for baris in book(tampak)["Potensi"].iter_rows(min_row=2)]
    assert [satu.value for satu in sel] == list(RACUN)
    assert {satu.data_type for satu in sel} == {"s"}
    assert [b["nama"] for b in read_csv(write_csv(tampak), "potensi")] == [f"'{satu}" for satu in RACUN]
    fitur = json.loads(write_geojson(tampak))["features"]
    assert [f["properties"]["nama"] for f in fitur if f["properties"]["jenis_fitur"] == "potensi"] == list(RACUN)


def test_rows_lie_at_their_places(indeks):
    fitur = json.loads(write_geojson(indeks.apply(Saringan())))["features"]
    baris = {f["properties"]["id"]: f for f in fitur if "id" in f["properties"]}
    desa = indeks.himpunan.desa
    for kode, daftar in indeks.himpunan.potensi["kode_desa"].items():
        if len(daftar) == 1:
            letak = [round(desa.at[daftar[0], "lon"], 5), round(desa.at[daftar[0], "lat"], 5)]
            assert baris[kode]["geometry"] == {"type": "Point", "coordinates": letak}
        elif daftar:
            assert len(baris[kode]["geometry"]["coordinates"]) == len(daftar)


@pytest.mark.parametrize("nama", ["himpunan_kosong", "himpunan_satu"])
def test_files_are_written_without_data_and_with_one_row(request, nama):
    tampak = indeks_of(request.getfixturevalue(nama)).apply(Saringan())
    assert len(gather_rows(tampak)["desa"]) == 237
    for tulis in (write_xlsx, write_csv, write_geojson):
        assert tulis(tampak)


def test_the_same_view_gives_the_same_archive(indeks):
    tampak = indeks.apply(Saringan())
    assert write_csv(tampak) == write_csv(tampak)
