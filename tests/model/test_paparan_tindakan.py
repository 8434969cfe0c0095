"""Who does what by when: every row of the agenda once, TKKSD before a document, IKN with transport first."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.evaluasi_aturan import ATURAN
from kukar_potensi.model.paparan_bentuk import short_opd
from kukar_potensi.model.paparan_calon import is_for_ikn
from kukar_potensi.model.paparan_evaluasi import BANYAK_AGENDA, build_agenda_salindia
from kukar_potensi.model.paparan_tindakan import BANYAK_IKN, BANYAK_TINDAKAN, build_tindak_lanjut, list_tindakan
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.transportasi import transport_rows
from tests.model.bahan_paparan import bahan_of, indeks_of, regional_rows
from tests.model.strategi import saringan_of


def table(bahan):
    return build_tindak_lanjut(bahan.tampak, bahan.evaluasi, bahan.calon).kolom[0].bagian[0]


@settings(max_examples=20)
@given(data=st.data())
def test_every_row_of_the_agenda_is_in_exactly_one_action(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    kode = regional_rows(bahan.tampak).index
    acuan = bahan.evaluasi.agenda(kode)
    semua = list_tindakan(bahan.evaluasi, kode)
    assert sorted((t.aturan, k) for t in semua for k in t.kode) == sorted(
        zip(acuan["aturan"], acuan["id"], strict=True)
    )
    prioritas = [ATURAN[t.aturan].prioritas for t in semua]
    assert prioritas == sorted(prioritas)


def test_slides_and_agenda_name_the_same_owner_and_step(indeks):
    bahan = bahan_of(indeks)
    kode = regional_rows(bahan.tampak).index
    acuan = bahan.evaluasi.agenda(kode)
    lajur = (acuan[nama] for nama in ("aturan", "id", "penindak", "tindakan"))
    semua = list_tindakan(bahan.evaluasi, kode)
    assert {(t.aturan, k, t.penindak, t.apa) for t in semua for k in t.kode} == set(zip(*lajur, strict=True))
    baris = build_agenda_salindia(bahan.tampak, bahan.evaluasi).kolom[0].bagian[0].baris
    assert [b[-1] for b in baris] == [
        short_opd(indeks.himpunan, nama) for nama in acuan.drop_duplicates("id")["penindak"].head(BANYAK_AGENDA)
    ]


def test_follow_up_for_ikn_stands_last_with_transport_first(indeks):
    bahan = bahan_of(indeks)
    ikn = [baris for baris in table(bahan).baris if baris[1].startswith("IKN: ")]
    assert list(table(bahan).baris[-BANYAK_IKN:]) == ikn
    potensi = indeks.potensi
    utama = set(potensi.index[transport_rows(potensi)])
    pertama = next(
        c for c in bahan.calon if not utama.isdisjoint(c.potensi) and {"otorita", "kebutuhan_ikn"} & set(c.jalur)
    )
    assert ikn[0][2].startswith(potensi["nama"][pertama.potensi[0]][:30])
    assert all(baris[0] and not baris[3] for baris in ikn)


def test_only_an_end_on_record_is_told_and_no_more_precisely_than_it_is_known(himpunan):
    """On that day the first terms of five years, known to their month, are about to end."""
    bahan = bahan_of(indeks_of(himpunan, date(2027, 6, 15)))
    semua = list_tindakan(bahan.evaluasi, regional_rows(bahan.tampak).index)
    rows = himpunan.kerja_sama
    bersisa = [satu for satu in semua if satu.aturan in ("W1", "W2")]
    assert bersisa
    for satu in bersisa:
        pertama = rows.loc[list(satu.kode), "berakhir_awal"].idxmin()
        assert satu.sebelum == format_tanggal(rows.at[pertama, "tanggal_berakhir"])
    assert "November 2027" in {satu.sebelum for satu in bersisa}
    assert not any(satu.sebelum for satu in semua if satu not in bersisa)
    kapan = {baris[3] for baris in table(bahan).baris}
    assert kapan == {"", "sebelum November 2027"}
    assert "sebelum akhir masa berlakunya; kosong: belum diketahui, diisi rapat" in table(bahan).sisa


def test_the_counts_name_cooperations_and_candidates(indeks):
    bahan = bahan_of(indeks)
    salindia = build_tindak_lanjut(bahan.tampak, bahan.evaluasi, bahan.calon)
    semua = list_tindakan(bahan.evaluasi, regional_rows(bahan.tampak).index)
    ikn = sum(1 for satu in bahan.calon if is_for_ikn(satu))
    assert f"{sum(len(t.kode) for t in semua)} butir tindak lanjut kerja sama menunggu" in salindia.kalimat
    assert f"{ikn} calon kerja sama menunggu tawaran kepada Otorita IKN" in salindia.kalimat
    sisa = len(semua) - BANYAK_TINDAKAN, ikn - BANYAK_IKN
    assert f"{sisa[0]} baris tindak lanjut kerja sama dan {sisa[1]} calon untuk Otorita IKN lagi" in table(bahan).sisa
