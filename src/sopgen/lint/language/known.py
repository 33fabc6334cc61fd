"""Rules over words that no list of errors has: those that are none, and those with a capital of their own."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.lint.flow.verbs import is_verb
from sopgen.lint.language.dictionary import is_root, is_word, nearest_word
from sopgen.lint.language.foreign import foreign_places, looks_english
from sopgen.lint.language.spelling import PROPER
from sopgen.lint.language.words import corrections
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import SpecText, texts
from sopgen.messages import say
from sopgen.model.printed import Printed

DICTIONARY: Final = "word list and affixes of PySastrawi (root words of KBBI)"
SHORTEST: Final = 5
_WORD: Final = re.compile(r"(?<![\w@./'-])[A-Za-z]?[a-z]+(?:-[a-z]+)?(?![\w@/'-]|\.\w)")
_FIRST: Final = re.compile(r"[\s\"'(]*(?:(?:\d+|[A-Za-z])[.)]\s*)?$")
# Common nouns that drafts write with a capital, and that are no part of a name unless a capital stands beside them.
_COMMON: Final = """
administrator individu motivator mediator fasilitator warga pelapor terlapor saksi korban tersangka petugas anggota
personel pidana perdata pemohon masyarakat pengadu pengunjung pasien berkas laporan formulir dokumen kendaraan
pelayanan kegiatan sanksi disiplin
"""
COMMON: Final = frozenset(_COMMON.split())
NAMED: Final = frozenset(PROPER.lower().split())
_LONE_CAPITAL: Final = re.compile(
    r"(?:(?<= )[a-z]|^[a-z]|^(?:Me|Ber|Mam|Da|Ter|Per))[\w/-]*,? ([A-Z][a-z]+)(?= [a-z]|[,;.]?$)"
)
# How something is done: no name begins after these words.
_MANNER: Final = re.compile(
    r"\b(?:secara|sangat|lebih|paling|dengan) (?P<word>[A-Z][a-z]{3,})(?= dan [a-z]|[,;.]?$| serta [a-z])"
)
# After these words a capital begins a name or a post: kepada Petugas Polmas, para Pihak.
# Posts and offices, which an SOP may write with a capital where it means its own.
_OFFICES: Final = """
kepala ketua wakil sekretaris bendahara direktur manajer camat lurah bupati gubernur presiden menteri jaksa hakim
polisi dokter perawat bidan satuan seksi bagian bidang unit subbagian dinas kantor badan balai desa kelurahan
kecamatan kota kabupaten provinsi negara pemerintah daerah pusat rumah sekolah pasal ayat lampiran peraturan
keputusan ya tidak tim komandan panitera operator penyidik pengawas kasat kanit kapolres kapolsek tuhan bapak ibu bumi
nomor tahun tanggal bulan
"""
OFFICES: Final = frozenset(_OFFICES.split())
_SMALL: Final = re.compile(r"(?<=[a-z,] )[a-z]{4,}\b")
# Two capitals in a row, of which the first is an abstract noun: after a small word no name begins so.
_PAIR: Final = re.compile(
    r"(?:(?<= )|^)(?:me|ber|pe|ke|di|ter)?[a-z]+ (?P<pair>(?P<one>Ke[a-z]{4,}an|Per[a-z]{4,}an"
    r"|Peng?[a-z]{4,}an) (?P<two>[A-Z][a-z]{2,}))"
    r"(?= [a-z]|[,;.]?$)"
)
_IN_NAMES: Final = """
peraturan pelayanan kepolisian kepegawaian keuangan kependudukan keimigrasian pendaftaran perizinan perhubungan
perikanan pertanian perdagangan perindustrian pendidikan pengadilan kecamatan kelurahan kementerian kejaksaan
"""
_KINDS: Final = frozenset(_IN_NAMES.split())
_OF_HEADINGS: Final = """
ruang lingkup pengertian tujuan maksud peringatan definisi prosedur uraian kegiatan dasar hukum pencatatan pendataan
peralatan perlengkapan keterkaitan kualifikasi pelaksana kebijakan referensi lampiran rekaman historis indikator unit
terkait langkah kepala seksi bidang bagian petugas pelayanan pemohon anggota operator kasat kanit kapolres kapolsek
"""
_OWN: Final = re.compile(r"\b(?:bapak|ibu|para|sdr|saudara|disebut|bernama)\s+$", re.IGNORECASE)


@rule("LG08", "info", source=DICTIONARY, sure="B")
def words_are_words(subject: Subject) -> Iterator[Finding]:
    """A word in small letters is one that the dictionary has, with or without affixes.

    Only a word that is near to a known one is named, since it may be a slip of the fingers; terms and foreign words
    are left alone, and so are names, abbreviations and what is written with capitals, save in headings that have
    nothing else. Each word is named once. A hint: the list is no judge.

    Wrong:
        - Menerima laporna masyarakat
    Right:
        - Menerima laporan masyarakat
    """
    told: set[str] = set()
    written = " ".join(one.text.lower() for one in texts(subject, {Printed.WORDS}) if not one.in_unit)
    known = Counter(re.findall(r"[a-z]{4,}", written)) + Counter(_OF_HEADINGS.split())
    for one in texts(subject, {Printed.WORDS}):
        if (one.in_unit and one.text.istitle()) or one.at.loc[-1] == "tempat":  # the name of a town
            continue
        listed = {word for correction in corrections(one.text) for word in correction.wrong.lower().split()}
        titled = _in_title(one, known)
        for word in dict.fromkeys([*_unknown(one.text), *_in_heading(subject, one), *titled]):
            if word.lower() not in listed | told and (near := nearest_word(word.lower())):
                told.add(word.lower())
                what = say('"{word}" is no known word', word=word)
                yield one.finding(what, say('"{right}" is meant, perhaps', right=near))


def _is_title(text: str) -> bool:
    """Tell a name or a heading: most of its longer words have a capital, beside the first."""
    words: list[str] = re.findall(r"[A-Za-z]{4,}", text)[1:]
    return sum(word[:1].isupper() for word in words) * 2 > len(words)


def _of_roles(subject: Subject) -> set[str]:
    """Return the words by which roles are called: written with a capital, they mean the role."""
    names = (name for lane in subject.sop.pelaksana for name in (lane.label, *lane.alias))
    return {word for name in names for word in re.findall(r"[a-z]+", name.lower())}


def _unknown(text: str) -> Iterator[str]:
    english = foreign_places(text)
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) < SHORTEST or (word[0].isupper() and _is_of_name(text, found)):
            continue
        if found.start() not in english and not is_word(word.lower()) and not looks_english(word.lower()):
            yield word


def _in_heading(subject: Subject, one: SpecText) -> Iterator[str]:
    """Yield the long words of a heading in capitals that are none, and stand in no name of the unit's places."""
    if (
        not one.text.isupper()
        or one.in_unit
        or one.at.loc[0] not in ("sampul", "kegiatan", "bagian", "identitas", "judul")
    ):
        return
    if one.at.loc[:2] in (("sampul", "instansi"), ("identitas", "satuan_kerja"), ("identitas", "disahkan_oleh")):
        return
    unit, sop = subject.unit, subject.sop
    names = " ".join([unit.nama, unit.kota, unit.tempat, unit.alamat, *unit.kop, sop.identitas.satuan_kerja])
    for word in re.findall(r"(?<![\w./-])[A-Z]{7,}(?![\w/-]|\.\w)", one.text):
        low = word.lower()
        if low not in names.lower() and not is_word(low) and not looks_english(low):
            yield word


