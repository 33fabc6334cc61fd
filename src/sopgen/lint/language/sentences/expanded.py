"""The rule over what abbreviations stand for: those that are known, and those that an SOP spells out twice."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# What abbreviations of the police and of offices stand for; where there are several ways, parted by /.
_LISTED: Final = """
FKPM:Forum Kemitraan Polisi Masyarakat/Forum Kemitraan Polisi dan Masyarakat
BKPM:Balai Kemitraan Polisi Masyarakat/Balai Kemitraan Polisi dan Masyarakat/Badan Koordinasi Penanaman Modal
TTE:Tanda Tangan Elektronik
BSrE:Balai Besar Sertifikasi Elektronik/Balai Sertifikasi Elektronik
BSSN:Badan Siber dan Sandi Negara
SPKT:Sentra Pelayanan Kepolisian Terpadu
SKCK:Surat Keterangan Catatan Kepolisian
STNK:Surat Tanda Nomor Kendaraan Bermotor/Surat Tanda Nomor Kendaraan
BPKB:Buku Pemilik Kendaraan Bermotor
SIM:Surat Izin Mengemudi
STTLP:Surat Tanda Terima Laporan Polisi
SP2HP:Surat Pemberitahuan Perkembangan Hasil Penyidikan
SPDP:Surat Pemberitahuan Dimulainya Penyidikan
TKP:Tempat Kejadian Perkara
BAP:Berita Acara Pemeriksaan
NRP:Nomor Registrasi Pokok/Nomor Register Pokok
NIP:Nomor Induk Pegawai
NIK:Nomor Induk Kependudukan
KTP:Kartu Tanda Penduduk
SIAK:Sistem Informasi Administrasi Kependudukan
KIA:Kartu Identitas Anak/Kesehatan Ibu dan Anak
PNBP:Penerimaan Negara Bukan Pajak
DIPA:Daftar Isian Pelaksanaan Anggaran
PPNS:Penyidik Pegawai Negeri Sipil
APD:Alat Pelindung Diri
SARA:Suku, Agama, Ras, dan Antargolongan/Suku Agama Ras dan Antargolongan/Suku, Agama, Ras, Antargolongan
KDRT:Kekerasan dalam Rumah Tangga
SKTM:Surat Keterangan Tidak Mampu
BPJS:Badan Penyelenggara Jaminan Sosial
JKN:Jaminan Kesehatan Nasional
UGD:Unit Gawat Darurat
IGD:Instalasi Gawat Darurat
ASN:Aparatur Sipil Negara
PPID:Pejabat Pengelola Informasi dan Dokumentasi
NPWP:Nomor Pokok Wajib Pajak
NIB:Nomor Induk Berusaha
KUA:Kantor Urusan Agama
BPBD:Badan Penanggulangan Bencana Daerah
SOP:Standar Operasional Prosedur
DPA:Dokumen Pelaksanaan Anggaran
APBD:Anggaran Pendapatan dan Belanja Daerah
KKA:Kode Klasifikasi Arsip
RPK:Ruang Pelayanan Khusus
UPPA:Unit Pelayanan Perempuan dan Anak
"""
KNOWN: Final = {line.split(":")[0]: tuple(line.split(":")[1].split("/")) for line in _LISTED.strip().splitlines()}
_MEANS: Final = re.compile(
    r"\b(?P<short>[A-Z][A-Za-z\d]{1,5})(?:,? (?:adalah|ialah|yaitu|merupakan|singkatan dari"
    r"|kepanjangan dari)|:) (?:singkatan dari )?"
    r"(?P<full>[A-Z][\w-]*(?:,? (?:dan|atau|di|ke|dari|dalam|untuk|bagi|[A-Z][\w-]*))+)"
)
_ASIDE: Final = re.compile(
    r"(?P<full>[A-Z][\w-]*(?:,? (?:dan|di|ke|dari|dalam|untuk|bagi|[A-Z][\w-]*))+) "
    r"\((?P<short>[A-Z][A-Za-z\d]{1,5})\)"
)
_SMALL: Final = frozenset({"dan", "di", "ke", "dari", "dalam", "untuk", "bagi", "atau"})


@rule("LG73", "warning", source="names of offices, papers and forums as their rules have them; from memory", sure="B")
def abbreviations_mean_what_they_mean(subject: Subject) -> Iterator[Finding]:
    """An abbreviation stands for the words that it is known for, and for the same words throughout.

    TTE is Tanda Tangan Elektronik; who reads Tanda Terima Elektronik looks for a receipt. Known are some forty of the
    police and of offices; of others it is told when an SOP spells one out in two ways.

    Wrong:
        - FKPM adalah Forum Komunikasi Pemuda Masyarakat
    Right:
        - FKPM adalah Forum Kemitraan Polisi Masyarakat
    """
    told: dict[str, str] = {}
    for one in texts(subject, {Printed.WORDS}):
        for short, full in _expanded(one) if not one.in_unit else ():
            ways = [_words(way) for way in KNOWN.get(short, ())] or [_words(told.setdefault(short, full))]
            if not any(_ends_alike(_words(full), way) for way in ways):
                right = KNOWN.get(short, (told.get(short, ""),))[0]
                what = say('"{short}" does not stand for "{full}"', short=short, full=full)
                yield one.finding(what, say('write "{right}"', right=right))


def _expanded(one: SpecText) -> Iterator[tuple[str, str]]:
    """Yield the abbreviations that a text spells out, each with the words that it gives."""
    for found in _MEANS.finditer(one.text):
        yield found["short"], found["full"]
    for found in _ASIDE.finditer(one.text):
        letters = "".join(letter for letter in found["short"] if letter.isalpha())
        words = found["full"].split()
        big = [n for n, word in enumerate(words) if word.strip(",") not in _SMALL]
        full = " ".join(words[big[-len(letters)] :]) if len(big) >= len(letters) else ""
        known = [set(_words(way)) for way in KNOWN.get(found["short"], ())]
        if "".join(word[0] for word in _words(full)).upper() == letters or any(
            len(way & set(_words(full))) * 2 >= len(way) for way in known
        ):
            yield found["short"], full


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w-]+", text.casefold()) if word not in _SMALL]


def _ends_alike(one: list[str], other: list[str]) -> bool:
    """Tell words of which the shorter ones begin the longer: a name goes on with that of its office."""
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short or long[-len(short) :] == short
