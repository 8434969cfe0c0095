import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kukar_potensi.sumber.batas import GalatBatas
from kukar_potensi.sumber.batas.kode import check_kode, find_kode, normalise_kode, read_resmi
from kukar_potensi.sumber.skema import GalatData

RESMI = pd.DataFrame({
    "kode": ["64.02.01.2001", "64.02.01.2002", "64.02.01.2003"],
    "nama": ["Perian", "Muara Leka", "Muara Aloh"],
})  # fmt: skip


@given(st.from_regex(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}", fullmatch=True), st.sampled_from(["", " ", "\t"]))
def test_a_code_is_the_same_with_and_without_dots(kode, spasi):
    polos = kode.replace(".", "")
    assert normalise_kode(kode) == normalise_kode(f"{spasi}{polos}{spasi}") == kode
    if not polos.startswith("0"):
        assert normalise_kode(int(polos)) == kode
        assert normalise_kode(float(polos)) == kode
        assert normalise_kode(np.int64(polos)) == kode
        assert normalise_kode(f"{polos}.0") == kode


@given(st.text() | st.integers() | st.floats() | st.none())
def test_any_cell_becomes_text_and_stays_as_it_is_a_second_time(sel):
    sekali = normalise_kode(sel)
    assert normalise_kode(sekali) == sekali


@pytest.mark.parametrize("kosong", [None, float("nan"), pd.NA, "", "  "])
def test_a_blank_cell_is_no_code(kosong):
    assert normalise_kode(kosong) == ""


def test_the_code_column_is_found_by_its_content():
    tabel = pd.DataFrame({
        "OBJECTID": [1, 2, 3],
        "KDCPUM": ["64.02.01"] * 3,
        "NAMOBJ": RESMI["nama"],
        "KDEPUM": [6402012001, 6402012002, 6402012003],
    })  # fmt: skip
    kode = find_kode(tabel, RESMI, "desa.shp", None)
    assert kode.name == "KDEPUM"
    assert list(kode) == list(RESMI["kode"])


def test_of_two_code_columns_the_one_with_more_official_codes_is_taken():
    tabel = pd.DataFrame({"lama": ["64.02.08.2001", *RESMI["kode"][1:]], "baru": RESMI["kode"]})
    assert find_kode(tabel, RESMI, "desa.shp", None).name == "baru"


def test_a_province_wide_file_still_shows_its_code_column():
    lain = [f"64.03.01.2{nomor:03d}" for nomor in range(40)]
    tabel = pd.DataFrame({"kode": [*RESMI["kode"], *lain]})
    kode = find_kode(tabel, RESMI, "desa.shp", None)
    assert len(check_kode(kode, RESMI, "desa.shp")) == len(lain)


def test_a_named_column_is_taken_as_it_is():
    tabel = pd.DataFrame({"kode": RESMI["kode"], "id": ["1", "2", "3"]})
    assert list(find_kode(tabel, RESMI, "desa.shp", "id")) == ["1", "2", "3"]


def test_a_named_column_that_is_absent_lists_those_there():
    with pytest.raises(GalatBatas, match=r"desa\.shp: tidak ada kolom “KODE”\. Kolom yang ada: kode, nama\."):
        find_kode(RESMI, RESMI, "desa.shp", "KODE")


def test_no_column_with_codes_is_told_with_the_columns_there():
    tabel = pd.DataFrame({"nama": RESMI["nama"], "luas": [1.0, 2.0, 3.0]})
    with pytest.raises(GalatBatas, match=r"tidak ada kolom yang berisi kode Kemendagri desa \(kolom: nama, luas\)"):
        find_kode(tabel, RESMI, "desa.shp", None)


def test_codes_of_the_statistics_office_are_recognised_as_such():
    tabel = pd.DataFrame({"iddesa": ["6403010001", "6403010002", "6403010003"]})
    with pytest.raises(GalatBatas, match="kode BPS"):
        find_kode(tabel, RESMI, "desa.shp", None)


def _faults(*kode: str) -> list[str]:
    return [satu.kalimat() for satu in check_kode(pd.Series(kode, name="KODE"), RESMI, "desa.shp")]


def test_matching_codes_in_any_order_are_sound():
    assert _faults("64.02.01.2003", "64.02.01.2001", "64.02.01.2002") == []


def test_every_kind_of_wrong_code_is_told_at_once_by_code_and_name():
    kalimat = _faults("", "64.02.01.2001", "64.02.01.2001", "64.02.01.2033")
    tiada = (
        "tidak ada di berkas ini, padahal ada dalam daftar resmi. Tambahkan batasnya, atau perbaiki kode yang keliru."
    )
    mirip = "Mungkin maksudnya 64.02.01.2003 (Muara Aloh). Jika memang desa baru, tambahkan dulu ke desa_resmi.csv."
    gabung = "Gabungkan bagian-bagiannya menjadi satu fitur, atau perbaiki kodenya."
    assert [satu.removeprefix("desa.shp, kolom KODE: ") for satu in kalimat] == [
        "fitur ke-1 tidak berkode. Isi kodenya, atau hapus fiturnya.",
        f"kode 64.02.01.2001 Perian dipakai 2 fitur. {gabung}",
        f"64.02.01.2002 Muara Leka {tiada}",
        f"64.02.01.2003 Muara Aloh {tiada}",
        f"kode 64.02.01.2033 tidak ada dalam daftar resmi. {mirip}",
    ]


def test_the_official_list_is_read_however_it_was_saved(resmi):
    tabel = read_resmi(resmi)
    assert list(tabel["kode"]) == sorted(tabel["kode"])
    isi = resmi.read_text().replace(",", ";").replace("\n", "\r\n")
    resmi.write_bytes(b"\xef\xbb\xbf" + isi.encode())
    pd.testing.assert_frame_equal(read_resmi(resmi), tabel)


def test_further_columns_of_the_official_list_are_passed_over(resmi):
    tabel = read_resmi(resmi)
    pd.read_csv(resmi, dtype=str).assign(luas_km2="1").to_csv(resmi, index=False)
    pd.testing.assert_frame_equal(read_resmi(resmi), tabel)


def test_faults_of_the_official_list_are_told_all_at_once_with_their_row(resmi):
    baris = resmi.read_text().splitlines()
    baris[1] = baris[1].replace("64.02.03.2001,", "64.02.3.2001,")
    baris[2] = baris[2].replace(",desa,", ",dusun,")
    baris[5] = baris[4]
    resmi.write_text("\n".join(baris))
    with pytest.raises(GalatBatas) as galat:
        read_resmi(resmi)
    tempat = {(satu.baris, satu.kolom) for satu in galat.value.temuan}
    assert {(2, "kode"), (3, "jenis"), (6, "kode")} <= tempat


def test_an_official_list_without_a_needed_column_or_rows_is_refused(resmi):
    kepala, *baris = resmi.read_text().splitlines()
    resmi.write_text(kepala)
    with pytest.raises(GalatBatas, match="daftar resmi kosong"):
        read_resmi(resmi)
    resmi.write_text("\n".join([kepala.replace("jenis", "macam"), *baris]))
    with pytest.raises(GalatData, match="jenis"):
        read_resmi(resmi)


def test_a_missing_official_list_names_the_option(tmp_path):
    with pytest.raises(GalatBatas, match=r"daftar resmi tidak dapat dibuka.*--resmi"):
        read_resmi(tmp_path / "tiada.csv")
