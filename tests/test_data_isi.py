"""Facts a reader of data/ relies on: nothing of the inventory lost, every code known, every row sourced."""

import csv
import itertools
import re
from pathlib import Path

import pytest

from kukar_potensi.model.tanggal import parse_tanggal

DATA = Path(__file__).parents[1] / "data"

SHAPES = {"lingkaran", "persegi", "segitiga", "belah ketupat", "bintang", "segilima", "segienam"}


def _read(nama: str) -> list[dict[str, str]]:
    with (DATA / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _items(sel: str) -> list[str]:
    return sel.split("; ") if sel else []


@pytest.fixture(scope="module")
def tabel():
    nama = (
        "potensi kerja_sama tindak_lanjut opd urusan sektor klaster_ikn rubrik_ikn konektivitas rpjmd ikn_kukar "
        "kecamatan_angka desa_status kode_lama ikn_desa"
    )
    return {satu: _read(satu) for satu in nama.split()}


@pytest.fixture(scope="module")
def kode():
    resmi = _read("wilayah/desa_resmi")
    return {satu["kode"] for satu in resmi}, {satu["kode_kecamatan"] for satu in resmi}


@pytest.mark.parametrize(("nama", "awalan", "jumlah"), [("potensi", "P", 408), ("kerja_sama", "K", 97)])
def test_the_inventory_is_complete_and_ids_are_unique(tabel, nama, awalan, jumlah):
    nomor = [satu["id"] for satu in tabel[nama]]
    assert len(nomor) >= jumlah
    assert len(set(nomor)) == len(nomor)
    assert all(re.fullmatch(awalan + r"\d{3,}", satu) for satu in nomor)


def test_the_published_potentials_reach_213_desa(tabel):
    assert len({satu for baris in tabel["potensi"] for satu in _items(baris["kode_desa"])}) >= 213


def test_48_cooperations_fall_under_the_210_by_their_date_and_11_may(tabel):
    masuk = [satu["masuk_210"] for satu in tabel["kerja_sama"]]
    assert masuk.count("ya") >= 48
    assert masuk.count("ya") + masuk.count("kemungkinan") >= 59
    assert masuk.count("ya") + masuk.count("kemungkinan") <= 210
    assert not [satu["id"] for satu in tabel["kerja_sama"] if satu["kategori"] == "Kerja sama desa" and
                satu["masuk_210"] in {"ya", "kemungkinan"}]  # fmt: skip


@pytest.mark.parametrize("nama", ["potensi", "kerja_sama", "tindak_lanjut", "konektivitas", "rpjmd", "ikn_kukar"])
def test_every_row_has_a_source_address(tabel, nama):
    for baris in tabel[nama]:
        assert _items(baris["sumber"]), baris
        assert all(re.fullmatch(r"https?://\S+", satu) for satu in _items(baris["sumber"])), baris


def test_an_agency_without_a_source_is_marked_so(tabel):
    assert all((satu["status_nama"] == "bersumber") == bool(satu["sumber"]) for satu in tabel["opd"])
    assert sum(satu["status_nama"] == "tanpa sumber" for satu in tabel["opd"]) <= 12


@pytest.mark.parametrize("nama", ["potensi", "kerja_sama"])
def test_places_are_official_and_the_precision_fits_them(tabel, kode, nama):
    desa_resmi, kecamatan_resmi = kode
    for baris in tabel[nama]:
        desa, kecamatan = _items(baris["kode_desa"]), _items(baris["kode_kecamatan"])
        assert set(desa) <= desa_resmi, baris["id"]
        assert {satu[:8] for satu in desa} <= set(kecamatan) <= kecamatan_resmi, baris["id"]
        assert baris["tingkat"] == ("desa" if desa else "kecamatan" if kecamatan else "kabupaten"), baris["id"]


def test_other_tables_name_official_places(tabel, kode):
    desa_resmi, kecamatan_resmi = kode
    assert {satu["kode_kecamatan"] for satu in tabel["konektivitas"] + tabel["kecamatan_angka"]} <= kecamatan_resmi
    assert {satu["kode_desa"] for satu in tabel["desa_status"]} <= desa_resmi
    assert {satu["kode"] for satu in tabel["ikn_desa"] + tabel["kode_lama"]} <= desa_resmi
    kantor = [satu["kode_kecamatan"] for satu in tabel["opd"] if satu["jenis"] == "kecamatan"]
    assert sorted(kantor) == sorted(kecamatan_resmi)


def test_every_urusan_has_exactly_one_sektor(tabel):
    pemilik = [kode for satu in tabel["sektor"] for kode in _items(satu["kode_urusan"])]
    assert sorted(pemilik) == sorted(satu["kode"] for satu in tabel["urusan"])


def test_the_sektor_an_urusan_names_first_is_the_one_that_owns_it(tabel):
    pemilik = {kode: satu["id"] for satu in tabel["sektor"] for kode in _items(satu["kode_urusan"])}
    assert {satu["kode"]: _items(satu["sektor"])[0] for satu in tabel["urusan"]} == pemilik


def test_there_are_at_most_14_sectors_each_with_its_own_colour_icon_and_look(tabel):
    sektor = tabel["sektor"]
    assert len(sektor) <= 14
    for kolom in ("id", "nama", "warna", "ikon"):
        assert len({satu[kolom] for satu in sektor}) == len(sektor)
    assert {satu["bentuk"] for satu in sektor} <= SHAPES
    assert all(re.fullmatch(r"#[0-9A-F]{6}", satu["warna"]) for satu in sektor)


def test_sector_colours_stay_apart_for_colour_blind_eyes_and_never_share_a_shape_when_close(tabel):
    for satu, lain in itertools.combinations(tabel["sektor"], 2):
        jarak = min(_difference(satu["warna"], lain["warna"], mata) for mata in _SIGHT.values())
        assert jarak > 15, (satu["id"], lain["id"], jarak)
        assert satu["bentuk"] != lain["bentuk"] or jarak > 30, (satu["id"], lain["id"], jarak)


def test_sector_icons_are_icons_the_screen_can_show(tabel):
    ikon = pytest.importorskip("streamlit.material_icon_names").ALL_MATERIAL_ICONS
    assert not [satu["ikon"] for satu in tabel["sektor"] if satu["ikon"] not in ikon]


@pytest.mark.parametrize(
    ("nama", "kolom", "acuan", "kunci"),
    [
        ("potensi", "sektor", "sektor", "id"),
        ("potensi", "kode_urusan", "urusan", "kode"),
        ("potensi", "opd", "opd", "id"),
        ("potensi", "klaster_ikn", "klaster_ikn", "id"),
        ("kerja_sama", "sektor", "sektor", "id"),
        ("kerja_sama", "kode_urusan", "urusan", "kode"),
        ("kerja_sama", "opd", "opd", "id"),
        ("kerja_sama", "induk", "kerja_sama", "id"),
        ("tindak_lanjut", "id_kerja_sama", "kerja_sama", "id"),
        ("opd", "kode_urusan", "urusan", "kode"),
        ("urusan", "sektor", "sektor", "id"),
        ("urusan", "opd", "opd", "id"),
        ("urusan", "klaster_ikn", "klaster_ikn", "id"),
        ("rpjmd", "kode_urusan", "urusan", "kode"),
        ("rpjmd", "sektor", "sektor", "id"),
    ],
)
def test_every_reference_between_tables_resolves(tabel, nama, kolom, acuan, kunci):
    dikenal = {satu[kunci] for satu in tabel[acuan]}
    assert {isi for satu in tabel[nama] for isi in _items(satu[kolom])} <= dikenal


def test_every_potential_has_a_sector_an_agency_a_cluster_and_a_description(tabel):
    for kolom in ("sektor", "opd", "klaster_ikn", "uraian"):
        assert all(satu[kolom] for satu in tabel["potensi"]), kolom


def test_forestry_and_energy_are_never_called_the_kabupatens_matter(tabel):
    for satu in tabel["potensi"]:
        assert satu["kode_urusan"] not in {"3.28", "3.29"} or satu["kewenangan"] == "provinsi_pusat", satu["id"]


def test_evidence_of_readiness_is_one_of_the_rows_own_sources(tabel):
    bukti = [
        (satu["id"], satu[kolom], _items(satu["sumber"]))
        for satu in tabel["potensi"]
        for kolom in ("bukti_lahan", "bukti_lembaga", "bukti_rencana", "bukti_mitra")
        if satu[kolom]
    ]
    assert bukti
    assert all(alamat in sumber for _, alamat, sumber in bukti)


def test_every_date_is_a_partial_date_and_an_end_has_its_basis(tabel):
    kolom = {"tahun", "tanggal", "tahun_data", "tanggal_sumber", "tanggal_ttd", "tanggal_berakhir"}
    for rows in tabel.values():
        for baris in rows:
            for nama in kolom & baris.keys():
                assert not baris[nama] or parse_tanggal(baris[nama]) is not None
    for satu in tabel["kerja_sama"]:
        assert bool(satu["tanggal_berakhir"]) == bool(satu["dasar_berakhir"]), satu["id"]
        assert satu["presisi_ttd"] != "belum ditandatangani" or not satu["tanggal_ttd"], satu["id"]


def test_weights_of_the_rubric_sum_to_100(tabel):
    assert sum(int(satu["bobot"]) for satu in tabel["rubrik_ikn"]) == 100


_SIGHT = {
    "penuh": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
}  # fmt: skip
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def _times(matriks, vektor):
    return tuple(sum(a * b for a, b in zip(baris, vektor, strict=True)) for baris in matriks)


def _lab(warna, mata):
    rgb = [int(warna[awal : awal + 2], 16) / 255 for awal in (1, 3, 5)]
    linear = [satu / 12.92 if satu <= 0.04045 else ((satu + 0.055) / 1.055) ** 2.4 for satu in rgb]
    terlihat = [min(max(satu, 0.0), 1.0) for satu in _times(mata, linear)]
    xyz = [satu / putih for satu, putih in zip(_times(_XYZ, terlihat), _WHITE, strict=True)]
    x, y, z = (satu ** (1 / 3) if satu > 0.008856 else 7.787 * satu + 16 / 116 for satu in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _difference(satu, lain, mata):
    pasangan = zip(_lab(satu, mata), _lab(lain, mata), strict=True)
    return sum((a - b) ** 2 for a, b in pasangan) ** 0.5


def test_only_a_latest_day_of_signing_never_surely_falls_under_the_210(tabel):
    lambat = [satu for satu in tabel["kerja_sama"] if satu["presisi_ttd"] == "paling lambat"]
    assert lambat
    assert {satu["masuk_210"] for satu in lambat} <= {"kemungkinan", "tidak"}


def test_minutes_of_a_boundary_wait_for_tkksd(tabel):
    berita_acara = [satu for satu in tabel["kerja_sama"] if satu["jenis_dokumen"] == "Berita Acara"]
    assert berita_acara
    assert {satu["kategori"] for satu in berita_acara} == {"Perlu keputusan TKKSD"}
