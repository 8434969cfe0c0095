"""The theme is legible on a projector and for colour-blind people, in light and in dark."""

import itertools
import tomllib

import pytest
from streamlit.proto.NewSession_pb2 import CustomThemeConfig

from kukar_potensi.layanan.tema import read_tema
from tests.layanan.proses import AKAR
from tests.layanan.warna import PENGLIHATAN, blend, contrast, distance

BERKAS = AKAR / ".streamlit" / "config.toml"
TEMA = tomllib.loads(BERKAS.read_text(encoding="utf-8"))["theme"]
RONA = ("red", "orange", "yellow", "green", "blue", "violet", "gray")
TEKS_AA, GAMBAR_AA = 4.5, 3.0
JARAK_BEDA = 20.0
# Streamlit writes white on the primary colour, and captions at 60% of the text colour.
PUTIH, PEKAT_KETERANGAN = "#FFFFFF", 0.6


def text_pairs(tema: dict) -> dict[str, tuple[str, str]]:
    dasar, kedua = tema["backgroundColor"], tema["secondaryBackgroundColor"]
    pasangan = {
        "teks": (tema["textColor"], dasar),
        "teks pada isian": (tema["textColor"], kedua),
        "keterangan": (blend(tema["textColor"], dasar, PEKAT_KETERANGAN), dasar),
        "tautan": (tema["linkColor"], dasar),
        "tautan pada isian": (tema["linkColor"], kedua),
        "tombol utama": (PUTIH, tema["primaryColor"]),
        "judul tabel": (tema["dataframeHeaderTextColor"], tema["dataframeHeaderBackgroundColor"]),
        "kode": (tema["codeTextColor"], tema["codeBackgroundColor"]),
    }
    for rona in RONA:
        pasangan[f"{rona} pada halaman"] = (tema[f"{rona}TextColor"], dasar)
        pasangan[f"{rona} pada latarnya"] = (tema[f"{rona}TextColor"], tema[f"{rona}BackgroundColor"])
    return pasangan


@pytest.mark.parametrize("nama", ["light", "dark"])
def test_every_text_has_contrast_aa(nama: str):
    kurang = {apa: round(contrast(*p), 2) for apa, p in text_pairs(TEMA[nama]).items() if contrast(*p) < TEKS_AA}
    assert kurang == {}


@pytest.mark.parametrize("nama", ["light", "dark"])
def test_controls_and_chart_colours_stand_out_from_the_page(nama: str):
    tema = TEMA[nama]
    warna = [
        tema["primaryColor"],
        tema["borderColor"],
        *tema["chartCategoricalColors"],
        *(tema[f"{r}Color"] for r in RONA),
    ]
    kurang = {w: round(contrast(w, tema["backgroundColor"]), 2) for w in warna}
    assert {w: k for w, k in kurang.items() if k < GAMBAR_AA} == {}


@pytest.mark.parametrize("nama", ["light", "dark"])
@pytest.mark.parametrize("penglihatan", PENGLIHATAN)
def test_chart_colours_differ_for_every_kind_of_sight(nama: str, penglihatan: str):
    for satu, dua in itertools.combinations(TEMA[nama]["chartCategoricalColors"], 2):
        assert distance(satu, dua, penglihatan) >= JARAK_BEDA, (satu, dua)


@pytest.mark.parametrize("nama", ["light", "dark"])
@pytest.mark.parametrize("penglihatan", PENGLIHATAN)
def test_ordered_colours_go_one_way(nama: str, penglihatan: str):
    urut = TEMA[nama]["chartSequentialColors"]
    jauh = [distance(urut[0], warna, penglihatan) for warna in urut]
    assert len(urut) == 10
    assert jauh == sorted(jauh)


@pytest.mark.parametrize("nama", ["light", "dark"])
def test_streamlit_knows_every_choice(nama: str):
    kenal = {bidang.json_name for bidang in CustomThemeConfig.DESCRIPTOR.fields}
    assert set(read_tema(BERKAS)[nama]) <= kenal


def test_light_and_dark_set_the_same_things():
    assert set(TEMA["light"]) == set(TEMA["dark"])


def test_fonts_are_our_own_files_and_small():
    for huruf in TEMA["fontFaces"]:
        berkas = AKAR / huruf["url"].removeprefix("app/")
        assert berkas.stat().st_size <= 60_000
        assert (berkas.parent / "LICENSE").is_file()


def test_no_setting_of_the_app_calls_outside():
    assert "http" not in BERKAS.read_text(encoding="utf-8")
