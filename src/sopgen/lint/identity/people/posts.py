"""The rule over posts of a Polres that are nearly, but not quite, spelt as its structure has them."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import closest, say
from sopgen.model.printed import Printed

# Sections, units and affairs of a Polres and a Polsek (Perpol 2/2021), and units that real SOPs name.
_NAMES: Final = """
Binmas Lantas Reskrim Resnarkoba Intelkam Samapta Polairud Tahti Pamobvit Binopsnal Mintu Binpolmas Bintibsos Binkamsa
Bhabinkamtibmas Regident Gakkum Kamsel Turjawali Dikmas Laka Pidum Pidkor Tipidter Inafis Provos Paminal Dalmas Yanmin
Propam Humas Sarpras Dokkes Samsat Identifikasi Sosbud Ekonomi Politik Kamneg
"""
_KNOWN: Final = {name.casefold(): name for name in _NAMES.split()}
_POST: Final = re.compile(
    r"\b(?P<head>[Ww]akasat|[Kk]asat|[Kk]anit|[Kk]aur|[Kk]asubnit|[Kk]asi|[Kk]abag"
    r"|KBO|[Ss]at|[Uu]nit) ?(?P<name>[A-Z][a-z]{4,})\b"
)
_NEAR: Final = 0.84
MONTHLY: Final = re.compile(
    r"\b(?P<what>[Pp]emantauan|[Mm]onitoring|[Mm]onev|[Ee]valuasi)\b(?P<gap>[^.;]{0,40}?)"
    r"\bsetiap (?P<n>\d{1,2}) (?:\([a-z ]+\) )?"
    r"(?P<unit>bulan|tahun)\b"
)


@rule("ID88", "warning", source="Perpol 2/2021 (pasal.id), structure of a Polres; terms of real SOPs", sure="B")
def posts_are_spelt_as_the_structure_has_them(subject: Subject) -> Iterator[Finding]:
    """A post of a Polres is spelt as the structure has it.

    Binpolmas, Bintibsos, Binkamsa: a letter more or less is no unit at all. Only what is nearly one of the known
    names is told.

    Wrong:
        - {id: kanit, label: Kanit Binkansa}
    Right:
        - {id: kanit, label: Kanit Binkamsa}
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _POST.finditer(one.text):
            low = found["name"].casefold()
            near = None if low in _KNOWN or is_word(low) else closest(low, _KNOWN, _NEAR)
            if near:
                what = say('"{word}" is misspelt', word=found[0])
                yield one.finding(what, say('write "{right}"', right=f"{found['head']} {_KNOWN[near]}"))


@rule(
    "ID89", "info", source="Permenpan RB 35/2012, annex p. 53: monitoring every 6 months; evaluation yearly", sure="A"
)
def an_sop_is_looked_at_often_enough(subject: Subject) -> Iterator[Finding]:
    """A text that says how often the SOP is monitored or evaluated says six months, or a year, at the most.

    Monitoring is due every six months, an evaluation every year. A hint.

    Wrong:
        - Pemantauan SOP dilaksanakan setiap 12 bulan
    Right:
        - Pemantauan SOP dilaksanakan setiap 6 bulan
    """
    for one in texts(subject, {Printed.WORDS}):
        found = MONTHLY.search(one.text) if "SOP" in one.text or "prosedur" in one.text.casefold() else None
        if found:
            months = int(found["n"]) * (12 if found["unit"] == "tahun" else 1)
            most = 12 if found["what"].casefold().startswith("evaluasi") else 6
            if months > most:
                what = say('"{text}": at the latest every {count} months', text=found[0], count=most)
                yield one.finding(what, say("correct the interval"))
