"""More wrong and right examples for the rules: an edit of the sound spec, and where the finding stands."""

from tests.lint.edits import Edits

from sopgen.lint.registry import Loc

ITEM: Loc = ("peringatan", "isi", 0)
SKILL: Loc = ("kualifikasi_pelaksana", "isi", 0)
FLOW: Loc = ("kegiatan", 0, "alur")
STEP: Loc = (*FLOW, 1)
RECORDS: Loc = ("pencatatan", "isi")
POLICE: Edits = {("identitas", "satuan_kerja"): "SATBINMAS POLRES CONTOH"}
FROM: Loc = ("identitas", "tanggal_efektif", "tertulis")
SHORT: Loc = ("identitas", "kendali", 0, "pangkat")
NUMBER: Loc = ("identitas", "nomor_sop", "nilai")
HEAD: Loc = ("identitas", "pengesah")
MADE = {"judul": "Dibuat oleh", "jabatan": "Kaur", "nama": "Personel Contoh 2", "nrp": "84060173"}
CHECKED = {"judul": "Diperiksa oleh", "jabatan": "Kanit", "nama": "Personel Contoh 3", "nrp": "84060174"}
SENTENCES = ["Mampu menyusun laporan", "Memahami hukum acara", "Mampu melayani warga", "Mampu mencatat keterangan"]
ACTS = ["Menerima berkas", "Mencatat berkas", "Memeriksa berkas", "Menyimpan berkas"]
DECREE: dict[str, object] = {
    "judul": ["KEPUTUSAN KEPALA SATUAN CONTOH"],
    "nomor": "NOMOR 1 TAHUN 2026",
    "tentang": "STANDAR OPERASIONAL PROSEDUR CONTOH",
    "menimbang": ["bahwa contoh harus tertib;", "bahwa sebagaimana dimaksud dalam huruf a, perlu keputusan;"],
    "mengingat": ["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;"],
    "menetapkan": "KEPUTUSAN TENTANG STANDAR OPERASIONAL PROSEDUR CONTOH.",
    "isi": ["Menetapkan SOP sebagaimana tercantum dalam Lampiran keputusan ini.", "Keputusan ini mulai berlaku."],
    "tempat": "Contoh",
    "tanggal": "2026-03-02",
    "jabatan": "KEPALA SATUAN CONTOH",
}


def forum(act: str) -> Edits:
    """Return the sound spec in which the forum of citizens does an act."""
    return {("pelaksana", 1, "label"): "Pengurus FKPM", (*STEP, "pelaksana"): "anggota", (*STEP, "uraian"): act}


def decree(**others: object) -> Edits:
    """Return the sound spec with a decree, some parts of which are others."""
    return {("keputusan",): {**DECREE, **others}}


def acts(*texts: str, lane: str = "anggota", outputs: tuple[str, ...] = ()) -> Edits:
    """Return a flow of these steps between its start and its end, the first ones with these outputs."""
    made = [
        {"id": f"s{n}", "pelaksana": lane, "uraian": text}
        | ({"mutu_baku": {"kelengkapan": ["Buku"], "keluaran": [outputs[n]]}} if n < len(outputs) else {})
        for n, text in enumerate(texts)
    ]
    begin = {"id": "l1", "pelaksana": "ketua", "simbol": "mulai", "uraian": "Mulai"}
    return {FLOW: [begin, *made, {"id": "l9", "pelaksana": "ketua", "simbol": "selesai", "uraian": "Selesai"}]}


def returned(to: str) -> Edits:
    """Return a flow in which a step tells what is missing and goes back to a step."""
    return {
        FLOW: [
            {"id": "l1", "pelaksana": "ketua", "simbol": "mulai", "uraian": "Menyerahkan berkas"},
            {
                "id": "l2",
                "pelaksana": "anggota",
                "simbol": "keputusan",
                "uraian": "Apakah berkas lengkap?",
                "cabang": {"Ya": "l4", "Tidak": "l3"},
            },
            {"id": "l3", "pelaksana": "anggota", "uraian": "Memberitahukan kekurangan berkas", "ke": to},
            {"id": "l4", "pelaksana": "anggota", "simbol": "selesai", "uraian": "Menyimpan berkas"},
        ]
    }


