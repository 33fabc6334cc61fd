"""The spelling list: words that official letters often misspell, each with its standard form.

KBBI: Kamus Besar Bahasa Indonesia, where the standard form is the entry. EYD: Ejaan yang Disempurnakan, edition V
(2022), on words written together or apart (and joined.py), on abbreviations and acronyms. SLIP: a plain slip of the
fingers. Words whose other form is a word as well (sangsi, masa, bis) are not here.
"""

from typing import Final

KBBI: Final = """
klas:kelas  blanko:blangko
abjat:abjad  aktifitas:aktivitas  akte:akta  analisa:analisis  menganalisa:menganalisis  antri:antre  apotik:apotek
atlit:atlet  azas:asas  azasi:asasi  bathin:batin  berfikir:berpikir  cidera:cedera  detil:detail  definitip:definitif
diagnosa:diagnosis  difinisi:definisi  disain:desain  do'a:doa  efektifitas:efektivitas  ekstrim:ekstrem  elit:elite
faham:paham  fikir:pikir  fihak:pihak  frekwensi:frekuensi  gladi:geladi  hakekat:hakikat  handal:andal  hapal:hafal
himbau:imbau  himbauan:imbauan  menghimbau:mengimbau  dihimbau:diimbau  hirarki:hierarki  hutang:utang
ijasah:ijazah  ijin:izin  diijinkan:diizinkan  mengijinkan:mengizinkan  perijinan:perizinan  isteri:istri
jadual:jadwal  jaman:zaman  jendral:jenderal  jum'at:Jumat  kadaluarsa:kedaluwarsa  kadaluwarsa:kedaluwarsa
kedaluarsa:kedaluwarsa  karir:karier  katagori:kategori  komplek:kompleks  kongkrit:konkret  konkrit:konkret
konperensi:konferensi  konsekwen:konsekuen  konsekwensi:konsekuensi  kreatifitas:kreativitas  kuatir:khawatir
kuisioner:kuesioner  kwalifikasi:kualifikasi  kwalitas:kualitas  kwantitas:kuantitas  kwitansi:kuitansi
managemen:manajemen  menejemen:manajemen  menejer:manajer  masal:massal  materai:meterai  merk:merek  metoda:metode
milyar:miliar  motifasi:motivasi  nafas:napas  nampak:tampak  nasehat:nasihat  penasehat:penasihat  negri:negeri
nopember:November  pebruari:Februari  obyek:objek  obyektif:objektif  obyektifitas:objektivitas  orisinil:orisinal
otentik:autentik  paska:pasca  perduli:peduli  pengrusakan:perusakan  personil:personel  photo:foto  praktek:praktik
produktifitas:produktivitas  propinsi:provinsi  prosentase:persentase  prosudur:prosedur  putera:putra  puteri:putri
rapih:rapi  rejim:rezim  resiko:risiko  respon:respons  seksama:saksama  sekedar:sekadar  silahkan:silakan
sistim:sistem  sistimatis:sistematis  sistimatika:sistematika  singkron:sinkron  singkronisasi:sinkronisasi
standarisasi:standardisasi  subyek:subjek  subyektif:subjektif  supir:sopir  survey:survei  syah:sah  tauladan:teladan
team:tim  tehnik:teknik  tekhnik:teknik  tehnis:teknis  tekhnis:teknis  tehnologi:teknologi  telpon:telepon
teoritis:teoretis  tentram:tenteram  ketentraman:ketenteraman  terlanjur:telanjur  terlantar:telantar
tradisionil:tradisional  trampil:terampil  ketrampilan:keterampilan  vidio:video
dikoordinir:dikoordinasikan  mengkoordinir:mengoordinasikan  mengkoordinasikan:mengoordinasikan
mengkordinir:mengoordinasikan  mengkordinasikan:mengoordinasikan
mengkoordinasi:mengoordinasi  mengkomunikasikan:mengomunikasikan  mensosialisasikan:menyosialisasikan
mensukseskan:menyukseskan  mentaati:menaati  menterjemahkan:menerjemahkan  mempedomani:memedomani
mempengaruhi:memengaruhi  mempercayai:memercayai  menyolok:mencolok  merubah:mengubah  dirubah:diubah
meminimalisir:meminimalkan  menginventarisir:menginventarisasi  merespon:merespons  terorganisir:terorganisasi
mengkonfirmasi:mengonfirmasi  mengkonsumsi:mengonsumsi  mengkategorikan:mengategorikan  mengkoreksi:mengoreksi
mengkonsultasikan:mengonsultasikan  mengkelompokkan:mengelompokkan  mengkosongkan:mengosongkan
bikin:membuat  nggak:tidak  gak:tidak  enggak:tidak  kalo:kalau  gimana:bagaimana  banget:sangat  udah:sudah
ngomong:berbicara  masi:masih  tertip:tertib  inggeris:Inggris  bertaqwa:bertakwa  taqwa:takwa  ketaqwaan:ketakwaan
ketertipan:ketertiban  akomodir:akomodasi  mengakomodir:mengakomodasi  mengorganisir:mengorganisasi
diorganisir:diorganisasi  dilokalisir:dilokalisasi  mengkombinasikan:mengombinasikan
mengkampanyekan:mengampanyekan  mensortir:menyortir  mencopy:menyalin  mempelopori:memelopori  mempesona:memesona
mempraktekkan:mempraktikkan  mentargetkan:menargetkan  mentoleransi:menoleransi  mentelaah:menelaah
mempidanakan:memidanakan  mempidana:memidana  memfotocopy:memfotokopi  difotocopy:difotokopi
difotocopi:difotokopi  pengkoordinasian:pengoordinasian  pengkategorian:pengategorian  disyahkan:disahkan
pensosialisasian:penyosialisasian  mensuplai:menyuplai  mensuplay:menyuplai  mempublikasi:memublikasi
mempopulerkan:memopulerkan  mempetakan:memetakan  walikota:wali kota
mengkonsep:mengonsep  mengkonversi:mengonversi  mengkirim:mengirim  mensahkan:mengesahkan  mensurvei:menyurvei
mensupervisi:menyupervisi  menseleksi:menyeleksi  mensosialisasi:menyosialisasi  mensinkronkan:menyinkronkan
mensinergikan:menyinergikan  mentertibkan:menertibkan  memparaf:memaraf  mempublikasikan:memublikasikan
memproklamirkan:memproklamasikan  antrian:antrean  dipersilahkan:dipersilakan  mempersilahkan:mempersilakan
hipotesa:hipotesis  mesjid:masjid  nahkoda:nakhoda  sholat:salat  hianat:khianat  berhianat:berkhianat
aktifasi:aktivasi  menunjukan:menunjukkan  ditunjukan:ditunjukkan  memasukan:memasukkan  dimasukan:dimasukkan
menaikan:menaikkan  dinaikan:dinaikkan  mencocokan:mencocokkan  dicocokan:dicocokkan  meletakan:meletakkan
diletakan:diletakkan
"""
EYD: Final = """
kerjasama:kerja sama  bekerjasama:bekerja sama  tanggungjawab:tanggung jawab  bertanggungjawab:bertanggung jawab
terimakasih:terima kasih  tandatangan:tanda tangan  ditanda tangani:ditandatangani  menanda tangani:menandatangani
tindaklanjut:tindak lanjut  ditindak lanjuti:ditindaklanjuti  menindak lanjuti:menindaklanjuti  lalulintas:lalu lintas
sumberdaya:sumber daya  rumahtangga:rumah tangga  orangtua:orang tua  unjukrasa:unjuk rasa  ujicoba:uji coba
nara sumber:narasumber  non aktif:nonaktif  pro aktif:proaktif  foto copy:fotokopi  foto kopi:fotokopi
fotocopy:fotokopi  photocopy:fotokopi  sub bagian:subbagian  surat menyurat:surat-menyurat
dimana:di mana  diatas:di atas  dibawah:di bawah  didalam:di dalam  diluar:di luar  diantara:di antara
disamping:di samping  kedalam:ke dalam  apapun:apa pun  siapapun:siapa pun  kapanpun:kapan pun  dimanapun:di mana pun
ditanda tangan:ditandatangani  di tanda tangan:ditandatangani  di tandatangan:ditandatangani
di tanda tangani:ditandatangani  di tandatangani:ditandatangani  ditandatangan:ditandatangani
walau pun:walaupun  meski pun:meskipun  kendati pun:kendatipun  biar pun:biarpun  mau pun:maupun  atau pun:ataupun
apa bila:apabila  pasca bencana:pascabencana  non formal:nonformal  diberi tahukan:diberitahukan
memberi tahukan:memberitahukan  pertanggung jawaban:pertanggungjawaban
mempertanggung jawabkan:mempertanggungjawabkan
barangsiapa:barang siapa  bila mana:bilamana  bagai mana:bagaimana  olah raga:olahraga  kaca mata:kacamata
suka rela:sukarela  wira swasta:wiraswasta  bela sungkawa:belasungkawa  duka cita:dukacita  tatausaha:tata usaha
ada kalanya:adakalanya  acap kali:acapkali  keatas:ke atas  kebawah:ke bawah  kearah:ke arah  didekat:di dekat
disebelah:di sebelah  kesebelah:ke sebelah  disisi:di sisi  disaat:di saat  diwaktu:di waktu  dihari:di hari
dibulan:di bulan  ditahun:di tahun  dipihak:di pihak  kepihak:ke pihak  ditiap:di tiap  dibalik:di balik
diujung:di ujung  dipinggir:di pinggir  disekeliling:di sekeliling  serahterima:serah terima  ikutserta:ikut serta
sidikjari:sidik jari  tatacara:tata cara  tatatertib:tata tertib  jumpapers:jumpa pers  titiktemu:titik temu
dipertanggung jawabkan:dipertanggungjawabkan  ketidak tahuan:ketidaktahuan  ketidak hadiran:ketidakhadiran
ketidak sesuaian:ketidaksesuaian  ketidak lengkapan:ketidaklengkapan  pemberi tahuan:pemberitahuan
ke pada:kepada  ditindak lanjut:ditindaklanjuti  soundsystem:sound system
"""
SHORT: Final = """
thn:tahun  bln:bulan  tgl:tanggal  yg:yang  dgn:dengan  utk:untuk  kpd:kepada  tsb:tersebut  sbg:sebagai  krn:karena
dg:dengan  dlm:dalam  ybs:yang bersangkutan
napi:narapidana  pd:pada  jml:jumlah  ttg:tentang  tdk:tidak  sdh:sudah  thd:terhadap
s/d:s.d.  a/n:a.n.  d/a:d.a.  u/p:u.p.  u/b:u.b.  bhw:bahwa
"""
# Names that begin with a capital wherever they stand; only what is in small letters throughout is named.
PROPER: Final = """
Inggris Arab Islam Kristen Katolik Hindu Buddha Khonghucu Ramadan Idulfitri Iduladha Kamtibmas Polmas Polri
Bhabinkamtibmas Binpolmas Bintibsos Binkamsa Kapolri Babinsa Pancasila
"""
ACRONYMS: Final = "FKPM BKPM SPKT HP TKP KTP KDRT NRP NIK LSM SOP"
SLIP: Final = """
yag:yang  yng:yang  denan:dengan  dengn:dengan  dgan:dengan  utuk:untuk  untk:untuk  unutk:untuk  adlah:adalah
pda:pada  kpda:kepada  kepda:kepada  tidk:tidak  hrs:harus  dpt:dapat  dri:dari  jga:juga  olh:oleh  tetang:tentang
tentag:tentang  petugs:petugas  pemhon:pemohon  permhonan:permohonan  menyelesaian:menyelesaikan
menyelesaiakan:menyelesaikan  melaksanan:melaksanakan  dilaksanan:dilaksanakan  menyampaiakan:menyampaikan
laporn:laporan  keterngan:keterangan  persyartan:persyaratan  pengesahn:pengesahan  kegitan:kegiatan
adminisator:administrator  adminstrator:administrator  adminstrasi:administrasi  intelejen:intelijen
kordinasi:koordinasi  kordinator:koordinator  masyarkat:masyarakat  monivator:motivator  motifator:motivator
sosialiasi:sosialisasi  tenram:tenteram  pelayananan:pelayanan  penyuluan:penyuluhan
babinkamtibmas:Bhabinkamtibmas  bhabinkantibmas:Bhabinkamtibmas  babhinkamtibmas:Bhabinkamtibmas
pembinanan:pembinaan  kegaitan:kegiatan  kegitan:kegiatan  melaksankan:melaksanakan  melaksanaan:melaksanakan
pelaksanan:pelaksanaan  keamnan:keamanan  ketertipan:ketertiban  menyusnu:menyusun
"""
# What is wrong beside certain words only: a pattern with the word before, and what it becomes.
BESIDE: Final = (
    # Bound forms: in small letters only, since names of offices and titles of laws have them apart.
    (
        r"(?<!jemput )(?<!layanan )(?<!jasa )(?<!siap )"
        r"\b(?-i:(antar) (warga|kelompok|instansi|lembaga|umat|agama|suku|daerah|negara|desa|golongan|individu"
        r"|personel|satuan|fungsi|bidang|provinsi|kabupaten|kecamatan|kelurahan|wilayah|sektor))\b",
        r"\1\2",
        "EYD",
    ),
    (
        r"\b(?-i:(pasca) (konflik|kejadian|sarjana|operasi|panen|gempa|kebakaran|pandemi|pemilu|banjir))\b",
        r"\1\2",
        "EYD",
    ),
    (r"\b(?-i:(non) (tunai|fisik|medis|teknis|organik|yustisi|litigasi|struktural|pemerintah))\b", r"\1\2", "EYD"),
    (r"\b(?-i:(tuna) (wisma|netra|rungu|wicara|daksa|grahita|susila|karya))\b", r"\1\2", "EYD"),
    (r"\b(?-i:(anti) (korupsi|narkoba|kekerasan|teror|peluru|virus|pungli))\b", r"\1\2", "EYD"),
    (r"\b(?-i:(purna) (tugas|waktu|bakti))\b", r"\1\2", "EYD"),
    (
        r"\b(diberi|diberikan|dikenai|dikenakan|mendapat|menerima|terkena|dijatuhi|berupa|ada) sangsi\b",
        r"\1 sanksi",
        "KBBI",
    ),
    (
        r"\bsangsi (pidana|administrasi|administratif|disiplin|tegas|hukum|moral|teguran|kode|adat|sosial)\b",
        r"sanksi \1",
        "KBBI",
    ),
    (r"\b(undang) (undang)\b", r"\1-\2", "EYD"),
    # No word begins with pe- and ends in -kan: penunjukan, pendidikan, of roots that end in k.
    (r"\b(pe(?:ny|ng|m|n|r|l)?[a-z]+k)kan\b", r"\1an", "KBBI"),
    (r"\b(unsur|isu|bernuansa|berbau|bersifat|konflik|sentimen|masalah) sara\b", r"\1 SARA", "EYD"),
    (r"\b(kepolisian) (republik indonesia)\b", r"\1 Negara \2", "UU 2/2002"),
    (r"\b((?:kepolisian|polisi|kapolres|polres)\s+resor)t\b", r"\1", "Perpol 2/2021"),
)


