"""The spelling list: words that official letters often misspell, each with its standard form.

KBBI: Kamus Besar Bahasa Indonesia, where the standard form is the entry. EYD: Ejaan yang Disempurnakan, edition V
(2022), on words written together or apart, on abbreviations and acronyms. SLIP: a plain slip of the fingers. Words
whose other form is a word as well (sangsi, masa, bis) are not here.
"""

from typing import Final

KBBI: Final = """
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
mengkoordinasi:mengoordinasi  mengkomunikasikan:mengomunikasikan  mensosialisasikan:menyosialisasikan
mensukseskan:menyukseskan  mentaati:menaati  menterjemahkan:menerjemahkan  mempedomani:memedomani
mempengaruhi:memengaruhi  mempercayai:memercayai  menyolok:mencolok  merubah:mengubah  dirubah:diubah
meminimalisir:meminimalkan  menginventarisir:menginventarisasi  merespon:merespons
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
di laksanakan:dilaksanakan  di lakukan:dilakukan  di buat:dibuat  di berikan:diberikan  di tetapkan:ditetapkan
di tandatangani:ditandatangani  di serahkan:diserahkan  di periksa:diperiksa  di catat:dicatat
"""
SHORT: Final = """
thn:tahun  bln:bulan  tgl:tanggal  yg:yang  dgn:dengan  utk:untuk  kpd:kepada  tsb:tersebut  sbg:sebagai  krn:karena
dlm:dalam  pd:pada  jml:jumlah  ttg:tentang  tdk:tidak  sdh:sudah  thd:terhadap
"""
ACRONYMS: Final = "FKPM BKPM SPKT HP TKP KTP KDRT NRP NIK LSM SOP"
SLIP: Final = """
adminisator:administrator  adminstrator:administrator  adminstrasi:administrasi  intelejen:intelijen
kordinasi:koordinasi  kordinator:koordinator  masyarkat:masyarakat  monivator:motivator  motifator:motivator
sosialiasi:sosialisasi  tenram:tenteram  pelayananan:pelayanan  penyuluan:penyuluhan
"""
# What is wrong beside certain words only: a pattern with the word before, and what it becomes.
BESIDE: Final = (
    (r"\b(unsur|isu|bernuansa|berbau|bersifat|konflik|sentimen|masalah) sara\b", r"\1 SARA", "EYD"),
    (r"\b(kepolisian|polisi|kapolres|polres) resort\b", r"\1 resor", "Perpol 2/2021"),
)


def _pairs(table: str) -> dict[str, str]:
    """Return the pairs of a table; two spaces stand between them, since some words are two."""
    pairs = (pair.split(":") for line in table.strip().splitlines() for pair in line.strip().split("  "))
    return {wrong.strip(): right.strip() for wrong, right in pairs}


# The standard form of each word, and the list that has it.
WORDS: Final[dict[str, tuple[str, str]]] = {
    **{wrong: (right, "KBBI") for wrong, right in _pairs(KBBI).items()},
    **{wrong: (right, "EYD") for wrong, right in _pairs(EYD).items()},
    **{wrong: (right, "EYD") for wrong, right in _pairs(SHORT).items()},
    **{name.lower(): (name, "EYD") for name in ACRONYMS.split()},
    **{wrong: (right, "KBBI") for wrong, right in _pairs(SLIP).items()},
}
