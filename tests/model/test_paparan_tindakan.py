"""Who does what by when: every row of the agenda once, TKKSD before a document, IKN with transport first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.evaluasi_aturan import ATURAN, PENINDAK_TKKSD
from kukar_potensi.model.paparan_evaluasi import ATURAN_DOKUMEN, build_agenda_salindia, settle_text
from kukar_potensi.model.paparan_tindakan import BANYAK_IKN, build_tindak_lanjut, list_tindakan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.transportasi import transport_rows
from tests.model.bahan_paparan import bahan_of, regional_rows
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


def test_no_document_is_asked_where_agency_or_category_is_open(indeks):
    bahan = bahan_of(indeks)
    kena = bahan.evaluasi.kena
    semua = list_tindakan(bahan.evaluasi, regional_rows(bahan.tampak).index, indeks.himpunan)
    dokumen = [(t, k) for t in semua if t.aturan in ATURAN_DOKUMEN for k in t.kode]
    terbuka = [(t, k) for t, k in dokumen if kena.at[k, "S1"] or kena.at[k, "K1"]]
    assert terbuka
    for tindakan, kode in terbuka:
        assert tindakan.penindak == PENINDAK_TKKSD
        assert tindakan.apa.startswith("Tetapkan ")
        assert ("OPD pelaksananya" in tindakan.apa) == kena.at[kode, "S1"]
    assert all(not t.apa.startswith("Tetapkan") for t, k in dokumen if (t, k) not in terbuka)


def test_the_proposed_agency_holds_the_urusan_and_a_synergy_gets_a_work_plan(indeks):
    bahan = bahan_of(indeks)
    kena, isi = bahan.evaluasi.kena, bahan.evaluasi.bahan
    kode = [k for k in kena.index if kena.at[k, "S1"] and isinstance(isi.at[k, "opd_urusan"], str)]
    assert kode
    for satu in kode:
        teks = settle_text(bahan.evaluasi, satu)
        assert f"(usulan: {isi.at[satu, 'opd_urusan']})" in teks
        assert teks.endswith("baru rencana kerja.") == (isi.at[satu, "kategori"] == "Sinergi")


def test_the_agenda_names_tkksd_where_it_acts_first(indeks):
    bahan = bahan_of(indeks, Saringan(cari="pelabuhan"))
    acuan = bahan.evaluasi.agenda(regional_rows(bahan.tampak).index).head(10)
    baris = build_agenda_salindia(bahan.tampak, bahan.evaluasi).kolom[0].bagian[0].baris
    dahulu = [
        letak
        for letak, (a, k) in enumerate(zip(acuan["aturan"], acuan["id"], strict=True))
        if a in ATURAN_DOKUMEN and settle_text(bahan.evaluasi, k)
    ]
    assert dahulu
    assert all(baris[letak][3] == PENINDAK_TKKSD for letak in dahulu)


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


def test_an_unknown_deadline_stays_blank_and_a_known_one_is_the_end_on_record(indeks):
    bahan = bahan_of(indeks)
    semua = list_tindakan(bahan.evaluasi, regional_rows(bahan.tampak).index)
    akhir = indeks.himpunan.kerja_sama["berakhir_awal"]
    for satu in semua:
        if satu.aturan in ("W1", "W2"):
            assert satu.tenggat == akhir[list(satu.kode)].min()
        else:
            assert satu.tenggat is None
    assert "" in {baris[3] for baris in table(bahan).baris}
    assert "belum diketahui, diisi rapat" in table(bahan).sisa