def exits(question: str, yes: str, no: str, told: str = "Memberitahukan kekurangan berkas") -> Edits:
    """Return the returning flow with another question, other exits, and what its third step tells."""
    flow = returned("l1")[FLOW]
    assert isinstance(flow, list)
    flow[2] = {**flow[2], "uraian": told, "ke": "l4" if "laporan" in told else "l1"}
    flow[1] = {**flow[1], "uraian": question, "cabang": {"Ya": yes, "Tidak": no}}
    return {FLOW: flow}


def signed(*signers: dict[str, str], **approver: str) -> Edits:
    """Return the sound spec with these signatures in its head."""
    own: Edits = {(*HEAD, key): value for key, value in approver.items()}
    return {("identitas", "kendali"): list(signers), **own}


def remark(text: str) -> Edits:
    """Return the sound spec with a remark at its second step."""
    return {(*STEP, "keterangan"): [text]}


def listed(*items: str) -> Edits:
    """Return the sound spec with these records."""
    return {RECORDS: list(items)}


PERKAP = "Peraturan Kepala Kepolisian Negara Republik Indonesia"
UU = "Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia"
LETTERS = ["Register akta kelahiran", "Konsep register akta kelahiran", "Arsip register akta kelahiran"]
FIRES: list[tuple[str, Edits, Loc]] = [
    *(
        ("LG70", {ITEM: f"Apabila lalai {text}"}, ITEM)
        for text in (
            "ber komunikasi",
            "men jelaskan",
            "mengambil ke putusan",
            "sehari hari",
            "bersikap pro-aktif",
            "non diskriminatif",
            "satu per-satu",
            "10-orang",
            "ke II",
            "perhari",
            "merekapun",
        )
    ),
    *(("LG71", {ITEM: text}, ITEM) for text in ("Apabila lalai, ditegur!", "Apabila lalai, ditegur..", "Ditegur,")),
    ("LG71", {ITEM: "Apabila lalai pukul 08.00 - 15.00, ditegur"}, ITEM),
    ("LG71", {ITEM: "Apabila saksi & korban hadir, ditegur"}, ITEM),
    ("LG71", acts(*ACTS[:3], "Menyimpan berkas."), (*FLOW, 4, "uraian")),
    ("LG72", acts(*ACTS, "Mencetak Kutipan Akta Kelahiran Baru"), (*FLOW, 5, "uraian")),
    ("LG72", {("kualifikasi_pelaksana", "isi"): [*SENTENCES, "MAMPU MENYUSUN LAPORAN HASIL"]}, (*SKILL[:-1], 4)),
    ("LG10", {("kualifikasi_pelaksana", "isi"): [*SENTENCES, "Mampu menulis."]}, (*SKILL[:-1], 4)),
    ("LG10", {("kualifikasi_pelaksana", "isi"): ["Mampu menulis;", *SENTENCES]}, SKILL),
    ("LG46", {ITEM: "Apabila surat bapak Kapolres hilang, dicatat"}, ITEM),
    ("LG46", {ITEM: "Apabila surat kapolres Contoh hilang, dicatat"}, ITEM),
    ("LG09", {SKILL: "Mampu Melayani warga dengan ramah"}, SKILL),
    ("LG41", {ITEM: "Apabila Rp30.000 (dua puluh ribu rupiah) dipungut, ditegur"}, ITEM),
    ("LG44", {ITEM: "Apabila jika terlambat, ditegur"}, ITEM),
    ("LG63", {ITEM: "Bagi petugas harus ramah agar tidak ditegur"}, ITEM),
    ("LG64", {(*FLOW, 2, "uraian"): "Apa berkas lengkap?"}, (*FLOW, 2, "uraian")),
    ("LG01", {ITEM: "Apabila lalai, dikenai sangsi"}, ITEM),
    ("LG08", {(*STEP, "uraian"): "Meyerahkan laporan"}, (*STEP, "uraian")),
    ("FL09", {(*STEP, "uraian"): "Pencetakan laporan"}, (*STEP, "uraian")),
    ("ID42", {("peringatan", "isi"): ["Apabila berkas hilang"]}, ITEM),
    ("ID02", {("kegiatan", 0, "tujuan", "judul"): "2. Maksud"}, ("kegiatan", 0, "tujuan", "judul")),
    ("ID44", {("keterkaitan", "isi"): ["SOP Sambang", "Dinas Contoh"]}, ("keterkaitan", "isi", 1)),
    ("LB31", {("dasar_hukum", "isi"): ["Peraturan yang berlaku"]}, ("dasar_hukum", "isi", 0)),
    ("LB31", {("dasar_hukum", "isi"): ["Kebijakan pimpinan"]}, ("dasar_hukum", "isi", 0)),
    ("FL61", {(*FLOW, 2, "cabang"): {"ya": "l4", "Tidak": "l2"}}, (*FLOW, 2, "cabang", "ya")),
    ("FL42", exits("Apakah berkas lengkap?", "l3", "l4"), (*FLOW, 1, "cabang")),
    ("FL42", exits("Apakah berkas tidak lengkap?", "l4", "l3"), (*FLOW, 1, "cabang")),
    ("FL80", acts(*ACTS, "Mencetak"), (*FLOW, 5, "uraian")),
    ("FL81", returned("l2"), (*FLOW, 2, "ke")),
    ("FL82", remark("Dilaksanakan oleh Sekretaris"), (*STEP, "keterangan", 0)),
    ("FL82", {("pelaksana", 0, "label"): "Kepala Badan"}, ("pelaksana", 0, "label")),
    (
        "FL82",
        {
            **acts("Mencetak kartu", outputs=("Kartu",)),
            ("pelaksana", 0, "label"): "Pemohon",
            (*FLOW, 2): {"id": "l9", "pelaksana": "ketua", "simbol": "selesai", "uraian": "Menyerahkan kartu"},
            ("kegiatan", 0, "mutu_baku", "keluaran"): ["Kartu"],
        },
        (*FLOW, 2, "pelaksana"),
    ),
    (
        "FL83",
        acts("Memeriksa konsep akta", "Menandatangani akta", outputs=("Akta", "Akta")),
        (*FLOW, 1, "mutu_baku", "keluaran", 0),
    ),
    ("ID80", signed(MADE, {**CHECKED, "nama": MADE["nama"]}), ("identitas", "kendali", 1, "nama")),
    ("ID80", signed(MADE, {**CHECKED, "nrp": MADE["nrp"]}), ("identitas", "kendali", 1, "nama")),
    ("ID80", signed(MADE, {**CHECKED, "judul": "Dibuat oleh"}), ("identitas", "kendali", 1, "judul")),
    ("ID80", signed({**MADE, "judul": "Dibaut oleh"}), ("identitas", "kendali", 0, "judul")),
    ("ID80", signed({**MADE, "pangkat": "KOMISARIS POLISI"}), ("identitas", "kendali", 0, "pangkat")),
    ("ID81", {("paraf",): ["Konseptor", "Kasat Lantas"], **POLICE}, ("paraf", 1)),
    ("ID81", {("paraf",): ["Wakapolres", "Kasat Binmas", "Konseptor"], **POLICE}, ("paraf",)),
    ("ID82", {(*HEAD, "nama"): "DRA. ANI M.Si."}, (*HEAD, "nama")),
    ("ID82", {(*HEAD, "pangkat"): "PEMBINA TINGKAT 1"}, (*HEAD, "pangkat")),
    ("ID82", {(*HEAD, "nama"): "Dra. ANI", (*HEAD, "nrp"): "197108221994031006"}, (*HEAD, "nrp")),
    ("ID82", {(*HEAD, "nama"): "PERSONEL CONTOH 1"}, (*HEAD, "nama")),
    (
        "ID82",
        {(*HEAD, "pangkat"): "PENATA MUDA", ("identitas", "disahkan_oleh", "nilai"): "KEPALA DINAS CONTOH"},
        (*HEAD, "pangkat"),
    ),
    ("ID82", signed({**MADE, "pangkat": "AIPDA"}, {**CHECKED, "pangkat": "INSPEKTUR POLISI DUA"}), SHORT),
    ("ID83", {("sampul", "instansi"): ["SATUAN CONTOH", "LAINNYA"]}, ("sampul", "instansi", 1)),
    ("ID83", {("sampul", "instansi"): ["SATUAN CONTOH", "KABUPATEN CONTOH", "Telepon 1"]}, ("sampul", "instansi", 1)),
    ("LG03", {FROM: "01-04-2026"}, FROM),
    ("LG03", {FROM: "1/4/2026"}, FROM),
    ("ID12", {FROM: "04-01-2026"}, FROM),
    ("ID12", {FROM: "31/4/2026"}, FROM),
    ("ID44", {(*RECORDS, 0): "Mesin pencacah berkas"}, (*RECORDS, 0)),
    ("FL68", forum("Memeriksa tersangka dan menahan barang bukti"), (*STEP, "pelaksana")),
    ("FL68", forum("Mendamaikan warga dan menyita barang bukti"), (*STEP, "pelaksana")),
    ("FL68", forum("Melakukan penangkapan"), (*STEP, "pelaksana")),
    ("FL85", {(*FLOW, 2, "uraian"): "Apakah berkas lengkap?", (*FLOW, 2, "keterangan"): []}, (*FLOW, 2)),
    (
        "ID83",
        {("dasar_hukum", "isi"): ["Peraturan Bupati Lain Nomor 1 Tahun 2020 tentang Tata Kerja"]},
        ("dasar_hukum", "isi", 0),
    ),
    ("ID84", {NUMBER: "SOP/01/iii/2026"}, NUMBER),
    ("ID84", {NUMBER: "SOP/01/3/2026", **POLICE}, NUMBER),
    ("ID84", {NUMBER: "400/1/DINKES/III/2026"}, NUMBER),
    ("ID84", {("edisi",): "2024"}, ("edisi",)),
    ("ID84", {("sampul", "judul"): ["STANDAR PROSEDUR OPERASIONAL"]}, ("sampul", "judul", 0)),
    ("ID85", decree(menimbang=["Contoh harus tertib;"]), ("keputusan", "menimbang", 0)),
    (
        "ID85",
        decree(menimbang=["bahwa contoh;", "bahwa sebagaimana dimaksud dalam pasal a, perlu;"]),
        ("keputusan", "menimbang", 1),
    ),
    ("ID85", decree(isi=["Peraturan ini mulai berlaku."]), ("keputusan", "isi", 0)),
    ("ID85", decree(isi=["Tercantum dalam Lampiran II keputusan ini."]), ("keputusan", "isi", 0)),
    ("ID85", decree(judul=["PERATURAN KEPALA SATUAN CONTOH"]), ("keputusan", "judul", 0)),
    ("ID86", remark("Lihat kegiatan D"), (*STEP, "keterangan", 0)),
    ("ID86", remark("Lihat SOP Penerbitan Kartu"), (*STEP, "keterangan", 0)),
    ("ID86", remark("Sesuai Lampiran II SOP ini"), (*STEP, "keterangan", 0)),
    ("ID87", listed(*LETTERS, "Register akta kematian"), (*RECORDS, 3)),
    (
        "ID87",
        {("kegiatan", 0, "tujuan", "isi"): ["Melayani tanpa biaya"], **remark("Dikenai biaya Rp5.000")},
        (*STEP, "keterangan", 0),
    ),
    (
        "ID87",
        {SKILL: "Dilayani pukul 08.00 s.d. 15.00", **remark("Dilayani pukul 08.00 s.d. 12.00")},
        (*STEP, "keterangan", 0),
    ),
    ("ID87", {ITEM: "Apabila melebihi 5 (lima) menit, ditegur"}, ITEM),
]
TERM = "Diadakan paling lambat 3 (tiga) hari sejak surat ditandatangani"
PERKAP_2015 = f"{PERKAP} Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat"
OF_2019: Edits = {
    ("identitas", "tanggal_pembuatan", "nilai"): "2019-03-02",
    ("identitas", "tanggal_efektif", "nilai"): "2019-04-01",
}
ORDER_OF_1: Edits = {
    (*STEP, "mutu_baku"): {"kelengkapan": ["Meterai"], "keluaran": ["Surat perintah"]},
    (*STEP, "uraian"): "Memberi nomor surat perintah",
}
LANE: Loc = ("pelaksana", 1, "label")
SKIPPED = [
    {"id": "l1", "pelaksana": "ketua", "simbol": "mulai", "uraian": "Merekam data"},
    {
        "id": "l2",
        "pelaksana": "ketua",
        "simbol": "keputusan",
        "uraian": "Apakah data sesuai?",
        "cabang": {"Ya": "l3", "Tidak": "l4"},
    },
    {"id": "l3", "pelaksana": "anggota", "uraian": "Menandatangani akta"},
    {"id": "l4", "pelaksana": "anggota", "uraian": "Mencetak akta"},
    {"id": "l5", "pelaksana": "anggota", "simbol": "selesai", "uraian": "Selesai"},
]
LISTED: Loc = ("dasar_hukum", "isi")
CHOICE: Loc = (*FLOW, 1, "cabang")
LAWS = (
    "Undang-Undang Nomor 14 Tahun 2008 tentang A",
    "Peraturan Presiden Nomor 7 Tahun 2019 tentang A",
    "Peraturan Pemerintah Nomor 6 Tahun 2019 tentang A",
    "Peraturan Presiden Nomor 8 Tahun 2020 tentang A",
)
AIM: Loc = ("kegiatan", 0, "tujuan", "isi", 0)
PAPERS = ("Menyusun konsep SKCK", "Mencetak SKCK", "Menandatangani SKCK", "Menyerahkan SIM")
FIRES += [
    *(
        ("ID90", remark(text), (*STEP, "keterangan", 0))
        for text in (
            "Bila lengkap, berkas dikembalikan",
            "Apabila tidak sesuai, diterbitkan",
            "Petugas meminta uang lelah",
            "Menandatangani blangko kosong",
            "FKPM dapat membentuk satuan tugas",
        )
    ),
    ("ID90", {AIM: "Meningkatkan pelanggaran"}, AIM),
    ("ID90", {AIM: "Mengganggu ketertiban umum"}, AIM),
    ("ID90", {SKILL: "Mampu melayani warga secara diskriminatif"}, SKILL),
    ("FL84", acts(*PAPERS), (*FLOW, 4, "uraian")),
    ("ID44", {("keterkaitan", "isi"): ["SOP Sambang; SOP Mediasi"]}, ("keterkaitan", "isi", 0)),
    ("PR41", remark("Hubungi Ibu Siti Rahma"), (*STEP, "keterangan", 0)),
    ("PR41", remark("Hubungi Siti Rahma, S.E."), (*STEP, "keterangan", 0)),
    ("LG65", remark("Berlaku 10 Maret 2026 s.d. 5 Maret 2026"), (*STEP, "keterangan", 0)),
    ("LG64", remark("Berlangsung 2.5 jam"), (*STEP, "keterangan", 0)),
    ("LG64", remark("Ditandatangani an. Kepala Dinas"), (*STEP, "keterangan", 0)),
    ("LG42", {ITEM: "Apabila lalai dua) kali, ditegur"}, ITEM),
    (
        "LG43",
        {(*FLOW, 0, "keterangan"): ["Dicatat"], (*FLOW, 2, "keterangan"): ["Diperiksa"], **remark("disimpan")},
        (*STEP, "keterangan", 0),
    ),
    ("ID44", {("peralatan", "isi"): ["SOP Sambang"]}, ("peralatan", "isi", 0)),
    ("ID44", {SKILL: "Apabila lalai, petugas dikenai sanksi"}, SKILL),
    ("ID15", {("sampul", "tahun"): "26"}, ("sampul", "tahun")),
    ("ID14", {("identitas", "nama_singkat"): "CONTOH KEMATIAN"}, ("identitas", "nama_singkat")),
    ("LG09", {SKILL: "Mampu melayani warga dengan Ramah dan tertib"}, SKILL),
    ("LG43", {("pelaksana", 1, "label"): "anggota", ("pelaksana", 2): {"id": "c", "label": "Kanit"}}, LANE),
    ("LG01", {ITEM: "Apabila berkas yag hilang, dicatat"}, ITEM),
    ("FL62", {FLOW: SKIPPED}, (*FLOW, 1, "cabang")),
    ("LG73", {ITEM: "Apabila TTE adalah Tanda Terima Elektronik, ditolak"}, ITEM),
    ("LG73", {ITEM: "Apabila Sentra Pelayanan Keamanan Terpadu (SPKT) tutup, dicatat"}, ITEM),
    ("LG73", {ITEM: "Apabila Rapat Koordinasi Bulanan (RKB) batal", SKILL: "Rapat Kerja Bulanan (RKB)"}, ITEM),
    ("SG02", remark("Dokumen PDF yang telah ditandatangani digabung dengan lampiran"), (*STEP, "keterangan", 0)),
    ("SG02", remark("Kode QR merupakan tanda tangan yang sah"), (*STEP, "keterangan", 0)),
    ("ID90", remark("Papan nama FKPM berlambang Polri"), (*STEP, "keterangan", 0)),
    ("ID71", decree(nomor="KEP/1/III/2025"), ("keputusan", "nomor")),
    ("ID71", decree(nomor="KEP/1/IV/2026"), ("keputusan", "nomor")),
    ("FL42", exits("Apakah masalah merupakan tindak pidana berat?", "l4", "l3", "Membuat laporan polisi"), CHOICE),
    ("LB02", {("dasar_hukum", "isi"): [*LAWS, "Undang-Undang Nomor 9 Tahun 1998 tentang B"]}, (*LISTED, 4)),
    ("LB02", {("dasar_hukum", "isi"): [*LAWS, "Undang-Undang Nomor 9 Tahun 1998 tentang B"]}, (*LISTED, 2)),
    ("ID72", {ITEM: "Apabila surat disampaikan, penertiban dapat digugat"}, ITEM),
    ("ID71", decree(isi=["Keputusan ini berlaku pada tanggal ditetapkan."]), ("keputusan", "isi", 0)),
    (
        "FL68",
        {("pelaksana", 1, "label"): "Bendahara Pengeluaran", (*STEP, "uraian"): "Menerima pembayaran"},
        (*STEP, "pelaksana"),
    ),
    ("SG02", {ITEM: "Apabila kode QR sebagai pengganti tanda tangan dipakai, dicatat"}, ITEM),
    ("SG02", {(*STEP, "uraian"): "Menandatangani surat dengan stempel"}, (*STEP, "uraian")),
    ("TO16", {ITEM: "Apabila meterai Rp6.000 dipakai, ditolak"}, ITEM),
    ("TO16", ORDER_OF_1, (*STEP, "mutu_baku", "kelengkapan", 0)),
    ("TO17", {("peralatan", "isi"): ["Kertas F4 (210 x 297 mm)"]}, ("peralatan", "isi", 0)),
    ("TO17", {("peralatan", "isi"): ["Kertas A4 21 x 33 cm"]}, ("peralatan", "isi", 0)),
    ("ID88", {("pelaksana", 0, "label"): "Kanit Binkansa"}, ("pelaksana", 0, "label")),
    ("ID89", {ITEM: "Apabila evaluasi SOP setiap 2 tahun lalai"}, ITEM),
    (
        "ID09",
        {("identitas", "tanggal_revisi"): {"judul": "TANGGAL REVISI", "nilai": "2026-03-02", "tertulis": "01"}},
        ("identitas", "tanggal_revisi", "tertulis"),
    ),
    (
        "FL41",
        {
            (*STEP, "mutu_baku"): {"waktu": {"nilai": 20, "satuan": "menit"}},
            **remark("Penyampaian berlangsung 2 (dua) jam"),
        },
        (*STEP, "keterangan", 0),
    ),
    (
        "FL68",
        {("pelaksana", 1, "label"): "Anggota FKPM", (*STEP, "uraian"): "Menangkap pelaku"},
        (*STEP, "pelaksana"),
    ),
]
QUIET: list[tuple[str, Edits]] = [
    *(
        ("LG70", {ITEM: f"Apabila lalai {text}"})
        for text in (
            "berkomunikasi sehari-hari",
            "pro dan kontra",
            "pergi ke kantor",
            "walaupun 10 orang per hari",
            "non-ASN dan pra-Sekolah",
            "himpunan dan ampun",
            "ke Kecamatan II",
            "sub bagian dan masing-masing",
        )
        if not text.startswith("sub")
    ),
    ("LG71", {ITEM: "Apabila lalai, siapa yang menegur?"}),
    ("LG71", acts(*(f"{text}." for text in ACTS))),
    ("LG72", acts(*ACTS, "Menghubungi SPKT Polres Contoh")),
    ("LG10", {("kualifikasi_pelaksana", "isi"): ["Mampu menulis;", "Mampu melapor."]}),
    ("LG46", {ITEM: "Apabila ibu hamil dan camat hadir, dicatat"}),
    ("LG41", {ITEM: "Apabila Rp30.000 (tiga puluh ribu rupiah) dipungut, ditegur"}),
    ("FL09", {(*STEP, "uraian"): "Perlihatkan laporan"}),
    ("FL09", {(*STEP, "uraian"): "Pertimbangkan laporan"}),
    ("FL42", exits("Apakah berkas tidak lengkap?", "l3", "l4")),
    ("FL42", exits("Apakah berkas lengkap?", "l4", "l3")),
    ("FL80", acts(*ACTS, "Kembali ke kantor")),
    ("FL81", returned("l1")),
    ("FL82", remark("Dilaksanakan oleh Anggota")),
    ("FL82", remark("Ditetapkan oleh Ketua")),
    ("FL83", acts("Memeriksa konsep akta", "Menandatangani akta", outputs=("Konsep akta", "Akta"))),
    ("ID80", signed(MADE, CHECKED)),
    ("ID81", {("paraf",): ["Konseptor", "Kasat Binmas", "Kasium", "Wakapolres"], **POLICE}),
    ("ID82", {}),
    ("ID82", signed({**MADE, "pangkat": "AJUN INSPEKTUR POLISI DUA"}, {**CHECKED, "pangkat": "PENDA TK. I"})),
    ("ID83", {("sampul", "instansi"): ["SATUAN CONTOH", "KOTA CONTOH"]}),
    ("LG03", {FROM: "1 April 2026"}),
    ("ID12", {FROM: "01-04-2026"}),
    ("ID44", {(*RECORDS, 0): "Buku pemeliharaan mesin"}),
    ("FL68", forum("Menyerahkan tersangka yang ditangkap warga kepada petugas")),
    ("FL85", {(*FLOW, 2, "uraian"): "Apakah konsep laporan benar?", (*FLOW, 2, "keterangan"): []}),
    ("FL85", {(*FLOW, 2, "keterangan"): ["Berkas dikembalikan paling banyak 2 (dua) kali"]}),
    ("ID83", {("sampul", "instansi"): ["SATUAN CONTOH", "CONTOH"]}),
    ("ID83", {("dasar_hukum", "isi"): ["Peraturan Wali Kota Contoh Nomor 1 Tahun 2020 tentang Tata Kerja"]}),
    ("ID84", {NUMBER: "W.26/01/3/2026"}),
    ("ID84", {("edisi",): "2026-draf"}),
    ("ID85", decree()),
    ("ID86", remark("Lihat kegiatan A")),
    ("ID86", remark("Sesuai SOP lain")),
    ("ID87", listed(*LETTERS, "Register akta kelahiran baru")),
    ("ID87", {("kegiatan", 0, "tujuan", "isi"): ["Melayani tanpa biaya"]}),
    ("ID87", {ITEM: "Apabila melebihi 2 (dua) jam, ditegur"}),
    ("ID44", {("keterkaitan", "isi"): ["SOP Sambang", "SOP Mediasi"]}),
    ("LB31", {("dasar_hukum", "isi"): ["Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 tentang Contoh"]}),
]
QUIET += [
    ("ID14", {("identitas", "nama_singkat"): "CONTOH PKL"}),
    ("LG09", {SKILL: "Mampu melayani warga dengan ramah dan tertib"}),
    ("FL62", exits("Apakah data sesuai?", "l4", "l3", "Memperbaiki data")),
    ("LG73", {ITEM: "Apabila TTE adalah Tanda Tangan Elektronik dari BSrE, diterima"}),
    ("LG73", {ITEM: "Apabila Forum Kemitraan Polisi Masyarakat (FKPM) tutup, dicatat"}),
    ("LG73", {SKILL: "Rapat Kerja Bulanan (RKB)", ITEM: "Apabila Rapat Kerja Bulanan Satker (RKB) batal"}),
    ("SG02", remark("Dokumen PDF yang telah ditandatangani tidak boleh diubah")),
    ("ID71", decree(nomor="KEP/1/III/2026")),
    ("FL42", exits("Apakah masalah merupakan tindak pidana berat?", "l3", "l4", "Membuat laporan polisi")),
    ("FL41", {(*STEP, "mutu_baku"): {"waktu": {"nilai": 1, "satuan": "hari"}}, **remark(TERM)}),
    ("LB06", {("status",): "draf", ("dasar_hukum", "isi"): [PERKAP_2015], **OF_2019}),
    ("ID90", {ITEM: "Apabila lengkap, dikembalikan"}),
    ("ID90", remark("Bila tidak lengkap, berkas dikembalikan")),
    ("ID90", {AIM: "Mencegah pelanggaran dan mewujudkan ketertiban"}),
    ("FL84", {**acts(*PAPERS), SKILL: "Mampu mencetak SKCK, SKCK luring, dan SIM"}),
    ("ID44", {("keterkaitan", "isi"): ["SOP Sambang"]}),
    ("PR41", remark("Hubungi Ibu Lurah dan Bapak Kepala Dinas")),
    ("LG65", remark("Berlaku 5 Maret 2026 s.d. 10 Maret 2026")),
    ("LG65", remark("Berlaku 28 Desember s.d. 2 Januari 2027")),
    ("LG42", {ITEM: "Apabila lalai: 1) ditegur dan b) dicatat"}),
    ("SG02", {(*STEP, "uraian"): "Menandatangani surat dan memindai kode QR"}),
    ("TO16", {ITEM: "Apabila meterai Rp10.000 tidak ditempel, ditolak"}),
    ("TO16", {(*STEP, "mutu_baku"): {"kelengkapan": ["Meterai"], "keluaran": ["Surat kesepakatan bersama"]}}),
    ("TO17", {("peralatan", "isi"): ["Kertas F4 (215 x 330 mm), A4 (21 x 29,7 cm)"]}),
    ("ID88", {("pelaksana", 0, "label"): "Kanit Binkamsa"}),
    ("ID89", {ITEM: "Apabila pemantauan SOP setiap 6 bulan lalai"}),
]
UNIT_FIRES: list[tuple[str, Edits, Loc]] = [
    ("TO12", {("surat_perintah",): {"judul": "SURAT PRINTAH"}}, ("surat_perintah", "judul")),
    ("TO12", {("surat_perintah",): {"judul": "SURAT PERINTAH JALAN"}}, ("surat_perintah", "judul")),
    ("ID83", {("tempat",): "Lain"}, ("tempat",)),
    ("ID83", {("kop", 0): "PEMERINTAH KABUPATEN CONTOH"}, ("kop", 0)),
    ("ID83", {("kop", 0): "KEPOLISIAN REPUBLIK INDONESIA"}, ("kop", 0)),
    ("ID83", {("kop",): ["DAERAH SULAWESI UTARA", "RESOR BOALEMO"]}, ("kop", 0)),
    (
        "TO13",
        {("surat_perintah",): {"dasar": [f"{PERKAP} Nomor 15 Tahun 2007 tentang Naskah Dinas"]}},
        ("surat_perintah", "dasar", 0),
    ),
    (
        "TO13",
        {("surat_perintah",): {"dasar": [f"{PERKAP} Nomor 1 Tahun 2023 tentang Surat"]}},
        ("surat_perintah", "dasar", 0),
    ),
    ("TO14", {("surat_perintah",): {"nomor": "{awalan}/{urut}/{kka}/{tahun}"}}, ("surat_perintah", "nomor")),
    (
        "TO14",
        {("surat_perintah",): {"nomor": "{tahun}/{urut}/{bulan_romawi}/{kka}"}},
        ("surat_perintah", "nomor"),
    ),
    ("TO14", {("surat_perintah",): {"kka": "BINMAS"}}, ("surat_perintah", "kka")),
    ("TO14", {("surat_perintah",): {"tembusan": ["Kapolda", "Kapolda"]}}, ("surat_perintah", "tembusan", 1)),
    ("TO14", {("formulir",): {"nomor_laporan": "LHP/{urut}/{tahun}"}}, ("formulir", "nomor_laporan")),
    (
        "TO13",
        {("surat_perintah",): {"dasar": [UU]}},
        ("surat_perintah", "dasar", 0),
    ),
    (
        "TO13",
        {("surat_perintah",): {"dasar": ["Perkap No. 1 Tahun 2023"]}},
        ("surat_perintah", "dasar", 0),
    ),
    ("ID81", {("surat_perintah",): {"paraf": ["Waka", "Konseptor"]}}, ("surat_perintah", "paraf")),
]
