"""The slides about existing cooperation agree with the evaluation and its agenda, row by row."""

from __future__ import annotations

import dataclasses
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kukar_potensi.model.evaluasi_aturan import ATURAN, HANYA_LAPORAN, KATEGORI_DESA
from kukar_potensi.model.evaluasi_kurang import hanging_words
from kukar_potensi.model.paparan_baris import judge_view
from kukar_potensi.model.paparan_evaluasi import (
    BANYAK_AGENDA,
    build_agenda_salindia,
    build_evaluasi_salindia,
)
from kukar_potensi.model.paparan_selaras import build_keselarasan
from kukar_potensi.model.saringan import Saringan
from kukar_potensi.model.tanggal import format_tanggal
from tests.model.bahan_paparan import bahan_of, indeks_of, regional_rows
from tests.model.strategi import saringan_of


def figures(salindia):
    return {satu.label: satu.nilai for satu in salindia.kolom[0].bagian[0].butir}


def table(salindia):
    return salindia.kolom[0].bagian[0]


@settings(max_examples=20)
@given(data=st.data())
def test_figures_count_regional_cooperation_of_the_view(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    tabel = bahan.tampak.kerja_sama
    daerah = tabel[tabel["kategori"] != KATEGORI_DESA]
    angka = figures(build_evaluasi_salindia(bahan.tampak, bahan.evaluasi))
    assert angka["menggantung"] == str(int(bahan.evaluasi.menggantung.loc[daerah.index].sum()))
    assert angka["masa berlaku belum diketahui"] == str(int((daerah["status"] == "masa berlaku tidak diketahui").sum()))
    segera = int((daerah["status"] == "segera berakhir").sum())
    belum = hanging_words(bahan.evaluasi).loc[daerah.index].eq("belum dapat dinilai").sum()
    assert angka.get("berakhir dalam 180 hari") == (str(segera) if segera else None)
    assert angka.get("belum dapat dinilai") == (None if segera else str(int(belum)))


@settings(max_examples=20)
@given(data=st.data())
def test_the_agenda_shows_the_first_cooperations_each_once_with_its_most_urgent_cause(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    kode = regional_rows(bahan.tampak).index
    acuan = bahan.evaluasi.agenda(kode).drop_duplicates("id").head(BANYAK_AGENDA)
    tabel = table(build_agenda_salindia(bahan.tampak, bahan.evaluasi))
    kategori = bahan.tampak.kerja_sama["kategori"]
    lanjutan = bahan.evaluasi.bahan["dilanjutkan"]
    sebab = [
        "Belum tercatat rencana kerjanya"
        if (a, kategori[k]) == ("M2", "Sinergi")
        else ATURAN[a].nama + (f"; dilanjutkan {lanjutan[k]}" if a == "M1" and isinstance(lanjutan[k], str) else "")
        for a, k in zip(acuan["aturan"], acuan["id"], strict=True)
    ]
    assert [b[4] for b in tabel.baris] == sebab
    akhir = indeks.himpunan.kerja_sama["tanggal_berakhir"]
    assert [b[3] for b in tabel.baris] == [format_tanggal(akhir[k]) for k in acuan["id"]]
    assert all(f"({kode})" in b[1] for kode, b in zip(acuan["id"], tabel.baris, strict=True))


def test_a_village_cooperation_is_counted_apart(indeks):
    bahan = bahan_of(indeks)
    desa = int((indeks.himpunan.kerja_sama["kategori"] == KATEGORI_DESA).sum())
    salindia = build_evaluasi_salindia(bahan.tampak, bahan.evaluasi)
    tabel = regional_rows(bahan.tampak)
    tertanda = int((tabel["status"] != "belum berlaku").sum())
    assert tertanda < len(tabel) == len(bahan.tampak.kerja_sama) - desa
    assert f"dari {tertanda} kerja sama daerah yang sudah ditandatangani" in salindia.kalimat
    assert any(c.startswith(f"{desa} kerja sama desa") for c in salindia.catatan)


def test_the_day_decides(himpunan_satu):
    """The made-up cooperation ends on 17 September 2026."""
    for hari, diharap in (
        (date(2026, 8, 1), "1 belum dapat dinilai, 1 berakhir dalam 180 hari; belum satu pun terbukti berjalan baik."),
        (date(2026, 1, 1), "1 belum dapat dinilai; belum satu pun terbukti berjalan baik."),
        (date(2026, 9, 18), "1 dari 1 kerja sama daerah yang sudah ditandatangani menggantung; belum satu pun"),
        (date(2023, 9, 17), "Belum satu pun dari 1 kerja sama daerah ditandatangani pada tanggal ini."),
    ):
        bahan = bahan_of(indeks_of(himpunan_satu, hari))
        assert diharap in build_evaluasi_salindia(bahan.tampak, bahan.evaluasi).kalimat


def test_titles_are_shortened_but_keep_their_id(indeks):
    bahan = bahan_of(indeks)
    judul = indeks.himpunan.kerja_sama["judul"]
    panjang = judul[judul.str.len() > 120].index[:1]
    assert len(panjang) == 1
    bahan = bahan_of(indeks, Saringan(cari=judul[panjang[0]][:60]))
    for baris in table(build_agenda_salindia(bahan.tampak, bahan.evaluasi)).baris:
        assert len(baris[1]) <= 56
        assert baris[1].endswith(f"({panjang[0]})")


def test_a_view_without_regional_cooperation_says_why(indeks):
    kode = indeks.himpunan.kerja_sama.index[indeks.himpunan.kerja_sama["kategori"] == KATEGORI_DESA]
    judul = indeks.himpunan.kerja_sama["judul"]
    bahan = bahan_of(indeks, Saringan(cari=judul[kode[0]], jenis="kerja sama"))
    hanya_desa = bool((bahan.tampak.kerja_sama["kategori"] == KATEGORI_DESA).all())
    assert hanya_desa
    assert "kerja sama desa" in build_evaluasi_salindia(bahan.tampak, bahan.evaluasi).kalimat


@settings(max_examples=20)
@given(data=st.data())
def test_hanging_unjudged_and_the_rest_are_all_that_was_signed(indeks, data):
    bahan = bahan_of(indeks, data.draw(saringan_of(indeks)))
    nilai = judge_view(bahan.tampak, bahan.evaluasi)
    tabel = regional_rows(bahan.tampak)
    kata = hanging_words(bahan.evaluasi).loc[tabel.index[(tabel["status"] != "belum berlaku").to_numpy(bool)]]
    assert nilai.ditandatangani == len(kata)
    assert nilai.sisa == int((kata == "tidak").sum())
    kalimat = build_evaluasi_salindia(bahan.tampak, bahan.evaluasi).kalimat
    assert ("belum satu pun terbukti berjalan baik" in kalimat) == bool(nilai.ditandatangani and not nilai.sisa)


def test_a_judged_and_healthy_one_is_said_to_be_so(indeks):
    rows = indeks.himpunan.kerja_sama.copy()
    rows["keputusan"] = "dihentikan"
    rows["tanggal_keputusan"] = "2020-01-01"
    himpunan = dataclasses.replace(indeks.himpunan, kerja_sama=rows)
    bahan = bahan_of(indeks_of(himpunan))
    salindia = build_evaluasi_salindia(bahan.tampak, bahan.evaluasi)
    assert judge_view(bahan.tampak, bahan.evaluasi).sisa
    assert salindia.kalimat.endswith("dinilai dan tidak menggantung.")


def test_what_was_signed_later_is_in_no_agenda_and_no_denominator(himpunan):
    bahan = bahan_of(indeks_of(himpunan, date(2024, 4, 30)))
    tabel = regional_rows(bahan.tampak)
    kemudian = tabel.index[(tabel["ttd_awal"] > "2024-04-30").to_numpy(bool)]
    assert len(kemudian)
    assert not bahan.evaluasi.kena.loc[kemudian].to_numpy().any()
    assert not set(bahan.evaluasi.agenda()["id"]) & set(kemudian)
    salindia = build_evaluasi_salindia(bahan.tampak, bahan.evaluasi)
    draf = tabel["presisi_ttd"].eq("belum ditandatangani")
    n = len(tabel) - len(kemudian) - int(draf.sum())
    assert f" dari {n} kerja sama daerah yang sudah ditandatangani menggantung" in salindia.kalimat
    assert any(c.startswith(f"{len(kemudian)} kerja sama baru ditandatangani sesudah") for c in salindia.catatan)
    assert bahan.evaluasi.kena.loc[draf[draf].index].to_numpy().any()
    angka = figures(build_keselarasan(bahan.tampak, bahan.evaluasi))
    assert angka["kerja sama di luar urusan OPD-nya"] == str(int(bahan.evaluasi.kena.loc[tabel.index, "S1"].sum()))


def test_silence_as_the_only_reason_is_said(indeks):
    bahan = bahan_of(indeks)
    evaluasi, daerah = bahan.evaluasi, regional_rows(bahan.tampak).index
    hanya = evaluasi.hanya_laporan.loc[daerah]
    assert 0 < hanya.sum() < evaluasi.kena.loc[daerah, "M3"].sum()
    agenda = evaluasi.agenda(daerah, ["M3"])
    sendiri = agenda["alasan"].str.endswith(HANYA_LAPORAN).to_numpy(bool)
    assert agenda["id"].map(hanya).to_numpy(bool).tolist() == sendiri.tolist()
    salindia = build_evaluasi_salindia(bahan.tampak, evaluasi)
    assert f"; {hanya.sum()} hanya karena belum tercatat laporan baru" in salindia.kolom[0].bagian[0].butir[0].catatan


def test_no_rule_states_the_absence_of_news_as_a_fact():
    assert ATURAN["M1"].nama == "Berakhir, keputusan belum tercatat"
    assert ATURAN["M3"].nama == "Belum tercatat laporan baru (6 bulan)"


def test_the_agenda_counts_its_three_kinds(indeks):
    bahan = bahan_of(indeks)
    agenda = bahan.evaluasi.agenda(regional_rows(bahan.tampak).index)
    n = agenda["aturan"].map(lambda satu: ATURAN[satu].prioritas).value_counts()
    assert build_agenda_salindia(bahan.tampak, bahan.evaluasi).kalimat == (
        f"Dari {len(agenda)} butir pada {agenda['id'].nunique()} kerja sama, {n[1]} perlu diputuskan sekarang, "
        f"{n[2]} dijadwalkan, dan {n[3]} melengkapi data."
    )
