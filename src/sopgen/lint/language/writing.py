"""Rules over how things are written: spaces, dates, times of day, degrees."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.zones import PROVINCES, TOWNS, ZONES
from sopgen.lint.registry import Finding, Loc, Rewrite, Subject, rule
from sopgen.lint.texts import DATES, FIGURES, WRITTEN, texts
from sopgen.messages import say
from sopgen.model.base import MONTHS, long_date
from sopgen.model.identity import WordedDate
from sopgen.model.unit import Unit

EYD: Final = "EYD edition V (2022), punctuation"
_BEFORE: Final = re.compile(r"(?<=\S)\s+([.,;!?])(?=\s|$)")
_AFTER: Final = re.compile(r"(?<=[^\W\d_])([,;])(?=[^\W\d_])")
_BOTH: Final = re.compile(r"(?<=[^\W\d_])\s+([,;])(?=[^\W\d_])")
_TWICE: Final = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_DOUBLED: Final = re.compile(r"\b(\w+)(?:- +| +-)(?=\1\b)|\b([^\W\d_]+) +- +(?=\2\b)", re.IGNORECASE)
_REPEATED: Final = re.compile(r"(?<![\w-])([a-z]{2,}) +\1(?![\w-])")
_TWO_MARKS: Final = re.compile(r"([,;:])\s*\1")
# Hours and minutes are parted by a full stop where a time of day is meant.
_COLON: Final = re.compile(
    r"(?:(?<=pukul )|(?<=jam ))([01]?\d|2[0-3]):([0-5]\d)(?!\d)"
    rf"|\b([01]?\d|2[0-3]):([0-5]\d)(?= (?:{'|'.join(ZONES)})\b)",
    re.IGNORECASE,
)
_ZERO: Final = re.compile(rf"\b0(\d\s+(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
# In small letters `wit` is a zone only beside a time of day.
_ZONE: Final = re.compile(rf"\b(?:{'|'.join(ZONES)}|(?i:wib|wita)|(?<=\d )(?i:wit)|(?<=\d)(?i:wit))\b")
_LISTED: Final = """
S.H. M.H. S.I.K. M.I.K. S.Tr.K. M.Si. S.Si. S.Sos. M.Sos. S.E. M.E. M.M. S.Pd. M.Pd. S.Ag. M.Ag. S.Kom. M.Kom. S.T.
M.T. S.I.P. S.IP. M.I.P. M.IP. M.A.P. S.A.P. M.Hum. S.Hum. S.Psi. M.Psi. S.Ked. S.Kep. M.Kes. S.K.M. S.Farm.
M.Tr.Opsla. M.Han. S.STP. A.Md. A.Md.Kep. A.Md.Keb. S.Tr.Keb. S.Tr.Kep. S.Gz. S.Keb. M.K.M. M.B.A. M.A. M.Sc. Ph.D.
"""
DEGREES: Final = tuple(_LISTED.split())


@rule("LG02", "warning", source=EYD, sure="M")
def spaces_stand_where_they_belong(subject: Subject) -> Iterator[Finding]:
    """No space stands before a comma or full stop, one after a comma, none inside a doubled word.

    A missing or a surplus space breaks lines in wrong places, and words are not found when they are looked for.

    Wrong:
        - Memiliki kemampuan dalam pelayanan,pembinaan dan penyuluhan di tengah- tengah masyarakat .
    Right:
        - Memiliki kemampuan dalam pelayanan, pembinaan dan penyuluhan di tengah-tengah masyarakat.
    """
    for one in texts(subject, WRITTEN):
        for place in _misplaced(one.text):
            fix = say('write "{right}"', right=_spaced(place))
            yield one.finding(say('spaces in "{text}" are wrong', text=place), fix, _spaced(one.text))
        for found in _REPEATED.finditer(one.text):
            fix = say('write "{right}", or the word once', right=f"{found[1]}-{found[1]}")
            yield one.finding(say('"{text}" stands twice', text=found[1]), fix)


def _spaced(text: str) -> str:
    text = _BEFORE.sub(r"\1", text)
    text = _BOTH.sub(r"\1 ", text)
    text = _AFTER.sub(r"\1 ", text)
    text = _TWO_MARKS.sub(r"\1", text)
    return _TWICE.sub(" ", _DOUBLED.sub(lambda found: f"{found[1] or found[2]}-", text))


def _misplaced(text: str) -> Iterator[str]:
    """Yield the words about each wrong space."""
    for pattern in (_BEFORE, _BOTH, _AFTER, _TWICE, _DOUBLED, _TWO_MARKS):
        for found in pattern.finditer(text):
            before = re.search(r"\S*$", text[max(0, found.start() - 40) : found.start()])
            after = re.match(r"\S*", text[found.end() : found.end() + 40])
            yield (before[0] if before else "") + found[0] + (after[0] if after else "")


@rule("LG03", "warning", source="Polri letters: 3 September 2019, no leading zero; EYD edition V", sure="A")
def days_have_no_leading_zero(subject: Subject) -> Iterator[Finding]:
    """A date in a text is written without a zero before the day.

    Letters write the day as it is spoken; the zero belongs to tables and file names. The dates of the head have the
    month in words, too.

    Wrong:
        tanggal 01 Juni 2006
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2025-08-01, tertulis: 01-08-2025}
    Right:
        tanggal 1 Juni 2006
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2025-08-01}
    """
    for name in DATES:
        worded: WordedDate = getattr(subject.sop.identitas, name)
        if worded.nilai and (figures := FIGURES.search(worded.tertulis or "")):
            what = say('"{text}" has the month in figures', text=figures[0])
            loc: Loc = ("identitas", name, "tertulis")
            yield Finding(loc, what, say('write "{right}"', right=long_date(worded.nilai)))
    for one in texts(subject, WRITTEN):
        for found in _ZERO.finditer(one.text):
            what = say('"{text}" has a zero before the day', text=found[0])
            yield one.finding(what, say('write "{right}"', right=found[1]), _ZERO.sub(r"\1", one.text))


@rule("LG04", "warning", source="Keppres 41/1987, time zones; zona_waktu of the unit", sure="M")
def times_are_those_of_the_place(subject: Subject) -> Iterator[Finding]:
    """A time of day is given in the zone of the unit, and the unit's zone is that of its province or town.

    Gorontalo keeps WITA. An order that says 09.00 WIB there is an hour late. Zones are written in capitals, hours and
    minutes with a full stop between them.

    Wrong:
        zona_waktu: WIB   # kop: DAERAH GORONTALO
    Right:
        zona_waktu: WITA
    """
    unit = subject.unit
    if unit.zona_waktu not in ZONES:
        what = say('"{zone}" is no time zone of Indonesia', zone=unit.zona_waktu)
        yield Finding(("zona_waktu",), what, say("write WIB, WITA or WIT"), in_unit=True)
        return
    place = _province(unit) or _town(unit)
    kept = place and (PROVINCES.get(place) or TOWNS[place])
    if place and kept and kept != unit.zona_waktu:
        what = say("{place} does not keep {zone}", place=place, zone=unit.zona_waktu)
        yield Finding(("zona_waktu",), what, say("write {zone}", zone=kept), in_unit=True)
    for one in texts(subject, WRITTEN):
        for found in _COLON.finditer(one.text):
            right = found[0].replace(":", ".")
            whole = one.text[: found.start()] + right + one.text[found.end() :]
            what = say('"{text}" has a colon between hours and minutes', text=found[0])
            yield one.finding(what, say('write "{right}"', right=right), whole)
        for found in _ZONE.finditer(one.text):
            if found[0].upper() == unit.zona_waktu != found[0]:
                right = one.text[: found.start()] + found[0].upper() + one.text[found.end() :]
                what = say('"{zone}" is not written in capitals', zone=found[0])
                yield one.finding(what, say("write {zone}", zone=found[0].upper()), right)
            if found[0].upper() != unit.zona_waktu:
                what = say("the text says {zone}, the unit keeps {own}", zone=found[0], own=unit.zona_waktu)
                yield one.finding(what, say("give the time in {own}", own=unit.zona_waktu))


def _province(unit: Unit) -> str | None:
    """Return the province that the letterhead, the town or the place names; the longest name first."""
    words = " / ".join([*unit.kop, unit.kota, unit.tempat])
    # A pattern is made only of those that stand there at all.
    names = sorted((name for name in PROVINCES if name.casefold() in words.casefold()), key=len, reverse=True)
    return next((name for name in names if re.search(rf"\b{name}\b", words, re.IGNORECASE)), None)


def _town(unit: Unit) -> str | None:
    """Return the regency or town that the letterhead names as such, or in which the unit is: KABUPATEN BOALEMO."""
    lines = [*unit.kop, f"kota {unit.kota}", f"kota {unit.tempat}"]
    heads = r"(?:kabupaten|kab\.?|kota|resor|polres(?:ta|tabes)?)"
    said = [found[1].casefold() for line in lines if (found := re.search(rf"(?i)\b{heads} ((?!kota )[\w ]+)$", line))]
    return next((name for name in TOWNS if name.casefold() in said), None)


@rule("LG05", "warning", source="EYD edition V (2022), abbreviations: degrees", sure="M")
def degrees_are_written_with_their_points(subject: Subject) -> Iterator[Finding]:
    """Degrees such as S.I.K. and M.Si. are written with their points.

    Each part that is shortened has a point, the last one too, and only first letters are capitals.

    Wrong:
        nama: PERSONEL CONTOH, S.I.K, M.SI
    Right:
        nama: PERSONEL CONTOH, S.I.K., M.Si.
    """
    identity = subject.sop.identitas
    named: list[tuple[Loc, str]] = [(("identitas", "pengesah", "nama"), identity.pengesah.nama)]
    named += [(("identitas", "kendali", n, "nama"), one.nama) for n, one in enumerate(identity.kendali)]
    unit = subject.unit
    of_unit: list[tuple[Loc, str]] = [(("pejabat", n, "nama"), one.nama) for n, one in enumerate(unit.pejabat)]
    for loc, name in of_unit:
        right = _named_rightly(name)
        if right != name and name not in (one for _, one in named):
            what = say('the degrees in "{name}" lack points or small letters', name=name)
            yield Finding(loc, what, say('write "{right}"', right=right), in_unit=True)
    for loc, name in named:
        right = _named_rightly(name)
        if right != name:
            what = say('the degrees in "{name}" lack points or small letters', name=name)
            yield Finding(loc, what, say('write "{right}"', right=right), mend=Rewrite(loc, right))
        parts = [re.sub(r"[\s.]", "", part).casefold() for part in name.split(",")[1:]]
        if twice := next((part for n, part in enumerate(parts) if part and part in parts[:n]), None):
            what = say('a degree stands twice in "{name}"', name=name)
            yield Finding(loc, what, say("write it once: {degree}", degree=twice.upper()))


def _named_rightly(name: str) -> str:
    return ",".join(_before(part) if n == 0 else _degree(part) for n, part in enumerate(name.split(",")))


def _before(name: str) -> str:
    """Return a name with the points of what stands before it: `Drs. ANDI`."""
    return re.sub(r"^(Drs|Dra|Dr|dr|drg|Ir|Prof)(?= [A-Z])", r"\1.", name)


def _degree(part: str) -> str:
    """Return a degree with its points; a part that is none that is known stays as it is."""
    key = re.sub(r"[\s.]", "", part).casefold()
    known = [degree for degree in DEGREES if degree.replace(".", "").casefold() == key]
    if not known or part.strip() in known:
        return part
    return part[: len(part) - len(part.lstrip())] + known[0]
