"""Everybody is told the same address for corrections."""

from kukar_potensi.model.perbaikan import PENERIMA, ask_perbaikan


def test_the_invitation_names_area_code_and_recipient():
    kalimat = ask_perbaikan("Desa Uji", "P007")
    assert kalimat.startswith("Ada yang keliru atau kurang tentang Desa Uji? Catat kode barisnya (mis. P007)")
    assert PENERIMA in kalimat
    assert kalimat.endswith("titipkan lewat kantor kecamatan.")


def test_an_area_without_rows_has_no_code_to_quote():
    assert "kode" not in ask_perbaikan("Desa Uji")
