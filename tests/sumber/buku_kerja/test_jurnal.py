"""Several files change as one: killed at any step, the old data stays whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kukar_potensi.sumber.buku_kerja import jurnal
from kukar_potensi.sumber.buku_kerja.jurnal import CADANGAN, JURNAL, GalatGabung, find_berkas, recover, replace_semua

LAMA = {"potensi.csv": b"lama potensi\n" * 50, "kerja_sama.csv": b"lama kerja sama\n"}
BARU = {"potensi.csv": b"baru potensi\n" * 60, "kerja_sama.csv": b"baru kerja sama\n"}
MATI = 9

# The module is loaded by itself, and the process dies before its n-th look at a file.
PEMBUNUH = """
import importlib.util, os, sys
from pathlib import Path
spek = importlib.util.spec_from_file_location("jurnal", sys.argv[1])
jurnal = importlib.util.module_from_spec(spek)
spek.loader.exec_module(jurnal)
folder, sisa, hidup = Path(sys.argv[2]), [int(sys.argv[3])], [False]
def kurang(nama):
    if hidup[0] and (nama == "fsync" or nama in ("open", "os.mkdir", "os.rename", "os.remove", "os.chmod", "os.rmdir")):
        sisa[0] -= 1
        if sisa[0] < 0:
            os._exit(9)
sys.addaudithook(lambda nama, _: kurang(nama))
asli = os.fsync
os.fsync = lambda penanda: (kurang("fsync"), asli(penanda))[1]
lama = {nama: (folder / nama).read_bytes() for nama in ("potensi.csv", "kerja_sama.csv")}
baru = {"potensi.csv": b"baru potensi\\n" * 60, "kerja_sama.csv": b"baru kerja sama\\n"}
hidup[0] = True
jurnal.replace_semua(folder, lama, baru, "abc")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for nama, isi in LAMA.items():
        (tmp_path / nama).write_bytes(isi)
    return tmp_path


def read_lewat(folder: Path) -> dict[str, bytes]:
    """Read the files as the loader does."""
    return {nama: find_berkas(folder, nama).read_bytes() for nama in LAMA}


def read_polos(folder: Path) -> dict[str, bytes]:
    return {nama: (folder / nama).read_bytes() for nama in LAMA}


def kill_at(folder: Path, langkah: int) -> int:
    hasil = subprocess.run(
        [sys.executable, "-S", "-c", PEMBUNUH, jurnal.__file__, str(folder), str(langkah)], check=False, timeout=60
    )
    assert hasil.returncode in {0, MATI}
    return hasil.returncode


def test_a_change_replaces_all_files_and_keeps_the_old_ones(folder):
    cadangan = replace_semua(folder, LAMA, BARU, "abc123")
    assert read_polos(folder) == read_lewat(folder) == BARU
    assert {nama: (cadangan / nama).read_bytes() for nama in LAMA} == LAMA
    assert cadangan.name == "0001-abc123"
    assert sorted(p.name for p in folder.iterdir()) == [CADANGAN, "kerja_sama.csv", "potensi.csv"]
    assert replace_semua(folder, BARU, LAMA, "def456").name == "0002-def456"


def test_killed_at_any_step_readers_see_the_old_data_whole_and_the_next_change_puts_it_back(tmp_path):
    terbunuh, beralih = 0, []
    for langkah in range(200):
        folder = tmp_path / str(langkah)
        folder.mkdir()
        for nama, isi in LAMA.items():
            (folder / nama).write_bytes(isi)
        mati = kill_at(folder, langkah) == MATI
        terlihat = read_lewat(folder)
        assert terlihat in (LAMA, BARU), langkah
        beralih.append(terlihat == BARU)
        tercampur = read_polos(folder) not in (LAMA, BARU)
        recover(folder)
        assert read_polos(folder) == read_lewat(folder) == terlihat, langkah
        assert not (folder / JURNAL).exists()
        assert not list(folder.glob(".*.gabung"))
        terbunuh += mati
        if tercampur:
            assert terlihat == LAMA
        if not mati:
            break
    assert terbunuh >= 25
    assert beralih == sorted(beralih), "once made, a change is never unmade"
    assert beralih[-1]
    assert not beralih[0]


def test_a_file_edited_after_a_kill_is_kept_before_the_old_one_comes_back(folder):
    for langkah in range(80):
        kill_at(folder, langkah)
        if (folder / JURNAL).exists() and (folder / "potensi.csv").read_bytes() == BARU["potensi.csv"]:
            break
    (folder / "potensi.csv").write_bytes(b"suntingan petugas\n")
    assert "potensi.csv" in recover(folder)
    assert read_polos(folder) == LAMA
    assert [p.read_bytes() for p in folder.rglob("*.disunting")] == [b"suntingan petugas\n"]


def test_a_change_that_meets_an_error_leaves_everything_as_it_was(folder, monkeypatch):
    asli = Path.replace

    def gagal(self, tujuan):
        if Path(tujuan).name == "kerja_sama.csv" and self.name.endswith(".gabung") and b"baru" in self.read_bytes():
            raise OSError(28, "No space left on device")
        return asli(self, tujuan)

    monkeypatch.setattr(Path, "replace", gagal)
    with pytest.raises(GalatGabung, match="ruang cakram habis"):
        replace_semua(folder, LAMA, BARU, "abc")
    assert read_polos(folder) == read_lewat(folder) == LAMA
    assert not list((folder / CADANGAN).glob("0*"))


def test_an_interrupt_leaves_everything_as_it_was(folder, monkeypatch):
    def henti(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(jurnal, "_write_jurnal", henti)
    with pytest.raises(KeyboardInterrupt):
        replace_semua(folder, LAMA, BARU, "abc")
    assert read_polos(folder) == read_lewat(folder) == LAMA


def test_a_file_changed_meanwhile_refuses_the_change(folder):
    (folder / "potensi.csv").write_bytes(b"orang lain\n")
    with pytest.raises(GalatGabung, match=r"potensi\.csv diubah orang lain"):
        replace_semua(folder, LAMA, BARU, "abc")
    assert (folder / "potensi.csv").read_bytes() == b"orang lain\n"
    assert (folder / "kerja_sama.csv").read_bytes() == LAMA["kerja_sama.csv"]


def test_two_changes_never_run_at_once(folder):
    with jurnal._lock(folder), pytest.raises(GalatGabung, match="sedang berjalan"):
        replace_semua(folder, LAMA, BARU, "abc")
    assert read_polos(folder) == LAMA


def test_the_journal_names_only_copies_that_exist(folder):
    for langkah in range(80):
        kill_at(folder, langkah)
        if (folder / JURNAL).exists():
            break
    isi = json.loads((folder / JURNAL).read_text(encoding="utf-8"))
    assert {nama: (folder / isi["cadangan"] / nama).read_bytes() for nama in isi["berkas"]} == LAMA


@pytest.mark.parametrize("isi", ["", "{", "[]", "{}", '{"berkas": {"potensi.csv": ""}, "cadangan": "../luar"}'])
def test_a_journal_that_nobody_wrote_leads_nowhere(folder, isi):
    (folder / JURNAL).write_text(isi, encoding="utf-8")
    assert read_lewat(folder) == LAMA
