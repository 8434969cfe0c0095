"""What a person relies on when asking whether a cooperation still lives on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.model.status import (
    AKTIF,
    BATAS_MENDESAK_HARI,
    BATAS_SEGERA_HARI,
    BELUM_BERLAKU,
    BERAKHIR,
    SEGERA_BERAKHIR,
    SEMUA_STATUS,
    TIDAK_DIKETAHUI,
    status_on,
    status_table,
)
from kukar_potensi.model.tanggal import parse_tanggal

HARI_INI = date(2024, 5, 3)
HARI = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


def tabel(berakhir: str | None, ttd: str | None = "2022-01-01", presisi: str | None = "hari") -> pd.DataFrame:
    """Return one cooperation as the loader gives it."""
    akhir, tanda = parse_tanggal(berakhir), parse_tanggal(ttd)
    return pd.DataFrame(
        {
            "berakhir_awal": pd.to_datetime([akhir.awal if akhir else None]),
            "berakhir_akhir": pd.to_datetime([akhir.akhir if akhir else None]),
            "ttd_awal": pd.to_datetime([tanda.awal if tanda else None]),
            "presisi_ttd": pd.array([presisi], dtype="str"),
        },
        index=["K001"],
    )


def status_of(berakhir: str | None, tanggal: date = HARI_INI) -> tuple[str, bool, int | None]:
    baris = status_table(tabel(berakhir), tanggal).iloc[0]
    sisa = None if pd.isna(baris["sisa_hari"]) else int(baris["sisa_hari"])
    return baris["status"], bool(baris["mendesak"]), sisa


@pytest.mark.parametrize(
    ("berakhir", "status", "mendesak", "sisa"),
    [
        ("2024-05-02", BERAKHIR, False, -1),
        ("2024-05-03", SEGERA_BERAKHIR, True, 0),
        ("2024-05-04", SEGERA_BERAKHIR, True, 1),
        ("2024-08-01", SEGERA_BERAKHIR, True, BATAS_MENDESAK_HARI),
        ("2024-08-02", SEGERA_BERAKHIR, False, BATAS_MENDESAK_HARI + 1),
        ("2024-10-30", SEGERA_BERAKHIR, False, BATAS_SEGERA_HARI),
        ("2024-10-31", AKTIF, False, BATAS_SEGERA_HARI + 1),
        (None, TIDAK_DIKETAHUI, False, None),
    ],
)
def test_edge_days_of_ending(berakhir: str | None, status: str, mendesak: bool, sisa: int) -> None:
    assert status_of(berakhir) == (status, mendesak, sisa)


@pytest.mark.parametrize(
    ("berakhir", "tanggal", "status", "sisa"),
    [
        ("2024-05", date(2024, 5, 31), SEGERA_BERAKHIR, 0),
        ("2024-05", date(2024, 6, 1), BERAKHIR, -1),
        ("2024-05", date(2024, 4, 30), SEGERA_BERAKHIR, 1),
        ("2024", date(2024, 12, 31), SEGERA_BERAKHIR, 0),
        ("2024", date(2025, 1, 1), BERAKHIR, -1),
        ("2025", date(2024, 7, 5), SEGERA_BERAKHIR, BATAS_SEGERA_HARI),
        ("2025", date(2024, 7, 4), AKTIF, BATAS_SEGERA_HARI + 1),
        ("2024-02-29", date(2024, 2, 29), SEGERA_BERAKHIR, 0),
        ("2024-02-29", date(2024, 3, 1), BERAKHIR, -1),
        ("2023-02", date(2023, 3, 1), BERAKHIR, -1),
        ("2024-02", date(2024, 2, 29), SEGERA_BERAKHIR, 0),
    ],
)
def test_partial_end_warns_from_first_and_ends_after_last_possible_day(
    berakhir: str, tanggal: date, status: str, sisa: int
) -> None:
    hasil = status_of(berakhir, tanggal)
    assert (hasil[0], hasil[2]) == (status, sisa)


@pytest.mark.parametrize(
    ("ttd", "presisi", "status"),
    [
        (None, "belum ditandatangani", BELUM_BERLAKU),
        ("2024-01-01", "belum ditandatangani", BELUM_BERLAKU),
        ("2024-05-04", "hari", BELUM_BERLAKU),
        ("2024-05-03", "hari", AKTIF),
        ("2024-06", "bulan", BELUM_BERLAKU),
        ("2024-05", "bulan", AKTIF),
        ("2024", "tahun", AKTIF),
        ("2025", "tahun", BELUM_BERLAKU),
        (None, None, AKTIF),
    ],
)
def test_cooperation_counts_only_once_signed(ttd: str | None, presisi: str | None, status: str) -> None:
    hasil = status_table(tabel("2030-01-01", ttd, presisi), HARI_INI).iloc[0]
    assert hasil["status"] == status
    assert pd.isna(hasil["sisa_hari"]) == (status == BELUM_BERLAKU)


def test_empty_register_gives_an_empty_table() -> None:
    hasil = status_table(tabel("2024").iloc[:0], HARI_INI)
    assert list(hasil.columns) == ["status", "mendesak", "sisa_hari"]
    assert hasil.empty


@given(HARI, st.integers(0, 800), HARI, st.integers(0, 400))
def test_status_only_moves_forward_in_time(awal: date, lebar: int, tanggal: date, maju: int) -> None:
    urutan = [BELUM_BERLAKU, AKTIF, SEGERA_BERAKHIR, BERAKHIR]
    akhir = awal + timedelta(days=lebar)
    ttd = awal - timedelta(days=365)
    dulu = status_on(awal, akhir, tanggal, ttd_awal=ttd)
    nanti = status_on(awal, akhir, tanggal + timedelta(days=maju), ttd_awal=ttd)
    assert urutan.index(dulu) <= urutan.index(nanti)


@given(st.none() | HARI, st.none() | HARI, HARI, st.booleans())
def test_one_row_and_the_table_agree(akhir: date | None, ttd: date | None, tanggal: date, belum: bool) -> None:
    presisi = "belum ditandatangani" if belum else "hari"
    iso = [hari.isoformat() if hari else None for hari in (akhir, ttd)]
    dari_tabel = status_table(tabel(iso[0], iso[1], presisi), tanggal).iloc[0]
    satu = status_on(akhir, akhir, tanggal, ttd_awal=ttd, belum_ditandatangani=belum)
    assert satu == dari_tabel["status"]
    assert satu in SEMUA_STATUS
    assert bool(dari_tabel["mendesak"]) <= (satu == SEGERA_BERAKHIR)
