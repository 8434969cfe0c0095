import pytest
from tests.peramban.conftest import *
from tests.peramban.test_aksesibilitas import serious_faults
from tests.peramban.test_data import upload, write_salah


@pytest.mark.parametrize("bab", ["Asal+dan+sumber", "Angka+yang+berbeda", "Kesalahan", "Unduh", "Periksa+berkas+saya"])
@pytest.mark.parametrize("gelap", [False, True])
def test_axe(buat_layar, bab, gelap, tmp_path):
    layar = buat_layar(1366, 900)
    page = layar.open(f"/data?bab={bab}" + ("&tema=gelap" if gelap else ""))
    page.wait_for_timeout(1500)
    if bab.startswith("Periksa"):
        upload(page, write_salah(tmp_path))
        page.wait_for_timeout(6000)
    assert serious_faults(page) == []
