"""Rules over the unit: its letterhead, the numbers of its letters, its time."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import nearest, say
from sopgen.model.unit import LetterKind

KOP_LINES: Final = 3
KOP_CHARACTERS: Final = 41
# Words of letterheads; those of the police only where it is one of the police. Names of places are left alone.
_HEAD: Final = """
republik indonesia pemerintah kabupaten provinsi kementerian kecamatan kelurahan direktorat puskesmas sekretariat
inspektorat kesehatan pendidikan kepolisian
"""
_OF_POLICE: Final = ("daerah", "resor", "sektor")
_ALIKE: Final = 0.85  # one letter of six
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
    of_police = "polisi" in " ".join(subject.unit.kop).casefold()
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
