"""Rules over how a law is written: its name, its title, its capitals."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import BASIS
from sopgen.lint.law.force import second_law
from sopgen.lint.registry import Finding, Loc, Rewrite, Subject, rule
from sopgen.lint.texts import in_one_case
from sopgen.messages import say
from sopgen.model.law.citation import Citation, apart, read_citation, without_clause, without_gazette
from sopgen.model.law.regulation import Regulation

FORMS: Final = "Perkap 1/2023, annex, how the legal basis is written"
# A name that begins so is written in full; any other way to write a kind is short.
FULL: Final = ("Peraturan", "Undang", "Surat", "Keputusan", "Ketetapan", "Maklumat", "Instruksi")
# Full words that are short all the same: the office in place of its name.
_SHORTENED: Final = re.compile(
    r"Peraturan (?:Kapolri|Polri|Kepolisian|Kepala Kepolisian|Menteri PAN\b.*)", re.IGNORECASE
)
# Two words without the hyphen that makes one of them.
_UNJOINED: Final = re.compile(r"Undang ?Undang", re.IGNORECASE)
SMALL: Final = frozenset({"tentang", "perihal", "tanggal", "di", "ke", "dari", "dan", "yang", "untuk"})
# Prepositions and conjunctions that EYD keeps small, but the annex does not name: both are let stand.
_EITHER: Final = """
pada dalam atas dengan oleh kepada terhadap serta atau bagi antara sebagai secara melalui tanpa guna demi agar karena
sampai hingga menurut para sebagaimana telah bahwa maupun tidak bukan
"""
EITHER: Final = frozenset(_EITHER.split())
_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD: Final = re.compile(
    r"(?P<kind>\D+?)(?P<of> (?:Republik Indonesia|RI))?,? (?:(?:nomor|no)\b\.? ?:? ?)?(?P<number>\d+[A-Z]?)"
    r"(?: ?/ ?| (?:tahun|thn\.?|th\.?) ?)(?P<year>\d{4})(?P<date>,? tanggal \d{1,2} \w+ \d{4})?",
    re.IGNORECASE,
)
# The clause's own words, up to the law that amends.
_LINK: Final = re.compile(
    r"sebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?diubah(?:\s+beberapa\s+kali)?(?:,?\s+(?:yang\s+)?terakhir)?\s+dengan",
    re.IGNORECASE,
)


def _entries(subject: Subject) -> Iterator[tuple[Loc, str]]:
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        yield (*BASIS, n), entry


@rule("LB10", "warning", source=FORMS, sure="A")
def laws_are_named_in_full(subject: Subject) -> Iterator[Finding]:
    """A law is named by kind, Nomor and Tahun in full words, undated; up to Permen without Republik Indonesia.

    Abbreviations (Perkap, Permenpan, UU, No., thn, Kapolri) are for notes and tables. The legal basis of a document
    that is signed names each law so that anyone finds it. Decrees and letters keep the date beside their numbers.

    Wrong:
        - Perkap nomor 3 thn 2015 tentang Pemolisian Masyarakat
        - Undang-Undang Republik Indonesia Nomor 2 Tahun 2002 tanggal 8 Januari 2002 tentang ...
    Right:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat
        - Undang-Undang Nomor 2 Tahun 2002 tentang ...
    """
    for loc, entry in _entries(subject):
        head, about, title = apart(entry)
        parts = _HEAD.fullmatch(" ".join(head.split()))
        citation = read_citation(entry)
        if citation is None or parts is None or not citation.kind.numbered:
            continue
        right = _full(citation, parts)
        if head.rstrip().endswith(",") or re.search(r"\d{4}\s*,\s*tentang\b", entry):
            yield Finding(loc, say('no comma stands before "{word}"', word="tentang"), say("leave it out"))
        if in_one_case(right) != in_one_case(head):
            what = say('the law is named "{text}"', text=head.strip())
            mend = None if entry.isupper() else Rewrite(loc, right + about + title)
            yield Finding(loc, what, say('write "{right}"', right=right), mend=mend)
        elif parts["date"]:
            undated = right.removesuffix(parts["date"])
            what, fix = say('the law is named "{text}"', text=head.strip()), say('write "{right}"', right=undated)
            yield Finding(loc, what, fix, proposal=Rewrite(loc, undated + about + title))


def _full(citation: Citation, parts: re.Match[str]) -> str:
    """Return a law's name in full; the date of a law after Permen stays: whether it is the right one is not known."""
    plain = citation.kind.undated
    written = parts["kind"] if plain else parts["kind"] + (parts["of"] or "")
    named = citation.named if _is_short(written) else " ".join(written.split())
    dated = "" if plain else parts["date"] or ""
    return f"{named} Nomor {parts['number']} Tahun {parts['year']}{dated}"


