"""Rules over the legal basis: which laws are cited, in which order, and what they are worth."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sopgen.lint.law.alike import meant
from sopgen.lint.registry import Finding, Loc, Mend, Rewrite, Subject, TakeOut, rule
from sopgen.messages import say
from sopgen.model.base import MONTHS, ROMAN_MONTHS
from sopgen.model.law.citation import read_citation
from sopgen.model.law.regulation import Regulation, Standing, same_law
from sopgen.model.sop import OPEN, Status

BASIS: Final[Loc] = ("dasar_hukum", "isi")


def known(subject: Subject) -> Iterator[tuple[Loc, Regulation]]:
    """Yield each law of the legal basis that spec/peraturan.yaml knows, with its place."""
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        law = subject.regulations.cited(entry)
        if law:
            yield (*BASIS, n), law


def basis_day(subject: Subject) -> date | None:
    """Return the day as of which an edition's laws must hold: its effective date; today where that is open."""
    return subject.sop.identitas.tanggal_efektif.nilai or subject.today


def _instead(law: Regulation, subject: Subject, day: date | None) -> str:
    """Return what to cite instead of a revoked law."""
    heir = subject.regulations.heir(law, day)
    now = heir.name if heir else law.diganti_oleh
    return say("cite {law} where it holds the same", law=now) if now else say("look up what replaced it")


@rule(
    "LB01",
    "error",
    source="spec/peraturan.yaml, standing of each law with its source",
    sure="own",
    stops="approval",
)
def laws_hold_on_the_day_of_the_edition(subject: Subject) -> Iterator[Finding]:
    """A law that is cited holds on the day from which the SOP takes effect.

    An SOP that rests on a revoked law can be disputed, and so can what is done by it. The day is the effective date,
    or today where that is open. spec/peraturan.yaml says what became of a law, and from where that is known; what
    was revoked since is LB06's, and what is known from memory only LB19's.

    Wrong:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2008 tentang ...   # SOP 2019
    Right:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang Pemolisian Masyarakat
    """
    day = basis_day(subject)
    for loc, law in known(subject):
        if law.standing(day) is Standing.REVOKED:
            what = say("{law} is revoked since {since}", law=law.bare, since=law.since)
            yield Finding(loc, what, _instead(law, subject, day), proposal=_heir(law, subject, loc, day))


def _heir(law: Regulation, subject: Subject, loc: Loc, day: date | None) -> Mend | None:
    """Return the proposal to cite what stands in a law's place; where that is cited already, to leave the law out."""
    heir = subject.regulations.heir(law, day)
    if heir is None or not heir.judul:
        return None
    entries = subject.sop.dasar_hukum.isi
    before = entries[: int(loc[-1])]
    heirs = [subject.regulations.heir(one, day) for one in map(subject.regulations.cited, before) if one]
    twice = heir in heirs or same_law(heir.sebutan, entries)
    return TakeOut(loc) if twice else Rewrite(loc, heir.official(day))


@rule("LB06", "warning", source="spec/peraturan.yaml, standing of each law with its source", sure="own")
def laws_still_hold_today(subject: Subject) -> Iterator[Finding]:
    """A law that is cited was not revoked since the SOP took effect.

    The SOP was right when it was issued, and the law changed later. It is time to revise it; task orders leave out
    what is revoked on their day. A draft is not issued yet: for it the day on which it is to take effect counts.

    Wrong:
        - Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 3 Tahun 2015 tentang ...   # dibaca 2026
    Right:
        - Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat
    """
    if subject.sop.status in (*OPEN, Status.REVOKED) or subject.today is None:
        return
    for loc, law in known(subject):
        before, now = law.standing(basis_day(subject)), law.standing(subject.today)
        if before is not Standing.REVOKED and now is Standing.REVOKED:
            what = say("{law} was revoked after the SOP took effect ({since})", law=law.bare, since=law.since)
            yield Finding(loc, what, _instead(law, subject, subject.today))


@rule("LB07", "info", source="spec/peraturan.yaml", sure="own")
def standings_are_known(subject: Subject) -> Iterator[Finding]:
    """What became of a law that is cited is known.

    spec/peraturan.yaml lists the law, but not whether it still holds, or only the year in which it was revoked. Look
    it up (JDIH, Setum, Sikum) and write `status` there, with the source.

    Wrong:
        - {id: skep-431-2006, sebutan: Skep/431/VII/2006, sumber: SOP FKPM 2019, kepastian: M}
    Right:
        - {id: skep-431-2006, sebutan: Skep/431/VII/2006, status: berlaku, sumber: naskah di Setum, kepastian: A}
    """
    for loc, law in known(subject):
        day = basis_day(subject)
        if law.standing(day) is Standing.UNKNOWN and not law.said_to_be_revoked(day):
            what = say("whether {law} holds is not known", law=law.bare)
            fix = say('look it up and write `status` of "{id}" in peraturan.yaml', id=law.id)
            yield Finding(loc, what, fix, proposal=TakeOut(loc) if law.status is Standing.UNKNOWN else None)


