"""Rules over what is printed for a date."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.lint.texts import DATES, FIGURES
from sopgen.messages import say
from sopgen.model.base import MONTHS
from sopgen.model.identity import WordedDate
from sopgen.model.sop import Sop

_PRINTED: Final = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
_NO_DATE: Final = re.compile("[-\N{EN DASH}\N{EM DASH}.\\s]*")


def _dates(sop: Sop) -> Iterator[tuple[Loc, WordedDate]]:
    for name in DATES:
        yield ("identitas", name), getattr(sop.identitas, name)


def _read(printed: str) -> date | None:
    """Return the day that a wording names, or None where it names none that exists."""
    found, figures = _PRINTED.search(printed), FIGURES.search(printed)
    try:
        if found:
            return date(int(found[3]), [month.lower() for month in MONTHS].index(found[2].lower()) + 1, int(found[1]))
        return date(int(figures[3]), int(figures[2]), int(figures[1])) if figures else None
    except ValueError:
        return None


@rule(
    "ID09",
    "error",
    source="Permenpan RB 35/2012, annex, identity item 4: Tanggal Revisi is the date of the revision or of its plan",
    sure="A",
    stops="approval",
)
def the_revision_date_is_a_date(subject: Subject) -> Iterator[Finding]:
    """Tanggal Revisi holds a date, or nothing.

    The item says when the SOP was revised, or when that is planned. A running number of revisions ("01") comes from
    another form (No. Revisi) and does not tell the reader how old the text is.

    Wrong:
        tanggal_revisi: {judul: TGL REVISI, nilai: null, tertulis: "01"}
    Right:
        tanggal_revisi: {judul: TGL REVISI, nilai: 2021-10-04}
    """
    loc: Loc = ("identitas", "tanggal_revisi")
    revised = subject.sop.identitas.tanggal_revisi
    # Beside a date a bare number is the count of revisions.
    counted = re.fullmatch(r"\W*(?:rev(?:isi)?\.? ?(?:ke-?)?)?\d{1,2}\W*", revised.tertulis or "", re.IGNORECASE)
    printed = (revised.tertulis or "") if revised.nilai is None or counted else ""
    if not _NO_DATE.fullmatch(printed) and _read(printed) is None:
        what = say('the date of the revision reads "{text}", which is no date', text=printed)
        fix = say("write the day in `nilai`, or leave both empty where the SOP was not revised yet")
        yield Finding((*loc, "tertulis"), what, fix)


@rule(
    "ID12",
    "error",
    source="sopgen: the printed date and the one that orders and calendars use are the same",
    sure="own",
    stops="approval",
)
def printed_dates_are_the_typed_ones(subject: Subject) -> Iterator[Finding]:
    """What is printed for a date names the day that is typed.

    The document prints `tertulis`; orders, checks and calendars go by `nilai`. Where the two differ, people and
    program follow different days. 31 November is no day at all.

    Wrong:
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-10-01, tertulis: 1 NOVEMBER 2019}
    Right:
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-10-01, tertulis: 1 OKTOBER 2019}
    """
    for loc, worded in _dates(subject.sop):
        day = _read(worded.tertulis or "")
        if day is None and (_PRINTED.search(worded.tertulis or "") or FIGURES.search(worded.tertulis or "")):
            what = say('"{text}" is printed, a day that there is not', text=worded.tertulis)
            fix = say("correct it: {day} is typed", day=worded.nilai or "-")
            yield Finding((*loc, "tertulis"), what, fix)
        if day and day != worded.nilai:
            what = say('"{text}" is printed, {day} is typed', text=worded.tertulis, day=worded.nilai or "-")
            yield Finding((*loc, "tertulis"), what, say("correct one of them: {day}", day=day))


@rule("ID18", "warning", source="sopgen: what was done is not in the future", sure="own")
def what_was_done_is_not_in_the_future(subject: Subject) -> Iterator[Finding]:
    """An SOP was made, and revised, before today.

    A day to come is a slip of the keys. Tanggal Revisi may be that of a revision that is planned, as long as none is
    counted; the effective date may lie in the future, too.

    Wrong:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2062-09-03}
    Right:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2026-09-03}
    """
    if subject.today is None:
        return
    for name in ("tanggal_pembuatan", "tanggal_revisi"):
        worded: WordedDate = getattr(subject.sop.identitas, name)
        planned = name == "tanggal_revisi" and (worded.tertulis or not subject.sop.identitas.nomor_revisi)
        if worded.nilai and worded.nilai > subject.today and not planned:
            what = say("{day} lies in the future", day=worded.nilai)
            yield Finding(("identitas", name, "nilai"), what, say("correct the date"))