def _pairs(table: str) -> dict[str, str]:
    """Return the pairs of a table; two spaces stand between them, since some words are two."""
    pairs = (pair.split(":") for line in table.strip().splitlines() for pair in line.strip().split("  "))
    return {wrong.strip(): right.strip() for wrong, right in pairs}


# Words that stand in names of people, shops and schools as well: beside another capital they are left alone.
NAMES: Final = frozenset(
    [
        "puteri",
        "mesjid",
        "sholat",
        "putera",
        "isteri",
        "negri",
        "jaman",
        "photo",
        "team",
        "komplek",
        "materai",
        "elit",
        "seksama",
        "utang",
    ]
)
# The standard form of each word, and the list that has it.
WORDS: Final[dict[str, tuple[str, str]]] = {
    **{wrong: (right, "KBBI") for wrong, right in _pairs(KBBI).items()},
    **{wrong: (right, "EYD") for wrong, right in _pairs(EYD).items()},
    **{wrong: (right, "EYD") for wrong, right in _pairs(SHORT).items()},
    **{name.lower(): (name, "EYD") for name in PROPER.split()},
    **{name.lower(): (name, "EYD") for name in ACRONYMS.split()},
    **{wrong: (right, "KBBI") for wrong, right in _pairs(SLIP).items()},
}
# What is wrong in small letters only: short forms (PD may be Perangkat Daerah), names that lack their capital.
SMALL_ONLY: Final = frozenset([*_pairs(SHORT), *PROPER.lower().split()])
SURE: Final = frozenset([*_pairs(SLIP), *ACRONYMS.lower().split()])
