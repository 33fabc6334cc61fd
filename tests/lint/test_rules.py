from pathlib import Path

import pytest
from tests.lint import wider
from tests.lint.edits import TODAY, Edits, found, subject

from sopgen.jobs.check import problems
from sopgen.lint.book import RULES
from sopgen.lint.pages.page import page_of
from sopgen.lint.registry import Loc
from sopgen.model.sections import STANDARD

ROOT = Path(__file__).parents[2]
LAW: Loc = ("dasar_hukum", "isi", 0)
UU = "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia"
PERKAP_2008 = "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008"
PERKAP_2015 = "Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat"
PERMENPAN = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman "
    "Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
)
PERKAPOLRES = "Peraturan Kepala Kepolisian Resor Contoh Nomor 1 Tahun 2016 tentang Contoh"
KASATFUNG = "Peraturan Kepala Badan Pemelihara Keamanan Nomor 1 Tahun 2017 tentang Patroli"
DAGRI = "Peraturan Menteri Dalam Negeri Nomor 84 Tahun 2014 tentang Contoh"
AMENDED = (
    f"{UU} sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 5 Tahun 2026 tentang Perubahan "
    f"Ketiga atas {UU}"
)
LONG: Edits = {
    ("kegiatan", 0, "alur", 3): {
        "id": "l4",
        "pelaksana": "anggota",
        "uraian": "Mengirim laporan",
        "mutu_baku": {"waktu": {"nilai": 40, "satuan": "menit"}},
    },
    ("kegiatan", 0, "alur", 4): {"id": "l5", "pelaksana": "anggota", "simbol": "selesai"},
}
SKILL: Loc = ("kualifikasi_pelaksana", "isi", 0)
EXCHANGED: Edits = {("kegiatan", 0, "alur", 2, "cabang"): {"Ya": "l2", "Tidak": "l4"}}
KUHP = "Undang-Undang Nomor 1 Tahun 2023 tentang Kitab Undang-Undang Hukum Pidana"
PUBLIC = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik sebagaimana telah diubah dengan Undang-Undang Nomor "
    "{n} Tahun {y} tentang Perubahan atas Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
)
OF_2024: Edits = {
    ("identitas", "tanggal_pembuatan", "nilai"): "2024-03-02",
    ("identitas", "tanggal_efektif", "nilai"): "2024-04-01",
}
REFUSED: Edits = {
    ("kegiatan", 0, "alur", 2, "cabang"): {"Ya": "l5", "Tidak": "l4"},
    ("kegiatan", 0, "alur", 3): {
        "id": "l4",
        "pelaksana": "anggota",
        "uraian": "Memberitahukan penolakan",
        "ke": "l5",
    },
    ("kegiatan", 0, "alur", 4): {"id": "l5", "pelaksana": "anggota", "uraian": "Menerbitkan kartu"},
    ("kegiatan", 0, "alur", 5): {"id": "l6", "pelaksana": "anggota", "simbol": "selesai", "uraian": "Selesai"},
}
NUMBERED = {"kelengkapan": ["Surat bernomor"], "keluaran": ["Surat bernomor"]}
SHORT_NAME: Loc = ("identitas", "nama_singkat")
AIM: Loc = ("kegiatan", 0, "tujuan", "isi", 0)
PURPOSE: Loc = ("kegiatan", 0, "maksud", "isi", 0)
EARLY: Edits = {
    ("kegiatan", 0, "alur", 1, "mutu_baku"): {"kelengkapan": ["Kartu"]},
    ("kegiatan", 0, "alur", 3): {
        "id": "l4",
        "pelaksana": "anggota",
        "uraian": "Mencetak kartu",
        "mutu_baku": {"keluaran": ["Kartu"]},
    },
    ("kegiatan", 0, "alur", 4): {"id": "l5", "pelaksana": "anggota", "simbol": "selesai"},
}
OBEYED: Edits = {
    ("kegiatan", 0, "alur", 2, "uraian"): "Apakah pedagang mematuhi peringatan?",
    ("kegiatan", 0, "alur", 3, "uraian"): "Mengarsipkan laporan penertiban",
}
ASKED: Loc = ("kegiatan", 0, "alur", 2, "cabang")
HANDS = {"id": "l2", "pelaksana": "anggota", "uraian": "Memaraf laporan"}
SIGNED = {"keluaran": ["Konsep laporan"]}
TO_2023 = AMENDED.replace("5 Tahun 2026", "6 Tahun 2023").split(" tentang Perubahan Ketiga")[0]
UNIT_HEAD: Edits = {("pelaksana", 1, "label"): "Kanit SPKT"}
LAW_2: Loc = ("dasar_hukum", "isi", 1)
PERDA = "Peraturan Daerah Kabupaten Contoh Nomor 4 Tahun 2020 tentang B"
ONCE = AMENDED.replace("beberapa kali diubah terakhir", "diubah")
SKEP = "Surat Keputusan Kapolri No. Pol.: Skep/431/VII/2006 tanggal 1 {month} 2006 tentang Pedoman"
STEP: Loc = ("kegiatan", 0, "alur", 1)
FLOW: Loc = ("kegiatan", 0, "alur")
QUALITY: Loc = ("kegiatan", 0, "mutu_baku")
ITEM: Loc = ("peringatan", "isi", 0)
RANK: Loc = ("identitas", "pengesah", "pangkat")
NRP: Loc = ("identitas", "pengesah", "nrp")
MADE_BY = {
    "judul": "Dibuat oleh",
    "jabatan": "Kaur",
    "nama": "Personel Contoh 2",
    "pangkat": "IPDA",
    "nrp": "00000002",
}
NUMBER: Loc = ("identitas", "pengesah", "nrp")
POST: Loc = ("identitas", "disahkan_oleh", "nilai")
OFFICE: Loc = ("identitas", "satuan_kerja")
BESIDE = {
    "id": "l3",
    "pelaksana": "ketua",
    "simbol": "keputusan",
    "sebaris": True,
    "cabang": {"Ya": "l4", "Tidak": "l2"},
}
MEASURED = {"kelengkapan": ["Buku"], "waktu": "1 jam", "keluaran": ["Laporan"]}
STEPS: Edits = {("tata_letak",): "per_langkah", (*STEP, "mutu_baku"): MEASURED}
TWICE = {"id": "l2", "pelaksana": "anggota", "uraian": "Menyusun laporan"}
LAST = {"id": "l5", "pelaksana": "anggota", "simbol": "selesai"}
RING = {"id": "l3", "pelaksana": "ketua", "uraian": "Memeriksa laporan", "ke": ["l2", "l4"]}
NEEDY: Edits = {
    ("tata_letak",): "per_langkah",
    (*STEP, "mutu_baku"): {
        "kelengkapan": ["Rekomendasi camat"],
        "waktu": {"nilai": 1, "satuan": "jam"},
        "keluaran": ["Laporan"],
    },
}


def prose(*items: object, **others: object) -> Edits:
    """Return the sound spec in prose, all of whose lists are printed, with these items in its first chapter."""
    lists = [{"judul": name, "daftar": name} for name in STANDARD]
    bab = [{"id": "satu", "judul": "Pendahuluan", "isi": [*items, *lists]}]
    return {("judul_naskah",): ["SOP"], ("bab",): bab, **{(key,): value for key, value in others.items()}}


TABLE = {"kepala": ["No.", "Waktu"], "baris": [["1.", None], ["2.", "Pagi"]]}
UNDER: Loc = ("bab", 0, "isi", 0)
DEEP: object = "(a)"
for _ in range(5):
    DEEP = {"teks": "teks", "isi": [DEEP]}
OLD: Edits = {
    ("identitas", "nomor_sop", "nilai"): "SOP / 01 / III / 2019",
    ("identitas", "tanggal_pembuatan", "nilai"): "2019-03-02",
    ("identitas", "tanggal_efektif", "nilai"): "2019-04-01",
}
EFFECTIVE: Loc = ("identitas", "tanggal_efektif", "nilai")
TOLD: Loc = ("identitas", "tanggal_efektif", "tertulis")
UNDATED: Edits = {("identitas", "nomor_revisi"): 1}
EDITED: Edits = {
    (*STEP, "pelaksana"): "ketua",
    (*STEP, "uraian"): "Menyunting naskah",
    (*FLOW, 2, "uraian"): "Apakah naskah memuat rahasia?",
}
BROUGHT = {"kelengkapan": ["Rekomendasi camat"]}
SECOND_START: Edits = {**NEEDY, (*STEP, "simbol"): "mulai"}
TRAFFIC = (
    "Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan sebagaimana telah diubah dengan "
    "Undang-Undang Nomor 6 Tahun 2023"
)
# The number is still that of the first edition.
REVISED: Edits = {
    ("identitas", "nomor_revisi"): 1,
    ("identitas", "tanggal_revisi", "nilai"): "2027-10-04",
    ("identitas", "tanggal_efektif", "nilai"): "2027-11-01",
}


def activities(*times: int) -> Edits:
    """Return edits that make of the one activity so many, with these times in hours."""
    from tests.lint.edits import SOUND, edited

    one = SOUND["kegiatan"][0]
    made = [edited(one, {("id",): f"K{n}", ("mutu_baku", "waktu", "nilai"): time}) for n, time in enumerate(times)]
    return {("kegiatan",): made}


def timed(*minutes: int, exits: dict[str, str] | None = None) -> Edits:
    """Return edits that give the first steps these times; the activity takes an hour."""
    edits: dict[Loc, object] = {
        (*FLOW, n, "mutu_baku"): {"waktu": {"nilai": one, "satuan": "menit"}} for n, one in enumerate(minutes)
    }
    return {**edits, **({(*FLOW, 2, "cabang"): exits} if exits else {})}


DETOUR: Edits = {
    **timed(20, 20, exits={"Ya": "l5", "Tidak": "l4"}),
    **LONG,
    (*FLOW, 3, "mutu_baku", "waktu", "nilai"): 80,
}


def copies(count: int) -> Edits:
    return {
        (*STEP, "uraian"): "Mengetik surat keterangan usaha dalam rangkap 2 (dua)",
        (*FLOW, 2, "uraian"): "Menyerahkan surat keterangan usaha",
        (*FLOW, 2, "keterangan"): [f"Satu dari rangkap {count} disimpan"],
    }


def terms(days: int) -> Edits:
    return {
        ITEM: "Apabila SP2HP disampaikan lebih dari 60 (enam puluh) hari sejak laporan polisi dibuat, ditegur",
        (*STEP, "keterangan"): [f"SP2HP disampaikan paling lambat {days} hari sejak laporan polisi dibuat"],
    }


def visits(output: str) -> Edits:
    return {
        (*STEP, "uraian"): "Menerbitkan kartu kunjungan",
        (*STEP, "mutu_baku"): {"keluaran": [output]},
        (*FLOW, 2, "mutu_baku"): {"kelengkapan": ["Kartu kunjungan"]},
    }


def signed_by(lane: str) -> Edits:
    return {
        (*STEP, "uraian"): "Menyusun konsep surat panggilan",
        (*FLOW, 2, "uraian"): "Apakah konsep lengkap?",
        (*FLOW, 3): {"id": "l4", "pelaksana": lane, "uraian": "Menandatangani surat panggilan"},
        (*FLOW, 4): {"id": "l5", "pelaksana": "anggota", "simbol": "selesai"},
    }


def history(*days: str) -> Edits:
    """Return the sound spec as of April 2026 with a record of changes on these days, the last of a first edition."""
    rows = [{"yang_diubah": "Seluruh isi", "isi_perubahan": "Terbitan", "tanggal": day} for day in days]
    lists = [{"dari": name} for name in STANDARD]
    return {**OF_2026, ("bagian",): [{"judul": "Riwayat", "riwayat": rows}, *lists]}


def cover(title: str) -> dict[str, object]:
    return {"judul": [title], "tahun": "2026", "instansi": ["SATUAN CONTOH"]}


def disturbed(yes: str, no: str) -> Edits:
    """Return a question after a disturbance, where step l2 deals with one and l4 goes home."""
    return {
        (*STEP, "uraian"): "Mengamankan tempat kejadian",
        (*FLOW, 2, "uraian"): "Apakah ditemukan gangguan?",
        (*FLOW, 2, "cabang"): {"Ya": yes, "Tidak": no},
        (*FLOW, 3, "uraian"): "Kembali ke markas",
    }


def sent_back(then: str) -> Edits:
    """Return the refusal of incomplete papers, and what is done after it below the way of Ya."""
    return {
        **REFUSED,
        (*FLOW, 3, "uraian"): "Memberitahukan kekurangan berkas kepada pemohon",
        (*FLOW, 4, "uraian"): then,
    }


def signed(examined: str | None, approved: str) -> Edits:
    """Return the sound spec as of April 2026, made on 9 March, with the days of who examined and approved it."""
    made = {**MADE_BY, "tanggal": "2026-03-09"}
    looked = {**MADE_BY, "judul": "Diperiksa oleh", "tanggal": examined}
    return {**OF_2026, ("bentuk_kepala",): "kendali", SIGNERS: [made, looked], APPROVED: approved}


def given(act: str, made: str) -> Edits:
    """Return a step to which the note of the step before is given, and what comes out of it."""
    return {
        (*STEP, "mutu_baku"): {"kelengkapan": ["Buku"], "waktu": "1 jam", "keluaran": ["Catatan"]},
        (*FLOW, 2): {
            "id": "l3",
            "pelaksana": "ketua",
            "uraian": act,
            "mutu_baku": {"kelengkapan": ["Catatan"], "waktu": "1 jam", "keluaran": [made]},
        },
    }


def limited(limit: str) -> Edits:
    """Return a step of one hour whose remark names a limit."""
    standard = {**MEASURED, "waktu": {"nilai": 1, "satuan": "jam"}}
    return {(*STEP, "keterangan"): [f"Laporan disusun {limit}"], (*STEP, "mutu_baku"): standard}


def ordered(first: str, second: str) -> Edits:
    """Return the sound spec in an order of its own, whose first two sections bear these names."""
    lists = [{"dari": name} for name in STANDARD]
    own = {"judul": first, "isi": ["Satu"]}
    return {("bagian",): [own, *lists], ("dasar_hukum", "judul"): second}


def untimed(*names: str) -> Edits:
    """Return two activities of which the second one does not say these."""
    return {**activities(1, 2), **{("kegiatan", 1, "mutu_baku", name): None for name in names}}


def by(role: str, act: str) -> Edits:
    return {("pelaksana", 1, "label"): role, (*STEP, "pelaksana"): "anggota", (*STEP, "uraian"): act}


