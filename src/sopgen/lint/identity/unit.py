"""Rules over the unit: its letterhead, the numbers of its letters, its time."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import Final

from sopgen.lint.bearing import OfficeName, office_in, police_in
from sopgen.lint.language.dictionary import is_word
from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import closest, nearest, say
from sopgen.model.people.post import full_post
from sopgen.model.unit import LetterKind, Signatory, Unit

KOP_LINES: Final = 3
KOP_CHARACTERS: Final = 41
# Words of letterheads; those of the police only where it is one of the police. Names of places are left alone.
_HEAD: Final = """
republik indonesia pemerintah kabupaten provinsi kementerian kecamatan kelurahan direktorat puskesmas sekretariat
inspektorat kesehatan pendidikan kepolisian
"""
_OF_POLICE: Final = ("daerah", "resor", "sektor")
_ALIKE: Final = 0.85  # one letter of six
_NEARLY: Final = 0.9
_LEVELS: Final = ("dae", "res", "sek")
_SECTION: Final = re.compile(
    r"\b(?:Ka)?sat ?(binmas|lantas|reskrim|resnarkoba|intelkam|samapta|polairud|tahti)\b", re.I
)
NUMBER_FIELDS: Final = ("awalan", "urut", "bulan_romawi", "kka", "tahun")
NEEDED_FIELDS: Final = ("urut", "tahun")


@rule("TO06", "error", source="Perkap 1/2023, annex, kopstuk", sure="A")
def letterhead_is_short(subject: Subject) -> Iterator[Finding]:
    """A letterhead has at most 3 lines of at most 41 characters.

    A Polres names the two levels above it, which may be abbreviated. A longer line runs into the right half of the
    sheet, or is broken.

    Other offices, whose letter is a Surat Tugas, have their letterhead in the middle of the sheet, as long as it is.

    Wrong:
        kop: [KEPOLISIAN NEGARA REPUBLIK INDONESIA, DAERAH GORONTALO, RESOR GORONTALO KOTA, SATUAN BINMAS]
    Right:
        kop: [KEPOLISIAN NEGARA REPUBLIK INDONESIA, DAERAH GORONTALO, RESOR GORONTALO KOTA]
    """
    unit = subject.unit
    if unit.surat_perintah.bentuk is LetterKind.ASSIGNMENT:
        return
    if len(unit.kop) > KOP_LINES:
        what = say("the letterhead has {count} lines, more than 3", count=len(unit.kop))
        yield Finding(("kop",), what, say("keep the unit and the two levels above it"), in_unit=True)
    for n, line in enumerate(unit.kop):
        if len(line) > KOP_CHARACTERS:
            what = say("the line has {count} characters, more than 41", count=len(line))
            yield Finding(("kop", n), what, say("shorten it as the unit's letters do"), in_unit=True)


@rule("TO11", "warning", source="Perpol 2/2021, names of units; KBBI", sure="A")
def letterhead_is_spelt_right(subject: Subject) -> Iterator[Finding]:
    """The words of a letterhead are spelt as the office is named.

    It stands above every letter. Kepolisian Resor has no T; a letter that was left out is easily overlooked in
    capitals. Only what is no word and is near to one of a letterhead is named; names of places are not looked at.

    Wrong:
        kop: [KEPOLISIAN NEGARA REPUBLIK INDONESIA, DAERAH GORONTALO, RESORT GORONTALO KOTA]
    Right:
        kop: [KEPOLISIAN NEGARA REPUBLIK INDONESIA, DAERAH GORONTALO, RESOR GORONTALO KOTA]
    """
    of_police = _is_police(subject.unit)
    terms = [*_HEAD.split(), *(_OF_POLICE if of_police else ())]
    for n, line in enumerate(subject.unit.kop):
        for word in re.findall(r"[A-Za-z]{5,}", line):
            near = [] if is_word(word.casefold()) else get_close_matches(word.casefold(), terms, 1, _ALIKE)
            if near and near[0] != word.casefold():
                right = near[0].upper() if word.isupper() else near[0].capitalize()
                what = say('"{word}" is misspelt', word=word)
                yield Finding(("kop", n), what, say('write "{right}"', right=right), in_unit=True)


@rule("TO02", "error", source="numbers of real Sprin of 2019 to 2026: number, month, archive code, year", sure="B")
def numbers_of_letters_have_their_parts(subject: Subject) -> Iterator[Finding]:
    """The pattern for the numbers of task orders holds the running number and the year, and no field that is unknown.

    Without the running number all letters of a month bear the same number; a field that is misspelt would be printed
    as it stands. That each number is given once is seen to by the register.

    Wrong:
        nomor: Sprin/{nomor}/{bulan_romawi}/{kka}/{tahun}
    Right:
        nomor: Sprin/{urut}/{bulan_romawi}/{kka}/{tahun}
    """
    unit, forms = subject.unit, ("nomor_laporan", "nomor_undangan")
    letters = {
        ("surat_perintah", "nomor"): unit.surat_perintah.nomor,
        ("surat_perintah", "nomor_warga"): unit.surat_perintah.nomor_warga,
    }
    patterns = [
        *letters.items(),
        *((("formulir", one), getattr(unit.formulir, one)) for one in forms),
    ]
    for place, pattern in patterns:
        for name in _fields(pattern):
            if name not in NUMBER_FIELDS:
                what = say('field "{name}" of the number is not known', name=name)
                yield Finding(place, what, nearest(name, NUMBER_FIELDS), in_unit=True)
    for loc, pattern in letters.items():
        for name in NEEDED_FIELDS:
            if name not in _fields(pattern):
                what = say('the number lacks the field "{name}"', name=name)
                fix = say("write it in braces, as in the shipped satuan.yaml")
                yield Finding(loc, what, fix, in_unit=True)


def _fields(pattern: str) -> list[str]:
    return re.findall(r"\{([^{}]*)\}", pattern)


@rule("ID53", "warning", source="sopgen: the letterhead, the unit and its officials name one office", sure="own")
def the_letterhead_names_the_unit(subject: Subject) -> Iterator[Finding]:
    """The letterhead, and every post of satuan.yaml, name the office that the unit names.

    A letter with the kop of another Polres is refused, and nobody signs a.n. the chief of another office. `nama`,
    `kop`, the posts of who signs and countersigns, their `atas_nama`, `lapor_kepada` and the work plans are compared.

    Wrong:
        kop: [..., RESOR LAIN]   # nama: SATBINMAS POLRES CONTOH
    Right:
        kop: [..., RESOR CONTOH]
    """
    unit = subject.unit
    own = _own_offices(unit)
    told: set[Loc] = set()
    for loc, text in _places(unit):
        # Of a unit that bears another name now, posts may still have the former one.
        whole = loc[0] in ("kop", "penandatangan", "pejabat") and not unit.berganti_nama
        if other := _other_office(text, own, whole=whole):
            told.add(loc)
            what = say('"{text}" does not name {place}', text=text, place=other)
            yield Finding(loc, what, say("correct one of the two"), in_unit=True)
    levels = [(n, _LEVELS.index(one.family)) for n, line in enumerate(unit.kop) for one in police_in(line)]
    for (_, above), (n, level) in pairwise(levels if _is_police(unit) else []):
        if level < above:
            what = say('"{text}" stands below a lower office', text=unit.kop[n])
            yield Finding(("kop", n), what, say("put the higher office above"), in_unit=True)
    for n, one in enumerate(unit.pejabat):
        loc = ("pejabat", n, "atas_nama")
        chief = unit.penandatangan
        if (
            one.atas_nama
            and not chief.atas_nama
            and loc not in told
            and not _is_one_post(one.atas_nama, chief.jabatan)
        ):
            what = say('"{text}" is not who heads the unit: {post}', text=one.atas_nama, post=chief.jabatan)
            yield Finding(loc, what, say("correct one of the two"), in_unit=True)
    for loc, text in _other_section(unit):
        what = say('"{text}" does not name {place}', text=text, place=unit.nama)
        yield Finding(loc, what, say("correct one of the two"), in_unit=True)
    yield from (one for one in _nearly(unit) if one.loc not in told)


def _is_one_post(one: str, other: str) -> bool:
    """Tell two ways to write a post: in full and in short, with and without the name of the office."""
    words = [set(re.findall(r"\w+", full_post(text).casefold())) - {"plt", "plh", "pj"} for text in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def _own_offices(unit: Unit) -> dict[str, tuple[OfficeName, str]]:
    """Return the offices that are the unit's own, by their families, each with the text that names it."""
    found: dict[str, tuple[OfficeName, str]] = {}
    for text in (unit.nama, *unit.kop, full_post(unit.penandatangan.chief)):
        for one in police_in(text) if _is_police(unit) else filter(None, [office_in(text)]):
            found.setdefault(one.family, (one, text))
    return found


