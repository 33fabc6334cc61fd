"""Rules over the legal basis: which laws are cited, and what they are worth."""

import re
from collections.abc import Iterator

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say
from sopgen.model.base import MONTHS, ROMAN_MONTHS

DECREE = re.compile(r"/(?P<roman>[IVX]+)/(?P<year>\d{4}) tanggal \d{1,2} (?P<month>\w+)")


@rule(
    "LB05",
    "warning",
    source="Perkap 1/2023, annex, numbers of letters: the Roman month is the month of issue",
)
def decrees_agree_with_their_dates(subject: Subject) -> Iterator[Finding]:
    """The Roman month in a cited decree's number is the month of the date cited with it."""
    sop = subject.sop
    for n, entry in enumerate(sop.dasar_hukum.isi):
        found = DECREE.search(entry)
        month = _month_number(found["month"]) if found else None
        if found and month and found["roman"] in ROMAN_MONTHS and ROMAN_MONTHS[month - 1] != found["roman"]:
            what = say("the number says month {roman}, the date {date}", roman=found["roman"], date=found["month"])
            yield Finding(
                ("dasar_hukum", "isi", n),
                what,
                say("look it up in the decree itself and correct one of them"),
            )


def _month_number(name: str) -> int | None:
    names = [month.lower() for month in MONTHS]
    return names.index(name.lower()) + 1 if name.lower() in names else None
