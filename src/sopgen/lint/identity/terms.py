"""Rules over posts, ranks and terms: those of today's rules, spelt as the rules have them."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.identity.numbers import officials
from sopgen.lint.law.basis import basis_day
from sopgen.lint.registry import Finding, Loc, Rewrite, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import closest, say
from sopgen.model.people.person import CIVIL, POLICE, parted_rank, rank
from sopgen.model.printed import Printed

STRUCTURE: Final = "Perpol 2/2021 (pasal.id), structure of a Polres; Perpol 1/2021, terms of Pemolisian Masyarakat"
# From the year after these rules on: the day on which they took effect is not known.
LAST_OLD_YEAR: Final = 2021
_TERMS: Final = (
    (r"(?P<a>bin)tibmas", r"\g<a>tibsos"),
    (r"sabhara", "samapta"),
    (r"bag ?sumda", "bag SDM"),
    (r"sub ?bag ?hum(?:as)?", "sihumas"),
    (r"(?:sub ?)?bag ?kum", "sikum"),
    (r"sat ?polair(?!ud)", "satpolairud"),
    (r"(?P<a>forum kemitraan polisi) dan (?P<b>masyarakat)", r"\g<a> \g<b>"),
    (r"perpolisian masyarakat", "pemolisian masyarakat"),
)
TERMS: Final = tuple(
    (re.compile(rf"\b(?:(?P<before>ka(?:sat|nit|bag)?|sat|unit)(?P<gap> ?))?{old}\b", re.IGNORECASE), old, new)
    for old, new in _TERMS
)
_POLMAS: Final = re.compile(r"\b(?:FKPM|Polmas|Kemitraan Polisi|Pemolisian Masyarakat)\b", re.IGNORECASE)
_RANK: Final = re.compile(r"\b(?i:Ajun|Inspektur|Brigadir|Komisaris|Bhayangkara)(?: [A-Z][A-Za-z]+){1,3}")
_NAMES: Final = tuple(name.casefold() for pair in POLICE for name in pair) + tuple(one[1].casefold() for one in CIVIL)
_TURNED: Final = {" ".join(sorted(name.split())): name for name in _NAMES if " " in name}
_NEAR, _VERY_NEAR = 0.86, 0.92


@rule("ID16", "warning", source=STRUCTURE, sure="B")
def posts_and_terms_are_those_of_today(subject: Subject) -> Iterator[Finding]:
    """Posts and terms are those of the rules that hold when the SOP takes effect.

    Since Perpol 2/2021 a Satbinmas has a Unit Bintibsos (was Bintibmas), a Polres a Satsamapta (Sabhara), a Bag SDM
    (Bagsumda), a Sihumas and a Sikum; since Perpol 1/2021 FKPM is the Forum Kemitraan Polisi Masyarakat. A post that
    is no more can not be ordered to do anything.

    Wrong:
        - {id: kanit, label: Kanit Bintibmas}   # SOP tahun 2026
    Right:
        - {id: kanit, label: Kanit Bintibsos}
    """
    day = basis_day(subject)
    if day and day.year <= LAST_OLD_YEAR:
        return
    for one in texts(subject, {Printed.WORDS}):
        for pattern, _, new in TERMS:
            found = pattern.search(one.text)
            if found:
                right = _as_written(found, new)
                what, fix = say('"{word}" is no more', word=found[0]), say('it is "{right}" now', right=right)
                yield one.proposing(what, fix, one.text[: found.start()] + right + one.text[found.end() :])


def _as_written(found: re.Match[str], new: str) -> str:
    """Return the term of today in the capitals of the former one."""
    begin = (found["before"] or "") + (found["gap"] or "")
    # Written together, as in Satsabhara, the second part has a capital only where it had one.
    term = begin + _like(found.expand(new), found[0][len(begin) :])
    return term.upper() if found[0].isupper() else term


def _like(term: str, written: str) -> str:
    """Return a term with the capital that the last word of the former one had."""
    return term[:1].upper() + term[1:] if written.split()[-1][:1].isupper() or written[:1].isupper() else term


@rule("ID17", "warning", source="Permenpan RB 35/2012, annex, identity item Peringatan", sure="A")
def warnings_name_a_consequence(subject: Subject) -> Iterator[Finding]:
    """Peringatan says what happens when the procedure is not followed.

    The item is no list of prohibitions: the reader learns from it what goes wrong, for whom, and what follows. One
    entry that says so is enough.

    Wrong:
        peringatan: {judul: Peringatan, isi: [Dilarang berpolitik]}
    Right:
        peringatan: {judul: Peringatan, isi: ["Apabila alur tidak diikuti, kesepakatan dapat dibatalkan"]}
    """
    items = subject.sop.peringatan.isi
    if items and not any(CONSEQUENCE.search(item) for item in items):
        what = say("no entry says what follows when the procedure is not kept")
        yield Finding(("peringatan", "isi"), what, say("add it: Apabila ..., maka ..."))


CONSEQUENCE: Final = re.compile(
    r"\b(?:apabila|bila(?:mana)?|jika|kalau|maka|akan|akibat\w*|berakibat|mengakibatkan|sanksi\w*|dikenai|dikenakan|gagal"
    r"|batal|tidak sah|terhambat|menghambat|terganggu|ber(?:r)?isiko|risiko|merugikan|menimbulkan|menyebabkan"
    r"|sehingga|pelanggaran|hukuman|membahayakan|mengancam|berdampak|dampak\w*|tertunda|dapat di\w+|tidak dapat)\b",
    re.IGNORECASE,
)


@rule("ID19", "warning", source="ranks of Polri and of its civil servants, as letters write them", sure="A")
def ranks_are_spelt_rightly(subject: Subject) -> Iterator[Finding]:
    """A rank is one that there is, and is spelt as it is.

    A misspelt rank stands under a signature for years. Known are the ranks of Polri and of civil servants, in full
    and in short, and the grade (golongan) of these. A rank of another service is printed as it is typed; this line
    only asks whether it is right.

    Wrong:
        pangkat: AJUN KOMISARIS BESAR POLSI
    Right:
        pangkat: AJUN KOMISARIS BESAR POLISI
    """
    for loc, written, _, in_unit in officials(subject):
        yield from _rank_found((*loc, "pangkat"), written, in_unit=in_unit)
    for one in texts(subject, {Printed.WORDS}):
        for found in _RANK.finditer(one.text):
            if near := _near_rank(found[0]):
                what = say('"{rank}" is no rank', rank=near[0])
                yield one.finding(what, say('write "{right}"', right=_in_capitals(near[1], near[0])))


def _rank_found(loc: Loc, written: str, *, in_unit: bool) -> Iterator[Finding]:
    if not written.strip(" .…") or rank(written):
        return
    words, grade = parted_rank(written)
    if (named := rank(words)) and named.grade and grade:
        what = say('the grade of "{rank}" is {right}, not {grade}', rank=named.full, right=named.grade, grade=grade)
        yield Finding(loc, what, say("correct one of the two"), in_unit)
    elif near := closest(" ".join(written.casefold().split()), _NAMES, _NEAR):
        right = _in_capitals(near, written)
        what, fix = say('"{rank}" is no rank', rank=written), say('write "{right}"', right=right)
        yield Finding(loc, what, fix, in_unit, proposal=None if in_unit else Rewrite(loc, right))
    else:
        what = say('"{rank}" is no rank of Polri or of civil servants', rank=written)
        yield Finding(loc, what, say("check it; a rank of another service is printed as it is typed"), in_unit)


def _near_rank(words: str) -> tuple[str, str] | None:
    """Return the words that are nearly a rank, and that rank; None where as many of them are one that there is."""
    parts = words.split()
    heads = [" ".join(parts[:count]) for count in range(len(parts), 1, -1)]
    for head in heads:
        if rank(head):
            return None
        if turned := _TURNED.get(" ".join(sorted(head.casefold().split()))):
            return head, turned
        if near := closest(head.casefold(), _NAMES, _VERY_NEAR):
            return head, near
    return None


def _in_capitals(name: str, like: str) -> str:
    return name.upper() if like.isupper() else name.title()


@rule("ID20", "info", source="Perkap 3/2015, duties; Perpol 1/2021 and Perpol 2/2021 Pasal 38, posts", sure="B")
def duties_of_polmas_bear_their_names(subject: Subject) -> Iterator[Finding]:
    """An SOP on FKPM or Polmas names the duties and the roles as the rules on them do.

    The rules speak of deteksi dini; FKPM is a forum of citizens, the officers of Polmas are another party; and it is
    the Bhabinkamtibmas who works with it. Hints: the head of the section decides.

    Wrong:
        - {id: fkpm, label: FKPM / Polmas}
    Right:
        - {id: fkpm, label: FKPM}
        - {id: bhabinkamtibmas, label: Bhabinkamtibmas}
    """
    sop, day = subject.sop, basis_day(subject)
    if (day and day.year <= LAST_OLD_YEAR) or not _POLMAS.search(f"{sop.judul} {sop.identitas.nama_sop.nilai}"):
        return
    for n, activity in enumerate(sop.kegiatan):
        if re.search(r"\bpencegahan dini\b", activity.judul, re.IGNORECASE):
            what = say('the rules on Polmas name this duty "deteksi dini"')
            yield Finding(("kegiatan", n, "judul"), what, say("have the head of the section decide"))
    for n, lane in enumerate(sop.pelaksana):
        if re.search(r"\bFKPM\s*/\s*polmas\b", lane.label, re.IGNORECASE):
            what = say("FKPM and the officers of Polmas are two parties")
            yield Finding(("pelaksana", n, "label"), what, say("give each a role of its own"))
    if not any(re.search("bhabinkamtibmas|petugas polmas", lane.label, re.IGNORECASE) for lane in sop.pelaksana):
        what = say("no role is that of the Bhabinkamtibmas or of an officer of Polmas")
        yield Finding(("pelaksana",), what, say("have the head of the section decide"))


_ABLE: Final = """
memahami menguasai mengetahui memiliki mempunyai mengerti menyandang memegang memenuhi menempuh menamatkan
menyelesaikan mengikuti merupakan mencintai menjunjung mengenal mengutamakan memperhatikan minimal mental
"""
_DUTY: Final = re.compile(
    rf"\W*(?:\w[.)]\s*)?(?:bertugas|(?!(?:{'|'.join(_ABLE.split())})\b)(?:me[mn][a-z]{{4,}}|melaksanakan|melakukan|melayani))\b",
    re.IGNORECASE,
)


@rule("ID21", "info", source="Permenpan RB 35/2012, annex, identity item Kualifikasi Pelaksana", sure="A")
def qualifications_are_competences(subject: Subject) -> Iterator[Finding]:
    """Kualifikasi Pelaksana says what one must know or be able to do.

    What one is or does (Menjadi pelindung masyarakat) is a duty. A hint.

    Wrong:
        - Menjadi mediator dalam penyelesaian masalah
    Right:
        - Mampu memimpin mediasi secara netral
    """
    for n, item in enumerate(subject.sop.kualifikasi_pelaksana.isi):
        if _DUTY.match(item):
            what = say("the entry names a duty, not a competence")
            fix = say("say what one must know or be able to do: Mampu ..., Memahami ..., Memiliki ...")
            yield Finding(("kualifikasi_pelaksana", "isi", n), what, fix)
