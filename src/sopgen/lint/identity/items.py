"""Rules over dates, numbers and ids."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from sopgen.lint.registry import Finding, Loc, Subject, rule
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS


@rule("ID03", "error", source="Permenpan RB 35/2012, annex, identity items 3 to 5", sure="A")
def dates_follow_each_other(subject: Subject) -> Iterator[Finding]:
    """Made, revised and effective come in this order.

    An SOP is finished, then takes effect; a revision comes after the making, and has an effective date of its own.

    Wrong:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03}
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-08-01}
    Right:
        tanggal_pembuatan: {judul: TGL PEMBUATAN, nilai: 2019-09-03}
        tanggal_efektif: {judul: TGL EFEKTIF, nilai: 2019-10-01}
    """
    sop = subject.sop
    identity = sop.identitas
    made, revised, effective = (
        identity.tanggal_pembuatan.nilai,
        identity.tanggal_revisi.nilai,
        identity.tanggal_efektif.nilai,
    )
    if made and effective and effective < made:
        what = say("it takes effect ({effective}) before it was made ({made})", effective=effective, made=made)
        yield Finding(("identitas", "tanggal_efektif", "nilai"), what, say("correct one of the two dates"))
    if made and revised and revised < made:
        what = say("it was revised ({revised}) before it was made ({made})", revised=revised, made=made)
        yield Finding(("identitas", "tanggal_revisi", "nilai"), what, say("correct one of the two dates"))
    if revised and effective and effective < revised:
        what = say(
            "it was revised ({revised}) after it took effect ({effective})",
            revised=revised,
            effective=effective,
        )
        fix = say("give the revision an effective date of its own")
        yield Finding(("identitas", "tanggal_efektif", "nilai"), what, fix)


@rule(
    "ID04",
    "error",
    source="Perkap 1/2023, annex, numbers of letters: the Roman month is the month of issue",
    sure="A",
)
def roman_month_is_the_month_made(subject: Subject) -> Iterator[Finding]:
    """The Roman month and the year in the SOP's number are those of its date.

    The number is given when the SOP is made, or a new one when it is revised; IX is September. Where number and date
    disagree, the register does not find the SOP.

    Wrong:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP / 07 / X / 2019}   # tanggal_pembuatan: 2019-09-03
    Right:
        nomor_sop: {judul: NOMOR SOP, nilai: SOP / 07 / IX / 2019}
    """
    sop = subject.sop
    made = sop.identitas.finished
    loc: Loc = ("identitas", "nomor_sop", "nilai")
    parts = [part.strip() for part in sop.identitas.nomor_sop.nilai.split("/")]
    months = [part for part in parts if part in ROMAN_MONTHS]
    if made and months and months[-1] != ROMAN_MONTHS[made.month - 1]:
        what = say("the number says month {roman}, the date {date}", roman=months[-1], date=made)
        yield Finding(loc, what, say("write {roman}", roman=ROMAN_MONTHS[made.month - 1]))
    years = [part for part in parts if re.fullmatch(r"(?:19|20)\d{2}", part)]
    if made and years and years[-1] != str(made.year):
        what = say("the number says year {year}, the date {date}", year=years[-1], date=made)
        yield Finding(loc, what, say("write {year}", year=made.year))


@rule("ID07", "error", source="sopgen: an id becomes a file name, and Windows knows no case", sure="own")
def ids_are_unique(subject: Subject) -> Iterator[Finding]:
    """No two ids of a list are the same or differ by case only.

    Steps, roles and activities are found by their ids, and files are named after them; Windows takes A and a for the
    same file.

    Wrong:
        alur: [{id: l1, ...}, {id: L1, ...}]
    Right:
        alur: [{id: l1, ...}, {id: l2, ...}]
    """
    sop = subject.sop
    yield from _twins(("pelaksana",), [lane.id for lane in sop.pelaksana])
    yield from _twins(("kegiatan",), [activity.id for activity in sop.kegiatan])
    flows = (
        _twins(("kegiatan", n, "alur"), [step.id for step in activity.alur])
        for n, activity in enumerate(sop.kegiatan)
    )
    yield from chain.from_iterable(flows)


def _twins(loc: Loc, ids: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for n, name in enumerate(ids):
        other = seen.setdefault(name.lower(), name)
        if name in ids[:n] or other != name:
            what = say('id "{name}" stands above already', name=name)
            if other != name:
                what = say('id "{name}" is already taken by "{other}"', name=name, other=other)
            yield Finding((*loc, n, "id"), what, say("choose another id"))