def _in_title(one: SpecText, known: Counter[str]) -> Iterator[str]:
    """Yield the words of a role's or a section's name that are none, and nearly one that stands elsewhere."""
    if one.at.loc[0] not in ("pelaksana", "bagian") or one.at.loc[-1] not in ("label", "judul"):
        return
    for word in re.findall(r"(?<![\w./-])[A-Z][a-z]{4,}(?![\w/-]|\.\w)", one.text):
        near = None if known[word.lower()] > 1 or is_word(word.lower()) else nearest_word(word.lower())
        if near and known[near]:
            yield word


def _is_of_name(text: str, found: re.Match[str]) -> bool:
    """Tell a word with a capital that does not begin its text, or begins a name there: Banit SPKT."""
    return not _FIRST.fullmatch(text[: found.start()]) or bool(re.match(r" [A-Z]", text[found.end() :]))


@rule("LG09", "info", source="EYD edition V (2022), capitals", sure="B")
def common_nouns_have_no_capital(subject: Subject) -> Iterator[Finding]:
    """A common noun within a sentence has no capital.

    Capitals tell names from things: Kelurahan Limba U is a name, Individu is none. Known are nouns that drafts write
    so, and those that the same SOP writes small in another place; beside another capital, or after a form of
    address, they may be part of a name.

    Wrong:
        - Tidak menyinggung perasaan Individu
    Right:
        - Tidak menyinggung perasaan individu
    """
    common, roles = _common(subject), _of_roles(subject)
    for one in texts(subject, {Printed.WORDS}):
        for found in _MANNER.finditer(one.text) if not _is_title(one.text) else ():
            word = found["word"]
            if is_root(word.lower()) and word.lower() not in OFFICES | roles | NAMED | common:
                what, fix = say('"{word}" has a capital', word=word), say('write "{right}"', right=word.lower())
                right = one.text[: found.start("word")] + word.lower() + one.text[found.end("word") :]
                yield one.proposing(what, fix, right)
        for found in _LONE_CAPITAL.finditer(one.text) if not _is_title(one.text) else ():
            word, start = found[1], found.start(1)
            if (word.lower() in common or (_is_act(word) and one.text.count(word) == 1)) and not _OWN.search(
                one.text[:start]
            ):
                right = one.text[:start] + word.lower() + one.text[found.end() :]
                what, fix = say('"{word}" has a capital', word=word), say('write "{right}"', right=word.lower())
                yield one.proposing(what, fix, right)
        yield from _in_pairs(one, roles)


def _is_act(word: str) -> bool:
    """Tell a verb with me-, of which no name is made: Mampu Melayani warga."""
    return word.startswith(("Mem", "Men", "Mel", "Mer")) and is_verb(word.lower()) and is_word(word.lower())


def _in_pairs(one: SpecText, named: set[str]) -> Iterator[Finding]:
    """Yield the two capitals that a phrase of common nouns has within a sentence: Kerahasiaan Data pribadi."""
    for found in _PAIR.finditer(one.text) if not _is_title(one.text) else ():
        low = [found["one"].lower(), found["two"].lower()]
        if {*low} & (named | OFFICES | _KINDS) or not all(map(is_word, low)):
            continue
        right = one.text[: found.start("pair")] + " ".join(low) + one.text[found.end("pair") :]
        what, fix = say('"{word}" has a capital', word=found["pair"]), say('write "{right}"', right=" ".join(low))
        yield one.proposing(what, fix, right)


def _common(subject: Subject) -> set[str]:
    """Return the common nouns: those that are known, and roots that the SOP itself writes small; no role's name."""
    written = (one.text for one in texts(subject, {Printed.WORDS}))
    small = {word for text in written for word in _SMALL.findall(text)}
    return {*COMMON, *(word for word in small - OFFICES if is_root(word))} - _of_roles(subject) - NAMED
