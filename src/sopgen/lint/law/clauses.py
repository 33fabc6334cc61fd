"""The rule over the clause that says what amended a law: its form, and a law that can have amended it."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.law.basis import BASIS, basis_day
from sopgen.lint.law.force import CARRIES_OUT
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.law.citation import Citation, read_citation, without_clause

_AMENDED: Final = re.compile(
    r"\b(?P<link>(?:sebagaimana|yang|dan)?\s*(?:telah\s+|sudah\s+)?(?:beberapa\s+kali\s+)?(?:di)?(?:ubah|rubah|amandemen)"
    r"(?:\s+beberapa\s+kali)?(?:,?\s*(?:yang\s+)?terakhir(?:\s+kali)?)?\s+(?P<by>dengan|oleh|melalui|menjadi))\s+(?P<law>.+)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICIAL: Final = re.compile(
    r"sebagaimana telah (?:diubah(?: beberapa kali,?)?(?:,? (?:yang )?terakhir)?"
    r"|beberapa kali diubah,?(?: (?:yang )?terakhir)?)"
    r" dengan",
    re.IGNORECASE,
)
ONCE: Final = "sebagaimana telah diubah dengan"
OFTEN: Final = "sebagaimana telah beberapa kali diubah terakhir dengan"
# Which kind of law may amend which other one.
_MAY_AMEND: Final = {
    "UU": ("UU", "Perppu"),
    "Perppu": ("UU", "Perppu"),
    "PP": ("PP", "UU", "Perppu"),
    "Perpres": ("Perpres", "PP", "UU"),
    "Keppres": ("Keppres", "Perpres"),
    "Permen": ("Permen", "Perka"),
    "Perpol": ("Perpol",),
    "Perkap": ("Perkap", "Perpol"),
    "Perda": ("Perda",),
    "Perkada": ("Perkada",),
}


@rule("LB36", "warning", source="Perkap 1/2023, annex, example 3; UU 12/2011, annex II, amendments of laws", sure="A")
def amendments_are_cited_in_their_form(subject: Subject) -> Iterator[Finding]:
    """What amended a law is cited as: sebagaimana telah diubah dengan, and it can have amended that law.

    A law is amended by one of its own kind or of a higher one, and by a younger one. Another wording, or an older
    law, was copied wrongly.

    Wrong:
        - Undang-Undang Nomor 23 Tahun 2006 tentang ... sebagaimana diubah dengan Undang-Undang Nomor 24 Tahun 2003
    Right:
        - Undang-Undang Nomor 23 Tahun 2006 ... sebagaimana telah diubah dengan Undang-Undang Nomor 24 Tahun 2013
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        found, own = _AMENDED.search(entry), read_citation(entry)
        if found is None or own is None or CARRIES_OUT.search(entry[: found.start()]):
            continue
        link = " ".join(found["link"].split())
        if not _OFFICIAL.fullmatch(link):
            law = subject.regulations.cited(entry)
            often = law is not None and len(law.amendments(basis_day(subject))) > 1
            fix = say('write "{right}"', right=OFTEN if often else ONCE)
            yield Finding((*BASIS, n), say('"{text}" is not the form of the clause', text=link), fix)
        amending = read_citation(without_clause(found["law"])[0])
        if amending and (why := _impossible(own, amending)):
            yield Finding((*BASIS, n), why, say("look it up in the law itself"))


def _impossible(own: Citation, amending: Citation) -> str:
    """Return why one law can not have amended another; else nothing."""
    if amending.year < own.year:
        return say("{law} is older than what it is said to amend", law=amending.name)
    kinds = _MAY_AMEND.get(own.kind.short)
    if kinds and amending.kind.short not in kinds:
        return say("{law} can not amend {own}", law=amending.name, own=own.name)
    return ""
