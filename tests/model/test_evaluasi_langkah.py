"""Who acts next: TKKSD before any document whose category or agency is open, one answer everywhere."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from kukar_potensi.ekspor.agenda import write_agenda
from kukar_potensi.model.evaluasi import Evaluasi, build_evaluasi
from kukar_potensi.model.evaluasi_aturan import PENINDAK_TKKSD, TUNGGU
from kukar_potensi.model.evaluasi_langkah import ATURAN_DOKUMEN
from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.paparan_evaluasi import build_agenda_salindia
from tests.ekspor.test_agenda import column, read
from tests.model.bahan_paparan import bahan_of


@pytest.fixture(scope="module")
def evaluasi(himpunan: Himpunan) -> Evaluasi:
    return build_evaluasi(himpunan, date(2026, 11, 22))


def test_a_document_waits_for_tkksd_where_category_or_agency_is_open(evaluasi: Evaluasi) -> None:
    kena = evaluasi.kena
    terbuka = (kena["K1"] | kena["S1"]).to_dict()
    agenda = evaluasi.agenda(aturan=ATURAN_DOKUMEN)
    menunggu = agenda["id"].map(terbuka)
    assert menunggu.any()
    assert not menunggu.all()
    assert set(agenda.loc[menunggu, "penindak"]) == {PENINDAK_TKKSD}
    assert set(agenda.loc[menunggu, "langkah"]) == {TUNGGU}
    assert agenda.loc[menunggu, "tindakan"].str.contains("dahulu; sesudah itu (?:PKS|rencana kerja)").all()
    assert not agenda.loc[~menunggu, "tindakan"].str.contains("dahulu").any()


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("K101", "Tetapkan kategorinya dahulu; sesudah itu PKS, bila tetap kerja sama daerah, oleh PT Tunggang Parangan."),
        ("K014", "Tetapkan OPD pelaksananya (usulan: Bappeda) dahulu; sesudah itu PKS."),
    ],
)  # fmt: skip
def test_the_step_names_what_is_open_and_who_follows(evaluasi: Evaluasi, kode: str, isi: str) -> None:
    agenda = evaluasi.agenda(evaluasi.kena.index[evaluasi.kena.index == kode], ["M2"])
    assert agenda["tindakan"].tolist() == [isi]


def test_a_synergy_waits_for_its_work_plan(evaluasi: Evaluasi) -> None:
    agenda = evaluasi.agenda(aturan=["M2"])
    agenda = agenda[agenda["langkah"].eq(TUNGGU)]
    sinergi = agenda["id"].map(evaluasi.bahan["kategori"]).eq("Sinergi")
    assert sinergi.any()
    assert agenda["tindakan"].str.contains("sesudah itu rencana kerja").equals(sinergi)


def test_the_book_says_the_same_step(himpunan: Himpunan, evaluasi: Evaluasi) -> None:
    buku = read(write_agenda(himpunan, evaluasi, himpunan.kerja_sama.index, aturan=ATURAN_DOKUMEN))
    agenda = evaluasi.agenda(himpunan.kerja_sama.index, ATURAN_DOKUMEN)
    assert column(buku, "Agenda", "Yang menindaklanjuti") == agenda["penindak"].tolist()
    assert column(buku, "Agenda", "Usulan tindak lanjut") == agenda["tindakan"].tolist()
    assert TUNGGU in column(buku, "Agenda", "Usulan langkah")


def test_an_ended_one_says_what_continues_it_and_only_once_that_was_signed(
    himpunan: Himpunan, evaluasi: Evaluasi
) -> None:
    (baris,) = evaluasi.agenda(pd.Index(["K009"]), ["M1"]).itertuples()
    assert baris.alasan.endswith("Tercatat dilanjutkan K114 (2023).")
    assert "K114" in baris.tindakan
    (dulu,) = build_evaluasi(himpunan, date(2023, 2, 1)).agenda(pd.Index(["K009"]), ["M1"]).itertuples()
    assert "K114" not in dulu.alasan
    assert evaluasi.bahan["dilanjutkan"].notna().sum() == 1


def test_the_slide_names_the_continuation(indeks) -> None:
    bahan = bahan_of(indeks)
    baris = build_agenda_salindia(bahan.tampak, bahan.evaluasi).kolom[0].bagian[0].baris
    assert any("(K009)" in satu[1] and satu[4].endswith("dilanjutkan K114 (2023)") for satu in baris)
