"""Say of each of an agency's rows what its officer should look at, for the worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from kukar_potensi.model.evaluasi_aturan import ATURAN
from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.periksa_opd import OPD_DIDUGA, POTENSI_LUAR_URUSAN

TABEL_POTENSI: Final = "potensi"
TABEL_KERJA_SAMA: Final = "kerja_sama"
KELAS_LEMAH: Final = "C"


class Catatan(NamedTuple):
    """One thing to look at: table and id of the row, its name, what is doubtful, what to do."""

    tabel: str
    id: str
    nama: str
    perihal: str
    usulan: str


def list_catatan(keselarasan: Keselarasan) -> tuple[Catatan, ...]:
    """Return what to look at, potensi first, each row's remarks together.

    Remarks on cooperations are the reasons of the evaluation; those on potensi say what the
    record does not tell. A row without any doubt but its verification is not listed.
    """
    return (*_potensi_notes(keselarasan), *_kerja_sama_notes(keselarasan))


def _potensi_notes(keselarasan: Keselarasan) -> Iterator[Catatan]:
    luar = set(keselarasan.potensi(POTENSI_LUAR_URUSAN).index)
    baris: Any
    for baris in keselarasan.milik.potensi.itertuples():
        isi = []
        if baris.Index in luar:
            isi.append(("Urusannya tidak termasuk urusan OPD ini.", "Pilih OPD atau urusan yang tepat."))
        if baris.kelas_sumber == KELAS_LEMAH:
            isi.append(("Sumbernya lemah (kelas C).", "Tambahkan sumber resmi, atau pastikan isinya."))
        if not baris.kode_desa:
            isi.append(("Desanya belum diketahui.", "Isi kode_desa bila diketahui."))
        if isinstance(baris.satuan, str) and not isinstance(baris.tahun_data, str):
            isi.append(("Angkanya belum bertahun.", "Isi tahun_data."))
        for perihal, usulan in isi:
            yield Catatan(TABEL_POTENSI, str(baris.Index), str(baris.nama), perihal, usulan)


def _kerja_sama_notes(keselarasan: Keselarasan) -> Iterator[Catatan]:
    kerja_sama = keselarasan.milik.kerja_sama
    judul = kerja_sama["judul"].to_dict()
    per_baris: dict[str, list[Catatan]] = {str(kode): [] for kode in kerja_sama.index}
    for kode in keselarasan.kerja_sama(OPD_DIDUGA).index:
        perihal = "Sumbernya tidak menyebut OPD; OPD ini diisi dari pengetahuan umum."
        per_baris[kode].append(
            Catatan(TABEL_KERJA_SAMA, kode, judul[kode], perihal, "Pastikan, atau pilih OPD yang tepat.")
        )
    agenda = keselarasan.evaluasi.agenda(kerja_sama.index)
    lajur = (agenda[nama] for nama in ("aturan", "id", "alasan", "tindakan"))
    for aturan, kode, alasan, tindakan in zip(*lajur, strict=True):
        perihal = f"{ATURAN[aturan].id} {ATURAN[aturan].nama}: {alasan}"
        per_baris[kode].append(Catatan(TABEL_KERJA_SAMA, kode, judul[kode], perihal, tindakan))
    for daftar in per_baris.values():
        yield from daftar
