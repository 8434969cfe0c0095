"""Candidates of cooperation: what, with whom, why, by which agency, and what is still missing."""

from __future__ import annotations

from html import escape

import streamlit as st

from kukar_potensi.model.calon import FAKTA, Calon
from kukar_potensi.model.jalur import SEMUA_JALUR
from kukar_potensi.model.letak_ikn import route_reason
from kukar_potensi.tampilan.angka import BELUM_DIKETAHUI, format_angka
from kukar_potensi.tampilan.peluang.keadaan import Peluang

BANYAK_KARTU = 12
BANYAK_OBJEK = 5
BANYAK_KERJA_SAMA = 3
SEMUA = "semua"
CATATAN = (
    "Usulan dari aturan, bukan keputusan. Pembagian kewenangan kehutanan, energi, dan pertambangan di sini adalah pengetahuan umum "
    "(UU 23/2014) yang perlu dipastikan TKKSD; letak terhadap delineasi memakai garis indikatif UU 3/2022."
)


def place_of(peluang: Peluang, calon: Calon) -> str:
    """Return the places of a candidate in words."""
    nama = [peluang.konteks.kamus.label_of("kecamatan", kode) for kode in calon.kecamatan if kode]
    return f"Kecamatan {', '.join(nama)}" if nama else "tingkat kabupaten"


def _list(butir: list[str], jumlah: int, batas: int) -> str:
    """HTML of a short list of escaped items, with how many are left out."""
    isi = "".join(f"<li>{satu}</li>" for satu in butir[:batas])
    return f"<ul>{isi}{f'<li>dan {jumlah - batas} lagi</li>' if jumlah > batas else ''}</ul>"


def _objects(peluang: Peluang, calon: Calon) -> str:
    rows = peluang.indeks.potensi.loc[list(calon.potensi[:BANYAK_OBJEK])]
    butir = [
        f"{escape(str(nama))} <small>(skor {format_angka(skor, 1)}, {escape(str(kode))})</small>"
        for kode, nama, skor in rows[["nama", "skor"]].itertuples()
    ]
    return _list(butir, len(calon.potensi), BANYAK_OBJEK)


def _cooperations(peluang: Peluang, calon: Calon) -> str:
    """HTML of the cooperations that exist beside a candidate, without closing its gap."""
    bagian = []
    if calon.kerja_sama:
        rows = peluang.indeks.kerja_sama.loc[list(calon.kerja_sama)]
        butir = [
            f"{escape(str(b.judul))} <small>({escape(str(b.kategori))}, {escape(str(b.status))}, {escape(str(b.Index))})</small>"
            for b in rows.head(BANYAK_KERJA_SAMA).itertuples()
        ]
        bagian.append(
            "Di tempat ini, tetapi tidak menutup celah:" + _list(butir, len(calon.kerja_sama), BANYAK_KERJA_SAMA)
        )
    if calon.menaungi:
        kode = ", ".join(escape(satu) for satu in calon.menaungi[:BANYAK_KERJA_SAMA])
        sisa = ", dan lainnya" if len(calon.menaungi) > BANYAK_KERJA_SAMA else ""
        bagian.append(
            f"{len(calon.menaungi)} di tingkat kabupaten ({kode}{sisa}); belum diketahui apakah menjangkau tempat ini."
        )
    return "".join(f"<p>{satu}</p>" for satu in bagian) or "belum ada yang tercatat"


def calon_card(peluang: Peluang, calon: Calon) -> str:
    """HTML of one candidate; every value from data is escaped."""
    kamus = peluang.konteks.kamus
    himpunan = peluang.konteks.himpunan
    jalur = [SEMUA_JALUR[kode] for kode in calon.jalur]
    opd = [escape(kamus.label_of("opd", kode)) for kode in calon.opd]
    kurang = [f"{escape(FAKTA[kode])} <small>({kali} dari {len(calon.potensi)})</small>" for kode, kali in calon.kurang]
    mitra = dict.fromkeys(satu for isi in jalur for satu in isi.mitra)
    isi = [
        ("Objek", _objects(peluang, calon)),
        ("Bentuk yang mungkin", _list([escape(satu) for isi in jalur for satu in isi.bentuk], 0, 99)),
        ("Dengan siapa", escape(", ".join(mitra)) or BELUM_DIKETAHUI),
        ("Mengapa", " ".join(escape(route_reason(himpunan, kode, calon.potensi)) for kode in calon.jalur)),
        ("OPD", ", ".join(opd) or BELUM_DIKETAHUI),
        ("Kerja sama yang ada", _cooperations(peluang, calon)),
        ("Fakta yang kurang", ", ".join(kurang) or "tidak ada"),
        ("Dasar", _basis(calon)),
    ]
    daftar = "".join(f"<dt>{nama}</dt><dd>{teks}</dd>" for nama, teks in isi)
    tanda = "".join(f'<span class="kp-jalur">{escape(satu.nama)}</span>' for satu in jalur)
    judul = f"{kamus.label_of('sektor', calon.sektor)} – {place_of(peluang, calon)}"
    banyak = f"{len(calon.potensi)} potensi, skor tertinggi {format_angka(calon.skor, 1)}"
    return f'<article class="kp-kartu kp-calon"><h5>{escape(judul)}</h5><p>{banyak}</p><p>{tanda}</p><dl>{daftar}</dl></article>'


def _basis(calon: Calon) -> str:
    """HTML of the rules behind a candidate; general knowledge says so."""
    dasar = dict.fromkeys((SEMUA_JALUR[kode].dasar, SEMUA_JALUR[kode].umum) for kode in calon.jalur)
    return "; ".join(f"{escape(teks)}{' (pengetahuan umum, perlu dipastikan)' if umum else ''}" for teks, umum in dasar)


def show_calon(peluang: Peluang) -> None:
    """Show the candidates of the view, twelve at a time, narrowed by route."""
    semua = peluang.calon
    st.caption(CATATAN)
    if not semua:
        st.info(
            "Tidak ada celah pada saringan ini, atau belum ada potensi relevan yang tercatat.",
            icon=":material/task_alt:",
        )
        return
    ada = [kode for kode in SEMUA_JALUR if any(kode in satu.jalur for satu in semua)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        jalur = st.selectbox(
            "Jalur kewenangan",
            [SEMUA, *ada],
            format_func=lambda kode: "Semua jalur" if kode == SEMUA else SEMUA_JALUR[kode].nama,
            key="jalur",
            bind="query-params",
        )
        terpilih = [satu for satu in semua if jalur in (SEMUA, None) or jalur in satu.jalur]
        lembar = -(-len(terpilih) // BANYAK_KARTU)
        ke = 1
        if lembar > 1:
            ke = int(st.number_input(f"Lembar (1–{lembar})", 1, lembar, 1, key="lembar_calon") or 1)
    awal = (ke - 1) * BANYAK_KARTU
    tampil = terpilih[awal : awal + BANYAK_KARTU]
    st.text(
        f"{len(terpilih)} calon dari celah pada saringan ini; tampil {awal + 1}–{awal + len(tampil)}, skor tertinggi dahulu."
    )
    kiri, kanan = st.columns(2, gap="medium")
    kiri.html("".join(calon_card(peluang, satu) for satu in tampil[::2]))
    if len(tampil) > 1:
        kanan.html("".join(calon_card(peluang, satu) for satu in tampil[1::2]))
