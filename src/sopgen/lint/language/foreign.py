"""The rule over English words for which Indonesian has its own."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word, without_doubled_letter
from sopgen.lint.language.spelling import WORDS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# Only words that are no Indonesian ones; each with its Indonesian word (KBBI, Glosarium Pusba).
_LISTED: Final = """
upload:unggah  download:unduh  file:berkas  meeting:rapat  print:cetak  scan:pindai  checklist:daftar periksa
update:mutakhirkan  follow up:tindak lanjut  deadline:tenggat  feedback:umpan balik  approve:setujui
complaint:keluhan  handling:penanganan  handover:serah terima  backup:cadangan  back up:cadangan
crosscheck:periksa silang  cross check:periksa silang  standby:siaga  password:kata sandi  user:pengguna
link:tautan  progress:kemajuan  reward:penghargaan  punishment:hukuman  posting:unggah  emergency:gawat darurat
triage:triase  screening:penapisan  check up:pemeriksaan kesehatan  broadcast:siaran  press release:siaran pers
informed consent:persetujuan tindakan  staff:staf  contact person:narahubung  interview:wawancara
briefing:pengarahan  visitor:pengunjung  screening:penapisan  logbook:buku catatan  call center:pusat panggilan
help desk:meja bantuan  front office:meja depan  back office:bagian belakang  counter:loket
background check:pemeriksaan latar belakang  double check:periksa ulang  review:tinjauan  assessment:asesmen
body search:penggeledahan badan  patrol:patroli  report back:melapor kembali  mapping:pemetaan  sharing:berbagi
problem solving:pemecahan masalah  coaching:pembinaan  warning:peringatan  alert:siaga  action plan:rencana aksi
team work:kerja tim  teamwork:kerja tim  public speaking:berbicara di depan umum  tracking:pelacakan
fast track:jalur cepat  walk in:datang langsung  drop off:pengantaran  pick up:penjemputan  copy:salinan
paste:tempel  template:templat  gadget:gawai  handphone:telepon genggam  event:acara  venue:tempat acara
rundown:susunan acara  stakeholder:pemangku kepentingan  training:pelatihan  skill:keterampilan
customer:pelanggan  cancel:batal  reschedule:jadwal ulang  hardcopy:salinan cetak  hard copy:salinan cetak
softcopy:salinan digital  soft copy:salinan digital  input data:memasukkan data  entry:memasukkan
checking:pemeriksaan  time schedule:jadwal  submit:kirim  finishing:penyelesaian  form:formulir
cleaning service:petugas kebersihan  security:petugas keamanan
driver:pengemudi  job desk:uraian tugas  jobdesk:uraian tugas  waiting list:daftar tunggu
budget:anggaran  safety:keselamatan  delay:tunda  urgent:mendesak
confirm:konfirmasi  tester:penguji  debriefing:pengarahan akhir  handling complaint:penanganan keluhan
check in:lapor masuk  check out:lapor keluar  checkpoint:pos pemeriksaan  roadmap:peta jalan
filling:pengarsipan  sweeping:razia  on call:siap panggil
approval:persetujuan  share:bagikan  schedule:jadwal  report:laporan  request:permintaan  booking:pesan
"""
ENGLISH: Final = dict(
    pair.split(":") for line in _LISTED.strip().splitlines() for pair in line.strip().split("  ") if pair
)
# With Indonesian affixes, too: mengupload, di-scan, file-nya; beside a capital or a dot it is part of a name.
_FOREIGN: Final = re.compile(
    rf"(?<![\w@./-])(?:me(?:ng|n|m)?-?|di-?|ter-?)?({'|'.join(ENGLISH)})(?:-?(?:nya|kan))?(?![\w@/-]|\.\w)"
)
# How words are built that are English and can not be Indonesian: -tion is -si, -ity -itas, -ive -if, -ical -is.
_FORM: Final = re.compile(
    r"[a-z]{2,}(?:tion|sion|ness|ship|ment|able|ible|less|ful|ical|ally|[bdfglmnprstvy]ly|ght|ture|ance|ence|ious|ous|ive"
    r"|ity|ogy|phy|ary|ory|ess|ll|ck)|[a-z]{3,}(?:ing|ate|[tsn]ed)|wh[a-z]{2,}"
)
_SMALL: Final = re.compile(r"(?<![\w@./'-])[a-z]{4,}(?![\w@/'-]|\.\w| [A-Z])")


@rule(
    "LG11",
    "info",
    source="Perpres 63/2019, articles 4 and 25, as quoted: official documents are in Indonesian",
    sure="B",
)
def indonesian_words_come_before_english_ones(subject: Subject) -> Iterator[Finding]:
    """An Indonesian word stands where there is one: mengunggah, not mengupload.

    An official document is in Indonesian, and not every reader knows the English word. Names of programs and
    what is written with a capital within a sentence are left alone. Of other words the form tells: friendly and
    physical are built as no Indonesian word is, and the dictionary has them not. A hint.

    Wrong:
        uraian: Mengupload file laporan
    Right:
        uraian: Mengunggah berkas laporan
    """
    for one in texts(subject, {Printed.WORDS}):
        plain = one.text[:1].lower() + one.text[1:]
        for found in _FOREIGN.finditer(plain):
            what = say('"{word}" is English', word=found[0])
            yield one.finding(what, say('write a form of "{right}"', right=ENGLISH[found[1]]))
        if others := ", ".join(dict.fromkeys(filter(looks_english, _SMALL.findall(_FOREIGN.sub("-", plain))))):
            yield one.finding(say("English, it seems: {words}", words=others), say("write it in Indonesian"))


def looks_english(word: str) -> bool:
    """Tell a word of English form that is no Indonesian one, nor one with a letter typed twice."""
    known = word in WORDS or is_word(word) or without_doubled_letter(word)
    return _FORM.fullmatch(word) is not None and not known


def foreign_places(text: str) -> frozenset[int]:
    """Return the places of the letters that belong to the English words of the list."""
    return frozenset(place for found in _FOREIGN.finditer(text) for place in range(*found.span()))
