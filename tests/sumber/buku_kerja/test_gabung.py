"""Good rows join data/ after the change is shown: all of it or nothing, the old data kept."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from kukar_potensi.__main__ import main
from kukar_potensi.sumber import load_himpunan
from kukar_potensi.sumber.buku_kerja.gabung import apply_rencana, plan_gabung
from kukar_potensi.sumber.buku_kerja.jurnal import CADANGAN, JURNAL, GalatGabung, recover_sendiri
from kukar_potensi.sumber.buku_kerja.periksa_berkas import check_buku
from kukar_potensi.sumber.buku_kerja.perubahan import BARU, UBAH
from kukar_potensi.sumber.buku_kerja.templat import build_templat
from tests.sumber.buku_kerja.conftest import DATA, KERJA_SAMA, POTENSI, build_buku

AKAR = Path(__file__).resolve().parents[3]


def read_csv(folder: Path, nama: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO((folder / nama).read_text(encoding="utf-8"), newline="")))


def write_buku(tmp_path: Path, isi: bytes) -> Path:
    jalur = tmp_path / "isian.xlsx"
    jalur.write_bytes(isi)
    return jalur


def merge(folder: Path, isi: bytes, himpunan=None):
    himpunan = himpunan or load_himpunan(folder)
    rencana = plan_gabung(check_buku(isi, himpunan), himpunan, folder)
    apply_rencana(rencana)
    return rencana


@pytest.fixture
def isian(himpunan):
    """Two new rows, one that completes a recorded row, one with a fault."""
    kode = himpunan.kerja_sama.index[himpunan.kerja_sama["tanggal_berakhir"].isna()][0]
    return kode, build_buku(
        {
            "Potensi": [
                {**POTENSI, "nilai": "1.520,63", "satuan": "ha", "tahun_data": "3 Mei 2024"},
                {**POTENSI, "nama": "BUATAN UJI salah", "kode_desa": "tidak ada di mana-mana"},
            ],
            "Kerja Sama": [
                {"id": kode, "tanggal_berakhir": "2030", "dasar_berakhir": "menurut sumber", "nilai_rp": 2500000},
                {**KERJA_SAMA, "catatan": "=cmd|' /C calc'!A0 dengan, koma dan \"kutip\""},
            ],
        },
        lambda buku: _as_text(buku["Kerja Sama"]),
    )


def _as_text(lembar) -> None:
    for baris in lembar:
        for sel in baris:
            if sel.data_type == "f":
                sel.data_type = "s"


def test_template_filled_checked_merged_loads_without_faults(himpunan, kamus, salin_data):
    buku = openpyxl.load_workbook(BytesIO(build_templat(himpunan, kamus)))
    for judul, isi in (("Potensi", POTENSI), ("Kerja Sama", KERJA_SAMA)):
        lembar = buku[judul]
        letak = {sel.value.removesuffix(" *"): sel.column for sel in lembar[2]}
        for nama, nilai in isi.items():
            lembar.cell(4, letak[nama]).value = nilai
    keluar = BytesIO()
    buku.save(keluar)
    rencana = merge(salin_data, keluar.getvalue(), himpunan)
    sesudah = load_himpunan(salin_data)
    assert sesudah.temuan == ()
    assert sesudah.terbuang == 0
    assert [satu.jenis for satu in rencana.perubahan] == [BARU, BARU]
    assert len(sesudah.potensi) == len(himpunan.potensi) + 1
    assert len(sesudah.kerja_sama) == len(himpunan.kerja_sama) + 1
    potensi, kerja_sama = rencana.perubahan
    assert sesudah.potensi.at[potensi.id, "kode_desa"] == ("64.02.02.2014",)
    assert sesudah.potensi.at[potensi.id, "status_verifikasi"] == "belum diverifikasi OPD"
    assert sesudah.kerja_sama.at[kerja_sama.id, "mitra"] == KERJA_SAMA["mitra"]


def test_good_rows_join_faulty_ones_stay_out_and_no_other_byte_changes(himpunan, isian, salin_data):
    kode, isi = isian
    versi = himpunan.versi
    lama = {nama: (salin_data / nama).read_bytes() for nama in ("potensi.csv", "kerja_sama.csv")}
    rencana = merge(salin_data, isi, himpunan)
    (cadangan,) = [p for p in (salin_data / CADANGAN).iterdir() if p.is_dir()]
    assert cadangan.name == f"0001-{versi}"
    assert {nama: (cadangan / nama).read_bytes() for nama in lama} == lama
    assert [(satu.tabel, satu.jenis) for satu in rencana.perubahan] == [
        ("potensi", BARU),
        ("kerja_sama", UBAH),
        ("kerja_sama", BARU),
    ]
    assert (salin_data / "potensi.csv").read_bytes().startswith(lama["potensi.csv"])
    assert (salin_data / "potensi.csv").read_bytes().count(b"\n") == lama["potensi.csv"].count(b"\n") + 1
    dulu = lama["kerja_sama.csv"].decode().splitlines()
    kini = (salin_data / "kerja_sama.csv").read_text(encoding="utf-8").splitlines()
    assert [i for i, (a, b) in enumerate(zip(dulu, kini, strict=False)) if a != b] == [
        next(i for i, a in enumerate(dulu) if a.startswith(kode))
    ]
    assert len(kini) == len(dulu) + 1
    baris = {satu["id"]: satu for satu in read_csv(salin_data, "kerja_sama.csv")}
    assert (baris[kode]["tanggal_berakhir"], baris[kode]["nilai_rp"]) == ("2030", "2500000")
    assert baris[kode]["judul"] == himpunan.kerja_sama.at[kode, "judul"]
    assert read_csv(salin_data, "kerja_sama.csv")[-1]["catatan"].startswith("=cmd|' /C calc'!A0 dengan, koma")
    nomor = [int(satu["id"][1:]) for satu in read_csv(salin_data, "potensi.csv")]
    assert nomor[-1] == max(nomor[:-1]) + 1
    assert load_himpunan(salin_data).temuan == ()


def test_the_change_is_shown_asked_about_made_once_and_not_again(
    isian, himpunan, salin_data, tmp_path, capsys, monkeypatch
):
    perintah = ["gabung", str(write_buku(tmp_path, isian[1])), "--data", str(salin_data)]
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert main(perintah) == 1
    keluar = capsys.readouterr().out
    assert "potensi.csv: 1 baru · 0 dilengkapi · 0 dibetulkan (P" in keluar
    assert f"~ {isian[0]} tanggal_berakhir: (kosong) -> 2030" in keluar
    assert "data tidak diubah" in keluar
    assert not (salin_data / CADANGAN).exists()
    monkeypatch.setattr("sys.stdin", StringIO("ya\n"))
    assert main(perintah) == 0
    assert "3 baris digabung" in capsys.readouterr().out
    isi = (salin_data / "kerja_sama.csv").read_bytes()
    assert main([*perintah, "--ya"]) == 0
    assert "Tidak ada yang perlu digabung" in capsys.readouterr().out
    assert (salin_data / "kerja_sama.csv").read_bytes() == isi


def test_a_merge_that_would_spoil_the_data_is_refused_whole(himpunan, salin_data):
    hasil = check_buku(build_buku({"Potensi": [POTENSI], "Kerja Sama": [KERJA_SAMA]}), himpunan)
    hasil.lembar[1].baik.loc[2, "kategori"] = "bukan kategori"
    with pytest.raises(GalatGabung, match="tidak ada yang diubah"):
        plan_gabung(hasil, himpunan, salin_data)
    assert (salin_data / "potensi.csv").read_bytes() == (DATA / "potensi.csv").read_bytes()


def test_a_table_saved_by_excel_with_semicolons_is_rewritten_without_loss(himpunan, salin_data):
    baris = list(csv.reader(StringIO((salin_data / "potensi.csv").read_text(encoding="utf-8"), newline="")))
    letak = baris[0].index("nilai")
    for satu in baris[1:]:
        satu[letak] = satu[letak].replace(".", ",")
    keluar = StringIO(newline="")
    csv.writer(keluar, delimiter=";", lineterminator="\r\n").writerows(baris)
    (salin_data / "potensi.csv").write_bytes(b"\xef\xbb\xbf" + keluar.getvalue().encode())
    rencana = merge(salin_data, build_buku({"Potensi": [POTENSI]}))
    assert "bentuk baku" in rencana.catatan[0]
    sesudah = load_himpunan(salin_data)
    assert sesudah.temuan == ()
    lama = sesudah.potensi.drop(index=rencana.perubahan[0].id)
    assert lama["nilai"].equals(himpunan.potensi["nilai"])
    assert lama["uraian"].equals(himpunan.potensi["uraian"])


def test_a_spoilt_table_in_another_form_is_not_rewritten(salin_data):
    isi = (salin_data / "potensi.csv").read_text(encoding="utf-8").replace("\n", "\r\n")
    (salin_data / "potensi.csv").write_text(
        isi.replace("belum diverifikasi OPD", "belum", 1), newline="", encoding="utf-8"
    )
    himpunan = load_himpunan(salin_data)
    assert himpunan.temuan
    with pytest.raises(GalatGabung, match="Perbaiki dulu"):
        plan_gabung(check_buku(build_buku({"Potensi": [POTENSI]}), himpunan), himpunan, salin_data)


def test_a_killed_gabung_leaves_the_old_data_whole(isian, himpunan, salin_data, tmp_path):
    jalur = write_buku(tmp_path, isian[1])
    lama = {nama: (salin_data / nama).read_bytes() for nama in ("potensi.csv", "kerja_sama.csv")}
    versi = himpunan.versi
    proses = subprocess.Popen(
        [sys.executable, "-m", "kukar_potensi", "gabung", str(jalur), "--data", str(salin_data), "--ya"],
        cwd=AKAR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    batas = time.monotonic() + 120
    while proses.poll() is None and time.monotonic() < batas and not list((salin_data / CADANGAN).glob("0*")):
        time.sleep(0.002)
    proses.send_signal(signal.SIGKILL)
    proses.wait(timeout=30)
    terlihat = load_himpunan(salin_data)
    assert terlihat.temuan == ()
    recover_sendiri(salin_data)
    assert not (salin_data / JURNAL).exists()
    if terlihat.versi == versi:
        assert {nama: (salin_data / nama).read_bytes() for nama in lama} == lama
    else:
        assert len(terlihat.kerja_sama) == len(himpunan.kerja_sama) + 1


def test_an_unfinished_merge_is_undone_and_told(isian, himpunan, salin_data, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("kukar_potensi.sumber.buku_kerja.jurnal.recover", lambda _: [])
    monkeypatch.setattr("kukar_potensi.sumber.buku_kerja.jurnal.shutil.rmtree", lambda *_, **__: None)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(OSError(5, "x")))
    lama = (salin_data / "potensi.csv").read_bytes()
    with pytest.raises(GalatGabung):
        merge(salin_data, isian[1], himpunan)
    monkeypatch.undo()
    assert (salin_data / JURNAL).exists()
    assert (salin_data / "potensi.csv").read_bytes() != lama
    assert load_himpunan(salin_data).versi == himpunan.versi
    assert main(["periksa", str(write_buku(tmp_path, isian[1])), "--data", str(salin_data)]) == 1
    assert "Penggabungan yang terputus dibatalkan: " in capsys.readouterr().out
    assert (salin_data / "potensi.csv").read_bytes() == lama