def _is_short(written: str) -> bool:
    words = " ".join(written.split())
    full = words.casefold().startswith(tuple(map(str.casefold, FULL)))
    return not full or bool(_SHORTENED.fullmatch(words) or _UNJOINED.fullmatch(words))


@rule("LB09", "warning", source="spec/peraturan.yaml, title of each law with its source", sure="own")
def titles_are_those_of_the_laws(subject: Subject) -> Iterator[Finding]:
    """A law is cited with its title, word for word.

    A shortened title may name another law. The titles that spec/peraturan.yaml knows are compared; capitals are left
    to LB04, and what follows the title on amendments is no part of it.

    Wrong:
        - Permenpan RB Nomor 35 Tahun 2012 tentang Penyusunan SOP
    Right:
        - ... tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
    """
    for loc, entry in _entries(subject):
        law = subject.regulations.cited(entry)
        if law is None or not law.judul or law.kepastian == "M":
            continue
        own, clause = without_clause(entry)
        head, about, title = apart(own)
        title, gazette = without_gazette(title)
        wording, ending = _ended(title)
        if in_one_case(wording) == in_one_case(law.judul) or second_law(entry):
            continue
        what = say('the title reads "{text}"', text=wording) if wording else say("the title is missing")
        right = f"{head if about else head.rstrip(' .;')}{about or ' tentang '}{law.judul}{ending}{gazette}{clause}"
        yield Finding(loc, what, say('write "{right}"', right=law.judul), proposal=Rewrite(loc, right))


def _ended(title: str) -> tuple[str, str]:
    """Return a title without the spaces, points and semicolons after it, and those."""
    wording = title.rstrip(" .;,")
    return wording, title[len(wording) :]


@rule("LB04", "warning", source=FORMS, sure="A")
def laws_are_written_with_capitals(subject: Subject) -> Iterator[Finding]:
    """Every word of a law's name and title begins with a capital, save small words such as tentang, dan and yang.

    Small stay tentang, perihal, tanggal, di, ke, dari, dan, yang and untuk: so the annex has it, and so a reader sees
    where the name of a law begins and ends. Other small words (pada, dalam, atas, ...) may be written either way.
    Small are the words between a law and what amended it: sebagaimana telah diubah dengan. What is written in
    capitals throughout is left alone.

    Wrong:
        - Undang-undang nomor 2 tahun 2002 tentang kepolisian negara Republik Indonesia
    Right:
        - Undang-Undang Nomor 2 Tahun 2002 tentang Kepolisian Negara Republik Indonesia
    """
    for loc, entry in _entries(subject):
        if read_citation(entry) is None or entry.isupper():
            continue
        law = subject.regulations.cited(entry)
        right = _capitals(entry, law)
        if right != entry:
            words = [new for old, new in zip(_WORD.findall(entry), _WORD.findall(right), strict=False) if old != new]
            fix = say("write: {words}", words=", ".join(dict.fromkeys(words)))
            what = say("the law is not written with the capitals of a law's name")
            mend = Rewrite(loc, right)
            sure = _is_sure(entry, right, law)
            yield Finding(loc, what, fix, mend=mend if sure else None, proposal=None if sure else mend)


def _is_sure(entry: str, right: str, law: Regulation | None) -> bool:
    """Tell whether only what is known changes: the name, a title that is known, or one without any capital."""
    title = apart(without_clause(entry)[0])[2]
    return (law is not None and bool(law.judul)) or title == title.lower() or title in right


def _capitals(entry: str, law: Regulation | None) -> str:
    """Return an entry with its capitals; a name that LB10 writes anew, or a title that LB09 does, stays as it is."""
    own, clause = without_clause(entry)
    head, about, title = apart(own)
    parts, citation = _HEAD.fullmatch(" ".join(head.split())), read_citation(entry)
    full = _full(citation, parts) if citation and parts and citation.kind.numbered else head
    if in_one_case(full) == in_one_case(head):
        head = _titled(head, begins=True)
    title, gazette = without_gazette(title)
    wording, ending = _ended(title)
    if law is None or not law.judul:
        title = _titled(title, begins=False)
    elif in_one_case(law.judul) == in_one_case(wording):
        title = _as_known(wording, law.judul) + ending
    return head + about.lower() + title + gazette + _LINK.sub(lambda found: found[0].lower(), clause)


def _as_known(wording: str, title: str) -> str:
    """Return a title with the capitals that the law has; small words that may be written either way stay."""
    words = iter(title.split())
    return re.sub(r"\S+", lambda found: _either(found[0], next(words)), wording)


def _either(written: str, known: str) -> str:
    return written if known.lower() in EITHER else known


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
