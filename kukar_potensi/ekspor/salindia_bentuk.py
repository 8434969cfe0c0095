"""Put native shapes on a PPTX slide: text, tables, bar charts, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from kukar_potensi.ekspor.salindia_tata import (
    HURUF_KEPALA,
    JARAK_BARIS,
    SEL_MM,
    Kotak,
    Letak,
    cell_mm,
    chart_mm,
    width_mm,
)
from kukar_potensi.ekspor.salindia_warna import TERANG, rgb
from kukar_potensi.model.paparan_bentuk import Batang, Grafik, Tabel

HURUF: Final = "Arial"
"""On every office computer, and narrower than the font the layout was measured in."""
_EMU_PER_MM: Final = 36_000
_TANPA_GAYA: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_JARAK_BARIS_ARIAL: Final = JARAK_BARIS / 1.15
"""Arial's own line is 1.15 of its size; this brings it to the line of the layout."""

Baris = tuple[str, float, bool, str]
"""A paragraph: text, letter size (pt), bold, colour."""


def emu(mm: float) -> int:
    """Return millimetres in the unit of PPTX."""
    return round(mm * _EMU_PER_MM)


def clean_text(teks: object) -> str:
    """Return a text without the control characters that a PPTX cannot hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", str(teks)))


def _colour(warna: str) -> Any:
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    return RGBColor(*rgb(warna))  # type: ignore[no-untyped-call]


def _box(bentuk: Any, kotak: Kotak) -> None:
    bentuk.left, bentuk.top, bentuk.width, bentuk.height = (
        emu(satu) for satu in (kotak.x, kotak.y, kotak.lebar, kotak.tinggi)
    )


def add_rectangle(slide: Any, kotak: Kotak, warna: str) -> None:
    """Add a filled box without outline; a screen reader passes it over."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415
    from pptx.oxml.ns import qn  # noqa: PLC0415

    bentuk = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
    _box(bentuk, kotak)
    bentuk.fill.solid()
    bentuk.fill.fore_color.rgb = _colour(warna)
    bentuk.line.fill.background()
    # the template's style would add a shadow
    bentuk._element.remove(bentuk._element.find(qn("p:style")))


def add_lines(
    tujuan: Any,
    kotak: Kotak | None,
    baris: Sequence[Baris],
    *,
    kanan: bool = False,
    butir: bool = False,
    sesudah_pt: float = 0.0,
) -> None:
    """Write paragraphs into a new text box, or into the shape `tujuan` itself when no box is given."""
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE  # noqa: PLC0415

    bentuk = tujuan if kotak is None else tujuan.shapes.add_textbox(0, 0, 0, 0)
    if kotak is not None:
        _box(bentuk, kotak)
    bingkai = bentuk.text_frame
    bingkai.word_wrap, bingkai.auto_size, bingkai.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    bingkai.margin_left = bingkai.margin_right = bingkai.margin_top = bingkai.margin_bottom = 0
    for nomor, satu in enumerate(baris):
        paragraf = bingkai.paragraphs[0] if nomor == 0 else bingkai.add_paragraph()
        _write_paragraph(paragraf, satu, kanan=kanan, butir=butir)
        if sesudah_pt:
            paragraf.space_after = _points(sesudah_pt)


def _points(pt: float) -> Any:
    from pptx.util import Pt  # noqa: PLC0415

    return Pt(pt)


def _write_paragraph(paragraf: Any, baris: Baris, *, kanan: bool, butir: bool = False) -> None:
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415

    teks, huruf, tebal, warna = baris
    paragraf.alignment = PP_ALIGN.RIGHT if kanan else PP_ALIGN.LEFT
    paragraf.line_spacing = _JARAK_BARIS_ARIAL
    paragraf.space_before = _points(0)
    tulisan = paragraf.add_run()
    tulisan.text = clean_text(teks)
    gaya = tulisan.font
    gaya.name, gaya.size, gaya.bold, gaya.language_id = HURUF, _points(round(huruf, 1)), tebal, None
    gaya.color.rgb = _colour(warna)
    if butir:
        _mark_bullet(paragraf)


