"""The largest workbook that is allowed is checked and coloured within the memory that is promised."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sumber.buku_kerja.conftest import POTENSI, write_xml

AKAR = Path(__file__).resolve().parents[3]
BATAS_MB = 500
BARIS = 20_000

UKUR = """
import sys
from pathlib import Path
from kukar_potensi.sumber import load_himpunan
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.warnai import paint_buku
isi = Path(sys.argv[1]).read_bytes()
hasil = check_buku(isi, load_himpunan())
warna = paint_buku(isi, hasil)
# Linux's own record of this process alone: ru_maxrss starts at the size of the process that started it.
puncak = next(baris for baris in Path("/proc/self/status").read_text().splitlines() if baris.startswith("VmHWM"))
print(hasil.jumlah, hasil.baik, hasil.kesalahan, len(warna), int(puncak.split()[1]) // 1024)
"""


@pytest.mark.lambat
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells the peak of a process")
def test_twenty_thousand_full_rows_stay_under_500_mb(tmp_path):
    judul = [*POTENSI, "catatan", "sektor_sumber"]
    baris = [
        [
            f"BUATAN UJI {nomor * 7919}",
            "Perkebunan",
            "3.27",
            "Jahab",
            f"Uraian buatan uji nomor {nomor} " * 3,
            f"https://contoh.invalid/{nomor}",
            *(f"kata buatan {nomor} {letak}" for letak in range(2)),
        ]
        for nomor in range(BARIS)
    ]
    for satu in baris[:: BARIS // 1000]:
        satu[1] = "perkebunaan"
    jalur = tmp_path / "besar.xlsx"
    jalur.write_bytes(write_xml("Potensi", [judul, *baris]))
    hasil = subprocess.run(
        [sys.executable, "-c", UKUR, str(jalur)], cwd=AKAR, capture_output=True, text=True, check=True, timeout=600
    )
    jumlah, baik, kesalahan, ukuran, puncak = map(int, hasil.stdout.split())
    assert (jumlah, baik, kesalahan) == (BARIS, BARIS - 1000, 1000)
    assert ukuran > 100_000
    assert puncak < BATAS_MB, f"puncak ingatan {puncak} MB"