def _is_police(unit: Unit) -> bool:
    return (
        re.search(r"poli?si|polri|polres|polsek|polda", " ".join([unit.nama, *unit.kop]), re.IGNORECASE) is not None
    )


def _places(unit: Unit) -> Iterator[tuple[Loc, str]]:
    """Yield what names the unit beside `nama`, each with its place."""
    yield from ((("kop", n), line) for n, line in enumerate(unit.kop))
    signers: list[tuple[Loc, Signatory]] = [(("penandatangan",), unit.penandatangan)]
    signers += [(("pejabat", n), one) for n, one in enumerate(unit.pejabat)]
    for loc, signer in signers:
        for name in ("jabatan", "atas_nama", "untuk_beliau"):
            if text := getattr(signer, name):
                yield (*loc, name), text
    settings = unit.surat_perintah
    if settings.lapor_kepada:
        yield ("surat_perintah", "lapor_kepada"), settings.lapor_kepada
    for n, plan in enumerate(settings.rencana):
        yield from ((("surat_perintah", "rencana", n, "isi", m), text) for m, text in enumerate(plan.isi))
    if unit.formulir.jabatan_mengetahui:
        yield ("formulir", "jabatan_mengetahui"), unit.formulir.jabatan_mengetahui


def _other_section(unit: Unit) -> Iterator[tuple[Loc, str]]:
    """Yield the work plans, and who countersigns, of another section of a Polres than the unit's own."""
    own = re.match(r"SAT ?(\w{3,}) POL", unit.nama, re.IGNORECASE)
    for n, plan in enumerate(unit.surat_perintah.rencana if own else ()):
        for m, text in enumerate(plan.isi):
            named = _SECTION.search(text)
            if own and named and named[1].casefold() != own[1].casefold():
                yield ("surat_perintah", "rencana", n, "isi", m), text
    if own and len(unit.pejabat) == 1 and (post := unit.pejabat[0].post).startswith("KEPALA SATUAN "):
        right = full_post(f"KASAT {own[1]}")
        if right != f"KASAT {own[1]}" and post != right:
            yield ("pejabat", 0, "jabatan"), post


def _other_office(text: str, own: dict[str, tuple[OfficeName, str]], *, whole: bool) -> str:
    """Return the text that names the unit's own office where this one names another of its family; else nothing."""
    named = [*police_in(text)] if {"res", "sek", "dae"} & set(own) else [one for one in [office_in(text)] if one]
    for one in named:
        known, place = own.get(one.family, (one, ""))
        police = one.family in ("res", "sek", "dae")
        there = known.words == one.words if whole and police else set(known.words) <= set(one.words)
        if not there and not (not police and set(one.words) <= set(known.words)):
            return place
    return ""


def _nearly(unit: Unit) -> Iterator[Finding]:
    """Yield a line of the letterhead that is nearly the name of an office, and is another."""
    lines = [" ".join(line.casefold().split()) for line in unit.kop]
    name = " ".join(unit.nama.casefold().split())
    near = [] if name in lines else [n for n, line in enumerate(lines) if closest(line, [name], _NEARLY)]
    for n in near:
        what = say('"{text}" does not name {place}', text=unit.kop[n], place=unit.nama)
        yield Finding(("kop", n), what, say("correct one of the two"), in_unit=True)