def _mark_bullet(paragraf: Any) -> None:
    """Give a paragraph a hanging bullet, which the library has no word for."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    sifat = paragraf._p.get_or_add_pPr()
    sifat.set("marL", str(emu(5)))
    sifat.set("indent", str(-emu(5)))
    sifat.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))


def add_picture(slide: Any, kotak: Kotak, gambar: bytes, uraian: str) -> None:
    """Add a picture inside a box, its proportions kept, with a description for screen readers."""
    bentuk = slide.shapes.add_picture(BytesIO(gambar), 0, 0)
    skala = min(emu(kotak.lebar) / bentuk.width, emu(kotak.tinggi) / bentuk.height)
    bentuk.width, bentuk.height = round(bentuk.width * skala), round(bentuk.height * skala)
    bentuk.left, bentuk.top = emu(kotak.x), emu(kotak.y)
    bentuk._element.nvPicPr.cNvPr.set("descr", clean_text(uraian))


def add_table(slide: Any, kotak: Kotak, tabel: Tabel, letak: Letak) -> None:
    """Add a native table with the texts and row heights of the layout; its first row is the heading."""
    n_baris, n_lajur = len(letak.sel), len(tabel.lajur)
    bingkai = slide.shapes.add_table(n_baris, n_lajur, 0, 0, emu(kotak.lebar), emu(sum(letak.tinggi)))
    bingkai.left, bingkai.top = emu(kotak.x), emu(kotak.y)
    bingkai.name = clean_text(tabel.judul) or "Tabel"
    isi = bingkai.table
    bingkai._element.graphic.graphicData.tbl.tblPr[0].text = _TANPA_GAYA
    isi.horz_banding = False
    for nomor, lebar in enumerate(cell_mm(tabel, kotak.lebar)):
        isi.columns[nomor].width = emu(lebar)
    for nomor, (baris, tinggi) in enumerate(zip(letak.sel, letak.tinggi, strict=True)):
        isi.rows[nomor].height = emu(tinggi)
        kepala = nomor == 0
        huruf = letak.huruf_pt * (HURUF_KEPALA if kepala else 1)
        for ke, (teks, lajur) in enumerate(zip(baris, tabel.lajur, strict=True)):
            _fill_cell(isi.cell(nomor, ke), (teks, huruf, kepala, TERANG.tulisan), kanan=lajur.rata == "kanan")


def _fill_cell(sel: Any, baris: Baris, *, kanan: bool) -> None:
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    sel.margin_left = sel.margin_right = emu(SEL_MM[0])
    sel.margin_top = sel.margin_bottom = emu(SEL_MM[1])
    _write_paragraph(sel.text_frame.paragraphs[0], baris, kanan=kanan)
    garis = TERANG.garis.removeprefix("#")
    sifat = sel._tc.get_or_add_tcPr()
    sifat.append(
        parse_xml(f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{garis}"/></a:solidFill></a:lnB>')
    )
    if baris[2]:
        warna = TERANG.kepala.removeprefix("#")
        sifat.append(parse_xml(f'<a:solidFill {nsdecls("a")}><a:srgbClr val="{warna}"/></a:solidFill>'))


def add_chart(slide: Any, kotak: Kotak, grafik: Grafik, letak: Letak) -> None:
    """Add a native bar chart, the first bar on top; its sheet can be edited. Nothing without bars."""
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415

    if not grafik.batang:
        return
    data: Any = CategoryChartData(  # type: ignore[no-untyped-call]
        number_format="0%" if grafik.persen else "#,##0"
    )
    data.categories = [_category(satu, persen=grafik.persen) for satu in grafik.batang]
    data.add_series(clean_text(grafik.judul) or "Jumlah", [satu.nilai for satu in grafik.batang])
    bingkai = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, emu(kotak.x), emu(kotak.y), emu(kotak.lebar), emu(kotak.tinggi), data
    )
    uraian = "; ".join(f"{satu.label}: {satu.teks}" for satu in grafik.batang)
    bingkai._element.nvGraphicFramePr.cNvPr.set("descr", clean_text(f"{grafik.judul}. {uraian}"))
    _style_chart(bingkai.chart, grafik, letak.huruf_pt)
    _place_plot(bingkai.chart, *_plot_shares(grafik, kotak.lebar, letak.huruf_pt))


def _category(batang: Batang, *, persen: bool) -> str:
    """Return the label of a bar; one that shows a share also says of how many."""
    return clean_text(f"{batang.label}: {batang.teks}" if persen else batang.label)


def _plot_shares(grafik: Grafik, lebar: float, huruf: float) -> tuple[float, float]:
    """Return how much of the width the labels and the longest bar take."""
    label, batang = chart_mm(grafik, lebar, huruf)
    if grafik.persen:
        perlu = max(width_mm(_category(satu, persen=True), huruf) for satu in grafik.batang) + 3.0
        angka = width_mm("100%", huruf, tebal=True) + 4.0
        label = min(perlu, 0.7 * lebar)
        batang = lebar - label - angka
    return label / lebar, batang / lebar


def _style_chart(grafik: Any, isi: Grafik, huruf: float) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK  # noqa: PLC0415

    grafik.has_legend = grafik.has_title = False
    grafik.font.size, grafik.font.name = _points(round(huruf, 1)), HURUF
    grafik.font.color.rgb = _colour(TERANG.tulisan)
    sumbu = grafik.category_axis
    sumbu.reverse_order, sumbu.has_major_gridlines = True, False
    sumbu.major_tick_mark = XL_TICK_MARK.NONE
    sumbu.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    sumbu.format.line.color.rgb = _colour(TERANG.garis)
    nilai = grafik.value_axis
    nilai.visible = nilai.has_major_gridlines = False
    nilai.minimum_scale = 0
    nilai.maximum_scale = 1 if isi.persen else max(1.0, *(satu.nilai for satu in isi.batang))
    plot = grafik.plots[0]
    plot.gap_width, plot.vary_by_categories = 60, False
    deret = plot.series[0]
    deret.format.fill.solid()
    deret.format.fill.fore_color.rgb = _colour(TERANG.aksen)
    plot.has_data_labels = True
    label = plot.data_labels
    label.position, label.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    label.font.bold, label.font.size = True, _points(round(huruf, 1))
    label._element.txPr.bodyPr.set("wrap", "none")


def _place_plot(grafik: Any, label: float, batang: float) -> None:
    """Fix where the bars begin and end, so that long labels keep their room."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    bidang = grafik._chartSpace.chart.plotArea
    for lama in bidang.findall("{http://schemas.openxmlformats.org/drawingml/2006/chart}layout"):
        bidang.remove(lama)
    bidang.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/><c:x val="{label:.4f}"/><c:y val="0"/><c:w val="{batang:.4f}"/><c:h val="1"/>'
            "</c:manualLayout></c:layout>"
        ),
    )
