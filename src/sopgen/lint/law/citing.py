"""Rules over how a law is written: its name, its title, its capitals."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import BASIS
from sopgen.lint.registry import Finding, Loc, Rewrite, Subject, rule
from sopgen.messages import say
from sopgen.model.law.citation import LawKind, read_citation
from sopgen.model.law.regulation import Regulation

FORMS: Final = "Perkap 1/2023, annex, how the legal basis is written"
# Kinds up to this order (UUD to Permen) are cited without "Republik Indonesia" and without their date.
LAST_WITHOUT_DATE: Final = 4
# Kinds up to this order (Perkapolres) bear Nomor and Tahun; decrees and letters are numbered in their own ways.
LAST_NUMBERED: Final = 9
# A name that begins so is written in full; any other way to write a kind is short.
FULL: Final = ("Peraturan", "Undang-Undang", "Surat", "Keputusan", "Maklumat", "Instruksi")
SMALL: Final = frozenset({"tentang", "perihal", "tanggal", "di", "ke", "dari", "dan", "yang", "untuk"})
# Prepositions and conjunctions that EYD keeps small, but the annex does not name: both are let stand.
_EITHER: Final = """
pada dalam atas dengan oleh kepada terhadap serta atau bagi antara sebagai secara melalui tanpa guna demi agar karena
sampai hingga menurut para
"""
EITHER: Final = frozenset(_EITHER.split())
_ABOUT: Final = re.compile(r"(?<=\S)\s+tentang\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD: Final = re.compile(
    r"(?P<kind>\D+?)(?P<of> (?:Republik Indonesia|RI))?,? (?:(?:nomor|no)\b\.? ?:? ?)?(?P<number>\d+[A-Z]?)"
    r"(?: ?/ ?| (?:tahun|thn\.?|th\.?) ?)(?P<year>\d{4})(?P<date>,? tanggal \d{1,2} \w+ \d{4})?",
    re.IGNORECASE,
)


def apart(entry: str) -> tuple[str, str, str]:
    """Return what stands before `tentang`, the `tentang` with its spaces, and the title with what follows."""
    found = _ABOUT.search(entry)
    return (entry[: found.start()], found[0], entry[found.end() :]) if found else (entry, "", "")


def _entries(subject: Subject) -> Iterator[tuple[Loc, str]]:
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        yield (*BASIS, n), entry


@rule("LB10", "warning", source=FORMS, sure="A")
def laws_are_named_in_full(subject: Subject) -> Iterator[Finding]:
    """A law is named by kind, Nomor and Tahun in full words; up to Permen without Republik Indonesia and date.

    Abbreviations (Perkap, Permenpan, UU, No., thn) are for notes and tables. The legal basis of a document that is
    signed names each law so that anyone finds it.

    Wrong:
        - Perkap nomor 3 thn 2015 tentang Pemolisian Masyarakat
        - Undang-Undang Republik Indonesia Nomor 2 Tahun 2002 tanggal 8 Januari 2002 tentang ...
    Right:
        - Peraturan Kapolri Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat
        - Undang-Undang Nomor 2 Tahun 2002 tentang ...
    """
    for loc, entry in _entries(subject):
        head, about, title = apart(entry)
        right = _full(head)
        if right and _same(right) != _same(head):
            what = say('the law is named "{text}"', text=head.strip())
            yield Finding(loc, what, say('write "{right}"', right=right), mend=Rewrite(loc, right + about + title))


def _full(head: str) -> str | None:
    """Return a law's name in full; None where it is written in a way that leaves doubt."""
    citation = read_citation(head)
    parts = _HEAD.fullmatch(" ".join(head.split()))
    if citation is None or parts is None or citation.kind.order > LAST_NUMBERED:
        return None
    plain = citation.kind.order <= LAST_WITHOUT_DATE
    kind = _kind(parts["kind"] if plain else parts["kind"] + (parts["of"] or ""), citation.kind)
    dated = "" if plain else parts["date"] or ""
    return f"{kind} Nomor {parts['number']} Tahun {parts['year']}{dated}"


