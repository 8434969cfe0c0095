"""Say how the worksheet of an agency is filled in and sent back."""

from __future__ import annotations

from typing import Final

from kukar_potensi.model.keselarasan_opd import Keselarasan
from kukar_potensi.model.milik_opd import WILAYAH
from kukar_potensi.model.tanggal import format_tanggal
from kukar_potensi.model.teks import format_angka

LEMBAR_PETUNJUK: Final = "Petunjuk"
LEMBAR_DICEK: Final = "Perlu Dicek"
LEMBAR_DAFTAR: Final = "Daftar"

_LANGKAH: Final = (
    ("1. Periksa", "Baca tiap baris pada lembar Potensi dan Kerja Sama. Yang perlu diperhatikan lebih dulu ada pada lembar Perlu Dicek."),
    ("2. Bila benar", "Ubah status_verifikasi menjadi “terverifikasi OPD”."),
    ("3. Bila keliru", "Betulkan langsung di selnya, lalu tulis dasarnya (dokumen, surat, data OPD, beserta tahunnya) di belakang isi kolom sumber, dipisah titik koma; alamat yang sudah ada tetap. Penjelasannya di belakang catatan lama."),
    ("4. Bila belum diketahui", "Biarkan kosong. Jangan mengisi 0, tanda “-”, atau perkiraan."),
    ("5. Bila bukan milik OPD ini", "Pilih OPD yang tepat di kolom opd."),
    ("6. Bila isinya harus dihapus", "Mengosongkan sel tidak menghapus isi lama, dan baris tidak dihapus dari lembar ini. Tulis di belakang catatan lama, tanpa menghapus catatan itu: “Hapus isi kolom …” atau “Hapus baris ini”, dengan alasannya. Permintaan itu tidak disimpan sebagai catatan; Bagian Kerja Sama yang memutuskannya."),
    ("7. Bila ada yang belum tercatat", "Tulis pada baris kosong berwarna di bawah. Kosongkan id; nomornya diberikan saat digabung. Sebutkan sumbernya."),
    ("8. Pelaksanaan kerja sama", "Tulis perkembangan tiap kerja sama pada lembar Tindak Lanjut. Kerja sama tanpa laporan baru akan tampak menggantung."),
    ("9. Data OPD", "Lengkapi urusan dan tugas pada lembar OPD, dengan peraturan bupati yang menjadi dasarnya."),
    ("10. Kirim kembali", "Simpan sebagai .xlsx dan kirim ke Bagian Kerja Sama Setkab (sekretariat TKKSD). Sebelum dikirim, berkas ini dapat diperiksa di halaman Data, bagian “Periksa berkas saya”."),
    ("Daftar pilihan", "Sel kode punya daftar pilihan. Semua kode beserta namanya ada pada lembar Daftar; beberapa kode dalam satu sel dipisahkan dengan titik koma."),
    ("Tempat", "Isi kode_desa sampai desa atau kelurahannya; kecamatannya mengikuti. Isi kode_kecamatan hanya bila desanya belum diketahui. Keduanya kosong berarti berlaku untuk seluruh kabupaten."),
    ("Tanggal dan angka", "Tanggal boleh sebagian: 2023, 2023-09, atau 2023-09-18. Bila tanggal_ttd dibetulkan, sesuaikan presisi_ttd; bila tanggal_berakhir diisi, pilih dasar_berakhir. Angka ditulis tanpa satuan; satuannya di kolom sendiri."),
    ("Yang terkunci", "Judul kolom, id, dan lembar bacaan dikunci tanpa kata sandi agar tidak berubah tanpa sengaja. Jangan mengubah nama lembar atau judul kolom, dan jangan memakai rumus."),
    ("Yang dibaca otomatis", "Lembar Potensi dan Kerja Sama dibaca dan digabung oleh aplikasi. Lembar Tindak Lanjut ikut diperiksa; lembar itu dan lembar OPD dicatat oleh Bagian Kerja Sama."),
)  # fmt: skip


def list_petunjuk(keselarasan: Keselarasan) -> tuple[tuple[str, str], ...]:
    """Return the lines of the instructions: heading and text."""
    milik = keselarasan.milik
    nama = str(milik.indeks.himpunan.opd.at[keselarasan.opd, "nama"])
    isi = (
        f"{format_angka(milik.n_potensi)} potensi dan {format_angka(milik.n_kerja_sama)} kerja sama yang tercatat dari sumber "
        f"publik, posisi per {format_tanggal(milik.indeks.tanggal)}. Belum tercatat bukan berarti tidak ada."
    )
    kepala = [(nama, isi)]
    if keselarasan.basis == WILAYAH:
        kepala.append(
            (
                "Baris milik OPD lain",
                "Lembar ini memuat semua baris yang terletak di kecamatan ini, juga yang diampu OPD lain. Baris itu diverifikasi OPD pengampunya; cukup beri catatan.",
            )
        )
    return (*kepala, *_LANGKAH)