@rule("LB08", "info", source="spec/peraturan.yaml", sure="own")
def laws_are_listed(subject: Subject) -> Iterator[Finding]:
    """A law that is cited stands in spec/peraturan.yaml.

    What is not listed there can not be checked: neither its title nor whether it still holds.

    Wrong:
        - Undang-Undang Nomor 41 Tahun 2004 tentang Wakaf   # tidak tercantum di peraturan.yaml
    Right:
        - {id: uu-41-2004, sebutan: Undang-Undang Nomor 41 Tahun 2004, judul: Wakaf, ...}
    """
    for n, entry in enumerate(subject.sop.dasar_hukum.isi):
        citation = read_citation(entry)
        if citation and not subject.regulations.find(citation) and not meant(citation, subject.regulations):
            fix = say("add it there with its title, status and source")
            yield Finding((*BASIS, n), say("{law} is not in peraturan.yaml", law=citation.name), fix)


@rule("LB03", "info", source="spec/peraturan.yaml, `pokok` of each law", sure="B")
def the_laws_of_the_topic_are_cited(subject: Subject) -> Iterator[Finding]:
    """An SOP on a topic cites the laws that order it.

    `pokok` in spec/peraturan.yaml says on which topics a law is looked for; one of those that were there when the
    SOP took effect, and hold, is enough; one of which it is not known whether it holds, only where no other is
    known to. A hint only: the unit decides.

    Wrong:
        judul: SOP Forum Kemitraan Polisi Masyarakat (FKPM)   # tanpa Perpol 1/2021
    Right:
        - Peraturan Kepolisian Negara Republik Indonesia Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat
    """
    sop, day = subject.sop, basis_day(subject)
    words = f"{sop.judul} {sop.identitas.nama_sop.nilai}"
    cited = {law.id for _, law in known(subject)}
    topics = dict.fromkeys(topic for law in subject.regulations.known for topic in law.pokok)
    for topic in topics:
        if re.search(rf"\b{re.escape(topic)}\b", words, re.IGNORECASE):
            laws = _worth_citing([law for law in subject.regulations.known if topic in law.pokok], day)
            if laws and not cited & {law.id for law in laws}:
                what = say("an SOP on {topic} cites none of the laws on it", topic=topic)
                fix = say("look at {laws}", laws=", ".join(law.name for law in laws))
                yield Finding(BASIS, what, fix)


def _worth_citing(laws: Sequence[Regulation], day: date | None) -> list[Regulation]:
    """Return the laws on a topic that hold on a day; where none is known to, those that may."""
    there = [law for law in laws if _was_there(law, day)]
    return [law for law in there if law.standing(day) is Standing.IN_FORCE] or there


def _was_there(law: Regulation, day: date | None) -> bool:
    citation = law.citation
    too_new = day is not None and citation is not None and citation.year > day.year
    return not too_new and law.standing(day) is not Standing.REVOKED


DECREE: Final = re.compile(r"/(?P<roman>[IVX]+)/(?P<year>\d{4}) tanggal \d{1,2} (?P<month>\w+)")


@rule(
    "LB05",
    "warning",
    source="Perkap 1/2023, annex, numbers of letters: the Roman month is the month of issue",
    sure="A",
)
def decrees_agree_with_their_dates(subject: Subject) -> Iterator[Finding]:
    """The Roman month in a cited decree's number is the month of the date cited with it.

    VII is July. Where the number says July and the date June, one of them was copied wrongly, and the decree can not
    be found by it. Which one is right only the decree itself tells.

    Wrong:
        - Surat Keputusan Kapolri No. Pol.: Skep/431/VII/2006 tanggal 1 Juni 2006 tentang ...
    Right:
        - Surat Keputusan Kapolri No. Pol.: Skep/431/VII/2006 tanggal 1 Juli 2006 tentang ...
    """
    sop = subject.sop
    for n, entry in enumerate(sop.dasar_hukum.isi):
        found = DECREE.search(entry)
        month = _month_number(found["month"]) if found else None
        if found and month and found["roman"] in ROMAN_MONTHS and ROMAN_MONTHS[month - 1] != found["roman"]:
            what = say("the number says month {roman}, the date {date}", roman=found["roman"], date=found["month"])
            yield Finding((*BASIS, n), what, say("look it up in the decree itself and correct one of them"))


def _month_number(name: str) -> int | None:
    names = [month.lower() for month in MONTHS]
    return names.index(name.lower()) + 1 if name.lower() in names else None
