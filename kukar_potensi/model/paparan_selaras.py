"""The slide about alignment: duties of the OPD, references to plans, and rows nobody has verified."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np
import pandas as pd

from kukar_potensi.model.evaluasi import Evaluasi
from kukar_potensi.model.paparan_baris import (
    Teks,
    count_rules,
    count_verified,
    current_mask,
    kerja_sama_of,
    met_rules,
    potensi_of,
    regional_mask,
)
from kukar_potensi.model.paparan_bentuk import (
    SUMBER_UMUM,
    Angka,
    DeretAngka,
    Kolom,
    Lajur,
    Salindia,
    Tabel,
    nothing_text,
    open_sentence,
    scope_text,
)
from kukar_potensi.model.tampak import Tampak
from kukar_potensi.model.teks import format_angka
from kukar_potensi.model.tempat import Topeng

BANYAK_OPD: Final = 8
OPD_TIDAK_DIKETAHUI: Final = "OPD belum diketahui"

_KOLOM: Final = ("kerja_sama", "potensi", "di_luar", "tanpa_rencana")


def count_by_opd(tampak: Tampak, evaluasi: Evaluasi) -> pd.DataFrame:
    """Return what every OPD has to mend, the most outside its duties first, then the most not verified.

    Rows without an OPD come last.

    Index OPD id ("" unknown); kerja_sama and potensi (rows not verified), di_luar (rule S1)
    and tanpa_rencana (rule S2), the last two of regional cooperation only; jumlah is the first two
    together. Every row counts
    under its one OPD, so each column sums to the view's total.
    """
    potensi, kerja_sama = potensi_of(tampak.indeks), kerja_sama_of(tampak.indeks)
    kena = met_rules(tampak, evaluasi, ("S1", "S2"))
    opd_daerah = kerja_sama.opd[regional_mask(tampak)]
    hitung = (
        _per_opd(kerja_sama.opd, tampak.mask_kerja_sama & ~kerja_sama.terverifikasi),
        _per_opd(potensi.opd, tampak.mask_potensi & ~potensi.terverifikasi),
        _per_opd(opd_daerah, kena[:, 0]),
        _per_opd(opd_daerah, kena[:, 1]),
    )
    kode = dict.fromkeys(satu for isi in hitung for satu in isi)
    baris = {satu: [isi.get(satu, 0) for isi in hitung] for satu in kode}
    urut = sorted(baris, key=lambda satu: (satu == "", -baris[satu][2], -baris[satu][0] - baris[satu][1]))
    isi = np.array([baris[satu] for satu in urut], dtype=np.int64).reshape(-1, len(_KOLOM))
    tabel = pd.DataFrame(isi, index=pd.Index(urut, dtype="object"), columns=list(_KOLOM))
    tabel["jumlah"] = isi[:, 0] + isi[:, 1]
    return tabel


def _per_opd(opd: Teks, topeng: Topeng) -> Counter[str]:
    """Count the chosen rows by OPD; "" is an unknown one."""
    return Counter(opd[topeng].tolist())


def build_keselarasan(tampak: Tampak, evaluasi: Evaluasi) -> Salindia:
    """Return the slide on duties, plan references and unverified rows by OPD."""
    tabel = count_by_opd(tampak, evaluasi)
    daerah = current_mask(tampak)
    n, jumlah = int(np.count_nonzero(daerah)), count_rules(tampak, evaluasi)
    sudah, semua = count_verified(tampak)
    berujukan = int(np.count_nonzero(kerja_sama_of(tampak.indeks).berujukan & daerah))
    angka = DeretAngka(
        (
            Angka(
                format_angka(jumlah["S1"]),
                "kerja sama di luar urusan OPD-nya",
                f"dari {format_angka(n)} kerja sama daerah pada tanggal ini",
            ),
            Angka(
                format_angka(jumlah["S2"]), "belum tercatat rujukan rencana", "yang belum berakhir (RPJMD atau Renstra)"
            ),
            Angka(
                format_angka(berujukan),
                "sudah tercatat rujukan rencana",
                f"dari {format_angka(n)} kerja sama daerah pada tanggal ini",
            ),
            Angka(format_angka(semua - sudah), "baris belum diverifikasi OPD", f"dari {format_angka(semua)} baris"),
        )
    )
    return Salindia(
        kunci="keselarasan",
        judul="Keselarasan: tugas, rencana, verifikasi",
        kalimat=_sentence(tampak, tabel, jumlah, n),
        kolom=(Kolom(0.36, (angka,)), Kolom(0.64, (_table(tampak, tabel),))),
        catatan=(
            "Di luar urusan: urusan kerja sama tidak termasuk urusan yang tercatat pada OPD pemrakarsanya; pemetaan urusan masih usulan.",
            "Rujukan rencana: butir RPJMD atau Renstra yang didukung. Kosong berarti belum tercatat, bukan tidak selaras.",
            "Satu baris dihitung sekali, pada OPD-nya.",
        ),
        sumber=f"{SUMBER_UMUM}; urusan: UU 23/2014; rencana: RPJMD lewat pemberitaan",
    )


def _table(tampak: Tampak, tabel: pd.DataFrame) -> Tabel:
    kamus = tampak.indeks.kamus
    isi = dict(zip(tabel.index.tolist(), tabel[list(_KOLOM)].to_numpy().tolist(), strict=True))
    tanpa = isi.pop("", None)
    bernama = [(kamus.label_of("opd", kode), baris) for kode, baris in isi.items()]
    bagian = bernama[:BANYAK_OPD]
    if lain := bernama[BANYAK_OPD:]:
        jumlah = [sum(satu) for satu in zip(*(baris for _, baris in lain), strict=True)]
        bagian.append((f"{format_angka(len(lain))} OPD lainnya", jumlah))
    if tanpa is not None:
        bagian.append((OPD_TIDAK_DIKETAHUI, tanpa))
    return Tabel(
        "Yang menunggu setiap OPD",
        (
            Lajur("OPD", 0.44),
            Lajur("Verifikasi kerja sama", 0.15, "kanan"),
            Lajur("Verifikasi potensi", 0.14, "kanan"),
            Lajur("Di luar urusan", 0.12, "kanan"),
            Lajur("Tanpa rujukan", 0.15, "kanan"),
        ),
        tuple((nama, *(format_angka(satu) for satu in baris)) for nama, baris in bagian),
        "Tidak ada yang menunggu OPD.",
    )


def _sentence(tampak: Tampak, tabel: pd.DataFrame, jumlah: dict[str, int], n: int) -> str:
    if not tampak.n_potensi + tampak.n_kerja_sama:
        return nothing_text(tampak, "potensi atau kerja sama")
    bagian = []
    if n:
        bagian.append(
            f"{format_angka(jumlah['S2'])} kerja sama belum tercatat rujukan rencananya"
            if jumlah["S2"]
            else "tidak ada kerja sama berjalan yang belum tercatat rujukan rencananya"
        )
        bagian.append(
            f"{format_angka(jumlah['S1'])} di luar urusan OPD-nya"
            if jumlah["S1"]
            else "belum tercatat yang di luar urusan OPD-nya"
        )
    per_opd = dict(zip(tabel.index.tolist(), tabel["jumlah"].tolist(), strict=True))
    menunggu = sum(per_opd.values())
    opd = sum(1 for kode, n_baris in per_opd.items() if kode and n_baris)
    if not menunggu:
        verifikasi = "semua baris sudah diverifikasi OPD"
    elif opd:
        verifikasi = f"{format_angka(menunggu)} baris menunggu verifikasi {format_angka(opd)} OPD"
        if tanpa := per_opd.get("", 0):
            verifikasi += f" ({format_angka(tanpa)} di antaranya belum diketahui OPD-nya)"
    else:
        verifikasi = f"{format_angka(menunggu)} baris menunggu verifikasi dan OPD-nya belum diketahui"
    awal = " dan ".join(bagian)
    return open_sentence(scope_text(tampak), f"{awal}; {verifikasi}." if awal else f"{verifikasi}.")
