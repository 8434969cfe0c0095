"""Recognise the codes that people mean: a code, a label of the lists, or a name by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kukar_potensi.model.himpunan import Himpunan
from kukar_potensi.model.teks import compact_text, fold_text
from kukar_potensi.sumber.buku_kerja.formulir import label_kode, list_acuan, split_label
from kukar_potensi.sumber.mirip import SARAN_TERBANYAK, Kosakata, build_kosakata
from kukar_potensi.sumber.skema import Acuan
from kukar_potensi.sumber.temuan import name_acuan

PANJANG_KODE_KECAMATAN: Final = 8

_AWALAN: Final = frozenset(("kecamatan", "kec", "desa", "kelurahan", "kel", "kampung"))
_PILIH: Final = "Pilih dari daftar pada templat atau lembar kerja (lembar Daftar)."


@dataclass(frozen=True, eq=False)
class Pengenal:
    """Look-up from what a person writes to a code.

    `nama` maps list -> folded name -> codes that bear it (several: the name alone does not
    decide). `kode_lama` maps a code from before a kecamatan was split to the code of today.
    `kosakata` has the names of each list to compare a wrong one with.
    """

    acuan: Acuan
    nama: Mapping[str, Mapping[str, tuple[str, ...]]]
    kode_lama: Mapping[str, str]
    kosakata: Mapping[str, Kosakata]

    def find_kode(self, acuan: str, teks: str, kecamatan: tuple[str, ...] = ()) -> str | None:
        """Return the code that a text means; None when there is none or more than one.

        `kecamatan` decides between desa of the same name. A label whose name and code
        disagree means nothing.
        """
        daftar = self.acuan[acuan]
        if teks in daftar:
            return teks
        nama, kode = split_label(teks)
        if kode in daftar:
            return kode if kode in self._list_kode(acuan, nama) else None
        cocok = self._list_kode(acuan, teks)
        if len(cocok) > 1 and kecamatan:
            cocok = tuple(satu for satu in cocok if satu[:PANJANG_KODE_KECAMATAN] in kecamatan)
        return cocok[0] if len(cocok) == 1 else None

    def explain(self, acuan: str, teks: str) -> tuple[str, str] | None:
        """Return (rule, remedy) for a text that means no code; None when nothing better than the general words is known."""
        daftar = self.acuan[acuan]
        nama, kode = split_label(teks)
        if kode in daftar:
            return (
                f"nama dan kode tidak cocok: kode {kode} milik {daftar[kode]}.",
                f"Pilih salah satu: {self._word([kode, *self._list_kode(acuan, nama)])}.",
            )
        if teks in self.kode_lama and acuan == "desa":
            kini = self.kode_lama[teks]
            return "kode ini berlaku sebelum pemekaran kecamatan.", f"Kode sekarang {label_kode(kini, daftar[kini])}."
        if acuan == "desa" and (kecamatan := self.find_kode("kecamatan", teks)):
            return (
                f"ini kecamatan {self.acuan['kecamatan'][kecamatan]}, bukan desa.",
                "Tulis di kolom kode_kecamatan, atau pilih desanya.",
            )
        cocok = self._list_kode(acuan, teks)
        if len(cocok) > 1:
            return (
                f"nama ini dipakai {len(cocok)} {name_acuan(acuan)}.",
                f"Pilih salah satu: {self._word(cocok)}.",
            )
        return self._suggest(acuan, nama or teks)

    def _suggest(self, acuan: str, teks: str) -> tuple[str, str] | None:
        """Return the names that a text may mean, where it has no digit (codes are compared elsewhere)."""
        if any(huruf.isdigit() for huruf in teks):
            return None
        tak_ada = f"tidak ada dalam daftar {name_acuan(acuan)}."
        terdekat = self.kosakata[acuan].rank(_fold(teks))
        return tak_ada, f"Mungkin maksudnya {self._word(terdekat, acuan)}." if terdekat else _PILIH

    def _list_kode(self, acuan: str, teks: str) -> tuple[str, ...]:
        """Return the codes whose name a text is, also when it is written together."""
        daftar = self.nama[acuan]
        return daftar.get(_fold(teks)) or daftar.get(compact_text(teks)) or ()

    def _word(self, kode: Any, acuan: str = "") -> str:
        """Name codes with their names, at most a few."""
        unik = list(dict.fromkeys(kode))[:SARAN_TERBANYAK]
        return " atau ".join(label_kode(satu, self._name(satu, acuan)) for satu in unik)

    def _name(self, kode: str, acuan: str) -> str:
        if acuan:
            return self.acuan[acuan].get(kode, "")
        return next((isi[kode] for isi in self.acuan.values() if kode in isi), "")


def build_pengenal(himpunan: Himpunan) -> Pengenal:
    """Return the look-up of a loaded data set."""
    acuan = list_acuan(himpunan)
    nama = {daftar: _index_nama([*isi.items(), *((kode, kode) for kode in isi)]) for daftar, isi in acuan.items()}
    nama["desa"] = _index_nama(
        [
            *zip(himpunan.desa.index, himpunan.desa["nama"], strict=True),
            *acuan["desa"].items(),
            *(
                (kode, f"{nama} {kecamatan}")
                for kode, nama, kecamatan in zip(
                    himpunan.desa.index, himpunan.desa["nama"], himpunan.desa["nama_kecamatan"], strict=True
                )
            ),
        ]
    )
    singkatan = himpunan.opd["singkatan"].dropna()
    nama["opd"] = _index_nama([
        *acuan["opd"].items(),
        *((kode, kode) for kode in acuan["opd"]),
        *zip(singkatan.index, singkatan, strict=True),
    ])  # fmt: skip
    lama = {
        str(lama): str(kini)
        for lama, kini in zip(himpunan.kode_lama["kode_lama"], himpunan.kode_lama["kode"], strict=True)
        if lama not in acuan["desa"]
    }
    sebutan = {daftar: [*isi.items()] for daftar, isi in acuan.items()}
    sebutan["opd"] += [(str(kode), str(pendek)) for kode, pendek in singkatan.items()]
    return Pengenal(acuan, nama, lama, {daftar: build_kosakata(tuple(isi)) for daftar, isi in sebutan.items()})


def _index_nama(pasangan: Any) -> dict[str, tuple[str, ...]]:
    """Map folded names, and the same written together, to the codes that bear them."""
    hasil: dict[str, dict[str, None]] = {}
    for kode, nama in pasangan:
        for ejaan in (_fold(str(nama)), compact_text(str(nama))):
            if ejaan:
                hasil.setdefault(ejaan, {})[str(kode)] = None
    return {ejaan: tuple(kode) for ejaan, kode in hasil.items()}


def _fold(teks: str) -> str:
    """Fold a name and leave out "Desa", "Kec." and the like in front of it."""
    kata = fold_text(teks).split()
    return " ".join(kata[1:] if len(kata) > 1 and kata[0] in _AWALAN else kata)
