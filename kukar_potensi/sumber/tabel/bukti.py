"""Evidence of readiness: what a reference row itself says about land, institution, plan and partner."""

from __future__ import annotations

from kukar_potensi.sumber.tabel.acuan import Acuan, Baris

LAHAN = "bukti_lahan"
LEMBAGA = "bukti_lembaga"
RENCANA = "bukti_rencana"
MITRA = "bukti_mitra"

KOLOM_BUKTI = (LAHAN, LEMBAGA, RENCANA, MITRA)

BUKTI: dict[str, dict[str, str]] = {
    "P001": {RENCANA: "RPJMD Kukar 2021-2026"},
    "P026": {LEMBAGA: "Pokdarwis"},
    "P030": {LEMBAGA: "Borneo Orangutan Survival (BOS)"},
    "P065": {RENCANA: "RTRW Kaltim 2016-2036"},
    "P070": {MITRA: "Politeknik Negeri Samarinda"},
    "P073": {LEMBAGA: "BUMDes Sumber Purnama"},
    "P075": {MITRA: "PT Pupuk Kaltim mitra"},
    "P076": {MITRA: "dibangun Yayasan Obor Tani"},
    "P079": {MITRA: "kerja sama dengan Pupuk Indonesia"},
    "P080": {MITRA: "PT Bramasta"},
    "P083": {LAHAN: "lahan disediakan PT BSSR", LEMBAGA: "Gapoktan Seroja", MITRA: "lahan disediakan PT BSSR"},
    "P085": {LEMBAGA: "desa punya Pokdarwis"},
    "P088": {MITRA: "RS Pendidikan Utama FK UMKT"},
    "P089": {MITRA: "Kodim 0906"},
    "P092": {MITRA: "Karya Bakti TNI 2022"},
    "P093": {MITRA: "ketahanan pangan TNI"},
    "P094": {LEMBAGA: "12 kelompok", MITRA: "binaan PHM"},
    "P095": {MITRA: "PHM-SPU"},
    "P098": {RENCANA: "SK Bupati Kukar 75/2020", MITRA: "sinergi KKP 28 Mei 2024"},
    "P099": {LAHAN: "Pemkab menawarkan pengelolaan Pulau Kumala", MITRA: "PT Grha 165"},
    "P100": {LAHAN: "Tanah BMD", MITRA: "disewa PT KMIA"},
    "P101": {MITRA: "Dampingan Dispar - Polnes"},
    "P102": {LEMBAGA: "Pokdarwis Mentari", MITRA: "dampingan Polnes"},
    "P103": {MITRA: "BUMA-BIRU"},
    "P108": {LEMBAGA: "5 kelompok tani"},
    "P126": {LEMBAGA: "Pokdarwis aktif", MITRA: "didukung PHKT, Unmul, UGM"},
    "P132": {LEMBAGA: "Pokmaswas Bina Lestari"},
    "P134": {MITRA: "kerja sama Pemkab Kukar dan Baznas"},
    "P139": {LEMBAGA: "SK pengakuan MHA"},
    "P147": {LAHAN: "SK Menhut 598/Kpts-II/1995"},
    "P148": {LEMBAGA: "BUMDes Bersinar Desaku"},
    "P151": {LEMBAGA: "Pokdarwis"},
    "P154": {RENCANA: "kajian Disbudpar", MITRA: "UNS"},
    "P155": {MITRA: "Pertamina Field Sangasanga"},
    "P156": {LAHAN: "Lahan kakao desa", LEMBAGA: "Poktan Lalut Isau", MITRA: "Puslitkoka Jember dan Unikarta"},
    "P159": {LEMBAGA: "UKM Cahaya Mentari"},
    "P161": {LEMBAGA: "5 kelompok ternak", MITRA: "PT MHU"},
    "P162": {LEMBAGA: "7 kelompok", MITRA: "PT Kitadin dan JMB"},
    "P163": {LEMBAGA: "5 kelompok ternak"},
    "P164": {LEMBAGA: "4 kelompok ternak"},
    "P165": {LEMBAGA: "1 kelompok ternak"},
    "P175": {LAHAN: "lahan 30 ha"},
    "P176": {MITRA: "usulan Pelindo IV 2019"},
    "P177": {MITRA: "Usulan Pelindo IV"},
    "P181": {MITRA: "kerja sama desa - PT MHU"},
    "P182": {MITRA: "kerja sama desa - PT MHU"},
    "P183": {MITRA: "kerja sama desa - PT MHU"},
    "P184": {MITRA: "kerja sama desa - PT MHU"},
    "P185": {MITRA: "Balikpapan - PPU"},
    "P187": {LAHAN: "clear and clean", MITRA: "PT MUM"},
    "P188": {LAHAN: "Pemkab menyiapkan lahan", MITRA: "pembelian dengan 6 mitra"},
    "P204": {LEMBAGA: "BUMDes diaktifkan kembali"},
    "P209": {LEMBAGA: "BUMDes Sungai Payang"},
    "P212": {LEMBAGA: "BUMDes Loa Duri Ilir"},
    "P213": {LEMBAGA: "BUMDes Loa Duri Ilir"},
    "P214": {LAHAN: "Embung desa", MITRA: "CSR PT MSJ dan PHSS"},
    "P215": {LEMBAGA: "BUMDes Bana Nusa"},
    "P217": {LEMBAGA: "BUMDes Loa Pari"},
    "P224": {MITRA: "proyek Kementerian ESDM"},
    "P228": {LEMBAGA: "BUMDes Karya Sejahtera"},
    "P232": {LEMBAGA: "Kelompok tani mengembangkan", MITRA: "didampingi PHKT"},
    "P233": {LAHAN: "lahan disiapkan 30 ha"},
    "P236": {LAHAN: "Pematangan lahan pasar desa"},
    "P237": {LEMBAGA: "Pokdarwis menyiapkan"},
    "P238": {MITRA: "PT Megah Utama Mandiri menjajaki"},
    "P239": {LEMBAGA: "dikelola Pokdarwis"},
    "P240": {LAHAN: "Lahan tidur 460 ha dicanangkan", MITRA: "bersama TNI"},
    "P242": {LEMBAGA: "BUMDes Permata Berkah"},
    "P244": {LEMBAGA: "kelompok pembudidaya"},
    "P245": {LEMBAGA: "tiga kelompok tani"},
    "P248": {MITRA: "perusda provinsi"},
    "P249": {LEMBAGA: "melibatkan BUMDes dan kelompok tani", MITRA: "Perusda provinsi"},
    "P255": {LAHAN: "memiliki gedung sendiri", LEMBAGA: "Bank sampah memiliki"},
    "P259": {LAHAN: "lahan wisata 3,34 ha", LEMBAGA: "dikelola BUMDes dan Pokdarwis"},
    "P260": {LEMBAGA: "BUMDes-Pokdarwis"},
    "P261": {MITRA: "dibangun UPTD KPHP"},
    "P263": {LAHAN: "di lahan desa"},
    "P274": {LEMBAGA: "Kelompok wanita tani"},
    "P275": {LEMBAGA: "Agro Grain Mandiri"},
    "P276": {LAHAN: "Aset pemkab sekitar 300 ha", MITRA: "PT Usaha Bijak Borneo"},
    "P277": {LEMBAGA: "kelompok ternak"},
    "P278": {LEMBAGA: "empat kelompok ternak"},
    "P279": {RENCANA: "Kajian kampus menyusun zonasi"},
    "P283": {LAHAN: "di lahan pemkab"},
    "P288": {LAHAN: "dihibahkan kepala desa untuk desa"},
    "P292": {LEMBAGA: "BUMDes menyalurkan"},
    "P294": {MITRA: "asosiasi taman rekreasi berminat"},
    "P295": {LAHAN: "Desa menyiapkan lahan"},
    "P304": {LEMBAGA: "Koperasi menerima kendaraan", MITRA: "PT Rea Kaltim"},
    "P305": {MITRA: "PT Prima Mitra Jaya Mandiri"},
    "P306": {LEMBAGA: "Koperasi Bangun Sari", MITRA: "PT Rea Kaltim"},
    "P329": {MITRA: "disiapkan Otorita IKN"},
    "P330": {LAHAN: "milik penyuluh", LEMBAGA: "P4S Lembah Asri"},
    "P333": {LEMBAGA: "BUMDes mengembangkan sapi"},
    "P334": {LEMBAGA: "18 kelompok tani"},
    "P336": {LEMBAGA: "dengan kelompok tani"},
    "P337": {MITRA: "bermitra dengan desa di Klaten"},
    "P342": {LEMBAGA: "oleh kelompok warga"},
    "P343": {LAHAN: "gedung baru lantai 1–4"},
    "P350": {LEMBAGA: "dikelola BUMDes"},
    "P357": {MITRA: "bersama Polnes"},
    "P361": {LEMBAGA: "kelompok tani aktif"},
    "P368": {LEMBAGA: "BUMDes memasok"},
    "P371": {MITRA: "menandatangani kerja sama"},
    "P378": {LAHAN: "Desa menyiapkan lahan"},
    "P386": {LEMBAGA: "BUMDes Permata"},
    "P392": {LEMBAGA: "lewat BUMDes 60 persen"},
    "P393": {LEMBAGA: "BUMDes mengangkut"},
    "P396": {MITRA: "PLN memperkenalkan"},
    "P398": {LEMBAGA: "lembaga pengelola hutan desa"},
    "P401": {MITRA: "Telkom University"},
    "P404": {LEMBAGA: "Kelompok pengawas dan sadar wisata"},
    "P414": {LEMBAGA: "BUMDes melayani"},
    "P416": {LAHAN: "di lahan desa"},
}
"""Row id to evidence column to the words of the row that say so; no entry means unknown.

Land: available, set aside, or its owner is clear. Institution: a BUMDes, Pokdarwis, farmers' group,
cooperative or the like that is at work, not one still to be founded. Plan: a planning document, decree
or study. Partner: named, at work or with a stated wish. A mere wish for any of them is no evidence.
"""


def bukti_of(acuan: Acuan, nomor: int, baris: Baris, alamat: list[str]) -> Baris:
    """Return the four evidence columns of a row: its first source address, or blank for unknown.

    Each entry of `BUKTI` names words that must stand in the row's name, description, unit or remark;
    when the reference no longer holds them the entry is noted as a fault instead of being believed.
    """
    teks = " ".join((baris["nama_potensi"], baris["deskripsi"], baris["satuan"], baris["catatan"]))
    hasil = dict.fromkeys(KOLOM_BUKTI, "")
    for kolom, kata in BUKTI.get(baris["id"], {}).items():
        if kata in teks and alamat:
            hasil[kolom] = alamat[0]
        else:
            acuan.report("kerja_sama/potensi.csv", nomor, kolom, kata, "kata bukti ini tidak ada lagi di baris acuan.")
    return hasil
