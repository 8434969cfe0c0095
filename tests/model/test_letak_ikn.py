"""What a candidate says of its place: overlap and reported treatment together, both from the data."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.jalur import KABUPATEN, KEBUTUHAN_IKN, KODE_JALUR, SEMUA_JALUR, route_rows
from kukar_potensi.model.letak_ikn import list_irisan, route_reason
from kukar_potensi.model.paparan_peluang import build_celah_salindia
from tests.model.bahan_paparan import bahan_of


def test_overlap_and_report_are_both_said_with_their_source(himpunan: Himpunan) -> None:
    assert route_reason(himpunan, KEBUTUHAN_IKN, ["P372"]) == (
        "Menjawab kebutuhan IKN yang sudah dinyatakan. Beririsan dengan delineasi indikatif (Tama Pole 72,5%), tetapi "
        "dilaporkan tetap Kukar (akupedia.id, lintasraya.com, voxnews.id); karena itu ditawarkan kepada Otorita."
    )


@pytest.mark.parametrize("kode", ["P372", "P385", "P210"])
def test_every_overlapping_place_is_named_with_its_share(himpunan: Himpunan, kode: str) -> None:
    irisan = himpunan.desa["irisan_ikn_persen"]
    ada = [satu for satu in himpunan.potensi.at[kode, "kode_desa"] if irisan[satu] > 0]
    assert ada
    assert [satu.nama for satu in list_irisan(himpunan, [kode])] == [himpunan.desa.at[satu, "nama"] for satu in ada]
    assert "di luar" not in route_reason(himpunan, KEBUTUHAN_IKN, [kode])


def test_the_treatment_is_read_from_the_data(himpunan: Himpunan) -> None:
    lain = himpunan.ikn_desa.copy()
    lain["perlakuan_2025"] = "tidak disebut"
    teks = route_reason(dataclasses.replace(himpunan, ikn_desa=lain), KEBUTUHAN_IKN, ["P372"])
    assert "tetap Kukar" not in teks
    assert "Tama Pole 72,5%" in teks


def test_outside_is_said_only_of_what_lies_outside(indeks) -> None:
    himpunan = indeks.himpunan
    jalur = route_rows(indeks)[:, KODE_JALUR.index(KEBUTUHAN_IKN)]
    for letak in np.flatnonzero(jalur):
        kode = str(himpunan.potensi.index[letak])
        teks = route_reason(himpunan, KEBUTUHAN_IKN, [kode])
        assert ("di luar delineasi" in teks) == (not list_irisan(himpunan, [kode]))
    assert route_reason(himpunan, KABUPATEN, ["P372"]) == SEMUA_JALUR[KABUPATEN].alasan


def test_the_slide_tells_it_too(indeks) -> None:
    bahan = bahan_of(indeks)
    catatan = " ".join(build_celah_salindia(bahan.tampak, bahan.celah, bahan.calon).catatan)
    assert "Tama Pole 72,5%" in catatan
    assert "walaupun letaknya" not in catatan
