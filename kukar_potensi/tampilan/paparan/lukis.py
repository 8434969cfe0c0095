"""Paint a laid-out slide as HTML that scales with its box; every value from data is escaped text."""

from __future__ import annotations

from html import escape

from kukar_potensi.ekspor.salindia_tata import (
    ANGKA_BESAR,
    LEBAR_MM,
    TINGGI_MM,
    Kotak,
    Letak,
    Tata,
    Tulisan,
    chart_mm,
    figure_grid,
)
from kukar_potensi.model.paparan import SAMPUL
from kukar_potensi.model.paparan_bentuk import DeretAngka, Grafik, Peta, Tabel, Uraian

LAJUR_LEBAR = 6
"""From as many columns on a table is too wide for a phone held upright."""


def slide_html(tata: Tata, gambar: str, nomor: int, jumlah: int, *, aktif: bool = False) -> str:
    """HTML of one slide; `gambar` is the address of its map, empty while there is none."""
    salindia = tata.salindia
    kelas = "kp-salindia" + (" kp-sampul" if salindia.kunci == SAMPUL else "") + (" aktif" if aktif else "")
    isi = "".join(_part(letak, gambar) for letak in tata.bagian)
    label = escape(f"Salindia {nomor} dari {jumlah}: {salindia.judul}", quote=True)
    return (
        f'<section class="{kelas}" role="group" aria-label="{label}"><div class="kp-kanvas">'
        f"{_text('p', 'kp-judul', tata.judul)}{_text('h2', 'kp-kalimat', tata.kalimat)}{isi}"
        f'<p class="kp-sumber">{escape(salindia.sumber)}</p></div></section>'
    )


def _place(kotak: Kotak) -> str:
    """CSS of a box in shares of the slide."""
    return (
        f"left:{kotak.x / LEBAR_MM:.2%};top:{kotak.y / TINGGI_MM:.2%};"
        f"width:{kotak.lebar / LEBAR_MM:.2%};height:{kotak.tinggi / TINGGI_MM:.2%}"
    )


def _text(unsur: str, kelas: str, tulisan: Tulisan) -> str:
    gaya = f"{_place(tulisan.kotak)};--pt:{tulisan.huruf_pt:g}"
    return f'<{unsur} class="kp-b {kelas}" style="{gaya}">{escape(tulisan.teks)}</{unsur}>'


def _part(letak: Letak, gambar: str) -> str:
    bagian = letak.bagian
    if isinstance(bagian, DeretAngka):
        isi = _figures(letak, bagian)
    elif isinstance(bagian, Grafik):
        isi = _chart(letak, bagian)
    elif isinstance(bagian, Tabel):
        isi = _table(letak, bagian)
    elif isinstance(bagian, Uraian):
        isi = _title(bagian.judul) + "<ul>" + "".join(f"<li>{escape(satu)}</li>" for satu in bagian.butir) + "</ul>"
    else:
        isi = _map(bagian, gambar)
    return f'<div class="kp-b kp-bagian" style="{_place(letak.kotak)};--pt:{letak.huruf_pt:g}">{isi}</div>'


def _title(judul: str) -> str:
    return f"<h3>{escape(judul)}</h3>" if judul else ""


def _figures(letak: Letak, deret: DeretAngka) -> str:
    sejajar = figure_grid(deret, letak.kotak.lebar)
    kotak = "".join(
        f'<div><b style="--k:{ANGKA_BESAR:g}">{escape(satu.nilai)}</b><span>{escape(satu.label)}</span>'
        f"<small>{escape(satu.catatan)}</small></div>"
        for satu in deret.butir
    )
    return f'<div class="kp-deret-angka" style="--n:{sejajar}">{kotak}</div>'


def _chart(letak: Letak, grafik: Grafik) -> str:
    lebar = letak.kotak.lebar
    label, batang = chart_mm(grafik, lebar, letak.huruf_pt)
    penuh = 1.0 if grafik.persen else max((satu.nilai for satu in grafik.batang), default=0.0)
    baris = "".join(
        f"<li><span>{escape(satu.label)}</span>"
        f'<i><u style="width:{satu.nilai / penuh if penuh else 0:.2%}"></u></i><b>{escape(satu.teks)}</b></li>'
        for satu in grafik.batang
    )
    lajur = f"--l:{label / lebar:.2%};--g:{batang / lebar:.2%}"
    return f'{_title(grafik.judul)}<ul class="kp-batang" style="{lajur}">{baris}</ul>'


def _table(letak: Letak, tabel: Tabel) -> str:
    if not letak.sel:
        return f"{_title(tabel.judul)}<p>{escape(tabel.kosong)}</p>"
    jumlah = sum(satu.lebar for satu in tabel.lajur)
    lebar = "".join(f'<col style="width:{satu.lebar / jumlah:.2%}">' for satu in tabel.lajur)
    rata = [' class="kanan"' if satu.rata == "kanan" else "" for satu in tabel.lajur]
    kepala, *isi = letak.sel
    sebut = [r + _label(t, ke, len(kepala)) for ke, (t, r) in enumerate(zip(kepala, rata, strict=True))]
    judul = "".join(f'<th scope="col"{r}>{escape(t)}</th>' for t, r in zip(kepala, rata, strict=True))
    baris = "".join(
        "<tr>" + "".join(f"<td{r}>{escape(t)}</td>" for t, r in zip(satu, sebut, strict=True)) + "</tr>" for satu in isi
    )
    sisa = f'<p class="kp-sisa">{escape(tabel.sisa)}</p>' if tabel.sisa else ""
    return (
        f"{_title(tabel.judul)}<table><colgroup>{lebar}</colgroup><thead><tr>{judul}</tr></thead>"
        f"<tbody>{baris}</tbody></table>{sisa}"
    )


def _label(kepala: str, ke: int, banyak: int) -> str:
    """Name a cell of a wide table by its heading: on a phone its rows stand below each other, without headings."""
    return f' data-k="{escape(kepala, quote=True)}"' if banyak >= LAJUR_LEBAR and ke > 1 else ""


def _map(peta: Peta, gambar: str) -> str:
    if not gambar:
        return '<div class="kp-tempat-peta"><span>Peta tampil di layar penuh dan berkas.</span></div>'
    return f'<img src="{escape(gambar, quote=True)}" alt="{escape(peta.uraian, quote=True)}">'