OF_2026: Edits = {
    ("identitas", "tanggal_pembuatan", "nilai"): "2026-03-02",
    ("identitas", "tanggal_efektif", "nilai"): "2026-04-01",
    ("identitas", "nomor_revisi"): 0,
}
SIGNERS: Loc = ("identitas", "kendali")
APPROVED: Loc = ("identitas", "tanggal_pengesahan")
HISTORY: Loc = ("bagian", 0, "riwayat")
TOWN: Loc = ("sampul", "instansi", 1)
CARRIED_OUT = (
    "Peraturan Pemerintah Nomor 40 Tahun 2019 tentang Pelaksanaan Undang-Undang Nomor 23 Tahun 2006 tentang "
    "Administrasi "
    "Kependudukan sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan atas "
    "Undang-Undang "
    "Nomor 23 Tahun 2006 tentang Administrasi Kependudukan"
)
POPULATION = "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan"
NO_CLAUSES = (
    "sebagaimana diubah dengan Undang-Undang Nomor 24 Tahun 2013",
    "yang telah dirubah dengan Undang-Undang Nomor 24 Tahun 2013",
    "sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2003",
    "sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 24 Tahun 2013",
)
CLAUSES = (
    "sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013",
    "sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 24 Tahun 2013",
    "sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 24 Tahun 2013",
)
WRONG_SIGNS = (
    "Apabila berkas ( asli ) hilang, dicatat",
    "Apabila berkas(asli) hilang, dicatat",
    "Apabila 10 % pemohon gagal, diulang",
    "Apabila perbaikan ke 2, dicatat",
    "Apabila lalai, dikenai pasal 5 ayat 1",
    "Apabila lalai pukul 08.00 s.d 12.00, dicatat",
    "Apabila lalai jam 08.00, dicatat",
    "Apabila lalai, ditegur.Lalu dicatat",
)
RIGHT_SIGNS = (
    "Apabila 3 (tiga) berkas hilang, 10% dicatat; ke-2 diulang",
    "Apabila lalai, dikenai Pasal 5 ayat (1) dan beberapa pasal lain",
    "Apabila dibawa ke 2 tempat selama 2 jam, dicatat",
    "Apabila lalai pukul 08.00 s.d. 12.00, dicatat pada S.Pd. dan Satpol PP Prov.Kalbar",
)
WRONG_DAYS = (
    "Apabila lalai pada Selasa, 28 Desember 2026, ditegur",
    "Apabila lalai sampai 31 November 2026, ditegur",
    "Apabila lalai pukul 25.00, ditegur",
)
RIGHT_DAYS = (
    "Apabila lalai pada Senin, 28 Desember 2026, ditegur",
    "Apabila lalai sampai 29 Februari, ditegur",
    "Apabila lalai pukul 24.00, ditegur",
)
ROLE: Loc = ("pelaksana", 1, "label")
NEEDED: Edits = {(*FLOW, 2, "uraian"): "Apakah tempat perlu ditangani melalui pengamanan kejadian?"}
LONG_NAME: Edits = {
    ("identitas", "nama_sop", "nilai"): "Penyusunan Laporan",
    ("identitas", "nama_singkat"): "PENYUSUNAN LAPORAN",
}
SIGNED_BY = "Memberitahukan hasilnya oleh Kepala Seksi"
SOP_NUMBER: Loc = ("identitas", "nomor_sop", "nilai")
WARNED = ["Apabila laporan hilang, petugas dikenai sanksi", "Apabila terlambat, layanan terhambat"]
DECREE: dict[str, object] = {
    "judul": ["KEPUTUSAN KEPALA CONTOH"],
    "nomor": "NOMOR 1 TAHUN 2026",
    "tentang": "STANDAR OPERASIONAL PROSEDUR CONTOH",
    "jabatan": "KEPALA CONTOH",
    "menimbang": ["bahwa laporan perlu;", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a;"],
    "mengingat": ["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"],
    "menetapkan": "KEPUTUSAN KEPALA CONTOH TENTANG STANDAR OPERASIONAL PROSEDUR CONTOH.",
    "isi": ["Menetapkan SOP Contoh.", "Keputusan ini mulai berlaku pada tanggal 1 April 2026."],
    "tempat": "Contoh",
    "tanggal": "2026-03-16",
}
NO_DECREES: tuple[tuple[dict[str, object], Loc], ...] = (
    ({"tentang": "STANDAR OPERASIONAL PROSEDUR PEMBEBASAN"}, ("tentang",)),
    ({"menimbang": ["bahwa perlu;", "bahwa sebagaimana dimaksud dalam huruf d;"]}, ("menimbang", 1)),
    ({"isi": ["Keputusan ini mulai berlaku pada tanggal 12 April 2026."]}, ("isi", 0)),
    ({"tanggal": "2026-05-04"}, ("tanggal",)),
    ({"tempat": "Lain"}, ("tempat",)),
    ({"nomor": "NOMOR 1 TAHUN 2025"}, ("nomor",)),
)
OMBUDSMAN = "Undang-Undang Nomor 37 Tahun 2008"
MARRIAGE = "Undang-Undang Nomor 1 Tahun 1974 tentang Perkawinan"
OF_2018: Edits = {
    ("identitas", "tanggal_pembuatan", "nilai"): "2018-03-02",
    ("identitas", "tanggal_efektif", "nilai"): "2018-04-01",
}
UNPAIRED = (
    "Patroli bukan pemeriksaan, tetapi percakapan",
    "Pengaduan tidak ditolak, melainkan diteruskan",
    "Tidak hanya warga, namun petugas juga lalai",
    "Bukan hanya warga tetapi juga petugas",
    "Laporan disampaikan baik lisan atau tertulis",
    "Apabila timbul sengketa antara warga dengan petugas, ditengahi",
    "Walaupun berkas lengkap, namun belum diperiksa",
    "Karena berkas hilang, sehingga layanan tertunda",
)
PAIRED = (
    "Patroli bukan pemeriksaan, melainkan percakapan",
    "Pengaduan tidak ditolak, tetapi diteruskan",
    "Tidak hanya warga, tetapi juga petugas lalai",
    "Laporan disampaikan baik lisan maupun tertulis",
    "Melayani dengan baik dan santun atau ramah",
    "Apabila timbul sengketa antara warga dan petugas, ditengahi",
    "Antara lain berkas dengan meterai",
    "Apabila pemohon bukan warga setempat, permohonan ditolak",
    "Karena berkas hilang, layanan tertunda",
)
FIRES: list[tuple[str, Edits, Loc]] = [
    ("ID14", {("identitas", "nama_sop", "nilai"): "Lain"}, ("identitas", "nama_sop", "nilai")),
    ("ID14", {("sampul", "judul"): ["SOP", "LAIN"]}, ("sampul", "judul")),
    ("ID14", {("identitas", "satuan_kerja"): "SATUAN LAIN"}, ("identitas", "satuan_kerja")),
    ("ID14", {("identitas", "pengesah", "nrp"): "00000002"}, ("identitas", "pengesah", "nrp")),
    ("ID14", {("sampul", "instansi"): ["SATUAN CONTOH", "TLP. (000) 000001"]}, ("sampul", "instansi", 1)),
    ("ID14", {("sampul", "instansi"): ["SATUAN CONTOH", "Jl. Lain 2"]}, ("sampul", "instansi", 1)),
    ("FL01", {(*FLOW, 0, "simbol"): "proses"}, FLOW),
    ("FL01", {(*FLOW, 3, "simbol"): "proses"}, FLOW),
    ("FL02", {(*FLOW, 2, "cabang"): {"Ya": "l4"}}, (*FLOW, 2)),
    ("FL03", {(*STEP, "ke"): "l9"}, (*STEP, "ke")),
    ("FL04", {(*FLOW, 0, "ke"): "l3", (*FLOW, 2, "cabang"): {"Ya": "l4", "Tidak": "l1"}}, STEP),
    ("FL05", {(*STEP, "pelaksana"): "kanit"}, (*STEP, "pelaksana")),
    ("FL06", {(*QUALITY, "keluaran"): []}, (*QUALITY, "keluaran")),
    ("FL06", {(*QUALITY, "waktu"): None}, (*QUALITY, "waktu")),
    ("FL06", {("tata_letak",): "per_langkah"}, (*STEP, "mutu_baku", "kelengkapan")),
    ("FL07", {("kegiatan", 0, "sumber"): "rekonstruksi"}, ("kegiatan", 0, "sumber")),
    ("FL08", {(*STEP, "rujukan"): "SOP Sambang"}, (*STEP, "rujukan")),
    ("FL09", {(*STEP, "uraian"): "Penyusunan laporan"}, (*STEP, "uraian")),
    ("FL09", {(*STEP, "uraian"): "Berkas dikirim"}, (*STEP, "uraian")),
    ("FL10", {(*STEP, "uraian"): "Menyusun laporan oleh anggota"}, (*STEP, "uraian")),
    ("FL10", {(*STEP, "uraian"): "Ketua menyusun laporan"}, (*STEP, "uraian")),
    ("FL10", {("pelaksana", 1, "alias"): ["Staf"], (*STEP, "uraian"): "Staf menyusun laporan"}, (*STEP, "uraian")),
    ("FL11", {("pelaksana", 2): {"id": "warga", "label": "Warga"}}, ("pelaksana", 2)),
    ("FL12", {("pelaksana", 0, "id"): "anggota", ("pelaksana", 1, "id"): "ketua"}, ("pelaksana",)),
    ("FL13", activities(1, 1, 1), (*QUALITY, "waktu")),
    ("FL14", {(*QUALITY, "waktu", "tertulis"): "2 jam"}, (*QUALITY, "waktu", "tertulis")),
    ("FL14", {(*QUALITY, "waktu", "tertulis"): "1 jam 30 menit"}, (*QUALITY, "waktu", "tertulis")),
    ("FL14", {(*QUALITY, "waktu", "tertulis"): "tentatif"}, (*QUALITY, "waktu", "tertulis")),
    ("FL26", {(*QUALITY, "waktu"): "sesuai jadwal"}, (*QUALITY, "waktu")),
    ("FL27", {("isi_simbol",): "nomor"}, ("isi_simbol",)),
    ("FL27", {("isi_simbol",): "kosong"}, ("isi_simbol",)),
    ("FL02", {(*STEP, "ke"): [f"l{n}" for n in range(3, 12)]}, (*STEP, "ke")),
    ("FL28", {(*FLOW, 2): BESIDE | {"pelaksana": "anggota"}}, (*FLOW, 2, "sebaris")),
    ("FL28", {(*FLOW, 2): BESIDE | {"mutu_baku": MEASURED}}, (*FLOW, 2, "mutu_baku")),
    ("FL28", {(*FLOW, 2): BESIDE | {"sublangkah": True}}, (*FLOW, 2, "sublangkah")),
    ("FL28", {(*FLOW, 0, "sublangkah"): True}, (*FLOW, 0, "sublangkah")),
    ("FL28", {**STEPS, (*STEP, "bersama"): "waktu"}, (*STEP, "mutu_baku", "waktu")),
    ("FL29", {(*STEP, "tambahan"): {"aparat": ["Satgas"]}}, (*STEP, "tambahan", "aparat")),
    (
        "ID07",
        {("kolom_tambahan",): [{"id": "a", "judul": "Aparat"}, {"id": "A", "judul": "Cek"}]},
        ("kolom_tambahan", 1, "id"),
    ),
    ("FL06", {(*QUALITY, "waktu"): "-"}, (*QUALITY, "waktu")),
    ("FL15", {(*QUALITY, "kelengkapan", 2): "Alat tulis"}, (*QUALITY, "kelengkapan", 2)),
    ("FL16", {("peralatan", "isi", 1): "R4 / R2"}, ("peralatan", "isi", 1)),
    ("FL17", {(*STEP, "uraian"): "ANGGOTA"}, FLOW),
    ("FL17", {(*STEP, "uraian"): ""}, FLOW),
    ("ID01", {("pencatatan", "isi"): []}, ("pencatatan", "isi")),
    ("ID01", {("identitas", "tanggal_efektif", "nilai"): None}, ("identitas", "tanggal_efektif", "nilai")),
    ("ID01", {("identitas", "nomor_sop", "nilai"): "SOP / ... / 2026"}, ("identitas", "nomor_sop", "nilai")),
    ("ID02", {("kualifikasi_pelaksana", "judul"): "KLARIFIKASI PELAKSANA:"}, ("kualifikasi_pelaksana", "judul")),
    ("ID02", {("peringatan", "judul"): "Catatan"}, ("peringatan", "judul")),
    ("ID03", {("identitas", "tanggal_efektif", "nilai"): "2026-03-01"}, ("identitas", "tanggal_efektif", "nilai")),
    ("ID04", {("identitas", "nomor_sop", "nilai"): "SOP / 01 / VI / 2026"}, ("identitas", "nomor_sop", "nilai")),
    ("ID04", REVISED, ("identitas", "nomor_sop", "nilai")),
    ("ID04", {("identitas", "nomor_sop", "nilai"): "SOP / 01 / III / 2025"}, ("identitas", "nomor_sop", "nilai")),
    ("ID05", {("keterkaitan", "isi", 0): "SOP C O N T O H"}, ("keterkaitan", "isi", 0)),
    ("ID06", {("identitas", "tanggal_efektif", "nilai"): "2026-02-01"}, ("identitas", "tanggal_efektif")),
    ("ID07", {(*STEP, "id"): "L1"}, (*STEP, "id")),
    ("ID09", {("identitas", "tanggal_revisi", "tertulis"): "01"}, ("identitas", "tanggal_revisi", "tertulis")),
    ("ID10", {("identitas", "nama_sop", "nilai"): "F K P M"}, ("identitas", "nama_sop", "nilai")),
    ("ID10", {("identitas", "nama_sop", "nilai"): "SOP SPKT"}, ("identitas", "nama_sop", "nilai")),
    (
        "ID10",
        {("judul",): "SOP Aksi (AKSI)", ("identitas", "nama_sop", "nilai"): "AKSI"},
        ("identitas", "nama_sop", "nilai"),
    ),
    (
        "ID11",
        {("status",): "draf", ("identitas", "tanggal_efektif", "nilai"): None},
        ("identitas", "tanggal_efektif", "nilai"),
    ),
    (
        "ID11",
        {("status",): "draf", ("identitas", "nomor_revisi"): 1},
        ("identitas", "tanggal_revisi", "nilai"),
    ),
    (
        "ID12",
        {("identitas", "tanggal_efektif", "tertulis"): "1 MEI 2026"},
        ("identitas", "tanggal_efektif", "tertulis"),
    ),
    ("ID23", {POST: "KAPOLRESTA CONTOH"}, RANK),
    ("ID23", {POST: "KAPOLRES LAIN", OFFICE: "SATBINMAS POLRES CONTOH"}, POST),
    ("ID23", {POST: "KAPOLRES CONTOH", OFFICE: "SATBINMAS POLRESTA CONTOH"}, POST),
    ("ID15", {("sampul", "tahun"): "2025"}, ("sampul", "tahun")),
    ("ID15", {OFFICE: "SATUAN LAIN DI KOTA"}, ("sampul", "instansi", 0)),
    ("ID16", {("pelaksana", 1, "label"): "Kanit Bintibmas"}, ("pelaksana", 1, "label")),
    ("ID16", {("judul",): "SOP Forum Kemitraan Polisi dan Masyarakat (FKPM)"}, ("judul",)),
    ("ID16", {ITEM: "Bersama Satsabhara, apabila ramai"}, ITEM),
    ("ID17", {ITEM: "Dilarang berpolitik"}, ("peringatan", "isi")),
    (
        "ID18",
        {("identitas", "tanggal_pembuatan", "nilai"): "2062-03-02"},
        ("identitas", "tanggal_pembuatan", "nilai"),
    ),
    ("ID19", {RANK: "AJUN KOMISARIS BESAR POLSI"}, RANK),
    ("ID19", {RANK: "Jaksa Madya"}, RANK),
    ("ID19", {RANK: "Penata Muda, III/c"}, RANK),
    ("ID19", {("identitas", "kendali"): [{**MADE_BY, "pangkat": "IPDAA"}]}, ("identitas", "kendali", 0, "pangkat")),
    ("ID19", {ITEM: "Apabila Brigadir Polisi Kepela hadir"}, ITEM),
    ("ID20", {("judul",): "SOP Kegiatan FKPM"}, ("pelaksana",)),
    ("ID20", {("judul",): "SOP FKPM", ("pelaksana", 1, "label"): "FKPM / Polmas"}, ("pelaksana", 1, "label")),
    ("ID20", {("judul",): "SOP FKPM", ("kegiatan", 0, "judul"): "A. PENCEGAHAN DINI"}, ("kegiatan", 0, "judul")),
    ("ID21", {("kualifikasi_pelaksana", "isi", 0): "Menjadi mediator"}, ("kualifikasi_pelaksana", "isi", 0)),
    ("LB19", {LAW: "Permendagri Nomor 54 Tahun 2011"}, LAW),
    ("LB20", {LAW: "Peraturan Pemerintah Nomor 61 Tahun 2018 tentang Satuan Polisi Pamong Praja"}, LAW),
    ("LB20", {LAW: "Perkap Nomor 6 Tahun 2023 tentang Penerbitan Surat Keterangan Catatan Kepolisian"}, LAW),
    ("LB20", {LAW: "Peraturan Kepolisian Negara Republik Indonesia Nomor 8 Tahun 2009 tentang Contoh"}, LAW),
    ("LB21", {LAW: f"{UU} (Lembaran Negara Republik Indonesia Tahun 2003 Nomor 2)"}, LAW),
    ("LB21", {LAW: f"{UU} (Lembaran Negara Tahun 2002 Nomor 2, Tambahan Lembaran Negara Nomor 4186)"}, LAW),
    ("LB21", {LAW: "Peraturan Presiden Nomor 5 Tahun 2017 tentang Contoh (Berita Negara Tahun 2017 Nomor 9)"}, LAW),
    ("LB21", {LAW: "Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf (Lembaran Negara Tahun 2014 Nomor 159)"}, LAW),
    ("LB22", {LAW: AMENDED.replace("Ketiga", "Kedua")}, LAW),
    ("ID41", {NUMBER: "82130914"}, NUMBER),
    ("ID41", {("identitas", "kendali"): [{**MADE_BY, "nrp": "82130914"}]}, ("identitas", "kendali", 0, "nrp")),
    ("ID41", {NUMBER: "197904121999131005", RANK: "PEMBINA"}, NUMBER),
    ("ID41", {NUMBER: "197904311999121005", RANK: "PEMBINA"}, NUMBER),
    ("ID41", {NUMBER: "197904121999123005", RANK: "PEMBINA"}, NUMBER),
    ("ID41", {NUMBER: "199904121999121005", RANK: "PEMBINA"}, NUMBER),
    ("ID41", {NUMBER: "197904121999121005", RANK: "AKBP"}, NUMBER),
    ("ID41", {NUMBER: "79041299", RANK: "PEMBINA"}, NUMBER),
    ("ID42", {("peringatan", "isi"): ["Apabila lalai, ditegur", "Dilarang berpolitik"]}, ("peringatan", "isi", 1)),
    ("ID43", {SKILL: "Kendaraan patroli yang laik jalan"}, SKILL),
    ("ID43", {SKILL: "1. Kamera"}, SKILL),
    (
        "FL41",
        {**timed(20, 20), (*STEP, "keterangan"): ["Paling lama 30 (tiga puluh) menit"]},
        (*STEP, "keterangan", 0),
    ),
    ("FL42", {(*FLOW, 2, "uraian"): "Apakah laporan lengkap?", **EXCHANGED}, (*FLOW, 2, "cabang")),
    (
        "FL43",
        {(*STEP, "uraian"): "Menandatangani laporan", (*STEP, "mutu_baku"): SIGNED},
        (*STEP, "mutu_baku", "keluaran"),
    ),
    ("LG41", {ITEM: "Apabila lewat 5 (tiga) hari, ditegur"}, ITEM),
    ("LG41", {ITEM: "Apabila lewat 125 (seratus dua puluh empat) hari, ditegur"}, ITEM),
    ("LG01", {ITEM: "Kewenangan untuk penyidikkan dan memasukan data"}, ITEM),
    ("LG08", {ITEM: "Apabila data kependudukn hilang, ditegur"}, ITEM),
    ("LG09", {ITEM: "Apabila hukum acara Pidana atau hukum pidana dilanggar"}, ITEM),
    ("LB23", {(*STEP, "keterangan"): ["Tarif menurut PP Nomor 60 Tahun 2016"]}, (*STEP, "keterangan", 0)),
    ("LB23", {ITEM: "Apabila UU 27/2022 tentang Perlindungan Data Pribadi dilanggar, didenda"}, ITEM),
    ("LB20", {LAW: PERMENPAN.replace("Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "Dalam Negeri")}, LAW),
    ("ID14", {("judul",): "SOP Contoh (SKCK)", ("identitas", "nama_singkat"): "SKKC"}, ("identitas", "nama_singkat")),
    ("ID19", {ITEM: "Apabila Brigadir Kepala Polisi lalai, ditegur"}, ITEM),
    ("ID23", {POST: "WAKAPOLRES CONTOH", RANK: "AKBP"}, RANK),
    ("ID42", {("peringatan", "isi"): ["Apabila a", "Apabila b", "Melayani dengan senyum"]}, ("peringatan", "isi", 2)),
    ("ID44", {("peralatan", "isi", 0): "Mampu memakai kamera"}, ("peralatan", "isi", 0)),
    ("ID44", {("pencatatan", "isi", 0): "Komputer"}, ("pencatatan", "isi", 0)),
    ("ID44", {("keterkaitan", "isi", 0): "Perpol 1/2021"}, ("keterkaitan", "isi", 0)),
    (
        "ID45",
        {("tata_letak",): "per_langkah", ("pencatatan", "isi", 0): "Buku tamu museum"},
        ("pencatatan", "isi", 0),
    ),
    ("ID46", {AIM: "Menyelesaikan masalah", PURPOSE: "Menyelesaikan masalah"}, AIM),
    ("ID47", {("kegiatan", 0, "tujuan", "judul"): "3. Tujuan"}, ("kegiatan", 0, "tujuan", "judul")),
    ("ID47", {**activities(1, 2), ("kegiatan", 1, "nomor"): "1."}, ("kegiatan", 1, "nomor")),
    ("ID47", {**activities(1, 2), ("kegiatan", 1, "judul"): "C. LAIN"}, ("kegiatan", 1, "judul")),
    ("ID48", {("pelaksana", 1, "label"): "KETUA"}, ("pelaksana", 1, "label")),
    ("ID49", {("identitas", "nomor_sop", "nilai"): "SOP/11/IIX/2026"}, ("identitas", "nomor_sop", "nilai")),
    ("ID50", {**REVISED, ("identitas", "nomor_revisi"): 0}, ("identitas", "nomor_revisi")),
    ("ID50", UNDATED, ("identitas", "nomor_revisi")),
    ("ID04", {**UNDATED, ("identitas", "nomor_sop", "nilai"): "SOP/18/X/2025"}, ("identitas", "nomor_sop", "nilai")),
    ("ID12", {TOLD: "31 APRIL 2026"}, TOLD),
    ("LG10", {("peringatan", "isi"): ["Apabila a;", "Apabila b", "Apabila c."]}, ("peringatan", "isi", 1)),
    ("FL44", EDITED, (*FLOW, 2, "pelaksana")),
    ("FL49", DETOUR, (*FLOW, 3, "mutu_baku", "waktu")),
    ("FL22", SECOND_START, (*STEP, "mutu_baku", "kelengkapan")),
    ("ID51", {ITEM: "Apabila penyandang cacat ditolak, petugas ditegur"}, ITEM),
    ("ID51", {ITEM: "Apabila Kementerian Hukum dan HAM menolak, dibatalkan"}, ITEM),
    ("ID51", {ITEM: "Apabila izin gangguan tidak ada, ditegur"}, ITEM),
    ("ID52", {OFFICE: "POLRESTA CONTOH", ITEM: "Apabila Kapolres menolak, dibatalkan"}, ITEM),
    ("ID52", {OFFICE: "SATLANTAS POLRES CONTOH", ITEM: "Apabila Polresta Contoh menolak, dibatalkan"}, ITEM),
    ("FL18", {**timed(10, 10), (*QUALITY, "waktu", "nilai"): 9}, (*QUALITY, "waktu")),
    ("FL44", {(*STEP, "pelaksana"): "ketua"}, (*FLOW, 2, "pelaksana")),
    ("FL45", {(*FLOW, 3): {**TWICE, "id": "l4", "pelaksana": "ketua"}, (*FLOW, 4): LAST}, (*FLOW, 3, "uraian")),
    ("FL46", {**NEEDY, (*QUALITY, "keluaran"): ["Surat keputusan"]}, (*QUALITY, "keluaran", 0)),
    ("LG10", {("peringatan", "isi"): ["Apabila a;", "Apabila b;", "Apabila c;"]}, ("peringatan", "isi", 2)),
    (
        "LG10",
        {("peringatan", "isi"): ["Apabila a;", "Apabila b", "Apabila c;", "Apabila d."]},
        ("peringatan", "isi", 1),
    ),
    ("LG42", {ITEM: "Apabila lalai, petugas ditegur dengan"}, ITEM),
    ("LG42", {ITEM: "Apabila lalai (lupa, petugas ditegur"}, ITEM),
    ("LG43", {("peringatan", "isi"): ["Apabila a", "apabila b", "Apabila c"]}, ("peringatan", "isi", 1)),
    ("LG43", {(*STEP, "uraian"): "menyusun laporan"}, (*STEP, "uraian")),
    ("LG44", {ITEM: "Agar supaya tertib, petugas ditegur"}, ITEM),
    ("LG44", {ITEM: "Apabila para petugas-petugas lalai, ditegur"}, ITEM),
    ("LG45", {ITEM: "Apabila lalai, didenda Rp. 50.000,-"}, ITEM),
    ("LG01", {ITEM: "Apabila laporan di tindaklanjuti"}, ITEM),
    ("LG07", {ITEM: "(isi peringatan)"}, ITEM),
    ("PR41", {ITEM: "Apabila Bripka Andi Contoh lalai, ditegur"}, ITEM),
    ("FL47", {(*STEP, "uraian"): "Apakah laporan lengkap?"}, (*STEP, "uraian")),
    ("FL47", {(*FLOW, 2, "uraian"): "Menyusun laporan"}, (*FLOW, 2, "uraian")),
    ("FL48", EARLY, (*STEP, "mutu_baku", "kelengkapan", 0)),
    ("LG46", {ITEM: "Apabila hari senin lalai, ditegur"}, ITEM),
    ("LG46", {ITEM: "Apabila warga gorontalo lalai, ditegur"}, ITEM),
    ("LG47", {ITEM: "Apabila Sentra Pelayanan Kepolisian Terpadu (SPTK) lalai, ditegur"}, ITEM),
    ("LG47", {ITEM: "Apabila SKKC keliru", ("pencatatan", "isi", 0): "SKCK, SKCK, SKCK"}, ITEM),
    ("LG01", {ITEM: "Apabila lalai a/n Kapolres s/d Senin, ditegur"}, ITEM),
    ("LG01", {ITEM: "Apabila rujukan kefasilitas lain terlambat, ditegur"}, ITEM),
    ("LG01", {ITEM: "Apabila pasien dipoli terlambat, ditegur"}, ITEM),
    ("LG05", {("identitas", "pengesah", "nama"): "dr ANDI CONTOH, M.Kes."}, ("identitas", "pengesah", "nama")),
    ("ID21", {SKILL: "Melayani pasien setiap hari"}, SKILL),
    ("ID44", {("keterkaitan", "isi", 0): "Formulir rujukan"}, ("keterkaitan", "isi", 0)),
    (
        "FL42",
        {(*FLOW, 2, "uraian"): "Apakah perlu penyusunan?", (*FLOW, 2, "cabang"): {"Ya": "l4", "Tidak": "l2"}},
        ASKED,
    ),
    ("FL42", {**OBEYED, (*STEP, "uraian"): "Menertibkan pedagang", **EXCHANGED}, ASKED),
    ("LB01", {LAW: PERKAP_2008, **OLD}, LAW),
    ("LB02", {LAW: PERKAP_2015, ("dasar_hukum", "isi", 1): UU}, ("dasar_hukum", "isi", 1)),
    ("LB02", {LAW: PERKAP_2015, ("dasar_hukum", "isi", 1): PERKAP_2008}, ("dasar_hukum", "isi", 1)),
    ("LB03", {("judul",): "SOP Kegiatan FKPM"}, ("dasar_hukum", "isi")),
    ("LB04", {LAW: "Undang-undang nomor 2 tahun 2002 tentang kepolisian"}, LAW),
    ("LB04", {LAW: "Undang-Undang Nomor 2 Tahun 2002 Tentang Kepolisian"}, LAW),
    ("LB05", {LAW: SKEP.format(month="Juni")}, LAW),
    ("LB06", {LAW: PERKAP_2015, **OLD}, LAW),
    ("LB07", {LAW: "Skep/431/VII/2006"}, LAW),
    ("LB08", {LAW: "Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf"}, LAW),
    ("LB09", {LAW: "Permenpan Nomor 35 Tahun 2012 tentang Penyusunan SOP"}, LAW),
    ("LB09", {LAW: "Undang-Undang Nomor 2 Tahun 2002"}, LAW),
    ("LB10", {LAW: "Perkap nomor 3 thn 2015 tentang Pemolisian Masyarakat"}, LAW),
    ("LB10", {LAW: "Undang-Undang RI Nomor 2 Tahun 2002 tanggal 8 Januari 2002"}, LAW),
    ("LB02", {LAW: PERKAPOLRES, ("dasar_hukum", "isi", 1): KASATFUNG}, ("dasar_hukum", "isi", 1)),
    (
        "LB02",
        {LAW: "Keputusan Presiden Nomor 89 Tahun 2000", ("dasar_hukum", "isi", 1): UU},
        ("dasar_hukum", "isi", 1),
    ),
    ("LB02", {LAW: PERKAP_2015, ("dasar_hukum", "isi", 1): DAGRI}, ("dasar_hukum", "isi", 1)),
    ("LB02", {LAW: DAGRI, ("dasar_hukum", "isi", 1): DAGRI.replace("2014", "2006")}, ("dasar_hukum", "isi", 1)),
    ("LB04", {LAW: f"{UU} Sebagaimana Telah Diubah Dengan Undang-Undang Nomor 5 Tahun 2026"}, LAW),
    ("LB10", {LAW: "Peraturan Kapolri Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat"}, LAW),
    ("LB10", {LAW: f"{PERKAP_2015.replace(' tentang', ' tanggal 2 Juni 2015 tentang')}"}, LAW),
    ("LB12", {("identitas", "tanggal_efektif", "nilai"): "2026-07-01", LAW: UU}, LAW),
    ("LB12", {LAW: f"{UU} sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 2020"}, LAW),
    ("LB13", {LAW: UU, ("dasar_hukum", "isi", 1): "UU 2/2002"}, ("dasar_hukum", "isi", 1)),
    ("LB13", {LAW: "Adat setempat", ("dasar_hukum", "isi", 1): "Adat setempat."}, ("dasar_hukum", "isi", 1)),
    ("LB14", {LAW: "Peraturan Kapolri tentang Pemolisian Masyarakat"}, LAW),
    ("LB14", {LAW: "Undang-Undang Nomor 2 tentang Kepolisian Negara Republik Indonesia"}, LAW),
    ("LB15", {LAW: "Undang-Undang Nomor 2 Tahun 2072 tentang Kepolisian"}, LAW),
    ("LB15", {LAW: "Undang-Undang Nomor 5 Tahun 2026"}, LAW),
    ("LB15", {**OLD, LAW: AMENDED}, LAW),
    ("LG01", {ITEM: "Meningkatkan aktifitas"}, ITEM),
    ("LG01", {ITEM: "Bertugas diwilayah hukum"}, ITEM),
    ("LG01", {ITEM: "Surat di paraf dan ditanda tangan"}, ITEM),
    ("LG01", {ITEM: "Menjaga kamtibmas dan polmas"}, ITEM),
    ("LG01", {ITEM: "Kegiatan dilaksanakaan sesuai kesediaaan"}, ITEM),
    ("LG01", {ITEM: "Surat di laksanakan dan di awasi"}, ITEM),
    ("LB02", {LAW: "Peraturan Bupati Contoh Nomor 3 Tahun 2021 tentang A", LAW_2: PERDA}, LAW_2),
    ("LG01", {ITEM: "Petugas mengkonfirmasi antrian diloket"}, ITEM),
    ("LG01", {ITEM: "Surat di setujui dan di fotokopi"}, ITEM),
    ("LG01", {ITEM: "SOP Pelaksanaaan Patroli"}, ITEM),
    ("LG02", {ITEM: "diterima ,dicatat"}, ITEM),
    ("LB12", {LAW: ONCE, EFFECTIVE: "2026-07-01"}, LAW),
    ("FL18", {**timed(20, 20, exits={"Ya": "l4", "Tidak": "l5"}), **LONG}, (*QUALITY, "waktu")),
    ("FL23", {(*STEP, "uraian"): "Menyusun laporan kemudian menyerahkannya"}, (*STEP, "uraian")),
    ("FL23", {(*STEP, "uraian"): "Menyimpan dan/atau memusnahkan berkas"}, (*STEP, "uraian")),
    ("FL24", {**UNIT_HEAD, (*STEP, "uraian"): "Melapor kepada Kepala Unit SPKT"}, (*STEP, "uraian")),
    ("FL25", {("peralatan", "isi", 0): "Kamera, dll"}, ("peralatan", "isi", 0)),
    ("ID24", {("peralatan", "isi", 1): "2. kamera"}, ("peralatan", "isi", 1)),
    ("ID31", {("bagian",): [{"dari": "dasar_hukum"}, {"judul": "Tujuan", "isi": ["Tertib"]}]}, ("peringatan",)),
    ("ID31", {("identitas", "kendali"): [MADE_BY]}, ("identitas", "kendali")),
    ("BB01", prose({"isi": ["Bahwa"]}), UNDER),
    ("BB02", prose("Lihat {lihat:tamu}."), UNDER),
    ("BB02", prose({"id": "satu", "teks": "Lihat {lihat:satu}."}), (*UNDER, "id")),
    ("BB03", prose({"teks": "teks", "isi": [DEEP]}), (*UNDER, *("isi", 0) * 6)),
    ("BB04", prose(bab=[{"judul": "Pendahuluan"}]), ("peralatan",)),
    ("BB05", prose({"judul": "A", "tabel": {"kepala": ["A", "B"], "baris": [["a"]]}}), (*UNDER, "tabel", "baris", 0)),
    ("BB05", prose({"judul": "A", "tabel": {**TABLE, "lebar": ["1", "2", "3"]}}), (*UNDER, "tabel", "lebar")),
    ("BB04", prose(bentuk_kepala="kendali"), ("bentuk_kepala",)),
    ("BB04", prose(daftar_isi=True), ("daftar_isi",)),
    ("BB04", prose(penjelasan={}), ("penjelasan",)),
    ("LG11", {(*STEP, "uraian"): "Mengupload laporan"}, (*STEP, "uraian")),
    ("LG11", {SKILL: "Mampu melayani secara friendly"}, SKILL),
    ("LG11", {(*STEP, "uraian"): "Melakukan anamnesis dan physical examination"}, (*STEP, "uraian")),
    ("LG11", {(*STEP, "uraian"): "Briefing anggota"}, (*STEP, "uraian")),
    ("LG12", {(*STEP, "uraian"): "\u201cMenyusun laporan\u201d"}, (*STEP, "uraian")),
    ("LG12", {ITEM: "\u201dApabila lalai, ditegur\u201d"}, ITEM),
    ("LG11", {ITEM: "Berkas yang tidak di-scan dan file kosong ditolak"}, ITEM),
    ("LG04", {ITEM: "Pukul 09.00 wib"}, ITEM),
    ("LG04", {ITEM: "Pukul 09.00 wita"}, ITEM),
    ("LG04", {ITEM: "Pukul 09:00"}, ITEM),
    ("LG02", {ITEM: "Melaksanakan tugas tugas"}, ITEM),
    ("LG02", {ITEM: "Laporan,, berkas"}, ITEM),
    ("LG02", {LAW: "Undang - Undang Nomor 2 Tahun 2002"}, LAW),
    ("LG07", {ITEM: "xxx"}, ITEM),
    ("LG01", {ITEM: "Petugas di berhentikan"}, ITEM),
    ("FL09", {(*STEP, "uraian"): "Rapat koordinasi"}, (*STEP, "uraian")),
    ("LG07", {ITEM: "idem"}, ITEM),
    ("LG07", {ITEM: "-"}, ITEM),
    ("LG08", {ITEM: "Menerima laporna masyarkat"}, ITEM),
    ("LG08", {ITEM: "Pelaskanaan tugas"}, ITEM),
    ("LG10", {ITEM: "Apabila lalai, ditegur.", ("peringatan", "isi", 1): "Hemat"}, ITEM),
    ("ID22", {OFFICE: "SATBINMAS POLRES LAMA"}, OFFICE),
    ("LG09", {ITEM: "Menyinggung perasaan Individu"}, ITEM),
    ("PR01", {ITEM: "NIK 75 71 01 12 03 85 00 01"}, ITEM),
    ("PR01", {ITEM: "Hubungi Andi Contoh 85010001 di posko"}, ITEM),
    ("FL06", {(*QUALITY, "keluaran"): ["-"]}, (*QUALITY, "keluaran", 0)),
    ("FL09", {(*STEP, "uraian"): "Terlaksananya laporan"}, (*STEP, "uraian")),
    ("FL09", {(*STEP, "uraian"): "Berdasarkan laporan"}, (*STEP, "uraian")),
    ("FL09", {(*STEP, "uraian"): "Dicatat dalam buku"}, (*STEP, "uraian")),
    ("FL18", timed(45, 45), (*QUALITY, "waktu")),
    ("FL18", {**timed(45, 45), (*QUALITY, "waktu"): "paling lama 1 jam"}, (*QUALITY, "waktu")),
    ("FL18", timed(10, 10, exits={"Ya": "l4", "Tidak": "l4"}), (*QUALITY, "waktu")),
    ("FL19", {(*FLOW, 2, "cabang"): {"Ya": "l4", "Tidak": "l4"}}, (*FLOW, 2, "cabang")),
    ("FL20", {(*FLOW, 2): RING}, STEP),
    ("FL21", {(*FLOW, 3): {**TWICE, "id": "l4"}, (*FLOW, 4): LAST}, (*FLOW, 3, "uraian")),
    ("FL22", NEEDY, (*STEP, "mutu_baku", "kelengkapan")),
    ("LG01", {ITEM: "Dilarang menyinggung unsur Sara"}, ITEM),
    ("LG01", {ITEM: "Kasat Binmas Polres Resort"}, ITEM),
    ("LG02", {ITEM: "pelayanan,pembinaan"}, ITEM),
    ("LG02", {ITEM: "di sektor ."}, ITEM),
    ("LG02", {ITEM: "di tengah- tengah"}, ITEM),
    ("LG02", {ITEM: "dua  spasi"}, ITEM),
    ("LG03", {ITEM: "Sejak 01 Juni 2006"}, ITEM),
    ("LG04", {ITEM: "Pukul 09.00 WIB"}, ITEM),
    ("LG05", {("identitas", "pengesah", "nama"): "PERSONEL CONTOH, S.I.K, M.SI"}, ("identitas", "pengesah", "nama")),
    ("LG06", {ITEM: "Suhu di atas 37 °C ✓"}, ITEM),
    ("LG06", {(*FLOW, 2, "cabang"): {"Ya ✓": "l4", "Tidak": "l2"}}, (*FLOW, 2, "cabang", "Ya ✓")),
    ("LG06", {("identitas", "pengesah", "nama"): "Personel 𠀀"}, ("identitas", "pengesah", "nama")),
    ("LG07", {ITEM: "[ISI DI SINI]"}, ITEM),
    ("LG07", {ITEM: "Kendaraan [nama kendaraan] roda dua"}, ITEM),
    ("LG07", {ITEM: "TODO: lengkapi"}, ITEM),
    ("LG07", {ITEM: "..."}, ITEM),
    ("LG07", {ITEM: "…………"}, ITEM),
    ("LG07", {ITEM: "________"}, ITEM),
    ("LG07", {("identitas", "pengesah", "nama"): "[ISI NAMA PEJABAT]"}, ("identitas", "pengesah", "nama")),
    ("PR01", {ITEM: "Hubungi 0812-0000-0000"}, ITEM),
    ("PR01", {("sampul", "tahun"): "NIK 7500000000000001"}, ("sampul", "tahun")),
    ("PR01", {ITEM: "Personel Contoh 1, NRP 00000001"}, ITEM),
    ("PR01", {ITEM: "NIK 7500000000000001"}, ITEM),
    ("SG01", {ITEM: "Dokumen ini telah ditandatangani secara elektronik"}, ITEM),
    ("SG01", {("peringatan", "judul"): "Dokumen ini ditandatangani secara elektronik"}, ("peringatan", "judul")),
    ("LG01", {(*FLOW, 2, "cabang"): {"Ijin": "l4", "Tidak": "l2"}}, (*FLOW, 2, "cabang", "Ijin")),
    ("LG01", {("kepala_tabel",): {"keterangan": "Prosentase"}}, ("kepala_tabel", "keterangan")),
    # kinds of the third set of planted drafts
    ("LG60", {ITEM: "Apabila tokoh2 lalai, ditegur"}, ITEM),
    ("LG61", {ITEM: "Apabila S0P dilanggar, ditegur"}, ITEM),
    ("LG61", {ITEM: "Apabila petugas lalai, dapat diteg0r b0leh"}, ITEM),
    ("LG62", {PURPOSE: "Sehingga memberikan pedoman"}, PURPOSE),
    ("LG01", {ITEM: "Apabila masalah antar warga lalai"}, ITEM),
    ("LG01", {ITEM: "Apabila lalai, ditegur walau pun sudah selesai"}, ITEM),
    ("LG47", {ITEM: "Apabila SP2PH keliru", ("pencatatan", "isi", 0): "SP2HP, SP2HP, SP2HP"}, ITEM),
    ("LB10", {LAW: "Undang Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia"}, LAW),
    ("LB30", {LAW: KUHP, **OF_2024}, LAW),
    ("LB31", {LAW: "Arahan lisan Kapolres pada apel pagi"}, LAW),
    ("LB31", {LAW: "Kesepakatan bersama secara lisan"}, LAW),
    ("LB32", {LAW: f"{PERKAP_2015} dan Peraturan Pemerintah Nomor 2 Tahun 2003 tentang Disiplin"}, LAW),
    ("LB33", {LAW: PUBLIC.format(n=25, y=2019)}, LAW),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Bila tidak, lanjut ke langkah 9"]}, (*FLOW, 2, "keterangan", 0)),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Bila tidak, kembali ke langkah 1"]}, (*FLOW, 2, "keterangan", 0)),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Bila tidak, kembali ke langkah 4"]}, (*FLOW, 2, "keterangan", 0)),
    ("FL61", {ASKED: {"Ya": "l4", "Setuju": "l2"}}, ASKED),
    ("FL61", {ASKED: {"Tidak": "l4", "Belum": "l2"}}, ASKED),
    ("FL62", REFUSED, (*FLOW, 3, "ke")),
    ("FL63", {(*STEP, "mutu_baku"): NUMBERED}, (*STEP, "mutu_baku", "kelengkapan", 0)),
    ("FL64", copies(3), (*FLOW, 2, "keterangan", 0)),
    ("FL65", terms(30), ITEM),
    ("FL66", visits("Berita acara pemusnahan"), (*STEP, "mutu_baku", "keluaran", 0)),
    ("FL67", signed_by("anggota"), (*FLOW, 3, "pelaksana")),
    ("ID60", {(*QUALITY, "kelengkapan"): ["1. Kamera", "2. Buku", "4. Kartu"]}, (*QUALITY, "kelengkapan", 2)),
    ("ID61", {OFFICE: "SATUAN POLRES CONTOH", SKILL: "Berpangkat paling rendah Komisaris Jenderal Polisi"}, SKILL),
    ("ID64", {("judul",): "SOP Surat Usaha", SHORT_NAME: "SKTM"}, SHORT_NAME),
    (
        "ID65",
        {("pencatatan", "isi", 0): "Buku bulanan", (*QUALITY, "keluaran"): ["Buku harian"]},
        ("pencatatan", "isi", 0),
    ),
]
QUIET: list[tuple[str, Edits]] = [
    ("ID14", {}),
    ("ID14", {("sebagaimana_terbit",): True, ("identitas", "satuan_kerja"): "SATUAN LAIN"}),
    ("ID14", {("judul",): "SOP Contoh Lain (CONTOH)", ("identitas", "nama_sop", "nilai"): "CONTOH"}),
    ("FL01", {}),
    ("FL02", {(*FLOW, 2, "cabang"): {"Ya": "l4", "Tidak": "l2", "Ragu": "l1"}}),
    ("FL03", {(*STEP, "ke"): "l4"}),
    ("FL04", {}),
    ("FL05", {(*STEP, "pelaksana"): ["ketua", "anggota"]}),
    ("FL06", {}),
    ("FL07", {}),
    ("FL07", {("contoh",): True, ("kegiatan", 0, "sumber"): "rekonstruksi"}),
    ("FL08", {(*STEP, "rujukan"): "SOP lain"}),
    ("FL09", {(*STEP, "uraian"): "Periksa laporan"}),
    ("FL09", {(*STEP, "uraian"): "Laporkan hasilnya"}),
    ("FL10", {(*STEP, "uraian"): "Menyerahkan laporan kepada Ketua"}),
    ("FL10", {(*STEP, "uraian"): "Menyusun daftar keanggotaan"}),
    ("FL11", {(*STEP, "pelaksana"): ["ketua", "anggota"]}),
    ("FL12", {}),
    ("FL13", activities(1, 1, 2)),
    ("FL13", activities(1, 1)),
    ("FL14", {(*QUALITY, "waktu", "tertulis"): "1 (satu) Jam"}),
    ("FL14", {(*QUALITY, "waktu", "tertulis"): "60 menit / 1 jam"}),
    ("FL14", {(*QUALITY, "waktu"): {"nilai": 5, "satuan": "hari", "tertulis": "5 hari kerja"}}),
    ("FL14", {(*QUALITY, "waktu"): "120 menit / 3 hari"}),
    ("FL26", {(*QUALITY, "waktu"): "15 menit/berkas"}),
    ("FL27", {("isi_simbol",): "uraian"}),
    ("FL28", {(*FLOW, 2): BESIDE}),
    ("FL06", {**STEPS, (*FLOW, 2): BESIDE}),
    (
        "FL06",
        {**STEPS, (*FLOW, 2): {"id": "l3", "pelaksana": "ketua", "uraian": "Memeriksa", "bersama": "mutu_baku"}},
    ),
    ("FL17", {(*FLOW, 2): BESIDE}),
    ("FL29", {(*STEP, "tambahan"): {"a": ["Satgas"]}, ("kolom_tambahan",): [{"id": "a", "judul": "Aparat"}]}),
    ("FL27", {("isi_simbol",): "nomor", ("tata_letak",): "per_langkah"}),
    ("FL27", {("isi_simbol",): "nomor", ("kegiatan", 0, "tujuan", "isi"): ["2. Menyusun laporan", "Lengkap?"]}),
    ("FL06", {(*QUALITY, "waktu"): "tentatif"}),
    ("FL18", {**timed(45, 45), (*QUALITY, "waktu"): "1\u20132 jam"}),
    ("FL18", {**timed(45, 45), (*QUALITY, "waktu"): "tentatif"}),
    ("FL15", {(*QUALITY, "kelengkapan", 0): "1. KAMERA", ("peralatan", "isi", 1): "Alat tulis dan komputer"}),
    ("FL15", {(*QUALITY, "kelengkapan", 2): "3. Kamera/Hp", ("peralatan", "isi", 1): "Kamera / HP"}),
    ("FL15", {(*QUALITY, "kelengkapan", 2): "Laporan"}),
    ("FL15", {(*QUALITY, "kelengkapan", 2): "Buku register", ("pencatatan", "isi", 1): "Buku register laporan"}),
    ("FL15", {(*QUALITY, "kelengkapan", 2): "Fotokopi KTP pemohon"}),
    ("FL16", {("pencatatan", "isi", 1): "Buku mutasi"}),
    ("FL16", {("peralatan", "isi", 1): "Ruang pelayanan dan pesawat telepon"}),
    ("FL22", {**NEEDY, (*FLOW, 0, "mutu_baku"): {"kelengkapan": ["Rekomendasi camat"]}}),
    ("FL17", {(*FLOW, 0, "uraian"): ""}),
    ("ID01", {("status",): "draf", ("identitas", "tanggal_efektif", "nilai"): None}),
    ("ID01", {("identitas", "tanggal_revisi", "nilai"): None}),
    ("ID02", {("peralatan", "judul"): "PERALATAN / PERLENGKAPAN :", ("identitas", "nama_sop", "judul"): "Judul SOP"}),
    ("ID02", {("pencatatan", "judul"): "Pencatatan & Pendataan"}),
    ("ID03", {("identitas", "tanggal_efektif", "nilai"): "2026-03-02"}),
    ("ID04", {("identitas", "nomor_sop", "nilai"): "SOP / 09 / III / 2026"}),
    ("ID04", {**REVISED, ("identitas", "nomor_sop", "nilai"): "SOP / 02 / X / 2027"}),
    ("ID04", {("identitas", "nomor_revisi"): 1, ("identitas", "nomor_sop", "nilai"): "SOP / ... / ... / 2027"}),
    ("ID05", {("keterkaitan", "isi", 0): "SOP Contoh Lain"}),
    ("ID06", {("identitas", "tanggal_efektif", "nilai"): "2026-03-02"}),
    ("ID06", {("status",): "draf", ("identitas", "tanggal_efektif", "nilai"): "2019-10-01"}),
    ("ID07", {}),
    ("ID09", {("identitas", "tanggal_revisi", "tertulis"): "-"}),
    ("ID09", {("identitas", "tanggal_revisi", "tertulis"): "5 Mei 2026"}),
    ("ID10", {("identitas", "nama_sop", "nilai"): "Mediasi"}),
    ("ID10", {("identitas", "nama_sop", "nilai"): "Forum Kemitraan Polisi dan Masyarakat (FKPM)"}),
    ("ID11", {("identitas", "tanggal_efektif", "nilai"): None}),
    ("ID12", {("identitas", "tanggal_efektif", "tertulis"): "01 APRIL 2026"}),
    ("LB12", {("status",): "draf", ("identitas", "tanggal_efektif", "nilai"): "2026-04-01", LAW: TO_2023}),
    ("LB15", {LAW: "Undang-Undang Nomor 5 Tahun 2026", EFFECTIVE: "2026-06-17"}),
    ("LB15", {LAW: AMENDED, EFFECTIVE: "2026-07-01"}),
    ("LB12", {LAW: TRAFFIC}),
    ("ID04", {**UNDATED, ("identitas", "nomor_sop", "nilai"): "SOP / 01 / XII / 2026"}),
    ("ID12", {("identitas", "tanggal_efektif", "tertulis"): "30 APRIL 2026", EFFECTIVE: "2026-04-30"}),
    ("ID50", {**UNDATED, ("identitas", "tanggal_revisi", "nilai"): "2026-03-09"}),
    ("ID50", {**UNDATED, EFFECTIVE: None}),
    ("LG10", {("peringatan", "isi"): ["Apabila a;", "Apabila b", "Apabila c"]}),
    ("FL44", {(*STEP, "uraian"): "Menyunting naskah", (*FLOW, 2, "uraian"): "Apakah naskah memuat rahasia?"}),
    ("FL44", {**EDITED, (*FLOW, 2, "uraian"): "Apakah rekaman memuat rahasia?"}),
    ("FL49", {**DETOUR, (*FLOW, 3, "mutu_baku", "waktu", "nilai"): 60}),
    ("FL49", timed(45, 61)),
    (
        "FL22",
        {**NEEDY, (*FLOW, 0, "simbol"): "proses", (*FLOW, 0, "mutu_baku"): {"kelengkapan": ["Rekomendasi camat"]}},
    ),
    ("LB19", {LAW: "Permendagri Nomor 54 Tahun 2011", **OLD}),
    ("LB20", {LAW: "Peraturan Daerah Kota Contoh Nomor 4 Tahun 2020 tentang Pelayanan Publik"}),
    ("LB20", {LAW: "Peraturan Menteri Kesehatan Nomor 4 Tahun 2018 tentang Kecamatan"}),
    ("LB20", {LAW: "Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja"}),
    (
        "LB21",
        {LAW: f"{UU} (Lembaran Negara Republik Indonesia Tahun 2002 Nomor 2, Tambahan Lembaran Negara Nomor 4168)"},
    ),
    ("LB21", {LAW: "Perkap Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat (Berita Negara Tahun 2015 Nomor 812)"}),
    ("LB09", {LAW: f"{UU} (Lembaran Negara Tahun 2002 Nomor 2);"}),
    ("LB04", {LAW: f"{UU} (Lembaran Negara Republik Indonesia Tahun 2002 Nomor 2);"}),
    ("LG09", {ITEM: "Apabila Satuan Perlindungan Masyarakat lalai, masyarakat dirugikan"}),
    ("ID41", {RANK: "Pembina"}),
    ("LB22", {LAW: AMENDED}),
    ("LB22", {LAW: f"{UU} sebagaimana telah diubah dengan Undang-Undang Nomor 5 Tahun 2026"}),
    (
        "LB04",
        {
            LAW: "Peraturan Pemerintah Nomor 76 Tahun 2020 tentang Jenis dan Tarif Atas Jenis Penerimaan Negara "
            "Bukan Pajak yang Berlaku Pada Kepolisian Negara Republik Indonesia"
        },
    ),
    ("ID41", {NUMBER: "00000001"}),
    ("ID41", {NUMBER: "76050993", RANK: "AKBP"}),
    ("ID41", {NUMBER: "........", RANK: "PEMBINA"}),
    ("ID41", {NUMBER: "197904121999121005", RANK: "PEMBINA"}),
    ("ID41", {NUMBER: "199001012023211001", RANK: "PPPK"}),
    ("ID42", {("peringatan", "isi"): ["Dilarang berpolitik", "Dilarang memihak"]}),
    ("ID42", {("peringatan", "isi"): ["Apabila lalai, ditegur", "FKPM tidak melakukan upaya paksa"]}),
    ("ID43", {SKILL: "Mampu mengemudikan kendaraan"}),
    ("FL41", {**timed(20, 20), (*STEP, "keterangan"): ["Diulang setiap 30 menit", "Paling lama 2 hari", "20 menit"]}),
    ("FL42", {(*FLOW, 2, "uraian"): "Apakah laporan lengkap?"}),
    ("FL42", {(*FLOW, 2, "uraian"): "Apakah laporan belum lengkap?", **EXCHANGED}),
    ("FL42", {(*FLOW, 2, "uraian"): "Perlu diulang?", **EXCHANGED}),
    ("FL43", {(*STEP, "uraian"): "Menyusun laporan", (*STEP, "mutu_baku"): SIGNED}),
    (
        "LG41",
        {ITEM: "Apabila lewat 5 (lima) hari, 12 (dua belas) jam, 110 (SPKT), 1.500 (seribu lima ratus)"},
    ),
    ("LG08", {("pelaksana", 1, "label"): "Banit SPKT"}),
    (
        "LG09",
        {("keterkaitan", "isi", 0): "SOP Pemecahan Masalah melalui Mediasi", ITEM: "Apabila masalah timbul, ditegur"},
    ),
    ("LG01", {ITEM: "Perbankan, peledakan, penunjukan, menunjukkan, kewenangan"}),
    ("LB23", {(*STEP, "keterangan"): ["Dahulu menurut PP Nomor 60 Tahun 2016, kini tidak", "Menurut PP 76/2020"]}),
    ("LB23", {ITEM: "Apabila UU 27/2022 tentang Pelindungan Data Pribadi dilanggar, petugas didenda"}),
    ("ID44", {("peralatan", "isi", 0): "Kamera", ("pencatatan", "isi", 0): "Formulir laporan"}),
    ("ID44", {("keterkaitan", "isi", 0): "SOP menurut Perpol 1/2021"}),
    ("ID45", {("tata_letak",): "per_langkah", ("pencatatan", "isi", 0): "Buku laporan"}),
    ("ID45", {("tata_letak",): "per_langkah", ("pencatatan", "isi", 0): "Disimpan sebagai data elektronik"}),
    ("ID46", {PURPOSE: "Memberikan pedoman", AIM: "Menyelesaikan masalah"}),
    ("ID47", {**activities(1, 2), ("kegiatan", 1, "nomor"): "2.", ("kegiatan", 1, "judul"): "B. LAIN"}),
    ("ID47", {**activities(1, 2), ("kegiatan", 1, "nomor"): "I", ("kegiatan", 1, "judul"): "Lain"}),
    ("ID48", {}),
    ("ID49", {("identitas", "nomor_sop", "nilai"): "SOP/XI-2/VIII/2026"}),
    ("ID50", REVISED),
    ("ID50", {("identitas", "nomor_revisi"): 0, ("identitas", "tanggal_revisi", "nilai"): "2027-04-01"}),
    ("ID51", {ITEM: "Apabila penyandang disabilitas ditolak; KTP-el; Kementerian Hukum"}),
    ("ID51", {ITEM: "Menurut Permenkumham Nomor 8 Tahun 2014 tentang Kementerian Hukum dan HAM"}),
    ("ID51", {**OLD, ITEM: "Apabila Kementerian Hukum dan HAM menolak, dibatalkan"}),
    ("ID52", {OFFICE: "POLRESTA CONTOH", ITEM: "Apabila Kapolres Lain, Polres jajaran atau Kapolresta menolak"}),
    ("ID23", {POST: "WAKAPOLRES CONTOH", RANK: "KOMPOL"}),
    ("FL44", {}),
    ("FL09", {(*STEP, "uraian"): "Gosok punggung tangan, lalu bilas"}),
    (
        "FL06",
        {
            ("tata_letak",): "tanpa_tabel",
            ("bentuk_kepala",): "rumah_sakit",
            ("bagian",): [{"judul": "PROSEDUR", "dari": "langkah"}],
            (*QUALITY, "keluaran"): [],
        },
    ),
    ("ID14", {("judul",): "SPO Contoh", ("identitas", "nama_sop", "nilai"): "CONTOH", ("sampul",): None}),
    ("FL44", {(*STEP, "pelaksana"): "ketua", (*STEP, "uraian"): "Memeriksa berkas"}),
    ("FL45", {(*FLOW, 3): {**HANDS, "id": "l4", "pelaksana": "ketua"}, (*FLOW, 1): HANDS, (*FLOW, 4): LAST}),
    ("FL46", {**NEEDY, (*QUALITY, "keluaran"): ["Laporan kegiatan"]}),
    ("FL46", {("tata_letak",): "per_langkah", (*QUALITY, "keluaran"): ["Surat keputusan"]}),
    ("LG10", {("peringatan", "isi"): ["Apabila a;", "Apabila b; dan", "Apabila c."]}),
    ("LG10", {("peringatan", "isi"): ["Apabila a;", "Apabila b;", "Apabila c"]}),
    ("LG42", {ITEM: "Apabila lalai: 1) ditegur, a) didenda (paling banyak Rp5.000) dan 2) dipindahkan"}),
    ("LG42", {("peringatan", "isi"): ["Apabila ditolak, yaitu:", "Apabila lalai; dan", "Apabila lupa"]}),
    ("LG43", {("peringatan", "isi"): ["apabila a", "apabila b", "Apabila c"]}),
    ("LG44", {ITEM: "Agar tertib, para petugas wajib berhati-hati; beberapa kali; sia-sia"}),
    ("LG45", {ITEM: "Apabila lalai, didenda Rp50.000,00 atau Rp30.000"}),
    ("PR41", {ITEM: "Apabila AKP atau Bripka lalai, Kompol Pol, Kasat Binmas ditegur"}),
    ("FL47", {}),
    ("FL47", {(*FLOW, 2, "uraian"): "Memeriksa laporan"}),
    ("FL47", {(*FLOW, 2, "uraian"): "Menyetujui atau tidak"}),
    ("FL48", {**EARLY, ("peralatan", "isi", 1): "Kartu"}),
    (
        "FL48",
        {**EARLY, (*FLOW, 1, "ke"): "l3", (*FLOW, 2, "cabang"): {"Ya": "l5", "Tidak": "l4"}, (*FLOW, 3, "ke"): "l2"},
    ),
    ("LG46", {ITEM: "Apabila hari Senin, minggu kedua bulan mei, warga Gorontalo lalai, ditegur"}),
    ("LG47", {ITEM: "Apabila Kekerasan dalam Rumah Tangga (KDRT) di Tempat Kejadian Perkara (TKP), Badan X (BNN)"}),
    ("LG47", {ITEM: "Apabila SKKC keliru", ("pencatatan", "isi", 0): "SKCK, SKCK"}),
    ("LB12", {LAW: AMENDED.replace("5 Tahun 2026", "9 Tahun 2027")}),
    (
        "LG01",
        {ITEM: "Apabila ketua, kepala, kedua, kelompok, keluarga, kendaraan, ketika, kegiatan, kesehatan, kehendak"},
    ),
    ("LG05", {("identitas", "pengesah", "nama"): "Drs. IRWAN CONTOH, dr ENTAH"}),
    ("ID21", {SKILL: "Memahami hukum acara pidana; mampu melayani"}),
    ("FL42", {(*FLOW, 2, "uraian"): "Apakah perlu penyusunan?", (*FLOW, 2, "cabang"): {"Ya": "l2", "Tidak": "l4"}}),
    ("FL42", {**OBEYED, (*STEP, "uraian"): "Menertibkan pedagang"}),
    ("LB01", {LAW: PERKAP_2015, **OLD}),
    ("LB01", {LAW: UU}),
    (
        "LB02",
        {LAW: "Undang-Undang Dasar 1945", ("dasar_hukum", "isi", 1): UU, ("dasar_hukum", "isi", 2): PERKAP_2015},
    ),
    ("LB02", {LAW: DAGRI, ("dasar_hukum", "isi", 1): PERMENPAN}),
    ("LB02", {LAW: PERMENPAN, ("dasar_hukum", "isi", 1): DAGRI}),
    ("ID18", {("identitas", "tanggal_revisi", "nilai"): "2026-12-01"}),
    ("LB02", {LAW: UU, ("dasar_hukum", "isi", 1): "Keppres 89/2000", ("dasar_hukum", "isi", 2): PERMENPAN}),
    ("LB02", {LAW: PERKAP_2015, ("dasar_hukum", "isi", 1): KASATFUNG, ("dasar_hukum", "isi", 2): PERKAPOLRES}),
    ("LB02", {LAW: PERKAP_2015, ("dasar_hukum", "isi", 1): "Peraturan Daerah Kota Contoh Nomor 1 Tahun 2010"}),
    ("LB01", {LAW: "Peraturan Kepala Kepolisian Daerah Contoh Nomor 7 Tahun 2008 tentang Contoh"}),
    ("LB02", {LAW: UU, ("dasar_hukum", "isi", 1): "Adat setempat", ("dasar_hukum", "isi", 2): PERMENPAN}),
    ("LB03", {("judul",): "SOP Kegiatan FKPM", LAW: "Peraturan Polri Nomor 1 Tahun 2021"}),
    ("LB03", {("judul",): "SOP Kegiatan FKPMX"}),
    ("LB04", {LAW: UU}),
    ("LB04", {LAW: AMENDED}),
    ("LB04", {LAW: "Peraturan Kapolri Nomor 23 Tahun 2010 tentang Susunan pada Tingkat Kepolisian Dalam Negeri"}),
    ("LB04", {LAW: UU.upper()}),
    ("LB04", {LAW: "Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan"}),
    ("LB05", {LAW: SKEP.format(month="Juli")}),
    ("LB06", {LAW: PERKAP_2015}),
    ("LB01", {("status",): "draf", LAW: PERKAP_2015, **OLD}),
    ("LB06", {("status",): "dicabut", LAW: PERKAP_2015, **OLD}),
    ("LB07", {LAW: UU}),
    ("LB08", {LAW: UU}),
    ("LB09", {LAW: UU.lower()}),
    ("LB09", {LAW: "Perkap Nomor 99 Tahun 2008 tentang apa saja"}),
    ("LB09", {LAW: AMENDED}),
    ("LB09", {LAW: f"{UU} yang sudah dirubah dengan Undang-Undang Nomor 5 Tahun 2026"}),
    ("LB12", {LAW: AMENDED}),
    ("LB02", {LAW: "Peraturan Bupati Lain Nomor 3 Tahun 2021 tentang A", LAW_2: PERDA}),
    ("LB02", {LAW: PERDA, LAW_2: "Peraturan Bupati Contoh Nomor 3 Tahun 2021 tentang A"}),
    ("LB12", {LAW: UU, ("dasar_hukum", "isi", 1): "Undang-Undang Nomor 5 Tahun 2026"}),
    ("LB12", {**OLD, LAW: UU}),
    ("LB13", {LAW: UU, ("dasar_hukum", "isi", 1): "Peraturan Pemerintah Nomor 2 Tahun 2002"}),
    ("LB14", {LAW: "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"}),
    ("LB14", {LAW: "Kitab Undang-Undang Hukum Acara Pidana", ("dasar_hukum", "isi", 1): "SOP Peraturan"}),
    ("LB14", {LAW: "Keputusan Menteri Kehakiman Nomor M.01.PW.07.03 Tahun 1982 tentang Pedoman"}),
    ("LB15", {LAW: UU}),
    ("LB10", {LAW: PERMENPAN}),
    ("LB10", {LAW: "Peraturan Kepala Kepolisian Negara Republik Indonesia nomor 7 tahun 2008"}),
    ("LB10", {LAW: "Peraturan Kapolda Contoh Nomor 7 Tahun 2008"}),
    ("LB10", {LAW: SKEP.format(month="Juli")}),
    ("LG01", {ITEM: "Meningkatkan aktivitas HP dan FKPM; Sara hadir"}),
    (
        "LG01",
        {ITEM: "Surat PD dan TEAM, Puteri Indonesia, di lokasi, di instansi, di sisi, di pekan, keluar, kesatuan"},
    ),
    ("LG01", {ITEM: "Memakai kemeja, mengklaim, mengkritik, mengkaji, Mesjid Raya"}),
    ("LG01", {ITEM: "Maaf, saat maaf; sesuai Perkap 23/2010 tentang Kepolisian Resor"}),
    (
        "LG08",
        {
            ITEM: "Menandatangani, memverifikasi, daring, Kasat Binmas, server, biometrik, genset, "
            "sphygmomanometer, tengah-tengah"
        },
    ),
    ("LG10", {ITEM: "Apabila lalai, ditegur", ("peringatan", "isi", 1): "Hemat."}),
    ("LG10", {ITEM: "Apabila lalai, ditegur;", ("peringatan", "isi", 1): "Hemat."}),
    ("ID22", {OFFICE: "SATBINMAS POLRES LAMARU"}),
    ("ID22", {**OLD, OFFICE: "SATBINMAS POLRES LAMA"}),
    ("LG09", {ITEM: "Warga Kelurahan Limba, kepada Petugas Polmas, para Pihak, Polri"}),
    ("FL09", {(*STEP, "uraian"): "Koreksi laporan"}),
    ("FL09", {(*STEP, "uraian"): "Hadiri, pelajari, setujui"}),
    ("FL09", {(*STEP, "uraian"): "Menindaklanjuti laporan"}),
    ("FL10", {("pelaksana", 1, "label"): "Bhabinkamtibmas", (*STEP, "uraian"): "Lapor kepada Kanit Bhabinkamtibmas"}),
    ("LB12", {LAW: AMENDED}),
    ("LG02", {ITEM: "diterima, dicatat"}),
    ("FL18", {**timed(20, 20, exits={"Ya": "l5", "Tidak": "l4"}), **LONG}),
    ("FL23", {(*STEP, "uraian"): "Membaca dan menandatangani laporan lalu lintas"}),
    ("FL24", {**UNIT_HEAD, (*STEP, "uraian"): "Melapor kepada Kanit SPKT dan Kepala Unit Reskrim"}),
    ("FL25", {("peralatan", "isi", 0): "Kamera"}),
    ("ID24", {("peralatan", "isi", 1): "Kamera video"}),
    ("ID31", {("bagian",): [{"dari": name} for name in STANDARD]}),
    ("ID31", {("identitas", "kendali"): [MADE_BY], ("bentuk_kepala",): "kendali"}),
    ("LG12", {ITEM: "Sebutkan \u201cSalam Presisi\u201d dan \u201cSiap\u201d"}),
    ("LG12", {ITEM: "\u201cSiap\u201d atau \u201cTidak\u201d"}),
    ("LG12", {ITEM: '"Apabila lalai, ditegur"'}),
    ("BB01", prose("Bahwa", {"judul": "Umum", "isi": ["Bahwa"]})),
    ("BB02", prose({"id": "tamu", "teks": "Lihat {lihat:tamu} dan {lihat: satu}."})),
    ("BB03", prose(DEEP)),
    ("BB04", prose()),
    ("BB05", prose({"judul": "A", "tabel": {**TABLE, "lebar": ["1", "2"]}})),
    ("LG10", prose({"judul": "A", "tabel": TABLE})),
    ("LG10", prose({"judul": "A", "isi": ["Memimpin;", "Memeriksa;", {"teks": "Membagi:", "isi": ["Tugas."]}]})),
    ("LG43", prose({"judul": "A", "isi": ["1 (satu) orang;", "2 (dua) orang; dan", "paling sedikit tiga."]})),
    ("BB04", {}),
    ("LG11", {ITEM: "Triase, anamnesis, biometrik, daging kambing, masing-masing, shalat, tensimeter, dll."}),
    ("LG11", {ITEM: "Menghadap kepala kapall"}),
    ("LG01", {ITEM: "Menyusun press release"}),
    ("LG08", {ITEM: "Menyusun press release tentang physical examination"}),
    ("LG11", {ITEM: "Traffic Management Center, aplikasi Social Listening, informasi@integrity.id"}),
    ("LG11", {ITEM: "Memakai aplikasi e-File, Google Meeting, profil dan berkas"}),
    ("FL18", timed(20, 40)),
    ("FL18", timed(10, 10)),
    ("FL19", {}),
    ("FL20", {}),
    ("FL21", {}),
    ("FL22", {}),
    ("FL22", {**NEEDY, (*STEP, "uraian"): "Meminta rekomendasi camat dan menyusun laporan"}),
    ("ID04", {("identitas", "nomor_sop", "nilai"): "SOP / 09 / IV / 2026"}),
    ("ID23", {POST: "KAPOLRES CONTOH", OFFICE: "SATBINMAS POLRES CONTOH", RANK: "AKBP"}),
    ("ID23", {POST: "KAPOLRESTA CONTOH", OFFICE: "POLRESTA CONTOH", RANK: "KOMISARIS BESAR POLISI"}),
    ("ID15", {}),
    ("ID16", {**OLD, ("pelaksana", 1, "label"): "Kanit Bintibmas"}),
    ("ID16", {("pelaksana", 1, "label"): "Kanit Bintibsos"}),
    ("ID17", {}),
    ("ID18", {("identitas", "tanggal_efektif", "nilai"): "2062-03-02"}),
    ("ID19", {RANK: "PENDA TK. I, III/b"}),
    ("ID19", {RANK: "Penata Muda Tk. I", ITEM: "Apabila AKBP atau Komisaris Independen hadir"}),
    ("ID20", {}),
    ("ID20", {("judul",): "SOP FKPM", ("pelaksana", 1, "label"): "Bhabinkamtibmas"}),
    ("ID21", {}),
    ("LG01", {LAW: "Perkap Nomor 23 Tahun 2010 tentang Tata Kerja pada Tingkat Kepolisian Resort"}),
    ("LG02", {ITEM: "No. 31, S.I.K., 1,5 jam; SOP / ... / 2026 dan/atau A , B".replace(" , ", ", ")}),
    ("LG03", {ITEM: "Pukul 01.00, 10 Juni 2006, 08 orang"}),
    ("LG04", {ITEM: "Pukul 09.00 WITA, perbandingan 1:50, ayat 2:10"}),
    ("LG05", {("identitas", "pengesah", "nama"): "PERSONEL CONTOH, S.I.K., M.Si., ENTAH"}),
    ("LG06", {ITEM: "Suhu ≥ 30 °C → lapor, „Ё“ ½ • é\n"}),
    ("LG07", {ITEM: "No. 31 / ... / 2026, tanggal ... ; [catatan] metode todo, A-B"}),
    ("LG07", {("kegiatan", 0, "keterangan"): ["-"], ("identitas", "tanggal_revisi", "tertulis"): "-"}),
    ("PR01", {("identitas", "pengesah", "nama"): "Personel 0812-0000-0000"}),
    (
        "PR01",
        {ITEM: "Telepon (0435) 821110, tahun 2026, Rp 10.000.000, rekening 96115001, tanggal 20261201"},
    ),
    ("SG01", {ITEM: "Menandatangani surat secara elektronik"}),
    # right texts near to the kinds of the third set of planted drafts
    ("LG60", {ITEM: "Apabila rangkap2, CO2, R2 dan Ruang2 lalai"}),
    ("LG61", {ITEM: "Apabila B0X dan H2O di ruang A0 lalai"}),
    ("LG62", {PURPOSE: "Memberikan pedoman, sehingga warga tertib"}),
    ("LG01", {ITEM: "Apabila petugas antar barang lalai di Bagian Hubungan Antar Lembaga"}),
    ("LB30", {LAW: KUHP}),
    ("LB31", {LAW: "Petunjuk Lapangan Kapolri No. Pol.: Juklap/4/V/1997 tentang Hasil Rapat"}),
    ("LB31", {LAW: "Keputusan Kapolri Nomor: Kep/9/V/2010 tentang Arahan Lisan"}),
    (
        "LB32",
        {LAW: "Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Pencabutan A dan Peraturan Presiden 2/2003"},
    ),
    ("LB32", {LAW: AMENDED}),
    ("LB33", {LAW: AMENDED}),
    ("LB33", {LAW: UU}),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Bila tidak, kembali ke langkah 2", "Lihat langkah 9 kegiatan B"]}),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Bila ya, lanjut ke langkah 4; lengkapi dalam 9 langkah"]}),
    ("FL60", {(*FLOW, 2, "keterangan"): ["Paling banyak dua kali, sesudah itu lanjut ke langkah 1"]}),
    ("LG01", {ITEM: "Apabila layanan antar warga lalai, ditegur"}),
    ("ID60", {(*QUALITY, "kelengkapan"): ["1. Kamera", "1) Buku", "2) Kartu", "2. Peta"]}),
    ("ID61", {OFFICE: "SATUAN POLRES CONTOH", SKILL: "Mampu mengawal Komisaris Jenderal Polisi"}),
    ("ID64", {("judul",): "SOP Surat Usaha", SHORT_NAME: "PATWAL"}),
    ("ID64", {("judul",): "SOP Surat Usaha", SHORT_NAME: "SKTM", ITEM: "Apabila SKTM lalai"}),
    ("FL61", {ASKED: {"Ya": "l4", "Tidak": "l2"}}),
    ("FL61", {ASKED: {"Lengkap": "l4", "Sesuai": "l2"}}),
    ("FL62", {**REFUSED, (*FLOW, 3, "ke"): "l6"}),
    ("FL62", {**REFUSED, (*FLOW, 4, "uraian"): "Mencatat hasilnya"}),
    ("FL63", {(*STEP, "mutu_baku"): {"kelengkapan": ["Daftar hadir"], "keluaran": ["Daftar hadir"]}}),
    ("FL63", {(*STEP, "mutu_baku"): NUMBERED, ("pencatatan", "isi", 0): "Surat bernomor"}),
    ("FL64", copies(2)),
    ("FL64", {**copies(3), (*STEP, "uraian"): "Menyusun daftar hadir dalam rangkap 2 (dua)"}),
    ("FL65", terms(60)),
    ("FL66", visits("Kartu kunjungan")),
    ("FL66", {**visits("Catatan"), ("pencatatan", "isi", 0): "Kartu kunjungan"}),
    ("FL67", signed_by("ketua")),
    ("FL67", {**signed_by("anggota"), (*FLOW, 2, "uraian"): "Menyaksikan penyusunan"}),
    ("ID60", {(*QUALITY, "kelengkapan"): ["1. Kamera", "2. Buku", "1. Kartu", "2. Peta"]}),
    ("ID60", {(*QUALITY, "kelengkapan"): ["1. Kamera", "3 unit HT"]}),
    ("ID61", {OFFICE: "SATUAN POLRES CONTOH", SKILL: "Berpangkat paling rendah Brigadir Polisi Dua"}),
    ("ID61", {OFFICE: "MABES CONTOH", SKILL: "Berpangkat paling rendah Komisaris Jenderal Polisi"}),
    ("ID64", {("judul",): "SOP Surat Keterangan Usaha", SHORT_NAME: "SKU"}),
    ("ID64", {("judul",): "SOP Surat Usaha", SHORT_NAME: "SP2HP"}),
    ("ID65", {("pencatatan", "isi", 0): "Buku bulanan", (*QUALITY, "keluaran"): ["Buku bulanan", "Buku harian"]}),
]

