"""What the small map tells: the agency's own counts, in its own classes, area by area."""

from __future__ import annotations

from datetime import date

import pytest

from kukar_potensi.model.evaluasi import build_evaluasi
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.keselarasan_opd import Keselarasan, build_keselarasan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tampak import build_indeks
from kukar_potensi.tampilan.halaman_opd.peta_kecil import paint_opd

TANGGAL = date(2026, 2, 1)


def build(himpunan: Himpunan, opd: str, saringan: Saringan | None = None) -> Keselarasan:
    tampak = build_indeks(himpunan, TANGGAL).apply(saringan or Saringan())
    return build_keselarasan(tampak, build_evaluasi(himpunan, TANGGAL), opd)


@pytest.mark.parametrize("opd", ["O045", "O024", "O012", "O061"])
def test_values_and_classes_are_the_agencys_own(himpunan: Himpunan, opd: str) -> None:
    keselarasan = build(himpunan, opd)
    muatan = paint_opd(keselarasan, gelap=False).muatan
    milik = keselarasan.milik
    wilayah = milik.wilayah_desa if muatan["tingkat"] == "desa" else milik.wilayah_kecamatan
    lajur = zip(muatan["kelas"], muatan["nilai"], wilayah["potensi"], wilayah["terpilih"], strict=True)
    for tanda, nilai, n, terpilih in lajur:
        assert (tanda == ".") == (not terpilih)
        if terpilih:
            assert (nilai or 0) == n
            assert (tanda == "-") == (nilai is None) == (n == 0)


def test_the_legend_counts_every_area_once(himpunan: Himpunan) -> None:
    lukisan = paint_opd(build(himpunan, "O045"), gelap=True)
    assert sum(lukisan.jumlah.values()) == len(himpunan.kecamatan)
    assert len(lukisan.muatan["warna"]) == len([satu for satu in lukisan.legenda if satu.warna])


def test_a_filter_keeps_the_classes_and_tells_zero_from_unknown(himpunan: Himpunan) -> None:
    semua, sempit = (
        paint_opd(build(himpunan, "O045", saringan), gelap=False)
        for saringan in (None, Saringan(relevansi=("tinggi",)))
    )
    assert [satu.label for satu in semua.legenda] == [satu.label for satu in sempit.legenda]
    assert sempit.muatan["kelas"].count("-") == semua.muatan["kelas"].count("-")
    assert "0" in sempit.muatan["kelas"]


def test_an_office_opens_on_its_own_kecamatan(himpunan: Himpunan) -> None:
    muatan = paint_opd(build(himpunan, "O061"), gelap=False).muatan
    assert muatan["bingkai"] == ["64.02.06"]
    assert muatan["kelas"].count(".") == len(himpunan.desa) - 14
