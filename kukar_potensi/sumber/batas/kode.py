"""Find the codes of a boundary layer and hold them against the official list."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd

from kukar_potensi.model.himpunan import Temuan
from kukar_potensi.sumber.aturan import check_tabel
from kukar_potensi.sumber.batas.galat import GalatBatas, file_fault
from kukar_potensi.sumber.lembar import read_lembar
from kukar_potensi.sumber.rapikan import tidy_lembar
from kukar_potensi.sumber.skema_keadaan import DESA_RESMI
from kukar_potensi.sumber.temuan import suggest_kode

BAGIAN_BERKODE_MIN = 0.5
_POLA_KODE = r"\d\d\.\d\d\.\d\d\.\d{4}"
_ANGKA_KODE = re.compile(r"\d{10}")
_AWALAN_BPS = "64.03"


def read_resmi(berkas: Path) -> pd.DataFrame:
    """Read the official list of desa and kelurahan, however the CSV was saved.

    Returns the columns that DESA_RESMI declares as text (missing text is empty), index 0..n-1,
    sorted by code; further columns are passed over. Raises GalatBatas with every fault of a row
    at once, GalatData when no table can be read.
    """
    tabel = replace(DESA_RESMI, berkas=berkas.name)
    try:
        lembar = read_lembar(berkas.read_bytes(), tabel)
    except OSError as galat:
        raise file_fault(
            berkas.name,
            f"daftar resmi tidak dapat dibuka: {berkas} ({galat.strerror}).",
            "Sebutkan dengan --resmi BERKAS.",
        ) from galat
    isi = tidy_lembar(lembar, tabel)
    temuan = [satu for satu in lembar.temuan if satu.baris is not None]
    temuan += check_tabel(isi, tabel, {}, lembar).temuan
    if temuan:
        raise GalatBatas(temuan)
    if isi.empty:
        raise file_fault(berkas.name, "daftar resmi kosong.", "Isi dengan kode dan nama desa.")
    return pd.DataFrame(isi.fillna("").sort_values("kode", ignore_index=True))


def normalise_kode(nilai: object) -> str:
    """Write a code with its dots: "6402012001", 6402012001 and "64.02.01.2001" are the same.

    What is no ten-digit code comes back as its trimmed text; null as the empty text.
    """
    if nilai is None or nilai is pd.NA or (isinstance(nilai, float) and nilai != nilai):  # noqa: PLR0124
        return ""
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    teks = str(nilai).strip()
    angka = re.sub(r"[.\s]", "", teks.removesuffix(".0") if teks.count(".") == 1 else teks)
    if not _ANGKA_KODE.fullmatch(angka):
        return teks
    return f"{angka[:2]}.{angka[2:4]}.{angka[4:6]}.{angka[6:]}"


def find_kode(tabel: pd.DataFrame, resmi: pd.DataFrame, berkas: str, kolom: str | None) -> pd.Series:
    """Return the codes of every feature, named after their column.

    Without `kolom`, the column with the most official codes is taken (the first of equals).
    Raises GalatBatas when the named column is absent or no column holds enough codes.
    """
    if kolom is not None:
        if kolom not in tabel.columns:
            ada = ", ".join(map(str, tabel.columns))
            raise file_fault(berkas, f"tidak ada kolom “{kolom}”.", f"Kolom yang ada: {ada}.")
        return tabel[kolom].map(normalise_kode).rename(kolom)
    dikenal = set(resmi["kode"])
    calon = {str(nama): tabel[nama].map(normalise_kode) for nama in tabel.columns}
    cocok = {nama: float(kode.isin(dikenal).mean()) for nama, kode in calon.items()}
    terbaik = max(cocok, key=lambda nama: cocok[nama], default=None)
    if terbaik is None or not cocok[terbaik] or _share_of_codes(calon[terbaik]) < BAGIAN_BERKODE_MIN:
        raise file_fault(berkas, _no_column(calon), "Sebutkan kolomnya dengan --kolom-kode NAMA.")
    return calon[terbaik].rename(terbaik)


def _share_of_codes(kode: pd.Series) -> float:
    """Return which part of a column looks like the code of a desa."""
    return float(kode.str.fullmatch(_POLA_KODE).mean())


def _no_column(calon: dict[str, pd.Series]) -> str:
    """Say why no column could be taken for the code."""
    kalimat = f"tidak ada kolom yang berisi kode Kemendagri desa (kolom: {', '.join(calon) or 'tidak ada'})."
    if any(kode.str.startswith(_AWALAN_BPS).mean() > BAGIAN_BERKODE_MIN for kode in calon.values()):
        kalimat += " Kode berawalan 6403 adalah kode BPS, bukan kode Kemendagri."
    return kalimat


def check_kode(kode: pd.Series, resmi: pd.DataFrame, berkas: str) -> list[Temuan]:
    """Return every missing, unknown, doubled and empty code, in the order of the codes."""
    nama = resmi.set_index("kode")["nama"]
    kolom = str(kode.name)
    jumlah = kode.value_counts()
    hilang = {str(satu): str(sebutan) for satu, sebutan in nama.items() if satu not in jumlah.index}
    temuan = []
    for satu in sorted(set(nama.index) | set(jumlah.index)):
        banyak = int(jumlah.get(satu, 0))
        sebutan = f"{satu} {nama.get(satu, '')}".strip()
        if satu == "":
            urutan = ", ".join(str(nomor + 1) for nomor in kode.index[kode.eq("")])
            aturan, saran = f"fitur ke-{urutan} tidak berkode.", "Isi kodenya, atau hapus fiturnya."
        elif satu not in nama.index:
            aturan = f"kode {satu} tidak ada dalam daftar resmi."
            mirip = suggest_kode(satu, hilang)
            saran = f"{mirip} Jika memang desa baru, tambahkan dulu ke desa_resmi.csv.".strip()
        elif banyak == 0:
            aturan = f"{sebutan} tidak ada di berkas ini, padahal ada dalam daftar resmi."
            saran = "Tambahkan batasnya, atau perbaiki kode yang keliru."
        elif banyak > 1:
            aturan = f"kode {sebutan} dipakai {banyak} fitur."
            saran = "Gabungkan bagian-bagiannya menjadi satu fitur, atau perbaiki kodenya."
        else:
            continue
        temuan.append(Temuan(berkas, None, kolom, "", aturan, saran))
    return temuan