def _kind(written: str, kind: LawKind) -> str:
    """Return the kind as written where that is a name in full, else the full name of a short one that is known."""
    short = [way for way in (kind.short, *kind.also) if not way.startswith(FULL)]
    return kind.full if _same(written) in map(_same, short) else " ".join(written.split())


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


@rule("LB09", "warning", source="spec/peraturan.yaml, title of each law with its source", sure="own")
def titles_are_those_of_the_laws(subject: Subject) -> Iterator[Finding]:
    """A law is cited with its title, word for word.

    A shortened title may name another law. The titles that spec/peraturan.yaml knows are compared; capitals are left
    to LB04.

    Wrong:
        - Permenpan RB Nomor 35 Tahun 2012 tentang Penyusunan SOP
    Right:
        - ... tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
    """
    for loc, entry in _entries(subject):
        law = subject.regulations.cited(entry)
        if law is None or not law.judul:
            continue
        head, about, title = apart(entry)
        wording, ending = _ended(title)
        if _same(wording) == _same(law.judul):
            continue
        what = say('the title reads "{text}"', text=wording) if wording else say("the title is missing")
        right = f"{head.rstrip(' .;') if not about else head}{about or ' tentang '}{law.judul}{ending}"
        sure = law.kepastian != "M"
        fix = say('write "{right}"', right=law.judul)
        yield Finding(loc, what, fix, mend=Rewrite(loc, right) if sure else None)


def _ended(title: str) -> tuple[str, str]:
    """Return a title without the spaces, points and semicolons after it, and those."""
    wording = title.rstrip(" .;")
    return wording, title[len(wording) :]


@rule("LB04", "warning", source=FORMS, sure="A")
def laws_are_written_with_capitals(subject: Subject) -> Iterator[Finding]:
    """Every word of a law's name and title begins with a capital, save small words such as tentang, dan and yang.

    Small stay tentang, perihal, tanggal, di, ke, dari, dan, yang and untuk: so the annex has it, and so a reader sees
    where the name of a law begins and ends. Other small words (pada, dalam, atas, ...) may be written either way.
    What is written in capitals throughout is left alone.

    Wrong:
        - Undang-undang nomor 2 tahun 2002 tentang kepolisian negara Republik Indonesia
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia
    """
    for loc, entry in _entries(subject):
        if read_citation(entry) is None or entry.isupper():
            continue
        right = _capitals(entry, subject.regulations.cited(entry))
        if right != entry:
            words = [new for old, new in zip(_WORD.findall(entry), _WORD.findall(right), strict=False) if old != new]
            fix = say("write: {words}", words=", ".join(dict.fromkeys(words)))
            what = say("the law is not written with the capitals of a law's name")
            yield Finding(loc, what, fix, mend=Rewrite(loc, right))


def _capitals(entry: str, law: Regulation | None) -> str:
    """Return an entry with its capitals; a name that LB10 writes anew, or a title that LB09 does, stays as it is."""
    head, about, title = apart(entry)
    named = _full(head)
    if named is None or _same(named) == _same(head):
        head = _titled(head, begins=True)
    wording, ending = _ended(title)
    if law is None or not law.judul:
        title = _titled(title, begins=False)
    elif _same(law.judul) == _same(wording):
        title = law.judul + ending
    return head + about.lower() + title


def _titled(text: str, *, begins: bool) -> str:
    return _WORD.sub(lambda found: _word(found[0], first=begins and not text[: found.start()].strip()), text)


def _word(word: str, *, first: bool) -> str:
    low = word.lower()
    if low in SMALL and not first:
        return low
    if low in EITHER and not first:
        return word
    begin, *rest = word.split("-")
    twice = [part for part in rest if part.lower() == begin.lower()]
    return "-".join([_capital(begin), *(_capital(part) if part in twice else part for part in rest)])


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