FIRES += [
    ("ID66", signed("2026-03-16", "2026-05-18"), APPROVED),
    ("ID66", signed(None, "2026-01-02"), APPROVED),
    ("ID66", signed("2026-03-05", "2026-03-20"), (*SIGNERS, 1, "tanggal")),
    ("ID67", history("2026-06-01"), (*HISTORY, 0, "tanggal")),
    ("ID67", history("2026-04-01", "2025-01-06", "2026-04-01"), (*HISTORY, 1, "tanggal")),
    ("ID67", history("2025-01-06", "2025-02-06", "2026-04-01"), HISTORY),
    ("ID41", {RANK: "KOMISARIS BESAR POLISI", NRP: "07040318"}, NRP),
    ("ID41", {RANK: "AJUN KOMISARIS POLISI", NRP: "51040318"}, NRP),
    ("ID41", {RANK: "PEMBINA", NRP: "195108221979032006"}, NRP),
    (
        "ID24",
        {(*STEP, "mutu_baku"): {"kelengkapan": ["Buku", "Kamera", "Buku"]}},
        (*STEP, "mutu_baku", "kelengkapan", 2),
    ),
    ("ID14", {("sampul",): {"judul": ["CONTOH"], "tahun": "2026", "instansi": ["SATUAN CONTOH", "KOTA LAIN"]}}, TOWN),
    ("FL08", {(*STEP, "rujukan"): "SOP Lain Lagi"}, (*STEP, "rujukan")),
    ("FL04", {(*STEP, "simbol"): "selesai"}, (*FLOW, 2)),
    ("FL42", disturbed("l4", "l2"), ASKED),
    ("FL62", sent_back("Merekam data"), (*FLOW, 3, "ke")),
    ("FL68", by("Pemohon", "Merekam data kelahiran ke dalam SIAK"), (*STEP, "pelaksana")),
    ("FL68", by("Anggota FKPM", "Menandatangani surat perintah mediasi"), (*STEP, "pelaksana")),
    ("FL68", by("Staf", "Menandatangani surat keputusan"), (*STEP, "pelaksana")),
    ("LB31", {LAW: "Rancangan Undang-Undang tentang Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2006"}, LAW),
    *(("LG63", {ITEM: text}, ITEM) for text in UNPAIRED),
    ("LG08", {("sampul",): cover("STANDAR OPRASIONAL PROSEDUR")}, ("sampul", "judul", 0)),
    ("LG09", {SKILL: "Mampu menjaga Kerahasiaan Data pribadi penduduk"}, SKILL),
    ("LB34", {LAW: f"{OMBUDSMAN} tentang Ombudsman Nasional"}, LAW),
    ("LB34", {LAW: "Undang-Undang Nomor 73 Tahun 2008 tentang Ombudsman Republik Indonesia"}, LAW),
    ("LB35", {LAW: MARRIAGE}, LAW),
    *(("LB36", {LAW: f"{POPULATION} {clause}"}, LAW) for clause in NO_CLAUSES),
    *(("LG64", {ITEM: text}, ITEM) for text in WRONG_SIGNS),
    ("LG64", {(*FLOW, 2, "uraian"): "Apakah laporan lengkap"}, (*FLOW, 2, "uraian")),
    ("LG64", {(*STEP, "uraian"): "Menyusun laporan,"}, (*STEP, "uraian")),
    *(("LG65", {ITEM: text}, ITEM) for text in WRONG_DAYS),
    ("ID68", {**signed(None, "2026-03-20"), NRP: "84060173", (*SIGNERS, 0, "nrp"): "84060173"}, (*SIGNERS, 0, "nrp")),
    ("ID69", {OFFICE: "POLSEK TELAGA", ITEM: "Apabila lalai, berlaku bagi Polsek Limboto"}, ITEM),
    ("FL69", given("Menyusun rekap", "Catatan"), (*FLOW, 2, "mutu_baku", "keluaran", 0)),
    ("FL68", by("Kapolsek", "Mengetik laporan hasil patroli"), (*STEP, "pelaksana")),
    ("FL41", limited("paling lama 20 menit"), (*STEP, "keterangan", 0)),
    ("FL42", {**disturbed("l4", "l2"), **NEEDED}, ASKED),
    ("FL45", {(*FLOW, 0, "uraian"): "Mendata pedagang", (*FLOW, 1, "uraian"): "Mendata pedagang"}, (*STEP, "uraian")),
    ("FL61", {ASKED: {"Ya": "l4", "Tdak": "l2"}}, (*ASKED, "Tdak")),
    ("ID02", {("kegiatan", 0, "maksud", "judul"): "1. Maksut"}, ("kegiatan", 0, "maksud", "judul")),
    ("ID14", {("judul",): "SOP Penyusunan Laporn", **LONG_NAME}, ("identitas", "nama_sop", "nilai")),
    ("ID24", {("paraf",): ["Kasat", "Kasium", "Kasat"]}, ("paraf", 2)),
    ("ID47", ordered("1. Riwayat", "3. Dasar Hukum"), ("dasar_hukum", "judul")),
    ("ID51", {ITEM: "Apabila Ka SPK lalai, ditegur", **OF_2026}, ITEM),
    ("ID52", {OFFICE: "POLRESTA CONTOH", ITEM: "Apabila Wakapolres lalai, ditegur"}, ITEM),
    ("LG05", {**signed(None, "2026-03-20"), (*SIGNERS, 0, "nama"): "CONTOH, SH"}, (*SIGNERS, 0, "nama")),
    ("LG07", {AIM: "tidak ada"}, AIM),
    ("LG08", {("pelaksana", 1, "label"): "Petugas Ptroli", ITEM: "Apabila patroli lalai, ditegur"}, ROLE),
    ("LG63", {ITEM: "Apabila petugas menyerahkan surat pada pemohon, dicatat"}, ITEM),
    ("LB31", {LAW: "Nota Dinas Kepala Bagian tentang Pelayanan"}, LAW),
    ("LB37", {LAW: "Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan"}, LAW),
    ("LB23", {("keputusan",): {**DECREE, "mengingat": [PERKAP_2015]}, **OF_2026}, ("keputusan", "mengingat", 0)),
    ("ID74", {OFFICE: "SIWAS POLRES CONTOH", SOP_NUMBER: "SOP/1/IX/2026/SATLANTAS"}, SOP_NUMBER),
    *(("ID71", {("keputusan",): {**DECREE, **part}, **OF_2026}, ("keputusan", *loc)) for part, loc in NO_DECREES),
    ("ID72", {ITEM: "Apabila barang bawaan digeledah, barang terlarang dapat masuk"}, ITEM),
    ("FL70", {(*FLOW, 0, "simbol"): "proses", (*STEP, "simbol"): "mulai"}, (*STEP, "simbol")),
    ("FL71", untimed("waktu"), ("kegiatan", 1, "mutu_baku", "waktu")),
    ("FL61", {ASKED: {"Lengkap": "l4", "Tidak": "l2"}, (*FLOW, 2, "uraian"): "Apakah tercantum?"}, ASKED),
    ("LG05", {("identitas", "pengesah", "nama"): "CONTOH, S.H., S.H."}, ("identitas", "pengesah", "nama")),
    ("LG11", {ITEM: "Apabila interview gagal, diulang"}, ITEM),
    ("LG64", {ITEM: "Apabila identitas pelapor dibocorkan petugas dapat dikenai sanksi;"}, ITEM),
    ("LG01", {ITEM: "Apabila napi sakit, dirawat"}, ITEM),
    ("FL10", {**by("Kepala Seksi Umum", "Menyusun surat"), (*FLOW, 3, "uraian"): SIGNED_BY}, (*FLOW, 3, "uraian")),
    ("FL68", by("Staf", "Apakah usul penempatan disetujui?"), (*STEP, "pelaksana")),
    ("LG45", {ITEM: "Apabila tarif Rp350,000 tidak dibayar, ditolak"}, ITEM),
    ("LG64", {ITEM: "Apabila lalai, sesudah usul ke 2 penempatan ditetapkan"}, ITEM),
    (
        "ID42",
        {("peringatan", "isi"): [*WARNED, "Pengaduan dapat diterima melalui telepon"]},
        ("peringatan", "isi", 2),
    ),
]
QUIET += [
    ("ID66", signed("2026-03-16", "2026-03-20")),
    ("ID66", signed(None, "2026-04-01")),
    ("ID67", history("2026-04-01")),
    ("ID67", {**history("2026-04-01", "2025-01-06"), ("identitas", "nomor_revisi"): 1}),
    ("ID41", {RANK: "KOMISARIS BESAR POLISI", NRP: "77040318"}),
    ("ID41", {RANK: "BRIGADIR POLISI DUA", NRP: "07040318"}),
    ("FL08", {(*STEP, "rujukan"): "SOP Lain", ("keterkaitan", "isi"): ["1. SOP lain;"]}),
    ("FL42", disturbed("l2", "l4")),
    ("FL62", sent_back("Menerima kembali berkas")),
    ("FL68", by("Pemohon", "Mengisi formulir dan menandatangani tanda terima")),
    ("FL68", by("Pasien", "Menyerahkan kartu identitas di loket pendaftaran")),
    ("FL68", by("Operator", "Merekam data kelahiran ke dalam SIAK")),
    ("FL68", by("Pelapor", "Mencabut laporan dan menandatangani surat pernyataan")),
    ("FL68", by("Pemohon", "Menyerahkan surat keterangan kelahiran di loket")),
    ("FL68", by("Anggota FKPM", "Mengarsipkan berita acara musyawarah")),
    ("LB31", {LAW: "Peraturan Pemerintah Nomor 87 Tahun 2014 tentang Rancangan Contoh"}),
    ("LB33", {LAW: CARRIED_OUT}),
    *(("LG63", {ITEM: text}) for text in PAIRED),
    ("LG08", {("sampul",): cover("STANDAR OPERASIONAL PROSEDUR MEDIASI")}),
    ("LG09", {SKILL: "Memahami Pelayanan Terpadu Satu Pintu"}),
    ("LB20", {LAW: "Undang-Undang Nomor 73 Tahun 2008 tentang Ombudsman Republik Indonesia"}),
    ("LB34", {LAW: f"{OMBUDSMAN} tentang Ombudsman Republik Indonesia;"}),
    ("LB35", {LAW: f"{MARRIAGE} sebagaimana telah diubah dengan Undang-Undang Nomor 16 Tahun 2019"}),
    ("LB35", {LAW: MARRIAGE, **OF_2018}),
    *(("LB36", {LAW: f"{POPULATION} {clause}"}) for clause in CLAUSES),
    ("LB36", {LAW: CARRIED_OUT}),
    *(("LG64", {ITEM: text}) for text in RIGHT_SIGNS),
    *(("LG65", {ITEM: text}) for text in RIGHT_DAYS),
    ("ID68", signed("2026-03-16", "2026-03-20")),
    ("ID69", {OFFICE: "POLSEK TELAGA", ITEM: "Apabila lalai, berlaku bagi Unit Samapta Polsek Telaga"}),
    ("ID69", {OFFICE: "POLSEK TELAGA", ITEM: "Apabila lalai, dilaporkan kepada Polsek Limboto"}),
    ("FL69", given("Meneruskan catatan", "Catatan")),
    ("FL69", given("Menyusun rekap", "Rekap")),
    ("FL68", by("Kapolsek", "Menandatangani laporan hasil patroli")),
    ("FL41", limited("paling lama 90 menit")),
    ("FL42", {**disturbed("l2", "l4"), **NEEDED}),
    ("ID47", ordered("1. Riwayat", "2. Dasar Hukum")),
    ("LG63", {ITEM: "Apabila petugas menempelkan surat pada papan, dicatat"}),
    ("LB37", {LAW: "Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan", ITEM: "Apabila bahan pustaka hilang"}),
    ("LB37", {LAW: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"}),
    ("ID74", {OFFICE: "SIWAS POLRES CONTOH", SOP_NUMBER: "SOP/1/IX/2026/SIWAS"}),
    ("ID74", {OFFICE: "POLRES CONTOH", SOP_NUMBER: "SOP/1/IX/2026/SATLANTAS"}),
    ("ID71", {("keputusan",): DECREE, **OF_2026}),
    ("LG64", {ITEM: "Apabila identitas pelapor dibocorkan, petugas dapat dikenai sanksi;"}),
    ("ID72", {ITEM: "Apabila barang bawaan tidak digeledah, barang terlarang dapat masuk"}),
    ("ID72", {ITEM: "Apabila laporan dicatat terlambat, layanan terhambat"}),
    ("FL70", {}),
    ("FL71", untimed()),
    ("FL61", {ASKED: {"Lengkap": "l4", "Tidak": "l2"}, (*FLOW, 2, "uraian"): "Apakah berkas lengkap?"}),
]


@pytest.mark.parametrize(("code", "edits", "loc"), [*FIRES, *wider.FIRES])
def test_a_rule_fires_at_its_place(code: str, edits: Edits, loc: Loc) -> None:
    assert loc in [finding.loc for finding in found(code, subject(edits))]


@pytest.mark.parametrize(("code", "edits"), [*QUIET, *wider.QUIET])
def test_a_rule_is_quiet_where_all_is_well(code: str, edits: Edits) -> None:
    assert [] == found(code, subject(edits))


OFFICIAL = {
    "id": "kasat",
    "jabatan": "KEPALA BAGIAN CONTOH",
    "nama": "Personel Contoh 2",
    "pangkat": "INSPEKTUR POLISI SATU",
    "nrp": "84060173",
}
UNIT_FIRES: list[tuple[str, Edits, Loc]] = [
    ("TO06", {("kop", 0): "A" * 42}, ("kop", 0)),
    ("TO06", {("kop",): ["A", "B", "C", "D"]}, ("kop",)),
    ("TO02", {("surat_perintah",): {"nomor": "Sprin/{urut}/{bulan}/{tahun}"}}, ("surat_perintah", "nomor")),
    ("LG04", {("kop", 0): "DAERAH GORONTALO", ("zona_waktu",): "WIB"}, ("zona_waktu",)),
    ("LG04", {("zona_waktu",): "GMT+8"}, ("zona_waktu",)),
    ("LG04", {("kop", 0): "PEMERINTAH KABUPATEN BOALEMO", ("zona_waktu",): "WIB"}, ("zona_waktu",)),
    ("LG04", {("kota",): "KOTA BANDUNG"}, ("zona_waktu",)),
    ("LG04", {("tempat",): "Jayapura"}, ("zona_waktu",)),
    ("TO11", {("kop",): ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "RESORT KOTA"]}, ("kop", 1)),
    ("TO11", {("kop", 1): "PEMERINTAH KABUPTEN CONTOH"}, ("kop", 1)),
    ("LG01", {("kop", 1): "POLRES RESORT CONTOH"}, ("kop", 1)),
    ("LG01", {("surat_perintah",): {"dasar": ["Peraturan tentang aktifitas"]}}, ("surat_perintah", "dasar", 0)),
    ("LG02", {("surat_perintah",): {"tembusan": ["Kapolres,Wakapolres"]}}, ("surat_perintah", "tembusan", 0)),
    ("LG06", {("telepon",): "☎ (000) 000000"}, ("telepon",)),
    ("TO02", {("surat_perintah",): {"nomor_warga": "Sgas/{tahun}"}}, ("surat_perintah", "nomor_warga")),
    ("TO08", {("surat_perintah",): {"nomor": "Sp.Gas/{urut}/{tahun}"}}, ("surat_perintah", "nomor")),
    ("TO10", {("formulir",): {"mengetahui": "kasat"}}, ("formulir", "mengetahui")),
    (
        "TO10",
        {("nama",): "SATBINMAS POLRES CONTOH", ("formulir",): {"jabatan_mengetahui": "KASAT LANTAS"}},
        ("formulir", "jabatan_mengetahui"),
    ),
    ("ID53", {("nama",): "POLSEK TELAGA", ("kop", 2): "SEKTOR LIMBOTO"}, ("kop", 2)),
    (
        "ID53",
        {("nama",): "POLRES CONTOH", ("surat_perintah",): {"lapor_kepada": "Kapolres Lain"}},
        ("surat_perintah", "lapor_kepada"),
    ),
    ("ID53", {("nama",): "PUSKESMAS LIMBOTO", ("kop",): ["DINAS KESEHATAN", "PUSKESMAS TELAGA"]}, ("kop", 1)),
    ("ID41", {("penandatangan", "nrp"): "12040318"}, ("penandatangan", "nrp")),
    ("ID68", {("penandatangan", "nrp"): "84060173", ("pejabat",): [OFFICIAL]}, ("pejabat", 0, "nrp")),
    (
        "ID68",
        {("pejabat",): [{**OFFICIAL, "pangkat": "KOMISARIS POLISI", "atas_nama": "KEPALA SATUAN CONTOH"}]},
        ("pejabat", 0, "pangkat"),
    ),
    ("ID53", {("nama",): "POLSEK TELAGA", ("kop",): ["SEKTOR TELAGA", "RESOR GORONTALO"]}, ("kop", 1)),
    (
        "ID53",
        {
            ("nama",): "SATBINMAS POLRES CONTOH",
            ("surat_perintah",): {"rencana": [{"tahun": 2026, "isi": ["Rencana Satlantas Tahun 2026"]}]},
        },
        ("surat_perintah", "rencana", 0, "isi", 0),
    ),
    (
        "TO08",
        {("surat_perintah",): {"bentuk": "surat-tugas", "judul": "SURAT PERINTAH"}},
        ("surat_perintah", "judul"),
    ),
    ("TO02", {("formulir",): {"nomor_laporan": "LHP/{nomor}/{tahun}"}}, ("formulir", "nomor_laporan")),
    ("TO09", {("penandatangan", "jabatan"): "KASAT BINMAS"}, ("penandatangan", "jabatan")),
    ("ID53", {("nama",): "SATBINMAS POLRES CONTOH", ("kop", 2): "RESOR LAIN"}, ("kop", 2)),
    ("SG01", {("kop", 1): "Dokumen ini telah ditandatangani secara elektronik"}, ("kop", 1)),
    ("TO08", {("surat_perintah",): {"judul": "SURAT PERINTAH", "awalan": "Sp.Gas"}}, ("surat_perintah", "awalan")),
    (
        "ID62",
        {("surat_perintah",): {"rencana": [{"tahun": 2026, "isi": ["Rencana Kegiatan Tahun 2025"]}]}},
        ("surat_perintah", "rencana", 0, "isi", 0),
    ),
    ("ID63", {("kop", 0): "PEMERINTAH KOTA LAIN"}, ("kota",)),
]


@pytest.mark.parametrize(("code", "edits", "loc"), [*UNIT_FIRES, *wider.UNIT_FIRES])
def test_a_rule_over_the_unit_fires_at_its_place(code: str, edits: Edits, loc: Loc) -> None:
    assert [(loc, True)] == [(finding.loc, finding.in_unit) for finding in found(code, subject({}, unit=edits))]


@pytest.mark.parametrize(
    "code",
    ["TO02", "TO06", "LG01", "LG02", "LG04", "LG06", "SG01", "TO08", "TO09", "TO10", "TO11", "ID53", "ID62", "ID63"],
)
def test_a_rule_over_the_unit_is_quiet_where_all_is_well(code: str) -> None:
    edits: Edits = {("kop", 0): "DAERAH KEPULAUAN RIAU", ("zona_waktu",): "WIB"}
    assert [] == found(code, subject({}, unit=edits))


def test_the_police_orders_no_civilians_and_uses_its_own_words() -> None:
    police: Edits = {("nama",): "POLRES CONTOH"}
    right = ("Menyusun surat perintah bagi anggota", "Menyusun undangan bagi tokoh masyarakat", "Menimbang barang")
    for text in right:
        assert [] == found("TO15", subject({(*STEP, "uraian"): text}, unit=police))
    for text in ("Menyusun surat perintah bagi tokoh masyarakat", "Menulis MEMERINTAHKAN dalam surat perintah"):
        wrong = subject({(*STEP, "uraian"): text}, unit=police)
        assert [(*STEP, "uraian")] == [finding.loc for finding in found("TO15", wrong)]
        assert [] == found("TO15", subject({(*STEP, "uraian"): text}))


def test_an_issued_edition_of_a_unit_with_an_emblem_is_asked_whether_it_has_it() -> None:
    emblem: Edits = {("lambang",): "lambang.png"}
    issued: Edits = {("sebagaimana_terbit",): True}
    assert [("sebagaimana_terbit",)] == [one.loc for one in found("ID70", subject(issued, unit=emblem))]
    for edits, unit in ((issued, {}), ({}, emblem), ({**issued, ("berlambang",): False}, emblem)):
        assert [] == found("ID70", subject(edits, unit=unit))


@pytest.mark.parametrize(("post", "told"), [("KAPOLRES CONTOH", True), ("KAPOLSEK CONTOH", False)])
def test_the_chief_of_a_polsek_does_not_approve_as_that_of_the_polres(post: str, told: bool) -> None:
    chief: Edits = {("penandatangan", "jabatan"): "KEPALA KEPOLISIAN SEKTOR CONTOH"}
    assert told is (POST in [finding.loc for finding in found("ID14", subject({POST: post}, unit=chief))])


def test_a_related_sop_is_looked_for_among_the_others() -> None:
    other = subject({("id",): "lain", ("judul",): "SOP Mediasi (MED)", ("identitas", "nama_singkat"): "M"}).sop
    named: Edits = {("keterkaitan", "isi"): ["SOP MED", "Mediasi", "SOP Medaisi (MED)"]}
    assert [] == found("ID13", subject(named, others=(other,)))
    assert [] == found("ID13", subject({("keterkaitan", "isi"): ["SOP Patroli"]}))
    wrong = found("ID13", subject({("keterkaitan", "isi"): ["SOP Medaisi"]}, others=(other,)))
    assert [("keterkaitan", "isi", 0)] == [finding.loc for finding in wrong]
    assert "SOP Mediasi (MED)" in wrong[0].fix


def test_a_letterhead_with_names_of_places_is_spelt_right_and_keeps_its_zone() -> None:
    for kop in (
        ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", "RESOR KOTA MALANG"],
        ["PEMERINTAH NAGARI KOTO", "DAERA RESO"],
    ):
        assert [] == found("TO11", subject({}, unit={("kop",): kop}))
    assert [] == found("LG04", subject({}, unit={("kop", 0): "DESA MALANG SARI", ("kop", 1): "KABUPATEN GOWA"}))


def test_a_letterhead_of_another_office_may_be_longer() -> None:
    edits: Edits = {("kop", 0): "DINAS PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK"}
    assert 1 == len(found("TO06", subject({}, unit=edits)))
    assert [] == found("TO06", subject({}, unit={**edits, ("surat_perintah",): {"bentuk": "surat-tugas"}}))


def test_a_post_of_today_has_the_capitals_of_the_former_one() -> None:
    written = ("Satsabhara", "Sat Sabhara", "SATSABHARA", "Kanit Bintibmas")
    fixes = [found("ID16", subject({ITEM: f"Apabila {one} lalai"}))[0].fix for one in written]
    assert [one.split('"')[1] for one in fixes] == ["Satsamapta", "Sat Samapta", "SATSAMAPTA", "Kanit Bintibsos"]


def test_without_a_day_no_rule_asks_what_holds_today() -> None:
    assert [] == found("LB06", subject({LAW: PERKAP_2015, **OLD}, today=None))
    assert [] == found("LB01", subject({("status",): "draf", LAW: PERKAP_2015, **OLD}, today=None))


def test_every_rule_has_a_page_and_a_spec_that_it_finds_wrong_and_one_that_it_does_not() -> None:
    fires = {code for code, _, _ in [*FIRES, *UNIT_FIRES, *wider.FIRES, *wider.UNIT_FIRES]} | {"TO15", "ID13", "ID70"}
    quiet = {code for code, _ in [*QUIET, *wider.QUIET]} | {
        "TO12",
        "TO13",
        "TO14",
        "TO15",
        "TO02",
        "TO06",
        "TO08",
        "TO09",
        "TO10",
        "TO11",
        "ID13",
        "ID53",
        "ID62",
        "ID63",
        "ID70",
    }
    assert set(RULES) == fires == quiet
    for entry in RULES.values():
        page = page_of(entry)
        assert page.title
        assert page.why
        assert page.wrong != page.right


def test_a_sound_spec_has_no_findings() -> None:
    assert [] == problems(ROOT / "tests" / "contoh" / "sop.yaml", TODAY)


def test_every_rule_that_is_an_error_has_a_case() -> None:
    texts = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "cases").glob("*/expected.txt"))
    for code, entry in RULES.items():
        assert entry.severity != "error" or f"error {code}" in texts
