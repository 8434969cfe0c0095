"""What the worksheet is made of: every column of the data files, explained, under a safe file name."""

from __future__ import annotations

import pytest

from kukar_potensi.tampilan.halaman_opd.unduh import file_part, list_tabel


def test_every_column_is_explained() -> None:
    tabel = list_tabel()
    assert [satu.judul for satu in tabel] == ["Potensi", "Kerja Sama", "Tindak Lanjut", "OPD"]
    assert [k.nama for satu in tabel for k in satu.kolom if not k.arti] == []


@pytest.mark.parametrize(
    ("nama", "bagian"),
    [
        ("Dinas Pariwisata", "dinas-pariwisata"),
        ("PT Tunggang Parangan (Perseroda)", "pt-tunggang-parangan-perseroda"),
        ("../../etc/passwd\n", "etc-passwd"),
        ("***", "opd"),
        ("A" * 300, "a" * 60),
    ],
)
def test_a_file_name_holds_only_letters_digits_and_hyphens(nama: str, bagian: str) -> None:
    assert file_part(nama) == bagian
